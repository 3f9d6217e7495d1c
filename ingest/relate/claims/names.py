"""What names and numbers say by themselves: where a zone lies, what a policy is about, who issued it."""

from __future__ import annotations

import re
from collections import defaultdict

from graph import evidence
from ingest import scene
from ingest.find import places
from ingest.relate.claims import homes, numbers, provisions
from ingest.relate.claims.maker import ZONES, Maker

_ENTITLES = re.compile(r"(?:办公厅|办公室)?(?:关于|印发|转发|贯彻|落实)")
_APPOSED = re.compile(
    r"(?:等(?:[一二三四五六七八九十\d]{1,3}(?:个|家)?)?(?:部门|部委|单位)?)?(?:联合)?(?:(?:印发|出台|发布|制定|下发)的)?《?"
)
_CARRIES = re.compile(r"(?:贯彻|落实|实施|执行)[^〈《》〉]{0,6}[〈《]?$")
_DETAILS = re.compile(r"[〉》]?的?(?:实施(?:意见|办法|细则|方案)|细则)")
_TOOLS = frozenset(("Platform", "Programme", "Project", "Organization", "Fund"))
_OFFICE = "办公室"
_JOINT = re.compile(r"[、和\s]*")
_HELPED_PLACE = re.compile(r"(?:支持|扶持|帮助)$")
_KIND_OF_ZONE = re.compile(
    r"(?:国家级?|省级|自主创新|高新技术产业|高新技术|经济技术|经济|综合)*(?:开发区|高新区|经开区|示范区|试验区|新区|园区|地区|片区|管理区|产业园)$"
)


def state(made: Maker) -> None:
    """A zone lies in the place it is named for; a policy is about the zone or region of its title and by the body that heads it."""
    made.rule = "names"
    where: dict[str, list[scene.Ref]] = defaultdict(list)
    for ref in made.view.refs:
        where[ref.entity].append(ref)
    regions = {str(e.prop("code")): e.id for e in made.view.entities.values() if e.type == "Region" and e.prop("code")}
    for entity in made.view.entities.values():
        refs = where.get(entity.id)
        if not refs:
            continue
        if entity.type in ZONES | {"Platform", "Project", "Organization"}:
            _lies_in(made, entity, refs, regions)
        if entity.type == "Agency" and entity.name.endswith(_OFFICE):
            _serves(made, entity, refs[0])
        if entity.type == "Policy" and not entity.prop("self"):
            _issued(made, entity, refs)
        if entity.type in ("Policy", "Programme", "Fund"):
            _applies_to(made, entity, refs)
        if entity.type == "Policy":
            _carries_out(made, entity, refs)
        if entity.type == "Policy" and not entity.prop("self"):
            _holds_at_home(made, entity, refs)


def _serves(made: Maker, office: evidence.Entity, where: scene.Ref) -> None:
    """某联席会议办公室 is part of the joint meeting or leading group that it is the office of."""
    group = office.name.removesuffix(_OFFICE)
    for entity in made.view.entities.values():
        if entity.type == "Mechanism" and entity.name == group:
            made.add(office.id, "PART_OF", entity.id, "ongoing", *made.around(where), confidence=0.8)


def _lies_in(made: Maker, entity: evidence.Entity, where: list[scene.Ref], regions: dict[str, str]) -> None:
    named = homes.by_name(entity, regions)
    for other in named[1:]:
        made.add(entity.id, "LOCATED_IN", other, "ongoing", *made.around(where[0]), confidence=0.7)
    region: str | None = next(iter(named), None)
    if region is None and entity.type != "Organization":
        inside = [r for w in where for r in made.view.within(w.start, w.end) if r.type == "Region"]
        region = inside[-1].entity if inside else None
    if region is None and entity.type in ZONES:
        region = next((r for w in where for r in _right_before(made, w)), None)
    if region is None and entity.type in ZONES:
        region = homes.local(made, entity, where)
    if region is None and entity.type == "Project" and not _is_quoted(made, where[0]):
        region = _nearest(made, where[0])
    if region and made.view.entities[region].prop("code"):
        for spot in _spots(made, where):
            made.add(entity.id, "LOCATED_IN", region, "ongoing", *made.around(spot), confidence=0.7)


def _is_quoted(made: Maker, where: scene.Ref) -> bool:
    """“某某关键技术”项目 is a piece of research, which lies nowhere."""
    return "“" in made.text[max(0, where.start - 1) : where.start + 1]


def _spots(made: Maker, where: list[scene.Ref]) -> list[scene.Ref]:
    """Where the thing is named first, and where that is above the text or in a title also where the text itself names it first."""
    start = made.view.outline.body[0]
    told = next((r for r in where if r.start >= start and not _in_title(made.text, r.start)), where[0])
    return list(dict.fromkeys((where[0], told)))


def _in_title(text: str, at: int) -> bool:
    begin = max(0, at - _LONGEST_TITLE)
    return text.rfind("《", begin, at) > text.rfind("》", begin, at)


_LONGEST_TITLE = 80


def _right_before(made: Maker, thing: scene.Ref) -> list[str]:
    """The region that stands right before a zone: 本市Z."""
    near = made.view.within(max(0, thing.start - 12), thing.start, outer=True)
    return [r.entity for r in near if r.type == "Region" and r.end == thing.start]


def _nearest(made: Maker, ref: scene.Ref) -> str | None:
    """The region named last before a project in its paragraph, else the one that the letter goes to."""
    start = made.text.rfind("\n", 0, ref.start) + 1
    named = [r for r in made.view.within(start, ref.start) if r.type == "Region"]
    lines = made.view.outline.addressees
    # A letter to each of many places puts nothing into the first of them.
    single = lines is not None and not re.search("各|、", made.text[slice(*lines)])
    asked = [r for r in made.view.within(*lines) if r.type == "Region"] if lines and single else []
    chosen = named[-1:] or asked[:1]
    return chosen[0].entity if chosen else None


def _in_full(made: Maker, where: list[scene.Ref]) -> scene.Ref:
    """Where the name stands in its longest form: a policy's number names it, but tells nothing."""
    return max(where, key=lambda w: ("〔" not in made.text[w.start : w.end], w.end - w.start))


def _applies_to(made: Maker, entity: evidence.Entity, where: list[scene.Ref]) -> None:
    """The zone that the title is about, else the region that it names, else the issuer's region for its own texts."""
    view = made.view
    longest = _in_full(made, where)
    inside = [r for r in view.within(longest.start, longest.end) if r.entity != entity.id]
    zones = [r for r in inside if r.type in ZONES]
    spot = made.around(longest)
    for zone in zones[:1]:
        made.add(entity.id, "APPLIES_TO", zone.entity, "ongoing", *spot, confidence=0.7)
        if entity.type != "Fund" and provisions.supports_its_title(made, entity.id, zone, longest.start):
            _supports(made, entity, zone, spot)
    for tool in (r for r in inside if r.type in _TOOLS) if entity.prop("self") else ():
        if provisions.helps(made, tool, longest.start):
            _supports(made, entity, tool, spot)
    regions = [r for r in inside if r.type == "Region" and view.entities[r.entity].prop("code")]
    if entity.type == "Fund":
        regions = [r for r in regions if made.text[r.start] not in "本我"]
    for region in regions:
        if entity.type == "Policy" and not zones and _HELPED_PLACE.search(made.text, longest.start, region.start):
            _supports(made, entity, region, spot)
    stem = None if zones else _zone_of_stem(made, entity)
    if stem:
        made.add(entity.id, "APPLIES_TO", stem, "ongoing", *spot, confidence=0.7)
    elif entity.type == "Policy" or not zones:
        for region in _narrowest(regions):
            if not (zones and zones[0].start <= region.start and region.end <= zones[0].end):
                made.add(entity.id, "APPLIES_TO", region.entity, "ongoing", *spot, confidence=0.7)
    if entity.prop("self") and not zones and not regions:
        made.add(entity.id, "APPLIES_TO", homes.own(view), "ongoing", *spot, confidence=0.7)


def _zone_of_stem(made: Maker, entity: evidence.Entity) -> str | None:
    """The zone whose own name without its kind the thing's name begins with: 湖心产业基金 of 湖心高新区."""
    for zone in made.view.entities.values():
        if zone.type not in ZONES:
            continue
        stems = {_KIND_OF_ZONE.sub("", name) for name in (zone.name, *zone.aliases)}
        if any(len(s) >= 2 and _begins_with(entity.name, s) and _own_stem(s) for s in stems):
            return zone.id
    return None


def _begins_with(name: str, stem: str) -> bool:
    """湖心|产业基金, not 湖心|市规划 of the city that bears the name too."""
    return name.startswith(stem) and name[len(stem) : len(stem) + 1] not in tuple("市县区州省")


def _own_stem(stem: str) -> bool:
    """Whether the stem is a name of the zone's own, and not only that of the division it lies in."""
    return not any(hit.end == len(stem) for hit in places.find(stem)) and not stem.endswith(
        ("国家", "省级", "自主创新")
    )


def _holds_at_home(made: Maker, entity: evidence.Entity, where: list[scene.Ref]) -> None:
    """A policy whose title names no place holds in the place of the local body that issued it."""
    if any(c.predicate == "APPLIES_TO" and c.subject == entity.id for c in made.found.values()):
        return
    for claim in [c for c in made.found.values() if c.predicate == "ISSUED" and c.object == entity.id][:1]:
        body = made.view.entities.get(claim.subject)
        code = body.prop("region") if body and body.type == "Agency" else None
        home = next(
            (e.id for e in made.view.entities.values() if code and e.type == "Region" and e.prop("code") == code), None
        )
        made.add(entity.id, "APPLIES_TO", home, "ongoing", *made.around(where[0]), confidence=0.6)


def _narrowest(regions: list[scene.Ref]) -> list[scene.Ref]:
    """The first place named, or the place inside it that follows at once: 甲市乙区."""
    chosen = regions[:1]
    for region in regions[1:]:
        if region.start == chosen[0].end:
            chosen = [region]
    return chosen


def _carries_out(made: Maker, entity: evidence.Entity, where: list[scene.Ref]) -> None:
    """贯彻落实《Y》的实施意见, 《Y》实施细则: the policy rests on the one that its title holds."""
    longest = _in_full(made, where)
    for inner in made.view.within(longest.start, longest.end):
        if inner.type != "Policy" or inner.entity == entity.id:
            continue
        before, after = made.text[longest.start : inner.start], made.text[inner.end : longest.end]
        if _CARRIES.search(before) or _DETAILS.match(after):
            made.add(entity.id, "BASED_ON", inner.entity, "done", *made.around(longest), confidence=0.7)


def _supports(made: Maker, entity: evidence.Entity, zone: scene.Ref, spot: tuple[int, int]) -> None:
    own = entity.id == made.own
    made.add(entity.id, "SUPPORTS", zone.entity, "planned" if own else "done", *spot, time="" if own else _made_in(made, entity), cue="支持")  # fmt: skip


def _made_in(made: Maker, entity: evidence.Entity) -> str:
    """When the text says that the thing was issued or set up, as exactly as it says so; the year of a number alone is none."""
    number = str(entity.prop("doc_no") or "")
    said = [
        claim.time
        for claim in made.found.values()
        if claim.predicate in ("ISSUED", "MANAGES") and claim.object == entity.id
        if f"〔{claim.time}〕" not in number or f"{claim.time}年" in claim.quote.text
    ]
    return max(said, key=len, default="")


def _issued(made: Maker, entity: evidence.Entity, where: list[scene.Ref]) -> None:
    """The bodies that head the title (X关于…的意见), else the one that the number's prefix names."""
    number = str(entity.prop("doc_no") or "")
    # 拟修订《P》（甲科发〔2016〕22号）: what is to be revised was issued before.
    stated = any(
        c.predicate == "ISSUED" and c.object == entity.id and c.status != "planned" for c in made.found.values()
    )
    longest = _in_full(made, where)
    bodies: list[str] = _heading(made, longest) or [b for w in where for b in _before(made, w)][:1]
    if not bodies and number and not stated:
        bodies = [body] if (body := numbers.issuer(made.view, number)) else []
    for body in bodies:
        if (body, "ISSUED", entity.id) not in made.stated or (number and not stated):
            made.add(body, "ISSUED", entity.id, "done", *made.around(longest), time=numbers.year(number),
                     cue=number, confidence=0.7)  # fmt: skip


def _heading(made: Maker, title: scene.Ref) -> list[str]:
    """The bodies in a row at the beginning of a title, when 关于 or 印发 follows them."""
    row, at = [], title.start
    for ref in made.view.within(title.start, title.end):
        if ref.type == "Agency" and ref.start >= at and _JOINT.fullmatch(made.text[at : ref.start].lstrip("《〈")):
            row.append(ref.entity)
            at = ref.end
    return row if row and _ENTITLES.match(made.text, at) else []


def _before(made: Maker, title: scene.Ref) -> list[str]:
    """The body right before a title: 国务院《P》, 国家数据局等17部门《P》."""
    if not made.text.startswith("《", title.start) and not made.text.endswith("《", 0, title.start):
        return []
    near = made.view.within(max(0, title.start - 40), title.start, outer=True)
    last = near[-1] if near else None
    apposed = last is not None and last.type == "Agency" and _APPOSED.fullmatch(made.text, last.end, title.start)
    return [last.entity] if last and apposed else []
