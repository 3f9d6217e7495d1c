"""Saved views: one JSON file each beside the library, with address, note and positions, for a team to keep in git."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app_pages import beside
from graph import errors

FOLDER = "views"
MOST_PLACES = 2000
_KEY = re.compile(r"[\w-]+")

# Where a thing is drawn (x, y) and whether a person pinned it there.
Places = Mapping[str, tuple[float, float, bool]]


@dataclass(frozen=True, slots=True)
class View:
    """One view of the app under a name. `address` holds the parameters of its address, `page` and `lang` among them."""

    name: str
    address: Mapping[str, tuple[str, ...]]
    note: str = ""
    author: str = ""
    date: str = ""
    places: Places = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The page that is shown; the start page has no name in the address."""
        return self.address.get("page", ("overview",))[0]


def load(library: Path) -> tuple[dict[str, View], tuple[str, ...]]:
    """The views in a library's folder by key, newest first, and what is wrong with files that are none."""
    return beside.load(library / FOLDER, parse)


def get(library: Path, key: str) -> View | None:
    """The view of that key, if there is one that can be read."""
    return beside.get(library / FOLDER, key, parse) if _KEY.fullmatch(key) else None


def parse(text: str) -> View:
    """A view from its file's text. Raises LibraryError where it is none."""
    try:
        row = json.loads(text)
        address = {str(key): tuple(str(value) for value in values) for key, values in row["address"].items()}
        return View(
            str(row["name"]), address, str(row.get("note") or ""), str(row.get("author") or ""), str(row.get("date") or ""),
            places(row.get("places") or {}),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise errors.LibraryError(f"不是保存的视图 / no saved view ({error})") from error


def places(given: Any) -> dict[str, tuple[float, float, bool]]:
    """Positions out of what a file or the browser gives; what is none is left out."""
    rows = given.items() if isinstance(given, dict) else ()
    good = [(key, spot) for key, spot in rows if isinstance(spot, list | tuple) and len(spot) == 3]
    return {
        str(key): (round(float(spot[0]), 1), round(float(spot[1]), 1), bool(spot[2])) for key, spot in good[:MOST_PLACES]
        if all(isinstance(part, int | float) and abs(part) < 1e7 for part in spot)
    }  # fmt: skip


def to_text(view: View) -> str:
    """The file: a line for each parameter of the address and for each position, so that a team's changes merge."""
    row = {
        "name": view.name, "note": view.note, "author": view.author, "date": view.date,
        "address": {key: list(values) for key, values in sorted(view.address.items())},
        "places": {key: [x, y, int(pinned)] for key, (x, y, pinned) in sorted(view.places.items())},
    }  # fmt: skip
    return beside.in_lines(row)


def save(library: Path, view: View) -> str:
    """Keep a new view; returns its key, which stays whatever the view is called later. Raises LibraryError."""
    key = beside.new_key(library / FOLDER, view.name)
    dated = replace(view, date=datetime.now(UTC).isoformat(timespec="seconds"))
    beside.write(library / FOLDER, key, to_text(dated))
    return key


def rename(library: Path, key: str, name: str, note: str) -> None:
    """Give a view another name and note; links to it stay good. Raises LibraryError where there is no name."""
    view = get(library, key)
    if view is None or not beside.stem(name):
        raise errors.LibraryError("请给出名称 / a view needs a name")
    beside.write(library / FOLDER, key, to_text(replace(view, name=" ".join(name.split()), note=note)))


def delete(library: Path, key: str) -> None:
    """Take a view out."""
    if get(library, key):
        (library / FOLDER / f"{key}.json").unlink(missing_ok=True)
