// The Cypher editor as a component of its own: its message never changes, so Streamlit sends it once a session.
import { autocompletion } from "@codemirror/autocomplete";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { createCypherEditor } from "@neo4j-cypher/codemirror";
import "@neo4j-cypher/codemirror/css/cypher-codemirror.css";

// What stands before the cursor tells what may follow: a label in a node, a type in a relationship, a property after a dot.
const PLACES = [
  ["types", /\[[^\]()]*[:|]\s*([\p{L}\w]*)$/u],
  ["labels", /(?:\([^()[\]{}]*|\b\w+)[:|]\s*([\p{L}\w]*)$/u],
  ["properties", /[\p{L}\w)]\.([\p{L}\w]*)$/u],
  ["properties", /[{,]\s*([\p{L}\w]*)$/u],
  ["params", /\$([\p{L}\w]*)$/u],
  ["words", /([\p{L}\w.]+)$/u],
];

function complete(context, view) {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 400), context.pos);
  for (const [kind, pattern] of PLACES) {
    const found = before.match(pattern);
    if (!found || (kind === "words" && !context.explicit && found[1].length < 1)) continue;
    const options = view.options(kind, found[1].toLowerCase(), before);
    if (options.length) return { from: context.pos - found[1].length, options, filter: false };
  }
  return null;
}

// Chinese and English names of labels, types and properties find them as well as what is written in Cypher.
function options(schema, kind, typed, before) {
  const known = kind === "words" ? [...schema.words, ...variables(before)] : schema[kind];
  const hits = known.map((one) => [place(one, typed), one]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
  const icons = { labels: "class", types: "interface", properties: "property", params: "variable", words: "keyword" };
  return hits.map(([, one]) => ({ label: one.name, detail: one.about ?? "", info: one.more || undefined, type: icons[kind] }));
}

function place(one, typed) {
  const forms = [one.name, ...(one.also ?? [])].map((form) => form.toLowerCase());
  if (forms.some((form) => form.startsWith(typed))) return 0;
  return typed && forms.some((form) => form.includes(typed)) ? 1 : -1;
}

function variables(before) {
  return [...new Set([...before.matchAll(/[([]\s*([a-z]\w*)/giu)].map((hit) => hit[1]))].map((name) => ({ name }));
}

// What the check of the text found, from the sign where it is to the end of the word that stands there.
function marks(state, faults) {
  return faults.map(({ line, column, message }) => {
    const row = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
    const from = Math.min(row.to, row.from + Math.max(0, column - 1));
    const word = state.sliceDoc(from, row.to).match(/^[\p{L}\w]+/u)?.[0].length ?? 1;
    return { severity: "error", from: Math.min(from, Math.max(row.from, row.to - 1)), to: Math.min(row.to, from + word), message };
  });
}

globalThis.__policyGraphEditor = function (parent, { value, schema, words, onRun, onChange }) {
  const view = { schema, options: (...args) => options(view.schema, ...args) };
  const run = () => { onRun(editor.codemirror.state.doc.toString()); return true; };
  const { editor } = createCypherEditor(parent, {
    value, lineWrapping: true, autofocus: false, autocomplete: false, lint: false, search: false, tooltipAbsolute: false,
    lineNumberFormatter: (line) => String(line),
    preExtensions: [Prec.highest(keymap.of([{ key: "Ctrl-Enter", run }, { key: "Mod-Enter", run }]))],
    postExtensions: [
      autocompletion({ override: [(context) => complete(context, view)], icons: true, maxRenderedOptions: 40 }),
      lintGutter(),
      EditorView.contentAttributes.of({ "aria-label": words.label }),
      EditorView.updateListener.of((update) => { if (update.docChanged) onChange(update.state.doc.toString()); }),
    ],
  });
  return {
    read: () => editor.codemirror.state.doc.toString(),
    write: (text) => editor.setValue(text),
    teach: (fresh) => { view.schema = fresh; },
    mark: (faults) => editor.codemirror.dispatch(setDiagnostics(editor.codemirror.state, marks(editor.codemirror.state, faults))),
    focus: () => editor.codemirror.focus(),
    point: (line, column) => {
      const wanted = editor.codemirror.state.doc.line(Math.min(Math.max(1, line), editor.codemirror.state.doc.lines));
      editor.codemirror.dispatch({ selection: { anchor: Math.min(wanted.to, wanted.from + Math.max(0, column - 1)) }, scrollIntoView: true });
      editor.codemirror.focus();
    },
  };
};
globalThis.dispatchEvent(new Event("policy-graph-editor"));

export default function () {}
