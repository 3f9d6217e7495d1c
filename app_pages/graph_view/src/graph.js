// The neighbourhood as a graph. Positions stay per node: what is added is placed around its neighbour and moves nothing.
const LINES = { solid: ["solid", [1, 0]], dashed: ["dashed", [7, 5]], dotted: ["dotted", [2, 3]], "dash-dot": ["dashed", [9, 3, 2, 3]] };
const FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif';
const CONFLICT = "#B3261E";
const INK = "#22303C";

function engine() {
  if (globalThis.__policyGraphEngine) return Promise.resolve(globalThis.__policyGraphEngine);
  return new Promise((resolve) => {
    globalThis.addEventListener("policy-graph-engine", () => resolve(globalThis.__policyGraphEngine), { once: true });
  });
}

const shorten = (text, most) => ([...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text);

// Wraps a name into lines; Chinese has no spaces, so the line breaks are ours.
function wrap(name, wide) {
  const words = wide ? shorten(name, 22) : shorten(name, 44);
  const length = [...words].length;
  if (wide) return length <= 11 ? words : [...words].map((c, i) => (i === Math.ceil(length / 2) ? `\n${c}` : c)).join("");
  const half = words.length > 22 ? words.lastIndexOf(" ", 24) : -1;
  return half > 0 ? `${words.slice(0, half)}\n${words.slice(half + 1)}` : words;
}

const isWide = (text) => /[\u2e80-\u9fff\uf900-\ufaff]/.test(text);

function style() {
  return [
    { selector: "node", style: {
      width: "data(size)", height: "data(size)", shape: "data(shape)", "background-color": "data(colour)",
      "border-width": 1.5, "border-color": "#ffffff", label: "data(shown)", color: INK, "font-family": FONT, "font-size": 11,
      "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 400, "line-height": 1.15,
      "text-background-color": "#ffffff", "text-background-opacity": 0.8, "text-background-padding": 1, "min-zoomed-font-size": 6 } },
    { selector: "node.seed", style: { "border-width": 3, "border-color": INK, "font-weight": "bold", "font-size": 12.5 } },
    { selector: "node.quiet", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: "node:selected", style: {
      "border-width": 4, "border-color": "#F2A900", "text-opacity": 1, "text-background-opacity": 0.9, "z-index": 20 } },
    { selector: "node.near", style: { "text-opacity": 1, "text-background-opacity": 0.85, "z-index": 15 } },
    { selector: "edge", style: {
      width: 1.6, "line-color": "#8A98A5", "target-arrow-color": "#8A98A5", "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier", "control-point-step-size": 34, "line-style": "data(line)", "line-dash-pattern": "data(dash)",
      label: "data(shown)", color: "#5A6874", "font-family": FONT, "font-size": 9, "text-rotation": "autorotate",
      "text-background-color": "#ffffff", "text-background-opacity": 0.85, "text-background-padding": 1, "min-zoomed-font-size": 8 } },
    { selector: "edge.silent", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: "edge.contested", style: {
      "line-color": CONFLICT, "target-arrow-color": CONFLICT, color: CONFLICT, width: 2.4, "font-weight": "bold" } },
    { selector: "edge:selected", style: { "line-color": "#F2A900", "target-arrow-color": "#F2A900", width: 3.5, "z-index": 20 } },
    { selector: ".hidden", style: { display: "none" } },
    { selector: ".faded", style: { opacity: 0.22 } },
  ];
}

function nodeData(node) {
  const wide = isWide(node.name);
  const more = node.more > 0 ? `\n+${node.more}` : "";
  return { ...node, shown: wrap(node.name, wide) + more, size: node.seed ? 44 : 22 + Math.min(18, 3.2 * Math.log2(1 + node.degree)) };
}

function edgeData(edge) {
  const [line, dash] = LINES[edge.line] ?? LINES.solid;
  return { ...edge, line, dash, shown: edge.contested ? `⚠ ${edge.name}` : edge.name };
}

// ---- places -------------------------------------------------------------------------------------------------------

const memory = (key) => {
  try { return JSON.parse(sessionStorage.getItem(key) ?? "{}"); } catch { return {}; }
};

function remember(view) {
  const places = {};
  for (const node of view.cy.nodes()) {
    const { x, y } = node.position();
    places[node.id()] = [x, y];
  }
  try { sessionStorage.setItem(view.memory, JSON.stringify(places)); } catch { /* a full store only costs the memory of places */ }
}

const GAP = { x: 112, y: 66 };
const free = (taken, x, y) => !taken.some((p) => Math.abs(p.x - x) < GAP.x && Math.abs(p.y - y) < GAP.y);

// The first free place on rings around the parent, beginning on the side that looks away from the middle.
function placeNear(parent, centre, taken) {
  const away = Math.atan2(parent.y - centre.y, parent.x - centre.x) || 0;
  for (let ring = 1; ring < 30; ring += 1) {
    const steps = 8 + ring * 4;
    for (let step = 0; step < steps; step += 1) {
      const turn = away + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / steps);
      const spot = { x: parent.x + Math.cos(turn) * ring * 130, y: parent.y + Math.sin(turn) * ring * 95 };
      if (free(taken, spot.x, spot.y)) return spot;
    }
  }
  return { x: parent.x + 200, y: parent.y + 200 };
}

function place(view, fresh) {
  const { cy } = view;
  const known = memory(view.memory);
  const settled = cy.nodes().difference(fresh);
  if (settled.empty() && !fresh.some((n) => known[n.id()])) return layOut(view, fresh);
  const taken = settled.map((n) => n.position());
  const box = settled.empty() ? { x1: 0, x2: 0, y1: 0, y2: 0 } : settled.boundingBox({ includeLabels: false });
  const centre = { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 };
  const ordered = fresh.sort((a, b) => (known[b.id()] ? 1 : 0) - (known[a.id()] ? 1 : 0));
  const placed = cy.collection().union(settled);
  let done = placed;
  ordered.forEach((node) => {
    const kept = known[node.id()];
    const parent = node.neighborhood("node").intersection(done).max((n) => n.degree()).ele;
    const spot = kept ? { x: kept[0], y: kept[1] } : placeNear(parent ? parent.position() : centre, centre, taken);
    node.position(spot);
    taken.push(spot);
    done = done.union(node);
  });
  return undefined;
}

// A first drawing: a ring with the seed in its middle as the fixed start, so that the same data gives the same picture.
function layOut(view, nodes) {
  const { cy } = view;
  const others = nodes.filter((n) => !n.data("seed"));
  nodes.filter((n) => n.data("seed")).forEach((n, i) => { n.position({ x: i * 220, y: 0 }); });
  others.forEach((n, i) => {
    const turn = (2 * Math.PI * i) / Math.max(1, others.length);
    n.position({ x: Math.cos(turn) * 300, y: Math.sin(turn) * 240 });
  });
  cy.layout({
    name: "fcose", randomize: false, animate: false, fit: false, quality: "proof", nodeDimensionsIncludeLabels: true,
    idealEdgeLength: 125, nodeSeparation: 110, nodeRepulsion: 9000, gravity: 0.3, numIter: 2500, packComponents: true,
  }).run();
  spread(cy.nodes());
}

// Parts nodes that the layout left on one another's labels.
function spread(nodes) {
  const all = nodes.toArray();
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    for (let i = 0; i < all.length; i += 1) {
      for (let j = i + 1; j < all.length; j += 1) moved = part(all[i], all[j]) || moved;
    }
    if (!moved) return;
  }
}

function part(one, two) {
  const a = one.position();
  const b = two.position();
  const wide = 104 - Math.abs(a.x - b.x);
  const high = 62 - Math.abs(a.y - b.y);
  if (wide <= 0 || high <= 0) return false;
  const axis = wide < high ? "x" : "y";
  const push = (axis === "x" ? wide : high) / 2 + 1;
  const side = a[axis] <= b[axis] ? 1 : -1;
  one.position(axis, a[axis] - side * push);
  two.position(axis, b[axis] + side * push);
  return true;
}

// ---- labels, filters ----------------------------------------------------------------------------------------------

function labelBox(node) {
  const { x, y } = node.position();
  const lines = node.data("shown").split("\n");
  const unit = isWide(lines[0]) ? 11.5 : 6.2;
  const half = (Math.max(...lines.map((l) => [...l].length)) * unit) / 2;
  const top = y + node.data("size") / 2 + 3;
  return { x1: x - half, x2: x + half, y1: top, y2: top + lines.length * 13.5 };
}

const meets = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

function nodeBox(node) {
  const { x, y } = node.position();
  const half = node.data("size") / 2;
  return { id: node.id(), x1: x - half, x2: x + half, y1: y - half, y2: y + half };
}

// Labels of more connected nodes win over those that they would cover; the others show when touched.
function thinLabels(cy) {
  const shown = cy.nodes().filter((n) => !n.hasClass("hidden"));
  const bodies = shown.map(nodeBox);
  const kept = [];
  const rank = (n) => (n.data("seed") ? 1e6 : 0) + n.data("degree");
  cy.batch(() => shown.sort((a, b) => rank(b) - rank(a)).forEach((node) => {
    const box = labelBox(node);
    const covered = kept.some((k) => meets(k, box)) || bodies.some((b) => b.id !== node.id() && meets(b, box));
    node.toggleClass("quiet", covered && !node.data("seed"));
    if (!covered || node.data("seed")) kept.push(box);
  }));
}

function filter(view) {
  const { cy, off } = view;
  cy.batch(() => {
    cy.edges().forEach((e) => { e.toggleClass("hidden", off.has(`r:${e.data("type")}`) || off.has(`s:${e.data("status")}`)); });
    cy.nodes().forEach((n) => {
      const lonely = off.size > 0 && !n.data("seed") && n.connectedEdges().every((e) => e.hasClass("hidden"));
      n.toggleClass("hidden", off.has(`k:${n.data("label")}`) || lonely);
    });
  });
  thinLabels(cy);
}

// ---- frame around the drawing -------------------------------------------------------------------------------------

function make(tag, cls, text) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined) node.textContent = text;
  return node;
}

function button(cls, text, title, act) {
  const node = make("button", cls, text);
  node.type = "button";
  node.title = title;
  node.setAttribute("aria-label", title);
  node.addEventListener("click", act);
  return node;
}

function toolbar(view) {
  const { cy } = view;
  const words = view.data.words;
  const zoom = (factor) => () => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const bar = make("div", "bar");
  bar.append(button("fit", `⤢ ${words.fit}`, words.fit, () => fit(view)), button("", "＋", words.zoom_in, zoom(1.25)),
    button("", "－", words.zoom_out, zoom(0.8)));
  if (view.data.steps > 0) {
    bar.append(button("undo", `↶ ${words.undo}`, words.undo, () => view.send("undo", Date.now())),
      button("reset", words.reset, words.reset, () => view.send("reset", Date.now())));
  }
  return bar;
}

function sample(item) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const wide = item.kind === "k" ? 14 : 30;
  svg.setAttribute("viewBox", `0 0 ${wide} 12`);
  svg.setAttribute("width", wide);
  svg.setAttribute("height", 12);
  svg.setAttribute("aria-hidden", "true");
  svg.append(item.kind === "k" ? nodeSample(item) : lineSample(item));
  return svg;
}

const CORNERS = {
  diamond: "7,0 14,6 7,12 0,6", hexagon: "3.5,0 10.5,0 14,6 10.5,12 3.5,12 0,6", pentagon: "7,0 14,5 11,12 3,12 0,5",
  octagon: "4,0 10,0 14,4 14,8 10,12 4,12 0,8 0,4", tag: "0,1 10,1 14,6 10,11 0,11", rectangle: "0,1 14,1 14,11 0,11",
};

function nodeSample(item) {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", CORNERS[item.shape] ? "polygon" : "rect");
  const looks = CORNERS[item.shape]
    ? { points: CORNERS[item.shape] }
    : { x: 0, y: 1, width: 14, height: 10, rx: item.shape === "ellipse" ? 6 : 3 };
  for (const [key, value] of Object.entries({ ...looks, fill: item.colour })) shape.setAttribute(key, value);
  return shape;
}

function lineSample(item) {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  const dash = LINES[item.line]?.[1] ?? [1, 0];
  const looks = { x1: 0, y1: 6, x2: 30, y2: 6, stroke: item.colour ?? "#5A6874", "stroke-width": 2, "stroke-dasharray": dash.join(" ") };
  for (const [key, value] of Object.entries(looks)) line.setAttribute(key, value);
  return line;
}

function legendItem(view, item) {
  const key = `${item.kind}:${item.key}`;
  const node = button("item", "", item.name, () => {
    view.off.has(key) ? view.off.delete(key) : view.off.add(key);
    node.setAttribute("aria-pressed", String(!view.off.has(key)));
    filter(view);
  });
  node.dataset.key = key;
  node.setAttribute("aria-pressed", String(!view.off.has(key)));
  if (item.kind !== "r") node.append(sample(item));
  node.append(make("span", "", item.name), make("small", "", String(item.count)));
  return node;
}

function legend(view) {
  const box = make("details", "legend");
  box.open = view.legendOpen ?? view.root.clientWidth > 560;
  box.addEventListener("toggle", () => { view.legendOpen = box.open; });
  box.append(make("summary", "", view.data.words.legend));
  for (const [title, items] of view.data.legend) {
    const group = make("div", "group");
    group.append(make("h4", "", title), ...items.map((item) => legendItem(view, item)));
    box.append(group);
  }
  const sign = make("div", "sign");
  sign.append(sample({ kind: "s", line: "solid", colour: CONFLICT }), make("span", "", `⚠ ${view.data.words.contested}`));
  box.append(sign, make("p", "hint", view.data.words.hint));
  return box;
}

function frame(view) {
  view.over.replaceChildren(toolbar(view), legend(view));
  if (view.data.note) view.over.append(make("div", "note", view.data.note));
}

function fit(view) {
  const left = view.over.querySelector(".legend[open]")?.offsetWidth ?? 0;
  const room = view.cy.width() - left;
  view.cy.fit(view.cy.elements().not(".hidden"), 46);
  const box = view.cy.elements().not(".hidden").boundingBox();
  const scale = Math.min(1.25, Math.min((room - 70) / Math.max(1, box.w), (view.cy.height() - 90) / Math.max(1, box.h)));
  view.cy.zoom(scale);
  view.cy.pan({ x: left + room / 2 - ((box.x1 + box.x2) / 2) * scale, y: view.cy.height() / 2 - ((box.y1 + box.y2) / 2) * scale });
}

// ---- differences --------------------------------------------------------------------------------------------------

function apply(view) {
  const { cy, data } = view;
  const nodes = new Map(data.nodes.map((n) => [n.id, n]));
  const edges = new Map(data.edges.map((e) => [e.id, e]));
  let fresh = cy.collection();
  cy.batch(() => {
    cy.elements().filter((e) => !(e.isNode() ? nodes : edges).has(e.id())).remove();
    for (const node of nodes.values()) fresh = fresh.union(put(cy, "nodes", nodeData(node)));
    for (const edge of edges.values()) put(cy, "edges", edgeData(edge));
  });
  cy.nodes().forEach((n) => { n.toggleClass("seed", Boolean(n.data("seed"))); });
  cy.edges().forEach((e) => { e.toggleClass("contested", Boolean(e.data("contested"))); });
  const first = cy.nodes().length === fresh.length;
  if (fresh.length) place(view, fresh);
  // Round as the memory does, so that a reload gives the very same picture.
  fresh.forEach((n) => { n.position({ x: Math.round(n.position("x") * 10) / 10, y: Math.round(n.position("y") * 10) / 10 }); });
  select(view);
  filter(view);
  remember(view);
  frame(view);
  if (first || fresh.some((n) => !inSight(cy, n))) fit(view);
}

function put(cy, group, data) {
  const known = cy.getElementById(data.id);
  if (known.nonempty()) {
    known.data(data);
    return cy.collection();
  }
  return cy.add({ group, data });
}

function inSight(cy, node) {
  const box = node.renderedBoundingBox();
  return box.x1 > 0 && box.y1 > 0 && box.x2 < cy.width() && box.y2 < cy.height();
}

function select(view) {
  const { cy, data } = view;
  const wanted = cy.getElementById(data.selected ?? "");
  cy.elements(":selected").difference(wanted).unselect();
  if (!wanted.selected()) wanted.select();
  hush(cy);
}

// With many edges only those of the chosen thing (else of the seed) say their name; the others when touched.
function hush(cy) {
  const chosen = cy.nodes(":selected");
  const speaking = (chosen.nonempty() ? chosen : cy.nodes(".seed")).connectedEdges().union(cy.edges(":selected, .contested"));
  cy.batch(() => cy.edges().forEach((e) => { e.toggleClass("silent", cy.edges().length > 12 && !speaking.has(e)); }));
}

function listen(view) {
  const { cy } = view;
  cy.on("tap", "node, edge", (event) => {
    cy.elements().unselect();
    event.target.select();
    hush(cy);
    view.send("pick", event.target.id());
  });
  cy.on("dbltap", "node", (event) => view.send("expand", event.target.id()));
  cy.on("dragfree", "node", () => { thinLabels(cy); remember(view); });
  cy.on("mouseover", "node", (event) => {
    event.target.closedNeighborhood("node").addClass("near");
    event.target.connectedEdges().removeClass("silent");
  });
  cy.on("mouseover", "edge", (event) => event.target.removeClass("silent"));
  cy.on("mouseout", "node, edge", () => {
    cy.nodes().removeClass("near");
    hush(cy);
  });
}

async function start(root, view) {
  const cytoscape = await engine();
  if (view.gone) return;
  view.cy = cytoscape({ container: view.canvas, style: style(), minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: false,
    multiClickDebounceTime: 260 });
  globalThis.__graph = view.cy;
  listen(view);
  apply(view);
}

function open(parentElement) {
  const root = make("div", "graph");
  const view = { root, canvas: make("div", "canvas"), over: make("div", "over"), off: new Set() };
  view.canvas.tabIndex = 0;
  root.append(view.canvas, view.over);
  // Streamlit listens for r, c and Esc on the document; keys pressed in the graph are not for it.
  root.addEventListener("keydown", (event) => event.stopPropagation());
  root.addEventListener("contextmenu", (event) => event.preventDefault());
  parentElement.append(root);
  return view;
}

export default function ({ parentElement, data, setTriggerValue }) {
  const known = parentElement.__view;
  const view = known ?? (parentElement.__view = open(parentElement));
  view.data = data;
  view.memory = `policy-graph:${data.seed}`;
  view.send = setTriggerValue;
  view.canvas.setAttribute("role", "application");
  view.canvas.setAttribute("aria-label", data.words.about);
  if (view.cy) apply(view);
  else if (!known) start(parentElement, view);
  return () => {
    // Streamlit cleans up before each new call as well; the drawing ends only with its place in the page.
    queueMicrotask(() => setTimeout(() => { if (!view.root.isConnected) { view.gone = true; view.cy?.destroy(); } }, 1000));
  };
}
