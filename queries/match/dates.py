"""Years and dates in a question: one year, a span, since, until; 去年 and last year count from the day of asking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from queries.match import offsets

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{m}|{m[:3]}" for m in _MONTHS)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATE = (
    rf"(?<![\d第])(?:(?:(?P<b{{n}}>{_DAY}) (?:of )?)?(?P<m{{n}}>{_MONTH})\.?,? (?:(?P<a{{n}}>{_DAY}),? )?)?"
    r"(?P<y{n}>(?:19|20)\d\d)(?![\d万亿元])"
    r"(?:年度?|(?=\D|$))(?:(?:-|/|\.)?(?P<k{n}>1[0-2]|0?[1-9])(?!\d)(?:月|(?=-|/|\D|$))(?:(?:-|/)?(?P<d{n}>3[01]|[12]\d|0?[1-9])(?!\d)日?)?)?"
)


def _date(number: int) -> str:
    return _DATE.replace("{n}", str(number))


_SPAN = re.compile(
    rf"(?:between |from |自|从)?{_date(1)}(?: ?(?:到|至|—|–|-|~|and|to|until|through|和|与) ?){_date(2)}(?:之间|期间)?"
)
_SINCE = re.compile(
    rf"(?:since|after|from|starting(?: in)?|as of|自从?|从) ?{_date(1)}(?:以来|之后|以后|起|开始| onwards?)?|{_date(2)}(?:以来|之后|以后|后|起|开始|onwards?| and later)"
)
_UNTIL = re.compile(
    rf"(?:until|before|by|up to|through|截至|截止) ?{_date(1)}(?:之前|以前|为止|前|底)?|{_date(2)}(?:之前|以前|为止|前)"
)
_ONE = re.compile(_date(1))
_RELATIVE = {"今年": 0, "去年": -1, "前年": -2, "this year": 0, "last year": -1}
_RECENT = re.compile(r"(?:近|最近|过去)([一二两三四五六七八九十\d]+)年来?|(?:last|past) (\w+) years")
_COUNT = re.compile(
    r"(?:连续|一连|连着|接连|连)([一二两三四五六七八九十\d]+)年|(\w+) (?:consecutive years|years (?:running|in a row|straight|on end))"
)
_NUMBERS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2} | dict(
    zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time by its words' offsets; either end may be open (empty)."""

    start: int
    end: int
    since: str
    until: str


def find(text: str, today: date) -> list[Time]:
    """The times that a folded sentence names, at most one at each place."""
    found: list[Time] = []
    for pattern, read in ((_SPAN, _span), (_SINCE, _since), (_UNTIL, _until), (_ONE, _one)):
        for match in pattern.finditer(text):
            if offsets.apart(match.span(), ((t.start, t.end) for t in found)):
                found.append(read(match))
    for word, step in _RELATIVE.items():
        if word in text:
            year = str(today.year + step)
            found.append(Time(text.index(word), text.index(word) + len(word), year, year))
    for match in _RECENT.finditer(text):
        if number := _number(match[1] or match[2]):
            found.append(Time(*match.span(), str(today.year - number), ""))
    return sorted(found, key=lambda t: t.start)


def count(text: str) -> tuple[int, int, int] | None:
    """Years in a row that are asked for, with the offsets of the words: 连续三年."""
    for match in _COUNT.finditer(text):
        if number := _number(match[1] or match[2]):
            return number, *match.span()
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)


def _iso(match: re.Match[str], number: int) -> str:
    year, named, month, day = (match[f"{part}{number}"] for part in "ymkd")
    if named:
        month = str(next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(named[:3])))
        day = (match[f"b{number}"] or match[f"a{number}"] or "").rstrip("stndrh")
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _span(match: re.Match[str]) -> Time:
    return Time(*match.span(), _iso(match, 1), _iso(match, 2))


def _since(match: re.Match[str]) -> Time:
    return Time(*match.span(), _iso(match, 1 if match["y1"] else 2), "")


def _until(match: re.Match[str]) -> Time:
    return Time(*match.span(), "", _iso(match, 1 if match["y1"] else 2))


def _one(match: re.Match[str]) -> Time:
    return Time(*match.span(), _iso(match, 1), _iso(match, 1))
