"""Measures are right on graphs that can be worked out by hand, and the same for any order of the input."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from graph import analytics, fold
from tests.graph import worlds


def agency(name: str) -> fold.Node:
    return fold.Node(f"Agency/{name}", "Agency", {"name": name})


def link(left: str, right: str, kind: str = "COOPERATES_WITH") -> fold.Edge:
    return fold.Edge(f"Agency/{left}", kind, f"Agency/{right}", {})


def world(links: list[tuple[str, str]], extra: tuple[fold.Node, ...] = ()) -> fold.Graph:
    names = sorted({name for pair in links for name in pair})
    return fold.Graph((*map(agency, names), *extra), tuple(link(*pair) for pair in links))


def values(graph: fold.Graph, name: str) -> dict[str, fold.Value]:
    return {node.properties["name"]: node.properties.get(name) for node in graph.nodes}


STAR = world([("a", "hub"), ("b", "hub"), ("c", "hub")])
CHAIN = world([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
PAIR = world([("a1", "a2"), ("a2", "a3"), ("a3", "a1"), ("a3", "b1"), ("b1", "b2"), ("b2", "b3"), ("b3", "b1"),
              ("b3", "b4"), ("b4", "b1")])  # fmt: skip


def test_degree_of_a_thing_counts_facts_and_that_of_evidence_all_edges():
    measured = analytics.measure(worlds.small())
    assert {n.id: n.properties["degree"] for n in measured.nodes} == {
        "Agency/自治区科技厅": 2, "Agency/自治区财政厅": 1, "Policy/桂科〔2019〕1号": 2, "DemonstrationZone/桂林": 1,
        "Claim/c-1": 3, "Document/d": 1,
    }  # fmt: skip


def test_betweenness_of_a_chain_is_exact():
    found = values(analytics.measure(CHAIN), "betweenness")
    assert found == {"a": 0.0, "b": 0.5, "c": pytest.approx(4 / 6), "d": 0.5, "e": 0.0}


def test_pagerank_sums_to_one_and_finds_the_hub():
    found = values(analytics.measure(STAR), "pagerank")
    assert sum(found.values()) == pytest.approx(1, abs=1e-6)
    assert max(found, key=found.get) == "hub"
    assert found["a"] == found["b"] == found["c"]


def test_communities_are_numbered_by_size():
    assert values(analytics.measure(PAIR), "community") == {
        "a1": 2, "a2": 2, "a3": 2, "b1": 1, "b2": 1, "b3": 1, "b4": 1,
    }  # fmt: skip


def test_evidence_gets_a_degree_only_and_ties_nothing():
    measured = {n.id: n.properties for n in analytics.measure(worlds.small()).nodes}
    assert {"pagerank", "betweenness", "community"}.isdisjoint(measured["Claim/c-1"])
    assert measured["Agency/自治区科技厅"]["betweenness"] == pytest.approx(2 / 3)


def test_other_properties_and_edges_stay():
    before, after = worlds.large(), analytics.measure(worlds.large())
    assert after.edges == before.edges
    measures = {"degree", "pagerank", "betweenness", "community"}
    for old, new in zip(before.nodes, after.nodes, strict=True):
        assert (old.id, old.label) == (new.id, new.label)
        assert {k: v for k, v in old.properties.items() if k not in measures} == {
            k: v for k, v in new.properties.items() if k not in measures
        }


def test_the_order_of_the_input_changes_nothing():
    graph, dice = worlds.large(), random.Random(3)
    shuffled = replace(graph, edges=tuple(dice.sample(graph.edges, len(graph.edges))))
    assert analytics.measure(shuffled).nodes == analytics.measure(graph).nodes


def test_a_large_network_is_sampled_and_repeatable(monkeypatch):
    monkeypatch.setattr(analytics, "EXACT", 50)
    monkeypatch.setattr(analytics, "SAMPLES", 40)
    graph = worlds.large(nodes=200)
    once, twice = analytics.measure(graph), analytics.measure(graph)
    assert once == twice
    monkeypatch.setattr(analytics, "EXACT", 2000)
    assert values(once, "betweenness") != values(analytics.measure(graph), "betweenness")


def test_nothing_to_measure():
    assert analytics.measure(fold.Graph()) == fold.Graph()
    assert analytics.analyse(fold.Graph()) == analytics.Analysis(0, 0, 0, (), ())


def test_analysis_shows_hubs_and_communities():
    found = analytics.analyse(replace(PAIR, nodes=(*PAIR.nodes, agency("alone"))), top=3)
    assert (found.nodes, found.edges, found.parts, len(found.hubs)) == (8, 9, 2, 3)
    assert [(c.number, c.size, c.labels) for c in found.communities] == [
        (1, 4, (("Agency", 4),)),
        (2, 3, (("Agency", 3),)),
    ]
    assert found.hubs[0].name == found.communities[0].members[0] == "b1"
    assert found == analytics.analyse(analytics.measure(replace(PAIR, nodes=(*PAIR.nodes, agency("alone")))), top=3)


def test_what_only_reference_tables_say_makes_nobody_a_hub():
    known = fold.Node("Agency/z", "Agency", {"name": "z", "documents": 0})
    listed = tuple(replace(link(name, "z"), properties={"documents": 0}) for name in "abc")
    plain = world([("a", "b"), ("b", "c")])
    measured = analytics.measure(fold.Graph((*plain.nodes, known), (*plain.edges, *listed)))
    alone = analytics.measure(plain)
    assert values(measured, "pagerank") == values(alone, "pagerank") | {"z": None}
    assert values(measured, "degree") == {"a": 2, "b": 3, "c": 2, "z": 3}
