// ---- keyboard: arrows walk from thing to thing, Enter shows, letters act ---------------------------------------------

const TURN = { ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2 };

function walked(view) {
  const { cy } = view;
  const now = cy.nodes(".walked");
  return now.nonempty() ? now.first() : cy.nodes(":selected").first().nonempty() ? cy.nodes(":selected").first() : cy.nodes(".seed").first();
}

// The nearest visible thing within 60 degrees of the arrow's direction.
function nextTo(view, from, turn) {
  const at = from.position();
  let best = null;
  view.cy.nodes().not(".hidden").not(from).forEach((node) => {
    const { x, y } = node.position();
    const off = Math.abs(Math.atan2(Math.sin(Math.atan2(y - at.y, x - at.x) - turn), Math.cos(Math.atan2(y - at.y, x - at.x) - turn)));
    const far = Math.hypot(x - at.x, y - at.y) * (1 + off);
    if (off < Math.PI / 3 && (!best || far < best.far)) best = { node, far };
  });
  return best?.node;
}

function walk(view, turn) {
  const from = walked(view);
  const to = view.cy.nodes(".walked").empty() ? from : nextTo(view, from, turn);
  if (!to?.length) return;
  view.cy.nodes().removeClass("walked");
  to.addClass("walked");
  if (!inSight(view.cy, to)) view.cy.center(to);
  tell(view, to);
}

// What a screen reader hears of the thing walked to.
function tell(view, node) {
  const { words } = view.data;
  const links = node.connectedEdges().not(".hidden").toArray().slice(0, 12).map((e) => {
    const other = e.source().same(node) ? e.target() : e.source();
    return e.source().same(node) ? `${e.data("name")} ${other.data("name")}` : `${other.data("name")} ${e.data("name")}`;
  });
  view.said.textContent = [node.data("kind"), node.data("name"), `${node.degree()} ${words.links}`, ...links].join("; ");
}

const HOT = {
  Enter: (view, event) => (event.shiftKey ? toggle(walked(view)) : pick(view, walked(view))),
  e: (view) => view.send("open", walked(view).id()),
  h: (view) => hide(view),
  Delete: (view) => hide(view),
  p: (view) => pin(view),
  f: (view) => fit(view),
  "+": (view) => zoom(view, 1.25),
  "-": (view) => zoom(view, 0.8),
};

function onKey(view, event) {
  event.stopPropagation(); // Streamlit listens for r, c and Esc on the document; keys pressed in the graph are not for it.
  if (!view.cy || event.target !== view.canvas) return;
  const undo = (event.ctrlKey || event.metaKey) && { z: event.shiftKey ? "redo" : "undo", y: "redo" }[event.key.toLowerCase()];
  const act = event.key in TURN ? () => walk(view, TURN[event.key]) : undo ? () => view.send(undo, Date.now())
    : event.ctrlKey || event.metaKey || event.altKey ? null : HOT[event.key];
  if (!act) return;
  event.preventDefault();
  act(view, event);
}
