"""How fast a graph of 100,000 nodes and 500,000 edges is stored, each beside the engine's own loading of the same records.

``python benchmarks/loading.py [NODES EDGES]``; elements (nodes and edges) a second, and the share of the raw rate.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import kglite

from graph import exports, stores
from graph.stores import embedded, table

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import generated


def main(arguments: list[str]) -> None:
    """Print a line for each way."""
    sizes = [int(a) for a in arguments if a.isdigit()] or [100_000, 500_000]
    world = generated.graph(*sizes)
    elements = len(world.nodes) + len(world.edges)
    print(f"{len(world.nodes)} nodes, {len(world.edges)} edges")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        spec = embedded._spec(table.prepare(world))
        raw = _timed(
            "kglite, records as they are", elements, lambda: kglite.from_records(spec).save(str(folder / "raw.kgl"))
        )
        store = stores.open_store(folder, writable=True)
        ours = _timed("embedded store", elements, lambda: store.write(world))
        print(f"  {raw / ours:.0%} of the raw rate")
        for form in exports.FORMATS:
            _timed(f"export {form}", elements, lambda f=form: exports.write(world, f, folder / f))  # type: ignore[misc]


def _timed(name: str, elements: int, work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    print(f"{name:30}{seconds:>9.2f} s{elements / seconds:>12,.0f} elements/s", flush=True)
    return seconds


if __name__ == "__main__":
    main(sys.argv[1:])
