"""Meetings: sessions by term and number, plenums and congresses of the party, named working conferences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.find import bodies, kinds, words
from ingest.find.kinds import Ground

_N = "[一二三四五六七八九十百]"
_ERA = rf"第?{_N}+届"
_TURN = rf"第?(?:{_N}+|\d+)次"
_SESSION = re.compile(
    rf"(?P<era>{_ERA})?(?P<body>全国人民代表大会常务委员会|全国人民代表大会|全国人大常委会|全国人大|全国政协|国务院|人民代表大会常务委员会|人大常委会|人民代表大会|人大|政协|"
    rf"(?:自治区|省|市|县|区|州)?(?:人民)?政府(?:党组)?)(?P<later>{_ERA})?\n?(?P<turns>{_TURN}(?:、{_TURN})*)?(?P<kind>常务会议|全体会议|党组会议|会议)"
)
_PLENUM = re.compile(
    rf"(?P<body>(?:自治区党委|[省市州县区]委)(?:员会)?)(?P<era>{_ERA})(?P<turns>{_TURN}(?:、{_TURN})*)(?P<kind>全会|全体会议)"
)
_CENTRAL = re.compile(
    rf"(?:党的|中共)?(?P<era>{_N}+)届(?P<turns>[一二三四五六七八九]中(?:、[一二三四五六七八九]中)*)全会"
)
_ALL = re.compile(rf"(?:党的)?{_N}+届历次全会")
_CONGRESS = re.compile(
    r"党的(?:[一二]?十[一二三四五六七八九]?)大(?![学型力])|"
    r"十[八九]大(?<![一二三四五六七八九十第]...)(?![学型力量])|二十大(?<![一二三四五六七八九十第]...)(?![学型力量])"
)
_LOCAL_CONGRESS = re.compile(rf"(?:自治区|省|市|县|区|州)第{_N}+次党代会")
_EVENTS = (
    r"(?:(?<!人民代表)(?<!代表)(?<!股东)(?<!职工)大会(?!战|堂)|"
    r"高峰论坛|高层论坛|论坛|峰会|博览会|交易会|洽谈会|展览会|研讨会|签约仪式|启动仪式|揭牌仪式|推介会|第[一二三四五六七八九十]+次代表大会)"
)
# 首届中国国际氢能大会, 2023年…论坛, 中国（南京）软件博览会: an event by its turn, year or scope.
_EVENT = re.compile(
    rf"(?:第{_N}+届|首届|19\d{{2}}年?(?!度)|20\d{{2}}年?(?!度)|全[国省市区]|世界|中国(?:（[一-鿿]{{2,4}}）|[—－·-])?|国家|两院|省|市)"
    rf"(?:(?![的等向]|以上)[一-鿿“”—－·（）]){{1,22}}?{_EVENTS}"
)
_HEADS = r"(?:工作会议|工作座谈会|电视电话会议|推进会议|座谈会|动员大会|现场会|工作推进会)"
_NAMED = re.compile(rf"(?:中央|全国|国务院|全省|全市|全区|省|市)[一-鿿“”]{{2,18}}?{_HEADS}")
# 在全国深化…电视电话会议上: between these words what it is called may hold verbs.
_SPOKEN_AT = re.compile(rf"(?<=在)(?:中央|全国|国务院|全省|全市|全区)(?:(?![的在])[一-鿿“”]){{2,24}}?{_HEADS}(?=上)")
_HELD = re.compile(
    rf"(?:召开(?:了|的)?|出席|参加|举行|举办|承办)(?:了|的)?(?P<name>(?![一两三四]次|年度|专题|每|定期|各|有关|首届|第|了|的)(?:(?!的|以上)[一-鿿“”]){{3,24}}?(?:{_HEADS}|{_EVENTS}))"
)

# 第9次党工委（管委会）联席会议: the number makes a meeting of what is a mechanism without it.
_OF_A_BODY = "联席会议 常务会议 办公会议 专题会议 主任会议 厅务会 局务会 委务会 办公会 党组会 常务会".split()
_NUMBERED = re.compile(rf"(?:\d{{4}}年)?{_TURN}[一-鿿（）]{{0,16}}?(?:{words.any_of(_OF_A_BODY)})(?!议|制度)")

# 中央政治局第二十五次集体学习, 省委理论学习中心组第三次集体学习
_STUDY = re.compile(
    rf"(?:中央政治局|(?:自治区党委|[省市县区]委)(?:常委会)?(?:理论学习)?(?:中心组)?)(?:20\d{{2}}年)?{_TURN}集体学习"
)

# 2024年某地协作联席会议: so does the year, where it is held.
_YEARLY = re.compile(
    r"(?:19|20)\d{2}年(?!度)(?:(?!的|第|年)[一-鿿（）]){2,18}?(?:联席会议|工作会商会议)(?=[在于上]|召开|举行|[，。]|精神|期间)"
)


def find(ground: Ground) -> list[kinds.Found]:
    """Particular meetings in the text; of overlapping ones the first and longest."""
    found = sorted(
        [*_sessions(ground), *_plenums(ground), *_party(ground.text), *_conferences(ground)],
        key=lambda f: (f.start, -f.end),
    )
    kept: list[kinds.Found] = []
    for one in found:
        shared = kept and one.composed and kept[-1].composed and one.start == kept[-1].end + 1
        if not kept or one.start >= kept[-1].end or shared:
            kept.append(one)
    return kept


def _ending(pattern: re.Pattern[str], end: str, text: str) -> Iterator[re.Match[str]]:
    """Matches that end with these letters: the pattern, which begins with anything, is tried only before them."""
    at = text.find(end)
    while at >= 0:
        stop = at + len(end)
        match = next((m for m in pattern.finditer(text, max(0, at - 48), stop) if m.end() == stop), None)
        if match:
            yield match
        at = text.find(end, stop)


def _sessions(ground: Ground) -> Iterator[kinds.Found]:
    text = ground.text
    for match in _ending(_SESSION, "会议", text):
        if not match["turns"] and match["kind"] == "会议":
            continue
        national = match["body"].startswith(("全国", "国务院"))
        begin = match.start() if national else _begin(ground, match)
        if begin is None:
            continue
        yield from _each(text, begin, match)


def _begin(ground: Ground, match: re.Match[str]) -> int | None:
    """Where the place of the body begins: before the term, or before the body (五届市政府第3次常务会议)."""
    led = bodies.lead(ground, match.start())
    if led is not None or match["body"][0] in "自省市县区州":
        return match.start() if led is None else led
    return match.start() if match["era"] and match["body"][0] == "人" else None


def _plenums(ground: Ground) -> Iterator[kinds.Found]:
    for match in words.where(_PLENUM, ground.text, ("全会", "全体会议")):
        level = match.start() + (3 if match["body"].startswith("自治区") else 1)
        begin = bodies.lead(ground, level)
        if begin is not None:
            begin -= 2 if ground.text[max(0, begin - 2) : begin] == "中共" else 0
            yield from _each(ground.text, begin, match)


def _each(text: str, begin: int, match: re.Match[str]) -> Iterator[kinds.Found]:
    """One meeting, or one for each number of a list that shares its head (八次、九次全会)."""
    turns = (match["turns"] or "").split("、")
    if len(turns) == 1:
        yield _meeting(begin, text[begin : match.end()])
        return
    at = match.start("turns")
    stem = text[begin:at]
    for i, turn in enumerate(turns):
        first, last = begin if i == 0 else at, match.end() if i == len(turns) - 1 else at + len(turn)
        yield _meeting(first, text[first:last], stem + turn + match["kind"])
        at += len(turn) + 1


def _party(text: str) -> Iterator[kinds.Found]:
    for match in _ending(_CENTRAL, "全会", text):
        turns, at = match["turns"].split("、"), match.start("turns")
        for i, turn in enumerate(turns):
            first, last = match.start() if i == 0 else at, match.end() if i == len(turns) - 1 else at + len(turn)
            yield _meeting(first, text[first:last], f"{match['era']}届{turn}全会" if len(turns) > 1 else "")
            at += len(turn) + 1
    for found in (_ending(_ALL, "全会", text), _CONGRESS.finditer(text), _ending(_LOCAL_CONGRESS, "党代会", text)):
        for match in found:
            yield _meeting(match.start(), match[0])


def _conferences(ground: Ground) -> Iterator[kinds.Found]:
    text = ground.text
    for match in _NAMED.finditer(ground.text):
        if not any(
            ground.flags[i] and ground.text[i - 1] not in "和与及" for i in range(match.start() + 2, match.end() - 4)
        ):
            yield _meeting(match.start(), match[0])
    for match in _EVENT.finditer(ground.text):
        inner = range(match.start() + 2, match.end() - 2)
        if not any(ground.flags[i] and ground.text[i - 1] not in "0123456789和与及" for i in inner):
            yield _meeting(match.start(), match[0])
    numbered, study = words.where(_NUMBERED, text, _OF_A_BODY), words.where(_STUDY, text, ("集体学习",))
    for match in (*numbered, *study, *words.where(_SPOKEN_AT, text, ("会议上", "会上")), *_YEARLY.finditer(text)):
        yield _meeting(match.start(), match[0])
    for match in _HELD.finditer(ground.text):
        yield _meeting(match.start("name"), match["name"])


def _meeting(start: int, name: str, composed: str = "") -> kinds.Found:
    return kinds.Found(start, start + len(name), "Meeting", name, composed=composed, reason="a particular meeting")
