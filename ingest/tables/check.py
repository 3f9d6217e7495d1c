"""Checking a table against its mapping: what its rows are, what comes out of them, and row by row what does not fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from graph import bulk, evidence
from ingest import reading as prose
from ingest.tables import mapping, names, opening, reading, reasons, rows
from ingest.tables.view import View


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as its mapping reads it: its header's rows and how many rows of each kind stand under it."""

    name: str
    header: tuple[int, ...]
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a table gives under a mapping. `faults` do not fit; `doubts` are taken as they are written."""

    sheets: tuple[Sheet, ...]
    reading: evidence.Reading
    faults: tuple[evidence.Fault, ...]
    doubts: tuple[evidence.Fault, ...]


@bulk.uncollected()
def check(name: str, data: bytes, given: mapping.Mapping) -> Checked:
    """Read a table, or the tables of a document, and tell what came of it. Raises UnreadableFile where the columns are not there."""
    found = opening.opened(name, data, given.sheets())
    sheets = [_sheet(View(one, head, spec)) for one, head, spec in reading.choose(name, found.grids, given)]
    digest = sha256(data).hexdigest()
    made = _inside(name, digest, found, given) if found.inside else _alone(name, digest, found, given)
    return Checked(tuple(sheets), made, _by_row(made.faults), _by_row(_doubts(made)))


def _alone(name: str, digest: str, found: opening.Opened, given: mapping.Mapping) -> evidence.Reading:
    return reading.read_opened(name, digest, found, given).reading


def _inside(name: str, digest: str, found: opening.Opened, given: mapping.Mapping) -> evidence.Reading:
    """What the tables of a document say, in the voice that reading gives them, without what its prose says."""
    base = prose.read(found.text, digest, Path(name).stem)
    made = reading.read_inside(name, found.grids, base, given)
    return replace(
        made, entities=tuple(e for e in made.entities if any(m.span.cell for m in e.mentions)),
        claims=tuple(c for c in made.claims if c.quote.cell), grants=tuple(g for g in made.grants if g.quote.cell),
    )  # fmt: skip


def _sheet(view: View) -> Sheet:
    kinds = Counter(row.kind for row in rows.read(view.grid, view.head, view.naming))
    return Sheet(view.grid.sheet.name, view.head.rows, tuple(kinds.most_common()))


def _by_row(faults: tuple[evidence.Fault, ...]) -> tuple[evidence.Fault, ...]:
    return tuple(sorted(faults, key=lambda f: (f.cell.sheet, f.cell.row, f.cell.column)))


def _doubts(made: evidence.Reading) -> tuple[evidence.Fault, ...]:
    """Places that no gazetteer knows: a slip of the pen, or a region abroad."""
    unknown = [e for e in made.entities if e.type == "Region" and not e.prop("code") and not _is_known(e.name)]
    return tuple(
        evidence.Fault(m.span.cell, made.document.header(m.span.cell), m.span.text, reasons.NO_PLACE)
        for e in unknown for m in e.mentions if m.span.cell is not None
    )  # fmt: skip


def _is_known(name: str) -> bool:
    return names.resolve(("Region",), name).known
