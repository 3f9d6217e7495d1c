"""Where things lie: regions with their codes and seats, and the division codes of bodies, zones and whatever else has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st

from app_pages import data
from graph import divisions


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its 6-digit code (GB/T 2260) and, where the graph knows it, the place of its seat in degrees."""

    thing: data.Thing
    code: str
    level: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class Map:
    """All regions by code, and the codes of each thing."""

    regions: dict[str, Region] = field(default_factory=dict)
    codes: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, keys: Iterable[str]) -> frozenset[str]:
        """The codes in which any of these things lie."""
        return frozenset().union(*(self.codes.get(key, frozenset()) for key in keys))

    def inside(self, keys: Iterable[str], code: str) -> bool:
        """Whether any of these things lies in that region or in a part of it."""
        return any(divisions.covers(code, found) for found in self.of(keys))


def load() -> Map:
    """The map of the graph as it was last built; it is read once a build."""
    return _load(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(where: str, built: str | None) -> Map:
    regions = {
        row["code"]: Region(data.thing(row), row["code"], row["level"] or "", row["lon"], row["lat"])
        for row in data.ask("regions")
    }
    codes: dict[str, set[str]] = defaultdict(set)
    for row in data.ask("lies_in"):
        codes[row["id"]].add(row["code"])
    for region in regions.values():
        codes[region.thing.id].add(region.code)
    return Map(regions, {key: frozenset(found) for key, found in codes.items()})
