"""What the columns of a table hold that nobody has described: by the words above them, else by their values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ingest.tables import grid, names, roles, rows, values
from ingest.tables import head as heads

_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one sheet: their first filled cells and their roles (empty: unknown), what the headings between the
    rows tell (a level, a region or nothing), and how many rows of each kind there are."""

    samples: tuple[tuple[str, ...], ...]
    roles: tuple[str, ...]
    section: str
    kinds: Counter[str]


def understand(one: grid.Grid, head: heads.Head) -> Columns:
    """What the columns under a header hold."""
    read = list(rows.read(one, head))
    samples = _samples(one, head, read)
    found = [_role(header, sample) for header, sample in zip(head.columns, samples, strict=True)]
    return Columns(
        samples, tuple(_without_totals(head, found, samples)), _section(read), Counter(row.kind for row in read)
    )


def _samples(one: grid.Grid, head: heads.Head, read: list[rows.Row]) -> tuple[tuple[str, ...], ...]:
    lines = [one.line(row.number) for row in read if row.kind == "record"][:_SAMPLE]
    return tuple(
        tuple(line[i] for line in lines if i < len(line) and not values.is_empty(line[i]))
        for i in range(len(head.columns))
    )


def _role(header: str, sample: tuple[str, ...]) -> str:
    found = roles.match(header)
    role = found.name if found else ""
    test = _TESTS.get(role)
    if test is not None and not mostly(sample, test):
        return ""
    return "region" if not role and sample and mostly(sample, partial(reads_as, "Region")) else role


def _without_totals(head: heads.Head, found: list[str], samples: tuple[tuple[str, ...], ...]) -> list[str]:
    """A column that sums up others states their sums again; one that stands alone states its own."""
    totals = [i for i, header in enumerate(head.columns) if rows.sums_up(header.rpartition(heads.JOINT)[2])]
    others = any(role == "amount" for i, role in enumerate(found) if i not in totals)
    for i in totals:
        sums = not others and mostly(samples[i], _TESTS["amount"]) and (found[i] == "amount" or bool(head.unit(i + 1)))
        found[i] = "amount" if sums else "total"
    return found


def _section(read: list[rows.Row]) -> str:
    texts = [rows.heading(row.section)[0] for row in read if row.section]
    if texts and mostly(texts, values.level):
        return "level"
    return "region" if texts and mostly(texts, partial(reads_as, "Region")) else ""


def reads_as(kind: str, text: str) -> bool:
    """Whether the grammar of documents reads a text as a name of that kind."""
    return names.resolve((kind,), text).known


def mostly(sample: list[str] | tuple[str, ...], test: Callable[[str], object]) -> bool:
    """Whether most of a sample passes."""
    return 2 * sum(map(bool, map(test, sample))) > len(sample)


def year_in(title: str) -> str:
    """The one year for which a title says that its table holds: 2023年…分配表; empty where it names several or a day.

    >>> year_in("2023年专项资金分配表"), year_in("2020—2021年安排表"), year_in("名单（截至2023年6月）")
    ('2023', '', '')
    """
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", title))
    match = re.search(r"(?:19|20)\d\d(?=年)(?!年\d)", title)
    return match[0] if match and len(years) == 1 else ""


def _is_sum(text: str) -> bool:
    return values.amount(text, "元") is not None


def _is_end(text: str) -> bool:
    return values.never(text) or bool(values.iso(text))


# What most cells of a column must read as for its header to be believed.
_TESTS: dict[str, Callable[[str], object]] = {
    "amount": _is_sum, "projects": _is_sum, "time": values.iso, "as_of": values.iso, "run": values.iso, "expiry": _is_end,
    "effective": values.iso, "status": values.status,
}  # fmt: skip
