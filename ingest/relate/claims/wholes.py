"""Parts and wholes: zones out of zones, cities that carry one, funds and firms under others, tools inside programmes."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.relate.claims.maker import ZONES, Clause, Maker

_COMPOSED = re.compile(r"建设|创建|组成|申报|整合|构成")
_CARRIED = re.compile(r"确定|为[^，]{0,12}示范区|共同承担|组成|范围包括|涵盖|布局在|分布在|覆盖")
_UNDER = re.compile(r"(?:其下|下设|下属|旗下|隶属)(?:的|于)?")
_BASE = re.compile(r"以(?P<x>[^，]{2,30})为(?:依托|基础|支撑)")
_SET_UP = re.compile(r"(?:设立|设置|增设|新设)(?:了)?")
_FOUNDED = re.compile(r"建立|设立|建设|划出|创建")
_AT = re.compile(r"在[^，]{0,10}$")
_TAKEN_IN = re.compile(
    r"(?:将|把)[^，]*(?:纳入|列入)|纳入|(?:选择|选取|确定)[^，]*(?:进行|开展|实施)|在[^，]*(?:开展|实施|进行)[^，]{0,6}$"
)
_ORDERED = re.compile(r"(?:按|按照|根据|依据)[^，]{0,6}$")
_FRONT = re.compile(r"(?:对|将|把)[^，]{0,8}$")
_HELPS = re.compile(r"(?:专门|重点|主要|专项)?(?:用于)?支持")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> None:
    """What the clause and its neighbours in the sentence say of parts, wholes, carriers and grounds."""
    if not clause.refs:
        return
    made.rule = "wholes"
    near = [c for c in (*before[-1:], clause, *after) if c.sentence == clause.sentence]
    _zones(made, clause, near)
    _cities(made, clause, near)
    _under(made, clause, near)
    _based(made, clause, near)
    _within(made, clause, before)
    _sited(made, clause, before)
    _covered(made, clause)
    _ordered(made, clause, before)


def _sited(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Z（R、S）: the zone lies in each. 在R划出…，建立Z: it lies in the narrowest place that was named."""
    for zone in (r for r in clause.refs if r.type in ZONES):
        close = _bracket_end(made.text, zone.end)
        for region in (r for r in made.view.within(zone.end, close, outer=True) if r.type == "Region"):
            made.add(zone.entity, "LOCATED_IN", region.entity, "ongoing", zone.start, close)
        near = [c for c in (*before[-1:], clause) if c.sentence == clause.sentence]
        if _FOUNDED.search(made.text[clause.start : zone.start]):
            places = [r for c in near for r in c.outer if r.type == "Region" and r.end <= zone.start]
            sited = [r for r in places if _AT.search(made.text[max(near[0].start, r.start - 12) : r.start])]
            for region in sited[-1:]:
                made.add(zone.entity, "LOCATED_IN", region.entity, "ongoing", region.start, clause.end)


def _bracket_end(text: str, at: int) -> int:
    """Where the bracket that opens at `at` closes, inner ones included; `at` itself where none opens."""
    depth = 0
    for i in range(at, min(len(text), at + 120)):
        depth += (text[i] in "（(") - (text[i] in "）)")
        if depth == 0:
            return i
    return at


def _covered(made: Maker, clause: Clause) -> None:
    """将R纳入X, 选择R、S进行X, 在R开展X: the programme or plan X holds for the regions."""
    text = made.text
    for tool in (r for r in clause.outer if r.type in ("Programme", "Policy", "Fund")):
        before = [r for r in clause.outer if r.type == "Region" and r.end <= tool.start]
        if before and _TAKEN_IN.search(text[clause.start : tool.start]):
            for region in before:
                made.add(tool.entity, "APPLIES_TO", region.entity, "ongoing", clause.start, clause.end)


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


def _cities(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """Cities that together carry a zone."""
    if not _CARRIED.search(made.text, clause.start, clause.end):
        return
    cities = [r for r in clause.outer if r.type == "Region"]
    if len(cities) < 2:
        return
    carried = [r for r in clause.outer if r.type == "DemonstrationZone"] or [
        r for c in near if c.end <= clause.start for r in c.refs if r.type == "DemonstrationZone"
    ]
    for city in cities if carried else []:
        made.add(carried[-1].entity, "LOCATED_IN", city.entity, "ongoing", clause.start, clause.end)


def _under(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """其下的F, A下属的B: the second is part of the first, of the same kind."""
    under = _UNDER.search(made.text, clause.start, clause.end)
    if not under:
        return
    child = next((r for r in clause.outer if r.start >= under.end()), None)
    above = [r for c in near for r in c.outer if r.end <= under.start()]
    parent = next((r for r in reversed(above) if child and r.type == child.type and r.entity != child.entity), None)
    if child and parent:
        made.add(child.entity, "PART_OF", parent.entity, "ongoing", clause.start, clause.end, cue=under[0])


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
    tools = [r for c in near for r in made.view.within(c.start, c.end) if r.type == "Programme"]
    set_up = _SET_UP.search(made.text, clause.start, clause.end)
    if tools and set_up:
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


def by_names(made: Maker) -> None:
    """X光谷园区 is part of X where both are named: a longer name of the same kind that begins with a shorter one."""
    made.rule = "wholes"
    kinds = ZONES | {"Platform", "Fund", "Organization"}
    named = [e for e in made.view.entities.values() if e.type in kinds and e.mentions]
    for part in named:
        whole = [
            w
            for w in named
            if w.type == part.type and w.id != part.id and len(w.name) >= 6 and part.name.startswith(w.name)
        ]
        refs = [r for r in made.view.refs if r.entity == part.id] if whole else []
        if refs:
            start, end = made.around(refs[0])
            made.add(
                part.id, "PART_OF", max(whole, key=lambda w: len(w.name)).id, "ongoing", start, end, confidence=0.7
            )
