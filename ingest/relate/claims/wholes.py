"""Parts and wholes: zones out of zones, funds and firms under others, tools inside programmes, and what things rest on."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.find import places
from ingest.relate.claims import daughters
from ingest.relate.claims.maker import ZONES, Clause, Maker

_COMPOSED = re.compile(r"建设|创建|组成|申报|整合|构成")
_MADE_OF = re.compile(r"组成|构成|整合|合并")
# Between a whole and the list of its parts, and what a part is said to be of its whole.
_CONSISTS = re.compile(
    r"[”》）]?(?:主要|共|整体|目前|拟|将|已)?(?:是指|包括|包含|涵盖|覆盖|囊括|由|分为|分成|下设|下辖|内设|设有|（含|\(含)"
)
_IS_PART = re.compile(
    r"(?:是|为|作为|属于|隶属于?)(?P<whole>[^，。]{2,40}?)的?(?:重要|核心|主要|专业)?(?:组成部分|核心区|先导区|起步区|启动区|拓展区|园区之一|板块|成员单位|子专项|核心园区|派出机构|派出机关|内设机构|直属机构|直属单位|下属单位|下属企业|下属公司|子公司|子基金|子计划|分园|片区|管理)"
)
# A纳入W, 将A并入W, A属于W, A位于W内.
_JOINS = re.compile(
    r"(?:属于|隶属于?|归属于?|纳入|并入|划入|划归|归|列入|加入|归入|包含在|坐落于|位于)(?:了|到)?[“《]?$"
)
# No such verb has as many characters.
_JOINING = 8
_BELONGS = re.compile(r"(?:现|目前|行政上)?(?:隶属|归属|从属)于?[“《]?")
_BY_THE_WAY = re.compile(
    r"[”》]?(?:的?(?:相关|有关|各项|全部)*(?:任务|工作|内容|建设|项目))?(?:已|现|均|正式|整体|也|将|一并|同步|成功)*"
)
_UNDER = re.compile(r"(?:其下|下设|下属|旗下)的?")
_BASE = re.compile(r"以(?P<x>[^，]{2,30})为(?:依托|基础|支撑)")
_SET_UP = re.compile(r"(?:设立|设置|增设|新设)(?:了)?")
_ORDERED = re.compile(r"(?:按|按照|根据|依据)[^，]{0,6}$")
_FRONT = re.compile(r"(?:对|将|把)[^，]{0,8}$")
_HELPS = re.compile(r"(?:专门|重点|主要|专项)?(?:用于)?支持")

_KINDS = {
    **dict.fromkeys(ZONES, ZONES), "Fund": {"Fund"}, "Programme": {"Programme"}, "Platform": {"Platform"},
    "Organization": {"Organization"}, "Agency": {"Agency"},
}  # fmt: skip


def state(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> None:
    """What the clause and its neighbours in the sentence say of parts, wholes and grounds."""
    if not clause.refs:
        return
    made.rule = "wholes"
    kinds = {r.type for r in clause.refs}
    near = _near(made, clause, before, after)
    if "DemonstrationZone" in kinds:
        _zones(made, clause, near)
    _composed(made, clause, near)
    _belongs(made, clause)
    _belongs_too(made, clause, before)
    _joins(made, clause)
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


def _composed(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """W包括A、B, W由A、B组成, W下设A: the things of W's kind behind it are its parts. W also stands before: W已开园，由A、B组成."""
    whole = next((r for r in clause.outer if _CONSISTS.match(made.text, r.end)), None)
    if whole is None and _CONSISTS.match(made.text, clause.start):
        whole = next((r for c in near if c.end <= clause.start for r in reversed(c.outer) if r.type in ZONES), None)
    if whole is None or whole.type not in _KINDS:
        return
    # W由A牵头建设 tells who builds W, and only W由A、B组成 what it is made of.
    said = max(whole.end, clause.start)
    if "由" in made.text[said : said + 5] and not _MADE_OF.search(made.text, said, clause.end):
        return
    for part in (r for r in clause.outer if r.start >= said and r.type in _KINDS[whole.type]):
        made.add(part.entity, "PART_OF", whole.entity, daughters.standing(clause), whole.start, clause.end, cue="包括")


def _belongs(made: Maker, clause: Clause) -> None:
    """A是B的派出机构, A是B的组成部分: the one is part of the other, of the same kind."""
    said = _IS_PART.search(made.text, clause.start, clause.end)
    parts = [r for r in clause.outer if said and r.end <= said.start()]
    wholes = made.view.within(*said.span("whole"), outer=True) if said else []
    if parts and wholes and wholes[-1].type in _KINDS and parts[-1].type in _KINDS[wholes[-1].type]:
        made.add(parts[-1].entity, "PART_OF", wholes[-1].entity, daughters.standing(clause), clause.start, clause.end)


def _belongs_too(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """A占地…，隶属于W: what the sentence is about is part of W."""
    whole = next((r for r in clause.outer if _BELONGS.fullmatch(made.text, clause.start, r.start)), None)
    named = [r for c in before if c.sentence == clause.sentence for r in c.outer]
    part = next((r for r in named if whole and whole.type in _KINDS.get(r.type, ())), None)
    if whole and part:
        made.add(
            part.entity,
            "PART_OF",
            whole.entity,
            daughters.standing(clause),
            part.start if clause.end - part.start < 120 else clause.start,
            clause.end,
            cue="隶属",
        )


def _joins(made: Maker, clause: Clause) -> None:
    """A纳入W: what stands right before the verb, and the things joined to it, are part of what stands behind it."""
    for whole in clause.outer:
        said = _JOINS.search(made.text, max(clause.start, whole.start - _JOINING), whole.start)
        if (
            not said
            or clause.negated
            or (said[0].startswith(("位于", "坐落")) and made.text[whole.end : whole.end + 1] not in "内中")
        ):
            continue
        at = said.start()
        for part in reversed([r for r in clause.outer if r.end <= at and whole.type in _KINDS.get(r.type, ())]):
            if not _BY_THE_WAY.fullmatch(made.text, part.end, at) and made.text[part.end : at] not in (
                "、",
                "和",
                "与",
                "及",
            ):
                break
            made.add(
                part.entity, "PART_OF", whole.entity, daughters.standing(clause), clause.start, clause.end, cue=said[0]
            )
            at = part.start


def _under(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """其下的F, A下属的B: the second is part of the first, of the same kind."""
    under = _UNDER.search(made.text, clause.start, clause.end)
    if not under:
        return
    child = next((r for r in clause.outer if r.start >= under.end()), None)
    above = [r for c in near for r in c.outer if r.end <= under.start()]
    parent = next((r for r in reversed(above) if child and r.type == child.type and r.entity != child.entity), None)
    if child and parent:
        made.add(
            child.entity, "PART_OF", parent.entity, daughters.standing(clause), clause.start, clause.end, cue=under[0]
        )


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
        named = alone if _of_a_place(said) else by_words.get(_IN_ZONE.sub("", said))
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
    kinds = ZONES | {"Platform", "Fund", "Organization"}
    named = [e for e in made.view.entities.values() if e.type in kinds and e.mentions]
    for part in named:
        found = [
            (len(name), w.id)
            for w in named
            if w.id != part.id and (w.type == part.type or {w.type, part.type} <= ZONES)
            for name in ((w.name, *w.aliases) if w.type in ZONES else (w.name,))
            if len(name) >= (_ALIAS if w.type in ZONES else _FULL) and part.name.startswith(name) and part.name != name
        ]
        refs = [r for r in made.view.refs if r.entity == part.id] if found else []
        if refs:
            made.add(part.id, "PART_OF", max(found)[1], "ongoing", *made.around(refs[0]), confidence=0.7)


# How long the name of a whole is at least, that a part's name begins with: in full, and a zone's short form (张江高新区).
_FULL, _ALIAS = 6, 5
