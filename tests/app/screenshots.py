"""Pictures of every page in both languages, from the sample documents: python -m tests.app.screenshots docs/screenshots"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright import sync_api

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


def take(out: Path) -> None:
    """Picture every page in both languages."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = running.make_library(Path(folder))
        with library.open_library(made) as shelf:
            wanted = views(shelf, running.find(made, ZONE, "DemonstrationZone"))
        with running.serve(made) as base, running.chromium() as browser:
            for lang in ("zh", "en"):
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.set_default_timeout(running.PATIENCE)
                for name, params in wanted.items():
                    page.goto(running.address(base, name, lang=lang, **params))
                    _save(page, out / f"{name}-{lang}.png")
                page.close()


def _save(page: sync_api.Page, path: Path) -> None:
    running.settle(page)
    if "explore" in path.name:
        page.wait_for_function("globalThis.__graph && __graph.nodes().length > 1")
    page.wait_for_timeout(900)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots"))
