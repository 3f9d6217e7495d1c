"""Money as flows: sums told apart from one another, figures that disagree kept apart, and the ribbons drawn from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import streamlit as st

from app_pages import data, texts
from graph.evidence import AWARDED, CEILING, RATE, SIZE

# The sorts of money, which are never drawn or counted together: given, planned, and what a rule promises.
GIVEN, PLANNED = "given", "planned"
SORTS = (GIVEN, PLANNED, SIZE, RATE, CEILING)
FLOWS = (GIVEN, PLANNED, SIZE)  # a rate or a ceiling is for each case: its flow has no width
MOST_SUMS = 40


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum of money with everything that is said of it. Where figures disagree, `low` is below `high`."""

    grants: tuple[data.Grant, ...]
    low: float
    high: float

    @property
    def contested(self) -> bool:
        """Whether two figures stand for it."""
        return self.low < self.high

    def ends(self, side: str) -> tuple[data.Thing, ...]:
        """The things on one side of it (funds, agencies, beneficiaries), over all that is said."""
        return tuple({thing.id: thing for grant in self.grants for thing in getattr(grant, side)}.values())


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that money passes: one thing, or several that share one sum. `depth` 0 is a fund, 1 a giver, 2 a beneficiary."""

    key: str
    depth: int
    things: tuple[data.Thing, ...]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Money between two stops: the lower figures of its sums in yuan or what their currency is."""

    source: Stop
    target: Stop
    amount: float
    sums: tuple[Sum, ...]

    @property
    def key(self) -> str:
        """What names the ribbon in an address."""
        return f"{self.source.key}>{self.target.key}"

    @property
    def contested(self) -> bool:
        """Whether figures in it disagree."""
        return any(one.contested for one in self.sums)


def sort_of(grant: data.Grant) -> str:
    """Which sort of money a sum is; what has no kind was given or is planned, by its status."""
    if grant.kind != AWARDED:
        return grant.kind
    return GIVEN if grant.status in ("done", "ongoing", "") else PLANNED


def sums(grants: Iterable[data.Grant]) -> list[Sum]:
    """Sums out of what is said of them, the largest first: figures that conflict make one sum with a range, and one
    figure for one fund, beneficiary and year stays one sum however often it is told."""
    known = {grant.id: grant for grant in grants}
    leader = {key: key for key in known}

    def head(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    same: dict[tuple[object, ...], str] = {}
    for grant in known.values():
        for other in grant.conflicts:
            if other in known:
                leader[head(grant.id)] = head(other)
        if grant.year and grant.beneficiaries and (grant.funds or grant.agencies):
            told = same.setdefault(_told(grant), grant.id)
            leader[head(grant.id)] = head(told)
    groups: dict[str, list[data.Grant]] = defaultdict(list)
    for key, grant in known.items():
        groups[head(key)].append(grant)
    made = [Sum(tuple(group), *_range(group)) for group in groups.values()]
    return sorted(made, key=lambda s: (-s.high, s.grants[0].id))


def _told(grant: data.Grant) -> tuple[object, ...]:
    sides = (grant.funds or grant.agencies, grant.beneficiaries)
    return (grant.year, grant.amount, grant.currency, grant.unit, *(tuple(t.id for t in side) for side in sides))


def _range(grants: Sequence[data.Grant]) -> tuple[float, float]:
    amounts = [grant.amount for grant in grants]
    return min(amounts), max(amounts)


def ribbons(found: Iterable[Sum]) -> list[Ribbon]:
    """The ribbons of these sums, fund to giver to beneficiary; a side that no document names is left out, and a sum
    with one known side only has no ribbon. Each stop has its side's key, so that money that comes back draws no circle."""
    made: dict[str, Ribbon] = {}
    for one in found:
        stops = [
            stop
            for depth, side in enumerate(("funds", "agencies", "beneficiaries"))
            if (stop := _stop(one, side, depth))
        ]
        for source, target in pairwise(stops):
            fresh = Ribbon(source, target, one.low, (one,))
            known = made.get(fresh.key)
            made[fresh.key] = replace(known, amount=known.amount + one.low, sums=(*known.sums, one)) if known else fresh
    return sorted(made.values(), key=lambda r: (r.source.depth, -r.amount, r.key))


def _stop(one: Sum, side: str, depth: int) -> Stop | None:
    things = sorted(one.ends(side), key=lambda thing: thing.id)
    return Stop(f"{depth}:{'|'.join(thing.id for thing in things)}", depth, tuple(things)) if things else None


def figures(sums: Sequence[Sum]) -> str:
    """The total of sums; where figures disagree from the total of the lower to that of the higher."""
    currency = sums[0].grants[0].currency if sums else "CNY"
    low, high = (sum(getattr(one, end) for one in sums) for end in ("low", "high"))
    return texts.money(low, currency, high)


def picked(drawn: Iterable[Ribbon], key: str) -> list[Sum]:
    """The sums of a ribbon, or of all ribbons at a stop."""
    hit = [one for ribbon in drawn if key in (ribbon.key, ribbon.source.key, ribbon.target.key) for one in ribbon.sums]
    return list({one.grants[0].id: one for one in hit}.values())


def load() -> list[data.Grant]:
    """Every sum of the graph as it was last built."""
    return _load(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(where: str, built: str | None) -> list[data.Grant]:
    return data.grants([row["id"] for row in data.ask("all_grants")])
