"""From a table and its mapping to its text and its reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from graph import bulk, cells, errors, evidence, ids
from ingest import language
from ingest.tables import files, grid, mapping, names, opening, reasons, rows, statements, things
from ingest.tables import head as heads
from ingest.tables.view import View


@dataclass(frozen=True, slots=True)
class Read:
    """A table as the library keeps it: its rows as text, and what was read from them."""

    text: str
    reading: evidence.Reading


@bulk.uncollected()
def read(name: str, data: bytes, given: mapping.Mapping) -> Read:
    """Read a file of tables. Raises UnreadableFile where it holds no table or none with the columns of the mapping."""
    return read_opened(name, sha256(data).hexdigest(), opening.opened(name, data, given.sheets()), given)


def read_opened(name: str, digest: str, found: opening.Opened, given: mapping.Mapping) -> Read:
    """Read a file of tables that is open already, with the digest of its bytes. Raises UnreadableFile as `read` does."""
    text, chosen = found.text, choose(name, found.grids, given)
    unread = [fault for one in found.hidden for fault in _first(one)]
    title = given.document.title or _caption(chosen) or Path(name).stem
    home = names.region_code(given.document.region) if given.document.region else ""
    publisher = _publisher(given.document.publisher, home)
    held = things.Things(home or (str(dict(publisher.properties).get("region", "")) if publisher else ""))
    document = _document(name, given.document, title, publisher, digest, text)
    voice = held.add(publisher) if publisher else None
    stated = statements.Statements(document.id, voice)
    views, tables = _sheets(chosen, held, stated, given)
    return Read(text, evidence.Reading(
        replace(document, issued_by=voice, tables=tables), held.entities(), tuple(stated.claims.values()),
        tuple(stated.grants.values()), faults=(*unread, *(f for v in views for f in v.faults)),
    ))  # fmt: skip


def read_inside(name: str, grids: list[grid.Grid], base: evidence.Reading, given: mapping.Mapping) -> evidence.Reading:
    """Add to a document's reading what its tables say, in the voice of its author unless the mapping names another.

    What the rules for prose made of those tables' rows goes: the mapping says what they mean, and no sum counts twice. Raises UnreadableFile where it holds no table with the columns of the mapping.
    """
    chosen = choose(name, grids, given)
    author = next((e for e in base.entities if e.id == base.document.issued_by), None)
    home = names.region_code(given.document.region) if given.document.region else ""
    publisher = _publisher(given.document.publisher, home)
    held = things.Things(home or str((author.prop("region") if author else "") or ""))
    stated = statements.Statements(base.document.id, held.add(publisher) if publisher else base.document.issued_by)
    views, tables = _sheets(chosen, held, stated, given)
    base = _outside(base, [one for one, _, _ in chosen])
    return replace(
        base, document=replace(base.document, tables=tables), entities=_joined(base.entities, held.entities()),
        claims=(*base.claims, *stated.claims.values()), grants=(*base.grants, *stated.grants.values()),
        faults=tuple(f for v in views for f in v.faults),
    )  # fmt: skip


def _outside(base: evidence.Reading, grids: list[grid.Grid]) -> evidence.Reading:
    """A reading without the statements that rest on words inside those tables."""
    areas = [(min(starts)[0], max(end for _, end in starts)) for one in grids if (starts := list(one.places.values()))]

    def free(quote: evidence.Span) -> bool:
        return not any(start < quote.end and quote.start < end for start, end in areas)

    return replace(
        base, claims=tuple(c for c in base.claims if free(c.quote)), grants=tuple(g for g in base.grants if free(g.quote)),
        measures=tuple(m for m in base.measures if free(m.quote)),
    )  # fmt: skip


def _joined(first: tuple[evidence.Entity, ...], second: tuple[evidence.Entity, ...]) -> tuple[evidence.Entity, ...]:
    """The entities of prose and tables, each once, with all places that name it."""
    found = {e.id: e for e in first}
    for e in second:
        known = found.get(e.id)
        found[e.id] = e if known is None else replace(
            known, aliases=tuple(dict.fromkeys((*known.aliases, *e.aliases))), mentions=(*known.mentions, *e.mentions),
            properties=tuple((dict(e.properties) | dict(known.properties)).items()), grounds=e.grounds,
        )  # fmt: skip
    return tuple(found.values())


def _sheets(
    chosen: list[Chosen], held: things.Things, stated: statements.Statements, given: mapping.Mapping
) -> tuple[list[View], tuple[evidence.Table, ...]]:  # fmt: skip
    views = [_sheet(View(one, head, spec), held, stated, given.document.as_of) for one, head, spec in chosen]
    return views, tuple(evidence.Table(v.grid.sheet.name, v.head.last, v.head.columns) for v in views)


def _sheet(view: View, held: things.Things, stated: statements.Statements, as_of: str) -> View:
    """Read all records of a sheet; a row that is there twice states nothing twice."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows.read(view.grid, view.head, view.naming):
        if row.kind == "other table":
            view.move(row)
            view.row_fault(reasons.other_table(row.number))
            break
        if row.kind != "record":
            continue
        view.move(row)
        told = view.told(as_of)
        named = held.named(view, told)
        line = tuple(view.grid.line(row.number))
        first = seen.setdefault(line, row.number)
        if first != row.number:
            view.row_fault(reasons.same_row(first))
        elif not named and any(view.holds(e.when) for e in view.spec.entities):
            view.row_fault(reasons.NO_NAME)
        elif named:
            stated.record(view, named, told)
    view.lose()
    return view


# ---- which sheets ----------------------------------------------------------------------------------------------------

Chosen = tuple[grid.Grid, heads.Head, mapping.Table]


def _first(hidden: files.Sheet) -> list[evidence.Fault]:
    """A hidden sheet as a fault at its first filled cell."""
    places = ((r, c, text) for r, row in enumerate(hidden.rows, 1) for c, text in enumerate(row, 1) if text)
    return [evidence.Fault(cells.Cell(hidden.name, r, c), "", text, reasons.HIDDEN) for r, c, text in islice(places, 1)]


def choose(name: str, grids: list[grid.Grid], given: mapping.Mapping) -> list[Chosen]:
    """The sheets that each table of the mapping reads, with their headers. Raises UnreadableFile where columns are missing."""
    chosen: list[Chosen] = []
    for spec in given.tables:
        wanted = [g for g in grids if not spec.sheets or g.sheet.name in spec.sheets]
        fitting = [(g, head) for g in wanted if (head := _head(g, spec)) is not None and not missing(head, spec)]
        if not fitting:
            raise errors.UnreadableFile(name, _why(grids, wanted, spec))
        chosen += [(g, head, spec) for g, head in fitting]
    return chosen


def _head(one: grid.Grid, spec: mapping.Table) -> heads.Head | None:
    if spec.header is not None:
        return heads.read(one, [row for row in spec.header if row <= len(one.sheet.rows)])
    return heads.find(one, spec.columns())


def missing(head: heads.Head, spec: mapping.Table) -> list[str]:
    """The columns that a mapping names and the header lacks."""
    return [column for column in spec.columns() if head.find(column) is None]


def _why(grids: list[grid.Grid], wanted: list[grid.Grid], spec: mapping.Table) -> str:
    if not wanted:
        return reasons.no_sheet(spec.sheets, [g.sheet.name for g in grids])
    head = next((h for g in wanted if (h := _head(g, spec)) is not None), None)
    if head is None:
        return reasons.no_header(spec.columns()[:8])
    return reasons.no_columns(missing(head, spec), [*filter(None, head.columns)])


# ---- the document ----------------------------------------------------------------------------------------------------


def _publisher(words: str, home: str) -> names.Named | None:
    return names.resolve(("Agency", "Organization"), words, home) if words else None


def _caption(chosen: list[Chosen]) -> str:
    """The line above the first table that reads as its title."""
    lines = (line for line in chosen[0][1].caption if len(line) >= 6 and "单位" not in line[:4])
    return max(lines, key=len, default="")


def _document(
    name: str, info: mapping.Info, title: str, publisher: names.Named | None, digest: str, text: str
) -> evidence.Document:
    """Its id is of title and date, so that a changed file keeps it, and with it people's judgements on what it says.

    Where no day is told, tables of one title are told apart by their files: 2023/名单.csv is not 2024/名单.csv.
    """
    issuer, day = publisher.name if publisher else None, info.date or info.as_of
    identity = ids.document(
        info.number or None, issuer, title, day or f"undated {Path(name).with_suffix('').as_posix()}", digest
    )
    return evidence.Document(
        identity, title, info.kind, digest, info.number or None, None, day or None, info.language or language.of(text)
    )
