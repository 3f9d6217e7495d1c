"""Where a thing lies by its name: the place that the name holds, in full or short, and the places of the zones that the reference tables know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from graph import evidence
from ingest import reference
from ingest.find import places
from ingest.reference import tables
from ingest.relate.claims.maker import ZONES

# Codes of 台湾, 香港 and 澳门, which zones elsewhere have in their names.
_OVERSEAS = ("71", "81", "82")
# 高新技术产业开发区 by itself names no zone.
_KIND = re.compile(r"(?:国家级?|高新技术|高技术|高新|产业|经济|技术)*(?:开发区|园区|园|区)$")
_SHORT = 2
# A firm or a school bears many a name that is a place too.
_NAMED_FOR = ZONES | {"Platform", "Project"}


def by_name(entity: evidence.Entity, regions: dict[str, str]) -> str | None:
    """The region of the document, of those by their codes, in which a thing lies by its name or one of its other names."""
    names = (entity.name, *entity.aliases)
    if entity.type in ZONES:
        known = (code for name in names for code in _known().get(_plain(name), ()) if code in regions)
        if code := next(known, None):
            return regions[code]
    found = next((x for name in names if (x := _place_in(regions, name))), None)
    if found is None and entity.type in _NAMED_FOR:
        found = next((x for name in names if (x := _short_in(regions, name))), None)
    return found


def _place_in(regions: dict[str, str], name: str) -> str | None:
    """The entity of the nearest division that the name begins with or holds; what bears a division's own name lies in the wider one."""
    hits = [p for hit in places.find(name) for p in hit.places if p.code in regions]
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
        codes = tuple(dict.fromkeys((*own, *(c[:4] + "00" for c in own), *(c[:2] + "0000" for c in own))))
        for form in _forms(row["name"], *row["short_name"].split(";")):
            homes[form].add(codes)
    return {form: next(iter(codes)) for form, codes in homes.items() if len(codes) == 1}


def _forms(*names: str) -> Iterator[str]:
    """Each name in plain words, and without the place that it begins with where enough is left of it: 净月高新区."""
    for name in map(_plain, filter(None, names)):
        yield name
        first = next((hit for hit in places.find(name) if hit.start == 0), None)
        if first and len(_KIND.sub("", rest := name[first.end :])) >= _SHORT:
            yield rest


def _plain(name: str) -> str:
    return name.replace("高技术", "高新技术").replace("国家高新", "高新").strip("“”")
