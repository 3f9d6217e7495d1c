"""Beside the graph: what is known of the picked thing or link, what an expansion would bring, and a search to add."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages import data, nav, scene, texts, widgets
from app_pages.widgets import el

_GROUP = "group\t"
_LISTED = 200
_FACTS = 60  # of one kind; a hub has hundreds, and its own page shows them all


def group_id(key: str, label: str) -> str:
    """The id of the sign for what found no room beside a thing."""
    return f"{_GROUP}{key}\t{label}"


def panel(made: scene.Scene, picked: str) -> widgets.El:
    """The panel for what is picked; for the first thing where that is not drawn."""
    link = next((link for link in made.links if link.id == picked), None)
    if link:
        body: Sequence[widgets.Kid] = _link(made, link)
    elif picked.startswith(_GROUP):
        key, _, label = picked.removeprefix(_GROUP).partition("\t")
        body = _group(made.rest.get((key, label), []), label)
    else:
        body = _thing(made, made.things.get(picked) or made.things[made.seed])
    return el("aside", _search(made), *body, _query(made, picked), cls="panel scroll")


def _query(made: scene.Scene, picked: str) -> widgets.El:
    """The query behind what the panel shows."""
    key = picked if picked in made.things else made.seed
    return widgets.behind(nav.href("console", behind="facts", id=key))


def _here(**changes: str) -> str:
    params = {key: st.query_params.get_all(key) for key in st.query_params if key not in ("lang", "page")}
    return nav.href("explore", **{**params, **changes})  # type: ignore[arg-type]


def _search(made: scene.Scene) -> widgets.El:
    """Find anything in the library and put it into the picture."""
    words = nav.param("q").strip()
    field = el(
        "input", type="search", name="q", value=words, placeholder=texts.say("explore.add_hint"), label=texts.say("explore.add_hint")
    )  # fmt: skip
    form = el(
        "form",
        field,
        el("button", texts.say("search.go"), type="submit"),
        cls="search add",
        role="search",
        act=_here(q=""),
    )
    return el("div", form, _hits(made, words) if words else None)


def _hits(made: scene.Scene, words: str) -> widgets.El:
    known = data.things(hit.id for hit in data.the_library().search(words, limit=30))
    things = [thing for thing in known.values() if thing.label not in ("Document", "Claim", "Grant", "Measure")][:8]
    rows = [
        el("li", widgets.mark(thing.label), el("bdi", widgets.clip(widgets.name_of(thing), 60)),
           el("small", texts.say("explore.shown")) if thing.id in made.things
           else el("button", texts.say("explore.add"), cls="small", act=f"add {thing.id}", type="button"))
        for thing in things
    ]  # fmt: skip
    return (
        el("ul", *rows, cls="hits")
        if rows
        else el("p", texts.say("search.none", words=widgets.clip(words, 30)), cls="quiet")
    )


def _thing(made: scene.Scene, thing: data.Thing) -> list[widgets.Kid]:
    buttons = [el("a", texts.say("explore.page"), " →", cls="button", href=widgets.thing_address(thing))]
    if thing.id != made.seed:
        buttons.append(el("a", texts.say("explore.centre"), cls="button quiet", href=nav.href("explore", id=thing.id)))
        if thing.id in made.things:
            buttons.append(
                el("button", texts.say("explore.hide"), cls="button quiet", act=f"hide {thing.id}", type="button")
            )
    empty = el("p", texts.say("explore.no_neighbours"), cls="quiet")
    groups = widgets.fact_groups(data.facts(thing.id), _FACTS, widgets.thing_address(thing))
    return [
        el("div", widgets.kind_chip(thing.label), cls="notes"), el("h2", el("bdi", widgets.name_of(thing))),
        widgets.own_line(thing),
        el("div", *buttons, cls="buttons"), *_preview(made, thing), *(groups or [empty]),
    ]  # fmt: skip


def _preview(made: scene.Scene, thing: data.Thing) -> list[widgets.El]:
    """What an expansion would bring, by relationship and direction, and how much of it at most."""
    found = scene.reach(thing.id)
    fresh = len({one.thing.id for one in found} - made.things.keys())
    if not found:
        return []
    most = _bound()
    everything = (scene.ANY, len({one.thing.id for one in found}), fresh)
    rows = [
        _way(thing.id, way, number, left, most) for way, number, left in [everything, *scene.ways(found, made.things)]
    ]
    return [
        el(
            "div",
            el("h3", texts.say("explore.expand"), _bounds(most) if fresh else None),
            el("div", *rows, cls="ways"),
            cls="preview",
        )
    ]


def _bound() -> int:
    wanted = nav.param("most")
    return int(wanted) if wanted.isdigit() and int(wanted) in scene.BOUNDS else scene.FEW


def _bounds(most: int) -> widgets.El:
    links = [
        el("a", str(n) if n != scene.BOUNDS[-1] else texts.say("search.all"), href=_here(most=str(n)), current="true" if n == most else None)
        for n in scene.BOUNDS
    ]  # fmt: skip
    return el("span", texts.say("explore.most"), *links, cls="bounds")


def _way(key: str, way: str, number: int, left: int, most: int) -> widgets.El:
    name = texts.say("explore.all_ways") if way == scene.ANY else texts.relation(way[1:], way.startswith("<"))
    arrow = "" if way == scene.ANY else "← " if way.startswith("<") else "→ "
    inside = (f"{arrow}{name}", el("small", str(number)), el("strong", f"+{left}") if left else None)
    if not left:
        return el("span", *inside, cls="way-done", title=texts.say("explore.all_shown"))
    step = scene.Step("open", (key,), most, way)
    title = texts.say("explore.way", name=name, n=min(left, most), all=number)
    return el("button", *inside, cls="way-open", act=str(step), title=title, type="button")


def _group(found: list[data.Thing], label: str) -> list[widgets.El]:
    """The things behind a sign, each to be drawn by itself."""
    rows = [
        el("li", widgets.thing_link(thing, 60), el("button", texts.say("explore.add"), cls="small", act=f"add {thing.id}", type="button"))
        for thing in found[:_LISTED]
    ]  # fmt: skip
    return [
        el("div", widgets.kind_chip(label), cls="notes"),
        el("h2", texts.say("explore.group", n=len(found))),
        el("ul", *rows, cls="hits"),
    ]


def _link(made: scene.Scene, link: scene.Link) -> list[widgets.El]:
    source, end = made.things[link.source], made.things[link.target]
    wanted = (link.source, link.predicate, link.target)
    facts = [f for f in data.facts(source.id) if (f.source, f.predicate, f.target) == wanted]
    way = el(
        "div", widgets.thing_link(source), el("span", f"— {texts.relation(link.predicate)} →", cls="arrow"), widgets.thing_link(end),
        cls="way",
    )  # fmt: skip
    return [way, el("ul", *map(widgets.fact_item, facts))]
