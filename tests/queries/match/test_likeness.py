"""A new sentence is held against those that were asked before."""

from __future__ import annotations

from datetime import date

import pytest

from queries.match import likeness, names, sentence

ZONE = names.Thing("z", "DemonstrationZone", "甲湖自主创新示范区", 3)
BODY = names.Thing("a", "Agency", "甲省财政厅", 3)


def said(text: str) -> sentence.Sentence:
    return sentence.read(text, names.Names([(ZONE, ()), (BODY, ())]), date(2026, 11, 27))[0]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("甲湖自创区谁给批下来的", "who_approved"),
        ("哪些单位给甲湖自主创新示范区出过钱", "who_supports"),
        ("甲省财政厅往后要干的事", "planned_by"),
        ("今天会下雨吗", likeness.NOTHING),
        ("will it rain tomorrow", likeness.NOTHING),
    ],
)
def test_belief_is_highest_in_what_sentences_alike_ask(text: str, question: str) -> None:
    found = likeness.shipped().beliefs(said(text))
    assert max(found, key=lambda name: found[name]) == question
    assert sum(found.values()) == pytest.approx(1)


def test_names_and_times_count_by_their_kind() -> None:
    assert likeness.tokens(said("甲省财政厅2019年给了什么")) == likeness.tokens(said("甲省财政厅2021年给了什么"))


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert (
        sentence.read("誰支持甲湖自主創新示範區", names.Names([(ZONE, ())]), date(2026, 11, 27))[0]
        .named[0]
        .meant[0]
        .thing
        == ZONE
    )
