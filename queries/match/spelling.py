"""Years and document numbers as people write them, in the form that dates and names have: 二〇二〇年, twenty twenty, Guohan (2018) 31."""

from __future__ import annotations

import re

from queries.match import lexicon, names

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(
    r"(?<![〇零○一二三四五六七八九十百千万第])(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?![百千万亿号])"
)
_ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SMALL = _ONES | _TEENS | _TENS
_LATER = f"(?:{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?)"
_ENGLISH_YEAR = re.compile(
    rf"(?i)\b(?:(?P<age>nineteen|twenty)[ -](?P<year>{_LATER}|oh?[ -](?:{'|'.join(_ONES)}))"
    rf"|two thousand(?: and)? (?P<since>{_LATER}|{'|'.join(_ONES)}))\b"
)
_LATIN_NUMBER = re.compile(
    r"(?<![A-Za-z])(?P<head>[A-Za-z]+(?:[ -][A-Za-z]+){0,5})[ ,]*[\[(〔（【]?(?P<year>(?:19|20)\d\d)[\])〕）】]?[ ,]*"
    r"(?:(?i:no\.?|number|hao|第)[ ]*)?(?P<number>\d{1,4})(?!\d)(?:[ ]?(?:号|(?i:hao)\b))?"
)

_LATIN_WORD = re.compile(r"(?<![\w'-])[A-Za-z]+(?![\w'-])")
_NAMED, _TELLING = 5, 8  # letters


def years(text: str) -> str:
    """A sentence with its years in figures.

    >>> years("二〇一九到二零二一年间")
    '2019到2021年间'
    >>> years("since twenty twenty-one, not in two thousand and five")
    'since 2021, not in 2005'
    """
    text = _CHINESE_YEAR.sub(lambda match: match[0].translate(_DIGITS), text)
    return _ENGLISH_YEAR.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    parts = re.split(r"[ -]", (match["year"] or match["since"]).lower())
    age = 1900 if (match["age"] or "").lower() == "nineteen" else 2000
    return str(age + sum(_SMALL.get(part, 0) for part in parts))


def latin(text: str, known: names.Names) -> str:
    """A sentence with document numbers and pieces of names in pinyin as the graph writes them.

    A short word is taken for pinyin only where it has a capital inside the sentence: guiding also spells 规定.
    """
    return _LATIN_WORD.sub(lambda match: _piece(match, known), _numbers(text, known))


def _piece(match: re.Match[str], known: names.Names) -> str:
    word = match[0].lower()
    named = match[0][0].isupper() and match.start() > 0 and len(word) >= _NAMED
    if not (named or len(word) >= _TELLING) or lexicon.explains(word) or word in known.forms:
        return match[0]
    return known.spelt(word) or match[0]


def _numbers(text: str, known: names.Names) -> str:
    """A sentence with the document numbers in Latin letters that the graph holds as the graph writes them."""
    return _LATIN_NUMBER.sub(lambda match: _held(match, known), text)


def _held(match: re.Match[str], known: names.Names) -> str:
    """The words before a number may be more than its head: cites Guizhengfa."""
    words = re.split(r"([ -])", match["head"])
    for first in range(0, len(words), 2):
        written = known.numbered("".join(words[first::2]), match["year"], match["number"])
        if written:
            return "".join(words[:first]) + written
    return match[0]
