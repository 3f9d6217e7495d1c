"""The graph as files for Neo4j's offline importer: a table for each label and type, the arguments, the schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph import fold, ontology
from graph.stores import loading, table

ARGUMENTS, SCHEMA = "import.args", "schema.cypher"
# Between the items of a list; a text of ours does not hold it, for it is taken out here.
UNIT = "\x1f"
_OPTIONS = ("--id-type=string", "--array-delimiter=U+001F", "--multiline-fields=true", "--overwrite-destination")
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
Row = Mapping[str, Any]


def write(graph: fold.Graph, path: Path) -> tuple[Path, ...]:
    """Write the files into a folder, and give them.

    What is stored is what a build over Bolt stores, but for an empty list, which the importer takes as no value.
    """
    path.mkdir(parents=True, exist_ok=True)
    load = loading.prepare(graph)
    nodes = {label: _nodes(path / f"node-{label}.csv", found.rows()) for label, found in load.nodes.items()}
    edges = {kind: _edges(path / f"edge-{kind}.csv", rows) for kind, rows in _by_type(load).items()}
    lines = [*_OPTIONS, *(f"--nodes={label}={file.name}" for label, file in nodes.items()),
             *(f"--relationships={kind}={file.name}" for kind, file in edges.items())]  # fmt: skip
    (path / ARGUMENTS).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    (path / SCHEMA).write_text("".join(f"{line};\n" for line in table.schema(ontology.load().labels).values()), "utf-8")
    return *nodes.values(), *edges.values(), path / ARGUMENTS, path / SCHEMA


def command(path: Path, database: str = "neo4j") -> str:
    """What to type, with the server stopped; and, once it runs again, how it gets its indexes."""
    return (
        f"cd {path} && neo4j-admin database import full {database} @{ARGUMENTS}\n"
        f"then start the server and run: cypher-shell -d {database} -f {path / SCHEMA}"
    )


def _by_type(load: loading.Load) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for (_, kind, _), edges in load.edges.items():
        found[kind] += [
            {":START_ID": source, ":END_ID": target} | properties for source, target, properties in edges.rows()
        ]
    return found


def _nodes(path: Path, rows: list[dict[str, Any]]) -> Path:
    return _table(path, rows, {"id": "id:ID"})


def _edges(path: Path, rows: list[Row]) -> Path:
    return _table(path, rows, {":START_ID": ":START_ID", ":END_ID": ":END_ID"})


def _table(path: Path, rows: Iterable[Row], ends: Mapping[str, str]) -> Path:
    kinds = {name: type(value) for row in rows for name, value in row.items()}
    names = [*ends, *sorted(kinds.keys() - ends.keys())]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(ends.get(name) or f"{name}:{_TYPES[kinds[name]]}" for name in names) + "\n")
        file.writelines(",".join(_cells(row, names)) + "\n" for row in rows)
    return path


def _cells(row: Row, names: Iterable[str]) -> Iterator[str]:
    """Cells of a row. Without quotation marks an empty cell means no value, with them an empty text."""
    for name in names:
        value = row.get(name)
        if value is None:
            yield ""
        elif isinstance(value, bool):
            yield "true" if value else "false"
        elif isinstance(value, int | float):
            yield repr(value)
        else:
            text = value if isinstance(value, str) else UNIT.join(item.replace(UNIT, "") for item in value)
            yield '"' + text.replace('"', '""') + '"'
