"""Where things lie and where tools hold, by what the text says: cities that carry a zone, 位于R, 在R建设L, 将R纳入P."""

from __future__ import annotations

import re

from graph import divisions
from ingest import scene
from ingest.find.places import find as find_places
from ingest.relate.claims import sites, slots
from ingest.relate.claims.maker import ZONES, Clause, Maker, shown_from

_CARRIED = re.compile(
    r"确定|为[^，]{0,12}示范区|承担|组成|构成|组建|范围包括|涵盖|布局在|分布在|覆盖|横跨|横贯|贯通|贯穿|囊括|串联|串起|串接|连接|联结|联动"
)
# W以Z为核心，串联R、S: not Z spans them.
_CORE = re.compile(r"[”]?(?:等[^，。；]{0,8})?为(?:核心|引领|龙头|依托|基础|主体|支撑|主轴|中心)")
_FOUNDED = re.compile(
    r"建立|设立|建设|划出|创建|布设|布局|筹建|筹设|新建|新设|改建|扩建|共建|合建|建成|建有|组建|开设|增设|创办|兴办|开办|合办|打造|成立|启用|投用|挂牌|部署|搭建"
)
_AT = re.compile(r"在[^，]{0,10}$")
_TAKEN_IN = re.compile(
    r"(?:将|把)[^，]*(?:纳入|列入)|纳入|(?:选择|选取|确定)[^，]*(?:进行|开展|实施)|在[^，]*(?:开展|实施|进行)[^，]{0,6}$"
)
# 将Z列入《P》的考核对象.
_LISTS = re.compile(r"(?:将|把)[^，]*(?:纳入|列入)[《“]?$")
_SUBJECTS = re.compile(r"[》”]?(?:[（(][^）)]*[）)])?的?[^，。；]{0,6}(?:对象|范围)")
# 在R设立F.
_SET_UP_IN = re.compile(
    r"(?:先后|分别|联合|新|共同|牵头)*(?:设立|发起设立|组建|成立|落地)了?(?:总规模|规模)?(?:\d[\d.]*亿元的?)?[“]?"
)
# 支持Z开展X试点.
_HELPED_TO = re.compile(r"(?:支持|推动|批准|同意|鼓励|指导|选择|确定|在)$")
_TRIES = re.compile(r"(?:可|要|应|将|须|率先|先行|积极|探索|继续|深入)*(?:开展|推进|实施|进行|试行)[^，。；]{0,6}")
_OWNED = re.compile(r"企业|高校|机构|单位|各")
_TRIED_IN = re.compile(r"在[^，]{0,6}$")
_TRIED = re.compile(r"试点|试水|铺开|推开|先试|试行|实施|开展|推广|施行|推行|先行")
# L在R揭牌, L于今年在R建成.
_SET_IN = re.compile(r"[”》）]?(?:已|正式|近日|日前|于|今年|去年|\d{4}年|\d{1,2}月|\d{1,2}日)*在$")
_BUILDS = re.compile(
    r"(?:等?(?:市|县|区|地)?)(?:(?:依托|围绕|联合|会同|以)[^，。；]{2,20}?(?=共?建设|打造|创建|设立|组建))?(?:成功|联合|共同|共|合作|加快|积极|规划|率先|开展|推进|新|已|去年|今年|\d{4}年)*(?:布局|谋划|启动|支持)?(?:(?:成功)?(?:获批|入选|获评|获准)(?:建设|创建|设立|成为|为)?|建设|设立|创建|打造|布局|组建|建成|举办|承建|共建|投用|启用|引进|拥有|建有|现有)(?P<which>(?:了|的|一批|区域性|国家级?|省级|新的?)?[“]?)"
)
# R去年获批Z, R获国务院批复建设Z: what a place is given lies in it.
_GRANTED = re.compile(
    r"(?:近日|日前|今年|去年|\d{4}年|\d{1,2}月|\d{1,2}日|先后|成功|已|正式|也|相继)*获(?:得)?(?:[^，。；]{2,12})?"
    r"(?:批复|批准|批|认定|授)(?:同意|准)?(?:建设|创建|设立|为)?(?:了|首批|全国首个|国家级?)?[“]?"
)
# 3.甲省乙市以…推进P: an item of a list of cases that a place heads, and what it carries out.
_ITEM = re.compile(r"\s*(?:\d{1,3}\s?[.．、]|[（(]\d{1,3}[)）])\s*")
_CARRIES = re.compile(
    r"(?:(?:以|通过)[^，。；]{2,12})?(?:扎实|全面|大力|深入|积极|加快|着力|创新|稳步|率先|统筹)*(?:推进|实施|深化|开展|创新|推行|打造|创建|建设)[“]?"
)
# Z沿线R、S, Z所在的R.
_ALONG = re.compile(r"[”]?(?:沿线|所在地|所在的?|沿岸)(?:各)?")
# R的L, R境内的L.
_OWNED_BY = re.compile(r"(?:(?:境|域|辖区|范围)内)?的[“]?")
_AND = re.compile("[、和与及]")
_THINGS = ZONES | {"Platform", "Project", "Organization", "Agency"}
_BEGUN = ZONES | {"Platform", "Project"}
_REGION = frozenset(("Region",))


def state(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> None:
    """What the clause says of places: LOCATED_IN of zones, platforms, bodies and projects, APPLIES_TO of tools."""
    made.rule = "places"
    _headed(made, clause, before)
    if not any(r.type == "Region" for r in clause.refs) and not any(r.type in ZONES for r in clause.refs):
        return
    near = [c for c in (*before[-1:], clause, *after) if c.sentence == clause.sentence]
    _cities(made, clause, near)
    _sited(made, clause, before)
    _covered(made, clause)
    _lies(made, clause, before)
    _spanned(made, clause, before)
    _built(made, clause)
    _designated(made, clause)
    _housed(made, clause)


def _cities(made: Maker, clause: Clause, near: list[Clause]) -> None:
    """Cities that together carry a zone."""
    if not _CARRIED.search(made.text, clause.start, clause.end):
        return
    named = [r for r in clause.outer if r.type == "Region"]
    cities = [r for r in named if not any(o.start == r.end for o in named)]
    if len(cities) < 2:
        return
    told = [r for c in near if c.end <= clause.start for r in c.refs if not _CORE.match(made.text, r.end)]
    carried = [r for r in clause.outer if r.type == "DemonstrationZone"] or [
        r for r in told if r.type == "DemonstrationZone" or (r.type in ZONES and r.start == near[0].start)
    ]
    for city in cities if carried else []:
        made.add(carried[-1].entity, "LOCATED_IN", city.entity, "ongoing", clause.start, clause.end)


def _sited(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Z（R、S）: the zone lies in each. 在R划出…，建立Z: it lies in the narrowest place that was named."""
    for zone in (r for r in clause.refs if r.type in ZONES | {"Platform"}):
        close = _bracket_end(made.text, zone.end)
        if zone.type == "Platform" and not _only_places(made, zone.end + 1, close):
            close = zone.end
        held = [r for r in made.view.within(zone.end, close, outer=True) if r.type == "Region"]
        for region in (r for r in held if not any(o.start == r.end for o in held)):
            made.add(zone.entity, "LOCATED_IN", region.entity, "ongoing", zone.start, close)
        near = [c for c in (*before[-1:], clause) if c.sentence == clause.sentence]
        owns = any(r.start == zone.end and r.type in ZONES for r in clause.outer)  # 甲高新区|乙产业园
        if zone in clause.outer and not owns and _FOUNDED.search(made.text[clause.start : zone.start]):
            places = [r for c in near for r in c.outer if r.type == "Region" and r.end <= zone.start]
            sited = [r for r in places if _AT.search(made.text[max(near[0].start, r.start - 12) : r.start])]
            for region in sited[-1:]:
                made.add(zone.entity, "LOCATED_IN", region.entity, "ongoing", region.start, clause.end)


def _only_places(made: Maker, start: int, end: int) -> bool:
    """Whether nothing stands there but places, joined or one in the other: L（甲市乙区）."""
    for ref in made.view.within(start, end, outer=True):
        if ref.type != "Region" or made.text[start : ref.start] not in ("", "、", "和"):
            return False
        start = ref.end
    return start == end


def _bracket_end(text: str, at: int) -> int:
    """Where the bracket that opens at `at` closes, inner ones included; `at` itself where none opens."""
    depth = 0
    for i in range(at, min(len(text), at + 120)):
        depth += (text[i] in "（(") - (text[i] in "）)")
        if depth == 0:
            return i
    return at


def _covered(made: Maker, clause: Clause) -> None:
    """将R纳入X, 选择R、S进行X, 在R开展X, X先在R、S试点: the programme or plan X holds for the regions."""
    text = made.text
    for tool in (r for r in clause.outer if r.type in ("Programme", "Policy", "Fund")):
        before = [r for r in clause.outer if r.type == "Region" and r.end <= tool.start]
        behind = [r for r in clause.outer if r.type == "Region" and r.start >= tool.end]
        tried = (
            behind
            and _TRIED_IN.search(text, tool.end, behind[0].start)
            and _TRIED.search(text, behind[-1].end, clause.end)
        )
        helped = [r for r in clause.outer if r.type in ZONES | {"Region"} and _TRIES.fullmatch(text, r.end, tool.start)]
        for place in helped if tool.type == "Programme" else ():
            heads = place.start == clause.start and clause.status != "done"
            if (heads or _HELPED_TO.search(text, clause.start, place.start)) and not _OWNED.match(text, place.end):
                made.add(tool.entity, "APPLIES_TO", place.entity, "ongoing", clause.start, clause.end)
        taken = _TAKEN_IN.search(text[clause.start : tool.start]) is not None if before else False
        listed = [r for r in clause.outer if r.type in ZONES and r.end <= tool.start]
        if tool.type == "Policy" and _SUBJECTS.match(text, tool.end) and _LISTS.search(text, clause.start, tool.start):
            before, taken = listed, True
        founded = [r for r in before[-1:] if tool.type == "Fund" and _SET_UP_IN.fullmatch(text, r.end, tool.start)]
        held = [r for r in before if not _OWNED.match(text, r.end)] if taken else founded
        for region in (*held, *(behind if tried else [])):
            made.add(tool.entity, "APPLIES_TO", region.entity, "ongoing", clause.start, clause.end)


def _headed(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """3.甲省乙市推进P试点, an item of a list of cases: the programme holds for the place, the zone that it builds lies there."""
    head = next((c for c in before if c.sentence == clause.sentence), clause)
    item = _ITEM.match(made.text, head.start, head.end)
    at, home = item.end() if item else -1, None
    while deeper := next((r for r in head.refs if r.type == "Region" and r.start == at), None):
        at, home = deeper.end, deeper.entity
    begin = at if head is clause else clause.start
    for thing in (r for r in clause.outer if home and r.type in ZONES | {"Programme"} and r.start >= begin):
        if _CARRIES.fullmatch(made.text, begin, thing.start):
            predicate = "APPLIES_TO" if thing.type == "Programme" else "LOCATED_IN"
            made.add(thing.entity, predicate, home, "ongoing", head.start, clause.end)


def _lies(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """X位于R, X落户R: X lies in R, the last of 甲省乙市."""
    regions = [r for r in clause.outer if r.type == "Region"]
    for thing, place in sites.stated(made, clause, before, _THINGS, _REGION):
        start = shown_from(clause, thing)
        for home in _row_from(made, regions, _deepest(made.text, clause, place)):
            made.add(thing.entity, "LOCATED_IN", home.entity, "ongoing", start, clause.end)


def _deepest(text: str, clause: Clause, place: scene.Ref) -> scene.Ref:
    """The last of 甲省乙市丙区, of 某某流域的甲市 the city."""
    for ref in clause.refs:
        if ref.type == "Region" and ref.start in (place.end, place.end + text.startswith("的", place.end)):
            place = ref
    return place


_SPACE = re.compile(r"(?:空间|地域|区域|范围|规划|实施)+(?:范围|布局)?上?(?:将|拟)?$")


def _spanned(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Z覆盖R、S, Z范围包括R和S, Z沿线R、S, Z所在的R: the zone lies in each; 空间上涵盖R of the zone or plan told of before."""
    regions = [r for r in clause.outer if r.type == "Region"]
    told = [r for c in before if c.sentence == clause.sentence for r in c.refs if r.type in ZONES | {"Policy"}]
    covers = told and sites.spans().search(made.text, clause.start, clause.end)
    if covers and _SPACE.fullmatch(made.text, clause.start, covers.start()):
        first = next((r for r in clause.outer if r.start == covers.end()), None)
        row = _row_from(made, regions, first) if first and first.type == "Region" else []
        ends = (*row, *(r for r in clause.outer if r.type in ZONES and row and r.start >= row[-1].end))
        for thing in told:
            for place in ends:
                predicate = "APPLIES_TO" if thing.type == "Policy" else "LOCATED_IN"
                made.add(thing.entity, predicate, place.entity, "ongoing", clause.start, clause.end)
    for zone in (r for r in clause.outer if r.type in ZONES):
        said = sites.spans().match(made.text, zone.end) or _ALONG.match(made.text, zone.end)
        first = next((r for r in regions if said and said.end() <= r.start <= said.end() + 1), None)
        for region in _row_from(made, regions, first) if first else []:
            made.add(zone.entity, "LOCATED_IN", region.entity, "ongoing", zone.start, clause.end)


def _row_from(made: Maker, regions: list[scene.Ref], first: scene.Ref) -> list[scene.Ref]:
    """The place and those joined to it one after another, of 甲省乙市丙区 the last."""
    row = [first]
    for ref in (r for r in regions if r.start >= first.end):
        between = made.text[row[-1].end : ref.start]
        if ref.start == row[-1].end:
            row[-1] = ref
        elif between in ("、", "和", "与", "及", "以及"):
            row.append(ref)
    return row


def _housed(made: Maker, clause: Clause) -> None:
    """位于R的L, R境内的L, R的L, L在R揭牌."""
    text = made.text
    regions = [r for r in clause.outer if r.type == "Region" and text[r.start] not in "本我全"]
    for place in regions:
        behind = next((r for r in clause.outer if 1 <= r.start - place.end <= 5 and r.type in _THINGS), None)
        may = sites.may(text, clause.start, place.start)
        if behind and not may and (owned := _OWNED_BY.fullmatch(text, place.end, behind.start)):
            stated = owned[0].strip("“") != "的" or sites.where().search(text, clause.start, place.start)
            if stated or behind.type in ZONES | {"Platform"}:
                made.add(behind.entity, "LOCATED_IN", place.entity, "ongoing", place.start, clause.end)
        for thing in (r for r in clause.outer if r.end <= place.start and r.type in _BEGUN):
            inner = _deepest(made.text, clause, place)
            if _SET_IN.fullmatch(text, thing.end, place.start) and sites.begins().match(text, inner.end, clause.end):
                made.add(thing.entity, "LOCATED_IN", inner.entity, "ongoing", thing.start, clause.end)


_DESIGNATED = re.compile(
    r"(?:成功|被|也|又|双双|同时|先后|首批|正式|已|[一-鿿]{2,8}(?=列|确定|认定))*(?:列入|列为|确定为|确认为|认定为|评为|命名为|批准为|批复为|入选|获评|获批|成为|升格为|升级为|跻身|进入|纳入|荣获|获得|创成|被授予|作为)(?:了|首批|全国|全省|第[一二三四五六]批|国家级?|\d{4}年)*[“《]?"
)


def _designated(made: Maker, clause: Clause) -> None:
    """将R列入Z, R、S入选Z: a designation lies in the places that it is given to."""
    regions = [r for r in clause.outer if r.type == "Region" and made.text[r.start] not in "全"]
    for zone in (r for r in clause.outer if r.type == "DemonstrationZone"):
        given = next(
            (r for r in regions if r.end <= zone.start and _DESIGNATED.fullmatch(made.text, r.end, zone.start)), None
        )
        for home in _row(made, regions, given) if given and not clause.negated else []:
            made.add(zone.entity, "LOCATED_IN", home.entity, "ongoing", home.start, clause.end)


def _built(made: Maker, clause: Clause) -> None:
    """支持R、S建设L, R获批Z: the zone or platform right behind the verb lies in the places right before it."""
    regions = [r for r in clause.outer if r.type == "Region" and made.text[r.start] not in "本我全"]
    for place in regions:
        built = _built_by(made, clause, place)
        if built is None or built.type not in ZONES | {"Platform"}:
            continue
        for thing in slots.row_from(made.text, built, [r for r in clause.outer if r.type == built.type]):
            for home in _row(made, regions, place) if not _elsewhere(made, thing, place) else []:
                if not _named_for(made, thing, home):
                    made.add(thing.entity, "LOCATED_IN", home.entity, "ongoing", home.start, clause.end)


def _built_by(made: Maker, clause: Clause, place: scene.Ref) -> scene.Ref | None:
    """What stands right behind the words that say what the place builds or is given."""
    verb, given = _BUILDS.match(made.text, place.end), _GRANTED.match(made.text, place.end)
    at = {*(verb.span("which") if verb else ()), *((given.end(),) if given else ())}
    return next((r for r in clause.outer if r.start in at), None)


def _named_for(made: Maker, thing: scene.Ref, place: scene.Ref) -> bool:
    """Where a thing bears its place in its name, the words that name it first say where it lies (see `names`)."""
    name, home = (made.view.entities[ref.entity].name for ref in (thing, place))
    return name.startswith(home[:2])


def _elsewhere(made: Maker, thing: scene.Ref, place: scene.Ref) -> bool:
    """Whether the thing's own name places it in another region than the place or the one that holds it."""
    named = {p.code for hit in find_places(made.view.entities[thing.entity].name) for p in hit.places}
    code = str(made.view.entities[place.entity].prop("code") or "")
    return bool(named) and not named & {code, code and divisions.city(code), divisions.province(code)}


def _row(made: Maker, regions: list[scene.Ref], last: scene.Ref) -> list[scene.Ref]:
    """The places joined to the last one: 甲市、乙市."""
    return slots.row_of_last(made.text, [r for r in regions if r.start <= last.start], _AND)
