"""Zip archives, opened with care: limits on members, size and ratio, and names that stay under the folder."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from graph import errors
from ingest.loaders import reasons

MOST_MEMBERS, LARGEST_TOTAL, HIGHEST_RATIO = 2_000, 200_000_000, 100
_BAD_NAME = re.compile(r"(^|/)\.\.(/|$)|^/|^[A-Za-z]:|\x00|(^|/)(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|/|$)", re.I)


def holds(data: bytes, part: str) -> bool:
    """Whether bytes are a zip with that part in it, which tells Word documents and workbooks from plain archives."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return part in package.namelist()
    except zipfile.BadZipFile:
        return False


@contextmanager
def checked(name: str, data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive, its directory within the limits. Raises UnreadableFile."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise errors.UnreadableFile(name, reasons.bad_archive(error)) from error
    with package:
        infos = package.infolist()
        total = sum(i.file_size for i in infos)
        if len(infos) > MOST_MEMBERS:
            raise errors.UnreadableFile(name, reasons.many_members(MOST_MEMBERS))
        if total > LARGEST_TOTAL or total > HIGHEST_RATIO * max(len(data), 10_000):
            raise errors.UnreadableFile(name, reasons.SWOLLEN)
        yield package


def members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files inside. Raises UnreadableFile for names that would leave the folder."""
    with checked(name, data) as package:
        for info in package.infolist():
            inner = _name(info)
            if info.is_dir() or inner.rpartition("/")[2].startswith(".") or inner.startswith("__MACOSX"):
                continue
            if _BAD_NAME.search(inner) or len(inner) > 240:
                raise errors.UnreadableFile(name, reasons.unsafe_member(inner[:60]))
            try:
                yield inner, package.read(info)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
                raise errors.UnreadableFile(name, reasons.bad_member(inner, error)) from error


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; old Chinese archives write it in GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename.replace("\\", "/")
    try:
        return info.filename.encode("cp437").decode("gb18030").replace("\\", "/")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename.replace("\\", "/")
