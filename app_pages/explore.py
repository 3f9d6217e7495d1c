"""The neighbourhood of a thing as a graph: a click shows evidence, a double click expands, and nothing drawn moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app_pages import data, graph_view, nav, texts, widgets
from app_pages.widgets import el
from graph import ontology

AT_ONCE = 25
MOST = 300
HEIGHT = 690
_WORDS = ("fit", "zoom_in", "zoom_out", "undo", "reset", "legend", "contested", "hint")


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: things and links, which of them were expanded, and how many neighbours each has in all."""

    seed: str
    opened: tuple[str, ...]
    things: Mapping[str, data.Thing]
    links: tuple[data.Link, ...]
    neighbours: Mapping[str, int]
    note: str


def show() -> None:
    """Draw the page for the thing in the address."""
    seed = nav.param("id")
    if not seed or not data.things([seed]):
        _show_start(missing=bool(seed))
        return
    scene = _scene(seed, st.query_params.get_all("open"))
    picture, panel = st.columns([7, 3], gap="small")
    with picture:
        on = {"pick": _pick, "expand": _expand, "undo": _undo, "reset": _reset}
        graph_view.show_graph(_picture(scene), "explore.graph", HEIGHT, on)
    with panel:
        pressed = widgets.show(_panel(scene, nav.param("pick") or seed), "explore.panel")
        if pressed:
            _expand(pressed)
            st.rerun()


# ---- what is drawn --------------------------------------------------------------------------------------------------


def _scene(seed: str, opened: Sequence[str]) -> Scene:
    shown = data.things([seed])
    notes = []
    for key in [seed, *opened]:
        if key not in shown:
            continue
        found = [thing for thing in data.neighbours(key) if thing.id not in shown]
        added = found[: min(AT_ONCE, MOST - len(shown))]
        shown |= {thing.id: thing for thing in added}
        notes.append(_note(shown[key], len(added), len(found)))
    links = _drawn(data.between(shown))
    return Scene(seed, tuple(opened), shown, links, data.neighbour_counts(shown), notes[-1])


def _note(thing: data.Thing, added: int, found: int) -> str:
    if added == found:
        return ""
    if added < AT_ONCE:
        return texts.say("explore.full", n=MOST)
    return texts.say("explore.more", name=widgets.clip(widgets.name_of(thing), 20), all=found, n=added)


def _drawn(links: Iterable[data.Link]) -> tuple[data.Link, ...]:
    return tuple(sorted({link.id: link for link in links if link.source != link.target}.values(), key=lambda x: x.id))


def _picture(scene: Scene) -> dict[str, Any]:
    words = {name: texts.say(f"explore.{name}") for name in _WORDS}
    name = widgets.name_of(scene.things[scene.seed])
    words["about"] = texts.say("explore.about", name=name, n=len(scene.things), m=len(scene.links))
    return {
        "seed": scene.seed,
        "nodes": [_node(scene, thing) for thing in scene.things.values()],
        "edges": [_edge(link) for link in scene.links],
        "legend": _legend(scene),
        "selected": nav.param("pick"),
        "steps": len(scene.opened),
        "note": scene.note or texts.say("explore.help"),
        "words": words,
    }


def _node(scene: Scene, thing: data.Thing) -> dict[str, Any]:
    look = ontology.load().labels[thing.label]
    around = {link.source if link.target == thing.id else link.target
              for link in scene.links if thing.id in (link.source, link.target)}  # fmt: skip
    return {
        "id": thing.id, "name": widgets.clip(widgets.name_of(thing), 200), "label": thing.label, "colour": look.colour,
        "shape": look.shape, "degree": thing.degree, "seed": thing.id == scene.seed,
        "more": max(0, scene.neighbours.get(thing.id, 0) - len(around)),
    }  # fmt: skip


def _edge(link: data.Link) -> dict[str, Any]:
    status = ontology.load().statuses.get(link.status)
    return {
        "id": link.id, "source": link.source, "target": link.target, "type": link.predicate, "status": link.status,
        "name": texts.relation(link.predicate), "line": status.line if status else "solid", "contested": link.contested,
    }  # fmt: skip


def _legend(scene: Scene) -> list[list[Any]]:
    kinds = Counter(thing.label for thing in scene.things.values())
    relations = Counter(link.predicate for link in scene.links)
    statuses = Counter(link.status for link in scene.links)
    vocabulary = ontology.load()
    return [
        [texts.say("explore.statuses"), [
            {"kind": "s", "key": name, "name": texts.status(name), "line": term.line, "count": statuses[name]}
            for name, term in reversed(vocabulary.statuses.items()) if statuses[name]]],
        [texts.say("explore.kinds"), [
            {"kind": "k", "key": name, "name": texts.kind(name), "colour": vocabulary.labels[name].colour,
             "shape": vocabulary.labels[name].shape, "count": count} for name, count in kinds.most_common()]],
        [texts.say("explore.relations"), [
            {"kind": "r", "key": name, "name": texts.relation(name), "count": count}
            for name, count in relations.most_common()]],
    ]  # fmt: skip


# ---- what clicks do -------------------------------------------------------------------------------------------------


def _pick(key: str) -> None:
    st.query_params["pick"] = key


def _expand(key: str) -> None:
    opened = st.query_params.get_all("open")
    if key not in opened and key != nav.param("id"):
        st.query_params["open"] = [*opened, key]
    st.query_params["pick"] = key


def _undo(_: str) -> None:
    _keep_open(st.query_params.get_all("open")[:-1])


def _reset(_: str) -> None:
    _keep_open([])


def _keep_open(opened: Sequence[str]) -> None:
    if opened:
        st.query_params["open"] = list(opened)
    else:
        st.query_params.pop("open", None)


# ---- beside the graph -----------------------------------------------------------------------------------------------


def _panel(scene: Scene, picked: str) -> widgets.El:
    link = next((link for link in scene.links if link.id == picked), None)
    if link:
        return _link_panel(scene, link)
    thing = scene.things.get(picked) or scene.things[scene.seed]
    return _thing_panel(scene, thing)


def _thing_panel(scene: Scene, thing: data.Thing) -> widgets.El:
    facts = data.facts(thing.id)
    buttons = [el("a", texts.say("explore.page"), " →", cls="button", href=widgets.thing_address(thing))]
    if thing.id != scene.seed:
        buttons.append(el("a", texts.say("explore.centre"), cls="button quiet", href=nav.href("explore", id=thing.id)))
        if thing.id not in scene.opened:
            buttons.append(el("button", texts.say("explore.expand"), cls="button quiet", act=thing.id, type="button"))
    empty = el("p", texts.say("explore.no_neighbours"), cls="quiet")
    return el(
        "aside", el("div", widgets.kind_chip(thing.label), cls="notes"), el("h2", el("bdi", widgets.name_of(thing))),
        el("div", *buttons, cls="buttons"), *(widgets.fact_groups(facts) or [empty]), cls="panel scroll",
    )  # fmt: skip


def _link_panel(scene: Scene, link: data.Link) -> widgets.El:
    source, end = scene.things[link.source], scene.things[link.target]
    facts = [
        f
        for f in data.facts(source.id)
        if (f.source, f.predicate, f.target) == (link.source, link.predicate, link.target)
    ]
    way = el(
        "div",
        widgets.thing_link(source),
        el("span", f"— {texts.relation(link.predicate)} →", cls="arrow"),
        widgets.thing_link(end),
        cls="way",
    )
    return el("aside", way, el("ul", *map(widgets.fact_item, facts)), cls="panel scroll")


def _show_start(missing: bool) -> None:
    head = widgets.notice(texts.say("entity.missing"), texts.say("entity.missing_help")) if missing else None
    kinds = ("DemonstrationZone", "HighTechZone", "Agency", "Policy", "Fund", "Programme")
    groups = [(kind, data.of_kind(kind, 8)) for kind in kinds]
    cards = [
        el("section", el("h3", widgets.kind_chip(kind)),
           el("ul", *(el("li", el("a", widgets.mark(kind), el("bdi", widgets.clip(widgets.name_of(t), 40)), cls="thing",
                                  href=nav.href("explore", id=t.id))) for t in things)), cls="card")
        for kind, things in groups if things
    ]  # fmt: skip
    widgets.show(
        el("main", head, el("h1", texts.say("explore.start")), el("div", *cards, cls="cards"), cls="page narrow"),
        "main",
    )
