"""Both stores hold the same graph, answer alike, refuse to write, and are replaced as a whole."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import connection
from pathlib import Path

import pytest

from graph import errors, fold, stores
from tests import killing
from tests.graph import worlds

KINDS = ("embedded", pytest.param("neo4j", marks=pytest.mark.neo4j))


@pytest.fixture(params=KINDS)
def target(request, tmp_path) -> str | Path:
    return tmp_path if request.param == "embedded" else request.getfixturevalue("neo4j_url")


@pytest.fixture
def store(target) -> Iterator[stores.Store]:
    opened = stores.open_store(target, writable=True)
    yield opened
    opened.close()


@pytest.fixture
def filled(store) -> stores.Store:
    store.write(worlds.small())
    return store


def known(properties) -> dict[str, object]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in sorted(properties.items()) if v is not None}


def dated(properties: dict[str, object]) -> dict[str, object]:
    """Without the dates that are unknown: an edge holds them as '' and is given back without them."""
    return {k: v for k, v in properties.items() if not (k in ("start", "end") and v == "")}


def content(graph: fold.Graph) -> tuple[list[dict], list[dict]]:
    nodes = [{"id": n.id, "label": n.label} | known(n.properties) for n in graph.nodes]
    edges = [{"type": e.type, "source": e.source, "target": e.target} | dated(known(e.properties)) for e in graph.edges]
    return sorted(nodes, key=lambda n: n["id"]), sorted(edges, key=edge_key)


def edge_key(edge: dict) -> tuple[str, str, str]:
    return edge["source"], edge["type"], edge["target"]


def read_back(store: stores.Store) -> tuple[list[dict], list[dict]]:
    nodes = [row[0] for row in store.run("MATCH (n) RETURN n").rows]
    edges = [row[0] for row in store.run("MATCH ()-[r]->() RETURN r").rows]
    return sorted(nodes, key=lambda n: n["id"]), sorted(edges, key=edge_key)


@pytest.mark.parametrize("world", [worlds.small(), worlds.folded(), worlds.large()], ids=["small", "folded", "large"])
def test_every_node_and_edge_comes_back_as_written(store, world):
    store.write(world)
    nodes, edges = read_back(store)
    wanted_nodes, wanted_edges = content(world)
    assert nodes == wanted_nodes
    assert edges == wanted_edges
    assert store.counts().total == (len(world.nodes), len(world.edges))


@pytest.mark.neo4j
def test_both_stores_hold_equal_content(tmp_path, neo4j_url):
    opened = [stores.open_store(place, writable=True) for place in (tmp_path, neo4j_url)]
    world = worlds.large(nodes=300, seed=11)
    for store in opened:
        store.write(world)
    first, second = (read_back(store) for store in opened)
    assert first == second
    assert [[type(v) for v in node.values()] for node in first[0]] == [
        [type(v) for v in node.values()] for node in second[0]
    ]
    assert opened[0].counts() == opened[1].counts()
    for store in opened:
        store.close()


CASES = {
    "a value": ("MATCH (a:Agency {id: $id}) RETURN a.name AS name", [("自治区科技厅",)]),
    "member of a list": ("MATCH (a:Agency) WHERE '我厅' IN a.aliases RETURN a.id", [("Agency/自治区科技厅",)]),
    "list unrolled": ("MATCH (a:Agency) UNWIND a.aliases AS x RETURN x ORDER BY x", [("我厅",), ("科技厅",)]),
    "size of a list": ("MATCH (a:Agency) RETURN size(a.aliases) AS n ORDER BY n", [(0,), (2,)]),
    "list of an edge": ("MATCH ()-[r:ISSUED]->() WHERE 'c-1' IN r.claims RETURN count(r)", [(2,)]),
    "unknown start": ("MATCH (a)-[r:ISSUED]->() RETURN r.start, r.`end` ORDER BY r.start",
                      [("", ""), ("2019-11", "2019-11")]),
    "start of evidence": ("MATCH (:Claim)-[r]->() RETURN DISTINCT r.start", [("",)]),
    "missing property": ("MATCH (a:Agency {id: $id}) RETURN a.name_en, a.nothing", [(None, None)]),
    "date": ("MATCH (p:Policy) RETURN date(p.date_issued).year, date(p.date_issued)", [(2019, "2019-11-01")]),
    "datetime": ("RETURN datetime('2019-01-02T03:04:05Z')", [("2019-01-02T03:04:05+00:00",)]),
    "duration": ("RETURN duration('P1M2DT3S')", [({"months": 1, "days": 2, "seconds": 3},)]),
    "map with a list": ("RETURN {a: [1, 2.5, 'x', null], b: {c: true}}",
                        [({"a": [1, 2.5, "x", None], "b": {"c": True}},)]),
    "type and labels": ("MATCH (c:Claim)-[r:STATED_IN]->(d) RETURN labels(c), type(r), labels(d)[0]",
                        [(["Claim"], "STATED_IN", "Document")]),
    "length of a path": ("MATCH p = shortestPath((a:Agency {id: $id})-[*1..4]-(b:Document)) RETURN length(p)", [(2,)]),
    "names along a path": ("MATCH p = (:Claim)-[:OBJECT]->(:Policy) RETURN [n IN nodes(p) | n.name]",
                           [(["印发", "办法"],)]),
    "ends of an edge": ("MATCH ()-[r:SUPPORTS]->() RETURN startNode(r).id, endNode(r).id",
                        [("Agency/自治区科技厅", "DemonstrationZone/桂林")]),
    "null parameter": ("MATCH (a:Agency) WHERE $nothing IS NULL RETURN count(a)", [(2,)]),
    "list parameter": ("MATCH (a:Agency) WHERE a.name IN $names RETURN a.name", [("自治区财政厅",)]),
    "subquery": ("MATCH (a:Agency) CALL (a) { MATCH (a)-[r]->() RETURN count(r) AS n } RETURN n ORDER BY n",
                 [(1,), (2,)]),
}  # fmt: skip
PARAMS = {"id": "Agency/自治区科技厅", "nothing": None, "names": ["自治区财政厅", "无"]}


def test_answers_are_equal_and_plain(filled):
    for name, (cypher, rows) in CASES.items():
        assert list(filled.run(cypher, PARAMS).rows) == rows, name


def test_a_path_is_nodes_and_edges_in_turn(filled):
    cypher = "MATCH p = (:Document)<-[:STATED_IN]-(:Claim)-[:SUBJECT]->(:Agency) RETURN p"
    (path,) = filled.run(cypher).rows[0]
    assert [item["id"] if "id" in item else item["type"] for item in path] == [
        "Document/d", "STATED_IN", "Claim/c-1", "SUBJECT", "Agency/自治区科技厅",
    ]  # fmt: skip
    assert path[1] == {"type": "STATED_IN", "source": "Claim/c-1", "target": "Document/d"}


def test_nodes_and_edges_inside_lists_and_maps_are_plain(filled):
    row = filled.run(
        "MATCH (c:Claim)-[r:STATED_IN]->(d) RETURN [c, d] AS pair, {link: r} AS map, collect(r) AS all"
    ).rows[0]
    link = {"type": "STATED_IN", "source": "Claim/c-1", "target": "Document/d"}
    assert [n["id"] for n in row[0]] == ["Claim/c-1", "Document/d"]
    assert row[1:] == ({"link": link}, [link])


def test_columns_keep_their_names_and_a_limit_says_that_it_cut(filled):
    table = filled.run("UNWIND range(1, 10) AS i RETURN i AS number, -i AS minus", limit=3)
    assert table == stores.Table(("number", "minus"), ((1, -1), (2, -2), (3, -3)), truncated=True)
    assert not filled.run("UNWIND range(1, 3) AS i RETURN i", limit=3).truncated
    assert table.dicts()[0] == {"number": 1, "minus": -1}


@pytest.mark.parametrize("cypher", [
    "CREATE (n:Agency {id: 'x', name: 'x'})", "MATCH (n) SET n.name = 'x'", "MATCH (n) DETACH DELETE n",
    "MERGE (n:Agency {id: 'x'}) RETURN n", "CREATE INDEX FOR (n:Agency) ON (n.kind)", "MATCH (n) REMOVE n.name",
])  # fmt: skip
def test_asking_never_writes(filled, cypher):
    before = read_back(filled)
    with pytest.raises(errors.QueryError):
        filled.run(cypher)
    assert read_back(filled) == before


@pytest.mark.parametrize("cypher", ["MATCH (n RETURN n", "", "RETURN $missing", "RETURN nofunction(1)", "RETURN 1/0"])
def test_a_bad_query_is_a_query_error(filled, cypher):
    with pytest.raises(errors.QueryError) as caught:
        filled.run(cypher)
    assert str(caught.value)


def test_the_clock_ends_a_query(filled):
    began = time.monotonic()
    with pytest.raises(errors.QueryTimeout):
        filled.run("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b = -1 "
                   "RETURN count(*)", timeout=1)  # fmt: skip
    assert time.monotonic() - began < 20


def test_writing_replaces_everything(filled):
    world = worlds.small()
    filled.write(fold.Graph(world.nodes[:2], ()))
    assert filled.counts() == stores.Counts({"Agency": 2}, {})
    filled.write(fold.Graph())
    assert filled.counts().total == (0, 0)
    filled.write(world)
    assert read_back(filled) == content(world)


NODE = fold.Node("Agency/a", "Agency", {"name": "a"})
BAD = {
    "unknown label": (fold.Graph((replace(NODE, label="Nonsense"),)), "unknown label"),
    "no name": (fold.Graph((replace(NODE, properties={}),)), "has no name"),
    "two of one id": (fold.Graph((NODE, NODE)), "share an id"),
    "missing end": (fold.Graph((NODE,), (fold.Edge("Agency/a", "ISSUED", "Policy/b", {}),)), "missing node Policy/b"),
    "twice the same edge": (fold.Graph((NODE,), (fold.Edge("Agency/a", "PART_OF", "Agency/a", {}),) * 2), "two edges"),
    "reserved name": (fold.Graph((replace(NODE, properties={"name": "a", "title": "b"}),)), "called title"),
    "reserved on edge": (fold.Graph((NODE,), (fold.Edge("Agency/a", "PART_OF", "Agency/a", {"source": "x"}),)),
                         "called source"),
    "long name": (fold.Graph((replace(NODE, properties={"name": "长" * 2001}),)), "longer than 2000"),
    "not a number": (fold.Graph((replace(NODE, properties={"name": "a", "x": float("nan")}),)), "finite"),
    "half a character": (fold.Graph((replace(NODE, properties={"name": "\ud800"}),)), "valid Unicode"),
    "mixed column": (fold.Graph((replace(NODE, properties={"name": "a", "x": 1}),
                                 fold.Node("Agency/b", "Agency", {"name": "b", "x": "1"}))), "different types"),
}  # fmt: skip


def test_what_no_store_can_hold_is_refused_and_the_old_graph_stays(filled):
    before = read_back(filled)
    for name, (graph, reason) in BAD.items():
        with pytest.raises(errors.StoreError, match=reason):
            filled.write(graph)
        assert read_back(filled) == before, name


def test_progress_ends_with_all(store):
    seen: list[tuple[str, int, int]] = []
    world = worlds.small()
    store.write(world, lambda *step: seen.append(step))
    assert seen[-1][1:] == (12, 12)
    assert all(0 <= done <= total for _, done, total in seen)


def test_reading_a_store_opened_for_reading_only(filled, target):
    reader = stores.open_store(target)
    assert reader.counts() == filled.counts()
    with pytest.raises(errors.StoreError, match="reading only"):
        reader.write(worlds.small())
    reader.close()


def test_no_graph_yet(tmp_path):
    with pytest.raises(errors.StoreError, match="run policy-graph build"):
        stores.open_store(tmp_path)


def test_a_broken_file_says_what_to_do(tmp_path):
    (tmp_path / stores.FILE).write_bytes(b"no graph at all" * 100)
    with pytest.raises(errors.StoreError, match="build"):
        stores.open_store(tmp_path)


def test_no_server_is_a_store_error():
    with pytest.raises(errors.StoreError):
        stores.open_store("bolt://127.0.0.1:1")


def test_a_reader_keeps_the_graph_that_it_opened(tmp_path):
    writer = stores.open_store(tmp_path, writable=True)
    writer.write(worlds.large(nodes=2000))
    reader = stores.open_store(tmp_path)
    before = read_back(reader)
    writer.write(worlds.small())
    assert read_back(reader) == before
    assert read_back(stores.open_store(tmp_path)) == content(worlds.small())


def _write_on(folder: Path, told: connection.Connection) -> None:
    """Write one graph, then the other, until this process is killed, and tell each that is written."""
    store = stores.open_store(folder, writable=True)
    for seed in itertools.cycle((1, 2)):
        store.write(worlds.large(nodes=200, seed=seed))
        told.send(seed)


def test_a_killed_writer_leaves_a_whole_graph(tmp_path):
    wanted = [content(worlds.large(nodes=200, seed=seed)) for seed in (1, 2)]
    for delay in (0.0, 0.03, 0.07, 0.11, 0.2):
        with killing.process(_write_on, tmp_path) as said:
            said.recv()
            time.sleep(delay)
        assert read_back(stores.open_store(tmp_path)) in wanted


@pytest.mark.neo4j
def test_half_a_graph_is_never_shown(neo4j_url):
    store = stores.open_store(neo4j_url, writable=True)

    def stop(stage: str, done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(worlds.small(), stop)
    store.close()
    with pytest.raises(errors.StoreError, match="left half-way"):
        stores.open_store(neo4j_url)
    again = stores.open_store(neo4j_url, writable=True)
    with pytest.raises(errors.StoreError, match="left half-way"):
        again.counts()
    again.write(worlds.small())
    assert read_back(again) == content(worlds.small())
    again.close()


@pytest.mark.neo4j
def test_nodes_of_others_are_not_deleted(neo4j_url):
    import neo4j

    store = stores.open_store(neo4j_url, writable=True)
    store.write(worlds.small())
    with neo4j.GraphDatabase.driver(neo4j_url) as driver, driver.session() as session:
        for mine in ("surname: 'of somebody else'", "id: 'p7', name: 'of somebody else'"):
            session.run(f"CREATE (:Person {{{mine}}})").consume()
            with pytest.raises(errors.StoreError, match="Person"):
                store.write(worlds.small())
            session.run("MATCH (n:Person) DELETE n").consume()
    store.write(worlds.small())
    assert store.counts().total == (6, 6)
    store.close()


@pytest.mark.neo4j
def test_full_text_finds_chinese_words(neo4j_url):
    store = stores.open_store(neo4j_url, writable=True)
    store.write(worlds.small())
    found = store.run("CALL db.index.fulltext.queryNodes('policy_graph_text', '示范区') YIELD node RETURN node.id")
    assert found.rows == (("DemonstrationZone/桂林",),)
    store.close()
