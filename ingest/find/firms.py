"""Firms by their short names: 某某控股、陇药等5家企业, 支持某某重工牵头, where list, place, ending or deed says that firms are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.find import edges, kinds, words
from ingest.find.kinds import Ground

_FIRMS = re.compile(
    r"等(?:(?:\d+|[一二三四五六七八九十多]+)[家户个])?(?:[一-鿿]{2,6})?(?:企业|公司|集团)(?![\u4e00-\u9fff]?(?:类|级|型))"
)
# 超聚变、许继等领军企业: single firms, not branches, are called so or counted so.
_LEADING = re.compile(
    r"等(?:[\d一二三四五六七八九十多]+[家户]|(?:一批|行业|产业|商业)?(?:领军|龙头|链主|头部|骨干|知名|标杆|独角兽|明星|领先|旗舰|世界500强))"
)
# 服务甲某、乙某等企业|61家: as many firms as that are no branches of industry.
_BRIEF = 4
_HOUSES = re.compile(r"\d+(?:余|多)?家")
_ITEM = re.compile(r"[一-鿿A-Za-z]{2,8}$")
# 生物医药、装备制造等企业: branches of industry, kinds of owners.
_KIND = re.compile(
    r"(?:业|产业|领域|行业|类|型|制造|加工|服务|研发|生产|经营|区|县|市|省|局|厅|委|园|院校|人员|机构|材料|能源|装备|设备|技术|产品|单位|企业|公司|集团|院|所|大学|中心)$"
)


def find(ground: Ground, found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """Short names in lists of firms that hold a firm already found, or that begin with their place."""
    text = ground.text
    ends = {f.end: f.start for f in found if f.type == "Organization"}
    for match in _FIRMS.finditer(text):
        items, anchored = _listed(ground, match.start(), ends)
        anchored = anchored or (len(items) > 1 and _LEADING.match(match[0]) is not None)
        for start, end in items:
            counted = len(items) > 1 and end - start <= _BRIEF and _HOUSES.match(text, match.end()) is not None
            if end not in ends and (anchored or counted or _placed(ground, start, end)):
                yield kinds.Found(start, end, "Organization", text[start:end], note="short", reason="list of firms")


# 支持某某股份、某某新材牵头组建: whom one helps or moves to do what firms do.
_MOVED = re.compile(
    r"(?:支持|推动|引导|鼓励|依托|由|与|联合|引进|和)(?=(?P<items>[一-鿿A-Za-z]{3,6}(?:[、和与][一-鿿A-Za-z（）]{3,20}){0,5}))"
)
_DOES = re.compile(
    r"(?:等)?(?:牵头|联合|共同)*(?:组建|承担|共建|建设|创建|牵头|开展|开放|投资|签约|合作|签订|共同)|[、和与]"
)


def moved(ground: Ground, found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """Short names with the ending of a brand, in a row of such names or beside a body already found."""
    known = {f.start: f.end for f in found if not f.bare}
    bodies = {f.start for f in found if f.type == "Organization"}
    for match in _MOVED.finditer(ground.text):
        row = list(_row(ground, match.end(), known))
        brands = [item for item in row if item[0] not in known and ground.text[item[0] : item[1]].endswith(_brands())]
        other = any(item[0] in bodies for item in row)
        if brands and row and _DOES.match(ground.text, row[-1][1]) and (len(row) > 1 or other):
            for start, end in row:
                if start not in known:
                    yield kinds.Found(
                        start, end, "Organization", ground.text[start:end], note="short", reason="row of brands"
                    )


def _row(ground: Ground, at: int, known: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The items of the row that begins there: bodies already found, and names of three to five characters of their own."""
    while True:
        end = known.get(at) or _brand_end(ground, at)
        if end is None:
            return
        yield at, end
        if ground.text[end : end + 1] not in ("、", "和", "与"):
            return
        at = end + 1


_BRAND = re.compile(r"[一-鿿]{3,5}?(?=[、，和与等。；]|牵头|联合|共同|组建|承担|共建|建设|创建|开展|开放|签约|签订)")


def _brand_end(ground: Ground, at: int) -> int | None:
    match = _BRAND.match(ground.text, at)
    plain = match is None or _KIND.search(match[0]) or edges.own_characters(match[0]) < 3
    held = match is not None and any(ground.flags[i] for i in range(at + 1, match.end()))
    return None if match is None or plain or held else match.end()


@cache
def _brands() -> tuple[str, ...]:
    return tuple(words.lexicon("bodies")["brand_ends"])


def _listed(ground: Ground, end: int, ends: dict[int, int]) -> tuple[list[tuple[int, int]], bool]:
    """The items of the list that ends there, and whether one of them is a firm by its full name or a known one."""
    items: list[tuple[int, int]] = []
    anchored = False
    while True:
        known = ends.get(end)
        start = known if known is not None else _begin(ground, end)
        if start is None:
            return items, anchored
        anchored = anchored or known is not None
        items.append((start, end))
        if ground.text[start - 1 : start] not in ("、", "和"):
            return items, anchored
        end = start - 1


def _begin(ground: Ground, end: int) -> int | None:
    """Where a short name begins: after a mark or a verb; words of classes are none."""
    match = _ITEM.search(ground.text, max(0, end - 8), end)
    if match is None:
        return None
    start = max((i for i in range(match.start(), end) if ground.flags[i]), default=match.start())
    # 已投|西安某某: the name begins at its place.
    hits = [h for h in ground.hits_within(start, end) if end - h.end >= 2]
    start = hits[0].start if hits and edges.own_characters(ground.text[start : hits[0].start]) <= 2 else start
    item = ground.text[start:end]
    plain = len(item) < 2 or _KIND.search(item) or edges.own_characters(item) < 2
    free = (
        start == 0
        or bool(hits)
        or ground.flags[start]
        or not "一" <= ground.text[start - 1] <= "鿿"
        or ground.text[start - 1] == "和"
    )
    return None if plain or not free else start


def _placed(ground: Ground, start: int, end: int) -> bool:
    """衡阳特变电工: a place and at least two characters of its own."""
    return any(h.start == start and end - h.end >= 2 for h in ground.hits_within(start, end))
