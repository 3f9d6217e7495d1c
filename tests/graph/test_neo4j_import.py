"""What the offline importer reads is what a build over Bolt stores: imported for real and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import fold, neo4j_import, stores
from tests.graph import worlds
from tests.graph.test_stores import content, read_back
from tests.neo4j import server

WORLD = worlds.large(300, seed=3)


@pytest.mark.neo4j
def test_what_is_imported_is_what_was_written(tmp_path: Path) -> None:
    server.prefetch()
    neo4j_import.write(WORLD, tmp_path / "files")
    server.import_offline(tmp_path / "files", tmp_path / "home")
    with server.running(tmp_path / "home") as address:
        store = stores.open_store(address)
        try:
            assert read_back(store) == content(as_the_importer_has_it(WORLD))
        finally:
            store.close()


def as_the_importer_has_it(world: fold.Graph) -> fold.Graph:
    """The graph with lists as the importer can hold them: an empty list is no value, and no item holds the separator."""

    def clean(value: fold.Value) -> fold.Value:
        return (
            tuple(item.replace(neo4j_import.UNIT, "") for item in value) or None if isinstance(value, tuple) else value
        )

    return fold.Graph(
        tuple(fold.Node(n.id, n.label, {k: clean(v) for k, v in n.properties.items()}) for n in world.nodes),
        tuple(
            fold.Edge(e.source, e.type, e.target, {k: clean(v) for k, v in e.properties.items()}) for e in world.edges
        ),
    )


CELLS = {
    "empty text": ({"x": ""}, ['""']), "no value": ({}, [""]), "quotation mark": ({"x": 'a"b'}, ['"a""b"']),
    "line break": ({"x": "a\nb"}, ['"a\nb"']), "truth": ({"x": True}, ["true"]), "number": ({"x": 2.5}, ["2.5"]),
    "list": ({"x": ["a", "b\x1f"]}, ['"a\x1fb"']),
}  # fmt: skip


@pytest.mark.parametrize(("row", "cells"), CELLS.values(), ids=CELLS.keys())
def test_cells_tell_an_empty_text_from_no_value(row: dict, cells: list[str]) -> None:
    assert list(neo4j_import._cells(row, ["x"])) == cells


def test_the_command_names_the_files(tmp_path: Path) -> None:
    files = neo4j_import.write(worlds.small(), tmp_path)
    arguments = (tmp_path / neo4j_import.ARGUMENTS).read_text("utf-8")
    assert {f.name for f in files if f.suffix == ".csv"} == {
        line.rpartition("=")[2] for line in arguments.splitlines() if line.endswith(".csv")
    }
    assert neo4j_import.ARGUMENTS in neo4j_import.command(tmp_path)
    assert (
        (tmp_path / "node-Agency.csv")
        .read_text("utf-8")
        .startswith("id:ID,aliases:string[],documents:long,name:string")
    )
