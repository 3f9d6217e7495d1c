// ---- differences: only what changed is added and taken away -----------------------------------------------------------

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
  cy.nodes().forEach((n) => { n.toggleClass("seed", Boolean(n.data("seed"))).toggleClass("group", Boolean(n.data("group"))); });
  cy.edges().forEach((e) => { e.toggleClass("contested", Boolean(e.data("contested"))).toggleClass("path", Boolean(e.data("path"))); });
  const first = cy.nodes().length === fresh.length;
  if (fresh.length) place(view, fresh);
  // Round as the memory does, so that a reload gives the very same picture.
  fresh.forEach((n) => { n.position({ x: Math.round(n.position("x") * 10) / 10, y: Math.round(n.position("y") * 10) / 10 }); });
  adoptFilter(view);
  select(view);
  filter(view);
  remember(view);
  frame(view);
  if (first || fresh.some((n) => !inSight(cy, n))) fit(view);
  else thinLabels(cy);
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
  const box = node.renderedBoundingBox({ includeLabels: false });
  return box.x1 > 0 && box.y1 > 0 && box.x2 < cy.width() && box.y2 < cy.height();
}

// The picked thing is chosen; what else was chosen beside it stays so.
function select(view) {
  const { cy, data } = view;
  const wanted = cy.getElementById(data.selected ?? "");
  if (wanted.nonempty() && !wanted.selected()) {
    cy.elements(":selected").unselect();
    wanted.select();
  }
  hush(cy);
}

// With many edges only those of the chosen things (else of the seed) say their name, and of a hub's none, which would lie on
// one another; the others when touched.
function hush(cy) {
  const chosen = cy.nodes(":selected");
  const own = (chosen.nonempty() ? chosen : cy.nodes(".seed")).connectedEdges();
  const speaking = cy.edges(":selected, .contested, .path").union(own.length > 40 ? cy.collection() : own);
  const many = cy.edges().length > 12;
  cy.batch(() => cy.edges().forEach((e) => { e.toggleClass("silent", many && !speaking.has(e)); }));
  thinLinks(cy);
}

// ---- what clicks and keys do ------------------------------------------------------------------------------------------

function pick(view, target) {
  view.cy.elements().difference(target).unselect();
  target.select();
  view.send("pick", target.id());
}

function toggle(node) {
  if (node.selected()) node.unselect();
  else node.select();
}

const chosen = (view) => view.cy.nodes(":selected").map((n) => n.id());

function hide(view) {
  const keys = chosen(view).filter((key) => key !== view.data.seed);
  if (keys.length) view.send("step", `hide ${keys.join("\t")}`);
}

function keep(view) {
  const kept = view.cy.nodes(":selected");
  const keys = view.cy.nodes().difference(kept).filter((n) => n.id() !== view.data.seed).map((n) => n.id());
  if (keys.length) view.send("step", `hide ${keys.join("\t")}`);
}

function pin(view) {
  const nodes = view.cy.nodes(":selected");
  const on = nodes.some((n) => !n.hasClass("pinned"));
  nodes.forEach((n) => { n.toggleClass("pinned", on); });
  remember(view);
}

function listen(view) {
  const { cy } = view;
  cy.on("tap", "node, edge", (event) => {
    // With a key held the drawing library itself adds to what is chosen.
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent ?? {};
    if (!shiftKey && !ctrlKey && !metaKey) pick(view, event.target);
  });
  let soon;
  cy.on("select unselect", () => {
    clearTimeout(soon);
    soon = setTimeout(() => { if (!cy.destroyed()) { hush(cy); fillChosen(view); } }, 0);
  });
  cy.on("cxttap", "node", (event) => pick(view, event.target));
  cy.on("dbltap", "node", (event) => view.send("open", event.target.id()));
  cy.on("dragfree", "node", () => { thinLabels(cy); remember(view); });
  cy.on("mouseover", "node", (event) => {
    event.target.closedNeighborhood("node").addClass("near");
    event.target.connectedEdges().removeClass("silent covered");
  });
  cy.on("mouseover", "edge", (event) => event.target.removeClass("silent covered"));
  cy.on("mouseout", "node, edge", () => {
    cy.nodes().removeClass("near");
    hush(cy);
  });
  let late;
  cy.on("zoom", () => { clearTimeout(late); late = setTimeout(() => { if (!cy.destroyed()) thinLabels(cy); }, 90); });
}

async function start(view) {
  const cytoscape = await engine();
  if (view.gone) return;
  view.cy = cytoscape({ container: view.canvas, style: style(), minZoom: 0.1, maxZoom: 3, boxSelectionEnabled: true,
    multiClickDebounceTime: 260, hideEdgesOnViewport: view.data.edges.length > 1200 });
  globalThis.__graph = view.cy;
  globalThis.__policyGraphPlaces = () => (view.root.isConnected && !view.cy.destroyed() ? places(view.cy) : {});
  listen(view);
  apply(view);
}

// A tablet that is turned, a window made smaller: the whole picture stays in sight.
function watchWidth(view) {
  let width = 0;
  new ResizeObserver(() => {
    const now = view.root.clientWidth;
    const turned = width && now && Math.abs(now - width) > 60;
    if (!width || turned) width = now;
    if (turned && view.cy && !view.cy.destroyed()) { view.cy.resize(); fit(view); }
  }).observe(view.root);
}

function open(parentElement) {
  const root = make("div", "graph");
  const view = { root, canvas: make("div", "canvas"), over: make("div", "over"), said: make("div", "said"), filter: PLAIN_FILTER };
  view.canvas.tabIndex = 0;
  view.said.setAttribute("aria-live", "polite");
  root.append(view.canvas, view.over, view.said);
  root.addEventListener("keydown", (event) => onKey(view, event));
  root.addEventListener("contextmenu", (event) => event.preventDefault());
  document.addEventListener("fullscreenchange", () => { if (view.root.isConnected && view.cy) { view.cy.resize(); fit(view); } });
  parentElement.append(root);
  watchWidth(view);
  return view;
}

export default function show({ parentElement, data, setTriggerValue }) {
  const known = parentElement.__view;
  const view = known ?? (parentElement.__view = open(parentElement));
  view.data = data;
  view.memory = `policy-graph:${data.seed}`;
  view.send = setTriggerValue;
  view.canvas.setAttribute("role", "application");
  view.canvas.setAttribute("aria-label", data.words.about);
  if (view.cy) apply(view);
  else if (!known) start(view);
  return () => {
    // Streamlit cleans up before each new call as well; the drawing ends only with its place in the page.
    queueMicrotask(() => setTimeout(() => { if (!view.root.isConnected) { view.gone = true; view.cy?.destroy(); } }, 1000));
  };
}
