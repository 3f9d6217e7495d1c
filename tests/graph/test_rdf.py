"""Turtle is read back by rdflib and holds every property, fact and claim of the graph."""

from __future__ import annotations

from collections import Counter

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import PROV, RDF, RDFS, SKOS, XSD

from graph import fold, ids, ontology, rdf
from tests.graph import worlds

PG = rdflib.Namespace(rdf.TERMS)
SPECIAL = {"name": RDFS.label, "name_en": RDFS.label, "aliases": SKOS.altLabel, "claims": PROV.wasDerivedFrom}


def written(graph: fold.Graph, path) -> rdflib.Graph:
    rdf.write(graph, path)
    return rdflib.Graph(store="Oxigraph").parse(path, format="ox-turtle")


def texts(made: rdflib.Graph, subject, name: str) -> set[str]:
    wanted = {"name_en": "en", "name": None}
    return {str(o) for o in made.objects(subject, SPECIAL.get(name, PG[name]))
            if name not in wanted or o.language == wanted[name]}  # fmt: skip


def lexical(name: str, value: fold.Value) -> set[str]:
    items = value if isinstance(value, tuple) else () if value is None else (value,)
    if name in ("start", "end") and value == "":
        return set()
    if name == "claims":
        return {str(rdf.iri(str(item))) for item in items}
    return {fit(item) for item in items}


def fit(item) -> str:
    if isinstance(item, bool):
        return str(item).lower()
    return "".join(c for c in item if c not in "\x00\x01") if isinstance(item, str) else str(item)


def same(found: set[str], wanted: set[str]) -> bool:
    return found == wanted or {float(f) for f in found} == {float(w) for w in wanted}


@pytest.mark.parametrize(
    "world", [worlds.small(), worlds.folded(), worlds.large(200)], ids=["small", "folded", "large"]
)
def test_every_property_comes_back(world, tmp_path):
    made = written(world, tmp_path / "graph.ttl")
    for node in world.nodes:
        subject = rdf.iri(node.id)
        assert (subject, RDF.type, PG[node.label]) in made
        for name, value in node.properties.items():
            assert same(texts(made, subject, name), lexical(name, value)), (node.id, name)
    for edge in (e for e in world.edges if e.type in ontology.load().facts):
        subject = rdf.iri(ids.statement("fact", edge.source, edge.type, edge.target))
        for name, value in edge.properties.items():
            assert same(texts(made, subject, name), lexical(name, value)), (edge, name)


@pytest.mark.parametrize("world", [worlds.small(), worlds.large(200)], ids=["small", "large"])
def test_what_is_streamed_is_the_whole_graph(world, tmp_path):
    assert set(written(world, tmp_path / "graph.ttl")) == set(rdf.to_rdf(world))


def test_every_fact_is_a_statement_and_every_edge_counts(tmp_path):
    world, facts = worlds.large(200), ontology.load().facts
    made = written(world, tmp_path / "graph.ttl")
    found = Counter(str(made.value(s, PG.relation)) for s in made.subjects(RDF.type, PG.Fact))
    assert found == Counter(e.type for e in world.edges if e.type in facts)
    for edge in world.edges:
        triple = rdf.iri(edge.source), rdf.term(ontology.load().relations[edge.type].rdf), rdf.iri(edge.target)
        assert (triple in made) == (edge.properties.get("status") in rdf.ASSERTED)


def test_a_claim_is_a_statement_with_its_quote(tmp_path):
    made = written(worlds.small(), tmp_path / "graph.ttl")
    rows = made.query("""
        SELECT ?who ?what ?quote ?source WHERE {
          ?claim a rdf:Statement ; rdf:subject ?who ; rdf:predicate pg:issued ; rdf:object ?what ;
                 pg:quote ?quote ; prov:wasDerivedFrom ?source . ?source a prov:Entity }""",
        initNs={"pg": str(PG), "prov": str(PROV), "rdf": str(RDF)})  # fmt: skip
    agency, policy, document = map(rdf.iri, ("Agency/自治区科技厅", "Policy/桂科〔2019〕1号", "Document/d"))
    assert [tuple(map(str, row)) for row in rows] == [(str(agency), str(policy), "联合印发了办法", str(document))]


def edge(status: str) -> fold.Graph:
    nodes = tuple(fold.Node(f"Agency/{n}", "Agency", {"name": n}) for n in "ab")
    return fold.Graph(nodes, (fold.Edge("Agency/a", "PART_OF", "Agency/b", {"status": status}),))


@pytest.mark.parametrize(
    ("status", "asserted"), [("done", True), ("ongoing", True), ("planned", False), ("requested", False)]
)
def test_what_is_not_so_yet_is_not_asserted(status, asserted):
    made = rdf.to_rdf(edge(status))
    triple = rdf.iri("Agency/a"), rdf.term("dcterms:isPartOf"), rdf.iri("Agency/b")
    assert (triple in made) == asserted
    assert made.value(predicate=RDF.object, object=rdf.iri("Agency/b")) is not None


DATES = {
    "day": ("2019-11-01", XSD.date), "month": ("2019-11", XSD.gYearMonth), "year": ("2019", XSD.gYear),
    "no such day": ("2019-02-30", None), "words": ("去年", None), "four letters": ("abcd", None), "empty": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), DATES.values(), ids=DATES.keys())
def test_dates_are_typed_by_their_form(text, kind):
    node = fold.Node("Policy/x", "Policy", {"name": "x", "date_issued": text})
    (found,) = rdf.to_rdf(fold.Graph((node,))).objects(rdf.iri("Policy/x"), PG.date_issued)
    assert (str(found), found.datatype) == (text, kind or found.datatype)
    assert kind or found.datatype in (None, XSD.string)


KEYS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@settings(max_examples=200, deadline=None)
@given(key=KEYS, name=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
def test_any_id_and_name_survive_turtle(key, name):
    node = fold.Node(f"Agency/{key}", "Agency", {"name": name})
    text = rdf.to_rdf(fold.Graph((node,))).serialize(format="ox-turtle")
    made = rdflib.Graph(store="Oxigraph").parse(data=text, format="ox-turtle")
    (subject,) = made.subjects(RDF.type, PG.Agency)
    assert str(subject) == str(rdf.iri(node.id))
    assert [str(o) for o in made.objects(subject, RDFS.label)] == [name]


def test_the_vocabulary_is_named_in_both_languages(tmp_path):
    made = written(fold.Graph(), tmp_path / "graph.ttl")
    for label in ontology.load().labels.values():
        assert {(o.language, str(o)) for o in made.objects(PG[label.name], RDFS.label)} == {
            ("zh", label.zh), ("en", label.en),
        }  # fmt: skip
    assert (PG.Agency, RDFS.subClassOf, rdflib.URIRef("http://www.w3.org/ns/org#FormalOrganization")) in made
