"""Tables as workbooks: numbers stay numbers, addresses are links, and no text runs as a formula."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app_pages import downloads
from tests.app import hostile

CELL = st.one_of(
    st.integers(-(10**9), 10**9), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
)


def _read(head: list[str], rows: list[list[downloads.Cell]]) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(downloads.xlsx_bytes(head, rows))).worksheets[0]


TEXTS = [text for text in hostile.TEXTS if not text.startswith("http:")]  # an address is a link


@pytest.mark.parametrize("text", [*TEXTS, "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a\x00b\x0bc", "长" * 40_000])
def test_text_is_no_formula(text: str) -> None:
    cell = _read([text], [[text]])["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    printed = "".join(c for c in text if c >= " " or c in "\t\n")  # XML has no other control characters
    assert str(cell.value)[:1_000] == printed[:1_000]


@settings(deadline=None)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5))
def test_a_table_comes_back(rows: list[list[downloads.Cell]]) -> None:
    sheet = _read(["名称", "数", "原文"], rows)
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=1 + len(rows)) if rows] == rows
    assert sheet.freeze_panes == "A2"


def test_numbers_addresses_and_empty_cells() -> None:
    sheet = _read(
        ["桂林市国家可持续发展议程创新示范区", "b", "c", "d"], [[25_300_000.5, "https://example.org/a?b=1", None, True]]
    )
    assert sheet["A2"].value == 25_300_000.5
    assert sheet["B2"].hyperlink.target == "https://example.org/a?b=1"
    assert not sheet["C2"].value
    assert sheet["D2"].value == "true"
    assert 30 < sheet.column_dimensions["A"].width <= 60
