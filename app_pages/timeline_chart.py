"""The timeline as a Vega-Lite chart, and as a figure that leaves the app with a number and its words for each event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app_pages import charts, look, texts, timeline_data, widgets
from app_pages.timeline_data import Event, Slot
from graph import ontology

_SHAPES = {"policy": "square", "designation": "diamond", "grant": "circle", "promise": "triangle-right"}
_LABELS = {"policy": "Policy", "designation": "DemonstrationZone", "grant": "Grant", "promise": "Measure"}


def kind_name(kind: str) -> str:
    """The name of a kind of event."""
    return texts.say(f"timeline.kind.{kind}")


def sign_of(kind: str) -> tuple[str, str]:
    """The shape and the colour of a kind of event."""
    shape = {"square": "rectangle", "circle": "ellipse"}.get(_SHAPES[kind], _SHAPES[kind])
    return shape, ontology.load().labels[_LABELS[kind]].colour


def figure(lanes: Sequence[str], placed: Sequence[Slot], notes: bool) -> charts.Chart:
    """The timeline on white; with notes each sign has its number above it."""
    with look.on_paper():
        spec = make(lanes, placed) | {"width": _PRINTED, "height": {"step": 24}}
        if notes:
            spec["layer"] = [*spec["layer"], _numbers(lanes, placed)]
        svg, wide, high = charts.vega(spec)
    entries = [(heading(slot), slot.event.statements) for slot in placed]
    return charts.Chart([svg], wide, high, charts.signs(_legend()), charts.noted(entries))


_PRINTED = 900  # how wide time is drawn on paper


def heading(slot: Slot) -> str:
    """What a sign says, in one line."""
    event = slot.event
    told = [kind_name(event.kind), texts.period(event.since, event.until), texts.status(event.status)]
    sign = "⚠ " if event.contested else ""
    return sign + widgets.clip(_name(event), 120) + texts.say("figure.about", about=texts.listed(filter(None, told)))


def _name(event: Event) -> str:
    """What the sign stands for: one thing, or how many and the first of them."""
    if not event.names:
        return widgets.called(event.label, event.name, beside=True)
    told = (widgets.called(event.label, name) for name in event.names[:_TOLD])
    return texts.say("timeline.many", n=len(event.names), names=texts.listed(told))


_TOLD = 8  # names that stand for all


def _numbers(lanes: Sequence[str], placed: Sequence[Slot]) -> dict[str, Any]:
    values = [_datum(lanes, slot) | {"number": str(n)} for n, slot in enumerate(placed, 1)]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "font": look.FONT, "fontSize": 6.5, "dy": -9, "color": look.ink()},
        "encoding": {"x": {"field": "since", "type": "temporal"}, "y": {"field": "row", "type": "ordinal"}, "text": {"field": "number"}},
    }  # fmt: skip


def _legend() -> Iterator[charts.Key]:
    yield "", "", texts.say("timeline.printed")


def make(lanes: Sequence[str], placed: Sequence[Slot]) -> dict[str, Any]:
    """A Vega-Lite chart: a bar for each span, a sign at its beginning; wheel and drag zoom along time."""
    words = {"labelFont": look.FONT, "titleFont": look.FONT, "labelColor": look.ink(), "labelFontSize": 12}
    rows = sorted({_row(lanes, slot) for slot in placed})
    y = {
        "field": "row", "type": "ordinal", "sort": rows, "title": None,
        "axis": {**words, "labelExpr": "split(datum.value, '\\u001f')[1]", "labelLimit": 190 if texts.lang() == "zh" else 280, "grid": False, "ticks": False, "domain": False},
    }  # fmt: skip
    # Vega's own names of months are English; numbers are read in both languages.
    x = {
        "field": "since",
        "type": "temporal",
        "title": None,
        "scale": {"padding": 10},
        "axis": {
            **words,
            "gridColor": look.soft(),
            "gridOpacity": 0.4,
            "orient": "top",
            "labelExpr": _WHEN,
            "labelOverlap": True,
        },
    }
    return {
        "data": {"values": [_datum(lanes, slot) for slot in placed]},
        "height": {"step": 19}, "background": "transparent", "usermeta": {"embedOptions": {"renderer": "svg"}},
        "config": {"view": {"stroke": None}, "legend": {**words, "orient": "top", "symbolSize": 90, "symbolOpacity": 1, "columns": 4}},
        "layer": [_bars(x, y), _signs(x, y), _many(y)],
    }  # fmt: skip


_WHEN = "timeFormat(datum.value, '%m-%d') == '01-01' ? timeFormat(datum.value, '%Y') : timeFormat(datum.value, date(datum.value) == 1 ? '%Y-%m' : '%m-%d')"


def _bars(x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    return {
        "mark": {"type": "bar", "height": 7, "cornerRadius": 3},
        "encoding": {
            "x": x, "x2": {"field": "until"}, "y": y, "color": _colour(),
            "opacity": {"condition": {"param": "pick", "value": 0.6}, "value": 0.2}, "tooltip": _tooltip(),
        },
    }  # fmt: skip


def _signs(x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    kinds = list(timeline_data.KINDS)
    names = [kind_name(kind) for kind in kinds]
    return {
        "mark": {"type": "point", "size": 95, "strokeWidth": 1.8},
        "params": [
            {"name": "pick", "select": {"type": "point", "fields": ["key"], "toggle": False}},
            {"name": "zoom", "select": {"type": "interval", "encodings": ["x"]}, "bind": "scales"},
        ],
        "encoding": {
            "x": x, "y": y, "color": _colour(),
            "fill": {"condition": {"test": "datum.open", "value": "transparent"}, **_colour()},
            "shape": {"field": "kind", "type": "nominal", "title": None, "scale": {"domain": names, "range": [_SHAPES[kind] for kind in kinds]}},
            "opacity": {"condition": {"param": "pick", "value": 1}, "value": 0.35}, "tooltip": _tooltip(),
            "description": {"field": "name", "type": "nominal"},
        },
    }  # fmt: skip


def _many(y: dict[str, Any]) -> dict[str, Any]:
    """Behind a sign of several things their number."""
    return {
        "transform": [{"filter": "datum.many > 1"}],
        "mark": {"type": "text", "align": "left", "dx": 8, "font": look.FONT, "fontSize": 10.5, "color": look.ink()},
        "encoding": {"x": {"field": "until", "type": "temporal"}, "y": y, "text": {"field": "many", "type": "nominal"}},
    }  # fmt: skip


def _colour() -> dict[str, Any]:
    known = ontology.load().labels
    kinds = list(timeline_data.KINDS)
    names = [kind_name(kind) for kind in kinds]
    return {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "scale": {"domain": names, "range": [look.bright(known[_LABELS[k]].colour) for k in kinds]},
    }


def _tooltip() -> list[dict[str, str]]:
    return [
        {"field": name, "type": "nominal", "title": texts.say(f"timeline.column.{name}")}
        for name in ("name", "kind", "when", "status")
    ]


def _row(lanes: Sequence[str], slot: Slot) -> str:
    """What sorts the rows of lanes; the lane's name stands beside its first row."""
    name = (slot.lane or texts.say("timeline.others")) if slot.row == 0 else ""
    return f"{lanes.index(slot.lane):03}.{slot.row:03}\x1f{widgets.clip(name, 40)}"


def _datum(lanes: Sequence[str], slot: Slot) -> dict[str, Any]:
    event, span = slot.event, slot.event.span
    return {
        "key": event.key, "row": _row(lanes, slot), "since": span[0].isoformat(), "until": span[1].isoformat(), "open": event.status != "done",
        "kind": kind_name(event.kind), "name": f"{'⚠ ' if event.contested else ''}{widgets.clip(_name(event), 160 if event.names else 80)}", "many": len(event.names),
        "when": texts.period(event.since, event.until), "status": texts.status(event.status),
    }  # fmt: skip
