"""The head of a document: title, number, signers, date, addressees, and the lines that are none of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import values
from ingest.find import kinds, titles, words


def pieces(name: str) -> str:
    """A list of the lexicon's structure file as alternatives of a pattern, longest first."""
    return words.any_of(words.lexicon("structure")[name])


# A field needs its colon and a button its own line: 分类推进… and 来源于… are sentences.
META = re.compile(
    rf"^ *(?:(?:{pieces('fields')})[：:]|(?:{pieces('buttons')})(?:[ \]】|｜/]|$)|[【\[](?:{pieces('buttons')}|字体)|"
    r"字[号体] *[：: ]*[大中小]|[（(](?:此件|联系|主动公开)|附件[：:\d])"
)
_TITLE_LINE = re.compile(rf"(?:{pieces('titles')})(?:[（(][^）)]{{1,24}}[）)])?$")
_ADDRESS = re.compile(r"(?:^|\n) *(?:#+ *)?([^\n，。]{2,16}(?:[、，][^\n。]{0,120})?)[：:] *(?=\n|$| )")


def own_number(text: str, start: int) -> bool:
    """A number in a line of its own, or after 文号: the document's own; one in a sentence cites another."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line = text[line_start : line_end if line_end >= 0 else len(text)].strip()
    before = text[line_start:start].strip(" #*")
    return len(line) <= 40 and (not before or bool(re.search(r"(?:文号|字号|编号)[：: ]*$", before)))


def title(text: str) -> tuple[int, int] | None:
    """The title among the first lines, joined over several lines where it is broken."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text[:1500]) if m[0].strip()][:24]
    for i, span in enumerate(lines):
        line = text[slice(*span)].strip(" #*")
        # A covering letter may go before the title; what stands after 附件 is another text.
        if (i > 4 and re.search(r"[。；]", line)) or line.startswith("附件"):
            return None
        if _entitles(line):
            i = _fuller(text, lines, i)
            first, last = _first_part(text, lines, i), _closed(text, lines, i)
            start = lines[first][0] + len(_MARKUP.match(text, lines[first][0])[0])  # type: ignore[index]
            return start, lines[last][0] + len(text[slice(*lines[last])].rstrip())
    return None


def entitles(line: str) -> bool:
    """Whether a title ends as one of a document does; a headline does not, and who stands in it has not issued it."""
    return bool(_TITLE_LINE.search(line.replace("\n", "").rstrip()))


def headline(text: str) -> tuple[int, int] | None:
    """A first line that stands over the text though it ends as no kind of document does (news, accounts)."""
    lines = [m.span() for m in re.finditer(r"[^\n]*[^\s#*][^\n]*", text[:1500])]
    if len(lines) < 2:
        return None
    line, below = (text[slice(*span)].strip(" #*") for span in lines[:2])
    apart = text.count("\n", lines[0][1], lines[1][0]) > 1
    told = META.match(below) or values.date_iso(below[:20]) or titles.NUMBER.match(below) or _ISSUE.match(below)
    stands = apart or len(below) > 60 or told
    if not stands or not 6 <= len(line) <= 60 or not _HEADLINE.fullmatch(line):
        return None
    if META.match(line) or _NUMBERED.match(line) or _DAY_LINE.fullmatch(line) or titles.NUMBER.fullmatch(line):
        return None
    return lines[0][0] + len(_MARKUP.match(text, lines[0][0])[0]), lines[0][1]  # type: ignore[index]


# Words without the marks of a sentence, an addressee or a field.
_HEADLINE = re.compile(r"(?=[^\n]*[一-鿿]{2})[^\n。；：:|]*[^\n。；：:，、|]")
# Under the name of a bulletin: （2022年第11期）.
_ISSUE = re.compile(r"[（(]?(?:\d{4}年)?总?第 ?\d+ ?期")
_DAY_LINE = re.compile(r"[（(]?[\d年月日\-/. :]+[）)]?")

_HANDED_OUT = re.compile(
    r"(?:现(?:将|予|发布|公布|印发)(?:修订后的|新修订的)?|(?:^|\n) *)《(?P<title>[^《》\n]{5,80}|[^《》\n]*《[^《》\n]+》[^《》\n]*)》"
    r"(?=[^。\n]{0,60}(?:印发|发布|公布|下发|转发)|（附件)"
)


def handed_out(text: str) -> tuple[int, int] | None:
    """The title that a covering letter without a heading hands out (现将《…》印发给你们)."""
    match = _HANDED_OUT.search(text, 0, 900)
    return match.span("title") if match else None


def printed_number(text: str, named: str) -> kinds.Found | None:
    """A number right before the document's own title, as pages print it with the file to download."""
    bare = _SMALL.sub("", named)
    if len(bare) <= 8 or "号关于" not in text:
        return None
    after = ((n, _SMALL.sub("", text[n.end : n.end + 30 + len(named)])) for n in titles.numbers(text))
    return next((n for n, follows in after if follows.startswith("关于") and bare in follows), None)


_SMALL = re.compile(r"[的《》（）()\s]")
_MARKUP = re.compile(r"[ #*]*")


# What a page names a part of itself by is no title (赋能计划).
_TOKEN = re.compile(r"[一-鿿]{0,3}(?:计划|方案|清单|目录|报告|指南|政策)")


def _entitles(line: str) -> bool:
    """Whether a line ends as a title does and is no field, no item and no sentence."""
    if (
        len(line) > 130
        or _TOKEN.fullmatch(line)
        or META.match(line)
        or _NUMBERED.match(line)
        or re.search(r"[。；]", line)
    ):
        return False
    return bool(_TITLE_LINE.search(line))


def _fuller(text: str, lines: list[tuple[int, int]], i: int) -> int:
    """A page's short heading may stand before the title itself (关于…的意见) with its issuers between."""
    if "关于" in text[slice(*lines[i])]:
        return i
    for k in range(i + 1, min(i + 4, len(lines))):
        line = text[slice(*lines[k])].strip(" #*")
        if line.startswith("关于") and _entitles(line):
            return k
    return i


# A line that holds nothing but the kind of text ends a title that began before it.
_FORM_ONLY = re.compile(
    r"(?:实施|工作|支持|扶持|管理|若干|暂行|行动|指导)*(?:细则|措施|政策|意见|办法|方案|规定|计划)(?:的通知)?(?:（[^）]{1,12}）)?"
)


def _first_part(text: str, lines: list[tuple[int, int]], i: int) -> int:
    """The line on which a title begins that ends on line i: up to three parts, an empty line only after 关于…."""
    first = i
    while first > 0 and i - first < 3:
        part = text[slice(*lines[first - 1])].strip()
        form = i == first and _FORM_ONLY.fullmatch(text[slice(*lines[i])].strip(" #*"))
        together = form or "关于" in part or text.count("\n", lines[first - 1][1], lines[first][0]) == 1
        if not together or not _title_part(part):
            break
        first -= 1
    return first


def _closed(text: str, lines: list[tuple[int, int]], i: int) -> int:
    """The line on which a title ends whose 《 is still open on line i."""
    opened = 0
    for last in range(i, min(i + 3, len(lines))):
        opened += text[slice(*lines[last])].count("《") - text[slice(*lines[last])].count("》")
        if opened <= 0:
            return last
    return i


_NUMBERED = re.compile(
    r"附件|目录$|第[一二三四五六七八九十百零\d]+[章节条部]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]"
)


def _title_part(line: str) -> bool:
    if (
        not line
        or META.match(line)
        or _NUMBERED.match(line)
        or values.date_iso(line)
        or len(line) > 45
        or re.search(r"[。；：:]", line)
        or titles.NUMBER.search(line)
    ):
        return False
    return bool(re.search(r"关于|会议$|[一-鿿]$", line)) and not _TITLE_LINE.search(line)


_DAY = (
    r"(?:\d{4}年\d{1,2}月\d{1,2}日|"
    r"[二〇○零一九八七六五四三O０]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_DATE_LINE = re.compile(
    rf"(?:^|\n|(?<=。)(?! *[（(])) *(?P<who>(?:[^\n。；：，]{{2,40}}\n{{1,2}}){{0,10}}?) *(?P<date>{_DAY}) *(?=\n|$|[（(])"
)
_DATE_INLINE = re.compile(
    r"(?<=[。\n ])(?P<who>[一-鿿]{2,20}(?:政府|厅|局|委|部|办公厅|办公室|委员会))? *"
    rf"(?P<date>{_DAY}) *(?=[^，。、至到前起以]{{0,2}}(?:\n| {{2,}}|（此件|$|"
    r"[一-鿿《]{4,60}(?:措施|办法|政策|方案|意见|规划)))"
)
_PUBLISHED = re.compile(
    r"(?:成文日期|发文日期|印发日期|发布日期|发布时间|生成日期|日期|时间)[：:\s]*(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})"
)


# The line under a headline: 2023-05-16 来源：…; 2022年7月15日 09:12.
_UNDER_TITLE = re.compile(
    r"(?:^|\n)(?:[^\n。]{0,30}?(?:来源|时间|日期|编辑|编印?) *[^\n。\d]{0,16}| *)"
    r"(?P<date>(?P<year>\d{4})[-年./](?P<month>\d{1,2})[-月./](?P<day>\d{1,2})日?)"
    r"(?= *(?:\d{1,2}:\d{2}|来源|[作记]者|通讯员|编辑|责编|字[号体]|浏览|阅读|点击|\n))"
)
# Beside the number or the body in a line of the head: 某政发〔2024〕6号 2024年5月20日.
_BESIDE_NUMBER = re.compile(rf"(?:^|\n)[^\n。，；]{{0,40}}(?<![至到前起在自于])(?P<date>{_DAY}) *(?=\n)")


# Under a report's title: when it was given (——2024年1月9日在某市人民代表大会上).
_GIVEN = re.compile(rf"(?:^|\n) *[—－-]*[（(]?(?P<date>{_DAY})在[^\n。，]{{4,60}}上[）)]?(?=[\n ])")


def signature(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, int] | None, str | None]:
    """Who signs and when: the lines before the last date that stands alone, else a published date."""
    best = None
    for match in _DATE_LINE.finditer(text):
        best = match if best is None or match["who"].strip() else best
    if given := _GIVEN.search(text, 0, 400):
        return (), given.span("date"), values.date_iso(given["date"])
    best = best or _DATE_INLINE.search(text)
    if best is None and (under := _UNDER_TITLE.search(text, 0, 400)):
        return (), under.span("date"), values.iso(*under.group("year", "month", "day"))
    if best is None and (beside := _BESIDE_NUMBER.search(text, 0, 400)):
        return (), beside.span("date"), values.date_iso(beside["date"])
    if best is None:
        published = _PUBLISHED.search(text)
        return (), None, values.iso(*published.groups()) if published else _dateline(text)
    return tuple(_signers(best)), best.span("date"), values.date_iso(best["date"])


_REPORTED = re.compile(r"(?:本报|新华社|中新社|讯|电|记者)[^。\n]{0,40}?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_YEAR_NAMED = re.compile(r"(?<!\d)(20\d{2})年")


def _dateline(text: str) -> str | None:
    """The day in the first line of a news item (本报海口11月8日电), of the year that its title or lead names."""
    told, year = _REPORTED.search(text, 0, 300), _YEAR_NAMED.search(text, 0, 300)
    return values.iso(year[1], told["month"], told["day"]) if told and year else None


_ADOPTED = re.compile(
    rf"(?:^|\n) *(?:[（(](?P<alone>{_DAY})[）)](?=\n)|[（(]?(?P<date>{_DAY}) *(?=[^\n。；]{{2,60}}(?:通过|批准|发布|公布)))"
)


def adopted(text: str, after: int) -> tuple[int, int] | None:
    """The date under the title: in brackets of its own, or when an assembly or a government passed the text."""
    match = _ADOPTED.search(text, max(0, after - 1), after + 120)
    if match is None:
        return None
    return match.span("alone" if match["alone"] else "date")


def _signers(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    offset = match.start("who")
    for line in (match["who"] or "").split("\n"):
        stripped = line.strip()
        if len(stripped) >= 3 and not META.match(line) and not _NUMBERED.match(stripped):
            at = offset + line.index(stripped)
            yield at, at + len(stripped)
        offset += len(line) + 1


def addressees(text: str, after: int) -> tuple[int, int] | None:
    match = _ADDRESS.search(text, max(0, after - 1), after + 400)
    return match.span(1) if match else None
