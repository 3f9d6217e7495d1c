"""English names of Chinese zones, by their places and kind: Guilin High-tech Industrial Development Zone."""

from __future__ import annotations

import re
from functools import cache

from ingest.naming import places, words

_RANKS = {
    "国家级": "National ",
    "国家": "National ",
    "省级": "Provincial ",
    "自治区级": "Provincial ",
    "市级": "Municipal ",
    "": "",
}
_FREE_TRADE = re.compile(r"中国（(?P<place>.+)）(?P<kind>自由贸易试验区|跨境电子商务综合试验区)")
_AREA = re.compile(r"(?P<zone>.+区)(?P<area>.+)片区")


@cache
def name(chinese: str) -> str | None:
    """The English name of a zone, if its kind is known and all of what stands before that are places.

    >>> name("桂林高新技术产业开发区"), name("浙江省湖州市绿色金融改革创新试验区")
    ('Guilin High-tech Industrial Development Zone', 'Huzhou Green Finance Reform and Innovation Pilot Zone, Zhejiang')
    >>> name("某某产业园")
    """
    if part := _AREA.fullmatch(chinese):
        (area, left), whole = _called(part["area"]), name(part["zone"])
        return f"{' '.join(area)} Area of the {whole}" if whole and not left else None
    if free := _FREE_TRADE.fullmatch(chinese):
        place, left = _called(free["place"])
        return None if left else f"China ({' '.join(place)}) {words.table('zones')[free['kind']]}"
    kind = next((one for one in words.longest_first("zones") if chinese.endswith(one)), "")
    before = chinese.removesuffix(kind)
    rank = next(rank for rank in _RANKS if before.endswith(rank))
    stem = before.removesuffix(rank)
    if not kind or not (stem or rank or kind.startswith("国家")):
        return None
    made = _stem(stem)
    what = _RANKS[rank] + words.table("zones")[kind].removeprefix("National " if rank else "")
    return None if made is None else f"{made[0]} {what}{made[1]}".strip()


def _stem(stem: str) -> tuple[str, str] | None:
    """What a zone is called after, and behind its kind the province that its name begins with in full."""
    province = re.match(r".{2,}?(?:省|自治区)(?=.)", stem)
    where, rest = places.leading(province[0]) if province else ([], "")
    behind = f", {where[0]}" if where and not rest else ""
    called, left = _called(stem.removeprefix(province[0]) if province and behind else stem)
    return None if left else (" ".join(called), behind)


def _called(stem: str) -> tuple[list[str], str]:
    """The places and other well-known names, one after another, that make up a stem."""
    called: list[str] = []
    while stem:
        known = next((one for one in words.longest_first("stems") if stem.startswith(one)), None)
        where, rest = (
            ([words.table("stems")[known]], stem.removeprefix(known))
            if known
            else places.leading(stem, short=True, most=1)
        )
        if not where:
            break
        area = rest.startswith("新区")
        called.append(where[0] + (" New Area" if area else ""))
        stem = rest.removeprefix("新区") if area else rest
    return called, stem
