"""What policies and tools that a text tells of rest on: 根据P，A制定Q, Q依据P制定, Q以P为依据, Q是P的配套, 制定依据是什么."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims import ending, slots
from ingest.relate.claims.maker import ZONES, Clause, Maker

_GUIDED = re.compile(r"为指导|贯彻|落实")
_IS_GROUND = re.compile(r"[》）”]?[^，。]{0,2}是")
_IS_GROUND_OF = re.compile(r"[^，。]{0,16}依据(?:$|[，。；])")
_MAKES = re.compile(r"(?:制定|印发|出台|编制|起草|研究制定|制订|修订|修改)(?:出台|印发|了)*[《“]?$")
_STARTS = re.compile(r"(?:启动|开展|组织|组织开展|发布|设立|实施|推进|组织实施|组织申报)[^，。；《]{0,12}$")
_OBEYS = re.compile(
    r"[”》]?的?(?:建设|发展|工作|建设发展)?(?:(?:要|须|应当?|必须)(?:严格|认真|坚决|切实)?(?:依照|按照|依据|根据|执行|贯彻落实|贯彻|落实|遵照|遵循)|(?:严格|认真)?(?:遵照|遵循)|严格执行)[《“]?"
)
_ON_GROUND = re.compile(r"[^，。；《]{0,6}(?:依照|遵循|根据|按照|依据|围绕|对照|为?(?:贯彻)?落实|为贯彻|遵照)")
_GROUNDS = frozenset(("Policy", "Meeting", "Programme"))
_RESTING = frozenset(("Policy", "Programme", "Platform", "Mechanism"))
# Q是根据P制定的, L按照P部署建设.
_ON = re.compile(
    r"[”》]?(?:是|系|主要|均|也|将|严格)*(?:根据|依据|依照|按照|对照|参照|遵照|依托)(?:国家|上级|省|市|自治区)?[《“]?"
)
_BY_IT = re.compile(
    r"[”》]?(?:[（(][^）)]{2,30}[）)])?[^，。；]{0,16}?(?:制定|制订|出台|编制|起草|印发|修订|开展|实施|建设|设立|组建|布局|推进)"
)
_WITH = re.compile(r"[”》]?(?:主要|是|均|也)*以(?:[^，。；《“]{2,12}的)?[《“]?")
_AS = re.compile(r"[”》]?[^，。；]{0,10}为(?:主要|根本|直接)?(?:依据|依托|遵循|基础|支撑)")
# What stands before the grounds, and what behind them.
_RESTS = ((_ON, _BY_IT), (_WITH, _AS))
_IS = re.compile(r"[”》]?(?:是|作为|系)[《“]?")
_AS_ONE = re.compile(r"作为[《“]?$")
_COMPANION = re.compile(r"[”》]?的?(?:重要|核心|具体)?(?:配套|实施细则|子规划|专项规划|细化落实|落实举措)")
_ITS_GROUNDS = re.compile(
    r"[”》]?的?(?:主要|制定|政策|法律|起草|编制|出台|文件|的)*依据(?:和[一-鿿]{2,4})?(?:主要)?(?:是|为|有|包括)"
)
# Where a line ends behind which no further item stands.
_NO_ITEM = re.compile(r"(?:\n|$)(?!\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[①-⑳]))")
# Between titles of a row.
_TITLES = re.compile(r"[”》]?(?:[（(][^）)]{2,30}[）)])?(?:[、和与及]|以及)?[《“]?")
_ASKED = re.compile(r"(?:制定|政策|法律|法规|起草|编制|出台|主要|文件|上位法)(?:的)?(?:主要)?依据")


def grounded(made: Maker, found: tuple[Clause, ...]) -> None:
    """What policies that the text tells of rest on, and what rests on them."""
    made.rule = "grounds"
    topic = made.own or ending.explained(made)
    for index, clause in enumerate(found):
        policies = [r for r in clause.outer if r.type in _GROUNDS]
        if not policies:
            continue
        _grounded(made, clause, found[max(0, index - 3) : index])
        _rests(made, clause, policies, found[max(0, index - 1) : index])
        _companion(made, clause, found[max(0, index - 1) : index])
        _obeys(made, clause, found[max(0, index - 3) : index])
        _listed(made, clause)
        if topic and _is_asked(made, clause):
            for ground in policies:
                _add(made, clause, topic, ground)


def _made_on(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """根据《P》，A制定《Q》, 围绕“X行动”的要求，A印发《Q》: Q rests on P."""
    new = next((r for r in clause.outer if _is_made(made, clause, r)), None)
    if new is None or new.entity == made.own:
        return
    for earlier in (c for c in before if c.sentence == clause.sentence):
        call = new.type == "Programme"
        if call or _ON_GROUND.match(made.text, earlier.start, earlier.end):
            for ground in (r for r in earlier.refs if r.type in (_MADE_IN if call else _GROUNDS)):
                if call and not _CALLED_ON.search(made.text, earlier.start, ground.start):
                    continue
                made.add(new.entity, "BASED_ON", ground.entity, "done", earlier.start, clause.end)


_MADE_IN = frozenset(("Policy", "Meeting"))
# 为把M部署落到实处，推动《P》落地，现启动Q申报.
_CALLED_ON = re.compile(r"(?:根据|依照|按照|依据|落实|推动|为把|贯彻|围绕|遵照)[^，。；]{0,12}$")


def _is_made(made: Maker, clause: Clause, ref: scene.Ref) -> bool:
    """Whether the clause makes the policy, or in a call starts the programme."""
    if ref.type == "Policy":
        return _MAKES.search(made.text, clause.start, ref.start) is not None
    call = made.own is None or made.view.outline.doc_type == "call"
    return call and ref.type == "Programme" and _STARTS.search(made.text, clause.start, ref.start) is not None


def _obeys(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Z要遵照《P》: the zone rests on the policy; without a subject the zone that the sentence is about."""
    named = [r for c in before if c.sentence == clause.sentence for r in c.outer if r.type in ZONES]
    for ground in (r for r in clause.outer if r.type == "Policy" and r.entity != made.own):
        ahead = [r for r in clause.outer if r.type in ZONES and r.end <= ground.start]
        told = ahead[-1:] if ahead else named[:1]
        start = told[0].end if ahead else clause.start
        if told and not clause.negated and _OBEYS.fullmatch(made.text, start, ground.start):
            made.add(told[0].entity, "BASED_ON", ground.entity, "done", clause.start, clause.end)


def _grounded(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """《P》以…为指导，深入贯彻M: the policy that is the subject rests on M. P是Z的依据: Z rests on P."""
    _made_on(made, clause, before)
    head = next((c for c in (*before, clause) if c.sentence == clause.sentence), clause)
    subject = next((r for r in head.outer if r.start <= head.start + 1), None)
    if subject is None or subject.type != "Policy" or subject.entity == made.own:
        return
    for ref in clause.outer:
        if ref.type == "Meeting" and _GUIDED.search(made.text, head.start, ref.start):
            made.add(subject.entity, "BASED_ON", ref.entity, "done", head.start, clause.end)
        elif ref.type in ZONES and _IS_GROUND.match(made.text, subject.end) and _IS_GROUND_OF.match(made.text, ref.end):
            made.add(ref.entity, "BASED_ON", subject.entity, "done", head.start, clause.end)


def _add(made: Maker, clause: Clause, thing: str, ground: scene.Ref, start: int | None = None) -> None:
    if made.kind(thing) != made.kind(ground.entity) or made.kind(thing) == "Policy":
        made.add(thing, "BASED_ON", ground.entity, "done", clause.start if start is None else start, clause.end)


def _rests(made: Maker, clause: Clause, policies: list[scene.Ref], before: tuple[Clause, ...]) -> None:
    """Q依据P1、P2制定, Q以P为依据, 编制Q，以P为遵循: the things right behind the preposition, with those that are joined to the last of them."""
    if clause.negated:
        return
    new = [r for c in before if c.sentence == clause.sentence for r in c.outer if r.type == "Policy"]
    subject = new[-1].entity if new else None
    rows = [slots.row_of_last(made.text, policies[:count], _TITLES) for count in range(1, len(policies) + 1)]
    told = [(on, row) for row in rows for on, by in _RESTS if by.match(made.text, row[-1].end, clause.end)]
    opened = [(on, row) for on, row in told if on is _WITH and on.fullmatch(made.text, clause.start, row[0].start)]
    for ground in (p for _on, row in opened for p in row):
        if subject:
            _add(made, clause, subject, ground)
    for thing in (r for r in clause.outer if r.type in _RESTING):
        for ground in (p for on, row in told if on.fullmatch(made.text, thing.end, row[0].start) for p in row):
            _add(made, clause, thing.entity, ground)


def _companion(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Q是P的配套文件; 作为P的配套，Q….: Q rests on P."""
    for ground in (r for r in clause.outer if r.type == "Policy" and _COMPANION.match(made.text, r.end, clause.end)):
        for thing in (r for r in clause.outer if r.type == "Policy" and r.end <= ground.start):
            if _IS.fullmatch(made.text, thing.end, ground.start):
                _add(made, clause, thing.entity, ground)
    for last in (c for c in before if c.sentence == clause.sentence):
        for ground in (r for r in last.outer if r.type == "Policy" and _AS_ONE.search(made.text, last.start, r.start)):
            first = clause.outer[0]
            opens = first.start - clause.start <= 1 and first.type == "Policy"
            if opens and _COMPANION.match(made.text, ground.end, last.end):
                _add(made, clause, first.entity, ground, last.start)


def _listed(made: Maker, clause: Clause) -> None:
    """Q的主要依据是：1.《P1》；2.《P2》: the policies from there to the end of the line."""
    for thing in (r for r in clause.outer if r.type in _RESTING):
        said = _ITS_GROUNDS.match(made.text, thing.end, clause.end)
        end = _NO_ITEM.search(made.text, clause.end) if said else None
        for ground in made.view.within(said.end(), end.start(), outer=True) if said and end else ():
            if ground.type == "Policy":
                made.add(thing.entity, "BASED_ON", ground.entity, "done", *made.around(ground))


def _is_asked(made: Maker, clause: Clause) -> bool:
    """Whether the clause stands under 二、制定依据, or answers what the ground is."""
    heads = (s for s in made.heads(clause) if clause.start >= s.head_end)
    under = any(_ASKED.search(made.text, s.start, s.head_end) for s in heads)
    return under or _ASKED.search(made.question(clause)) is not None
