"""Pages as they leave the app: every page has something to show in a file, in both languages, and nothing that asks the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from app_pages import alone, kept, nav, offline, saved, texts, widgets
from app_pages.widgets import el
from graph import library

CASES: dict[str, tuple[widgets.El, widgets.El | None]] = {
    "a thing's name is its name": (el("a", "桂林市", cls="thing", href="./?page=entity&id=x", title="地区"), el("span", "桂林市", cls="thing", title="地区")),
    "a quote says not that it opens": (el("a", "“原话”", cls="words", href="./?page=reader", title="打开原文"), el("span", "“原话”", cls="words")),
    "a name in a text is a button": (el("a", "桂林", cls="mention", href="./?", of="3"), el("span", "桂林", cls="mention", of="3", role="button")),
    "a source elsewhere stays": (el("a", "来源", href="https://example.org/"), el("a", "来源", href="https://example.org/")),
    "a way on is left out": (el("a", "全部 →", cls="more", href="./?page=documents"), None),
    "a question to the app is left out": (el("button", "重试", act="x"), None),
    "a form is left out": (el("form", el("input", name="q")), None),
    "what only held such is left out": (el("div", el("button", "重试", act="x")), None),
    "copying stays": (el("button", "复制", copy="x"), el("button", "复制", copy="x")),
    "an empty sign stays": (el("i", cls="mark"), el("i", cls="mark")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_leads_into_the_app_is_left_out(name: str) -> None:
    given, wanted = CASES[name]
    with texts.speaking("zh"):
        made = alone.alone(el("main", given, cls="page"))
    assert made == el("main", wanted, cls="page alone")


Addresses = dict[str, dict[str, tuple[str, ...]]]


@pytest.fixture
def addresses(samples: Path, zone: str, monkeypatch: pytest.MonkeyPatch) -> Addresses:
    """What each page shows of the samples."""
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(samples))
    with library.open_library(samples) as shelf:
        reply = shelf.get("samples/guangxi-2021-keji-dafu.txt").reading
    of_zone = {"id": (zone,)}
    return {page: {} for page in nav.PAGES if page != "present"} | {
        "explore": of_zone, "entity": of_zone, "search": {"q": ("桂林",)}, "reader": {"doc": (reply.document.id,)},
        "claim": {"id": (reply.grants[0].id,)}, "compare": {"place": ("450000", "340000")},
        "questions": {"name": ("who_supports",), "p.zone": (zone,)},
        "console": {"run": ("1",), "text": ("MATCH (n:Agency) RETURN n.name AS name",)},
    }  # fmt: skip


def _step(page: str, address: dict[str, tuple[str, ...]]) -> offline.Step:
    return kept.step(saved.View(page, {"page": (page,)} | address), "")


def test_every_page_shows_something_in_a_file(addresses: Addresses) -> None:
    for page, address in addresses.items():
        step = _step(page, address)
        shown = [kind for kind in (step.drawn, step.plates, step.grids, step.leaves) if kind]
        assert [set(kind) for kind in shown] == [{"zh", "en"}], page


@pytest.mark.parametrize("page", ["reader", "claim", "console", "questions", "explore"])
def test_what_is_gone_leaves_its_name(addresses: Addresses, page: str) -> None:
    step = _step(page, dict.fromkeys(addresses[page], ("gone",)))
    assert step == offline.Step(page, "")
