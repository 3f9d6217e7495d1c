"""The reference tables are well-formed: codes exist, dates parse, sources are given, nothing stands twice."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from ingest import reference

FOLDER = Path(reference.__file__).parent
KEYS = {
    "provinces": "adcode", "cities": "adcode", "counties": "code", "agencies": "name", "high_tech_zones": "name",
    "self_innovation_zones": "name", "sustainable_development_zones": "name", "green_finance_pilot_zones": "name",
    "programmes": "name", "new_areas": "name", "national_stems": "stem", "ambiguous_words": "word",
    "regions_en": "name", "places_en": "name", "us_code_chapters": "title/chapter/word",
}  # fmt: skip
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
AS_OF = date(2026, 11, 23)


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@pytest.mark.parametrize("table", KEYS)
def test_rows_are_full_sourced_and_unique(table: str) -> None:
    found = rows(table)
    keys = [row[KEYS[table]] for row in found]
    assert found and all(keys) and len(set(keys)) == len(keys)
    assert not [row for row in found if None in row or None in row.values()], "more or fewer cells than the header"
    assert not [row for row in found if any(cell != cell.strip() for cell in row.values())]
    assert not [row for row in found if "source" in row and not row["source"] and row["checked"] != "no"]
    assert {row["checked"] for row in found if "checked" in row} <= {"yes", "partly", "no"}


def test_every_table_is_known() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(KEYS)


CODES = [
    ("cities", "province_adcode"), ("counties", "parent"), ("provinces", "capital_adcode"),
    ("high_tech_zones", "adcode"), ("high_tech_zones", "province_adcode"), ("high_tech_zones", "county_adcode"),
    ("self_innovation_zones", "regions"), ("sustainable_development_zones", "region_adcode"),
    ("green_finance_pilot_zones", "region_adcodes"), ("new_areas", "region_adcodes"), ("regions_en", "adcode"),
    ("places_en", "adcode"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), CODES)
def test_codes_exist(table: str, column: str) -> None:
    codes = [code for row in rows(table) for code in row[column].split(";") if code]
    assert codes and not [code for code in codes if reference.region(code) is None]


PLACES = [
    ("cities", "province", "province_adcode"), ("high_tech_zones", "city", "adcode"), ("high_tech_zones", "county", "county_adcode"),
    ("high_tech_zones", "province", "province_adcode"), ("self_innovation_zones", "places", "regions"),
    ("sustainable_development_zones", "places", "region_adcode"), ("green_finance_pilot_zones", "places", "region_adcodes"),
    ("new_areas", "places", "region_adcodes"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "codes"), PLACES)
def test_places_are_those_of_the_codes(table: str, column: str, codes: str) -> None:
    for row in rows(table):
        found = [reference.region(code) for code in row[codes].split(";") if code]
        assert row[column] == ";".join(region.name for region in found if region), row


DATES = [
    ("self_innovation_zones", "approved_date"), ("sustainable_development_zones", "approved_date"),
    ("green_finance_pilot_zones", "approved_date"), ("new_areas", "approved_date"), ("high_tech_zones", "approved_date"),
    ("high_tech_zones", "approved_year"), ("agencies", "valid_from"), ("agencies", "valid_to"),
    ("programmes", "start_year"), ("programmes", "end_year"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), DATES)
def test_dates_parse(table: str, column: str) -> None:
    cells = [row[column] for row in rows(table) if row[column]]
    assert cells and not [cell for cell in cells if not DATE.fullmatch(cell)]
    days = [date(*(int(part) for part in f"{cell}-01-01".split("-")[:3])) for cell in cells]
    assert date(1949, 10, 1) <= min(days) and max(days) <= AS_OF


# How many there were after each approval, as README.md says that sources state it.
TOTALS = [(1997, 53), (2007, 54), (2010, 83), (2011, 88), (2012, 105), (2013, 114), (2016, 147), (2021, 169)]


@pytest.mark.parametrize(("year", "total"), TOTALS)
def test_high_tech_zones_add_up_to_the_totals_that_sources_give(year: int, total: int) -> None:
    dated = [row for row in rows("high_tech_zones") if row["approved_year"]]
    # 苏州工业园区 has no year of its own and is counted since 2016.
    assert sum(int(row["approved_year"]) <= year for row in dated) + (year >= 2016) == total


PROVINCES = [
    ("420000", 2026, 12), ("370000", 2026, 13), ("340000", 2019, 6), ("450000", 2017, 4), ("430000", 2016, 6),
    ("650000", 2022, 4),
]  # fmt: skip


@pytest.mark.parametrize(("code", "year", "count"), PROVINCES)
def test_high_tech_zones_of_a_province_are_as_many_as_sources_count(code: str, year: int, count: int) -> None:
    found = [row for row in rows("high_tech_zones") if row["province_adcode"] == code]
    assert sum(int(row["approved_year"]) <= year for row in found) == count


def test_batches_name_the_year_of_their_zones() -> None:
    dated = [row for row in rows("high_tech_zones") if row["batch"][:4].isdigit()]
    assert dated and not [row["name"] for row in dated if not row["batch"].startswith(row["approved_year"])]


def test_successors_and_predecessors_name_each_other() -> None:
    found = {row["name"]: row for row in rows("agencies")}
    forth = {(new, old) for new, row in found.items() for old in row["successor_of"].split(";") if old in found}
    back = {(new, old) for old, row in found.items() for new in row["succeeded_by"].split(";") if new}
    assert forth == back and ("国家金融监督管理总局", "中国银行保险监督管理委员会") in forth
    assert not [old for _new, old in back if not found[old]["valid_to"]]


def test_no_short_name_of_a_zone_is_a_place() -> None:
    places = {form for r in reference.regions() if r.level != "county" for form in (r.name, *r.short)}
    shorts = {form for zone in reference.zones() for form in zone.short}
    assert shorts and not shorts & places


def test_members_of_zones_are_high_tech_zones() -> None:
    known = {zone.name for zone in reference.high_tech_zones()}
    members = {member for zone in reference.self_innovation_zones() for member in zone.members}
    assert members and not members - known


REGIONS = [
    ("450000", "广西壮族自治区", {"广西", "桂"}, "provincial", ""),
    ("540000", "西藏自治区", {"西藏", "藏"}, "provincial", ""),
    ("150000", "内蒙古自治区", {"内蒙古", "蒙"}, "provincial", ""),
    ("310000", "上海市", {"上海", "沪"}, "provincial", ""),
    ("450300", "桂林市", {"桂林"}, "municipal", "450000"),
    ("652300", "昌吉回族自治州", {"昌吉", "昌吉州"}, "municipal", "650000"),
    ("429004", "仙桃市", {"仙桃"}, "county", "420000"),
    ("110108", "海淀区", {"海淀"}, "county", "110000"),
    ("450328", "龙胜各族自治县", {"龙胜", "龙胜自治县"}, "county", "450300"),
    ("622926", "东乡族自治县", {"东乡", "东乡自治县"}, "county", "622900"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "short", "level", "parent"), REGIONS)
def test_regions(code: str, name: str, short: set[str], level: str, parent: str) -> None:
    found = reference.region(code)
    assert found and (found.name, set(found.short), found.level, found.parent) == (name, short, level, parent)


AMBIGUOUS = [
    ("110105", True, True, "朝阳区: a word, and Changchun has one too"),
    ("120101", True, True, "和平区: a word, and Shenyang has one too"),
    ("450325", True, False, "兴安县: 兴安盟 is called so too"),
    ("632500", True, False, "海南藏族自治州: 海南 is the province"),
    ("460000", False, False, "海南省"),
    ("610100", False, False, "西安市"),
    ("450300", False, False, "桂林市"),
    ("110108", False, False, "海淀区"),
]


@pytest.mark.parametrize(("code", "ambiguous", "shared", "why"), AMBIGUOUS)
def test_ambiguous_short_forms_are_marked(code: str, ambiguous: bool, shared: bool, why: str) -> None:
    found = reference.region(code)
    assert found and (found.ambiguous, found.shared) == (ambiguous, shared), why


def test_no_short_form_of_a_city_or_county_is_one_character() -> None:
    assert not [r for r in reference.regions() if r.level != "provincial" and any(len(f) < 2 for f in r.short)]


def test_capitals_and_cities_have_plausible_places() -> None:
    placed = [r for r in reference.regions() if r.lon is not None and r.lat is not None]
    assert len(placed) > 380
    assert not [r for r in placed if not (73 < (r.lon or 0) < 136 and 3 < (r.lat or 0) < 54)]


STEMS = [
    ("桂政发", "450000", "广西壮族自治区人民政府"), ("沪府发", "310000", "上海市人民政府"),
    ("京科发", "110000", "北京市科学技术委员会"), ("桂政办发", "450000", "广西壮族自治区人民政府办公厅"),
    ("川科", "510000", "四川省科学技术厅"), ("国函", "", "国务院"),
]  # fmt: skip


@pytest.mark.parametrize(("stem", "province", "body"), STEMS)
def test_stems_name_their_body(stem: str, province: str, body: str) -> None:
    found = {s.stem: s for s in reference.stems()}[stem]
    assert (found.province, found.body) == (province, body)


def test_longer_stems_come_first_and_none_stands_twice() -> None:
    lengths = [len(s.stem) for s in reference.stems()]
    assert lengths == sorted(lengths, reverse=True)
    assert len({s.stem for s in reference.stems()}) == len(lengths)


COUNTS = [
    (reference.self_innovation_zones, 23), (reference.sustainable_development_zones, 11),
    (reference.green_finance_zones, 10), (reference.high_tech_zones, 178), (reference.provinces, 34),
    (reference.agencies, 116), (reference.programmes, 30), (reference.zones, 44),
]  # fmt: skip


@pytest.mark.parametrize(("load", "count"), COUNTS)
def test_tables_are_read_whole(load, count: int) -> None:
    assert len(load()) == count
