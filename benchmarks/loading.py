"""How fast a graph of the real shape is stored and exported, each beside the engine's own loading of the same records.

``python benchmarks/loading.py [NODES EDGES] [--neo4j]``; seconds, and elements (nodes and edges) a second.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from graph import exports, fold, neo4j_import, stores
from graph.stores import bolt, embedded, loading

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import generated

Made = TypeVar("Made")
SIZES = [100_000, 500_000]


def main(arguments: list[str]) -> None:
    """Print a line for each way."""
    sizes = [int(a) for a in arguments if a.isdigit()] or SIZES
    world = generated.graph(*sizes)
    print(f"{len(world.nodes)} nodes, {len(world.edges)} edges")
    with tempfile.TemporaryDirectory() as place:
        _embedded(world, Path(place))
        for form in exports.FORMATS:
            _timed(f"export {form}", world, lambda f=form: exports.write(world, f, Path(place) / f))  # type: ignore[misc]
        if "--neo4j" in arguments:
            _neo4j(world, Path(place))


def _embedded(world: fold.Graph, place: Path) -> None:
    load = _timed("checks and columns", world, lambda: loading.prepare(world))
    frames = _timed("data frames", world, lambda: embedded.frames(load))
    _timed("kglite, the same frames", world, lambda: embedded.fill(frames).save(str(place / "raw.kgl")))
    _timed("embedded store, all of it", world, lambda: stores.open_store(place, writable=True).write(world))


def _neo4j(world: fold.Graph, place: Path) -> None:
    from tests.neo4j import server

    with server.running(place / "raw") as address:
        store = bolt.BoltStore(address, writable=True)
        load = loading.prepare(world)
        with store._driver.session() as session:
            _timed("neo4j over Bolt, rows as they are", world, lambda: bolt._load(session, load, lambda *_: None))
    with server.running(place / "bolt") as address:
        store = bolt.BoltStore(address, writable=True)
        _timed("neo4j store, with its indexes", world, lambda: store.write(world))
    files = place / "files"
    _timed("files for the importer", world, lambda: neo4j_import.write(world, files))
    _timed("neo4j-admin on these files", world, lambda: server.import_offline(files, place / "imported", "1g"))


def _timed(name: str, world: fold.Graph, work: Callable[[], Made]) -> Made:
    clock, own = time.perf_counter(), time.process_time()
    made = work()
    seconds, own = time.perf_counter() - clock, time.process_time() - own
    rate = (len(world.nodes) + len(world.edges)) / seconds
    print(f"{name:36}{seconds:>9.2f} s ({own:.2f} s of our processor){rate:>12,.0f} elements/s", flush=True)
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
