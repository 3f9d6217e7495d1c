"""Requests told without a verb of asking: A《关于设立Z的请示》, A报送设立Z的请示, R被列为Z创建单位."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.relate.claims.maker import BODIES, ZONES, Clause, Maker

_ASKED = ZONES | {"Platform", "Programme"}
_TITLE = re.compile(r"请示|申请书?|请求")
_SENDS = re.compile(
    r"(?:报送|呈报|提交|递交|呈送|报来|提出|上报)了?(?:关于|请求|申请|恳请|批准|同意|支持|在[^，。；在]{2,20}){0,6}(?:设立|建设|创建|升级|认定|组建|开展)[^，。；、]{0,4}$"
)
_ASKING = re.compile(r"关于(?:恳请|请求|申请).*函》?$", re.DOTALL)
# In a title: 设立Z, Z升级为….
_TO_BE = re.compile(r"(?:设立|建设|创建|认定|组建|开展|新设|列为|建立)[“《〈]?$")
_TO_CHANGE = re.compile(r"[”》〉]?(?:升级|扩区|更名|晋升|升格|调整|扩容|转型)")
_PAPER = re.compile(r"[^，。；]{0,16}?的(?:请示|申请|报告|请求|函)")
_LISTED = re.compile(r"(?:列为|列入|入选|成为|确定为|纳入|跻身)了?(?:首批|第[一二三四五六]批|全国|全省)*[“《]?$")
_CANDIDATE = re.compile(
    r"[”》]?(?:的)?(?:创建|培育|申报|候选|备选|后备|预备|储备|争创)(?:单位|城市|市|县|区|地区|园区|对象|名单|主体|行列)"
)


def state(made: Maker, clause: Clause) -> None:
    """What the clause says of papers that ask and of candidates."""
    if clause.negated:
        return
    made.rule = "requests"
    for thing in (r for r in clause.outer if r.type in _ASKED):
        sent = _SENDS.search(made.text, clause.start, thing.start)
        if sent and _PAPER.match(made.text, thing.end, clause.end):
            for body in clause.agents or _places(made, clause, sent.start()):
                _asks(made, clause, body, thing)
        listed = _LISTED.search(made.text, clause.start, thing.start)
        if listed and _CANDIDATE.match(made.text, thing.end, clause.end):
            for place in _places(made, clause, listed.start()):
                _asks(made, clause, place, thing)


def _places(made: Maker, clause: Clause, before: int) -> list[str]:
    return [r.entity for r in clause.outer if r.type == "Region" and r.end <= before]


def _asks(made: Maker, clause: Clause, who: str, thing: scene.Ref) -> None:
    status: evidence.Status = "planned" if clause.status == "planned" else "requested"
    made.add(who, "APPLIED_FOR", thing.entity, status, clause.start, clause.end, time=clause.time, cue=clause.cue)


def by_title(made: Maker) -> None:
    """A《关于设立Z的请示》: whoever issued the paper asks for what its title names."""
    made.rule = "requests"
    papers = [r for r in made.view.refs if r.type == "Policy" and _asks_for(made.text[r.start : r.end])]
    for paper in papers:
        near = made.view.within(max(0, paper.start - 40), paper.start, outer=True)
        sender = near[-1].entity if near and near[-1].end == paper.start and near[-1].type == "Agency" else None
        for thing in _asked_for(made, paper) if sender else ():
            made.add(sender, "APPLIED_FOR", thing, "requested", *made.around(paper), cue="请示")
    issued = [c for c in made.found.values() if c.predicate == "ISSUED" and made.kind(c.subject) in BODIES]
    for claim in issued:
        for thing in (t for p in papers if p.entity == claim.object for t in _asked_for(made, p)):
            made.put(claim.subject, "APPLIED_FOR", thing, "requested", claim.quote, claim.stated_by, claim.time, "请示")


def _asks_for(title: str) -> bool:
    """Whether a title is that of a paper that asks: …的请示, 恳请支持…的函."""
    return bool(_TITLE.search(title[-6:]) or _ASKING.search(title))


def _asked_for(made: Maker, paper: scene.Ref) -> list[str]:
    """The things that the paper's title asks to set up or to change."""
    text, named = made.text, (r for r in made.view.within(paper.start, paper.end) if r.type in _ASKED)
    return [
        r.entity for r in named if _TO_BE.search(text, paper.start, r.start) or _TO_CHANGE.match(text, r.end, paper.end)
    ]
