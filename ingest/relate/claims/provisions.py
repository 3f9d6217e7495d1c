"""What a policy says of itself: its issuers, its grounds, its territory, and what its title helps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ingest import scene, values
from ingest.relate.claims import ending, together
from ingest.relate.claims.maker import BODIES, ZONES, Clause, Maker

_PREAMBLE = re.compile(
    r"制定本|制定如下|制定以下|特制定|制定了?《|如下|现就|现将|印发给你们|提出以下|实际，制定|提出本"
)
_GROUND = re.compile(r"贯彻|落实|根据|依据|依照|按照|遵照|执行")
_TERRITORY = re.compile(r"适用于|适用范围|适用本|本(?:市|省|区|县)行政区域")
_ACTUAL = re.compile(r"结合(?P<where>[^，。]{1,16})实际")
_EXCEPT = re.compile(r"除[^，。；（）()]*$")
_SCOPE = re.compile(r"(?:试点|实施|适用|改革|推广)(?:的)?(?:范围|地区|区域|城市|省份)[^，。]{0,8}$")
_IN = re.compile(r"(?:在|选择|选取|确定)[^，]{0,4}$")
_TRIAL = re.compile(r"^[^，。]{0,20}(?:试点|先行先试|试行)")
_HANDS_OUT = re.compile(r"现(?:予|将[^，。]{2,60})?(?:印发|发布|公布|转发)")
_HELP = re.compile(r"支持|促进|加强|推进|推动|加快|深化|扶持|深入实施|优化|支撑")
_BUILDS = re.compile(r"[^，。]{0,6}(?:建设|发展|创新|改革|开放|升级|转型)")
_TITLED = re.compile(r"^(?P<bodies>[^关]{4,60}?)(?:关于|印发)")
_ADOPTED = re.compile(r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[^\n。]{0,60}(?:通过|公布|批准)")
_PREAMBLE_SENTENCES = 40


def state(made: Maker, found: tuple[Clause, ...]) -> None:
    """All that the document says of the policy that it is; nothing where it is none."""
    if made.own is None or not found:
        return
    made.rule = "provisions"
    _issued(made, found)
    _grounds(made, found)
    _parted(made)
    _territory(made, found)
    ending.state(made, found, issuers(made.view))


def preamble(made: Maker, found: tuple[Clause, ...]) -> frozenset[int]:
    """The sentences that say why and on what ground the policy is made, by their index; none where the document is no policy."""
    return frozenset(s[0].sentence for s in _preambles(made, found)) if made.own else frozenset()


def _issued(made: Maker, found: tuple[Clause, ...]) -> None:
    start, end = made.view.outline.title or (found[0].start, found[0].end)
    adopted = _ADOPTED.search(made.text, start, start + 400)
    time = made.view.outline.date or (values.date_iso(adopted["date"]) if adopted else "") or ""
    handed = [c for c in found[:40] if _HANDS_OUT.search(made.text, c.start, c.end)][:1]
    for body in dict.fromkeys((*issuers(made.view), *together.makers(made, found))):
        made.add(body, "ISSUED", made.own, "done", start, end, time=time)
        if adopted:
            made.add(body, "ISSUED", made.own, "done", *adopted.span(), time=time)
        for clause in handed:
            begin = next(c.start for c in found if c.sentence == clause.sentence)
            made.add(body, "ISSUED", made.own, "done", begin, clause.end, time=time)
            for plan in _handed_out(made, found, clause):
                made.add(body, "ISSUED", plan, "done", begin, clause.end, time=time)


def _handed_out(made: Maker, found: tuple[Clause, ...], clause: Clause) -> list[str]:
    """The other policies that the sentence hands out: 《P》《Q》已经A同意，现印发给你们."""
    sentence = [c for c in found if c.sentence == clause.sentence and c.end <= clause.end]
    named = [r for c in sentence for r in c.outer if r.type == "Policy"]
    opens = named and made.text[sentence[0].start : named[0].start].strip("《 ") in (
        "",
        "现将",
        "现印发",
        "现发布",
        "现公布",
    )
    return [r.entity for r in named if opens and r.entity != made.own]


def issuers(view: scene.Scene) -> list[str]:
    """Who signs; else the bodies that stand before 关于 in the title; else the author."""
    signed = [r.entity for s, e in view.outline.signers for r in view.within(s, e, outer=True) if r.type in BODIES]
    if signed or view.outline.title is None:
        return list(dict.fromkeys(signed)) or ([view.author] if view.author else [])
    start, end = view.outline.title
    head = _TITLED.match(view.shadow.text[start:end])
    inside = view.within(start, start + head.end("bodies")) if head else []
    titled = [r.entity for r in inside if r.type == "Agency"]
    return list(dict.fromkeys(titled)) or ([view.author] if view.author else [])


def _grounds(made: Maker, found: tuple[Clause, ...]) -> None:
    """The policies and meetings of the preamble: 为贯彻落实M精神，根据《P》，制定本办法."""
    for sentence in _preambles(made, found):
        grounded = False
        for clause in sentence:
            grounded = grounded and made.text[clause.start - 1] in "，、"
            for ref in clause.outer:
                said = grounded or _GROUND.search(made.text, clause.start, ref.start)
                if ref.type in ("Policy", "Meeting") and ref.entity != made.own and said:
                    made.add(made.bearer(clause), "BASED_ON", ref.entity, "done", clause.start, clause.end)
                    grounded = True


def shown_again(made: Maker, found: tuple[Clause, ...]) -> None:
    """Where the opening shows once more which place the policy is about: 为推进Z建设，制定本办法; 现将《P》印发给你们."""
    made.rule = "provisions"
    known = [c for c in made.found.values() if c.subject == made.own and c.predicate in ("APPLIES_TO", "SUPPORTS")]
    opening = [c for s in _preambles(made, found) for c in s]
    for clause in opening:
        named = {r.entity for r in clause.outer}
        handed = made.own in named and _HANDS_OUT.search(made.text, clause.start, clause.end)
        for claim in known:
            if claim.object in named or (handed and claim.predicate == "APPLIES_TO"):
                made.add(made.own, claim.predicate, claim.object, claim.status, clause.start, clause.end, cue=claim.cue)


def _parted(made: Maker) -> None:
    """M重点任务分工方案 shares out what the meeting M set."""
    name = made.view.entities[made.own].name if made.own else ""
    for ref in (r for r in made.view.refs if r.type == "Meeting"):
        meeting = made.view.entities[ref.entity].name
        if name.startswith((f"{meeting}重点任务", f"落实{meeting}")) and name.endswith("分工方案"):
            made.add(made.own, "BASED_ON", ref.entity, "done", *made.around(ref))
            return


def _preambles(made: Maker, found: tuple[Clause, ...]) -> Iterator[list[Clause]]:
    """The sentences near the beginning that say why and on what ground the policy is made."""
    for index, (_number, row) in enumerate(groupby(found, key=lambda c: c.sentence)):
        if index > _PREAMBLE_SENTENCES:
            return
        sentence = list(row)
        piece = made.text[sentence[0].start : sentence[-1].end]
        first = index < 6 and re.match(r"\s*(?:为|根据|依据|按照|经)", piece)
        if _PREAMBLE.search(piece) or first or (re.match(r"\s*第一条", piece) and _GROUND.search(piece)):
            yield sentence


def _territory(made: Maker, found: tuple[Clause, ...]) -> None:
    """The region that 适用于 names, and those of the addressees when the policy goes to some places only."""
    lines = made.view.outline.addressees
    homes = made.view.within(*lines) if lines else []
    regions = list(dict.fromkeys(r.entity for r in homes if r.type == "Region"))
    bodies = [r for r in homes if r.type == "Agency"]
    if lines and len(regions) >= 2 and len(bodies) <= len(regions) and made.provisions:
        for region in regions:
            made.add(made.own, "APPLIES_TO", region, "ongoing", *lines)
    for clause in found:
        actual = _ACTUAL.search(made.text, clause.start, clause.end)
        for ref in made.view.within(*actual.span("where")) if actual else []:
            if ref.type == "Region":
                made.add(made.own, "APPLIES_TO", ref.entity, "ongoing", clause.start, clause.end)
        _scope(made, clause)
        _held_in(made, clause)


def _held_in(made: Maker, clause: Clause) -> None:
    """适用于R: the places that the clause names, without those that it excepts; of 本市行政区域 only the one that it means."""
    said = _TERRITORY.search(made.text, clause.start, clause.end)
    if said is None:
        return
    places = (r for r in clause.outer if r.type in ZONES | {"Region"})
    for ref in (r for r in places if not said[0].startswith("本") or r.start == said.start()):
        if not _EXCEPT.search(made.text[clause.start : ref.start]):
            made.add(made.own, "APPLIES_TO", ref.entity, "ongoing", clause.start, clause.end)


def _scope(made: Maker, clause: Clause) -> None:
    """试点范围为R、S, 在R、S等省开展试点: the policy, the plan that it agrees to, and the trial of its title hold there."""
    regions = [r for r in clause.outer if r.type == "Region" and made.text[r.start] not in "本我全"]
    if not regions or not (_SCOPE.search(made.text[clause.start : regions[0].start]) or _tried(made, clause, regions)):
        return
    for held in dict.fromkeys((made.own, *made.agreed, *_trials(made))):
        for region in regions:
            made.add(held, "APPLIES_TO", region.entity, "ongoing", clause.start, clause.end)


def _trials(made: Maker) -> list[str]:
    """The trial that the title names: 关于…试点的通知."""
    title = made.view.outline.title
    named = made.view.within(*title) if title else []
    return [r.entity for r in named if r.type == "Programme" and made.text[r.start : r.end].endswith("试点")]


def _tried(made: Maker, clause: Clause, regions: list[scene.Ref]) -> bool:
    before, after = made.text[clause.start : regions[0].start], made.text[regions[-1].end : clause.end]
    return bool(_IN.search(before) and _TRIAL.search(after))


def supports_its_title(made: Maker, policy: str, zone: scene.Ref, start: int) -> bool:
    """Whether a title helps the zone that it names: 关于支持Z发展的…, Z条例, Z建设…, not Z支持青年的… by the zone's own body."""
    before, after = made.text[start : zone.start], made.text[zone.end : zone.end + 10]
    if policy == made.own and zone.start - start > 1 and not before.endswith(("于", "发")):
        return True
    acts = re.match(r"(?:管委会|管理委员会)?(?:支持|促进|鼓励|关于|印发)", after)
    return bool(_HELP.search(before) or (not acts and (_BUILDS.match(after) or policy == made.own)))


def helps(made: Maker, thing: scene.Ref, start: int) -> bool:
    """Whether a title that begins at `start` is about helping or building the thing: 促进L发展…, L建设…."""
    before, after = made.text[start : thing.start], made.text[thing.end : thing.end + 10]
    return bool(_HELP.search(before) or _BUILDS.match(after))
