"""The start page: what the collection covers and lacks, how well it was read, and the ways that it shows a newcomer."""

from __future__ import annotations

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import nav, overview_data
from graph import evidence, library
from tests.app import running

HOME = {"桂林市科学技术局": ["450300"], "南宁市人民政府": ["450100"], "四川省财政厅": ["510000"]}


def paper(issuer: str = "", date: str | None = None, genre: str = "reply", claims: int = 1) -> library.Entry:
    source = evidence.Source("a.txt")
    return library.Entry("a.txt", "", "Document/1", "", genre, None, issuer, date, "zh", "", source, 1, claims, 0, 0)


PAPERS = [
    paper("桂林市科学技术局", "2019-05-01"),
    paper("南宁市人民政府", "2022", "plan"),
    paper("国务院", "2022-01"),
    paper(claims=0),
]


def test_what_is_covered_and_lacking() -> None:
    found = overview_data.coverage(PAPERS, lambda issuer: HOME.get(issuer, []))
    assert found.provinces == {"450000": 2}
    assert len(found.absent) == 33
    assert "450000" not in found.absent
    assert (found.years, found.gaps) == ({"2019": 1, "2022": 2}, ["2020", "2021"])
    assert found.genres == {"reply": 3, "plan": 1}
    assert "notice" in found.unread
    assert found.elsewhere == 2


def test_an_empty_collection_lacks_all_and_has_no_gaps() -> None:
    found = overview_data.coverage([], lambda issuer: [])
    assert (len(found.absent), found.gaps, found.elsewhere) == (34, [], 0)


def test_quality_counts_what_is_missing() -> None:
    assert overview_data.quality(PAPERS, 3, 7) == overview_data.Quality(4, 1, 1, 1, 3, 7)


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_start_page_says_what_to_do_and_what_is_missing(page: sync_api.Page, base: str, lang: str) -> None:
    page.goto(running.address(base, "overview", lang=lang))
    running.settle(page)
    ways = page.locator(".way-in")
    expect(ways).to_have_count(6)
    expect(ways.last).to_be_in_viewport()
    expect(page.locator(".absent")).to_contain_text("没有文献这样说" if lang == "zh" else "no document here says so")
    expect(page.locator("dd", has_text="广西" if lang == "zh" else "Guangxi").first).to_be_visible()
    for number in range(ways.count()):
        address = ways.nth(number).get_attribute("href") or ""
        assert any(f"page={name}" in address for name in nav.PAGES)
    ways.nth(4).click()
    expect(page.locator(".ledger .promise").first).to_be_visible()
