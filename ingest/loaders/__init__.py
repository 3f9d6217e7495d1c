"""Loaders: files, folders, globs and zip archives to text, with what a sidecar says of each."""

from __future__ import annotations

import glob as globbing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph import errors, evidence
from ingest.loaders import archive, compound, docx, encoding, html, markdown, pdf, reasons, sidecar

__all__ = ["LARGEST", "WORKBOOK", "Raw", "Text", "find_files", "load", "mapping_beside", "read_mapping"]

LARGEST = 50_000_000
LONGEST_LINE = 100_000  # characters; no paragraph is longer, and rules that look along a line stay within seconds
SUFFIXES = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".pdf",
        ".docx",
        ".zip",
        ".doc",
        ".wps",
        ".csv",
        ".tsv",
        ".xlsx",
        ".xls",
    )
)
WORKBOOK = "xl/workbook.xml"  # the part by which a zip is a workbook


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as found, with the mapping of its tables where one stands beside it.

    `warning` says what was wrong with its sidecar; `refused` why it cannot be taken in at all.
    """

    source: evidence.Source
    original: bytes
    warning: str = ""
    refused: str = ""
    mapping: sidecar.Mapping | None = None

    @property
    def is_table(self) -> bool:
        """Whether it is nothing but a table: a workbook by its bytes, a CSV or TSV by its name."""
        return archive.holds(self.original, WORKBOOK) or Path(self.source.name).suffix.lower() in (".csv", ".tsv")


def find_files(paths: Sequence[Path]) -> Iterator[Raw]:
    """Every document under the paths, in order of name; archives are opened. Raises UnreadableFile for a path not there."""
    seen: dict[str, int] = {}
    for path in paths:
        for name, file in _expand(path):
            for raw in _open(name, file):
                again = seen.get(raw.source.name, 0)
                seen[raw.source.name] = again + 1
                yield (
                    raw
                    if not again
                    else replace(raw, source=replace(raw.source, name=f"{raw.source.name}~{again + 1}"))
                )


def read_mapping(path: Path) -> sidecar.Mapping:
    """A mapping that does not stand beside its table. Raises UnreadableFile."""
    try:
        return sidecar.Mapping(path.name, path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise errors.UnreadableFile(str(path), reasons.mapping_not_read(error)) from error


def mapping_beside(file: Path) -> sidecar.Mapping:
    """The mapping that stands beside a table. Raises UnreadableFile where none does."""
    found = sidecar.mapping(file)
    if found is None:
        raise errors.UnreadableFile(
            str(file),
            reasons.no_mapping(file.name),
        )
    return found


def _expand(path: Path) -> Iterator[tuple[str, Path]]:
    """Names in the library and files on disk; a file's name counts from the folder that was given."""
    path = Path(path)
    if path.is_file():
        yield path.name, path
    elif path.is_dir():
        base = path.resolve()
        for file in sorted(base.rglob("*")):
            inner = file.relative_to(base)
            hidden = any(part.startswith((".", "~$")) for part in inner.parts) or file.stem.upper() == "README"
            hidden = hidden or file.name == sidecar.TABLE
            if file.is_file() and not file.is_symlink() and not hidden and file.suffix.lower() in SUFFIXES:
                yield f"{base.name}/{inner.as_posix()}", file
    else:
        matches = sorted(globbing.glob(str(path), recursive=True))  # noqa: PTH207 - the pattern may be absolute
        if not matches:
            raise errors.UnreadableFile(str(path), reasons.NOT_THERE)
        for match in matches:
            yield from _expand(Path(match))


def _open(name: str, file: Path) -> Iterator[Raw]:
    try:
        if file.stat().st_size > LARGEST:
            yield Raw(evidence.Source(name), b"", refused=reasons.too_large(LARGEST // 1_000_000))
            return
        original = file.read_bytes()
    except OSError as error:
        yield Raw(evidence.Source(name), b"", refused=reasons.not_opened(error.strerror))
        return
    source, warning = sidecar.read(name, file)
    packed = original[:4] == b"PK\x03\x04"
    if packed and not docx.is_docx(original) and not archive.holds(original, WORKBOOK):
        yield from _members(source, original, warning)
        return
    try:
        yield Raw(source, original, warning, mapping=sidecar.mapping(file))
    except (OSError, UnicodeDecodeError) as error:
        yield Raw(source, original, warning, refused=reasons.mapping_not_read(error))


def _members(source: evidence.Source, original: bytes, warning: str) -> Iterator[Raw]:
    """The documents inside an archive, each under the archive's name and sidecar."""
    try:
        inside = dict(archive.members(source.name, original))
        for inner, data in inside.items():
            if Path(inner).suffix.lower() in SUFFIXES and Path(inner).name != sidecar.TABLE:
                own = sidecar.mapping_among(inner, inside)
                yield Raw(replace(source, name=f"{source.name}/{inner}"), data, warning, mapping=own)
    except errors.UnreadableFile as error:
        yield Raw(source, original, warning, refused=error.reason)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a file, and where its pages begin in them if it has pages."""

    text: str
    pages: tuple[evidence.Page, ...] = ()


def load(raw: Raw) -> Text:
    """The text of a file: main body, headings and tables in reading order. Raises UnreadableFile with the reason."""
    name, data = raw.source.name, raw.original
    if raw.refused:
        raise errors.UnreadableFile(name, raw.refused)
    if not data.strip():
        raise errors.UnreadableFile(name, reasons.NOTHING)
    if raw.is_table:
        raise errors.UnreadableFile(name, reasons.no_mapping("FILE"))
    loaded = Text(*pdf.load(name, data)) if data.startswith(b"%PDF") else Text(_convert(name, data))
    if not loaded.text.strip():
        raise errors.UnreadableFile(name, reasons.NO_TEXT)
    longest = max(map(len, loaded.text.splitlines()))
    if longest > LONGEST_LINE:
        raise errors.UnreadableFile(name, reasons.long_line(longest))
    return loaded


def _convert(name: str, data: bytes) -> str:
    """By what the bytes are, then by the suffix."""
    suffix = Path(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return docx.text(name, data)
    if reason := compound.refusal(data):
        raise errors.UnreadableFile(name, reason)
    if suffix in (".pdf", ".docx"):
        raise errors.UnreadableFile(name, reasons.misnamed(suffix[1:]))
    decoded = encoding.decode(name, data)
    if suffix in (".html", ".htm", ".xhtml") or decoded.lstrip("\ufeff \r\n\t")[:200].lower().startswith(
        ("<!doctype html", "<html")
    ):
        return html.text(name, decoded)
    if suffix == ".xlsx":
        raise errors.UnreadableFile(name, reasons.misnamed(suffix[1:]))
    return markdown.text(decoded) if suffix in (".md", ".markdown") else decoded
