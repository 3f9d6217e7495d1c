"""Regions in the text: divisions by full and short names (GB/T 2260), signs of provinces, and regions above them.

A short form that is a word too counts only beside other evidence: its parent before it, a list of places, or a park
or zone after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph import divisions
from ingest import reference
from ingest.find import words

_LEVELS = ("provincial", "municipal", "county")


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division or a wider region. `level` is provincial, municipal, county or wider."""

    code: str
    name: str
    level: str
    parent: str = ""

    @property
    def province(self) -> str:
        """The code of the province that holds it, empty for wider regions."""
        return divisions.province(self.code) if self.code else ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place named at start:end; several candidates where one name stands for several divisions."""

    start: int
    end: int
    places: tuple[Place, ...]
    full: bool

    def choose(self, province: str, near: frozenset[str] = frozenset()) -> Place | None:
        """The division meant: the only one, else the one near a named city or inside the document's province."""
        if len(self.places) == 1:
            return self.places[0]
        inside = [p for p in self.places if p.parent in near] or [p for p in self.places if p.province == province]
        ranked = sorted(inside or self.places, key=lambda p: _LEVELS.index(p.level))
        top = [p for p in ranked if p.level == ranked[0].level]
        return top[0] if len(top) == 1 or inside else None


@dataclass(frozen=True, slots=True)
class _Word:
    """A form in the text. `trust`: 2 stands for itself, 1 needs a fitting neighbour, 0 is a word too."""

    places: tuple[Place, ...]
    trust: int
    full: bool


@cache
def by_code() -> dict[str, Place]:
    """Every division by its 6-digit code."""
    return {r.code: Place(r.code, r.name, r.level, r.parent) for r in reference.regions()}


@cache
def of_sign(sign: str) -> tuple[Place, ...]:
    """The large city and the province for which that one character stands (深, 粤), as far as the gazetteer has them."""
    cities = words.lexicon("places")["city_signs"]
    codes = [str(cities[sign])] if sign in cities else []
    codes += [p.code for p in reference.provinces() if sign in p.signs]
    return tuple(by_code()[code] for code in codes if code in by_code())


@cache
def _named() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for full in (True, False):
        for region in reference.regions():
            for form in (region.name,) if full else region.short:
                found.setdefault(form, []).append(by_code()[region.code])
    found |= {word: [Place("", name, "wider")] for word, name in words.lexicon("places")["wider"].items()}
    return {
        form: tuple(sorted(dict.fromkeys(p), key=lambda p: (form != p.name, (*_LEVELS, "wider").index(p.level))))
        for form, p in found.items()
    }


def named(name: str) -> tuple[Place, ...]:
    """Every division of that full or short name where it stands alone, those of the full name first, then by level."""
    return _named().get(name, ())


@cache
def _matchers() -> tuple[words.Matcher, words.Matcher]:
    """Forms that stand for themselves, and doubtful ones; a guard is a form without places that hides what begins inside it."""
    data = words.lexicon("places")
    forms: dict[str, _Word] = {}
    for region in sorted(reference.regions(), key=lambda r: _LEVELS.index(r.level)):
        place = by_code()[region.code]
        briefs = [s for s in region.short if len(s) > 1 and s not in data["never"] and s != region.name]
        _add(forms, region.name, place, 0 if _is_word(region) else 2, True)
        for brief in briefs:
            _add(forms, brief, place, 2 if "自治" in brief else _trust(region), False)
    forms |= {word: _Word((Place("", name, "wider"),), 2, True) for word, name in data["wider"].items()}
    forms |= {word: _Word((), 2, True) for word in data["guards"]}
    sure = {form: word for form, word in forms.items() if word.trust == 2}
    return words.Matcher(sure), words.Matcher({form: word for form, word in forms.items() if word.trust < 2})


def _add(forms: dict[str, _Word], form: str, place: Place, trust: int, full: bool) -> None:
    """A form that a higher division has keeps that division's trust; equals share it."""
    known = forms.get(form)
    if known is None:
        forms[form] = _Word((place,), trust, full)
    elif known.places[0].level == place.level and known.full == full:
        forms[form] = _Word((*known.places, place), known.trust, full)


def _is_word(region: reference.Region) -> bool:
    """会同县 and 矿区 are read as words, and so is a county of one character (和县), unless a place stands before."""
    return len(region.name) == 2 or region.name in _words_too()


@cache
def _words_too() -> frozenset[str]:
    return frozenset(reference.ambiguous_words())


def _trust(region: reference.Region) -> int:
    if region.level == "county":
        return 0 if region.ambiguous else 1
    return 0 if region.ambiguous and set(region.short) & _words_too() else 2


# 沈大创新走廊, 广深科技创新走廊: the first characters of the cities that it joins, and what it is for.
_PAIR = re.compile(r"(?P<signs>[一-鿿]{2,3})(?:科技|科创|产业|协同|数字|区域)*")


def is_pair(modifier: str) -> bool:
    """Whether the words before a head name cities by their first characters only (广深, 沈大)."""
    match = _PAIR.fullmatch(modifier)
    return match is not None and all(sign in _first_characters() for sign in match["signs"])


# 川南, 滇中: the side of a province by its sign.
_SIDE = re.compile(r"[京津沪渝冀豫云滇辽黑湘皖鲁苏赣浙粤鄂桂甘晋蒙陕吉闽贵黔青藏川蜀宁琼][东南西北中]")


def is_side(modifier: str) -> bool:
    """Whether the words before a head begin with the side of a province (川南科技|创新走廊)."""
    return _SIDE.match(modifier) is not None


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(place.name[0] for place in by_code().values() if place.level == "municipal")


_ZONE = re.compile(
    r"(?:国家级?|省级|市级)?(?:高新|经开|经济[技开合协]|工业园|产业园|农业园|科技园|保税|综合保税|新区|片区|综保)|"
    r"区委|县委|市委|两地|三地|两市|两县|两区"
)
# 叶县|先进制造业开发区, 和县|人民政府: what a county has.
_OF_A_COUNTY = re.compile(
    r"(?:人民)?政府|委[，、书办组宣]|[一-鿿]{0,7}?(?:开发区|高新区|产业园|工业园)|(?:科技|财政|教育|发展|工业|农业|公安|人力|自然)[一-鿿]{0,8}?局"
)
# 永康|现代农机装备高新技术产业园区, 嵩明|杨林经济技术开发区: called after its county, without 县.
_NAMED_AFTER = re.compile(
    r"(?!市|县|区)[一-鿿]{2,12}?(?:高新技术产业|高新区|经济[技开]|开发区|产业园|工业园|产业基地|示范区|有限公司)"
)
_JOINTS = "、和与及—-"
_AFTER = re.compile(r"[\d、，；。）)—\-]|等|和|与|及|两|三|四|区县|为重点|创建|建设|开展")
_BEFORE = frozenset("市省区州在对于由和与及以持依托含如")


def find(text: str) -> list[Hit]:
    """Every place that the gazetteer knows, longest names first, not overlapping."""
    matches = _matches(text)
    taken = [word.trust == 2 for _, _, word in matches]
    for order in (range(len(matches)), range(len(matches) - 1, -1, -1)):
        for i in order:
            taken[i] = taken[i] or _stands(text, matches, taken, i)
    hits = [
        Hit(s, e, _narrowed(matches, i), word.full)
        for i, ((s, e, word), kept) in enumerate(zip(matches, taken, strict=True))
        if kept
    ]
    return sorted([*hits, *_signs(text)], key=lambda h: h.start)


def _matches(text: str) -> list[tuple[int, int, _Word]]:
    """Forms in the text that do not overlap; a doubtful one hides no sure one (推广河池市 names no 广河)."""
    sure, doubtful = _matchers()
    found = list(sure.find(text))
    taken = bytearray(len(text) + 1)
    for start, end, _ in found:
        taken[start:end] = b"\1" * (end - start)
    found += [(s, e, w) for s, e, w in doubtful.find(text) if not any(taken[s:e])]
    return sorted((m for m in found if m[2].places), key=lambda m: m[0])


def _narrowed(matches: list[tuple[int, int, _Word]], i: int) -> tuple[Place, ...]:
    """Of several divisions of one name the one whose parent or province stands right before it."""
    start, _, word = matches[i]
    if len(word.places) > 1 and i and matches[i - 1][1] == start:
        within = [p for p in word.places if _holds(matches[i - 1][2], p)]
        return tuple(within) or word.places
    return word.places


def _holds(outer: _Word, place: Place) -> bool:
    return any(o.code and o.code in (place.parent, place.province) for o in outer.places)


def _stands(text: str, matches: list[tuple[int, int, _Word]], taken: list[bool], i: int) -> bool:
    """Whether a doubtful form stands for a place here: after its parent, in a list of places, or before a zone."""
    start, end, word = matches[i]
    if i and matches[i - 1][1] == start and taken[i - 1] and any(_holds(matches[i - 1][2], p) for p in word.places):
        return word.trust == 1 or word.full or bool(_AFTER.match(text, end) or _ZONE.match(text, end))
    if word.full and text[start:end] in _words_too():
        return False
    begins = start == 0 or text[start - 1] in _BEFORE or not "一" <= text[start - 1] <= "鿿"
    if not begins:
        return False
    free = start == 0 or not "一" <= text[start - 1] <= "鿿" or text[start - 1] in "在由"
    if word.full and free and _OF_A_COUNTY.match(text, end):
        return True
    if word.trust == 1 and free and _NAMED_AFTER.match(text, end):
        own = {p.province for p in word.places}
        named = (p.province for (_, _, w), kept in zip(matches, taken, strict=True) if kept for p in w.places)
        return any(province in own for province in named)
    if _ZONE.match(text, end) or (word.trust == 1 and _bodies().match(text, end)):
        return True
    if not _AFTER.match(text, end):
        return False
    before = i > 0 and start - matches[i - 1][1] == 1 and text[start - 1] in _JOINTS
    after = i + 1 < len(matches) and matches[i + 1][0] - end == 1 and text[end] in _JOINTS
    sure = (before and taken[i - 1]) or (after and taken[i + 1])
    listed = word.trust == 1 and ((before and matches[i - 1][2].trust == 1) or (after and matches[i + 1][2].trust == 1))
    return sure or listed


@cache
def _bodies() -> re.Pattern[str]:
    """Bodies that a higher level keeps in a county, called by its name without 县."""
    return re.compile(words.any_of(words.lexicon("places")["before_bodies"]))


@cache
def _sign_places() -> tuple[dict[str, Place], re.Pattern[str], re.Pattern[str]]:
    unsafe = set(words.lexicon("places")["unsafe_signs"])
    table = {s: by_code()[p.code] for p in reference.provinces() for s in p.signs}
    signs = "".join(table)
    alone = re.compile(
        rf"[{''.join(set(table) - unsafe)}](?<=[在驻来赴入返留离].)(?![一-鿿]?[市县河江]|剧|菜|东|西|南|北)"
    )
    joined = re.compile(
        rf"[{signs}](?:(?<![一-鿿].)|(?<=[与和及在由进化强动].))[{signs}]{{1,3}}(?=两地|两省|两市|三地|三省|四省|协作|合作|共建|毗邻)"
    )
    return table, alone, joined


def _signs(text: str) -> Iterator[Hit]:
    """在沪, 驻渝; 川渝合作: the one-character signs of provinces."""
    table, alone, joined = _sign_places()
    for match in alone.finditer(text):
        yield Hit(match.start(), match.end(), (table[match[0]],), False)
    for match in joined.finditer(text):
        for i, sign in enumerate(match[0]):
            yield Hit(match.start() + i, match.start() + i + 1, (table[sign],), False)
