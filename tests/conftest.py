"""Fixtures that several tests share: the evaluation folder beside the project, where it is there, and its documents read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from graph import library
from ingest import pipeline

pytest_plugins = ("tests.neo4j.fixtures",)
ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_SERVER = "server"
# How long an example takes says how busy the machine is, not whether it holds.
settings.register_profile("untimed", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


class _Rooms(LoadScopeScheduling):
    """The tests of a file stay with one worker, which keeps what they share; the files that ask a server with the same one."""

    def _split_scope(self, nodeid: str) -> str:
        return _room(nodeid.partition("::")[0])


@cache
def _room(file: str) -> str:
    return _SERVER if "neo4j_url" in (ROOT / file).read_text("utf-8") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _Rooms:
    """Not xdist's groups, which are ids with a suffix: pytest 9.2 gives a test its id for good, and nothing is grouped."""
    return _Rooms(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks a server comes first: no other room takes as long. Where ../shared is not there, what reads it is left out by name."""
    items.sort(key=lambda item: _room(item.path.relative_to(ROOT).as_posix()) != _SERVER)
    if SHARED.is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("shared")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    names = [item.nodeid for item in left_out]
    if hasattr(config, "workeroutput"):
        config.workeroutput["left_out"] = names
    else:
        _say(config, names)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Each of several workers leaves out the same tests, unheard: the first one's names are told here."""
    if node.gateway.id == "gw0":
        _say(node.config, getattr(node, "workeroutput", {}).get("left_out", []))


def _say(config: pytest.Config, left_out: list[str]) -> None:
    for name in left_out:
        config.get_terminal_writer().line(f"left out, no ../shared: {name}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the evaluation documents, gold and corpus."""
    return SHARED


@pytest.fixture(scope="session")
def corpus(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[library.Library]:
    """A library with all documents of the corpus and of the evaluation, read once for all tests that ask about them."""
    with library.open_library(tmp_path_factory.mktemp("corpus")) as opened:
        pipeline.ingest(opened, [shared / "corpus", shared / "eval" / "docs"])
        yield opened
