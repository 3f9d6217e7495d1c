"""Drafting a mapping for the tables of a file: a part for those that share a header, for a person to correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import cells, errors
from ingest.tables import drafter, grid, names, opening, reasons
from ingest.tables import head as heads


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the draft understands it: its letters and header, an example, and its role (empty: not used)."""

    letters: str
    header: str
    example: str
    role: str


@dataclass(frozen=True, slots=True)
class Part:
    """What was understood of the sheets that share a header: its rows in the first of them, its columns, how many rows of
    each kind they have together."""

    sheets: tuple[str, ...]
    header: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A table that the draft leaves out: its sheet, its first words and the reason."""

    sheet: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted mapping, what it understood of the tables that it covers, and those that it leaves out."""

    text: str
    parts: tuple[Part, ...]
    left: tuple[Left, ...] = ()


def draft(name: str, data: bytes) -> Draft:
    """Draft a mapping for a file's tables that tell something. Raises UnreadableFile where none does."""
    found = opening.opened(name, data)
    called = found.text.lstrip().partition("\n")[0] if found.inside else Path(name).stem
    groups, left = _groups(called, found.grids)
    if not groups:
        raise errors.UnreadableFile(name, left[0].reason)
    left += [Left(one.name, _first_words(one.rows), reasons.HIDDEN) for one in found.hidden]
    lines = [*_preamble(groups[0][0], found.inside), *_parts(groups, len(found.grids)), *_named_left(left)]
    return Draft("\n".join(lines) + "\n", tuple(_part(group) for group in groups), tuple(left))


def _groups(called: str, grids: list[grid.Grid]) -> tuple[list[list[drafter.Drafter]], list[Left]]:
    """The tables that can be drafted, those with one header together, and the others with the reason why not."""
    groups: dict[tuple[str, ...], list[drafter.Drafter]] = {}
    left = []
    for one in grids:
        head = heads.guess(one)
        made = drafter.Drafter(called, one, head) if head is not None else None
        if made is None or not made.labels:
            reason = reasons.NOTHING_SAID if made else reasons.NO_HEADER
            left.append(Left(one.sheet.name, _first_words(one.sheet.rows), reason))
        else:
            groups.setdefault(made.head.columns, []).append(made)
    return list(groups.values()), left


def _first_words(rows: tuple[tuple[str, ...], ...]) -> str:
    return " ".join(filter(None, next(filter(any, rows), ())))


def _part(group: list[drafter.Drafter]) -> Part:
    first = group[0]
    understood = tuple(
        Column(cells.letters(i + 1), header, first.samples[i][0] if first.samples[i] else "", first.roles[i])
        for i, header in enumerate(first.head.columns) if header
    )  # fmt: skip
    kinds = sum((one.kinds for one in group), Counter[str]())
    return Part(tuple(one.grid.sheet.name for one in group), first.head.rows, understood, tuple(kinds.most_common()))


def _preamble(first: drafter.Drafter, inside: bool) -> Iterator[str]:
    yield "# 表格的列对应文件，见 docs/tables.md。A mapping: which column is what; see docs/tables.md."
    if inside:
        yield "# document: {publisher: 谁的表}  # 不写，就是文档作者的 if left out, the document's author"
        return
    yield "document:"
    yield f"  title: {drafter.quoted(first.title)}"
    yield "  # publisher: 谁的表 whose voice the table is"
    yield "  # date: 2021-12-31"
    place = next(iter(names.within("Region", first.title)), "")
    if place:
        yield f"  region: {drafter.quoted(place)}"


def _parts(groups: list[list[drafter.Drafter]], sheets: int) -> Iterator[str]:
    """The parts under `tables:`, or the only one by itself; sheets are named where the header alone does not tell them."""
    if len(groups) == 1:
        yield from _lines(groups[0], named=len(groups[0]) < sheets)
        return
    yield "tables:"
    for group in groups:
        for i, line in enumerate(_lines(group, named=True)):
            yield f"  {'  ' if i else '- '}{line}"


def _lines(group: list[drafter.Drafter], named: bool) -> Iterator[str]:
    if named:
        yield f"sheet: {drafter.listed([one.grid.sheet.name for one in group])}"
    rows = group[0].head.rows
    if all(one.head.rows == rows for one in group):
        yield f"header: {list(rows) if len(rows) > 1 else rows[0]}"
    yield from group[0].lines


def _named_left(left: list[Left]) -> Iterator[str]:
    """The tables that are left out, so that a person sees them."""
    for one in left:
        yield f"# 没有起草 not drafted: {drafter.quoted(one.sheet)}: {one.reason}"
