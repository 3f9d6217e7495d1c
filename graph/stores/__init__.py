"""Where the graph is kept for asking: embedded in the library folder, or in a Neo4j server, behind one protocol.

What both stores promise, so that one Cypher text gives equal rows on either:

- Lists (aliases, claims, tags) are real lists: ``IN``, ``UNWIND`` and ``size()`` work.
- Dates are ISO strings; ``date(n.date)`` makes a date of one. A property without a value is absent (null).
- Every edge carries ``start`` and ``end``; unknown is ``''``, not null, because the embedded engine answers a
  missing ``r.start`` with the id of the source node. Ask ``r.start <> ''``; write ``r.`end``` in backticks.
- Nodes have no properties called ``title``, ``type`` or ``label``: the embedded engine answers those by itself.

What differs, so that shared queries keep away from it: ``properties(x)`` and ``keys(x)`` (return the node or edge),
``r{.status}``, unnamed columns (always ``AS``), a ``WHERE`` on the path of ``shortestPath`` (Neo4j searches with it, the
embedded engine filters afterwards: name the types in the pattern), ``id()``, ``duration.between``, ``timestamp()``,
``isEmpty()``, ``percentileCont`` and chained comparisons.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from graph import fold, progress
from graph.stores.table import Cell, Counts, Table

__all__ = ["FILE", "TIMEOUT", "Cell", "Counts", "Store", "Table", "open_store"]

FILE = "graph.kgl"
TIMEOUT = 60.0
_SERVER = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://")


class Store(Protocol):
    """A place that holds one graph and answers Cypher."""

    kind: str

    def write(self, graph: fold.Graph, progress: progress.Progress = progress.silent) -> None:
        """Replace everything by this graph. Raises StoreError; readers never see half a graph unawares."""

    def run(
        self, cypher: str, params: Mapping[str, Any] | None = None, limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:  # fmt: skip
        """The rows of a reading query, at most `limit`. Raises QueryError, QueryTimeout or StoreError."""

    def counts(self) -> Counts:
        """How many nodes of each label and edges of each type there are."""

    def close(self) -> None:
        """Let go of files and connections."""


def open_store(target: str | Path, writable: bool = False) -> Store:
    """The store at a Bolt address (``bolt://``, ``neo4j://``) or in a library folder.

    Raises StoreError when there is nothing to read, or no server answers.
    """
    # Imported here so that a command that needs no server does not wait for the driver.
    if isinstance(target, str) and _SERVER.match(target):
        from graph.stores import bolt

        return bolt.BoltStore(target, writable=writable)
    from graph.stores import embedded

    return embedded.EmbeddedStore(Path(target) / FILE, writable=writable)
