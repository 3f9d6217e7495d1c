"""Money: how it runs from fund to giver to beneficiary, each ribbon opening its words; what disagrees is never summed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from app_pages import (
    charts,
    data,
    downloads,
    filters,
    look,
    marks,
    money_data,
    money_marks,
    nav,
    sankey,
    take,
    texts,
    where,
    widgets,
)
from app_pages.money_data import Ribbon, Sum
from app_pages.widgets import el
from graph import divisions, ontology

AT_ONCE = 40
MOST = 5000
_SIDES = ("funds", "agencies", "beneficiaries")

_COLUMNS = (
    "year", "fund", "giver", "beneficiary", "amount", "amount_from", "currency", "unit", "projects", "kind", "status", "contested",
    "speaker", "words", "document", "date", "start", "end", "id",
)  # fmt: skip


def show() -> None:
    """Draw the sort of money, the year and the part of it that the address names."""
    title = widgets.page_name(texts.say("nav.money"), texts.say("money.lead"))
    if not money_data.load():
        nothing = widgets.notice(texts.say("money.none"), texts.say("overview.absent"))
        widgets.show(el("main", title, nothing, cls="page"), "main")
        return
    about = el("p", texts.say(f"money.about.{_sort()}"), cls="quiet")
    tabs = filters.tabs("sort", _sorts(), texts.say("money.sorts"))
    widgets.show(el("main", title, tabs, about, cls="page"), "main")
    _show_filters()
    found = _found()
    if not found:
        widgets.show(widgets.notice(texts.say("money.no_match"), texts.say("overview.absent")), "money.none")
        return
    if _sort() in money_data.FLOWS:
        _show_flows(found)
    _show_table(_sort(), found)


def _sorts() -> dict[str, str]:
    counts = Counter(map(money_data.sort_of, money_data.load()))
    return {sort: f"{texts.say(f'money.sort.{sort}')} {counts[sort]}" for sort in money_data.SORTS if counts[sort]}


def _sort() -> str:
    return filters.chosen("sort", _sorts())


def _grants() -> list[data.Grant]:
    sort = _sort()
    return [grant for grant in money_data.load() if money_data.sort_of(grant) == sort]


def _choices(grants: Sequence[data.Grant]) -> dict[str, dict[str, str]]:
    """What there is to choose from, by the name of each filter."""
    years = {str(year): str(year) for year in sorted({g.year for g in grants if g.year}, reverse=True)}
    currencies = {name: texts.currency(name) for name, _ in Counter(g.currency for g in grants).most_common()}
    return {"year": years, "region": _regions(grants, where.load()), "thing": _things(grants), "currency": currencies}


def _show_filters() -> None:
    choices = _choices(_grants())
    labels = {"year": "money.year", "region": "filter.region", "thing": "money.thing"}
    labels |= {"currency": "money.currency"} if len(choices["currency"]) > 1 else {}
    for column, (name, label) in zip(st.columns(len(labels)), labels.items(), strict=True):
        with column:
            everything = "" if name == "currency" else texts.say("filter.all")
            filters.choose(name, texts.say(label), choices[name], everything)


def _found() -> list[Sum]:
    """The sums that pass the filters of the address."""
    grants, atlas = _grants(), where.load()
    choices = _choices(grants)
    year, region, thing = (filters.chosen(name, choices[name], everything=True) for name in ("year", "region", "thing"))
    currency = filters.chosen("currency", choices["currency"])
    return money_data.sums(
        g for g in grants
        if g.currency == currency and year in ("", str(g.year)) and (not region or atlas.inside(_ends(g), region))
        and (not thing or thing in _ends(g))
    )  # fmt: skip


def _ribbons(found: Sequence[Sum]) -> list[Ribbon]:
    """The flows of these sums; none where their sort of money has no width."""
    return money_data.ribbons(found[: money_data.MOST_SUMS]) if _sort() in money_data.FLOWS else []


def figure(notes: bool) -> charts.Chart:
    """The flows that the address asks for, on white."""
    return sankey.figure(_ribbons(_found()), notes)


def title() -> str:
    """What the flows that the address asks for are called."""
    return f"{texts.say('nav.money')} · {texts.say(f'money.sort.{_sort()}')}"


def plate() -> marks.Plate:
    """The flows that the address asks for, for a page that draws them itself."""
    return money_marks.make(_ribbons(_found()))


def _ends(grant: data.Grant) -> list[str]:
    return [thing.id for side in _SIDES for thing in getattr(grant, side)]


def _regions(grants: Iterable[data.Grant], atlas: where.Map) -> dict[str, str]:
    codes = {code for grant in grants for code in atlas.of(_ends(grant))}
    codes |= {divisions.province(code) for code in codes}
    return {code: widgets.name_of(atlas.regions[code].thing) for code in sorted(codes) if code in atlas.regions}


def _things(grants: Iterable[data.Grant]) -> dict[str, str]:
    found = [thing for grant in grants for side in _SIDES for thing in getattr(grant, side)]
    counts = Counter(thing.id for thing in found)
    names = {thing.id: widgets.clip(widgets.name_of(thing), 50) for thing in found}
    return {key: f"{names[key]} ({n})" for key, n in counts.most_common()}


# ---- flows ----------------------------------------------------------------------------------------------------------


def _show_flows(found: Sequence[Sum]) -> None:
    drawn = _ribbons(found)
    if not drawn:
        widgets.show(el("p", texts.say("money.no_flow"), cls="quiet"), "money.flow")
        return
    left, right = st.columns([7, 4], gap="medium")
    with left:
        _show_chart(drawn)
        hidden = len(found) - money_data.MOST_SUMS
        rest = el("p", texts.say("money.smaller", n=hidden), cls="quiet") if hidden > 0 else None
        widgets.show(el("div", el("p", texts.say("money.width"), cls="foot"), rest), "money.note")
    with right:
        with st.columns([2, 1])[1]:
            take.show_button(title(), figure, plate)
        widgets.show(_panel(drawn), "money.panel")


def _show_chart(drawn: Sequence[Ribbon]) -> None:
    stops = list({stop.key: stop for ribbon in drawn for stop in (ribbon.source, ribbon.target)}.values())
    tallest = max(Counter(stop.depth for stop in stops).values())
    key = f"flows.{hash((nav.here(pick=None), look.is_dark()))}"
    st.echarts_chart(
        _chart(drawn, stops), height=min(max(300, (64 if texts.lang() == "zh" else 76) * tallest + 60), 1400), key=key, renderer="svg",
        on_select=lambda: _pick(drawn, stops, key), alt=texts.say("money.alt", n=len(drawn)),
    )  # fmt: skip


def _pick(drawn: Sequence[Ribbon], stops: Sequence[money_data.Stop], key: str) -> None:
    """What was clicked becomes part of the address; a second click lets go of it."""
    hit = [
        (part["data_type"], index)
        for part in st.session_state[key].selection["selected"]
        for index in part["data_indices"]
    ]
    keys = [(drawn if kind == "edge" else stops)[index].key for kind, index in hit]
    nav.go(nav.here(pick=keys[0] if keys else None))


def _chart(drawn: Sequence[Ribbon], stops: Sequence[money_data.Stop]) -> dict[str, Any]:
    """The option object of a Sankey diagram. Names are drawn as text, on canvas or as SVG text, never as markup."""
    words = {"fontFamily": look.FONT, "fontSize": 12.5, "color": look.ink()}
    return {
        "textStyle": words, "animation": False,
        "tooltip": {"renderMode": "richText", "formatter": "{b}", "confine": True},
        "series": [{
            "type": "sankey", "selectedMode": "single", "left": 4, "right": "25%", "top": 8, "bottom": 22, "nodeGap": 46 if texts.lang() == "zh" else 56, "nodeWidth": 14,
            "draggable": False, "layoutIterations": 32, "emphasis": {"focus": "trajectory"},
            "select": {"lineStyle": {"opacity": 0.85}, "itemStyle": {"borderColor": look.ink(), "borderWidth": 2}},
            "data": [_node(stop, drawn, words) for stop in stops],
            "links": [_link(ribbon) for ribbon in drawn],
        }],
    }  # fmt: skip


def _node(stop: money_data.Stop, drawn: Sequence[Ribbon], words: dict[str, Any]) -> dict[str, Any]:
    sums = money_data.picked(drawn, stop.key)
    doubt = "⚠ " if any(one.contested for one in sums) else ""
    name = look.plain(texts.listed(widgets.name_of(thing) for thing in stop.things))
    return {
        "name": stop.key, "depth": stop.depth, "itemStyle": {"color": ontology.load().labels[stop.things[0].label].colour, "borderWidth": 0},
        "label": {**words, "formatter": f"{doubt}{widgets.clip(name, 24)}\n{money_data.figures(sums)}", "position": "right", "lineHeight": 16,
                  "textBorderColor": look.paper(), "textBorderWidth": 3, "width": 178 if texts.lang() == "zh" else 210, "overflow": "break"},
        "tooltip": {"formatter": widgets.clip(look.plain(texts.listed(widgets.both(thing) for thing in stop.things)), 80)},
    }  # fmt: skip


def _link(ribbon: Ribbon) -> dict[str, Any]:
    shown = f"{'⚠ ' if ribbon.contested else ''}{money_data.figures(ribbon.sums)}"
    return {
        "source": ribbon.source.key, "target": ribbon.target.key, "value": ribbon.amount,
        "lineStyle": {"color": look.warn() if ribbon.contested else look.soft(), "opacity": 0.38 if ribbon.contested else 0.5},
        "tooltip": {"formatter": look.plain(shown)},
    }  # fmt: skip


def _panel(drawn: Sequence[Ribbon]) -> widgets.El:
    key = nav.param("pick")
    found = money_data.picked(drawn, key)
    if not found:
        return el(
            "div", el("h2", texts.say("money.how")), el("p", texts.say("money.how_about"), cls="quiet"), cls="beside"
        )
    grants = [grant for one in found for grant in one.grants]
    close = el("a", texts.say("money.close"), href=nav.here(pick=None), cls="more")
    head = el("div", el("h2", money_data.figures(found)), close, cls="head")
    return el(
        "div", head, *widgets.grant_list(grants), cls="beside scroll", label=texts.say("money.panel"), role="region"
    )


# ---- table ----------------------------------------------------------------------------------------------------------


def _show_table(sort: str, found: Sequence[Sum]) -> None:
    rows = [(grant, one) for one in found for grant in one.grants]
    shown = rows[: filters.number("n", AT_ONCE, MOST)]
    names = ("year", "fund", "giver", "beneficiary", "amount", "speaker", "words")
    head = el(
        "tr", *(el("th", texts.say(f"money.column.{name}"), cls="number" if name == "amount" else "") for name in names)
    )
    table = el("table", el("thead", head), el("tbody", *(_row(grant, one) for grant, one in shown)), cls="table")
    more = el(
        "a",
        texts.say("ledger.more", n=len(rows) - len(shown)),
        cls="button quiet",
        href=nav.here(n=len(shown) + AT_ONCE * 2),
    )
    title = texts.say("money.table", n=len(found))
    widgets.show(
        widgets.section(
            title, el("div", table, cls="wide-table money-table"), more if len(rows) > len(shown) else None
        ),
        "money.table",
    )
    downloads.show(
        f"money-{sort}", [texts.say(f"money.column.{name}") for name in _COLUMNS], [_cells(*row) for row in rows]
    )


def _row(grant: data.Grant, one: Sum) -> widgets.El:
    others = [g for g in one.grants if g.amount != grant.amount]
    doubt = widgets.contested_chip() if others else None
    status = widgets.status_chip(grant.status)
    sides = [
        el("td", *(el("span", widgets.thing_link(t, 60), cls="stop") for t in getattr(grant, side))) for side in _SIDES
    ]
    words = el("td", widgets.words(grant.place), el("div", widgets.source_link(grant.place), cls="notes"), cls="said")
    return el(
        "tr", el("td", str(grant.year or "—"), cls="figure"), *sides,
        el("td", el("a", widgets.amount(grant), href=nav.href("claim", id=grant.id), cls="sum"), el("div", status), doubt, cls="number"),
        el("td", el("span", widgets.clip(widgets.spoken_of(grant.speaker), 40), title=grant.speaker)), words,
    )  # fmt: skip


def _cells(g: data.Grant, one: Sum) -> list[downloads.Cell]:
    sides = [texts.listed(widgets.both(thing) for thing in getattr(g, side)) for side in _SIDES]
    return [
        g.year, *sides, g.amount, g.amount_from, g.currency, g.unit, g.projects, texts.say(f"grant.kind.{g.kind}"),
        texts.status(g.status), texts.say("questions.yes" if one.contested else "questions.no"),
        widgets.with_chinese(widgets.spoken_of(g.speaker), g.speaker), g.place.quote,
        g.place.title, g.place.date, g.place.start, g.place.end, g.id,
    ]  # fmt: skip
