"""Claims by frames: verbs with their slots, and what names, titles and numbers say by themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from graph import evidence, ids, ontology
from ingest import clauses as clause_room
from ingest import reference, scene, values
from ingest.find import places

_ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))
_BODIES = frozenset(("Agency", "Organization"))
Clause = clause_room.Clause


@dataclass(frozen=True)
class Frame:
    """One predicate with the verbs that state it and the labels of its object."""

    predicate: str
    verbs: tuple[str, ...]
    objects: frozenset[str]
    subject: str = "agent"


@cache
def _frames() -> tuple[tuple[Frame, ...], re.Pattern[str], dict[str, tuple[Frame, ...]]]:
    rows = yaml.safe_load(resources.files("ingest.lexicon").joinpath("frames.yaml").read_text("utf-8"))
    frames = tuple(
        Frame(r["predicate"], tuple(r["verbs"]), frozenset(r["objects"]), r.get("subject", "agent")) for r in rows
    )
    verbs = sorted({v for f in frames for v in f.verbs}, key=len, reverse=True)
    by_verb = {v: tuple(f for f in frames if v in f.verbs) for v in verbs}
    return frames, re.compile("|".join(map(re.escape, verbs))), by_verb


@dataclass
class Maker:
    """Collects the claims of one document; the same statement is made once, with the first quote that shows it."""

    view: scene.Scene
    document: str
    found: dict[tuple[str, str, str, str], evidence.Claim] = field(default_factory=dict)

    def add(self, subject: str | None, predicate: str, target: str | None, status: evidence.Status, start: int, end: int, *, time: str = "",
            cue: str = "", qualifiers: evidence.Pairs = (), confidence: float = 0.8) -> None:  # fmt: skip
        """State it, if the ontology allows these ends and the two are not one."""
        if not subject or not target or subject == target or not self._allowed(subject, predicate, target):
            return
        key = (subject, predicate, target, status)
        known = self.found.get(key)
        better = known is not None and not known.time and bool(time)
        if (known is not None and not better) or (predicate in _STANDING and any(k[:3] == key[:3] for k in self.found)):
            return
        quote = self.view.shadow.span(start, end)
        identity = ids.statement(
            "c", self.document, subject, predicate, target, status, time, ids.fold_text(quote.text)
        )
        self.found[key] = evidence.Claim(identity, subject, predicate, target, status, quote, time, self.view.speaker(start), cue,
                                         "rules", confidence, qualifiers)  # fmt: skip

    def add_quoted(
        self, subject: str | None, predicate: str, target: str | None, grant: evidence.Grant, time: str
    ) -> None:
        """State it with the words, status and year of a grant."""
        if not subject or not target or subject == target or not self._allowed(subject, predicate, target):
            return
        key = (subject, predicate, target, grant.status)
        if any(k[:3] == key[:3] for k in self.found):
            return
        identity = ids.statement(
            "c",
            self.document,
            subject,
            predicate,
            target,
            grant.status,
            str(grant.year),
            ids.fold_text(grant.quote.text),
        )
        self.found[key] = evidence.Claim(identity, subject, predicate, target, grant.status, grant.quote, time,
                                         grant.stated_by, grant.cue, "rules", 0.8)  # fmt: skip

    def _allowed(self, subject: str, predicate: str, target: str) -> bool:
        kinds = [self.view.entities[x].type if x in self.view.entities else "Document" for x in (subject, target)]
        return ontology.load().allows(kinds[0], predicate, kinds[1])


_STANDING = frozenset(("LOCATED_IN", "APPLIES_TO", "TARGETS"))


def find_claims(
    view: scene.Scene,
    found: tuple[Clause, ...],
    document: str,
    own: str | None,
    grants: tuple[evidence.Grant, ...] = (),
) -> tuple[evidence.Claim, ...]:
    """All claims of a document. `document` is its id, `own` the policy entity that the document itself is, if any."""
    made = Maker(view, document)
    _proposal(made, found)
    opening = _opening(view, found)
    for index, clause in enumerate(found):
        if not clause.heading and clause.sentence not in opening:
            _verbs(made, clause, own)
            _cooperation(made, clause)
            _approval(made, clause, found[index + 1 : index + 3])
            _by_funds(made, clause, found[max(0, index - 2) : index])
            _composition(made, clause, found[max(0, index - 1) : index + 4])
            _passive(made, clause, found[max(0, index - 3) : index])
            _fronted(made, clause, found[max(0, index - 1) : index])
            _within(made, clause, found[max(0, index - 1) : index])
    _own_policy(made, found, own)
    _targets(made, found, own)
    _names(made)
    _numbers(made)
    from_grants(made, grants)
    return tuple(sorted(made.found.values(), key=lambda c: (c.quote.start, c.id)))


def _opening(view: scene.Scene, found: tuple[Clause, ...]) -> set[int]:
    """The sentences of a letter that say what came in and that the answer follows: what they name is asked, not done."""
    if view.outline.doc_type != "reply":
        return set()
    text = view.shadow.text
    said = re.compile(r"收悉|(?:答复|函复|函告|复函|回复|反馈)如下|你们?(?:在[^，]{2,24})?提出的")
    return {c.sentence for c in found[:40] if said.search(text[c.start : c.end]) and c.end < view.outline.body[0] + 500}


def _outer(made: Maker, clause: Clause) -> list[scene.Ref]:
    """Refs in the clause that no other ref holds, the finer of two on one place, and zones inside untitled programmes kept out."""
    return made.view.within(clause.start, clause.end, outer=True)


def _verbs(made: Maker, clause: Clause, own: str | None) -> None:
    """For each object in the clause the last fitting verb before it, with the clause's agent as subject."""
    text = made.view.shadow.text
    pattern, by_verb = _frames()[1:]
    refs = _outer(made, clause)
    verbs = [m for m in pattern.finditer(text, clause.start, clause.end) if not _inside_ref(m, refs)]
    for ref in refs:
        chosen = _governing(text, verbs, by_verb, ref)
        if chosen is not None and not _blocked(text, chosen[0].end(), ref, chosen[1], chosen[0][0]):
            _state(made, clause, chosen[1], chosen[0], ref, own)
    for verb in verbs:  # 对X…支持, 《X》…废止: the object before the verb
        before = [r for r in refs if r.end <= verb.start() and verb.start() - r.end <= 24]
        frame = by_verb[verb[0]][0]
        fronted = [
            r
            for r in before
            if r.type in frame.objects and re.search(r"(?:对|将|把|向|为)[^，]{0,14}$", text[clause.start : r.start])
        ]
        for ref in fronted:
            _state(made, clause, frame, verb, ref, own)


_HELPING = frozenset("支持 大力支持 重点支持 鼓励 推动 促进 指导 引导 助力 扶持".split())
_OBLIQUE = re.compile(
    r"(?:依托|面向|向|通过|利用|在|与|和|同|对标|参照|围绕|结合|根据|按照|从|以|被|与国家级)[^，、]{0,3}$"
)


def _governing(
    text: str, verbs: list[re.Match[str]], by_verb: dict[str, tuple[Frame, ...]], ref: scene.Ref
) -> tuple[re.Match[str], Frame] | None:
    """The verb whose object the ref is: a helping verb before another's doing (支持桂林市建设Z), else the nearest that fits."""
    before = [v for v in verbs if v.end() <= ref.start]
    if not before:
        return None
    nearest = before[-1]
    if nearest[0] not in ("依托", "根据", "按照", "依据") and _OBLIQUE.search(text[nearest.end() : ref.start]):
        return None
    if nearest[0] not in ("申报", "申报创建", "争取获批"):
        for verb in before[:-1]:
            frame = next((f for f in by_verb[verb[0]] if ref.type in f.objects), None)
            if verb[0] in _HELPING and frame is not None and nearest[0] not in ("依托", "向"):
                return verb, frame
    frame = next((f for f in by_verb[nearest[0]] if ref.type in f.objects), None)
    return (nearest, frame) if frame is not None else None


def _inside_ref(match: re.Match[str], refs: list[scene.Ref]) -> bool:
    """Inside a name, or a noun right after one (示范区建设)."""
    return any(
        (r.start <= match.start() and match.end() <= r.end)
        or (r.end == match.start() and match[0] in _NOMINAL and r.type not in _DOERS)
        for r in refs
    )


_DOERS = _BODIES | {"Region", "Person"}
_NOMINAL = frozenset("建设 管理 运营 创建 实施 申报 服务 开展 设立".split())


_GIVING = frozenset("支持 大力支持 重点支持 倾斜支持 资助 扶持 补助 奖励 下达".split())


def _blocked(text: str, verb_end: int, ref: scene.Ref, frame: Frame, verb: str) -> bool:
    """A region that only owns what follows (支持桂林市企业) is no object; nor is one far behind another noun phrase."""
    if ref.type == "Region":
        if frame.predicate == "SUPPORTS" and verb not in _GIVING:
            return True
        between = text[verb_end : ref.start]
        if len(between) > 1 and not re.fullmatch(r"(?:[一-鿿]{2,6}[、和与及]|[、和与及等])*", between):
            return True
        follow = text[ref.end : ref.end + 6]
        return bool(
            re.match(
                r"(?:企业|高校|单位|院校|范围|内|的|行政|经济|产业|居民|群众|地区生产|科技型|有关|各|优势|区位|国家|可持续|高新)",
                follow,
            )
        )
    return ref.start - verb_end > 40


def _state(made: Maker, clause: Clause, frame: Frame, match: re.Match[str], ref: scene.Ref, own: str | None) -> None:
    if clause.negated and frame.predicate != "REPEALS":
        return
    verb = match[0]
    subject = _doer(made, clause, match.start()) or clause.agent
    if frame.subject == "self":
        subject = own
    if frame.subject == "policy":
        subject = own
    status = clause.status
    predicate = frame.predicate
    if predicate == "APPLIED_FOR":
        status = "planned" if status == "planned" else "requested"
        if ref.type != "DemonstrationZone" and verb in ("创建",):
            return
    if predicate == "ISSUED" and status == "ongoing" and verb in ("印发", "出台", "发布", "印发出台"):
        status = "done"
    approving = made.view.outline.doc_type == "approval"
    if predicate == "APPROVED" and not clause.own and not approving and verb not in ("确定", "认定"):
        return
    if predicate == "APPROVED" and approving and verb.startswith("同意"):
        made.add(
            subject,
            predicate,
            ref.entity,
            "done",
            clause.start,
            clause.end,
            time=made.view.outline.date or "",
            cue=verb,
        )
        return
    time = clause.time
    number = made.view.entities[ref.entity].prop("doc_no")
    if predicate == "ISSUED" and not time and status == "done" and number:
        time = (re.findall(r"〔(\d{4})〕", str(number)) or [""])[0]
    hedge: evidence.Pairs = (("hedge", clause.hedge),) if clause.hedge else ()
    made.add(
        subject,
        predicate,
        ref.entity,
        status,
        clause.start,
        clause.end,
        time=time,
        cue=clause.cue or verb,
        qualifiers=hedge,
    )


def _doer(made: Maker, clause: Clause, position: int) -> str | None:
    """A body right before the verb is its subject: 报请自治区人民政府出台, 由省政府于去年11月发布."""
    text = made.view.shadow.text
    for ref in reversed(clause.refs):
        if ref.type in _BODIES and ref.end <= position:
            between = text[ref.end : position]
            if re.fullmatch(
                r"(?:于|已|联合|共同|拟|将|要|先后|正|在)?(?:去年|今年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|牵头|主)?",
                between,
            ):
                lead = text[max(clause.start, ref.start - 3) : ref.start]
                return None if re.search(r"(?:会同|联合|配合|[与和向对])$", lead) else ref.entity
            return None
    return None


def _cooperation(made: Maker, clause: Clause) -> None:
    """会同B, 联合B, 与B合作, 配合B: the agent acts with B."""
    text = made.view.shadow.text
    for ref in clause.refs:
        if ref.type not in _BODIES:
            continue
        before, after = text[max(clause.start, ref.start - 4) : ref.start], text[ref.end : ref.end + 10]
        together = re.search(r"(?:会同|联合|配合)$", before) or (
            re.search(r"[与和]$", before) and re.match(r"(?:合作|共建|共同|联合|签订|签署)", after)
        )
        if together and clause.agent != ref.entity:
            status = "done" if clause.status == "ongoing" and clause.time and "/" not in clause.time else clause.status
            made.add(
                clause.agent,
                "COOPERATES_WITH",
                ref.entity,
                status,
                clause.start,
                clause.end,
                time=clause.time,
                cue=before[-2:],
            )


def _approval(made: Maker, clause: Clause, after: tuple[Clause, ...]) -> None:
    """经X同意，A印发P: X approved P. X批准设立的Z. 由X批复: X approved the zone that the sentence is about."""
    text = made.view.shadow.text
    for ref in clause.refs:
        if ref.type != "Agency":
            continue
        lead = text[max(clause.start, ref.start - 1) : ref.start]
        if lead in ("经", "报") and re.match(r"(?:审议)?(?:批准|同意|审定)", text[ref.end : ref.end + 6]):
            for later in after:
                for policy in (r for r in later.refs if r.type == "Policy"):
                    made.add(
                        ref.entity,
                        "APPROVED",
                        policy.entity,
                        "done",
                        clause.start,
                        later.end,
                        time=clause.time,
                        cue="同意",
                    )
        act = re.match(
            r"(?:于)?(?:\d{4}年(?:\d{1,2}月)?)?(?:批准|批复)(?:设立|建设|同意)?(?:的)?", text[ref.end : ref.end + 18]
        )
        if act:
            zones = [r for r in clause.refs if r.type in _ZONES and r.start >= ref.end] or [
                r for r in clause.refs if r.type in _ZONES
            ]
            for zone in zones[:1]:
                made.add(
                    ref.entity, "APPROVED", zone.entity, "done", clause.start, clause.end, time=clause.time, cue=act[0]
                )


def _by_funds(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """A fund named with help to a thing: the fund supports it (统筹F，对Z倾斜支持; 通过F支持Z; 下达Z专项经费)."""
    text = made.view.shadow.text
    if not re.search(r"支持|资助|补助|奖励|投入|下达|倾斜|安排", text[clause.start : clause.end]):
        return
    same = [c for c in before if c.sentence == clause.sentence]
    funds = [r for c in (*same, clause) for r in _outer(made, c) if r.type == "Fund"]
    things = [
        r
        for r in clause.refs
        if r.type in _ZONES | {"Region", "Organization", "Platform", "Project"} and r.entity != clause.agent
    ]
    zones = [r for r in things if r.type in _ZONES] or [
        r for r in things if re.search(r"(?:支持|资助|补助|下达|投入)[^，]{0,4}$", text[clause.start : r.start])
    ]
    start = min([clause.start, *(c.start for c in same if any(r.type == "Fund" for r in c.refs))])
    for fund in funds:
        for thing in zones:
            if not (fund.start <= thing.start and thing.end <= fund.end):
                made.add(
                    fund.entity,
                    "SUPPORTS",
                    thing.entity,
                    clause.status,
                    start,
                    clause.end,
                    time=clause.time,
                    cue=clause.cue,
                )


def _composition(made: Maker, clause: Clause, around: tuple[Clause, ...]) -> None:
    """Zones out of zones, cities that carry a zone, sub-funds, 以X为依托."""
    text = made.view.shadow.text
    piece = text[clause.start : clause.end]
    high = [r for c in around if c.sentence == clause.sentence for r in c.refs if r.type == "HighTechZone"]
    zones = [r for r in clause.refs if r.type == "DemonstrationZone"]
    if zones and len({r.entity for r in high}) >= 2 and re.search(r"建设|创建|组成|申报|整合", piece):
        status: evidence.Status = "requested" if re.search(r"申报|创建", piece) and "组成" not in piece else "ongoing"
        begin = min(r.start for r in high)
        for member in high:
            made.add(member.entity, "PART_OF", zones[-1].entity, status, min(begin, clause.start), clause.end)
    cities = [r for r in _outer(made, clause) if r.type == "Region"]
    if re.search(r"确定|为[^，]{0,12}示范区|共同承担|组成|范围包括|涵盖", piece) and len(cities) >= 2:
        carried = [r for r in _outer(made, clause) if r.type == "DemonstrationZone"] or [
            r for c in around if c.sentence == clause.sentence and c.end <= clause.start for r in c.refs if r.type == "DemonstrationZone"]  # fmt: skip
        for city in cities if carried else []:
            made.add(carried[-1].entity, "LOCATED_IN", city.entity, "ongoing", clause.start, clause.end)
    under = re.search(r"(?:其下|下设|下属|旗下|隶属)(?:的|于)?", piece)
    if under:
        at = clause.start + under.end()
        child = next((r for r in _outer(made, clause) if r.start >= at), None)
        parent = next((r for c in (*around, clause) for r in reversed(_outer(made, c)) if child and r.end <= clause.start + under.start()
                       and r.type == child.type and r.entity != child.entity), None)  # fmt: skip
        if child and parent:
            made.add(child.entity, "PART_OF", parent.entity, "ongoing", clause.start, clause.end, cue=under[0])
    base = re.search(r"以(?P<x>[^，]{2,30})为(?:依托|基础|支撑)", piece)
    if base:
        at = clause.start + base.start("x")
        ground = next(
            (
                r
                for r in clause.refs
                if at <= r.start < clause.start + base.end("x") and r.type in ("Platform", "Policy", "Programme")
            ),
            None,
        )
        for later in around:
            for built in later.refs:
                if ground and built.type in ("Platform", "Mechanism", "Programme") and built.start > ground.end:
                    made.add(
                        built.entity, "BASED_ON", ground.entity, later.status, clause.start, later.end, cue="为依托"
                    )


_PASSIVE = re.compile(
    r"由(?P<who>[^，]{2,60}?)(?:于|负责|主|共同|联合|下属的|三方|双方)*(?:去年|今年|\d{4}年)?(?:\d{1,2}月)?(?P<verb>管理|运营|建设|牵头|发起|设立|负责|承担|共建|组建|承建|主管|发布|印发|出台|批复|批准)"
)


def _passive(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """X由A管理, P由A发布, Z由A批复: the thing stands before, in the clause or the one before it in the sentence."""
    text = made.view.shadow.text
    match = _PASSIVE.search(text, clause.start, clause.end)
    if not match:
        return
    predicate = {"发布": "ISSUED", "印发": "ISSUED", "出台": "ISSUED", "批复": "APPROVED", "批准": "APPROVED"}.get(
        match["verb"], "MANAGES"
    )
    doers = [
        r for r in _outer(made, clause) if r.type in _BODIES and match.start("who") <= r.start and r.end <= match.end()
    ]
    if match["verb"] != "共建":
        doers = doers[-1:] if "下属" in match["who"] else doers[:1]
    earlier = [r for c in before if c.sentence == clause.sentence for r in _outer(made, c)]
    things = [*earlier, *(r for r in _outer(made, clause) if r.end <= match.start())]
    for doer in doers:
        for thing in reversed(things):
            if thing.entity != doer.entity and made._allowed(doer.entity, predicate, thing.entity):
                start = clause.start if clause.start <= thing.start else thing.start
                made.add(
                    doer.entity,
                    predicate,
                    thing.entity,
                    clause.status,
                    start,
                    clause.end,
                    time=clause.time,
                    cue=match["verb"],
                )
                break


def _fronted(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """对X承担的项目，单项资助…: whom the clause before puts in front is helped."""
    text = made.view.shadow.text
    if not before or before[0].sentence != clause.sentence or not text.startswith("对", before[0].start):
        return
    if re.search(r"资助|补助|奖励|支持|补贴", text[clause.start : clause.end]):
        for ref in _outer(made, before[0]):
            if ref.type in _ZONES | {"Organization", "Platform", "Project"}:
                made.add(
                    clause.agent, "SUPPORTS", ref.entity, clause.status, before[0].start, clause.end, time=clause.time
                )


def _within(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """在A中设立B: B is part of A. 设立B，专门支持Z: B supports Z."""
    text = made.view.shadow.text
    near = [c for c in (*before, clause) if c.sentence == clause.sentence]
    programmes = [r for c in near for r in made.view.within(c.start, c.end) if r.type == "Programme"]
    set_up = re.search(r"(?:设立|设置|增设|新设)(?:了)?", text[clause.start : clause.end])
    if set_up:
        at = clause.start + set_up.end()
        inner = next((r for r in programmes if r.start >= at), None)
        outer = next((r for r in reversed(programmes) if r.end <= at and "中" in text[r.end : at]), None)
        if inner and outer:
            made.add(inner.entity, "PART_OF", outer.entity, "ongoing", outer.start, clause.end)
    if re.match(r"(?:专门|重点|主要|专项)?(?:用于)?支持", text[clause.start : clause.end]) and before:
        tools = [r for r in programmes if r.end <= clause.start and re.search(r"设", text[before[0].start : r.start])]
        for zone in (r for r in _outer(made, clause) if r.type in _ZONES):
            for tool in tools[-1:]:
                made.add(
                    tool.entity,
                    "SUPPORTS",
                    zone.entity,
                    before[0].status,
                    before[0].start,
                    clause.end,
                    time=clause.time,
                )


def _proposal(made: Maker, found: tuple[Clause, ...]) -> None:
    """Who proposed, who leads and who helps in answering, and that the document replies."""
    view = made.view
    proposals = [e for e in view.entities.values() if e.type == "Proposal"]
    if view.outline.doc_type != "reply" or not proposals:
        return
    proposal = min(proposals, key=lambda e: e.mentions[0].span.start if e.mentions else 1 << 30).id
    lines = view.outline.addressees
    for ref in view.refs:
        if ref.type == "Person" and lines and lines[0] <= ref.start < lines[1]:
            made.add(ref.entity, "SUBMITTED", proposal, "done", *lines, cue="代表")
    if view.outline.title:
        made.add(made.document, "REPLIES_TO", proposal, "done", *view.outline.title, time=view.outline.date or "")
    text = view.shadow.text
    opening = [c for c in found if c.end < view.outline.body[0] + 600]
    lead = False
    for clause in opening:
        for role in re.finditer(r"主办|承办|协办|会办|分办|配合办理", text[clause.start : clause.end]):
            at = clause.start + role.start()
            word = "主办" if role[0] in ("主办", "承办") else role[0]
            bodies = _run_before(made, clause, at)
            if word != "主办" and re.match(r"(?:办|协办)?(?:单位|部门)?的?意见", text[at + 2 : at + 10]) and not bodies:
                bodies = [r for r in clause.refs if r.type == "Agency" and r.end <= at]
            for body in bodies:
                if word == "主办" or body.entity != view.author:
                    made.add(
                        body.entity,
                        "HANDLES",
                        proposal,
                        "done",
                        clause.start,
                        clause.end,
                        cue=role[0],
                        qualifiers=(("role", word),),
                    )
                    lead = lead or word == "主办"
    if not lead and view.author and view.outline.title and opening:
        first = next((c for c in opening if re.search(r"收悉|答复|函告|办理", text[c.start : c.end])), opening[0])
        made.add(view.author, "HANDLES", proposal, "done", first.start, first.end, qualifiers=(("role", "主办"),))


def _run_before(made: Maker, clause: Clause, position: int) -> list[scene.Ref]:
    """The bodies in a row right before the role word: A、B协办; 我厅作为承办单位."""
    text, row, at = made.view.shadow.text, [], position
    agencies = [r for r in _outer(made, clause) if r.type == "Agency" and r.end <= position]
    for ref in reversed(agencies):
        if re.fullmatch(r"(?:作为|[、和与及]|等?[一二三四五六七八九十\d]*(?:家|个)?|负责)?", text[ref.end : at]):
            row.append(ref)
            at = ref.start
        else:
            break
    return row[::-1]


def _own_policy(made: Maker, found: tuple[Clause, ...], own: str | None) -> None:
    """What the document is: issued by its signers on its date, about the zone or the region of its title, based on its grounds."""
    view = made.view
    if own is None:
        return
    text = view.shadow.text
    start, end = view.outline.title or (found[0].start, found[0].end)
    for body in _signers(view):
        made.add(body, "ISSUED", own, "done", start, end, time=view.outline.date or "")
    for clause in found[:14]:
        piece = text[clause.start : clause.end]
        if re.match(r"(?:为|根据|依据|按照|现将|经)", piece) or "贯彻" in piece[:14] or "落实" in piece[:14]:
            for ref in _outer(made, clause):
                if (
                    ref.type in ("Policy", "Meeting")
                    and ref.entity != own
                    and re.search(r"贯彻|落实|根据|依据|按照|遵照", text[clause.start : ref.start])
                ):
                    made.add(own, "BASED_ON", ref.entity, "done", clause.start, clause.end)
    for clause in found:
        piece = text[clause.start : clause.end]
        if "废止" in piece or "停止执行" in piece:
            for ref in (r for r in clause.refs if r.type == "Policy"):
                made.add(own, "REPEALS", ref.entity, "done", clause.start, clause.end, cue="废止")
    if view.outline.doc_type == "approval" and view.outline.addressees:
        _applied(made, found)


def _signers(view: scene.Scene) -> list[str]:
    signed = [r.entity for s, e in view.outline.signers for r in view.within(s, e, outer=True) if r.type == "Agency"]
    return signed or ([view.author] if view.author else [])


def _applied(made: Maker, found: tuple[Clause, ...]) -> None:
    """The addressees of an approval had applied for what the request names."""
    view = made.view
    text = view.shadow.text
    start, end = view.outline.addressees or (0, 0)
    bodies = [r.entity for r in view.within(start, end, outer=True) if r.type == "Agency"]
    for clause in found[:6]:
        piece = text[clause.start : clause.end]
        if "请示" in piece or "收悉" in piece:
            zones = [r for r in clause.refs if r.type in _ZONES]
            wanted = [z for z in zones if z.type == "DemonstrationZone"] or zones
            year = re.search(r"〔(\d{4})〕", piece)
            for body in bodies:
                for zone in wanted[:1]:
                    made.add(
                        body,
                        "APPLIED_FOR",
                        zone.entity,
                        "requested",
                        clause.start,
                        clause.end,
                        time=year[1] if year else "",
                        cue="请示",
                    )


def _targets(made: Maker, found: tuple[Clause, ...], own: str | None) -> None:
    """A class of beneficiary that a provision helps, or that a named fund, programme or mechanism is for."""
    text = made.view.shadow.text
    for clause in found:
        if clause.heading and own is None:
            continue
        for ref in (r for r in clause.refs if r.type == "TargetGroup"):
            before = text[clause.start : ref.start]
            helped = re.search(
                r"(?:对|支持|鼓励|给予|向|为|引导|帮助|培育|扶持|奖励|引进|吸引|培养|赋予|推动|放宽)[^，]{0,24}$",
                before,
            )
            if not helped or re.match(r"(?:应|须|需|不得|申报|自筹|投资|负责)", text[ref.end : ref.end + 4]):
                continue
            if own is not None and made.view.outline.doc_type not in ("approval",):
                made.add(own, "TARGETS", ref.entity, "planned", clause.start, clause.end)
            for tool in (
                r
                for r in clause.refs
                if r.type in ("Fund", "Programme", "Mechanism") and r.end <= ref.start and ref.start - r.end < 24
            ):
                made.add(tool.entity, "TARGETS", ref.entity, clause.status, clause.start, clause.end)


def _names(made: Maker) -> None:
    """What a name says by itself: a zone lies in the place it is named for, a policy is about the zone or region of its title."""
    view = made.view
    for entity in view.entities.values():
        where = [r for r in view.refs if r.entity == entity.id]
        if not where:
            continue
        if entity.type in _ZONES | {"Platform", "Project"}:
            _lies_in(made, entity, where)
        if entity.type in ("Policy", "Programme"):
            _applies_to(made, entity, where)


def _place_in(view: scene.Scene, name: str) -> str | None:
    """The entity of the nearest division that the name begins with or holds."""
    table = {e.prop("code"): e.id for e in view.entities.values() if e.type == "Region" and e.prop("code")}
    found = None
    for hit in places.find(name):
        for place in hit.places:
            if place.code in table:
                found = table[place.code]
                break
    return found


def _lies_in(made: Maker, entity: evidence.Entity, where: list[scene.Ref]) -> None:
    region = _place_in(made.view, entity.name) or next(
        (x for a in entity.aliases if (x := _place_in(made.view, a))), None
    )
    if region is None:
        inside = [r for w in where for r in made.view.within(w.start, w.end) if r.type == "Region"]
        region = inside[-1].entity if inside else None
    made.add(entity.id, "LOCATED_IN", region, "ongoing", *_clause_around(made.view, where[0]), confidence=0.7)


def _applies_to(made: Maker, entity: evidence.Entity, where: list[scene.Ref]) -> None:
    """The zone that the title is about, else the region that it names, else the issuer's region for its own texts."""
    view = made.view
    longest = max(where, key=lambda w: w.end - w.start)
    inside = [r for r in view.within(longest.start, longest.end) if r.entity != entity.id]
    zones = [r for r in inside if r.type in _ZONES]
    spot = _clause_around(view, longest)
    for zone in zones[:1]:
        made.add(entity.id, "APPLIES_TO", zone.entity, "ongoing", *spot, confidence=0.7)
        if re.search(r"支持|支撑|促进", entity.name):
            time = next(
                (c.time for c in made.found.values() if c.predicate in ("ISSUED", "MANAGES") and c.object == entity.id),
                "",
            )
            made.add(entity.id, "SUPPORTS", zone.entity, "done", *spot, time=time, cue="支持")
    regions = [r for r in inside if r.type == "Region"]
    if entity.type == "Policy" or not zones:
        for region in regions[:1]:
            if not (zones and zones[0].start <= region.start and region.end <= zones[0].end):
                made.add(entity.id, "APPLIES_TO", region.entity, "ongoing", *spot, confidence=0.7)
    if entity.prop("self") and not zones and not regions and view.author:
        code = view.entities[view.author].prop("region")
        home = next((e.id for e in view.entities.values() if e.type == "Region" and e.prop("code") == code), None)
        made.add(entity.id, "APPLIES_TO", home, "ongoing", *spot, confidence=0.7)


def _clause_around(view: scene.Scene, ref: scene.Ref) -> tuple[int, int]:
    """The clause that holds the ref, for a quote that shows it."""
    text = view.shadow.text
    start, end = ref.start, ref.end
    while start > 0 and text[start - 1] not in "，。；：\n！？" and ref.start - start < 60:
        start -= 1
    while end < len(text) and text[end] not in "，。；：\n！？" and end - ref.end < 60:
        end += 1
    return start, end


_STEM = re.compile(r"^(?P<place>[一-鿿])(?P<rest>[一-鿿]*?)〔(?P<year>\d{4})〕")


def _numbers(made: Maker) -> None:
    """A number's prefix names the issuer: 桂政发 is the government of 广西."""
    view = made.view
    shorts = _province_shorts()
    for entity in view.entities.values():
        number = entity.prop("doc_no")
        match = _STEM.match(str(number)) if number else None
        if entity.type != "Policy" or not match or entity.prop("self"):
            continue
        name = None
        if match["place"] in shorts and re.match(r"(?:政|府)", match["rest"]):
            office = "办公厅" if "办" in match["rest"] else ""
            name = f"{places.by_code()[shorts[match['place']]].name}人民政府{office}"
        elif match["place"] == "国" and match["rest"] in ("发", "函"):
            name = "国务院"
        elif match["place"] == "国" and match["rest"].startswith("办"):
            name = "国务院办公厅"
        issuer = next(
            (e.id for e in view.entities.values() if e.type == "Agency" and e.name == name), None
        ) or _by_stem(view, match)
        where = [r for r in view.refs if r.entity == entity.id]
        if issuer and where and not any(c.predicate == "ISSUED" and c.object == entity.id for c in made.found.values()):
            made.add(
                issuer,
                "ISSUED",
                entity.id,
                "done",
                *_clause_around(view, where[0]),
                time=match["year"],
                cue=str(number),
                confidence=0.7,
            )


def _by_stem(view: scene.Scene, match: re.Match[str]) -> str | None:
    """The one body of the document whose name holds the stem's characters in order: 珠科创 is 珠海市科技创新局."""
    stem = re.sub(r"[发函办字规通文]+$", "", match["place"] + match["rest"])
    if len(stem) < 2:
        return None
    fitting = [e.id for e in view.entities.values() if e.type == "Agency" and _in_order(stem, e.name)]
    return fitting[0] if len(fitting) == 1 else None


def _in_order(short: str, name: str) -> bool:
    position = 0
    for char in short:
        position = name.find(char, position) + 1
        if position == 0:
            return False
    return True


def _grant_time(made: Maker, grant: evidence.Grant) -> str:
    """The year of a grant, or the span that its sentence names."""
    if grant.year:
        return str(grant.year)
    times = values.find_dates(grant.quote.text, 0, len(grant.quote.text), made.view.outline.date)
    return times[0].iso if times else ""


def from_grants(made: Maker, grants: tuple[evidence.Grant, ...]) -> None:
    """A grant with a fund and a named beneficiary says that fund and giver support it."""
    for grant in grants:
        kind = made.view.entities[grant.beneficiary].type if grant.beneficiary else ""
        if kind in _ZONES | {"Region", "Organization", "Platform", "Project"} and grant.kind in ("awarded", "size"):
            for source in (grant.fund, grant.agency):
                made.add_quoted(source, "SUPPORTS", grant.beneficiary, grant, _grant_time(made, grant))


@cache
def _province_shorts() -> dict[str, str]:
    return {sign: province.code for province in reference.provinces() for sign in province.signs}
