"""The pages made from the code are up to date, and every module says what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import docs

MODULES = [p for room in docs.ROOMS for p in sorted((docs.ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("name", docs.PAGES)
def test_page_is_up_to_date(name: str) -> None:
    assert (docs.ROOT / name).read_text("utf-8") == docs.PAGES[name](), "run make docs"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(docs.ROOT).as_posix())
def test_module_says_what_it_is_for(path: Path) -> None:
    assert len(docs.first_line(path)) > 15


def test_readme_is_short_and_its_pictures_are_there() -> None:
    text = (docs.ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 120
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert pictures and not [name for name in pictures if not (docs.ROOT / name).exists()]


def test_readme_links_lead_somewhere() -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)", (docs.ROOT / "README.md").read_text("utf-8"))
    assert not [link for link in links if "://" not in link and not (docs.ROOT / link).exists()]
