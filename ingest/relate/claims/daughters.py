"""Funds and programmes under others of their kind: F已设立B子基金, 从F中切块设立B, 通过P设立Q, F1从F2中列支."""

from __future__ import annotations

import re

from ingest.relate.claims.maker import SETS_UP, Clause, Maker, standing

_FOUNDS = re.compile(
    r"[”》]?(?:中)?(?:已|拟|将|先后|新|专门|分别|在[^，。；]{2,10}|与[^，。；]{2,16}|联合[^，。；]{2,16})*(?:设立|发起|组建|成立|下设)了?[“《]?"
)
_PAID = re.compile(r"[”》]?(?:预算)?中?(?:列支|支出|安排解决|$|[，。；])|[”》]?(?:年度)?预算")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...], near: list[Clause]) -> None:
    """PART_OF of what is set up under a fund or programme or paid out of it; `near`: the clause with its neighbours."""
    _children(made, clause)
    _daughter(made, clause, before)
    _paid_from(made, clause, near)


# 发挥F引导作用，设立F2: what a fund's strength sets up as its daughter.
_WITH_FUND = re.compile(r"(?:发挥|依托|通过|利用|运用|在)[“《]?$")


_CUT_FROM = re.compile(r"(?:从|在)[“《]?$")
_CUT = re.compile(r"[”》]?(?:中|里|内)?(?:统筹|专门|每年|单独)*(?:切块|划出|拿出|安排|切出|列出)")


def _daughter(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """发挥F引导作用，设立F2子基金; 从F中切块3000万元，设立F2: F2 is a part of F."""
    row = [*(c for c in before if c.sentence == clause.sentence), clause]
    for new in (r for r in clause.outer if r.type == "Fund"):
        ahead = [
            (c, r) for c in row for r in c.outer if r.type == "Fund" and r.end <= new.start and r.entity != new.entity
        ]
        daughter = made.view.entities[new.entity].name.endswith("子基金")
        parents = [r for c, r in ahead if daughter and _WITH_FUND.search(made.text, c.start, r.start)]
        parents = parents or [
            r for c, r in ahead if _CUT_FROM.search(made.text, c.start, r.start) and _CUT.match(made.text, r.end)
        ]
        if len({r.entity for r in parents}) == 1 and SETS_UP.search(made.text, clause.start, new.start):
            made.add(new.entity, "PART_OF", parents[0].entity, clause.status, parents[0].start, clause.end)


def _children(made: Maker, clause: Clause) -> None:
    """F已设立B子基金: B is part of F. 通过P设立Q: the programme Q is part of P."""
    for child in clause.outer:
        whole = next((r for r in reversed(clause.outer) if r.end < child.start and r.type == child.type), None)
        if whole is None or child.type not in ("Fund", "Programme"):
            continue
        between = made.text[whole.end : child.start]
        founds = _FOUNDS.fullmatch(between)
        through = made.text.endswith("通过", 0, whole.start)
        if founds and (through or (child.type == "Fund" and made.text[child.start : child.end].endswith("子基金"))):
            made.add(child.entity, "PART_OF", whole.entity, standing(clause), whole.start, clause.end, cue="设立")


def _paid_from(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """F1从F2中列支, F1列入F2预算: the one is part of the other."""
    for whole in (r for r in clause.outer if r.type == "Fund"):
        before = made.text[max(clause.start, whole.start - 3) : whole.start]
        paid = _PAID.match(made.text, whole.end) and before.endswith(("从", "在", "由", "列入", "从市", "从省"))
        named = [
            r for c in near if c.start <= clause.start for r in c.outer if r.type == "Fund" and r.end <= whole.start
        ]
        if paid and named and named[-1].entity != whole.entity:
            made.add(named[-1].entity, "PART_OF", whole.entity, standing(clause), min(clause.start, named[-1].start), clause.end, cue="列支")  # fmt: skip


# What funds of funds are called, the plainest first.
_MOTHERS = ("母基金", "引导基金")


def of_the_mother(made: Maker) -> None:
    """PART_OF of the daughter funds of a text in the one fund of funds that it names, where it says nothing else of them."""
    made.rule = "daughters"
    funds = [e for e in made.view.entities.values() if e.type == "Fund" and e.mentions]
    rows = ([e for e in funds if e.name.rstrip("一二三期").endswith(kind)] for kind in _MOTHERS)
    mothers = next(filter(None, rows), [])
    told = {c.subject for c in made.found.values() if c.predicate == "PART_OF"}
    for fund in funds if len(mothers) == 1 else ():
        if fund.name.endswith("子基金") and fund.id not in told:
            where = next(r for r in made.view.refs if r.entity == fund.id)
            made.add(fund.id, "PART_OF", mothers[0].id, "ongoing", *made.around(where), confidence=0.6)
