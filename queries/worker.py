"""Typed-in Cypher runs in processes apart: kept warm, one query each at a time, ended by a clock with SIGKILL."""

from __future__ import annotations

import atexit
import json
import os
import re
import select
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph import errors, stores

MEMORY_MB = 2048
GRACE = 1.0
OPENING = 60.0
SPARE = 2
_SERVER = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://")
_Key = tuple[str, int, object]


def run(target: str, text: str, params: Mapping[str, Any] | None = None, timeout: float = 5.0, rows: int = 5000,
        memory_mb: int = MEMORY_MB) -> stores.Table:  # fmt: skip
    """The rows of a text that the guard let pass. `target` is a library folder or a Bolt address, `timeout` in seconds.

    Raises QueryTimeout when the clock runs out, QueryError when the engine refuses or its process ends.
    """
    key = target, memory_mb, _stamp(target)
    task = {"text": text, "params": dict(params or {}), "timeout": timeout, "rows": rows}
    child = _pool.take(key)
    try:
        answer = child.ask(task, timeout + GRACE)
    except BaseException:
        child.end()
        raise
    if answer["last"]:
        child.end()
    else:
        _pool.give(key, child)
    _raise_told(answer)
    return stores.Table(tuple(answer["columns"]), tuple(tuple(row) for row in answer["rows"]), answer["truncated"])


def _stamp(target: str) -> object:
    """What changes when the graph in a folder is replaced; a server is asked anew each time anyway."""
    file = Path(target) / stores.FILE
    if _SERVER.match(target) or not file.exists():
        return None
    known = file.stat()
    return known.st_ino, known.st_mtime_ns, known.st_size


def _raise_told(answer: Mapping[str, Any]) -> None:
    if "error" in answer:
        kinds = {kind.__name__: kind for kind in (errors.QueryTimeout, errors.StoreError)}
        raise kinds.get(answer["kind"], errors.QueryError)(answer["error"])


class _Child:
    """A process that has one graph open and answers one JSON line for each that it gets."""

    def __init__(self, target: str, memory_mb: int) -> None:
        command = [sys.executable, "-m", "queries.confined"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # The address goes through the pipe: it may hold a password, and a command line is for all to see.
        try:
            _raise_told(self.ask({"target": target, "memory": memory_mb}, OPENING))
        except BaseException:
            self.end()
            raise

    def ask(self, task: Mapping[str, Any], seconds: float) -> dict[str, Any]:
        """What the process says to a task. Raises QueryTimeout when it says nothing in time, QueryError when it ends."""
        pipe = self._process.stdin
        assert pipe is not None
        try:
            pipe.write(json.dumps(task).encode() + b"\n")
            pipe.flush()
            line = self._line(time.monotonic() + seconds, seconds)
        except BrokenPipeError:
            line = b""
        if not line:
            raise errors.QueryError(
                "查询进程已终止（内存不足） / the query ended its process, most likely out of memory"
            )
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _line(self, until: float, seconds: float) -> bytes:
        pipe = self._process.stdout
        assert pipe is not None
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        parts: list[bytes] = []
        while not parts or not parts[-1].endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0 or not waiting.poll(left * 1000):
                raise errors.QueryTimeout(
                    f"查询超过 {seconds - GRACE:g} 秒，已终止 / the query took longer than {seconds - GRACE:g} s and was ended"
                )
            part = os.read(pipe.fileno(), 1 << 20)
            if not part:
                return b""
            parts.append(part)
        return b"".join(parts)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        # Closes the pipes and waits, so that neither a handle nor a dead process stays behind.
        self._process.communicate()


class _Pool:
    """Processes that wait for the next query. Opening a graph takes longer than most queries."""

    def __init__(self) -> None:
        self._idle: dict[_Key, list[_Child]] = defaultdict(list)
        self._lock = threading.Lock()

    def take(self, key: _Key) -> _Child:
        """A process for a graph as it is now; those that hold an older state of the same graph are ended."""
        with self._lock:
            stale = [old for old in self._idle if old[0] == key[0] and old[2] != key[2]]
            gone = [child for old in stale for child in self._idle.pop(old)]
            child = self._idle[key].pop() if self._idle[key] else None
        for old_child in gone:
            old_child.end()
        return child or _Child(key[0], key[1])

    def give(self, key: _Key, child: _Child) -> None:
        """Keep a process for the next query, or end it when enough are waiting."""
        with self._lock:
            if len(self._idle[key]) < SPARE:
                self._idle[key].append(child)
                return
        child.end()

    def close(self) -> None:
        """End all that wait."""
        with self._lock:
            children = [child for waiting in self._idle.values() for child in waiting]
            self._idle.clear()
        for child in children:
            child.end()


_pool = _Pool()
close = _pool.close
atexit.register(close)
