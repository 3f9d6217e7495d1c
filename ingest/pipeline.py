"""The pipeline: files are found, loaded, read, checked and kept; what cannot be read is quarantined and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from graph import bulk, errors, evidence, ids, library
from graph import progress as progress_room
from ingest import loaders, model, reading, version
from ingest import tables as table_room
from ingest.tables import inside

Read = Callable[[str, str, str], evidence.Reading]


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest did: file names by outcome, failures and warnings with their reasons."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()


@dataclass
class _Tally:
    outcomes: dict[str, list[str]] = field(default_factory=lambda: {"new": [], "changed": [], "same": []})
    failed: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def report(self) -> Report:
        kept = {name: tuple(names) for name, names in self.outcomes.items()}
        return Report(**kept, removed=tuple(self.removed), failed=tuple(self.failed), warnings=tuple(self.warnings))


def ingest(
    held: library.Library, paths: Sequence[Path], progress: progress_room.Progress = progress_room.silent, prune: bool = False,
    read: Read = reading.read, mapping: Path | None = None, proposer: model.Proposer | None = None,
) -> Report:  # fmt: skip
    """Take every document under the paths into the library. With `prune`, documents of these folders that are gone go too.

    `mapping` is that of tables which have none beside them. A `proposer` adds to what the rules read; a document for which
    it fails is kept as the rules read it, with a warning. Raises UnreadableFile where the mapping is not there.
    """
    tally = _Tally()
    given = loaders.read_mapping(mapping) if mapping else None
    found = [
        replace(raw, mapping=raw.mapping or (given if raw.is_table else None)) for raw in loaders.find_files(paths)
    ]
    for done, raw in enumerate(found):
        progress("read", done, len(found))
        _one(held, raw, read, tally, proposer)
    progress("read", len(found), len(found))
    if prune:
        _prune(held, paths, {raw.source.name for raw in found}, tally)
    return tally.report()


def retry(
    held: library.Library, names: Sequence[str], progress: progress_room.Progress = progress_room.silent
) -> Report:
    """Read again files that could not be read, by the rules as they are now; a table needs its mapping and is added anew."""
    tally, wanted = _Tally(), [one for one in held.quarantined() if one.name in names]
    for done, one in enumerate(wanted):
        progress("read", done, len(wanted))
        try:
            original = held.original(one.sha256)
        except errors.UnknownDocument as error:
            tally.failed.append((one.name, str(error)))
            continue
        _one(held, loaders.Raw(one.source or evidence.Source(one.name), original), reading.read, tally, None)
    progress("read", len(wanted), len(wanted))
    return tally.report()


# A table of 100,000 rows is millions of objects until it is kept: they are walked by no collector in between.
@bulk.uncollected()
def _one(held: library.Library, raw: loaders.Raw, read: Read, tally: _Tally, proposer: model.Proposer | None) -> None:
    name = raw.source.name
    digest = sha256(raw.original).hexdigest()
    if raw.warning:
        tally.warnings.append((name, raw.warning))
    asked = None if raw.mapping else proposer
    rules = _reader(raw)
    if held.is_current(raw.source, digest, _with(rules, asked)):
        tally.outcomes["same"].append(name)
        return
    try:
        text, made = _read(read, raw, digest)
        evidence.check(made, text)
    except errors.PolicyGraphError as error:
        reason = error.reason if isinstance(error, errors.UnreadableFile | errors.BadMapping) else str(error)
        held.quarantine(raw.source, raw.original, reason)
        tally.failed.append((name, reason))
        return
    grown = _proposals(asked, text, made, name, tally) if asked else None
    reader = _with(rules, asked) if grown else rules
    tally.outcomes[held.put(raw.source, raw.original, text, grown or made, reader)].append(name)
    tally.warnings += [(name, words) for words in table_room.told(made.faults)]


def _with(rules: str, proposer: model.Proposer | None) -> str:
    return f"{rules}{library.PROPOSALS}{proposer.name}" if proposer else rules


def _proposals(
    proposer: model.Proposer, text: str, made: evidence.Reading, name: str, tally: _Tally
) -> evidence.Reading | None:
    """The reading with proposals; None, with a warning, where the model gave no answer: the next ingest asks again."""
    try:
        grown = proposer.add(text, made)
        evidence.check(grown, text)
    except errors.PolicyGraphError as error:
        tally.warnings.append((name, f"read by the rules alone: {error}"))
        return None
    return grown


def _reader(raw: loaders.Raw) -> str:
    """The version of the rules that read a file; a mapping is part of them."""
    return f"{version.rules()} {ids.digest(raw.mapping.text)}" if raw.mapping else version.rules()


def _read(read: Read, raw: loaders.Raw, digest: str) -> tuple[str, evidence.Reading]:
    """The outermost door of reading: a fault in the rules on one document must not stop the others."""
    try:
        if raw.is_table and raw.mapping and not raw.refused:
            rows = table_room.read(raw.source.name, raw.original, table_room.parse(raw.mapping.name, raw.mapping.text))
            return rows.text, rows.reading
        loaded = loaders.load(raw)
        read_so = read(loaded.text, digest, Path(raw.source.name).stem)
        made = replace(read_so, document=replace(read_so.document, pages=loaded.pages))
        if raw.mapping is None:
            return loaded.text, made
        given = table_room.parse(raw.mapping.name, raw.mapping.text)
        grids = inside.grids(raw.source.name, raw.original, loaded.text)
        return loaded.text, table_room.read_inside(raw.source.name, grids, made, given)
    except errors.PolicyGraphError:
        raise
    except Exception as error:
        raise errors.BadReading(f"读取时出错 / internal error while reading: {error!r}") from error


def _prune(held: library.Library, paths: Sequence[Path], found: set[str], tally: _Tally) -> None:
    folders = tuple(f"{Path(p).resolve().name}/" for p in paths if Path(p).is_dir())
    for entry in held.documents():
        if entry.name.startswith(folders) and entry.name not in found:
            held.remove(entry.name)
            tally.removed.append(entry.name)


def extract(path: Path) -> tuple[evidence.Reading, ...]:
    """The reading of one file (several for an archive). Raises UnreadableFile or BadReading."""
    made = []
    for raw in loaders.find_files([path]):
        text, one = _read(reading.read, raw, sha256(raw.original).hexdigest())
        evidence.check(one, text)
        made.append(one)
    return tuple(made)
