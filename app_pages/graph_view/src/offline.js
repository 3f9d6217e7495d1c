// ---- a file by itself: graphs, charts, tables and pages with their words, one view after another, without the app -------

const book = JSON.parse(document.getElementById("data").textContent);
const now = { at: 0, language: book.language, picked: "", gone: [], back: [], filter: null, end: null };

const said = (key, n) => (book.words[now.language][key] ?? key).replace("{n}", n);
const view = () => book.steps[now.at];
const drawing = () => view().pictures[now.language];
const tabled = () => view().tables[now.language];
const leaf = () => view().leaves[now.language];
const charted = () => (view().charts[now.language]?.marks.length ? view().charts[now.language] : undefined);

function turn(at) {
  if (at < 0 || at >= book.steps.length) return;
  Object.assign(now, { at, picked: "", gone: [], back: [], filter: null });
  draw();
}

// What the toolbar and the keys of the graph ask for is done here: there is no app to ask.
const ACTS = {
  pick: (key) => { now.picked = key; },
  filter: (text) => { now.filter = JSON.parse(text); },
  step: (text) => { if (text.startsWith("hide ")) Object.assign(now, { gone: [...now.gone, text.slice(5).split("\t")], back: [] }); },
  undo: () => { if (now.gone.length) now.back.push(now.gone.pop()); },
  redo: () => { if (now.back.length) now.gone.push(now.back.pop()); },
  reset: () => { Object.assign(now, { gone: [], back: [], filter: null }); },
};

function act(name, value) {
  ACTS[name]?.(value);
  if (name in ACTS && name !== "filter") feed();
  aside();
  if (name === "pick" && value) bring();
}

// Where the words stand below the picture they come into sight with it.
function bring() {
  document.querySelector(".aside").scrollIntoView({ block: "nearest", behavior: "instant" });
}

function feed() {
  const given = drawing();
  const hidden = new Set(now.gone.flat());
  const data = { ...given, nodes: given.nodes.filter((n) => !hidden.has(n.id)), filter: now.filter ?? given.filter, selected: now.picked,
    edges: given.edges.filter((e) => !hidden.has(e.source) && !hidden.has(e.target)), places: view().places,
    steps: now.gone.length, undone: now.back.length, only: false, rest: 0, note: "", alone: true };
  now.end = show({ parentElement: document.querySelector(".stage"), data, setTriggerValue: act });
}

// ---- words beside it ------------------------------------------------------------------------------------------------

function source(one) {
  const cite = make("cite");
  const link = /^https?:\/\//i.test(one.url) ? make("a", "", one.title) : make("bdi", "", one.title);
  if (link.tagName === "A") Object.assign(link, { href: one.url, target: "_blank", rel: "noopener noreferrer" });
  const rest = [one.number, one.date, one.issuer, one.speaker && one.speaker !== one.issuer ? one.speaker : "", one.status ? said(`status.${one.status}`) : ""].filter(Boolean);
  cite.append(link, make("bdi", "", rest.length ? ` · ${rest.join(" · ")}` : ""));
  if (one.invented) cite.append(make("strong", "", ` · ${said("invented")}`));
  return cite;
}

function fact(note, tag) {
  const box = make(tag, "fact");
  box.classList.toggle("contested", note.said.length > 1);
  box.append(make("h3", "", `[${note.number}] ${view().heads[now.language][note.link]}`));
  for (const one of note.said) box.append(make("blockquote", "", `“${one.quote}”`), source(one));
  if (note.more) box.append(make("small", "quiet", said("more", note.more)));
  return box;
}

function aside() {
  const box = document.querySelector(".aside");
  const node = drawing().nodes.find((n) => n.id === now.picked);
  const ends = new Map(drawing().edges.map((e) => [e.id, e]));
  const touches = (note) => note.link === now.picked || [ends.get(note.link)?.source, ends.get(note.link)?.target].includes(now.picked);
  const found = view().notes.filter(touches);
  const head = node ? [make("div", "kind", node.kind), make("h2", "", node.name), ...(node.own ? [make("p", "quiet", node.own)] : []), make("p", "quiet", said("facts", found.length))] : [];
  box.replaceChildren(...head, ...found.map((note) => fact(note, "section")), ...(now.picked ? [] : [make("p", "quiet", said("pick"))]));
  box.scrollTop = 0;
}

// ---- words beside a chart -------------------------------------------------------------------------------------------

function statements(note, tag, head) {
  const box = make(tag, "fact");
  if (head) box.append(make("h3", "", head));
  for (const one of note.keys.map((key) => view().sources[key])) box.append(make("blockquote", "", `“${one.quote}”`), source(one));
  if (note.more) box.append(make("small", "quiet", said("rest", note.more)));
  return box;
}

function noted(at, held, letGo) {
  const box = document.querySelector(".aside");
  const note = charted().notes[at];
  const head = make("p", "held quiet");
  if (note) head.append(make("span", "", said("statements", note.keys.length + note.more)));
  if (held) head.append(button("close", said("close"), said("close"), letGo));
  box.replaceChildren(...(note ? [head, statements(note, "section", note.head)] : [make("p", "quiet", said("open"))]));
  box.scrollTop = 0;
  if (held) bring();
}

const numbered = () => charted().notes.filter((note) => note.listed).map((note, at) => statements(note, "article", `[${at + 1}] ${note.head}`));

function feedChart() {
  const drawn = openChart(document.querySelector(".stage"), charted(), said, (at, held) => noted(at, held, () => drawn.letGo()));
  noted(-1);
}

// ---- a page of the app, in a place of its own so that its look and that of the file do not meet ----------------------

function openLeaf(place) {
  const room = place.attachShadow({ mode: "open" });
  room.append(make("style", "", book.look));
  globalThis.__policyGraphSheet({ parentElement: room, data: leaf() });
}

// ---- the page -------------------------------------------------------------------------------------------------------

function press(cls, key, run, off = false) {
  const node = button(cls, said(key), said(key), run);
  node.disabled = off;
  return node;
}

function head() {
  const bar = make("header", "head");
  bar.append(make("h1", "", book.title));
  if (book.steps.length > 1) {
    bar.append(press("before", "before", () => turn(now.at - 1), now.at === 0), make("span", "quiet", `${now.at + 1} / ${book.steps.length}`),
      press("next", "next", () => turn(now.at + 1), now.at === book.steps.length - 1));
  }
  bar.append(press("language", now.language === "en" ? "zh" : "en", () => { now.language = now.language === "en" ? "zh" : "en"; draw(); }));
  return bar;
}

function step() {
  const box = make("section", "step");
  if (book.steps.length > 1) box.append(make("h2", "", view().name));
  if (view().text) box.append(make("p", "", view().text));
  return box;
}

function draw() {
  now.end?.();
  Object.assign(now, { end: null, wide: innerWidth });
  document.documentElement.lang = now.language === "en" ? "en" : "zh-CN";
  const middle = make("main", "middle");
  middle.append(make("div", "stage"), make("aside", "aside"));
  middle.lastChild.tabIndex = 0; // it may scroll, and whoever has no mouse must reach it
  const evidence = make("section", "evidence");
  evidence.append(make("h2", "", said("evidence")), ...(charted() ? numbered() : view().notes.map((note) => fact(note, "article"))));
  if (tabled() || leaf()) {
    const sheet = make(tabled() ? "main" : "div", tabled() ? "table" : "leaf");
    document.body.replaceChildren(...document.querySelectorAll("script"), head(), step(), sheet, make("p", "foot", said("about")));
    if (tabled()) openTable(sheet, tabled(), said, (note) => statements(note, "section", note.head));
    else openLeaf(sheet);
    return;
  }
  const known = drawing() ?? charted();
  const parts = known ? [middle, evidence, make("p", "foot", said("absent"))] : [make("p", "plain", said("app"))];
  document.body.replaceChildren(...document.querySelectorAll("script"), head(), step(), ...parts, make("p", "foot", said("about")));
  if (!known) return;
  if (charted()) {
    feedChart();
    return;
  }
  feed();
  aside();
}

const HEARD = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
// A phone that is turned has other room for a chart.
addEventListener("resize", () => { if (charted() && Math.abs(innerWidth - now.wide) > 40) draw(); });
document.addEventListener("keydown", (event) => {
  // In the graph the arrows walk from thing to thing; what is scrolled by itself keeps its keys.
  const kept = event.composedPath().some((node) => node.matches?.(".graph, .scroll, select, input"));
  if (book.steps.length < 2 || kept || !HEARD[event.key]) return;
  event.preventDefault();
  turn(now.at + HEARD[event.key]);
});
draw();
