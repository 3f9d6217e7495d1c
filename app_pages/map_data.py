"""What the map shows: how much of a measure belongs to each place, tiles for provinces and cities, points kept apart."""

from __future__ import annotations

import json
import math
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages import data, ledger_data, money_data, where
from graph import divisions, errors, plain

# What the map can show; of the zones all, or those of one kind.
ZONES = {
    "zones": "",
    "demonstration": "DemonstrationZone",
    "hightech": "HighTechZone",
    "development": "DevelopmentZone",
}
MEASURES = ("policies", *ZONES, "money", "promises")
BOUNDARIES = "POLICY_GRAPH_BOUNDARIES"
_GOLDEN = math.pi * (3 - math.sqrt(5))
_MOST_CORNERS = 40_000


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that counts for a measure: where, how much (`low` to `high`; 1 for what is counted), and what says so."""

    measure: str
    key: str
    thing: data.Thing | None
    codes: frozenset[str]
    low: float
    high: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """What runs between two places: money one way, co-operation both ways."""

    kind: str
    source: str
    target: str
    statements: tuple[str, ...]

    @property
    def key(self) -> str:
        """What names it in an address."""
        return f"{self.kind}:{self.source}:{self.target}"


def of_measure(items: Iterable[Item], measure: str) -> list[Item]:
    """The items of a measure."""
    if measure not in ZONES:
        return [item for item in items if item.measure == measure]
    kind = ZONES[measure]
    return [item for item in items if item.measure == "zones" and item.thing and kind in ("", item.thing.label)]


def inside(items: Iterable[Item], code: str) -> list[Item]:
    """The items that belong to a region or to a part of it."""
    return [item for item in items if any(divisions.covers(code, own) for own in item.codes)]


def at(items: Iterable[Item], code: str) -> list[Item]:
    """The items that belong to that very city or province, counties counted with their city."""
    return [item for item in items if any(divisions.city(own) == code for own in item.codes)]


def behind(shape: str, items: Iterable[Item], key: str) -> list[Item]:
    """What stands behind a sign: a tile holds all of its parts, a point its own seat only, a zone's sign the zone."""
    if key.isdigit() and len(key) == 6:
        return at(items, key) if shape == "points" else inside(items, key)
    return [item for item in items if item.key == key]


def total(items: Iterable[Item]) -> tuple[float, float]:
    """The measure of these items: the sum of the lower figures and that of the higher."""
    found = list(items)
    return sum(item.low for item in found), sum(item.high for item in found)


# ---- places ---------------------------------------------------------------------------------------------------------


@cache
def provinces() -> dict[str, tuple[int, int, str, str]]:
    """Row, column, Chinese and English short name of each province's tile, by code."""
    text = resources.files(__package__).joinpath("tiles.yaml").read_text("utf-8")
    return {code: (*row["at"], row["zh"], row["en"]) for code, row in plain.load(text).items()}


def tiles(regions: Iterable[where.Region]) -> dict[str, tuple[int, int]]:
    """Row and column of each city of a province: as square a grid as it goes, rows from north to south and in each row
    from west to east. Regions whose seat is unknown come last, by code."""
    ordered = sorted(regions, key=lambda r: (r.lat is None, -(r.lat or 0), r.code))
    wide = math.ceil(math.sqrt(len(ordered))) or 1
    rows = [ordered[i : i + wide] for i in range(0, len(ordered), wide)]
    return {
        region.code: (y, x) for y, row in enumerate(rows)
        for x, region in enumerate(sorted(row, key=lambda r: (r.lon is None, r.lon or 0, r.code)))
    }  # fmt: skip


def spread(points: Mapping[str, tuple[float, float]], step: float = 0.16) -> dict[str, tuple[float, float]]:
    """Points in degrees with those on one spot apart: the first stays, the others go around it in a sunflower's order."""
    groups: dict[tuple[float, float], list[str]] = defaultdict(list)
    for key in sorted(points):
        groups[points[key]].append(key)
    return {
        key: (lon + step * math.sqrt(i) * math.cos(i * _GOLDEN), lat + step * math.sqrt(i) * math.sin(i * _GOLDEN))
        for (lon, lat), keys in groups.items() for i, key in enumerate(keys)
    }  # fmt: skip


def boundaries(path: str) -> list[list[tuple[float, float]]]:
    """The rings of a deployer's own GeoJSON file in degrees, thinned to what a browser draws. Raises PolicyGraphError."""
    try:
        found = json.loads(Path(path).read_text("utf-8"))
        shapes = [feature["geometry"] for feature in found["features"] if feature.get("geometry")]
        rings = [ring for shape in shapes for polygon in _polygons(shape) for ring in polygon]
        corners = sum(map(len, rings))
        every = max(1, math.ceil(corners / _MOST_CORNERS))
        return [[(float(x), float(y)) for x, y, *_ in (*ring[::every], ring[-1])] for ring in rings if ring]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise errors.PolicyGraphError(
            f"{path} 里没有 GeoJSON 多边形 / {BOUNDARIES}={path}: no GeoJSON with polygons ({error})"
        ) from error


def _polygons(shape: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    corners: Sequence[Any] = shape["coordinates"]
    return [corners] if shape["type"] == "Polygon" else corners if shape["type"] == "MultiPolygon" else []


def boundary_file() -> str:
    """The path of the deployer's own boundaries, or an empty text: none is shipped."""
    return os.environ.get(BOUNDARIES, "")


# ---- asking the store -----------------------------------------------------------------------------------------------


def load() -> tuple[list[Item], list[Flow]]:
    """All items and flows of the graph as it was last built."""
    return _load(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(target: str, built: str | None) -> tuple[list[Item], list[Flow]]:
    atlas = where.load()
    sums = [one for one in money_data.sums(money_data.load()) if money_data.sort_of(one.grants[0]) == money_data.GIVEN]
    sums = [one for one in sums if one.grants[0].currency == "CNY"]
    items = [
        *_placed(atlas),
        *(_money(one, atlas) for one in sums),
        *(_promise(one, atlas) for one in ledger_data.load()),
    ]
    return [item for item in items if item.codes], [*_money_flows(sums, atlas), *_cooperations(atlas)]


def _placed(atlas: where.Map) -> list[Item]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in data.ask("placed"):
        groups[row["measure"], row["id"]].append(row)
    return [
        Item(measure, key, data.thing(rows[0]), atlas.of((key, *(row["place"] for row in rows))), 1, 1,
             tuple(sorted({claim for row in rows for claim in row["claims"] or ()})))
        for (measure, key), rows in groups.items()
    ]  # fmt: skip


def _money(one: money_data.Sum, atlas: where.Map) -> Item:
    codes = atlas.of(thing.id for thing in one.ends("beneficiaries"))
    return Item("money", one.grants[0].id, None, codes, one.low, one.high, tuple(grant.id for grant in one.grants))


def _promise(one: ledger_data.Promise, atlas: where.Map) -> Item:
    return Item("promises", one.first.id, None, atlas.of(one.bodies), 1, 1, (one.first.id,))


def _money_flows(sums: Iterable[money_data.Sum], atlas: where.Map) -> list[Flow]:
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in sums:
        for pair in _pairs(one.ends("agencies") or one.ends("funds"), one.ends("beneficiaries"), atlas):
            pairs[pair] += [grant.id for grant in one.grants]
    return [Flow("money", *pair, tuple(keys)) for pair, keys in pairs.items()]


def _pairs(givers: Iterable[data.Thing], takers: Iterable[data.Thing], atlas: where.Map) -> list[tuple[str, str]]:
    sides = [sorted(atlas.of(thing.id for thing in side)) for side in (givers, takers)]
    return [(one, two) for one in sides[0] for two in sides[1] if one != two]


def _cooperations(atlas: where.Map) -> list[Flow]:
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in data.ask("cooperations"):
        for one in atlas.of([row["one"]]):
            for two in atlas.of([row["other"]]) - {one}:
                pairs[min(one, two), max(one, two)] |= set(row["claims"] or ())
    return [Flow("cooperation", *pair, tuple(sorted(keys))) for pair, keys in sorted(pairs.items())]
