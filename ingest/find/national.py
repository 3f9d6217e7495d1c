"""Bodies of the centre, their branches in the regions, committees of zones, and mass organisations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ingest import reference
from ingest.find import kinds, words
from ingest.find.kinds import Ground

NATIONAL, BRANCH, COMMITTEE = "national", "branch", "committee"


@cache
def names() -> dict[str, str]:
    """Short and long names of national bodies to their full name, the lexicon's before the table's."""
    found: dict[str, str] = {}
    for body in reference.agencies():
        if body.pattern or not body.level.startswith("国家") or "人民团体" in body.level or "事业单位" in body.level:
            continue
        name = body.name.removeprefix("中华人民共和国")
        found |= {form: name for form in (name, *body.short) if len(form) > 2}
    known = dict(words.lexicon("bodies")["national"])
    return found | {full: full for full in known.values()} | known


@cache
def _matcher() -> words.Matcher:
    return words.Matcher(names())


_LEVEL_BEFORE = frozenset("省市州县区盟旗")
_LOCAL_FORM = re.compile(r"(?:国务院|党中央|中共中央|国家|中国|全国|中央)")
_BRANCHED = re.compile(
    r"[一-鿿]{2,10}?(?:中心支行|分行|支行|营业管理部|营管部|上海总部|税务局|监管局|监管分局|调查总队)"
)
# 国家X局 that no list knows.
_STATE = re.compile(
    r"国家[一-鿿]{2,8}?(?:总局|(?<![大全格布])局|(?<![签部合])署|委员会)(?=[^一-鿿]|等|和|与|及|关于|负责|会同|评审|审定|批复|批准|同意|认定|印发|发布|公布|牵头|联合|支持|备案|$)"
)


def find(ground: Ground) -> Iterator[kinds.Found]:
    """National bodies and branches."""
    yield from _nationals(ground)
    yield from _branches(ground)
    for match in _INNER_OFFICE.finditer(ground.text):
        full = f"国务院办公厅{match['task']}办公室"
        yield _found(ground.text, match.start(), match.end(), full, NATIONAL, "office of the General Office")
    for match in _STATE.finditer(ground.text):
        if match[0] not in names():
            yield _found(ground.text, match.start(), match.end(), match[0], NATIONAL, "国家 and form")


# 国务院办公厅职能转变办: an office inside the General Office, in short or in full.
_INNER_OFFICE = re.compile(
    r"国务院办公厅(?P<task>(?:(?!会同|印发|转发|关于|同意|以及|国务院|国家|中央)[一-鿿]){2,10}?)(?:办公室|办(?=[的，。、；：）]|会同|牵头|负责))"
)


def _nationals(ground: Ground) -> Iterator[kinds.Found]:
    text = ground.text
    for start, end, full in _matcher().find(text):
        local = not _LOCAL_FORM.match(text, start)
        if local and (
            start in ground.ends or text[start - 1 : start] in _LEVEL_BEFORE or text[start - 1 : start] == "各"
        ):
            continue  # 广西知识产权局 and 市体育局 are the region's own
        if re.match(r"部?(?:门|长|署令)|际", text[end:]) and not text[start:end].endswith("院"):
            continue
        if text[start:end].endswith(("人民银行", "人行", "税务总局", "监管总局")) and _BRANCHED.match(text, end):
            continue
        if len(text[start:end]) == 2 and _inside_word(text, start):
            continue
        yield _found(text, start, end, full, NATIONAL, "national body")


def _inside_word(text: str, start: int) -> bool:
    """人行 inside 人行道 or 法人行为."""
    return "一" <= text[start - 1 : start] <= "鿿" and text[start - 1 : start] not in "、和与及由经向"


_WITH_BRANCHES = (
    "国家税务总局", "国家金融监督管理总局", "中国银行保险监督管理委员会", "中国证券监督管理委员会", "中国银保监会", "中国证监会",
    "国家统计局", "国家外汇管理局",
)  # fmt: skip
_BRANCH = re.compile(
    r"(?:中国)?人民银行(?!各)(?:[一-鿿]{2,10}?)(?:中心支行|营业管理部|营管部|分行|支行|上海总部)|"
    r"人行(?!各)(?:[一-鿿]{2,8}?)(?:中心支行|营业管理部|营管部|分行|支行)|"
    rf"(?:{'|'.join(_WITH_BRANCHES)})(?:[一-鿿]{{2,10}}?)"
    r"(?:税务局|监管局|监管分局|银保监局|证监局|调查总队|调查队|分局|局)"
)
_BY_PLACE = re.compile(
    r"银保监局|银保监分局|证监局|银监局|保监局|金融监管局|金融监管分局|海关(?!特殊|总署|监管区|统计|监管场)|税务局|海事局|证券监管局"
)


# 坪山海关 in a row of bodies: customs houses are named after places that are often no divisions.
_CUSTOMS = re.compile(r"、(?P<name>[一-鿿]{2,3}海关)(?=[、，；。）]|和|及|与|等|$)")


def _branches(ground: Ground) -> Iterator[kinds.Found]:
    text = ground.text
    for match in _CUSTOMS.finditer(text):
        yield _found(text, *match.span("name"), "", BRANCH, "customs house in a row of bodies")
    for match in words.where(_BRANCH, text, ("人民银行", "人行", *_WITH_BRANCHES)):
        yield _found(text, match.start(), match.end(), "", BRANCH, "branch of a central body")
    for match in _BY_PLACE.finditer(text):
        hit = ground.ends.get(match.start())
        if hit is not None and not hit.full:
            yield _found(text, hit.start, match.end(), "", BRANCH, "place and branch of a central body")


# 示范区|执行委员会, 自贸试验区|工作办公室, 科创城|管理局: the body that runs a zone.
_EXECUTIVE = re.compile(r"执行委员会|(?:建设)?(?:工作|管理|服务)办公室|管理局")
_COMMITTEE = re.compile(r"管(?<!监督管)(?:理委员会|委会)")
# 某地区开发建设|管理委员会: what the committee is for stands between its area and its form.
_TASK = re.compile(
    r"(?P<area>地区|区域|园区|流域|风景名胜区|度假区|景区|新区|新城|试验区)(?:开发|建设|规划|发展|协调|保护)*$"
)
_NAMED = re.compile(r"[一-鿿]{2,8}$")
_GENERIC = re.compile(
    r"(?:园区|开发区|高新区|新区|片区|经开区|功能区|产业园区|示范区|区|县|市|各|所属|有关|相关|本|该|其|区域)$"
)


def committees(ground: Ground, zones: list[kinds.Found]) -> Iterator[kinds.Found]:
    """A zone and 管委会; a list of zones may share it (甲园区、乙新区管委会)."""
    text = ground.text
    by_end = {z.end: z for z in zones if not z.bare}
    for match in _COMMITTEE.finditer(text):
        zone = by_end.get(match.start())
        begin = zone.start if zone else _area_start(ground, match.start())
        if begin is None:
            begin = _plain_start(ground, match.start())
        if begin is None:
            continue
        yield _found(text, begin, match.end(), "管理委员会", COMMITTEE, "zone and 管委会")
        if zone is None:
            yield from _areas(text, begin, match)
        while text[begin - 1 : begin] == "、" and (other := by_end.get(begin - 1)) is not None:
            yield kinds.Found(other.start, other.end, "Agency", other.text, head="管理委员会", note=COMMITTEE,
                              composed=other.text + match[0], reason="list of zones that shares its 管委会")  # fmt: skip
            begin = other.start


def executives(ground: Ground, zones: list[kinds.Found]) -> Iterator[kinds.Found]:
    """A zone, or its bare head after its name, and 执行委员会."""
    text = ground.text
    by_end = {z.end: z for z in zones}
    for match in _EXECUTIVE.finditer(text):
        zone = by_end.get(match.start())
        if zone is not None:
            earlier = (
                z.text for z in reversed(zones) if not z.bare and z.end <= zone.start and z.text.endswith(zone.text)
            )
            name = next(earlier, zone.text) if zone.bare else zone.text
            yield kinds.Found(zone.start, match.end(), "Agency", text[zone.start : match.end()], head=match[0],
                              note=COMMITTEE, composed=name + match[0], reason="zone and the form of a body that runs it")  # fmt: skip


def _areas(text: str, begin: int, committee: re.Match[str]) -> Iterator[kinds.Found]:
    """The area that a committee develops and governs is a functional area, wherever the text names it."""
    task = _TASK.search(text, max(0, committee.start() - 12), committee.start())
    if task is None:
        return
    area = text[begin : task.end("area")]
    brief = area[3:] if area[2:3] in "市县区州" and len(area) > 6 else area
    for match in re.finditer(re.escape(brief), text):
        start = match.start() - (len(area) - len(brief) if text.endswith(area, 0, match.end()) else 0)
        yield kinds.Found(start, match.end(), "DevelopmentZone", text[start : match.end()], head=task["area"],
                          composed=area, reason="area with a committee of its own")  # fmt: skip


def _area_start(ground: Ground, end: int) -> int | None:
    """上海市临港地区开发建设管理委员会: an area, named after a place or by itself, and the committee's task."""
    match = _TASK.search(ground.text, max(0, end - 12), end)
    if match is None:
        return None
    floor = max(0, match.start() - 10)
    cut = max((i for i in range(floor, match.start() - 1) if ground.flags[i]), default=floor)
    here = [h for e in range(cut + 1, match.start() + 1) if (h := ground.ends.get(e)) is not None]
    while here and (outer := ground.ends.get(here[0].start)) is not None:
        here.insert(0, outer)
    return here[0].start if here else None


def _plain_start(ground: Ground, end: int) -> int | None:
    """临港管委会, 中关村管委会: the zone has no head noun of its own."""
    match = _NAMED.search(ground.text, max(0, end - 8), end)
    if match is None or ground.flags[end] or _GENERIC.search(ground.text, max(0, end - 8), end):
        return None
    cut = max((i for i in range(match.start(), end - 1) if ground.flags[i]), default=match.start())
    last = max(ground.text.rfind(c, cut, end) for c in "委局办厅")
    begin = max(cut, last + 1)
    free = begin == 0 or ground.flags[begin] or begin == last + 1 or not "一" <= ground.text[begin - 1] <= "鿿"
    return begin if free and end - begin >= 2 else None


@cache
def _associations() -> re.Pattern[str]:
    return re.compile(words.any_of(words.lexicon("bodies")["associations"]))


# Why a body is one that everybody knows by name.
KNOWN = "known organisation"


@cache
def _known() -> words.Matcher:
    data = words.lexicon("organizations")
    return words.Matcher({**{name: name for name in data["known"]}, **data["short"]})


# A name of two characters or of letters is a part of other words too often (做|强生|产, 承|诺华|北).
_NEXT = re.compile(r"[^一-鿿A-Za-z0-9]|$|[和与及等在是已将]|牵头|联合|签|投资|参与|公司|集团|（")


def _stands(ground: Ground, start: int, end: int) -> bool:
    """Whether the known name that stands there is a word by itself."""
    text = ground.text
    if text[start].isascii() or text[end - 1].isascii():
        around = text[start - 1 : start] + text[end : end + 1]
        return not any(c.isascii() and c.isalnum() for c in around)
    if end - start > 2:
        return True
    free = start == 0 or bool(ground.flags[start]) or not "一" <= text[start - 1] <= "鿿"
    return free and _NEXT.match(text, end) is not None


def _known_there(ground: Ground, start: int, end: int, name: str) -> kinds.Found:
    """The known organisation, or its house in a place whose short name stands right before it (衡阳|特变电工)."""
    hit = ground.ends.get(start)
    if hit is None or hit.full or name != ground.text[start:end] or hit.places[0].level == "wider":
        return kinds.Found(start, end, "Organization", ground.text[start:end], composed=name, reason=KNOWN)
    return kinds.Found(hit.start, end, "Organization", ground.text[hit.start : end], reason=KNOWN)


# The note of 团市委, which goes by the place of the document.
LEAGUE = "league"
# The note of a committee of one of the eight democratic parties.
PARTY = "democratic party"
_PARTIES = re.compile(
    r"(?P<party>民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?P<place>[一-鿿]{0,8}?)(?:中央(?:委员会)?|[省市州县区]?委(?:员会|会)?)(?=[^一-鿿]|提|关于|和|与|的|建议|举办|赴|开展|调研|在|递交|提交|反映|认为|就|围绕|$)"
)
_UNDER = re.compile(
    r"(?:中国(?:医学|农业|社会|林业科学研究|水产)?科学|中科)院(?:(?:(?!的|共同|与|和)[一-鿿]){2,12}?|(?:(?!的|共同|与|和)[一-鿿]){2,6}与(?:(?!的|大学|省|市|公司|集团|院)[一-鿿]){2,6}?(?=研究所))(?:研究所|研究院|分院|中心|天文台|植物园|所(?=[、，。；）和与等]|牵头|联合|承担|参与|开展|研发|组织|负责|签))"
)
_PARTS = r"(?:(?:第?[一二三四五六七八九十]+研?究?院|[^\W\d_]{2,6}研究院)?第?(?:\d{2,4}|[一二三四五六七八九十百]+)(?:研究)?所|第?[一二三四五六七八九十]+院)(?![^\W\d_]*校)"


@cache
def _numbered() -> re.Pattern[str]:
    """航天科技集团五院510所, 中铁二局: a part of a group of the centre, by its number or its place."""
    data = words.lexicon("bodies")
    groups, placed = words.any_of(data["numbered_groups"]), words.any_of(data["groups_by_place"])
    return re.compile(
        rf"(?:中国)?(?:{groups})(?:公司)?{_PARTS}|"
        rf"(?:{placed})(?:第?[一二三四五六七八九十]+(?:局|公司)|(?P<place>[一-鿿]{{2,3}})(?:省|市)?(?:电力(?:公司)?|分?公司|油田|石化))"
    )


_LEAGUE = re.compile(r"团(?<![集社师兵财]团)[省市区县州]委(?!员)")
_LEAGUE_OF = re.compile(r"共青团(?P<place>[一-鿿]{2,9}?[省市县区州盟旗])委(?:员会)?(?!员)")


def associations(ground: Ground, begin_of: Callable[[Ground, int], int | None]) -> Iterator[kinds.Found]:
    """市总工会, 省科协: mass organisations by place or level; organisations that everybody knows by name."""
    for start, end, name in _known().find(ground.text):
        if _stands(ground, start, end):
            yield _known_there(ground, start, end, name)
    for match in _PARTIES.finditer(ground.text):
        yield kinds.Found(match.start(), match.end(), "Organization", match[0], head=match["party"], note=PARTY,
                          reason="committee of a democratic party")  # fmt: skip
    for match in _UNDER.finditer(ground.text):
        yield kinds.Found(match.start(), match.end(), "Organization", match[0], reason="institute of an academy")
    groups = words.lexicon("bodies")
    for match in words.where(_numbered(), ground.text, (*groups["numbered_groups"], *groups["groups_by_place"])):
        if (
            match["place"] is None
            or ground.hits_within(match.start("place"), match.end("place"))
            or match[0].endswith("油田")
        ):
            yield kinds.Found(
                match.start(), match.end(), "Organization", match[0], reason="numbered or placed part of a group"
            )
    for match in _LEAGUE.finditer(ground.text):
        yield kinds.Found(match.start(), match.end(), "Organization", match[0], head=match[0][1], note=LEAGUE,
                          reason="youth league of a place")  # fmt: skip
    for match in words.where(_LEAGUE_OF, ground.text, ("共青团",)):
        yield kinds.Found(match.start(), match.end(), "Organization", match[0], reason="youth league of a place",
                          composed=f"中国共产主义青年团{match['place']}委员会")  # fmt: skip
    table = words.lexicon("bodies")["associations"]
    for match in _associations().finditer(ground.text):
        begin = begin_of(ground, match.start())
        if begin is not None:
            yield kinds.Found(begin, match.end(), "Organization", ground.text[begin : match.end()], head=table[match[0]],
                              note="association", reason="mass organisation of a place")  # fmt: skip


def _found(text: str, start: int, end: int, head: str, note: str, reason: str) -> kinds.Found:
    return kinds.Found(start, end, "Agency", text[start:end], head=head, note=note, reason=reason)
