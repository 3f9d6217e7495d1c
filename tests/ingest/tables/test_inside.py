"""Tables inside documents: an award list on a web page, in a Word document and in Markdown, read by a mapping beside it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from graph import errors, evidence, library
from ingest import pipeline
from ingest.tables import check, draft, mapping, reasons
from tests.ingest.tables import pdfs

PAGE = """<html><head><title>关于2021年补助资金安排的公示</title></head><body><h1>关于2021年补助资金安排的公示</h1>
<p>根据管理办法，现将名单公示如下，公示期为五个工作日，欢迎社会各界监督并提出意见。</p>
<table><tr><th>序号</th><th>承担单位</th><th>所在地</th><th>补助金额（万元）</th></tr>
<tr><td>1</td><td>武汉甲光装备有限公司</td><td rowspan=2>武汉市</td><td>120</td></tr>
<tr><td>2</td><td>江城某大学</td><td>80</td></tr><tr><td colspan=3>合计</td><td>200</td></tr></table>
<p>湖北省科学技术厅</p><p>2021年12月1日</p></body></html>"""
MAPPING = """entities:
  holder: {type: [Agency, Organization], name: 承担单位}
  city: {type: Region, name: 所在地}
claims: [holder LOCATED_IN city]
grants: [{amount: 补助金额, beneficiary: holder, year: =2021}]
"""


def test_an_award_list_on_a_web_page(tmp_path: Path) -> None:
    (tmp_path / "公示.html").write_text(PAGE, "utf-8")
    (tmp_path / "公示.mapping.yaml").write_text(MAPPING, "utf-8")
    with library.open_library(tmp_path / "lib") as held:
        assert pipeline.ingest(held, [tmp_path / "公示.html"]).failed == ()
        kept = held.get("公示.html")
    evidence.check(kept.reading, kept.text)
    cells = {g.quote.cell.address if g.quote.cell else g.quote.text: g.amount for g in kept.reading.grants}
    assert cells == {"表1!D2": 1_200_000, "表1!D3": 800_000}
    assert all(c.quote.cell for c in kept.reading.claims if c.subject.startswith("Organization/"))
    placed = [c for c in kept.reading.claims if c.subject == "Organization/江城某大学"]
    assert [(c.object, c.quote.cell and c.quote.cell.address) for c in placed] == [("Region/420100", "表1!C2")]


ROWS = (
    "序号|承担单位|所在地|补助金额（万元）",
    "1|武汉甲光装备有限公司|武汉市|120",
    "2|江城某大学|武汉市|80",
    "合计|||200",
)
HEAD = "关于2021年补助资金安排的公示"
LINES = ("", "现将名单公示如下。", "", "|" + ROWS[0] + "|", "|---|---|---|---|", *(f"|{row}|" for row in ROWS[1:]))


def word() -> bytes:
    """A Word document with a heading and the table."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cells = ("".join(f"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>" for c in row.split("|")) for row in ROWS)
    body = f"<w:p><w:r><w:t>{HEAD}</w:t></w:r></w:p><w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"), [("公示.docx", word()), ("公示.md", "\n".join((f"# {HEAD}", *LINES)).encode())]
)
def test_an_award_list_in_a_document(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "公示.mapping.yaml").write_text(MAPPING, "utf-8")
    with library.open_library(tmp_path / "lib") as held:
        assert pipeline.ingest(held, [tmp_path / name]).failed == ()
        kept = held.get(name)
    evidence.check(kept.reading, kept.text)
    cells = {g.quote.cell.address if g.quote.cell else g.quote.text: g.amount for g in kept.reading.grants}
    assert cells == {"表1!D2": 1_200_000, "表1!D3": 800_000}


LISTS = PAGE.replace(
    "<table>", "<p>武汉市2021年补助资金安排表</p><p>单位：万元</p><table>", 1
).replace("（万元）", "").replace(
    "<p>湖北省科学技术厅</p>",
    "<p>附件2</p><table><tr><td>一级指标</td><td>指标值</td></tr><tr><td>数量</td><td>12</td></tr></table>"
    "<p>附件3</p><table><tr><th>高新区名称</th><th>所在地</th></tr><tr><td>江城某某高新技术产业开发区</td><td>荆门市</td></tr></table>"
    "<p>附件4（续）</p><table><tr><th>高新区名称</th><th>所在地</th></tr><tr><td>某某高新技术产业园区</td><td>随州市</td></tr></table>"
    "<p>湖北省科学技术厅</p>",
)  # fmt: skip


def test_a_draft_covers_the_tables_of_a_page_that_tell_something() -> None:
    made = draft.draft("公示.html", LISTS.encode())
    assert [part.sheets for part in made.parts] == [("表1",), ("表3", "表4")]
    assert [(one.sheet, one.words, one.reason) for one in made.left] == [("表2", "一级指标 指标值", reasons.NO_HEADER)]
    found = check.check("公示.html", LISTS.encode(), mapping.parse("m", made.text))
    names = {e.id: e.name for e in found.reading.entities}
    assert (found.faults, {(names[c.subject], names[c.object]) for c in found.reading.claims}) == ((), {
        ("武汉甲光装备有限公司", "武汉市"), ("江城某大学", "武汉市"),
        ("江城某某高新技术产业开发区", "荆门市"), ("某某高新技术产业园区", "随州市"),
    })  # fmt: skip
    # The unit and the year stand above the table; the voice is the page's.
    assert [(g.amount, g.year, g.stated_by) for g in found.reading.grants] == [
        (1_200_000, 2021, "Agency/湖北省科学技术厅"), (800_000, 2021, "Agency/湖北省科学技术厅")
    ]  # fmt: skip


RULED = pdfs.book([pdfs.page([HEAD], [row.split("|") for row in ROWS], (40, 100, 260, 360, 480))])


@pytest.mark.parametrize(
    ("name", "data"),
    [("公示.docx", word()), ("公示.md", "\n".join((f"# {HEAD}", *LINES)).encode()), ("公示.pdf", RULED)],
    ids=["word", "markdown", "pdf"],
)
def test_a_draft_for_a_document_needs_no_edit_to_read_its_sums(name: str, data: bytes) -> None:
    found = check.check(name, data, mapping.parse("m", draft.draft(name, data).text))
    assert (found.faults, [(g.amount, g.year) for g in found.reading.grants]) == (
        (),
        [(1_200_000, 2021), (800_000, 2021)],
    )
    assert [(s.name, s.header, dict(s.rows)) for s in found.sheets] == [("表1", (1,), {"record": 2, "total": 1})]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("公示.html", "<html><body><p>公示期为五个工作日，欢迎社会各界监督。</p></body></html>".encode(), reasons.NO_TABLE),
        ("公示.pdf", pdfs.book([pdfs.page(["公示期为五个工作日"], [], (40, 100))]), reasons.NO_RULES),
    ],
    ids=["page", "pdf"],
)  # fmt: skip
def test_a_document_without_a_table_says_what_to_do(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(errors.UnreadableFile) as told:
        draft.draft(name, data)
    assert told.value.reason == reason
