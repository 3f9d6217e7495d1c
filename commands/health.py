"""The command doctor: what is missing on this machine, in the library or on the server, and how to get it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from commands.common import DEFAULT, JsonOption, LibraryOption, StoreOption, open_library, open_store
from commands.printing import print_rows
from graph import errors


def doctor(library: LibraryOption = DEFAULT, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """What is missing and how to get it. 检查环境。"""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("library", lambda: _check_library(library)), ("graph", lambda: _check_graph(library, store)),
        ("CJK font", _check_font), ("Tesseract (scans)", _check_tesseract),
        ("Chromium (tests)", lambda: _check_program("chromium-headless-shell", "chromium")),
        ("Java 17 (Neo4j tests)", lambda: _check_program("java", package="openjdk-17-jre-headless")),
        ("Maven (Neo4j tests)", lambda: _check_program("mvn", package="maven")),
    ]  # fmt: skip
    checks[2:2] = [("Neo4j settings", lambda: _check_server(store))] if "://" in store else []
    rows = []
    for name, check in checks:
        try:
            rows.append({"what": name, "ok": True, "note": check()})
        except errors.PolicyGraphError as error:
            rows.append({"what": name, "ok": False, "note": str(error)})
    print_rows(rows, as_json)
    if not all(r["ok"] for r in rows[:2]):
        raise typer.Exit(1)


def _check_library(path: Path) -> str:
    with open_library(path) as held:
        return f"{len(held.documents())} documents, {len(held.quarantined())} in quarantine"


def _check_graph(path: Path, store: str) -> str:
    with open_store(path, store) as opened:
        nodes, edges = opened.counts().total
    return f"{nodes} nodes, {edges} edges"


def _check_server(store: str) -> str:
    from graph.stores import hardened

    with open_store(Path(), store) as opened:
        unsafe = [finding for finding in hardened.findings(opened) if not finding.safe]
    if unsafe:
        lines = "; ".join(finding.line for finding in unsafe)
        raise errors.StoreError(f"unsafe: write into neo4j.conf and restart (docs/neo4j.md): {lines}")
    return "hardened"


def _check_program(*names: str, package: str = "") -> str:
    """One of the programs is there, else what installs the first."""
    from shutil import which

    if not any(map(which, names)):
        raise errors.MissingTool(f"not found; get it with: apt-get install {package or names[0]}")
    return "found"


def _check_tesseract() -> str:
    from ingest.loaders import ocr

    if "chi_sim" not in ocr.languages():
        raise errors.MissingTool(f"scans cannot be recognised; to have them read: {ocr.HOW}")
    return "simplified Chinese"


def _check_font() -> str:
    import subprocess
    from shutil import which

    if which("fc-list") is None:
        return "cannot be told here (fc-list is not installed)"
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False).stdout
    if not listed.strip():
        raise errors.MissingTool("no Chinese font; get one with: apt-get install fonts-noto-cjk")
    return listed.splitlines()[0]
