"""The targets of measures: the named things that the clauses act on, and what is only named beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph import evidence
from ingest import scene
from ingest.clauses import actors, patterns
from ingest.find import words

_BODIES = frozenset(("Agency", "Organization"))
_GRANTED = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone", "Programme"))
_AGREES = re.compile(r"(?:[一二三四五六七八九十]{1,3}、)?(?:原则)?(?:同意|批准|核准)")
# Before a body: its consent or its rules are only a term of the act (待国务院批准, 按照省政府批示).
_ASIDE = re.compile(r"(?:待|率|违反|按照?|根据|统一到[^，]{0,6})$")
# After a body: it only describes what follows (国务院有关部门, 区政府组织的活动).
_DESCRIBES = re.compile(
    r"有关|各部|所属|领导|局长|主任|决策|部署|批准设立|认定|门户|规定|召开|组织的|[一-鿿]{2,6}(?:主管|管理)部门"
)
# After a place: it tells whose or where something else is (甲市企业, 甲市科学技术奖, 在甲市高校).
_PLACES = re.compile(r"(?:市)?(?:企业|金融机构|高校|院所|学校|注册|籍|[一-鿿]{0,6}奖)")
# Also part of a longer name (甲市知识产权服务平台, 甲市“星光”小镇), and the purse of a place.
_PART_OF_NAME = re.compile(
    r"“|财政(?!部门)|(?:(?!建设|建成|打造|创建|开展|设立|推进|推动|组建|成立|申报|发展|实施|加快|建立|支持|布局|获|将|与|和|的)[一-鿿]){2,12}?"
    r"(?:平台|中心|小镇|中试线|示范线|研究院|实验室|基地|产业园|工作站|试验站)"
)
# At the beginning of a clause: the place itself acts.
_ACTS_ITSELF = re.compile(r"(?:还|也|正|已|拟|则|率先|又)(?:在|对|把|将|为|与|积极|全力)?[一-鿿]")
# After 你省: it does or has what follows.
_ITS_DOING = re.compile(r"有关|相关|各部门|上报|报送|制[订定]|提出|申报")
# 在甲市签署: where it took place.
_HELD = re.compile(r"(?:联合|共同|正式|隆重|当场)?(?:签署|签订|签约|召开|举行|举办|开幕|启动|揭牌|发布)")
_WHERE = re.compile(r"[驻来]$")
# Before a class: what the act is about founds it or goes there (离岗创办企业, 到企业工作), or it is left out (不含…).
_FOUNDED = re.compile(r"(?:创办|兴办|领办|开办|(?<=[区地镇园])办|转到|流动到|(?<!落户)到)$")
_EXCEPTED = re.compile(r"[（(](?:不含|不包括|除)[^）)]*$")
# Beside these a class is one of the factors that move: 人才、资金、技术等要素.
_FACTOR = re.compile(r"、(?:资金|技术|项目|贸易|资本|信息|数据|土地)")
_FACTORS = re.compile(r"(?:资金|技术|信息|资本|数据|土地)、$")


@cache
def _compound() -> re.Pattern[str]:
    """After a class: it is part of another noun (企业技术中心, 人才公寓)."""
    return re.compile("|".join(words.lexicon("targets")["compounds"]))


@cache
def _of_talents() -> re.Pattern[str]:
    return patterns.either(words.lexicon("targets")["talents"])


def find(view: scene.Scene, start: int, end: int, agent: str | None) -> tuple[str, ...]:
    """The things named in start:end that the act of `agent` is about, each once, in their order."""
    refs = _outer(view, start, end)
    # 桂林 in 桂林、南宁等国家高新区 names the zone there, not the city.
    named = {(r.start, r.end) for r in refs if r.type != "Region"}
    acted_on = [
        r
        for r in refs
        if r.entity != agent
        and not (r.type == "Region" and (r.start, r.end) in named)
        and _acted_on(view, r, start, agent)
    ]
    wide = _wide(view, acted_on)
    return tuple(dict.fromkeys(r.entity for r in acted_on if r.entity not in wide))


def concerned(view: scene.Scene, found: tuple[evidence.Measure, ...]) -> tuple[evidence.Measure, ...]:
    """The measures of a letter of approval: those that name no thing concern the zones or the trial that it agrees to."""
    if view.outline.doc_type != "approval":
        return found
    agreed = [m for m in found if _AGREES.match(m.quote.text)][:1]
    zones = [t for m in agreed for t in m.targets if view.entities[t].type in _GRANTED]
    # Parks that a high-tech zone is put together from are no longer what the letter is about.
    topic = [t for t in zones if view.entities[t].type != "DevelopmentZone"] or zones
    return tuple(m if _things(view, m) or m in agreed else replace(m, targets=(*m.targets, *topic)) for m in found)


def _things(view: scene.Scene, measure: evidence.Measure) -> list[str]:
    """The targets that are neither bodies nor classes nor places."""
    return [t for t in measure.targets if view.entities[t].type not in _BODIES | {"TargetGroup", "Region"}]


def _outer(view: scene.Scene, start: int, end: int) -> list[scene.Ref]:
    """The refs that no longer one holds, unless that one is a whole list (甲、乙、丙高新区 holds three zones)."""
    inside = view.within(start, end)
    if len(inside) < 2:
        return inside
    whole = [r for r in inside if "、" not in view.shadow.text[r.start : r.end]]
    return [r for r in inside if not any(_holds(o, r) for o in whole)]


def _holds(outer: scene.Ref, inner: scene.Ref) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _wide(view: scene.Scene, refs: list[scene.Ref]) -> set[str]:
    """The classes beside which narrower ones stand: 企业 where 高新技术企业 are named."""
    classes = {view.entities[r.entity].name: r.entity for r in refs if r.type == "TargetGroup"}
    return {e for name, e in classes.items() if any(name != other and other.endswith(name) for other in classes)}


def _acted_on(view: scene.Scene, ref: scene.Ref, start: int, agent: str | None) -> bool:
    text = view.shadow.text
    if ref.type in ("Person", "Proposal"):
        return False
    if ref.type in _BODIES:
        return not _aside(view, ref, start)
    if ref.type == "Region":
        return not _only_where(view, ref, agent)
    if ref.type == "TargetGroup":
        return _served(text, start, ref)
    own = ref.type == "Policy" and view.entities[ref.entity].prop("self") and text[ref.start] == "本"
    return not own or text[ref.start - 1] == "对"


def _served(text: str, start: int, ref: scene.Ref) -> bool:
    """A class that the act is about: not a part of another noun, not founded or gone to, none of the factors, not excepted."""
    if _compound().match(text, ref.end) or _FACTOR.match(text, ref.end):
        return False
    if text.endswith("人才", ref.start, ref.end) and _of_talents().match(text, ref.end):
        return False
    before = text[max(start, ref.start - 40) : ref.start]
    return not (_FOUNDED.search(before) or _FACTORS.search(before) or _EXCEPTED.search(before))


def _aside(view: scene.Scene, ref: scene.Ref, start: int) -> bool:
    """A body whose consent or rule is only a term, or that describes another word."""
    text = view.shadow.text
    before = text[max(start, ref.start - 12) : ref.start]
    return bool(_ASIDE.search(before) or _DESCRIBES.match(text, ref.end))


def _only_where(view: scene.Scene, ref: scene.Ref, agent: str | None) -> bool:
    """The speaking place itself (全省, 我市, or the place whose body acts), and a place that only tells whose or where something is."""
    text = view.shadow.text
    if text[ref.start] == "你" and _ITS_DOING.match(text, ref.end):
        return True
    if text[ref.start] in "全本我" or ref.end - ref.start < 2:
        return True
    own = {view.entities[body].prop("region") for body in (agent, view.author) if body and body in view.entities}
    if view.entities[ref.entity].prop("code") in own - {None, ""}:
        return True
    acts = text[ref.start - 1] in "，。；：\n由" and actors.pattern("acts").match(text, ref.end)
    if text[ref.start - 1] in "，。；：\n" and _ACTS_ITSELF.match(text, ref.end):
        return True
    held = text[ref.start - 1] == "在" and _HELD.match(text, ref.end)
    named = _PLACES.match(text, ref.end) or _PART_OF_NAME.match(text, ref.end)
    return bool(acts or held or named or _WHERE.search(text[ref.start - 1 : ref.start]))
