"""Tags and notes of two people in real Chromium: made on pages, listed, found, compared, and taken back."""

from __future__ import annotations

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from tests.app import running

pytestmark = pytest.mark.browser
TAG = "融资<b>渠道</b>"


def _remark(page: sync_api.Page, author: str, note: str = "") -> None:
    page.get_by_test_id("stPopoverButton").click()
    page.get_by_label("署名").fill(author)
    page.get_by_label("标签", exact=True).fill(TAG)
    page.get_by_label("标签", exact=True).press("Enter")
    page.get_by_label("笔记", exact=True).fill(note)
    page.get_by_role("button", name="记下").click()
    expect(page.locator(".remarks .tag", has_text=author)).to_contain_text(TAG)
    page.get_by_test_id("stPopoverButton").click()


def test_two_people_tag_note_compare_and_take_back(page: sync_api.Page, base: str, zone: str) -> None:
    page.goto(running.address(base, "entity", id=zone))
    running.settle(page)
    _remark(page, "编码员甲", "核对资金来源")
    expect(page.locator(".remarks .note")).to_contain_text("核对资金来源")
    _remark(page, "编码员乙")
    page.locator(".remarks .tag-name").first.click()
    expect(page.locator(".chips .chip[aria-current]", has_text=TAG)).to_contain_text("1")
    expect(page.locator(".results .remark")).to_have_count(3)
    page.locator(".chips .chip", has_text="一致性").click()
    expect(page.locator(".table tbody tr").first.locator("td")).to_have_text(
        ["编码员乙", "编码员甲", "全部标签", "1", "1", "0", "—"]
    )
    page.locator(".top .search input").fill("渠道")
    page.locator(".top .search input").press("Enter")
    page.locator(".part .results .thing").first.click()
    expect(page.locator(".title-block h1")).to_be_visible()
    expect(page.locator(".remarks .remark")).to_have_count(3)
    page.get_by_role("button", name=f"撤回：{TAG}").click()
    expect(page.locator(".remarks .remark")).to_have_count(2)
