"""Facts that the reader knows before it reads: regions, agencies, zones, programmes, document-number stems.

The tables are CSV files beside this module, each row with its source; `README.md` there says how far they were
checked. Lists inside a cell are split by `;`, an empty cell means not known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.reference import tables
from ingest.reference.tables import Row


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative division. `short` holds the forms it is called by besides its name.

    `ambiguous`: the short forms mean other things too (朝阳, 和平), so they count only beside other evidence.
    `shared`: other regions have the same full name (鼓楼区), so even that needs its parent.
    """

    code: str
    name: str
    short: tuple[str, ...]
    level: str
    parent: str
    lon: float | None = None
    lat: float | None = None
    ambiguous: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its one-character signs (沪, 桂) and its capital's code."""

    code: str
    name: str
    signs: tuple[str, ...]
    short: str
    capital: str


@dataclass(frozen=True, slots=True)
class Stem:
    """What a document number begins with (桂政发), and who writes under it. National bodies have no province.

    `seen`: met in a real number; the others are the usual ones.
    """

    stem: str
    province: str
    body: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Agency:
    """A body of the state, or a pattern of names with {省} or {市} (`pattern` is true)."""

    name: str
    short: tuple[str, ...]
    level: str
    successor_of: tuple[str, ...]
    valid_from: str
    valid_to: str
    provincial: tuple[str, ...]
    pattern: bool
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class HighTechZone:
    """A national high-tech zone. `year` is empty unless a source says it."""

    name: str
    short: tuple[str, ...]
    region: str
    county: str
    province: str
    year: str
    doc_no: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone with a national task. `kind` names the task, `date` is as exact as the source."""

    name: str
    short: tuple[str, ...]
    kind: str
    regions: tuple[str, ...]
    members: tuple[str, ...]
    theme: str
    date: str
    doc_no: str
    approved_by: tuple[str, ...]
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A national programme, fund or scheme with the bodies that run it; `kind` is programme, fund, zones or accreditation."""

    name: str
    short: tuple[str, ...]
    kind: str
    agencies: tuple[str, ...]
    start: str
    end: str
    source: str
    checked: str


# The peoples that autonomous divisions are named after, longest first.
PEOPLES = (
    "柯尔克孜|维吾尔|哈萨克|塔吉克|达斡尔|鄂温克|鄂伦春|蒙古|朝鲜|布依|景颇|哈尼|傈僳|土家|毛南|仫佬|仡佬|纳西|"
    "拉祜|布朗|独龙|普米|裕固|保安|东乡|撒拉|锡伯|壮|回|藏|满|苗|侗|彝|白|傣|羌|黎|瑶|畲|水|佤|怒|土|各"
)
# `+` so that every name of the people before 自治 goes; a name itself never ends in one (临夏回族自治州).
_AUTONOMOUS = re.compile(rf"((?:{PEOPLES})族?)+自治[区州县旗]$")
_SUFFIX = re.compile(r"(特别行政区|自治[区州县旗]|地区|林区|矿区|特区|[省市区县盟旗])$")
_OWN_PEOPLE = re.compile(r"族?自治[区州县旗]$")
_PREFECTURE = re.compile(r"自治州$")
_OWN_RULE = re.compile(r"自治[县旗]$")


def core(name: str) -> str:
    """A region's name without its rank and peoples: 广西壮族自治区 → 广西, 桂林市 → 桂林.

    >>> core("昌吉回族自治州"), core("克孜勒苏柯尔克孜自治州"), core("神农架林区")
    ('昌吉', '克孜勒苏', '神农架')
    """
    if "自治" in name:
        stripped = _AUTONOMOUS.sub("", name)
        # 西藏自治区, 东乡族自治县: the people's name is the region's own.
        return stripped if len(stripped) > 1 else _OWN_PEOPLE.sub("", name)
    return _SUFFIX.sub("", name)


@cache
def regions() -> tuple[Region, ...]:
    """All divisions from province to county, by code."""
    rows = [*_province_regions(), *_city_regions(), *_county_regions()]
    names = Counter(r.name for r in rows)
    forms = Counter(form for r in rows if r.level == "county" for form in r.short)
    words = ambiguous_words()
    taken: dict[str, set[str]] = {"provincial": set(), "municipal": _forms(rows, "provincial")}
    taken["county"] = taken["municipal"] | _forms(rows, "municipal") | {f for f, times in forms.items() if times > 1}
    marked = (
        replace(r, ambiguous=doubtful, shared=names[r.name] > 1)
        if (doubtful := _doubtful(r, taken[r.level], words)) or names[r.name] > 1
        else r
        for r in rows
    )
    return tuple(sorted(marked, key=lambda r: r.code))


@cache
def ambiguous_words() -> dict[str, str]:
    """Names of regions that are words too, with the level from which on they are doubtful."""
    return {row["word"]: row["from_level"] for row in tables.rows("ambiguous_words")}


def _forms(rows: list[Region], level: str) -> set[str]:
    return {form for r in rows if r.level == level for form in r.short}


def _doubtful(r: Region, taken: set[str], words: dict[str, str]) -> bool:
    """Whether a short form belongs to a higher or another region, or is a word that hides regions of this level."""
    hiding = {"provincial": (), "municipal": ("municipal",), "county": ("municipal", "county")}[r.level]
    return any(f in taken or words.get(f) in hiding for f in r.short) or words.get(r.name) in hiding


def _province_regions() -> Iterator[Region]:
    for row in tables.rows("provinces"):
        signs = _list(row["short"])
        short = tuple(dict.fromkeys((core(row["name"]), *signs)))
        lon, lat = _point(row["capital_lon"], row["capital_lat"])
        yield Region(row["adcode"], row["name"], short, "provincial", "", lon, lat)


def _city_regions() -> Iterator[Region]:
    for row in tables.rows("cities"):
        name, lon_lat = row["name"], _point(row["lon"], row["lat"])
        level = "county" if row["level"] == "省级直辖县级" else "municipal"
        yield Region(row["adcode"], name, _short(name), level, row["province_adcode"], *lon_lat)


def _county_regions() -> Iterator[Region]:
    for row in tables.rows("counties"):
        yield Region(row["code"], row["name"], _short(row["name"]), "county", row["parent"])


def _short(name: str) -> tuple[str, ...]:
    """Forms of two characters or more; an autonomous prefecture is also called 昌吉州, a county 威宁自治县."""
    stem = core(name)
    if len(stem) < 2:
        return ()
    if _PREFECTURE.search(name):
        return stem, f"{stem}州"
    own = _OWN_RULE.search(name)
    return (stem, f"{stem}{own[0]}") if own else (stem,)


def _point(lon: str, lat: str) -> tuple[float | None, float | None]:
    return (float(lon), float(lat)) if lon and lat else (None, None)


@cache
def region(code: str) -> Region | None:
    """The region of that code, if there is one."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Region]:
    return {r.code: r for r in regions()}


@cache
def provinces() -> tuple[Province, ...]:
    """The 34 divisions at province level."""
    return tuple(
        Province(row["adcode"], row["name"], tuple(s for s in _list(row["short"]) if len(s) == 1),
                 core(row["name"]), row["capital_adcode"])
        for row in tables.rows("provinces")
    )  # fmt: skip


# What a municipality calls the body that a province calls 科学技术厅.
_SCIENCE = {
    "110000": "科学技术委员会",
    "120000": "科学技术局",
    "310000": "科学技术委员会",
    "500000": "科学技术局",
}
_BODIES = (("gov_doc_stems", "人民政府"), ("office_doc_stems", "人民政府办公厅"), ("science_doc_stems", "科学技术厅"))


@cache
def stems() -> tuple[Stem, ...]:
    """What document numbers begin with, longest first, so that the first match is the closest."""
    national = [Stem(row["stem"], "", row["body"], row["checked"] == "yes") for row in tables.rows("national_stems")]
    provincial = [stem for row in tables.rows("provinces") for stem in _province_stems(row)]
    return tuple(sorted((*national, *provincial), key=lambda s: (-len(s.stem), s.stem)))


def _province_stems(row: Row) -> Iterator[Stem]:
    seen = set(_list(row["stems_seen"]))
    for column, body in _BODIES:
        known = _SCIENCE.get(row["adcode"], body) if column == "science_doc_stems" else body
        for stem in _list(row[column]):
            yield Stem(stem, row["adcode"], row["name"] + known, stem in seen)


@cache
def agencies() -> tuple[Agency, ...]:
    """Central bodies, abolished ones with their years, and the patterns of provincial names."""
    return tuple(
        Agency(row["name"], _others(row["name"], row["short_names"]), row["level"], _list(row["successor_of"]),
               row["valid_from"], row["valid_to"], _list(row["provincial_pattern"]), "{" in row["name"],
               row["source"], row["checked"])
        for row in tables.rows("agencies")
    )  # fmt: skip


@cache
def high_tech_zones() -> tuple[HighTechZone, ...]:
    """The national high-tech zones, 178 rows."""
    return tuple(
        HighTechZone(row["name"], _others(row["name"], row["short_name"]), row["adcode"], row["county_adcode"],
                     row["province_adcode"], row["approved_year"] if row["year_checked"] == "yes" else "",
                     row["doc_no"], row["source"], row["checked"])
        for row in tables.rows("high_tech_zones")
    )  # fmt: skip


@cache
def self_innovation_zones() -> tuple[Zone, ...]:
    """The 23 national self-innovation demonstration zones (自创区)."""
    return tuple(
        Zone(row["name"], _others(row["name"], row["short_name"]), "国家自主创新示范区", _list(row["regions"]),
             _list(row["member_high_tech_zones"]), "", row["approved_date"], row["doc_no"], _list(row["approved_by"]),
             row["source"], row["checked"])
        for row in tables.rows("self_innovation_zones")
    )  # fmt: skip


@cache
def sustainable_development_zones() -> tuple[Zone, ...]:
    """The eleven zones for the sustainable development agenda."""
    return tuple(
        Zone(row["name"], (), "国家可持续发展议程创新示范区", (row["region_adcode"],), (), row["theme"],
             row["approved_date"], row["doc_no"], _list(row["approved_by"]), row["source"], row["checked"])
        for row in tables.rows("sustainable_development_zones")
    )  # fmt: skip


@cache
def green_finance_zones() -> tuple[Zone, ...]:
    """The ten pilot zones for green finance."""
    return tuple(
        Zone(row["name"], (), "绿色金融改革创新试验区", _list(row["region_adcodes"]), (), "", row["approved_date"], "",
             _list(row["issuing_bodies"]), row["source"], row["checked"])
        for row in tables.rows("green_finance_pilot_zones")
    )  # fmt: skip


def zones() -> tuple[Zone, ...]:
    """All zones with a national task."""
    return (*self_innovation_zones(), *sustainable_development_zones(), *green_finance_zones())


@cache
def programmes() -> tuple[Programme, ...]:
    """National programmes and funds."""
    return tuple(
        Programme(row["name"], _others(row["name"], row["short"]), row["kind"], _list(row["managing_agency"]),
                  row["start_year"], row["end_year"], row["source"], row["checked"])
        for row in tables.rows("programmes")
    )  # fmt: skip


def _others(name: str, cell: str) -> tuple[str, ...]:
    return tuple(form for form in _list(cell) if form != name)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
