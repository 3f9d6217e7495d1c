"""Loaders: files, folders, globs and zip archives to text, with what a sidecar says of each."""

from __future__ import annotations

import glob as globbing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph import errors, evidence
from ingest.loaders import archive, docx, encoding, html, markdown, pdf, sidecar

__all__ = ["LARGEST", "Raw", "Text", "find_files", "load"]

LARGEST = 50_000_000
LONGEST_LINE = 100_000  # characters; no paragraph is longer, and rules that look along a line stay within seconds
SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".zip", ".doc", ".wps")
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as found. `warning` says what was wrong with its sidecar; `refused` why it cannot be taken in at all."""

    source: evidence.Source
    original: bytes
    warning: str = ""
    refused: str = ""


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
            if file.is_file() and not file.is_symlink() and not hidden and file.suffix.lower() in SUFFIXES:
                yield f"{base.name}/{inner.as_posix()}", file
    else:
        matches = sorted(globbing.glob(str(path), recursive=True))  # noqa: PTH207 - the pattern may be absolute
        if not matches:
            raise errors.UnreadableFile(str(path), "no such file or folder")
        for match in matches:
            yield from _expand(Path(match))


def _open(name: str, file: Path) -> Iterator[Raw]:
    try:
        if file.stat().st_size > LARGEST:
            yield Raw(evidence.Source(name), b"", refused=f"larger than {LARGEST // 1_000_000} MB")
            return
        original = file.read_bytes()
    except OSError as error:
        yield Raw(evidence.Source(name), b"", refused=f"cannot be opened: {error.strerror}")
        return
    source, warning = sidecar.read(name, file)
    if original[:4] == b"PK\x03\x04" and not docx.is_docx(original):
        yield from _members(source, original, warning)
    else:
        yield Raw(source, original, warning)


def _members(source: evidence.Source, original: bytes, warning: str) -> Iterator[Raw]:
    """The documents inside an archive, each under the archive's name and sidecar."""
    try:
        for inner, data in archive.members(source.name, original):
            if Path(inner).suffix.lower() in SUFFIXES:
                yield Raw(replace(source, name=f"{source.name}/{inner}"), data, warning)
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
        raise errors.UnreadableFile(name, "the file is empty")
    loaded = Text(*pdf.load(name, data)) if data.startswith(b"%PDF") else Text(_convert(name, data))
    if not loaded.text.strip():
        raise errors.UnreadableFile(name, "no text was found in it")
    longest = max(map(len, loaded.text.splitlines()))
    if longest > LONGEST_LINE:
        raise errors.UnreadableFile(
            name, f"one line of {longest:,} characters is no paragraph; break it into lines first"
        )
    return loaded


def _convert(name: str, data: bytes) -> str:
    """By what the bytes are, then by the suffix."""
    suffix = Path(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return docx.text(name, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise errors.UnreadableFile(name, "an old Word or Excel format; save it as .docx or .pdf first")
    if suffix in (".pdf", ".docx"):
        raise errors.UnreadableFile(name, f"not a {suffix[1:]} file, whatever its name says")
    decoded = encoding.decode(name, data)
    if suffix in (".html", ".htm", ".xhtml") or decoded.lstrip("\ufeff \r\n\t")[:200].lower().startswith(
        ("<!doctype html", "<html")
    ):
        return html.text(name, decoded)
    return markdown.text(decoded) if suffix in (".md", ".markdown") else decoded
