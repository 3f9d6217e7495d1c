"""Agencies by grammar: place, level, function and form (自治区科技厅, 市发展改革委, 人民银行南宁中心支行, 临港管委会)."""

from __future__ import annotations

import re
from functools import cache

from ingest.find import kinds, places, words

_LEVEL = r"(?:自治区|省|市|州|县|区|盟|旗)"
_GOVERNMENT = {
    "人民政府办公厅": "人民政府办公厅",
    "人民政府办公室": "人民政府办公室",
    "政府办公厅": "人民政府办公厅",
    "政府办公室": "人民政府办公室",
    "人民政府": "人民政府",
    "政府": "人民政府",
    "党委": "委员会",
    "人民代表大会常务委员会": "人民代表大会常务委员会",
    "人大常委会办公厅": "人民代表大会常务委员会办公厅",
    "人大常委会": "人民代表大会常务委员会",
    "人民代表大会": "人民代表大会",
    "政协": "政协",
}
_BRANCHES = re.compile(
    r"(?:中国)?人民银行(?:[一-鿿]{2,10}?)(?:中心支行|营业管理部|分行|支行)|"
    r"(?:国家税务总局|国家金融监督管理总局|中国银保监会|中国证监会|国家统计局|国家外汇管理局)(?:[一-鿿]{2,10}?)"
    r"(?:税务局|监管局|监管分局|银保监局|证监局|调查总队|调查队|分局|局)|[一-鿿]{2,6}?(?:银保监局|银保监分局|证监局|海关)(?![一-鿿]*总署)"
)
_COMMITTEE = re.compile(r"(?:管理委员会|管委会)")
_PARTY_OFFICE = re.compile(
    r"委(?:办公厅|办公室|组织部|宣传部|统战部|政法委|编办|网信办|军民融合办|财经办|改革办|[一-鿿]{2,8}?委员会办公室|[一-鿿]{2,6}?办)"
)


@cache
def _forms() -> tuple[words.Matcher, words.Matcher]:
    """Functional bodies (财政厅 → 财政厅) and national bodies by their short and long names."""
    data = words.lexicon("bodies")
    ministries = set(data["ministries"])
    functional: dict[str, tuple[str, str]] = {}
    for brief, full in data["functions"].items():
        for form, long in data["forms"].items():
            if form == "部" and full + "部" not in ministries and brief not in ("组织", "宣传"):
                continue
            functional[brief + form] = (full + long, form)
    for brief, full in list(data["functions"].items()):
        functional[brief + "部门"] = ("", "部门")
        functional[brief + "主管部门"] = ("", "部门")
        _ = full
    national = dict(data["national"])
    return words.Matcher(functional), words.Matcher(national)


def find(text: str, hits: list[places.Hit], flags: bytearray) -> list[kinds.Found]:
    """Agencies in the text, in order of start."""
    ends = {h.end: h for h in hits}
    found = [*_functional(text, ends), *_governments(text, ends), *_nationals(text, ends), *_branch(text, flags)]
    return _longest(found)


def _prefix(text: str, start: int, ends: dict[int, places.Hit]) -> int:
    """Where the body's name begins: over a level word (省) or one or two place names before its function."""
    hit = ends.get(start)
    if hit is not None and hit.start and text[hit.start] in "和与及" and text[hit.start - 1] in "局厅委部办院行会":
        return hit.start + 1  # 市发展改革委和县财政局 names no body of 和县
    if hit is not None:
        outer = ends.get(hit.start)
        return outer.start if outer is not None and outer.places[0].level != "wider" else hit.start
    level = re.search(_LEVEL + r"$", text[max(0, start - 3) : start])
    if level and not text[: start - len(level[0])].endswith(
        ("全", "各", "我", "本", "该", "你", "贵", "两", "三", "四", "五")
    ):
        return start - len(level[0])
    return start


def _functional(text: str, ends: dict[int, places.Hit]) -> list[kinds.Found]:
    found = []
    for start, end, (full, form) in _forms()[0].find(text):
        if form == "部门" or (
            form in ("部", "局", "委", "办") and text[end : end + 1] in "门长员处件署局" and text[end : end + 1]
        ):
            continue
        if form in ("委", "办") and re.match(r"员会|公|法|理|学|好|实|托", text[end:]):
            continue
        begin = _prefix(text, start, ends)
        if (
            begin == start
            and form in ("局", "委", "办", "委员会", "办公室")
            and start
            and "一" <= text[start - 1] <= "鿿"
        ):
            known = text[start - 1] in "、由经向以和与及报对按请，将为是"
            if not known:
                continue
        office = re.match(r"(?:办公室|[一-鿿]{2,10}处)(?![一-鿿]*理)", text[end:]) if form in ("厅", "局") else None
        _ = office
        found.append(
            kinds.Found(begin, end, "Agency", text[begin:end], head=full, note=form, reason="function and form")
        )
    return found


_GOVERNMENT_RE = re.compile("|".join(sorted(map(re.escape, _GOVERNMENT), key=len, reverse=True)))
_PARTY = re.compile(r"(?:中国共产党|中共)?(?P<place>[一-鿿]{0,10}?)委(?:员会)?$")


def _governments(text: str, ends: dict[int, places.Hit]) -> list[kinds.Found]:
    found = []
    for match in _GOVERNMENT_RE.finditer(text):
        begin = _prefix(text, match.start(), ends)
        form = _GOVERNMENT[match[0]]
        era = re.search(
            r"(?:自治区|省|市|州|县|区)?第?[一二三四五六七八九十]+届$", text[max(0, match.start() - 9) : match.start()]
        )
        if era:
            begin = match.start() - len(era[0])
            begin = _prefix(text, begin, ends)
        if begin == match.start():
            continue
        if match[0] in ("政府", "政协") and text[match.end() : match.end() + 1] in ("部", "性", "间"):
            continue
        found.append(kinds.Found(begin, match.end(), "Agency", text[begin : match.end()], head=form, note="政府",
                                 reason="place and form of government"))  # fmt: skip
    for match in re.finditer(r"(?:自治区|省|市|州|县|区)委(?!员|托|会|办|组|宣|统|编|网|军|财|改|政)", text):
        begin = _prefix(text, match.end() - 1, ends)
        if begin < match.end() - 1 and text[begin - 1 : begin] not in ("全", "各", "两"):
            found.append(kinds.Found(begin, match.end(), "Agency", text[begin : match.end()], head="委员会", note="党委",
                                     reason="party committee"))  # fmt: skip
    for match in _PARTY_OFFICE.finditer(text):
        begin = _prefix(text, match.start(), ends)
        if begin < match.start():
            found.append(kinds.Found(begin, match.end(), "Agency", text[begin : match.end()], head=match[0][1:], note="党委部门",
                                     reason="office of a party committee"))  # fmt: skip
    return found


def _nationals(text: str, ends: dict[int, places.Hit]) -> list[kinds.Found]:
    found = []
    for start, end, full in _forms()[1].find(text):
        if start in ends and full not in ("国务院",) and ends[start].places[0].level != "wider":
            continue  # 广西知识产权局 is the region's own
        if re.search(_LEVEL + r"$", text[max(0, start - 1) : start]) and not text[start:end].startswith(
            ("国务院", "党中央", "中共中央")
        ):
            continue
        if re.match(r"部?(?:门|长|署令)", text[end:]) and not text[start:end].endswith("院"):
            continue
        if text[start:end].endswith("人民银行") and re.match(
            r"[一-鿿]{2,10}?(?:中心支行|分行|支行|营业管理部)", text[end:]
        ):
            continue
        found.append(
            kinds.Found(start, end, "Agency", text[start:end], head=full, note="national", reason="national body")
        )
    return found


def _branch(text: str, flags: bytearray) -> list[kinds.Found]:
    found = []
    for match in _BRANCHES.finditer(text):
        start = match.start()
        if match[0].endswith("海关") or not match[0].startswith(("人民", "中国", "国家")):
            cut = max((i for i in range(start, match.end() - 2) if flags[i]), default=start)
            start = max(start, cut)
        if match.end() - start > 4:
            found.append(kinds.Found(start, match.end(), "Agency", text[start : match.end()], head="", note="branch",
                                     reason="branch of a central body"))  # fmt: skip
    return found


def committees(text: str, zones: list[kinds.Found]) -> list[kinds.Found]:
    """Management committees: a zone's name and 管委会."""
    found = []
    by_end = {z.end: z for z in zones}
    for match in _COMMITTEE.finditer(text):
        zone = by_end.get(match.start())
        if zone is not None and not zone.bare:
            found.append(kinds.Found(zone.start, match.end(), "Agency", text[zone.start : match.end()], head="管理委员会",
                                     note="管委会", reason="zone and 管委会"))  # fmt: skip
    return found


def _longest(found: list[kinds.Found]) -> list[kinds.Found]:
    """Of overlapping candidates the longest."""
    kept: list[kinds.Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept
