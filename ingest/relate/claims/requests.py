"""Requests told without a verb of asking: A《关于设立Z的请示》, A报送设立Z的请示, R被列为Z创建单位."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.relate.claims import slots, together
from ingest.relate.claims.maker import BODIES, ZONES, Clause, Maker

_ASKED = ZONES | {"Platform", "Programme"}
_TITLE = re.compile(r"请示|申请书?|请求")
_SENDS = re.compile(
    r"(?:报送|呈报|提交|递交|呈送|报来|提出|上报)了?(?:关于|请求|申请|恳请|批准|同意|支持|在[^，。；在]{2,20}){0,6}(?:设立|建设|创建|升级|认定|组建|开展)[^，。；、]{0,4}$"
)
_ASKING = re.compile(r"关于(?:恳请|请求|申请|提请|呈请|恳求|报请|争取).*函》?$", re.DOTALL)
# 恳请A批准设立Z: whoever begs strives for Z.
_BEGS = re.compile(
    r"(?:恳请|请求|提请|商请|报请|争取|申请)(?P<whom>[^，。；]{2,14}?)(?:尽快|早日|予以|正式|给予|继续|大力)*(?:批准|批复|同意|支持|将|布局|认定)(?P<for>[^，。；]{0,10}?)(?:设立|建设|创建|布局|组建|升级|认定)?[“]?$"
)
_SENT_UP = re.compile(
    r"(?:由(?P<by>[^，。；]{2,20}?))?(?:已|正式|行文|发文|发函|联合|于[^，。；]{2,8}|\d{1,2}月)*(?:报请|上报|呈报|转报|报送|呈送|报至)"
)
_TO_BECOME = re.compile(r"升级|创建|申报|设立|请示|扩区|组建|升国|申请|申建")
# 力争Z年内获批, not 全力争创Z.
_HOPES = re.compile(r"(?<![全努大合尽])力争(?![取创])(?:让|推动|推进|实现)?[“《]?$")
# Z建设方案已由A上报, 将Z的请示报送国务院, A提交Z申报材料: a paper on Z that goes up to whoever decides.
_PAPER_ON = r"[”》]?的?(?:总体|有关|相关)?(?:申报|建设|创建|组建|设立|申请|升级|申建|论证|认定|筹建){0,2}(?:工作)?的?(?:总体)?(?:方案|材料|申报书|申请书|建议书|请示|申请|申报表|论证报告)"
_GOES_UP = re.compile(
    _PAPER_ON
    + r"(?:现|已|均|正式|先后|由(?P<by>[^，。；]{2,24}?))*(?:上报|报送|呈报|提交|报请|递交|呈送|报至|报到|已报|报(?=[^，。；备道名]{2,12}(?:审批|审定|审核|$|[，。；])))"
)
_APPLYING_PAPER = re.compile(r"[”》]?的?(?:申报|创建|申建|申请)(?:工作)?(?:方案|材料|申报书|申请书|书|报告|文本|请示)")
_BY = re.compile(r"[”》]?(?:已|正|现|拟|均|将)*由")
_STRIVES = re.compile(r"(?:牵头|联合|共同|正式|积极|负责)*(?:申报|创建|申建|申请|争创|申办)")
_SENDS_PAPER = re.compile(
    r"(?:上报|报送|呈报|提交|递交|呈送|编制|起草|撰写|准备|完善|完成|修改|形成)(?:好|了|完善)?[“《]?$"
)
# In a title: 设立Z, Z升级为….
_TO_BE = re.compile(r"(?:设立|建设|创建|认定|组建|开展|新设|列为|建立)[“《〈]?$")
_TO_CHANGE = re.compile(r"[”》〉]?(?:升级|扩区|更名|晋升|升格|调整|扩容|转型)")
_PAPER = re.compile(r"[^，。；]{0,16}?的(?:请示|申请|报告|请求|函)")
_LISTED = re.compile(r"(?:列为|列入|入选|成为|确定为|纳入|跻身)了?(?:首批|第[一二三四五六]批|全国|全省)*[“《]?$")
_CANDIDATE = re.compile(
    r"[”》]?(?:的)?(?:创建|培育|申报|候选|备选|后备|预备|储备|争创)(?:单位|城市|市|县|区|地区|园区|对象|名单|主体|行列)"
)


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """What the clause says of papers that ask and of candidates."""
    if clause.negated:
        return
    made.rule = "requests"
    _sent_up(made, clause, before)
    for thing in (r for r in clause.refs if r.type in ZONES | {"Platform"}):
        _paper(made, clause, thing)
    for thing in (r for r in clause.outer if r.type in _ASKED):
        sent = _SENDS.search(made.text, clause.start, thing.start)
        if sent and _PAPER.match(made.text, thing.end, clause.end):
            for body in clause.agents or _places(clause, sent.start()):
                _asks(made, clause, body, thing)
        if thing.type in ZONES | {"Platform"}:
            _begs(made, clause, thing)
            _by_places(made, clause, thing)
            hopes = _HOPES.search(made.text, clause.start, thing.start)
            if hopes and slots.TO_COME.match(made.text, thing.end, clause.end):
                for body in clause.agents or _places(clause, hopes.start()):
                    _asks(made, clause, body, thing)
        listed = _LISTED.search(made.text, clause.start, thing.start)
        if listed and _CANDIDATE.match(made.text, thing.end, clause.end):
            for place in _places(clause, listed.start()):
                _asks(made, clause, place, thing)


def _paper(made: Maker, clause: Clause, thing: scene.Ref) -> None:
    """Z建设方案已由A上报, A编制Z申报方案: who sends or writes the paper, else who acts in the clause."""
    up = _GOES_UP.match(made.text, thing.end, clause.end)
    if not up and not (
        _APPLYING_PAPER.match(made.text, thing.end, clause.end)
        and _SENDS_PAPER.search(made.text, clause.start, thing.start)
    ):
        return
    inside = made.view.within(*up.span("by"), outer=True) if up and up["by"] else []
    named = [r.entity for r in inside if r.type in BODIES or r.type == "Region"]
    for body in named or clause.agents or _places(clause, thing.start):
        _asks(made, clause, body, thing)


def _sent_up(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Z升级…，由A报请B: who sends it up, where the sentence is about Z and about what it shall become."""
    same = [c for c in before if c.sentence == clause.sentence]
    said = _SENT_UP.search(made.text, clause.start, clause.end) if same else None
    higher = said and any(r.type == "Agency" and r.start == said.end() for r in clause.outer)
    told = [r for c in same for r in c.refs if r.type == "Platform" or r.type in ZONES]
    if not said or not higher or not told or not _TO_BECOME.search(made.text, same[0].start, clause.end):
        return
    inside = made.view.within(*said.span("by"), outer=True) if said["by"] else []
    for body in [r.entity for r in inside if r.type in BODIES] or clause.agents:
        _asks(made, clause, body, told[-1])


def _begs(made: Maker, clause: Clause, thing: scene.Ref) -> None:
    """恳请A批准设立Z: whoever acts, or stands before the verb, strives for Z."""
    said = _BEGS.search(made.text, clause.start, thing.start)
    higher = [
        r for r in clause.outer if said and said.start("whom") <= r.start < said.end("whom") and r.type == "Agency"
    ]
    if not said or not higher or any(said.start("for") <= r.start for r in clause.outer if r.end <= thing.start):
        return
    for body in together.doers(made, clause, said.start()) or clause.agents or _places(clause, said.start()):
        if body not in {r.entity for r in higher}:
            _asks(made, clause, body, thing)


def _by_places(made: Maker, clause: Clause, thing: scene.Ref) -> None:
    """Z由甲市申报: the place right behind the thing that strives for it."""
    for place in (r for r in clause.outer if r.type == "Region" and r.start > thing.end):
        if _BY.fullmatch(made.text, thing.end, place.start) and _STRIVES.match(made.text, place.end, clause.end):
            _asks(made, clause, place.entity, thing)


def _places(clause: Clause, before: int) -> list[str]:
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
