"""Tables in a PDF: cells between ruled lines, over pages, with merged and several-lined cells, each with its page and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import errors, evidence, fold, library
from ingest import pipeline
from ingest.loaders import pdf
from ingest.tables import inside, reasons
from tests import factories
from tests.ingest.tables import pdfs

EDGES = (60, 100, 270, 340, 430)
HEAD = ("序号", "承担单位", "所在地", "补助金额\n（万元）")
TITLE = ("关于2021年补助资金安排的公示", "根据管理办法，现将名单公示如下。")
FIRST = (HEAD, ("1", "武汉甲光装备\n有限公司", "武汉市", "120"), ("2", "江城某大学", "", "1,\n200"))
SECOND = (HEAD, ("3", "黄鹤某研究院", "", "40"), ("合计", "", "", "1360"))
MAPPING = """entities:
  holder: {type: [Agency, Organization], name: 承担单位}
  city: {type: Region, name: 所在地}
claims: [holder LOCATED_IN city]
grants: [{amount: 补助金额, beneficiary: holder, year: =2021}]
"""


def announcement() -> bytes:
    """Two pages with one table, whose place is merged over three rows and cut by the end of the page."""
    merged = frozenset({(1, 2)})
    return pdfs.book([pdfs.page(TITLE, FIRST, EDGES, merged), pdfs.page((), SECOND, EDGES)])


@pytest.fixture
def held(tmp_path: Path):
    (tmp_path / "公示.pdf").write_bytes(announcement())
    (tmp_path / "公示.mapping.yaml").write_text(MAPPING, "utf-8")
    with library.open_library(tmp_path / "lib") as opened:
        assert pipeline.ingest(opened, [tmp_path / "公示.pdf"]).failed == ()
        yield opened.get("公示.pdf")


def test_each_sum_has_its_page_table_row_column_and_words(held: library.Held) -> None:
    evidence.check(held.reading, held.text)
    graph = fold.fold([factories.held("公示.pdf", held.reading, held.text)])
    sums = [n.properties for n in graph.nodes if n.label == "Grant"]
    assert sorted((s["page"], s["sheet"], s["row"], s["column"], s["quote"], s["amount"]) for s in sums) == [
        (1, "表1", 2, 4, "120", 1_200_000), (1, "表1", 3, 4, "1,\n200", 12_000_000), (2, "表1", 5, 4, "40", 400_000),
    ]  # fmt: skip


def test_words_in_several_lines_are_one_name_and_a_merged_cell_goes_on_over_the_page(held: library.Held) -> None:
    names = {e.id: e.name for e in held.reading.entities}
    placed = {(names[c.subject], names[c.object]) for c in held.reading.claims if c.predicate == "LOCATED_IN"}
    assert placed >= {(name, "武汉市") for name in ("武汉甲光装备有限公司", "江城某大学", "黄鹤某研究院")}
    assert held.reading.faults == ()


def test_a_cell_whose_words_lie_apart_is_listed_and_the_rest_is_in(tmp_path: Path) -> None:
    # As some programs draw a row: the first lines of all cells, then the second ones.
    drawn = pdfs.page(TITLE, (HEAD, ("1", "武汉甲光装备\n有限公司", "武汉市", "120")), EDGES).split("\n")
    torn = next(line for line in drawn if "有限公司".encode("utf-16-be").hex() in line)
    drawn.remove(torn)
    (tmp_path / "公示.pdf").write_bytes(pdfs.book(["\n".join((*drawn, torn))]))
    (tmp_path / "公示.mapping.yaml").write_text(MAPPING, "utf-8")
    with library.open_library(tmp_path / "lib") as opened:
        pipeline.ingest(opened, [tmp_path / "公示.pdf"])
        faults = {fault.cell.address: fault.reason for _, fault in opened.faults()}
        assert faults == {"表1!B2": reasons.SCATTERED, "表1!D2": reasons.NO_RECEIVER}
        assert [g.amount for g in opened.get("公示.pdf").reading.grants] == [1_200_000]


def test_a_pdf_without_ruled_lines_says_what_to_do() -> None:
    data = pdfs.book([pdfs.page(("序号 承担单位", "1 某大学"), (), EDGES)])
    with pytest.raises(errors.UnreadableFile, match="copy the table into a workbook"):
        inside.grids("公示.pdf", data, pdf.load("公示.pdf", data)[0])


def test_a_number_alone_at_the_foot_of_a_page_is_kept_unless_it_is_the_page_s() -> None:
    lines = [("甲方说明。", "乙方说明。", "丙方说明。", "150"), ("丁方说明。", "戊方说明。", "己方说明。", "2")]
    data = pdfs.book([pdfs.page(page, (), EDGES) for page in lines])
    assert pdf.load("公示.pdf", data)[0].split() == [*lines[0], *lines[1][:3]]
