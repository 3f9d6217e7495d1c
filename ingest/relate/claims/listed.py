"""Lists under the name of a whole: a line that only names a programme or fund, and the items under it that name its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import scene
from ingest.relate.claims import contents
from ingest.relate.claims.maker import ZONES, Maker

_WHOLES = frozenset(("Programme", "Fund"))
# F共3亿元，主要用于：, P分为以下几类：: a line that leads in to the items that are its parts.
_LEADS = re.compile(r"(?:用于|包括|分为|如下|其中|分别为|分别是|设|安排|明细|构成)[^。；\n]{0,12}[：:][ \u3000]*$")
# What a text on money tells in items: 1.某某补助：800万元 under a title that names the fund.
_ALLOTS = re.compile(r"分配|安排|下达|预算|拨付|使用|明细|支出")
# Before the name on the line of the whole, and on the lines of its parts.
_HEAD = re.compile(
    r"[ \u3000]*(?:专栏[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])?[ \u3000|：:]*[“《]?"
)
_ITEM = re.compile(
    r"[ \u3000]*(?:——|—|[-·•●▪◆]|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|(?:专题|方向|专项|类别)[一二三四五六七八九十\d]{1,3}[：:、.．])[ \u3000]*[“《]?"
)
_CLOSES = re.compile(r"[”》]?(?:项目|工程)?[：:]?[ \u3000]*(?=\n|$)")
_TELLS = re.compile(r"[”》]?(?:[：:。（(，]|[ \u3000]*(?:\n|$))")


def state(made: Maker) -> None:
    """PART_OF of the items that stand right under the line of their whole."""
    made.rule = "listed"
    for whole in (r for r in made.view.refs if r.type in _WHOLES):
        start = made.text.rfind("\n", 0, whole.start) + 1
        closes = _CLOSES.match(made.text, whole.end)
        if closes and _HEAD.fullmatch(made.text, start, whole.start):
            for part in _items(made, whole, closes.end() + 1):
                made.add(part.entity, "PART_OF", whole.entity, "ongoing", *made.around(part))
        end = made.text.find("\n", whole.end)
        if end > 0 and _LEADS.search(made.text, whole.end, end):
            for part in _items(made, whole, end + 1):
                made.add(part.entity, "PART_OF", whole.entity, "ongoing", *made.around(part))
    _allotted(made)
    _called_for(made)


# 专题1：, 方向二 before a line of a call.
_CALL = re.compile(
    r"[ \u3000]*(?:专题|方向|专项|榜单|课题|任务|主题|领域|板块)(?:[一二三四五六七八九十]{1,2}|\d{1,2})[：:、 \u3000]*“?"
)


def _called_for(made: Maker) -> None:
    """PART_OF of the lines of a call (专题1：“A”) in the programme that the paragraph before the first of them is about, else the title."""
    title, whole = made.view.outline.title, None
    for part in (r for r in made.view.refs if r.type == "Programme"):
        start = made.text.rfind("\n", 0, part.start) + 1
        if not _CALL.fullmatch(made.text, start, part.start):
            continue
        above = made.text.rfind("\n", 0, max(0, start - 1)) + 1
        if whole is None and not _CALL.match(made.text, above):
            told = made.view.within(above, start, outer=True)
            named = (*told, *(made.view.within(*title, outer=True) if title else ()))
            whole = next((r for r in named if r.type == "Programme"), None)
        if whole and whole.entity != part.entity:
            made.add(part.entity, "PART_OF", whole.entity, "ongoing", *made.around(part))
        _limited(made, part)


_LIMITS = re.compile(r"(?:限于|仅限|限定在|限在|限|须注册[于在]|注册地?(?:须|应)?[在为])[“]?$")


def _limited(made: Maker, part: scene.Ref) -> None:
    """APPLIES_TO of the zones and places to which the line of a call limits it: 限Z内单位牵头."""
    end = made.text.find("\n", part.end)
    line = made.view.within(part.end, end if end > 0 else len(made.text), outer=True)
    for place in (r for r in line if r.type in ZONES | {"Region"}):
        if _LIMITS.search(made.text, part.end, place.start):
            made.add(part.entity, "APPLIES_TO", place.entity, "ongoing", *made.around(place))


def _allotted(made: Maker) -> None:
    """PART_OF of the funds that head the items of a text on how the fund of its title is spent."""
    title, whole = made.view.outline.title, made.titled("Fund")
    if title is None or whole is None or not _ALLOTS.search(made.text, *title):
        return
    for part in (r for r in made.view.refs if r.type == "Fund" and r.start > title[1] and r.entity != whole.entity):
        start = made.text.rfind("\n", 0, part.start) + 1
        if _ITEM.fullmatch(made.text, start, part.start) and contents.costs(made.text, part.end):
            made.add(part.entity, "PART_OF", whole.entity, "ongoing", *made.around(part))


def _items(made: Maker, whole: scene.Ref, at: int) -> Iterator[scene.Ref]:
    """The things of the whole's kind that head the items from there on."""
    while at < len(made.text):
        end = made.text.find("\n", at)
        end = len(made.text) if end < 0 else end
        item = _ITEM.match(made.text, at, end)
        if not item:
            return
        first = next((r for r in made.view.within(item.end(), end, outer=True) if r.start == item.end()), None)
        if first and first.type == whole.type and _TELLS.match(made.text, first.end):
            yield first
        at = end + 1
