// Draws a tree of elements as given by widgets.py. Names and quotes are written with textContent, never as markup.
const TAGS = new Set(["a", "article", "aside", "bdi", "button", "dd", "del", "details", "div", "dl", "dt", "em", "footer", "form", "h1", "h2", "h3",
  "header", "i", "input", "label", "li", "main", "mark", "nav", "ol", "p", "section", "small", "span", "strong", "summary", "table", "tbody",
  "td", "option", "pre", "select", "textarea", "th", "thead", "tr", "ul"]);
const INNER = /^\.\/(?:\?[^#]*)?$/;
// A run of letters too long for a column; Chinese breaks anywhere by itself.
const UNBROKEN = /[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]{25,}/;
const OUTER = /^https?:\/\//i;
const PLAIN = { title: "title", label: "aria-label", role: "role", name: "name", value: "value", placeholder: "placeholder",
  current: "aria-current", lang: "lang", type: "type" };

function setPlain(node, spec) {
  for (const [key, attribute] of Object.entries(PLAIN)) if (spec[key]) node.setAttribute(attribute, spec[key]);
  if (spec.colour && /^#[0-9a-fA-F]{6}$/.test(spec.colour)) node.style.setProperty("--c", spec.colour);
  for (const key of ["at", "jump", "focus", "act", "copy", "also", "hotkey", "narrow", "words", "of", "ends"]) if (spec[key]) node.dataset[key] = spec[key];
  if (spec.open) node.open = true;
}

function setLink(node, href) {
  if (INNER.test(href)) {
    node.setAttribute("href", href);
    node.dataset.go = href;
  } else if (OUTER.test(href)) {
    node.setAttribute("href", href);
    node.rel = "noopener noreferrer";
    node.target = "_blank";
  }
}

function build(spec) {
  if (typeof spec === "string") return document.createTextNode(spec);
  const node = document.createElement(TAGS.has(spec.tag) ? spec.tag : "span");
  if (spec.cls) node.className = spec.cls;
  if (spec.tag === "pre") node.tabIndex = 0; // it may scroll, and whoever has no mouse must reach it
  setPlain(node, spec);
  if (spec.href) setLink(node, spec.href);
  node.append(...(spec.kids ?? []).map(build));
  if ((spec.tag === "td" || spec.tag === "th") && UNBROKEN.test(node.textContent)) node.classList.add("unbroken");
  return node;
}

async function copy(button) {
  const words = document.createElement("textarea");
  words.value = button.dataset.copy;
  // The clipboard needs a secure address; elsewhere the older way is tried.
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    document.body.append(words);
    words.select();
    document.execCommand("copy");
    words.remove();
  }
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
}

function scrollWithin(node, smooth) {
  const frame = node.closest(".scroll");
  if (!frame) return node.scrollIntoView({ block: "center", behavior: "instant" });
  const away = node.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  // A long way is gone at once: gliding over many screens takes long, and browsers break it off.
  const glides = smooth && Math.abs(away) < 3 * frame.clientHeight;
  frame.scrollTo({ top: frame.scrollTop + away - frame.clientHeight / 3, behavior: glides ? "smooth" : "instant" });
}

// Lights the pieces of text whose offsets ("12-40" in data-at) overlap the wanted range, and scrolls to the first.
function jump(root, range, smooth) {
  const [from, to] = range.split("-").map(Number);
  let first = null;
  for (const piece of root.querySelectorAll("[data-at]")) {
    const [start, end] = piece.dataset.at.split("-").map(Number);
    const hit = start < to && end > from;
    piece.classList.toggle("hit", hit);
    first ??= hit ? piece : null;
  }
  if (first) scrollWithin(first, smooth);
  if (smooth) bring(first);
  for (const item of root.querySelectorAll("[data-jump]")) item.classList.toggle("current", item.dataset.jump === range);
  const listed = root.querySelector("[data-jump].current");
  if (listed && !smooth) {
    listed.closest("details").open = true;
    scrollWithin(listed, false);
  }
}

// From a piece of the text to what was read there.
function jumpBack(root, piece) {
  const [start, end] = piece.dataset.at.split("-").map(Number);
  const items = [...root.querySelectorAll("[data-jump]")].filter((item) => {
    const [from, to] = item.dataset.jump.split("-").map(Number);
    return start < to && end > from;
  });
  if (!items.length) return;
  for (const item of root.querySelectorAll("[data-jump]")) item.classList.toggle("current", items.includes(item));
  listAgain(root, items);
  items[0].closest("details").open = true;
  scrollWithin(items[0], true);
  bring(items[0]);
}

// On a phone text and margin stand one above the other: what was asked for comes into sight with its frame.
function bring(node) {
  node?.closest(".scroll")?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

// ---- a file by itself: there is no page of a thing to lead to, so its name lists what is said of it ----------------

function listAbout(root, piece) {
  const { of } = piece.dataset;
  const all = of === "*";
  const items = [...root.querySelectorAll("[data-ends]")];
  for (const item of items) item.hidden = !all && !item.dataset.ends.split(" ").includes(of);
  for (const part of root.querySelectorAll(".margin details")) {
    const left = part.querySelectorAll("[data-ends]:not([hidden])").length;
    const title = part.querySelector("summary");
    title.dataset.whole ??= title.textContent;
    title.textContent = all ? title.dataset.whole : title.dataset.whole.replace(/\d+$/, (whole) => `${left} / ${whole}`);
    part.hidden = !left;
    part.open ||= !all && left > 0;
  }
  for (const one of root.querySelectorAll("[data-at]")) one.classList.toggle("same", !all && one.dataset.of === of);
  const head = root.querySelector(".picked");
  head.classList.toggle("off", all);
  head.classList.toggle("none", items.every((item) => item.hidden));
  head.firstChild.textContent = all ? "" : piece.title;
  head.closest(".scroll").scrollTop = 0;
  bring(head);
}

// What is jumped to must be listed.
function listAgain(root, items) {
  if (items.some((item) => item.closest("[hidden]"))) listAbout(root, root.querySelector(".picked [data-of]"));
}

// Leaves of a list only what holds all the words typed, and opens the parts where such stand.
function narrow(list, typed) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  for (const item of list.querySelectorAll("[data-words]")) {
    item.hidden = !wanted.every((word) => item.dataset.words.toLowerCase().includes(word));
  }
  for (const part of list.querySelectorAll("details")) {
    part.hidden = !part.querySelector("[data-words]:not([hidden])");
    if (wanted.length) part.open = true;
  }
}

// Follows an inner link as the back button would: Streamlit then asks for the address, whatever was drawn before.
function go(address) {
  history.pushState(null, "", address);
  globalThis.dispatchEvent(new PopStateEvent("popstate"));
}

// What a button sends; where it says so, with the positions of the graph that is drawn.
function said({ act, also }) {
  return also === "places" ? `${act} ${JSON.stringify(globalThis.__policyGraphPlaces?.() ?? {})}` : act;
}

// Keys that lead on, wherever the person is but in a field; in the graph the arrows walk from thing to thing.
function onHotkey(event) {
  const host = globalThis.__policyGraphHot;
  if (!host?.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
  const fields = event.key.startsWith("Arrow") || event.key === "f" ? "input, textarea, select, [role=slider], [role=combobox], .graph" : "input, textarea";
  if (event.composedPath().some((node) => node.matches?.(fields))) return;
  const wanted = [...host.querySelectorAll("[data-hotkey]")].find((node) => node.dataset.hotkey.split(" ").includes(event.key));
  if (!wanted) return;
  event.preventDefault();
  event.stopPropagation();
  wanted.click();
}

function adoptHotkeys(host) {
  if (!host.querySelector("[data-hotkey]")) return;
  globalThis.__policyGraphHot = host;
  globalThis.__policyGraphHears ??= document.addEventListener("keydown", onHotkey, true) ?? true;
}

// A button that waits for its file loses the focus to the page, where no dialog hears Esc.
function leaveDialog(event) {
  if (event.key === "Escape" && document.activeElement === document.body) document.querySelector('[role="dialog"] > button[aria-label="Close"]')?.click();
}

function fullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function onClick(event, root, send) {
  const inner = event.target.closest("[data-go], [data-act], [data-jump], [data-copy], [data-of]");
  const piece = inner ? null : event.target.closest("[data-at]");
  if (piece) jumpBack(root, piece);
  if (!inner || (event.target.closest("a[target]") && !inner.dataset.go)) return;
  if (inner.dataset.go) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(inner.dataset.go);
  } else if (inner.dataset.copy) {
    copy(inner);
  } else if (inner.dataset.of) {
    listAbout(root, inner);
  } else if (inner.dataset.act === "fullscreen") {
    fullscreen();
  } else if (inner.dataset.act) {
    if (inner.tagName !== "FORM") send("act", said(inner.dataset));
  } else {
    jump(root, inner.dataset.jump, true);
  }
}

function onSubmit(event) {
  event.preventDefault();
  const fields = new FormData(event.target);
  const base = event.target.dataset.act;
  const words = String(fields.get("q") ?? "").trim();
  if (words) go(`${base}${base.includes("?") ? "&" : "?"}q=${encodeURIComponent(words)}`);
}

// Of the names in a text the Tab key stops at one, so that the margin is not hundreds of keys away; the arrows go on from it.
const NAMES = ".paper .mention";

function oneStop(host) {
  host.querySelectorAll(NAMES).forEach((name, i) => { name.tabIndex = i ? -1 : 0; });
}

function onNameKey(event, host) {
  if (["Enter", " "].includes(event.key) && event.target.matches("[role=button]")) {
    event.preventDefault();
    event.target.click();
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || !event.target.matches(NAMES)) return;
  const names = [...host.querySelectorAll(NAMES)];
  const next = names[names.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

// A new view begins at its top, whichever was read before.
function settle(main) {
  if (!main || globalThis.__policyGraphView === location.search) return;
  globalThis.__policyGraphView = location.search;
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

export default function drawSheet({ parentElement, data, setTriggerValue }) {
  let host = parentElement.__sheet;
  if (!host) {
    host = parentElement.__sheet = document.createElement("div");
    host.className = "sheet";
    parentElement.append(host);
    globalThis.__policyGraphLeaves ??= document.addEventListener("keydown", leaveDialog) ?? true;
    // Streamlit listens for r, c and Esc on the document; what is typed in here is not for it. A file by itself has no Streamlit.
    host.addEventListener("keydown", (event) => { if (host.send) event.stopPropagation(); onNameKey(event, host); });
    host.addEventListener("click", (event) => onClick(event, host, (name, value) => host.send(name, value)));
    host.addEventListener("submit", onSubmit);
    host.addEventListener("input", (event) => {
      const field = event.target.closest("[data-narrow]");
      if (field) narrow(field.closest(`.${field.dataset.narrow}`), field.value);
    });
  }
  host.send = setTriggerValue;
  const text = JSON.stringify(data);
  if (host.drawn === text) return;
  host.drawn = text;
  host.replaceChildren(build(data));
  oneStop(host);
  settle(host.querySelector("main"));
  adoptHotkeys(host);
  const wanted = host.querySelector("[data-focus]");
  if (wanted) requestAnimationFrame(() => jump(host, wanted.dataset.focus, false));
}
