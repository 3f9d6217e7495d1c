"""The map as a Vega-Lite chart: points in degrees on plain axes; no tile server, no drawn border."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from app_pages import look, map_data, map_labels, texts, where, widgets
from app_pages.map_data import Flow, Item
from graph import divisions, ontology

SVG = {"embedOptions": {"renderer": "svg"}}
# Whole country in degrees; a degree of longitude is drawn at the width that it has at 35° north.
WEST, EAST, SOUTH, NORTH = 73.0, 136.0, 17.0, 54.5
_WIDTH, _HEIGHT, _NARROW = 700, 490, 560
BLUE = "#1f77b4"
_SHAPES = {"DemonstrationZone": "diamond", "HighTechZone": "triangle-up", "DevelopmentZone": "square"}
# The shapes of the chart as a legend in print has them.
PRINTED = {"diamond": "diamond", "triangle-up": "triangle", "square": "rectangle", "circle": "ellipse"}
_PLACE, _ABOVE = 11.5, -13.0  # how large names of provinces are written, and how far above their seats
_SIGN, _BELOW = 10.0, 12.0  # names of signs, below them
_ZONES_FROM = 2.2  # the zoom from which on zones, which stand in crowds, are named


def picks(spec: dict[str, Any]) -> list[str]:
    """The selections of a chart that lead to the panel."""
    return [part["name"] for layer in spec["layer"] for part in layer.get("params", ()) if part["name"] != "zoom"]


def short_name(code: str) -> str:
    """The short name of a province, or the code."""
    known = map_data.provinces().get(code)
    return (known[3] if texts.lang() == "en" else known[2]) if known else code


def figure(measure: str, items: Iterable[Item]) -> str:
    """The measure of some items in words; figures that disagree make a range."""
    low, high = map_data.total(items)
    if measure != "money":
        return f"{low:.0f}"
    return texts.money(low, most=high)


# ---- points ---------------------------------------------------------------------------------------------------------


def points(
    values: Sequence[dict[str, Any]],
    flows: Sequence[Flow],
    atlas: where.Map,
    borders: list[list[tuple[float, float]]],
    still: bool = False,
) -> dict[str, Any]:
    """Places as circles by their measure (zones as signs of their own), with flows and the deployer's boundaries. `still`
    is for a drawing that nobody can zoom."""
    layers = [
        *([_borders(borders)] if borders else []),
        _lines(flows, atlas),
        _signs(values),
        *_names(values, atlas, still),
    ]
    return {
        "width": _WIDTH, "height": _HEIGHT, "background": "transparent", "usermeta": SVG,
        "autosize": {"type": "fit", "contains": "padding"},
        "config": {"view": {"stroke": look.soft()}}, "layer": [layer for layer in layers if layer],
    }  # fmt: skip


def signs(found: Sequence[Item], atlas: where.Map) -> list[dict[str, Any]]:
    """The signs on the map, those with most first: a place for all that belongs to it, or each zone by itself."""
    made = _zones(found, atlas) if found and found[0].measure == "zones" else _places(found, atlas)
    return sorted(made, key=lambda one: (-one["value"], one["key"]))


def _places(found: Sequence[Item], atlas: where.Map) -> list[dict[str, Any]]:
    """One circle for each region that something belongs to, a county counted with its city."""
    held: dict[str, list[Item]] = {}
    for item in found:
        for code in {divisions.city(code) for code in item.codes}:
            held.setdefault(code, []).append(item)
    seats = {code: seat for code in held if (seat := _seat(atlas, code))}
    spots = map_data.spread({code: (seat.lon, seat.lat) for code, seat in seats.items()})
    return [
        {"key": code, "lon": spot[0], "lat": spot[1], "value": map_data.total(held[code])[1], "colour": BLUE, "shape": "circle",
         "label": _region(atlas, code),
         **_named(f"{_region(atlas, code)}：{figure(held[code][0].measure, held[code])}", _away(held[code], code, seats[code], atlas))}
        for code, spot in spots.items()
    ]  # fmt: skip


def _away(items: Sequence[Item], code: str, seat: _Seat, atlas: where.Map) -> str:
    """What a circle stands for that does not lie where it is drawn: counties of the city, or a place without a known seat."""
    if seat.code != code:
        return texts.say("map.at_seat", name=_region(atlas, seat.code))
    parts = sum(code not in item.codes for item in items)
    return texts.say("map.of_parts", n=parts) if parts else ""


def _named(name: str, away: str) -> dict[str, Any]:
    """The words of a sign, and whether it stands for what lies elsewhere."""
    return {"name": f"{name} · {away}" if away else name, "away": bool(away)}


def _zones(found: Sequence[Item], atlas: where.Map) -> list[dict[str, Any]]:
    """One sign for each zone, by its kind, around the seat of its city."""
    seats: dict[str, _Seat] = {}
    for item in found:
        nearest = sorted(item.codes, key=lambda code: (code.endswith("0000"), code))
        seat = next((seat for code in nearest if (seat := _seat(atlas, divisions.city(code)))), None)
        if seat:
            seats[item.key] = seat
    known = {item.key: item.thing for item in found if item.thing}
    labels = ontology.load().labels
    spots = map_data.spread({key: (seat.lon, seat.lat) for key, seat in seats.items()})
    return [
        {"key": key, "lon": spot[0], "lat": spot[1], "value": 1, "kind": known[key].label, "colour": labels[known[key].label].colour,
         "shape": _SHAPES.get(known[key].label, "circle"), "label": widgets.name_of(known[key]),
         **_named(f"{widgets.both(known[key])} · {texts.kind(known[key].label)}",
                  texts.say("map.at_seat", name=_region(atlas, seats[key].code)))}
        for key, spot in spots.items()
    ]  # fmt: skip


class _Seat(NamedTuple):
    """The region whose seat is known, and where it is in degrees."""

    code: str
    lon: float
    lat: float


def _seat(atlas: where.Map, code: str) -> _Seat | None:
    """The seat of a region, else that of its province."""
    known = (atlas.regions.get(one) for one in (code, divisions.province(code)))
    found = (_Seat(r.code, r.lon, r.lat) for r in known if r and r.lon is not None and r.lat is not None)
    return next(found, None)


def _region(atlas: where.Map, code: str) -> str:
    return widgets.name_of(atlas.regions[code].thing) if code in atlas.regions else code


def flow_name(flow: Flow, atlas: where.Map) -> str:
    """Both ends of a flow; money runs one way."""
    return f"{_region(atlas, flow.source)} {'→' if flow.kind == 'money' else '—'} {_region(atlas, flow.target)}"


def _axis(field: str, domain: tuple[float, float]) -> dict[str, Any]:
    return {
        "field": field, "type": "quantitative", "scale": {"domain": list(domain), "zero": False, "nice": False}, "title": None,
        "axis": {"labelExpr": "datum.value + '°'", "labelColor": look.ink(), "gridColor": look.soft(), "gridOpacity": 0.25, "tickCount": 6,
                 "domain": False, "ticks": False, "labelFont": look.FONT},
    }  # fmt: skip


def _xy() -> dict[str, Any]:
    return {"x": _axis("lon", (WEST, EAST)), "y": _axis("lat", (SOUTH, NORTH))}


def _signs(values: Sequence[dict[str, Any]]) -> dict[str, Any]:
    most = max((one["value"] for one in values), default=1) or 1
    return {
        "data": {"values": list(values)},
        "params": [
            {"name": "place", "select": {"type": "point", "fields": ["key"], "toggle": False}},
            {"name": "zoom", "select": "interval", "bind": "scales"},
        ],
        "mark": {"type": "point", "filled": True, "stroke": look.ink(), "strokeWidth": 0.6},
        "encoding": {
            **_xy(), **_kinds(values),
            "size": {"field": "value", "type": "quantitative", "scale": {"domain": [0, most], "range": list(_sizes(most))}, "legend": None},
            "opacity": {"condition": {"param": "place", "value": 0.82}, "value": 0.25},
            "tooltip": {"field": "name", "type": "nominal", "title": texts.say("timeline.column.name")}, "description": {"field": "name", "type": "nominal"},
        },
    }  # fmt: skip


def _kinds(values: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Shape and colour of signs; where they stand for kinds, with a legend in the corner that holds no place."""
    kinds = {one["kind"]: one for one in values if one.get("kind")}
    if not kinds:
        return {
            "shape": {"field": "shape", "type": "nominal", "scale": None},
            "fill": {"field": "colour", "type": "nominal", "scale": None},
        }
    legend = {
        "orient": "bottom-left", "title": None, "labelFont": look.FONT, "labelColor": look.ink(), "labelFontSize": 12, "symbolSize": 90, "symbolStrokeWidth": 0.6,
        "labelExpr": " : ".join([*(f"datum.label == '{kind}' ? {json.dumps(texts.kind(kind))}" for kind in kinds), "datum.label"]),
    }  # fmt: skip
    return {
        name: {"field": "kind", "type": "nominal", "legend": legend, "scale": {"domain": list(kinds), "range": [one[of] for one in kinds.values()]}}
        for name, of in (("shape", "shape"), ("fill", "colour"))
    }  # fmt: skip


def ends(flows: Sequence[Flow], atlas: where.Map) -> list[dict[str, Any]]:
    """The lines of flows from seat to seat, where both are known and apart."""
    seats = {code: seat for flow in flows for code in (flow.source, flow.target) if (seat := _seat(atlas, code))}
    return [
        {"key": flow.key, "lon": one.lon, "lat": one.lat, "lon2": two.lon, "lat2": two.lat, "n": len(flow.statements),
         "name": flow_name(flow, atlas)}
        for flow in flows if (one := seats.get(flow.source)) and (two := seats.get(flow.target)) and one != two
    ]  # fmt: skip


def _lines(flows: Sequence[Flow], atlas: where.Map) -> dict[str, Any] | None:
    values = ends(flows, atlas)
    if not values:
        return None
    return {
        "data": {"values": values}, "params": [{"name": "line", "select": {"type": "point", "fields": ["key"], "toggle": False}}],
        "mark": {"type": "rule", "color": "#D55E00", "strokeCap": "round", "strokeDash": [7, 3]},
        "encoding": {
            **_xy(), "x2": {"field": "lon2"}, "y2": {"field": "lat2"},
            "strokeWidth": {"field": "n", "type": "quantitative", "scale": {"range": [2, 7]}, "legend": None},
            "opacity": {"condition": {"param": "line", "value": 0.8}, "value": 0.25},
            "tooltip": {"field": "name", "type": "nominal", "title": texts.say("map.flows")}, "description": {"field": "name", "type": "nominal"},
        },
    }  # fmt: skip


def _names(values: Sequence[dict[str, Any]], atlas: where.Map, still: bool) -> list[dict[str, Any]]:
    """The names on the map as layers."""
    plain = {"font": look.FONT, "color": look.ink()}
    return [
        layer for part, size, opacity in names(values, atlas) for layer in map_labels.layers(
            [one for one in part if one.least == 1 or not still], _xy(), EAST - WEST,
            plain | {"fontSize": size, "opacity": opacity}, look.paper())
    ]  # fmt: skip


def names(values: Sequence[dict[str, Any]], atlas: where.Map) -> list[tuple[Sequence[map_labels.Placed], float, float]]:
    """Short names of provinces above their seats, to find one's way without boundaries, and names below the signs, each
    with size and opacity. What has most in it goes first; each name is there from the zoom on at which it lies on none
    before it."""
    held = Counter(divisions.province(one["key"]) for one in values if one["key"].isdigit())
    seats = {code: seat for code in map_data.provinces() if code in atlas.regions and (seat := _seat(atlas, code))}
    ordered = sorted(seats, key=lambda code: (-held[code], code))
    places = [(seats[code].lon, seats[code].lat, short_name(code)) for code in ordered]
    # A circle for a whole province stands below the province's name.
    named = [(one["lon"], one["lat"], widgets.clip(one["label"], 24)) for one in values if one["key"] not in seats]
    circles = [(*_spot(one["lon"], one["lat"]), size) for one, size in zip(values, radii(values), strict=True)]
    labels = [map_labels.beside(_label(*one, _PLACE, _ABOVE), circles) for one in places]
    labels += [_label(*one, _SIGN, _BELOW) for one in named]
    least = map_labels.least_zooms(labels)
    crowded = bool(values) and not values[0]["key"].isdigit() and not values[0]["label"].isdigit()
    made = [map_labels.Placed(one[0], one[1], label, max(zoom, _ZONES_FROM if crowded and at >= len(places) else 1.0))
            for at, (one, label, zoom) in enumerate(zip((*places, *named), labels, least, strict=True))]  # fmt: skip
    return [(made[: len(places)], _PLACE, 0.7), (made[len(places) :], _SIGN, 0.95)]


def radii(values: Sequence[dict[str, Any]]) -> list[float]:
    """How large signs are drawn, in pixels: a sign's size in Vega-Lite is its area."""
    most = max((one["value"] for one in values), default=1) or 1
    least, largest = _sizes(most)
    return [math.sqrt((least + (largest - least) * one["value"] / most) / math.pi) for one in values]


def _sizes(most: float) -> tuple[float, float]:
    """The areas of the least and the largest sign; where each counts one they are small."""
    return 40, 700 if most > 1 else 90


def _label(lon: float, lat: float, words: str, size: float, dy: float) -> map_labels.Label:
    return map_labels.Label(*_spot(lon, lat), words, size, dy=dy)


def _spot(lon: float, lat: float) -> tuple[float, float]:
    """A place in pixels on the narrowest chart: what is apart there is apart on a wider one."""
    return spot(lon, lat, _NARROW, _HEIGHT)


def spot(lon: float, lat: float, wide: float, high: float) -> tuple[float, float]:
    """A place in pixels on a map of that size."""
    return (lon - WEST) / (EAST - WEST) * wide, (NORTH - lat) / (NORTH - SOUTH) * high


def _borders(rings: list[list[tuple[float, float]]]) -> dict[str, Any]:
    values = [
        {"ring": i, "order": k, "lon": x, "lat": y} for i, ring in enumerate(rings) for k, (x, y) in enumerate(ring)
    ]
    return {
        "data": {"values": values}, "mark": {"type": "line", "color": look.soft(), "strokeWidth": 1, "clip": True},
        "encoding": {**_xy(), "detail": {"field": "ring"}, "order": {"field": "order", "type": "quantitative"}},
    }  # fmt: skip
