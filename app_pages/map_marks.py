"""The map as marks for a page that draws it itself: signs at their seats with flows and names, or tiles with their figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from app_pages import ink, map_chart, map_figure, map_tiles, marks
from app_pages.map_chart import EAST, NORTH, SOUTH, WEST
from app_pages.map_figure import Drawn
from app_pages.marks import Entry, Mark, Plate

_WIDE, _HIGH = 760.0, 532.0
_TILE, _GAP, _LETTER = (92.0, 60.0), 6.0, 13.0
_FIGURES = (11.0, 10.0, 9.0, 8.0)  # how large a figure may be written: the first that leaves it in two lines


def make(drawn: Drawn) -> Plate:
    """The map as the page has it."""
    return _points(drawn) if drawn.shape == "points" else _tiles(drawn)


# ---- points ---------------------------------------------------------------------------------------------------------


def _points(drawn: Drawn) -> Plate:
    values = map_chart.signs(drawn.found, drawn.atlas)
    lines = map_chart.ends(drawn.flows, drawn.atlas)
    behind = {flow.key: flow.statements for flow in drawn.flows}
    entries = [Entry(*one) for one in map_figure.entries(values, drawn, "name")]
    entries += [Entry(one["name"], behind[one["key"]]) for one in lines]
    made = [*_borders(drawn), *_lines(lines, len(values)), *_signs(values), *_names(values, drawn)]
    axes = {"x": {"from": WEST, "until": EAST, "unit": "°"}, "y": {"from": NORTH, "until": SOUTH, "unit": "°"}}
    return Plate(_WIDE, _HIGH, made, entries, list(map_figure.legend(drawn, values)), "xy", axes=axes)


def _spot(lon: float, lat: float) -> tuple[float, float]:
    return map_chart.spot(lon, lat, _WIDE, _HIGH)


def _borders(drawn: Drawn) -> Iterator[Mark]:
    for ring in drawn.borders:
        yield marks.line(chain.from_iterable(_spot(*corner) for corner in ring), marks.SOFT, thick=1)


def _lines(lines: Sequence[dict[str, Any]], first: int) -> Iterator[Mark]:
    most = max((one["n"] for one in lines), default=1)
    for place, one in enumerate(lines, first):
        points = (*_spot(one["lon"], one["lat"]), *_spot(one["lon2"], one["lat2"]))
        yield marks.line(points, "#D55E00", thick=2 + 5 * one["n"] / most, dash="7 3", note=place, name=one["name"])


def _signs(values: Sequence[dict[str, Any]]) -> Iterator[Mark]:
    for place, (one, radius) in enumerate(zip(values, map_chart.radii(values), strict=True)):
        shape = map_chart.PRINTED[one["shape"]]
        yield marks.sign(*_spot(one["lon"], one["lat"]), radius, shape, one["colour"], note=place, name=one["name"])


def _names(values: Sequence[dict[str, Any]], drawn: Drawn) -> Iterator[Mark]:
    for names, size, opacity in map_chart.names(values, drawn.atlas):
        for one in names:
            yield marks.words(*_spot(one.lon, one.lat), one.label.words, size, dx=one.label.dx, dy=one.label.dy, least=one.least, opacity=opacity)  # fmt: skip


# ---- tiles ----------------------------------------------------------------------------------------------------------


def _tiles(drawn: Drawn) -> Plate:
    values = map_tiles.cells(drawn.shape, drawn.found, drawn.atlas, drawn.province)
    held = [value for value in values if value["value"]]
    rows, columns = (max((one[side] for one in values), default=0) + 1 for side in ("row", "column"))
    notes = {one["key"]: place for place, one in enumerate(held)}
    most = max((one["value"] for one in values), default=0) or 1
    made = [mark for one in values for mark in _tile(one, notes.get(one["key"]), one["value"] / most)]
    entries = [Entry(*one) for one in map_figure.entries(held, drawn, "about")]
    legend = list(map_figure.legend(drawn, values))
    return Plate(columns * (_TILE[0] + _GAP), rows * (_TILE[1] + _GAP), made, entries, legend)


def _tile(one: dict[str, Any], note: int | None, share: float) -> Iterator[Mark]:
    """A box, fuller where there is more, with name and figure; what half fills it has letters of the page's ground."""
    x, y = one["column"] * (_TILE[0] + _GAP) + _GAP / 2, one["row"] * (_TILE[1] + _GAP) + _GAP / 2
    opens = {} if note is None else {"note": note, "name": one["about"]}
    yield marks.box(x, y, *_TILE, marks.BLUE, shade=0.12 + 0.88 * share if share else 0.0, round=6, rim=True, **opens)
    colour = "paper" if share > 0.5 else marks.INK
    middle = x + _TILE[0] / 2
    size = next((size for size in _FIGURES if len(ink.wrap(one["shown"], _TILE[0] - 6, size)) <= 2), _FIGURES[-1])
    shown = ink.wrap(one["shown"], _TILE[0] - 6, size)
    name = min(_LETTER, _LETTER * (_TILE[0] - 8) / max(1.0, ink.width(one["name"], _LETTER)))
    yield marks.words(middle, y + 30 - 6 * len(shown), one["name"], name, colour=colour, bare=True)
    for row, said in enumerate(shown):
        yield marks.words(middle, y + 49 - 6 * len(shown) + 13 * row, said, size, colour=colour, bare=True)
