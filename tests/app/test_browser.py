"""The main ways through the app in real Chromium, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from graph import evidence, library
from tests.app import running

pytestmark = pytest.mark.browser
OFFICE = "Agency/广西壮族自治区科学技术厅"


def _open(page: sync_api.Page, base: str, view: str = "overview", **params: str) -> None:
    page.goto(running.address(base, view, **params))
    running.settle(page)


def _params(page: sync_api.Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _places(page: sync_api.Page) -> dict[str, list[float]]:
    return page.evaluate("Object.fromEntries(__graph.nodes().map(n => [n.id(), [n.position('x'), n.position('y')]]))")


def _drawn(page: sync_api.Page, more_than: int = 0) -> None:
    running.drawn(page, more_than)


def _spot(page: sync_api.Page, key: str) -> tuple[float, float]:
    box = page.locator(".graph .canvas").bounding_box()
    at = page.evaluate("key => __graph.getElementById(key).renderedPosition()", key)
    assert box is not None
    return box["x"] + at["x"], box["y"] + at["y"]


def test_search_leads_to_the_entity_page(page: sync_api.Page, base: str, zone: str) -> None:
    page.goto(base)
    running.settle(page)
    page.locator(".hero .search:not(.ask) input").fill("桂林市国家可持续发展议程")
    page.locator(".hero .search:not(.ask) input").press("Enter")
    page.locator(".results .thing", has_text="桂林市国家可持续发展议程创新示范区").first.click()
    running.headed(page, "桂林市国家可持续发展议程创新示范区")
    assert _params(page)["id"] == [zone]
    expect(page.locator(".fact").first).to_be_visible()
    expect(page.locator(".conflict .amount").first).to_contain_text("万元")


def test_keys_typed_into_the_search_box_are_not_streamlits(page: sync_api.Page, base: str) -> None:
    _open(page, base, "documents")
    page.locator(".top input").press_sequentially("rc")
    expect(page.locator(".top input")).to_have_value("rc")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_fact_opens_its_exact_words(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "entity", id=zone)
    words = page.locator(".fact .words").first
    said = words.inner_text().strip("“”")
    words.click()
    page.wait_for_selector(".paper .hit")
    lit = "".join(page.locator(".paper .hit").all_inner_texts())
    assert lit == said
    expect(page.locator(".paper .hit").first).to_be_in_viewport()


def test_reader_jumps_both_ways(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "entity", id=zone)
    page.locator(".fact .words").first.click()
    page.wait_for_selector(".paper .mention")
    page.locator(".margin details[open] li button").last.click()
    expect(page.locator(".paper .hit").first).to_be_in_viewport()
    piece = page.locator(".paper span.said").first
    start = int((piece.get_attribute("data-at") or "").partition("-")[0])
    piece.click()
    lit = [
        item.split("-") for item in page.locator(".margin .current").evaluate_all("all => all.map(e => e.dataset.jump)")
    ]
    assert lit
    assert all(int(first) <= start < int(last) for first, last in lit)
    names = page.locator(".paper a.mention")
    names.first.focus()
    page.keyboard.press("ArrowRight")
    expect(names.nth(1)).to_be_focused()
    stops = page.locator('.paper a.mention[tabindex="0"]')
    expect(stops).to_have_count(1)  # Tab leads on to the margin
    mention = page.locator(".paper .mention").first
    title = mention.get_attribute("title") or ""
    mention.click()
    running.headed(page, title.partition(" · ")[2])


def test_expanding_moves_nothing_can_be_undone_and_outlives_a_reload(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "explore", id=zone)
    _drawn(page, 3)
    before = _places(page)
    page.mouse.dblclick(*_spot(page, OFFICE))
    _drawn(page, len(before))
    after = _places(page)
    assert {key: after[key] for key in before} == before
    assert _params(page)["step"] == [f"open 25 * {OFFICE}"]
    page.locator(".graph .undo").click()
    page.wait_for_function(f"__graph.nodes().length === {len(before)}")
    assert _places(page) == before
    assert "step" not in _params(page)
    page.locator(".graph .redo").click()
    _drawn(page, len(before))
    assert _places(page) == after
    page.reload()
    running.settle(page)
    _drawn(page, len(before))
    assert _places(page) == after


def test_a_graph_shows_evidence_legend_and_status_and_is_filtered(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "explore", id=zone)
    _drawn(page, 3)
    _told_without_colour(page)
    _names_of_links_give_way(page)
    page.mouse.click(*_spot(page, OFFICE))
    expect(page.locator(".panel h2")).to_have_text("广西壮族自治区科学技术厅")
    expect(page.locator(".panel .words").first).to_be_visible()
    edge = page.evaluate("__graph.edges()[0].id()")
    page.evaluate("id => { __graph.getElementById(id).emit('tap'); }", edge)
    expect(page.locator(".panel .way")).to_be_visible()
    expect(page.locator(".panel .words").first).to_be_visible()
    _hidden_by_legend(page)
    page.locator(".filters select[name=who]").select_option("广西壮族自治区财政厅")
    shown = (
        "__graph.edges().filter(e => !e.hasClass('hidden')).every(e => e.data('who').includes('广西壮族自治区财政厅'))"
    )
    assert page.evaluate(shown)
    page.wait_for_url(re.compile(f"who%22%3A%22{quote('广西')}"))  # an address names the empty filters too
    page.reload()
    running.settle(page)
    _drawn(page, 1)
    assert page.evaluate(shown)


def _told_without_colour(page: sync_api.Page) -> None:
    """Each status has a line of its own."""
    lines = page.evaluate(
        "[...new Set(__graph.edges().map(e => e.data('status') + ':' + e.data('line') + e.data('dash')))]"
    )
    styles = {line.partition(":")[0]: line.partition(":")[2] for line in lines}
    assert len(styles) > 1
    assert len(set(styles.values())) == len(styles)


def _names_of_links_give_way(page: sync_api.Page) -> None:
    """A link whose name would lie on a thing or on another name is silent until it is touched."""
    page.wait_for_function("__graph.edges('.covered').length > 0")
    touched = (
        "() => { const one = __graph.edges('.covered')[0]; one.emit('mouseover'); return one.hasClass('covered'); }"
    )
    assert page.evaluate(touched) is False
    page.evaluate("() => { __graph.edges().emit('mouseout'); }")


def _hidden_by_legend(page: sync_api.Page) -> None:
    """A kind is hidden by a click on its sign, and shown again by a second."""
    item = page.locator('.legend .item[data-key="k:Agency"]')
    shown = "__graph.nodes('[label = \"Agency\"]').filter(n => !n.hasClass('hidden')).length"
    assert page.evaluate(shown) > 0
    item.click()
    expect(item).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(shown) == 0
    page.wait_for_url(re.compile("filter=.*k%3AAgency"))
    item.click()
    expect(item).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(shown) > 0


def test_expansion_is_previewed_and_adds_only_that_and_what_is_found_is_added(
    page: sync_api.Page, base: str, zone: str
) -> None:
    _open(page, base, "explore", id=zone, pick=OFFICE)
    _drawn(page, 3)
    before = set(_places(page))
    everything, way = (page.locator(".preview .way-open").nth(i) for i in (0, -1))
    more, most = (int(one.locator("strong").inner_text()) for one in (way, everything))
    assert 0 < more < most
    way.click()
    _drawn(page, len(before))
    assert len(set(_places(page)) - before) == more
    page.locator(".panel .add input").fill("四川省科学技术厅")
    page.locator(".panel .add input").press("Enter")
    page.locator(".panel .hits li", has_text="四川省科学技术厅").first.get_by_role("button").click()
    page.wait_for_function("__graph.getElementById('Agency/四川省科学技术厅').nonempty()")


def test_keys_walk_choose_and_hide(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "explore", id=zone)
    _drawn(page, 3)
    page.locator(".graph .canvas").focus()
    for key in ("ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    walked = page.evaluate("__graph.nodes('.walked').id()")
    assert page.evaluate("__graph.nodes('.walked').data('name')") in page.locator(".said").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".panel h2")).to_have_text(page.evaluate("__graph.nodes('.walked').data('name')"))
    page.locator(".graph .canvas").focus()
    page.keyboard.press("h")
    page.wait_for_function("key => __graph.getElementById(key).empty()", arg=walked)
    page.keyboard.press("Control+z")
    page.wait_for_function("key => __graph.getElementById(key).nonempty()", arg=walked)


def test_long_names_leave_the_drawing_its_room(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "explore", id=zone, step=f"open 25 * {OFFICE}", lang="en")
    _drawn(page, 10)
    assert page.evaluate(_SHARE) > 0.4


# How much of the width the drawing takes; the legend has a quarter of it.
_SHARE = """() => __graph.elements().not(".hidden").renderedBoundingBox({ includeLabels: false }).w / __graph.width()"""


def test_paths_join_two_chosen_things(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "explore", id=zone, q="国家自主创新示范区", only="1")
    _drawn(page, 3)
    other = page.evaluate("__graph.nodes().filter(n => !n.data('seed')).map(n => n.id()).sort()")[0]
    page.evaluate("keys => { keys.forEach((k) => __graph.getElementById(k).select()); }", [zone, other])
    page.locator(".chosen .paths").click()
    page.wait_for_function("__graph.edges('.path').length > 0")
    assert _params(page)["step"][0].startswith("path ")


@pytest.mark.parametrize("name", ["overview", "search", "explore", "documents", "questions", "ledger"])
def test_language_switch_keeps_the_view(page: sync_api.Page, base: str, name: str) -> None:
    _open(page, base, name)
    page.locator(".language a").click()
    expect(page.locator(".brand")).to_have_text("Policy Graph")
    expect(page.locator(".top a[aria-current]")).to_have_text(re.compile("[A-Z]"))
    for part in (page.locator(".top nav"), page.locator("h1").first):
        expect(part).to_have_text(re.compile("^[^\u4e00-\u9fff]+$"))
    assert _params(page)["lang"] == ["en"]
    page.locator(".top nav a", has_text="Documents").click()
    running.headed(page, "documents")
    assert _params(page)["lang"] == ["en"]


def test_back_and_reload_keep_the_view(page: sync_api.Page, base: str) -> None:
    _open(page, base, "search", q="桂林")
    page.locator(".results .thing").first.click()
    page.wait_for_selector(".title-block h1")
    name = page.locator("h1").inner_text()
    page.reload()
    running.headed(page, name)
    page.go_back()
    running.headed(page, "“桂林”")
    page.go_forward()
    running.headed(page, name)


def test_question_form_gives_rows_with_their_words(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "questions", name="who_supports", **{"p.zone": zone})
    expect(page.locator(".table tbody tr").first).to_be_visible()
    page.locator(".table .words").first.click()
    page.wait_for_selector(".paper .hit")


def test_question_is_asked_through_the_form(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "questions")
    page.locator(".menu input").fill("zone SUPPORTS")
    expect(page.locator(".menu li:visible")).to_have_count(1)
    page.locator(".menu li:visible a").click()
    running.headed(page, "谁支持某园区")
    box = page.get_by_role("combobox")
    box.click()
    box.fill("桂林市国家可持续")
    page.get_by_role("option", name="桂林市国家可持续发展议程创新示范区", exact=True).click()
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.locator(".table tbody tr").first).to_be_visible()
    assert _params(page)["p.zone"] == [zone]


def test_a_correction_stays_and_can_be_taken_back(page: sync_api.Page, base: str) -> None:
    _open(page, base, "entity", id=OFFICE)
    page.locator(".fact .cite").first.click()
    expect(page.locator(".context mark")).to_be_visible()
    expect(page.locator(".citation pre").nth(1)).to_contain_text("@misc")
    page.get_by_text("改正", exact=True).click()
    page.get_by_label("时间").fill("1999")
    page.get_by_label("署名").fill("测试员")
    page.get_by_label("理由").fill("原文写的是1999年")
    page.get_by_label("理由").press("Tab")
    expect(page.locator("del + strong, strong", has_text="1999").first).to_be_visible()
    page.get_by_role("button", name="记录判断").click()
    expect(page.locator(".decision")).to_contain_text("测试员")
    page.get_by_role("button", name="更新图谱").click()
    expect(page.locator(".statement .time").last).to_contain_text("1999")
    page.get_by_role("button", name="撤回这个判断").click()
    expect(page.locator(".decision")).to_have_count(0)
    page.get_by_role("button", name="更新图谱").click()
    expect(page.locator(".statement .notes").last).not_to_contain_text("1999")


def test_invented_documents_are_marked(page: sync_api.Page, base: str) -> None:
    _open(page, base, "documents")
    marked = page.locator(".table tbody tr", has=page.locator(".invented"))
    expect(marked.nth(1)).to_be_visible()
    marked.locator(".title").first.click()
    expect(page.locator(".warning .invented")).to_be_visible()


def test_what_could_not_be_read_is_tried_again(page: sync_api.Page, base: str, samples: Path) -> None:
    with library.open_library(samples) as shelf:
        shelf.quarantine(evidence.Source("残缺.pdf"), b"%PDF-1.7 rubbish", "no PDF")
    _open(page, base, "documents")
    page.get_by_role("button", name="全部重试").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("读不了 1 篇")
    expect(page.get_by_test_id("stText")).to_contain_text("残缺.pdf：PDF 已损坏")
    expect(page.get_by_test_id("stText")).not_to_contain_text("broken")
