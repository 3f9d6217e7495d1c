"""Times in questions."""

from __future__ import annotations

from datetime import date

import pytest

from queries.match import dates

CASES = {
    "列出2019年到2021年的政策": ("2019", "2021"),
    "issued between 2019 and 2021": ("2019", "2021"),
    "2019-2021年": ("2019", "2021"),
    "2020年发布了什么": ("2020", "2020"),
    "2022年6月以来": ("2022-06", ""),
    "since june 2022": ("2022-06", ""),
    "from 1 january 2023 on": ("2023-01-01", ""),
    "since march 3rd, 2022": ("2022-03-03", ""),
    "on the 21st of may 2020": ("2020-05-21", "2020-05-21"),
    "between june 2019 and 1 may 2021": ("2019-06", "2021-05-01"),
    "从2019-06-01起": ("2019-06-01", ""),
    "2021年12月3日之后": ("2021-12-03", ""),
    "before 2018": ("", "2018"),
    "2020年以前": ("", "2020"),
    "去年": ("2025", "2025"),
    "近三年": ("2023", ""),
    "the last two years": ("2024", ""),
}


@pytest.mark.parametrize("text", CASES)
def test_a_time_has_its_ends(text: str) -> None:
    (found,) = dates.find(text, date(2026, 11, 27))
    assert (found.since, found.until) == CASES[text]


@pytest.mark.parametrize("text", ["第2021574号", "proposal 2022316", "33条", "12345"])
def test_a_number_is_no_year(text: str) -> None:
    assert dates.find(text, date(2026, 11, 27)) == []


@pytest.mark.parametrize(("text", "years"), [("连续三年都", 3), ("two years running", 2), ("连续10年", 10)])
def test_years_in_a_row(text: str, years: int) -> None:
    found = dates.count(text)
    assert found is not None
    assert found[0] == years
