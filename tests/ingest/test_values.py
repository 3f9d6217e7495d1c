"""Sums and dates as values, and what must not be read as one."""

from __future__ import annotations

import time

import pytest

from ingest import values

AMOUNTS = [
    ("万元", "资助经费1530万元", [(15_300_000, None, "CNY", "")]),
    ("亿元with a fraction", "安排2.61亿元", [(261_000_000, None, "CNY", "")]),
    ("range", "补助100万—500万元不等", [(5_000_000, 1_000_000, "CNY", "")]),
    ("range with 至", "给予5万元至30万元奖励", [(300_000, 50_000, "CNY", "")]),
    ("ceiling", "最高给予300万元", [(3_000_000, None, "CNY", "ceiling")]),
    ("ceiling in other words", "总额不超过20万元", [(200_000, None, "CNY", "ceiling")]),
    ("size of a fund", "基金总规模10亿元", [(1_000_000_000, None, "CNY", "size")]),
    ("Chinese numerals", "奖励五十万元", [(500_000, None, "CNY", "")]),
    ("formal numerals", "拨付壹佰万元", [(1_000_000, None, "CNY", "")]),
    ("foreign money keeps its units", "引资300万美元", [(3_000_000, None, "USD", "")]),
    ("thousands marks", "共1,200.5万元", [(12_005_000, None, "CNY", "")]),
    ("English million", "a grant of $10 million was made", [(10_000_000, None, "USD", "")]),
    ("English yuan", "about 500 million yuan", [(500_000_000, None, "CNY", "")]),
    (
        "a row",
        "20万元、15万元和10万元",
        [(200_000, None, "CNY", ""), (150_000, None, "CNY", ""), (100_000, None, "CNY", "")],
    ),
    (
        "a row with one currency",
        "5万、3万、1万元",
        [(50_000, None, "CNY", ""), (30_000, None, "CNY", ""), (10_000, None, "CNY", "")],
    ),
    ("size after the sum", "设立8亿元规模的基金", [(800_000_000, None, "CNY", "size")]),
    ("a percentage is no money", "比例最高50%", []),
    ("a figure after the sum is not drawn in", "共3541.07万元2.3本项目", [(35_410_700, None, "CNY", "")]),
    ("一元化 is a word", "实行一元化管理", []),
    ("a unit in a table head is no sum", "发行总额（亿）10.00", []),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in AMOUNTS], ids=[c[0] for c in AMOUNTS])
def test_amounts(text: str, wanted: list[tuple[int, int | None, str, str]]) -> None:
    found = values.find_amounts(text, 0, len(text))
    assert [(a.value, a.lower, a.currency, a.kind) for a in found] == wanted


DATES = [
    ("a month", "2019年11月印发", ["2019-11"]),
    ("a day", "2019年11月5日印发", ["2019-11-05"]),
    ("span with 至", "2018年至2020年", ["2018/2020"]),
    ("span with a dash", "2018—2020年", ["2018/2020"]),
    ("span of months", "2019年3月至2020年5月", ["2019-03/2020-05"]),
    ("span of days", "2019年3月1日至2020年5月31日", ["2019-03/2020-05"]),
    ("plan period", "“十四五”期间", ["2021/2025"]),
    ("last year", "去年新增", ["2020"]),
    ("a month of last year", "去年11月发布", ["2020-11"]),
    ("this year", "今年4月启动", ["2021-04"]),
    ("the last two years", "近两年来", ["2019/2021"]),
    ("some years up to now", "两年来，", ["2019/2021"]),
    ("the years to come", "未来五年，", ["2021/2025"]),
    ("from a year up to now", "2019年以来，", ["2019/2021"]),
    ("from a month up to now", "2019年3月以来，", ["2019-03/2021"]),
    ("from this year on", "2021年以来，", ["2021"]),
    ("the year named before", "2019年召开会议。同年9月出台办法，次年实施", ["2019", "2019-09", "2020"]),
    ("years from a year on", "自2022年起三年内", ["2022/2024"]),
    ("within the year", "年内下达", ["2021"]),
    ("within some years is no year", "三年内完成", []),
    ("Chinese numerals", "二〇一九年六月十八日", ["2019-06-18"]),
    ("多少起 does not make a span", "2024年3月31日多少起", ["2024-03-31"]),
    ("a day of the year of signing", "3月5日启动", ["2021-03-05"]),
    ("a month of the year named before it", "2019年召开会议，9月出台办法", ["2019", "2019-09"]),
    ("a month that ends its clause", "9月", ["2021-09"]),
    ("a month of each year", "每年3月申报", []),
    ("some months are no month", "3个月内完成", []),
    ("the day on which a report was wired", "本报长沙3月5日电", []),
    ("no such month", "2021年13月", ["2021"]),
    ("no such day", "2021年2月30日", ["2021-02"]),
    ("now is no date", "目前进展顺利", []),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_dates(text: str, wanted: list[str]) -> None:
    assert [t.iso for t in values.find_dates(text, 0, len(text), "2021-06-18")] == wanted


@pytest.mark.parametrize("text", ["去年", "近两年来", "今年4月", "4月5日"])
def test_nothing_is_invented_without_a_signing_date(text: str) -> None:
    assert values.find_dates(text, 0, len(text), None) == []


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "1," * 10_000, "一百" * 10_000, "2021年6月18日至" * 3_000],
    ids=["digits", "commas", "han", "dates"],
)
def test_a_hostile_page_costs_no_more_than_its_length(text: str) -> None:
    began = time.perf_counter()
    values.find_amounts(text, 0, len(text))
    values.find_dates(text, 0, len(text), "2021-06-18")
    assert time.perf_counter() - began < 5
