"""Who acts together: 会同B, 联合B, 与B合作, 配合B, and rows that act jointly."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import actors
from ingest.relate.claims.maker import BODIES, Clause, Maker

_BETWEEN = re.compile(
    r"(?:等(?:[一二三四五六七八九十\d]{1,3}(?:个|家)?)?(?:有关|相关)?(?:部门|部委|单位|委办局)?)?(?:于|已|联合|共同|拟|将|要|先后|正|在|负责)?(?:去年|今年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|牵头|主)?"
)
_WITH = re.compile(r"(?:会同|联合|(?<![协工招电经客外厂])商)$")

_LED = re.compile(r"会同|联合|配合")
_AS_ONE = re.compile(r"联合|共同|协同(?!发展|创新|机制|治理)")
_OTHERS = re.compile(r"(?:公司|企业|国企|群众|居民|申请人)[^，]{0,4}$")
_OWNER = re.compile(r"(?:[、和与][一-鿿]{1,6}[省市区县州])*(?:有关|相关|各|的|[一-鿿]{0,14}(?:部门|机关|单位|厅|局))")
_JOINTLY = re.compile(r"(?:合作|共建|共同|联合|签订|签署|商定|协商|会签)")


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
    text, found, open_at = made.text, list[str](), -1
    for ref in clause.outer:
        lead = _WITH.search(text, max(clause.start, ref.start - 3), ref.start)
        follows = open_at >= 0 and actors.pattern("joints").fullmatch(text, open_at, ref.start)
        body = _body(made, ref) if lead or follows else None
        if body is not None:
            found.append(body)
            open_at = ref.end
    return tuple(found)


def beside(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies of 与B共同…, 与B合作…, who do what the clause says along with its agent."""
    text, row, found = made.text, list[str](), list[str]()
    joined = False
    for ref in clause.outer:
        before = text[ref.start - 1]
        body = _body(made, ref) if before in "与和" or (joined and before == "、") else None
        joined = body is not None
        row = [*row, body] if body else []
        if row and _JOINTLY.match(text, ref.end):
            found += row
    return tuple(found)


def _body(made: Maker, ref: scene.Ref) -> str | None:
    """The body that a name stands for: itself, or the government of a region that is not the owner of others (甲省有关部门)."""
    if ref.type == "Region":
        if _OWNER.match(made.text, ref.end):
            return None
        return actors.government(made.view, ref.entity)
    return ref.entity if ref.type in BODIES else None


def state(made: Maker, clause: Clause) -> None:
    """会同B, 联合B, 与B合作, 配合B: whoever acts acts with B; of a row that acts jointly the first with each other."""
    text = made.text
    others = dict.fromkeys((*partners(made, clause), *beside(made, clause), *_assisted(made, clause)))
    led = _LED.search(text, clause.start, clause.end)
    leads = (doers(made, clause, led.start()) if led else ()) or clause.agents
    pairs = [(a, b) for a in leads for b in others]
    if len(clause.agents) > 1 and _AS_ONE.search(text, clause.start, clause.end):
        pairs += [(clause.agents[0], b) for b in clause.agents[1:]]
    status = "done" if clause.status == "ongoing" and clause.time and "/" not in clause.time else clause.status
    made.rule = "COOPERATES_WITH"
    for one, other in pairs:
        made.add(one, made.rule, other, status, clause.start, clause.end, time=clause.time, cue="会同")


def _assisted(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies right behind 配合."""
    text = made.text
    return tuple(
        r.entity
        for r in clause.refs
        if r.type in BODIES
        and text.endswith("配合", 0, r.start)
        and not _OTHERS.search(text[clause.start : r.start - 2])
    )
