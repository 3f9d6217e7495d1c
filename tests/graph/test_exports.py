"""Exported files are read back with other people's readers and hold what the graph holds."""

from __future__ import annotations

import csv
import json
import re

import networkx as nx
import pytest

from graph import errors, exports, fold
from tests.graph import worlds

WORLDS = {"small": worlds.small(), "folded": worlds.folded(), "large": worlds.large(300)}
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@pytest.fixture(params=WORLDS.values(), ids=WORLDS.keys())
def world(request) -> fold.Graph:
    return request.param


def known(properties) -> dict[str, object]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in properties.items()
            if v is not None and not (k in ("start", "end") and v == "")}  # fmt: skip


def test_json_lines_hold_everything(world, tmp_path):
    (path,) = exports.write(world, "jsonl", tmp_path / "graph.jsonl")
    # Not splitlines: it would break a line at the odd separators that a text may hold.
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    nodes = [r for r in records if r["kind"] == "node"]
    edges = [r for r in records if r["kind"] == "edge"]
    assert [(r["id"], r["label"], r["properties"]) for r in nodes] == [
        (n.id, n.label, known(n.properties)) for n in world.nodes
    ]
    assert [(r["source"], r["type"], r["target"], r["properties"]) for r in edges] == [
        (e.source, e.type, e.target, known(e.properties)) for e in world.edges
    ]


def rows_of(path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_for_each_and_no_formula(world, tmp_path):
    csv.field_size_limit(1_000_000)
    nodes, edges = map(rows_of, exports.write(world, "csv", tmp_path / "tables"))
    assert [(r["id"], r["label"]) for r in nodes] == [(n.id, n.label) for n in world.nodes]
    assert [(r["source"], r["type"], r["target"]) for r in edges] == [(e.source, e.type, e.target) for e in world.edges]
    for rows, things in ((nodes, world.nodes), (edges, world.edges)):
        for row, thing in zip(rows, things, strict=True):
            for name, value in thing.properties.items():
                assert row.get(name, "") == str(exports.safe_cell(value))
                assert not isinstance(value, str) or not row[name].startswith(("=", "+", "-", "@", "\t", "\r"))


CELLS = {
    "formula": ("=1+1", "'=1+1"), "plus": ("+86", "'+86"), "minus": ("-甲", "'-甲"), "at": ("@x", "'@x"),
    "tab": ("\t=1", "'\t=1"), "full width": ("＝1", "'＝1"), "formula behind a control": ("\x00=1", "'=1"),
    "number": (-5, -5), "float": (0.5, 0.5), "none": (None, ""), "list": (("甲", "乙"), "甲；乙"),
    "list that starts a formula": (("=甲", "乙"), "'=甲；乙"), "true": (True, "true"),
    "plain": ("桂政发〔2019〕48号", "桂政发〔2019〕48号"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "cell"), CELLS.values(), ids=CELLS.keys())
def test_cells_are_safe_for_spreadsheets(value, cell):
    assert exports.safe_cell(value) == cell


def graphml_value(value: fold.Value) -> object:
    if isinstance(value, list):
        value = "；".join(value)
    return UNFIT.sub("", value) if isinstance(value, str) else value


def test_graphml_is_read_back(world, tmp_path):
    (path,) = exports.write(world, "graphml", tmp_path / "graph.graphml")
    net = nx.read_graphml(path, force_multigraph=True)
    assert set(net) == {n.id for n in world.nodes}
    for node in world.nodes:
        wanted = {k: graphml_value(v) for k, v in known(node.properties).items()} | {"label": node.label}
        # XML readers turn a carriage return and, where nothing else stands, an empty text into something else.
        assert {k: v or "" for k, v in net.nodes[node.id].items()} == {k: v or "" for k, v in wanted.items()}
    found = sorted((s, data["type"], t, data.get("quote") or "") for s, t, data in net.edges(data=True))
    assert found == sorted(
        (e.source, e.type, e.target, graphml_value(e.properties.get("quote")) or "") for e in world.edges
    )


def test_graphml_without_unfit_characters(tmp_path):
    node = fold.Node("Agency/甲", "Agency", {"name": "a\x00b\x0bc\ufffed\ud800e", "aliases": ("f\x1f",)})
    (path,) = exports.write(fold.Graph((node,)), "graphml", tmp_path / "graph.graphml")
    assert nx.read_graphml(path).nodes["Agency/甲"] == {"name": "abcde", "aliases": "f", "label": "Agency"}


@pytest.mark.parametrize("format", exports.FORMATS)
def test_the_same_graph_gives_the_same_bytes(format, world, tmp_path):
    first = [path.read_bytes() for path in exports.write(world, format, tmp_path / "first")]
    second = [path.read_bytes() for path in exports.write(world, format, tmp_path / "second")]
    assert first == second
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("format", exports.FORMATS)
def test_an_empty_graph_is_written_too(format, tmp_path):
    assert all(path.stat().st_size >= 0 for path in exports.write(fold.Graph(), format, tmp_path / "empty"))


def test_an_unknown_format_names_those_that_there_are(tmp_path):
    with pytest.raises(errors.BadParameter, match="jsonl, csv, graphml, turtle, neo4j-import"):
        exports.write(worlds.small(), "docx", tmp_path / "x")
