"""Five tasks of a researcher, from the start page: done in real Chromium, in as many clicks as docs/tasks.md says.

`pytest tests/app/test_tasks.py --log-cli-level=INFO` tells how long each took.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree
from playwright import sync_api
from playwright.sync_api import expect

from graph import build, library, stores
from ingest.reference import shelf as reference
from tests.app import running

pytestmark = pytest.mark.browser
MOST = 6
PAGE = (running.ROOT / "docs" / "tasks.md").read_text("utf-8")
TOLD = {name: int(clicks) for name, clicks in re.findall(r"^\| (\w+) \|.*\| (\d) \| [\d.]+ \|$", PAGE, re.M)}


@dataclass
class Hand:
    """A reader's hand on a page, whose clicks are counted; typing, Tab and Enter are none."""

    page: sync_api.Page
    clicks: int = 0
    began: float = field(default_factory=time.monotonic)

    def click(self, what: sync_api.Locator) -> None:
        """One click."""
        what.click()
        self.clicks += 1

    def ask(self, field: str, words: str) -> None:
        """Click into a field of the start page, type, press Enter."""
        box = self.page.locator(f".hero {field} input")
        self.click(box)
        box.fill(words)
        box.press("Enter")

    def choose(self, field: str, words: str) -> None:
        """Click into a list, type what is looked for, press Enter."""
        box = self.page.get_by_role("combobox", name=field)
        self.click(box)
        box.fill(words)
        expect(self.page.get_by_role("option").first).to_contain_text(words)
        box.press("Enter")

    def needed(self, task: str) -> None:
        """So many clicks as the page of tasks says, and few enough."""
        logging.getLogger(__name__).info("%s: %d clicks, %.1f s", task, self.clicks, time.monotonic() - self.began)
        assert self.clicks == TOLD[task] <= MOST


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make run` begins with, to be changed by one of the tasks."""
    folder = tmp_path_factory.mktemp("own")
    with library.open_library(folder) as shelf:
        reference.load(shelf)
    return running.make_library(folder)


@pytest.fixture(scope="module")
def served(own: Path) -> Iterator[str]:
    with running.serve(own) as address:
        yield address


@pytest.fixture
def hand(browser: sync_api.Browser, served: str) -> Iterator[Hand]:
    with running.window(browser) as tab:
        for page in running.watched(tab, served):
            page.goto(served)
            running.settle(page)
            yield Hand(page)


def _home(hand: Hand) -> sync_api.Page:
    hand.page.locator(".brand").click()
    expect(hand.page.locator(".hero")).to_be_visible()
    hand.clicks, hand.began = 0, time.monotonic()
    return hand.page


def test_four_tasks_are_done_in_as_many_clicks_as_are_told(hand: Hand, tmp_path: Path) -> None:
    _who_supports_a_zone(hand)
    _what_two_departments_disagree_on(hand)
    _a_map_for_a_slide(hand, tmp_path)
    _the_chain_to_a_fund(hand)


def _who_supports_a_zone(hand: Hand) -> None:
    page = _home(hand)
    hand.ask(".ask", "谁支持桂林示范区？")
    row = page.locator(".table tbody tr", has_text="广西壮族自治区科学技术厅").first
    expect(row).to_be_visible()
    hand.click(row.locator(".words").first)
    expect(page.locator(".paper .hit").first).to_be_in_viewport()
    hand.needed("who_supports")


def _what_two_departments_disagree_on(hand: Hand) -> None:
    page = _home(hand)
    hand.click(page.locator(".tile[href*='view=conflicts']"))
    running.headed(page, "承诺与分歧")
    first = page.locator(".conflict").first
    expect(first.locator(".amount")).to_have_count(2)
    expect(first.locator(".speaker")).to_have_text(["广西壮族自治区科学技术厅 说", "广西壮族自治区财政厅 说"])
    hand.click(first.locator(".words").first)
    expect(page.locator(".paper .hit").first).to_be_in_viewport()
    hand.needed("disagree")


def _a_map_for_a_slide(hand: Hand, folder: Path) -> None:
    page = _home(hand)
    hand.click(page.locator(".top nav a", has_text="地图"))
    hand.choose("看什么", "高新区")
    page.wait_for_url(re.compile("measure=hightech"))
    running.settle(page)
    hand.click(page.get_by_role("button", name="导出"))
    with page.expect_download() as taken:
        hand.click(page.get_by_role("dialog").get_by_role("button", name="SVG"))
    file = folder / taken.value.suggested_filename
    taken.value.save_as(file)
    words = "".join(str(part) for part in etree.fromstring(file.read_bytes()).itertext())
    assert "地图 · 高新区" in words and "广东" in words
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    hand.needed("map")


def _the_chain_to_a_fund(hand: Hand) -> None:
    page = _home(hand)
    hand.click(page.locator(".chip[href*='kind=Fund']"))
    hand.click(page.locator(".results .thing", has_text="桂林可持续发展子基金").first)
    hand.click(page.get_by_role("link", name="与另一实体之间的路径"))
    hand.choose("起点", "国务院")
    hand.click(page.get_by_role("button", name="查询", exact=True))
    row = page.locator(".table tbody tr").first
    expect(row).to_contain_text("国务院")
    expect(row).to_contain_text("桂林可持续发展子基金")
    expect(row).to_contain_text("批准")
    hand.needed("chain")


def test_a_correction_stays_after_documents_are_read_again(hand: Hand, own: Path) -> None:
    page = _home(hand)
    hand.ask(".search:not(.ask)", "广西壮族自治区科学技术厅")
    hand.click(page.locator(".results .thing", has_text="广西壮族自治区科学技术厅").first)
    hand.click(page.locator(".fact .cite").first)
    hand.click(page.get_by_text("改正", exact=True))
    for label, words in (("时间", "1999"), ("署名", "测试员"), ("理由", "原文写的是1999年")):
        page.get_by_label(label).fill(words)
        page.get_by_label(label).press("Tab")
    expect(page.locator("del + strong, strong", has_text="1999").first).to_be_visible()
    hand.click(page.get_by_role("button", name="记录判断"))
    expect(page.locator(".decision")).to_contain_text("测试员")
    hand.click(page.get_by_role("button", name="更新图谱"))
    expect(page.locator(".statement .time").last).to_contain_text("1999")
    hand.needed("correction")
    _read_again(own)
    page.reload()
    expect(page.locator(".statement .time").last).to_contain_text("1999")
    expect(page.locator(".decision")).to_contain_text("测试员")


def _read_again(folder: Path) -> None:
    """Every document put in anew, as after an upgrade of the rules, and the graph built."""
    with library.open_library(folder) as shelf:
        for entry in shelf.documents():
            one = shelf.get(entry.name)
            again = shelf.put(one.source, shelf.original(entry.sha256), one.text, one.reading, "rules of tomorrow")
            assert again == "changed"
        store = stores.open_store(folder, writable=True)
        build.build(shelf, store)
        store.close()


def test_each_task_has_its_picture() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", PAGE)
    assert len(pictures) >= len(TOLD) == 5
    assert all((running.ROOT / "docs" / picture).is_file() for picture in pictures)
