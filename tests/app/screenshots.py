"""Pictures of every page in both languages, from the sample documents: python -m tests.app.screenshots docs/screenshots

Names of pages after the folder picture only those.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image
from playwright import sync_api

from app_pages import saved, stories, texts
from graph import library
from ingest.reference import shelf as reference
from tests.app import running

ZONE = "桂林市国家可持续发展议程创新示范区"
OFFICE = "Agency/广西壮族自治区科学技术厅"
FUND = "广西创新驱动发展专项资金"
CITY_FUND = "桂林可持续发展子基金"
COLOURS = 256
LANGUAGES: tuple[texts.Lang, ...] = ("zh", "en")


View = tuple[str, dict[str, str | list[str]]]


def views(shelf: library.Library, zone: str) -> dict[str, View]:
    """What is pictured: for the name of each picture its page and the parameters of the address."""
    reply = shelf.get("samples/guangxi-2021-keji-dafu.txt")
    grant = next(g for g in reply.reading.grants if g.amount == 25_300_000)
    claim = next(c for c in reply.reading.claims if c.predicate == "SUPPORTS")
    pages: dict[str, dict[str, str | list[str]]] = {
        "overview": {},
        "search": {"q": "桂林"},
        "entity": {"id": zone},
        "explore": {"id": zone, "step": f"open 25 * {OFFICE}", "pick": OFFICE},
        "documents": {},
        "reader": {"doc": reply.reading.document.id, "at": f"{grant.quote.start}-{grant.quote.end}"},
        "claim": {"id": grant.id},
        "map": {"measure": "zones"},
        "timeline": {},
        "compare": {"place": ["450000", "340000", "440000"], "pick": "money:given:450000"},
        "money": {"pick": f"0:Fund/{FUND}"},
        "ledger": {},
        "review": {},
        "questions": {"name": "who_supports", "p.zone": zone},
        "present": {},
    }
    tasks: dict[str, View] = {
        "conflicts": ("ledger", {"view": "conflicts"}),
        "chain": ("questions", {"q": f"国务院到{CITY_FUND}的路径"}),
        "correction": ("claim", {"id": claim.id}),
        "figure-map": ("map", {"measure": "hightech"}),
    }
    return {name: (name, params) for name, params in pages.items()} | tasks


def tell(made: Path, zone: str) -> dict[str, str | list[str]]:
    """Save two views and a story of them; the address of its first step."""
    first = {"page": ("explore",), "id": (zone,)}
    one = saved.save(made, saved.View("谁支持桂林示范区", first, "汇报用：厅局在哪份文件里怎么说。", "示例"))
    two = saved.save(made, saved.View("示范区和高新区在哪里", {"page": ("map",), "measure": ("zones",)}, "", "示例"))
    key = stories.save(made, "桂林示范区：从批复到资金", "示例")
    steps = (
        stories.Step(one, "国务院批复之后，自治区各厅局在答复和通知里表态支持；虚线是还没有做到的。"),
        stories.Step(two, "同类园区的分布。"),
    )
    stories.keep(made, key, stories.Story("桂林示范区：从批复到资金", steps, "示例", "2026-01-02"))
    return {"id": zone, "saved": one, "story": key, "part": "1"}


def take(out: Path, only: Sequence[str] = ()) -> None:
    """Picture every page, or only those, in both languages."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with library.open_library(Path(folder)) as shelf:
            reference.load(shelf)
        made = running.make_library(Path(folder))
        with library.open_library(made) as shelf:
            zone = running.find(made, ZONE, "DemonstrationZone")
            wanted = views(shelf, zone) | {"story": ("explore", tell(made, zone))}
        with running.serve(made) as base, running.chromium() as browser:
            for lang in LANGUAGES:
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.set_default_timeout(running.PATIENCE)
                for name, (view, params) in wanted.items():
                    if only and name not in only:
                        continue
                    page.goto(running.address(base, view, lang=lang, **params))
                    _settle(page, name)
                    with texts.speaking(lang):
                        _save(_ACTS.get(name, _picture)(page), out / f"{name}-{lang}.png")
                page.close()


def _settle(page: sync_api.Page, name: str) -> None:
    running.settle(page)
    if name in ("explore", "story"):
        running.drawn(page, 1)
    if name in ("map", "timeline", "figure-map"):
        page.locator('[data-testid="stVegaLiteChart"] svg').first.wait_for()
    page.locator('[data-testid="stSkeleton"]').first.wait_for(state="detached")
    page.wait_for_timeout(900)


def _picture(page: sync_api.Page) -> bytes:
    return page.screenshot()


def _correct(page: sync_api.Page) -> bytes:
    """A correction that is about to be recorded."""
    page.get_by_text(texts.say("verdict.correct"), exact=True).click()
    time = page.get_by_label(texts.say("statement.time"))
    time.fill("2019-11")
    time.press("Tab")
    page.locator("del + strong", has_text="2019-11").first.wait_for()
    page.get_by_role("button", name=texts.say("review.record")).scroll_into_view_if_needed()
    return page.screenshot()


def _export(page: sync_api.Page) -> bytes:
    """The file that a reader gets."""
    page.get_by_role("button", name=texts.say("take.button")).click()
    with page.expect_download() as taken:
        page.get_by_role("dialog").get_by_role("button", name="PNG").click()
    return taken.value.path().read_bytes()


_ACTS: dict[str, Callable[[sync_api.Page], bytes]] = {"correction": _correct, "figure-map": _export}


def _save(pixels: bytes, path: Path) -> None:
    picture = Image.open(io.BytesIO(pixels)).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots"), sys.argv[2:])
