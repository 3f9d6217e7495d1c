"""A store that remembers its answers: while it is open the graph behind it must not change, so the same question has one answer."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from graph import fold, progress, stores

MOST_ROWS = 20_000


class RememberedStore:
    """Asks another store what was not asked before. Keeps the answers used last, `most` rows of them; rows are not to be changed."""

    def __init__(self, store: stores.Store, most: int = MOST_ROWS) -> None:
        self.kind = store.kind
        self._store, self._most, self._rows = store, most, 0
        self._answers: OrderedDict[str, stores.Table] = OrderedDict()
        self._counts: stores.Counts | None = None
        self._lock = threading.Lock()

    def write(self, graph: fold.Graph, progress: progress.Progress = progress.silent) -> None:
        """Replace everything by this graph, and forget."""
        self._store.write(graph, progress)
        self._forget()

    def run(
        self, cypher: str, params: Mapping[str, Any] | None = None, limit: int | None = None,
        timeout: float | None = None,
    ) -> stores.Table:  # fmt: skip
        """The rows of a reading query, as the other store gives or gave them; its errors are not remembered."""
        key = json.dumps([cypher, params, limit], default=repr)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        found = self._store.run(cypher, params, limit, timeout)
        self._keep(key, found)
        return found

    def _keep(self, key: str, found: stores.Table) -> None:
        """Answers without a row take room too."""
        with self._lock:
            if key not in self._answers:
                self._answers[key] = found
                self._rows += len(found.rows) + 1
            while self._rows > self._most:
                self._rows -= len(self._answers.popitem(last=False)[1].rows) + 1

    def counts(self) -> stores.Counts:
        """How many nodes of each label and edges of each type there are."""
        if self._counts is None:
            self._counts = self._store.counts()
        return self._counts

    def close(self) -> None:
        """Let go of the other store."""
        self._store.close()
        self._forget()

    def _forget(self) -> None:
        with self._lock:
            self._answers.clear()
            self._rows, self._counts = 0, None
