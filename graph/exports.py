"""The whole graph as files for other tools: JSON Lines, CSV, GraphML, Turtle, Neo4j's offline importer."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import networkx as nx

from graph import errors, fold, neo4j_import, rdf

# XML 1.0 has no place for these, and spreadsheets choke on them: controls, surrogates, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A cell that begins so is run as a formula; in East Asian locales the full-width signs count too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SEPARATOR = "；"
_STRUCTURE = {"id", "source", "target"}


def write(graph: fold.Graph, format: str, path: Path) -> tuple[Path, ...]:
    """Write the graph in a format of `FORMATS`; CSV and neo4j-import make a folder.

    Gives the files written. Each is put in place when it is complete. Raises BadParameter for an unknown format.
    """
    if format not in FORMATS:
        raise errors.BadParameter(f"unknown format {format}; there are {', '.join(FORMATS)}")
    return FORMATS[format](graph, path)


def _jsonl(graph: fold.Graph, path: Path) -> tuple[Path, ...]:
    with _placed(path) as part, part.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for record in _records(graph):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return (path,)


def _records(graph: fold.Graph) -> Iterator[dict[str, Any]]:
    for node in graph.nodes:
        yield {"kind": "node", "id": node.id, "label": node.label, "properties": _known(node.properties)}
    for edge in graph.edges:
        yield {
            "kind": "edge", "source": edge.source, "type": edge.type, "target": edge.target,
            "properties": _known(edge.properties),
        }  # fmt: skip


def _known(properties: Mapping[str, fold.Value]) -> dict[str, fold.Value]:
    """What has a value; an edge's unknown date is an empty text in the graph, and nothing in a file."""
    return {name: value for name, value in properties.items()
            if value is not None and not (name in ("start", "end") and value == "")}  # fmt: skip


def _csv(graph: fold.Graph, path: Path) -> tuple[Path, ...]:
    path.mkdir(parents=True, exist_ok=True)
    nodes = [_own(node.properties, {"id": node.id, "label": node.label}) for node in graph.nodes]
    edges = [_own(e.properties, {"source": e.source, "type": e.type, "target": e.target}) for e in graph.edges]
    _table(path / "nodes.csv", nodes, ("id", "label", "name"))
    _table(path / "edges.csv", edges, ("source", "type", "target"))
    return path / "nodes.csv", path / "edges.csv"


def _own(properties: Mapping[str, fold.Value], fixed: dict[str, fold.Value]) -> dict[str, fold.Value]:
    return _known(properties) | fixed


def _table(path: Path, rows: list[dict[str, fold.Value]], first: tuple[str, ...]) -> None:
    columns = [*first, *sorted({name for row in rows for name in row} - set(first))]
    # The byte order mark makes spreadsheets read UTF-8.
    with _placed(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([safe_cell(row.get(column)) for column in columns] for row in rows)


def safe_cell(value: fold.Value) -> str | int | float:
    """A value for a spreadsheet: lists joined, and no text that a spreadsheet would run as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = _clean(_joined(value))
    return "'" + text if text.startswith(_FORMULA) else text


def _joined(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else SEPARATOR.join(value)


def _clean(text: str) -> str:
    return _UNFIT.sub("", text)


def _graphml(graph: fold.Graph, path: Path) -> tuple[Path, ...]:
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        net.add_node(_clean(node.id), **_attributes(_own(node.properties, {"label": node.label})))
    for edge in graph.edges:
        own = _own(edge.properties, {"type": edge.type})
        net.add_edge(_clean(edge.source), _clean(edge.target), key=edge.type, **_attributes(own))
    with _placed(path) as part:
        nx.write_graphml(net, str(part))
    return (path,)


def _attributes(properties: Mapping[str, fold.Value]) -> dict[str, Any]:
    return {name: _clean(_joined(value)) if isinstance(value, str | tuple) else value
            for name, value in properties.items() if name not in _STRUCTURE}  # fmt: skip


def _turtle(graph: fold.Graph, path: Path) -> tuple[Path, ...]:
    with _placed(path) as part:
        rdf.write(graph, part)
    return (path,)


@contextmanager
def _placed(path: Path) -> Iterator[Path]:
    """A file beside the wanted one, put in its place when it is written to the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


FORMATS: dict[str, Callable[[fold.Graph, Path], tuple[Path, ...]]] = {
    "jsonl": _jsonl, "csv": _csv, "graphml": _graphml, "turtle": _turtle, "neo4j-import": neo4j_import.write,
}  # fmt: skip
