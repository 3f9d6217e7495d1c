"""Parts and wholes: zones out of zones, funds and firms under others, tools inside programmes, and what things rest on."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.find import places
from ingest.relate.claims import daughters
from ingest.relate.claims.maker import ZONES, Clause, Maker, standing

_COMPOSED = re.compile(r"建设|创建|组成|申报|整合|构成")
_UNDER = re.compile(r"(?:其下|下设|下属|旗下)的?")
_BASE = re.compile(r"以(?P<x>[^，]{2,30})为(?:依托|基础|支撑)")
_SET_UP = re.compile(r"(?:设立|设置|增设|新设)(?:了)?")
_ORDERED = re.compile(r"(?:按|按照|根据|依据)[^，]{0,6}$")
_FRONT = re.compile(r"(?:对|将|把)[^，]{0,8}$")
_HELPS = re.compile(r"(?:专门|重点|主要|专项)?(?:用于)?支持")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> None:
    """What the clause and its neighbours in the sentence say of parts, wholes and grounds."""
    if not clause.refs:
        return
    made.rule = "wholes"
    kinds = {r.type for r in clause.refs}
    near = _near(made, clause, before, after)
    if "DemonstrationZone" in kinds:
        _zones(made, clause, near)
    _under(made, clause, near)
    _based(made, clause, near)
    _within(made, clause, before)
    if not kinds.isdisjoint(("Fund", "Programme")):
        daughters.state(made, clause, before, near)
    if "Policy" in kinds:
        _ordered(made, clause, before)


def _near(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> list[Clause]:
    """The clause with its neighbours in the sentence, up to a semicolon, behind which something else is told."""
    row = [c for c in (*before[-1:], clause, *after) if c.sentence == clause.sentence]
    cuts = [c.end for c in row if made.text[c.end : c.end + 1] in ("；", ";")]
    if not cuts:
        return row
    first = max((cut for cut in cuts if cut <= clause.start), default=-1)
    last = min((cut for cut in cuts if cut >= clause.end), default=len(made.text))
    return [c for c in row if first < c.start and c.end <= last]


def _zones(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """A demonstration zone out of several high-tech zones has them as parts."""
    zones = [r for r in clause.refs if r.type == "DemonstrationZone"]
    piece = made.text[clause.start : clause.end]
    if not zones or not _COMPOSED.search(piece):
        return
    high = [r for c in near for r in c.refs if r.type == "HighTechZone"]
    if len({r.entity for r in high}) >= 2:
        asked = re.search(r"申报|创建", piece) and "组成" not in piece
        status: evidence.Status = "requested" if asked else "ongoing"
        begin = min(clause.start, *(r.start for r in high))
        for member in high:
            made.add(member.entity, "PART_OF", zones[-1].entity, status, begin, clause.end)


def _under(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """其下的F, A下属的B: the second is part of the first, of the same kind."""
    under = _UNDER.search(made.text, clause.start, clause.end)
    if not under:
        return
    child = next((r for r in clause.outer if r.start >= under.end()), None)
    above = [r for c in near for r in c.outer if r.end <= under.start()]
    parent = next((r for r in reversed(above) if child and r.type == child.type and r.entity != child.entity), None)
    if child and parent:
        made.add(child.entity, "PART_OF", parent.entity, standing(clause), clause.start, clause.end, cue=under[0])


def _based(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """以X为依托，建设Y: Y rests on X."""
    base = _BASE.search(made.text, clause.start, clause.end)
    inside = made.view.within(base.start("x"), base.end("x")) if base else []
    ground = next((r for r in inside if r.type in ("Platform", "Policy", "Programme")), None)
    if ground is None:
        return
    for later in (c for c in near if c.start >= clause.start):
        built = [r for r in later.refs if r.type in ("Platform", "Mechanism", "Programme") and r.start > ground.end]
        for thing in built:
            made.add(thing.entity, "BASED_ON", ground.entity, later.status, clause.start, later.end, cue="为依托")
        if built:
            return


def _ordered(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """对X，将按P要求支持: what is done for X rests on P."""
    ground = next(
        (r for r in clause.outer if r.type == "Policy" and _ORDERED.search(made.text[clause.start : r.start])),
        None,
    )
    near = [c for c in (*before[-1:], clause) if c.sentence == clause.sentence]
    fronted = [
        r
        for c in near
        for r in c.outer
        if r.type in ("Programme", "Platform") and _FRONT.search(made.text[c.start : r.start])
    ]
    if ground and fronted and fronted[-1].end <= ground.start:
        listed = [r for r in clause.outer if r.type == "Policy" and r.start >= ground.start]
        for policy in listed:
            made.add(fronted[-1].entity, "BASED_ON", policy.entity, clause.status, near[0].start, clause.end, cue="按")


def _within(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """在A中设立B: B is part of A. 设立B，专门支持Z: B supports Z."""
    near = [c for c in (*before[-1:], clause) if c.sentence == clause.sentence]
    tools = [r for c in near for r in c.refs if r.type == "Programme"]
    set_up = _SET_UP.search(made.text, clause.start, clause.end) if tools else None
    if set_up:
        inner = next((r for r in tools if r.start >= set_up.end()), None)
        outer = next(
            (r for r in reversed(tools) if r.end <= set_up.end() and "中" in made.text[r.end : set_up.end()]), None
        )
        if inner and outer:
            made.add(inner.entity, "PART_OF", outer.entity, "ongoing", outer.start, clause.end)
    if tools and len(near) > 1 and _HELPS.match(made.text, clause.start):
        _supporting(made, clause, near[0], tools)


def _supporting(made: Maker, clause: Clause, first: Clause, tools: list[scene.Ref]) -> None:
    named = [r for r in tools if r.end <= clause.start and "设" in made.text[first.start : r.start]]
    for zone in (r for r in clause.outer if r.type in ZONES):
        for tool in named[-1:]:
            made.add(tool.entity, "SUPPORTS", zone.entity, first.status, first.start, clause.end, time=clause.time)


_SECTIONS = ("片区", "园区", "分园", "分区", "组团", "启动区", "起步区", "核心区")


def sections(made: Maker) -> None:
    """某自贸试验区|某片区: a section named right behind its zone is part of it, and so is the 先行启动区 of a zone."""
    made.rule = "wholes"
    refs = [r for r in made.view.refs if r.type in ZONES]
    by_end = {r.end: r.entity for r in refs}
    alone = _in_pieces(made)
    by_words = {made.text[r.start : r.end]: r.entity for r in refs}
    for part in (r for r in refs if made.text[r.start : r.end].endswith(_SECTIONS)):
        said = made.text[part.start : part.end]
        open_ = made.text[part.start - 1 : part.start] not in "谷城园区港" or part.start == 0
        named = (alone if open_ else None) if _of_a_place(said) else by_words.get(_IN_ZONE.sub("", said))
        whole = by_end.get(part.start) or named
        if whole and whole != part.entity:
            made.add(part.entity, "PART_OF", whole, "ongoing", *made.around(part))


def _of_a_place(said: str) -> bool:
    """Whether a piece bears the name of a place alone: 大连片区."""
    return said.endswith("片区") and any(hit.end == len(said) - 2 for hit in places.find(said))


def _in_pieces(made: Maker) -> str | None:
    """The one zone of the text whose kind comes in pieces (某某自由贸易试验区: 甲片区, 乙片区)."""
    whole = [e.id for e in made.view.entities.values() if e.type in ZONES and e.mentions and e.name.endswith(_PIECED)]
    return whole[0] if len(whole) == 1 else None


_PIECED = ("自由贸易试验区", "国家自主创新示范区", "自由贸易港")
_IN_ZONE = re.compile(r"(?:先行)?(?:启动区|起步区|核心区)$")


def by_names(made: Maker) -> None:
    """X光谷园区 is part of X where both are named: a longer name of the same kind that begins with a shorter one or a short form of it."""
    made.rule = "wholes"
    kinds = ZONES | {"Platform", "Fund", "Organization", "Programme"}
    named = [e for e in made.view.entities.values() if e.type in kinds and e.mentions]
    for part in named:
        found = [
            (len(name), w.id)
            for w in named
            if w.id != part.id and (w.type == part.type or {w.type, part.type} <= ZONES)
            for name in ((w.name, *w.aliases) if w.type in ZONES else (w.name,))
            if len(name) >= (_ALIAS if w.type in ZONES else _FULL)
            and part.name.startswith(name)
            and part.name != name
            and (w.type != "Programme" or part.name[len(name)] in "“（")
        ]
        refs = [r for r in made.view.refs if r.entity == part.id] if found else []
        if refs:
            made.add(part.id, "PART_OF", max(found)[1], "ongoing", *made.around(refs[0]), confidence=0.7)


# How long the name of a whole is at least, that a part's name begins with: in full, and a zone's short form (张江高新区).
_FULL, _ALIAS = 6, 5
