"""The shipped drawing library: what the lock file names is what the bundle holds, and no host name is in either."""

from __future__ import annotations

import json
import re

from tests.app import running

VIEW = running.ROOT / "app_pages" / "graph_view"


def test_bundle_is_of_the_locked_version() -> None:
    wanted = json.loads((VIEW / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((VIEW / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert f'"{wanted["cytoscape"]}"' in (VIEW / "built" / "engine.js").read_text("utf-8")


def test_lock_names_no_host() -> None:
    lock = (VIEW / "package-lock.json").read_text("utf-8")
    assert "resolved" not in lock
    assert not re.search(r"https?://", lock)


def test_components_never_write_markup() -> None:
    for source in (VIEW / "src").rglob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", source.read_text("utf-8")
        ), source
