"""Cells of tables on the pages: where a statement's cell stands, and its row with the words above each column."""

from __future__ import annotations

from app_pages import texts, widgets
from app_pages.widgets import el
from graph import cells, evidence, library

Statement = evidence.Claim | evidence.Grant | evidence.Measure


def address(cell: cells.Cell, header: str) -> str:
    """Sheet, row and column of a cell, with the words above it: 名单，第5行，D列（金额）."""
    column = (
        f"{cells.letters(cell.column)}（{header}）" if header and texts.lang() == "zh" else cells.letters(cell.column)
    )
    column = f"{column} ({header})" if header and texts.lang() == "en" else column
    key = "cell.in_sheet" if cell.sheet else "cell.alone"
    return texts.say(key, sheet=cell.sheet, row=cell.row, column=column)


def row_of(held: library.Held, statement: str) -> widgets.El | None:
    """The row that a statement of a table rests on: each filled cell under its header, those that it rests on marked."""
    reading = held.reading
    statements: tuple[Statement, ...] = (*reading.claims, *reading.grants)
    one = next((s for s in statements if s.id == statement), None)
    if one is None or one.quote.cell is None:
        return None
    cell = one.quote.cell
    qualifiers = () if isinstance(one, evidence.Measure) else one.qualifiers
    marked = set(str(dict(qualifiers).get("cells", "")).split())
    parts = [
        _part(reading.document, cells.Cell(cell.sheet, cell.row, i), text, marked)
        for i, text in enumerate(_line(held, one), 1)
        if text
    ]
    place = el("p", address(cell, reading.document.header(cell)), cls="quiet")
    return widgets.section(texts.say("cell.row"), place, el("dl", *parts, cls="facts-line"))


def _line(held: library.Held, one: Statement) -> list[str]:
    start = held.text.rfind("\n", 0, one.quote.start) + 1
    end = held.text.find("\n", one.quote.end)
    return held.text[start : end if end >= 0 else None].split("\t")


def _part(document: evidence.Document, cell: cells.Cell, text: str, marked: set[str]) -> widgets.El:
    own = cells.Cell("", cell.row, cell.column).address
    words = el("mark", widgets.clip(text, 120)) if own in marked else el("bdi", widgets.clip(text, 120))
    return el("div", el("dt", document.header(cell) or cells.letters(cell.column)), el("dd", words))
