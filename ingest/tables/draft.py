"""Drafting a mapping: what the headers and values of a table seem to mean, written as YAML for a person to correct."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from graph import cells, errors, ontology
from ingest.find import words
from ingest.tables import files, grid, mapping, names, roles, rows, values
from ingest.tables import head as heads

_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the draft understands it: its letters and header, an example, and its role (empty: not used)."""

    letters: str
    header: str
    example: str
    role: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted mapping, what it understood of each column, and how many rows of each kind the table has."""

    text: str
    columns: tuple[Column, ...]
    header: tuple[int, ...]
    rows: tuple[tuple[str, int], ...]


def draft(name: str, data: bytes) -> Draft:
    """Draft a mapping for the first sheet that has a header. Raises UnreadableFile where none has one."""
    _, grids = grid.lay_out(files.sheets(name, data))
    for one in grids:
        head = heads.guess(one)
        if head is not None:
            others = [found.columns for other in grids if other is not one and (found := heads.guess(other))]
            alike = all(columns == head.columns for columns in others)
            return _Drafter(name, one, head, several=len(grids) > 1 and not alike).draft()
    raise errors.UnreadableFile(name, "no header was found: name its rows in a mapping, as in `header: 3`")


class _Drafter:
    """Drafts for one sheet."""

    def __init__(self, name: str, one: grid.Grid, head: heads.Head, several: bool) -> None:
        self.name, self.grid, self.head, self.several = name, one, head, several
        self.kinds = Counter(row.kind for row in rows.read(one, head))
        self.section = self._section()
        self.samples = self._samples()
        self.roles = [self._role(i) for i in range(len(head.columns))]
        self.labels: dict[str, str] = {}
        self.types: dict[str, list[str]] = {}

    def _samples(self) -> list[list[str]]:
        """The first filled cells of each column."""
        records = (row.number for row in rows.read(self.grid, self.head) if row.kind == "record")
        lines = [self.grid.line(number) for number, _ in zip(records, range(_SAMPLE), strict=False)]
        return [
            [line[i] for line in lines if i < len(line) and not values.is_empty(line[i])]
            for i in range(len(self.head.columns))
        ]

    def _role(self, i: int) -> str:
        """What a column holds, by its header; where that says nothing, by its values."""
        header, sample = self.head.columns[i], self.samples[i]
        found = roles.match(header)
        role = found.name if found else ""
        if role in ("amount", "projects") and not _mostly(sample, lambda text: values.amount(text, "元") is not None):
            return ""
        if role in ("time", "as_of") and not _mostly(sample, lambda text: bool(values.iso(text))):
            return ""
        if not role and sample and _mostly(sample, partial(_reads_as, "Region")):
            return "region"
        return role

    def _section(self) -> str:
        """What the headings between the rows tell: a level, a place, or nothing that is known."""
        headings = [one.section for one in rows.read(self.grid, self.head) if one.section]
        texts = [rows.heading(piece)[0] for piece in headings]
        if texts and _mostly(texts, values.level):
            return "level"
        return "region" if texts and _mostly(texts, partial(_reads_as, "Region")) else ""

    def draft(self) -> Draft:
        columns = tuple(
            Column(cells.letters(i + 1), header, self.samples[i][0] if self.samples[i] else "", self.roles[i])
            for i, header in enumerate(self.head.columns) if header
        )  # fmt: skip
        lines = [*self._preamble(), *self._entities(), *self._claims(), *self._grants(), *self._row()]
        lines += self._unused("\n".join(lines))
        return Draft("\n".join(lines) + "\n", columns, self.head.rows, tuple(self.kinds.most_common()))

    # -- pieces ------------------------------------------------------------------------------------------------

    def column(self, role: str) -> str:
        """The header of the first column with that role, or the headings between the rows."""
        own = next((self.head.columns[i] for i, one in enumerate(self.roles) if one == role), "")
        return own or (mapping.SECTION if role == self.section else "")

    def _preamble(self) -> Iterator[str]:
        title = next(
            (line for line in self.head.caption if len(line) >= 6 and not values.unit_in(line)), Path(self.name).stem
        )
        yield "# 表格的列对应文件，见 docs/tables.md。A mapping: which column is what; see docs/tables.md."
        yield "document:"
        yield f"  title: {_quoted(title)}"
        yield "  # publisher: 谁的表 whose voice the table is"
        yield "  # date: 2021-12-31"
        if self.several:
            yield f"sheet: {_quoted(self.grid.sheet.name)}"
        yield f"header: {list(self.head.rows) if len(self.head.rows) > 1 else self.head.rows[0]}"

    def _entities(self) -> Iterator[str]:
        yield "entities:"
        subject = next((role for role in _data()["subjects"] if role in self.roles), "")
        for role in dict.fromkeys([*self.roles, *filter(None, [self.section])]):
            body = _data()["things"].get(role)
            if role == subject or (body and self.column(role)):
                types = body["types"] if body else self._kinds(role)
                label = body["label"] if body else _label(types)
                label = role if label in self.types else label
                self.types[label] = types
                self.labels[role] = label
                yield f"  {label}:"
                yield f"    type: {_listed(self.types[label])}"
                yield from self._name(role)
                yield from self._more(role, label, subject)
        if subject:
            self.labels["it"] = self.labels[subject]

    def _name(self, role: str) -> Iterator[str]:
        header = self.column(role)
        sample = self.samples[self.head.columns.index(header)] if header in self.head.columns else []
        joined = sum(len(values.split(text, _data()["separators"])) > 1 for text in sample)
        yield f"    name: {{column: {_quoted(header)}, split: true}}" if joined else f"    name: {_quoted(header)}"

    def _more(self, role: str, label: str, subject: str) -> Iterator[str]:
        """What else a row says of the thing: other names, properties, the region in which its name is meant."""
        if role == subject:
            aliases = [self.column(one) for one in ("short", "english") if one in self.roles]
            if aliases:
                yield f"    aliases: {_listed(aliases)}"
            allowed = {name for one in self.types[label] for name in ontology.load().labels[one].properties}
            owned = [one for one in ("level", "kind", "doc_no", "code") if self.column(one) and one in allowed]
            if owned:
                yield f"    properties: {{{', '.join(f'{one}: {_quoted(self.column(one))}' for one in owned)}}}"
        around = "province" if role == "region" or not self.column("region") else "region"
        if self.column(around) and role not in ("province", around):
            yield f"    region: {_quoted(self.column(around))}"

    def _kinds(self, role: str) -> list[str]:
        """What a column that only says 名称 names: by what most of its values are, else by what stands above the table."""
        header = self.column(role)
        sample = self.samples[self.head.columns.index(header)]
        for kind in ("HighTechZone", "DemonstrationZone", "DevelopmentZone", "Policy", "Platform", "Fund", "Programme"):
            if sample and _mostly(sample, partial(_reads_as, kind)):
                return [kind]
        if sample and _mostly(sample, partial(_reads_as, "Agency")):
            return ["Agency", "Organization"]
        above = "".join((*self.head.caption, self.grid.sheet.name, Path(self.name).stem))
        return [next((kind for word, kind in _data()["captions"].items() if word in above), "Organization")]

    def _claims(self) -> Iterator[str]:
        made = [line for said in _data()["drafted"] if (line := self._claim(*said))]
        if made:
            yield "claims:"
            yield from made

    def _claim(self, subject: str, predicate: str, target: str) -> str:
        ends = [self.labels.get(end, "") for end in (subject, target)]
        if not all(ends) or ends[0] == ends[1] or (target == "province" and self.column("region")):
            return ""
        if not any(ontology.load().allows(s, predicate, o) for s in self.types[ends[0]] for o in self.types[ends[1]]):
            return ""
        said = f"claim: {ends[0]} {predicate} {ends[1]}"
        if predicate in _data()["dated"]:
            time = self.column("time") or self.column("year")
            return f"  - {{{said}, time: {_quoted(time)}}}" if time else f"  - {ends[0]} {predicate} {ends[1]}"
        return f"  - {ends[0]} {predicate} {ends[1]}"

    def _grants(self) -> Iterator[str]:
        sums = [i for i, role in enumerate(self.roles) if role == "amount"]
        if sums:
            yield "grants:"
        for i in sums:
            parts = {"amount": _quoted(self.head.columns[i])}
            if not self.head.unit(i + 1):
                parts["unit"] = "元"
            parts |= self._ends() | self._year(i)
            if self.column("projects"):
                parts["projects"] = _quoted(self.column("projects"))
            yield f"  - {{{', '.join(f'{name}: {value}' for name, value in parts.items())}}}"

    def _ends(self) -> dict[str, str]:
        """Who gives and who gets: the one who holds or is what a row is about."""
        gives = self.labels.get("funder") or self.labels.get("agency")
        gets = self.labels.get("holder") or self.labels.get("it") or self.labels.get("region")
        given = {"fund": self.labels.get("fund"), "agency": gives, "beneficiary": gets}
        return {name: label for name, label in given.items() if label}

    def _year(self, i: int) -> dict[str, str]:
        """The year in the header above the sum, else the column that has it."""
        above = re.search(r"(?:19|20)\d\d", self.head.columns[i])
        column = self.column("year") or self.column("time")
        return {"year": f"={above[0]}"} if above else {"year": _quoted(column)} if column else {}

    def _row(self) -> Iterator[str]:
        parts = {role: self.column(role) for role in ("cited", "as_of") if role in self.roles}
        if parts:
            yield f"row: {{{', '.join(f'{role}: {_quoted(header)}' for role, header in parts.items())}}}"

    def _unused(self, used: str) -> Iterator[str]:
        """Columns of which the draft makes nothing, so that a person sees what is left."""
        named = set(re.findall(r'"[^"]*"|[^\s\[\]{},]+', used))
        text = {_quoted(h) for i, h in enumerate(self.head.columns) if h and self.roles[i] != "serial"} - named
        if text:
            yield f"# 未用的列 not used: {', '.join(sorted(text))}"


@cache
def _data() -> dict[str, Any]:
    return words.lexicon("tables")


def _label(types: list[str]) -> str:
    """The usual label of a thing of these types."""
    return next((body["label"] for body in _data()["things"].values() if body["types"] == types), "it")


def _reads_as(kind: str, text: str) -> bool:
    return names.resolve((kind,), text).known


def _mostly(sample: list[str], test: Callable[[str], object]) -> bool:
    """Whether most of a sample passes."""
    return 2 * sum(map(bool, map(test, sample))) > len(sample)


_PLAIN = re.compile(r"[\w一-鿿（）()/·《》“”、.-]+")


def _quoted(text: str) -> str:
    """A text as a YAML scalar; headers are quoted where YAML would read them otherwise."""
    plain = _PLAIN.fullmatch(text) and not re.fullmatch(r"[\d.-]+|true|false|yes|no|null|on|off|y|n", text, re.I)
    return text if plain and text[0] not in "-.!%@`" else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _listed(items: list[str]) -> str:
    return _quoted(items[0]) if len(items) == 1 else f"[{', '.join(map(_quoted, items))}]"
