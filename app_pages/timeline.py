"""The timeline: policies, designations, sums and promises in lanes of bodies, regions or kinds; a click shows the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import streamlit as st

from app_pages import data, filters, look, nav, texts, timeline_data, where, widgets
from app_pages.timeline_data import Event, Slot
from app_pages.widgets import el
from graph import ontology

MOST_LANES = 14
MOST_EVENTS = 500
_SHAPES = {"policy": "square", "designation": "diamond", "grant": "circle", "promise": "triangle-right"}
_LABELS = {"policy": "Policy", "designation": "DemonstrationZone", "grant": "Grant", "promise": "Measure"}
_BY = ("body", "region", "kind")


def show() -> None:
    """Draw the events that the address asks for, and the words of the one picked."""
    events = timeline_data.load()
    title = el(
        "div", el("h1", texts.say("nav.timeline")), el("p", texts.say("timeline.lead"), cls="quiet"), cls="title-block"
    )
    if not events:
        nothing = widgets.notice(texts.say("timeline.none"), texts.say("overview.absent"))
        widgets.show(el("main", title, nothing, cls="page"), "main")
        return
    counts = Counter(event.kind for event in events)
    kinds = {"all": texts.say("filter.all")}
    kinds |= {kind: f"{_kind(kind)} {counts[kind]}" for kind in timeline_data.KINDS if counts[kind]}
    widgets.show(el("main", title, filters.tabs("what", kinds, texts.say("timeline.what")), cls="page"), "main")
    chosen = filters.value("what", kinds) or "all"
    found, lane_of = _filtered([event for event in events if chosen in ("all", event.kind)])
    if found:
        _show_found(found, lane_of)
    else:
        widgets.show(widgets.notice(texts.say("timeline.no_match"), texts.say("overview.absent")), "timeline.none")


def _kind(kind: str) -> str:
    return texts.say(f"timeline.kind.{kind}")


def _filtered(events: Sequence[Event]) -> tuple[list[Event], Callable[[Event], str]]:
    """The events that pass the filters, which are drawn here, and what names an event's lane."""
    atlas = where.load()
    names = data.things({key for event in events for key in event.bodies})
    years = {year: year for year in sorted({event.since[:4] for event in events})}
    columns = st.columns(5)
    with columns[0]:
        by = filters.choose("by", texts.say("timeline.by"), {name: texts.say(f"timeline.by.{name}") for name in _BY})
    with columns[1]:
        region = filters.choose("region", texts.say("filter.region"), _regions(events, atlas), texts.say("filter.all"))
    with columns[2]:
        body = filters.choose("body", texts.say("filter.body"), _bodies(events, names), texts.say("filter.all"))
    with columns[3]:
        first = filters.choose("since", texts.say("timeline.since"), years, texts.say("filter.all"))
    with columns[4]:
        last = filters.choose("until", texts.say("timeline.until"), years, texts.say("filter.all"))
    found = [
        event for event in events
        if (not region or atlas.inside((*event.bodies, *event.things), region)) and (not body or body in event.bodies)
        and (event.until or event.since)[:4] >= first and (not last or event.since[:4] <= last)
    ]  # fmt: skip
    return found, _lane(by, atlas, names)


def _lane(by: str, atlas: where.Map, names: dict[str, data.Thing]) -> Callable[[Event], str]:
    def lane(event: Event) -> str:
        if by == "kind":
            return _kind(event.kind)
        if by == "body":
            return next((widgets.name_of(names[key]) for key in event.bodies if key in names), "")
        codes = sorted(atlas.of(event.bodies) or atlas.of(event.things))
        known = next(
            (
                atlas.regions[place]
                for code in codes
                for place in (where.province(code), code)
                if place in atlas.regions
            ),
            None,
        )
        return widgets.name_of(known.thing) if known else ""

    return lane


def _regions(events: Iterable[Event], atlas: where.Map) -> dict[str, str]:
    codes = {code for event in events for code in atlas.of((*event.bodies, *event.things))}
    codes |= {where.province(code) for code in codes}
    return {code: widgets.name_of(atlas.regions[code].thing) for code in sorted(codes) if code in atlas.regions}


def _bodies(events: Iterable[Event], names: dict[str, data.Thing]) -> dict[str, str]:
    counts = Counter(key for event in events for key in event.bodies)
    return {
        key: f"{widgets.clip(widgets.name_of(names[key]), 50)} ({n})" for key, n in counts.most_common() if key in names
    }


# ---- chart ----------------------------------------------------------------------------------------------------------


def _show_found(found: Sequence[Event], lane_of: Callable[[Event], str]) -> None:
    shown = found[-MOST_EVENTS:]
    left, right = st.columns([7, 3], gap="medium")
    with left:
        lanes, placed = timeline_data.slots(shown, lane_of, MOST_LANES)
        key = f"timeline.{hash((nav.here(pick=None), look.is_dark()))}"
        st.vega_lite_chart(
            None, _chart(lanes, placed), key=key, width="stretch", selection_mode="pick", alt=texts.say("timeline.alt", n=len(shown)),
            on_select=lambda: _pick(key),
        )  # fmt: skip
        cut = (
            el("p", texts.say("timeline.cut", n=len(shown), all=len(found)), cls="quiet")
            if len(shown) < len(found)
            else None
        )
        widgets.show(el("div", el("p", texts.say("timeline.note"), cls="foot"), cut), "timeline.note")
    with right:
        widgets.show(_panel(found), "timeline.panel")


def _pick(key: str) -> None:
    """What was clicked becomes part of the address; a click beside everything lets go of it."""
    hit = st.session_state[key].selection["pick"]
    nav.go(nav.here(pick=hit[0]["key"] if hit else None))


def _chart(lanes: Sequence[str], placed: Sequence[Slot]) -> dict[str, Any]:
    """A Vega-Lite chart: a bar for each span, a sign at its beginning; wheel and drag zoom along time."""
    words = {"labelFont": look.FONT, "titleFont": look.FONT, "labelColor": look.ink(), "labelFontSize": 12}
    rows = sorted({_row(lanes, slot) for slot in placed})
    y = {
        "field": "row", "type": "ordinal", "sort": rows, "title": None,
        "axis": {**words, "labelExpr": "split(datum.value, '\\u001f')[1]", "labelLimit": 190, "grid": False, "ticks": False, "domain": False},
    }  # fmt: skip
    x = {
        "field": "since",
        "type": "temporal",
        "title": None,
        "axis": {**words, "gridColor": look.soft(), "gridOpacity": 0.4, "orient": "top"},
    }
    return {
        "data": {"values": [_datum(lanes, slot) for slot in placed]},
        "height": {"step": 19}, "background": "transparent", "usermeta": {"embedOptions": {"renderer": "svg"}},
        "config": {"view": {"stroke": None}, "legend": {**words, "orient": "bottom", "symbolSize": 90, "columns": 4}},
        "layer": [_bars(x, y), _signs(x, y)],
    }  # fmt: skip


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
    names = [_kind(kind) for kind in kinds]
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


def _colour() -> dict[str, Any]:
    known = ontology.load().labels
    kinds = list(timeline_data.KINDS)
    names = [_kind(kind) for kind in kinds]
    return {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "scale": {"domain": names, "range": [known[_LABELS[k]].colour for k in kinds]},
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
        "kind": _kind(event.kind), "name": f"{'⚠ ' if event.contested else ''}{widgets.clip(event.name, 80)}",
        "when": texts.period(event.since, event.until), "status": texts.status(event.status),
    }  # fmt: skip


# ---- panel ----------------------------------------------------------------------------------------------------------


def _panel(found: Sequence[Event]) -> widgets.El:
    event = next((one for one in found if one.key == nav.param("pick")), None)
    if event is None:
        return el(
            "div",
            el("h2", texts.say("timeline.how")),
            el("p", texts.say("timeline.how_about"), cls="quiet"),
            cls="beside",
        )
    said = data.statements(event.statements)
    known = data.things((*event.bodies, *event.things))
    head = el(
        "div", el("span", _kind(event.kind), cls="badge"), widgets.status_chip(event.status),
        widgets.time(event.since, event.until), widgets.contested_chip() if event.contested else None, cls="notes",
    )  # fmt: skip
    who = el(
        "div",
        *(el("div", widgets.thing_link(known[key], 60)) for key in (*event.bodies, *event.things) if key in known),
        cls="ends",
    )
    quotes = [
        widgets.quote(place, widgets.status_chip(status), widgets.speaker(speaker), statement=key)
        for key, (status, speaker, place) in sorted(said.items(), key=lambda pair: pair[1][2].date)
    ]
    close = el("a", texts.say("money.close"), href=nav.here(pick=None), cls="more")
    return el(
        "div",
        el("div", head, close, cls="head"),
        who,
        *quotes,
        cls="beside scroll",
        label=texts.say("timeline.panel"),
        role="region",
    )
