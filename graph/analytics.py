"""Measures of the network: degree, PageRank, betweenness and communities, the same for the same graph anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import networkx as nx

from graph import betweenness, fold, ontology

EXACT = 2000
SAMPLES = 100
SEED = 20_191_108
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Hub:
    """A thing and how central it is."""

    id: str
    label: str
    name: str
    degree: int
    pagerank: float
    betweenness: float
    community: int


@dataclass(frozen=True, slots=True)
class Community:
    """A group of things that are tied to one another more than to the rest; `members` are its most central names."""

    number: int
    size: int
    members: tuple[str, ...]
    labels: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the command line shows of the network."""

    nodes: int
    edges: int
    parts: int
    hubs: tuple[Hub, ...]
    communities: tuple[Community, ...]


@dataclass(frozen=True, slots=True)
class _Measures:
    pagerank: Mapping[str, float]
    betweenness: Mapping[str, float]
    community: Mapping[str, int]


def measure(graph: fold.Graph) -> fold.Graph:
    """The graph with `degree` on every node, and the other measures on the things that facts link.

    The degree of a thing is how many facts link it to other things. Statements and documents are evidence, not actors:
    they tie nothing together, and get a degree only, of all their edges. The other measures are of what documents say:
    a table that lists the zones of the country makes nobody a hub.
    """
    facts: dict[str, int] = dict(network(graph).degree(weight="weight"))
    net = network(graph, attested=True)
    edges = Counter(end for edge in graph.edges for end in (edge.source, edge.target))
    degrees = {node.id: facts.get(node.id, edges[node.id]) for node in graph.nodes}
    measures = _measures(net)
    return replace(graph, nodes=tuple(_with(node, degrees[node.id], measures) for node in graph.nodes))


def network(graph: fold.Graph, attested: bool = False) -> nx.DiGraph[str]:
    """The entities and the facts between them; an edge weighs as many facts as run that way.

    With `attested`, only what a document names or says: not what reference tables alone know.
    """
    labels, facts = ontology.load().labels, set(ontology.load().facts)
    net: nx.DiGraph[str] = nx.DiGraph()
    net.add_nodes_from(n.id for n in graph.nodes if not labels[n.label].evidence and (not attested or _is_attested(n)))
    weights = Counter(
        (e.source, e.target) for e in graph.edges if e.type in facts and (not attested or _is_attested(e))
    )
    net.add_weighted_edges_from((*pair, n) for pair, n in sorted(weights.items()) if net.has_node(pair[0])
                                and net.has_node(pair[1]))  # fmt: skip
    return net


def _is_attested(one: fold.Node | fold.Edge) -> bool:
    return one.properties.get("documents") != 0


def _with(node: fold.Node, degree: int, measures: _Measures) -> fold.Node:
    found: dict[str, fold.Value] = {"degree": degree}
    if node.id in measures.community:
        found |= {
            "pagerank": measures.pagerank[node.id], "betweenness": measures.betweenness[node.id],
            "community": measures.community[node.id],
        }  # fmt: skip
    return replace(node, properties={**node.properties, **found})


def _measures(net: nx.DiGraph[str]) -> _Measures:
    if not net:
        return _Measures({}, {}, {})
    return _Measures(_rounded(nx.pagerank(net)), _rounded(_betweenness(net.to_undirected())), _communities(net))


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    """The last digits depend on the machine's arithmetic; the stored graph must not."""
    return {key: round(value, DIGITS) for key, value in values.items()}


def _betweenness(net: nx.Graph[str]) -> dict[str, float]:
    """Exact for a small network, by sample with a fixed seed for a large one."""
    return betweenness.sampled(net, SAMPLES, SEED) if len(net) > EXACT else dict(nx.betweenness_centrality(net))


def _communities(net: nx.DiGraph[str]) -> dict[str, int]:
    """Numbers by size, then by the smallest id, so that a number keeps its meaning as long as the groups do."""
    weights: Counter[tuple[str, str]] = Counter()
    for source, target, data in net.edges(data=True):
        weights[min(source, target), max(source, target)] += data["weight"]
    undirected: nx.Graph[str] = nx.Graph()
    undirected.add_nodes_from(sorted(net))
    undirected.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(weights.items()))
    groups = nx.community.louvain_communities(undirected, weight="weight", seed=SEED)
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {key: number for number, group in enumerate(ordered, start=1) for key in group}


def analyse(graph: fold.Graph, top: int = 20) -> Analysis:
    """The hubs and the communities of a graph, measured anew where it is not measured yet."""
    if not any("pagerank" in node.properties for node in graph.nodes):
        graph = measure(graph)
    net = network(graph, attested=True)
    hubs = sorted(_hubs(graph), key=lambda hub: (-hub.pagerank, hub.id))
    return Analysis(
        len(net), net.number_of_edges(), nx.number_weakly_connected_components(net), tuple(hubs[:top]),
        tuple(_groups(hubs, top)),
    )  # fmt: skip


def _hubs(graph: fold.Graph) -> Iterable[Hub]:
    for node in graph.nodes:
        known = node.properties
        if known.get("community") is not None:
            yield Hub(
                node.id, node.label, str(known.get("name", "")), int(_number(known.get("degree"))),
                _number(known.get("pagerank")), _number(known.get("betweenness")), int(_number(known["community"])),
            )  # fmt: skip


def _number(value: fold.Value) -> float:
    return value if isinstance(value, int | float) else 0.0


def _groups(hubs: list[Hub], top: int) -> Iterable[Community]:
    """Groups of one are things that no fact links; they are no community."""
    numbers = Counter(hub.community for hub in hubs)
    for number in sorted(number for number, size in numbers.items() if size > 1)[:top]:
        members = [hub for hub in hubs if hub.community == number]
        labels = Counter(hub.label for hub in members)
        yield Community(number, len(members), tuple(hub.name for hub in members[:8]), tuple(labels.most_common()))
