"""Words of the lexicon as fast matchers, and where a name may begin.

The lexicon is data (`ingest/lexicon/*.yaml`); this module turns it into Aho-Corasick automata once per process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

import ahocorasick_rs as aho

from graph import plain


@cache
def lexicon(name: str) -> dict[str, Any]:
    """One file of the lexicon as plain values."""
    text = resources.files("ingest.lexicon").joinpath(f"{name}.yaml").read_text("utf-8")
    return dict(plain.load(text))


def any_of(listed: Iterable[str]) -> str:
    """Words or patterns as alternatives of one pattern, the longest first, so that none hides a longer one; of none, what
    matches nothing (a reference table may be left out)."""
    return "|".join(sorted(listed, key=len, reverse=True)) or "(?!)"


def where(pattern: re.Pattern[str], text: str, signs: Iterable[str]) -> Iterator[re.Match[str]]:
    """The pattern's matches in a text that holds one of the signs, of which every match holds one: in others nothing is sought."""
    return pattern.finditer(text) if any(sign in text for sign in signs) else iter(())


# A table of all transitions takes more room than the usual form (ten megabytes for the places) and half the time.
_FAST = aho.Implementation.DFA


class Matcher:
    """Finds any of many words, the longest at each place; each hit is (start, end, value)."""

    def __init__(self, words: dict[str, Any]) -> None:
        self.words = list(words)
        self.values = list(words.values())
        self.automaton = aho.AhoCorasick(self.words, matchkind=aho.MatchKind.LeftmostLongest, implementation=_FAST)

    def find(self, text: str) -> Iterator[tuple[int, int, Any]]:
        """Hits that do not overlap, leftmost and longest first."""
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            yield start, end, self.values[index]


class EndMatcher:
    """Finds where words end: for each end offset the start of the longest word that ends there."""

    def __init__(self, words: Iterable[str]) -> None:
        self.automaton = aho.AhoCorasick(sorted(set(words)), implementation=_FAST)

    def ends(self, text: str) -> dict[int, int]:
        """End offset → start offset of the longest word ending there."""
        found: dict[int, int] = {}
        for _, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if start < found.get(end, end + 1):
                found[end] = start
        return found


@cache
def _boundary_matchers() -> tuple[EndMatcher, EndMatcher]:
    data = lexicon("boundaries")
    return EndMatcher([*data["verbs"], *data["singles"], *rare_verbs()]), EndMatcher(data["kept"])


def rare_verbs() -> list[str]:
    """The verbs that stand for commoner ones anywhere."""
    return [verb for rare in lexicon("synonyms")["anywhere"].values() for verb in bare(rare)]


def bare(patterns: Iterable[str]) -> list[str]:
    """Words without what may not stand beside them."""
    return [re.sub(r"\(\?[^)]*\)", "", pattern) for pattern in patterns]


# 服务中心开发|“某某”系统; 某支持计划设|青年人才专项; 第三条示范区, 专栏6山地特色产业提升工程, 案例3某某机制: what counts the parts of a text is no part of a name.
_ARTICLES = re.compile(
    r"(?:开发|研发|开设)(?=“)|(?<=计划|专项|工程|行动|基金|资金|中心|平台)设(?![计立置备施在有于])|第[一二三四五六七八九十百零\d]+[章节条款项编](?:[（(][一-鿿]{2,8}[）)])?|(?:专栏|案例|经验)\s?\d{1,3}|(?m:^)[^\S\n]*(?:\d{1,3}(?!\d)[.、．]?|[一二三四五六七八九十]+、|[-•●*|]+)"
)


def boundaries(text: str) -> bytearray:
    """A flag for each offset: 1 where a word that cannot stand inside a name ends (a name may begin there)."""
    flags = bytearray(len(text) + 1)
    stops, kept = _boundary_matchers()
    guarded = bytearray(len(text) + 1)
    for end, start in kept.ends(text).items():
        if end - start > 1:
            guarded[start + 1 : end] = b"\1" * (end - start - 1)
            guarded[end] = guarded[end] or 2
    for match in _ARTICLES.finditer(text):
        flags[match.end()] = 1
    for end, start in stops.ends(text).items():
        inside = guarded[end] == 1 or (guarded[end] == 2 and guarded[start] != 0) or guarded[start] == 1
        if not inside and not (guarded[end] == 2 and end - start == 1):
            flags[end] = 1
    return flags
