"""A chart as marks with places and words, for a page that draws it itself: data only, and each mark opens its statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app_pages import charts, cite, ink

MOST_SAID = 40  # statements that one mark opens; how many more there are is told
Mark = Mapping[str, Any]
# The colours that go with the page's theme; others are written as they are.
INK, SOFT, WARN, BLUE = "ink", "edge", "warn", "blue"
_TURNED = {"triangle-right": ((-0.9, -1), (1, 0), (-0.9, 1))}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a mark opens: a heading and statements by their ids; not every one stands in the list of all evidence."""

    heading: str
    statements: Sequence[str]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Plate:
    """Marks on a plane of that size. `zoom` names the directions in which it can be drawn larger, from `left` on; `axes`
    say what its edges stand for; a line of the legend is a shape, its colour and its words."""

    wide: float
    high: float
    marks: Sequence[Mark]
    entries: Sequence[Entry]
    legend: Sequence[tuple[str, str, str]] = ()
    zoom: str = ""
    left: float = 0.0
    axes: Mapping[str, Any] = field(default_factory=dict)


def sign(x: float, y: float, radius: float, shape: str, colour: str, **more: Any) -> Mark:
    """A sign of one size at any zoom."""
    return {"kind": "sign", "x": _short(x), "y": _short(y), "r": _short(radius), "corners": corners(shape), "colour": colour, **more}  # fmt: skip


def box(x: float, y: float, wide: float, high: float, colour: str, **more: Any) -> Mark:
    """A bar or a tile; its width grows with the zoom."""
    return {"kind": "box", "x": _short(x), "y": _short(y), "wide": _short(wide), "high": _short(high), "colour": colour, **more}  # fmt: skip


def words(x: float, y: float, said: str, size: float, **more: Any) -> Mark:
    """Words of one size at any zoom."""
    return {"kind": "words", "x": _short(x), "y": _short(y), "said": ink.clean(said), "size": _short(size), **more}


def line(points: Iterable[float], colour: str, **more: Any) -> Mark:
    """A line through points (x, y, x, y, …)."""
    return {"kind": "line", "points": [_short(value) for value in points], "colour": colour, **more}


def band(source: tuple[float, float], target: tuple[float, float], thick: float, colour: str, **more: Any) -> Mark:
    """A ribbon so thick from the upper corner of one end to that of the other."""
    return {"kind": "band", "points": [_short(value) for value in (*source, *target)], "thick": _short(thick), "colour": colour, **more}  # fmt: skip


def corners(shape: str) -> Sequence[tuple[float, float]]:
    """The corners of a sign on the unit square; none for a circle."""
    return _TURNED.get(shape) or ink.CORNERS.get(shape, ())


def _short(value: float) -> float:
    return round(value, 2)


# ---- as data of a page ----------------------------------------------------------------------------------------------


def known(entries: Iterable[Entry]) -> dict[str, cite.Source]:
    """What there is to cite of all statements that any of these opens, by their ids."""
    return charts.sources({key for entry in entries for key in entry.statements})


def content(plate: Plate, said: Mapping[str, cite.Source]) -> dict[str, Any]:
    """The plate as the page takes it."""
    return {
        "wide": plate.wide, "high": plate.high, "zoom": plate.zoom, "left": plate.left, "axes": plate.axes, "marks": plate.marks,
        "legend": [[corners(shape) if shape else None, colour, words] for shape, colour, words in plate.legend],
        "notes": [note(entry, said) for entry in plate.entries],
    }  # fmt: skip


def note(entry: Entry, said: Mapping[str, cite.Source]) -> dict[str, Any]:
    """What a mark opens, as the page takes it; the newest statements first."""
    keys = sorted({key for key in entry.statements if key in said}, key=lambda key: (said[key].date, key), reverse=True)
    return {"head": ink.clean(entry.heading), "keys": keys[:MOST_SAID], "more": max(0, len(keys) - MOST_SAID), "listed": entry.listed}  # fmt: skip
