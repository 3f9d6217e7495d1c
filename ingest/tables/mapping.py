"""The mapping of a table: which columns are which things, claims, sums, dates and sources, as a small YAML file says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Named
from dataclasses import dataclass
from typing import get_args

from graph import errors, evidence, ontology
from ingest.find import words
from ingest.tables import parts

__all__ = ["Claim", "Condition", "Entity", "Grant", "Info", "Mapping", "Row", "Table", "Value", "parse"]

SECTION = "@section"


@dataclass(frozen=True, slots=True)
class Value:
    """Where a value comes from: a column by its header words, or a constant.

    `separators` are the characters that part several values in one cell, `words` say what a cell's text stands for,
    `default` stands in for an empty cell, and with `down` the cell above does.
    """

    column: str = ""
    constant: str = ""
    separators: str = ""
    words: tuple[tuple[str, str], ...] = ()
    default: str = ""
    down: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Columns whose cells must be (with `negated`: must not be) one of the texts; `*` is any text, an empty text none."""

    tests: tuple[tuple[Value, tuple[str, ...]], ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What a row names. Of several `types` the one that the name itself shows is meant, else the last."""

    label: str
    types: tuple[str, ...]
    name: Value
    aliases: tuple[Value, ...] = ()
    properties: tuple[tuple[str, Value], ...] = ()
    region: Value | None = None
    when: tuple[Condition, ...] = ()
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row says of two of its entities, named by their labels."""

    subject: str
    predicate: str
    object: str
    status: Value
    time: Value | None = None
    stated_by: str = ""
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Grant:
    """A sum of money in a row; fund, agency and beneficiary are labels of entities. `unit` is empty where the header has it."""

    amount: Value
    unit: str = ""
    fund: str = ""
    agency: str = ""
    beneficiary: str = ""
    year: Value | None = None
    projects: Value | None = None
    status: Value = Value(constant="done")
    kind: str = evidence.AWARDED
    stated_by: str = ""
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row tells of itself: the source it cites, the day for which it holds, and when it is not confirmed."""

    cited: Value | None = None
    as_of: Value | None = None
    unchecked: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """How the rows of some sheets are read. No sheets named: all that have the columns. No header rows: they are found."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...] = ()
    grants: tuple[Grant, ...] = ()
    row: Row = Row()
    sheets: tuple[str, ...] = ()
    header: tuple[int, ...] | None = None

    def values(self) -> tuple[Value, ...]:
        """Every value that a row may give."""
        named = [v for e in self.entities for v in (e.name, *e.aliases, e.region, *(v for _, v in e.properties))]
        named += [v for c in self.claims for v in (c.status, c.time)]
        named += [v for g in self.grants for v in (g.amount, g.year, g.projects, g.status)]
        named += [self.row.cited, self.row.as_of]
        conditions = [*self.row.unchecked, *(c for e in self.entities for c in e.when)]
        conditions += [c for one in self.claims for c in one.when] + [c for one in self.grants for c in one.when]
        named += [value for c in conditions for value, _ in c.tests]
        return tuple(v for v in named if v is not None)

    def columns(self) -> tuple[str, ...]:
        """All columns that are asked for, each once."""
        return tuple(dict.fromkeys(v.column for v in self.values() if v.column not in ("", SECTION)))


@dataclass(frozen=True, slots=True)
class Info:
    """What holds for the whole file. `region` is where names such as 科技厅 are to be understood."""

    title: str = ""
    number: str = ""
    kind: str = "list"
    publisher: str = ""
    date: str = ""
    as_of: str = ""
    language: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping."""

    document: Info
    tables: tuple[Table, ...]

    def sheets(self) -> frozenset[str]:
        """The sheets that it names."""
        return frozenset(sheet for table in self.tables for sheet in table.sheets)


_TABLE = ("sheet", "header", "entities", "claims", "grants", "row")
_INFO = ("title", "number", "kind", "publisher", "date", "as_of", "language", "region")
_ENTITY = ("type", "name", "aliases", "name_en", "properties", "region", "when", "unless", "as_written")
_CLAIM = ("claim", "status", "time", "stated_by", "when", "unless")
_GRANT = (
    "amount", "unit", "fund", "agency", "beneficiary", "year", "projects", "status", "kind", "stated_by", "when", "unless",
)  # fmt: skip
_VALUE = ("column", "split", "values", "default", "down")
_YES = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def parse(name: str, text: str) -> Mapping:
    """The mapping in a YAML text. Raises BadMapping with every fault, each with its line and field."""

    whole = parts.load(name, text)
    fields = whole.fields(("document", "tables", *_TABLE))
    listed = (
        [(part, part.fields(_TABLE)) for part in fields["tables"].items()] if "tables" in fields else [(whole, fields)]
    )
    tables = tuple(_table(part, own) for part, own in listed)
    info = _info(fields["document"]) if "document" in fields else Info()
    if whole.faults:
        raise errors.BadMapping(name, whole.faults)
    return Mapping(info, tables)


def _info(part: parts.Part) -> Info:
    fields = part.fields(_INFO)
    info = Info(**{name: one.text() for name, one in fields.items() if name in _INFO})
    if info.kind not in evidence.DOC_TYPES:
        fields["kind"].fail(*_unknown("kind", evidence.DOC_TYPES))
    for name in ("date", "as_of"):
        if getattr(info, name) and not _ISO.fullmatch(getattr(info, name)):
            fields[name].fail("日期写成 2021、2021-06 或 2021-06-18", "a date is written 2021, 2021-06 or 2021-06-18")
    return info


_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def _table(part: parts.Part, fields: Named[str, parts.Part]) -> Table:
    if "entities" not in fields:
        part.fail("缺少 entities：写明哪些列是名称", "entities are missing: say which columns name things")
        return Table(())
    entities = tuple(one for label, e in fields["entities"].fields().items() for one in _entities(label, e))
    types: dict[str, set[str]] = {}
    for one in entities:
        types.setdefault(one.label, set()).update(one.types)
    claims = [_claim(one, types) for one in fields["claims"].items()] if "claims" in fields else []
    grants = [_grant(one, types) for one in fields["grants"].items()] if "grants" in fields else []
    return Table(
        entities, tuple(c for c in claims if c), tuple(g for g in grants if g),
        _row(fields["row"]) if "row" in fields else Row(), fields["sheet"].texts() if "sheet" in fields else (),
        _header(fields["header"]) if "header" in fields else None,
    )  # fmt: skip


def _header(part: parts.Part) -> tuple[int, ...]:
    """Row numbers of the header; 0 says that there is none."""
    rows = part.texts()
    if not all(row.isdigit() for row in rows):
        part.fail("行号是数字：3；表头有两行时写 [2, 3]", "rows are numbers: 3, or [2, 3] for a header of two rows")
        return ()
    return tuple(int(row) for row in rows if int(row))


# ---- values and conditions -------------------------------------------------------------------------------------------


def _value(part: parts.Part, split: bool = False) -> Value:
    """A column's name, `=` and a constant, or fields. With `split`, a column alone is split at the usual marks."""
    usual = str(words.lexicon("tables")["separators"])
    if not part.is_fields:
        text = part.text()
        if not text or text == "=":
            part.fail("要填列名，或 = 加固定的值", "the name of a column is expected, or = and a fixed value")
        constant = text[1:].strip() if text.startswith("=") else ""
        return Value("" if constant else text, constant, usual if split else "")
    fields = part.fields(_VALUE)
    if "column" not in fields:
        part.fail("缺少列名", "the column is missing")
        return Value()
    separators = fields["split"].text() if "split" in fields else str(split)
    chosen = usual if _YES.get(separators.lower()) else "" if separators.lower() in _YES else separators
    table = fields["values"].fields() if "values" in fields else {}
    return Value(
        fields["column"].text(), "", chosen, tuple((word, one.text()) for word, one in table.items()),
        fields["default"].text() if "default" in fields else "", "down" in fields and _flag(fields["down"]),
    )  # fmt: skip


def _flag(part: parts.Part) -> bool:
    word = part.text().lower()
    if word not in _YES:
        part.fail("要填 true 或 false", "true or false is expected")
    return _YES.get(word, False)


def _conditions(fields: Named[str, parts.Part], *names: str) -> tuple[Condition, ...]:
    return tuple(_condition(fields[name], name == "unless") for name in names if name in fields)


def _condition(part: parts.Part, negated: bool = False) -> Condition:
    tests = ((Value(column), texts.texts()) for column, texts in part.fields().items())
    return Condition(tuple(tests), negated)


def _row(part: parts.Part) -> Row:
    fields = part.fields(("cited", "as_of", "unchecked"))
    cited, as_of = (_value(fields[name]) if name in fields else None for name in ("cited", "as_of"))
    return Row(cited, as_of, _conditions(fields, "unchecked"))


# ---- entities, claims, grants ----------------------------------------------------------------------------------------


def _entities(label: str, part: parts.Part) -> list[Entity]:
    """One entity, or several of which the first whose conditions hold is meant."""
    if not re.fullmatch(r"\w+", label):
        part.fail("标签只能是一个词", "a label is one word")
    made = [_entity(label, one) for one in part.items()]
    return [one for one in made if one]


def _entity(label: str, part: parts.Part) -> Entity | None:
    fields = part.fields(_ENTITY)
    if "type" not in fields or "name" not in fields:
        if part.is_fields:
            part.fail("type 和 name 都要写", "type and name are needed")
        return None
    types = fields["type"].texts()
    known = [name for name, body in ontology.load().labels.items() if not body.evidence]
    for one in set(types) - set(known):
        fields["type"].fail(
            f"没有 {one} 这个类别；可用 {'、'.join(known)}", f"{one} is no kind of thing; known are {', '.join(known)}"
        )
    aliases = [_value(a, split=True) for name in ("aliases", "name_en") if name in fields for a in fields[name].items()]
    properties = fields["properties"].fields() if "properties" in fields else {}
    allowed = {name for one in types if one in known for name in ontology.load().labels[one].properties}
    for name, value in properties.items():
        if name not in allowed:
            value.fail(
                f"{'、'.join(types)} 没有这个属性；可用 {'、'.join(sorted(allowed))}",
                f"{' or '.join(types)} has no such property; known are {', '.join(sorted(allowed))}",
            )
    return Entity(
        label, types, _value(fields["name"]), tuple(aliases), tuple((name, _value(v)) for name, v in properties.items()),
        _value(fields["region"]) if "region" in fields else None, _conditions(fields, "when", "unless"),
        "as_written" in fields and _flag(fields["as_written"]),
    )  # fmt: skip


def _claim(part: parts.Part, types: Named[str, set[str]]) -> Claim | None:
    """`zone LOCATED_IN city`, alone or as the field `claim` beside status, time and conditions."""
    fields = part.fields(_CLAIM) if part.is_fields else {"claim": part}
    said = fields["claim"].text().split() if "claim" in fields else []
    if len(said) != 3:
        part.fail(
            "claim 要写三个词：实体、关系、实体", "a claim is three words: an entity, a relationship type, an entity"
        )
        return None
    subject, predicate, target = said
    if not _known(fields["claim"], types, subject, target):
        return None
    vocabulary = ontology.load()
    if predicate not in vocabulary.facts:
        fields["claim"].fail(
            f"没有 {predicate} 这种关系；可用 {'、'.join(vocabulary.facts)}",
            f"{predicate} is no relationship type; known are {', '.join(vocabulary.facts)}",
        )
        return None
    if not any(vocabulary.allows(s, predicate, o) for s in types[subject] for o in types[target]):
        one = vocabulary.relations[predicate]
        fields["claim"].fail(
            f"{predicate} 只能从 {'、'.join(one.sources)} 到 {'、'.join(one.targets)}",
            f"{predicate} runs from {', '.join(one.sources)} to {', '.join(one.targets)}",
        )
    status = _status(fields["status"]) if "status" in fields else Value(constant=_usual(predicate))
    return Claim(
        subject, predicate, target, status, _value(fields["time"]) if "time" in fields else None, _label(fields, "stated_by", types),
        _conditions(fields, "when", "unless"),
    )  # fmt: skip


def _known(part: parts.Part, types: Named[str, set[str]], *labels: str) -> bool:
    missing = [label for label in labels if label not in types]
    if missing:
        part.fail(
            f"没有叫 {'、'.join(missing)} 的实体；已有 {'、'.join(types) or '无'}",
            f"no entity is called {', '.join(missing)}; known are {', '.join(types) or 'none'}",
        )
    return not missing


def _usual(predicate: str) -> str:
    """The status that a standing table means: what lies somewhere does so now, what was approved is done."""
    standing: list[str] = words.lexicon("tables")["standing"]
    return "ongoing" if predicate in standing else "done"


def _status(part: parts.Part) -> Value:
    """A status by its name, or the column that holds it."""
    if not part.is_fields and part.text() in get_args(evidence.Status):
        return Value(constant=part.text())
    return _value(part)


def _label(fields: Named[str, parts.Part], name: str, types: Named[str, set[str]]) -> str:
    if name not in fields:
        return ""
    label = fields[name].text()
    return label if _known(fields[name], types, label) else ""


def _grant(part: parts.Part, types: Named[str, set[str]]) -> Grant | None:
    fields = part.fields(_GRANT)
    if "amount" not in fields:
        if part.is_fields:
            part.fail("缺少金额", "the amount is missing")
        return None
    unit = fields["unit"].text() if "unit" in fields else ""
    units: Named[str, object] = words.lexicon("tables")["units"]
    if unit and unit not in units:
        fields["unit"].fail(*_unknown("unit", units))
    kind = fields["kind"].text() if "kind" in fields else evidence.AWARDED
    if kind not in evidence.KINDS_OF_SUMS:
        fields["kind"].fail(*_unknown("kind", evidence.KINDS_OF_SUMS))
    fund, agency, beneficiary, stated_by = (
        _label(fields, name, types) for name in ("fund", "agency", "beneficiary", "stated_by")
    )
    year, projects = (_value(fields[name]) if name in fields else None for name in ("year", "projects"))
    status = _status(fields["status"]) if "status" in fields else Value(constant="done")
    return Grant(
        _value(fields["amount"]), unit, fund, agency, beneficiary, year, projects, status, kind, stated_by,
        _conditions(fields, "when", "unless"),
    )  # fmt: skip


def _unknown(name: str, known: Iterable[str]) -> tuple[str, str]:
    """What to say of a value that is none of those known, in both languages."""
    return f"没有这样的 {name}；可用 {'、'.join(known)}", f"no such {name}; known are {', '.join(known)}"
