"""What the pages know: typed answers of the library and the store, with the connections kept open between runs."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages import cypher
from app_pages.records import Claim as Claim
from app_pages.records import Fact as Fact
from app_pages.records import Grant as Grant
from app_pages.records import Measure as Measure
from app_pages.records import Paper as Paper
from app_pages.records import Place as Place
from app_pages.records import Thing as Thing
from graph import errors, evidence, ids, library, ontology, sameness, stores
from graph.stores import remembered

MOST_FACTS = 2000


# ---- connections ----------------------------------------------------------------------------------------------------


def folder() -> Path:
    """Where the library is."""
    return Path(os.environ.get("POLICY_GRAPH_LIBRARY", "library"))


def target() -> str | Path:
    """Where the graph is: a server's address, or the library folder."""
    return os.environ.get("POLICY_GRAPH_STORE") or folder()


@st.cache_resource(show_spinner=False, max_entries=2)
def _library(path: str) -> library.Library:
    return library.open_library(Path(path))


@st.cache_resource(show_spinner=False, max_entries=2)
def _store(where: str, built: str | None) -> stores.Store:
    """The file of an embedded graph is read once, so its answers stay; a server's graph may change under an open store."""
    opened = stores.open_store(where)
    return remembered.RememberedStore(opened) if opened.kind == "embedded" else opened


def the_library() -> library.Library:
    """The library, opened once a process."""
    if not (folder() / library.FILE).exists():
        raise errors.LibraryError(f"{folder()} 里还没有文献库 / no library in {folder()}")
    return _library(str(folder()))


def is_empty() -> bool:
    """Whether there is no library yet, or nothing in it."""
    return not (folder() / library.FILE).exists() or not papers()


@st.cache_resource(show_spinner=False, max_entries=4)
def _papers(path: str, version: str) -> tuple[library.Entry, ...]:
    return _library(path).documents()


def papers() -> tuple[library.Entry, ...]:
    """What the library holds; listing it reads every document, so the list is kept until something changes."""
    return _papers(str(folder()), the_library().version())


def the_store() -> stores.Store:
    """The store, opened anew when the graph was rebuilt."""
    return _store(str(target()), the_library().built())


def is_stale() -> bool:
    """Whether documents or judgements changed after the graph was built."""
    shelf = the_library()
    return shelf.built() != shelf.version()


def ask(name: str, limit: int | None = None, **params: Any) -> list[dict[str, Any]]:
    """The rows of one of the app's own queries."""
    return the_store().run(cypher.text(name), params, limit=limit).dicts()


# ---- things ---------------------------------------------------------------------------------------------------------


def facts_of_ontology() -> list[str]:
    """The relationship types that are views over claims."""
    return list(ontology.load().facts)


def node(key: str) -> dict[str, Any] | None:
    """All properties of a node, or None."""
    rows = ask("node", id=key)
    return dict(rows[0]["n"]) if rows else None


def thing(row: dict[str, Any], key: str = "id") -> Thing:
    """The thing in a row whose id stands under that key."""
    return Thing(row[key], row["kind"], row["name"] or row[key], row.get("name_en"), row.get("degree") or 0)


def things(keys: Iterable[str]) -> dict[str, Thing]:
    """Things by their ids; unknown ids are left out."""
    rows = ask("things", ids=sorted(set(keys)))
    return {row["id"]: thing(row) for row in rows}


def by_name(names: Iterable[str]) -> dict[str, Thing]:
    """The best connected thing of each name that there is."""
    found = [thing(row) for row in ask("by_name", names=sorted(set(names)))]
    return {one.name: one for one in reversed(found)}


def of_kind(label: str, limit: int = 60) -> list[Thing]:
    """The best connected things of a kind."""
    return [thing(row) for row in ask("of_kind", kind=label, limit=limit)]


# ---- statements -----------------------------------------------------------------------------------------------------


def place(row: Mapping[str, Any]) -> Place:
    """Where the words in a row stand."""
    return Place(
        row["quote"] or "", row["quote_start"] or 0, row["quote_end"] or 0, row["document"], row["document_name"] or "",
        row["document_date"] or "", bool(row["invented"]), bool(row.get("reference")),
    )  # fmt: skip


def statements(keys: Iterable[str]) -> dict[str, tuple[str, str, Place]]:
    """Status, speaker and words of claims, sums and measures by their ids."""
    rows = ask("statements", ids=sorted(keys))
    return {row["id"]: (row["status"] or "", row["stated_by"] or "", place(row)) for row in rows}


def _claim(row: dict[str, Any]) -> Claim:
    return Claim(
        row["id"], row["subject"], row["predicate"], row["object"], row["status"] or "", row["cue"] or "",
        row["since"] or "", row["until"] or "", row["stated_by"] or "", place(row),
    )  # fmt: skip


def claims(key: str) -> list[Claim]:
    """Every claim about a thing, newest document first, reference tables last."""
    found = {row["id"]: _claim(row) for row in ask("claims", limit=MOST_FACTS, id=key)}
    return sorted(found.values(), key=lambda c: (not c.place.reference, c.place.date, c.id), reverse=True)


def claims_by_id(keys: Iterable[str]) -> dict[str, Claim]:
    """Claims by their ids; unknown ids are left out."""
    return {row["id"]: _claim(row) for row in ask("claims_by_id", ids=sorted(keys))}


def facts(key: str) -> list[Fact]:
    """The facts of a thing with their claims, best attested first."""
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims(key):
        grouped[claim.subject, claim.predicate, claim.object].append(claim)
    rows = ask("facts", limit=MOST_FACTS, id=key, types=facts_of_ontology())
    found = {(row["source"], row["predicate"], row["target"]): row for row in rows}
    made = [_fact(key, edge, row, grouped.get(edge, [])) for edge, row in found.items()]
    return sorted(made, key=lambda f: (-f.contested, -len(f.claims), -f.other.degree, f.other.id))


def _fact(key: str, edge: tuple[str, str, str], row: dict[str, Any], found: list[Claim]) -> Fact:
    source, predicate, end = edge
    return Fact(
        source, predicate, end, source != key, thing(row, "other"), row["status"] or "", row["since"] or "",
        row["until"] or "", bool(row["contested"]), row["documents"] or 0, tuple(found), bool(row["unchecked"]),
    )  # fmt: skip


def grants(keys: Sequence[str]) -> list[Grant]:
    """Sums of money by their ids, each once, by year and amount."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask("grants", ids=list(keys)):
        rows[row["id"]].append(row)
    made = [_grant(same) for same in rows.values()]
    return sorted(made, key=lambda g: (-(g.year or 0), -g.amount, g.id))


def grants_of(key: str) -> list[Grant]:
    """The sums that a thing gives, pays or gets, with those that they conflict with."""
    own = [row["id"] for row in ask("grants_of", id=key)]
    found = grants(own)
    others = {other for grant in found for other in grant.conflicts} - set(own)
    return found + (grants(sorted(others)) if others else [])


def _grant(rows: list[dict[str, Any]]) -> Grant:
    one = rows[0]
    return Grant(
        one["id"], one["amount"], one["amount_from"], one["currency"] or "CNY", one["unit"] or "", one["year"], one["projects"],
        one["kind"] or evidence.AWARDED, one["status"] or "", one["stated_by"] or "", place(one), _ends(rows, "fund", "Fund"),
        _ends(rows, "agency"), _ends(rows, "beneficiary"), tuple(one["conflicts"]),
    )  # fmt: skip


def _ends(rows: list[dict[str, Any]], end: str, label: str = "") -> tuple[Thing, ...]:
    found = {
        row[end]: Thing(row[end], label or row[f"{end}_kind"], row[f"{end}_name"], row[f"{end}_en"])
        for row in rows
        if row[end]
    }
    return tuple(found.values())


def _measure(row: dict[str, Any]) -> Measure:
    return Measure(
        row["id"],
        row["role"],
        row["status"] or "",
        row["cue"] or "",
        row["time"] or "",
        row["stated_by"] or "",
        place(row),
    )


def measures(key: str) -> list[Measure]:
    """The actions that a thing takes or is concerned by, newest document first."""
    found = {row["id"]: _measure(row) for row in reversed(ask("measures", limit=MOST_FACTS, id=key))}
    return sorted(found.values(), key=lambda m: (m.role, m.place.date, -m.place.start), reverse=True)


def papers_of(key: str) -> list[Paper]:
    """The documents that name a thing, newest first."""
    return [
        Paper(
            row["id"],
            row["name"] or "",
            row["date"] or "",
            row["doc_type"] or "",
            bool(row["invented"]),
            bool(row["reference"]),
        )
        for row in ask("documents_of", id=key)
    ]


def contested_grants(limit: int) -> list[tuple[Grant, Grant]]:
    """Pairs of sums that disagree."""
    pairs = [(row["id"], row["other"]) for row in ask("contested_grants", limit=limit)]
    known = {grant.id: grant for grant in grants([key for pair in pairs for key in pair])} if pairs else {}
    return [(known[one], known[two]) for one, two in pairs if one in known and two in known]


def contested_claims(limit: int) -> list[tuple[Claim, Claim]]:
    """Pairs of claims that cannot both hold."""
    rows = ask("contested_claims", limit=limit)
    known = claims_by_id({row[end] for row in rows for end in ("id", "other")})
    return [(known[row["id"]], known[row["other"]]) for row in rows if {row["id"], row["other"]} <= known.keys()]


# ---- documents ------------------------------------------------------------------------------------------------------


def nodes_of(reading: evidence.Reading) -> dict[str, Thing]:
    """Which node of the graph each entity of a reading became: by its kind or one next to it, and name, number or other names."""
    index: dict[tuple[str, str], Thing] = {}
    for row in ask("mentioned", id=reading.document.id):
        for name in (row["name"], *(row["aliases"] or ()), row["id"].partition("/")[2]):
            index.setdefault((row["kind"], ids.fold_text(str(name))), thing(row))
    found = {entity.id: _match(entity, index) for entity in reading.entities}
    return {key: node for key, node in found.items() if node}


def _match(entity: evidence.Entity, index: dict[tuple[str, str], Thing]) -> Thing | None:
    names = (entity.prop("doc_no"), entity.prop("code"), entity.name, *entity.aliases)
    kinds = (entity.type, *sameness.neighbours(entity.type))
    hits = (index.get((kind, ids.fold_text(str(name)))) for kind in kinds for name in names if name)
    return next((hit for hit in hits if hit), None)


def held(key: str) -> library.Held | None:
    """A document of the library with its text and reading, or None."""
    try:
        return the_library().get(key)
    except errors.UnknownDocument:
        return None
