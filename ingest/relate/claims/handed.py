"""Duties put into hands: 运营权归A, 日常事务交A办理, L的管理权限移交A, 运营工作委托A; and things that stand under a body's roof: L挂靠A."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims import slots
from ingest.relate.claims.maker import BODIES, MANAGED, Clause, Maker, office

# The duty, with what hands it over, right before the body.
_DUTY = re.compile(
    r"(?:日常|具体|技术|市场化|统一|整体|建设|的)*(?:运营|管理|运行|维护|运维|建设|统筹|实施|招商|事务|工作){1,2}(?:权限|权|职责|职能|事务|工作|任务|之责|责任)?"
    r"(?:分别|均|则|全部|已|正式|统一|整体)*(?:交由|交给|交|委托给|委托|归口|归属|归|移交给|移交至|移交|划归|划转至|划转|转交|由|授权)$"
)
_TAKES_OVER = re.compile(
    r"(?:等[^，。；]{0,6})?(?:具体|统一|负责|牵头|统筹|全权)*(?:承担|负责|办理|打理|管理|运营|实施|代管|行使|承接|所有|落实|执行)?(?=[，。；）]|$)"
)
# L挂靠A, L依托A建设, L设在A.
_UNDER = re.compile(r"[”》]?(?:现|已|均|整体|主要)*(?P<how>挂靠|依托|设在|设于|挂靠在|挂靠于|依托于)")
_STANDS = re.compile(r"(?:等[^，。；]{0,6})?(?:建设|组建|运行|运转|运营|管理|设立|成立|开展工作)?(?=[，。；）]|$)")
_BUILT = re.compile(r"(?:等[^，。；]{0,6})?(?:共同|联合)?(?:建设|组建|运行|运转|运营|管理|设立|成立)")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """MANAGES of the bodies into whose hands the clause puts what it or its sentence is about."""
    bodies = [r for r in clause.outer if r.type in BODIES]
    if not bodies or clause.negated:
        return
    made.rule = "handed over"
    status, time = office(clause)
    for body in bodies:
        thing = _duty(made, clause, before, body) or _roof(made, clause, body)
        if thing is None:
            continue
        for each in slots.row_from(made.text, body, bodies):
            made.add(each.entity, "MANAGES", thing.entity, status, min(clause.start, thing.start), clause.end, time=time, cue="委托")  # fmt: skip


def _duty(made: Maker, clause: Clause, before: tuple[Clause, ...], body: scene.Ref) -> scene.Ref | None:
    """运营权归A: of the thing before it in its clause, else of the one that its sentence was about last."""
    said = _DUTY.search(made.text, clause.start, body.start)
    if not said or not _TAKES_OVER.match(made.text, body.end, clause.end + 1):
        return None
    own = [r for r in clause.outer if r.end <= said.start() + 1]
    if own:
        near = said.start() - own[-1].end <= 2 and own[-1].type in MANAGED
        return own[-1] if near else None
    told = [r for c in before if c.sentence == clause.sentence for r in c.outer if r.type in MANAGED]
    return told[-1] if told and said.start() - clause.start <= 1 else None


def _roof(made: Maker, clause: Clause, body: scene.Ref) -> scene.Ref | None:
    """L挂靠A, L依托A建设: the thing right before."""
    for thing in (r for r in clause.outer if r.type in ("Platform", "Mechanism") and r.end < body.start):
        said = _UNDER.fullmatch(made.text, thing.end, body.start)
        rests = said and said["how"].startswith("依托")
        if said and (_BUILT if rests else _STANDS).match(made.text, body.end, clause.end + 1):
            return thing
    return None
