"""Shapes that researchers' spreadsheets have: two tables on a sheet, a sheet a year, names below each other, wide digits."""

from __future__ import annotations

import io
from collections.abc import Mapping

import openpyxl
import pytest

from graph import evidence
from ingest.tables import draft, mapping, reading
from tests.ingest.tables.sheets import Rows, workbook

TWO: Rows = (
    ("一、平台名单",),
    ("序号", "平台名称", "依托单位", "认定时间"),
    (1, "某省某某重点实验室", "某某大学", "2020-05"),
    (),
    ("二、资金安排",),
    ("序号", "承担单位", "所在市", "金额（万元）"),
    (1, "某某大学", "合肥市", 100),
    (2, "某某公司", "芜湖市", 50),
)
SECOND = """tables:
  - header: 2
    entities: {it: {type: Platform, name: 平台名称}}
  - header: 6
    entities: {it: {type: Organization, name: 承担单位}}
    grants: [{amount: 金额, beneficiary: it}]
"""
HEAD = ("项目", "承担单位", "技术领域", "资金（万元）")


def drafted(data: bytes) -> tuple[str, evidence.Reading]:
    text = draft.draft("表.xlsx", data).text
    return text, reading.read("表.xlsx", data, mapping.parse("表.mapping.yaml", text)).reading


def years(sheets: Mapping[str, Rows]) -> bytes:
    book = openpyxl.Workbook()
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_second_table_below_is_listed_and_no_row_of_it_read_by_the_columns_of_the_first() -> None:
    _, made = drafted(workbook(TWO))
    assert [e.name for e in made.entities if e.type == "Platform"] == ["某省某某重点实验室"]
    ((cell, reason),) = ((f.cell.address, f.reason) for f in made.faults)
    assert (cell, "with `header: 6`" in reason) == ("Sheet1!A6", True)


def test_each_table_of_a_sheet_has_a_part_of_its_own() -> None:
    made = reading.read("表.xlsx", workbook(TWO), mapping.parse("表.mapping.yaml", SECOND)).reading
    assert [(g.amount, g.quote.text) for g in made.grants] == [(1_000_000, "100"), (500_000, "50")]


def test_a_draft_reads_every_sheet_of_the_same_columns_and_tells_what_it_leaves_out() -> None:
    text, made = drafted(
        years({"2021": (HEAD, ("甲项目", "甲公司", "新材料", 5)), "2022": (HEAD, ("乙项目", "乙公司", "", 8))})
    )
    assert [g.amount for g in made.grants] == [50_000, 80_000]
    assert "not used: 技术领域" in text


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("武汉甲光装备\n有限公司", ["武汉甲光装备有限公司"]),
        ("某某某大学\n某某研究院", ["某某某大学", "某某研究院"]),
    ],
    ids=["one name that was broken", "two names below each other"],
)
def test_names_in_a_cell_of_several_lines(cell: str, names: list[str]) -> None:
    _, made = drafted(workbook((("项目", "承担单位"), ("甲项目", cell))))
    assert [e.name for e in made.entities if e.type == "Organization"] == names


def test_wide_digits_are_figures_and_dates() -> None:
    given = mapping.parse(
        "m",
        "entities: {it: {type: Agency, name: 单位}}\ngrants: [{amount: 金额, unit: 万元, beneficiary: it, year: 年度}]",
    )
    made = reading.read(
        "表.xlsx", workbook((("单位", "金额", "年度"), ("某局", "１，２００．５", "２０２１年"))), given
    ).reading
    assert [(g.amount, g.year) for g in made.grants] == [(12_005_000, 2021)]


def test_a_total_told_in_the_last_column_is_no_record() -> None:
    data = workbook(
        (
            ("立项日期", "项目名称", "承担单位", "所在地", "金额（万元）", "备注"),
            ("2023-01", "甲", "甲公司", "长沙市", 3, ""),
            ("", "", "", "", 3, "合计"),
        )
    )
    made = reading.read("表.xlsx", data, mapping.parse("m", draft.draft("表.xlsx", data).text)).reading
    assert ([g.amount for g in made.grants], made.faults) == ([30_000], ())
