"""Sentences that run on for thousands of characters are cut, at marks, without loss; long rows within one come to an end."""

from __future__ import annotations

import pytest

from ingest import longest, reading, shadow, structure
from ingest.english import outline as english

CASES = {
    "commas": "支持企业开展技术研发，给予最高十万元补助，",
    "enumeration": "甲市某某科技有限公司、",
    "no mark at all": "研发",
    "English": "The Secretary shall award grants to regional hubs, and ",
}


@pytest.mark.parametrize("unit", CASES.values(), ids=CASES)
def test_pieces_are_short_and_make_up_the_whole(unit: str) -> None:
    text = unit * 500
    pieces = list(longest.cut(text, 0, len(text)))
    assert "".join(text[a:b] for a, b in pieces) == text
    assert max(b - a for a, b in pieces) <= longest.LONGEST
    marks = unit[-1] if unit[-1] in "，、 " else "研发"
    assert all(text[b - 1] in marks for _, b in pieces)


def test_what_people_write_stays_whole() -> None:
    text = "支持企业开展技术研发，" * 30
    assert list(longest.cut(text, 0, len(text))) == [(0, len(text))]


def test_both_outlines_cut() -> None:
    chinese = structure.outline(shadow.clean("某某办法\n" + CASES["commas"] * 200))
    other = english.outline(shadow.clean("Regional Hubs Act\n" + CASES["English"] * 100 + "no more."))
    for made in (chinese, other):
        assert len(made.sentences) > 2
        assert max(s.end - s.start for s in made.sentences) <= longest.LONGEST


# Each took twice as long with each item more, hours for these.
ROWS = {
    "modifiers before a class": "贵州省科技创新券规模3亿元，" + "新来的" * 60 + "好企业可领取20万元。",
    "others behind a class": "贵州省科技创新券规模3亿元，企业" + "和甲乙" * 60 + "等多家。",
    "others before a class": "贵州省科技创新券面向" + "甲乙和" * 60 + "好企业发放。",
    "objects before a place": "国务院支持企业与" + "甲乙和" * 60 + "丙丁戊己庚湖南省。",
    "whom a place asks": "湖南省" + "向甲乙" * 60 + "、组织企业申报岳阳国家可持续发展议程创新示范区。",
    "where what is asked for lies": "湖南省人民政府组织企业报送"
    + "在甲乙" * 60
    + "的岳阳国家可持续发展议程创新示范区的请示。",
    "places beside a place": "科学技术部会同湖南省" + "和甲市" * 60 + "与企业举办活动。",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_is_read(row: str) -> None:
    found = reading.read(f"科技工作情况\n\n{row}\n", "0" * 64)
    assert "企业" in {e.name for e in found.entities if e.type == "TargetGroup"}
