"""Approvals: who agreed to what, in letters of approval and elsewhere, who had asked for it, and who must now see to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, takewhile
from operator import attrgetter

from ingest import scene
from ingest.find import places
from ingest.relate.claims import agreed, provisions
from ingest.relate.claims.maker import APPROVABLE, ZONES, Clause, Maker

_AGREES = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?:经[^，]{0,12})?(?:原则|现)?(?:上)?(?P<verb>同意|批准|核准|批复|支持(?=[^，。；]{2,40}(?:建设|创建|设立)))"
)
_OTHER_AIM = re.compile(r"(?:同意|批准)(?:将[^，]*(?:纳入|列入)|[^，]*享受|[^，]*(?:收费|标准|税率))")
# 同意将A、B整合，设立Z: Z is what is agreed to, and they become its parts.
_MERGED = re.compile(r"(?:将|把|对|以)[^，。；]{2,60}(?:整合|合并|归并|组合|为基础|纳入)")
_MADE = re.compile(r"(?:建设|设立|创建|建立|升级为|认定|新设|组建|开展|为)[^，、《]{0,8}$")
# 同意甲市依托Z划定区域: Z is only what it rests on.
_RESTS_ON = re.compile(r"依托[^，。；]*(?<!建设)(?<!设立)(?<!创建)(?<!组建)$")
_REQUEST = re.compile(r"请示|收悉|来文|申请|报告")
_LEADS = re.compile(r"加强[^，]{0,4}领导|责任主体|主体责任|组织领导|组织实施|建设|推进|统筹|抓好|实施|管理|负责")
_HELPS = re.compile(r"指导|服务|支持|协调|监督|帮助")
_HELPS_IT = re.compile(
    r"加强[^，。；]{0,10}指导|(?:给予|予以|加大)[^，。；]{0,8}(?:支持|倾斜|指导|奖补|奖励|补助)|倾斜支持|奖补\d|对(?:其|该[一-鿿]{1,5})[^，。；]{0,20}(?:支持|倾斜|指导)"
)
_IN_CHARGE = re.compile(r"归口管理|牵头负责|主管(?:部门|单位)|主体责任|统筹协调|牵头(?:组织)?实施")
_PLACE = re.compile(r"^[一-鿿]{2,9}?(?:省|自治区|市|自治州|地区|县|区)(?=[^、]{4})")


def state(made: Maker, found: tuple[Clause, ...]) -> None:
    """All approvals of the document: its own when it is one, and those that it tells of."""
    made.rule = "approvals"
    for index, clause in enumerate(found):
        if clause.refs:
            agreed.told(made, clause, found[max(0, index - 2) : index], found[index + 1 : index + 4])
    if made.view.outline.doc_type == "approval":
        granted = _granted(made, found)
        made.agreed = tuple(r.entity for r in granted if r.type == "Policy")
        applicants = _addressees(made)
        _applied(made, found, granted, applicants)
        _duties(made, found, granted, applicants)


def _granted(made: Maker, found: tuple[Clause, ...]) -> list[scene.Ref]:
    """同意设立Z, 原则同意《P》, 同意X市以…为主题，建设Z, 同意将A、B整合，设立Z: what the letter approves, on its date."""
    granted: list[scene.Ref] = []
    for index, clause in enumerate(found):
        verb = _AGREES.match(made.text, clause.start, clause.end)
        if not verb or _OTHER_AIM.match(made.text, verb.start("verb"), clause.end) or not _grants(made, verb["verb"]):
            continue
        row = [clause, *(c for c in found[index + 1 : index + 4] if c.sentence == clause.sentence)]
        objects = [(c, _objects(made, c, verb.end() if c is clause else c.start)) for c in row]
        merged = _MERGED.search(made.text, verb.end(), clause.end) is not None
        chosen = next(((c, things) for c, things in objects if things and not (merged and c is clause)), None)
        if chosen is None:
            continue
        piece, things = chosen
        for ref in things:
            for signer in provisions.issuers(made.view):
                made.add(signer, "APPROVED", ref.entity, "done", clause.start, piece.end,
                         time=made.view.outline.date or "", cue=verb["verb"])  # fmt: skip
            _place(made, clause, piece, ref)
            for part in clause.outer if merged else ():
                if part.type in ZONES and ref.type in ZONES:
                    made.add(part.entity, "PART_OF", ref.entity, "ongoing", clause.start, piece.end, cue="整合")
        granted += things
    return granted


def _grants(made: Maker, verb: str) -> bool:
    """支持甲市建设Z grants Z in a letter whose title does so (关于支持甲市建设Z的函); in others it only helps."""
    title = made.view.outline.title
    return verb != "支持" or bool(title and "关于支持" in made.text[slice(*title)])


def _objects(made: Maker, clause: Clause, after: int) -> list[scene.Ref]:
    """The things approved in a clause: what is set up or made, else every thing that 同意 governs directly."""
    refs = [r for r in made.view.within(after, clause.end, outer=True) if r.type in APPROVABLE]
    refs = [
        r
        for r in refs
        if r.entity != made.own
        and not made.text[r.start - 3 : r.start].endswith(("按照", "根据", "依据"))
        and not _RESTS_ON.search(made.text, after, r.start)
    ]
    built = [r for r in refs if r.type != "Policy" and _MADE.search(made.text[after : r.start])]
    titled = [r for r in refs if r.type == "Policy" and not re.search(r"按照|根据|依据", made.text[after : r.start])]
    return built[-1:] if built else titled or (refs[:1] if after > clause.start else [])


def _place(made: Maker, clause: Clause, piece: Clause, thing: scene.Ref) -> None:
    """同意桂林市建设Z: Z lies in the places that are to build it."""
    if thing.type not in ZONES or (thing.type == "HighTechZone" and places.find(made.view.entities[thing.entity].name)):
        return  # a zone lies in the place that it is named for
    before = [r for c in (clause, piece) for r in c.outer if r.type == "Region" and r.end <= thing.start]
    for region in before:
        if not re.match(r"的|关于", made.text[region.end : region.end + 2]):
            made.add(thing.entity, "LOCATED_IN", region.entity, "ongoing", clause.start, piece.end)


def _addressees(made: Maker) -> list[str]:
    lines = made.view.outline.addressees
    refs = made.view.within(*lines, outer=True) if lines else []
    return [r.entity for r in refs if r.type == "Agency"]


def _applied(made: Maker, found: tuple[Clause, ...], granted: list[scene.Ref], applicants: list[str]) -> None:
    """The addressees had asked for what the request names, else for what was granted."""
    for clause in found[:8]:
        piece = made.text[clause.start : clause.end]
        if not _REQUEST.search(piece):
            continue
        year = re.search(r"〔(\d{4})〕", piece)
        senders = _senders(made, clause) or applicants
        for thing in _wanted(made, clause, granted):
            for body in senders:
                made.add(body, "APPLIED_FOR", thing, "requested", clause.start, clause.end,
                         time=year[1] if year else "", cue="请示")  # fmt: skip
        return


def _senders(made: Maker, clause: Clause) -> list[str]:
    """Who sent in the request, where its sentence says so itself (X商有关部门报送的…收悉)."""
    sent = re.search(r"报送|上报|报来|呈报", made.text[clause.start : clause.end])
    bodies = [r for r in clause.outer if sent and r.type == "Agency" and r.end <= clause.start + sent.start()]
    return [r.entity for r in bodies]


def _wanted(made: Maker, clause: Clause, granted: list[scene.Ref]) -> list[str]:
    """What the request names of what was granted, else its zone, else all that was granted."""
    piece = made.text[clause.start : clause.end]
    plans = [r.entity for r in granted if r.type == "Policy" and made.view.entities[r.entity].name in piece]
    if plans:
        return list(dict.fromkeys(plans))
    zones = [r for r in clause.refs if r.type in ZONES]
    if trial := _trial(made, piece):
        return [trial]
    chosen = [z.entity for z in zones if z.type == "DemonstrationZone"][:1] or [z.entity for z in zones][:1]
    return chosen or list(dict.fromkeys(r.entity for r in granted))[:2]


def _trial(made: Maker, piece: str) -> str | None:
    """The trial or reform that the words name, with or without its place: 批准甲市开展某某改革试点."""
    trials = (e for e in made.view.entities.values() if e.type == "Programme" and e.name.endswith(("试点", "改革")))
    return next((e.id for e in trials if _PLACE.sub("", e.name).strip("“”") in piece), None)


def _duties(made: Maker, found: tuple[Clause, ...], granted: list[scene.Ref], applicants: list[str]) -> None:
    """你区要加强组织领导: the applicant manages what was granted or carries out the plan; other bodies that guide and help support it."""
    letter = max(
        made.view.outline.addressees[1] if made.view.outline.addressees else 0, *(r.start for r in granted[:1]), 0
    )
    title = made.text[slice(*made.view.outline.title)].replace("\n", "") if made.view.outline.title else ""
    trial = _trial(made, title)
    things = list(dict.fromkeys((r.entity, r.type) for r in granted))[:1]
    for thing in [*things, *([(trial, "Programme")] if trial else [])]:
        for clause in found:
            if not clause.own or clause.agent in (None, made.view.author) or clause.status != "planned":
                continue
            if _REQUEST.search(made.text, clause.start, clause.end) or clause.start < letter:
                continue
            for body in clause.agents:
                _duty(made, body, body in applicants, thing, _of_one(clause, found))


def _of_one(clause: Clause, found: tuple[Clause, ...]) -> list[Clause]:
    """The clause and those after it in its sentence that have no subject of their own."""
    later = islice(found, bisect_right(found, clause.start, key=attrgetter("start")), None)
    return [clause, *takewhile(lambda c: c.sentence == clause.sentence and not c.own, later)]


def _duty(made: Maker, body: str, applicant: bool, thing: tuple[str, str], row: list[Clause]) -> None:
    """What one body is to do, in the clauses that have it for their subject."""
    entity, kind = thing
    first = row[0]
    named = [c for c in row if any(r.entity == entity for r in c.refs)]
    end = named[0].end if named and named[0].end - first.start < 160 else first.end
    piece = made.text[first.start : end]
    if kind == "Policy":
        if named and re.search(r"组织实施|实施|落实|执行", piece):
            made.add(body, "IMPLEMENTS", entity, "planned", first.start, end, cue=first.cue)
    elif (applicant and _LEADS.search(piece)) or _IN_CHARGE.search(made.text, first.start, first.end):
        made.add(body, "MANAGES", entity, "planned", first.start, end, cue=first.cue)
    elif named and _HELPS.search(piece):
        made.add(body, "SUPPORTS", entity, "planned", first.start, end, cue=first.cue)
    elif kind in ZONES:
        _helps(made, body, entity, row)


def _helps(made: Maker, body: str, entity: str, row: list[Clause]) -> None:
    """科技部要加强指导，给予支持: help that names nothing else is for what was granted."""
    for clause in row:
        others = [r for r in clause.outer if r.type in APPROVABLE and r.entity != entity and r.type != "Fund"]
        if _HELPS_IT.search(made.text, clause.start, clause.end) and not others:
            made.add(body, "SUPPORTS", entity, "planned", row[0].start, clause.end, cue=clause.cue)
            return
