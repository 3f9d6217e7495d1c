"""Clauses that leave out their object: Z由A主管，B运营 says that B runs Z, and Z由A牵头，B、C参建 that they work with A."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import actors, patterns
from ingest.relate.claims import passive, slots, verbs
from ingest.relate.claims.maker import BODIES, Clause, Maker

# What follows the last body to the end of the clause.
_WAY = r"(?:等)?(?:有关|相关)?(?:高校|院所|单位|部门|机构|企业|\d+家)*(?:分别|共同|联合|具体|负责|牵头|参与|组织|协同)*"
_TAKES_PART = re.compile(_WAY + r"(?:参建|参与|参加|配合|协同|协办|协助|协作|支撑)(?:建设|实施|组建|推进)?")


@cache
def _ends() -> re.Pattern[str]:
    verb = patterns.either(verbs.lexicon().by_passive).pattern
    return re.compile(rf"{_WAY}(?P<verb>{verb})(?:工作)?")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """The bodies that the clause begins with, of the thing that the clause before them puts in somebody's hands."""
    last = before[-1] if before and before[-1].sentence == clause.sentence and not clause.negated else None
    if last is None or not clause.agents or not passive.carried(made, last):
        return
    bodies = [r for r in clause.outer if r.type in BODIES]
    for pattern in (_TAKES_PART, _ends()):
        row = slots.row_before(made.text, bodies, clause.end, pattern, slots.JOINT)
        if row and actors.lead().fullmatch(made.text, clause.start, row[0].start):
            _state(made, clause, last, row, pattern.fullmatch(made.text, row[-1].end, clause.end))
            return


def _state(made: Maker, clause: Clause, last: Clause, row: list[scene.Ref], said: re.Match[str] | None) -> None:
    verb = said.groupdict().get("verb") if said else None
    for body in row:
        made.rule = f"ellipsis {verb or '参与'}"
        if verb is None:
            made.add(last.agents[0], "COOPERATES_WITH", body.entity, clause.status, last.start, clause.end, time=clause.time)  # fmt: skip
            continue
        frame, thing = passive.done_to(made, body, verb, list(last.outer))
        if frame and thing:
            made.add(body.entity, frame.predicate, thing.entity, clause.status, last.start, clause.end, time=clause.time, cue=verb)  # fmt: skip
