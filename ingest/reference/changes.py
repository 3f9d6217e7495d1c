"""What a newer version of a table changes: rows that are new, gone, or have other cells, told by what they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ingest.tables import head as heads
from ingest.tables import mapping, opening, reading, rows


class Record(NamedTuple):
    """A row: what a person calls it, and its cells by header."""

    called: str
    cells: Mapping[str, str]


# Rows by what tells them from each other: a code, else a name.
Records = Mapping[str, Record]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that changed: what its row is called, the header of its column, its text before and after."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows by what they are called: new ones, those that are gone, and cells that changed in the others; `same` counts the
    rest.

    Columns that only one version has are listed once and change no row.
    """

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[Cell, ...] = ()
    same: int = 0
    columns_added: tuple[str, ...] = ()
    columns_gone: tuple[str, ...] = ()


def records(name: str, data: bytes, given: mapping.Mapping) -> Records:
    """The rows of a file, those of a sheet that several tables of the mapping read once. Raises UnreadableFile."""
    found: dict[str, Record] = {}
    read = set()
    for one, head, spec in reading.choose(name, opening.opened(name, data, given.sheets()).grids, given):
        if one.sheet.name in read:
            continue
        read.add(one.sheet.name)
        for row in rows.read(one, head):
            if row.kind == "record":
                cells = dict(zip(head.columns, one.line(row.number), strict=False))
                _take(found, cells, *_naming(head, spec))
    return found


def _naming(head: heads.Head, spec: mapping.Table) -> tuple[str, list[str]]:
    """The header of the column that tells rows from each other, the code of what they name if it has one, and the headers
    of those that hold its names."""
    first = spec.entities[0]
    code = dict(first.properties).get("code")
    places = [head.find(value.column) for value in (code, first.name, *first.aliases) if value is not None]
    found = [head.columns[place - 1] for place in places if place]
    return (found or head.columns)[0], found[1:]


def _take(found: dict[str, Record], cells: dict[str, str], key: str, names: list[str]) -> None:
    """Rows that name the same thing are told apart by their order."""
    code = cells.get(key, "")
    name = next((text for column in names if (text := cells.get(column, "")) and text != code), "")
    base = own = code or name
    times = 1
    while own in found:
        times += 1
        own = f"{base} ({times})"
    found[own] = Record(f"{name}（{own}）" if name and code.isdigit() else own, cells)


def between(before: Records, after: Records) -> Changes:
    """What differs from one version to the other, in the order of the rows.

    >>> between({"1": Record("甲", {"年": "2010"})}, {"1": Record("甲", {"年": "2011"})}).changed
    (Cell(row='甲', column='年', before='2010', after='2011'),)
    """
    first, second = _columns(before), _columns(after)
    kept = [key for key in after if key in before]
    both = [column for column in first if column in second]
    pairs = {key: [(c, before[key].cells.get(c, ""), after[key].cells.get(c, "")) for c in both] for key in kept}
    cells = tuple(Cell(after[key].called, *pair) for key in kept for pair in pairs[key] if pair[1] != pair[2])
    return Changes(
        tuple(one.called for key, one in after.items() if key not in before),
        tuple(one.called for key, one in before.items() if key not in after),
        cells,
        len(kept) - len({cell.row for cell in cells}),
        tuple(column for column in second if column not in first) if first else (),
        tuple(column for column in first if column not in second) if second else (),
    )


def _columns(found: Records) -> dict[str, None]:
    """All columns that the rows have, in order."""
    return dict.fromkeys(column for one in found.values() for column in one.cells)
