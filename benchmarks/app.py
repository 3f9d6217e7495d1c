"""How fast the app answers: from page to page, click to panel, expansion, and many sessions at once.

``python benchmarks/app.py [LIBRARY]``; where no library is given one is made of ../shared, or of the samples where that is
absent. Wall times in milliseconds, and the server's processor time for each page, which other work on the machine touches
less. One session is a real browser. Many sessions are web sockets that speak Streamlit's own protocol to 127.0.0.1, so that
what is measured is the server and not a hundred browsers; a session's time runs from its question for a page until the
server has sent it all.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from playwright import sync_api
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio import client

from graph import build, library, stores
from ingest import pipeline
from ingest.reference import shelf as reference

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.app import running

SHARED = Path(__file__).resolve().parents[2] / "shared"
ZONE = "DemonstrationZone/桂林可持续发展议程创新示范区"
OFFICE, HUB = "Agency/广西壮族自治区科学技术厅", "Agency/国务院"
VIEWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("explore", {}), ("map", {}), ("timeline", {}), ("money", {}), ("compare", {}), ("search", {}), ("questions", {}), ("ledger", {}),
    ("review", {}), ("documents", {}), ("entity", {"id": ZONE}), ("overview", {}),
)  # fmt: skip
ROUNDS, SESSIONS, THINK, OPEN, MINUTES = 4, 25, 3.0, 100, 1.0
_GO = "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }"


def main(arguments: list[str]) -> None:
    """Print a line for each measure."""
    with tempfile.TemporaryDirectory() as place:
        given = next((Path(one) for one in arguments if Path(one).is_dir()), None)
        folder = given or _library(Path(place))
        with running.served(folder) as (base, server):
            _warm(base)
            asyncio.run(_processor(base, server))
            _one_session(base)
            asyncio.run(_many(base))
    load = " ".join(f"{n:.1f}" for n in os.getloadavg())
    print(f"load of the machine at the end (1, 5, 15 minutes): {load}; {os.cpu_count()} cores")


def _library(folder: Path) -> Path:
    with library.open_library(folder) as held:
        reference.load(held)
        shared = [SHARED / "corpus", SHARED / "eval" / "docs"]
        pipeline.ingest(held, shared if SHARED.is_dir() else [running.ROOT / "ingest" / "samples"])
        print(f"{len(held.documents())} documents and tables")
        store = stores.open_store(folder, writable=True)
        build.build(held, store)
        store.close()
    return folder


def _told(what: str, seconds: Sequence[float], wanted: str) -> None:
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(
        f"{what:32} n={len(ordered):4} p50 {statistics.median(ordered) * 1000:6.0f}  p95 {p95 * 1000:6.0f}  wanted {wanted}",
        flush=True,
    )


# ---- the server's work ----------------------------------------------------------------------------------------------


async def _processor(base: str, server: int) -> None:
    """Processor time of the server for each page, asked for by one session; nothing where the system does not tell."""
    if not Path(f"/proc/{server}/stat").is_file():
        return
    session = await _connect(base)
    for view, params in VIEWS:
        await _ask(session, view, params)
        before, started = _worked(server), time.perf_counter()
        for _ in range(ROUNDS):
            await _ask(session, view, params)
        worked, passed = (_worked(server) - before) / ROUNDS, (time.perf_counter() - started) / ROUNDS
        print(f"  server, {view:12} processor {worked * 1000:6.0f}  wall {passed * 1000:6.0f}", flush=True)
    await session.close()


def _worked(process: int) -> float:
    """Processor time of a process in seconds, user and system (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# ---- one session ----------------------------------------------------------------------------------------------------


def _warm(base: str) -> None:
    """What is read once a process is read before anything is measured."""
    with running.chromium() as browser:
        page = browser.new_page()
        for view, params in VIEWS:
            page.goto(running.address(base, view, **params))
            running.settle(page)


def _one_session(base: str) -> None:
    with running.chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(base)
        running.settle(page)
        pages = {view: [_to(page, view, params) for _ in range(ROUNDS)] for view, params in VIEWS}
        for view, times in pages.items():
            _told(f"  to {view}", times, "")
        _told("page to page", [one for times in pages.values() for one in times], "700, 1500")
        _told("click to panel", [_panel(page, base) for _ in range(ROUNDS * 2)], "500")
        _told("expand", [_expand(page, base) for _ in range(ROUNDS * 2)], "700")
        drawn = [_draw_many(page, base) for _ in range(ROUNDS)]
        _told(f"draw {min(many for many, _ in drawn)} things", [seconds for _, seconds in drawn], "3000")


def _to(page: sync_api.Page, view: str, params: dict[str, str]) -> float:
    """From another page, as a link inside the app leads, until the new one stands and the server is at rest."""
    other = "search" if view != "search" else "overview"
    page.evaluate(_GO, f"./?page={other}")
    _stands(page, other)
    started = time.perf_counter()
    page.evaluate(_GO, f"./?{urlencode({'page': view} | params)}")
    _stands(page, view)
    return time.perf_counter() - started


def _stands(page: sync_api.Page, view: str) -> None:
    if view == "entity":
        page.locator(".title-block h1").wait_for()
    else:
        here = "./" if view == "overview" else f"./?page={view}"
        page.locator(f".top nav a[aria-current][href='{here}']").wait_for()
    page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")
    page.wait_for_selector("main.page, .notice, .graph canvas, .menu")


def _panel(page: sync_api.Page, base: str) -> float:
    page.goto(running.address(base, "explore", id=ZONE))
    running.settle(page)
    running.drawn(page, 3)
    name = page.evaluate("key => __graph.getElementById(key).data('name')", OFFICE)
    started = time.perf_counter()
    page.evaluate("key => { __graph.getElementById(key).emit('tap'); }", OFFICE)
    page.locator(".panel h2", has_text=name).wait_for()
    return time.perf_counter() - started


def _expand(page: sync_api.Page, base: str) -> float:
    page.goto(running.address(base, "explore", id=ZONE, pick=OFFICE))
    running.settle(page)
    running.drawn(page, 3)
    before = page.evaluate("__graph.nodes().length")
    started = time.perf_counter()
    page.locator(".preview .way-open").first.click()
    page.wait_for_function("n => __graph.nodes().length > n", arg=before, polling="raf")
    return time.perf_counter() - started


def _draw_many(page: sync_api.Page, base: str) -> tuple[int, float]:
    """How many things an address brings into the picture, up to 300, and the time until they are painted."""
    page.goto(running.address(base, "explore", id=HUB))
    running.settle(page)
    running.drawn(page, 3)
    page.evaluate("() => { sessionStorage.clear(); }")
    before = page.evaluate("__graph.nodes().length")
    started = time.perf_counter()
    page.evaluate(_GO, f"./?{urlencode({'page': 'explore', 'id': HUB, 'step': f'open 299 * {HUB}'})}")
    page.wait_for_function("n => __graph.nodes().length > n", arg=before, polling="raf")
    page.evaluate("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))")
    return page.evaluate("__graph.nodes().length"), time.perf_counter() - started


# ---- many sessions --------------------------------------------------------------------------------------------------


async def _many(base: str) -> None:
    times: list[float] = []
    until = time.perf_counter() + 60 * MINUTES
    await asyncio.gather(*(_walk(base, number, until, times) for number in range(SESSIONS)))
    _told(f"{SESSIONS} sessions, {THINK:g} s to think", times, "p95 2000")
    sessions = [await _connect(base) for _ in range(OPEN)]
    firsts = await asyncio.gather(*(_ask(one, *VIEWS[n % len(VIEWS)]) for n, one in enumerate(sessions)))
    again = [await _ask(one, "search", {"q": "桂林"}) for one in sessions]
    _told(f"{OPEN} open sessions, all at once", firsts, "no error")
    _told(f"{OPEN} open sessions, in turn", again, "no error")
    for one in sessions:
        await one.close()


async def _walk(base: str, number: int, until: float, times: list[float]) -> None:
    """One reader: a page, some thought, the next page."""
    dice = random.Random(number)
    session = await _connect(base)
    await asyncio.sleep(dice.uniform(0, THINK))
    while time.perf_counter() < until:
        times.append(await _ask(session, *dice.choice(VIEWS)))
        await asyncio.sleep(THINK)
    await session.close()


async def _connect(base: str) -> client.ClientConnection:
    return await client.connect(
        f"{base.replace('http', 'ws')}/_stcore/stream", max_size=None, open_timeout=120, ping_interval=None
    )


async def _ask(session: client.ClientConnection, view: str, params: dict[str, str]) -> float:
    """Seconds until the server has sent the whole page. Raises RuntimeError for a page that failed."""
    message = BackMsg()
    message.rerun_script.query_string = urlencode({"page": view} | params)
    started = time.perf_counter()
    await session.send(message.SerializeToString())
    while True:
        told = await session.recv()
        part = ForwardMsg.FromString(told if isinstance(told, bytes) else told.encode())
        if part.delta.new_element.HasField("exception"):
            raise RuntimeError(f"{view} failed: {part.delta.new_element.exception.message}")
        if part.WhichOneof("type") == "script_finished":
            return time.perf_counter() - started


if __name__ == "__main__":
    main(sys.argv[1:])
