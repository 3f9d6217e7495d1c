"""Where paragraphs begin in a text that lost its line breaks: numbered heads, title, addressees, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

# A line this long holds more than one paragraph.
_LONG = 220
_GAP = re.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_WIDE_GAP = re.compile(r"\u3000\u3000|    ")
_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARKS = (
    re.compile(
        r"([一二三四五六七八九十](?<![第、（一二三四五六七八九十].)[一二三四五六七八九十]{0,2})、(?=[^一二三四五六七八九十])"
    ),
    re.compile(rf"（(?<![第条款见、和及至]（)({_NUMERAL})）(?![、至和项款])"),
    re.compile(r"(\d(?<=[^\d.\-—〔（(\[/年月第图表].)\d?)[.、](?=[一-鿿“《])"),
    re.compile(r"（(?<!\d（)(\d{1,2})）(?=[一-鿿“《])"),
    re.compile(rf"第((?:百|{_NUMERAL})+)章(?=[ 　]?[一-鿿])"),
    re.compile(r"第(?<=[。章则任 　一-鿿]第)([一二三四五六七八九十百零]{1,6})条(?![的款规、和至或之第件例])"),
)
_TITLE_END = r"(?:通知|意见|批复|答复|复函|函|办法|条例|规划|计划|方案|措施|政策|规定|细则|决定|公告|通告|通报|纲要)"
_NUMBERED = r"(?!的|通知|意见|批复|决定)[一-鿿]{1,9}[〔\[（(【]\d{4}[〕\]）)】]\d{1,5}号"
_TITLES = tuple(
    re.compile(rf"(?P<title>[^。：\n]{{5,100}}{end}){after}")
    for end, after in (
        (rf"{_TITLE_END}(?:（[^）]{{1,12}}）)?", rf"(?P<number>{_NUMBERED})"),
        (
            rf"{_TITLE_END}(?:（[^）]{{1,12}}）)?",
            r"(?P<number>)(?=各|[一-鿿、，（）]{2,60}：|为(?:深入|进一步|贯彻|全面))",
        ),
        ("(?:答记者问|问答|解读)", r"(?P<number>)(?=近日|日前|为|问：|\d{4}年|\d{1,2}月|[一1][、.])"),
    )
)
_ADDRESS = re.compile(r"[^。；：《\n]{2,200}：(?=[^\n]{20})")
_ADDRESSED = re.compile(
    r"(?:政府|厅|局|委|部|部门|单位|企业|同志|代表|委员|院|机构|管委会|银行|公司|办|会)(?:（[^）]*）)?：$"
)
_DATE = (
    r"(?:\d{4}年\d{1,2}月\d{1,2}日|"
    r"[二〇○零一九八七六五四三]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_SIGNED = re.compile(
    rf"(?<=[。！）])(?P<who>[一-鿿（）]{{0,30}}?(?:政府|厅|局|委|部|院|会|室|办|行|署))?(?P<date>{_DATE})"
    r"(?![，。、；至到前后起以的—在召第]|（(?!此件|联系|本文|有删|公开)|[一-鿿]{0,14}[，。])"
)
_SIGNED_LAST = re.compile(
    rf"(?<=[。！）])(?P<who>[一-鿿（）]{{2,30}}?)(?P<date>{_DATE})(?=(?:（[^）]*）)?[^。，]{{0,12}}(?:\n|$))"
)
_NOTE = re.compile(r"(?:（(?:此件|联系|本文|有删|公开)[^）]*）)+")
_SECOND = re.compile(rf"[^。，；：\n]{{3,70}}?{_TITLE_END}(?:（[^）]{{1,12}}）)?(?=为|根据|依据|第一|一、|按照|近年)")


def open_gaps(text: str) -> str:
    """Wide gaps inside a long line are where its paragraphs met: their first space becomes a line break."""
    if not any(len(line) > _LONG for line in text.split("\n")):
        return text
    return "\n".join(_GAP.sub(_broken, line) if len(line) > _LONG else line for line in text.split("\n"))


def _broken(match: re.Match[str]) -> str:
    return "\n" + match[0][1:] if _WIDE_GAP.search(match[0]) else match[0]


def breaks(text: str) -> list[int]:
    """Offsets before which a line break is missing, in order; none in a text that has its own."""
    found: set[int] = set()
    start = 0
    head = True
    for line in text.split("\n"):
        if len(line) > _LONG:
            found.update(start + at for at in _line(line))
        if head and line.strip():
            found.update(start + at for at in _front(line))
            found.update(start + at for at in (*_handed(line), *_contents(line)))
            head = False
        start += len(line) + 1
    return sorted(at for at in found if 0 < at < len(text) and text[at - 1] != "\n" and text[at] != "\n")


def _line(line: str) -> Iterator[int]:
    yield from _numbered(line)
    for match in (*_SIGNED.finditer(line), *_SIGNED_LAST.finditer(line)):
        yield match.start()
        yield match.start("date")
        yield match.end()
        note = _NOTE.match(line, match.end())
        second = _SECOND.match(line, note.end() if note else match.end())
        if second:
            yield from (second.start(), second.end())


def _front(line: str) -> Iterator[int]:
    """Title, number and addressees at the head of the document."""
    title = next(filter(None, (pattern.match(line) for pattern in _TITLES)), None)
    at = 0
    if title:
        at = title.end()
        yield from (title.end("title"), at)
    address = _ADDRESS.match(line, at)
    if address and _ADDRESSED.search(address[0]):
        yield address.end()


def _handed(line: str) -> Iterator[int]:
    """Where the text that a notice hands out begins under its own title: 印发某规划的通知…某规划为…."""
    named = _HANDS.match(line)
    for match in re.finditer(re.escape(named["title"]) + _BEGINS, line) if named else ():
        yield from (match.start(), match.end())


def _contents(line: str) -> Iterator[int]:
    """Chapters and sections that a table of contents lists, there and where their text begins under the same words."""
    listed = _CONTENTS.search(line)
    marks = [m.start() for m in _CHAPTER.finditer(line, listed.end())] if listed else []
    for start, end in pairwise(marks):
        yield start
        again = line.find(line[start:end], end) if end - start <= _LONGEST_HEAD else -1
        if again >= 0:
            yield from (again, again + end - start)


_CONTENTS = re.compile(r"目[ 　]*录(?=第[一1][章节])")
_CHAPTER = re.compile(rf"第{_NUMERAL}[章节]")
# Characters of a heading at most.
_LONGEST_HEAD = 60
_HANDS = re.compile(r"[^。：\n]{2,40}关于印发(?P<title>[^《》。：\n]{6,80})的通知")
_BEGINS = r"(?=为|根据|依据|按照|目[ 　]*录)"


def _numbered(line: str) -> Iterator[int]:
    """Numbers that count on: a head may be 1 or one more than the last of its kind; anything else is no head."""
    marks = sorted(
        (m.start(), kind, _value(m[1])) for kind, pattern in enumerate(_MARKS) for m in pattern.finditer(line)
    )
    last = [0] * len(_MARKS)
    counts = [max((v for _, k, v in marks if k == kind), default=0) for kind in range(len(_MARKS))]
    for at, kind, value in marks:
        starts = value == 1 and counts[kind] > 1 and (kind != 0 or line[at - 1 : at] in "。：；） 　" or last[0] == 0)
        if starts or (value == last[kind] + 1 and last[kind]):
            last[kind] = value
            yield at


def _value(word: str) -> int:
    """十二 → 12, 一百零三 → 103, 7 → 7."""
    if word.isdigit():
        return int(word)
    hundreds, _, rest = word.replace("零", "").rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return (
        _DIGITS.get(hundreds, 1 if "百" in word else 0) * 100
        + (_DIGITS.get(tens, 1) if ten else 0) * 10
        + _DIGITS.get(ones, 0)
    )
