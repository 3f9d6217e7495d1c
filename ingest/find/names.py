"""Names by head noun and modifiers: zones, parks, funds, programmes, platforms, mechanisms, organisations, policies.

A head noun is found first; the name is read backwards from it to the nearest word that cannot stand inside a name.
What then says only which class it is (科技成果转化平台) is handed on as bare: resolving may know which one is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from ingest.find import acting, edges, kinds, lists, reader, rules, words
from ingest.find.kinds import Ground

# The note of an office that a leading group or a joint meeting keeps.
OFFICE = "office of a group"


def find(ground: Ground, bodies: list[kinds.Found]) -> list[kinds.Found]:
    """Names made of modifiers and a head noun, lists that share a head spread out."""
    matcher, by_label = rules.load()
    read = reader.Reader(ground, bodies).read
    found: list[kinds.Found] = []
    for start, end, label in matcher.find(ground.text):
        if not _continues(ground.text, start, end, label):
            one = read(start, end, label, by_label[label])
            if one is not None:
                found.extend(lists.spread(ground, one, start))
    found = [acting.told(ground.text, f) for f in _returned_to(found)]
    found = list(_by_themselves(found))
    found = list(_shorn(ground, found))
    equal = {(f.start, f.end): f for f in lists.equals(ground.text, found)}
    found = [equal.get((f.start, f.end), f) for f in found]
    return [*found, *_offices(ground.text, found)]


_OFFICE = re.compile(r"办公室|办(?=[，。、；：）\n]|负责|牵头|会同)")


def _offices(text: str, found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """The office of a leading group is a body, the group itself a mechanism."""
    for one in found:
        match = _OFFICE.match(text, one.end) if one.type == "Mechanism" and one.head.endswith(rules.groups()) else None
        if match:
            yield one._replace(end=match.end(), type="Agency", text=text[one.start : match.end()],
                          head=one.head + "办公室", note=OFFICE, reason="office of a leading group")  # fmt: skip


def _returned_to(found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """What a text pays is a fund where the text comes back to it by the same name, or names it in a heading."""
    times = Counter(f.text for f in found if f.note == "granted")
    for one in found:
        if one.note != "granted":
            yield one
        elif times[one.text] > 1:
            yield one._replace(note="unplaced", reason="subsidy that the text comes back to")


def _by_themselves(found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """Without a head that names one thing where it is but a part of a longer name (“海丝创新券通用”|试点)."""
    wholes = [(f.start, f.end) for f in found if not f.bare]
    for one in found:
        alone = one.reason == reader.ALONE and one.text == one.head
        if not (alone and any(a <= one.start and one.end <= b and b - a > len(one.text) for a, b in wholes)):
            yield one


def _shorn(ground: Ground, found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """日常事务交|舞钢高新区: without what stands before a zone that the text names elsewhere by itself."""
    alone = {f.text for f in found if f.type in edges.ZONES and not f.bare and len(f.text) - len(f.head) >= _OWN}
    for one in found:
        if one.type in edges.ZONES and not one.bare and len(one.text) > _OWN + len(one.head):
            cuts = (i for i in range(1, len(one.text) - len(one.head) - 1) if one.text[i:] in alone)
            cut = next((i for i in cuts if _is_talk(ground, one, i)), 0)
            yield one._replace(start=one.start + cut, text=one.text[cut:]) if cut else one
        else:
            yield one


# Characters that a zone's name has before its head at least.
_OWN = 2
_BELONGS = re.compile(r"(?:国家级?|[省市县区州盟旗]级?|[）)”—·-]|中国)$")


def _is_talk(ground: Ground, one: kinds.Found, cut: int) -> bool:
    """Whether what stands before the cut is no part of the name: no place, no level, and the rest has words of its own."""
    at = one.start + cut
    rest = one.text[cut : len(one.text) - len(one.head)]
    placed = any(h.start == at for h in ground.hits_within(at, one.end))
    return (
        at not in ground.ends and not _BELONGS.search(one.text[:cut]) and (placed or edges.own_characters(rest) >= _OWN)
    )


@cache
def _tails(head: str) -> re.Pattern[str] | None:
    """What may not follow a head: what is listed for that head alone, and for every head that ends so."""
    listed = words.lexicon("tails")
    tails = [t for key, found in listed.items() if key == f"={head}" or head.endswith(key) for t in found]
    return re.compile("|".join(tails)) if tails else None


def _continues(text: str, start: int, end: int, label: str) -> bool:
    """Whether the head goes on into another word (计划生育, 工程师, 大学生)."""
    tail = _tails(text[start:end])
    if tail is not None and tail.match(text, end):
        return True
    return label == "Organization" and text[end : end + 1] == "生"
