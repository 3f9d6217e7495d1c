// ---- places: what is added is put around its neighbour and moves nothing -------------------------------------------

// Where a saved view has its things, and for others where this browser had them last.
const memory = (view) => {
  try { return { ...JSON.parse(sessionStorage.getItem(view.memory) ?? "{}"), ...view.data.places }; } catch { return view.data.places ?? {}; }
};

const places = (cy) => Object.fromEntries(cy.nodes().map((n) => [n.id(), [n.position("x"), n.position("y"), n.hasClass("pinned") ? 1 : 0]]));

function remember(view) {
  try { sessionStorage.setItem(view.memory, JSON.stringify(places(view.cy))); } catch { /* a full store only costs the memory of places */ }
}

const GAP = { x: 112, y: 66 };

// Places that are taken, by cells as large as the gap: only the cells around a place can hold what is too near.
class Taken {
  constructor(spots) { this.cells = new Map(); spots.forEach((spot) => this.add(spot)); }

  add(spot) {
    const key = `${Math.floor(spot.x / GAP.x)},${Math.floor(spot.y / GAP.y)}`;
    this.cells.set(key, [...(this.cells.get(key) ?? []), spot]);
  }

  free({ x, y }) {
    const column = Math.floor(x / GAP.x), row = Math.floor(y / GAP.y);
    for (let i = column - 1; i <= column + 1; i += 1) {
      for (let j = row - 1; j <= row + 1; j += 1) {
        if (this.cells.get(`${i},${j}`)?.some((p) => Math.abs(p.x - x) < GAP.x && Math.abs(p.y - y) < GAP.y)) return false;
      }
    }
    return true;
  }
}

// Places on rings around a thing, beginning on the side that looks away from the middle. What is not free now will not be
// free later, so each thing's rings are walked once for all that is put around it.
function* around(parent, centre) {
  const away = Math.atan2(parent.y - centre.y, parent.x - centre.x) || 0;
  for (let ring = 1; ; ring += 1) {
    const steps = 8 + ring * 4;
    for (let step = 0; step < steps; step += 1) {
      const turn = away + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / steps);
      yield { x: parent.x + Math.cos(turn) * ring * 125, y: parent.y + Math.sin(turn) * ring * 105 };
    }
  }
}

// Among many the most linked are dealt evenly between the others, so that there is room for their names.
function dealt(nodes) {
  const ranked = nodes.toArray().sort((a, b) => b.data("degree") - a.data("degree"));
  if (ranked.length <= 2 * SURE) return ranked;
  const every = Math.floor(ranked.length / SURE), others = ranked.slice(SURE);
  return ranked.slice(0, SURE).flatMap((node, i) => [node, ...others.splice(0, i < SURE - 1 ? every - 1 : others.length)]);
}

function place(view, fresh) {
  const { cy } = view;
  const known = memory(view);
  const settled = cy.nodes().difference(fresh);
  const kept = fresh.filter((n) => known[n.id()]);
  if (settled.empty() && kept.empty() && fresh.length <= FEW) return layOut(view, fresh);
  kept.forEach((n) => { if (known[n.id()][2]) n.addClass("pinned"); });
  const spots = new Map(settled.map((n) => [n.id(), n.position()]));
  kept.forEach((n) => { spots.set(n.id(), { x: known[n.id()][0], y: known[n.id()][1] }); });
  return putAround(view, fresh, spots);
}

// What has no spot comes to stand around its most linked neighbour that has one.
function putAround(view, nodes, spots) {
  if (!spots.size) spots.set(view.data.seed, { x: 0, y: 0 });
  const centre = middle([...spots.values()]), taken = new Taken([...spots.values()]);
  const beside = neighbours(view.data.edges), rings = new Map();
  dealt(nodes.filter((n) => !spots.has(n.id()))).forEach((node) => {
    const placed = (beside.get(node.id()) ?? []).filter((key) => spots.has(key));
    const parent = placed.reduce((best, key) => (best && beside.get(best).length >= beside.get(key).length ? best : key), "");
    if (!rings.has(parent)) rings.set(parent, around(spots.get(parent) ?? centre, centre));
    const ring = rings.get(parent);
    let spot = ring.next().value;
    while (!taken.free(spot)) spot = ring.next().value;
    spots.set(node.id(), spot);
    taken.add(spot);
  });
  view.cy.batch(() => nodes.forEach((n) => { n.position(spots.get(n.id())); }));
}

function middle(spots) {
  const [x, y] = ["x", "y"].map((axis) => spots.map((spot) => spot[axis]));
  return { x: (Math.min(...x) + Math.max(...x)) / 2, y: (Math.min(...y) + Math.max(...y)) / 2 };
}

function neighbours(edges) {
  const beside = new Map();
  for (const { source, target } of edges) {
    beside.set(source, [...(beside.get(source) ?? []), target]);
    beside.set(target, [...(beside.get(target) ?? []), source]);
  }
  return beside;
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

// All but the pinned things are laid out anew.
function arrange(view) {
  const { cy } = view;
  const pinned = cy.nodes(".pinned"), others = cy.nodes().difference(pinned);
  if (cy.nodes().length > FEW) putAround(view, others, new Map(pinned.map((n) => [n.id(), { ...n.position() }])));
  else arrangeByForces(cy, pinned, others);
  remember(view);
  fit(view);
}

function arrangeByForces(cy, pinned, others) {
  const fixed = pinned.map((n) => ({ nodeId: n.id(), position: { ...n.position() } }));
  cy.layout({
    name: "fcose", randomize: fixed.length === 0, animate: false, fit: false, quality: "proof", nodeDimensionsIncludeLabels: true,
    idealEdgeLength: 125, nodeSeparation: 110, nodeRepulsion: 9000, gravity: 0.3, packComponents: fixed.length === 0,
    fixedNodeConstraint: fixed.length ? fixed : undefined,
  }).run();
  spread(others);
}
