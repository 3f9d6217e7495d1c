"""What stores take in and give out: checked properties on the way in, plain cells on the way out."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph import errors, fold, ontology

Cell = Any
"""None, bool, int, float, str, a list of cells or a dict: a node (``id``, ``label`` and its properties), an edge
(``type``, ``source``, ``target`` and its properties) or a map. A path is the list of its nodes and edges in turn."""

NODE_RESERVED = {"id", "label", "labels", "title", "type", "node_type"}
EDGE_RESERVED = {"id", "type", "label", "source", "target"}
DATES = ("start", "end")
LOOKED_UP = {"doc_no", "code", "number", "date", "file"}
LONGEST = 2000  # what is indexed must stay under the 8 kB that the server's indexes hold
SEARCH = "policy_graph_text"
_SEARCHED = ("name", "name_en", "aliases", "quote")
LOOKUP = "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS key, n.id AS id"


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query; `truncated` when a limit cut rows off."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False

    def dicts(self) -> list[dict[str, Cell]]:
        """One dict a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes of each label and edges of each type."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    edges: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> tuple[int, int]:
        """All nodes, all edges."""
        return sum(self.nodes.values()), sum(self.edges.values())


@dataclass(frozen=True, slots=True)
class Load:
    """A graph made ready for a store: rows by label, and by source label, type and target label."""

    nodes: dict[str, list[dict[str, Any]]]
    edges: dict[tuple[str, str, str], list[tuple[str, str, dict[str, Any]]]]
    counts: Counts


def prepare(graph: fold.Graph) -> Load:
    """Check the graph and sort it for loading. Raises StoreError naming what no store can hold."""
    labels = {node.id: node.label for node in graph.nodes}
    _refuse(_faults(graph, labels))
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in graph.nodes:
        nodes[node.label].append({"id": node.id} | _stored(node.properties, floats(node.label)))
    edges: dict[tuple[str, str, str], list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    for edge in graph.edges:
        key = (labels[edge.source], edge.type, labels[edge.target])
        edges[key].append((edge.source, edge.target, dict.fromkeys(DATES, "") | _stored(edge.properties)))
    for label, rows in nodes.items():
        _one_kind(label, rows)
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (_, kind, _), triples in edges.items():
        by_type[kind].extend(row for _, _, row in triples)
    for kind, rows in by_type.items():
        _one_kind(kind, rows)
    counts = Counts(Counter(n.label for n in graph.nodes), Counter(e.type for e in graph.edges))
    return Load(dict(nodes), dict(edges), counts)


@cache
def floats(label: str) -> frozenset[str]:
    """The properties of a label that the ontology declares as real numbers."""
    vocabulary = ontology.load()
    declared = vocabulary.node_properties | vocabulary.labels[label].properties
    return frozenset(name for name, kind in declared.items() if kind == "float")


def _stored(properties: Mapping[str, fold.Value], real: frozenset[str] = frozenset()) -> dict[str, Any]:
    return {name: _cell(value, name in real) for name, value in properties.items() if value is not None}


def _cell(value: fold.Value, real: bool) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return float(value) if real and isinstance(value, int) and not isinstance(value, bool) else value


def _refuse(faults: Iterable[str]) -> None:
    found = sorted(set(faults))
    if found:
        raise errors.StoreError("the graph cannot be stored: " + "; ".join(found[:20]))


def _faults(graph: fold.Graph, labels: Mapping[str, str]) -> Iterable[str]:
    vocabulary = ontology.load()
    if len(labels) != len(graph.nodes):
        yield "two nodes share an id"
    if len({(e.source, e.type, e.target) for e in graph.edges}) != len(graph.edges):
        yield "two edges of one type join the same nodes"
    for node in graph.nodes:
        yield from _bad_node(node, vocabulary.labels.get(node.label))
        yield from _bad_properties(node.label, {k: v for k, v in node.properties.items() if k != "id"}, NODE_RESERVED)
    for edge in graph.edges:
        if edge.type not in vocabulary.relations:
            yield f"unknown relationship type {edge.type}"
        yield from (f"{edge.type} names a missing node {end}" for end in (edge.source, edge.target)
                    if end not in labels)  # fmt: skip
        yield from _bad_properties(edge.type, edge.properties, EDGE_RESERVED)


def indexed(label: ontology.Label) -> list[str]:
    """The properties that a server looks nodes up by. Statements are named by their words, so not by name."""
    return sorted(LOOKED_UP & label.properties.keys() | (set() if label.evidence else {"name"}))


def schema(labels: Mapping[str, ontology.Label]) -> dict[str, str]:
    """A server's constraints and indexes by name, made from the ontology."""
    made = {}
    for name, label in labels.items():
        unique = f"policy_graph_{name}_id"
        made[unique] = f"CREATE CONSTRAINT {unique} IF NOT EXISTS FOR (n:`{name}`) REQUIRE n.id IS UNIQUE"
        for key in indexed(label):
            index = f"policy_graph_{name}_{key}"
            made[index] = f"CREATE INDEX {index} IF NOT EXISTS FOR (n:`{name}`) ON (n.`{key}`)"
    every, searched = "|".join(f"`{name}`" for name in labels), ", ".join(f"n.{key}" for key in _SEARCHED)
    made[SEARCH] = (f"CREATE FULLTEXT INDEX {SEARCH} IF NOT EXISTS FOR (n:{every}) ON EACH [{searched}] "
                    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}")  # fmt: skip
    return made


def _bad_node(node: fold.Node, label: ontology.Label | None) -> Iterable[str]:
    if label is None:
        yield f"unknown label {node.label}"
        return
    if not isinstance(node.properties.get("name"), str):
        yield f"{node.id} has no name"
    values = {"id": node.id} | {key: node.properties.get(key) for key in indexed(label)}
    yield from (f"{node.id[:40]}: {key} is longer than {LONGEST} characters" for key, value in values.items()
                if isinstance(value, str) and len(value) > LONGEST)  # fmt: skip


def _bad_properties(owner: str, properties: Mapping[str, fold.Value], reserved: set[str]) -> Iterable[str]:
    yield from (f"{owner} may not carry a property called {name}" for name in reserved & properties.keys())
    for name, value in properties.items():
        if not name.isidentifier():
            yield f"{owner}: {name!r} is no property name"
        if isinstance(value, float) and not math.isfinite(value):
            yield f"{owner}.{name} is not a finite number"
        if isinstance(value, str | tuple) and not _is_text(value):
            yield f"{owner}.{name} holds text that is no valid Unicode"


def _is_text(value: str | tuple[str, ...]) -> bool:
    try:
        (value if isinstance(value, str) else "".join(value)).encode()
    except UnicodeEncodeError:
        return False
    return True


def _one_kind(owner: str, rows: list[dict[str, Any]]) -> None:
    """Give each property one type: the embedded engine keeps columns and would bend what does not fit."""
    kinds: dict[str, set[type]] = defaultdict(set)
    for row in rows:
        for name, value in row.items():
            kinds[name].add(type(value))
    _refuse(f"{owner}.{name} holds values of different types" for name, found in kinds.items()
            if len(found) > 1 and found != {int, float})  # fmt: skip
    mixed = [name for name, found in kinds.items() if len(found) > 1]
    for row in rows:
        row.update({name: float(row[name]) for name in mixed if name in row})


def node(key: str, label: str, properties: Mapping[str, Cell]) -> dict[str, Cell]:
    """A node as a cell."""
    rest = {name: properties[name] for name in sorted(properties) if name not in NODE_RESERVED}
    return {"id": key, "label": label} | rest


def edge(kind: str, source: str, target: str, properties: Mapping[str, Cell]) -> dict[str, Cell]:
    """An edge as a cell, without the dates that are unknown."""
    rest = {name: properties[name] for name in sorted(properties) if name not in EDGE_RESERVED}
    known = {name: value for name, value in rest.items() if not (name in DATES and value == "")}
    return {"type": kind, "source": source, "target": target} | known


def in_turn(nodes: Sequence[Cell], edges: Sequence[Cell]) -> list[Cell]:
    """A path: first node, edge, node, and so on."""
    path = [nodes[0]] if nodes else []
    for link, stop in zip(edges, nodes[1:], strict=True):
        path += [link, stop]
    return path


def moment(value: datetime.date | datetime.time) -> str:
    """A date, time or datetime as ISO 8601."""
    return value.isoformat()
