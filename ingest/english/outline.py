"""The outline of an English document: title, number, date, signer's lines, genre, headed sections, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ingest import longest, scene
from ingest.english import phrases, values
from ingest.find import words

CODE = re.compile(r"^Title (?P<title>\d{1,2})[—–-] *[A-Z]", re.M)
CHAPTER = re.compile(r"^CHAPTER (?P<chapter>\d{1,3})[—–-]", re.M)
_SECTION = re.compile(r"^§ *(?P<section>[\w–-]{1,14})\. *(?P<name>[^\n]{2,160})$", re.M)
_CODE_LINE = re.compile(r"^(?:Title \d{1,2}[—–-]|(?:SUB)?CHAPTER [\dIVXL]{1,6}[—–-]|§ *[\w–-]{1,14}\. )")
LABEL = re.compile(
    r"(?:\((?P<paren>[a-z]{1,4}|[A-Z]{1,4}|\d{1,2})\)|(?P<dotted>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?(?= [A-Z])|[-*•–]) *"
)
_NUMBERS = re.compile(
    r"Public Law \d{2,3}[-–]\d{1,4}|(?:COM|SWD)\(\d{4}\) ?\d{1,4}|(?:Regulation|Directive|Decision) \((?:EU|EC)\) (?:No )?\d{2,4}/\d{2,4}|SI \d{4}/\d{1,4}|\bCP \d{2,4}\b"
)
_HEADING = re.compile(
    r"(?:(?:Part|Chapter|Annex|Section|Article|Step|Pillar|Priority|Goal) [\dA-ZIVX]{1,4}\b)?[^\n]{1,90}"
)
_STOP = re.compile(
    r"(?<![A-Z])(?<!\bNo)(?<!\bSec)(?<!\bArt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!e\.g)(?<!i\.e)(?<!\bStat)(?<!\bvs)"
    r"(?<!\bU\.S)(?<!\bInc)(?<!\bCo)(?<!\bLtd)[.!?][”\")’]?(?= +[A-Z(“\"‘\d])|"
    r"(?<=\bLtd|\bInc)\.(?= +(?:The|In|It|Within|This|They|We|On|As|At|For|With|Its|Under|By|From|To|Since|After|Also)\b)"
)
# CHANGSHA, May 14 (Xinhua) --
_DATELINE = re.compile(
    r"^[A-Z][A-Za-z ,.]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? *(?:\([\w /.-]{2,30}\) *[—–-]|[—–]|--)", re.M
)
_TITLE_LINES = 12


@cache
def _genres() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = words.lexicon("english")["genres"]
    return tuple((name, re.compile("|".join(told), re.IGNORECASE)) for name, told in table.items())


@cache
def published() -> re.Pattern[str]:
    """A line before the body that says who published: Published by: …"""
    fields = "|".join(map(re.escape, words.lexicon("english")["published"]))
    return re.compile(
        rf"^(?:(?:{fields})[:：] *|(?:published|issued|released) by )(?P<who>[^\n]{{3,120}})$", re.IGNORECASE | re.M
    )


def outline(shadow: scene.Shadow) -> scene.Outline:
    """Read the outline of an English shadow text. What the text does not show stays None."""
    text = shadow.text
    title = _title(text)
    number_at, number = _number(text, title)
    date_at, date = _date(text)
    sections = _sections(text, title)
    named = text[title[0] : title[1]] if title else ""
    return scene.Outline(
        doc_type="news" if _DATELINE.search(text, 0, 1500) else _doc_type(named), language="en", sections=sections, sentences=_sentences(text, sections, title), title=title,
        number=number, number_at=number_at, date=date, date_at=date_at,
        signers=tuple(m.span("who") for m in published().finditer(text[:2000])), body=(title[1] if title else 0, len(text)),
    )  # fmt: skip


def is_statute(view: scene.Outline) -> bool:
    """A section of the United States Code: its provisions name who acts, so that nothing falls to its author."""
    return bool(view.number and "U.S.C." in view.number)


def _lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text[start:]):
        body = match[0].strip()
        if body:
            at = start + match.start() + match[0].index(body)
            yield at, at + len(body)


def _title(text: str) -> tuple[int, int] | None:
    """A statute's § line, else the first line that reads as a name and not as a field, a date or a sentence."""
    section = _SECTION.search(text[:2000])
    if section:
        return section.start(), section.start() + len(section[0].rstrip())
    for index, (start, end) in enumerate(_lines(text[:3000])):
        line = text[start:end]
        if index >= _TITLE_LINES:
            break
        fields = published().match(line) or _FIELD.match(line)
        dates = values.find_dates(line, 0, len(line))
        dated = dates and dates[0].end - dates[0].start > len(line) - 14
        if (
            not fields
            and " > " not in line
            and not dated
            and not phrases.is_body(_spoken(line))
            and 8 <= len(line) <= 200
            and not line.endswith(".")
        ):
            return start, end
    return None


# Publication date: …, but not The Northern Arc: A Strategy.
_FIELD = re.compile(r"[A-Z]\w*(?: [a-z]\w*){0,4}: ")


def _spoken(line: str) -> str:
    """A line in capitals as it is written in a sentence: DEPARTMENT OF X → Department of X."""
    return _SMALL.sub(lambda m: m[0].lower(), line.title()) if line.isupper() else line


_SMALL = re.compile(r"\b(?:Of|For|And|The|On|In)\b")


def _number(text: str, title: tuple[int, int] | None) -> tuple[tuple[int, int] | None, str | None]:
    """42 U.S.C. 19109 from a statute's heads; else a number in a short line of the first lines."""
    section, code = _SECTION.search(text[:2000]), CODE.search(text[:2000])
    if section and code:
        return section.span("section"), f"{code['title']} U.S.C. {section['section'].replace('–', '-')}"
    for match in _NUMBERS.finditer(text[: (title[1] if title else 0) + 300]):
        line_end = text.find("\n", match.end())
        if (line_end if line_end >= 0 else len(text)) - text.rfind("\n", 0, match.start()) < 120:
            return match.span(), match[0].replace("–", "-")
    return None, None


# Applications close on 30 June 2025.
_DEADLINE = re.compile(
    r"\b(?:clos(?:e|es|ing)|deadline|until|due|expires?|valid|no later than|not later than|effective|in force)\b",
    re.IGNORECASE,
)


def _date(text: str) -> tuple[tuple[int, int] | None, str | None]:
    """The first full date in a short line or a dateline among the first lines, else in the last ones; else a month there."""
    if _SECTION.search(text[:2000]):
        return None, None
    lines = list(_lines(text))
    best: tuple[tuple[int, int], str] | None = None
    for start, end in [*lines[:14], *lines[-4:]]:
        short = end - start <= 100
        if _DEADLINE.search(text, start, end):
            continue
        for found in values.find_dates(text, start, end if short else start + 60):
            at = (found.start, found.end)
            if len(found.iso) == 10 and (
                short or re.match(r" ?(?:\([^)]*\) ?)?[—–-]", text[found.end : found.end + 20])
            ):
                return at, found.iso
            if len(found.iso) == 7 and end - start <= 40 and best is None:
                best = (at, found.iso)
    return best or (None, None)


def _doc_type(title: str) -> str:
    return next((name for name, pattern in _genres() if pattern.search(title)), "other")


def level(label: re.Match[str] | None) -> int:
    """How deep a label stands: (a) 1, (1) 2, (A) 3, (i) 4, (I) 5; 2. and 2.1 count their parts; a bullet is 6."""
    if label is None:
        return 0
    paren = label["paren"]
    if label["dotted"]:
        return 1 + label["dotted"].count(".")
    if not paren:
        return 6
    if paren.isdigit():
        return 2
    if re.fullmatch(r"[ivx]{1,4}", paren):
        return 4
    if re.fullmatch(r"[IVX]{1,4}", paren):
        return 5
    return 1 if paren.islower() else 3


def is_heading(line: str) -> bool:
    """A short line that starts with a capital, ends without a mark and has few small words before its end."""
    label = LABEL.match(line)
    body = line[label.end() :] if label else line
    if not body or not _HEADING.fullmatch(body) or body[-1] in ".;:,—" or not (body[0].isupper() or body[0].isdigit()):
        return False
    return (
        not re.search(r"[.;] |\b(?:shall|will|may|must|has|have|is|are|was|were)\b|\b(?:and|or)$", body)
        and len(body.split()) <= 12
    )


def _sections(text: str, title: tuple[int, int] | None) -> tuple[scene.Section, ...]:
    """Headed sections; a statute's repeated title lines are none."""
    heads = [(s, e, max(1, level(LABEL.match(text[s:e])))) for s, e in _lines(text, title[1] if title else 0)
             if not _CODE_LINE.match(text[s:e]) and is_heading(text[s:e])]  # fmt: skip
    made = [scene.Section(0, 0, None, 0, 0, len(text))]
    open_at = [0]
    ends = {a[0]: b[0] for a, b in pairwise(heads)}
    for start, end, depth in heads:
        while len(open_at) > 1 and made[open_at[-1]].level >= depth:
            open_at.pop()
        made.append(scene.Section(len(made), depth, open_at[-1], start, end, ends.get(start, len(text))))
        open_at.append(len(made) - 1)
    return tuple(made)


def _sentences(
    text: str, sections: tuple[scene.Section, ...], title: tuple[int, int] | None
) -> tuple[scene.Sentence, ...]:
    """Sentences line by line, without the title, a statute's repeated heads and the fields before the body."""
    found: list[scene.Sentence] = []
    current = 0
    for start, end in _lines(text):
        line = text[start:end]
        if (
            _CODE_LINE.match(line)
            or " > " in line
            or published().match(line)
            or (title and title[0] <= start < title[1])
        ):
            continue
        while current + 1 < len(sections) and sections[current + 1].start <= start:
            current += 1
        heading = sections[current].start == start and current > 0
        cuts = [start, *(m.end() for m in _STOP.finditer(text, start, end)), end]
        for a, b in (part for whole in pairwise(cuts) for part in longest.cut(text, *whole)):
            piece = text[a:b]
            first = a + len(piece) - len(piece.lstrip())
            if b - first >= 2:
                found.append(scene.Sentence(first, b, current, heading))
    return tuple(found)
