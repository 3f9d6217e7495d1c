"""The rows of a table: which are records, and which are headers again, sums, headings of groups, notes or empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from ingest.find import words
from ingest.tables import roles, values
from ingest.tables.grid import Grid, Piece
from ingest.tables.head import Head

Kind = Literal["record", "empty", "header", "continued", "total", "section", "note", "other table"]


class Row(NamedTuple):
    """A row under the header. `section` is the heading of the group that holds a record."""

    number: int
    kind: Kind
    section: Piece | None = None


def read(grid: Grid, head: Head, naming: frozenset[int] = frozenset()) -> Iterator[Row]:
    """Every row under the header with its kind. `naming` are columns that name things: a cell alone there is a record."""
    headers = [frozenset((p.column, p.text) for p in _filled(grid, row)) for row in head.rows]
    wide = len([h for h in head.columns if h]) or len(head.columns)
    section: Piece | None = None
    other = False
    for number in range(head.last + 1, len(grid.sheet.rows) + 1):
        filled = _filled(grid, number)
        kind = _kind(grid, filled, number, headers, wide, naming)
        other = other or (bool(headers) and kind == "record" and _is_head(filled))
        if kind == "section":
            section = filled[0]
        yield Row(number, "other table" if other else kind, section if kind == "record" and not other else None)


def _is_head(filled: list[Piece]) -> bool:
    """Whether a row that does not repeat the header is one itself: another table begins, which needs a part of its own."""
    if len(filled) < 3 or any(len(p.text) > 16 or _DIGIT.search(p.text) for p in filled):
        return False
    known = [roles.match(p.text) for p in filled]
    return sum(role is not None and role.exact for role in known) >= max(3, 0.8 * len(filled))


def _filled(grid: Grid, row: int) -> list[Piece]:
    """The filled cells of a row, a merged one once."""
    if not grid.sheet.merged:
        return [Piece(text, row, i) for i, text in enumerate(grid.sheet.rows[row - 1], 1) if text]
    pieces = (grid.piece(row, column) for column in range(1, grid.width(row) + 1))
    return list({(p.row, p.column): p for p in pieces if p.text}.values())


def _kind(
    grid: Grid, filled: list[Piece], number: int, headers: list[frozenset[tuple[int, str]]], wide: int, naming: frozenset[int]
) -> Kind:  # fmt: skip
    own = [p for p in filled if p.row == number]
    if not own:
        return "empty"
    if any(_repeats(own, header) for header in headers):
        return "header"
    if _is_total(own):
        return "total"
    if len(own) > 1 or len(filled) > 2:
        return "record"
    return _alone(grid, own[0], wide, naming)


def _repeats(own: list[Piece], header: frozenset[tuple[int, str]]) -> bool:
    """Whether most of a row's cells say what the header's cells above them say."""
    same = len(header.intersection([(p.column, p.text) for p in own]))
    return same >= 2 and same >= 0.6 * len(own)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = words.lexicon("tables")
    total = "|".join(map(re.escape, data["totals"]))
    ends = "|".join(data["total_ends"])
    notes = "|".join(map(re.escape, data["notes"]))
    again = "|".join(map(re.escape, data["continued"]))
    sums = re.compile(rf"(?:{total})(?:[（(].*[）)])?[:：]?|[^\d]{{1,20}}(?:{ends})[:：]?", re.I)
    return sums, re.compile(rf"(?:{notes})\s*\d*\s*[:：.、]", re.I), re.compile(rf"[（(]?(?:{again})", re.I)


def sums_up(text: str) -> bool:
    """Whether a text says that what stands beside or below it sums up others: 合计, 小  计, 南宁市小计."""
    return any(_patterns()[0].fullmatch(form) for form in _spacings(text))


def is_total(grid: Grid, row: int) -> bool:
    """Whether a row sums up others: 合计, 小  计, 南宁市小计 in one of its first cells or in its last."""
    return row <= len(grid.sheet.rows) and _is_total(_filled(grid, row))


def _is_total(own: list[Piece]) -> bool:
    return any(sums_up(p.text) for p in (*own[:3], *own[-1:]))


def _spacings(text: str) -> tuple[str, ...]:
    """A text, and without the spaces that spread two characters over a cell."""
    return (text, text.replace(" ", "").replace("\u3000", "")) if " " in text or "\u3000" in text else (text,)


_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[批类组])"
)


def _alone(grid: Grid, piece: Piece, wide: int, naming: frozenset[int]) -> Kind:
    """What a row with one filled cell is."""
    _, note, again = _patterns()
    if again.match(piece.text):
        return "continued"
    if note.match(piece.text) or (len(piece.text) > 1 and piece.text[0] in values.footnotes()):
        return "note"
    heading = grid.is_wide(piece.row) or _NUMBERED.match(piece.text) or piece.column not in naming
    return "section" if wide > 2 and heading and not piece.text.isdigit() else "record"


_COUNT = re.compile(r"\s*[（(]?\s*(?:共|计)?\s*\d+\s*[个家项所]\s*[）)]?$")


def heading(piece: Piece) -> tuple[str, int, int]:
    """What a heading between the rows says, and where it begins and ends in its cell: 一、国家级高新区（3家） is 国家级高新区."""
    numbered = _NUMBERED.match(piece.text)
    start = numbered.end() if numbered and numbered.end() < len(piece.text) else 0
    count = _COUNT.search(piece.text, start + 1)
    end = count.start() if count else len(piece.text)
    return piece.text[start:end], start, end
