"""Sums and dates in English text as values."""

from __future__ import annotations

import pytest

from ingest.english import values

AMOUNTS = [
    ("marks of thousands", "$6,500,000,000 for research", [(6_500_000_000, None, "USD")]),
    ("million", "a £100 million fund", [(100_000_000, None, "GBP")]),
    ("short scale", "US$1.2bn and €5m", [(1_200_000_000, None, "USD"), (5_000_000, None, "EUR")]),
    ("range", "€10-15 million", [(15_000_000, 10_000_000, "EUR")]),
    ("range in words", "between £50m and £70m", [(70_000_000, 50_000_000, "GBP")]),
    ("name after the number", "500 million yuan", [(500_000_000, None, "CNY")]),
    ("sign before", "RMB 2.5 billion", [(2_500_000_000, None, "CNY")]),
    ("spaces between thousands", "€86 123 000 000", [(86_123_000_000, None, "EUR")]),
    ("no money", "25 percent of 300 projects in 2021", []),
]  # fmt: skip
DATES = [
    ("day first", "on 12 March 2021", ["2021-03-12"]),
    ("month first", "Oct. 23, 2023", ["2023-10-23"]),
    ("month", "since March 2021", ["2021-03"]),
    ("fiscal years", "for fiscal years 2023 through 2027", ["2023/2027"]),
    ("short end", "2021–25", ["2021/2025"]),
    ("plan", "the 14th Five-Year Plan", ["2021/2025"]),
    ("a section's number is none", "section 19108 of this title", []),
    ("no such day", "31 February 2021", ["2021"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in AMOUNTS], ids=[case[0] for case in AMOUNTS])
def test_amounts(text: str, expected: list[tuple[int, int | None, str]]) -> None:
    assert [(a.value, a.lower, a.currency) for a in values.find_amounts(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_dates(text: str, expected: list[str]) -> None:
    assert [t.iso for t in values.find_dates(text, 0, len(text))] == expected
