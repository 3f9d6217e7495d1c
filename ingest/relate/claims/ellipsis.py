"""Clauses that leave out their object: Z由A主管，B运营 says that B runs Z, and Z由A牵头，B、C参建 that they work with A."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import actors, patterns
from ingest.relate.claims import nominal, passive, slots, verbs
from ingest.relate.claims.maker import BODIES, MANAGED, Clause, Maker, office

# What follows the last body to the end of the clause.
_WAY = r"(?:等)?(?:有关|相关)?(?:高校|院所|单位|部门|机构|企业|\d+家)*(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:分别|共同|联合|具体|负责|牵头|参与|组织|协同)*"
_TAKES_PART = re.compile(
    _WAY
    + r"(?:参建|参与|参加|配合|协同|协办|协助|协作|支撑|共同承担|共同完成|共同实施|联合攻关)(?:建设|实施|组建|推进)?"
)


@cache
def _ends() -> re.Pattern[str]:
    verb = patterns.either(verbs.lexicon().by_passive).pattern
    return re.compile(rf"{_WAY}(?P<verb>{verb})(?:工作)?")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        rf"(?:等[^，。；]{{0,6}})?(?:作为[^，。；]{{2,10}})?(?:分别|共同|则|具体|牵头)*{nominal.office()}"
    )


# A挂帅, A牵头、B协同.
_HEADS = re.compile(
    r"(?:总)?(?:牵头|挂帅|主抓|抓总|领衔|总负责|牵头负责|统筹)(?:推进|实施|落实)?(?:$|[、和](?P<with>[^，。；]{2,60}?)(?:等[^，。；]{0,8})?(?:协同|配合|协助|参与|协办|联动)(?:推进|实施|落实)?$)"
)
_ITEM = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]\s*)?[“]?")
# Before what is set up, of which the clauses behind say who runs it.
_FOUNDS = re.compile(r"(?:设立|组建|成立|发起|建立|搭建|建设|实施|启动)[^，。；]{0,24}$")
# A牵头，B配合: who leads, so that those of the clause behind it help.
_LEADS = re.compile(r"(?:牵头|主办|总负责)(?:负责|组织|推进|实施|落实)?$")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """The bodies that the clause begins with, of the thing that the clauses before it are about or put in somebody's hands."""
    same = [c for c in before if c.sentence == clause.sentence and not clause.negated]
    bodies = [r for r in clause.outer if r.type in BODIES] if same and clause.agents else []
    if not bodies:
        return
    if _at_head(made, clause, same, bodies):
        return
    carried = passive.carried(made, same[-1])
    leads = carried or (same[-1].own and _LEADS.search(made.text, same[-1].start, same[-1].end))
    for pattern in (
        *((_TAKES_PART,) if leads else ()),
        *((_ends(),) if carried or _alone(made, same[-1]) else ()),
        _office(),
    ):
        row = slots.row_before(made.text, bodies, clause.end, pattern, slots.JOINT)
        if not row or not actors.lead().fullmatch(made.text, clause.start, row[0].start):
            continue
        if pattern is _office() and "由" in made.text[clause.start : row[0].start]:
            continue
        if pattern is _office():
            _holds_office(made, clause, same, row)
        else:
            _state(made, clause, same[-1], row, pattern.fullmatch(made.text, row[-1].end, clause.end))
        return


def _at_head(made: Maker, clause: Clause, same: list[Clause], bodies: list[scene.Ref]) -> bool:
    """开展P，A挂帅、B协同: A leads what the clause before names, and acts with B."""
    things = [r for r in same[-1].outer if r.type in MANAGED]
    said = _HEADS.match(made.text, bodies[0].end, clause.end)
    opens = actors.lead().fullmatch(made.text, clause.start, bodies[0].start)
    parted = "由" in made.text[clause.start : bodies[0].start] or made.text[same[-1].end : same[-1].end + 1] in "；;"
    if not things or not said or not opens or parted:
        return False
    made.rule = "ellipsis of what is led"
    first, end = bodies[0].entity, clause.end
    made.add(first, "MANAGES", things[-1].entity, clause.status, same[-1].start, end, time=clause.time, cue="牵头")
    for other in bodies[1:] if said["with"] else ():
        made.add(first, "COOPERATES_WITH", other.entity, clause.status, clause.start, end, time=clause.time, cue="协同")
    return True


def _alone(made: Maker, clause: Clause) -> bool:
    """Whether the clause only names a thing, as an item of a list does: （三）L，A主办."""
    things = [r for r in clause.outer if r.type in MANAGED]
    named = things and len(clause.outer) == 1
    return bool(named and _ITEM.fullmatch(made.text, clause.start, things[0].start) and things[0].end >= clause.end - 1)


def _holds_office(made: Maker, clause: Clause, same: list[Clause], row: list[scene.Ref]) -> None:
    """设立F，A受托管理: who has an office without a thing has it for what the sentence set up or is about."""
    made.rule = "ellipsis of an office"
    for last in reversed(same):
        things = [r for r in last.outer if r.type in MANAGED]
        if not things:
            continue
        thing = things[-1]
        heads = actors.lead().fullmatch(made.text, last.start, thing.start)
        status, time = office(clause)
        for body in row if heads or _FOUNDS.search(made.text, last.start, thing.start) else ():
            made.add(body.entity, "MANAGES", thing.entity, status, last.start, clause.end, time=time, cue="管理")  # fmt: skip
        return


def _state(made: Maker, clause: Clause, last: Clause, row: list[scene.Ref], said: re.Match[str] | None) -> None:
    verb = said.groupdict().get("verb") if said else None
    for body in row:
        made.rule = f"ellipsis {verb or '参与'}"
        if verb is None:
            for agent in last.agents[:1]:  # 委托某公司推进，某医院参与 names nobody who entrusts
                made.add(agent, "COOPERATES_WITH", body.entity, clause.status, last.start, clause.end, time=clause.time)  # fmt: skip
            continue
        frame, thing = passive.done_to(made, body, verb, list(last.outer))
        if frame and thing:
            made.add(body.entity, frame.predicate, thing.entity, clause.status, last.start, clause.end, time=clause.time, cue=verb)  # fmt: skip
