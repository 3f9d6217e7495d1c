"""Every question answers alike on both stores about the graph of the shared documents: names, rows, order, kinds of values."""

from __future__ import annotations

from typing import Any

import pytest

import queries
from graph import analytics, build, fold, library, stores

pytestmark = [pytest.mark.shared, pytest.mark.neo4j]
TURNS = 4
YEARS = (2021, 2019, 2022, None)
PARTS = ("示范区", "创新", "金融", "zone")


@pytest.fixture(scope="module")
def world(corpus: library.Library) -> fold.Graph:
    return analytics.measure(build.folded(corpus).graph)


@pytest.fixture(scope="module")
def opened(world: fold.Graph, neo4j_url: str, tmp_path_factory: pytest.TempPathFactory):
    made = [stores.open_store(place, writable=True) for place in (tmp_path_factory.mktemp("graph"), neo4j_url)]
    for store in made:
        store.write(world)
    yield made
    for store in made:
        store.close()


@pytest.fixture(scope="module")
def busiest(world: fold.Graph) -> dict[str, list[fold.Node]]:
    """The nodes of each label, those with most edges first."""
    links: dict[str, int] = dict.fromkeys((node.id for node in world.nodes), 0)
    for edge in world.edges:
        links[edge.source] += 1
        links[edge.target] += 1
    found: dict[str, list[fold.Node]] = {}
    for node in sorted(world.nodes, key=lambda n: (-links[n.id], n.id)):
        found.setdefault(node.label, []).append(node)
    return found


def fitting(query: queries.Query, busiest: dict[str, list[fold.Node]], turn: int) -> dict[str, Any]:
    """Parameters of the graph: of each label that fits, and of each number of links from the most, one after another."""
    given: dict[str, Any] = {}
    for at, param in enumerate(query.params):
        if param.type == "node":
            label = param.kind[turn % len(param.kind)]
            things = busiest.get(label) or busiest["Region"]
            thing = things[(turn // len(param.kind) + at) % len(things)]
            given[param.name] = thing.id if turn == 1 else thing.properties["name"]
        elif param.type == "string":
            given[param.name] = {"place": busiest["Region"][turn].properties["name"],
                                 "label": list(busiest)[turn]}.get(param.words, PARTS[turn])  # fmt: skip
        elif param.name == "year":
            given[param.name] = YEARS[turn]
        else:
            given[param.name] = query.example.get(param.name, param.default)
    return given


def kinds(value: Any) -> Any:
    """A value with its kind, for 1, 1.0 and true are equal in Python and not in an answer."""
    if isinstance(value, list | tuple):
        return [kinds(item) for item in value]
    if isinstance(value, dict):
        return {key: kinds(item) for key, item in value.items()}
    return type(value).__name__, value


def told(table: stores.Table, ordered: bool) -> list[Any]:
    """The rows as compared: in their order where the question states one."""
    rows = [kinds(row) for row in table.rows]
    return rows if ordered else sorted(rows, key=repr)


@pytest.mark.parametrize("name", queries.load())
def test_answers_are_equal(name: str, opened: list[stores.Store], busiest: dict[str, list[fold.Node]]) -> None:
    query = queries.get(name)
    asked = [dict(query.example), *(fitting(query, busiest, turn) for turn in range(TURNS))]
    for params in [p for at, p in enumerate(asked) if p not in asked[:at]]:
        ours, theirs = (queries.ask(store, name, params) for store in opened)
        assert ours.columns == theirs.columns == tuple(column[0] for column in query.columns)
        assert told(ours, query.ordered) == told(theirs, query.ordered), params


def test_most_questions_find_something_to_compare(opened: list[stores.Store]) -> None:
    """Equal answers prove nothing where all are empty."""
    found = {name for name, query in queries.load().items() if queries.ask(opened[0], name, query.example).rows}
    assert len(found) >= 40, queries.load().keys() - found
