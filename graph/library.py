"""The library: original bytes by SHA-256, readings and judgements in one SQLite journal; the graph is made from it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256 as _sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from graph import bulk, errors, evidence, fold, judgements, search
from graph import progress as progress_room

FILE = "library.sqlite"
PROPOSALS = " + "  # between the version of the rules and the model whose proposals were added
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
  name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reader TEXT NOT NULL, source TEXT NOT NULL, text TEXT NOT NULL,
  reading TEXT NOT NULL, document TEXT NOT NULL, title TEXT NOT NULL, ingested TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS documents_by_id ON documents (document, name);
CREATE TABLE IF NOT EXISTS quarantine (
  name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, source TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE IF NOT EXISTS judgements (
  id INTEGER PRIMARY KEY, verdict TEXT NOT NULL, lft TEXT NOT NULL, rgt TEXT NOT NULL, correction TEXT NOT NULL,
  author TEXT NOT NULL, date TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the library: where it came from, its text and its reading."""

    source: evidence.Source
    text: str
    reading: evidence.Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the library's list of documents; the last ones count what was read, and cells of tables that do not fit."""

    name: str
    sha256: str
    document: str
    title: str
    doc_type: str
    number: str | None
    issuer: str
    date: str | None
    language: str
    ingested: str
    source: evidence.Source
    entities: int
    claims: int
    grants: int
    measures: int
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that could not be read, and why; `source` is None where an earlier version of the library noted it."""

    name: str
    sha256: str
    reason: str
    at: str
    source: evidence.Source | None = None


def open_library(path: Path, create: bool = True) -> Library:
    """The library in a folder. Raises LibraryError when it is not there (and not to be made) or cannot be used."""
    file = Path(path) / FILE
    if not create and not file.exists():
        raise errors.LibraryError(
            f"{path} 里还没有文献库，先运行 policy-graph ingest 文件夹 / no library in {path}: run policy-graph ingest FOLDER first"
        )
    try:
        (Path(path) / "originals").mkdir(parents=True, exist_ok=True)
        return Library(Path(path))
    except (OSError, sqlite3.Error) as error:
        raise errors.LibraryError(f"无法使用 {path} 里的文献库 / cannot use the library in {path}: {error}") from error


class Library:
    """An open library. Every write is one transaction on disk before it returns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(path / FILE, timeout=20, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=20000"):
            self._db.execute(f"PRAGMA {pragma}").fetchall()
        self._db.executescript(_SCHEMA + search.SCHEMA)
        self._widen()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _widen(self) -> None:
        """A library of an earlier version knows no sources of files that could not be read."""
        names = [row[1] for row in self._db.execute("PRAGMA table_info(quarantine)")]
        if "source" not in names:
            self._db.execute("ALTER TABLE quarantine ADD COLUMN source TEXT NOT NULL DEFAULT ''")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise errors.LibraryError(
                f"另一个程序正在写入文献库，稍后再试 / {self.path}: another program is writing to this library; try again"
            ) from error
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # -- documents ---------------------------------------------------------------------------------------------

    def is_current(self, source: evidence.Source, sha256: str, reader: str) -> bool:
        """Whether this very file with this sidecar was read by this version of the rules, proposals added or not."""
        row = self._db.execute("SELECT sha256, reader, source FROM documents WHERE name = ?", (source.name,)).fetchone()
        if row is None or (row[0], row[2]) != (sha256, _source_json(source)):
            return False
        return bool(row[1] == reader) or str(row[1]).startswith(f"{reader}{PROPOSALS}")

    def put(
        self, source: evidence.Source, original: bytes, text: str, reading: evidence.Reading, reader: str
    ) -> Literal["new", "changed", "same"]:
        """Keep a document; a file of the same name is replaced, claims and all. Safe against a kill at any moment."""
        digest = _sha256(original).hexdigest()
        if self.is_current(source, digest, reader):
            self._release(source.name)
            return "same"
        self._keep(digest, original)
        with self._writing() as db:
            known = db.execute("SELECT 1 FROM documents WHERE name = ?", (source.name,)).fetchone()
            db.execute("DELETE FROM quarantine WHERE name = ?", (source.name,))
            db.execute(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (source.name, digest, reader, _source_json(source), text, _dumped(reading),
                 reading.document.id, reading.document.title, _now()),
            )  # fmt: skip
            self._touch(db)
        return "changed" if known else "new"

    def _release(self, name: str) -> None:
        """A file that reads again is no longer quarantined."""
        if self._db.execute("SELECT 1 FROM quarantine WHERE name = ?", (name,)).fetchone():
            with self._writing() as db:
                db.execute("DELETE FROM quarantine WHERE name = ?", (name,))

    def _keep(self, digest: str, original: bytes) -> None:
        """The original under its SHA-256, whole or not at all."""
        target = self.path / "originals" / digest
        if target.exists():
            return
        temporary = target.with_suffix(f".{os.getpid()}.part")
        with temporary.open("wb") as out:
            out.write(original)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(target)

    def quarantine(self, source: evidence.Source, original: bytes, reason: str) -> None:
        """Keep a file that cannot be read, to be tried again; an earlier good reading of that name stays."""
        digest = _sha256(original).hexdigest()
        self._keep(digest, original)
        row = (source.name, digest, reason, _now(), _source_json(source))
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)", row)

    def remove(self, name: str) -> None:
        """Take a file and its claims out. Raises UnknownDocument."""
        with self._writing() as db:
            gone = db.execute("DELETE FROM documents WHERE name = ?", (name,)).rowcount
            gone += db.execute("DELETE FROM quarantine WHERE name = ?", (name,)).rowcount
            if not gone:
                raise errors.UnknownDocument(f"no document named {name} in the library")
            self._touch(db)

    def documents(self) -> tuple[Entry, ...]:
        """What the library holds, by name."""
        return tuple(_entry(*row) for row in self._db.execute(_ENTRIES))

    def faults(self) -> tuple[tuple[str, evidence.Fault], ...]:
        """Cells of tables that do not fit, with the name of their file, by name."""
        rows = self._db.execute(
            "SELECT name, reading ->> '$.faults' FROM documents WHERE reading -> '$.faults' IS NOT NULL ORDER BY name"
        )
        return tuple((name, evidence.fault_from_json(one)) for name, faults in rows for one in json.loads(faults))

    def quarantined(self) -> tuple[Quarantined, ...]:
        """What could not be read, by name."""
        rows = self._db.execute("SELECT name, sha256, reason, at, source FROM quarantine ORDER BY name")
        return tuple(
            Quarantined(name, digest, reason, at, _source(source) if source else None)
            for name, digest, reason, at, source in rows
        )

    def held(self) -> Iterator[Held]:
        """Every document with text and reading, ordered by name."""
        for row in self._db.execute("SELECT source, text, reading FROM documents ORDER BY name"):
            yield _held(*row)

    def get(self, document_id: str) -> Held:
        """A document by its id or its file name. Raises UnknownDocument."""
        row = self._db.execute(
            "SELECT source, text, reading FROM documents WHERE document = ?1 OR name = ?1 ORDER BY name LIMIT 1",
            (document_id,),
        ).fetchone()
        if row is None:
            raise errors.UnknownDocument(f"no document {document_id} in the library")
        return _held(*row)

    def original(self, sha256: str) -> bytes:
        """The bytes as they came. Raises UnknownDocument."""
        try:
            return (self.path / "originals" / sha256).read_bytes()
        except OSError as error:
            raise errors.UnknownDocument(f"no original {sha256} in the library") from error

    # -- judgements --------------------------------------------------------------------------------------------

    def judge(self, judgement: judgements.Judgement) -> None:
        """Add a decision or remark to the journal; the last one on a matter stands. Remarks make no graph stale."""
        one = judgement
        with self._writing() as db:
            db.execute(
                "INSERT INTO judgements (verdict, lft, rgt, correction, author, date, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (one.verdict, one.left, one.right, _dump(dict(one.correction)), one.author, one.date, one.reason),
            )
            if not one.is_remark:
                self._touch(db)

    def judgements(self) -> tuple[judgements.Judgement, ...]:
        """All decisions in the order in which they were made."""
        rows = self._db.execute(
            "SELECT verdict, lft, author, date, reason, rgt, correction FROM judgements ORDER BY id"
        )
        return tuple(
            judgements.Judgement(verdict, left, author, date, reason, right, tuple(json.loads(correction).items()))
            for verdict, left, author, date, reason, right, correction in rows
        )

    # -- versions and search -----------------------------------------------------------------------------------

    def _touch(self, db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO facts VALUES ('changes', '1') ON CONFLICT DO UPDATE SET value = value + 1")

    def _fact(self, key: str) -> str | None:
        row = self._db.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def version(self) -> str:
        """Changes whenever documents change, or decisions that bear on the graph."""
        return self._fact("changes") or "0"

    def built(self) -> str | None:
        """The version that the stored graph was built from, None when none was."""
        return self._fact("built")

    def set_built(self, version: str) -> None:
        """Note the version that the stored graph holds."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO facts VALUES ('built', ?)", (version,))

    def index(self, graph: fold.Graph, progress: progress_room.Progress = progress_room.silent) -> None:
        """Make the search index of names, aliases, quotes and documents anew."""
        texts: Callable[[], Iterable[tuple[str, str]]] = lambda: self._db.execute(  # noqa: E731 - a lazy cursor
            "SELECT document, text FROM documents ORDER BY name"
        )
        with self._writing() as db:
            search.index(db, graph, list(texts()), progress)

    def search(self, text: str, limit: int = 20, labels: Sequence[str] = ()) -> tuple[search.Hit, ...]:
        """Things, statements and documents that match, best first."""
        return search.find(self._db, text, limit, labels)


# The list shows little of each reading, and readings of large tables are long: only what is shown leaves the database.
_ISSUER = (
    "(SELECT value ->> '$.name' FROM json_each(reading, '$.entities') "
    "WHERE value ->> '$.id' = reading ->> '$.document.issued_by' LIMIT 1)"
)
_COUNTS = ", ".join(
    f"coalesce(json_array_length(reading, '$.{part}'), 0)"
    for part in ("entities", "claims", "grants", "measures", "faults")
)
_ENTRIES = (
    "SELECT name, sha256, document, title, reading ->> '$.document.doc_type', reading ->> '$.document.number', "
    f"coalesce({_ISSUER}, ''), reading ->> '$.document.date', reading ->> '$.document.language', ingested, source, {_COUNTS} "
    "FROM documents ORDER BY name"
)


def _entry(*row: Any) -> Entry:
    told = dict(zip(Entry.__dataclass_fields__, row, strict=True))
    return Entry(**{**told, "source": _source(told["source"])})


def _held(source: str, text: str, reading: str) -> Held:
    return Held(_source(source), text, evidence.from_json(json.loads(reading)))


def _source(text: str) -> evidence.Source:
    data = json.loads(text)
    return evidence.Source(**{**data, "tags": tuple(data["tags"])})


def _source_json(source: evidence.Source) -> str:
    return _dump({name: getattr(source, name) for name in source.__dataclass_fields__})


@bulk.uncollected()
def _dumped(reading: evidence.Reading) -> str:
    return _dump(evidence.to_json(reading))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
