"""The graph as a picture to walk in: a click shows evidence, steps add and hide things, and nothing drawn moves."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from app_pages import data, explore_panel, graph_view, nav, saved, scene, texts, widgets
from app_pages.widgets import el
from graph import ontology

HEIGHT = 690
_WORDS = (
    "fit", "zoom_in", "zoom_out", "undo", "redo", "reset", "arrange", "full", "legend", "contested", "hint",
    "paths", "paths_about", "hide", "keep", "pin", "filters", "from", "to", "who", "doc", "only", "links",
)  # fmt: skip
_UNDONE = "explore.undone"


def show() -> None:
    """Draw the page for the thing in the address."""
    seed = nav.param("id")
    if not seed or not data.things([seed]):
        _show_start(missing=bool(seed))
        return
    most = scene.ASKED if nav.param("many") else scene.UNASKED
    made = scene.make(seed, _steps(), most, bool(nav.param("only")))
    picture, panel = st.columns([7, 3], gap="small")
    with picture:
        graph_view.show_graph(_picture(made), "explore.graph", HEIGHT, _ON)
    with panel:
        pressed = widgets.show(explore_panel.panel(made, nav.param("pick") or seed), "explore.panel")
        if pressed:
            _take(pressed)
            st.rerun()


def _steps() -> list[scene.Step]:
    return [step for step in map(scene.parse, st.query_params.get_all("step")) if step]


# ---- what is drawn --------------------------------------------------------------------------------------------------


def _picture(made: scene.Scene) -> dict[str, Any]:
    left = made.left()
    words = {name: texts.say(f"explore.{name}") for name in _WORDS}
    name = widgets.name_of(made.things[made.seed])
    words["about"] = texts.say("explore.about", name=name, n=len(made.things), m=len(made.links))
    words["chosen"] = texts.say("explore.chosen", n="{n}")
    words["many"] = texts.say("explore.many", n=scene.ASKED)
    return {
        "seed": made.seed,
        "nodes": [*(_node(made, thing) for thing in made.things.values()), *_groups(made)],
        "edges": [*(_edge(made, link) for link in made.links), *_group_edges(made)],
        "legend": _legend(made),
        "choices": _choices(made),
        "filter": _filter(),
        "selected": nav.param("pick"),
        "places": _places(),
        "steps": len(_steps()),
        "undone": len(st.session_state.get(_UNDONE, ())),
        "only": bool(nav.param("only")),
        "rest": left if made.most < scene.ASKED else 0,
        "note": _note(made, left),
        "words": words,
    }


def _places() -> dict[str, list[float]]:
    """Where the saved view that was opened has its things."""
    view = saved.get(data.folder(), nav.param("saved"))
    return {key: [x, y, int(pinned)] for key, (x, y, pinned) in view.places.items()} if view else {}


def _note(made: scene.Scene, left: int) -> str:
    if left:
        return texts.say("explore.crowded", n=len(made.things), left=left)
    if made.no_path:
        names = [widgets.clip(widgets.name_of(made.things[key]), 20) for key in made.no_path if key in made.things]
        return texts.say("explore.no_path", names=" — ".join(names), n=scene.FARTHEST)
    if made.cut and made.cut[0] in made.things:
        name = widgets.clip(widgets.name_of(made.things[made.cut[0]]), 20)
        return texts.say("explore.more", name=name, all=made.cut[1], n=made.cut[2])
    return texts.say("explore.help")


def _filter() -> dict[str, Any]:
    """What the legend and the filters leave out, as the address has it."""
    try:
        kept = json.loads(nav.param("filter") or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    off = [str(key) for key in kept.get("off") or () if isinstance(key, str)]
    return {"off": off} | {name: str(kept.get(name) or "") for name in ("from", "to", "who", "doc")}


def _node(made: scene.Scene, thing: data.Thing) -> dict[str, Any]:
    look = ontology.load().labels[thing.label]
    around = {link.source if link.target == thing.id else link.target
              for link in made.links if thing.id in (link.source, link.target)}  # fmt: skip
    return {
        "id": thing.id, "name": widgets.clip(widgets.name_of(thing), 200), "label": thing.label, "kind": texts.kind(thing.label),
        "colour": look.colour, "shape": look.shape, "degree": thing.degree, "seed": thing.id == made.seed,
        "more": max(0, made.neighbours.get(thing.id, 0) - len(around)),
    }  # fmt: skip


def _groups(made: scene.Scene) -> list[dict[str, Any]]:
    """What found no room, as one sign for each kind beside the thing that it belongs to."""
    return [
        {"id": explore_panel.group_id(key, label), "name": f"{texts.kind(label)} × {len(found)}", "label": label,
         "kind": texts.kind(label), "colour": ontology.load().labels[label].colour, "shape": ontology.load().labels[label].shape,
         "degree": len(found), "seed": False, "more": 0, "group": True}
        for (key, label), found in made.rest.items()
    ]  # fmt: skip


def _group_edges(made: scene.Scene) -> list[dict[str, Any]]:
    return [
        {"id": f"{key}|…|{label}", "source": key, "target": explore_panel.group_id(key, label), "type": "", "status": "",
         "name": "", "line": "dotted", "contested": False, "since": "", "until": "", "who": [], "docs": []}
        for key, label in made.rest
    ]  # fmt: skip


def _edge(made: scene.Scene, link: scene.Link) -> dict[str, Any]:
    status = ontology.load().statuses.get(link.status)
    return {
        "id": link.id, "source": link.source, "target": link.target, "type": link.predicate, "status": link.status,
        "name": texts.relation(link.predicate), "line": status.line if status else "solid", "contested": link.contested,
        "since": link.since, "until": link.until, "who": list(link.who), "docs": [key for key, _ in link.documents],
        "path": (link.source, link.predicate, link.target) in made.joined,
    }  # fmt: skip


def _choices(made: scene.Scene) -> dict[str, Any]:
    years = sorted({end[:4] for link in made.links for end in (link.since, link.until) if end})
    speakers = Counter(who for link in made.links for who in link.who)
    documents = sorted({pair for link in made.links for pair in link.documents}, key=lambda pair: pair[1])
    return {
        "years": years,
        "who": [who for who, _ in speakers.most_common()],
        "docs": [list(pair) for pair in documents],
    }


def _legend(made: scene.Scene) -> list[list[Any]]:
    kinds = Counter(thing.label for thing in made.things.values())
    relations = Counter(link.predicate for link in made.links)
    statuses = Counter(link.status for link in made.links)
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


# ---- what people do -------------------------------------------------------------------------------------------------


def _set(name: str, values: str | Sequence[str]) -> None:
    if values:
        st.query_params[name] = values if isinstance(values, str) else list(values)
    else:
        st.query_params.pop(name, None)


def _take(text: str) -> None:
    """Add a step to the address; what was undone before it cannot be redone any more."""
    step = scene.parse(text)
    taken = st.query_params.get_all("step")
    if step and str(step) not in taken[-1:]:
        _set("step", [*taken, str(step)])
        st.session_state[_UNDONE] = []
    if step and step.verb in ("open", "add"):
        _set("pick", step.keys[0])


def _open(key: str) -> None:
    """Expand at once where little comes of it; else show what would come and let the person choose."""
    drawn = scene.make(nav.param("id"), _steps(), scene.ASKED if nav.param("many") else scene.UNASKED).things
    fresh = {found.thing.id for found in scene.reach(key)} - drawn.keys()
    if fresh and len(fresh) <= scene.FEW:
        _take(str(scene.Step("open", (key,))))
    _set("pick", key)


def _undo(_: str) -> None:
    taken = st.query_params.get_all("step")
    if taken:
        st.session_state[_UNDONE] = [*st.session_state.get(_UNDONE, []), taken[-1]]
        _set("step", taken[:-1])


def _redo(_: str) -> None:
    undone = st.session_state.get(_UNDONE, [])
    if undone:
        _set("step", [*st.query_params.get_all("step"), undone[-1]])
        st.session_state[_UNDONE] = undone[:-1]


def _reset(_: str) -> None:
    for name in ("step", "filter", "only", "many"):
        _set(name, "")
    st.session_state[_UNDONE] = []


def _keep_filter(text: str) -> None:
    plain = text == '{"off":[],"from":"","to":"","who":"","doc":""}'
    _set("filter", "" if plain else text)


_ON = {
    "pick": lambda key: _set("pick", key), "open": _open, "step": _take, "undo": _undo, "redo": _redo, "reset": _reset,
    "filter": _keep_filter, "only": lambda on: _set("only", on), "many": lambda _: _set("many", "1"),
}  # fmt: skip


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
