"""Tables in a PDF: the cells between ruled lines, with the characters of the page that stand in each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from graph import errors
from ingest.tables import reasons

# In points, of which an inch has 72: lines that are so near are one, and what is so thin is a line.
_NEAR, _THIN = 2.5, 3.0
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: at `at` across the one axis, from `start` to `end` along the other."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its first row and column, its last ones, and its characters, each with its number on the page."""

    top: int
    left: int
    bottom: int
    right: int
    characters: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table of one page: where its columns are parted, from left to right, how many rows it has, and its cells."""

    page: int
    columns: tuple[float, ...]
    rows: int
    cells: tuple[Cell, ...]

    def goes_on_from(self, before: Ruled) -> bool:
        """Whether it is the rest of a table that ends on the page before: the same columns at the same places."""
        return (
            self.page == before.page + 1
            and len(self.columns) == len(before.columns)
            and all(abs(a - b) <= 2 * _NEAR for a, b in zip(self.columns, before.columns, strict=True))
        )


def tables(name: str, document: pypdfium2.PdfDocument) -> Iterator[Ruled]:
    """The tables of all pages with at least two rows and two columns, from the first page's top on.

    Raises UnreadableFile for a page with tables whose characters cannot be told apart.
    """
    for number in range(len(document)):
        page = document[number]
        try:
            yield from _on_page(name, number, page)
        finally:
            page.close()


def _on_page(name: str, number: int, page: pypdfium2.PdfPage) -> Iterator[Ruled]:
    across, down = _lines(page)
    areas = _areas(down)
    if not areas:
        return
    piece = page.get_textpage()
    try:
        text = piece.get_text_range()
        boxes = [piece.get_charbox(i) for i in range(piece.count_chars())]
    finally:
        piece.close()
    if len(text) != len(boxes):
        raise errors.UnreadableFile(name, reasons.hidden_cells(number + 1))
    for low, high in areas:
        rules = [line for line in across if low - _NEAR <= line.at <= high + _NEAR]
        posts = [line for line in down if low - _NEAR <= line.start and line.end <= high + _NEAR]
        made = _table(number, rules, posts)
        if made is not None:
            table, ys = made
            _fill(table, ys, zip(text, boxes, strict=True))
            yield table


# ---- lines -----------------------------------------------------------------------------------------------------------


def _lines(page: pypdfium2.PdfPage) -> tuple[list[Line], list[Line]]:
    """The lines across the page and those down it."""
    across: list[Line] = []
    down: list[Line] = []
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
        left, bottom, right, top = drawn.get_bounds()
        pairs = [((left, bottom), (right, top))] if min(right - left, top - bottom) <= _THIN else _strokes(drawn)
        for (x0, y0), (x1, y1) in pairs:
            if abs(y1 - y0) <= _THIN < abs(x1 - x0):
                across.append(Line((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) <= _THIN < abs(y1 - y0):
                down.append(Line((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return across, down


Point = tuple[float, float]
Box = tuple[float, float, float, float]


def _strokes(drawn: pypdfium2.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The pieces of a path, closing ones too."""
    matrix, x, y = drawn.get_matrix(), c_float(), c_float()
    first: Point = (0.0, 0.0)
    here = first
    for i in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield here, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, first
        here = point


def _areas(down: Sequence[Line]) -> list[tuple[float, float]]:
    """Where lines go down the page without a gap, from its top on: one area a table, one table beside another aside."""
    found: list[tuple[float, float]] = []
    for line in sorted(down, key=lambda line: -line.end):
        if found and line.end >= found[-1][0] - _NEAR:
            found[-1] = (min(found[-1][0], line.start), found[-1][1])
        else:
            found.append((line.start, line.end))
    return found


def _places(values: Iterable[float]) -> list[float]:
    """Values without those that are near one before them."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


# ---- cells -----------------------------------------------------------------------------------------------------------


def _table(page: int, rules: Sequence[Line], posts: Sequence[Line]) -> tuple[Ruled, list[float]] | None:
    """The table that the lines make, and where its rows are parted from its foot up. None where they make none."""
    # A table may be open at its sides.
    xs = _places([*(line.at for line in posts), *(x for line in rules for x in (line.start, line.end))])
    ys = _places(line.at for line in rules)
    if len(xs) < 3 or len(ys) < 3:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    middles = [(low + high) / 2 for low, high in pairwise(reversed(ys))]
    centres = [(left + right) / 2 for left, right in pairwise(xs)]
    walls = {(r, c) for r, y in enumerate(middles) for c, x in enumerate(xs) if _crossed(posts, x, y)}
    floors = {(r, c) for c, x in enumerate(centres) for r, y in enumerate(reversed(ys)) if _crossed(rules, y, x)}
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r in range(rows):
        for c in range(columns):
            if (r, c) not in taken:
                right, bottom = c, r
                while right + 1 < columns and (r, right + 1) not in walls and (r, right + 1) not in taken:
                    right += 1
                while bottom + 1 < rows and (bottom + 1, c) not in floors:
                    bottom += 1
                taken |= {(i, j) for i in range(r, bottom + 1) for j in range(c, right + 1)}
                cells.append(Cell(r + 1, c + 1, bottom + 1, right + 1))
    return Ruled(page, tuple(xs), rows, tuple(cells)), ys


def _crossed(lines: Sequence[Line], at: float, across: float) -> bool:
    """Whether a line at that place runs over the point `across` along it."""
    return any(abs(line.at - at) <= _NEAR and line.start - _NEAR <= across <= line.end + _NEAR for line in lines)


def _fill(table: Ruled, ys: Sequence[float], characters: Iterable[tuple[str, Box]]) -> None:
    """Put each character of the page into the cell that holds its middle."""
    owners = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.top, cell.bottom + 1)
        for column in range(cell.left, cell.right + 1)
    }
    for number, (char, (left, bottom, right, top)) in enumerate(characters):
        row = len(ys) - bisect_right(ys, (bottom + top) / 2)
        owner = owners.get((row, bisect_right(table.columns, (left + right) / 2)))
        if owner is not None and right > left:
            owner.characters.append((number, char))
