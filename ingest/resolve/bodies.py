"""Agencies: the full name of a body from its place, function and form."""

from __future__ import annotations

import re

from ingest.find import areas, bodies, names, national, places, words
from ingest.find.kinds import Found
from ingest.reference import lives
from ingest.resolve.board import Board
from ingest.resolve.context import MUNICIPALITIES
from ingest.resolve.names import expand, full_place


def resolve_bodies(board: Board) -> None:
    """Every named body; one whose place the document does not tell is a class and is left."""
    departments: list[tuple[Found, str]] = []
    for f in board.found:
        if f.type != "Agency" or f.bare or _opens_an_organisation(board, f) or _holds_a_session(board, f):
            continue
        place = _place_of(board, f)
        if f.note == bodies.DEPARTMENT:
            departments.append((f, place))
            continue
        name = _name(board, f, place)
        if name:
            draft = board.draft("Agency", name)
            board.take(f, draft)
            draft.name = _with_city(board, place, draft.name)
            draft.props["level"] = places.by_code()[place].level if place else "national"
            if place:
                draft.props["region"] = place

    for f, place in departments:
        _department(board, f, place)


def _opens_an_organisation(board: Board, f: Found) -> bool:
    """国家海洋局|第三海洋研究所: the institute is meant."""
    longer = (o for o in board.holding(f) if o.type == "Organization" and not o.bare)
    return f.note == national.NATIONAL and any(o.start == f.start and o.end > f.end for o in longer)


def _holds_a_session(board: Board, f: Found) -> bool:
    """市政协|十六届三次会议, 省委|经济工作会议: the session is meant, not who holds it, unless the session acts for it."""
    return (f.note == bodies.PARTY or f.text.endswith(_ASSEMBLIES)) and any(
        o.type == "Meeting" and o.end > f.end and not _PASSES.match(board.text, o.end) for o in board.holding(f)
    )


_ASSEMBLIES = ("政协", "人大", "人民代表大会")
_PASSES = re.compile(r"(?:审议|表决|讨论)?(?:通过|批准|决定)")


def _with_city(board: Board, code: str, name: str) -> str:
    """A district's bodies carry its city where the text once writes both (深圳市坪山区)."""
    place = places.by_code().get(code)
    city = places.by_code().get(place.parent) if place else None
    if place is None or city is None or not place.name.endswith("区") or city.name + place.name not in board.text:
        return name
    return name.replace(place.name, city.name + place.name, 1) if city.name not in name else name


def _department(board: Board, f: Found, code: str) -> None:
    """市财政部门 is the 市财政局 that the text names; without one it goes by what it is called."""
    place = places.by_code().get(code)
    if place is None:
        return
    written = f.composed or f.text
    base, long = full_place(place), words.lexicon("bodies")["functions"][f.head]
    known = [d for d in board.distinct("Agency") if re.fullmatch(rf"{base}{long}(?:厅|局|委员会|办公室)", d.name)]
    called = written[written.index(f.head) :]
    if called == f.head:
        # The purse of a place: a province's department is a 厅, that of a city or of a municipality a 局.
        called += "厅" if place.level == "provincial" and not place.name.endswith("市") else "局"
    draft = known[0] if len(known) == 1 else board.draft("Agency", base + called)
    board.take(f, draft, f"{f.text}: {draft.name}")
    draft.props |= {"region": code, "level": place.level}


def _place_of(board: Board, f: Found) -> str:
    """Code of the division that a body belongs to, empty for a national one."""
    if f.note == national.NATIONAL:
        return ""
    here = [r for r in board.found_within(f.start, f.end) if r.type == "Region" and r.place and r.place.code]
    first = f.start + (2 if f.text.startswith("中共") else 0)
    outer = [r for r in here if r.start == first or any(o.end == r.start for o in here)]
    if outer:
        return _meant(board, outer[-1])
    word = re.match(r"(?:中共)?(自治区|省|市|州|县|区|盟|旗)", f.composed or f.text)
    return board.context.region(word[1]) if word else ""


def _meant(board: Board, region: Found) -> str:
    draft = board.at.get((region.start, region.end, "Region"))
    return str(draft.props.get("code", "")) if draft else (region.place.code if region.place else "")


def _name(board: Board, f: Found, code: str) -> str:
    if f.note == national.NATIONAL:
        return _national_name(board, f)
    if f.note == national.BRANCH and f.text.endswith("税务局") and not f.text.startswith("国家"):
        return _tax_bureau(board, f, code)
    if f.note == national.BRANCH and (branch := _BY_PLACE.fullmatch(f.text)):
        return f"{_CENTRAL[branch['kind']]}{branch['place']}监管局"
    if f.note == national.BRANCH:
        written = f.composed or f.text
        name = re.sub(r"^人民银行|^人行", "中国人民银行", written).replace("营管部", "营业管理部")
        return re.sub(r"^中国证监会", "中国证券监督管理委员会", re.sub(r"^中国银保监会", _CENTRAL["银保监局"], name))
    if f.note == bodies.ZONE:
        return committee_name(f.composed or f.text)
    if f.note == areas.OF_TOWN:
        return f.composed
    if f.note == names.OFFICE:
        return expand(board, re.sub(r"办$", "办公室", f.text))
    if f.note == national.COMMITTEE:
        return expand(board, committee_name(f.composed or f.text))
    place = places.by_code().get(code)
    if place is None:
        return _placeless(board, f)
    if f.head in _OWN_COURTS and not f.text.startswith(place.name):
        return f.text
    base = full_place(place)
    if f.note == bodies.PARTY:
        return f"中国共产党{base}委员会"
    if f.note == bodies.PARTY_OFFICE:
        return f"中共{base}委{_office(f.head)}"
    # The tax bureaus of the places are branches since 2018.
    return f"国家税务总局{base}{f.head}" if f.head == "税务局" else _of_place(place, f.head)


# 重庆证监局 is how the commission's bureau in 重庆 is called.
_CENTRAL = {
    "证监局": "中国证券监督管理委员会",
    "银保监局": "中国银行保险监督管理委员会",
    "金融监管局": "国家金融监督管理总局",
}
_BY_PLACE = re.compile(rf"(?P<place>[一-鿿]{{2,4}}?)(?P<kind>{'|'.join(_CENTRAL)})")


def _of_place(place: places.Place, head: str) -> str:
    """A body of a place; a province's 国资委 is its government's."""
    state = head == _STATE_ASSETS and place.level == "provincial" and place.code not in MUNICIPALITIES
    return full_place(place) + ("人民政府" if state else "") + head


def _tax_bureau(board: Board, f: Found, code: str) -> str:
    place = places.by_code().get(code)
    return f"国家税务总局{full_place(place)}税务局" if place else f"国家税务总局{f.text}"


# 北京知识产权法院 is called so, without 市.
_STATE_ASSETS = "国有资产监督管理委员会"
_OWN_COURTS = ("知识产权法院", "金融法院", "互联网法院")


def committee_name(text: str) -> str:
    """A zone's committee in full: 珠海高新区管委会 → 珠海高新技术产业开发区管理委员会."""
    name = re.sub(r"管委会$", "管理委员会", text).replace("国家高新", "高新")
    return name.replace("高新区", "高新技术产业开发区").replace("经开区", "经济技术开发区")


_OFFICES = {"政法委": "政法委员会", "编办": "机构编制委员会办公室", "直属机关工委": "直属机关工作委员会"}


def _office(head: str) -> str:
    functions = words.lexicon("bodies")["functions"]
    if head in _OFFICES:
        return _OFFICES[head]
    return f"{functions[head[:-1]]}委员会办公室" if head.endswith("办") and head[:-1] in functions else head


def _placeless(board: Board, f: Found) -> str:
    """A body without a known place: a ministry's counterpart of the document's own level, or nothing."""
    if f.note != bodies.FUNCTION:
        return ""
    led = f.text[:1] in "省市州县区盟旗" or f.text.startswith("自治区")
    if led:
        return "" if board.context.here else f.text
    form = f.text[-1]
    here = places.by_code().get(board.context.province if form == "厅" else board.context.here)
    if here is not None:
        return full_place(here) + f.head
    return f.head if len(f.text) >= 4 and board.context.here else ""


def _national_name(board: Board, f: Found) -> str:
    """林业局 in a province's document is the province's own; 广电总局 is the body that was called so at the time."""
    here = places.by_code().get(board.context.here)
    if here is not None and f.text in words.lexicon("bodies")["also_local"]:
        local = f.head.removeprefix("国务院").removeprefix("国家").removeprefix("中国")
        return _of_place(here, local)
    return lives.in_office(f.text, f.head, board.outline.date)
