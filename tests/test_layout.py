"""The project's own packages are the ones imported, its frames keep their manners, and no package host is named."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOREIGN = {"neo4j", "kglite", "networkx", "rdflib", "oxrdflib", "pyoxigraph", "lxml", "sqlite3"}


@pytest.mark.parametrize("name", ["graph", "ingest", "queries", "app_pages", "commands"])
def test_packages_come_from_this_folder(name: str) -> None:
    """A package called graph that somebody else installed would win over ours."""
    found = importlib.import_module(name).__file__
    assert found and Path(found).resolve() == ROOT / name / "__init__.py"


# What import-linter cannot hold, as it takes no single files: the frames' rules.
FRAMES = [
    ("app.py", {"streamlit", "app_pages"}, FOREIGN | {"typer", "rich"}),
    ("cli.py", {"typer", "commands"}, FOREIGN | {"streamlit", "app_pages", "rich"}),
]


@pytest.mark.parametrize(("name", "wanted", "refused"), FRAMES)
def test_frames_import_only_their_own(name: str, wanted: set[str], refused: set[str]) -> None:
    roots = {module.partition(".")[0] for module in imports(ROOT / name)}
    assert wanted & roots
    assert not refused & roots


def imports(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    found: set[str] = set()
    for node in tree:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


# Written in pieces, so that this file does not name them either.
NAMES = ("pypi", "pythonhosted", "registry.npmjs", "repo.maven", "repo1.maven", "deb.debian", "proxy.golang")
HOSTS = re.compile(
    "|".join([*(re.escape(name) + r"\.[a-z]" for name in NAMES), "--index" + "-url", "--find" + "-links"])
)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_no_file_names_a_package_host() -> None:
    texts = {path: path.read_bytes().decode("utf-8", "ignore") for path in tracked()}
    assert texts
    assert not [str(path.relative_to(ROOT)) for path, text in texts.items() if HOSTS.search(text)]


@pytest.mark.parametrize(
    ("name", "least"), [("requirements.txt", 20), ("requirements-dev.txt", 20), ("benchmarks/requirements.txt", 1)]
)
def test_requirements_are_pinned_and_hashed(name: str, least: int) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
    entries = [entry for entry in entries if not entry.startswith("#")]
    assert len(entries) > least
    assert not [entry.partition("\n")[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


def test_requirements_cover_what_the_project_names() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    named = re.findall(r'^    "([A-Za-z0-9-]+)[>=<]', text, re.M)
    pinned = (ROOT / "requirements-dev.txt").read_text("utf-8").lower()
    assert len(named) > 15
    assert not [package for package in named if f"\n{package.lower()}==" not in f"\n{pinned}"]
