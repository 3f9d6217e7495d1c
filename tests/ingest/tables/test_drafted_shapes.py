"""Drafts for further shapes of spreadsheets: groups of years, totals beside sums, footnotes, English heads, hidden sheets."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest

from graph import evidence
from ingest.tables import draft, mapping, reading, reasons
from tests.ingest.tables.sheets import Rows, workbook

INSTITUTES: Rows = (
    ("湖南省新型研发机构建设情况表",),
    ("单位：万元",),
    ("序号", "机构名称", "依托单位", "2022年", "", "2023年", "", "执行率"),
    ("", "", "", "省级补助", "市级补助", "省级补助", "市级补助", ""),
    ("长沙市",),
    (1, "岳麓某某产业技术研究院", "湖南某某大学", 300, 150, 200, "80.5", 0.85),
    (2, "长沙某某智能制造研究院*", "长沙某某科技有限公司", 200, "—", 150, 60, "92%"),
    ("小计", "", "", 500, 150, 350, 140.5, ""),
    ("株洲市",),
    (3, "株洲某某轨道交通创新中心", "株洲某某集团有限公司", "1,000", 500, 0, 300, "100%"),
    ("总计", "", "", 1500, 650, 350, 440.5, ""),
    ("*为2022年备案的机构。",),
)
INSTITUTES_MERGED = ("A1:H1", "A2:H2", *(f"{c}3:{c}4" for c in "ABCH"), "D3:E3", "F3:G3", "A5:H5", "A9:H9")
ALLOCATION: Rows = (
    ("2023年中央引导地方科技发展资金分配表",),
    ("地区", "单位名称", "资金安排（万元）", "", "合计"),
    ("", "", "基础研究", "基地建设", ""),
    ("合计", "", 500, 1300, 1800),
    ("兰州市", "小计", 300, 800, 1100),
    ("", "兰州某某大学", 300, 500, 800),
    ("", "甘肃省某某研究所", "", 300, 300),
    ("天水市", "天水某某学院", 200, 500, 700),
)
ALLOCATION_MERGED = ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A5:A7")
ENGLISH: Rows = (
    ("Innovation grants awarded",),
    (
        "No.",
        "Project title",
        "Lead organisation",
        "Partner organisations",
        "Amount (GBP million)",
        "Start date",
        "Status",
    ),
    (
        1,
        "Battery pilot line",
        "Northfield Ltd",
        "University of Eastmoor; Tees plc",
        1.2,
        datetime(2022, 4, 1),
        "ongoing",
    ),
    (2, "Hydrogen testbed", "University of Westmarsh", "", 0.85, 44805, "completed"),
    ("", "Total", "", "", 2.05, "", ""),
)
FIRMS: Rows = (
    ("江苏省2022年认定的示范企业名单",),
    ("序号", "企业名称", "所属设区市", "所在园区", "总投资（万元）"),
    (1, "南京某某光电股份有限公司", "南京", "南京高新技术产业开发区", 5000),
    (2, "苏州某某精密机械有限公司①", "苏州", "苏州工业园区", 800),
    ("①原名苏州某某机械有限公司。",),
)
POLICIES: Rows = (
    ("现行科技政策清单（截至2023年6月）",),
    ("序号", "政策名称", "文号", "发文机关", "发布日期", "有效期至"),
    (1, "《安徽省某某若干措施》", "皖政办〔2022〕915号", "安徽省人民政府办公厅", datetime(2022, 6, 30), "2025-06-30"),
    (2, "《安徽省某某管理办法》", "皖科资〔2021〕98号", "安徽省科学技术厅、安徽省财政厅", "2021年3月5日", "长期"),
)


def drafted(rows: Rows, merged: tuple[str, ...] = ()) -> tuple[str, evidence.Reading]:
    data = workbook(rows, merged)
    text = draft.draft("表.xlsx", data).text
    made = reading.read("表.xlsx", data, mapping.parse("表.mapping.yaml", text))
    evidence.check(made.reading, made.text)
    return text, made.reading


def sums(made: evidence.Reading) -> list[tuple[str, float, str, int | None]]:
    names = {e.id: e.name for e in made.entities}
    return [(names[g.beneficiary or ""], g.amount, g.currency, g.year) for g in made.grants]


def said(made: evidence.Reading) -> set[tuple[str, str, str, str, str]]:
    names = {e.id: e.name for e in made.entities}
    return {(names[c.subject], c.predicate, names[c.object], c.time, c.status) for c in made.claims}


def test_sums_of_several_years_and_givers_in_groups_by_place() -> None:
    _, made = drafted(INSTITUTES, INSTITUTES_MERGED)
    assert sum(amount for _, amount, _, _ in sums(made)) == (1500 + 650 + 350 + 440.5) * 10_000
    assert ("长沙某某智能制造研究院", 600_000, "CNY", 2023) in sums(made)
    assert ("株洲某某轨道交通创新中心", "LOCATED_IN", "株洲市", "", "ongoing") in said(made)
    assert made.faults == ()


def test_a_column_of_totals_is_no_sum_of_its_own_and_the_title_names_fund_and_year() -> None:
    text, made = drafted(ALLOCATION, ALLOCATION_MERGED)
    assert sum(amount for _, amount, _, _ in sums(made)) == 1800 * 10_000
    assert {year for _, _, _, year in sums(made)} == {2023}
    assert [e.name for e in made.entities if e.type == "Fund"] == ["中央引导地方科技发展资金"]
    assert "not used" not in text


def test_english_heads_with_a_currency_and_a_scale() -> None:
    _, made = drafted(ENGLISH)
    assert sums(made) == [("Northfield Ltd", 1_200_000, "GBP", None), ("University of Westmarsh", 850_000, "GBP", None)]
    assert {
        ("Northfield Ltd", "MANAGES", "Battery pilot line", "2022-04-01", "ongoing"),
        ("University of Westmarsh", "MANAGES", "Hydrogen testbed", "2022-09-01", "done"),
        ("Northfield Ltd", "COOPERATES_WITH", "Tees plc", "", "ongoing"),
    } <= said(made)


def test_a_list_of_firms_lies_in_parks_and_gets_no_sum_that_it_invests_itself() -> None:
    _, made = drafted(FIRMS)
    assert ("苏州某某精密机械有限公司", "PART_OF", "苏州工业园区", "", "ongoing") in said(made)
    assert not made.grants
    assert not [c for c in made.claims if c.predicate == "MANAGES"]


def test_policies_have_numbers_issuers_and_the_day_on_which_they_end() -> None:
    _, made = drafted(POLICIES)
    ends = {e.prop("doc_no"): e.prop("date_expiry") for e in made.entities if e.type == "Policy"}
    assert ends == {"皖政办〔2022〕915号": "2025-06-30", "皖科资〔2021〕98号": None}
    assert ("安徽省财政厅", "ISSUED", "安徽省某某管理办法", "2021-03-05", "done") in said(made)
    assert made.faults == ()


@pytest.mark.parametrize(
    ("head", "unit", "currency"),
    [("Grant (£m)", 1_000_000, "GBP"), ("Award value (US$ thousand)", 1000, "USD"), ("补助（万元）", 10_000, "CNY")],
    ids=["pounds", "dollars", "yuan"],
)
def test_units_of_heads(head: str, unit: int, currency: str) -> None:
    _, made = drafted((("项目名称", "承担单位", head), ("甲项目", "甲公司", 3)))
    assert [(amount, money) for _, amount, money, _ in sums(made)] == [(3 * unit, currency)]


def test_a_sum_without_a_unit_is_marked_to_be_checked() -> None:
    text, _ = drafted((("项目名称", "承担单位", "补助金额"), ("甲项目", "甲公司", 3)))
    assert "unit: 元}  # 表中没有认出单位，请核对 no unit was recognised: check" in text


def with_hidden_sheet() -> bytes:
    book = openpyxl.Workbook()
    for title, name in (("名单", "甲公司"), ("草稿", "乙公司")):
        sheet = book.create_sheet(title)
        for row in (("项目名称", "承担单位"), (f"{name}的项目", name)):
            sheet.append(row)
    book["草稿"].sheet_state = "hidden"
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_hidden_sheet_is_listed_and_read_when_the_mapping_names_it() -> None:
    data = with_hidden_sheet()
    made = draft.draft("表.xlsx", data)
    assert [(one.sheet, one.words, one.reason) for one in made.left] == [("草稿", "项目名称 承担单位", reasons.HIDDEN)]
    assert "not drafted: 草稿" in made.text
    left = reading.read("表.xlsx", data, mapping.parse("m", made.text)).reading
    assert [(f.cell.address, f.reason) for f in left.faults] == [("草稿!A1", reasons.HIDDEN)]
    assert "乙公司" not in [e.name for e in left.entities]
    named = made.text.replace("header: 1", "sheet: [名单, 草稿]\nheader: 1")
    whole = reading.read("表.xlsx", data, mapping.parse("m", named)).reading
    assert (whole.faults, "乙公司" in [e.name for e in whole.entities]) == ((), True)
