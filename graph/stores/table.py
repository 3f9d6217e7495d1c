"""What stores give out, plain cells and counts; and the names and indexes that they agree on."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import ontology

Cell = Any
"""None, bool, int, float, str, a list of cells or a dict: a node (``id``, ``label`` and its properties), an edge
(``type``, ``source``, ``target`` and its properties) or a map. A path is the list of its nodes and edges in turn."""

NODE_RESERVED = {"id", "label", "labels", "title", "type", "node_type"}
EDGE_RESERVED = {"id", "type", "label", "source", "target"}
DATES = ("start", "end")
LOOKED_UP = {"doc_no", "code", "number", "date", "file"}
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
