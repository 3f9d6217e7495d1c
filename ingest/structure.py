"""The outline of a document: title, number, signer, date, addressees, genre, headed sections, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import scene, values
from ingest.find import titles, words

_LEVELS = (
    (1, re.compile(r"(?:^|\n) *(?:[-*#•●]+ *)?(?:第[一二三四五六七八九十百]+章|[一二三四五六七八九十]{1,3}、)")),
    (
        2,
        re.compile(
            r"(?:^|\n) *(?:[-*#•●]+ *)?(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零\d]+条)"
        ),
    ),
    (3, re.compile(r"(?:^|\n) *(?:\d{1,2}[.、](?!\d))")),
    (4, re.compile(r"(?:^|\n) *[（(]\d{1,2}[）)]")),
)


def _words(name: str) -> str:
    return "|".join(sorted(words.lexicon("structure")[name], key=len, reverse=True))


_VOICE_HEAD = re.compile(
    rf"[、）)](?P<who>[^，。；\n]{{2,24}}?(?:{_words('voices')}))(?:的)?"
    r"(?:协办|会办|办理|分办|主办|反馈|书面|答复|补充|提供)*(?:意见|情况)(?: *$)"
)
_VOICE_LEAD = re.compile(
    r"(?:^|\n) *(?!各|责任|牵头|配合|主办|承办|协办|联系|主管|支持)"
    rf"(?P<who>[一-鿿]{{2,16}}(?:{_words('voices')})(?:意见|反馈)?)[：:](?=[^\n]{{6,}})"
)
# A field needs its colon and a button its own line: 分类推进… and 来源于… are sentences.
_META = re.compile(
    rf"^ *(?:(?:{_words('fields')})[：:]|(?:{_words('buttons')})(?:[ \]】|｜/]|$)|[【\[](?:{_words('buttons')}|字体)|"
    r"字[号体] *[：: ]*[大中小]|[（(](?:此件|联系|主动公开)|附件[：:\d])"
)
_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile("|".join(told))) for name, told in words.lexicon("structure")["genres"].items()
)
_TITLE_LINE = re.compile(rf"(?:{_words('titles')})(?:[（(][^）)]{{1,24}}[）)])?$")
_ADDRESS = re.compile(r"(?:^|\n) *(?:#+ *)?([^\n，。]{2,16}(?:[、，][^\n。]{0,120})?)[：:] *(?=\n|$| )")


def outline(shadow: scene.Shadow) -> scene.Outline:
    """Read the outline of a shadow text. What the text does not show stays None."""
    text = shadow.text
    title = _title(text)
    signers, date_at, date = _signature(text)
    number = next(
        (n for n in titles.numbers(text[: (title[1] if title else 0) + 260]) if _own_number(text, n.start)), None
    )
    sections = _sections(text)
    body = (title[1] if title else 0, len(text))
    named = text[title[0] : title[1]].replace("\n", "") if title else ""
    return scene.Outline(
        doc_type=_doc_type(named, text), language="zh", sections=sections,
        sentences=_sentences(text, sections, title), title=title,
        number=number.number if number else None, number_at=(number.start, number.end) if number else None,
        date=date, date_at=date_at, signers=signers, addressees=_addressees(text, body[0]), body=body,
    )  # fmt: skip


def _own_number(text: str, start: int) -> bool:
    """A number in a line of its own, or after 文号: the document's own; one in a sentence cites another."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line = text[line_start : line_end if line_end >= 0 else len(text)].strip()
    before = text[line_start:start].strip(" #*")
    return len(line) <= 40 and (not before or bool(re.search(r"(?:文号|字号|编号)[：: ]*$", before)))


def _title(text: str) -> tuple[int, int] | None:
    """The title among the first lines, joined over several lines where it is broken."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text[:1500]) if m[0].strip()][:24]
    for i, span in enumerate(lines):
        line = text[slice(*span)].strip(" #*")
        if i > 4 and re.search(r"[。；]", line):
            return None
        if _entitles(line):
            i = _fuller(text, lines, i)
            first, last = _first_part(text, lines, i), _closed(text, lines, i)
            start = lines[first][0] + len(_MARKUP.match(text, lines[first][0])[0])  # type: ignore[index]
            return start, lines[last][0] + len(text[slice(*lines[last])].rstrip())
    return None


_MARKUP = re.compile(r"[ #*]*")


# What a page names a part of itself by is no title (赋能计划).
_TOKEN = re.compile(r"[一-鿿]{0,3}(?:计划|方案|清单|目录|报告|指南|政策)")


def _entitles(line: str) -> bool:
    """Whether a line ends as a title does and is no field, no item and no sentence."""
    if (
        len(line) > 130
        or _TOKEN.fullmatch(line)
        or _META.match(line)
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


def _first_part(text: str, lines: list[tuple[int, int]], i: int) -> int:
    """The line on which a title begins that ends on line i: up to three parts, an empty line only after 关于…."""
    first = i
    while first > 0 and i - first < 3:
        part = text[slice(*lines[first - 1])].strip()
        together = "关于" in part or text.count("\n", lines[first - 1][1], lines[first][0]) == 1
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
        or _META.match(line)
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
_DATE_LINE = re.compile(rf"(?:^|\n) *(?P<who>(?:[^\n。；：，]{{2,40}}\n){{0,6}}?) *(?P<date>{_DAY}) *(?=\n|$|[（(])")
_DATE_INLINE = re.compile(
    r"(?<=[。\n ])(?P<who>[一-鿿]{4,20}(?:政府|厅|局|委|部|办公厅|办公室|委员会))? *"
    rf"(?P<date>{_DAY}) *(?=[^，。、至到前起以]{{0,2}}(?:\n| {{2,}}|（此件|$|"
    r"[一-鿿《]{4,60}(?:措施|办法|政策|方案|意见|规划)))"
)
_PUBLISHED = re.compile(
    r"(?:成文日期|发文日期|印发日期|发布日期|发布时间|生成日期|日期|时间)[：:\s]*(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})"
)


def _signature(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, int] | None, str | None]:
    """Who signs and when: the lines before the last date that stands alone, else a published date."""
    best = None
    for match in _DATE_LINE.finditer(text):
        best = match if best is None or match["who"].strip() else best
    best = best or _DATE_INLINE.search(text)
    if best is None:
        published = _PUBLISHED.search(text)
        return (), None, values.iso(*published.groups()) if published else None
    return tuple(_signers(best)), best.span("date"), values.date_iso(best["date"])


def _signers(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    offset = match.start("who")
    for line in (match["who"] or "").split("\n"):
        stripped = line.strip()
        if len(stripped) >= 3 and not _META.match(line) and not _NUMBERED.match(stripped):
            at = offset + line.index(stripped)
            yield at, at + len(stripped)
        offset += len(line) + 1


def _addressees(text: str, after: int) -> tuple[int, int] | None:
    match = _ADDRESS.search(text, max(0, after - 1), after + 400)
    return match.span(1) if match else None


def _doc_type(title: str, text: str) -> str:
    bare = re.sub(r"[（(][^）)]{0,16}[）)]$", "", title)
    inner = re.search(r"印发《?(.{4,60}?)》?的?通知$", bare)
    if inner:
        return next((name for name, pattern in _TYPES if pattern.search(inner[1])), "notice")
    for name, pattern in _TYPES:
        if bare and pattern.search(bare):
            return name
    if re.search(r"收悉[，。；].{0,40}(?:答复|函复|函告)", text[:800]):
        return "reply"
    if re.search(r"收悉。?现批复", text[:800]):
        return "approval"
    if re.search(r"通知如下[：:]|现印发给你们", text[:1500]):
        return "notice"
    return "other"


def _sections(text: str) -> tuple[scene.Section, ...]:
    marks = sorted(
        (m.start() + len(m[0]) - len(m[0].lstrip()), level)
        for level, pattern in _LEVELS
        for m in pattern.finditer(text)
    )
    leads = {m.start("who"): m.span("who") for m in _VOICE_LEAD.finditer(text)}
    marks = sorted([*marks, *((start, 5) for start in leads)])
    made = [scene.Section(0, 0, None, 0, 0, len(text))]
    open_at: list[int] = [0]
    for k, (start, level) in enumerate(marks):
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        stop = text.find("。", start, line_end)
        head_end = (
            leads[start][1] + 1 if level == 5 else (min(stop + 1, line_end) if 0 <= stop < line_end else line_end)
        )
        while len(open_at) > 1 and made[open_at[-1]].level >= level:
            open_at.pop()
        end = next((s for s, other in marks[k + 1 :] if other <= level), len(text))
        if level == 5:
            end = min(end, line_end)
        voice = leads.get(start) or _voice(text, start, line_end)
        made.append(scene.Section(len(made), level, open_at[-1], start, head_end, end, voice))
        open_at.append(len(made) - 1)
    return tuple(made)


def _voice(text: str, start: int, line_end: int) -> tuple[int, int] | None:
    match = _VOICE_HEAD.search(text[start:line_end])
    return (start + match.start("who"), start + match.end("who")) if match else None


def _sentences(
    text: str, sections: tuple[scene.Section, ...], title: tuple[int, int] | None
) -> tuple[scene.Sentence, ...]:
    """Sentences end at 。！？ and at line ends, never inside quotation marks or brackets of the same line."""
    found = []
    current, order = 0, sections
    for line in re.finditer(r"[^\n]+", text):
        if title and line.start() < title[1] and line.end() > title[0]:
            continue
        if _META.match(line[0]):
            continue
        for start, end in _split(text, line.start(), line.end()):
            while current + 1 < len(order) and order[current + 1].start <= start:
                current += 1
            deepest = _deepest(order, current, start)
            heading = _is_heading(text[start:end], order[deepest], start)
            found.append(scene.Sentence(start, end, deepest, heading))
    return tuple(found)


def _deepest(sections: tuple[scene.Section, ...], current: int, start: int) -> int:
    index: int | None = current
    while index is not None and not sections[index].start <= start < sections[index].end:
        index = sections[index].parent
    return index or 0


def _is_heading(piece: str, section: scene.Section, start: int) -> bool:
    if start > section.start + 1 or section.level in (0, 5):
        return False
    return len(piece) <= 60 and not re.search(r"[，；]", piece.rstrip("。"))


# A full stop ends an English sentence unless it closes an initial or an abbreviation.
_STOP = re.compile(r"(?<![A-Z])(?<!No)(?<!Sec)(?<!Art)(?<!Dr)(?<!Mr)(?<!e\.g)(?<!i\.e)(?<!Stat)[.!?](?= +[A-Z(“\"])")
_BOUND = re.compile(r"[“《（(”》）)。！？]|(?<=[A-Za-z0-9)”])[.!?](?= )")


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of one line: marks inside quotation marks or brackets end none, unless the piece grows too long."""
    pieces, begin, depth = [], start, 0
    for match in _BOUND.finditer(text, start, end):
        char, i = match[0], match.start()
        if char in "“《（(":
            depth += 1
        elif char in "”》）)":
            depth = max(0, depth - 1)
            # “…。” closes the sentence with its quotation.
            if (
                depth == 0
                and char == "”"
                and text[i - 1] in "。！？"
                and i + 1 < end
                and text[i + 1] not in "，、；：的"
            ):
                pieces.append((begin, i + 1))
                begin = i + 1
        elif _ends(text, char, i, depth, i - begin):
            pieces.append((begin, i + 1))
            begin, depth = i + 1, 0
    pieces.append((begin, end))
    return [(a, b) for a, b in (_trimmed(text, *piece) for piece in pieces) if b - a >= 2]


def _ends(text: str, char: str, at: int, depth: int, length: int) -> bool:
    if char in ".!?":
        return depth == 0 and bool(_STOP.match(text, at))
    return depth == 0 or (char == "。" and length > 300)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), end - (len(body) - len(body.rstrip()))
