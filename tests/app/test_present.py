"""Saving, finding again and sending what is shown, in real Chromium."""

from __future__ import annotations

import re

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from tests.app import running

pytestmark = pytest.mark.browser
OFFICE = "Agency/广西壮族自治区科学技术厅"
_PLACES = "Object.fromEntries(__graph.nodes().map(n => [n.id(), n.position()]))"


def test_a_view_is_saved_sent_renamed_and_taken_out(page: sync_api.Page, base: str, zone: str) -> None:
    page.goto(running.address(base, "explore", id=zone, step=f"open 25 * {OFFICE}", lang="en"))
    running.settle(page)
    running.drawn(page, 3)
    page.locator(".legend .item[data-key='s:planned']").click()
    page.wait_for_url(re.compile("filter="))
    page.evaluate("key => __graph.getElementById(key).position({ x: 912, y: -730 })", OFFICE)
    before = page.evaluate(_PLACES)
    page.locator(".top .keep").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill(running.HOSTILE[1])
    form.get_by_label("Note").fill(running.HOSTILE[0])
    form.get_by_role("button", name="Save", exact=True).click()
    form.locator("a", has_text="All views").click()
    card = page.locator(".kept-view", has_text=running.HOSTILE[1])
    expect(card.locator(".note")).to_have_text(running.HOSTILE[0])
    link = card.locator(".copy").get_attribute("data-copy") or ""

    page.evaluate("sessionStorage.clear()")
    page.goto(link)
    running.settle(page)
    running.drawn(page, 3)
    assert page.evaluate(_PLACES) == before
    expect(page.locator(".legend .item[data-key='s:planned']")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".top a[aria-current]")).to_have_text("Explore")

    page.goto(running.address(base, "present"))
    card.get_by_role("button", name="改名").click()
    form.get_by_label("名称").fill("我厅 <b>支持</b> 什么")
    form.get_by_role("button", name="保存", exact=True).click()
    renamed = page.locator(".kept-view", has_text="我厅 <b>支持</b> 什么")
    expect(renamed.locator(".copy")).to_have_attribute("data-copy", link)
    renamed.get_by_role("button", name="删除").click()
    form.get_by_role("button", name="删除").click()
    expect(page.locator(".notice h2")).to_have_text("还没有保存的视图")
