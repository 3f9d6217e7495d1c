"""How fast each question is answered on 100,000 nodes and 500,000 edges: through the worker, and by Neo4j in the same run.

``python benchmarks/questions.py [NODES EDGES] [--neo4j]``; milliseconds, median and 95th percentile.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import queries
from graph import errors, fold, stores
from queries import worker

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import generated

ROUNDS, LIMIT = 10, 20.0
NEAR = "MATCH (n:DemonstrationZone {name: $thing})-[r]-(m) RETURN n.name AS thing, r AS link, m.name AS other LIMIT 200"


def main(arguments: list[str]) -> None:
    """Print a line for each question."""
    sizes = [int(a) for a in arguments if a.isdigit()] or [100_000, 500_000]
    world = _ranked(generated.graph(*sizes))
    print(f"{len(world.nodes)} nodes, {len(world.edges)} edges")
    with ExitStack() as stack:
        place = stack.enter_context(tempfile.TemporaryDirectory())
        targets = [place]
        if "--neo4j" in arguments:
            from tests.neo4j import server

            targets.append(
                stack.enter_context(server.running(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
            )
        for target in targets:
            store = stores.open_store(target, writable=True)
            store.write(world)
            store.close()
        _print(world, targets)
        worker.close()


def _print(world: fold.Graph, targets: list[str]) -> None:
    print(f"{'question':34}" + "".join(f"{'neo4j' if '://' in t else 'embedded':>10} p50{'p95':>9}" for t in targets))
    names = _names(world)
    asked = {name: (query.text, _params(query, names)) for name, query in queries.load().items()}
    asked["neighbourhood"] = (NEAR, {"thing": names["DemonstrationZone"][0]})
    for name, (text, params) in asked.items():
        cells = [_timed(partial(worker.run, target, text, params, LIMIT)) for target in targets]
        print(f"{name:34}" + "".join(cells), flush=True)


def _ranked(graph: fold.Graph) -> fold.Graph:
    """The graph with a measure of each kind on its things: how long they take to work out is another question."""
    degrees = Counter(end for edge in graph.edges for end in (edge.source, edge.target))
    found = (fold.Node(n.id, n.label, {**n.properties, "degree": degrees[n.id], "pagerank": degrees[n.id] / len(graph.edges),
                                       "betweenness": 0.0, "community": degrees[n.id] % 20}) for n in graph.nodes)  # fmt: skip
    return replace(graph, nodes=tuple(found))


def _names(world: fold.Graph) -> dict[str, list[str]]:
    """Names by label, those of the things with most links first."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in sorted(world.nodes, key=lambda n: (-int(str(n.properties["degree"])), n.id)):
        found[node.label].append(str(node.properties["name"]))
    return found


def _params(query: queries.Query, names: dict[str, list[str]]) -> dict[str, Any]:
    """The busiest thing of the kind that each parameter asks for, a second of the kind the next; else as in the example."""
    given = {p.name: query.example.get(p.name, p.default) for p in query.params}
    asked = (p for p in query.params if p.type == "node")
    return given | {p.name: next((names[k][at] for k in p.kind if k in names), None) for at, p in enumerate(asked)}


def _timed(work: Callable[[], object]) -> str:
    taken = []
    try:
        work()
        for _ in range(ROUNDS):
            began = time.perf_counter()
            work()
            taken.append((time.perf_counter() - began) * 1000)
    except errors.PolicyGraphError as error:
        return f"{type(error).__name__:>23}"
    return f"{statistics.median(taken):>14.1f}{statistics.quantiles(taken, n=20)[-1]:>9.1f}"


if __name__ == "__main__":
    main(sys.argv[1:])
