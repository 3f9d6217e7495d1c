"""The ways to show the rows of typed Cypher: table, graph, chart, JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import streamlit as st

from app_pages import answers, graph_view, look, nav, texts, widgets
from app_pages.widgets import el
from graph import ontology, stores

MOST_DRAWN = 300
HEIGHT = 560
_BARS = 40
_GRAPH_WORDS = (
    "fit", "zoom_in", "zoom_out", "undo", "redo", "reset", "arrange", "full", "legend", "contested", "hint",
    "paths", "paths_about", "hide", "keep", "pin", "filters", "from", "to", "who", "doc", "only", "links",
)  # fmt: skip


def show_table(table: stores.Table) -> None:
    """Rows with links to things and words."""
    widgets.show(el("div", answers.table(table, {}), cls="wide-table"), "console.answer")


def show_json(table: stores.Table) -> None:
    """Rows as JSON, one object each."""
    st.code(json.dumps(table.dicts(), ensure_ascii=False, indent=1), language="json", wrap_lines=True)


def show_chart(table: stores.Table) -> None:
    """Bars: the first column of texts against every column of numbers."""
    numbers = [name for name, values in _columns(table) if all(isinstance(v, int | float) or v is None for v in values)]
    words = [name for name, _ in _columns(table) if name not in numbers]
    if not numbers:
        widgets.show(el("p", texts.say("console.no_chart"), cls="quiet"), "console.answer")
        return
    st.vega_lite_chart(None, _bars(table, words[0] if words else "", numbers), width="stretch", key="console.chart")


def _bars(table: stores.Table, axis: str, numbers: list[str]) -> dict[str, Any]:
    """A bar for each number of the first rows; every bar's name is written, whatever room there is."""
    values = [
        {"row": f"{i:03}\x1f{look.plain(widgets.clip(str(_plain(row.get(axis, i + 1))), 40))}", "of": name, "n": row[name]}
        for i, row in enumerate(table.dicts()[:_BARS]) for name in numbers
    ]  # fmt: skip
    words = {
        "labelFont": look.FONT,
        "titleFont": look.FONT,
        "labelColor": look.ink(),
        "titleColor": look.ink(),
        "labelFontSize": 12,
    }
    name = {**words, "labelExpr": "split(datum.value, '\\u001f')[1]", "labelLimit": 260, "labelOverlap": False, "ticks": False, "domain": False}  # fmt: skip
    y = {"field": "row", "type": "nominal", "sort": None, "title": None, "axis": name}
    x = {"field": "n", "type": "quantitative", "title": None, "axis": {**words, "gridColor": look.soft(), "gridOpacity": 0.4, "tickCount": 6}}  # fmt: skip
    several = {"yOffset": {"field": "of"}, "color": {"field": "of", "type": "nominal", "title": None}} if len(numbers) > 1 else {}  # fmt: skip
    return {
        "data": {"values": values}, "mark": {"type": "bar", "cornerRadiusEnd": 3, "color": look.bright("#1f5fa8")},
        "encoding": {"y": y, "x": x, **several, "tooltip": [{"field": "of", "title": " "}, {"field": "n", "title": " "}]},
        "height": {"step": 22 if len(numbers) == 1 else 15}, "background": "transparent", "usermeta": {"embedOptions": {"renderer": "svg"}},
        "config": {"view": {"stroke": None}, "legend": {**words, "orient": "top"}},
    }  # fmt: skip


def _columns(table: stores.Table) -> Iterator[tuple[str, list[Any]]]:
    for place, name in enumerate(table.columns):
        yield name, [row[place] for row in table.rows]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("id") or value.get("type"))
    return "；".join(map(str, value)) if isinstance(value, list) else value


# ---- graph ----------------------------------------------------------------------------------------------------------


def elements(table: stores.Table) -> tuple[dict[str, Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Nodes by id and relationships, wherever they stand in the rows: alone, in lists, in paths."""
    nodes: dict[str, Mapping[str, Any]] = {}
    edges: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    for value in (v for row in table.rows for cell in row for v in _inside(cell)):
        if "label" in value and "id" in value:
            nodes.setdefault(str(value["id"]), value)
        elif {"type", "source", "target"} <= value.keys():
            edges.setdefault((str(value["source"]), str(value["type"]), str(value["target"])), value)
    return nodes, list(edges.values())


def _inside(cell: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(cell, dict):
        yield cell
    elif isinstance(cell, list):
        for part in cell:
            yield from _inside(part)


def show_graph(table: stores.Table) -> None:
    """The nodes and relationships of the rows; a double click opens a thing's page."""
    nodes, edges = elements(table)
    kept = dict(list(nodes.items())[:MOST_DRAWN])
    if not kept:
        widgets.show(el("p", texts.say("console.no_graph"), cls="quiet"), "console.answer")
        return
    drawn = [edge for edge in edges if edge["source"] in kept and edge["target"] in kept]
    picture = _picture(kept, drawn)
    graph_view.show_graph(picture, "console.graph", HEIGHT, {"open": _open})


def _open(key: str) -> None:
    nav.go(nav.href("entity", id=key))


def _picture(nodes: Mapping[str, Mapping[str, Any]], edges: list[Mapping[str, Any]]) -> dict[str, Any]:
    words = {name: texts.say(f"explore.{name}") for name in _GRAPH_WORDS}
    words |= {"about": texts.say("console.rows", n=len(nodes)), "chosen": texts.say("explore.chosen", n="{n}")}
    words["many"] = texts.say("explore.many", n=MOST_DRAWN)
    first = next(iter(nodes))
    return {
        "seed": first, "nodes": [_node(node, key == first) for key, node in nodes.items()], "edges": [_edge(e) for e in edges],
        "legend": _legend(nodes, edges), "choices": {"years": [], "who": [], "docs": []}, "filter": {}, "selected": "",
        "steps": 0, "undone": 0, "only": False, "rest": 0, "note": "", "words": words,
    }  # fmt: skip


def _node(node: Mapping[str, Any], seed: bool) -> dict[str, Any]:
    look = ontology.load().labels.get(str(node["label"]))
    name = str(node.get("name") or node.get("quote") or node["id"])
    return {
        "id": str(node["id"]), "name": widgets.clip(name, 200), "label": str(node["label"]), "kind": texts.kind(str(node["label"])),
        "colour": look.colour if look else "#666666", "shape": look.shape if look else "ellipse",
        "degree": int(node.get("degree") or 0), "seed": seed, "more": 0,
    }  # fmt: skip


def _edge(edge: Mapping[str, Any]) -> dict[str, Any]:
    status = ontology.load().statuses.get(str(edge.get("status") or ""))
    return {
        "id": f"{edge['source']}|{edge['type']}|{edge['target']}", "source": str(edge["source"]), "target": str(edge["target"]),
        "type": str(edge["type"]), "status": str(edge.get("status") or ""), "name": texts.relation(str(edge["type"])),
        "line": status.line if status else "solid", "contested": bool(edge.get("contested")),
        "since": str(edge.get("start") or ""), "until": str(edge.get("end") or ""), "who": [], "docs": [],
    }  # fmt: skip


def _legend(nodes: Mapping[str, Mapping[str, Any]], edges: list[Mapping[str, Any]]) -> list[list[Any]]:
    kinds, relations = Counter(str(n["label"]) for n in nodes.values()), Counter(str(e["type"]) for e in edges)
    known = ontology.load().labels
    return [
        [texts.say("explore.statuses"), []],
        [texts.say("explore.kinds"), [
            {"kind": "k", "key": name, "name": texts.kind(name), "colour": known[name].colour, "shape": known[name].shape,
             "count": count} for name, count in kinds.most_common() if name in known]],
        [texts.say("explore.relations"), [
            {"kind": "r", "key": name, "name": texts.relation(name), "count": count} for name, count in relations.most_common()]],
    ]  # fmt: skip


WAYS: dict[str, Callable[[stores.Table], None]] = {
    "table": show_table, "graph": show_graph, "chart": show_chart, "json": show_json,
}  # fmt: skip
