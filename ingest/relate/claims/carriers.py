"""Who builds or runs a thing though another acts in the clause: 支持A组建L, 依托A建设L, 与B签约，共同组建L."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import patterns
from ingest.relate.claims import slots, together, verbs
from ingest.relate.claims.maker import BODIES, MANAGED, Clause, Maker, just_before

_HELPED = re.compile(r"(?:支持|推动|推荐|指导|鼓励|引导|帮助|协助|组织|依托|委托|推进|促进|批准|同意|批复)[“]?$")
_MANNER = r"(?:等[^，。；、]{0,10})?(?:牵头|联合|共同|参与|加快|积极|独立|合作|率先|规划|布局|高标准|高水平|优化|组织|继续|在[^，。；、]{2,8}|已|拟|将|正)*"
# Between two who build together.
_JOINT = re.compile(r"[、和与及]|以及|联合|会同|携手|协同")
# What is built or run stands right behind its verb.
_BEFORE_THING = r"(?:了|好|一批|一个|的)?[“]?"
# 依托A、B and no more, and what the next clause does then.
_RESTS = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.])?(?:并|将|拟|要|主要|充分)?(?:依托|以)(?P<who>[^，。；]{2,60}?)(?:等[^，。；]{0,8})?(?:为(?:牵头|依托|建设|承建|主要|承担){1,2}(?:单位|主体|方)|为(?:主体|依托|龙头|链主|班底))?$"
)
_BUILDS = re.compile(
    r"\s*(?:联合[^，。；]{2,20})?(?:加快|规划|布局|高标准|共同|联合|拟|将|已|先后|牵头|启动|推动|高水平|在[^，。；]{2,10})*(?:建设|组建|打造|设立|成立|建立|筹建|搭建|共建|建成|新建){1,2}(?:了|一批)?[“]?"
)
_TOGETHER = re.compile(r"\s*(?:并|拟|将|已|还|计划)*(?:共同|联合|合作|携手|(?=共[建设推筹办]|合[建办组]|联办))")
# 与B、C一道，设立L.
_WITH_THEM = re.compile(r"(?:一道|一起|一同|联手|携手|合作|联合|会同[^，。；]*|签[订署约][^，。；]{0,14})$")
# 支持A牵头，联合B组建L: A does what the next clause says.
_LET_LEAD = re.compile(
    r"(?:支持|推动|鼓励|引导|推荐|指导|组织|依托|由)(?P<who>[^，。；]{2,60}?)(?:等[^，。；]{0,8})?(?:牵头|领衔|为主|发挥[^，。；]{0,12}作用)(?:负责)?$"
)
_GOES_ON = re.compile(r"\s*(?:并)?(?:联合|会同|携手|协同|联手|与|吸纳|整合|组织|组建|建设|共建|牵头|申报|创建|承担)")


@cache
def _acts() -> re.Pattern[str]:
    """The verb of a carrier up to the thing."""
    frames = (f for row in verbs.lexicon().by_verb.values() for f in row if f.predicate == "MANAGES")
    runs = patterns.either(sorted({verb for frame in frames for verb in frame.relative})).pattern
    return re.compile(rf"{_MANNER}(?:{runs}){{1,2}}{_BEFORE_THING}")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """MANAGES of the bodies that are helped to build a thing, or that it is built with."""
    if clause.negated:
        return
    made.rule = "carriers"
    for thing in (r for r in clause.outer if r.type in MANAGED):
        carriers = (
            *_helped(made, clause, thing),
            *_partners(made, clause, before, thing),
            *_resting(made, clause, before, thing),
        )
        for body in carriers:
            made.add(
                body, "MANAGES", thing.entity, clause.status, clause.start, clause.end, time=clause.time, cue="建设"
            )


def leaders(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> tuple[str, ...]:
    """支持A牵头，联合B组建L: the bodies that the clause before helps to lead, where the clause goes on with what they do."""
    last = just_before(clause, before) if not clause.own else None
    said = _LET_LEAD.search(made.text, last.start, last.end) if last else None
    if not said or not _GOES_ON.match(made.text, clause.start, clause.end):
        return ()
    return tuple(r.entity for r in made.view.within(*said.span("who"), outer=True) if r.type in BODIES)


def _helped(made: Maker, clause: Clause, thing: scene.Ref) -> list[str]:
    """支持A、B组建L: the row of bodies right before the verb that governs the thing."""
    bodies = [r for r in clause.outer if r.type in BODIES and r.end <= thing.start]
    row = [bodies[-1]] if bodies and _acts().fullmatch(made.text, bodies[-1].end, thing.start) else []
    row = slots.row_of_last(made.text, bodies, _JOINT) if row else []
    return [r.entity for r in row] if row and _HELPED.search(made.text, clause.start, row[0].start) else []


def _resting(made: Maker, clause: Clause, before: tuple[Clause, ...], thing: scene.Ref) -> list[str]:
    """依托A、B，建设L; 以A为牵头单位，组建L: the bodies of the clause before."""
    last = just_before(clause, before)
    if last is None or not _BUILDS.fullmatch(made.text, clause.start, thing.start):
        return []
    said = _RESTS.match(made.text, last.start, last.end)
    return (
        [r.entity for r in made.view.within(*said.span("who"), outer=True) if r.type == "Organization"] if said else []
    )


def _partners(made: Maker, clause: Clause, before: tuple[Clause, ...], thing: scene.Ref) -> list[str]:
    """与B签约，共同组建L: whom the clause before names beside its agent."""
    last = just_before(clause, before) if not clause.own else None
    opens = last and (
        _TOGETHER.match(made.text, clause.start, clause.end) or _WITH_THEM.search(made.text, last.start, last.end)
    )
    if last is None or not opens or not _acts().fullmatch(made.text, clause.start, thing.start):
        return []
    return [*together.partners(made, last), *together.beside(made, last)]
