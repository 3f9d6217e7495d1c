"""Rows through a mapping: what they name and state, with the cells it rests on, and what does not fit."""

from __future__ import annotations

import json

import pytest

from graph import errors, evidence
from ingest.tables import mapping, reading, reasons

AWARDS = """\
附件1
2021年度自治区创新资金拨款表
单位：万元
序号,承担单位,所在地,主管部门,金额,批复时间
1,桂林某某科技有限公司,桂林,自治区科技厅,"1,200.5",2021年3月5日
2,南宁市科技局,南宁,自治区科技厅,300,2021/4/6
,小计,,,1500.5,
续表
序号,承担单位,所在地,主管部门,金额,批复时间
3,北海某某大学,北海,自治区工信厅,另定,2021-05
4,柳州高新区管委会,柳州,自治区工信厅,约50万元,2021
4,柳州高新区管委会,柳州,自治区工信厅,约50万元,2021
合计,,,,1850.5,
注：以上均为虚构
"""
MAPPING = """\
document: {publisher: 广西壮族自治区科学技术厅, date: 2021-12-31}
entities:
  holder: {type: [Agency, Organization], name: 承担单位, region: 所在地}
  city: {type: Region, name: 所在地}
  agency: {type: Agency, name: 主管部门}
  fund: {type: Fund, name: =自治区创新驱动发展专项资金}
claims:
  - holder LOCATED_IN city
grants:
  - {amount: 金额, fund: fund, agency: agency, beneficiary: holder, year: 批复时间}
row: {cited: =某公告, unchecked: {序号: "4"}}
"""


def read(text: str = AWARDS, given: str = MAPPING) -> reading.Read:
    made = reading.read("表.csv", text.encode(), mapping.parse("表.mapping.yaml", given))
    evidence.check(made.reading, made.text)
    return made


def test_names_are_read_as_in_documents() -> None:
    names = {(e.type, e.name) for e in read().reading.entities}
    assert {
        ("Agency", "广西壮族自治区科学技术厅"), ("Agency", "南宁市科学技术局"), ("Organization", "北海某某大学"),
        ("Region", "桂林市"), ("Agency", "柳州高新技术产业开发区管理委员会"), ("Fund", "广西壮族自治区创新驱动发展专项资金"),
    } <= names  # fmt: skip


def test_sums_have_their_cell_and_no_subtotal_is_one() -> None:
    grants = read().reading.grants
    assert [(g.amount, g.year, g.quote.cell.address) for g in grants if g.quote.cell] == [
        (12005000, 2021, "E5"), (3000000, 2021, "E6"), (500000, 2021, "E11"),
    ]  # fmt: skip
    assert dict(grants[2].qualifiers) == {"cited": "某公告", "unchecked": True, "cells": "E11 F11 D11 B11"}


def test_what_does_not_fit_is_listed_and_the_rest_is_in() -> None:
    made = read().reading
    listed = [(f.cell.row, f.header, f.text, f.reason) for f in made.faults]
    assert listed == [
        (10, "金额", "另定", reasons.NO_SUM), (12, "", "4", reasons.same_row(11)),
    ]  # fmt: skip
    assert {c.object for c in made.claims if c.subject == "Organization/北海某某大学"} == {"Region/450500"}


def test_the_same_rows_again_are_the_same_and_a_changed_cell_changes_its_claims_only() -> None:
    before, again, after = read(), read(), read(AWARDS.replace("2021/4/6", "2021/4/6").replace("300,", "310,"))
    assert again == before
    assert after.reading.document.id == before.reading.document.id
    assert after.reading.claims == before.reading.claims
    changed = {g.id for g in before.reading.grants} ^ {g.id for g in after.reading.grants}
    assert len(changed) == 2


def test_a_reading_of_a_table_survives_json() -> None:
    made = read().reading
    assert evidence.from_json(json.loads(json.dumps(evidence.to_json(made)))) == made


def test_columns_that_are_not_there_are_named() -> None:
    with pytest.raises(
        errors.UnreadableFile, match=r"没有的列：联系人；.*not there: 联系人.*the header has 序号, 承担单位"
    ):
        read(given=MAPPING.replace("name: 主管部门", "name: 联系人"))
