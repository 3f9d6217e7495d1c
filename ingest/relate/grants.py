"""Grants: sums of money given, promised or planned, with fund, agency, beneficiary, year and number of projects."""

from __future__ import annotations

import re

from graph import evidence, ids
from ingest import clauses as clause_room
from ingest import scene, values

_ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))
_NONE = re.compile(r"生产总值|GDP|产值|营业?收入|营收|主营业务|销售|利润|税收|进出口|增加值|融资|贷款|授信|成交|交易额|投资额|研发投入|研发经费|估值|市值|余额|总投资|固定资产|签约|订单|产业规模|消费|注册资本|以上的企业|以上的工业|罚款|债务|投资\d|投资[^，]{0,4}$|保费|担保")
_GIVEN = re.compile(r"资助|补助|奖励|支持|下达|安排|拨付|投入|资金|经费|补贴|到位|兑现|支出|预算|出资|给予|规模|奖补|配套|专项|分别为|其中")
_CLASSES = frozenset(("TargetGroup",))


def find_grants(view: scene.Scene, found: tuple[clause_room.Clause, ...], document: str) -> tuple[evidence.Grant, ...]:
    """Every sum that somebody gives. A GDP, a turnover or what firms invest is none."""
    made: dict[str, evidence.Grant] = {}
    text = view.shadow.text
    memory = _Memory()
    for clause in found:
        memory.open(clause, view)
        amounts = values.find_amounts(text, clause.start, clause.end)
        for k, amount in enumerate(amounts):
            if not _given(text, clause, amount, memory):
                continue
            grant = _grant(view, clause, amount, amounts, k, memory, document)
            made.setdefault(grant.id, grant)
        memory.note(clause, bool(amounts))
    return tuple(sorted(made.values(), key=lambda g: (g.quote.start, g.amount)))


class _Memory:
    """What the sentence said before the sum: its fund, beneficiary, whether it gives."""

    def __init__(self) -> None:
        self.sentence = -1
        self.fund: str | None = None
        self.last_fund: str | None = None
        self.beneficiary: str | None = None
        self.last_beneficiary: str | None = None
        self.gives = False
        self.start = 0
        self.row: list[str] = []

    def open(self, clause: clause_room.Clause, view: scene.Scene) -> None:
        if clause.sentence != self.sentence:
            self.last_fund, self.last_beneficiary = self.fund or self.last_fund, self.beneficiary or self.last_beneficiary
            self.sentence, self.fund, self.beneficiary, self.gives, self.start = clause.sentence, None, None, False, clause.start
        outer = view.within(clause.start, clause.end, outer=True)
        text = view.shadow.text
        for ref in outer:
            if ref.type == "Fund":
                self.fund = ref.entity
        self.row = [r.entity for r in outer if r.type == "Region"]
        things = [r for r in outer if r.type in _ZONES | {"Organization", "Platform", "Project"} and r.entity != clause.agent]
        helped = [r for r in outer if r.type == "Region" and re.search(r"(?:支持|资助|补助|下达|投入|安排|奖励)$", text[clause.start : r.start])]
        inside_fund = [r for r in clause.refs if r.type in _ZONES and any(o.type == "Fund" and o.start <= r.start and r.end <= o.end for o in outer)]
        classes = [r for r in outer if r.type in _CLASSES and re.search(r"(?:对|给予|为)[^，]{0,18}$", text[clause.start : r.start])]
        best = things or helped or inside_fund or classes
        if best and not (things and re.search(r"由$", text[clause.start : things[0].start])):
            self.beneficiary = best[0].entity
        if re.search(r"上述|该(?:项)?(?:资金|投资|经费)", text[clause.start : clause.end]):
            self.fund, self.beneficiary = self.fund or self.last_fund, self.beneficiary or self.last_beneficiary

    def note(self, clause: clause_room.Clause, summed: bool) -> None:
        self.gives = self.gives or summed


def _given(text: str, clause: clause_room.Clause, amount: values.Amount, memory: _Memory) -> bool:
    before = text[max(clause.start, amount.start - 14) : amount.start]
    after = text[amount.end : amount.end + 8]
    if _NONE.search(before) and not re.search(r"给予|资助|奖励|补助|支持[^，]{0,8}$", before):
        return False
    if re.match(r"(?:以上|以下|\(含\)|（含）|及以上)", after) or re.match(r"(?:的企业|的工业|的项目，)", after):
        return False
    window = text[memory.start : min(len(text), amount.end + 10)]
    return bool(_GIVEN.search(window[-60:])) or (memory.gives and bool(re.search(r"[、和，]$|分别为?$|其中", before)))


def _grant(view: scene.Scene, clause: clause_room.Clause, amount: values.Amount, amounts: list[values.Amount], k: int, memory: _Memory,
           document: str) -> evidence.Grant:  # fmt: skip
    text = view.shadow.text
    piece = text[clause.start : clause.end]
    beneficiary = memory.beneficiary
    status = clause.status
    if "分别" in piece and len(memory.row) == len(amounts) > 1:
        beneficiary = memory.row[k]
    before = text[max(clause.start, amount.start - 12) : amount.start]
    if re.search(r"承诺|计划", before + piece[:8]) and status != "planned" and not re.search(r"到位", before):
        status = "planned"
    if re.search(r"到位|兑现|支出|已", before) or (status == "ongoing" and view.outline.doc_type in ("reply", "news", "report", "list") and re.search(r"补助|下达|资助|出资|预算|支持", piece) and "单项" not in piece and "对" != piece[:1]):
        status = "done"
    kind = amount.kind or ("rate" if view.outline.doc_type not in ("reply", "news", "report", "list") else "awarded")
    year = int(clause.time[:4]) if clause.time and "/" not in clause.time else None
    local = [t for t in values.find_dates(text, clause.start, amount.start, view.outline.date)]
    if local and "/" in local[-1].iso:
        year = None
    elif local:
        year = int(local[-1].iso[:4])
    projects = re.search(r"(\d+)\s?(?:项|个项目)", text[max(clause.start, amount.start - 14) : amount.start]) or re.search(
        r"项目(\d+)项", text[max(memory.start, amount.start - 24) : amount.start])  # fmt: skip
    if kind in ("rate", "ceiling"):
        year = None
    quote = view.shadow.span(clause.start, clause.end)
    agency = clause.agent if view.entities.get(clause.agent or "") and view.entities[clause.agent or ""].type in ("Agency", "Organization") else None
    if re.search(r"据[^，]{2,12}统计|省级财政|市财政|市级财政", text[memory.start : amount.start]):
        agency = None
    identity = ids.statement("g", document, str(amount.value), memory.fund or "", beneficiary or "", str(year), ids.fold_text(quote.text), str(k))
    return evidence.Grant(identity, amount.value, status, quote, memory.fund, agency, beneficiary, amount.currency, amount.lower,
                          None, year, int(projects[1]) if projects else None, kind, view.speaker(clause.start), clause.cue)  # fmt: skip
