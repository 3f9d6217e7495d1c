"""Tables inside web pages, Word documents, PDF and Markdown: their cells, found again in the text that the loader kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resiliparse.parse.html import HTMLTree

from graph import errors
from ingest.loaders import docx, encoding
from ingest.tables import files, grid, printed, reasons


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as the file has it: its words, and how many columns and rows it covers."""

    text: str
    wide: int = 1
    tall: int = 1


Rows = Sequence[Sequence[_Cell]]


def grids(name: str, data: bytes, text: str) -> list[grid.Grid]:
    """The tables of a document, in the text that was read from it. Raises UnreadableFile where it has none."""
    found = printed.grids(name, data, text) if data.startswith(b"%PDF") else _kept(name, data, text)
    if not found:
        raise errors.UnreadableFile(name, reasons.NO_TABLE)
    at = 0
    for one in found:
        one.above = _above(text[at : min(start for start, _ in one.places.values())])
        at = max(end for _, end in one.places.values())
    return found


_MOST_ABOVE, _LONGEST_ABOVE = 3, 60  # lines, characters: a title over two lines and the unit


def _above(before: str) -> tuple[str, ...]:
    """The last short lines before a table: its title, 单位：万元. A sentence belongs to the prose."""
    lines = [line.strip() for line in before.splitlines() if line.strip()][-_MOST_ABOVE:]
    short = [len(line) <= _LONGEST_ABOVE and line[-1] not in "。；;" for line in lines]
    return tuple(lines[max((i + 1 for i, one in enumerate(short) if not one), default=0) :])


def _kept(name: str, data: bytes, text: str) -> list[grid.Grid]:
    """Those tables of a document other than a PDF whose words its loader kept."""
    found: list[grid.Grid] = []
    at = 0
    for number, rows in enumerate(_word(name, data) if docx.is_docx(data) else _page(name, data) or _lines(text), 1):
        placed = _placed(f"表{number}", rows, text, at)
        if placed is not None and placed.places:
            found.append(placed)
            at = max(end for _, end in placed.places.values())
    return found


def _placed(name: str, rows: Rows, text: str, at: int) -> grid.Grid | None:
    """A table with the places of its cells, which stand in the text in their order; None where the text lacks one."""
    lines: list[list[str]] = [[] for _ in rows]
    places: dict[tuple[int, int], tuple[int, int]] = {}
    merged: list[files.Area] = []
    covered: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows, 1):
        column = 1
        for cell in cells:
            while (row, column) in covered:
                column += 1
            words = cell.text.split()
            match = re.compile(r"\s*".join(map(re.escape, words))).search(text, at) if words else None
            if words and match is None:
                return None
            if match is not None:
                at = match.end()
                places[(row, column)] = match.span()
                lines[row - 1] += [""] * (column - 1 - len(lines[row - 1])) + [match[0]]
            bottom, right = min(row + cell.tall, len(rows) + 1) - 1, column + cell.wide - 1
            covered |= {(r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)}
            if (bottom, right) != (row, column):
                merged.append((row, column, bottom, right))
            column += cell.wide
    return grid.Grid(files.Sheet(name, tuple(map(tuple, lines)), tuple(merged)), [], places)


# ---- web pages -------------------------------------------------------------------------------------------------------


def _page(name: str, data: bytes) -> list[Rows]:
    source = encoding.decode(name, data)
    if "<table" not in source.lower():
        return []
    tree = HTMLTree.parse(source)
    tables = tree.body.get_elements_by_tag_name("table") if tree.body is not None else []
    # A table that holds tables lays out the page.
    return [_rows(table) for table in tables if not table.get_elements_by_tag_name("table")]


def _rows(table: object) -> Rows:
    rows = table.get_elements_by_tag_name("tr")  # type: ignore[attr-defined]
    return [
        [
            _Cell(cell.text, _count(cell, "colspan"), _count(cell, "rowspan"))
            for cell in row.child_nodes
            if cell.tag in ("td", "th")
        ]
        for row in rows
    ]


def _count(cell: object, name: str) -> int:
    value = str(cell.getattr(name, "1")).strip()  # type: ignore[attr-defined]
    return max(1, min(int(value), 1000)) if value.isdigit() else 1


# ---- Word documents and texts ----------------------------------------------------------------------------------------


def _word(name: str, data: bytes) -> list[Rows]:
    return [_with_heights(rows) for rows in docx.tables(name, data)]


def _with_heights(rows: Sequence[Sequence[tuple[str, int, bool]]]) -> Rows:
    """Cells of Word with their heights: a cell that goes on from above covers its row for the one that it goes on from."""
    starts = [_columns(row) for row in rows]
    made: list[list[_Cell]] = []
    for r, row in enumerate(rows):
        line = []
        for (text, wide, goes_on), column in zip(row, starts[r], strict=True):
            if not goes_on:
                line.append(_Cell(text, wide, 1 + _below(rows, starts, r, column)))
        made.append(line)
    return made


def _columns(row: Iterable[tuple[str, int, bool]]) -> list[int]:
    columns, at = [], 1
    for _, wide, _ in row:
        columns.append(at)
        at += wide
    return columns


def _below(rows: Sequence[Sequence[tuple[str, int, bool]]], starts: list[list[int]], row: int, column: int) -> int:
    """How many rows below a cell it goes on in."""
    height = 0
    for cells, columns in zip(rows[row + 1 :], starts[row + 1 :], strict=True):
        if not any(at == column and goes_on for (_, _, goes_on), at in zip(cells, columns, strict=True)):
            break
        height += 1
    return height


def _lines(text: str) -> list[Rows]:
    """Lines with tabs, as Markdown's tables are kept: each run of two or more is a table."""
    runs = re.finditer(r"(?:^[^\n]*\t[^\n]*(?:\n|\Z)){2,}", text, re.M)
    return [[[_Cell(cell) for cell in line.split("\t")] for line in run[0].splitlines()] for run in runs]
