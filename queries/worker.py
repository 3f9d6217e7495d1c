"""Typed-in Cypher runs in a process of its own: reading only, capped memory, a clock that ends in SIGKILL."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from graph import errors, stores

MEMORY_MB = 2048
GRACE = 1.0
_SERVER = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://")


def run(target: str, text: str, params: Mapping[str, Any] | None = None, timeout: float = 5.0, rows: int = 5000,
        memory_mb: int = MEMORY_MB) -> stores.Table:  # fmt: skip
    """The rows of a text that the guard let pass. `target` is a library folder or a Bolt address, `timeout` in seconds.

    Raises QueryTimeout when the clock runs out, QueryError when the engine refuses or its process ends.
    """
    if _SERVER.match(target):
        return _on_server(target, text, params or {}, timeout, rows)
    task = json.dumps(
        {
            "target": target,
            "text": text,
            "params": dict(params or {}),
            "timeout": timeout,
            "rows": rows,
            "memory": memory_mb,
        }
    )
    command = [sys.executable, "-m", "queries.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            answer, _ = process.communicate(task.encode(), timeout=timeout + GRACE)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise errors.QueryTimeout(
                f"查询超过 {timeout:g} 秒，已终止 / the query took longer than {timeout:g} s and was ended"
            ) from error
    return _table(answer)


def _on_server(target: str, text: str, params: Mapping[str, Any], timeout: float, rows: int) -> stores.Table:
    store = stores.open_store(target)
    try:
        return store.run(text, params, limit=rows, timeout=timeout)
    finally:
        store.close()


def _table(answer: bytes) -> stores.Table:
    try:
        data = json.loads(answer)
    except ValueError as error:
        raise errors.QueryError(
            "查询进程已终止（内存不足） / the query ended its process, most likely out of memory"
        ) from error
    if "error" in data:
        kind = errors.QueryTimeout if data["kind"] == "QueryTimeout" else errors.QueryError
        raise kind(data["error"])
    return stores.Table(tuple(data["columns"]), tuple(tuple(row) for row in data["rows"]), data["truncated"])


def _serve() -> None:
    """The child: caps its own memory, opens the store for reading, prints one JSON answer."""
    import resource

    task = json.loads(sys.stdin.buffer.read())
    cap = int(task["memory"]) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
    try:
        store = stores.open_store(task["target"])
        table = store.run(task["text"], task["params"], limit=task["rows"], timeout=task["timeout"])
        answer: dict[str, Any] = {"columns": table.columns, "rows": table.rows, "truncated": table.truncated}
    except errors.PolicyGraphError as error:
        answer = {"error": str(error), "kind": type(error).__name__}
    except MemoryError:
        answer = {"error": "内存不足 / out of memory", "kind": "QueryError"}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    _serve()
