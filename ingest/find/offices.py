"""Departments: of a place by what they do (市财政部门), and of a zone (东疆保税港区金融局; 区财政局 in the text of one)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.find import bodies, kinds, words
from ingest.find.kinds import Ground

_BOARD = re.compile(r"管委会|管理委员会")
# 高新区|财政局, 区|财政审计局 in the text of a zone: its own, called by its kind.
_OWN = re.compile(r"(?:(?<![一-鿿])|(?<=[由经向报和与同请]))区(?![一-鿿]?[级内域])")
_TITLE = 100


def of_zones(ground: Ground, zones: list[kinds.Found]) -> Iterator[kinds.Found]:
    """东疆保税港区金融局, 雄安新区管委会改革发展局: a department that a zone has, by function and form after its name."""
    named = [z for z in zones if not z.bare]
    for zone in zones:
        board = _BOARD.match(ground.text, zone.end)
        whose = zone if not zone.bare else next((z for z in named if z.text.endswith(zone.text)), None)
        if whose is not None:
            at = board.end() if board else zone.end
            yield from _of_zone(ground, zone.start, at, (whose.composed or whose.text) + ground.text[zone.end : at])
    home = next((z for z in named if z.end <= _TITLE), None)
    if home is not None and not any(h.places[0].level == "county" and h.full for h in ground.hits_within(0, _TITLE)):
        for own in words.where(_OWN, ground.text, ("局", "办公室")):
            yield from _of_zone(ground, own.start(), own.end(), home.composed or home.text)


def _of_zone(ground: Ground, start: int, at: int, zone: str) -> Iterator[kinds.Found]:
    """The department of the zone whose function begins at that offset."""
    form, function, _ = bodies.grammar()
    made = function.match(ground.text, at)
    last = form.match(ground.text, made.end()) if made else None
    if made and last and last[0] in ("局", "办公室") and bodies.TERMINAL.match(ground.text, last.end()):
        full = zone + ground.text[at : last.end()]
        yield kinds.Found(start, last.end(), "Agency", ground.text[start : last.end()], head=full, composed=full,
                          note=bodies.ZONE, reason="zone, function and form")  # fmt: skip


@cache
def _department() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Functions of departments, one or a row of them, and a function alone."""
    function = words.any_of(words.lexicon("bodies")["functions"])
    more = rf"(?:[、和与及](?:{function}))+(?:等)?(?:有关|相关)?"
    several = rf"(?P<first>{function})(?P<more>{more})?(?:行政)?(?:主管|管理)?部门"
    return re.compile(several), re.compile(function)


def departments(ground: Ground) -> Iterator[kinds.Found]:
    """市财政部门, 省科技行政主管部门: the body of that place which a text names by its function only; of 市科技、教育等部门 each."""
    text, (several, function) = ground.text, _department()
    for match in words.where(several, text, ("部门",)):
        begin = bodies.lead(ground, match.start())
        if begin is None or begin == match.start():
            continue
        if not match["more"]:
            yield _department_of(text, begin, match.end(), match["first"])
            continue
        for one in function.finditer(text, match.start(), match.end("more")):
            start = begin if one.start() == match.start() else one.start()
            named = f"{text[begin : match.start()]}{one[0]}部门"
            yield _department_of(text, start, one.end(), one[0])._replace(composed=named)


def _department_of(text: str, start: int, end: int, function: str) -> kinds.Found:
    return kinds.Found(start, end, "Agency", text[start:end], head=function, note=bodies.DEPARTMENT, reason="place and function")  # fmt: skip
