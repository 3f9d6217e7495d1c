"""Tables to take along: CSV and XLSX that a spreadsheet reads as Chinese and in which nothing runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

import streamlit as st
from openpyxl import Workbook
from openpyxl.cell import Cell as AnyCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from app_pages import ink, texts
from graph import exports

Cell = str | int | float | bool | None
# What a cell of a workbook may hold at most, and what XML cannot hold.
_LONGEST = 32_000
_MEASURED = 200
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_URL = re.compile(r"https?://[^\s\"<>]{1,2000}")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Offer a table as both files, beside one another."""
    row = st.container(horizontal=True)
    row.download_button(
        texts.say("questions.download"),
        csv_bytes(head, rows),
        f"{name}.csv",
        "text/csv",
        on_click="ignore",
    )
    row.download_button(
        texts.say("download.xlsx"),
        lambda: xlsx_bytes(head, rows),
        f"{name}.xlsx",
        _XLSX,
        on_click="ignore",
    )


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as UTF-8 with the byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([exports.safe_cell(name) for name in head])
    writer.writerows([exports.safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as a workbook: heads that stay, columns as wide as their words, addresses as links, text always as text."""
    book = Workbook()
    sheet = book.worksheets[0]
    kept: list[Sequence[Cell]] = [head, *rows]
    for at, row in enumerate(kept, 1):
        for column, value in enumerate(row, 1):
            _fill(sheet.cell(at, column), value, bold=at == 1)
    for column in range(len(head)):
        wide = max(ink.width(str(row[column] or ""), 2) for row in kept[:_MEASURED])
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(60.0, max(8.0, wide + 2))
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cell: AnyCell | MergedCell, value: Cell, bold: bool) -> None:
    """A number as a number; everything else as text, which is no formula whatever it begins with."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        cell.value = value
        return
    text = str(exports.safe_cell(value)) if isinstance(value, bool) else value or ""
    cell.value = _UNFIT.sub("", text)[:_LONGEST]
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if _URL.fullmatch(text):
        cell.hyperlink = text
    if bold:
        cell.font = Font(bold=True)
