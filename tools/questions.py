"""Writes docs/questions/: a page for each question with its text, parameters, Cypher and a real answer from the samples."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import queries
from graph import build, library, stores
from ingest import pipeline

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "questions"
ROWS, LONGEST = 5, 80


def pages(store: stores.Store) -> dict[str, str]:
    """The text of each page by file name, the index among them."""
    made = {f"{query.name}.md": "\n".join(_page(query, store)) + "\n" for query in queries.load().values()}
    return made | {"README.md": "\n".join(_index()) + "\n"}


def _index() -> Iterator[str]:
    yield "# 问题库 · The questions\n"
    yield "由 `make docs` 从各问题的文件与样例文献生成。Made by `make docs` from the questions' files and the samples.\n"
    yield "| 名称 · name | 问题 | question |"
    yield "| --- | --- | --- |"
    for query in queries.load().values():
        yield _row((f"[{query.name}]({query.name}.md)", query.question_zh, query.question_en))


def _page(query: queries.Query, store: stores.Store) -> Iterator[str]:
    yield f"# {query.title_zh} · {query.title_en}\n"
    yield f"{query.question_zh}\n\n{query.question_en}\n"
    if query.params:
        yield "| 参数 · parameter | 中文 | English | 类型 · type | 必填 · required | 样例 · example |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for p in query.params:
            kind = f"{p.type}: {', '.join(p.kind)}" if p.kind else p.type
            yield _row((f"`{p.name}`", p.zh, p.en, kind, "" if p.optional else "✓", str(query.example.get(p.name, ""))))
    yield f"\n```cypher\n{query.text}\n```\n"
    yield from _answer(query, queries.ask(store, query.name, query.example))


def _answer(query: queries.Query, table: stores.Table) -> Iterator[str]:
    if not table.rows:
        yield "样例文献中没有答案。The samples hold no answer."
        return
    yield f"样例文献的答案，共 {len(table.rows)} 行，列出前 {min(ROWS, len(table.rows))} 行。"
    yield f"The answer of the samples: {min(ROWS, len(table.rows))} of {len(table.rows)} rows.\n"
    yield _row(f"{zh} · {en}" for _, zh, en in query.columns)
    yield _row("---" for _ in query.columns)
    yield from (_row(_shown(cell) for cell in row) for row in table.rows[:ROWS])


def _shown(cell: stores.Cell) -> str:
    if isinstance(cell, list):
        text = "；".join(_shown(item) for item in cell)
    elif isinstance(cell, dict):
        text = str(cell.get("name") or cell.get("type") or cell)
    else:
        text = "" if cell is None else str(cell)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


def sample(place: Path) -> stores.Store:
    """The graph of the sample documents, made in a folder."""
    with library.open_library(place, create=True) as held:
        pipeline.ingest(held, [ROOT / "ingest" / "samples"])
        store = stores.open_store(place, writable=True)
        build.build(held, store)
    return store


def write() -> None:
    """Write all pages."""
    with tempfile.TemporaryDirectory() as place:
        made = pages(sample(Path(place)))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write()
