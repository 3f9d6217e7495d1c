"""Names on the map: from which zoom on each finds room, so that at no zoom one lies on another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from app_pages import ink

NEVER = 1e9
_AIR = 6.0  # between a point and the words beside it


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point: the point in pixels at zoom 1, and how far from it, whatever the zoom, the words' middle lies."""

    x: float
    y: float
    words: str
    size: float
    dx: float = 0.0
    dy: float = 0.0

    @property
    def wide(self) -> float:
        """About how wide the words are, with some air."""
        return ink.width(self.words, self.size) + 4

    @property
    def high(self) -> float:
        """How high a line is."""
        return self.size * 1.25


@dataclass(frozen=True, slots=True)
class Placed:
    """A label at a point in degrees, shown from a zoom on."""

    lon: float
    lat: float
    label: Label
    least: float


def beside(label: Label, signs: Sequence[tuple[float, float, float]]) -> Label:
    """The label above, below, left or right of its point, whichever lies on the fewest signs at zoom 1; a sign is its point
    in pixels and its radius."""
    up, aside = abs(label.dy), label.wide / 2 + _AIR
    sides = [replace(label, dx=dx, dy=dy) for dx, dy in ((0.0, -up), (0.0, up), (aside, 0.0), (-aside, 0.0))]
    return min(sides, key=lambda side: sum(_covers(side, *sign) for sign in signs))


def _covers(label: Label, x: float, y: float, radius: float) -> bool:
    across, along = label.wide / 2 + radius, label.high / 2 + radius
    return abs(label.x + label.dx - x) < across and abs(label.y + label.dy - y) < along


def least_zooms(labels: Sequence[Label]) -> list[float]:
    """The zoom from which on each label is shown, the first in the list before the others. Zooming in by a factor moves
    points apart by it and leaves letters as large as they are; a label once shown stays."""
    return list(_least_zooms(tuple(labels)))


@lru_cache(maxsize=32)
def _least_zooms(labels: tuple[Label, ...]) -> tuple[float, ...]:
    """Each is held against each before it, and a measure has the same labels every time that it is drawn."""
    shown: list[float] = []
    for at, label in enumerate(labels):
        near = ((shown[i], apart_from(label, other)) for i, other in enumerate(labels[:at]))
        shown.append(max([1.0, *(zoom for since, zoom in near if since < zoom)]))
    return tuple(shown)


def apart_from(one: Label, two: Label) -> float:
    """The zoom from which on neither of two labels lies on the other; 1 where they never do."""
    across = _touching(one.x - two.x, one.dx - two.dx, (one.wide + two.wide) / 2)
    along = _touching(one.y - two.y, one.dy - two.dy, (one.high + two.high) / 2)
    begin, end = max(across[0], along[0]), min(across[1], along[1])
    return max(1.0, end) if begin < end else 1.0


def _touching(apart: float, moved: float, reach: float) -> tuple[float, float]:
    """Between which zooms two middles are nearer than so far: where |zoom · apart + moved| < reach."""
    if math.isclose(apart, 0, abs_tol=1e-9):
        return (-NEVER, NEVER) if abs(moved) < reach else (0.0, 0.0)
    ends = sorted(((-reach - moved) / apart, (reach - moved) / apart))
    return ends[0], ends[1]


def layers(
    labels: Sequence[Placed], xy: dict[str, Any], span: float, look: dict[str, Any], paper: str
) -> list[dict[str, Any]]:
    """Labels as Vega-Lite layers, each there from its least zoom on, on a rim of `paper` that keeps them apart from signs
    below them. The map shows `span` degrees of longitude at zoom 1, and its selection for zooming is called `zoom`; `look`
    is how the words are drawn."""
    zoom = f"{span} / (isValid(zoom.lon) ? zoom.lon[1] - zoom.lon[0] : {span})"
    values = [
        {"lon": one.lon, "lat": one.lat, "name": one.label.words, "least": one.least, "dx": one.label.dx, "dy": one.label.dy}
        for one in labels
    ]  # fmt: skip
    shown = {"test": f"datum.least <= {zoom}", "value": look["opacity"]}
    text = {"type": "text", "clip": True, "aria": False, "dx": {"expr": "datum.dx"}, "dy": {"expr": "datum.dy"}, **look}
    rim = {"color": paper, "stroke": paper, "strokeWidth": 3, "strokeJoin": "round"}
    return [
        {"data": {"values": values}, "mark": text | over,
         "encoding": {**xy, "text": {"field": "name"}, "opacity": {"condition": shown, "value": 0}}} for over in (rim, {})
    ]  # fmt: skip
