"""Every page in both languages, full of hostile texts: its main task is done and nothing runs, leaves or complains; axe finds no serious fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import kept, maps, money, nav, offline, saved, timeline
from graph import ids
from tests.app import hostile, running
from tests.app.walks import ODD, WALKS, ZONE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.make_library(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with running.serve(folder) as address:
        yield address


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


# ---- charts, tables and pages in a file by themselves -----------------------------------------------------------------

_AT = "document.activeElement.getAttribute('data-note')"
_PHONE: sync_api.ViewportSize = {"width": 390, "height": 844}
_FEWER = """() => [document, document.querySelector(".leaf")?.shadowRoot].forEach((root) =>
  root?.querySelectorAll("tbody > tr, .evidence > .fact, .margin li, .paper > p, .results > li").forEach((node) => {
    if ([...node.parentElement.children].indexOf(node) > 16) node.remove();
  }))"""
_SPILLS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
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
    if view == "timeline":
        _keeps_its_axis(alone)


def _keeps_its_axis(alone: sync_api.Page) -> None:
    """However far the lanes are scrolled, the years stand above them."""
    sheet, axis = alone.locator(".chart .sheet"), alone.locator(".chart .axis")
    sheet.evaluate("e => { e.scrollTop = e.scrollHeight; }")
    assert sheet.evaluate("e => e.scrollTop") > 100
    tops = [box["y"] for box in (sheet.bounding_box(), axis.bounding_box()) if box]
    assert tops[1] - tops[0] == pytest.approx(0, abs=3)


_OPENS: dict[str, dict[str, tuple[str, ...]]] = {
    "promises": {"page": ("ledger",)}, "disagreements": {"page": ("ledger",), "view": ("conflicts",)},
    "places": {"page": ("compare",), "place": (hostile.CITY, ZONE)},
    "a question": {"page": ("questions",), "name": ("who_supports",), "p.zone": (ZONE,)},
    "typed": {"page": ("console",), "run": ("1",), "text": ("MATCH (c:Claim) RETURN c, c.quote AS words, 1 AS one ORDER BY words LIMIT 9",)},
}  # fmt: skip
_LISTS: dict[str, dict[str, tuple[str, ...]]] = {
    "names": {"page": ("console",), "run": ("1",), "text": ("MATCH (n:Agency) RETURN n.name AS name ORDER BY name LIMIT 9",)},
    "documents": {"page": ("documents",)}, "tags": {"page": ("review",), "tab": ("tags",)}, "journal": {"page": ("review",), "tab": ("journal",)},
}  # fmt: skip
_TABLES = _OPENS | _LISTS


def _walk_table(alone: sync_api.Page, view: str) -> None:
    """By keyboard: the first heading sorts both ways, the field narrows; Enter opens a row's words where it says so."""
    lines = alone.locator(".rows .line")
    shown, column = lines.count(), alone.locator(f".rows .line td:nth-child({2 if view in _OPENS else 1})")
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
    expect(alone.get_by_text("展开它的原文")).to_have_count(1 if view in _OPENS else 0)
    if view in _LISTS:
        expect(alone.locator(".rows button.turn")).to_have_count(0)
        alone.locator(".rows .sort").first.focus()  # in the field, keys are for the field
        return
    alone.locator(".rows button.turn").first.focus()
    alone.keyboard.press("Enter")
    expect(alone.locator(".rows .opened:visible blockquote").first).to_contain_text("“")
    expect(alone.locator(".rows .opened:visible cite").first).to_contain_text("2024-01-01")


_LEAVES: dict[str, dict[str, tuple[str, ...]]] = {
    "reader": {"page": ("reader",), "doc": (hostile.ALL,)}, "claim": {"page": ("claim",), "id": (ids.statement("g", f"{hostile.ALL} 1"),)},
    "search": {"page": ("search",), "q": ("window",)}, "overview": {"page": ("overview",)},
    "pair": {"page": ("review",), "left": (hostile.node("Agency", hostile.SCRIPT),), "right": (ZONE,)},
}  # fmt: skip


def _walk_leaf(alone: sync_api.Page, view: str) -> None:
    """Nothing leads into an app that is not there; each page shows what it is about."""
    expect(alone.locator("main.alone")).to_be_visible()
    expect(alone.locator(".leaf a[href^='.'], .leaf form")).to_have_count(0)
    harm = {"reader": hostile.SCRIPT, "claim": hostile.IMAGE, "search": hostile.IMAGE, "pair": hostile.SCRIPT}.get(
        view, ""
    )
    expect(alone.locator(".leaf", has_text=harm)).to_be_visible()
    if view == "reader":
        _walk_document(alone)


def _walk_document(alone: sync_api.Page) -> None:
    """A statement marks its words, on a phone beside it in sight; a name lists what is said of it, here nothing, by key as well."""
    alone.set_viewport_size(_PHONE)
    item = alone.locator(".margin [data-jump]").nth(1)
    item.click()
    assert "".join(alone.locator(".paper .hit").all_inner_texts()) == hostile.SCRIPT
    expect(alone.locator(".paper .hit").first).to_be_in_viewport()
    expect(item).to_be_in_viewport()
    alone.set_viewport_size(running.SIZE)
    alone.locator(".paper .mention").first.focus()
    alone.keyboard.press("Enter")
    expect(alone.locator(".picked strong")).to_contain_text(hostile.SCRIPT)
    expect(alone.locator(".picked small")).to_be_visible()
    expect(item).to_be_hidden()
    alone.locator(".picked button").click()
    expect(alone.locator(".picked")).to_be_hidden()
    expect(item).to_be_visible()


def _sound_alone(alone: sync_api.Page) -> None:
    """Axe has nothing serious against the page in light, nor against its colours in dark; a phone need not push it sideways.

    Of rows, notes and paragraphs axe looks at the first ones: the others are alike, and there are hundreds.
    """
    alone.evaluate(_FEWER)
    for scheme, rules in (("light", ()), ("dark", _COLOURS)):
        alone.emulate_media(color_scheme=scheme)
        assert alone.evaluate(running.AXE, list(rules)) == []
    alone.set_viewport_size(_PHONE)
    assert alone.evaluate(_SPILLS) <= 1
    alone.set_viewport_size(running.SIZE)


def test_every_kind_of_view_in_a_file_opens_its_words_and_nothing_else(
    browser: sync_api.Browser, folder: Path, axe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(folder))
    plates = {"map": maps.plate, "timeline": timeline.plate, "money": money.plate}
    with nav.at({"measure": ("zones",)}):
        steps = [offline.charted(hostile.IMAGE, hostile.SCRIPT, plate) for plate in plates.values()]
    pages = [kept.step(saved.View(hostile.IMAGE, address), hostile.SCRIPT) for address in (_TABLES | _LEAVES).values()]
    assert [bool(page.grids) for page in pages] == [True] * len(_TABLES) + [False] * len(_LEAVES)
    assert all(page.leaves for page in pages[len(_TABLES) :])
    file = tmp_path / "charts.html"
    file.write_bytes(offline.page(hostile.FRAME, steps + pages, "zh"))
    watch = running.Watch(file.as_uri())
    walks: list[tuple[Callable[[sync_api.Page, str], None], Mapping[str, object]]] = [
        (_walk_chart, plates), (_walk_table, _TABLES), (_walk_leaf, _LEAVES)
    ]  # fmt: skip
    with running.window(browser) as alone, watch.over(alone):
        alone.context.set_offline(True)
        alone.goto(file.as_uri())
        alone.evaluate(axe)
        for walk, views in walks:
            for view in views:
                walk(alone, view)
                _sound_alone(alone)
                alone.keyboard.press("PageDown")
        alone.get_by_role("button", name="English").click()
        expect(alone.locator(".leaf h1")).to_have_text("Are these two the same?")
        assert alone.locator("img, iframe, a[href^='javascript']").count() == 0
        assert alone.evaluate("window.__hit") is None
    assert watch.outside() == watch.faults == []
