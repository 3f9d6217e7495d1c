"""How fast each question is answered on 100,000 nodes and 500,000 edges: through the worker, and by Neo4j in the same run.

``python benchmarks/questions.py [NODES EDGES] [--neo4j]``. A question that can be asked of one thing or of the whole
graph is asked both ways.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import queries
from graph import errors, fold, ontology, promises, stores
from queries import worker

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import clock, generated

ROUNDS, LIMIT = 10, 20.0
QUESTION, NEAR = 300, 50
NEIGHBOURS = (
    "MATCH (n:DemonstrationZone {name: $thing})-[r]-(m) RETURN n.name AS thing, r AS link, m.name AS other LIMIT 200"
)
HEAD = """
Questions on a made-up graph of {nodes:,} nodes and {edges:,} edges, asked {rounds} times each.
Milliseconds. p50, p95: on the clock, from the question to its rows, through the worker's process. cpu: processor time,
of worker and server too, on the average. Where a thing is asked about it is the one with most links.
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds that a question took on one store."""

    middle: float
    most: float
    processor: float


def main(arguments: list[str]) -> None:
    """Print a table: a line for each question, three columns for each store."""
    sizes = [int(a) for a in arguments if a.isdigit()] or [100_000, 500_000]
    world = _ranked(generated.graph(*sizes))
    print(HEAD.format(nodes=len(world.nodes), edges=len(world.edges), rounds=ROUNDS))
    with ExitStack() as stack:
        targets = [stack.enter_context(tempfile.TemporaryDirectory())]
        if "--neo4j" in arguments:
            from tests.neo4j import server

            home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            targets.append(stack.enter_context(server.running(home)))
        for target in targets:
            store = stores.open_store(target, writable=True)
            store.write(world)
            store.close()
        # No client holds a whole graph as this one does: what it holds is no part of an answer's time.
        gc.freeze()
        _print(world, targets)
        worker.close()


def _print(world: fold.Graph, targets: list[str]) -> None:
    sides = "".join(f" |{'Neo4j' if '://' in t else 'embedded':>9} p50{'p95':>9}{'cpu':>9}" for t in targets)
    print(f"{'question':44}{sides}")
    late: dict[str, list[str]] = defaultdict(list)
    for name, text, params in _asked(_names(world)):
        found = [_timed(partial(worker.run, target, text, params, LIMIT)) for target in targets]
        print(f"{name:44}" + "".join(map(_cells, found)), flush=True)
        within = NEAR if name in ("neighbourhood", "path_between") else QUESTION
        for target, taken in zip(targets, found, strict=True):
            if isinstance(taken, str) or taken.most > within:
                late["Neo4j" if "://" in target else "embedded"].append(name)
    print(f"\nLater than {QUESTION} ms ({NEAR} ms for neighbourhood and path_between) at the 95th percentile:")
    for target in targets:
        side = "Neo4j" if "://" in target else "embedded"
        print(f"  {side}: {', '.join(late[side]) or 'none'}")


def _asked(names: dict[str, list[str]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every question, of one thing and of the whole graph where it is both; and the neighbours of a thing."""
    for name, query in queries.load().items():
        params = _params(query, names)
        yield name, query.text, params
        open_ones = {p.name for p in query.params if p.optional and params[p.name] is not None}
        if open_ones:
            yield f"{name}, whole graph", query.text, params | dict.fromkeys(open_ones)
    yield "neighbourhood", NEIGHBOURS, {"thing": names["DemonstrationZone"][0]}


def _ranked(graph: fold.Graph) -> fold.Graph:
    """The graph with a measure of each kind on its things: how long they take to work out is another question."""
    facts, labels = set(ontology.load().facts), ontology.load().labels
    evidence = {node.id for node in graph.nodes if labels[node.label].evidence}
    degrees = Counter(end for e in graph.edges for end in (e.source, e.target) if end in evidence or e.type in facts)
    found = (fold.Node(n.id, n.label, {**n.properties, "degree": degrees[n.id], "pagerank": degrees[n.id] / len(graph.edges),
                                       "betweenness": 0.0, "community": degrees[n.id] % 20}) for n in graph.nodes)  # fmt: skip
    return replace(graph, nodes=tuple(found), edges=tuple(_put_off(graph)))


def _put_off(graph: fold.Graph) -> Iterator[fold.Edge]:
    """The edges as folding writes them: with how many years running a thing is planned."""
    running = promises.years_running(graph.nodes, ((e.source, e.type, e.target) for e in graph.edges))
    for edge in graph.edges:
        years = running.get((edge.source, edge.type, edge.target))
        yield replace(edge, properties={**edge.properties, "years_running": years}) if years else edge


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


def _timed(work: Callable[[], object]) -> Taken | str:
    taken = []
    try:
        work()
        before = clock.spent()
        for _ in range(ROUNDS):
            began = time.perf_counter()
            work()
            taken.append((time.perf_counter() - began) * 1000)
        own = (clock.spent() - before) * 1000 / ROUNDS
    except errors.PolicyGraphError as error:
        return type(error).__name__
    return Taken(statistics.median(taken), statistics.quantiles(taken, n=20)[-1], own)


def _cells(taken: Taken | str) -> str:
    if isinstance(taken, str):
        return f" |{taken:>31}"
    return f" |{taken.middle:>13.1f}{taken.most:>9.1f}{taken.processor:>9.1f}"


if __name__ == "__main__":
    main(sys.argv[1:])
