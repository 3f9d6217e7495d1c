"""Support by money: funds and grants that help a named thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph import evidence
from ingest import scene, values
from ingest.clauses import actors
from ingest.relate.claims import owned, slots, together
from ingest.relate.claims.maker import SETS_UP, ZONES, Clause, Maker, same_part

_NAMED = ZONES | {"Region", "Organization", "Platform", "Project"}
_GIVES = re.compile(
    r"(?:已|累计|先后)+投(?![入向资])|支持|资助|补助|奖励|投入|投向|下达|倾斜|安排|投资|投出|用于|助推|助力|惠及"
)
_GIVES_TO = re.compile(
    r"(?:支持|资助|补助|下达|投入|投向|投资|投出|用于|助推|助力|惠及)[^，]{0,4}$|(?:已|累计|先后)+(?:直|跟)?投了?[“]?$"
)

# A sum that is spent so (F中5000万元用于Z) is a grant, which tells whether it was given.
_SPENT = frozenset("用于 助推 助力 惠及".split())
_SUM = re.compile(r"\d[\d.,]*[万亿]?元")
_DENIED = re.compile(r"不得|不能|不可|不再|严禁|禁止")
# 投资符合甲市产业导向的项目: the place only owns what is named.
_ONLY_OWNS = re.compile(r"(?:符合|属于|由|在|通过|依托|位于|注册于)$")
# F的资金来源包括A出资2亿元, F规模8亿元，其中A、B出资1亿元, A向F注资: who pays in helps the fund.
_PAYS_IN = re.compile(r"(?:分别|各|共同|联合|首期|合计|认缴|实缴)*(?:出资|认缴|注资|投入|拨款|认购)")
_CAPITAL = re.compile(r"[”》]?[^，。；]{0,8}(?:来源|资金|资本|规模)")
_ANEW = re.compile(r"(?:积极|大力|重点)?(?:支持|资助|推动|鼓励)")
_OF_IT = re.compile(r"\s*其中")
# F资金来源包括：F2 3亿元.
_MADE_OF = re.compile(r"(?:来源|资金|资本)[^，。；]{0,6}(?:包括|为|由|是)")
_SUM_BEHIND = re.compile(r"[”》]?(?:中)?(?:出资|安排|列支|投入)?[\d.]+[万亿]?元")
_INTO = re.compile(r"(?:注入|补充|充实|增资|注资|缴入|拨入|划入)(?:到|至)?[“《]?$|向[“《]?$")

# F出资5亿元，联合B设立了F2: F2 is a part of F, which helps it.
_INVESTS = re.compile(r"出资|参股|注资|投资")
_FOUNDS = re.compile(r"(?:发起|合作|共同|联合|参与|参股)*(?:设立|组建|成立|发起)了?[^，。；]{0,10}$")


def founded(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> bool:
    """Whether a fund sets up another with its money; if so, state it, with the partner that runs the new one along."""
    made.rule = "funds"
    row = [*(c for c in before if c.sentence == clause.sentence), clause]
    funds = [r for c in row for r in c.outer if r.type == "Fund"]
    if not funds:
        return False
    new = next((r for r in clause.outer if r.type == "Fund" and _FOUNDS.search(made.text, clause.start, r.start)), None)
    parent = next((r for r in funds if new and r.entity != new.entity and r.end <= new.start), None)
    if new is None or parent is None or not _INVESTS.search(made.text, parent.start, clause.end):
        return False
    begin = min(parent.start, clause.start)
    status = clause.status
    made.add(parent.entity, "SUPPORTS", new.entity, status, begin, clause.end, time=clause.time, cue="出资")
    made.add(new.entity, "PART_OF", parent.entity, status, begin, clause.end, cue="设立")
    for partner in (*together.partners(made, clause), *together.beside(made, clause)):
        made.add(partner, "MANAGES", new.entity, status, begin, clause.end, time=clause.time, cue="设立")
    return True


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """A fund named with help to a thing supports it: 统筹F，对Z倾斜支持; 通过F支持Z; 下达Z专项经费."""
    made.rule = "funds"
    _contributed(made, clause, before)
    gives = _GIVES.search(made.text, clause.start, clause.end)
    if clause.negated or not gives or (gives[0] in _SPENT and _SUM.search(made.text, clause.start, clause.end)):
        return
    same = same_part(made.text, clause, before)  # behind a semicolon another fund's turn comes
    if _ANEW.match(made.text, clause.start):  # F对Z给予支持，支持A建设L: F is not what helps A
        same = [c for c in same if not (_GIVES.search(made.text, c.start, c.end) and _helped(made, c))]
    funds = [r for c in (*same, clause) for r in c.outer if r.type == "Fund"]
    if not funds:
        return
    start = min([clause.start, *(c.start for c in same if any(r.type == "Fund" for r in c.refs))])
    for fund in funds:
        for thing in _helped(made, clause):
            if not (fund.start <= thing.start and thing.end <= fund.end) and not _DENIED.search(
                made.text, fund.end, thing.start
            ):
                made.add(fund.entity, "SUPPORTS", thing.entity, clause.status, start, clause.end,
                         time=clause.time, cue=clause.cue)  # fmt: skip


def _contributed(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """The bodies whose money a fund is made of, where the sentence names it before them, or behind 注入."""
    text = made.text
    row = [*(c for c in before if c.sentence == clause.sentence), clause]
    if not any(r.type == "Fund" for c in row for r in c.outer):
        return
    for fund in [r for c in row for r in c.outer if r.type == "Fund" and _CAPITAL.match(text, r.end, c.end)][:1]:
        bodies = [r for r in clause.outer if r.type == "Agency" and r.start >= fund.end]
        pays = [r for r in bodies if _PAYS_IN.match(text, r.end, clause.end)]
        for body in (b for p in pays for b in slots.row_of_last(text, bodies[: bodies.index(p) + 1], slots.JOINT)):
            _pays(made, clause, body.entity, fund)
        for source in (r for r in clause.outer if r.type == "Fund" and r.start >= fund.end and r.entity != fund.entity):
            if _MADE_OF.search(text, fund.end, source.start) and _SUM_BEHIND.match(text, source.end):
                _pays(made, clause, source.entity, fund)
    _paid_in_part(made, clause, row)
    _fund_pays_in(made, clause, row)
    into = [r for r in clause.outer if r.type == "Fund" and _INTO.search(text, clause.start, r.start)]
    for fund in into if into and _PAYS_IN.search(text, clause.start, clause.end) else ():
        for giver in clause.agents:
            _pays(made, clause, giver, fund)


def _paid_in_part(made: Maker, clause: Clause, row: list[Clause]) -> None:
    """F规模10亿元，其中A出资2亿元、B出资1亿元: each helps the fund that the sentence named last before."""
    funds = [r for c in row[:-1] for r in c.outer if r.type == "Fund"]
    if not funds or not _OF_IT.match(made.text, clause.start, clause.end):
        return
    for body in (r for r in clause.outer if r.type == "Agency" and _PAYS_IN.match(made.text, r.end, clause.end)):
        _pays(made, clause, body.entity, funds[-1])


def _fund_pays_in(made: Maker, clause: Clause, row: list[Clause]) -> None:
    """设立F，G认缴2亿元: the fund G, with which the clause begins, helps F, which the sentence sets up."""
    payer = next((r for r in clause.outer if r.type == "Fund" and _PAYS_IN.match(made.text, r.end, clause.end)), None)
    if payer is None or not actors.lead().fullmatch(made.text, clause.start, payer.start):
        return
    named = [(c, r) for c in row[:-1] for r in c.outer if r.type == "Fund" and r.entity != payer.entity]
    set_up = [r for c, r in named if SETS_UP.search(made.text, c.start, r.start)]
    for fund in set_up[-1:]:
        _pays(made, clause, payer.entity, fund)


def _pays(made: Maker, clause: Clause, giver: str, fund: scene.Ref) -> None:
    start = min(fund.start, clause.start)
    made.add(giver, "SUPPORTS", fund.entity, clause.status, start, clause.end, time=clause.time, cue="出资")


def _helped(made: Maker, clause: Clause) -> list[scene.Ref]:
    funds = [r for r in clause.outer if r.type == "Fund"]
    things = [
        r
        for r in clause.refs
        if r.type in _NAMED
        and (r.type != "Region" or r in clause.outer)
        and r.entity not in clause.agents
        and not (r.type == "Region" and _ONLY_OWNS.search(made.text, clause.start, r.start))
        and not (r.type == "Region" and made.text.startswith("“", r.end))
        and not any(f.start <= r.start and r.end <= f.end for f in funds)
    ]
    zones = [
        r
        for r in things
        if r.type in ZONES and not owned.owns(made.text, r) and not _ONLY_OWNS.search(made.text, clause.start, r.start)
    ]
    given = [r for r in things if _GIVES_TO.search(made.text[clause.start : r.start])]
    return zones or list(dict.fromkeys(r for g in given for r in slots.row_from(made.text, g, _alike(g, things))))


def _alike(one: scene.Ref, things: list[scene.Ref]) -> list[scene.Ref]:
    """The things of its kind behind it: 已投A、B等企业; a place that is joined to another may only own what follows."""
    return [r for r in things if r.type == one.type != "Region" and r.start >= one.end]


def from_grants(made: Maker, grants: Iterable[evidence.Grant]) -> None:
    """A grant with a fund and a named beneficiary says that fund and giver support it."""
    made.rule = "grants"
    for grant in grants:
        kind = made.kind(grant.beneficiary) if grant.beneficiary else ""
        # What is given every year (每年安排500万元) is help too; what is promised to whoever qualifies is none yet.
        given = (
            grant.kind == "awarded"
            or (grant.kind == "size" and kind in ZONES)
            or (grant.kind == "rate" and grant.status == "ongoing" and not grant.unit)
        )
        if kind in _NAMED and given:
            for source in (grant.fund, grant.agency):
                if source and (source, "SUPPORTS", grant.beneficiary) not in made.stated:
                    made.put(source, "SUPPORTS", grant.beneficiary, grant.status, grant.quote, grant.stated_by,
                             _time(made, grant), grant.cue)  # fmt: skip


def _time(made: Maker, grant: evidence.Grant) -> str:
    """The year of a grant, or the span that its sentence names."""
    if grant.year:
        return str(grant.year)
    times = values.find_dates(grant.quote.text, 0, len(grant.quote.text), made.view.outline.date)
    return times[0].iso if times else ""
