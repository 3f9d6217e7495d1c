"""The guard lets reading pass and refuses everything else, however it is spelled; the worker's clock and cap hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import errors, fold, stores
from queries import guard, worker

READING = [
    "MATCH (a:Agency) RETURN a.name LIMIT 5",
    "MATCH (a)-[r:SUPPORTS*1..3]->(b) WHERE a.name CONTAINS '科技' RETURN a, b ORDER BY a.name SKIP 1 LIMIT 2",
    "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN p",
    "MATCH (n) WHERE EXISTS { MATCH (n)--(m) } RETURN [x IN n.aliases WHERE x STARTS WITH '桂' | x]",
    "UNWIND [1, 2] AS x WITH x WHERE x > 1 RETURN x UNION ALL RETURN 3 AS x",
    "MATCH (a) CALL (a) { MATCH (a)--(c) RETURN count(c) AS n } RETURN a.name, n",
    "CALL db.labels() YIELD label RETURN label",
]
HOSTILE = [
    "CREATE (n) RETURN n", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "MATCH (n) REMOVE n.name", "MERGE (n:X) RETURN n",
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/x' AS l RETURN l",
    "FOREACH (x IN [1] | CREATE (:A))", "CALL { MATCH (n) SET n.x = 1 } RETURN 1", "CALL dbms.listConfig()", "CALL apoc.load.json('x')",
    "RETURN apoc.load.json('x')", "MATCH (a)-[*]->(b) RETURN b", "MATCH (a)-[*2..]->(b) RETURN b", "MATCH (a)-[*..30]->(b) RETURN b",
    "MATCH (n) /* RETURN n */ DELETE n", "MATCH (n) // hidden\nSET n.x = 1", "ma\u0074ch (n) dEtAcH dElEtE n", "DROP INDEX x", "SHOW USERS",
    "USE system MATCH (n) RETURN n", "RETURN " + "(" * 80 + "1" + ")" * 80, "RETURN '" + "x" * 9000 + "'", "MATCH (n) RETURN n; MATCH (n) DELETE n",
    "", "not cypher at all", "RETURN " + "1+" * 4000 + "1", "RETURN " + "NOT " * 1500 + "true", r"RETURN '\u0027 AS a LOAD CSV FROM 0 AS l RETURN l //'",
    "RETURN 1 AS x //\rLOAD CSV FROM 'x' AS l RETURN l", "RETURN 1 AS x //\u2028LOAD CSV FROM 'x' AS l RETURN l",
    "RETURN EXISTS { MATCH (n) SET n.x = 1 }", "MATCH (n) RETURN [(n)-[*]->(m) | m]", "RETURN 1 NEXT CREATE (n) RETURN n",
]  # fmt: skip


@pytest.mark.parametrize("text", READING)
def test_reading_passes(text: str) -> None:
    guard.check(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(errors.QueryRefused):
        guard.check(text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("graph")
    store = stores.open_store(place, writable=True)
    store.write(fold.Graph(tuple(fold.Node(f"Agency/{i}", "Agency", {"name": f"机构{i}"}) for i in range(300)), ()))
    store.close()
    return place


def test_the_worker_answers(folder: Path) -> None:
    table = worker.run(str(folder), "MATCH (a:Agency) RETURN a.name AS name ORDER BY name LIMIT $n", {"n": 2})
    assert table.rows == (("机构0",), ("机构1",))


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a), (b), (c), (d) RETURN count(*)",
        "UNWIND [1] AS x RETURN size(reduce(s = 'ab', i IN range(1, 40) | s + s))",
    ],
)
def test_a_runaway_query_is_ended(folder: Path, text: str) -> None:
    with pytest.raises(errors.QueryError):
        worker.run(str(folder), text, timeout=1.0)


def test_an_engine_error_is_told(folder: Path) -> None:
    with pytest.raises(errors.QueryError):
        worker.run(str(folder), "MATCH (a) RETURN b")
