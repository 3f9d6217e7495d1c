"""Persons: in address lines, before an office (温家宝总理), and in rosters where name, body and office follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.find import callings, kinds, words


@dataclass(frozen=True, slots=True)
class _Grammar:
    name: str
    address: re.Pattern[str]
    office: re.Pattern[str]
    listed: re.Pattern[str]
    roster: re.Pattern[str]
    foreign: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    data = words.lexicon("persons")
    name = rf"[{data['surnames']}][一-鿿·]{{1,3}}"
    first, given = rf"[{''.join(c for c in data['surnames'] if c not in data['unsure'])}]", "(?:(?!的)[一-鿿]){1,2}"
    plain = first + given
    after = words.any_of(data["after"])
    roster = words.any_of(data["roster"])
    return _Grammar(
        name=name,
        address=re.compile(
            rf"(?:^|\n|尊敬的)[ 　]*(?:尊敬的)?(?P<names>{name}(?:[、，和 　]+{name})*)(?:等\d*[名位]?)?"
            rf"(?P<role>人大代表|政协委员|代表|委员|副主席|主席|同志|先生|女士)(?:们|团)?[：:]"
        ),
        office=re.compile(
            rf"{first}(?:(?<![一-鿿·].){given}(?:、{plain})*(?:和{plain})?|(?<=[和与及由对请向经据授予托进聘].){given})(?={after})"
        ),
        listed=re.compile(plain),
        roster=re.compile(
            rf"(?:{roster}|：|\n|（兼）)(?P<name>[{data['surnames']}][一-鿿]{{1,2}}?)(?=(?:市|区|县|省|州|自治区|国家)[一-鿿、（）]{{2,24}}?(?:{roster}))|"
            rf"(?:副?(?:{roster}))(?P<last>[{data['surnames']}][一-鿿]{{1,2}})(?=[^一-鿿]|$)"
        ),
        foreign=re.compile(rf"[一-鿿]{{1,5}}(?:·[一-鿿]{{1,8}}?)+(?={after})"),
    )


# 副主席 after 马万祺: the longest name must not eat the beginning of the office.
_EATS = re.compile(r"(?:副|总|国|等|委)$")
# A roster has several: one office and two characters may be anything.
_ROSTER = 3


def find(text: str) -> list[kinds.Found]:
    """Persons in the text."""
    grammar = _grammar()
    found = [*_addressed(text, grammar), *_in_office(text, grammar), *rostered(text), *_foreign(text, grammar)]
    taken = {i for f in found for i in range(f.start, f.end)}
    return [*found, *(f for f in callings.find(text) if taken.isdisjoint(range(f.start, f.end)))]


def _addressed(text: str, grammar: _Grammar) -> Iterator[kinds.Found]:
    for match in grammar.address.finditer(text):
        for name in re.finditer(grammar.name, match["names"]):
            called = re.sub(r"(?:等|副)$", "", name[0])
            if len(called) >= 2:
                yield _person(match.start("names") + name.start(), called, "named in the address line", match["role"])


def _in_office(text: str, grammar: _Grammar) -> Iterator[kinds.Found]:
    for match in grammar.office.finditer(text):
        for name in grammar.listed.finditer(match[0]):
            called = _EATS.sub("", name[0]) if len(name[0]) > 2 else name[0]
            yield _person(match.start() + name.start(), called, "name before an office")


_NO_NAME = re.compile(r"单位|成员|[位组办局任]$")


def rostered(text: str) -> list[kinds.Found]:
    """Names in a list of members: 王某某市财政局副局长李某某市教委主任 …"""
    # Only lists of members are so written: 组长 and 成员 head them.
    if "成员" not in text and "组长" not in text:
        return []
    matches = list(_grammar().roster.finditer(text))
    if len(matches) < _ROSTER:
        return []
    return [
        _person(m.start(which), m[which], "name in a list of members")
        for m in matches
        for which in ("name", "last")
        if m[which] and not _NO_NAME.search(m[which])
    ]


def _foreign(text: str, grammar: _Grammar) -> Iterator[kinds.Found]:
    for match in grammar.foreign.finditer(text) if "·" in text else ():
        lead = re.match(r"授予|由|与|和|向|对|经", match[0])
        start = match.start() + (lead.end() if lead else 0)
        yield _person(start, text[start : match.end()], "name of a foreigner")


def _person(start: int, called: str, reason: str, note: str = "") -> kinds.Found:
    return kinds.Found(start, start + len(called), "Person", called, note=note, reason=reason)
