"""However its signs were typed, a text says the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph import evidence
from ingest import reading, shadow, signs
from tests import golden

TYPED = [
    ("您好,现答复如下:", "您好，现答复如下："),
    ("总额1,200万元,其中省级800万元", "总额1,200万元，其中省级800万元"),
    ("会议于9:30召开", "会议于9:30召开"),
    ('实施"双百"工程和"专精特新"计划', "实施“双百”工程和“专精特新”计划"),
    ("实施”双百”工程", "实施“双百”工程"),
    ("实施「双百」工程", "实施“双百”工程"),
    ("“第一段没有说完", "“第一段没有说完"),
    ("印发<甲市科技创新办法>的通知", "印发《甲市科技创新办法》的通知"),
    ("研发投入<5%且营收>3亿元", "研发投入<5%且营收>3亿元"),
    ("海外(上海)创新中心", "海外（上海）创新中心"),
]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_signs_become_those_of_print(typed: str, meant: str) -> None:
    assert signs.fold(typed) == meant


def test_doubled_brackets_are_one_title_and_a_page_number_is_no_line() -> None:
    assert shadow.clean("印发<<甲市创新办法>>\n— 3 —\n的通知").text == "印发《甲市创新办法》\n的通知"


HALF = str.maketrans("，；：？！（）", ",;:?!()")
STRAIGHT = str.maketrans("“”", '""')
CORNERS = str.maketrans("“”", "「」")
WAYS: dict[str, Callable[[str], str]] = {
    "half width": lambda text: text.translate(HALF),
    "straight quotes": lambda text: text.translate(STRAIGHT),
    "corner quotes": lambda text: text.translate(CORNERS),
    "angles": lambda text: text.replace("《", "<<").replace("》", ">>"),
}
STEMS = ["ningbo-reply-cppcc", "gansu-hightech-plan", "dongguan-songshanhu-measures", "hainan-news-consultation"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("stem", STEMS)
def test_documents_typed_otherwise_are_read_alike(stem: str, way: str) -> None:
    text = golden.document(stem)
    meant, typed = (_said(reading.read(one, "0" * 64, stem)) for one in (text, WAYS[way](text)))
    assert len(meant) > 30
    assert len(meant ^ typed) <= len(meant) // 50, sorted(meant ^ typed)


def _said(read: evidence.Reading) -> set[tuple[str, ...]]:
    """Claims by what names show of their ends, whatever signs they hold."""
    names = {e.id: "".join(c for c in e.name if c.isalnum()) for e in read.entities}
    return {
        (names.get(c.subject, ""), c.predicate, names.get(c.object, ""), c.status) for c in read.claims
    } | {("", "", name, "") for name in names.values()}  # fmt: skip
