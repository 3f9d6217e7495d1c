"""The vocabulary holds together: names in both languages, known ends, colours that can be told apart."""

from __future__ import annotations

import re

import pytest

from graph import ontology

KNOWN = ontology.load()
KINDS = {"string", "list", "integer", "float", "date", "boolean"}
CHINESE = re.compile(r"[一-鿿]")


@pytest.mark.parametrize("item", [*KNOWN.labels.values(), *KNOWN.relations.values()], ids=lambda i: i.name)
def test_names_and_descriptions_stand_in_both_languages(item: ontology.Label | ontology.Relation) -> None:
    assert CHINESE.search(item.zh) and CHINESE.search(item.about_zh)
    assert re.search(r"[a-z]{3}", item.en.lower()) and len(item.about_en.split()) > 1
    assert not CHINESE.search(item.en + item.about_en)


@pytest.mark.parametrize("names", [("zh",), ("en",)])
@pytest.mark.parametrize("table", ["labels", "relations"])
def test_no_two_share_a_name(table: str, names: tuple[str]) -> None:
    found = [getattr(item, names[0]).lower() for item in getattr(KNOWN, table).values()]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("relation", KNOWN.relations.values(), ids=lambda r: r.name)
def test_ends_exist(relation: ontology.Relation) -> None:
    assert relation.sources and relation.targets
    assert {*relation.sources, *relation.targets} <= set(KNOWN.labels)
    assert not relation.symmetric or set(relation.sources) == set(relation.targets)


def every_property() -> list[tuple[str, str, str]]:
    own = [(label.name, name, kind) for label in KNOWN.labels.values() for name, kind in label.properties.items()]
    nodes = [("every node", name, kind) for name, kind in KNOWN.node_properties.items()]
    return own + nodes + [("every fact", name, kind) for name, kind in KNOWN.fact_properties.items()]


@pytest.mark.parametrize(("owner", "name", "kind"), every_property())
def test_properties_have_known_kinds_and_free_names(owner: str, name: str, kind: str) -> None:
    assert kind in KINDS
    # One store answers these names with something of its own.
    assert name not in {"type", "label", "title"}
    assert re.fullmatch(r"[a-z][a-z0-9_]*", name)


@pytest.mark.parametrize("label", KNOWN.labels.values(), ids=lambda label: label.name)
def test_own_properties_do_not_hide_common_ones(label: ontology.Label) -> None:
    assert not set(label.properties) & set(KNOWN.node_properties)


def test_colours_are_valid_and_distinct() -> None:
    colours = [label.colour for label in KNOWN.labels.values()]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)
    close = [(a, b) for i, a in enumerate(colours) for b in colours[:i] if distance(a, b) < 25]
    assert not close


def distance(left: str, right: str) -> float:
    pairs = zip(rgb(left), rgb(right), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@pytest.mark.parametrize("item", [*KNOWN.labels.values(), *KNOWN.relations.values()], ids=lambda i: i.name)
def test_rdf_names_have_known_prefixes(item: ontology.Label | ontology.Relation) -> None:
    prefix, _, local = item.rdf.partition(":")
    assert prefix in KNOWN.prefixes and re.fullmatch(r"[A-Za-z]+", local)


def test_status_lines_differ() -> None:
    lines = [term.line for term in KNOWN.statuses.values()]
    assert all(lines) and len(set(lines)) == len(lines)


def test_closed_categories_are_named_in_both_languages() -> None:
    for terms in (KNOWN.statuses, KNOWN.levels, KNOWN.doc_types):
        assert all(CHINESE.search(term.zh) and term.en for term in terms.values())
    assert all(CHINESE.search(zh) and en for zh, en in KNOWN.target_groups.items())


ALLOWED = [
    ("Agency", "ISSUED", "Policy", True),
    ("Agency", "ISSUED", "Fund", False),
    ("Policy", "APPLIES_TO", "HighTechZone", True),
    ("Proposal", "ASKS", "Claim", True),
    ("Agency", "NO_SUCH", "Policy", False),
]


@pytest.mark.parametrize(("source", "relation", "target", "expected"), ALLOWED)
def test_allows(source: str, relation: str, target: str, expected: bool) -> None:
    assert KNOWN.allows(source, relation, target) is expected
