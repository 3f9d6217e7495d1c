"""Reference tables in a library: loaded once, replaced by a newer file, with what that changes; each table by its mapping."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph import cells, errors, evidence, fold, library
from ingest import reference
from ingest.reference import changes, shelf
from ingest.tables import mapping, reading

OWN = {table.stem: table for table in shelf.own()}


@pytest.fixture
def held(tmp_path: Path):
    with library.open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> fold.Graph:
    with library.open_library(tmp_path_factory.mktemp("library")) as opened:
        shelf.load(opened)
        return fold.fold(opened.held())


def read(stem: str) -> evidence.Reading:
    table = OWN[stem]
    made = reading.read(table.file, table.data, mapping.parse(stem, table.mapping))
    evidence.check(made.reading, made.text)
    return made.reading


# ---- the tables ------------------------------------------------------------------------------------------------------

CLAIMS = {
    "agencies": {"SUCCEEDS": 36},
    "cities": {"PART_OF": 365},
    "green_finance_pilot_zones": {"APPROVED": 14, "LOCATED_IN": 12},
    "high_tech_zones": {"LOCATED_IN": 199, "APPROVED": 177, "ISSUED": 8, "APPLIES_TO": 8},
    "new_areas": {"LOCATED_IN": 23, "APPROVED": 20},
    "programmes": {"MANAGES": 41},
    "provinces": {},
    "regions_en": {},
    "self_innovation_zones": {"PART_OF": 65, "LOCATED_IN": 60, "APPROVED": 23, "ISSUED": 10, "APPLIES_TO": 10},
    "sustainable_development_zones": {"LOCATED_IN": 11, "APPROVED": 11, "ISSUED": 7, "APPLIES_TO": 7},
}


@pytest.mark.parametrize("stem", OWN)
def test_every_row_of_a_table_becomes_claims(stem: str) -> None:
    made = read(stem)
    assert Counter(claim.predicate for claim in made.claims) == CLAIMS[stem]
    assert made.faults == ()


@pytest.mark.parametrize("stem", OWN)
def test_every_claim_cites_its_source_or_is_unchecked(stem: str) -> None:
    told = [dict(claim.qualifiers) for claim in read(stem).claims]
    assert all(row.get("cited") or row.get("unchecked") for row in told)
    assert {row["as_of"] for row in told} <= {"2026-11-23"}


def test_years_that_were_only_remembered_are_unchecked_and_the_zones_are_not() -> None:
    made = read("high_tech_zones")
    doubtful = Counter(c.predicate for c in made.claims if dict(c.qualifiers).get("unchecked"))
    assert doubtful == {"APPROVED": 142}


# ---- the graph of them -----------------------------------------------------------------------------------------------


def test_each_thing_is_one_node_over_all_tables(graph: fold.Graph) -> None:
    counts = Counter(node.label for node in graph.nodes)
    assert counts["HighTechZone"] == len(reference.high_tech_zones())
    assert counts["DemonstrationZone"] == len(reference.zones())
    places = [r for r in reference.regions() if r.level != "county"]
    assert counts["Region"] == len(places) + sum(r["level"] == "county" for r in _regions(graph))


def _regions(graph: fold.Graph) -> list[dict[str, object]]:
    return [dict(node.properties) for node in graph.nodes if node.label == "Region"]


def test_tables_contradict_nothing_and_name_only_what_the_ontology_allows(graph: fold.Graph) -> None:
    kinds = Counter(edge.type for edge in graph.edges)
    assert not [node.id for node in graph.nodes if "{" in node.id]
    assert kinds["CONFLICTS_WITH"] == 0 and kinds["SUCCEEDS"] == 36


def test_every_national_zone_lies_in_a_place_of_the_map(graph: fold.Graph) -> None:
    on_map = {n.id for n in graph.nodes if n.label == "Region" and n.properties.get("lat") and n.properties.get("code")}
    lying = {edge.source for edge in graph.edges if edge.type == "LOCATED_IN" and edge.target in on_map}
    zones = {n.id: n.properties["name"] for n in graph.nodes if n.label in ("HighTechZone", "DemonstrationZone")}
    # 花都区 is a county, and counties have no coordinates.
    assert {zones[key] for key in zones.keys() - lying} == {"广东省广州市绿色金融改革创新试验区"}


def test_a_code_is_no_other_name_of_a_place(graph: fold.Graph) -> None:
    assert not [n["name"] for n in _regions(graph) if n["code"] in (n.get("aliases") or ())]


def test_provinces_and_cities_have_their_english_names(graph: fold.Graph) -> None:
    english = {n["code"]: n.get("name_en") for n in _regions(graph)}
    assert (english["450000"], english["450300"]) == ("Guangxi Zhuang Autonomous Region", "Guilin")


# ---- in a library ----------------------------------------------------------------------------------------------------


def test_loading_again_changes_nothing(held: library.Library) -> None:
    first, version = shelf.load(held), held.version()
    again = shelf.load(held)
    assert first.new == again.same and not (again.new or again.changed) and held.version() == version
    assert all(entry.source.reference for entry in held.documents())


NEWER = """name,name_en,theme,approved_date,doc_no,places,region_adcode,approved_by,source,checked,note
太原市国家可持续发展议程创新示范区,,资源型城市转型升级,2018-02-13,国函〔2018〕30号,太原市,140100,国务院,a page,yes,
某市国家可持续发展议程创新示范区,,某主题,2030-01,,昆明市,530100,国务院,a page,yes,
"""


def test_a_newer_file_takes_the_place_of_a_table_and_shows_what_changes(held: library.Library, tmp_path: Path) -> None:
    shelf.load(held)
    file = tmp_path / "sustainable_development_zones.csv"
    file.write_text(NEWER, "utf-8")
    seen = shelf.update(held, file, dry=True)
    assert seen == shelf.update(held, file)
    assert seen.added == ("某市国家可持续发展议程创新示范区",) and len(seen.gone) == 10 and seen.same == 0
    assert [(c.column, c.before, c.after) for c in seen.changed if c.column == "approved_date"] == [
        ("approved_date", "2018-02", "2018-02-13")
    ]
    names = {e.name for e in held.get("reference/sustainable_development_zones").reading.entities}
    assert "某市国家可持续发展议程创新示范区" in names and "桂林市国家可持续发展议程创新示范区" not in names


def test_what_people_replaced_stays_when_the_own_tables_are_loaded_again(held: library.Library, tmp_path: Path) -> None:
    file = tmp_path / "sustainable_development_zones.csv"
    file.write_text(NEWER, "utf-8")
    shelf.update(held, file)
    assert shelf.load(held).kept == ("reference/sustainable_development_zones",)
    assert shelf.update(held, file) == changes.Changes(same=2)


def test_a_table_of_ones_own_needs_a_mapping(held: library.Library, tmp_path: Path) -> None:
    file = tmp_path / "省级园区.csv"
    file.write_text("名称,城市\n甲园区,桂林市\n", "utf-8")
    with pytest.raises(errors.UnknownDocument, match="needs 省级园区"):
        shelf.update(held, file)
    given = "entities: {park: {type: DevelopmentZone, name: 名称}, city: {type: Region, name: 城市}}\nclaims: [park LOCATED_IN city]\n"
    (tmp_path / "省级园区.mapping.yaml").write_text(given, "utf-8")
    assert shelf.update(held, file).added == ("甲园区",)
    (claim,) = held.get("reference/省级园区").reading.claims
    assert claim.quote.cell == cells.Cell("", 2, 2)


def test_a_newer_file_is_compared_with_the_own_table_where_nothing_was_loaded_yet(
    held: library.Library, tmp_path: Path
) -> None:
    file = tmp_path / "sustainable_development_zones.csv"
    file.write_text(NEWER, "utf-8")
    found = shelf.update(held, file, dry=True)
    assert found.added == ("某市国家可持续发展议程创新示范区",) and len(found.gone) == 10


def test_rows_with_a_code_are_told_by_their_names_and_a_new_name_is_a_change(
    held: library.Library, tmp_path: Path
) -> None:
    (table,) = (one for one in shelf.own() if one.stem == "cities")
    lines = table.data.decode().splitlines()
    renamed = [line.replace("石家庄市", "石门市") for line in lines if "唐山市" not in line]
    file = tmp_path / "cities.csv"
    file.write_text("\n".join((*renamed, "139999,某新市,地级市,河北省,130000,114.5,38.0,某公告,yes")), "utf-8")
    found = shelf.update(held, file, dry=True)
    assert (found.added, found.gone) == (("某新市（139999）",), ("唐山市（130200）",))
    assert found.changed == (changes.Cell("石门市（130100）", "name", "石家庄市", "石门市"),)
    assert found.same == len(lines) - 3


def test_columns_that_only_one_version_has_change_no_row() -> None:
    before, after = (
        {"1": changes.Record("甲", cells)} for cells in ({"年": "2010", "简称": "甲区"}, {"年": "2010", "主题": "生态"})
    )
    found = changes.between(before, after)
    assert found == changes.Changes(same=1, columns_added=("主题",), columns_gone=("简称",))


@pytest.mark.shared
@pytest.mark.parametrize("stem", [table.stem for table in shelf.own() if table.stem not in ("regions_en", "new_areas")])
def test_tables_with_codes_in_place_of_names_are_taken_too(stem: str, shared: Path, held: library.Library) -> None:
    found = shelf.update(held, shared / "reference" / f"{stem}.csv")
    assert len(found.added) <= 1
    made = held.get(f"reference/{stem}").reading
    assert (made.faults, bool(made.claims) or stem == "provinces") == ((), True)
