"""Comparing places: what regions and zones have by instrument, platform, mechanism, money and status, with what says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from app_pages import data, ledger_data, money_data, where
from app_pages.ledger_data import Saying
from graph import divisions, evidence

DIMENSIONS = ("instrument", "platform", "mechanism", "money", "status")
MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place has in a row: how much, which statements say so, and which things they name."""

    low: float = 0
    high: float = 0
    statements: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison, a cell for each place."""

    dimension: str
    name: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether one place has it and another has nothing of it."""
        return any(cell.high for cell in self.cells) and not all(cell.high for cell in self.cells)


def matrix(
    places: Sequence[str],
    sayings: Iterable[Saying],
    classes: Mapping[str, Sequence[str]],
    sums: Iterable[money_data.Sum],
    atlas: where.Map,
) -> list[Row]:
    """The rows of the comparison. A place is a division code or a zone's id; what is empty everywhere is left out."""
    said = list(sayings)
    own = [
        [one for one in said if belongs((*one.bodies, *one.things) if "/" in place else one.bodies, place, atlas)]
        for place in places
    ]
    instruments = sorted({key for found in own for one in found for key in classes.get(one.id, ())})
    rows = [
        Row(
            "instrument",
            key,
            tuple(_counted(one.id for one in found if key in classes.get(one.id, ())) for found in own),
        )
        for key in instruments
    ]
    rows += [
        Row(name.lower(), name, tuple(_named(found, f"{name}/") for found in own)) for name in ("Platform", "Mechanism")
    ]
    rows += _money(places, list(sums), atlas)
    measures = [[one for one in found if one.predicate == "UNDERTAKES"] for found in own]
    rows += [
        Row("status", name, tuple(_counted(one.id for one in found if one.status == name) for found in measures))
        for name in evidence.STATUSES
    ]
    return [row for row in rows if any(cell.high for cell in row.cells)]


def belongs(keys: Iterable[str], place: str, atlas: where.Map) -> bool:
    """Whether something with these ends belongs to a place: lies in the region, or is about the zone itself."""
    return place in keys if "/" in place else atlas.inside(keys, place)


def _counted(keys: Iterable[str]) -> Cell:
    hits = tuple(keys)
    return Cell(len(hits), len(hits), hits)


def _named(found: Iterable[Saying], prefix: str) -> Cell:
    """The things of one kind that statements of a place name; the count is of things, not of statements."""
    hits = [one for one in found if any(key.startswith(prefix) for key in one.things)]
    things = sorted({key for one in hits for key in one.things if key.startswith(prefix)})
    return Cell(len(things), len(things), tuple(one.id for one in hits), tuple(things))


def _money(places: Sequence[str], sums: Sequence[money_data.Sum], atlas: where.Map) -> list[Row]:
    """Money that reached or will reach a place, each sort apart; figures that disagree make a range."""
    rows = []
    for sort in (money_data.GIVEN, money_data.PLANNED):
        cells = []
        for place in places:
            hits = [one for one in sums if money_data.sort_of(one.grants[0]) == sort
                    and belongs([thing.id for thing in one.ends("beneficiaries")], place, atlas)]  # fmt: skip
            keys = tuple(grant.id for one in hits for grant in one.grants)
            cells.append(Cell(sum(one.low for one in hits), sum(one.high for one in hits), keys))
        rows.append(Row("money", sort, tuple(cells)))
    return rows


# ---- asking the store -----------------------------------------------------------------------------------------------


def load(places: Sequence[str]) -> list[Row]:
    """The comparison of these places in the graph as it was last built."""
    sums = [one for one in money_data.sums(money_data.load()) if one.grants[0].currency == "CNY"]
    return matrix(
        places, ledger_data.sayings(), _classes(str(data.target()), data.the_library().built()), sums, where.load()
    )


@st.cache_resource(show_spinner=False, max_entries=2)
def _classes(target: str, built: str | None) -> dict[str, list[str]]:
    return {row["id"]: row["instruments"] for row in data.ask("classed")}


def choices() -> dict[str, int]:
    """The regions (by code) and zones (by id) that something is said of, with how much."""
    return _choices(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _choices(target: str, built: str | None) -> dict[str, int]:
    atlas, counts = where.load(), dict[str, int]()
    for one in ledger_data.sayings():
        codes = {
            wide for code in atlas.of(one.bodies) for wide in (code, divisions.city(code), divisions.province(code))
        }
        zones = {key for key in (*one.bodies, *one.things) if key.partition("/")[0].endswith("Zone")}
        for place in (codes & atlas.regions.keys()) | zones:
            counts[place] = counts.get(place, 0) + 1
    return counts
