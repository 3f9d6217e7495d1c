"""What pages are told, as records: things, where words stand, statements, facts, sums, actions and documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """A node as far as a link to it needs."""

    id: str
    label: str
    name: str
    name_en: str | None = None
    degree: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a document and the offsets of the quote in its text."""

    quote: str
    start: int
    end: int
    document: str
    title: str
    date: str
    invented: bool
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a fact, with its words."""

    id: str
    subject: str
    predicate: str
    object: str
    status: str
    cue: str
    since: str
    until: str
    speaker: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact edge seen from one of its ends, with the claims that it rests on."""

    source: str
    predicate: str
    target: str
    incoming: bool
    other: Thing
    status: str
    since: str
    until: str
    contested: bool
    documents: int
    claims: tuple[Claim, ...] = ()
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """One sum of money, with the things it runs between."""

    id: str
    amount: float
    amount_from: float | None
    currency: str
    unit: str
    year: int | None
    projects: int | None
    kind: str
    status: str
    speaker: str
    place: Place
    funds: tuple[Thing, ...]
    agencies: tuple[Thing, ...]
    beneficiaries: tuple[Thing, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One action; `role` tells whether the thing asked about acts or is concerned."""

    id: str
    role: str
    status: str
    cue: str
    time: str
    speaker: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as far as a link to it needs."""

    id: str
    title: str
    date: str
    genre: str
    invented: bool
    reference: bool
