"""The browser on a library with far more around one thing than can be drawn, of a deployer with boundaries, who takes in a colleague's decisions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import map_data
from graph import build, evidence, library, stores
from tests import factories
from tests.app import running

pytestmark = pytest.mark.browser
HUB, AROUND = "国家园区总署", 1510
OTHER = "DemonstrationZone/国家可持续发展实验区"
SQUARE = [[105.0, 22.0], [112.0, 22.0], [112.0, 26.0], [105.0, 26.0], [105.0, 22.0]]


@pytest.fixture(scope="module")
def base(zone: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("wide")
    own = place / "省界.geojson"
    own.write_text(json.dumps({"features": [{"geometry": {"type": "Polygon", "coordinates": [SQUARE]}}]}), "utf-8")
    with running.serve(_wide(place / "library", zone), **{map_data.BOUNDARIES: str(own)}) as address:
        yield address


def _wide(folder: Path, zone: str) -> Path:
    hub = factories.entity("Agency", HUB)
    city = factories.entity("Region", "桂林市", code="450300", lon=110.3, lat=25.3)
    alike = [factories.entity(*key.split("/")) for key in (zone, OTHER)]
    zones = [factories.entity("HighTechZone", f"第{n}高新技术产业开发区") for n in range(AROUND)]
    facts = [(HUB, "MANAGES", one.name, "done") for one in zones] + [(zones[0].name, "LOCATED_IN", "桂林市", "done")]
    made = factories.reading("园区名录", hub, city, *alike, *zones, facts=tuple(facts))
    with library.open_library(folder) as shelf:
        # A reference table: what it alone knows is not measured, which for so many things would take longer than all else.
        shelf.put(evidence.Source("园区名录.csv", reference=True), b"text", "text", made, "test")
        store = stores.open_store(folder, writable=True)
        build.build(shelf, store)
        store.close()
    return folder


def _count(page: sync_api.Page, chosen: str) -> int:
    return int(page.evaluate("chosen => __graph.nodes(chosen).length", chosen))


def test_many_are_drawn_when_told_to_and_the_rest_stands_as_a_sign(page: sync_api.Page, base: str) -> None:
    whole = [f"open 1000 * Agency/{HUB}"] * 2
    page.goto(running.address(base, "explore", id=f"Agency/{HUB}", step=whole))
    running.settle(page)
    running.drawn(page, 299)
    assert (_count(page, "[!group]"), _count(page, "[?group]")) == (300, 1)
    expect(page.locator(".graph .note")).to_contain_text(f"已画 300 个实体，另有 {AROUND - 299} 个合并显示")
    assert _count(page, ".sure") - _count(page, ".sure.quiet") > 20
    page.locator(".graph .many").click()
    page.wait_for_function("__graph.nodes().length > 1500")
    assert (_count(page, "[!group]"), _count(page, "[?group]")) == (1500, 1)
    expect(page.locator(".graph .note")).to_contain_text(f"另有 {AROUND - 1499} 个合并显示")
    expect(page.locator(".graph .many")).to_have_count(0)
    page.evaluate("() => { __graph.nodes('[?group]').emit('tap'); }")
    expect(page.locator(".panel h2")).to_have_text(f"{AROUND - 1499} 个未画出")
    expect(page.locator(".panel .hits li")).to_have_count(AROUND - 1499)


def test_boundaries_of_the_deployer_are_drawn_and_named(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "map", lang="en", measure="hightech"))
    running.settle(page)
    expect(page.locator(".foot")).to_contain_text("Boundaries are from the deployer's file")
    expect(page.locator(".foot")).to_contain_text("省界.geojson")
    drawn = page.locator('[data-testid="stVegaLiteChart"] path[aria-roledescription="line mark"]')
    expect(drawn).to_have_count(1)
    box = drawn.bounding_box()
    assert box is not None and box["width"] > box["height"] > 20


def _journal(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "review", tab="journal"))
    running.settle(page)


def _rebuild(page: sync_api.Page) -> None:
    page.get_by_role("button", name="更新图谱").click()
    expect(page.get_by_role("button", name="更新图谱")).to_have_count(0)


def test_a_merge_is_undone_and_holds_in_the_library_that_took_it_in(
    page: sync_api.Page, browser: sync_api.Browser, samples_app: str, base: str, zone: str, tmp_path: Path
) -> None:
    pair, merged = {"left": zone, "right": OTHER}, "它们在图中已合并为一个。"
    with running.window(browser) as first:
        first.goto(running.address(samples_app, "review", **pair))
        expect(first.locator(".sides > section")).to_have_count(2)
        expect(first.get_by_text("如果合并")).to_be_visible()
        first.get_by_label("署名").fill("张")
        first.get_by_label("理由").fill("核对原文")
        first.get_by_label("理由").press("Tab")
        first.get_by_role("button", name="记录判断").click()
        expect(first.locator(".decision")).to_contain_text("核对原文")
        _rebuild(first)
        expect(first.get_by_text(merged)).to_be_visible()
        _journal(first, samples_app)
        with first.expect_download() as taken:
            first.get_by_role("button", name="导出判断").click()
        taken.value.save_as(tmp_path / "张.jsonl")
        first.goto(running.address(samples_app, "review", **pair))
        first.get_by_role("button", name="撤回这个判断").click()
        expect(first.locator(".decision")).to_have_count(0)
        _rebuild(first)
        expect(first.locator(".sides > section")).to_have_count(2)
    _journal(page, base)
    page.locator("input[type=file]").set_input_files(tmp_path / "张.jsonl")
    expect(page.get_by_text("张.jsonl")).to_be_visible()
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.get_by_test_id("stAlert").filter(has_text="条新判断")).to_be_visible()
    page.goto(running.address(base, "review", **pair))
    expect(page.locator(".decision")).to_contain_text("张")
    _rebuild(page)
    expect(page.get_by_text(merged)).to_be_visible()


REPLY = "某市科学技术局关于孵化器建设的函\n\n某市科学技术局支持某市高新区建设孵化器。\n\n某市科学技术局\n2020年5月6日\n"


def test_files_and_folders_are_taken_once_and_what_is_no_file_of_decisions_is_refused(
    page: sync_api.Page, base: str, tmp_path: Path
) -> None:
    files: list[sync_api.FilePayload] = [
        {"name": "复函.txt", "mimeType": "text/plain", "buffer": REPLY.encode()},
        {"name": "残缺.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 rubbish"},
    ]
    page.goto(running.address(base, "documents"))
    running.settle(page)
    page.get_by_text("加入文献").click()
    page.locator("input[type=file]").first.set_input_files(files)
    for one in files:
        expect(page.get_by_text(one["name"])).to_be_visible()
    for told in ("新增 1 篇，更新 0 篇，未变 0 篇，读不了 1 篇", "新增 0 篇，更新 0 篇，未变 1 篇，读不了 1 篇"):
        page.get_by_role("button", name="读取并建图").click()
        expect(page.get_by_test_id("stAlert")).to_have_text(told)
        expect(page.get_by_test_id("stText")).to_contain_text("uploaded/残缺.pdf：PDF 已损坏")
    (tmp_path / "材料" / "往年").mkdir(parents=True)
    (tmp_path / "材料" / "往年" / "复函.txt").write_text(REPLY.replace("2020", "2019"), "utf-8")
    page.locator("input[type=file]").last.set_input_files(tmp_path / "材料")
    expect(page.get_by_text("往年/复函.txt")).to_be_visible()
    page.get_by_role("button", name="读取并建图").click()
    expect(page.get_by_test_id("stAlert")).to_have_text("新增 1 篇，更新 0 篇，未变 1 篇，读不了 1 篇")
    _journal(page, base)
    page.locator("input[type=file]").set_input_files(
        {"name": "王.jsonl", "mimeType": "text/plain", "buffer": b"no decision"}
    )
    expect(page.get_by_text("王.jsonl")).to_be_visible()
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.locator(".warning")).to_have_text("⚠ 这个文件没有导入：第 1 行不是判断记录")
