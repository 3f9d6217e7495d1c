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
  const known = memory(view);
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
    if (kept?.[2]) node.addClass("pinned");
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

// All but the pinned things are laid out anew.
function arrange(view) {
  const { cy } = view;
  const pinned = cy.nodes(".pinned");
  const fixed = pinned.map((n) => ({ nodeId: n.id(), position: { ...n.position() } }));
  cy.layout({
    name: "fcose", randomize: fixed.length === 0, animate: false, fit: false, quality: "proof", nodeDimensionsIncludeLabels: true,
    idealEdgeLength: 125, nodeSeparation: 110, nodeRepulsion: 9000, gravity: 0.3, packComponents: fixed.length === 0,
    fixedNodeConstraint: fixed.length ? fixed : undefined,
  }).run();
  spread(cy.nodes().difference(pinned));
  thinLabels(cy);
  remember(view);
  fit(view);
}
