"""Out of what the help is paid that the sentence tells: 所需经费在F中列支, 在P中对Z予以倾斜, L放贷2亿元，由F兜底."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims import slots
from ingest.relate.claims.maker import ZONES, Clause, Maker

_SOURCES = frozenset(("Fund", "Programme"))
_HELPED = ZONES | {"Organization", "Platform", "Project", "Programme"}
_COVERED = frozenset(("Fund", "Programme", "Platform", "Mechanism"))
_FROM = re.compile(r"(?:从|在|由|自|通过)[“《]?$")
# Behind the source: what is taken from it, or that help comes out of it.
_TAKEN = re.compile(
    r"[”》]?(?:预算)?(?:中|里|内)(?:$|[，对向给予优先予以择]|统筹|切块|一次性|按)"
    r"|[”》]?(?:预算)?[中里内]?(?:统筹|专项|一次性|足额|分年|予以)*(?:列支|支出|安排|解决|支付|保障|拨付|兑现)"
)
_NEEDS = re.compile(r"[”》]?(?:建设|运行|实施|项目)?的?(?:所需|相关|工作)?(?:经费|资金|费用)(?=[从在由自])")
# 由F按30%的比例分担: F stands in for the losses of what was named before.
_COVERS = re.compile(
    r"[”》]?(?:按[^，。；]{1,24}?|给予|予以|先行|统一)*(?:兜底|分担|代偿|补偿|贴补|贴息|增信|承担[^，。；]{0,8}(?:损失|风险))"
)


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """SUPPORTS of the fund or programme that the clause names as the source, for what is helped in its sentence."""
    sources = [r for r in clause.outer if r.type in _SOURCES]
    if not sources or clause.negated:
        return
    made.rule = "paying"
    row = [*(c for c in before if c.sentence == clause.sentence), clause]
    taken = [r for r in sources if _TAKEN.match(made.text, r.end)]
    for last in taken[:1]:
        joined = slots.row_of_last(made.text, sources[: sources.index(last) + 1], slots.JOINT)
        if _FROM.search(made.text, clause.start, joined[0].start):
            _pays(made, clause, row, joined)
        _needed(made, clause, joined)
    for source in sources:
        if source.type == "Fund" and _FROM.search(made.text, clause.start, source.start):
            _covers(made, clause, row, source)


def _needed(made: Maker, clause: Clause, sources: list[scene.Ref]) -> None:
    """Z所需经费从F中列支: the sources help Z, with which the clause begins."""
    for thing in (r for r in clause.outer if r.type in _HELPED and r.end <= sources[0].start):
        if _NEEDS.match(made.text, thing.end):
            for source in sources:
                made.add(
                    source.entity, "SUPPORTS", thing.entity, clause.status, clause.start, clause.end, time=clause.time
                )


def _pays(made: Maker, clause: Clause, row: list[Clause], sources: list[scene.Ref]) -> None:
    """The sources help whatever the sentence says that somebody helps."""
    begin, known = row[0].start, list(made.found.values())
    helped = [c for c in known if c.predicate == "SUPPORTS" and begin <= c.quote.start and c.quote.end <= clause.end]
    for source in sources:
        for claim in helped:
            if made.kind(claim.object) in _HELPED and made.kind(claim.subject or "") not in _SOURCES:
                made.add(
                    source.entity,
                    "SUPPORTS",
                    claim.object,
                    clause.status,
                    begin,
                    clause.end,
                    time=clause.time,
                    cue="列支",
                )


def _covers(made: Maker, clause: Clause, row: list[Clause], source: scene.Ref) -> None:
    """L放贷2亿元，由F兜底: F helps L, the product that the sentence is about."""
    named = [
        r for c in row for r in c.outer if r.end <= source.start and r.type in _COVERED and r.entity != source.entity
    ]
    if named and _COVERS.match(made.text, source.end):
        made.add(
            source.entity,
            "SUPPORTS",
            named[-1].entity,
            clause.status,
            named[-1].start,
            clause.end,
            time=clause.time,
            cue="分担",
        )
