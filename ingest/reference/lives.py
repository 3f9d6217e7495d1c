"""Lives of central bodies: which of those that share a short name existed at a date."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ingest import reference


def in_office(form: str, usual: str, date: str | None) -> str:
    """The body that a short form meant at a date (ISO 8601): the one of its bearers that existed then, else the usual one.

    >>> in_office("广电总局", "国家广播电视总局", "2016-05-04")
    '国家新闻出版广电总局'
    """
    alive = [body.name for body in _bearers().get(form, ()) if date and _lived(body, date)]
    return alive[0] if len(alive) == 1 else usual


def _lived(body: reference.Agency, date: str) -> bool:
    """Whether it had been founded and not yet ended, as exactly as both dates go; in the month of a reform the new body."""
    begun = not body.valid_from or body.valid_from[: len(date)] <= date[: len(body.valid_from)]
    ended = bool(body.valid_to) and body.valid_to[: len(date)] <= date[: len(body.valid_to)]
    return begun and not ended


@cache
def _bearers() -> dict[str, tuple[reference.Agency, ...]]:
    """Bodies by those of their names that more than one of them bears."""
    found: dict[str, list[reference.Agency]] = defaultdict(list)
    for body in reference.agencies():
        if body.level.startswith("国家"):
            for form in dict.fromkeys((body.name, *body.short)):
                found[form].append(body)
    return {form: tuple(bodies) for form, bodies in found.items() if len(bodies) > 1}
