"""The embedded store: one kglite file in the library folder, replaced as a whole."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kglite

from graph import errors, fold, progress, stores
from graph.stores import loading, table

if TYPE_CHECKING:
    import pandas

_NODE = {"id", "labels", "properties"}
_EDGE = {"id", "start", "end", "type", "properties"}
_PATH = {"nodes", "relationships"}
_ID, _SOURCE, _TARGET = "id", "__source", "__target"
# A column whose type is declared is not gone through to find it, which takes a quarter of the engine's time.
_DECLARED = {str: "string", int: "integer", float: "float", tuple: "list"}

# The engine would print its remarks on standard error; a cut answer is told by Table.truncated.
kglite.set_query_warning_policy("silent")


class EmbeddedStore:
    """A graph in a file. A reader keeps the graph that it opened, whatever is written meanwhile."""

    kind = "embedded"

    def __init__(self, path: Path, writable: bool = False) -> None:
        """Open the file. Raises StoreError when it is broken, or missing and not to be written."""
        self._path = path
        self._writable = writable
        self._ids: dict[str, str] | None = None
        self._lock = threading.Lock()
        self._session = self._load()

    def _load(self) -> kglite.Session:
        if not self._path.exists():
            if self._writable:
                return kglite.KnowledgeGraph().session()
            raise errors.StoreError(
                f"还没有建图：运行 policy-graph build / no graph in {self._path.parent} yet: run policy-graph build"
            )
        try:
            return kglite.open_session(str(self._path))
        except (kglite.KgError, OSError, ValueError) as error:
            raise errors.StoreError(
                f"图谱文件打不开：运行 policy-graph build 重新建图 / {self._path}: {error}; run policy-graph build to make it anew"
            ) from error

    def write(self, graph: fold.Graph, progress: progress.Progress = progress.silent) -> None:
        """Replace the file in one step: written beside it, flushed to disk, then renamed over it."""
        if not self._writable:
            raise errors.StoreError(f"{self._path} is opened for reading only")
        load = loading.prepare(graph)
        progress("store", 0, len(graph.nodes) + len(graph.edges))
        try:
            built = fill(frames(load))
            _assert_whole(built, load)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            built.save(str(self._path))
        except (kglite.KgError, OSError, ValueError, TypeError) as error:
            raise errors.StoreError(f"{self._path}: {error}") from error
        with self._lock:
            self._ids, self._session = None, built.session()
        progress("store", len(graph.nodes) + len(graph.edges), len(graph.nodes) + len(graph.edges))

    def run(
        self, cypher: str, params: Mapping[str, Any] | None = None, limit: int | None = None,
        timeout: float | None = None,
    ) -> stores.Table:  # fmt: skip
        """The rows of a reading query. Raises QueryTimeout, QueryError."""
        columns, found = self._raw(cypher, params, None if limit is None else limit + 1, timeout)
        kept = found if limit is None else found[:limit]
        rows = tuple(tuple(self._plain(row[column]) for column in columns) for row in kept)
        return stores.Table(columns, rows, truncated=len(found) > len(kept))

    def _raw(
        self, cypher: str, params: Mapping[str, Any] | None, limit: int | None, timeout: float | None
    ) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
        wait = max(1, int(1000 * (stores.TIMEOUT if timeout is None else timeout)))
        try:
            answer = self._session.cypher(cypher, params=dict(params or {}), timeout_ms=wait, row_limit=limit)
            return tuple(answer.columns), answer.to_list()
        except kglite.CypherTimeoutError as error:
            raise errors.QueryTimeout(str(error)) from error
        except (kglite.KgError, ValueError, TypeError, OverflowError, RuntimeError) as error:
            raise errors.QueryError(str(error)) from error

    def counts(self) -> stores.Counts:
        """How many nodes of each label and edges of each type there are."""
        nodes = self.run("MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n").rows
        edges = self.run("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n").rows
        return stores.Counts(dict(sorted(nodes)), dict(sorted(edges)))

    def close(self) -> None:
        """Let go of the graph; the store cannot be asked any more."""
        self._session = kglite.KnowledgeGraph().session()

    def _plain(self, value: Any) -> stores.Cell:
        if isinstance(value, list | tuple):
            return [self._plain(item) for item in value]
        if isinstance(value, dict):
            return self._plain_map(value)
        return table.moment(value) if isinstance(value, datetime.date | datetime.time) else value

    def _plain_map(self, value: dict[str, Any]) -> stores.Cell:
        keys = value.keys()
        if keys == _NODE and isinstance(value["properties"], dict):
            return table.node(value["properties"]["id"], value["labels"][0], self._values(value["properties"]))
        if keys == _EDGE and isinstance(value["properties"], dict):
            source, target = (self._id_of(value[end]) for end in ("start", "end"))
            return table.edge(value["type"], source, target, self._values(value["properties"]))
        if keys == _PATH:
            return table.in_turn(self._plain(value["nodes"]), self._plain(value["relationships"]))
        return self._values(value)

    def _values(self, value: Mapping[str, Any]) -> dict[str, stores.Cell]:
        return {name: self._plain(item) for name, item in value.items()}

    def _id_of(self, key: int) -> str:
        """An edge names its ends by inner numbers; they are fixed as long as the graph is not replaced."""
        with self._lock:
            if self._ids is None:
                pairs = self._session.cypher("MATCH (n) RETURN elementId(n) AS key, n.id AS id").to_list()
                self._ids = {pair["key"]: pair["id"] for pair in pairs}
            return self._ids[str(key)]


@dataclass(frozen=True, slots=True)
class Frames:
    """What the engine loads at once: a data frame a label, and one a source label, type and target label."""

    nodes: dict[str, pandas.DataFrame]
    edges: dict[tuple[str, str, str], pandas.DataFrame]


def frames(load: loading.Load) -> Frames:
    """The columns as data frames of objects, so that numbers, truth values and lists stay what they are beside nothing."""
    return Frames(
        {label: _frame({_ID: found.ids} | found.columns) for label, found in load.nodes.items()},
        {key: _frame({_SOURCE: found.sources, _TARGET: found.targets} | found.columns)
         for key, found in load.edges.items()},
    )  # fmt: skip


def _frame(columns: Mapping[str, Sequence[Any]]) -> pandas.DataFrame:
    # Reading needs no data frames, and the worker's process keeps pandas out: it takes longer than most queries.
    import pandas

    return pandas.DataFrame({name: pandas.Series(values, dtype=object) for name, values in columns.items()})


def fill(made: Frames) -> kglite.KnowledgeGraph:
    """A graph of the engine with these nodes and edges."""
    built = kglite.KnowledgeGraph()
    for label, frame in made.nodes.items():
        built.add_nodes(frame, label, _ID, "name", column_types=_types(frame))
    for (source, kind, target), frame in made.edges.items():
        built.add_connections(frame, kind, source, _SOURCE, target, _TARGET, column_types=_types(frame))
    return built


def _types(frame: pandas.DataFrame) -> dict[str, str]:
    """The engine's type of each column, by its first value: values of a column are of one type, and none is empty."""
    first = {name: next((value for value in frame[name] if value is not None), None) for name in frame}
    return {name: _DECLARED[type(value)] for name, value in first.items() if type(value) in _DECLARED}


def _assert_whole(built: kglite.KnowledgeGraph, load: loading.Load) -> None:
    if tuple(built.shape) != load.counts.total:
        raise errors.StoreError(f"the engine kept {built.shape} nodes and edges of {load.counts.total}")
