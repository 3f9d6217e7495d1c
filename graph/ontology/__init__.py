"""The vocabulary of the graph, loaded once from YAML: labels, relationship types, closed categories.

Constraints, RDF, legend, forms and docs are made from it; nothing else in the project lists labels or types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from graph import errors, plain


@dataclass(frozen=True, slots=True)
class Label:
    """A node label with its two names, look and properties (name → type)."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    colour: str
    shape: str
    icon: str
    rdf: str
    evidence: bool = False
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship type with its allowed ends. `fact` types are views over claims; `sources`/`targets` are labels."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    fact: bool
    rdf: str
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed category, in both languages; `line` is the line style of a status."""

    zh: str
    en: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole vocabulary."""

    labels: dict[str, Label]
    relations: dict[str, Relation]
    node_properties: dict[str, str]
    fact_properties: dict[str, str]
    prefixes: dict[str, str]
    statuses: dict[str, Term]
    levels: dict[str, Term]
    doc_types: dict[str, Term]
    target_groups: dict[str, str]
    zones: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Relationship types that are views over claims."""
        return tuple(name for name, relation in self.relations.items() if relation.fact)

    def allows(self, source: str, relation: str, target: str) -> bool:
        """Whether an edge of that type may run between these labels."""
        known = self.relations.get(relation)
        return known is not None and source in known.sources and target in known.targets


@cache
def load() -> Ontology:
    """The ontology of the project. Raises BadOntology when its files contradict themselves."""
    nodes, relations, common = (_read(f"{name}.yaml") for name in ("nodes", "relations", "common"))
    groups = {"ANY": tuple(nodes), "ZONE": tuple(common["zone"])}
    try:
        return Ontology(
            labels={name: Label(name=name, **body) for name, body in nodes.items()},
            relations={name: _relation(name, dict(body), groups) for name, body in relations.items()},
            node_properties=common["node_properties"],
            fact_properties=common["fact_properties"],
            prefixes=common["prefixes"],
            statuses={k: Term(**v) for k, v in common["statuses"].items()},
            levels={k: Term(**v) for k, v in common["levels"].items()},
            doc_types={k: Term(**v) for k, v in common["doc_types"].items()},
            target_groups=common["target_groups"],
            zones=groups["ZONE"],
        )
    except (KeyError, TypeError) as error:
        raise errors.BadOntology(f"graph/ontology: {error}") from error


def _read(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    return dict(plain.load(text))


def _relation(name: str, body: dict[str, Any], groups: dict[str, tuple[str, ...]]) -> Relation:
    sources, targets = (_ends(body.pop(end), groups) for end in ("from", "to"))
    return Relation(name=name, sources=sources, targets=targets, **body)


def _ends(names: list[str], groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(label for name in names for label in groups.get(name, (name,)))
