"""A real app for tests and pictures: a library of the samples, the server in a process of its own, and Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright import sync_api

from graph import build, library, stores
from ingest import pipeline

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def make_library(folder: Path) -> Path:
    """A library of the sample documents, with the graph built."""
    with library.open_library(folder) as shelf:
        report = pipeline.ingest(shelf, [ROOT / "ingest" / "samples"])
        assert not report.failed, report.failed
        store = stores.open_store(folder, writable=True)
        build.build(shelf, store)
        store.close()
    return folder


def find(folder: Path, name: str, label: str) -> str:
    """The id of a thing by its name; which form of a name makes the id is the reader's affair."""
    with library.open_library(folder) as shelf:
        return next(hit.id for hit in shelf.search(name, labels=(label,)) if name in (hit.name, hit.matched))


# ---- server ---------------------------------------------------------------------------------------------------------


@contextmanager
def serve(folder: Path, **settings: str) -> Iterator[str]:
    """The app on a free port, under these settings of the environment; its address."""
    with served(folder, **settings) as (address, _):
        yield address


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """The app on a free port: its address and its process id, by which it is ended."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address",
               "127.0.0.1", "--server.headless", "true"]  # fmt: skip
    env = {key: value for key, value in os.environ.items() if key != "POLICY_GRAPH_STORE"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=env | settings | {"POLICY_GRAPH_LIBRARY": str(folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )  # fmt: skip
    try:
        wait(port, process)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(timeout=120)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the app answers; AssertionError when its process ends or nothing answers for two minutes."""
    for _ in range(600):
        assert process.poll() is None, "the app ended at once"
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the app did not start")


def address(base: str, view: str = "overview", /, **params: str | Sequence[str]) -> str:
    """The address of a view."""
    query = urlencode({"page": view} | params, doseq=True)
    return f"{base}/?{query}"


# ---- browser --------------------------------------------------------------------------------------------------------


def headed(page: sync_api.Page, words: str) -> None:
    """Wait until the page with that heading stands alone: while one makes way for the next, both stand for a moment."""
    sync_api.expect(page.locator("h1", has_text=words)).to_be_visible()
    sync_api.expect(page.locator("h1")).to_have_count(1)


@contextmanager
def chromium() -> Iterator[sync_api.Browser]:
    """The machine's own Chromium."""
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watch:
    """What a page asked for and complained about."""

    base: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @contextmanager
    def over(self, page: sync_api.Page) -> Iterator[None]:
        """Listen to the page meanwhile."""
        heard: dict[Any, Callable[..., None]] = {
            "request": self._ask,
            "console": self._complain,
            "pageerror": self._fail,
        }
        for event, hear in heard.items():
            page.on(event, hear)
        yield
        for event, hear in heard.items():
            page.remove_listener(event, hear)

    def _ask(self, request: sync_api.Request) -> None:
        self.requests.append(request.url)

    def _complain(self, said: sync_api.ConsoleMessage) -> None:
        if said.type == "error":
            self.faults.append(said.text)

    def _fail(self, error: sync_api.Error) -> None:
        self.faults.append(str(error))

    def outside(self) -> list[str]:
        """Requests that left the machine."""
        inside = (self.base, self.base.replace("http", "ws"), "data:", "blob:")
        return [url for url in self.requests if not url.startswith(inside)]


@contextmanager
def window(browser: sync_api.Browser) -> Iterator[sync_api.Page]:
    """A page of a window of its own, to be watched once or several times."""
    context = browser.new_context(viewport=SIZE, locale="zh-CN")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def watched(tab: sync_api.Page, base: str) -> Iterator[sync_api.Page]:
    """The page while a test has it. At its end nothing may have left the machine and nothing may have failed."""
    watch = Watch(base)
    with watch.over(tab):
        yield tab
        hit = tab.evaluate("window.__hit")
    _leave(tab, base)
    assert watch.outside() == []
    assert watch.faults == []
    assert hit is None


def _leave(tab: sync_api.Page, base: str) -> None:
    """Away from the app to a bare line of the same server, and forget: the next test begins as in a fresh window.

    The process that draws stays, and the scripts that it has at hand: a fresh window costs nearly a page more.
    """
    tab.goto(f"{base}/_stcore/health")
    tab.evaluate("() => { sessionStorage.clear(); localStorage.clear(); }")
    tab.context.clear_cookies()
    tab.emulate_media(color_scheme="light")
    tab.set_viewport_size(SIZE)


SIZE: sync_api.ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 120_000  # milliseconds; nothing waits for time itself, so a busy machine only takes longer
_STILL = """(least) => {
  const cy = globalThis.__graph;
  if (!cy || cy.destroyed() || cy.nodes().length <= least) return false;
  const now = JSON.stringify([cy.zoom(), cy.pan(), cy.width(), cy.height(), cy.nodes().map((n) => n.position())]);
  const same = globalThis.__still === now;
  globalThis.__still = now;
  return same;
}"""


def drawn(page: sync_api.Page, more_than: int = 0) -> None:
    """Wait until the graph holds more than so many nodes and neither it nor its frame moves any more."""
    page.wait_for_function(_STILL, arg=more_than, polling=250)


def settle(page: sync_api.Page) -> None:
    """Wait until the view is drawn and Streamlit is at rest."""
    page.wait_for_selector("main.page, .notice, .graph canvas, .menu")
    page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")


# ---- what must hold on a page: no element of a stranger, nothing wider than its place, no serious fault for axe ---------

STRANGERS = """() => {
  const found = [], look = (root) => root.querySelectorAll("*").forEach((node) => {
    const bad = /^(script|iframe|object|embed|img|video|link|base|meta)$/i.test(node.tagName);
    if (bad || /^\\s*javascript:/i.test(node.getAttribute("href") ?? "")) found.push(node.outerHTML);
    if (node.shadowRoot) look(node.shadowRoot);
  });
  document.querySelectorAll('[data-testid="stMain"]').forEach(look);
  return found;
}"""
WIDER = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .map((e) => e.scrollWidth - e.clientWidth).filter((n) => n > 1)"""
AXE = """(rules) => axe.run(document, rules.length ? { runOnly: rules } : { resultTypes: ["violations"] }).then((told) => told.violations
  .filter((v) => ["serious", "critical"].includes(v.impact))
  .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.flat(9).join(" ")} ${n.html.slice(0, 160)} ${n.any.map((a) => a.message).join()}`)))"""
