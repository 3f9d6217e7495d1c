"""Answers as tables: which columns get a place of their own, and how numbers are read."""

from __future__ import annotations

import pytest

from app_pages import answers, texts
from graph import stores


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("amount", 25_300_000, "2530万元"),
        ("first_amount", 25_300_000, "2530万元"),
        ("low", 20_300_000, "2030万元"),
        ("sums", 6, "6"),
        ("projects", 10_000, "10000"),
    ],
)
def test_a_sum_has_its_unit_and_a_count_has_none(column: str, value: float, shown: str) -> None:
    with texts.speaking("zh"):
        assert answers._cell(column, value, {}, {}) == [shown]


@pytest.mark.parametrize(
    ("columns", "rows", "shown"),
    [
        (("body", "said_by", "quote", "document", "claim"), [("a", "b", "c", "d", "e")], ["body", "quote"]),
        (("body", "quote", "document"), [("a", "b", "c")], ["body", "quote", "document"]),
        (("start", "until", "amount"), [("2019", "2020", None), ("", "", None)], ["start"]),
    ],
    ids=["a statement's source stands below its words", "words of no statement", "what no row fills"],
)
def test_columns_that_stand_alone(columns: tuple[str, ...], rows: list[tuple[str, ...]], shown: list[str]) -> None:
    assert answers._shown(stores.Table(columns, rows)) == shown


def test_a_long_list_folds_and_says_a_thing_once() -> None:
    with texts.speaking("zh"):
        parts = answers._cell("quotes", ["a", "b", "a", "c", "d", "e"], {}, {})
    assert [part.tag for part in parts] == ["span", "span", "span", "details"]
    assert len(parts[-1].kids) == 3
