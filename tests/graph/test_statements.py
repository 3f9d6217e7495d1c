"""Reference tables beside documents: what contradicts is shown, what agrees confirms, and tables count as no document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph import evidence, fold, library
from tests import factories

COUNCIL = factories.entity("Agency", "国务院")
BUREAU = factories.entity("Agency", "甲省科学技术厅")
ZONE = factories.entity("HighTechZone", "甲城高新技术产业开发区")
CITY = factories.entity("Region", "桂林市", code="450300")
COUNTY = factories.entity("Region", "阳朔县", code="450321")
PROVINCE = factories.entity("Region", "广西壮族自治区", code="450000")
OTHER = factories.entity("Region", "柳州市", code="450200")
THINGS = (COUNCIL, BUREAU, ZONE, CITY, COUNTY, PROVINCE, OTHER)


def approved(status: str = "done", time: str = "") -> tuple[str, ...]:
    return (COUNCIL.name, "APPROVED", ZONE.name, status, time)


def lies(place: evidence.Entity, status: str = "ongoing") -> tuple[str, ...]:
    return (ZONE.name, "LOCATED_IN", place.name, status)


def says(*facts: tuple[str, ...], date: str = "2020-01-01", title: str = "答复") -> library.Held:
    made = factories.reading(title, *THINGS, date=date, facts=facts)
    silent = tuple(replace(claim, stated_by=None) for claim in made.claims)
    return factories.held(title, replace(made, claims=silent))


def table(*facts: tuple[str, ...], unchecked: bool = False) -> library.Held:
    """A reference table whose rows say `facts`, each thing named once."""
    row = (("unchecked", True),) if unchecked else ()
    named = [replace(t, mentions=(evidence.Mention(evidence.Span(0, 4, "text"), "", row),)) for t in THINGS]
    made = factories.reading("名单", *named, date="2026-11-23", facts=facts)
    silent = tuple(replace(claim, stated_by=None, qualifiers=row) for claim in made.claims)
    held = factories.held("reference/名单.csv", replace(made, claims=silent))
    return replace(held, source=replace(held.source, reference=True))


def edge(graph: fold.Graph, kind: str) -> dict[str, object]:
    (found,) = [e for e in graph.edges if e.type == kind]
    return dict(found.properties)


def node(graph: fold.Graph, key: str) -> dict[str, object]:
    return dict(next(n for n in graph.nodes if n.id == key).properties)


CONTRADICTIONS = {
    "another month of approval": (approved(time="2010-09"), approved(time="2011-06"), 1),
    "a day within the month": (approved(time="2010-09"), approved(time="2010-09-26"), 0),
    "another year, only the year known": (approved(time="2010"), approved(time="2009-12"), 1),
    "no date": (approved(time="2010-09"), approved(), 0),
    "still planned ten years later": (approved(time="2010-09"), approved("planned"), 1),
    "another city": (lies(CITY), lies(OTHER), 1),
    "another city, not yet": (lies(CITY), lies(OTHER, "planned"), 0),
    "the same city": (lies(CITY), lies(CITY), 0),
    "its province": (lies(CITY), lies(PROVINCE), 0),
    "a county in it": (lies(CITY), lies(COUNTY), 0),
}  # fmt: skip


@pytest.mark.parametrize(("row", "said", "conflicts"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_document_that_contradicts_a_table_is_a_conflict_on_both(row: tuple, said: tuple, conflicts: int) -> None:
    graph = fold.fold([table(row), says(said)])
    assert [e.type for e in graph.edges].count("CONFLICTS_WITH") == conflicts
    facts = [e for e in graph.edges if e.type == row[1]]
    assert all(e.properties["contested"] is bool(conflicts) for e in facts)


def test_a_zone_in_two_cities_contradicts_neither() -> None:
    graph = fold.fold([table(lies(CITY), lies(OTHER)), says(lies(CITY)), says(lies(OTHER), title="方案")])
    assert "CONFLICTS_WITH" not in [e.type for e in graph.edges]


def test_tables_count_as_no_document() -> None:
    alone, both = fold.fold([table(lies(CITY))]), fold.fold([table(lies(CITY)), says(lies(CITY))])
    assert [edge(g, "LOCATED_IN")["documents"] for g in (alone, both)] == [0, 1]
    assert [node(g, "HighTechZone/甲城高新区")["documents"] for g in (alone, both)] == [0, 1]
    papers = {n.properties["file"]: n.properties["reference"] for n in both.nodes if n.label == "Document"}
    assert papers == {"答复": False, "reference/名单.csv": True}


def test_what_no_source_confirms_is_unchecked_until_a_document_says_it() -> None:
    doubtful, sure = table(lies(CITY), unchecked=True), says(lies(CITY))
    graph, confirmed = fold.fold([doubtful]), fold.fold([doubtful, sure])
    zone = "HighTechZone/甲城高新区"
    assert node(graph, zone)["unchecked"] is True and edge(graph, "LOCATED_IN")["unchecked"] is True
    assert "unchecked" not in node(confirmed, zone) and "unchecked" not in edge(confirmed, "LOCATED_IN")


def test_the_words_of_a_document_stand_before_a_row_and_the_row_gives_the_date() -> None:
    made = edge(fold.fold([table(approved(time="2010-09")), says(approved())]), "APPROVED")
    assert (made["start"], made["documents"], made["contested"]) == ("2010-09", 1, False)
    (claim,) = says(approved()).reading.claims
    assert made["quote"] == claim.quote.text


def test_a_row_carries_out_what_was_applied_for_before_its_date() -> None:
    asked = (CITY.name, "APPLIED_FOR", ZONE.name, "requested")
    early, late = (says(asked, date=date) for date in ("2009-05-01", "2012-05-01"))
    kinds = [[e.type for e in fold.fold([table(approved(time="2010-09")), one]).edges] for one in (early, late)]
    assert ["FULFILS" in found for found in kinds] == [True, False]


def test_a_table_knows_the_name_the_kind_and_the_properties_best() -> None:
    row = replace(ZONE, properties=(("level", "national"),))
    mine = replace(table(), reading=replace(table().reading, entities=(row,)))
    theirs = factories.entity("HighTechZone", "甲城国家级高新技术产业开发区", level="provincial")
    graph = fold.fold([mine, factories.held("a", factories.reading("答复", theirs))])
    found = node(graph, "HighTechZone/甲城高新区")
    assert (found["name"], found["level"]) == (ZONE.name, "national")
    assert found["aliases"] == (theirs.name,)
