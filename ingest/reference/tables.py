"""The rows of the reference tables as their files hold them, and which tables a process reads without."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from importlib import resources

Row = dict[str, str]

FACTS = (
    "agencies", "green_finance_pilot_zones", "high_tech_zones", "new_areas", "programmes", "self_innovation_zones", "sustainable_development_zones",
)  # fmt: skip
_left_out: set[str] = set()


def names() -> tuple[str, ...]:
    """The names of all tables, those for reading only among them."""
    folder = resources.files(__package__)
    return tuple(sorted(f.name.removesuffix(".csv") for f in folder.iterdir() if f.name.endswith(".csv")))


def leave_out(left: Iterable[str]) -> None:
    """From here on those tables are empty, to measure what they are worth. What was read before stays known, so this
    comes first in a process of its own."""
    _left_out.update(left)


def rows(table: str) -> list[Row]:
    """The rows of a table by its name without ending, each cell under its header."""
    if table in _left_out:
        return []
    text = resources.files(__package__).joinpath(f"{table}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines(keepends=True)))
