"""Who builds or runs a thing though another acts in the clause: 支持A组建L, 依托A建设L, 与B签约，共同组建L."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import patterns
from ingest.relate.claims import slots, together, verbs
from ingest.relate.claims.maker import BODIES, ZONES, Clause, Maker

_THINGS = frozenset(("Fund", "Programme", "Platform", "Mechanism", "Project")) | ZONES
_HELPED = re.compile(r"(?:支持|推动|推荐|指导|鼓励|引导|帮助|协助|组织|依托|委托|推进|促进|批准|同意|批复)[“]?$")
_MANNER = r"(?:等[^，。；、]{0,10})?(?:牵头|联合|共同|参与|加快|积极|独立|合作|率先|规划|布局|高标准|高水平|优化|组织|继续|在[^，。；、]{2,8}|已|拟|将|正)*"
# Between two who build together.
_JOINT = re.compile(r"[、和与及]|以及|联合|会同|携手|协同")
# What is built or run stands right behind its verb.
_BEFORE_THING = r"(?:了|好|一批|一个)?[“]?"
_TOGETHER = re.compile(r"\s*(?:并|拟|将|已|还|计划)*(?:共同|联合|合作|携手)")


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
    for thing in (r for r in clause.outer if r.type in _THINGS):
        for body in (*_helped(made, clause, thing), *_partners(made, clause, before, thing)):
            made.add(
                body, "MANAGES", thing.entity, clause.status, clause.start, clause.end, time=clause.time, cue="建设"
            )


def _helped(made: Maker, clause: Clause, thing: scene.Ref) -> list[str]:
    """支持A、B组建L: the row of bodies right before the verb that governs the thing."""
    bodies = [r for r in clause.outer if r.type in BODIES and r.end <= thing.start]
    row = [bodies[-1]] if bodies and _acts().fullmatch(made.text, bodies[-1].end, thing.start) else []
    row = slots.row_of_last(made.text, bodies, _JOINT) if row else []
    return [r.entity for r in row] if row and _HELPED.search(made.text, clause.start, row[0].start) else []


def _partners(made: Maker, clause: Clause, before: tuple[Clause, ...], thing: scene.Ref) -> list[str]:
    """与B签约，共同组建L: whom the clause before names beside its agent."""
    last = before[-1] if before and before[-1].sentence == clause.sentence and not clause.own else None
    opens = _TOGETHER.match(made.text, clause.start, clause.end) if last else None
    if last is None or opens is None or not _acts().fullmatch(made.text, clause.start, thing.start):
        return []
    return [*together.partners(made, last), *together.beside(made, last)]
