"""The graph that readings and judgements fold into: nodes and edges with plain properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A thing or a statement; `id` is unique in the graph, `label` one of the ontology's."""

    id: str
    label: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes, named by their ids; at most one of a type between them."""

    source: str
    type: str
    target: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and edges, sorted by id."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
