"""Persons in running text: after an office or a calling (省长某某, 记者某某), on a labelled line (联系人：), and who says something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.find import kinds, words

_OFFICE = "name after an office"
# 汪经理 on a labelled line is a form of address.
_CALLED = re.compile(r"(?:经理|主任|老师|先生|女士|处长|科长|局长|部长|工)$")
_JOINT = r"[、，和与及 　]"


@dataclass(frozen=True, slots=True)
class _Grammar:
    after_office: re.Pattern[str]
    after_calling: re.Pattern[str]
    labelled: re.Pattern[str]
    appointed: re.Pattern[str]
    says: re.Pattern[str]
    office: re.Pattern[str]
    sayer: re.Pattern[str]
    titled: re.Pattern[str]
    listed: re.Pattern[str]
    each: re.Pattern[str]


def _names(data: dict[str, Any]) -> tuple[str, str, str]:
    """Patterns of a Han name, of one whose surname is no common word, and of a name of another people."""
    # 长 ends offices, but a name ends a line or a clause with it and one more character.
    given = rf"(?:(?![{data['never']}])[一-鿿]|长(?=[一-鿿](?:[^一-鿿]|$)))"
    double, parts = words.any_of(data["double"]), words.any_of(data["parts"])
    surnames = data["surnames"]
    sure = "".join(c for c in surnames if c not in data["unsure"] and c not in data["rare"])
    surnames = "".join(c for c in surnames if c not in data["rare"])
    other = rf"(?:[一-鿿]{{1,6}}(?:·[一-鿿]{{1,8}}?)+|(?:{parts}){{2,3}}|{words.any_of(data['whole'])})"
    return (
        rf"(?:(?:{double}){given}{{1,2}}?|[{surnames}]{given}{{1,2}}?)",
        rf"(?:(?:{double}){given}{{1,2}}?|[{sure}]{given}{{1,2}}?)",
        other,
    )


@cache
def _grammar() -> _Grammar:
    data = words.lexicon("persons")
    han, sure, other = _names(data)
    one = rf"(?:{other}|{han})"
    plain = rf"(?:{other}|{sure})"
    before, callings = words.any_of(data["before"]), words.any_of(data["callings"])
    labels, after = words.any_of(data["labels"]), words.any_of(data["after"])
    ends = rf"(?=[^一-鿿·]|$|{words.any_of(data['acts'])}|副?(?:{before}|{callings})|{labels})"
    spaced = words.any_of("[ 　]*".join(name) for name in data["labels"])
    closed = rf"(?=[^一-鿿·]|$|电话|手机|联系|{labels})"
    return _Grammar(
        after_office=re.compile(rf"(?:{before})(?P<names>{one}(?:{_JOINT}{one}{ends})*){ends}"),
        after_calling=re.compile(rf"(?:{callings})(?P<names>{plain}(?:{_JOINT}{plain}{ends})*){ends}"),
        labelled=re.compile(
            rf"(?:{spaced})(?:[及和与](?:联系)?(?:电话|方式))?(?:[：:][ 　]*|[ 　]+)"
            rf"(?P<names>{one}{closed}(?:{_JOINT}{{1,2}}{one}{closed})*)"
        ),
        appointed=re.compile(rf"(?:任命|免去|受|提名|选举|追授)(?P<names>{one})(?=同志|的副?(?:{before}|{after})|为|{after})"),
        says=re.compile(words.any_of(data["says"])),
        office=re.compile(after),
        sayer=re.compile(rf"(?<![一-鿿·、])(?P<names>{plain})$"),
        titled=re.compile(rf"(?<![一-鿿·])(?P<names>(?:{other}|(?:{words.any_of(data['double'])})[一-鿿]{{1,2}}?)(?:、{one})*)$"),
        listed=re.compile(rf"(?:(?<![一-鿿·])|(?<=有|是|为|员|者))(?P<names>{one}(?:、{one})+(?:和{one})?)$"),
        each=re.compile(rf"{one}(?={_JOINT}|$)"),
    )  # fmt: skip


def find(text: str) -> Iterator[kinds.Found]:
    """Persons whom running text names by what they are, do or say."""
    grammar = _grammar()
    for pattern, reason in (
        (grammar.after_office, _OFFICE),
        (grammar.after_calling, "name after a calling"),
        (grammar.labelled, "name on a labelled line"),
        (grammar.appointed, "who is appointed"),
    ):
        for match in pattern.finditer(text):
            yield from _each(match, reason)
    # These begin with any letters: what goes before is read only where the word stands that they end with.
    for word, patterns, reason in (
        (grammar.says, (grammar.sayer,), "who says something"),
        (grammar.office, (grammar.titled, grammar.listed), "name before an office"),
    ):
        for at in word.finditer(text):
            end = at.start() if word is grammar.says else _counted(text, at.start())
            hits = (p.search(text, max(0, end - 40), end) for p in patterns)
            led = next(filter(None, hits), None)
            if led:
                yield from _each(led, reason)


def _counted(text: str, office: int) -> int:
    """Where the count before an office begins: 甲、乙|等3位专家."""
    count = _COUNT.search(text, max(0, office - 8), office)
    return count.start() if count else office


_COUNT = re.compile(r"等?\d*[名位]?$")


def _each(match: re.Match[str], reason: str) -> Iterator[kinds.Found]:
    """One person for each name of a list, words of the language left out."""
    for name in _grammar().each.finditer(match["names"]):
        if not (name[0] in _words() or (name[0][:2] in _words() and reason != _OFFICE) or _CALLED.search(name[0])):
            start = match.start("names") + name.start()
            yield kinds.Found(start, start + len(name[0]), "Person", name[0], reason=reason)


@cache
def _words() -> frozenset[str]:
    bounds = words.lexicon("boundaries")
    return frozenset().union(
        words.lexicon("verbs")["verbs"],
        words.lexicon("common")["words"],
        bounds["kept"],
        bounds["verbs"],
        bounds["leading"],
    )
