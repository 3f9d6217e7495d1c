"""What is put off: for how many years running one body plans one thing and never says that it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph import fold

Key = tuple[str, str, str]
_BODIES = frozenset(("Agency", "Organization", "Region"))
_OPEN = ("planned", "requested")


def years_running(nodes: Collection[fold.Node], edges: Iterable[Key]) -> dict[Key, int]:
    """By the edge from a claim or measure to what it plans: the most years in a row whose documents plan it, two at least.

    `edges` are source, type and target; claims and measures have a status and one body each, documents a date.
    """
    bodies = {n.id for n in nodes if n.label in _BODIES}
    statuses, dates = (
        {n.id: str(value) for n in nodes if (value := n.properties.get(name))} for name in ("status", "date")
    )
    doer: dict[str, str] = {}
    stated: dict[str, set[int]] = defaultdict(set)
    aims: list[Key] = []
    for source, kind, target in edges:
        if kind == "UNDERTAKES" and source in bodies:
            doer[target] = source
        elif kind == "SUBJECT" and target in bodies:
            doer[source] = target
        elif kind == "STATED_IN" and target in dates:
            stated[source].add(int(dates[target][:4]))
        elif kind in ("CONCERNS", "OBJECT"):
            aims.append((source, kind, target))
    pairs: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in aims:
        if key[0] in doer:
            pairs[doer[key[0]], key[2]].append(key)
    return {key: years for row in pairs.values() for key, years in _put_off(row, statuses, stated)}


def _put_off(
    row: Collection[Key], statuses: Mapping[str, str], stated: Mapping[str, set[int]]
) -> list[tuple[Key, int]]:
    """The plans among what one body says of one thing, where it plans it again the next year and never did it."""
    if any(statuses.get(key[0]) == "done" for key in row):
        return []
    plans = [key for key in row if statuses.get(key[0]) in _OPEN and key[0] in stated]
    years = _longest({year for key in plans for year in stated[key[0]]})
    return [(key, years) for key in plans] if years > 1 else []


def _longest(years: set[int]) -> int:
    """How many years follow one another without a gap, at most."""
    lengths: dict[int, int] = {}
    for year in sorted(years):
        lengths[year] = lengths.get(year - 1, 0) + 1
    return max(lengths.values(), default=0)
