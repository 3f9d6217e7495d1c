"""Tables in a PDF as grids: those that go on over pages joined, each cell with its place in the text of the document."""

from __future__ import annotations

from collections.abc import Iterable

from graph import errors
from ingest.loaders import pdf
from ingest.tables import files, grid, reasons, ruled


def grids(name: str, data: bytes, text: str) -> list[grid.Grid]:
    """The tables of a PDF with ruled lines, in the text that was read from it. Raises UnreadableFile where it has none."""
    document = pdf.opened(name, data)
    try:
        groups = _joined(ruled.tables(name, document))
        places = pdf.places(document)
    finally:
        document.close()
    if not groups:
        raise errors.UnreadableFile(name, reasons.NO_RULES)
    laid = (_Laid(f"表{number}", places, text).grid(group) for number, group in enumerate(groups, 1))
    return [one for one in laid if one.places]


def _joined(tables: Iterable[ruled.Ruled]) -> list[list[ruled.Ruled]]:
    """The tables, the parts of each on one page after another together."""
    groups: list[list[ruled.Ruled]] = []
    for table in tables:
        if groups and table.goes_on_from(groups[-1][-1]):
            groups[-1].append(table)
        else:
            groups.append([table])
    return groups


def _same(row: list[str], other: list[str]) -> bool:
    """Whether two rows say the same, as a header does that each page repeats."""
    return ["".join(cell.split()) for cell in row] == ["".join(cell.split()) for cell in other]


class _Laid:
    """One table in the making."""

    def __init__(self, name: str, places: list[dict[int, int]], text: str) -> None:
        self.name, self.pages, self.text = name, places, text
        self.lines: list[list[str]] = []
        self.places: dict[tuple[int, int], tuple[int, int]] = {}
        self.merged: list[files.Area] = []
        self.lost: list[files.Lost] = []

    def grid(self, parts: list[ruled.Ruled]) -> grid.Grid:
        """The table out of its parts."""
        for part in parts:
            self._add(part)
        lost = tuple(one for one in self.lost if any(self.lines[one.row - 1]))
        return grid.Grid(
            files.Sheet(self.name, tuple(map(tuple, self.lines)), tuple(self.merged), lost), [], self.places
        )

    def _add(self, part: ruled.Ruled) -> None:
        above = len(self.lines)
        self.lines += [[""] * (len(part.columns) - 1) for _ in range(part.rows)]
        for cell in part.cells:
            area = (above + cell.top, cell.left, above + cell.bottom, cell.right)
            self._put(part.page, cell, area[:2])
            if area[:2] != area[2:]:
                self.merged.append(area)
        if above:
            self._carry(part, above)

    def _carry(self, part: ruled.Ruled, above: int) -> None:
        """A cell over several rows that a page break cuts holds for the empty cell that it leaves on the next page."""
        first = above
        while first < len(self.lines) and _same(self.lines[first], self.lines[first - above]):
            first += 1
        empty = {(c.left, c.right): c for c in part.cells if above + c.top == first + 1 and not c.characters}
        for i, (top, left, bottom, right) in enumerate(self.merged):
            cell = empty.get((left, right))
            if bottom == above > top and cell is not None:
                self.merged[i] = (top, left, above + cell.bottom, right)
                self.merged = [area for area in self.merged if area[:2] != (above + cell.top, left)]

    def _put(self, page: int, cell: ruled.Cell, at: tuple[int, int]) -> None:
        held = {place for number, _ in cell.characters if (place := self.pages[page].get(number)) is not None}
        begin, end = min(held, default=0), max(held, default=-1) + 1
        words = "".join(char for _, char in cell.characters)
        whole = all(i in held or self.text[i].isspace() for i in range(begin, end))
        if held and whole and len("".join(words.split())) == len("".join(self.text[begin:end].split())):
            self.lines[at[0] - 1][at[1] - 1] = self.text[begin:end]
            self.places[at] = (begin, end)
        elif words.strip():
            self.lost.append(files.Lost(*at, words.strip(), reasons.SCATTERED))
