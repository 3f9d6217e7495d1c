"""The outline of a document: title, number, signer, date, addressees, genre, headed sections, sentences."""

from __future__ import annotations

import re

from ingest import genre, letterhead, longest, scene, values
from ingest.find import titles

_LEVELS = (
    (1, re.compile(r"\n *(?:[-*#•●]+ *)?(?:第[一二三四五六七八九十百]+章|[一二三四五六七八九十]{1,3}、)")),
    (
        2,
        re.compile(
            r"\n *(?:[-*#•●]+ *)?(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零\d]+(?:条|节(?!约|能|水|点)))"
        ),
    ),
    (3, re.compile(r"\n *(?:\d{1,2}[.、](?!\d))")),
    (4, re.compile(r"\n *[（(]\d{1,2}[）)]")),
)


_VOICE_HEAD = re.compile(
    rf"[、）)](?P<who>[^，。；\n]{{2,24}}?(?:{letterhead.pieces('voices')}))(?:的)?"
    r"(?:协办|会办|办理|分办|主办|反馈|书面|答复|补充|提供)*(?:意见|情况)(?: *$)"
)
_VOICE_ALONE = re.compile(rf"[、）)] *(?P<who>[一-鿿]{{2,16}}(?:{letterhead.pieces('voices')})) *$")
_OPINIONS = re.compile(r"(?:单位|部门)[^\n]{0,8}(?:意见|答复|情况)")
_VOICE_LEAD = re.compile(
    r"\n *(?!各|责任|牵头|配合|主办|承办|协办|联系|主管|支持)"
    rf"(?P<who>[一-鿿]{{2,16}}?(?:{letterhead.pieces('voices')}))(?:的?(?:会办|协办|主办|分办|办理|反馈|书面|答复)*(?:意见|反馈|答复|情况)?(?:是|为|如下)?)[：:](?=[^\n]{{6,}})"
)


def outline(shadow: scene.Shadow) -> scene.Outline:
    """Read the outline of a shadow text. What the text does not show stays None."""
    text = shadow.text
    title = letterhead.title(text) or letterhead.handed_out(text) or letterhead.headline(text)
    signers, date_at, date = letterhead.signature(text)
    adopted = letterhead.adopted(text, title[1] if title else 0)
    if adopted:
        date_at, date = adopted, values.date_iso(text[slice(*adopted)])
    number = next(
        (n for n in titles.numbers(text[: (title[1] if title else 0) + 260]) if letterhead.own_number(text, n.start)),
        None,
    )
    named = text[title[0] : title[1]].replace("\n", "") if title else ""
    number = number or letterhead.printed_number(text, named)
    sections = _sections(text)
    body = (title[1] if title else 0, len(text))
    doc_type = genre.of(named, text)
    return scene.Outline(
        doc_type=doc_type, prescribes=genre.prescribes(doc_type, named, text), language="zh", sections=sections,
        sentences=_sentences(text, sections, title), title=title,
        number=number.number if number else None, number_at=(number.start, number.end) if number else None,
        date=date, date_at=date_at, signers=signers, body=body,
        # A covering letter stands before the title of what it hands out.
        addressees=letterhead.addressees(text, 0 if title and "。" in text[: title[0]] else body[0]),
    )  # fmt: skip


def _sections(text: str) -> tuple[scene.Section, ...]:
    # Every line is sought by the break before it, so the text gets one in front.
    lined = "\n" + text
    marks = sorted(
        (m.end() - len(m[0].lstrip()) - 1, level) for level, pattern in _LEVELS for m in pattern.finditer(lined)
    )
    leads = {m.start("who") - 1: (m.start("who") - 1, m.end("who") - 1) for m in _VOICE_LEAD.finditer(lined)}
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
        above = made[open_at[-1]]
        voice = leads.get(start) or _voice(text, start, line_end, text[above.start : above.head_end])
        made.append(scene.Section(len(made), level, open_at[-1], start, head_end, end, voice))
        open_at.append(len(made) - 1)
    return tuple(made)


def _voice(text: str, start: int, line_end: int, above: str) -> tuple[int, int] | None:
    """Who speaks under a heading: 省财政厅协办意见, or a body's name alone under 会办单位的意见."""
    line = text[start:line_end]
    match = _VOICE_HEAD.search(line) or (_VOICE_ALONE.search(line) if _OPINIONS.search(above) else None)
    return (start + match.start("who"), start + match.end("who")) if match else None


def _sentences(
    text: str, sections: tuple[scene.Section, ...], title: tuple[int, int] | None
) -> tuple[scene.Sentence, ...]:
    """Sentences end at 。！？ and at line ends, never inside quotation marks or brackets of the same line."""
    found = []
    current, order = 0, sections
    for line in re.finditer(r"[^\n]+", text):
        if title and title[0] <= line.end() - 2 < title[1] + 2 and line.start() >= title[0] - 8:
            continue
        if letterhead.META.match(line[0]):
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
_BOUND = re.compile(r"[“《（(”》）)。！？.!?](?:(?<![.!?])|(?<=[A-Za-z0-9)”].)(?= ))")


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
    cut = (part for piece in pieces for part in longest.cut(text, *piece))
    return [(a, b) for a, b in (_trimmed(text, *part) for part in cut) if b - a >= 2]


def _ends(text: str, char: str, at: int, depth: int, length: int) -> bool:
    if char in ".!?":
        return depth == 0 and bool(_STOP.match(text, at))
    return depth == 0 or (char == "。" and length > 300)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), end - (len(body) - len(body.rstrip()))
