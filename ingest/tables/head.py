"""The header of a table: which rows it is, and the words above each column, those of several rows joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph import cells, ids
from ingest.tables import roles, values
from ingest.tables.grid import Grid

DEEPEST, LAST = 3, 30
JOINT = "/"


@dataclass(frozen=True)
class Head:
    """The header's rows and the words above each column, from column 1 on. `caption` is what stands above it."""

    rows: tuple[int, ...]
    columns: tuple[str, ...]
    caption: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """The last row of the header, 0 where there is none."""
        return self.rows[-1] if self.rows else 0

    def find(self, name: str) -> int | None:
        """The column of that name, 1 the first; of several names (地市|所在地) the first that is there."""
        names = (name, *name.split("|")) if "|" in name else (name,)
        return next((column for one in names if (column := self._find(one))), None)

    def _find(self, name: str) -> int | None:
        """The column by its whole words, its last words, its words without unit, or its letters."""
        wanted = _fold(name)
        for form in (lambda h: (_fold(h),), _shorter):
            hits = [i for i, header in enumerate(self.columns) if header and wanted in form(header)]
            if len(hits) == 1:
                return hits[0] + 1
            if hits:
                return hits[0] + 1 if form is not _shorter else None
        if re.fullmatch(r"[A-Z]{1,3}", name) and cells.number(name) <= len(self.columns):
            return cells.number(name)
        return None

    def unit(self, column: int) -> str:
        """The unit of money of a column: in its own words, else in what stands above the table."""
        own = values.unit_in(self.columns[column - 1]) if column <= len(self.columns) else ""
        return own or next((unit for line in reversed(self.caption) if (unit := values.unit_in(line))), "")


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    return ids.fold_text(text).replace(" ", "")


_BRACKETS = re.compile(r"[（(\[【][^（(\[【]*[）)\]】]")


@lru_cache(maxsize=4096)
def _shorter(header: str) -> tuple[str, ...]:
    """The forms of a header that may stand for it where no other column has them."""
    last = header.rpartition(JOINT)[2]
    return tuple({_fold(form) for one in (header, last) for form in (one, _BRACKETS.sub("", one))})


def read(grid: Grid, rows: Sequence[int]) -> Head:
    """The header in those rows."""
    if not rows:
        width = max((len(line) for line in grid.sheet.rows), default=0)
        return Head((), ("",) * width, grid.above)
    width = max(grid.width(row) for row in rows)
    lines = [[grid.text(row, column) for column in range(1, width + 1)] for row in rows]
    _spread(grid, rows, lines)
    joined = [JOINT.join(dict.fromkeys(filter(None, above))) for above in zip(*lines, strict=True)]
    caption = [cell for row in range(1, rows[0]) for cell in dict.fromkeys(grid.line(row)) if cell]
    return Head(tuple(rows), tuple(joined), (*grid.above, *caption))


def _spread(grid: Grid, rows: Sequence[int], lines: list[list[str]]) -> None:
    """Without merged cells, as in CSV, a word above several columns stands over the first of them only."""
    if grid.sheet.merged:
        return
    for upper, lower in pairwise(lines):
        for i in range(1, len(upper)):
            if not upper[i] and lower[i] and upper[i - 1] and lower[i - 1]:
                upper[i] = upper[i - 1]


def find(grid: Grid, wanted: Sequence[str]) -> Head | None:
    """The header that holds most of the wanted columns: of equals the shallowest, then the first. None where it holds none."""
    best: tuple[int, int, int] | None = None
    chosen = None
    for depth in range(1, DEEPEST + 1):
        for first in range(1, min(LAST, len(grid.sheet.rows)) - depth + 2):
            head = read(grid, range(first, first + depth))
            held = sum(head.find(name) is not None for name in wanted if not re.fullmatch(r"[A-Z]{1,3}", name))
            rank = (held, -depth, -first)
            if held and (best is None or rank > best):
                best, chosen = rank, head
    return chosen


# ---- without a mapping -----------------------------------------------------------------------------------------------


def guess(grid: Grid) -> Head | None:
    """The header of a table that nobody has described: the row whose words are most like those above columns, with the
    rows that go on under it. None where no row is like one."""
    best, chosen = 0, None
    for first in range(1, min(LAST, len(grid.sheet.rows)) + 1):
        head = read(grid, _extended(grid, first))
        score = sum(map(_likeness, head.columns)) if len(set(filter(None, head.columns))) >= 2 else 0
        if score > best:
            best, chosen = score, head
    return chosen


def _likeness(header: str) -> int:
    """How much a text is like the words above a column."""
    found = roles.match(header)
    if found is not None:
        return 4 if found.exact else 1
    return -1 if values.number(header) is not None or len(header) > 30 else 0


def _extended(grid: Grid, first: int) -> list[int]:
    """A header's rows from its first on: under a word above several columns stand the words of each."""
    rows = [first]
    while len(rows) < DEEPEST and rows[-1] < len(grid.sheet.rows) and _goes_on(grid, rows[-1]):
        rows.append(rows[-1] + 1)
    return rows


def _goes_on(grid: Grid, row: int) -> bool:
    own = [column for column, text in enumerate(grid.sheet.rows[row], 1) if text]
    if grid.sheet.merged:
        tall = any(top <= row < bottom for top, _, bottom, _ in grid.sheet.merged)
        groups = [
            (left, right) for top, left, bottom, right in grid.sheet.merged if right > left and top <= row == bottom
        ]
    else:
        tall, groups = False, _gaps(grid, row)
    under = any(left <= column <= right for left, right in groups for column in own)
    width = grid.width(row)
    inside = all(any(left <= column <= right for left, right in groups) for column in own)
    whole = any(right - left + 1 >= width for left, right in groups)
    return bool(own) and (tall or inside) and under and not whole


def _gaps(grid: Grid, row: int) -> list[tuple[int, int]]:
    """Words that stand over the empty cells right of them, as a merged cell is written in CSV."""
    line = [*grid.sheet.rows[row - 1], *[""] * (len(grid.sheet.rows[row]) - len(grid.sheet.rows[row - 1]))]
    filled = [i for i, text in enumerate(line) if text]
    ends = [*filled[1:], len(line)] if filled else []
    return [(i + 1, end) for i, end in zip(filled, ends, strict=True) if end - i > 1]
