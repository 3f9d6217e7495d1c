"""Lists that share a head or a tail: 桂林、南宁、柳州等4家国家高新区, 武汉市、鄂州市人力资源和社会保障局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.find import kinds, places
from ingest.find.kinds import Ground

_COUNTED = re.compile(r"^等?(?:\d+|[一二三四五六七八九十两]+)(?:个|家|座|地|市|省|县|区|州)(?:市|区)?")
_COUNT = re.compile(r"(?:等?(?:\d+|[一二三四五六七八九十两]+)(?:个|家|座|地|市)?|等(?:地|市)?)$")
_SPREADING = frozenset(("HighTechZone", "DemonstrationZone", "DevelopmentZone", "Platform", "Agency"))
_JOINTS = "、和与及"


def bodies(ground: Ground, found: list[kinds.Found]) -> list[kinds.Found]:
    """One body for each place before a shared function."""
    return [each for one in found for each in spread(ground, one, one.end)]


def spread(ground: Ground, one: kinds.Found, head_start: int) -> list[kinds.Found]:
    """One name for each place of the list before this name, its mention the piece that stands there."""
    if one.type not in _SPREADING:
        return [one]
    first = next((h for h in _within(ground, one) if h.start == one.start), None)
    rest = first.end if first else one.start
    tail = _COUNTED.sub("", ground.text[rest : one.end])
    if first is not None and len(tail) < one.end - rest:
        one = one._replace(composed=ground.text[first.start : first.end] + tail)
    anchor = first.start if first is not None else _before_count(ground.text, one.start)
    listed = _listed(ground, anchor, needs_last=first is None)
    if not listed:
        return [one]
    made = [
        kinds.Found(
            h.start, h.end, one.type, ground.text[h.start : h.end], head=one.head, note=one.note,
            composed=ground.text[h.start : h.end] + tail, reason="list that shares its head",
        )
        for h in listed
    ]  # fmt: skip
    return [*made, one._replace(reason="list that shares its head")] if first is not None else made


def _within(ground: Ground, one: kinds.Found) -> list[places.Hit]:
    ends = (ground.ends.get(e) for e in range(one.start + 1, one.end))
    return [h for h in ends if h is not None]


def _before_count(text: str, start: int) -> int:
    match = _COUNT.search(text, max(0, start - 8), start)
    return match.start() if match else start


def _listed(ground: Ground, anchor: int, needs_last: bool) -> list[places.Hit]:
    """Places before the anchor, joined by 、 or 和, each right before the other."""
    text, found = ground.text, []
    if needs_last:
        hit = ground.ends.get(anchor)
        if hit is None:
            return []
        found.append(hit)
        anchor = hit.start
    while anchor > 1 and text[anchor - 1] in _JOINTS and (hit := _item(ground, anchor - 1)) is not None:
        found.append(hit)
        anchor = hit.start
    return [] if needs_last and len(found) < 2 else found[::-1]


_UNKNOWN = re.compile(r"(?<=、)[一-鿿]{2,3}$")


def _item(ground: Ground, end: int) -> places.Hit | None:
    """The place that ends there; among places of a list also one that no table knows (保定、唐山、|燕郊|、承德5家)."""
    hit = ground.ends.get(end)
    if hit is not None:
        return hit
    unknown = _UNKNOWN.search(ground.text, max(0, end - 4), end)
    before = ground.ends.get(unknown.start() - 1) if unknown else None
    return places.Hit(unknown.start(), end, before.places, False) if unknown and before else None


_EQUALS = frozenset(("Fund", "Programme", "Mechanism"))
BETWEEN = re.compile(r"(?:以及|[、和与及])$")


def equals(text: str, found: list[kinds.Found]) -> Iterator[kinds.Found]:
    """What stands in a list beside a name of the same kind is a name too (质量提升行动、|标准引领行动)."""
    named = {edge for f in found if not f.bare and f.type in _EQUALS for edge in ((f.type, f.start), (f.type, -f.end))}
    rest = [f for f in found if f.bare and f.type in _EQUALS and f.head and len(f.text) - len(f.head) >= _OWN]
    grown = True
    while grown:
        grown = False
        for one in [f for f in rest if _beside(text, f, named)]:
            named |= {(one.type, one.start), (one.type, -one.end)}
            rest.remove(one)
            grown = True
            yield one._replace(bare=False, note="unplaced", reason="beside a name of its kind in a list")


# Characters before the head that a name in a list needs.
_OWN = 4


def _beside(text: str, one: kinds.Found, named: set[tuple[str, int]]) -> bool:
    """Whether a name of the same kind goes right before or after in the same list."""
    before = BETWEEN.search(text, max(0, one.start - 2), one.start)
    if before and (one.type, -before.start()) in named:
        return True
    return any(
        text.startswith(joint, one.end) and (one.type, one.end + len(joint)) in named
        for joint in ("以及", "、", "和", "与", "及")
    )
