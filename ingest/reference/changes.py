"""What a newer version of a table changes: rows that are new, gone, or have other cells, told by what they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.tables import head as heads
from ingest.tables import mapping, opening, reading, rows

Records = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that changed: what its row names, the header of its column, its text before and after."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows by what they name: new ones, those that are gone, and cells that changed in the others; `same` counts the rest.

    Columns that only one version has are listed once and change no row.
    """

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[Cell, ...] = ()
    same: int = 0
    columns_added: tuple[str, ...] = ()
    columns_gone: tuple[str, ...] = ()


def records(name: str, data: bytes, given: mapping.Mapping) -> Records:
    """The rows of a file by what they name, each with its cells by header. Raises UnreadableFile."""
    chosen = reading.choose(name, opening.opened(name, data, given.sheets()).grids, given)
    found: dict[str, dict[str, str]] = {}
    read = set()
    for one, head, spec in chosen:
        if one.sheet.name in read:
            continue
        read.add(one.sheet.name)
        for row in rows.read(one, head):
            if row.kind == "record":
                _take(found, dict(zip(head.columns, one.line(row.number), strict=False)), _key(head, spec))
    return found


def _key(head: heads.Head, spec: mapping.Table) -> str:
    """The header of the column that says which thing a row is about: its code, else its name."""
    first = spec.entities[0]
    code = dict(first.properties).get("code")
    column = head.find((code or first.name).column)
    return head.columns[column - 1] if column else head.columns[0]


def _take(found: dict[str, dict[str, str]], cells: dict[str, str], key: str) -> None:
    """Rows that name the same thing are told apart by their order."""
    base = own = cells.get(key, "")
    times = 1
    while own in found:
        times += 1
        own = f"{base} ({times})"
    found[own] = cells


def between(before: Records, after: Records) -> Changes:
    """What differs from one version to the other, in the order of the rows.

    >>> between({"甲": {"年": "2010"}, "乙": {}}, {"甲": {"年": "2011"}, "丙": {}}).changed
    (Cell(row='甲', column='年', before='2010', after='2011'),)
    """
    first, second = _columns(before), _columns(after)
    cells = tuple(
        Cell(key, column, before[key].get(column, ""), after[key].get(column, ""))
        for key in after
        if key in before
        for column in first
        if column in second and before[key].get(column, "") != after[key].get(column, "")
    )
    kept = [key for key in after if key in before]
    return Changes(
        tuple(key for key in after if key not in before),
        tuple(key for key in before if key not in after),
        cells,
        len(kept) - len({cell.row for cell in cells}),
        tuple(column for column in second if column not in first) if first else (),
        tuple(column for column in first if column not in second) if second else (),
    )


def _columns(found: Records) -> dict[str, None]:
    """All columns that the rows have, in order."""
    return dict.fromkeys(column for cells in found.values() for column in cells)
