"""The app's own Streamlit components: a graph (cytoscape.js), a Cypher editor (CodeMirror), both bundled, and a sheet of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import streamlit as st

_FILES = resources.files(__package__)
# The graph's parts in the order in which they stand on one another; joined they are one module.
_GRAPH = ("look", "places", "labels", "keys", "frame", "view")


def _read(*path: str) -> str:
    return _FILES.joinpath(*path).read_text("utf-8")


@cache
def _component(name: str) -> Callable[..., Any]:
    """Registered once a process. The newline keeps Streamlit from taking one-line texts for file names."""
    if name == "engine":
        return st.components.v2.component("policy_graph_engine", js=_read("built", "engine.js") + "\n")
    if name == "editor":
        return st.components.v2.component("policy_graph_editor", js=_read("built", "editor.js") + "\n")
    if name == "graph":
        code, look = _graph(), _read("src", "graph", "graph.css")
    else:
        code, look = _read("src", f"{name}.js") + "\n", _read("src", f"{name}.css") + "\n"
        look = _read("built", "editor.css") + look if name == "console" else look
    return st.components.v2.component(f"policy_graph_{name}", js=code, css=look)


def _graph() -> str:
    return "\n".join(_read("src", "graph", f"{part}.js") for part in _GRAPH)


def offline(graphs: bool, sheets: bool) -> tuple[str, ...]:
    """What a file that is opened without the app needs: the drawing library of graphs and what draws sheets, if it has any; the
    viewer; and their look, without that of sheets, which keeps to itself."""
    viewer = "\n".join(
        (_graph(), *(_read("src", f"{part}.js") for part in ("fit", "axes", "chart", "table", "offline")))
    )
    look = (
        _read("src", "graph", "graph.css"),
        _read("src", "offline.css"),
        _read("src", "chart.css"),
        _read("src", "table.css"),
    )
    engine = [_read("built", "engine.js")] if graphs else []
    sheet = [_read("src", "sheet.js") + "globalThis.__policyGraphSheet = drawSheet;\n"] if sheets else []
    return (*engine, *sheet, viewer, "".join(look))


def sheet_look() -> str:
    """How sheets look."""
    return _read("src", "sheet.css")


def show_sheet(tree: Mapping[str, Any], key: str, on_act: Callable[[str], None] | None = None) -> str | None:
    """Draw a tree of elements, which follows its own links. Returns what a button with `act` was pressed for; `on_act`
    gets it before the page is drawn, so that what it changes need no second drawing."""
    call = _handler(key, "act", on_act) if on_act else _ignore
    result = _component("sheet")(key=key, data=tree, on_act_change=call)
    return result.act or None


def show_graph(data: Mapping[str, Any], key: str, height: int, on: Mapping[str, Callable[[str], None]]) -> None:
    """Draw a graph. `on` names what to do what the person does there, with its id or text."""
    _component("engine")(key=f"{key}.engine", height=1)
    calls = {f"on_{name}_change": _handler(key, name, act) for name, act in on.items()}
    _component("graph")(key=key, data=data, height=height, **calls)


def show_console(
    data: Mapping[str, Any], key: str, on_run: Callable[[str], None], on_check: Callable[[str], None]
) -> None:
    """Draw the Cypher editor. `on_run` gets the text when the person runs it, `on_check` when the keys pause."""
    _component("editor")(key=f"{key}.engine", height=1)
    _component("console")(
        key=key, data=data, on_run_change=_handler(key, "run", on_run), on_check_change=_handler(key, "check", on_check)
    )


def _handler(key: str, name: str, act: Callable[[str], None]) -> Callable[[], None]:
    return lambda: act(str(st.session_state[key][name]))


def _ignore() -> None:
    """A trigger needs a callback to be named; its value is read from the result."""
