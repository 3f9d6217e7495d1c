"""The process in which typed-in Cypher runs: reading only, memory capped, no file and no connection opened any more."""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

if __name__ == "__main__":
    # The Neo4j driver imports these, where they are, for values that no graph of ours holds; it takes longer than most queries.
    sys.modules.update(dict.fromkeys(("numpy", "pandas", "pyarrow")))  # type: ignore[arg-type]

from graph import errors, stores

LARGEST = 64 * 1024 * 1024
GROWN_MB = 512


def main() -> None:
    """Open the graph named on the first line, then answer each further line; one JSON line for each."""
    tasks = sys.stdin.buffer
    first = json.loads(tasks.readline())
    try:
        store = stores.open_store(first["target"])
        # What the first query imports must be there before no file can be opened.
        store.run("RETURN 1 AS x", {})
    except errors.PolicyGraphError as error:
        _say(_told(error), last=True)
        return
    _confine(first["memory"], store.kind)
    _say({"ready": True})
    began = _peak_mb()
    for line in tasks:
        answer = _answer(store, json.loads(line))
        # Memory that one query took is hardly given back, and the next one would meet the cap sooner.
        _say(answer, last=_peak_mb() - began > GROWN_MB)


def _confine(memory_mb: int, kind: str) -> None:
    """Cap the memory beyond the graph's own; a graph in memory needs neither files nor sockets, so none can be had."""
    cap = (_peak_mb() + memory_mb) << 20
    resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if kind == "embedded":
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _peak_mb() -> int:
    """The most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _answer(store: stores.Store, task: dict[str, Any]) -> dict[str, Any]:
    try:
        table = store.run(task["text"], task["params"], limit=task["rows"], timeout=task["timeout"])
        return {"columns": table.columns, "rows": table.rows, "truncated": table.truncated}
    except errors.PolicyGraphError as error:
        return _told(error)
    except MemoryError:
        return {"error": "内存不足 / out of memory", "kind": "QueryError"}


def _told(error: errors.PolicyGraphError) -> dict[str, Any]:
    return {"error": str(error), "kind": type(error).__name__}


def _say(answer: dict[str, Any], last: bool = False) -> None:
    line = json.dumps(answer | {"last": last}, ensure_ascii=False)
    if len(line) > LARGEST:
        line = json.dumps({"error": f"结果过大，上限 {LARGEST >> 20} MB / the answer is larger than {LARGEST >> 20} MB",
                           "kind": "QueryError", "last": True})  # fmt: skip
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
