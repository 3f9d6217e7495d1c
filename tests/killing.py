"""Work in a process of its own that is killed (SIGKILL) while it goes on.

Each is forked from a server that has the project's modules loaded, so that many kills cost no start of Python each.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import connection
from types import ModuleType
from typing import Any

import pytest

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.graph.test_library", "tests.graph.test_stores"])


@contextmanager
def process(work: Callable[..., None], *args: Any) -> Iterator[connection.Connection]:
    """Run work(*args, told), which tells through `told` how far it is; at the end of the block it is killed.

    Yields the end on which to hear it; what it had told when it was killed can still be read there.
    """
    hears, told = _FORKS.Pipe(duplex=False)
    running = _FORKS.Process(target=work, args=(*args, told))
    with pytest.MonkeyPatch.context() as patch:
        # The child runs what stands as the main module, which may be a page of the app that a test has shown.
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        running.start()
    told.close()
    try:
        yield hears
    finally:
        running.kill()
        running.join()


def rest(hears: connection.Connection) -> Iterator[Any]:
    """What a killed process had told and nobody had heard yet."""
    while True:
        try:
            yield hears.recv()
        except EOFError:
            return
