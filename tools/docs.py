"""Writes the pages that are made from the code: ARCHITECTURE.md from docstrings, docs/ontology.md from the ontology."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph import ontology

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {
    "graph": "The evidence, the library that keeps it, the graph folded from it, the stores that hold the graph.",
    "ingest": "From files to readings: load, clean, find, resolve, relate. What words mean is data in `lexicon/`.",
    "queries": "Questions: one a file, what a person types is checked first and runs apart.",
    "app_pages": "The app's pages, one a file.",
    "commands": "The commands, framed by cli.py.",
    "tools": "For makers of the project; no part of the distribution.",
}
FRAMES = ("app.py", "cli.py")

FLOW = """\
# Architecture

Made by `make docs` from the first line of each module's docstring; a test holds it up to date.

```
files ─ loaders ─▶ text ─ outline ─▶ find ─▶ resolve ─▶ relate ─▶ a Reading ─▶ library (journal, judgements)
                                                                                   │ fold
                                                                                   ▼
                            app, command line, exports ◀─ queries ◀─ store ◀─ nodes and edges
```

The library is the truth, the store a projection of it that can be thrown away and rebuilt. Imports run
`app_pages, commands → queries, ingest → graph`; `graph` knows nobody, `queries` and `ingest` do not know each other.
import-linter and `tests/test_layout.py` hold it.
"""


def architecture(root: Path = ROOT) -> str:
    """The text of ARCHITECTURE.md."""
    frames = [root / name for name in FRAMES if (root / name).exists()]
    parts = [FLOW, "## Frames\n", *_modules(root, frames)]
    for room, about in ROOMS.items():
        parts += [f"\n## {room}/\n", f"{about}\n", *_modules(root, sorted((root / room).rglob("*.py")))]
    return "\n".join(parts) + "\n"


def _modules(root: Path, paths: Iterable[Path]) -> Iterator[str]:
    yield "| module | what it is for |"
    yield "| --- | --- |"
    for path in paths:
        yield f"| {path.relative_to(root).as_posix()} | {_cell(first_line(path))} |"


def first_line(path: Path) -> str:
    """The first line of a module's docstring; a module without one has nothing to say, which a test refuses."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return text.partition("\n")[0]


def schema() -> str:
    """The text of docs/ontology.md."""
    known = ontology.load()
    return "\n".join([*_head(known), *_labels(known), *_relations(known), *_terms(known)]) + "\n"


def _head(known: ontology.Ontology) -> Iterator[str]:
    yield "# 图的词汇 · The vocabulary of the graph\n"
    yield "由 `make docs` 从 `graph/ontology/*.yaml` 生成。Made by `make docs` from `graph/ontology/*.yaml`.\n"
    yield f"每个节点 · Every node: {_fields(known.node_properties)}.\n"
    yield f"每条事实边 · Every fact edge: {_fields(known.fact_properties)}.\n"


def _labels(known: ontology.Ontology) -> Iterator[str]:
    yield "## 节点 · Nodes\n"
    yield "| label | 中文 | English | 含义 · meaning | properties | RDF |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for label in known.labels.values():
        about = f"{label.about_zh}。{label.about_en}."
        cells = (label.name, f"{label.icon} {label.zh}", label.en, about, _fields(label.properties), label.rdf)
        yield _row(cells)


def _relations(known: ontology.Ontology) -> Iterator[str]:
    yield "\n## 关系 · Relationships\n"
    yield "事实 · fact: 由声明归并而来的边。A fact is a view over claims; the others tie evidence together.\n"
    yield "| type | 中文 | English | from → to | 含义 · meaning | fact |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for kind in known.relations.values():
        ends = f"{_ends(kind.sources, known)} → {_ends(kind.targets, known)}"
        about = f"{kind.about_zh}。{kind.about_en}."
        yield _row((kind.name, kind.zh, kind.en, ends, about, "✓" if kind.fact else ""))


def _ends(labels: tuple[str, ...], known: ontology.Ontology) -> str:
    return "any" if set(labels) == set(known.labels) else ", ".join(labels)


def _terms(known: ontology.Ontology) -> Iterator[str]:
    groups = (
        ("状态 · Status", known.statuses),
        ("级别 · Level", known.levels),
        ("文献类型 · Kinds of document", known.doc_types),
    )
    for title, terms in groups:
        yield f"\n## {title}\n"
        yield from (f"- `{name}` {term.zh} · {term.en}" for name, term in terms.items())
    yield "\n## 对象 · Target groups\n"
    yield from (f"- {zh} · {en}" for zh, en in known.target_groups.items())


def _fields(properties: dict[str, str]) -> str:
    return ", ".join(f"`{name}` {kind}" for name, kind in properties.items())


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES = {"ARCHITECTURE.md": architecture, "docs/ontology.md": schema}


def write() -> None:
    """Write all pages."""
    for name, make in PAGES.items():
        (ROOT / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    write()
