"""Saving, finding again and sending what is shown, in real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import saved
from graph import library
from tests.app import hostile, running

pytestmark = pytest.mark.browser
OFFICE = "Agency/广西壮族自治区科学技术厅"
_PLACES = "Object.fromEntries(__graph.nodes().map(n => [n.id(), n.position()]))"


def test_a_view_is_saved_sent_renamed_and_taken_out(page: sync_api.Page, base: str, zone: str) -> None:
    page.goto(running.address(base, "explore", id=zone, step=f"open 25 * {OFFICE}", lang="en"))
    running.settle(page)
    running.drawn(page, 3)
    page.locator(".legend .item[data-key='s:planned']").click()
    page.wait_for_url(re.compile("filter="))
    running.settle(page)
    running.drawn(page, 3)
    page.evaluate("key => { __graph.getElementById(key).position({ x: 912, y: -730 }); }", OFFICE)
    before = page.evaluate(_PLACES)
    page.locator(".top .keep").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill(hostile.IMAGE)
    form.get_by_label("Note").fill(hostile.SCRIPT)
    form.get_by_role("button", name="Save", exact=True).click()
    form.locator("a", has_text="All views").click()
    card = page.locator(".kept-view", has_text=hostile.IMAGE)
    expect(card.locator(".note")).to_have_text(hostile.SCRIPT)
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


def test_a_graph_leaves_as_a_page_that_needs_nothing(
    page: sync_api.Page, browser: sync_api.Browser, base: str, zone: str, axe: str, tmp_path: Path
) -> None:
    page.goto(running.address(base, "explore", id=zone))
    running.settle(page)
    running.drawn(page, 3)
    page.locator(".graph .take").click()
    form = page.get_by_role("dialog")
    form.get_by_label("图题").fill(hostile.FRAME)
    form.get_by_label("图题").press("Tab")
    with page.expect_download() as got:
        form.get_by_role("button", name="离线网页").click()
    file = tmp_path / "page.html"
    got.value.save_as(file)

    with running.window(browser) as alone:
        alone.context.set_offline(True)
        watch = running.Watch(file.as_uri())
        with watch.over(alone):
            alone.goto(file.as_uri())
            _walk_offline(alone, zone)
            alone.evaluate(axe)
            for scheme in ("light", "dark"):
                alone.emulate_media(color_scheme=scheme)
                assert alone.evaluate(running.AXE, []) == []
            assert alone.evaluate("window.__hit") is None
        assert watch.outside() == []
        assert watch.faults == []


def _walk_offline(alone: sync_api.Page, zone: str) -> None:
    running.drawn(alone, 3)
    alone.evaluate("key => { __graph.getElementById(key).emit('tap'); }", zone)
    expect(alone.locator(".aside h2")).to_have_text("桂林市国家可持续发展议程创新示范区")
    expect(alone.locator(".aside .fact blockquote").first).to_contain_text("“")
    alone.locator(".legend .item[data-key='s:planned']").click()
    hidden = (
        "__graph.edges('.hidden').length > 0 && __graph.edges('.hidden').every(e => e.data('status') === 'planned')"
    )
    alone.wait_for_function(hidden)
    alone.get_by_role("button", name="English").click()
    expect(alone.locator(".legend summary")).to_have_text("Legend and filter")


@pytest.fixture
def views(samples: Path) -> Iterator[None]:
    """Three saved views, one of them with a hostile name, taken out at the end."""
    zone = running.find(samples, "桂林市国家可持续发展议程创新示范区", "DemonstrationZone")
    one = saved.save(samples, saved.View("谁支持", {"page": ("explore",), "id": (zone,)}))
    two = saved.save(
        samples, saved.View(hostile.IMAGE, {"page": ("map",), "measure": ("zones",), "shape": ("provinces",)})
    )
    with library.open_library(samples) as shelf:
        reply = shelf.get("samples/guangxi-2021-keji-dafu.txt").reading.document.id
    three = saved.save(samples, saved.View("复函", {"page": ("reader",), "doc": (reply,)}))
    yield
    for key in (one, two, three):
        saved.delete(samples, key)


def test_views_are_put_in_order_and_told_with_arrow_keys(
    page: sync_api.Page, browser: sync_api.Browser, base: str, views: None, tmp_path: Path
) -> None:
    page.goto(running.address(base, "present", what="stories"))
    running.settle(page)
    page.get_by_label("新讲述的名称").fill(hostile.FRAME)
    page.get_by_role("button", name="新建").click()
    for name, text in ((hostile.IMAGE, hostile.SCRIPT), ("谁支持", "厅局都表态支持。"), ("复函", "原话。")):
        page.get_by_role("combobox").click()
        page.get_by_role("option", name=name, exact=True).click()
        page.get_by_label("这一步的话").fill(text)
        page.get_by_role("button", name="加一步").click()
        expect(page.locator(".steps .note", has_text=text)).to_be_visible()
    page.get_by_role("button", name="下移").first.click()
    expect(page.locator(".steps .note").first).to_have_text("厅局都表态支持。")

    page.get_by_role("link", name="放映").click()
    expect(page.locator(".story .told")).to_have_text("厅局都表态支持。")
    running.drawn(page, 3)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".story .told")).to_have_text(hostile.SCRIPT)
    expect(page.locator(".story h1")).to_have_text(hostile.IMAGE)
    expect(page.locator(".page-name")).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".story .count")).to_have_text("1 / 3")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="离线网页").click()
    with page.expect_download() as got:
        page.get_by_role("dialog").get_by_role("button", name="离线网页").click()
    got.value.save_as(tmp_path / "story.html")
    with running.window(browser) as alone:
        _tell_offline(alone, (tmp_path / "story.html").as_uri())
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="删除").click()
    page.get_by_role("dialog").get_by_role("button", name="删除").click()
    expect(page.locator(".notice h2")).to_have_text("还没有讲述")


def _tell_offline(alone: sync_api.Page, address: str) -> None:
    """Each step of the file is drawn, and the arrows turn."""
    alone.context.set_offline(True)
    watch = running.Watch(address)
    with watch.over(alone):
        alone.goto(address)
        running.drawn(alone, 3)
        assert alone.evaluate("new Set(__graph.nodes().map((n) => n.position().y)).size") > 4  # laid out, not in rows
        expect(alone.locator(".step p")).to_have_text("厅局都表态支持。")
        alone.keyboard.press("ArrowRight")
        expect(alone.locator(".step p")).to_have_text(hostile.SCRIPT)
        alone.locator(".chart .mark[data-note]").first.click()
        expect(alone.locator(".aside blockquote").first).to_be_visible()
        alone.get_by_role("button", name="English").click()
        expect(alone.locator(".chart .keys")).to_contain_text("Shade: ")
        alone.keyboard.press("ArrowRight")
        _read_offline(alone)
        alone.keyboard.press("ArrowLeft")
        alone.keyboard.press("ArrowLeft")
        running.drawn(alone, 3)
        assert alone.evaluate("window.__hit") is None
    assert watch.outside() == watch.faults == []


def _read_offline(alone: sync_api.Page) -> None:
    """A name in the document lists the statements about it, one of them marks its words, and all can be listed again."""
    claims = alone.locator(".margin details").first
    listed = claims.locator("[data-ends]:visible")
    mention = alone.locator(".paper .mention", has_text="桂政发〔2019〕48号").first
    mention.click()
    expect(alone.locator(".picked strong")).to_have_text(mention.get_attribute("title") or "-")
    about = listed.count()
    assert 0 < about < claims.locator("[data-ends]").count()
    expect(claims.locator("summary")).to_have_text(re.compile(rf"Claims {about} / \d+"))
    said = listed.last.locator(".words").inner_text().strip("“”")
    listed.last.locator("button").click()
    assert "".join(alone.locator(".paper .hit").all_inner_texts()) == said
    expect(alone.locator(".paper .hit").first).to_be_in_viewport()
    alone.locator(".picked button").click()
    expect(alone.locator(".picked")).to_be_hidden()
    alone.locator(".head h1").click()


def test_every_kind_of_view_is_taken_along_from_its_card(
    page: sync_api.Page, base: str, views: None, samples: Path
) -> None:
    table = saved.save(samples, saved.View("分歧", {"page": ("ledger",), "view": ("conflicts",)}, "两厅说法不一"))
    page.goto(running.address(base, "present"))
    form = page.get_by_role("dialog")
    kinds = {"谁支持": 4, hostile.IMAGE: 4, "分歧": 1}
    try:
        for name, files in kinds.items():
            card = page.locator(".kept-view", has=page.locator("h3 .title", has_text=name))
            card.get_by_role("button", name="导出").click()
            expect(form.get_by_test_id("stDownloadButton")).to_have_count(files)
            if files == 1:
                with page.expect_download() as got:
                    form.get_by_role("button", name="离线网页").click()
                assert "2530万元".encode() in Path(got.value.path()).read_bytes()
            if files > 1:
                with page.expect_download():
                    form.get_by_role("button", name="PNG").click()
            page.keyboard.press("Escape")
            expect(form).to_have_count(0)
        page.goto(running.address(base, "documents"))
        page.locator(".top").get_by_role("button", name="导出").click()
        expect(form.get_by_label("标题")).to_have_value("文献")
        with page.expect_download() as got:
            form.get_by_role("button", name="离线网页").click()
        assert "广西壮族自治区科学技术厅".encode() in Path(got.value.path()).read_bytes()
    finally:
        saved.delete(samples, table)
