"""The app with the sample documents, and a page of real Chromium that is watched."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright import sync_api

from tests.app import running

sync_api.expect.set_options(timeout=running.PATIENCE)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return running.make_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def zone(samples: Path) -> str:
    """The id of the zone that most samples speak of."""
    return running.find(samples, "桂林市国家可持续发展议程创新示范区", "DemonstrationZone")


@pytest.fixture(scope="session")
def samples_app(samples: Path) -> Iterator[str]:
    with running.serve(samples) as address:
        yield address


@pytest.fixture(scope="session")
def base(samples_app: str) -> str:
    """The app that the tests of a file look at; a file with an app of its own has a fixture of this name."""
    return samples_app


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    with running.chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def axe() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def tab(browser: sync_api.Browser, base: str) -> Iterator[sync_api.Page]:
    """A window for the tests of a file; it closes before the app of that file ends."""
    with running.window(browser) as opened:
        yield opened


@pytest.fixture
def page(tab: sync_api.Page, base: str) -> Iterator[sync_api.Page]:
    """The window of the file, watched, as if it were fresh."""
    yield from running.watched(tab, base)
