"""Zones inside zones: Z位于W内, W内的Z, 在W建设Z, W建设Z, W范围包括Z, and wholes put together out of several."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest import scene
from ingest.clauses import actors
from ingest.relate.claims import sites, slots
from ingest.relate.claims.maker import ZONES, Clause, Maker, standing

_WITHIN = re.compile(r"[”]?(?:范围|区域|境|园区|辖区)?(?:内|中)?的[“]?")
_IN = re.compile(r"(?:在|于)[“]?$")
_BUILT = re.compile(
    r"[”]?(?:范围|区域|园区)?(?:内|中)?(?:[东南西北中]部(?:片区)?)?(?:高标准|高水平|高起点|规划|布局|加快|重点|积极|推进|启动|正在|已|拟|将|先行|率先)*"
    r"(?:建设|设立|打造|新建|建成|拥有|建有|划出|划定|开辟)(?:了)?[“]?"
)
# 整合A、B, 依托A、B; 将A、B合并, 以A、B为核心: before the words that set up the whole.
_MERGES = re.compile(r"(?:整合|合并|归并|依托)[“]?$")
_MERGED = re.compile(r"[”]?(?:等[^，。；]{0,8})?(?:整合|合并|归并|组合|为(?:核心|基础|主体|主要|载体|依托))")
_FOUNDS = re.compile(
    r"(?:定名为?|命名为?|统称为?|称为|建设|设立|组建|创建|打造|成立|构建|申报)(?:成为|成)?(?:国家级?|省级)?[“]?$"
)
_FORM = re.compile(
    r"[”]?(?:等[^，。；]{0,8}|(?:[、和与及][一-鿿]{2,14}?){1,2})?(?:共同|联合|一起|一道|一同|携手|合并|整合)*(?:构成|组成|组建|整合为|整合成|合并为|合并成|合并组建)(?:了|为)?[“]?"
)
# A designation is given to a zone and does not lie in it.
_DESIGNATED = frozenset(("DemonstrationZone",))
_SEVERAL = 2


def state(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> None:
    """PART_OF between the zones of the clause and of its neighbours."""
    zones = [r for r in clause.outer if r.type in ZONES]
    if not zones or clause.negated:
        return
    made.rule = "inside"
    for part, whole in sites.stated(made, clause, before, ZONES, ZONES):
        for one in {whole.entity: whole, **_around(made, whole)}.values():
            _add(made, clause, part, one)
    for whole, part in pairwise(zones):
        if _holds(made, clause, whole, part):
            for one in slots.row_from(made.text, part, zones):
                _add(made, clause, one, whole)
    _put_together(made, clause, zones, after)
    _along(made, clause, zones)


_ALONG = re.compile(
    r"(?P<w>沿线|沿途|域内|区内|境内|片区内)(?:已|现)?(?:有|建有|拥有|布局|分布着?|集聚|汇集|聚集)了?(?:[“]|等)?"
)


# Zones that are long, and how far back one may have been told of.
_LONG = ("走廊", "廊道", "创新带", "科创带", "产业带")
_BACK = 400


def _along(made: Maker, clause: Clause, zones: list[scene.Ref]) -> None:
    """沿线现有A、B: the zones along the corridor that the text told of last are parts of it."""
    said = _ALONG.match(made.text, clause.start, clause.end)
    if said is None or zones[0].start != said.end():
        return
    told = [r for r in made.view.within(max(0, clause.start - _BACK), clause.start) if r.type in ZONES]
    whole = next((r for r in reversed(told) if made.view.entities[r.entity].name.endswith(_LONG)), None)
    if whole:
        _parts(made, clause, slots.row_from(made.text, zones[0], zones), whole, clause.end)


def _holds(made: Maker, clause: Clause, whole: scene.Ref, part: scene.Ref) -> bool:
    """Whether the words between say that the second lies in the first, or the first is made of the second."""
    text = made.text
    if sites.may(text, clause.start, whole.start):
        return False
    if _WITHIN.fullmatch(text, whole.end, part.start):
        described = sites.where().search(text, clause.start, whole.start)
        return "内" in text[whole.end : part.start] or described is not None
    spanned = sites.spans().match(text, whole.end)
    if spanned and spanned.end() <= part.start <= spanned.end() + 1:
        return True
    heads = actors.lead().fullmatch(text, clause.start, whole.start) or _IN.search(text, clause.start, whole.start)
    return bool(heads and part.type not in _DESIGNATED and _BUILT.fullmatch(text, whole.end, part.start))


def _around(made: Maker, section: scene.Ref) -> dict[str, scene.Ref]:
    """The zone whose section it is: 湖滨高新区 of 湖滨高新区东部片区."""
    inside = made.view.within(section.start, section.end)
    return {r.entity: r for r in inside if r.type in ZONES and r.start == section.start and r.end < section.end}


def _put_together(made: Maker, clause: Clause, zones: list[scene.Ref], after: tuple[Clause, ...]) -> None:
    """整合A、B，组建W; A、B共同构成W; 以A、B为核心，建设W: several zones that make up one."""
    row = slots.row_from(made.text, zones[0], zones)
    if len(row) < _SEVERAL:
        return
    behind = next((r for r in zones if r.start > row[-1].end), None)
    if behind and _FORM.fullmatch(made.text, row[-1].end, behind.start):
        _parts(made, clause, row, behind, clause.end)
        return
    merged = _MERGES.search(made.text, clause.start, row[0].start) or _MERGED.match(made.text, row[-1].end, clause.end)
    near = [c for c in (clause, *after[:3]) if merged and c.sentence == clause.sentence]
    built = ((c, r) for c in near for r in c.outer if r.type in ZONES and r.start > row[-1].end)
    for later, whole in built:
        if _FOUNDS.search(made.text, later.start, whole.start):
            _parts(made, clause, row, whole, later.end)
            return


def _parts(made: Maker, clause: Clause, row: list[scene.Ref], whole: scene.Ref, end: int) -> None:
    for part in row:
        made.add(part.entity, "PART_OF", whole.entity, standing(clause), clause.start, end)


def _add(made: Maker, clause: Clause, part: scene.Ref, whole: scene.Ref) -> None:
    start = min(part.start, clause.start)
    made.add(part.entity, "PART_OF", whole.entity, standing(clause), start, clause.end)
