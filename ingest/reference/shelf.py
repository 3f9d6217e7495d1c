"""The shelf of reference tables: the project's own and those put in their place, kept in a library as sources marked so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from pathlib import Path

from graph import errors, evidence, ids, library
from graph import progress as progress_room
from ingest import version
from ingest.reference import changes
from ingest.tables import mapping as maps
from ingest.tables import reading

FOLDER = "reference"
_MAPPING = ".mapping.yaml"
_LICENCE = "facts; sources in each row"


@dataclass(frozen=True, slots=True)
class Table:
    """A reference table: its name without ending, its file's name and bytes, and the text of its mapping."""

    stem: str
    file: str
    data: bytes
    mapping: str

    @property
    def name(self) -> str:
        """Its name in a library: the same whatever file holds it, so that a newer file takes its place."""
        return f"{FOLDER}/{self.stem}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did: names of tables by outcome. `kept` are those that somebody has replaced by their own."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def own() -> tuple[Table, ...]:
    """The tables that come with the project, by name."""
    folder = resources.files("ingest.reference")
    stems = sorted(f.name.removesuffix(_MAPPING) for f in folder.iterdir() if f.name.endswith(_MAPPING))
    return tuple(
        Table(
            stem,
            f"{stem}.csv",
            folder.joinpath(f"{stem}.csv").read_bytes(),
            folder.joinpath(stem + _MAPPING).read_text("utf-8"),
        )
        for stem in stems
    )


def load(held: library.Library, progress: progress_room.Progress = progress_room.silent) -> Loaded:
    """Put the project's own tables into a library; those that are there unchanged or were replaced stay as they are."""
    shelf, replaced = own(), _replaced(held)
    found: dict[str, list[str]] = {"new": [], "changed": [], "same": [], "kept": []}
    for done, table in enumerate(shelf):
        progress("reference", done, len(shelf))
        found["kept" if table.name in replaced else _put(held, table)].append(table.name)
    progress("reference", len(shelf), len(shelf))
    return Loaded(**{outcome: tuple(names) for outcome, names in found.items()})


def update(held: library.Library, file: Path, mapping: Path | None = None, dry: bool = False) -> changes.Changes:
    """Put a file in the place of the table of its name (high_tech_zones.xlsx for high_tech_zones), or beside the others.

    Its mapping is the one given, the one beside it, or that of the table which it replaces. With `dry` nothing is kept.
    Raises UnreadableFile or BadMapping where the file or its mapping cannot be read, UnknownDocument where it has none.
    """
    table = _from_file(file, mapping)
    before = _records(held, table)
    after = changes.records(table.file, table.data, maps.parse(table.file, table.mapping))
    if not dry:
        _put(held, table, note=f"replaced by {file.name}")
    return changes.between(before, after)


def _from_file(file: Path, mapping: Path | None) -> Table:
    try:
        data = file.read_bytes()
        beside = next(
            (f for f in (mapping, file.with_name(file.stem + _MAPPING)) if f is not None and f.exists()), None
        )
        given = beside.read_text("utf-8-sig") if beside else None
    except (OSError, UnicodeDecodeError) as error:
        raise errors.UnreadableFile(str(file), f"cannot be read: {error}") from error
    known = {table.stem: table.mapping for table in own()}
    if given is None and file.stem not in known:
        raise errors.UnknownDocument(
            f"{file.name}: 参考表里没有这个名称（已有 {', '.join(known)}）；新的表旁边要有 {file.stem}{_MAPPING} / "
            f"no reference table of this project is called so; a new one needs {file.stem}{_MAPPING} beside it"
        )
    return Table(file.stem, file.name, data, given if given is not None else known[file.stem])


def _records(held: library.Library, table: Table) -> changes.Records:
    """The rows that the library has under the table's name, else those of the project's own table, none if it is new."""
    try:
        entry = held.get(table.name)
    except errors.UnknownDocument:
        known = (one for one in own() if one.stem == table.stem)
        return next((changes.records(one.file, one.data, maps.parse(one.file, one.mapping)) for one in known), {})
    file = entry.source.note.removeprefix("replaced by ") or f"{table.stem}.csv"
    return changes.records(file, held.original(entry.reading.document.sha256), maps.parse(table.file, table.mapping))


def _replaced(held: library.Library) -> frozenset[str]:
    return frozenset(e.name for e in _reference(held.documents()) if e.source.note.startswith("replaced by "))


def _reference(entries: Iterable[library.Entry]) -> Iterable[library.Entry]:
    return (e for e in entries if e.source.reference and e.name.startswith(f"{FOLDER}/"))


def _put(held: library.Library, table: Table, note: str = "") -> str:
    """Read a table and keep it: "new", "changed" or "same"."""
    source = evidence.Source(table.name, licence=_LICENCE, reference=True, note=note)
    reader = f"{version.rules()} {ids.digest(table.mapping)}"
    if held.is_current(source, sha256(table.data).hexdigest(), reader):
        return "same"
    made = reading.read(table.file, table.data, maps.parse(f"{table.stem}{_MAPPING}", table.mapping))
    evidence.check(made.reading, made.text)
    return held.put(source, table.data, made.text, made.reading, reader)
