"""Units named right behind their parent (中国科学院|某某研究所), and behind the parent that the first of a list names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.find.bodies import ZONE
from ingest.find.kinds import Found, Ground
from ingest.find.lists import BETWEEN

# What a unit of a larger body is called; a university or a firm of its own ends otherwise.
_UNIT = re.compile(r"(?:研究[所院]|[分学医]院|[分支]行|分公司|分局|分会)$")
_BRANCH = re.compile(r"(?:[分支]行|分[院局]|分公司)$")
_PARENT = re.compile(r"(?:[^分]院|银行|大学|集团|公司|协会|学会|商会)$")
# 某市银保监分局 is called so by itself.
_WHOLE = re.compile(r"(?:银保监|金融监管)分局$")
_LARGE = frozenset(("Organization", "Agency"))


def join(ground: Ground, found: Sequence[Found]) -> list[Found]:
    """The candidates, with each unit one name with its parent; a parent named only there is none of its own."""
    bodies = [f for f in found if f.type in _LARGE]
    units = [f for f in bodies if f.type == "Organization" and _UNIT.search(f.text)]
    made = [joined for unit in units if (joined := _behind(ground, unit, bodies))]
    found = _houses(ground, found)
    bodies = [f for f in found if f.type in _LARGE]
    wholes = [*made, *(f for f in bodies if f.note == ZONE)]
    rest = [f for f in found if f in wholes or f.type not in _LARGE or not any(_within(f, one) for one in wholes)]
    return _listed(ground, [*rest, *made])


# What a platform's house elsewhere is called, and what is one only where it bears a place's name.
_HOUSE = re.compile(r"(?:分中心|分平台|分库|分站|分基地)$")
_PLACED = re.compile(r"[一-鿿]{2,5}(?:分部|分实验室|基地)")


def _houses(ground: Ground, found: Sequence[Found]) -> list[Found]:
    """The candidates, with each house of a platform one name with it (国家某某技术创新中心|武汉分中心)."""
    wholes = {
        f.end: f for f in found if f.type in ("Platform", "Organization") and not f.bare and not _HOUSE.search(f.text)
    }
    return list(dict.fromkeys(_with_whole(ground, f, wholes.get(f.start)) for f in found))


def _with_whole(ground: Ground, one: Found, whole: Found | None) -> Found:
    if whole is None or one.type != "Platform":
        return one
    placed = whole.type == "Platform" and _PLACED.fullmatch(one.text) and _bears_place(ground, one)
    if not placed and not _HOUSE.search(one.text):
        return one
    text = ground.text[whole.start : one.end]
    return one._replace(start=whole.start, text=text, type=whole.type, bare=False, reason="house of a platform")


def _bears_place(ground: Ground, one: Found) -> bool:
    return any(h.start == one.start for h in ground.hits_within(one.start, one.end))


def _behind(ground: Ground, unit: Found, bodies: list[Found]) -> Found | None:
    """The unit with its parent before it: nothing stands between them, though the reading of both may overlap."""
    parents = [p for p in bodies if p.start < unit.start <= p.end < unit.end and _PARENT.search(p.text)]
    if not parents:
        return None
    start = min(p.start for p in parents)
    return unit._replace(start=start, text=ground.text[start : unit.end], reason="unit behind its parent")


def _within(one: Found, whole: Found) -> bool:
    return whole.start <= one.start and one.end <= whole.end


def _listed(ground: Ground, found: list[Found]) -> list[Found]:
    """中国人民银行南京分行、|杭州中心支行: what the first of a list has before its place goes before the places of the rest."""
    wide_last = sorted(found, key=lambda f: (-f.start, f.type == "Agency"))
    firsts = {f.end: f for f in wide_last if f.type in _LARGE and _BRANCH.search(f.text)}
    done: list[Found] = []
    for one in sorted(found, key=lambda f: f.start):
        first = _first(ground, one, firsts)
        parent = _before_place(ground, first) if first else ""
        if first and parent:
            one = one._replace(type=first.type, note=first.note, composed=parent + one.text, reason="list of branches")
            firsts[one.end] = one
        done.append(one)
    return done


def _first(ground: Ground, one: Found, firsts: dict[int, Found]) -> Found | None:
    """The branch before this one in its list, where this one begins with its place."""
    if (
        one.type not in _LARGE
        or not _BRANCH.search(one.text)
        or _WHOLE.search(one.text)
        or not _bears_place(ground, one)
    ):
        return None
    joint = BETWEEN.search(ground.text, max(0, one.start - 2), one.start)
    return firsts.get(joint.start()) if joint else None


def _before_place(ground: Ground, first: Found) -> str:
    """What stands before the place in the first branch's full name: its parent."""
    name = first.composed or first.text
    hits = ground.hits_within(first.start, first.end)
    place = ground.text[hits[-1].start : hits[-1].end] if hits else ""
    return name[: name.rindex(place)] if place and place in name else ""
