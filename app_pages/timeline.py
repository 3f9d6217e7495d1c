"""The timeline: policies, designations, sums and promises in lanes of bodies, regions or kinds; a click shows the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from app_pages import (
    charts,
    data,
    filters,
    look,
    marks,
    nav,
    take,
    texts,
    timeline_chart,
    timeline_data,
    timeline_marks,
    where,
    widgets,
)
from app_pages.timeline_data import Event, Slot
from app_pages.widgets import el
from graph import divisions

MOST_LANES = 14
MOST_ROWS = 6
MOST_EVENTS = 500
_BY = ("body", "region", "kind")


def show() -> None:
    """Draw the events that the address asks for, and the words of the one picked."""
    events = timeline_data.load()
    title = widgets.page_name(texts.say("nav.timeline"), texts.say("timeline.lead"))
    if not events:
        nothing = widgets.notice(texts.say("timeline.none"), texts.say("overview.absent"))
        widgets.show(el("main", title, nothing, cls="page"), "main")
        return
    widgets.show(
        el("main", title, filters.tabs("what", _kinds(events), texts.say("timeline.what")), cls="page"), "main"
    )
    found = _found()
    _show_filters(events, found)
    if found:
        _show_found(found)
    else:
        widgets.show(widgets.notice(texts.say("timeline.no_match"), texts.say("overview.absent")), "timeline.none")


def _kinds(events: Iterable[Event]) -> dict[str, str]:
    counts = Counter(event.kind for event in events)
    kinds = {kind: f"{timeline_chart.kind_name(kind)} {counts[kind]}" for kind in timeline_data.KINDS if counts[kind]}
    return {"all": texts.say("filter.all")} | kinds


def _chosen(events: Sequence[Event]) -> list[Event]:
    """The events of the kind that the address asks for."""
    kind = filters.chosen("what", _kinds(events))
    return [event for event in events if kind in ("all", event.kind)]


def _choices(events: Sequence[Event]) -> dict[str, dict[str, str]]:
    """What there is to choose from, by the name of each filter."""
    years = {year: year for year in sorted({event.since[:4] for event in events})}
    return {"region": _regions(events, where.load()), "body": _about(events), "since": years, "until": years}


def _ways() -> dict[str, str]:
    return {name: texts.say(f"timeline.by.{name}") for name in _BY}


def _show_filters(events: Sequence[Event], found: Sequence[Event]) -> None:
    columns = st.columns([2, 2, 2, 2, 2, 1], vertical_alignment="bottom")
    with columns[0]:
        filters.choose("by", texts.say("timeline.by"), _ways())
    labels = {"region": "filter.region", "body": "timeline.about", "since": "timeline.since", "until": "timeline.until"}
    choices = _choices(_chosen(events))
    for column, (name, label) in zip(columns[1:], labels.items(), strict=False):
        with column:
            filters.choose(name, texts.say(label), choices[name], texts.say("filter.all"))
    with columns[5]:
        if found:
            take.show_button(title(), figure, plate)


def _found() -> list[Event]:
    """The events that pass the filters of the address, in order of time."""
    events, atlas = _chosen(timeline_data.load()), where.load()
    choices = _choices(events)
    region, body, first, last = (filters.chosen(name, choices[name], everything=True) for name in choices)
    return [
        event for event in events
        if (not region or atlas.inside((*event.bodies, *event.things), region)) and (not body or body in (*event.bodies, *event.things))
        and (event.until or event.since)[:4] >= first and (not last or event.since[:4] <= last)
    ]  # fmt: skip


def _slots(found: Sequence[Event], whole: bool = False) -> tuple[list[str], list[Slot]]:
    """The lanes that the address asks for, and the events in them; full ones told by years unless the `whole` is wanted."""
    names = data.things({key for event in found for key in event.bodies})
    lane_of = _lane(filters.chosen("by", _ways()), where.load(), names)
    events = timeline_data.gathered(found[-MOST_EVENTS:], lane_of)
    rows = MOST_EVENTS if whole else MOST_ROWS
    return timeline_data.slots(events, lane_of, MOST_LANES, rows, nav.param("open"))


def title() -> str:
    """What the timeline is called."""
    return texts.say("nav.timeline")


def figure(notes: bool) -> charts.Chart:
    """The timeline that the address asks for, on white."""
    return timeline_chart.figure(*_slots(_found()), notes)


def plate() -> marks.Plate:
    """The timeline that the address asks for, for a page that draws it itself and in which no lane can be opened."""
    return timeline_marks.make(*_slots(_found(), whole=True))


def _lane(by: str, atlas: where.Map, names: dict[str, data.Thing]) -> Callable[[Event], str]:
    def lane(event: Event) -> str:
        if by == "kind":
            return timeline_chart.kind_name(event.kind)
        if by == "body":
            return next((widgets.name_of(names[key]) for key in event.bodies if key in names), "")
        codes = sorted(atlas.of(event.bodies) or atlas.of(event.things))
        known = next(
            (
                atlas.regions[place]
                for code in codes
                for place in (divisions.province(code), code)
                if place in atlas.regions
            ),
            None,
        )
        return widgets.name_of(known.thing) if known else ""

    return lane


def _regions(events: Iterable[Event], atlas: where.Map) -> dict[str, str]:
    codes = {code for event in events for code in atlas.of((*event.bodies, *event.things))}
    codes |= {divisions.province(code) for code in codes}
    return {code: widgets.name_of(atlas.regions[code].thing) for code in sorted(codes) if code in atlas.regions}


def _about(events: Sequence[Event]) -> dict[str, str]:
    """The bodies that act, those with most first, and whatever other thing the address names."""
    given = nav.param("body")
    counts = Counter(key for event in events for key in event.bodies)
    counts[given] = counts[given] or sum(given in event.things for event in events)
    known = data.things({*(key for event in events for key in event.bodies), given})
    return {
        key: f"{widgets.clip(widgets.name_of(known[key]), 50)} ({n})"
        for key, n in counts.most_common() if n and key in known
    }  # fmt: skip


# ---- chart ----------------------------------------------------------------------------------------------------------


def _show_found(found: Sequence[Event]) -> None:
    shown = found[-MOST_EVENTS:]
    left, right = st.columns([7, 3], gap="medium")
    with left:
        lanes, placed = _slots(found)
        widgets.show(_folded(timeline_data.folded(placed)), "timeline.folded")
        key = f"timeline.{hash((nav.here(pick=None), look.is_dark()))}"
        st.vega_lite_chart(
            None, timeline_chart.make(lanes, placed), key=key, width="stretch", selection_mode="pick", alt=texts.say("timeline.alt", n=len(shown)),
            on_select=lambda: _pick(key),
        )  # fmt: skip
        cut = (
            el("p", texts.say("timeline.cut", n=len(shown), all=len(found)), cls="quiet")
            if len(shown) < len(found)
            else None
        )
        widgets.show(el("div", el("p", texts.say("timeline.note"), cls="foot"), cut), "timeline.note")
    with right:
        widgets.show(_panel([*(slot.event for slot in placed), *found]), "timeline.panel")


def _folded(lanes: Mapping[str, int]) -> widgets.El:
    """The lanes that tell their events together, to be opened, and the one that is open."""
    opened = nav.param("open")
    chips = [
        el("a", f"{widgets.clip(lane or texts.say('timeline.others'), 20)} {n}", cls="chip",
           href=nav.here(open=lane or timeline_data.OTHERS, pick=None)) for lane, n in lanes.items()
    ]  # fmt: skip
    if opened:
        name = texts.say("timeline.others") if opened == timeline_data.OTHERS else widgets.clip(opened, 20)
        chips.insert(0, el("a", f"{name} ×", cls="chip", href=nav.here(open=None, pick=None), current="true"))
    told = el("span", texts.say("timeline.folded"), cls="quiet")
    return el("div", told, *chips, cls="chips") if chips else el("div")


def _pick(key: str) -> None:
    """What was clicked becomes part of the address; a click beside everything lets go of it."""
    hit = st.session_state[key].selection["pick"]
    nav.go(nav.here(pick=hit[0]["key"] if hit else None))


# ---- panel ----------------------------------------------------------------------------------------------------------


def _panel(found: Sequence[Event]) -> widgets.El:
    picked = nav.param("pick")
    event = next((one for one in found if one.key == picked), None)
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
        "div", el("span", timeline_chart.kind_name(event.kind), cls="badge"), widgets.status_chip(event.status),
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
