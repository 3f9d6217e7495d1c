// ---- labels, filters ----------------------------------------------------------------------------------------------

const meets = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

// Letters keep their size on the screen as far as that is legible, so that zooming in makes room for more names.
const letterSize = (zoom, on) => on / Math.min(1.6, Math.max(0.2, zoom));

function nodeBox(node) {
  const { x, y } = node.position();
  const half = node.data("size") / 2;
  return { id: node.id(), x1: x - half, x2: x + half, y1: y - half, y2: y + half };
}

// Where a name stands on a side of its node.
function labelBox(node, letter, side) {
  const { x, y } = node.position();
  const lines = node.data("shown").split("\n");
  const wide = Math.max(...lines.map((l) => [...l].length * (isWide(l) ? 1 : 0.56))) * letter;
  const high = lines.length * letter * 1.2, away = node.data("size") / 2 + 3;
  const left = { right: x + away, left: x - away - wide }[side] ?? x - wide / 2;
  const top = { below: y + away, above: y - away - high }[side] ?? y - high / 2;
  return { id: node.id(), x1: left, x2: left + wide, y1: top, y2: top + high };
}

// Boxes by the cells that they touch: 1,500 names are told apart in a few milliseconds.
class Boxes {
  constructor(cell) { this.cell = cell; this.cells = new Map(); }

  * keys(box) {
    for (let x = Math.floor(box.x1 / this.cell); x <= box.x2 / this.cell; x += 1) {
      for (let y = Math.floor(box.y1 / this.cell); y <= box.y2 / this.cell; y += 1) yield `${x},${y}`;
    }
  }

  add(box) { for (const key of this.keys(box)) this.cells.set(key, [...(this.cells.get(key) ?? []), box]); }

  hits(box, id) {
    for (const key of this.keys(box)) if ((this.cells.get(key) ?? []).some((b) => b.id !== id && meets(b, box))) return true;
    return false;
  }
}

const SIDES = ["below", "above", "right", "left"];

// Names of more connected things win over those that they would cover: these stand on another side of their nodes where there
// is room, else they show when touched. Those of the most linked may lie on the nodes of others, but on no name.
function thinLabels(cy) {
  const letter = letterSize(cy.zoom(), LETTER);
  const shown = cy.nodes().filter((n) => !n.hasClass("hidden"));
  const taken = new Boxes(160), names = new Boxes(160);
  shown.forEach((n) => taken.add(nodeBox(n)));
  const rank = (n) => (n.data("seed") ? 1e6 : 0) + (n.selected() ? 1e5 : 0) + n.data("degree");
  const ranked = shown.toArray().map((n) => [rank(n), n]).sort((a, b) => b[0] - a[0]);
  cy.batch(() => {
    if (cy.scratch("letter") !== letter) {
      cy.nodes().style("font-size", letter);
      cy.edges().style("font-size", letterSize(cy.zoom(), LETTER - 2));
      cy.scratch("letter", letter);
    }
    ranked.forEach(([, node], i) => {
      const room = (boxes) => SIDES.find((side) => !boxes.hits(labelBox(node, letter, side), node.id()));
      const side = room(taken) ?? (i < SURE ? room(names) : undefined) ?? (node.data("seed") ? "below" : undefined);
      node.toggleClass("quiet", side === undefined).toggleClass("sure", i < SURE);
      SIDES.slice(1).forEach((one) => { node.toggleClass(one, one === side); });
      if (side) [taken, names].forEach((boxes) => { boxes.add(labelBox(node, letter, side)); });
    });
  });
  cy.scratch("taken", taken);
  thinLinks(cy);
}

// A link's name runs along it: small boxes in a row around its middle.
function linkBoxes(edge, letter) {
  const text = edge.data("shown"), from = edge.source().position(), to = edge.target().position(), { x, y } = edge.midpoint();
  const wide = [...text].length * (isWide(text) ? 1 : 0.56) * letter, length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const steps = Math.ceil(wide / letter), half = letter * 0.6;
  return Array.from({ length: steps }, (_, i) => {
    const away = ((i + 0.5) / steps - 0.5) * wide / length;
    const middle = { x: x + (to.x - from.x) * away, y: y + (to.y - from.y) * away };
    return { id: edge.id(), x1: middle.x - half, x2: middle.x + half, y1: middle.y - half, y2: middle.y + half };
  });
}

// Things come first: a link whose name would lie on a thing or on another name says it when touched. Conflict always shows.
function thinLinks(cy) {
  const taken = cy.scratch("taken");
  if (!taken) return;
  const letter = letterSize(cy.zoom(), LETTER - 2), names = new Boxes(160);
  const rank = (e) => (e.hasClass("contested") ? 2 : e.selected() || e.hasClass("path") ? 1 : 0);
  const said = cy.edges().filter((e) => !e.hasClass("silent") && e.takesUpSpace()).toArray()
    .map((e) => [e, linkBoxes(e, letter), rank(e)]).sort((a, b) => b[2] - a[2]);
  cy.batch(() => said.forEach(([edge, boxes, order]) => {
    const covered = order < 2 && boxes.some((box) => taken.hits(box, edge.id()) || names.hits(box, edge.id()));
    edge.toggleClass("covered", covered);
    if (!covered) boxes.forEach((box) => { names.add(box); });
  }));
}

const PLAIN_FILTER = { off: [], from: "", to: "", who: "", doc: "" };

function passes(view, edge) {
  const { off, from, to, who, doc } = view.filter;
  const data = edge.data();
  if (off.includes(`r:${data.type}`) || off.includes(`s:${data.status}`)) return false;
  if (who && !(data.who ?? []).includes(who)) return false;
  if (doc && !(data.docs ?? []).includes(doc)) return false;
  if ((from || to) && !data.since) return false;
  return !(from && data.until < from) && !(to && data.since > `${to}\uffff`);
}

function filter(view) {
  const { cy } = view;
  const on = JSON.stringify(view.filter) !== JSON.stringify(PLAIN_FILTER);
  cy.batch(() => {
    cy.edges().forEach((e) => { e.toggleClass("hidden", on && !passes(view, e)); });
    cy.nodes().forEach((n) => {
      const lonely = on && !n.data("seed") && n.connectedEdges().every((e) => e.hasClass("hidden"));
      n.toggleClass("hidden", view.filter.off.includes(`k:${n.data("label")}`) || lonely);
    });
  });
}

function changeFilter(view, change) {
  view.filter = { ...view.filter, ...change };
  view.waiting = JSON.stringify(view.filter);
  filter(view);
  thinLabels(view.cy);
  view.send("filter", view.waiting);
}

// The address may have changed the filter (back, a link); an older echo of what was just clicked must not.
function adoptFilter(view) {
  const given = JSON.stringify({ ...PLAIN_FILTER, ...view.data.filter });
  if (view.waiting && view.waiting !== given) return;
  view.waiting = null;
  view.filter = JSON.parse(given);
}
