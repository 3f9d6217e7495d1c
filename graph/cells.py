"""Where a piece stands in a table: sheet, row and column, written as spreadsheets write them (名单!D5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_ADDRESS = re.compile(r"(?:(?P<sheet>.*)!)?(?P<column>[A-Z]{1,4})(?P<row>[1-9]\d{0,8})", re.S)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. Rows and columns count from 1 as in the file; `sheet` is empty where a file has just one table."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The cell as spreadsheets call it.

        >>> Cell("名单", 5, 28).address, Cell("", 1, 1).address
        ('名单!AB5', 'A1')
        """
        place = f"{letters(self.column)}{self.row}"
        return f"{self.sheet}!{place}" if self.sheet else place

    @property
    def place(self) -> str:
        """The cell within its sheet.

        >>> Cell("名单", 5, 28).place
        'AB5'
        """
        return f"{letters(self.column)}{self.row}"


def parse(address: str) -> Cell:
    """The cell of an address. Raises ValueError for what is none.

    >>> parse("名单!AB5")
    Cell(sheet='名单', row=5, column=28)
    """
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError(f"{address!r} is no address of a cell")
    return Cell(match["sheet"] or "", int(match["row"]), number(match["column"]))


@cache
def letters(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def number(column: str) -> int:
    """The number of a column: A → 1, AA → 27."""
    total = 0
    for letter in column:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total
