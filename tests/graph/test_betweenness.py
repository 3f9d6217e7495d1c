"""Betweenness by sample against networkx's, on networks of several parts, with hubs and with things that nothing links."""

from __future__ import annotations

import networkx as nx
import pytest

from graph import betweenness


@pytest.mark.parametrize(
    "net",
    [nx.gnm_random_graph(300, 500, seed=1), nx.barabasi_albert_graph(400, 2, seed=2), nx.random_labeled_tree(200, seed=3)],
    ids=["parts", "hubs", "tree"],
)  # fmt: skip
def test_a_sample_tells_the_same_as_networkx(net: nx.Graph[int]) -> None:
    named = nx.relabel_nodes(net, str)
    assert betweenness.sampled(named, 20, 7) == nx.betweenness_centrality(named, k=20, seed=7)
