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

const zoom = (view, factor) => view.cy.zoom({ level: view.cy.zoom() * factor, renderedPosition: { x: view.cy.width() / 2, y: view.cy.height() / 2 } });

function full(view) {
  if (document.fullscreenElement) document.exitFullscreen();
  else view.root.requestFullscreen?.();
}

function toolbar(view) {
  const { words, steps, undone } = view.data;
  const bar = make("div", "bar");
  const undo = button("undo", "↶", words.undo, () => view.send("undo", Date.now()));
  const redo = button("redo", "↷", words.redo, () => view.send("redo", Date.now()));
  const reset = button("reset", words.reset, words.reset, () => view.send("reset", Date.now()));
  undo.disabled = reset.disabled = !steps;
  redo.disabled = !undone;
  bar.append(button("fit", `⤢ ${words.fit}`, words.fit, () => fit(view)), button("zoom-in", "＋", words.zoom_in, () => zoom(view, 1.25)),
    button("zoom-out", "－", words.zoom_out, () => zoom(view, 0.8)), undo, redo, reset,
    button("arrange", words.arrange, words.arrange, () => arrange(view)), button("full", words.full, words.full, () => full(view)));
  if (view.data.take) bar.append(button("take", `⤓ ${words.take}`, words.take_about, () => view.send("take", JSON.stringify(places(view.cy)))));
  return bar;
}

// What can be done with the chosen things; two of them can be joined by paths.
function chosenBar(view) {
  const bar = make("div", "bar chosen");
  view.chosenBar = bar;
  fillChosen(view);
  return bar;
}

function fillChosen(view) {
  const { words } = view.data;
  const keys = view.cy.nodes(":selected").map((n) => n.id());
  view.chosenBar.hidden = keys.length === 0;
  const paths = button("paths", words.paths, words.paths_about, () => view.send("step", `path ${keys.join("\t")}`));
  paths.hidden = keys.length !== 2 || view.data.alone;
  view.chosenBar.replaceChildren(make("span", "", words.chosen.replace("{n}", keys.length)), paths,
    button("hide", words.hide, words.hide, () => hide(view)), button("only", words.keep, words.keep, () => keep(view)),
    button("pin", words.pin, words.pin, () => pin(view)));
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
  for (const [key, value] of Object.entries({ ...looks, fill: tone(item.colour) })) shape.setAttribute(key, value);
  return shape;
}

function lineSample(item) {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  const dash = LINES[item.line]?.[1] ?? [1, 0];
  const looks = { x1: 0, y1: 6, x2: 30, y2: 6, stroke: item.colour ?? MILD, "stroke-width": 2, "stroke-dasharray": dash.join(" ") };
  for (const [key, value] of Object.entries(looks)) line.setAttribute(key, value);
  return line;
}

function legendItem(view, item) {
  const key = `${item.kind}:${item.key}`;
  const node = button("item", "", item.name, () => {
    const { off } = view.filter;
    changeFilter(view, { off: off.includes(key) ? off.filter((k) => k !== key) : [...off, key].sort() });
    node.setAttribute("aria-pressed", String(!view.filter.off.includes(key)));
  });
  node.removeAttribute("aria-label"); // it is called what it shows: name and count
  node.dataset.key = key;
  node.setAttribute("aria-pressed", String(!view.filter.off.includes(key)));
  if (item.kind !== "r") node.append(sample(item));
  node.append(make("span", "", item.name), make("small", "", String(item.count)));
  return node;
}

function choice(view, name, label, options) {
  const node = make("select");
  node.setAttribute("aria-label", label);
  node.name = name;
  for (const [value, text] of [["", label], ...options]) {
    const one = make("option", "", shorten(text, 40));
    one.value = value;
    one.selected = view.filter[name] === value;
    node.append(one);
  }
  node.addEventListener("change", () => changeFilter(view, { [name]: node.value }));
  return node;
}

function filters(view) {
  const { words, choices } = view.data;
  const box = make("div", "filters");
  const year = (name) => choice(view, name, words[name], choices.years.map((y) => [y, y]));
  const span = make("div", "span");
  span.append(year("from"), make("span", "", "—"), year("to"));
  box.append(make("h4", "", words.filters), span, choice(view, "who", words.who, choices.who),
    choice(view, "doc", words.doc, choices.docs));
  const asked = make("label");
  const tick = make("input");
  tick.type = "checkbox";
  tick.checked = view.data.only;
  tick.addEventListener("change", () => view.send("only", tick.checked ? "1" : ""));
  asked.append(tick, make("span", "", words.only));
  if (!view.data.alone) box.append(asked);
  return box;
}

function legend(view) {
  const box = make("details", "legend");
  box.open = view.legendOpen ?? view.root.clientWidth > 560;
  box.addEventListener("toggle", () => { view.legendOpen = box.open; });
  box.append(make("summary", "", view.data.words.legend));
  const groups = view.data.legend.map(([title, items]) => {
    const group = make("div", "group");
    group.append(make("h4", "", title), ...items.map((item) => legendItem(view, item)));
    return group;
  });
  const sign = make("div", "sign");
  sign.append(sample({ kind: "s", line: "solid", colour: CONFLICT }), make("span", "", `⚠ ${view.data.words.contested}`));
  groups[0].append(sign);
  box.append(groups[0], filters(view), ...groups.slice(1), make("p", "hint", view.data.words.hint));
  return box;
}

function frame(view) {
  const { data } = view;
  const scroll = view.over.querySelector(".legend")?.scrollTop ?? 0;
  view.over.replaceChildren(toolbar(view), chosenBar(view), legend(view));
  view.over.querySelector(".legend").scrollTop = scroll;
  const note = make("div", "note", data.note);
  if (data.rest) note.append(button("many", data.words.many, data.words.many, () => view.send("many", Date.now())));
  if (data.note || data.rest) view.over.append(note);
}

// The whole picture beside the legend, with the names at its sides.
function fit(view) {
  const left = view.over.querySelector(".legend[open]")?.offsetWidth ?? 0;
  fitWithin(view, left, 120);
  // A smaller scale may name other things, whose names stick out anew.
  for (let turn = 0, margin = 120, out; turn < 3 && (out = sticksOut(view.cy, left)) > 0; turn += 1) {
    fitWithin(view, left, margin += 2 * out);
  }
}

function fitWithin({ cy }, left, margin) {
  const room = cy.width() - left;
  const box = cy.elements().not(".hidden").boundingBox({ includeLabels: false });
  // Long names may reach over the sides: else their room would leave none for the drawing.
  const scale = Math.min(1.25, Math.max(room - margin, room * 0.62) / Math.max(1, box.w), (cy.height() - 150) / Math.max(1, box.h));
  cy.zoom(scale);
  cy.pan({ x: left + room / 2 - ((box.x1 + box.x2) / 2) * scale, y: cy.height() / 2 + 8 - ((box.y1 + box.y2) / 2) * scale });
  thinLabels(cy);
}

// By how many pixels names reach over the sides.
function sticksOut(cy, left) {
  const letter = letterSize(cy.zoom(), LETTER);
  const named = cy.nodes().filter((n) => !n.hasClass("hidden") && !n.hasClass("quiet"));
  const over = named.map((n) => {
    const box = labelBox(n, letter, SIDES.find((side) => n.hasClass(side)));
    return Math.max(left - (box.x1 * cy.zoom() + cy.pan().x), box.x2 * cy.zoom() + cy.pan().x - cy.width());
  });
  return Math.max(0, ...over);
}
