"""The targets of measures: the named things that the clauses act on, and what is only named beside them."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.find import words

_BODIES = frozenset(("Agency", "Organization"))
# Before a body: it is the doer itself, or only told what is done (经国务院批准, 由财政局审核; 向国务院报告).
_ASIDE = re.compile(r"(?:经|由|待|率|违反|统一到[^，]{0,6})$")
_TOLD = re.compile(r"(?:向|报|报请|提请|上报|向党中央、)$")
# After a body: it only describes what follows (国务院有关部门, 区政府组织的活动).
_DESCRIBES = re.compile(r"有关|各部|所属|领导|局长|主任|决策|部署|批准|同意|认定|门户|规定|审批|召开|组织的")
# After a place: it tells whose or where something else is (甲市企业, 甲市科学技术奖, 在甲市高校).
_PLACES = re.compile(r"(?:市)?(?:企业|金融机构|高校|院所|学校|注册|籍|[一-鿿]{0,6}奖)")
_WHERE = re.compile(r"[驻来]$")


@cache
def _compound() -> re.Pattern[str]:
    """After a class: it is part of another noun (企业技术中心, 人才公寓)."""
    return re.compile("|".join(words.lexicon("targets")["compounds"]))


def find(view: scene.Scene, start: int, end: int, agent: str | None) -> tuple[str, ...]:
    """The things named in start:end that the act of `agent` is about, each once, in their order."""
    refs = view.within(start, end, outer=True)
    # 桂林 in 桂林、南宁等国家高新区 names the zone there, not the city.
    named = {(r.start, r.end) for r in refs if r.type != "Region"}
    found = {
        r.entity: None
        for r in refs
        if r.entity != agent
        and not (r.type == "Region" and (r.start, r.end) in named)
        and _acted_on(view, r, start, agent)
    }
    return tuple(found)


def _acted_on(view: scene.Scene, ref: scene.Ref, start: int, agent: str | None) -> bool:
    text = view.shadow.text
    if ref.type in ("Person", "Proposal"):
        return False
    if ref.type in _BODIES:
        return not _aside(view, ref, start)
    if ref.type == "Region":
        return not _only_where(view, ref, agent)
    if ref.type == "TargetGroup":
        return not _compound().match(text, ref.end)
    own = ref.type == "Policy" and view.entities[ref.entity].prop("self") and text[ref.start] == "本"
    return not own or text[ref.start - 1] == "对"


def _aside(view: scene.Scene, ref: scene.Ref, start: int) -> bool:
    """A body that is only told at the top of the state, that acts itself, or that describes another word."""
    text = view.shadow.text
    before = text[max(start, ref.start - 12) : ref.start]
    told = view.entities[ref.entity].prop("level") == "national" and _TOLD.search(before)
    return bool(told or _ASIDE.search(before) or _DESCRIBES.match(text, ref.end))


def _only_where(view: scene.Scene, ref: scene.Ref, agent: str | None) -> bool:
    """The speaking place itself (全省, 我市, or the place whose body acts), and a place that only tells whose or where something is."""
    text = view.shadow.text
    if text[ref.start] in "全本我" or ref.end - ref.start < 2:
        return True
    region = view.entities[agent].prop("region") if agent and agent in view.entities else None
    if region and region == view.entities[ref.entity].prop("code"):
        return True
    return bool(_PLACES.match(text, ref.end) or _WHERE.search(text[ref.start - 1 : ref.start]))
