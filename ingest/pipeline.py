"""The pipeline: files are found, loaded, read, checked and kept; what cannot be read is quarantined and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from graph import errors, evidence, library
from graph import progress as progress_room
from ingest import loaders, reading

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
    read: Read = reading.read,
) -> Report:  # fmt: skip
    """Take every document under the paths into the library. With `prune`, documents of these folders that are gone go too."""
    tally = _Tally()
    found = list(loaders.find_files(paths))
    for done, raw in enumerate(found):
        progress("read", done, len(found))
        _one(held, raw, read, tally)
    progress("read", len(found), len(found))
    if prune:
        _prune(held, paths, {raw.source.name for raw in found}, tally)
    return tally.report()


def _one(held: library.Library, raw: loaders.Raw, read: Read, tally: _Tally) -> None:
    name = raw.source.name
    digest = sha256(raw.original).hexdigest()
    if raw.warning:
        tally.warnings.append((name, raw.warning))
    if held.is_current(raw.source, digest, reading.READER):
        tally.outcomes["same"].append(name)
        return
    try:
        loaded = loaders.load(raw)
        made = _read(read, loaded, digest, name)
        evidence.check(made, loaded.text)
    except errors.PolicyGraphError as error:
        reason = error.reason if isinstance(error, errors.UnreadableFile) else str(error)
        held.quarantine(raw.source, raw.original, reason)
        tally.failed.append((name, reason))
        return
    tally.outcomes[held.put(raw.source, raw.original, loaded.text, made, reading.READER)].append(name)


def _read(read: Read, loaded: loaders.Text, digest: str, name: str) -> evidence.Reading:
    """The outermost door of reading: a fault in the rules on one document must not stop the others."""
    try:
        made = read(loaded.text, digest, Path(name).stem)
        return replace(made, document=replace(made.document, pages=loaded.pages))
    except errors.PolicyGraphError:
        raise
    except Exception as error:
        raise errors.BadReading(f"internal error while reading: {error!r}") from error


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
        loaded = loaders.load(raw)
        one = _read(reading.read, loaded, sha256(raw.original).hexdigest(), raw.source.name)
        evidence.check(one, loaded.text)
        made.append(one)
    return tuple(made)
