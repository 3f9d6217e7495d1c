"""Names on the map: from which zoom on each finds room, so that at no zoom one lies on another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app_pages import ink

NEVER = 1e9


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
    """Words at a point in degrees, shown from a zoom on."""

    lon: float
    lat: float
    words: str
    least: float


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


def layer(labels: Sequence[Placed], xy: dict[str, Any], span: float, look: dict[str, Any]) -> dict[str, Any]:
    """Labels as a Vega-Lite layer, each there from its least zoom on. The map shows `span` degrees of longitude at zoom 1,
    and its selection for zooming is called `zoom`; `look` is how the words are drawn."""
    zoom = f"{span} / (isValid(zoom.lon) ? zoom.lon[1] - zoom.lon[0] : {span})"
    values = [{"lon": one.lon, "lat": one.lat, "name": one.words, "least": one.least} for one in labels]
    return {
        "data": {"values": values}, "mark": {"type": "text", "clip": True, "aria": False, **look},
        "encoding": {**xy, "text": {"field": "name"}, "opacity": {"condition": {"test": f"datum.least <= {zoom}", "value": look["opacity"]}, "value": 0}},
    }  # fmt: skip
