"""Where something stands: the words of lexicon/sites.yaml as patterns, and what a clause says stands where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest import scene
from ingest.clauses import actors, patterns
from ingest.relate.claims import slots
from ingest.relate.claims.maker import ZONES, Clause, Maker

# 位于美丽的R, 选址在R: what may stand between the verb and the place.
_NEAR = 4
# 对建成或落户R的L: whoever may come.
_MAY = re.compile(r"(?:对|凡|如|若|新(?=建|落户|引进|设|入驻|迁|注册))[^，。；]*$")


def one_of(*lists: str) -> str:
    """The words of these lists of the lexicon as alternatives of one pattern."""
    return patterns.words_of("sites", *lists).pattern


@cache
def _stands() -> str:
    return rf"(?:{one_of('alone')}(?:{one_of('at')})?|{one_of('with')}{one_of('at')}|注册地为)"


@cache
def lies() -> re.Pattern[str]:
    """Between a thing and the place where it stands: 总部位于, 已落户."""
    return re.compile(rf"[”》）]?{one_of('parts')}?(?:{one_of('manner')})*{_stands()}")


@cache
def where() -> re.Pattern[str]:
    """Before a place that describes what follows: 位于R的L."""
    return re.compile(rf"{_stands()}[“]?$")


@cache
def spans() -> re.Pattern[str]:
    """Between a zone and the places or zones that it spans: 覆盖, 规划范围包括."""
    extent = rf"(?:的)?(?:{one_of('extent')})*(?:范围|面积|区域)(?:主要|共|将|拟)*{one_of('covers')}"
    return re.compile(rf"[”》）]?(?:(?:主要|共|将|拟|空间|规划|地域)*{one_of('spans')}|{extent})")


@cache
def begins() -> re.Pattern[str]:
    """Behind a place where something begins: L在R正式开园, L在R某处揭牌."""
    return re.compile(rf"[一-鿿]{{0,4}}?(?:(?:正式|顺利|成功|全面|集中|隆重)*{one_of('begins')})")


def may(text: str, start: int, end: int) -> bool:
    """Whether what stands there is only who may come: 对落户R的L."""
    return _MAY.search(text, start, end) is not None


def stated(
    made: Maker, clause: Clause, before: tuple[Clause, ...], things: frozenset[str], places: frozenset[str]
) -> Iterator[tuple[scene.Ref, scene.Ref]]:
    """Each thing of the clause with the place where it is said to stand: L位于R; of a clause that begins so, what the one before is about."""
    heads = {r.start for r in clause.outer if r.type in ZONES}  # 选址甲市乙区|丙产业园
    for place in (r for r in clause.refs if r.type in places and (r in clause.outer or r.start in heads)):
        for thing in (r for r in clause.outer if r.type in things and r.end <= place.start):
            said = lies().match(made.text, thing.end)
            if said and 0 <= place.start - said.end() <= _NEAR:
                yield thing, place
        said = lies().match(made.text, actors.begin(made.text, clause.start, clause.end))
        topic = _topic(made, clause, before, things) if said and 0 <= place.start - said.end() <= _NEAR else None
        if topic:
            yield topic, place


# 启动建设L，一期用地20亩，选址R.
_BUILDS = re.compile(
    r"(?:启动|加快|推进|推动|全力|开工|规划|谋划|布局|新建|建设|打造|组建|设立|成立|建成|引进|支持|争取|创建|高标准|高水平|，)+了?"
)


def _topic(made: Maker, clause: Clause, before: tuple[Clause, ...], things: frozenset[str]) -> scene.Ref | None:
    """The thing at the head of the clauses before it in the sentence: L占地20亩，位于R."""
    for last in reversed([c for c in before if c.sentence == clause.sentence]):
        for ref in (r for r in last.outer[:1] if r.type != "Agency"):  # 发改委批复了L，选址R
            opened = slots.opened(made.text, ref)
            built = _BUILDS.fullmatch(made.text, last.start, opened)
            if ref.type in things and (built or actors.lead().fullmatch(made.text, last.start, opened)):
                return ref
        if last.outer:
            return None
    return None
