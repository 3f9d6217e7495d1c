"""A graph made ready for a store: checked, and laid out in columns by label and by type."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from graph import errors, fold, ontology
from graph.stores import table

LONGEST = 2000  # what is indexed must stay under the 8 kB that the server's indexes hold
MISSING = ""  # the label of a node that an edge names and nobody made
Column = list[Any]


@dataclass(frozen=True, slots=True)
class Nodes:
    """Nodes of one label: their ids, and a column for each property, None where a node has none."""

    ids: list[str]
    columns: dict[str, Column]

    def rows(self) -> list[dict[str, Any]]:
        """A dict a node, its id among the properties."""
        return _rows({"id": self.ids} | self.columns)


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges of one type between nodes of one label and of another: their ends, and a column for each property."""

    sources: list[str]
    targets: list[str]
    columns: dict[str, Column]

    def rows(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Source, target and properties of each edge."""
        return zip(self.sources, self.targets, _rows(self.columns), strict=True)


@dataclass(frozen=True, slots=True)
class Load:
    """A graph made ready: nodes by label; edges by source label, type and target label."""

    nodes: dict[str, Nodes]
    edges: dict[tuple[str, str, str], Edges]
    counts: table.Counts


def prepare(graph: fold.Graph) -> Load:
    """Check the graph and sort it for loading. Raises StoreError naming what no store can hold."""
    labels = {node.id: node.label for node in graph.nodes}
    nodes, edges = _by_label(graph), _by_ends(graph, labels)
    _refuse(_strangers(graph, labels, edges))
    by_type: dict[str, list[dict[str, Column]]] = defaultdict(list)
    for (_, kind, _), found in edges.items():
        by_type[kind].append(found.columns)
    _refuse(chain.from_iterable(_bad_nodes(label, found) for label, found in nodes.items()))
    _refuse(chain.from_iterable(_bad_columns(kind, parts, table.EDGE_RESERVED) for kind, parts in by_type.items()))
    for label, found_nodes in nodes.items():
        _settle([found_nodes.columns], _floats(label))
    for parts in by_type.values():
        _settle(parts)
    return Load(nodes, edges, table.Counts(Counter(labels.values()), Counter(e.type for e in graph.edges)))


def _by_label(graph: fold.Graph) -> dict[str, Nodes]:
    found: dict[str, list[fold.Node]] = defaultdict(list)
    for node in graph.nodes:
        found[node.label].append(node)
    return {label: Nodes([node.id for node in nodes], _named(nodes)) for label, nodes in found.items()}


def _by_ends(graph: fold.Graph, labels: Mapping[str, str]) -> dict[tuple[str, str, str], Edges]:
    found: dict[tuple[str, str, str], list[fold.Edge]] = defaultdict(list)
    for edge in graph.edges:
        found[labels.get(edge.source, MISSING), edge.type, labels.get(edge.target, MISSING)].append(edge)
    return {key: Edges([e.source for e in edges], [e.target for e in edges], _dated(edges))
            for key, edges in found.items()}  # fmt: skip


def _columns(found: Sequence[fold.Node | fold.Edge]) -> dict[str, Column]:
    properties = [item.properties for item in found]
    names = sorted(set[str]().union(*properties))
    return {name: [held.get(name) for held in properties] for name in names}


def _named(found: Sequence[fold.Node]) -> dict[str, Column]:
    """Columns of nodes, without the id, which some have among their properties too."""
    columns = _columns(found)
    columns.pop("id", None)
    return columns


def _dated(found: Sequence[fold.Edge]) -> dict[str, Column]:
    """Columns of edges; each has both dates, '' where unknown."""
    columns = _columns(found)
    dates = {name: [value or "" for value in columns.get(name) or [""] * len(found)] for name in table.DATES}
    return columns | dates


def _rows(columns: Mapping[str, Column]) -> list[dict[str, Any]]:
    """Rows out of columns, without what is missing, lists as lists."""
    names = tuple(columns)
    return [{name: list(value) if isinstance(value, tuple) else value
             for name, value in zip(names, row, strict=True) if value is not None}
            for row in zip(*columns.values(), strict=True)]  # fmt: skip


def _refuse(faults: Iterable[str]) -> None:
    found = sorted(set(faults))
    if found:
        raise errors.StoreError("the graph cannot be stored: " + "; ".join(found[:20]))


def _strangers(
    graph: fold.Graph, labels: Mapping[str, str], edges: Mapping[tuple[str, str, str], Edges]
) -> Iterator[str]:
    """What has no place in a graph: unknown labels and types, ends that are not there, things told twice."""
    vocabulary = ontology.load()
    if len(labels) != len(graph.nodes):
        yield "two nodes share an id"
    if any(len(set(zip(one.sources, one.targets, strict=True))) != len(one.sources) for one in edges.values()):
        yield "two edges of one type join the same nodes"
    yield from (f"unknown label {label}" for label in set(labels.values()) - vocabulary.labels.keys())
    for (source, kind, target), one in edges.items():
        if kind not in vocabulary.relations:
            yield f"unknown relationship type {kind}"
        if MISSING in (source, target):
            for ends in zip(one.sources, one.targets, strict=True):
                yield f"{kind} names a missing node {', '.join(end for end in ends if end not in labels)}"


def _bad_nodes(label: str, nodes: Nodes) -> Iterator[str]:
    names = nodes.columns.get("name", [None] * len(nodes.ids))
    yield from (f"{key} has no name" for key, name in zip(nodes.ids, names, strict=True) if not isinstance(name, str))
    for key in ("id", *table.indexed(ontology.load().labels[label])):
        values = nodes.ids if key == "id" else nodes.columns.get(key, [])
        yield from (f"{owner[:40]}: {key} is longer than {LONGEST} characters"
                    for owner, value in zip(nodes.ids, values, strict=bool(values))
                    if isinstance(value, str) and len(value) > LONGEST)  # fmt: skip
    yield from _bad_columns(label, [nodes.columns], table.NODE_RESERVED)


@cache
def _floats(label: str) -> frozenset[str]:
    """The properties of a label that the ontology declares as real numbers."""
    vocabulary = ontology.load()
    declared = vocabulary.node_properties | vocabulary.labels[label].properties
    return frozenset(name for name, kind in declared.items() if kind == "float")


def _bad_columns(owner: str, parts: Sequence[dict[str, Column]], reserved: set[str]) -> Iterator[str]:
    """Faults in the columns of one label or type, which may come in parts."""
    for name, kinds in _kinds(parts).items():
        if name in reserved:
            yield f"{owner} may not carry a property called {name}"
        if not name.isidentifier():
            yield f"{owner}: {name!r} is no property name"
        if len(kinds) > 1 and kinds != {int, float}:
            yield f"{owner}.{name} holds values of different types"
            continue
        for part in parts:
            yield from _bad_column(f"{owner}.{name}", kinds, part.get(name, []))


def _kinds(parts: Sequence[dict[str, Column]]) -> dict[str, set[type]]:
    names = sorted(set[str]().union(*parts))
    return {name: set().union(*(map(type, part.get(name, ())) for part in parts)) - {type(None)} for name in names}


def _bad_column(name: str, kinds: set[type], column: Column) -> Iterator[str]:
    if float in kinds and not all(math.isfinite(value) for value in column if value is not None):
        yield f"{name} is not a finite number"
    if str in kinds and not _is_text(filter(None, column)):
        yield f"{name} holds text that is no valid Unicode"
    if tuple in kinds and not _is_text(chain.from_iterable(filter(None, column))):
        yield f"{name} holds text that is no valid Unicode"


def _settle(parts: Sequence[dict[str, Column]], real: frozenset[str] = frozenset()) -> None:
    """Leave empty columns out and give numbers one kind, for the embedded engine would bend what does not fit."""
    for name, kinds in _kinds(parts).items():
        for part in [part for part in parts if name in part]:
            if not kinds:
                del part[name]
            elif kinds == {int, float} or (kinds == {int} and name in real):
                part[name] = [None if value is None else float(value) for value in part[name]]


def _is_text(values: Iterable[str]) -> bool:
    try:
        "".join(values).encode()
    except UnicodeEncodeError:
        return False
    return True
