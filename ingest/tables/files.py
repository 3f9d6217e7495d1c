"""Table files to sheets of plain cells: CSV, TSV and XLSX, within limits of size."""

from __future__ import annotations

import csv
import html
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Protocol

from graph import cells, errors
from ingest import loaders
from ingest.loaders import archive, compound, encoding
from ingest.tables import reasons, values

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 1_048_576, 2_000, 6_000_000
_PART = loaders.WORKBOOK
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|table|meta)\b", re.I)
Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Lost:
    """A cell whose text could not be had: its row and column, what the file has in its place, and what to do."""

    row: int
    column: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in its file. Cells are single lines of text, rows may differ in length.

    `merged` are areas of one cell: first row, first column, last row, last column, from 1 on. `name` is empty where the
    file has no sheets. `hidden`: whoever opens the workbook does not see it.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    lost: tuple[Lost, ...] = ()
    hidden: bool = False


def sheets(name: str, data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file. Raises UnreadableFile with the reason."""
    _refuse_others(name, data)
    found = _workbook(name, data) if data.startswith(b"PK\x03\x04") else (_delimited(name, data),)
    if not any(cell for sheet in found for row in sheet.rows for cell in row):
        reason = next((lost.reason for sheet in found for lost in sheet.lost), "")
        raise errors.UnreadableFile(name, f"{reasons.EMPTY}{reason and f': {reason}'}")
    return found


def _refuse_others(name: str, data: bytes) -> None:
    """Files that only have the name of a table."""
    reason = compound.refusal(data)
    if not reason and _PAGE.match(data):
        reason = reasons.PAGE
    if reason:
        raise errors.UnreadableFile(name, reason)


def _line(cell: str) -> str:
    """A cell as one line without tabs, so that a row of the text is a row of the table."""
    return " ".join(values.one_line(cell).split()) if "\n" in cell or "\t" in cell or "\r" in cell else cell.strip()


def _rows(name: str, rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows without the empty cells at their ends, within the limits; empty rows at the end are left out."""
    kept: list[tuple[str, ...]] = []
    filled = last = 0
    for row in rows:
        line = tuple(_trimmed(row))
        kept.append(line)
        filled += len(line)
        last = len(kept) if line else last
        if len(line) > MOST_COLUMNS or len(kept) > MOST_ROWS or filled > MOST_CELLS:
            raise errors.UnreadableFile(name, reasons.too_large(MOST_ROWS, MOST_COLUMNS, MOST_CELLS))
    return tuple(kept[:last])


def _trimmed(row: Iterable[str]) -> list[str]:
    cells = [_line(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


# ---- CSV and TSV -----------------------------------------------------------------------------------------------------


def _delimited(name: str, data: bytes) -> Sheet:
    text = encoding.decode(name, data).removeprefix("\ufeff")
    mark = "\t" if Path(name).suffix.lower() == ".tsv" else _delimiter(text)
    csv.field_size_limit(1_000_000)
    try:
        return Sheet("", _rows(name, csv.reader(io.StringIO(text, newline=""), delimiter=mark)))
    except csv.Error as error:
        raise errors.UnreadableFile(name, f"{reasons.NO_DELIMITED} ({error})") from error


def _delimiter(text: str) -> str:
    """Of comma, semicolon, tab and stroke the one that parts the first lines most evenly."""
    lines = [line for line in text[:20_000].splitlines()[:40] if line.strip()]
    return max(",\t;|", key=lambda mark: sum(line.count(mark) > 0 for line in lines))


# ---- XLSX ------------------------------------------------------------------------------------------------------------


def _workbook(name: str, data: bytes) -> tuple[Sheet, ...]:
    # It brings numpy and more along, for which a command that reads no workbook should not wait.
    import openpyxl

    with archive.checked(name, data) as package:
        _refuse_entities(name, package)
        parts = _parts(package)
        merged = {title: _areas(xml) for title, xml in parts.items()}
        lost = {title: _lost(xml) for title, xml in parts.items()}
    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (styles, validation, drawings) carries no cell.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            found = [
                (sheet.title, _rows(name, _values(sheet)), sheet.sheet_state != "visible") for sheet in book.worksheets
            ]
            book.close()
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as error:
        raise errors.UnreadableFile(name, f"{reasons.DAMAGED} ({error})") from error
    return tuple(
        Sheet(title, rows, merged.get(title, ()), lost.get(title, ()), hidden)
        for title, rows, hidden in found
        if rows or lost.get(title)
    )


def _refuse_entities(name: str, package: zipfile.ZipFile) -> None:
    for info in package.infolist():
        with package.open(info) as part:
            if b"<!DOCTYPE" in part.read(4000):
                raise errors.UnreadableFile(name, reasons.ENTITIES)


class _Streamed(Protocol):
    """A sheet as openpyxl streams it; its type stubs do not say that such a sheet has rows."""

    @property
    def title(self) -> str: ...

    @property
    def sheet_state(self) -> str: ...

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def _values(sheet: _Streamed) -> Iterator[list[str]]:
    # The size that a sheet states of itself may be wrong, and rows would be lost.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        yield [_text(cell) for cell in row]


def _text(value: object) -> str:
    """A cell's value as people read it: 2021-06-18, 12.5, 1200."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date) else str(value)


_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


_FORMULA = re.compile(rb"<((?:\w+:)?)c\s(?P<told>[^>]*)>(?P<body>\s*<\1f[\s>/].*?)</\1c>", re.S)
_WORDS = re.compile(rb"<(?:\w+:)?f[^>]*>([^<]*)<")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]")


def _lost(xml: bytes) -> tuple[Lost, ...]:
    """The formulas of a sheet whose results no spreadsheet program has stored; an empty text is a result too."""
    found = []
    for match in _FORMULA.finditer(xml):
        told = dict(_ATTRIBUTE.findall(match["told"]))
        place = cells.parse(told[b"r"].decode()) if b"r" in told else None
        if place and told.get(b"t") != b"str" and not _RESULT.search(match["body"]):
            words = _WORDS.search(match["body"])
            formula = html.unescape(words[1].decode("utf-8", "replace")) if words else ""
            found.append(Lost(place.row, place.column, f"={formula}", reasons.NO_RESULT))
    return tuple(found)


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    """The sheets as they are written, for what the quick way of reading a workbook leaves out."""
    try:
        targets = {
            a[b"Id"]: a[b"Target"].decode() for a in _tags(_RELATION, package.read("xl/_rels/workbook.xml.rels"))
        }
        listed = [(html.unescape(a[b"name"].decode()), a[b"r:id"]) for a in _tags(_SHEET, package.read(_PART))]
        paths = {title: f"xl/{targets[key].removeprefix('/xl/')}" for title, key in listed if key in targets}
        return {title: package.read(path) for title, path in paths.items() if path in package.namelist()}
    except (KeyError, UnicodeDecodeError, zipfile.BadZipFile, OSError):
        return {}


def _tags(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[dict[bytes, bytes]]:
    for match in pattern.finditer(xml):
        yield dict(_ATTRIBUTE.findall(match[0]))


def _areas(xml: bytes) -> tuple[Area, ...]:
    return tuple(
        (int(top), cells.number(left.decode()), int(bottom), cells.number(right.decode()))
        for left, top, right, bottom in _MERGE.findall(xml)
    )
