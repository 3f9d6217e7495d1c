"""English names of Chinese bodies, put together from place, function and form: Liuzhou Finance Bureau for 柳州市财政局."""

from __future__ import annotations

import re
from functools import cache

from ingest.naming import places, words, zones

_FORMS = {"厅": "Department", "局": "Bureau", "委员会": "Commission", "办公室": "Office"}
_PARTY = re.compile(r"(?:中国共产党|中共)(?P<place>.+?)委(?:员会|(?!员))(?P<department>.*)")
_CONSULTATIVE = re.compile(r"中国人民政治协商会议(?P<place>.+?)委员会(?P<office>办公厅|办公室|)")
_CONGRESS = re.compile(r"人民代表大会(?P<standing>常务委员会|)(?P<office>办公厅|办公室|)")
_COURTS = {
    "高级人民法院": "High People's Court", "中级人民法院": "Intermediate People's Court", "人民法院": "People's Court",
    "人民检察院": "People's Procuratorate", "海关": "Customs", "人民政府": "People's Government", "监察委员会": "Supervisory Commission",
}  # fmt: skip
_GENERAL = {"人民政府办公厅", "人民政府办公室"}
_CONSULTATIVE_EN = "Chinese People's Political Consultative Conference"


@cache
def name(chinese: str) -> str | None:
    """The English name of a body, if every piece of its Chinese one is known.

    >>> name("湖北省科学技术厅"), name("柳州市鱼峰区财政局"), name("某某局")
    ('Hubei Department of Science and Technology', 'Finance Bureau of Yufeng District, Liuzhou', None)
    """
    known = words.table("national").get(chinese)
    return known or _party(chinese) or _branch(chinese) or _regional(chinese) or _customs(chinese) or _of_zone(chinese)


def _regional(chinese: str) -> str | None:
    """A body of a place: its government, congress, court, or the one for a function."""
    where, rest = places.leading(chinese)
    if not where or not rest:
        return None
    if rest in _COURTS:
        return at(where, _COURTS[rest])
    if rest in _GENERAL:
        return f"General Office of the {at(where, _COURTS['人民政府'])}"
    if congress := _CONGRESS.fullmatch(rest):
        held = at(where, "People's Congress")
        held = f"Standing Committee of the {held}" if congress["standing"] else held
        return f"General Office of the {held}" if congress["office"] else held
    return _office(where, rest)


def _office(where: list[str], rest: str) -> str | None:
    """The body of a place for a function: Department of W in a province, W Bureau elsewhere; of a zone, behind it."""
    form = next((form for form in _FORMS if rest.endswith(form)), "")
    what = function(rest.removesuffix(form).removeprefix("人民政府")) if form else None
    if what is None:
        return None
    named = f"{what} {_FORMS[form]}" if form != "厅" and "," not in what else f"{_FORMS[form]} of {what}"
    if what.endswith("Administration") and form == "局":
        named = what
    return at(where, named)


def function(chinese: str) -> str | None:
    """What a body does, in English: several functions that stand beside each other are joined.

    >>> function("发展和改革"), function("教育体育"), function("自然资源和规划"), function("某事")
    ('Development and Reform', 'Education and Sports', 'Natural Resources and Planning', None)
    """
    parts: list[str] = []
    while chinese:
        hit = next((word for word in words.longest_first("functions") if chinese.startswith(word)), None)
        if hit is None:
            return None
        parts.append(words.table("functions")[hit])
        chinese = re.sub("^[和与、]", "", chinese.removeprefix(hit))
    return _listed(parts)


def _listed(parts: list[str]) -> str | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    inside = any(" and " in part or "," in part for part in parts[:-1] if len(parts) > 1)
    comma = "," if inside or len(parts) > 2 else ""
    return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}"


def _branch(chinese: str) -> str | None:
    """The office that a body of the centre has in a place: People's Bank of China, Nanning Central Sub-branch."""
    head = next((one for one in words.longest_first("national") if chinese.startswith(one)), None)
    if head is None:
        return None
    where, rest = _places_before(chinese.removeprefix(head), "branches")
    if not where or rest not in words.table("branches"):
        return None
    return f"{words.table('national')[head]}, {at(where, words.table('branches')[rest])}"


def _places_before(text: str, table: str) -> tuple[list[str], str]:
    """Branches name their places without rank; those of counties, with it."""
    where, rest = places.leading(text)
    return (where, rest) if where and rest in words.table(table) else places.leading(text, True, places.RANKS[:2])


def _party(chinese: str) -> str | None:
    """A committee of the party or of the consultative conference, and what stands under it."""
    if consulted := _CONSULTATIVE.fullmatch(chinese):
        where, rest = places.leading(consulted["place"])
        held = at(where, f"Committee of the {_CONSULTATIVE_EN}") if where and not rest else None
        return f"General Office of the {held}" if held and consulted["office"] else held
    party = _PARTY.fullmatch(chinese)
    where, rest = places.leading(party["place"]) if party else ([], "")
    if party is None or not where or rest:
        return None
    held = at(where, "Committee of the Communist Party of China")
    if not party["department"]:
        return held
    department = words.table("departments").get(party["department"])
    return f"{department} of the {held}" if department else None


def _customs(chinese: str) -> str | None:
    """A customs house, which is named after its place without that place's rank."""
    where, rest = places.leading(chinese, short=True)
    return at(where, "Customs") if where and rest == "海关" else None


def _of_zone(chinese: str) -> str | None:
    """The committee that administers a zone, and the offices of a zone."""
    for kind in words.longest_first("zones"):
        before, found, rest = chinese.rpartition(kind)
        zone = zones.name(before + found) if found and rest else None
        if zone and rest == "管理委员会":
            return f"{zone} Administrative Committee"
        if zone:
            return _office(["", f"the {zone}"], rest)
    return None


def at(where: list[str], noun: str) -> str:
    """What stands in a place: before it the place, behind it a place that lies in another, or a zone."""
    (inner, *outer) = reversed(where)
    return f"{noun} of {', '.join(filter(None, (inner, *outer)))}" if outer else f"{inner} {noun}"
