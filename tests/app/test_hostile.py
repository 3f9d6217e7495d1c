"""Every page in both languages, full of hostile texts: its main task is done and nothing runs, leaves or complains; axe finds no serious fault."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import kept, maps, money, nav, offline, saved, timeline
from graph import ids
from tests.app import hostile, running

pytestmark = pytest.mark.browser
ZONE, BODY = hostile.node("HighTechZone", hostile.ZONE), hostile.node("Agency", hostile.SCRIPT)
PARK = hostile.node("DevelopmentZone", hostile.IMAGE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.make_library(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with running.serve(folder) as address:
        yield address


# ---- what people do on each page: up to `yield` what is then looked at, after it what leads away ------------------------

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


# ---- what must hold on each page --------------------------------------------------------------------------------------

_DARK = "() => getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).colorScheme === 'dark'"
_COLOURS = ("color-contrast", "link-in-text-block")


def _sound(page: sync_api.Page) -> None:
    """The page shows something, nothing of a document's has become an element or a link that acts, and nothing spills over."""
    expect(page.get_by_text("现在无法显示").or_(page.get_by_text("cannot be shown"))).to_have_count(0)
    assert page.evaluate(running.STRANGERS) == []
    assert page.evaluate(running.WIDER) == []


def _open_to_all(page: sync_api.Page, axe: str) -> None:
    """Axe has nothing serious against the page in light, nor against its colours in dark."""
    page.evaluate(axe)
    assert page.evaluate(running.AXE, []) == []
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(_DARK)
    running.settle(page)
    assert page.evaluate(running.AXE, list(_COLOURS)) == []
    page.emulate_media(color_scheme="light")


def test_there_are_sixty_texts_and_every_page_is_walked() -> None:
    assert len(set(hostile.TEXTS)) >= 60
    assert max(map(len, hostile.TEXTS)) >= 10_000
    assert set(WALKS) == set(nav.PAGES)


@pytest.mark.parametrize("view", WALKS)
def test_page_bears_hostile_texts_and_is_open_to_all(page: sync_api.Page, base: str, axe: str, view: str) -> None:
    walk = WALKS[view]
    for lang in ("zh", "en"):
        page.goto(running.address(base, view, lang=lang, **walk.params))
        running.settle(page)
        steps = walk.task(page)
        next(steps)
        running.settle(page)
        _sound(page)
        if lang == "zh":
            _open_to_all(page, axe)
        next(steps, None)
        running.settle(page)
        _sound(page)


def test_odd_addresses_are_told_calmly(page: sync_api.Page, base: str) -> None:
    for view, params in ODD:
        page.goto(running.address(base, view, **params))
        running.settle(page)
        _sound(page)


# ---- charts in a file by themselves -----------------------------------------------------------------------------------

_AT = "document.activeElement.getAttribute('data-note')"
_HARM = {"map": hostile.IMAGE, "timeline": hostile.SCRIPT, "money": hostile.FRAME}


def _walk_chart(alone: sync_api.Page, view: str) -> None:
    """By keyboard: into the chart, on to another mark, its words opened and let go; zoomed where the page has zoom."""
    start = alone.locator(".chart .mark[tabindex='0']")
    start.focus()
    first = alone.evaluate(_AT)
    for key in ("ArrowDown", "ArrowRight", "ArrowUp"):
        alone.keyboard.press(key)
    assert alone.evaluate(_AT) != first
    alone.keyboard.press("Enter")
    expect(alone.locator(".aside blockquote").first).to_be_visible()
    expect(alone.locator(".aside .close")).to_be_visible()
    alone.keyboard.press("Escape")
    expect(alone.locator(".aside .close")).to_have_count(0)
    mark = alone.locator(".chart .mark[data-note]").last
    before = mark.bounding_box()
    alone.keyboard.press("+")
    assert (mark.bounding_box() != before) is (view != "money")
    assert _HARM[view] in "".join(
        alone.locator(".chart .mark[data-note]").evaluate_all("e => e.map((m) => m.ariaLabel)")
    )


_TABLES: dict[str, dict[str, tuple[str, ...]]] = {
    "promises": {"page": ("ledger",)}, "disagreements": {"page": ("ledger",), "view": ("conflicts",)},
    "places": {"page": ("compare",), "place": (hostile.CITY, ZONE)},
    "a question": {"page": ("questions",), "name": ("who_supports",), "p.zone": (ZONE,)},
    "typed": {"page": ("console",), "run": ("1",), "text": ("MATCH (c:Claim) RETURN c, c.quote AS words, 1 AS one ORDER BY words LIMIT 9",)},
}  # fmt: skip


def _walk_table(alone: sync_api.Page, view: str) -> None:
    """By keyboard: the first heading sorts both ways, the field narrows, Enter opens a row's words."""
    lines = alone.locator(".rows .line")
    shown, column = lines.count(), alone.locator(".rows .line td:nth-child(2)")
    alone.locator(".rows .sort").first.focus()
    alone.keyboard.press("Enter")
    rising = column.all_inner_texts()
    alone.keyboard.press("Enter")
    expect(alone.locator(".rows th").first).to_have_attribute("aria-sort", "descending")
    falling = column.all_inner_texts()
    assert sorted(rising) == sorted(falling) and (rising != falling or len(set(rising)) == 1), view
    alone.locator(".narrow").fill("no such words")
    expect(alone.locator(".rows .line:visible")).to_have_count(0)
    alone.locator(".narrow").fill("")
    expect(alone.locator(".rows .line:visible")).to_have_count(shown)
    alone.locator(".rows button.turn").first.focus()
    alone.keyboard.press("Enter")
    expect(alone.locator(".rows .opened:visible blockquote").first).to_contain_text("“")
    expect(alone.locator(".rows .opened:visible cite").first).to_contain_text("2024-01-01")


def test_charts_and_tables_in_a_file_open_their_words_and_nothing_else(
    browser: sync_api.Browser, folder: Path, axe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(folder))
    plates = {"map": maps.plate, "timeline": timeline.plate, "money": money.plate}
    with nav.at({"measure": ("zones",)}):
        steps = [offline.charted(hostile.IMAGE, hostile.SCRIPT, plate) for plate in plates.values()]
    steps += [kept.step(saved.View(hostile.IMAGE, address), hostile.SCRIPT) for address in _TABLES.values()]
    assert all(step.grids for step in steps[len(plates) :])
    file = tmp_path / "charts.html"
    file.write_bytes(offline.page(hostile.FRAME, steps, "zh"))
    watch = running.Watch(file.as_uri())
    with running.window(browser) as alone, watch.over(alone):
        alone.context.set_offline(True)
        alone.goto(file.as_uri())
        alone.evaluate(axe)
        for view in plates:
            _walk_chart(alone, view)
            for scheme in ("light", "dark"):
                alone.emulate_media(color_scheme=scheme)
                assert alone.evaluate(running.AXE, []) == []
            alone.keyboard.press("PageDown")
        for view in _TABLES:
            _walk_table(alone, view)
            for scheme in ("light", "dark") if view == "places" else ():
                alone.emulate_media(color_scheme=scheme)
                assert alone.evaluate(running.AXE, []) == []
            alone.keyboard.press("PageDown")
        alone.get_by_role("button", name="English").click()
        expect(alone.locator(".rows [aria-label^='Open the words']").first).to_be_visible()
        assert alone.locator("img, iframe, a[href^='javascript']").count() == 0
        assert alone.evaluate("window.__hit") is None
    assert watch.outside() == watch.faults == []
