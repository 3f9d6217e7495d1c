"""A sheet laid out as text, each cell with its place in it; merged cells count in every row and column that they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from graph import cells, evidence
from ingest.tables import files


class Piece(NamedTuple):
    """The text of a cell and the cell that holds it, which for a merged one is its first; large tables have millions."""

    text: str
    row: int
    column: int


@dataclass
class Grid:
    """One sheet in the text of its file. `starts[i]` is where row i + 1 begins in that text; in a document, where the text
    is not made of the rows, `places` are where each cell stands by row and column, and `above` the lines over the table."""

    sheet: files.Sheet
    starts: list[int]
    places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    _anchors: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _wide: set[int] = field(default_factory=set)
    _last: tuple[int, list[int]] = field(default=(0, []))

    def __post_init__(self) -> None:
        for top, left, bottom, right in self.sheet.merged:
            if (bottom - top + 1) * (right - left + 1) > files.MOST_ROWS:
                continue
            for row in range(top, min(bottom, len(self.sheet.rows)) + 1):
                if right > left:
                    self._wide.add(row)
                for column in range(left, min(right, files.MOST_COLUMNS) + 1):
                    self._anchors[(row, column)] = (top, left)

    def piece(self, row: int, column: int) -> Piece:
        """What stands in a cell, or in the merged cell that covers it."""
        if self._anchors:
            row, column = self._anchors.get((row, column), (row, column))
        line = self.sheet.rows[row - 1]
        return Piece(line[column - 1] if column <= len(line) else "", row, column)

    def text(self, row: int, column: int) -> str:
        """The text in a cell, or in the merged cell that covers it."""
        return self.piece(row, column).text

    def width(self, row: int) -> int:
        """How many columns a row has, merged cells counted in full."""
        own = len(self.sheet.rows[row - 1])
        return max([own, *(c for r, c in self._anchors if r == row)]) if row in self._wide else own

    def line(self, row: int) -> tuple[str, ...]:
        """All cells of a row."""
        if not self._anchors:
            return self.sheet.rows[row - 1]
        return tuple(self.text(row, column) for column in range(1, self.width(row) + 1))

    def is_wide(self, row: int) -> bool:
        """Whether a cell of the row covers several columns."""
        return row in self._wide

    def span(self, piece: Piece, start: int = 0, end: int | None = None) -> evidence.Span:
        """A piece of a cell as evidence: its offsets in the text of the file, its words and its address."""
        text, row, column = piece
        begin = self._begin(row, column) + start
        if start or end is not None:
            text = text[start:end]
        return evidence.Span(begin, begin + len(text), text, cells.Cell(self.sheet.name, row, column))

    def _begin(self, row: int, column: int) -> int:
        """Where a cell begins in the text; the cells of the last row asked for are kept, and parted by one tab each."""
        if self.places:
            return self.places[(row, column)][0]
        if self._last[0] != row:
            self._last = (row, list(accumulate(map(len, self.sheet.rows[row - 1]), initial=self.starts[row - 1])))
        return self._last[1][column - 1] + column - 1


def lay_out(sheets: Sequence[files.Sheet]) -> tuple[str, list[Grid]]:
    """The text of all sheets, a row a line and cells parted by tabs, and the grids in it; sheets have their name above."""
    lines: list[str] = []
    grids = []
    at = 0
    for sheet in sheets:
        if len(sheets) > 1:
            lines.append(sheet.name)
            at += len(sheet.name) + 1
        starts = []
        for text in _lines(sheet):
            starts.append(at)
            lines.append(text)
            at += len(text) + 1
        grids.append(Grid(sheet, starts))
    return "\n".join(lines), grids


def _lines(sheet: files.Sheet) -> Iterator[str]:
    return ("\t".join(row) for row in sheet.rows)
