"""English names of Chinese sessions, by term and number: 5th Session of the 13th Guangxi People's Congress."""

from __future__ import annotations

import re
from functools import cache

from ingest import values
from ingest.naming import places

_NUMBER = r"(?:第)?([〇零一二三四五六七八九十百]+|\d+)"
_PARTY = "Communist Party of China"
_CONSULTATIVE = "Chinese People's Political Consultative Conference"
_CONGRESS = re.compile(
    rf"(?P<place>.+?){_NUMBER}届(?:人大|人民代表大会)(?P<standing>常委会|常务委员会|){_NUMBER}次会议"
)
_CONSULTED = re.compile(rf"(?P<place>.+?)政协{_NUMBER}届(?:委员会)?{_NUMBER}次会议")
_NATIONAL = re.compile(rf"(?:中国共产党|中共)?{_NUMBER}次全国代表大会")
_CENTRAL = re.compile(rf"(?:中国共产党|中共)?{_NUMBER}届(?:中央委员会{_NUMBER}次全体会议|{_NUMBER}中全会)")
_COMMITTEE = re.compile(
    rf"(?:中国共产党|中共)?(?P<place>.+?)委(?:员会)?{_NUMBER}届(?:委员会)?{_NUMBER}次(?:全会|全体会议)"
)


@cache
def name(chinese: str) -> str | None:
    """The English name of a numbered session, if its place and its numbers are known.

    >>> name("广西壮族自治区十三届人大五次会议"), name("中国共产党第二十届中央委员会第三次全体会议"), name("全国科技大会")
    ("5th Session of the 13th Guangxi People's Congress", '3rd Plenary Session of the 20th Central Committee of the Communist Party of China', None)
    """
    if found := _NATIONAL.fullmatch(chinese):
        return f"{_nth(found[1])} National Congress of the {_PARTY}"
    if found := _CENTRAL.fullmatch(chinese):
        return f"{_nth(found[2] or found[3])} Plenary Session of the {_nth(found[1])} Central Committee of the {_PARTY}"
    if found := _CONGRESS.fullmatch(chinese):
        return _congress(found)
    if found := _CONSULTED.fullmatch(chinese):
        return _numbered(found, "Session", f"Committee of the {_CONSULTATIVE}")
    found = _COMMITTEE.fullmatch(chinese)
    return _numbered(found, "Plenary Session", f"Committee of the {_PARTY}") if found else None


def _congress(found: re.Match[str]) -> str | None:
    where = "National" if found["place"] == "全国" else _place(found["place"])
    if where is None:
        return None
    congress = f"{_nth(found[2])} {where} People's Congress"
    held = f"Meeting of the Standing Committee of the {congress}" if found["standing"] else f"Session of the {congress}"
    return f"{_nth(found[4])} {held}"


def _numbered(found: re.Match[str], session: str, held: str) -> str | None:
    where = _place(found["place"])
    return f"{_nth(found[3])} {session} of the {_nth(found[2])} {where} {held}" if where else None


def _place(chinese: str) -> str | None:
    where, rest = places.leading(chinese, True, places.RANKS[:2])
    return where[0] if len(where) == 1 and not rest.strip("省市") else None


def _nth(written: str) -> str:
    """An ordinal from Chinese or Arabic figures: 十三 → 13th."""
    value = int(written) if written.isdigit() and written.isascii() else values.han_number(written)
    end = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{end}"
