"""The board that the passes of resolving share: candidates, entities in the making, and what lies where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graph import evidence, ids
from ingest import scene
from ingest.find.kinds import Found
from ingest.resolve import context

ZONES = ("DemonstrationZone", "HighTechZone", "DevelopmentZone")
# No candidate is longer than this many others that start inside it.
_DEEPEST = 40
# Nothing named more than so many names of its kind ago is meant by a word that points back.
_FARTHEST = 300


@dataclass
class Draft:
    """An entity in the making: names met, places that name it, properties."""

    type: str
    name: str
    names: set[str] = field(default_factory=set)
    refs: list[tuple[int, int, str]] = field(default_factory=list)
    props: dict[str, evidence.Scalar] = field(default_factory=dict)
    composed: set[str] = field(default_factory=set)


class Board:
    """One document on the way through the passes."""

    def __init__(self, shadow: scene.Shadow, outline: scene.Outline, found: list[Found]) -> None:
        self.shadow, self.outline, self.text, self.found = shadow, outline, shadow.text, found
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.at: dict[tuple[int, int, str], Draft] = {}
        self.told: set[tuple[int, int]] = set()  # where the text itself tells what a short form means
        self.context = context.of_document(shadow.text, outline, found)
        self.author: Draft | None = None
        self.own_policy: Draft | None = None
        self.turns: list[tuple[int, int, Draft]] = []
        self.teller: Draft | None = None
        self._starts = [f.start for f in found]
        self._ends: dict[str, list[tuple[int, int]]] = {}

    def draft(self, kind: str, name: str, key: str = "") -> Draft:
        """The entity of that label and name (or key), made when it is new."""
        return self.drafts.setdefault((kind, key or ids.fold_text(name)), Draft(kind, name))

    def known(self, kind: str, name: str) -> Draft | None:
        """The entity of that label and name, if there is one."""
        return self.drafts.get((kind, ids.fold_text(name)))

    def take(self, found: Found, draft: Draft, reason: str = "") -> None:
        """Say that the candidate names the entity, and why."""
        draft.refs.append((found.start, found.end, reason or found.reason))
        draft.names.add(found.text)
        if found.composed:
            draft.composed.add(found.composed)
        if (found.start, found.end, found.type) not in self.at:
            insort(self._ends.setdefault(found.type, []), (found.end, -found.start))
        self.at[(found.start, found.end, found.type)] = draft

    def refer(self, start: int, end: int, draft: Draft, reason: str) -> None:
        """A place that names the entity without having been a candidate."""
        draft.refs.append((start, end, reason))
        draft.names.add(self.text[start:end])
        self.told.add((start, end))

    def merge(self, brief: Draft, full: Draft) -> None:
        """The short-named entity is the other one."""
        full.refs.extend((s, e, f"{r}; short for {full.name}") for s, e, r in brief.refs)
        full.names |= brief.names
        full.composed |= brief.composed
        for name, value in brief.props.items():
            full.props.setdefault(name, value)
        self.drafts = {key: full if draft is brief else draft for key, draft in self.drafts.items()}
        self.at = {where: full if draft is brief else draft for where, draft in self.at.items()}
        if self.author is brief:
            self.author = full
        if self.own_policy is brief:
            self.own_policy = full

    def distinct(self, *kinds: str) -> list[Draft]:
        """The entities of these labels that are named somewhere, each once, in order of making."""
        return list({id(d): d for d in self.drafts.values() if d.type in kinds and d.refs}.values())

    def holding(self, f: Found) -> Iterator[Found]:
        """Candidates that reach over this one, itself included."""
        high = bisect_right(self._starts, f.start)
        return (o for o in self.found[max(0, high - _DEEPEST) : high] if o.end >= f.end)

    def found_within(self, start: int, end: int) -> list[Found]:
        """Candidates inside start:end."""
        low, high = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [f for f in self.found[low:high] if f.end <= end]

    def starting(self, start: int, end: int, kind: str) -> list[tuple[Draft, int]]:
        """Entities of that label named inside start:end with where they begin, in order, longer first."""
        inside = [(s, -e, d) for (s, e, k), d in self.at.items() if k == kind and start <= s and e <= end]
        return [(d, s) for s, _, d in sorted(inside, key=lambda t: t[:2])]

    def before(self, position: int, kinds: tuple[str, ...], fits: Callable[[Draft], bool]) -> Draft | None:
        """The entity of these labels that fits and is named last before the position."""
        near: list[tuple[int, int, str]] = []
        for kind in kinds:
            ends = self._ends.get(kind, [])
            high = bisect_right(ends, (position, 0))
            near += [(end, back, kind) for end, back in ends[max(0, high - _FARTHEST) : high]]
        drafts = (self.at[(-back, end, kind)] for end, back, kind in sorted(near, reverse=True))
        return next((draft for draft in drafts if fits(draft)), None)

    def ending(self, position: int) -> Draft | None:
        """The longest-named entity, target groups aside, whose name ends there."""
        ends = [(e - s, d) for (s, e, k), d in self.at.items() if e == position and k != "TargetGroup"]
        return max(ends, key=lambda p: p[0])[1] if ends else None
