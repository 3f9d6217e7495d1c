"""A table for a page that draws it itself: headings, cells to sort by, and the statements that each row opens; data only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app_pages import cite, ink, marks, texts, widgets

Cell = str | tuple[str, float]  # words, or words and the number that they stand for


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line, and what it opens."""

    cells: Sequence[Cell]
    entries: Sequence[marks.Entry] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `note` says how many rows of how many these are."""

    heads: Sequence[str]
    rows: Sequence[Row]
    note: str = ""


def heads(*keys: str) -> list[str]:
    """Headings by their keys in the page's texts."""
    return [texts.say(key) for key in keys]


def written(kid: widgets.Kid) -> str:
    """The words of an element, as they stand on its page."""
    if kid is None or isinstance(kid, str):
        return kid or ""
    apart = "\n" if kid.tag == "td" or kid.cls == "stop" or len(kid.kids) == 1 else " "
    return apart.join(filter(None, map(written, kid.kids)))


def content(grid: Grid, said: Mapping[str, cite.Source]) -> dict[str, Any]:
    """The table as the page takes it."""
    return {
        "heads": [ink.clean(head) for head in grid.heads], "note": grid.note,
        "rows": [{"cells": [_cell(cell) for cell in row.cells], "notes": [marks.note(entry, said) for entry in row.entries]} for row in grid.rows],
    }  # fmt: skip


def _cell(cell: Cell) -> list[Any]:
    return [cell] if isinstance(cell, str) else list(cell)
