"""The timeline: policies, designations, sums and promises in lanes of bodies, regions or kinds; a click shows the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from app_pages import data, filters, look, nav, take, texts, timeline_chart, timeline_data, where, widgets
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
    title = el(
        "div", el("h1", texts.say("nav.timeline")), el("p", texts.say("timeline.lead"), cls="quiet"), cls="title-block"
    )
    if not events:
        nothing = widgets.notice(texts.say("timeline.none"), texts.say("overview.absent"))
        widgets.show(el("main", title, nothing, cls="page"), "main")
        return
    counts = Counter(event.kind for event in events)
    kinds = {"all": texts.say("filter.all")}
    kinds |= {kind: f"{timeline_chart.kind_name(kind)} {counts[kind]}" for kind in timeline_data.KINDS if counts[kind]}
    widgets.show(el("main", title, filters.tabs("what", kinds, texts.say("timeline.what")), cls="page"), "main")
    chosen = filters.value("what", kinds) or "all"
    found, lane_of = _filtered([event for event in events if chosen in ("all", event.kind)])
    if found:
        _show_found(found, lane_of)
    else:
        widgets.show(widgets.notice(texts.say("timeline.no_match"), texts.say("overview.absent")), "timeline.none")


def _filtered(events: Sequence[Event]) -> tuple[list[Event], Callable[[Event], str]]:
    """The events that pass the filters, which are drawn here, and what names an event's lane."""
    atlas = where.load()
    names = data.things({key for event in events for key in event.bodies})
    years = {year: year for year in sorted({event.since[:4] for event in events})}
    columns = st.columns([2, 2, 2, 2, 2, 1], vertical_alignment="bottom")
    with columns[0]:
        by = filters.choose("by", texts.say("timeline.by"), {name: texts.say(f"timeline.by.{name}") for name in _BY})
    with columns[1]:
        region = filters.choose("region", texts.say("filter.region"), _regions(events, atlas), texts.say("filter.all"))
    with columns[2]:
        body = filters.choose("body", texts.say("timeline.about"), _about(events, names), texts.say("filter.all"))
    with columns[3]:
        first = filters.choose("since", texts.say("timeline.since"), years, texts.say("filter.all"))
    with columns[4]:
        last = filters.choose("until", texts.say("timeline.until"), years, texts.say("filter.all"))
    found = [
        event for event in events
        if (not region or atlas.inside((*event.bodies, *event.things), region)) and (not body or body in (*event.bodies, *event.things))
        and (event.until or event.since)[:4] >= first and (not last or event.since[:4] <= last)
    ]  # fmt: skip
    lane_of = _lane(by, atlas, names)
    with columns[5]:
        if found:
            take.show_button(
                texts.say("nav.timeline"), lambda notes: timeline_chart.figure(*_slots(found, lane_of), notes)
            )
    return found, lane_of


def _slots(found: Sequence[Event], lane_of: Callable[[Event], str]) -> tuple[list[str], list[Slot]]:
    events = timeline_data.gathered(found[-MOST_EVENTS:], lane_of)
    return timeline_data.slots(events, lane_of, MOST_LANES, MOST_ROWS, nav.param("open"))


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


def _about(events: Iterable[Event], names: dict[str, data.Thing]) -> dict[str, str]:
    """The bodies that act, those with most first, and whatever other thing the address names."""
    given = nav.param("body")
    counts = Counter(key for event in events for key in event.bodies)
    counts[given] = counts[given] or sum(given in event.things for event in events)
    known = names if given in names else names | data.things([given])
    return {
        key: f"{widgets.clip(widgets.name_of(known[key]), 50)} ({n})"
        for key, n in counts.most_common() if n and key in known
    }  # fmt: skip


# ---- chart ----------------------------------------------------------------------------------------------------------


def _show_found(found: Sequence[Event], lane_of: Callable[[Event], str]) -> None:
    shown = found[-MOST_EVENTS:]
    left, right = st.columns([7, 3], gap="medium")
    with left:
        lanes, placed = _slots(found, lane_of)
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
