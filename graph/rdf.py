"""The graph as RDF: classes and properties from the ontology, facts and claims as statements with their quotes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph
import rdflib
from rdflib.namespace import OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Literal, URIRef

from graph import fold, ids, ontology

BASE = "urn:policy-graph:"
TERMS = f"{BASE}ontology:"
FACT = URIRef(f"{TERMS}Fact")
ASSERTED = (None, "", "ongoing", "done")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMS = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_DATES = {"start", "end"}

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def write(graph: fold.Graph, path: Path) -> None:
    """Write the graph as Turtle, triple by triple: no more of it is in memory than the graph itself."""
    triples = (pyoxigraph.Triple(_plain(s), _plain(p), _plain(o)) for s, p, o in _triples(graph))
    pyoxigraph.serialize(triples, str(path), pyoxigraph.RdfFormat.TURTLE, prefixes=_prefixes())


def _plain(node: URIRef | Literal) -> Any:
    """A term of rdflib as the writer's."""
    if isinstance(node, URIRef):
        return pyoxigraph.NamedNode(node)
    if node.language:
        return pyoxigraph.Literal(str(node), language=node.language)
    return pyoxigraph.Literal(str(node), datatype=pyoxigraph.NamedNode(node.datatype or XSD.string))


def to_rdf(graph: fold.Graph) -> rdflib.Graph:
    """The graph and its vocabulary as RDF, in memory.

    A fact that is done or going on is asserted as a triple. What is planned or requested is not so: it stands only as
    a statement about a triple, like every fact with its status, dates, quote and the claims that it rests on.
    """
    made = rdflib.Graph(store="Oxigraph", bind_namespaces="none")
    for prefix, namespace in _prefixes().items():
        made.bind(prefix, namespace)
    made.addN((*triple, made) for triple in _triples(graph))
    return made


def _prefixes() -> dict[str, str]:
    return ontology.load().prefixes | {"skos": str(SKOS), "rdfs": str(RDFS), "xsd": str(XSD), "owl": str(OWL)}


def iri(key: str) -> URIRef:
    """The address of a node: its id, percent-encoded.

    >>> iri("Region/450300")
    rdflib.term.URIRef('urn:policy-graph:Region/450300')
    """
    return URIRef(BASE + quote(_UNFIT.sub("", key), safe="/"))


def term(name: str) -> URIRef:
    """The address of a name of our own vocabulary, or of a prefixed one of another (``prov:Entity``)."""
    prefix, _, local = name.rpartition(":")
    return URIRef((ontology.load().prefixes[prefix] if prefix else TERMS) + local)


def _triples(graph: fold.Graph) -> Iterator[Triple]:
    yield from _vocabulary()
    for node in graph.nodes:
        yield from _node(node)
    for edge in graph.edges:
        yield from _edge(edge)


def _vocabulary() -> Iterator[Triple]:
    known = ontology.load()
    for label in known.labels.values():
        yield term(label.name), RDF.type, OWL.Class
        if term(label.rdf) != term(label.name):
            yield term(label.name), RDFS.subClassOf, term(label.rdf)
        yield from _named(term(label.name), label)
    for relation in known.relations.values():
        if relation.rdf.startswith("pg:"):
            yield term(relation.rdf), RDF.type, OWL.ObjectProperty
            yield from _named(term(relation.rdf), relation)
    yield FACT, RDFS.subClassOf, RDF.Statement


def _named(subject: URIRef, known: ontology.Label | ontology.Relation) -> Iterator[Triple]:
    yield subject, RDFS.label, Literal(known.zh, lang="zh")
    yield subject, RDFS.label, Literal(known.en, lang="en")
    yield subject, RDFS.comment, Literal(known.about_zh, lang="zh")
    yield subject, RDFS.comment, Literal(known.about_en, lang="en")


def _node(node: fold.Node) -> Iterator[Triple]:
    known = ontology.load()
    label, subject = known.labels[node.label], iri(node.id)
    kinds = known.node_properties | label.properties
    yield subject, RDF.type, term(label.name)
    yield subject, RDF.type, term(label.rdf)
    for name, value in node.properties.items():
        for item in _items(name, value):
            yield subject, *_property(name, item, kinds.get(name, ""))
    # A claim's own words for its relation, as the vocabulary's property.
    predicate = node.properties.get("predicate")
    if isinstance(predicate, str) and predicate in known.relations:
        yield subject, RDF.predicate, term(known.relations[predicate].rdf)


def _items(name: str, value: fold.Value) -> tuple[str | int | float | bool, ...]:
    # An unknown date is an empty text in the graph, and nothing here.
    if value is None or (name in _DATES and value == ""):
        return ()
    return value if isinstance(value, tuple) else (value,)


def _property(name: str, value: str | int | float | bool, kind: str) -> tuple[URIRef, Literal]:
    if not isinstance(value, str):
        return term(name), Literal(float(value) if kind == "float" else value)
    text = _UNFIT.sub("", value)
    if name == "name":
        return RDFS.label, Literal(text)
    if name == "name_en":
        return RDFS.label, Literal(text, lang="en")
    if name == "aliases":
        return SKOS.altLabel, Literal(text)
    return term(name), _date(text) if kind == "date" or name in _DATES else Literal(text)


def _date(text: str) -> Literal:
    """A day, month or year as such; anything else as text."""
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10] if len(text) in _FORMS else "")
    except ValueError:
        return Literal(text)
    return Literal(text, datatype=_FORMS[len(text)], normalize=False)


def _edge(edge: fold.Edge) -> Iterator[Triple]:
    relation = ontology.load().relations[edge.type]
    triple = iri(edge.source), term(relation.rdf), iri(edge.target)
    if edge.properties.get("status") in ASSERTED:
        yield triple
    if relation.fact:
        yield from _fact(edge, triple)


def _fact(edge: fold.Edge, triple: tuple[URIRef, URIRef, URIRef]) -> Iterator[Triple]:
    subject = iri(ids.statement("fact", edge.source, edge.type, edge.target))
    yield subject, RDF.type, FACT
    yield from zip((subject,) * 3, (RDF.subject, RDF.predicate, RDF.object), triple, strict=True)
    yield subject, term("relation"), Literal(edge.type)
    for name, value in edge.properties.items():
        for item in _items(name, value):
            if name == "claims":
                yield subject, PROV.wasDerivedFrom, iri(str(item))
            else:
                yield subject, *_property(name, item, ontology.load().fact_properties.get(name, ""))
