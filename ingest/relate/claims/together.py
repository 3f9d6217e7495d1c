"""Who acts together: 会同B, 联合B, 与B合作, 配合B, and rows that act jointly."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import actors
from ingest.relate.claims.maker import BODIES, Clause, Maker

_BETWEEN = re.compile(
    r"(?:于|已|联合|共同|拟|将|要|先后|正|在|负责)?(?:去年|今年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|牵头|主)?"
)
_WITH = re.compile(r"(?:会同|联合|(?<![协工招电经客外厂])商)$")


def doers(made: Maker, clause: Clause, position: int) -> tuple[str, ...]:
    """The bodies right before the verb: 报请自治区人民政府出台, 由省政府于去年11月发布."""
    text, end = made.text, position
    row: list[scene.Ref] = []
    for ref in reversed(clause.refs):
        if ref.type not in BODIES or ref.end > end:
            continue
        between = text[ref.end : end]
        if not (_BETWEEN.fullmatch(between) if not row else actors.pattern("joints").fullmatch(between)):
            break
        row.append(ref)
        end = ref.start
    if row and re.search(r"(?:会同|联合|配合|[与和向对])$", text[max(clause.start, end - 3) : end]):
        return ()
    return tuple(dict.fromkeys(r.entity for r in reversed(row)))


def partners(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies that act along with the agent: 会同B、C, 联合B."""
    text, found, open_at = made.text, [], -1
    for ref in clause.refs:
        if ref.type not in BODIES:
            continue
        lead = _WITH.search(text[max(clause.start, ref.start - 3) : ref.start])
        follows = open_at >= 0 and actors.pattern("joints").fullmatch(text[open_at : ref.start])
        if lead or follows:
            found.append(ref.entity)
            open_at = ref.end
    return tuple(found)


def state(made: Maker, clause: Clause) -> None:
    """会同B, 联合B, 与B合作, 配合B: the agent acts with B."""
    text = made.text
    together = list(partners(made, clause))
    for ref in clause.refs:
        if ref.type not in BODIES or ref.entity in together:
            continue
        before, after = text[max(clause.start, ref.start - 4) : ref.start], text[ref.end : ref.end + 10]
        if before.endswith("配合") or (
            re.search(r"[与和]$", before) and re.match(r"(?:合作|共建|共同|联合|签订|签署|商定|协商|会签)", after)
        ):
            together.append(ref.entity)
    if len(clause.agents) > 1 and re.search(r"联合|共同|协同", text[clause.start : clause.end]):
        together += clause.agents[1:]
    status = "done" if clause.status == "ongoing" and clause.time and "/" not in clause.time else clause.status
    led = re.search(r"会同|联合|配合", text[clause.start : clause.end])
    leads = doers(made, clause, clause.start + led.start()) if led else ()
    for body in together:
        made.rule = "COOPERATES_WITH"
        made.add(
            (leads or clause.agents or (None,))[0],
            made.rule,
            body,
            status,
            clause.start,
            clause.end,
            time=clause.time,
            cue="会同",
        )
