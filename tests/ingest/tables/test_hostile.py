"""Workbooks that are broken, huge, locked or no workbooks at all: each ends in a clear reason or in its cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import errors, library
from ingest import pipeline
from ingest.tables import files, grid, mapping, reading
from tests.ingest.tables.sheets import workbook

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504


def sheet(body: str, more: dict[str, str] | None = None) -> bytes:
    """A workbook whose only sheet has this XML; `more` holds further parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["甲"]]))) as plain,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for info in plain.infolist():
            ours = f"<worksheet {SPACE}>{body}</worksheet>" if info.filename.endswith("sheet1.xml") else None
            made.writestr(info.filename, ours or plain.read(info))
        for name, text in (more or {}).items():
            made.writestr(name, text)
    return out.getvalue()


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def cell(address: str, words: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{words}</t></is></c>'


TWO = row(1, cell("A1", "单位"), cell("B1", "金额")) + row(2, cell("A2", "某厅"), '<c r="B2"><v>5</v></c>')
ROWS = (("单位", "金额"), ("某厅", "5"))
EMPTY = "".join(f'<row r="{number}"/>' for number in range(3, 60_000))
SUM, LINK = '<c r="B1"><f>1+1</f><v>2</v></c>', '<c r="A1" t="str"><f>[1]表!A1</f><v>某厅</v></c>'
MERGED = '<mergeCells count="1"><mergeCell ref="{}"/></mergeCells>'

# Made when asked for: every process that gathers tests passes here.
REFUSED = {
    "a bomb": (lambda: sheet("<sheetData>" + " " * 60_000_000 + "</sheetData>"), "far more than its size"),
    "a row beyond all rows": (lambda: sheet(f"<sheetData>{TWO}{row(10_000_000, cell('A10000000', '远'))}</sheetData>"), "more than 1,048,576 rows"),
    "a column beyond all use": (lambda: sheet(f"<sheetData>{TWO}{row(3, cell('XFD3', '远'))}</sheetData>"), "2,000 columns"),
    "entities": (lambda: sheet("<sheetData/>", {"xl/more.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "entity definitions"),
    "only empty rows": (lambda: sheet(f"<sheetData>{EMPTY}</sheetData>"), "no filled cell"),
    "a password": (lambda: COMPOUND + "EncryptedPackage".encode("utf-16le") + b"\0" * 500, "locked with a password"),
    "the old format": (lambda: COMPOUND + "Workbook".encode("utf-16le") + b"\0" * 500, "save it as .xlsx"),
    "a web page": (lambda: b"<html><table><tr><td>a</td></tr></table></html>", "under the name of a table"),
    "cut off": (lambda: workbook([["甲"]])[:-200], "damaged"),
    "broken XML": (lambda: sheet("<sheetData><row>"), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_says_why(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(errors.UnreadableFile, match=reason):
        files.sheets("名单.xlsx", make())


READ = {
    "empty rows below": (f"<sheetData>{TWO}{EMPTY}</sheetData>", ROWS),
    "a formula with its result": (
        f"<sheetData>{row(1, cell('A1', '单位'), SUM)}</sheetData>", (("单位", "2"),)),
    "a link to another file": (
        f"<sheetData>{row(1, LINK)}</sheetData>", (("某厅",),)),
    "one merged cell over the whole sheet": (f"<sheetData>{TWO}</sheetData>{MERGED.format('A1:XFD1048576')}", ROWS),
    "one merged cell over a whole column": (f"<sheetData>{TWO}</sheetData>{MERGED.format('A2:A1048576')}", ROWS),
}  # fmt: skip


@pytest.mark.parametrize(("body", "rows"), READ.values(), ids=READ.keys())
def test_what_is_only_odd_is_read(body: str, rows: tuple[tuple[str, ...], ...]) -> None:
    found = files.sheets("名单.xlsx", sheet(body, {"xl/externalLinks/externalLink1.xml": f"<externalLink {SPACE}/>"}))
    assert [one.rows for one in found] == [rows]
    text, (laid,) = grid.lay_out(found)
    assert text.splitlines()[0] == "\t".join(rows[0])
    assert laid.width(1) == len(rows[0])


@pytest.mark.parametrize("case", ["a password", "the old format"])
def test_the_library_keeps_the_reason_and_the_rest_goes_on(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "名单"
    folder.mkdir()
    (folder / "锁.xlsx").write_bytes(REFUSED[case][0]())
    (folder / "说明.txt").write_text("某市科学技术局关于名单的说明\n\n名单见附件。\n", "utf-8")
    with library.open_library(tmp_path / "lib") as held:
        report = pipeline.ingest(held, [folder])
    assert report.new == ("名单/说明.txt",)
    ((name, reason),) = report.failed
    assert name == "名单/锁.xlsx" and REFUSED[case][1] in reason


def test_a_formula_without_a_stored_result_is_listed_and_the_rest_is_in() -> None:
    rows = (("单位", "金额（万元）"), ("某厅", 5), ("某局", "=B2*2"), ("合计", "=SUM(B2:B3)"))
    given = mapping.parse(
        "表.mapping.yaml", "entities: {it: {type: Agency, name: 单位}}\ngrants: [{amount: 金额, beneficiary: it}]"
    )
    made = reading.read("名单.xlsx", workbook(rows), given).reading
    assert [grant.amount for grant in made.grants] == [50_000]
    ((cell, text, reason),) = ((f.cell.address, f.text, f.reason) for f in made.faults)
    assert (cell, text) == ("Sheet1!B3", "=B2*2")
    assert "open it in a spreadsheet program and save it, or export the sheet as CSV" in reason


def test_a_workbook_of_nothing_but_formulas_without_results_says_so() -> None:
    with pytest.raises(errors.UnreadableFile, match=r"no filled cell .* a formula whose result is not in the file"):
        files.sheets("名单.xlsx", workbook((("=1+1", "=2+2"),)))
