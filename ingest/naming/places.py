"""English names of Chinese places, and how many of them stand at the beginning of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph import divisions
from ingest import reference
from ingest.naming import spelling, words
from ingest.reference import tables

RANKS = ("provincial", "municipal", "county")
_RENAMED = re.compile("[^市州]{2,}[县市区]$")
_RANK = re.compile(r" (?:Zhuang |Hui |Uygur )?Autonomous Region$")


@cache
def region(name: str) -> str | None:
    """The English name of a division or of a region above them.

    >>> region("德阳市"), region("朝阳区"), region("广西壮族自治区"), region("长三角")
    ('Deyang', 'Chaoyang District', 'Guangxi', 'Yangtze River Delta')
    """
    if name in words.table("regions"):
        return words.table("regions")[name]
    where, rest = leading(name)
    if where and not rest:
        return ", ".join(reversed(where))
    # A county that became a city or a district since is still spelt as those are.
    renamed = name not in _codes() and _RENAMED.search(name) and reference.core(name) in _cores()
    return spelling.division(name) if renamed else None


def leading(name: str, short: bool = False, ranks: Sequence[str] = RANKS, most: int = 4) -> tuple[list[str], str]:
    """The English names of the places, `most` of them, that a name begins with, each within the one before, and the rest.

    `short`: divisions of these ranks may be named without their rank, as in the names of zones.

    >>> leading("安徽省合肥市财政局"), leading("武汉东湖新技术开发区", short=True)
    ((['Anhui', 'Hefei'], '财政局'), (['Wuhan'], '东湖新技术开发区'))
    """
    found: list[str] = []
    within = ""
    while len(found) < most and (hit := _longest(name, within, ranks if short else ())):
        code, size = hit
        english = _of(code, short and not name[:size].endswith(("区", "县", "旗")))
        if english is None:
            break
        found.append(english)
        name, within = name[size:], code
    return found, name


def _longest(name: str, within: str, ranks: Sequence[str]) -> tuple[str, int] | None:
    """The code of the place that a name begins with, and how long it is called."""
    for size in range(min(len(name), _LONGEST), 1, -1):
        called = name[:size]
        codes = (*_codes().get(called, ()), *(code for rank in ranks for code in _short_codes(rank).get(called, ())))
        fits = [c for c in codes if not within or (c != within and divisions.covers(within, c))]
        if fits:
            return fits[0], size
    return None


_LONGEST = 18


@cache
def _of(code: str, bare: bool = False) -> str | None:
    known = reference.region(code)
    if known is None:
        return None
    english = words.table("regions").get(known.name) or _written().get(code)
    if english:
        return _RANK.sub("", english)
    by_ear = code.startswith(spelling.BY_EAR) and known.level == "county"
    stem = reference.core(known.name)
    return spelling.short(stem, by_ear=by_ear) if bare and len(stem) > 1 else spelling.division(known.name, by_ear)


@cache
def _written() -> dict[str, str]:
    """The English names that the reference table holds, by code."""
    return {row["adcode"]: row["name"] for row in tables.rows("regions_en") if row["adcode"]}


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """The codes of divisions by their full names, those of higher rank first."""
    found: dict[str, list[str]] = {}
    for one in sorted(reference.regions(), key=lambda r: (RANKS.index(r.level), r.code)):
        found.setdefault(one.name, []).append(one.code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _short_codes(rank: str) -> dict[str, tuple[str, ...]]:
    """The codes of divisions of one rank by what they are called besides; not by the signs of provinces."""
    found: dict[str, list[str]] = {}
    for one in reference.regions():
        for form in one.short if one.level == rank else ():
            if len(form) > 1:
                found.setdefault(form, []).append(one.code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _cores() -> frozenset[str]:
    return frozenset(reference.core(one.name) for one in reference.regions())
