// How things and links look. Status is a line style, conflict a colour and a sign, a kind a colour and a shape.
const LINES = { solid: ["solid", [1, 0]], dashed: ["dashed", [7, 5]], dotted: ["dotted", [2, 3]], "dash-dot": ["dashed", [9, 3, 2, 3]] };
const FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif';
// The page is dark where the system is, and so is what is drawn on it.
const DARK = globalThis.matchMedia("(prefers-color-scheme: dark)").matches;
const CONFLICT = DARK ? "#FF8F86" : "#B3261E";
const CHOSEN = "#F2A900";
const INK = DARK ? "#E6EBF0" : "#22303C";
const PAPER = DARK ? "#171E25" : "#FFFFFF";
const LINE = DARK ? "#7C8996" : "#8A98A5";
const MILD = DARK ? "#B4C0CB" : "#5A6874";
const PATH = DARK ? "#86B8F0" : "#1F5FA8";
const LETTER = 11.5;
// A kind's colour as it stands out: on dark a third of the way to white, where the deepest would be lost; as look.bright does.
const tone = (colour) => (DARK ? colour.replace(/[0-9a-f]{2}/gi, (part) => Math.floor((2 * parseInt(part, 16) + 255) / 3).toString(16)) : colour);
// So many of the most linked things say their name at any zoom. A first drawing of more than so many things is put on rings:
// a layout by forces would take seconds, and leaves a hub's neighbours in a heap.
const SURE = 30, FEW = 150;

function engine() {
  if (globalThis.__policyGraphEngine) return Promise.resolve(globalThis.__policyGraphEngine);
  return new Promise((resolve) => {
    globalThis.addEventListener("policy-graph-engine", () => resolve(globalThis.__policyGraphEngine), { once: true });
  });
}

const shorten = (text, most) => ([...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text);

// Wraps a name into lines; Chinese has no spaces, so the line breaks are ours: near the middle, but in no number.
function wrap(name, wide) {
  const words = wide ? shorten(name, 22) : shorten(name, 44);
  if (wide) {
    const letters = [...words], middle = letters.length / 2;
    const breaks = [...letters.keys()].filter((i) => Math.abs(i - middle) <= 4 && !/[\w〔〕号]/.test(letters[i]) && letters[i - 1] !== "〔");
    const at = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    return letters.length <= 11 || !at ? words : `${letters.slice(0, at).join("")}\n${letters.slice(at).join("")}`;
  }
  const half = words.length > 22 ? words.lastIndexOf(" ", 24) : -1;
  return half > 0 ? `${words.slice(0, half)}\n${words.slice(half + 1)}` : words;
}

const isWide = (text) => /[\u2e80-\u9fff\uf900-\ufaff]/.test(text);

function style() {
  return [
    { selector: "node", style: {
      width: "data(size)", height: "data(size)", shape: "data(shape)", "background-color": "data(tone)",
      "border-width": 1.5, "border-color": PAPER, label: "data(shown)", color: INK, "font-family": FONT, "font-size": LETTER,
      "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 400, "line-height": 1.15,
      "text-outline-color": PAPER, "text-outline-width": 2 } },
    { selector: "node.seed", style: { "border-width": 3, "border-color": INK, "font-weight": "bold" } },
    { selector: "node.group", style: { "background-opacity": 0.25, "border-style": "dashed", "border-color": "data(tone)" } },
    { selector: "node.pinned", style: { "border-width": 3, "border-style": "double", "border-color": INK } },
    { selector: "node.above", style: { "text-valign": "top", "text-margin-y": -4 } },
    { selector: "node.right", style: { "text-valign": "center", "text-halign": "right", "text-margin-x": 3, "text-margin-y": 0 } },
    { selector: "node.left", style: { "text-valign": "center", "text-halign": "left", "text-margin-x": -3, "text-margin-y": 0 } },
    { selector: "node.sure", style: { "z-index": 8 } },
    { selector: "node.quiet", style: { "text-opacity": 0 } },
    { selector: "node:selected", style: {
      "border-width": 4, "border-style": "solid", "border-color": CHOSEN, "text-opacity": 1, "z-index": 20 } },
    { selector: "node.near", style: { "text-opacity": 1, "z-index": 15 } },
    { selector: "node.walked", style: { "underlay-color": PATH, "underlay-opacity": 0.35, "underlay-padding": 9, "text-opacity": 1, "z-index": 30 } },
    { selector: "edge", style: {
      width: 1.6, "line-color": LINE, "target-arrow-color": LINE, "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier", "control-point-step-size": 34, "line-style": "data(line)", "line-dash-pattern": "data(dash)",
      label: "data(shown)", color: MILD, "font-family": FONT, "font-size": LETTER - 2, "text-rotation": "autorotate",
      "text-background-color": PAPER, "text-background-opacity": 0.85, "text-background-padding": 1, "min-zoomed-font-size": 8 } },
    { selector: "edge.silent, edge.covered", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: "edge.contested", style: {
      "line-color": CONFLICT, "target-arrow-color": CONFLICT, color: CONFLICT, width: 2.4, "font-weight": "bold" } },
    { selector: "edge.path", style: { width: 4, "line-color": PATH, "target-arrow-color": PATH, "z-index": 10 } },
    { selector: "edge:selected", style: { "line-color": CHOSEN, "target-arrow-color": CHOSEN, width: 3.5, "z-index": 20 } },
    { selector: ".hidden", style: { display: "none" } },
  ];
}

function nodeData(node) {
  const more = node.more > 0 ? `\n+${node.more}` : "";
  return { ...node, tone: tone(node.colour), shown: wrap(node.name, isWide(node.name)) + more,
    size: node.seed ? 44 : 22 + Math.min(18, 3.2 * Math.log2(1 + node.degree)) };
}

function edgeData(edge) {
  const [line, dash] = LINES[edge.line] ?? LINES.solid;
  return { ...edge, line, dash, shown: edge.contested ? `⚠ ${edge.name}` : edge.name };
}
