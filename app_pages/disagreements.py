"""Disagreements: statements that cannot both hold, with everything that says the same as one of them on its side, so that a
figure which two documents tell makes one disagreement and not two."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import streamlit as st

from app_pages import data

MOST = 5000
Statement = data.Grant | data.Claim
Sides = tuple[tuple[Statement, ...], tuple[Statement, ...]]
Stated = TypeVar("Stated", data.Grant, data.Claim)


def load() -> tuple[Sides, ...]:
    """Every disagreement of the graph as it was last built: of sums, then of claims."""
    return _load(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(where: str, built: str | None) -> tuple[Sides, ...]:
    return (*of_sums(data.contested_grants(MOST)), *_grouped(data.contested_claims(MOST), _of_claim))


def kind_of(sides: Sides) -> str:
    """What the two sides differ in: amount, status or date."""
    one, two = sides[0][0], sides[1][0]
    if isinstance(one, data.Grant) or isinstance(two, data.Grant):
        return "amount"
    return "status" if one.status != two.status else "date"


def of_sums(
    pairs: Iterable[tuple[data.Grant, data.Grant]],
) -> list[tuple[tuple[data.Grant, ...], tuple[data.Grant, ...]]]:
    """Pairs of sums that disagree, those of the same two figures by the same two speakers together."""
    return _grouped(pairs, _of_sum)


def _of_sum(one: data.Grant) -> Hashable:
    ends = (tuple(sorted(thing.id for thing in side)) for side in (one.funds, one.agencies, one.beneficiaries))
    return (one.amount, one.amount_from, one.currency, one.unit, one.year, one.speaker, *ends)


def _of_claim(one: data.Claim) -> Hashable:
    return (one.subject, one.predicate, one.object, one.status, one.since, one.until, one.speaker)


def _grouped(
    pairs: Iterable[tuple[Stated, Stated]], told: Callable[[Stated], Hashable]
) -> list[tuple[tuple[Stated, ...], tuple[Stated, ...]]]:
    """Pairs by what their two sides tell; on each side every statement once, the earliest first."""
    found: dict[frozenset[Hashable], dict[Hashable, dict[str, Stated]]] = {}
    for pair in pairs:
        sides = found.setdefault(frozenset(map(told, pair)), {told(one): {} for one in pair})
        for one in pair:
            sides[told(one)][one.id] = one
    return [
        (_ordered(left), _ordered(right))
        for left, right in (sides.values() for sides in found.values() if len(sides) == 2)
    ]


def _ordered(side: dict[str, Stated]) -> tuple[Stated, ...]:
    return tuple(sorted(side.values(), key=lambda one: (one.place.date, one.id)))
