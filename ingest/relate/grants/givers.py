"""Who gives a sum by a phrase of its own: 由A从F中兑付, 由A再给20万元."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import governments
from ingest.relate.grants.places import Place

_BY = re.compile(
    r"由(?P<who>[^，。；：\n]{2,30}?)(?:从[^，。；]{2,30}?(?:中|里)?|再|另行?|统一|一次性|按规定|按标准|予以|负责|全额|直接)*"
    r"(?:给|兑付|兑现|拨付|列支|承担|安排|支付|发放|奖励|补助|补贴|资助|负担)"
)
_NEAR = 60
# 省财政安排…, 甲市财政全年拨付…: the purse of a place.
_PURSE = re.compile(
    r"(?P<level>[我本全]?(?:省|市|区|县|州|盟|旗|自治区))?(?:级|本级)?财政(?!厅|局|部|所|预算|科技|专项|资金|经费|收入|贡献|支出|补助资金)"
    r"(?=[^，。；\d厅局]{0,24}?(?:安排|给予|承诺|出资|投入|拨付|下达|设立|兑[现付]|补助|奖励|奖补|资助|承担|匹配|配套|支持|贴息|列支|统筹|拿出|切出|注入))"
)


def find(view: scene.Scene, place: Place) -> str | None:
    """The body of the phrase nearest before the sum in its segment, else of one shortly behind it; None where there is none."""
    said = list(_BY.finditer(view.shadow.text, *place.segment))
    before = [m for m in said if m.end() <= place.sum.start][-1:]
    behind = [m for m in said if 0 <= m.start() - place.sum.end <= _NEAR][:1]
    for match in before or behind:
        bodies = [r for r in view.within(*match.span("who"), outer=True) if r.type == "Agency"]
        return bodies[0].entity if bodies else None
    return None


def purse(view: scene.Scene, place: Place) -> str | None:
    """The finance department whose purse the clause names, where the text names just one of that place."""
    said = _PURSE.search(view.shadow.text, place.clause[0], place.sum.start)
    if not said:
        return None
    level = said["level"] or ""
    begins = [
        r
        for r in view.within(place.clause[0], said.end())
        if r.type == "Region" and r.start < said.end() and r.end in (said.start(), said.end("level"))
    ]
    if (
        not begins
        and level
        and not level.endswith(("省", "自治区"))
        and not governments.is_own_level(view, level.lstrip("我本全"))
    ):
        return None
    forms = ("财政厅",) if level.endswith(("省", "自治区")) else ("财政厅", "财政局")
    code = view.entities[begins[-1].entity].prop("code") if begins else view.home
    bodies = governments.agencies(view, code, *forms)
    if not bodies and not begins and forms == ("财政厅",):
        bodies = [e.id for e in view.entities.values() if e.type == "Agency" and e.name.endswith(forms)]
    return bodies[0] if len(bodies) == 1 else None
