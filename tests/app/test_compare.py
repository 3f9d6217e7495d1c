"""Comparing: what belongs to which place, what differs, and the page in a browser."""

from __future__ import annotations

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import compare_data, data, money_data, where
from app_pages.ledger_data import Saying
from tests.app import running

ZONE, PLATFORM = "HighTechZone/甲高新区", "Platform/甲中试平台"
ATLAS = where.Map(
    {}, {"Agency/甲": frozenset({"450300"}), "Agency/乙": frozenset({"510000"}), ZONE: frozenset({"450300"})}
)
PLACE = data.Place("words", 0, 5, "Document/1", "title", "2021-01-01", False)


def saying(key: str, body: str, *things: str, status: str = "done") -> Saying:
    return Saying(key, "UNDERTAKES", (body,), things, status, "", "", "", "reply", PLACE)


def given(key: str, amount: float, thing: str, conflicts: tuple[str, ...] = ()) -> data.Grant:
    taker = data.Thing(thing, "HighTechZone", thing)
    return data.Grant(
        key, amount, None, "CNY", "", 2020, None, "awarded", "done", "", PLACE, (), (), (taker,), conflicts
    )


SAID = [
    saying("m-1", "Agency/甲", ZONE, PLATFORM),
    saying("m-2", "Agency/乙", status="planned"),
    saying("m-3", "Agency/甲"),
]
CLASSES = {"m-1": ["loans"], "m-2": ["loans"], "m-3": ["prizes"]}
SUMS = money_data.sums([given("g-1", 25, ZONE, ("g-2",)), given("g-2", 20, ZONE, ("g-1",))])


def rows(*places: str) -> dict[str, compare_data.Row]:
    return {row.name: row for row in compare_data.matrix(places, SAID, CLASSES, SUMS, ATLAS)}


@pytest.mark.parametrize(
    ("name", "highs", "differs"),
    [
        ("loans", (1, 1), False),
        ("prizes", (1, 0), True),
        ("Platform", (1, 0), True),
        ("given", (25, 0), True),
        ("done", (2, 0), True),
        ("planned", (0, 1), True),
    ],
)
def test_two_regions(name: str, highs: tuple[float, ...], differs: bool) -> None:
    row = rows("450000", "510000")[name]
    assert (tuple(cell.high for cell in row.cells), row.differs) == (highs, differs)


def test_figures_that_disagree_make_a_range_and_keep_their_statements() -> None:
    cell = rows("450000", "510000")["given"].cells[0]
    assert (cell.low, cell.high, sorted(cell.statements)) == (20, 25, ["g-1", "g-2"])


def test_a_zone_has_what_is_about_it_and_not_all_that_its_city_has() -> None:
    found = rows(ZONE, "450300")
    assert [cell.high for cell in found["prizes"].cells] == [0, 1]
    assert [cell.statements for cell in found["loans"].cells] == [("m-1",), ("m-1",)]


def test_what_is_empty_everywhere_is_left_out() -> None:
    assert "Mechanism" not in rows("450000", "510000")


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_cell_opens_its_words_and_stays_in_the_address(page: sync_api.Page, base: str, lang: str) -> None:
    page.goto(running.address(base, "compare", lang=lang, place=["450000", "340000"]))
    running.settle(page)
    page.locator(".matrix td.number a").first.click()
    page.wait_for_url("**pick=**")
    expect(page.locator(".beside .words").first).to_be_visible()
    page.reload()
    running.settle(page)
    page.locator(".beside .words").first.click()
    page.wait_for_selector(".paper .hit")
    page.go_back()
    page.locator(".chip", has_text="只看差异" if lang == "zh" else "Differences only").click()
    page.wait_for_url("**only=1**")
    expect(page.locator(".matrix td .differs").first).to_be_visible()
    alike = page.locator(".matrix tbody tr", has=page.locator("td")).filter(has_not=page.locator(".differs"))
    expect(alike).to_have_count(0)


@pytest.mark.browser
def test_a_newcomer_begins_with_an_example(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "compare"))
    running.settle(page)
    page.locator(".chips.middle a").first.click()
    expect(page.locator(".matrix tbody tr").first).to_be_visible()
