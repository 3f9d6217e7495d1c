"""Where a thing lies by its name: the place that the name holds, in full or short, and the places of the zones that the reference tables know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from graph import evidence
from ingest import reference, scene
from ingest.clauses import actors
from ingest.find import places
from ingest.reference import tables
from ingest.relate.claims.maker import ZONES, Maker

# Codes of 台湾, 香港 and 澳门, which zones elsewhere have in their names.
_OVERSEAS = ("71", "81", "82")
# 高新技术产业开发区 by itself names no zone.
_KIND = re.compile(r"(?:国家级?|高新技术|高技术|高新|产业|经济|技术)*(?:开发区|园区|园|区)$")
_SHORT = 2
# A firm or a school bears many a name that is a place too.
_NAMED_FOR = ZONES | {"Platform", "Project"}


def by_name(entity: evidence.Entity, regions: dict[str, str]) -> list[str]:
    """The regions of the document, of those by their codes, in which a thing lies by its name or one of its other names."""
    names = (entity.name, *entity.aliases)
    if entity.type in ZONES:
        spanned = (code for name in names for code in _spanned().get(_plain(name), ()) if code in regions)
        if codes := list(dict.fromkeys(spanned)):
            return [regions[code] for code in codes]
        if several := next((row for name in names if (row := _initials(name, regions))), None):
            return several
        known = (code for name in names for code in _known().get(_plain(name), ()) if code in regions)
        if code := next(known, None):
            return [regions[code]]
    found: str | None = next((x for name in names if (x := _place_in(regions, name))), None)
    if found is None and entity.type in _NAMED_FOR:
        found = next((x for name in names if (x := _short_in(regions, name))), None)
    return [found] if found else []


_RUN = re.compile(r"[一-鿿]{2,5}?(?=国家|科技创新|科创|创新|城市群|城镇群|经济|产业|一体化|同城化|绿色|双城)")


def _initials(name: str, regions: dict[str, str]) -> list[str]:
    """呼包鄂国家自主创新示范区: the cities of the document whose first characters the name begins with, all of them or none."""
    run = _RUN.match(name)
    cities = {
        r.short[0][0]: regions[code]
        for code in regions
        if (r := reference.region(code)) and r.level == "municipal" and r.short
    }
    found = [cities.get(char) for char in run[0]] if run else []
    return [x for x in found if x] if all(found) else []


def of_author(view: scene.Scene) -> str:
    """The code of the place whose body signs the text, else of the place that the signer's name holds: 中国人民银行重庆市分行."""
    if view.home:
        return str(view.home)
    named = view.entities[view.author].name if view.author else ""
    codes = [hit.places[0].code for hit in places.find(named) if len(hit.places) == 1]
    return codes[-1] if codes else ""


_BRANCH = re.compile(r"(?P<parent>[一-鿿]{2,10}(?:大学|科学院))[一-鿿]{2,}(?:研究院|研究所|研究中心|分院)$")


def _place_in(regions: dict[str, str], name: str) -> str | None:
    """The entity of the nearest division that the name begins with or holds; what bears a division's own name lies in the wider one."""
    branch = _BRANCH.match(name)  # 北京科技大学|中原研究院 does not lie where its university does
    hits = [
        p
        for hit in places.find(name)
        for p in hit.places
        if p.code in regions and not (branch and hit.end <= branch.end("parent"))
    ]
    # 重庆台湾农民创业园 is for whom comes from there.
    hits = [p for p in hits if p is hits[0] or p.code[:2] not in _OVERSEAS]
    wider = [p for p in hits if not (len(hits) > 1 and name.endswith(p.name))]
    return regions[wider[-1].code] if wider else None


def _short_in(regions: dict[str, str], name: str) -> str | None:
    """甲模具产业园 in a text that knows 甲县: the narrowest of its regions whose short name the name holds."""
    known = (reference.region(code) for code in regions)
    held = [r for r in known if r and r.level != "provincial" and any(len(s) >= _SHORT and s in name for s in r.short)]
    held.sort(key=lambda r: (r.level == "county", r.code))
    return regions[held[-1].code] if held else None


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The codes of the places of national high-tech zones and new areas, nearest first, by each name that is only theirs."""
    homes: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for zone in reference.high_tech_zones():
        codes = tuple(code for code in (zone.county, zone.region, zone.province) if code)
        for form in _forms(zone.name, *zone.short):
            homes[form].add(codes)
    for row in tables.rows("new_areas"):
        own = [code.strip() for code in row["region_adcodes"].split(";")]
        called = [p.code for hit in places.find(row["name"]) for p in hit.places if not row["name"].endswith(p.name)]
        codes = tuple(dict.fromkeys((*called[-1:], *own, *(c[:4] + "00" for c in own), *(c[:2] + "0000" for c in own))))
        for form in _forms(row["name"], *row["short_name"].split(";")):
            homes[form].add(codes)
    return {form: next(iter(codes)) for form, codes in homes.items() if len(codes) == 1}


@cache
def _spanned() -> dict[str, tuple[str, ...]]:
    """The codes of the places of the zones with a national task, which may be several, by each of their names."""
    return {form: zone.regions for zone in reference.zones() for form in map(_plain, (zone.name, *zone.short))}


def _forms(*names: str) -> Iterator[str]:
    """Each name in plain words, and without the place that it begins with where enough is left of it: 净月高新区."""
    for name in map(_plain, filter(None, names)):
        yield name
        first = next((hit for hit in places.find(name) if hit.start == 0), None)
        if first and len(_KIND.sub("", rest := name[first.end :])) >= _SHORT:
            yield rest


def _plain(name: str) -> str:
    return name.replace("高技术", "高新技术").replace("国家高新", "高新").strip("“”")


def own(view: scene.Scene) -> str | None:
    """The region of the body that signs, else the one that the text calls its own (本市, 我省)."""
    code = of_author(view)
    signed = (e.id for e in view.entities.values() if code and e.type == "Region" and e.prop("code") == code)
    ours = (r.entity for r in view.refs if r.type == "Region" and view.shadow.text[r.start] in "本我")
    return next(signed, None) or next(ours, None)


def local(made: Maker, zone: evidence.Entity, where: list[scene.Ref]) -> str | None:
    """Where a zone lies of which neither its name nor the text says so: the city at the head of its sentence, else the one that writes."""
    told = any(c.predicate == "LOCATED_IN" and c.subject == zone.id for c in made.found.values())
    if told or places.find(zone.name):
        return None
    headed = next((region for ref in where if (region := _head(made, ref.start))), None)
    writer = reference.region(of_author(made.view))
    return headed or (own(made.view) if writer is not None and _is_city(writer) else None)


def _head(made: Maker, at: int) -> str | None:
    """The city or county that a sentence is about: 甲市应以Z为重点承载区."""
    start = max(made.text.rfind(mark, 0, at) for mark in "\n。；") + 1
    for ref in made.view.within(start, at):
        code = made.view.entities[ref.entity].prop("code")
        known = reference.region(str(code)) if code and ref.type == "Region" else None
        if (
            known
            and _is_city(known)
            and _HEADS.match(made.text, ref.end)
            and actors.lead().fullmatch(made.text, start, ref.start)
        ):
            return ref.entity
        if ref.type != "Region":
            return None
    return None


def _is_city(region: reference.Region) -> bool:
    return region.level != "provincial" or region.code in _CITIES


# Behind a place that the sentence is about.
_HEADS = re.compile(
    r"(?:要|应当?|将|正|已|拟|可|须|加快|大力|积极|推进|推动|依托|围绕|聚焦|建设|打造|以|：|:|规划|布局|培育|支持)"
)
# Provinces that are cities.
_CITIES = frozenset(("110000", "120000", "310000", "500000"))
