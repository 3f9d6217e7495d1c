"""What people do on each page of the app: up to `yield` what is then looked at, after it what leads away."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from playwright import sync_api
from playwright.sync_api import expect

from graph import ids
from tests.app import hostile, running

ZONE, BODY = hostile.node("HighTechZone", hostile.ZONE), hostile.node("Agency", hostile.SCRIPT)
PARK = hostile.node("DevelopmentZone", hostile.IMAGE)


Task = Callable[[sync_api.Page], Iterator[None]]


def _overview(page: sync_api.Page) -> Iterator[None]:
    yield
    field = page.locator(".hero .search:not(.ask) input")
    field.fill(hostile.SCRIPT)
    field.press("Enter")
    expect(page.locator(".results .thing", has_text=hostile.SCRIPT).first).to_be_visible()


def _explore(page: sync_api.Page) -> Iterator[None]:
    running.drawn(page, 60)
    page.evaluate("key => { __graph.getElementById(key).emit('tap'); }", BODY)
    expect(page.locator(".panel h2")).to_have_text(hostile.SCRIPT)
    page.locator(".preview .way-open").first.click()
    running.drawn(page, len(hostile.TEXTS) + 2)
    yield
    page.locator(".graph .take").click()
    page.get_by_role("dialog").wait_for()


def _map(page: sync_api.Page) -> Iterator[None]:
    page.locator('[data-testid="stVegaLiteChart"] path[aria-roledescription="point"]').first.click(force=True)
    expect(page.locator(".beside .words").first).to_be_visible()
    yield


def _timeline(page: sync_api.Page) -> Iterator[None]:
    page.locator('[data-testid="stVegaLiteChart"] path[aria-roledescription="point"]').nth(3).click(force=True)
    expect(page.locator(".beside .words").first).to_be_visible()
    yield


def _money(page: sync_api.Page) -> Iterator[None]:
    page.locator('[data-testid="stEChartsChart"] path').nth(2).click(force=True)
    expect(page.locator(".beside .grant").first).to_be_visible()
    yield
    with page.expect_download() as got:
        page.get_by_text("CSV").click()
    rows = list(csv.reader(io.StringIO(got.value.path().read_bytes().decode("utf-8-sig"))))
    assert len(rows) > 40
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "-", "\t"))]


def _compare(page: sync_api.Page) -> Iterator[None]:
    page.locator(".matrix td.number a").first.click()
    expect(page.locator(".beside .words").first).to_be_visible()
    yield


def _search(page: sync_api.Page) -> Iterator[None]:
    yield
    page.locator(".results .thing", has_text=hostile.IMAGE).first.click()
    expect(page.locator(".title-block h1, .paper").first).to_be_visible()


def _questions(page: sync_api.Page) -> Iterator[None]:
    page.locator('[data-testid="stFormSubmitButton"] button').click()
    expect(page.locator(".table tbody tr").nth(59)).to_be_attached()
    yield
    page.locator(".table .words").first.click()
    page.wait_for_selector(".paper .hit")


def _console(page: sync_api.Page) -> Iterator[None]:
    page.wait_for_function("globalThis.__console && __console.read().includes('MATCH')")
    page.locator(".console .run").click()
    expect(page.locator(".table tbody tr").nth(59)).to_be_attached()
    yield
    page.locator(".chips.tabs .chip").nth(3).click()
    expect(page.get_by_test_id("stCode")).to_contain_text("window.__hit")


def _ledger(page: sync_api.Page) -> Iterator[None]:
    expect(page.locator(".ledger .promise").nth(29)).to_be_attached()
    yield
    page.locator(".chips .chip").nth(1).click()
    expect(page.locator(".conflict").first).to_be_visible()


def _review(page: sync_api.Page) -> Iterator[None]:
    for tab in (3, 2, 1):
        page.locator(".chips").first.locator(".chip").nth(tab).click()
        expect(page.locator(".chips").first.locator(".chip").nth(tab)).to_have_attribute("aria-current", "true")
    expect(page.locator(".chips .chip", has_text="<script>").first).to_be_visible()
    yield
    page.locator(".chips").first.locator(".chip").first.click()
    page.locator(".pairs .button").first.click()
    expect(page.locator(".sides h2")).to_have_count(2)


def _documents(page: sync_api.Page) -> Iterator[None]:
    expect(page.locator(".table tbody tr", has_text=hostile.UNREADABLE)).to_be_visible()
    yield
    page.locator(".table .title", has_text=hostile.FRAME).first.click()
    expect(page.locator(".paper")).to_contain_text(hostile.FRAME)


def _present(page: sync_api.Page) -> Iterator[None]:
    expect(page.locator(".kept-view", has_text=hostile.FRAME).first).to_be_visible()
    page.locator(".chips .chip").nth(1).click()
    expect(page.locator(".kept-view .button").first).to_be_visible()
    yield
    page.locator(".kept-view .button").first.click()
    expect(page.locator(".story .told")).to_have_text(hostile.SCRIPT)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".story .told")).to_have_text(hostile.IMAGE)


def _entity(page: sync_api.Page) -> Iterator[None]:
    expect(page.locator(".remarks .note-words", has_text=hostile.IMAGE).first).to_be_visible()
    yield
    page.locator(".fact .words").first.click()
    page.wait_for_selector(".paper .hit")


def _reader(page: sync_api.Page) -> Iterator[None]:
    shown = page.locator(".paper").evaluate("e => e.textContent")
    bare = "".join(shown.split())
    assert [text for text in hostile.TEXTS if "".join(text.split()) not in bare.replace("│", "")] == []
    page.locator(".margin details[open] li button").last.click()
    expect(page.locator(".paper .hit").first).to_be_in_viewport()
    yield
    page.locator(".paper .mention").first.click()
    expect(page.locator(".title-block h1")).to_have_text(hostile.SCRIPT)


def _claim(page: sync_api.Page) -> Iterator[None]:
    page.locator(".citation .copy").first.click()
    expect(page.locator(".citation .copy.done")).to_have_count(1)
    yield


class Walk(NamedTuple):
    """What a page is opened with, and what is done there."""

    params: dict[str, str | list[str]]
    task: Task


WALKS = {
    "overview": Walk({}, _overview), "explore": Walk({"id": ZONE, "step": f"open 100 * {ZONE}"}, _explore), "map": Walk({"measure": "zones"}, _map),
    "timeline": Walk({}, _timeline), "money": Walk({}, _money), "compare": Walk({"place": [hostile.CITY, PARK]}, _compare),
    "search": Walk({"q": "window"}, _search), "questions": Walk({"name": "who_supports", "p.zone": ZONE}, _questions),
    "console": Walk({"text": "MATCH (n:Agency) RETURN n.id AS id, n.name AS name"}, _console), "ledger": Walk({}, _ledger),
    "review": Walk({"tab": "journal"}, _review), "documents": Walk({}, _documents), "present": Walk({}, _present),
    "entity": Walk({"id": ZONE}, _entity), "reader": Walk({"doc": hostile.ALL}, _reader),
    "claim": Walk({"id": ids.statement("g", f"{hostile.ALL} 1")}, _claim),
}  # fmt: skip
# Addresses that nobody of good will writes.
ODD: tuple[tuple[str, dict[str, str]], ...] = (
    ("search", {"q": hostile.IMAGE}), ("questions", {"name": hostile.SCRIPT}), ("questions", {"name": "who_supports", "p.zone": hostile.IMAGE}),
    ("entity", {"id": hostile.IMAGE}), ("explore", {"id": "桂林市'}) DETACH DELETE n //"}), ("reader", {"doc": "Document/hostile", "at": "javascript:1"}),
    ("review", {"tab": "tags", "tag": hostile.IMAGE}), ("review", {"left": hostile.IMAGE, "right": hostile.IMAGE}), ("<script>", {}),
    ("questions", {"name": "mine:blanks"}), ("console", {"text": "RETURN '![x](http://198.51.100.7/p.png)' AS x", "run": "1"}),
)  # fmt: skip
