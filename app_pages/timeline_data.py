"""What happened when: policies, designations, sums and promises as events, in lanes and rows in which none hides another."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import streamlit as st

from app_pages import data, ledger_data, money_data

KINDS = ("policy", "designation", "grant", "promise")
# What a sign needs beside it in a row, and what a sign with a number does, as parts of all the time that is drawn.
_ROOM, _NUMBER = 1 / 50, 1 / 18
_CROWD = 4  # so many events of one lane, kind, time and status share a sign
_PERIODS = (1, 2, 5, 10)  # for how many years a full lane tells its events together: as few as suffice
_FOLDED = "years"  # how the key of such an event begins
OTHERS = "*"  # names the lane without a name in addresses


@dataclass(frozen=True, slots=True)
class Event:
    """One thing at one time, or as many as `names`. `since` and `until` are ISO 8601 as far as the texts go; `statements` say so."""

    key: str
    kind: str
    name: str
    status: str
    since: str
    until: str
    bodies: tuple[str, ...]
    things: tuple[str, ...]
    statements: tuple[str, ...]
    contested: bool = False
    names: tuple[str, ...] = ()
    label: str = ""  # the kind of node that it is called after, if it is called after one

    @property
    def span(self) -> tuple[date, date]:
        """The first and last day that it may mean: a year is all its days."""
        first, last = days(self.since), days(self.until or self.since)
        return first[0], max(first[1] if self.until in ("", self.since) else last[1], first[0])


@lru_cache(maxsize=4096)
def days(text: str) -> tuple[date, date]:
    """The first and last day of a date as far as it goes: 2019-02 is 1 to 28 February. Raises ValueError for anything else."""
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if len(parts) == 2:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, parts[2]), date(year, month, parts[2])


def is_date(text: str) -> bool:
    """Whether a text is a date as `days` takes it, in the years that a timeline can show."""
    try:
        return 1900 <= days(text)[0].year <= 2100
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Slot:
    """An event in its lane and row; rows are numbered from 0 in each lane."""

    event: Event
    lane: str
    row: int


def gathered(events: Iterable[Event], lane_of: Callable[[Event], str]) -> list[Event]:
    """The events, but one for each crowd of a lane that nothing but the names tells apart: fifty zones of one year."""
    crowds: dict[tuple[Any, ...], list[Event]] = defaultdict(list)
    for event in events:
        crowds[event.kind, event.status, event.since, event.until, event.contested, lane_of(event)].append(event)
    return [one for of, crowd in crowds.items() for one in ([_crowd(of, crowd)] if len(crowd) >= _CROWD else crowd)]


def _crowd(of: tuple[Any, ...], crowd: Sequence[Event]) -> Event:
    return replace(
        crowd[0], key=":".join(map(str, ("many", *of))), names=tuple(name for event in crowd for name in event.names or (event.name,)),
        bodies=_each(event.bodies for event in crowd), things=_each(event.things for event in crowd),
        statements=_each(event.statements for event in crowd),
    )  # fmt: skip


def _each(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """What is in any group, once, in order."""
    return tuple(dict.fromkeys(key for group in groups for key in group))


def slots(
    events: Iterable[Event], lane_of: Callable[[Event], str], most: int, rows: int = 1000, opened: str = ""
) -> tuple[list[str], list[Slot]]:
    """The lanes with most events, fullest first, and their events packed into as few rows as keep them apart.

    What is in none of the `most` lanes comes last, in a lane without a name. A lane that would need more than so many rows
    tells the events of one year, or of a few, together; the one that is `opened` does not.
    """
    homes: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e.span, e.key)):
        homes[lane_of(event)].append(event)
    sizes = {lane: sum(map(_size, own)) for lane, own in homes.items() if lane}
    lanes = sorted(sizes, key=lambda lane: (-sizes[lane], lane))[:most]
    rest = sorted((e for lane, own in homes.items() if lane not in lanes for e in own), key=lambda e: (e.span, e.key))
    spans = [event.span for own in homes.values() for event in own]
    whole = max((last for _, last in spans), default=date.min) - min((first for first, _ in spans), default=date.min)
    tracks = {lane: homes[lane] for lane in lanes} | ({"": rest} if rest else {})
    made = []
    for lane, own in tracks.items():
        packed = _packed(own, lane, whole)
        for years in _PERIODS:
            if (lane or OTHERS) == opened or max(slot.row for slot in packed) < rows:
                break
            packed = _packed(_together(own, lane, years), lane, whole)
        made.extend(packed)
    return list(tracks), made


def _packed(events: Iterable[Event], lane: str, whole: timedelta) -> list[Slot]:
    ends: list[date] = []
    made = []
    for event in events:
        first, last = event.span
        row = next((i for i, end in enumerate(ends) if end < first), len(ends))
        ends[row : row + 1] = [last + whole * (_NUMBER if event.names else _ROOM)]
        made.append(Slot(event, lane, row))
    return made


def _together(events: Iterable[Event], lane: str, years: int) -> list[Event]:
    """The events, but one for each kind and status of so many years; it runs from the first to the last of them."""
    groups: dict[tuple[Any, ...], list[Event]] = defaultdict(list)
    for event in events:
        groups[event.kind, event.status, event.contested, event.span[0].year // years * years, years].append(event)
    made = [_years((*of, lane), group) if len(group) > 1 else group[0] for of, group in groups.items()]
    return sorted(made, key=lambda e: (e.span, e.key))


def _years(of: tuple[Any, ...], group: Sequence[Event]) -> Event:
    first, last = min(event.span[0] for event in group), max(event.span[1] for event in group)
    return replace(_crowd(of, group), key=":".join(map(str, (_FOLDED, *of))), since=first.isoformat(), until=last.isoformat())  # fmt: skip


def _size(event: Event) -> int:
    return len(event.names) or 1


def folded(placed: Iterable[Slot]) -> dict[str, int]:
    """The lanes in which events are told together by years, with how many things they hold."""
    sizes: Counter[str] = Counter()
    found = set()
    for slot in placed:
        sizes[slot.lane] += _size(slot.event)
        if slot.event.key.startswith(f"{_FOLDED}:"):
            found.add(slot.lane)
    return {lane: n for lane, n in sizes.items() if lane in found}


# ---- asking the store -----------------------------------------------------------------------------------------------


def load() -> list[Event]:
    """Every dated event of the graph as it was last built, in order of time."""
    return _load(str(data.target()), data.the_library().built())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(where: str, built: str | None) -> list[Event]:
    made = [
        *_acts(data.ask("dated_facts")),
        *map(_grant, money_data.sums(money_data.load())),
        *map(_promise, ledger_data.load()),
    ]
    good = {event.key: event for event in made if is_date(event.since) and (not event.until or is_date(event.until))}
    return sorted(good.values(), key=lambda e: (e.span, e.key))


def _acts(rows: Sequence[Mapping[str, Any]]) -> list[Event]:
    """One event for each thing and act, whoever took part in it; a policy lasts as long as it is in force."""
    groups: dict[tuple[str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["id"], row["predicate"], _since(row)].append(row)
    return [_act(key, predicate, since, found) for (key, predicate, since), found in groups.items()]


def _since(row: Mapping[str, Any]) -> str:
    return row["since"] or (row["issued"] if row["predicate"] == "ISSUED" else "") or ""


def _act(key: str, predicate: str, since: str, rows: Sequence[Mapping[str, Any]]) -> Event:
    one = rows[0]
    until = one["until"] or ""
    if predicate == "ISSUED":
        until = one["repealed"] or one["expiry"] or ""
    return Event(
        f"{predicate}:{key}:{since}", "policy" if one["kind"] == "Policy" else "designation", one["name"] or key, one["status"] or "", since, until if until > since else "",
        tuple(row["body"] for row in rows), (key,), tuple(sorted({c for row in rows for c in row["claims"] or ()})),
        any(row["contested"] for row in rows), label=one["kind"],
    )  # fmt: skip


def _grant(one: money_data.Sum) -> Event:
    first = one.grants[0]
    ends = [thing for side in ("beneficiaries", "funds") for thing in one.ends(side)]
    return Event(
        f"grant:{first.id}", "grant", ends[0].name if ends else "", first.status, str(first.year or ""), "",
        tuple(thing.id for thing in one.ends("agencies")), tuple(thing.id for thing in ends), tuple(g.id for g in one.grants), one.contested,
        label=ends[0].label if ends else "",
    )  # fmt: skip


def _promise(one: ledger_data.Promise) -> Event:
    """From the day of its document to the day it is due."""
    since, due = one.first.place.date, one.due
    return Event(
        f"promise:{one.first.id}", "promise", one.first.place.quote, one.first.status, since if due and due >= since[: len(due)] else due,
        due, one.bodies, one.things, (one.first.id,),
    )  # fmt: skip
