"""Named things: zones, funds, programmes, platforms, mechanisms, organisations, meetings, persons, target groups."""

from __future__ import annotations

import re
from functools import cache

from ingest import reference
from ingest.find import edges, national, places, words
from ingest.find.kinds import Found
from ingest.resolve.board import Board
from ingest.resolve.context import MUNICIPALITIES

_APART = ("Region", "Agency", "Proposal", "Policy")


def resolve_names(board: Board) -> None:
    """Every candidate with a name of its own that no longer name swallows."""
    for f in board.found:
        if f.type in _APART or f.bare or (f.start, f.end, f.type) in board.at or swallowed(board, f):
            continue
        name = full_name(board, f)
        if name:
            board.take(f, board.draft(f.type, name))


def swallowed(board: Board, f: Found) -> bool:
    """A name inside a longer name of a kind that does not nest: 科学院 inside an agency, 试点 inside a policy's head."""
    held = list(board.holding(f))
    over = [o for o in held if o.end - o.start > f.end - f.start]
    titles = [o for o in over if o.type in ("Policy", "Proposal") and o.reason == "title in 《》"]
    title = board.outline.title
    if f.note in ("unquoted", "named") and title and title[0] <= f.start < title[1]:
        return True
    if f.type == "TargetGroup" and _addressed(board, f):
        return True
    if f.type in ("Policy", "TargetGroup") and titles:
        return f.note != "inner"
    if f.note != "quoted" and f.type == "Policy" and any(o.type == "Policy" and not o.bare for o in over):
        return True
    if f.type in _OF_FIRMS and any(o.type == "Organization" and o.text.endswith("公司") for o in over):
        return True
    if f.type == "Organization" and any(o.type == "Agency" for o in held):
        return True
    named = [o for o in over if not o.bare]
    same = [o for o in held if (o.start, o.end) == (f.start, f.end)]
    if f.type == "Platform" and any(o.reason == national.KNOWN or o.note == national.NATIONAL for o in same):
        return True
    if f.reason == national.KNOWN and any(o.type == "Organization" for o in named):
        return True
    # 中国科学院 inside 中国科学院昆明植物研究所, 创业投资 inside a firm's name.
    if any(o.type == "Organization" and (o.start == f.start or f.type == "TargetGroup") for o in named) and f.type in (
        "Organization",
        "TargetGroup",
    ):
        return True
    if f.type == "Programme" and any(_is_title(board, f, t) for t in titles):
        return True
    if titles and f.type in _NESTING:
        return f.note == "unplaced" or _class_that_a_title_rules(board, f)
    if f.note == "quoted" and any(o.type == f.type and o.start == f.start - 1 and o.end > f.end for o in named):
        return True
    if f.type == "Programme" and any(o.type == "Fund" and o.end - f.end <= 4 for o in named):
        return True
    return f.type == "Organization" and any(o.type == "Platform" and o.start == f.start for o in named)


# 某某实验室|有限公司, 某市产业基金|有限公司: what a firm is called after is not spoken of.
_OF_FIRMS = frozenset(("Platform", "Fund", "DevelopmentZone"))


def _is_title(board: Board, f: Found, title: Found) -> bool:
    """《某某三年行动计划（2024—2026年）》 names the plan by its whole title: a text, not a programme beside it."""
    return f.start - title.start <= 1 and _YEARS.fullmatch(board.text, f.end, title.end) is not None


_YEARS = re.compile(r"(?:[（(][^（()）]{4,14}[)）])?》?")


def _addressed(board: Board, f: Found) -> bool:
    """有关高等学校、科研院所： are written to, not provided for."""
    to = board.outline.addressees
    return to is not None and to[0] <= f.start < to[1]


_NESTING = frozenset(("Programme", "Mechanism", "Organization", "Fund", "Platform", "DemonstrationZone"))
_RULED = re.compile(
    r"(?:建设|认定|申报|评估|评价|考核|绩效|运行|备案)*(?:和|与)?(?:管理|认定)?(?:暂行|试行|实施)?(?:办法|规定|细则|指南|指引|标准|条例)"
)


def _class_that_a_title_rules(board: Board, f: Found) -> bool:
    """《某省科技创新平台管理办法》 is about all platforms of the province, not about one of that name."""
    if f.type not in ("Platform", "DemonstrationZone") or not _RULED.match(board.text, f.end):
        return False
    region = next((r for r in board.found_within(f.start, f.end) if r.type == "Region" and r.start == f.start), None)
    own = f.text[len(region.text) if region else 0 : -len(f.head)] if f.head else ""
    return region is not None and edges.own_characters(own) <= 2 and board.text.count(f.text) == 1


def full_name(board: Board, f: Found) -> str:
    """The fullest form that document and common knowledge give."""
    name = (f.composed or f.text).replace("\n", "")
    if f.type == "TargetGroup":
        return f.composed
    if f.type == "Meeting":
        return meeting_name(board, name)
    if f.type == "HighTechZone":
        return _high_tech(name)
    if f.type == "DevelopmentZone":
        name = _free_trade(re.sub(r"经开区$", "经济技术开发区", name))
        name = re.sub(r"综保区$", "综合保税区", name)
    if f.note == national.PARTY:
        return _party(f)
    if f.note == "association":
        return _association(board, f)
    if f.note == national.LEAGUE:
        place = places.by_code().get(board.context.region(f.head))
        return f"中国共产主义青年团{full_place(place)}委员会" if place else f.text
    return expand(board, name)


_FREE_TRADE = re.compile(r"(?P<place>[一-鿿]{2,8}?)(?:省|市|壮族自治区)?自(?:由)?贸(?:易)?试验?区")


def _free_trade(name: str) -> str:
    """天津自贸试验区 → 中国（天津）自由贸易试验区, as the State Council names each."""
    match = _FREE_TRADE.fullmatch(name)
    known = match and any(reference.core(p.name) == match["place"] for p in reference.provinces())
    return f"中国（{match['place']}）自由贸易试验区" if match and known else name


@cache
def _official_zones() -> dict[str, str]:
    """Zones whose official name is not their place and 高新技术产业开发区, by short name (东湖高新区)."""
    odd = [z for z in reference.high_tech_zones() if not z.name.endswith("高新技术产业开发区")]
    return {short: z.name for z in odd for short in z.short if short.endswith("区")}


def _high_tech(name: str) -> str:
    """桂林市高新区 → 桂林高新技术产业开发区."""
    official = _official_zones().get(name)
    if official:
        return official
    name = re.sub(r"(?<=[一-鿿]{2})市(?=国家|高新)", "", name)
    name = re.sub(r"国家级高新", "国家高新", name)
    return re.sub(r"(?:高新区|高新技术开发区|高新产业开发区)$", "高新技术产业开发区", name)


def _party(f: Found) -> str:
    """民革贵州省委 → 中国国民党革命委员会贵州省委员会."""
    rest = re.sub(r"(?:委|委会)$", "委员会", f.text[len(f.head) :]).replace("中央", "中央委员会")
    return f"{words.lexicon('bodies')['parties'][f.head]}{rest}"


def _association(board: Board, f: Found) -> str:
    here = [d for d, s in board.starting(f.start, f.end, "Region") if s == f.start]
    code = str(here[-1].props.get("code")) if here else board.context.region(f.text[0])
    place = places.by_code().get(code)
    return full_place(place) + f.head if place else f.text


def full_place(place: places.Place) -> str:
    """A district of a municipality carries its name."""
    if place.level == "county" and place.province in MUNICIPALITIES:
        return places.by_code()[place.province].name + place.name
    return place.name


def expand(board: Board, name: str) -> str:
    """自治区X, 市X, 我市X: the level word gives way to the region's full name."""
    match = re.match(r"(?:我|本|全)?(自治区|省|市|县|区|州)(?![级际场属直域内外中管领]|部共建)", name)
    place = places.by_code().get(board.context.region(match[1])) if match else None
    return full_place(place) + name[match.end() :] if match and place else name


_PARTY_CONGRESS = re.compile(r"(?:党的)?([一二]?十[一二三四五六七八九]?)大$")
_PLENUM = re.compile(r"(?:党的)?([一二]?十[一二三四五六七八九]?)届([一二三四五六七八九])中全会$")
_NATIONAL_SESSION = re.compile(
    r"第?(?P<era>[一二三四五六七八九十]+)届全国(?:人大|人民代表大会)第?(?P<turn>[一二三四五六七八九十]+)次会议"
)
_PARTY_PLENUM = re.compile(r"(?P<place>[一-鿿]{0,12}?)委(?P<rest>[一二三四五六七八九十]+届.+)$")


def meeting_name(board: Board, name: str) -> str:
    """党的十九大 → 中国共产党第十九次全国代表大会; 市委五届十二次全会 → 中共广安市委五届十二次全会."""
    congress, plenum = _PARTY_CONGRESS.fullmatch(name), _PLENUM.fullmatch(name)
    if congress:
        return f"中国共产党第{congress[1]}次全国代表大会"
    if plenum:
        return f"中国共产党第{plenum[1]}届中央委员会第{plenum[2]}次全体会议"
    session = _NATIONAL_SESSION.fullmatch(name)
    if session:
        return f"第{session['era']}届全国人民代表大会第{session['turn']}次会议"
    local = _PARTY_PLENUM.fullmatch(name.removeprefix("中共"))
    if local:
        return f"中共{expand(board, local['place'])}委{local['rest']}"
    moved = re.sub(r"^(.*?届)(自治区|省|市|县|区|州)(?=人民政府|政府)", r"\2\1", name)
    full = expand(board, re.sub(r"(?<!人民)政府", "人民政府", moved))
    return full.removeprefix("党的")
