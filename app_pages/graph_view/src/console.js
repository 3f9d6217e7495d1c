// The Cypher editor with its buttons and what was run before; the history stays in this browser.
const MEMORY = "policy-graph-history";
const MOST = 50;
const PAUSE = 800; // milliseconds without a key before the text is checked

function editorFactory() {
  if (globalThis.__policyGraphEditor) return Promise.resolve(globalThis.__policyGraphEditor);
  return new Promise((resolve) => {
    globalThis.addEventListener("policy-graph-editor", () => resolve(globalThis.__policyGraphEditor), { once: true });
  });
}

function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(MEMORY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

function remember(text) {
  const kept = [text, ...remembered().filter((one) => one !== text)].slice(0, MOST);
  try {
    localStorage.setItem(MEMORY, JSON.stringify(kept));
  } catch { /* a browser that keeps nothing still runs queries */ }
}

function make(tag, cls, text) {
  const node = document.createElement(tag);
  node.className = cls;
  if (text) node.textContent = text;
  return node;
}

function button(cls, text, act) {
  const node = make("button", cls, text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function drawHistory(host) {
  const kept = remembered();
  const { words } = host.data;
  host.history.querySelector("summary").textContent = `${words.history} (${kept.length})`;
  const items = kept.map((text) => {
    const item = make("li", "");
    item.append(button("past", text.replace(/\s+/g, " ").slice(0, 160), () => {
      host.editor.write(text);
      host.editor.focus();
    }));
    return item;
  });
  const clear = button("clear", words.clear, () => {
    localStorage.removeItem(MEMORY);
    drawHistory(host);
  });
  host.history.querySelector("ol").replaceChildren(...items);
  host.history.querySelector(".clear")?.remove();
  if (kept.length) host.history.append(clear);
}

function run(host) {
  const text = host.editor.read();
  if (!text.trim()) return;
  clearTimeout(host.waiting);
  host.ran = text;
  remember(text);
  drawHistory(host);
  host.send("run", text);
}

// The same check that guards the run says what is wrong, once the person pauses. What was run is checked already: the
// editor may tell of its last letters after that, and the page, drawn anew for them, would lose what is clicked meanwhile.
function check(host, text) {
  clearTimeout(host.waiting);
  if (text === host.ran) return;
  host.ran = "";
  host.editor?.mark([]);
  host.waiting = setTimeout(() => host.send("check", text), PAUSE);
}

function build(host) {
  const { words } = host.data;
  host.field = make("div", "field");
  const bar = make("div", "bar");
  // The editor comes a moment after its buttons: a run that is asked for in between waits for it.
  bar.append(button("run", words.run, () => host.ready.then(() => run(host))), make("span", "keys", words.keys));
  host.history = document.createElement("details");
  host.history.className = "history";
  host.history.append(document.createElement("summary"), document.createElement("ol"));
  host.append(host.field, bar, host.history);
}

function update(host) {
  const { data, editor } = host;
  editor.teach(data.schema);
  if (data.stamp !== host.stamp) {
    host.stamp = data.stamp;
    if (data.value !== editor.read()) editor.write(data.value);
  }
  if (data.checked && data.checked.text === editor.read()) editor.mark(data.checked.faults);
  const spot = data.fault ? `${data.fault.line}:${data.fault.column}:${data.fault.turn}` : "";
  if (spot && spot !== host.spot) editor.point(data.fault.line, data.fault.column);
  host.spot = spot;
}

export default function ({ parentElement, data, setTriggerValue }) {
  let host = parentElement.__console;
  if (!host) {
    host = parentElement.__console = make("div", "console");
    parentElement.append(host);
    host.data = data;
    build(host);
    // Streamlit listens for r, c and Esc on the document; what is typed in here is not for it.
    host.addEventListener("keydown", (event) => event.stopPropagation());
    host.ready = editorFactory().then((factory) => {
      host.editor = factory(host.field, {
        value: host.data.value, schema: host.data.schema, words: host.data.words, onRun: () => run(host),
        onChange: (text) => check(host, text),
      });
      host.stamp = host.data.stamp;
      globalThis.__console = host.editor;
      drawHistory(host);
    });
  }
  host.data = data;
  host.send = setTriggerValue;
  host.ready.then(() => update(host));
}
