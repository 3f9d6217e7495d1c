"""How fast a graph of the real shape is stored and exported, each beside the engine's own loading of the same records.

``python benchmarks/loading.py [NODES EDGES] [--neo4j]``
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import kglite

from graph import bulk, exports, fold, neo4j_import, stores
from graph.stores import bolt, embedded, loading

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import clock, generated

Made = TypeVar("Made")
SIZES = [100_000, 500_000]
HEAD = """
Loading a made-up graph of {nodes:,} nodes and {edges:,} edges; both are elements.
clock: seconds that pass. cpu: seconds of processor, of server and importer too. Rates are elements a second of each.
Embedded: the best of {repeats}, for what else the machine does only adds. The rest: once.
"""
REPEATS = 5


def main(arguments: list[str]) -> None:
    """Print a table: a line for each way."""
    sizes = [int(a) for a in arguments if a.isdigit()] or SIZES
    world = generated.graph(*sizes)
    print(HEAD.format(nodes=len(world.nodes), edges=len(world.edges), repeats=REPEATS))
    print(f"{'':52}{'clock s':>9}{'cpu s':>9}{'a clock s':>12}{'a cpu s':>12}")
    with tempfile.TemporaryDirectory() as place:
        _embedded(world, Path(place))
        if "--neo4j" in arguments:
            _neo4j(world, Path(place))
        for form in exports.FORMATS:
            _timed(f"export: {form}", world, lambda f=form: exports.write(world, f, Path(place) / f))  # type: ignore[misc]


@bulk.uncollected()
def _embedded(world: fold.Graph, place: Path) -> None:
    """Without the collector of cycles, as `build` writes."""
    load = _timed("embedded, ours: checks and columns", world, lambda: loading.prepare(world), REPEATS)
    frames = _timed("embedded, ours: data frames", world, lambda: embedded.frames(load), REPEATS)
    _timed("embedded, raw: kglite loads the frames", world, lambda: embedded.fill(frames), REPEATS)
    _timed("embedded, raw: kglite loads names and ends only", world, lambda: _bare(frames), REPEATS)
    _timed("embedded, whole store: checked, loaded, saved", world, lambda: _write(str(place), world), REPEATS)


def _bare(frames: embedded.Frames) -> None:
    """What the engine can do at most: nodes with their names, edges without properties."""
    built = kglite.KnowledgeGraph()
    for label, frame in frames.nodes.items():
        bare = frame[[embedded._ID, "name"]]
        built.add_nodes(bare, label, embedded._ID, "name", column_types=dict.fromkeys(bare, "string"))
    for (source, kind, target), frame in frames.edges.items():
        ends = frame[[embedded._SOURCE, embedded._TARGET]]
        types = dict.fromkeys(ends, "string")
        built.add_connections(ends, kind, source, embedded._SOURCE, target, embedded._TARGET, column_types=types)


def _neo4j(world: fold.Graph, place: Path) -> None:
    from tests.neo4j import server

    with server.running(place / "raw") as address:
        load, raw = loading.prepare(world), bolt.BoltStore(address, writable=True)
        with raw._driver.session() as session:
            _timed("Neo4j over Bolt, raw: batches, no index", world, lambda: bolt._load(session, load, lambda *_: None))
    with server.running(place / "bolt") as address:
        _timed("Neo4j over Bolt, whole store: with its indexes", world, lambda: _write(address, world))
    files = place / "files"
    _timed("Neo4j importer, ours: writing its files", world, lambda: neo4j_import.write(world, files))
    _timed("Neo4j importer, raw: neo4j-admin on the files", world, lambda: server.import_offline(files, place / "imported", "1g"))  # fmt: skip


def _write(target: str, world: fold.Graph) -> None:
    store = stores.open_store(target, writable=True)
    store.write(world)
    store.close()


def _timed(name: str, world: fold.Graph, work: Callable[[], Made], repeats: int = 1) -> Made:
    spans = []
    for _ in range(repeats):
        began, own = time.perf_counter(), clock.spent()
        made = work()
        spans.append((time.perf_counter() - began, clock.spent() - own))
    (seconds, own), size = min(spans), len(world.nodes) + len(world.edges)
    print(f"{name:52}{seconds:>9.2f}{own:>9.2f}{size / seconds:>12,.0f}{size / own:>12,.0f}", flush=True)
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
