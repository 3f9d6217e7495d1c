"""The graph of a view as the graph component takes it: nodes, links, legend, filters and their words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from app_pages import data, explore_panel, scene, texts, widgets
from graph import ontology

_WORDS = (
    "fit", "zoom_in", "zoom_out", "undo", "redo", "reset", "arrange", "full", "legend", "contested", "hint",
    "paths", "paths_about", "hide", "keep", "pin", "filters", "from", "to", "who", "doc", "only", "links",
)  # fmt: skip
PLAIN: dict[str, Any] = {"off": [], "from": "", "to": "", "who": "", "doc": ""}


def make(made: scene.Scene, kept: str) -> dict[str, Any]:
    """What is drawn of a scene in the page's language; `kept` is the filter as an address has it."""
    words = {name: texts.say(f"explore.{name}") for name in _WORDS}
    name = widgets.name_of(made.things[made.seed])
    words["about"] = texts.say("explore.about", name=name, n=len(made.things), m=len(made.links))
    words["chosen"] = texts.say("explore.chosen", n="{n}")
    words |= {"take": texts.say("take.button"), "take_about": texts.say("take.about")}
    words["many"] = texts.say("explore.many", n=scene.ASKED)
    return {
        "seed": made.seed,
        "nodes": [*(_node(made, thing) for thing in made.things.values()), *_groups(made)],
        "edges": [*(_edge(made, link) for link in made.links), *_group_edges(made)],
        "legend": _legend(made),
        "choices": _choices(made),
        "filter": read_filter(kept),
        "words": words,
    }


def read_filter(text: str) -> dict[str, Any]:
    """What the legend and the filters leave out, as an address has it."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    off = [str(key) for key in kept.get("off") or () if isinstance(key, str)]
    return {"off": off} | {name: str(kept.get(name) or "") for name in ("from", "to", "who", "doc")}


def shown(drawn: Mapping[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The nodes and edges of a picture that its filter lets through, as `passes` and `filter` in labels.js do."""
    kept = PLAIN | drawn["filter"]
    on = kept != PLAIN
    edges = [edge for edge in drawn["edges"] if not on or _passes(kept, edge)]
    met = {edge[end] for edge in edges for end in ("source", "target")}
    nodes = [
        node for node in drawn["nodes"]
        if f"k:{node['label']}" not in kept["off"] and (not on or node["seed"] or node["id"] in met)
    ]  # fmt: skip
    known = {node["id"] for node in nodes}
    return nodes, [edge for edge in edges if {edge["source"], edge["target"]} <= known]


def _passes(kept: Mapping[str, Any], edge: Mapping[str, Any]) -> bool:
    off, since, until = kept["off"], kept["from"], kept["to"]
    if f"r:{edge['type']}" in off or f"s:{edge['status']}" in off:
        return False
    if (kept["who"] and kept["who"] not in edge["who"]) or (kept["doc"] and kept["doc"] not in edge["docs"]):
        return False
    if (since or until) and not edge["since"]:
        return False
    return not (since and edge["until"] < since) and not (until and edge["since"] > f"{until}\uffff")


def _node(made: scene.Scene, thing: data.Thing) -> dict[str, Any]:
    look = ontology.load().labels[thing.label]
    around = {link.source if link.target == thing.id else link.target
              for link in made.links if thing.id in (link.source, link.target)}  # fmt: skip
    return {
        "id": thing.id, "name": widgets.clip(widgets.name_of(thing), 200), "own": widgets.own_name(thing), "label": thing.label, "kind": texts.kind(thing.label),
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
        "who": [[who, widgets.spoken_of(who)] for who, _ in speakers.most_common()],
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
