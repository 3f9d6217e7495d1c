"""The shadow keeps the way back: whatever is cleaned, a span of it is an exact piece of the original."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import shadow

# What official texts are made of, the ugly parts included.
_PIECES = st.sampled_from(
    ["桂林市", "人民政府", "一、", "（一）", "1.", "第三条", "。", "：", "“", "”", "《", "》", "(", ")", " ", "　", "\n", "\r\n",
     "\u200b", "\u202e", "\ufeff", "２０２１年", "2021年6月18日", "５００万元", "关于印发", "的通知", "**", "# ", "abc ", "\x0c", "𠮷"]
)  # fmt: skip
_TEXTS = st.one_of(st.lists(_PIECES, max_size=120).map("".join), st.text(max_size=80))


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_span_is_a_piece_of_the_original(raw: str) -> None:
    made = shadow.clean(raw)
    assert len(made.origin) == len(made.text) + 1
    assert all(a <= b for a, b in pairwise(made.origin))
    for start in range(0, len(made.text), 7):
        span = made.span(start, min(start + 9, len(made.text)))
        assert raw[span.start : span.end] == span.text


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_cleaning_drops_no_han_character(raw: str) -> None:
    def han(text: str) -> str:
        return "".join(c for c in text if "一" <= c <= "鿿")

    assert han(shadow.clean(raw).text) == han(raw)


CASES = [
    ("full-width digits and letters", "２０２１年Ａ类", "2021年A类"),
    ("full-width punctuation stays", "（一）；：，", "（一）；：，"),
    ("brackets typed in ASCII between Han", "广西(试点)方案", "广西（试点）方案"),
    ("brackets in English stay", "the plan (2021) of", "the plan (2021) of"),
    ("invisible marks", "桂\u200b林\u202e市\ufeff", "桂林市"),
    ("stray spaces between Han", "可 持 续　发展", "可持续发展"),
    ("a space between a number and Han", "支持 4 项", "支持4项"),
    ("spaces between English words stay", "national high tech zone", "national high tech zone"),
    ("Windows line ends", "甲。\r\n乙。", "甲。\n乙。"),
    ("Markdown marks", "## 总体要求\n**重点**任务", "总体要求\n重点任务"),
    ("small tortoise-shell brackets", "桂政发﹝2019﹞48号", "桂政发〔2019〕48号"),
    ("a line that ends in a comma goes on", "支持茶农、\n\n果农合作。\n完。", "支持茶农、果农合作。\n完。"),
    ("a numbered item after a comma begins a line", "措施如下，\n一、支持茶农。", "措施如下，\n一、支持茶农。"),
    ("cells with two spaces between them", "1  制氧技术  某公司  20", "1|制氧技术|某公司| 20"),
    ("cells with tabs between them", "名称\t单位\t负责人", "名称|单位|负责人"),
    (
        "cells under a numbered header",
        "序号 实验室 单位 主任\n1 冻土实验室 某大学 王 兰\n完。",
        "序号|实验室|单位|主任\n1|冻土实验室|某大学|王兰\n完。",
    ),
    (
        "numbered rows whose columns one wide space keeps apart",
        "1.高原制氧装备　兰州某某公司　推荐单位：兰州市科技局",
        "1.高原制氧装备|兰州某某公司|推荐单位：兰州市科技局",
    ),
    ("a wide space in a sentence keeps nothing apart", "1.支持茶农　发展茶园。", "1.支持茶农发展茶园。"),
    ("nor in a name set wide", "王　兰　李　明　赵　平\n" * 3, "王兰李明赵平\n" * 3),
    ("empty", "", ""),
]


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_clean(raw: str, wanted: str) -> None:
    assert shadow.clean(raw).text == wanted


def test_a_quote_brings_the_stray_characters_back() -> None:
    raw = "支持 桂\u200b林 市２０项"
    made = shadow.clean(raw)
    at = made.text.index("桂林市20项")
    assert made.span(at, at + 6).text == "桂\u200b林 市２０项"[: len(made.span(at, at + 6).text)]
    assert made.span(0, len(made.text)).text == raw


def test_lines_broken_inside_a_sentence_are_joined() -> None:
    lines = [
        "为深入实施创新驱动发展战略，加快建设区域科技创新中",
        "心，推动高新技术产业开发区高质量发展，结合本市的实",
        "际情况，制定本办法，请各有关单位认真抓好贯彻落实。",
        "第一条本办法所称专项资金，是指由市级财政预算安排的",
        "资金。",
    ]
    assert shadow.clean("\n".join(lines)).text.split("\n") == ["".join(lines[:3]), "".join(lines[3:])]


def test_a_text_without_line_breaks_gets_its_paragraphs_back() -> None:
    filler = "坚持问题导向和目标导向相统一，统筹推进各项工作，确保各项任务落到实处、取得实效。" * 5
    raw = (
        "某某市人民政府关于加强科技园区建设的通知某政发〔2020〕7号各县人民政府，市级各部门："
        f"现就有关事项通知如下。一、总体要求（一）明确目标。{filler}（二）把握原则。{filler}二、保障措施1.加强领导。"
        "2.落实经费。某某市人民政府2020年3月5日"
    )
    lines = shadow.clean(raw).text.split("\n")
    assert lines[:3] == ["某某市人民政府关于加强科技园区建设的通知", "某政发〔2020〕7号", "各县人民政府，市级各部门："]
    assert [line[:7] for line in lines[4:]] == ["一、总体要求", "（一）明确目标", "（二）把握原则", "二、保障措施", "1.加强领导。",
                                                "2.落实经费。", "某某市人民政府", "2020年3月"]  # fmt: skip


@pytest.mark.shared
def test_real_documents_map_back(shared: Path) -> None:
    paths = sorted((shared / "corpus").glob("*.txt"))
    assert len(paths) > 50
    for path in paths:
        raw = path.read_bytes().decode("utf-8")
        made = shadow.clean(raw)
        for start in range(0, len(made.text) - 40, 997):
            span = made.span(start, start + 40)
            assert raw[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "raw",
    [" " * 20_000, "　" * 20_000 + "完", "（" * 20_000, "一、" * 10_000],
    ids=["spaces", "wide", "brackets", "heads"],
)
def test_a_hostile_page_costs_no_more_than_its_length(raw: str) -> None:
    began = time.perf_counter()
    shadow.clean(raw)
    assert time.perf_counter() - began < 5
