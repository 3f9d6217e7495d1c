"""The frames engine: verbs with their slots in active, passive, relative and fronted order."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene, values
from ingest.clauses import actors
from ingest.relate.claims import (
    agreed,
    carriers,
    charges,
    ellipsis,
    giving,
    handling,
    owned,
    passive,
    slots,
    strivers,
    together,
    verbs,
)
from ingest.relate.claims.maker import BODIES, ZONES, Clause, Maker

_FRONT = re.compile(r"(?:[对把向]|将(?![在从对向与为以按])|(?<![作成认因以分称列])为)[^，对]{0,14}$")
# 对获得甲市奖励的, 对符合条件的从F中: the name belongs to something else.
_BESIDE = re.compile(r"获|从|符合|通过|利用|入驻|承担|列入|纳入|进入|(?<![存现所])在(?!建)")
# 第三条【资助标准】…: the title of an article states nothing.
_TITLE = re.compile(r"\s*(?:第[一二三四五六七八九十百零\d]{1,4}条)?\s*【[^】\n]{1,24}】")
_MEANS = re.compile(r"(?:给予|予以|提供|享受|通过|利用)[^，]{0,6}$")
# Offices that stand as long as nobody says otherwise: F由A管理, A牵头的L.
_STANDING = frozenset(
    "负总责 管理 主管 负责 运营 牵头 承担 归口管理 主导 受托管理 托管 领衔 牵头建设 牵头实施 运维 主持".split()
)
# A支持的L, A实施的F: what goes on.
_OWN_ACTS = frozenset(("MANAGES", "IMPLEMENTS"))
# What A会同B does B does too.
_JOINT_ACTS = frozenset(("ISSUED", "MANAGES", "IMPLEMENTS", "SUPPORTS"))
# Who invests is named, or is the fund that the sentence began with.
_INVESTING = frozenset("投资 投资于 投放 投向 参股 注资 增资 认缴 入股 跟投 领投".split())
# 建议A支持Z: what somebody would like.
_ADVISED = re.compile(r"(?:^|[，。；：])(?:因此|为此|同时|我们|还)*建议[^，。；]*$")
# What those do whom the clause before put at the head.
_LEADERS_ACTS = frozenset(("MANAGES", "IMPLEMENTS", "APPLIED_FOR"))
# 与某所合办的L, 它发起的L: whoever acts before does so, with one of no name or under a pronoun.
_BY_CONTEXT = re.compile(
    r"(?:[与同和][^，。；]{2,16}|它|其|该(?:公司|校|所|院|集团|企业|单位|机构))(?:共同|联合|合作|牵头|负责|主导|参与)*$"
)
# 示范区建设要贯彻P: no body does it.
_ITSELF = re.compile(r"[^，。；]{2,20}(?:建设|发展|工作|试点)(?:要|应当?|须|必须)")
# What a preamble says of these is only what the policy is for: 为加快推进L建设，制定本办法.
_AIMS = frozenset("加快 加快建设 加快推进 推进 全力推进 大力推进 建设 打造 做好 提升 优化 完善 健全 探索".split())
# 指导某地申报Z: who applies has no name here.
_HELPS_OTHERS = re.compile(r"(?:支持|指导|鼓励|帮助|协助|推荐|引导)[^，。；]{2,16}$")
# 争取A支持Z: A may help, not who asks for it.
_ASKED = re.compile(r"争取[^，。；]{0,20}$")
_UNDER_WAY = frozenset(("SUPPORTS", "IMPLEMENTS"))
# What is out once it is told.
_OUT = frozenset("印发 出台 发布 印发出台 下发 公布 颁布 联合印发 联合发布".split())
# Before a verb of a relative these leave the doer to the context: 拟制定的P, 2018年印发的P; 国家印发的P has one of no name.
_FREE = re.compile(r"(?:^|[，、在拟将已新]|年|月|日|按|按照|根据)$")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """All that the clause's verbs claim. `before` are the clauses before it that may hold a passive's object."""
    refs = clause.outer
    if not refs or "|" in made.text[clause.start : clause.end]:
        return  # cells of a table say nothing by verbs
    made.led = carriers.leaders(made, clause, before)
    made.head = giving.head(made, clause, before)
    lexicon, text = verbs.lexicon(), made.text
    title = _TITLE.match(text, clause.start, clause.end)
    start = title.end() if title else clause.start
    found = [m for m in lexicon.verbs.finditer(text, start, clause.end) if not slots.is_noun(m, refs)]
    last: tuple[int, re.Match[str], verbs.Frame] | None = None
    for ref in refs:
        chosen = slots.governing(text, found, ref)
        outer = slots.outside(text, found, chosen, ref)
        if outer and not slots.blocked(text, *outer, ref):
            _claim(made, clause, outer[1], outer[0], ref)
        if last and slots.goes_on(text, last, ref):
            _state(made, clause, last[1], last[2], ref)
            last = (ref.end, *last[1:])
        elif chosen is not None and not slots.blocked(text, chosen[0], chosen[1], ref):
            _state(made, clause, *chosen, ref, inner=outer is not None)
            last = (ref.end, *chosen)
    for verb in found:
        _fronted(made, clause, verb, refs)
        _applied(made, clause, verb, refs)
    passive.state(made, clause, before)
    ellipsis.state(made, clause, before)
    together.state(made, clause, before)


def _state(
    made: Maker, clause: Clause, verb: re.Match[str], frame: verbs.Frame, ref: scene.Ref, inner: bool = False
) -> None:
    """Claim what the verb says of the object behind it: 印发P, or A印发的P; `inner`: the clause's subject is that of a verb before it."""
    if made.text.startswith(slots.THAT, verb.end()):
        _relative(made, clause, verb, frame, ref, inner)
    else:
        _claim(made, clause, frame, verb, ref)


def _relative(
    made: Maker, clause: Clause, verb: re.Match[str], frame: verbs.Frame, ref: scene.Ref, inner: bool
) -> None:
    """A印发的P: done, by whoever stands right before the verb."""
    with_others = together.beside(made, clause)
    doers = together.doers(made, clause, verb.start()) or (
        clause.agents[:1] + together.partners(made, clause) + with_others
        if (clause.own and not inner) or with_others
        else ()
    )
    if not doers and frame.predicate == "MANAGES" and _BY_CONTEXT.search(made.text, clause.start, verb.start()):
        doers = clause.agents[:1]
    if frame.predicate == "APPLIED_FOR" and not doers:
        doers = tuple(r.entity for r in strivers.themselves(made.text, clause.outer, clause.start, verb))
    planned = clause.status == "planned"
    free = planned and _FREE.search(made.text[clause.start : verb.start()])
    if not doers and free and made.text.startswith("的", verb.end()):
        _claim(made, clause, frame, verb, ref)
    if verb[0] in frame.relative:
        for doer in doers:
            made.rule = f"{frame.predicate} {verb[0]}的"
            stands = verb[0] in _STANDING or frame.predicate in _UNDER_WAY
            dated = values.find_dates(made.text, clause.start, verb.start(), made.view.outline.date)
            time = "" if stands else (dated[-1].iso if dated else _issue_year(made, frame, "done", ref))
            status: evidence.Status = "ongoing" if stands else "done"
            status = "requested" if frame.predicate == "APPLIED_FOR" else status
            made.add(doer, frame.predicate, ref.entity, status, clause.start, clause.end, time=time, cue=verb[0])


def _applied(made: Maker, clause: Clause, verb: re.Match[str], refs: tuple[scene.Ref, ...]) -> None:
    """支持甲市申报Z: besides the help for Z, 甲市 applies for it."""
    frames = [f for f in verbs.lexicon().by_verb[verb[0]] if f.predicate == "APPLIED_FOR"]
    thing = next((r for r in refs if r.start >= verb.end()), None)
    if (
        not frames
        or thing is None
        or thing.type not in frames[0].objects
        or slots.blocked(made.text, verb, frames[0], thing)
    ):
        return
    if strivers.applicants(made.text, refs, clause.start, verb):
        _claim(made, clause, frames[0], verb, thing)


def _fronted(made: Maker, clause: Clause, verb: re.Match[str], refs: tuple[scene.Ref, ...]) -> None:
    """对Z…支持: the object stands before the verb."""
    text, frame = made.text, verbs.lexicon().by_verb[verb[0]][0]
    # 对甲部门资助的园区: the verb only describes who is helped.
    helps = frame.predicate == "SUPPORTS"
    if not frame.fronted or (helps and text.startswith(("的", "奖"), verb.end())):
        return
    near = (r for r in refs if r.end <= verb.start() <= r.end + 24 and r.type in frame.objects)
    for ref in near:
        if (frame.predicate == "MANAGES" and not slots.runs(text, ref, verb)) or (
            helps and (text[ref.start] in "本全" or (ref.type != "Region" and owned.owns(text, ref)))
        ):
            continue
        if ref.type == "Fund" and _MEANS.search(text[clause.start : ref.start]):
            continue
        front = _FRONT.search(text[clause.start : ref.start])
        if front and not (helps and (_BESIDE.search(front[0]) or (ref.type == "Fund" and front[0][0] in "将把"))):
            _claim(made, clause, frame, verb, ref)


def _claim(made: Maker, clause: Clause, frame: verbs.Frame, verb: re.Match[str], ref: scene.Ref) -> None:
    if (clause.negated and frame.predicate != "REPEALS") or (frame.predicate == "ISSUED" and ref.entity == made.own):
        return
    if frame.predicate == "MANAGES" and ref.type in ZONES and "决定" in made.text[clause.start : verb.start()]:
        return
    status = _status(made, clause, frame, verb[0], ref)
    if status is None or status == frame.unless:
        return
    time = "" if frame.predicate == "BASED_ON" else clause.time or _issue_year(made, frame, status, ref)
    if frame.predicate == "IMPLEMENTS" and not time and ref.type == "Programme":
        time = _span_of(made, ref.entity)
    if frame.predicate == "APPROVED" and clause.agent == made.view.author and made.provisions:
        time = made.view.outline.date or time
    hedge: evidence.Pairs = (("hedge", clause.hedge),) if clause.hedge else ()
    if frame.predicate == "HANDLES":
        hedge = (*hedge, ("role", handling.part(verb[0])))
    for subject in _subjects(made, clause, frame, verb):
        made.rule = f"{frame.predicate} {verb[0]}"
        made.add(
            subject, frame.predicate, ref.entity, status, clause.start, clause.end,
            time=time, cue=clause.cue or verb[0], qualifiers=hedge,
        )  # fmt: skip


def _subjects(made: Maker, clause: Clause, frame: verbs.Frame, verb: re.Match[str]) -> tuple[str, ...]:
    if frame.subject == "policy":
        return tuple(filter(None, (made.bearer(clause),)))
    if frame.predicate == "APPLIED_FOR":
        helped = strivers.applicants(made.text, clause.outer, clause.start, verb)
        if helped:
            return tuple(r.entity for r in helped)
        if _HELPS_OTHERS.search(made.text, clause.start, verb.start()):
            return ()
        if not clause.agents and (row := strivers.themselves(made.text, clause.outer, clause.start, verb)):
            return tuple(r.entity for r in row)
    if frame.predicate == "SUPPORTS" and giving.OF_TEXT.match(made.text, clause.start):
        return ()
    if verb[0] in _INVESTING and not clause.own and not made.head:
        return ()
    if frame.predicate == "SUPPORTS" and _ADVISED.search(made.text, clause.start, verb.start()):
        return ()
    if frame.predicate == "SUPPORTS":
        tool = giving.tool_at_head(made, clause, verb.start()) or giving.tool_carried(made, clause, verb)
        if tool is not None:
            return (tool.entity,)
    if made.led and frame.predicate in _LEADERS_ACTS:
        return made.led
    doers = together.doers(made, clause, verb.start())
    if frame.predicate == "SUPPORTS" and _ASKED.search(made.text, clause.start, verb.start()):
        return doers
    doers = doers or clause.agents
    partners = together.partners(made, clause) if frame.predicate in _JOINT_ACTS and verb[0] not in slots.URGING else ()
    if frame.predicate == "ISSUED":
        return tuple(dict.fromkeys((*doers, *partners)))
    if frame.predicate == "SUPPORTS" and clause.charged and made.view.author:
        return tuple(dict.fromkeys((made.view.author, *doers)))
    even = charges.evenly(made, clause) if frame.predicate in _OWN_ACTS else ()
    return tuple(dict.fromkeys((*doers, *partners, *together.beside(made, clause), *even)))


def _status(made: Maker, clause: Clause, frame: verbs.Frame, verb: str, ref: scene.Ref) -> evidence.Status | None:
    """The clause's status as the predicate takes it, or None where the verb does not claim it here."""
    if frame.predicate == "BASED_ON":
        others = clause.own or clause.agent not in (None, made.view.author)
        return None if others and clause.sentence not in made.preamble else "done"
    if clause.sentence in made.preamble and (frame.predicate == "IMPLEMENTS" or verb in _AIMS):
        return None
    if frame.predicate == "APPLIED_FOR":
        if verb == "创建" and ref.type != "DemonstrationZone" and "国家" not in made.text[ref.start : ref.end]:
            return None
        if verb == "上报" and ref.type == "Platform" and made.text.startswith("系统", ref.end - 2):
            return None  # what is reported goes into the system
        return "planned" if clause.status == "planned" else "requested"
    if frame.predicate == "ISSUED" and verb == "审议通过" and agreed.passed(made, clause):
        return None
    if frame.predicate == "ISSUED" and clause.status == "ongoing" and (verb in _OUT or not clause.cue):
        return "done"
    if frame.predicate == "IMPLEMENTS" and not clause.own and _ITSELF.match(made.text, clause.start, clause.end):
        return None
    creed = made.provisions and ref.type == "Meeting" and "精神" in made.text[ref.end : clause.end]
    if frame.predicate == "IMPLEMENTS" and creed:
        return None
    if frame.predicate == "MANAGES" and ref.type in ZONES | {"Platform"} and slots.SOUGHT.match(made.text, ref.end):
        return None
    letter = made.view.outline.doc_type == "approval" and clause.agent == made.view.author
    if letter and frame.predicate == "MANAGES" and not clause.own:
        return None
    if (
        frame.predicate == "APPROVED"
        and not clause.own
        and clause.agent in (None, made.view.author)
        and verb not in ("确定", "认定")
        and not _opens(made, clause, verb)
    ):
        return None
    told = frame.predicate == "APPROVED" and clause.status == "ongoing"
    return "done" if told else clause.status


def _opens(made: Maker, clause: Clause, verb: str) -> bool:
    """批准甲市建设L: the clause begins with the approval and goes on to whom it is given."""
    begin = made.text.find(verb, clause.start, clause.end)
    lead = actors.lead().match(made.text, clause.start, begin)
    near = any(r.start == begin + len(verb) and r.type in BODIES | {"Region"} for r in clause.outer)
    return near and begin - (lead.end() if lead else clause.start) <= 2


_SPAN = re.compile(r"[”》]?[（(](20\d{2})[—\-–－~～至](20\d{2})年?[）)]")


def _span_of(made: Maker, programme: str) -> str:
    """The years that a programme bears in its name or right behind it: 专项行动（2024—2026年）."""
    named = (_SPAN.match(made.text, r.end) for r in made.view.refs if r.entity == programme)
    span = _SPAN.search(made.view.entities[programme].name) or next(filter(None, named), None)
    return f"{span[1]}/{span[2]}" if span else ""


def _issue_year(made: Maker, frame: verbs.Frame, status: str, ref: scene.Ref) -> str:
    number = made.view.entities[ref.entity].prop("doc_no")
    if frame.predicate != "ISSUED" or status != "done" or not number:
        return ""
    year = re.search(r"〔(\d{4})〕", str(number))
    return year[1] if year else ""
