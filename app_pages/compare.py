"""Comparing two to five regions or zones: a matrix in which each cell opens what it rests on, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages import compare_data, data, downloads, grids, marks, nav, texts, where, widgets
from app_pages.compare_data import Cell, Row
from app_pages.widgets import el

_AT_ONCE = 20


def show() -> None:
    """Draw the comparison of the places in the address, and the words of the cell picked."""
    title = widgets.page_name(texts.say("nav.compare"), texts.say("compare.lead"))
    widgets.show(el("main", title, cls="page"), "main")
    counts = compare_data.choices()
    if len(counts) < 2:
        widgets.show(widgets.notice(texts.say("compare.none"), texts.say("overview.absent")), "compare.none")
        return
    names = _names(counts)
    places = _places(names)
    _show_choice(places, names, counts)
    if len(places) < 2:
        _show_examples(names, counts)
    else:
        _show_matrix(places, names)


def grid() -> grids.Grid | None:
    """The comparison that the address names as a table for a page that draws it itself, if it names two places."""
    names = _names(compare_data.choices())
    places = _places(names)
    if len(places) < 2:
        return None
    rows = [row for row in compare_data.load(places) if row.differs or nav.param("only") != "1"]
    heads = [texts.say("compare.dimension"), texts.say("compare.row"), *(names[place] for place in places)]
    return grids.Grid(heads, [_written(row, [names[place] for place in places]) for row in rows], texts.say("overview.absent"))  # fmt: skip


def _written(row: Row, places: Sequence[str]) -> grids.Row:
    cells = [(figure(row, cell), cell.high) if cell.high else "—" for cell in row.cells]
    opened = [
        marks.Entry(place, cell.statements) for place, cell in zip(places, row.cells, strict=True) if cell.statements
    ]
    return grids.Row([_dimension(row.dimension), row_name(row), *cells], opened)


def _places(names: Mapping[str, str]) -> list[str]:
    return [place for place in nav.params("place") if place in names][: compare_data.MOST_PLACES]


def _names(counts: Mapping[str, int]) -> dict[str, str]:
    regions = where.load().regions
    zones = data.things(key for key in counts if "/" in key)
    found = {place: regions[place].thing if place in regions else zones.get(place) for place in counts}
    return {place: widgets.clip(widgets.name_of(thing), 60) for place, thing in found.items() if thing}


def _show_choice(places: list[str], names: Mapping[str, str], counts: Mapping[str, int]) -> None:
    key = f"compare.{'|'.join(places)}.{texts.lang()}"
    ordered = sorted(names, key=lambda place: ("/" in place, -counts[place], place))
    st.multiselect(
        texts.say("compare.choose"), ordered, default=places, key=key, max_selections=compare_data.MOST_PLACES,
        format_func=lambda place: names[place], placeholder=texts.say("compare.hint"), on_change=lambda: _choose(st.session_state[key]),
    )  # fmt: skip


def _choose(places: list[str]) -> None:
    nav.go(nav.href("compare", place=places, only=nav.param("only")))


def _show_examples(names: Mapping[str, str], counts: Mapping[str, int]) -> None:
    """What to do first: two of the best documented regions and zones as links."""
    provinces = [place for place in names if place.endswith("0000")]
    zones = [place for place in names if "/" in place]
    pairs = [sorted(found, key=lambda place: -counts[place])[:3] for found in (provinces, zones) if len(found) > 1]
    links = [
        el("a", texts.listed(names[place] for place in pair), cls="chip", href=nav.href("compare", place=pair))
        for pair in pairs
    ]
    widgets.show(
        el(
            "div",
            widgets.notice(texts.say("compare.start"), texts.say("compare.start_about")),
            el("div", *links, cls="chips middle"),
        ),
        "compare.start",
    )


# ---- matrix ---------------------------------------------------------------------------------------------------------


def _show_matrix(places: Sequence[str], names: Mapping[str, str]) -> None:
    rows = compare_data.load(places)
    only = nav.param("only") == "1"
    shown = [row for row in rows if row.differs or not only]
    left, right = st.columns([7, 4], gap="medium")
    with left:
        switch = [
            el(
                "a",
                texts.say("filter.all"),
                cls="chip",
                href=nav.here(only=None, pick=None),
                current=None if only else "true",
            ),
            el(
                "a",
                texts.say("compare.only"),
                cls="chip",
                href=nav.here(only=1, pick=None),
                current="true" if only else None,
            ),
        ]
        table = _table(shown, places, names) if shown else el("p", texts.say("compare.alike"), cls="quiet")
        widgets.show(
            el(
                "div",
                el("div", *switch, cls="chips", label=texts.say("compare.only")),
                table,
                el("p", texts.say("overview.absent"), cls="foot"),
            ),
            "compare",
        )
        _show_files(rows, places, names)
    with right:
        widgets.show(_panel(rows, places, names), "compare.panel")


def _table(rows: Sequence[Row], places: Sequence[str], names: Mapping[str, str]) -> widgets.El:
    head = el("tr", el("th"), *(el("th", el("bdi", names[place]), cls="place") for place in places))
    body: list[widgets.Kid] = []
    for dimension in compare_data.DIMENSIONS:
        found = [row for row in rows if row.dimension == dimension]
        if found:
            body += [
                el("tr", el("th", _dimension(dimension), cls="dimension"), *(el("th") for _ in places)),
                *(_row(row, places) for row in found),
            ]
    return el("div", el("table", el("thead", head), el("tbody", *body), cls="table matrix"), cls="wide-table")


def _row(row: Row, places: Sequence[str]) -> widgets.El:
    most = max(cell.high for cell in row.cells)
    sign = el("span", " ≠", cls="differs", title=texts.say("compare.differs")) if row.differs else None
    return el(
        "tr",
        el("td", row_name(row), sign),
        *(_cell(row, place, cell, most) for place, cell in zip(places, row.cells, strict=True)),
    )


def _cell(row: Row, place: str, cell: Cell, most: float) -> widgets.El:
    if not cell.high:
        return el("td", "—", cls="number quiet", title=texts.say("overview.absent"))
    key = f"{row.dimension}:{row.name}:{place}"
    link = el(
        "a", figure(row, cell), href=nav.here(pick=key, n=None), current="true" if nav.param("pick") == key else None
    )
    return el("td", link, cls=f"number heat{round(1 + 3 * cell.high / most)}")


def _dimension(name: str) -> str:
    return texts.say(f"compare.dimension.{name}")


def row_name(row: Row) -> str:
    """The name of a row in the page's language."""
    if row.dimension == "instrument":
        return texts.instrument(row.name)
    if row.dimension == "money":
        return texts.say(f"money.sort.{row.name}")
    return texts.status(row.name) if row.dimension == "status" else texts.kind(row.name)


def figure(row: Row, cell: Cell) -> str:
    """What a cell says: a count, or a sum of money, as a range where figures disagree."""
    if row.dimension != "money":
        return f"{cell.high:,.0f}"
    return texts.money(cell.low, most=cell.high)


def _show_files(rows: Sequence[Row], places: Sequence[str], names: Mapping[str, str]) -> None:
    head = [texts.say("compare.dimension"), texts.say("compare.row"), *(names[place] for place in places)]
    cells = [
        [_dimension(row.dimension), row_name(row), *(figure(row, cell) if cell.high else None for cell in row.cells)]
        for row in rows
    ]
    downloads.show("compare", head, cells)


# ---- panel ----------------------------------------------------------------------------------------------------------


def _panel(rows: Sequence[Row], places: Sequence[str], names: Mapping[str, str]) -> widgets.El:
    hit = [(row, place, cell) for row in rows for place, cell in zip(places, row.cells, strict=True)
           if cell.high and nav.param("pick") == f"{row.dimension}:{row.name}:{place}"]  # fmt: skip
    if not hit:
        return el(
            "div",
            el("h2", texts.say("compare.how")),
            el("p", texts.say("compare.how_about"), cls="quiet"),
            cls="beside docked",
        )
    row, place, cell = hit[0]
    close = el("a", texts.say("money.close"), href=nav.here(pick=None, n=None), cls="more")
    head = el("div", el("h2", f"{names[place]} · {row_name(row)} {figure(row, cell)}"), close, cls="head")
    known = data.things(cell.things)
    things = (
        el("div", *(el("div", widgets.thing_link(thing, 60)) for thing in known.values()), cls="ends")
        if known
        else None
    )
    body = widgets.grant_list(data.grants(cell.statements)) if row.dimension == "money" else _quotes(cell.statements)
    return el("div", head, things, *body, cls="beside docked scroll", label=texts.say("compare.panel"), role="region")


def _quotes(keys: Sequence[str]) -> list[widgets.Kid]:
    said = sorted(data.statements(keys).items(), key=lambda pair: (pair[1][2].date, pair[0]), reverse=True)
    places = {(place.document, place.start): (key, status, who, place) for key, (status, who, place) in said}
    quotes: list[widgets.Kid] = [
        widgets.quote(place, widgets.status_chip(status), widgets.speaker(who), statement=key)
        for key, status, who, place in places.values()
    ]
    return [*quotes[:_AT_ONCE], widgets.others(quotes[_AT_ONCE:])]
