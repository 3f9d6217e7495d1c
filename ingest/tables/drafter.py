"""Drafting how the rows of one table are read: what its headers and values seem to mean, as the lines of a mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from graph import ontology
from ingest import reference
from ingest.find import words
from ingest.tables import columns, grid, mapping, names, values
from ingest.tables import head as heads


class Drafter:
    """Drafts for one table of a file that is `called` something.

    `lines` are the parts of the mapping that read it, from its entities to the columns that are not used; `labels` are the
    things that a row names, by the role of their column.
    """

    def __init__(self, called: str, one: grid.Grid, head: heads.Head) -> None:
        self.called, self.grid, self.head = called, one, head
        known = columns.understand(one, head)
        self.samples, self.roles, self.section, self.kinds = known.samples, known.roles, known.section, known.kinds
        named = (line for line in head.caption if len(line) >= 6 and not values.unit_in(line))
        self.title = next(named, called)
        self.labels: dict[str, str] = {}
        self.types: dict[str, list[str]] = {}
        made = [*self._entities(), *self._claims(), *self._grants(), *self._row()]
        self.lines = made + list(self._unused("\n".join(made)))

    # -- pieces ------------------------------------------------------------------------------------------------

    def column(self, role: str) -> str:
        """The header of the first column with that role, or the headings between the rows."""
        own = next((self.head.columns[i] for i, one in enumerate(self.roles) if one == role), "")
        return own or (mapping.SECTION if role == self.section else "")

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
                yield f"    type: {listed(self.types[label])}"
                yield from self._name(role)
                yield from self._more(role, label, subject)
        if subject:
            self.labels["it"] = self.labels[subject]
        yield from self._titled_fund()

    def _titled_fund(self) -> Iterator[str]:
        """The fund that the title of a table of sums names, where no column does."""
        if "amount" not in self.roles or "fund" in self.labels:
            return
        national = [
            one.name for one in reference.programmes() if one.name.endswith(("资金", "基金")) and one.name in self.title
        ]
        for name in [*national, *names.within("Fund", self.title)][:1]:
            self.labels["fund"] = "fund"
            yield from ("  fund:", "    type: Fund", f"    name: {quoted('=' + name)}")

    def _name(self, role: str) -> Iterator[str]:
        header = self.column(role)
        sample = self.samples[self.head.columns.index(header)] if header in self.head.columns else ()
        joined = sum(len(values.split(text, _data()["separators"])) > 1 for text in sample)
        yield f"    name: {{column: {quoted(header)}, split: true}}" if joined else f"    name: {quoted(header)}"

    def _more(self, role: str, label: str, subject: str) -> Iterator[str]:
        """What else a row says of the thing: other names, properties, the region in which its name is meant."""
        if role == subject:
            aliases = [self.column(one) for one in ("short", "english") if one in self.roles]
            if aliases:
                yield f"    aliases: {listed(aliases)}"
            allowed = {name for one in self.types[label] for name in ontology.load().labels[one].properties}
            owned = {name: self.column(one) for one, name in _data()["properties"].items() if name in allowed}
            given = [f"{name}: {quoted(column)}" for name, column in owned.items() if column]
            if given:
                yield f"    properties: {{{', '.join(given)}}}"
        around = "province" if role == "region" or not self.column("region") else "region"
        if self.column(around) and role not in ("province", around):
            yield f"    region: {quoted(self.column(around))}"

    def _kinds(self, role: str) -> list[str]:
        """What a column that only says 名称 names: by what most of its values are, else by what stands above the table."""
        header = self.column(role)
        sample = self.samples[self.head.columns.index(header)]
        for kind in ("HighTechZone", "DemonstrationZone", "DevelopmentZone", "Policy", "Platform", "Fund", "Programme"):
            if sample and columns.mostly(sample, partial(columns.reads_as, kind)):
                return [kind]
        if sample and columns.mostly(sample, partial(columns.reads_as, "Agency")):
            return ["Agency", "Organization"]
        above = "".join((*self.head.caption, self.grid.sheet.name, self.called))
        return [next((kind for word, kind in _data()["captions"].items() if word in above), "Organization")]

    # -- claims ------------------------------------------------------------------------------------------------

    def _claims(self) -> Iterator[str]:
        made: list[str] = []
        for said in _data()["drafted"]:
            line = self._claim(*said)
            if line and line not in made:
                made.append(line)
        if made:
            yield "claims:"
            yield from made

    def _claim(self, subject: str, predicate: str, target: str) -> str:
        ends = [self.labels.get(end, "") for end in (subject, target)]
        if not all(ends) or ends[0] == ends[1] or (target == "province" and self.column("region")):
            return ""
        if not self._allows(ends[0], predicate, ends[1]):
            return ""
        if target == "holder" and self._allows(ends[1], "MANAGES", ends[0]):
            # A body belongs to the one that it leans on; what can be managed is managed by it.
            return ""
        said = f"{ends[0]} {predicate} {ends[1]}"
        more = self._when(subject, predicate)
        return f"  - {{claim: {said}, {', '.join(more)}}}" if more else f"  - {said}"

    def _allows(self, subject: str, predicate: str, target: str) -> bool:
        allows = ontology.load().allows
        return any(allows(s, predicate, o) for s in self.types[subject] for o in self.types[target])

    def _when(self, subject: str, predicate: str) -> list[str]:
        """The columns that say when a claim holds and how far it has come."""
        if predicate in _data()["dated"]:
            time = self.column("time") or self.column("year")
            return [f"time: {quoted(time)}"] if time else []
        if (subject, predicate) != ("holder", "MANAGES"):
            return []
        given = {"time": self.column("run"), "status": self.column("status")}
        return [f"{name}: {quoted(column)}" for name, column in given.items() if column]

    # -- sums --------------------------------------------------------------------------------------------------

    def _grants(self) -> Iterator[str]:
        sums = [i for i, role in enumerate(self.roles) if role == "amount"]
        if sums:
            yield "grants:"
        for i in sums:
            parts = {"amount": quoted(self.head.columns[i])} | self._ends() | self._year(i)
            if self.column("projects"):
                parts["projects"] = quoted(self.column("projects"))
            note = ""
            if not self.head.unit(i + 1):
                parts["unit"] = "元"
                note = "  # 表中没有认出单位，请核对 no unit was recognised: check"
            yield f"  - {{{', '.join(f'{name}: {value}' for name, value in parts.items())}}}{note}"

    def _ends(self) -> dict[str, str]:
        """Who gives and who gets: what a row is about where that is a body, else the one who holds it."""
        gives = self.labels.get("funder") or self.labels.get("agency")
        own = self.labels.get("it", "")
        body = own if "Organization" in self.types.get(own, ()) else ""
        gets = body or self.labels.get("holder") or own or self.labels.get("region")
        given = {"fund": self.labels.get("fund"), "agency": gives, "beneficiary": gets}
        return {name: label for name, label in given.items() if label}

    def _year(self, i: int) -> dict[str, str]:
        """The year in the header above the sum, else the column that has it, else the one year of the title."""
        above = re.search(r"(?:19|20)\d\d", self.head.columns[i])
        column = self.column("year") or self.column("time")
        titled = columns.year_in(self.title)
        year = f"={above[0]}" if above else quoted(column) if column else f"={titled}" if titled else ""
        return {"year": year} if year else {}

    def _row(self) -> Iterator[str]:
        parts = {role: self.column(role) for role in ("cited", "as_of") if role in self.roles}
        if parts:
            yield f"row: {{{', '.join(f'{role}: {quoted(header)}' for role, header in parts.items())}}}"

    def _unused(self, used: str) -> Iterator[str]:
        """Columns of which the draft makes nothing, so that a person sees what is left."""
        named = set(re.findall(r'"[^"]*"|[^\s\[\]{},]+', used))
        idle = ("serial", "total")
        text = {quoted(h) for i, h in enumerate(self.head.columns) if h and self.roles[i] not in idle} - named
        if text:
            yield f"# 未用的列 not used: {', '.join(sorted(text))}"


@cache
def _data() -> dict[str, Any]:
    return words.lexicon("tables")


def _label(types: list[str]) -> str:
    """The usual label of a thing of these types."""
    return next((body["label"] for body in _data()["things"].values() if body["types"] == types), "it")


_PLAIN = re.compile(r"[\w一-鿿（）()/·《》“”、.-]+")


def quoted(text: str) -> str:
    """A text as a YAML scalar; headers are quoted where YAML would read them otherwise."""
    plain = _PLAIN.fullmatch(text) and not re.fullmatch(r"[\d.-]+|true|false|yes|no|null|on|off|y|n", text, re.I)
    return text if plain and text[0] not in "-.!%@`" else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(items: list[str]) -> str:
    return quoted(items[0]) if len(items) == 1 else f"[{', '.join(map(quoted, items))}]"
