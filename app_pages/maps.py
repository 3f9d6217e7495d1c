"""The map: cities at their seats, provinces and cities as tiles, by a measure; a click shows what stands behind a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from app_pages import (
    charts,
    data,
    filters,
    look,
    map_chart,
    map_data,
    map_figure,
    map_marks,
    map_tiles,
    marks,
    nav,
    take,
    texts,
    where,
    widgets,
)
from app_pages.map_data import Flow, Item
from app_pages.widgets import el
from graph import divisions, errors

_SHAPES = ("points", "provinces", "cities")
_FLOWS = ("money", "cooperation")
_AT_ONCE = 20


def show() -> None:
    """Draw the map that the address asks for, and what stands behind the place or line picked."""
    items, flows = map_data.load()
    atlas = where.load()
    title = widgets.page_name(texts.say("nav.map"), texts.say("map.lead"))
    widgets.show(el("main", title, filters.tabs("shape", _shapes(), texts.say("map.shapes")), cls="page"), "main")
    if not items or not atlas.regions:
        widgets.show(widgets.notice(texts.say("map.none"), texts.say("overview.absent")), "map.none")
        return
    _show_map(_seen(tell=True), flows)


def _seen(tell: bool = False) -> map_figure.Drawn:
    """What the address asks for; whether the page may say what is wrong with it."""
    items, flows = map_data.load()
    atlas = where.load()
    shape = filters.chosen("shape", _shapes())
    measure = filters.chosen("measure", _measures())
    found = map_data.of_measure(items, measure)
    kind = filters.chosen("flows", _kinds(), everything=True) if shape == "points" else ""
    province = filters.chosen("province", _provinces(found, atlas)) if shape == "cities" else ""
    lines = [flow for flow in flows if flow.kind == kind]
    borders = _boundaries(tell) if shape == "points" else []
    return map_figure.Drawn(shape, measure, found, lines, atlas, province, borders)


def _shapes() -> dict[str, str]:
    return {shape: texts.say(f"map.shape.{shape}") for shape in _SHAPES}


def _measures() -> dict[str, str]:
    return {measure: texts.say(f"map.measure.{measure}") for measure in map_data.MEASURES}


def _kinds() -> dict[str, str]:
    return {kind: _kind(kind) for kind in _FLOWS}


def figure(notes: bool) -> charts.Chart:
    """The map that the address asks for, on white."""
    return map_figure.make(_seen(), notes)


def plate() -> marks.Plate:
    """The map that the address asks for, for a page that draws it itself."""
    return map_marks.make(_seen())


def _show_map(drawn: map_figure.Drawn, flows: Sequence[Flow]) -> None:
    columns = st.columns([3, 3, 2, 1], vertical_alignment="bottom")
    with columns[0]:
        filters.choose("measure", texts.say("map.measure"), _measures())
    with columns[1]:
        if drawn.shape == "points":
            filters.choose("flows", texts.say("map.flows"), _kinds(), texts.say("map.flows.none"))
        elif drawn.shape == "cities":
            filters.choose("province", texts.say("map.province"), _provinces(drawn.found, drawn.atlas))
    with columns[3]:
        take.show_button(map_figure.title(drawn), figure, plate)
    left, right = st.columns([7, 4], gap="medium")
    with left:
        _show_chart(drawn)
    with right:
        widgets.show(_panel(drawn.shape, drawn.measure, drawn.found, flows, drawn.atlas), "map.panel")


def _kind(flow: str) -> str:
    return texts.say(f"map.flows.{flow}")


def _provinces(found: Sequence[Item], atlas: where.Map) -> dict[str, str]:
    """The provinces that have cities, those with most first; a municipality has none."""
    divided = {divisions.province(code) for code in atlas.regions if code.endswith("00") and not code.endswith("0000")}
    held = Counter(code for item in found for code in {divisions.province(own) for own in item.codes})
    return {
        code: map_chart.short_name(code) for code in sorted(divided & held.keys(), key=lambda code: (-held[code], code))
    }


def _show_chart(drawn: map_figure.Drawn) -> None:
    key = f"map.{hash((nav.here(pick=None), look.is_dark()))}"
    said = ""
    if drawn.shape == "points":
        placed = map_chart.signs(drawn.found, drawn.atlas)
        if not placed and not drawn.flows:
            _show_nowhere(drawn)
            return
        spec = map_chart.points(placed, drawn.flows, drawn.atlas, drawn.borders)
        said = texts.say("map.away", n=sum(sign["away"] for sign in placed))
    else:
        spec = map_tiles.tiles(map_tiles.cells(drawn.shape, drawn.found, drawn.atlas, drawn.province))
    st.vega_lite_chart(
        None, spec, key=key, width="stretch", selection_mode=map_chart.picks(spec), on_select=lambda: _pick(key),
        alt=texts.say("map.alt", n=len(drawn.found)),
    )  # fmt: skip
    own = map_data.boundary_file() if drawn.shape == "points" else ""
    note = texts.say("map.boundary", name=widgets.clip(own, 120)) if own else texts.say("map.no_boundary")
    widgets.show(el("p", texts.say(f"map.note.{drawn.shape}"), " ", said, " ", note, cls="foot"), "map.note")


def _show_nowhere(drawn: map_figure.Drawn) -> None:
    """Say why no point can be drawn, and what to do: nothing is counted, or nobody knows where it lies."""
    if not drawn.found:
        nothing = widgets.notice(texts.say("map.nothing_counted"), texts.say("map.nothing_counted_help"))
        widgets.show(nothing, "map.nowhere")
        return
    tiles = el("a", texts.say("map.shape.provinces"), " →", cls="button", href=nav.here(shape="provinces", pick=None))
    told = widgets.notice(texts.say("map.no_seats"), texts.say("map.no_seats_help"))
    widgets.show(el("div", told, el("div", tiles, cls="buttons middle")), "map.nowhere")


def _boundaries(tell: bool) -> list[list[tuple[float, float]]]:
    """The deployer's own boundaries; where the file cannot be read the page says so and the rest is drawn."""
    path = map_data.boundary_file()
    if not path:
        return []
    try:
        return map_data.boundaries(path)
    except errors.PolicyGraphError as error:
        if tell:
            widgets.show(el("p", "⚠ ", texts.own(str(error)), cls="late"), "map.boundaries")
        return []


def _pick(key: str) -> None:
    """What was clicked becomes part of the address."""
    hits = [hit[0]["key"] for hit in st.session_state[key].selection.values() if hit]
    nav.go(nav.here(pick=hits[0] if hits else None, n=None))


# ---- panel ----------------------------------------------------------------------------------------------------------


def _panel(shape: str, measure: str, found: Sequence[Item], flows: Sequence[Flow], atlas: where.Map) -> widgets.El:
    key = nav.param("pick")
    flow = next((one for one in flows if one.key == key), None)
    if flow is not None:
        return _beside(_flow_title(flow, atlas), [_statements(flow.statements)])
    items = map_data.behind(shape, found, key)
    if not key or (not items and key not in atlas.regions):
        return el("div", el("h2", texts.say("map.how")), el("p", texts.say("map.how_about"), cls="quiet"), cls="beside")
    head = _head(key, measure, items, atlas)
    shown = items[: filters.number("n", _AT_ONCE, 2000)]
    rest = len(items) - len(shown)
    more = (
        el("a", texts.say("ledger.more", n=rest), cls="more", href=nav.here(n=len(shown) + _AT_ONCE)) if rest else None
    )
    body = _sums(shown) if measure == "money" else [_item(item) for item in shown]
    return _beside(head, [*(body or [el("p", texts.say("map.nothing"), cls="quiet")]), more])


def _head(key: str, measure: str, items: Sequence[Item], atlas: where.Map) -> widgets.El:
    """A place with how much is there; of a zone, which stands for itself, its kind."""
    zone = next((item.thing for item in items if item.thing and item.key == key), None)
    if zone:
        return el("h2", widgets.kind_chip(zone.label))
    name = widgets.thing_link(atlas.regions[key].thing) if key in atlas.regions else map_chart.short_name(key)
    return el("h2", name, el("small", " ", texts.say(f"map.unit.{measure}", n=map_chart.figure(measure, items))))


def _beside(head: widgets.El, body: Sequence[widgets.Kid]) -> widgets.El:
    close = el("a", texts.say("money.close"), href=nav.here(pick=None), cls="more")
    return el(
        "div",
        el("div", head, close, cls="head"),
        *body,
        cls="beside scroll",
        label=texts.say("map.panel"),
        role="region",
    )


def _flow_title(flow: Flow, atlas: where.Map) -> widgets.El:
    return el("h2", f"{_kind(flow.kind)}：{map_chart.flow_name(flow, atlas)}")


def _sums(items: Sequence[Item]) -> list[widgets.El]:
    return widgets.grant_list(data.grants([key for item in items for key in item.statements]))


def _item(item: Item) -> widgets.El:
    head = el("h3", widgets.thing_link(item.thing, 60)) if item.thing else None
    return el("section", head, _statements(item.statements), cls="placed")


def _statements(keys: Sequence[str]) -> widgets.El:
    """The words of statements, the first two shown and the rest folded."""
    said = data.statements(keys)
    quotes = [
        widgets.quote(place, widgets.status_chip(status), widgets.speaker(speaker), statement=key)
        for key, (status, speaker, place) in sorted(said.items(), key=lambda pair: (pair[1][2].date, pair[0]))
    ]
    return el("div", *quotes[:2], widgets.others(quotes[2:]))
