"""A thing's own page: where it lies, what happened when, whom it is linked to, and how the status of a fact went."""

from __future__ import annotations

from typing import Any

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import data, widgets
from tests.app import running


def _claim(status: str, document: str, date: str) -> data.Claim:
    place = data.Place("支持试验区建设", 0, 7, document, document, date, invented=False)
    return data.Claim(f"{document}:{status}", "a", "SUPPORTS", "b", status, "", "", "", "", place)


def _stops(*claims: data.Claim) -> list[str]:
    other = data.Thing("b", "DemonstrationZone", "试验区")
    shown = widgets.history(data.Fact("a", "SUPPORTS", "b", False, other, "done", "", "", False, 1, claims))
    return _texts(shown.plain()) if shown else []


def _texts(tree: Any) -> list[str]:
    return [tree] if isinstance(tree, str) else [text for kid in tree["kids"] for text in _texts(kid)]


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        pytest.param([("planned", "甲", "2019"), ("done", "乙", "2021")], ["2019", "计划", "→", "2021", "已完成"], id="changed"),
        pytest.param([("planned", "甲", "2021"), ("done", "甲", "2021")], [], id="one document has no order in time"),
        pytest.param([("done", "甲", "2019"), ("planned", "甲", "2019"), ("ongoing", "乙", "2020")],
                     ["2019", "已完成", "→", "2020", "进行中"], id="the furthest of each document"),
        pytest.param([("done", "甲", "2019"), ("done", "乙", "2021")], [], id="the same again"),
    ],
)  # fmt: skip
def test_history_goes_from_document_to_document(claims: list[tuple[str, str, str]], told: list[str]) -> None:
    assert _stops(*(_claim(*one) for one in claims)) == told


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("创新试验区", 5, "创新试验区"),
        ("创新试验区建设", 5, "创新试验…"),
        ("Pilot zone", 5, "Pilot zone"),
        ("Pilot zone for trials", 5, "Pilot zon…"),
        ("某市Pilot", 5, "某市Pilot"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_by_how_wide_it_is(text: str, most: int, shown: str) -> None:
    assert widgets.clip(text, most) == shown


@pytest.mark.browser
def test_the_side_of_the_page_tells_place_times_and_neighbours(page: sync_api.Page, base: str, zone: str) -> None:
    page.goto(running.address(base, "entity", id=zone))
    expect(page.locator(".locator")).to_have_attribute("aria-label", "各省方格，涂色的是广西")
    expect(page.locator(".locator .home")).to_have_attribute("title", "广西")
    expect(page.locator(".neighbours .thing", has_text="广西壮族自治区科学技术厅")).to_have_count(1)
    times = page.locator(".times li")
    expect(times.first).to_be_visible()
    told = times.locator("strong").all_text_contents()
    assert told == sorted(told, reverse=True)
    page.get_by_role("link", name="在时间线上看").click()
    running.headed(page, "时间线")
    expect(page.locator('[data-testid="stVegaLiteChart"] svg')).to_be_visible()
    expect(page.get_by_label("机构或实体")).to_be_visible()
    page.go_back()
    running.headed(page, "桂林")
    times.first.get_by_role("link").click()
    expect(page.locator(".statement")).to_be_visible()
