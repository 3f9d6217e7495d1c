"""The graph as a picture to walk in: a click shows evidence, steps add and hide things, and nothing drawn moves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import streamlit as st

from app_pages import data, explore_panel, graph_view, nav, picture, saved, scene, take, texts, widgets
from app_pages.widgets import el

HEIGHT = 690
_UNDONE = "explore.undone"
_TAKEN = "explore.taken"


def show() -> None:
    """Draw the page for the thing in the address."""
    seed = nav.param("id")
    if not seed or not data.things([seed]):
        _show_start(missing=bool(seed))
        return
    made = scene.of(nav.address())
    drawing, panel = st.columns([7, 3], gap="small")
    with drawing:
        graph_view.show_graph(_picture(made), "explore.graph", HEIGHT, _ON)
    with panel:
        widgets.show(explore_panel.panel(made, nav.param("pick") or seed), "explore.panel", _take)
    if _TAKEN in st.session_state:
        take.ask(widgets.name_of(made.things[made.seed]), nav.address(), st.session_state.pop(_TAKEN))


# ---- what is drawn --------------------------------------------------------------------------------------------------


def _picture(made: scene.Scene) -> dict[str, Any]:
    left = made.left()
    return picture.make(made, nav.param("filter")) | {
        "selected": nav.param("pick"),
        "places": _places(),
        "take": True,
        "steps": len(st.query_params.get_all("step")),
        "undone": len(st.session_state.get(_UNDONE, ())),
        "only": bool(nav.param("only")),
        "rest": left if made.most < scene.ASKED else 0,
        "note": _note(made, left),
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
    drawn = scene.of(nav.address()).things
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
    _set("filter", "" if picture.read_filter(text) == picture.PLAIN else text)


def _take_along(text: str) -> None:
    st.session_state[_TAKEN] = saved.places(json.loads(text))


_ON = {
    "take": _take_along,
    "pick": lambda key: _set("pick", key), "open": _open, "step": _take, "undo": _undo, "redo": _redo, "reset": _reset,
    "filter": _keep_filter, "only": lambda on: _set("only", on), "many": lambda _: _set("many", "1"),
}  # fmt: skip


def _show_start(missing: bool) -> None:
    head = widgets.notice(texts.say("entity.missing"), texts.say("entity.missing_help")) if missing else None
    kinds = ("DemonstrationZone", "HighTechZone", "Agency", "Policy", "Fund", "Programme")
    groups = [(kind, data.of_kind(kind, 8)) for kind in kinds]
    cards = [
        el("section", el("h3", widgets.kind_chip(kind)),
           el("ul", *(el("li", el("a", widgets.mark(kind), el("bdi", widgets.clip(widgets.name_of(t), 60)), cls="thing",
                                  href=nav.href("explore", id=t.id))) for t in things)), cls="card")
        for kind, things in groups if things
    ]  # fmt: skip
    widgets.show(
        el("main", head, el("h1", texts.say("explore.start")), el("div", *cards, cls="cards"), cls="page narrow"),
        "main",
    )
