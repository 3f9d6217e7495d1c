"""The ledger's books: promises with their due time, where they are repeated and what later documents say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app_pages import data

# Predicates in which somebody acts; what a thing is for, a part of or named in is no promise.
ACTS = ("MANAGES", "SUPPORTS", "COOPERATES_WITH", "ISSUED", "APPROVED", "APPLIED_FOR", "IMPLEMENTS")
OPEN = ("planned", "requested")
# A policy's own provisions are its issuer's to keep; only somebody can promise.
_BODIES = ("Agency", "Organization", "Region", "Person")
# Sharing one of these does not make two statements speak of one matter: they are too wide.
_WIDE = ("TargetGroup", "Region")


@dataclass(frozen=True, slots=True)
class Saying:
    """One action or claim of an act: who acts on what. `time` is ISO 8601, as far as the text goes."""

    id: str
    predicate: str
    bodies: tuple[str, ...]
    things: tuple[str, ...]
    status: str
    cue: str
    time: str
    speaker: str
    genre: str
    place: data.Place

    @property
    def due(self) -> str:
        """The end of its time, or nothing: the time of a request is when it was made."""
        return "" if self.status == "requested" else self.time.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Promise:
    """What one passage promises, with the statements read from it; `kept` carry it out by the rules of the graph,
    `later` are what later documents say of the same body and thing, `repeated` where they promise it again."""

    first: Saying
    bodies: tuple[str, ...]
    things: tuple[str, ...]
    due: str
    kept: tuple[Saying, ...]
    later: tuple[Saying, ...]
    repeated: tuple[Saying, ...]

    @property
    def became(self) -> str:
        """What became of it in one word: kept, later or silent."""
        return "kept" if self.kept else "later" if self.later else "silent"

    def timing(self, today: str) -> str:
        """Whether its time is over (past), still to come (open) or not said (none)."""
        if not self.due:
            return "none"
        return "past" if self.due < today[: len(self.due)] else "open"


def promises(sayings: Sequence[Saying], fulfilled: Iterable[tuple[str, str]]) -> list[Promise]:
    """All promises, newest document first. Statements whose words overlap in one document are one promise."""
    known = {one.id: one for one in sayings}
    kept: dict[str, list[Saying]] = defaultdict(list)
    for promise, later in fulfilled:
        if later in known:
            kept[promise].append(known[later])
    matters: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in sayings:
        for matter in _matters(one.bodies, one.things):
            matters[matter].append(one)
    made = [_promise(group, kept, matters) for group in _passages(one for one in sayings if one.status in OPEN)]
    return sorted(made, key=lambda p: (p.first.place.date, p.first.place.document, -p.first.place.start), reverse=True)


def _passages(sayings: Iterable[Saying]) -> list[list[Saying]]:
    """Sayings grouped by overlapping words."""
    groups: list[list[Saying]] = []
    end = 0
    for one in sorted(sayings, key=lambda s: (s.place.document, s.place.start, -s.place.end, s.id)):
        if groups and groups[-1][0].place.document == one.place.document and one.place.start < end:
            groups[-1].append(one)
            end = max(end, one.place.end)
        else:
            groups.append([one])
            end = one.place.end
    return groups


def _matters(bodies: Iterable[str], things: Iterable[str]) -> list[tuple[str, str]]:
    return [(body, thing) for body in bodies for thing in things if not thing.startswith(_WIDE) and body != thing]


def _promise(
    group: Sequence[Saying], kept: dict[str, list[Saying]], matters: dict[tuple[str, str], list[Saying]]
) -> Promise:
    first = next((one for one in group if one.predicate == "UNDERTAKES"), group[0])
    bodies, things = (
        tuple(dict.fromkeys(key for one in group for key in getattr(one, part))) for part in ("bodies", "things")
    )
    carried = _once(later for one in group for later in kept.get(one.id, ()))
    said = {(one.place.document, one.place.start) for one in carried}
    after = [
        one for matter in _matters(bodies, things) for one in matters[matter]
        if first.place.date and one.place.date > first.place.date and (one.place.document, one.place.start) not in said
    ]  # fmt: skip
    due = max((one.due for one in group), default="")
    return Promise(
        first, bodies, things, due, carried, _once(one for one in after if one.status not in OPEN),
        _once(one for one in after if one.status in OPEN),
    )  # fmt: skip


def _once(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """Each passage once, oldest first."""
    found = {(one.place.document, one.place.start, one.status): one for one in sayings}
    return tuple(sorted(found.values(), key=lambda s: (s.place.date, s.place.document, s.place.start)))


# ---- asking the store -----------------------------------------------------------------------------------------------


def load() -> list[Promise]:
    """The promises of the graph as it was last built; they are worked out once a build."""
    return _load(str(data.target()), data.the_library().built())


def sayings() -> tuple[Saying, ...]:
    """Every action and every claim of an act whose doer, where one is named, is a body."""
    return _sayings(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(where: str, built: str | None) -> list[Promise]:
    fulfilled = [(row["promise"], row["later"]) for row in data.ask("fulfilments")]
    return promises(sayings(), fulfilled)


@st.cache_resource(show_spinner=False, max_entries=2)
def _sayings(where: str, built: str | None) -> tuple[Saying, ...]:
    said = (_saying(row) for row in data.ask("said", acts=list(ACTS)))
    return tuple(one for one in said if all(key.startswith(_BODIES) for key in one.bodies))


def _saying(row: Mapping[str, Any]) -> Saying:
    return Saying(
        row["id"], row["predicate"], tuple(sorted(row["bodies"])), tuple(sorted(row["things"])), row["status"] or "",
        row["cue"] or "", row["time"] or "", row["stated_by"] or "", row["genre"] or "", data.place(row),
    )  # fmt: skip
