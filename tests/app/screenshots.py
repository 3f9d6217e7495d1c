"""Pictures of every page in both languages, from the sample documents: python -m tests.app.screenshots docs/screenshots

Names of pages after the folder picture only those.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from playwright import sync_api

from app_pages import saved, stories
from graph import library
from tests.app import running

ZONE = "桂林市国家可持续发展议程创新示范区"
OFFICE = "Agency/广西壮族自治区科学技术厅"
FUND = "广西创新驱动发展专项资金"
COLOURS = 256


def views(shelf: library.Library, zone: str) -> dict[str, dict[str, str | list[str]]]:
    """What is pictured: the page's name and the parameters of its address."""
    reply = shelf.get("samples/guangxi-2021-keji-dafu.txt")
    grant = next(g for g in reply.reading.grants if g.amount == 25_300_000)
    return {
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
    }


def tell(made: Path, zone: str) -> dict[str, str]:
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
    return {"page": "explore", "id": zone, "saved": one, "story": key, "part": "1"}


def take(out: Path, only: Sequence[str] = ()) -> None:
    """Picture every page, or only those, in both languages."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = running.make_library(Path(folder))
        with library.open_library(made) as shelf:
            zone = running.find(made, ZONE, "DemonstrationZone")
            wanted = views(shelf, zone) | {"present": {}, "story": dict(tell(made, zone))}
        with running.serve(made) as base, running.chromium() as browser:
            for lang in ("zh", "en"):
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.set_default_timeout(running.PATIENCE)
                for name, params in wanted.items():
                    if only and name not in only:
                        continue
                    page.goto(running.address(base, **{"view": name, "lang": lang} | params))
                    _save(page, out / f"{name}-{lang}.png")
                page.close()


def _save(page: sync_api.Page, path: Path) -> None:
    running.settle(page)
    if path.name.startswith(("explore", "story")):
        page.wait_for_function("globalThis.__graph && __graph.nodes().length > 1")
    page.wait_for_timeout(900)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots"), sys.argv[2:])
