"""The server store: a Neo4j database spoken to over Bolt, its graph replaced as a whole."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

import neo4j
from neo4j import exceptions, time
from neo4j import graph as shapes
from neo4j.spatial import Point

from graph import errors, fold, ontology, progress, stores
from graph import ids as naming
from graph.stores import loading, table

BATCH = 5000
CONNECT = 10.0
MARKER = "PolicyGraphBuilding"


class BoltStore:
    """A graph in a Neo4j database. While it is being replaced a marker node makes readers refuse it."""

    kind = "neo4j"

    def __init__(self, address: str, writable: bool = False) -> None:
        """Connect. User and password stand in the address or in POLICY_GRAPH_STORE_USER and _PASSWORD.

        Raises StoreError when no server answers or it refuses the user.
        """
        uri, auth = _split(address)
        self._writable = writable
        with _translated(errors.StoreError):
            self._driver = neo4j.GraphDatabase.driver(
                uri, auth=auth, connection_timeout=CONNECT, notifications_min_severity="OFF", user_agent="policy-graph"
            )
        try:
            self.run("RETURN 1")
        except errors.PolicyGraphError as error:
            # A half-built graph must still be replaceable.
            if not (writable and isinstance(error, HalfBuilt)):
                self._driver.close()
                raise

    def write(self, graph: fold.Graph, progress: progress.Progress = progress.silent) -> None:
        """Replace the graph in batches. Raises StoreError; what is left half-way stays marked as such."""
        if not self._writable:
            raise errors.StoreError("the Neo4j store is opened for reading only")
        load = loading.prepare(graph)
        with _translated(errors.StoreError), self._driver.session() as session:
            _refuse_foreign(session)
            session.run(f"MERGE (m:{MARKER} {{id: 'marker'}}) SET m.since = toString(datetime())").consume()
            # Indexing the words of many nodes at once takes half of the time that adding them one by one does.
            many = load.counts.total[0] > BATCH
            if many:
                session.run(f"DROP INDEX {table.SEARCH} IF EXISTS").consume()
            _clear(session)
            _declare(session, words=not many)
            _load(session, load, progress)
            _declare(session)
            _assert_whole(session, load)
            session.run(f"MATCH (m:{MARKER}) DELETE m").consume()

    def run(
        self, cypher: str, params: Mapping[str, Any] | None = None, limit: int | None = None,
        timeout: float | None = None,
    ) -> stores.Table:  # fmt: skip
        """The rows of a reading query; the server refuses to write. Raises QueryError, QueryTimeout, StoreError."""
        wait = stores.TIMEOUT if timeout is None else timeout
        with (
            _translated(errors.QueryError),
            self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=wait) as transaction,
        ):
            # Twice, for a build may begin, or end, while the query runs.
            _refuse_half(transaction)
            answer = _answer(transaction, cypher, dict(params or {}), limit)
            _refuse_half(transaction)
            return answer

    def counts(self) -> stores.Counts:
        """How many nodes of each label and edges of each type there are."""
        nodes = self.run("MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n").rows
        edges = self.run("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n").rows
        return stores.Counts(dict(sorted(nodes)), dict(sorted(edges)))

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()


class HalfBuilt(errors.StoreError):
    """The database holds a graph that was not written to its end."""


def _split(address: str) -> tuple[str, tuple[str, str] | None]:
    parts = urlsplit(address)
    user = unquote(parts.username or "") or os.environ.get("POLICY_GRAPH_STORE_USER", "")
    password = unquote(parts.password or "") or os.environ.get("POLICY_GRAPH_STORE_PASSWORD", "")
    uri = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    return uri, (user, password) if user else None


@contextmanager
def _translated(kind: type[errors.PolicyGraphError]) -> Iterator[None]:
    """Turn the driver's errors into ours, with the server's words; `kind` is what a refused statement means here."""
    try:
        yield
    except (exceptions.AuthError, exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise errors.StoreError(f"Neo4j: {error}") from error
    except exceptions.Neo4jError as error:
        timed_out = kind is errors.QueryError and "TimedOut" in (error.code or "")
        raise (errors.QueryTimeout if timed_out else kind)(error.message or str(error)) from error
    except (exceptions.DriverError, OSError) as error:
        raise errors.StoreError(f"Neo4j: {error}") from error
    except (ValueError, TypeError, OverflowError) as error:
        raise kind(str(error)) from error


def _refuse_half(transaction: neo4j.Transaction) -> None:
    record = transaction.run(f"MATCH (m:{MARKER}) RETURN m.since AS since LIMIT 1").single()
    if record is not None:
        raise HalfBuilt(f"the graph in Neo4j is being built since {record['since']}, or was left half-way: "
                        "wait, or run policy-graph build again")  # fmt: skip


def _answer(transaction: neo4j.Transaction, cypher: str, params: dict[str, Any], limit: int | None) -> stores.Table:
    result = transaction.run(cypher, params)
    columns = tuple(result.keys())
    found = list(result if limit is None else islice(result, limit + 1))
    result.consume()
    kept = found if limit is None else found[:limit]
    ids: dict[str, str] = {}
    for record in kept:
        for value in record.values():
            _gather(value, ids)
    unknown = [key for key, name in ids.items() if not name]
    if unknown:
        ids |= {r["key"]: r["id"] for r in transaction.run(table.LOOKUP, ids=unknown)}
    rows = tuple(tuple(_plain(value, ids) for value in record.values()) for record in kept)
    return stores.Table(columns, rows, truncated=len(found) > len(kept))


def _gather(value: Any, ids: dict[str, str]) -> None:
    """Note the ids of all nodes: an edge that comes alone names its ends by the server's inner ids only."""
    if isinstance(value, shapes.Node):
        ids[value.element_id] = value.get("id") or ids.get(value.element_id, "")
    elif isinstance(value, shapes.Relationship):
        for end in value.nodes:
            if end is not None:
                _gather(end, ids)
    elif isinstance(value, shapes.Path):
        for item in (*value.nodes, *value.relationships):
            _gather(item, ids)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            _gather(item, ids)


def _plain(value: Any, ids: Mapping[str, str]) -> stores.Cell:
    if isinstance(value, list):
        return [_plain(item, ids) for item in value]
    for shape, turn in _SHAPES.items():
        if isinstance(value, shape):
            return turn(value, ids)
    return value


def _plain_map(value: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, stores.Cell]:
    return {name: _plain(item, ids) for name, item in value.items()}


def _plain_node(value: shapes.Node, ids: Mapping[str, str]) -> stores.Cell:
    return table.node(ids[value.element_id], next(iter(sorted(value.labels)), ""), _plain_map(dict(value), ids))


def _plain_edge(value: shapes.Relationship, ids: Mapping[str, str]) -> stores.Cell:
    source, target = (ids[end.element_id] if end is not None else "" for end in value.nodes)
    return table.edge(value.type, source, target, _plain_map(dict(value), ids))


def _plain_path(value: shapes.Path, ids: Mapping[str, str]) -> stores.Cell:
    return table.in_turn(_plain(list(value.nodes), ids), _plain(list(value.relationships), ids))


def _plain_duration(value: time.Duration, _: Mapping[str, str]) -> stores.Cell:
    parts = {"months": value.months, "days": value.days, "seconds": value.seconds}
    return parts | ({"nanoseconds": value.nanoseconds} if value.nanoseconds else {})


def _plain_point(value: Point, _: Mapping[str, str]) -> stores.Cell:
    return {"latitude": value[1], "longitude": value[0]}


_SHAPES: dict[type | tuple[type, ...], Callable[[Any, Mapping[str, str]], stores.Cell]] = {
    shapes.Node: _plain_node,
    shapes.Relationship: _plain_edge,
    shapes.Path: _plain_path,
    time.Duration: _plain_duration,
    Point: _plain_point,
    (time.Date, time.DateTime, time.Time): lambda value, _: table.moment(value.to_native()),
    dict: _plain_map,
}


def _refuse_foreign(session: neo4j.Session) -> None:
    """Deleting what somebody else keeps under the same labels would be the worst that a build can do."""
    found = [label for label in ontology.load().labels if session.run(
        f"MATCH (n:`{label}`) WHERE n.id IS NULL OR NOT n.id =~ $ours RETURN n LIMIT 1", ours=naming.pattern(label)
    ).peek()]  # fmt: skip
    if found:
        raise errors.StoreError(f"the database holds {', '.join(found)} nodes that are not of this project: "
                                "give the graph a database of its own")  # fmt: skip


def _clear(session: neo4j.Session) -> None:
    vocabulary = ontology.load()
    for kind in sorted(vocabulary.relations.keys() & _values(session, "MATCH ()-[r]->() RETURN DISTINCT type(r)")):
        _drop(session, f"MATCH ()-[x:`{kind}`]->()", "DELETE x")
    for label in sorted(
        vocabulary.labels.keys() & _values(session, "MATCH (n) UNWIND labels(n) AS x RETURN DISTINCT x")
    ):
        _drop(session, f"MATCH (x:`{label}`)", "DETACH DELETE x")


def _drop(session: neo4j.Session, match: str, delete: str) -> None:
    session.run(f"{match} CALL (x) {{ {delete} }} IN TRANSACTIONS OF {BATCH} ROWS").consume()


def _values(session: neo4j.Session, cypher: str) -> set[str]:
    return {record[0] for record in session.run(cypher)}


def _declare(session: neo4j.Session, words: bool = True) -> None:
    """Constraints and indexes, made from the ontology; each takes the server a while, so only what is missing."""
    labels = ontology.load().labels
    covered = session.run(
        "SHOW INDEXES YIELD name, labelsOrTypes WHERE name = $name RETURN labelsOrTypes", name=table.SEARCH
    )
    # The full-text index covers all labels at once, so a new label means a new index.
    if {label for record in covered for label in record[0]} != labels.keys():
        session.run(f"DROP INDEX {table.SEARCH} IF EXISTS").consume()
    there = _values(session, "SHOW INDEXES YIELD name")
    for name, statement in table.schema(labels).items():
        if name not in there and (words or name != table.SEARCH):
            session.run(statement).consume()
    session.run("CALL db.awaitIndexes(300)").consume()


def _load(session: neo4j.Session, load: loading.Load, progress: progress.Progress) -> None:
    """Nodes label by label, then edges type by type.

    Edges find their ends by the server's inner ids: one plan a type instead of one for every pair of labels.
    """
    done, total = 0, sum(load.counts.total)
    inner: dict[str, str] = {}
    for label, nodes in load.nodes.items():
        cypher = f"UNWIND $rows AS row CREATE (n:`{label}`) SET n = row RETURN n.id, elementId(n)"
        for batch in _batches(nodes.rows()):
            inner.update((record[0], record[1]) for record in session.run(cypher, rows=batch))
            done += len(batch)
            progress("store", done, total)
    for kind, edges in _by_type(load).items():
        cypher = ("UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] "
                  f"CREATE (a)-[r:`{kind}`]->(b) SET r = row[2]")  # fmt: skip
        for batch in _batches([[inner[source], inner[target], row] for source, target, row in edges]):
            session.run(cypher, rows=batch).consume()
            done += len(batch)
            progress("store", done, total)


def _by_type(load: loading.Load) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    found: dict[str, list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    for (_, kind, _), edges in load.edges.items():
        found[kind] += edges.rows()
    return found


def _batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def _assert_whole(session: neo4j.Session, load: loading.Load) -> None:
    labels = list(ontology.load().labels)
    kept = session.run("MATCH (n) WHERE labels(n)[0] IN $labels RETURN count(n) AS n", labels=labels).single(
        strict=True
    )
    types = list(ontology.load().relations)
    held = session.run("MATCH ()-[r]->() WHERE type(r) IN $t RETURN count(r) AS n", t=types).single(strict=True)
    if (kept["n"], held["n"]) != load.counts.total:
        raise errors.StoreError(f"Neo4j kept {kept['n']}, {held['n']} nodes and edges of {load.counts.total}")
