"""The evidence model: what was read from one document, each piece with the exact words it rests on.

Frozen types only; they are what crosses the doors between rooms. Offsets count Unicode code points of the
document's text as read from the file, and ``text[span.start:span.end] == span.text`` always holds.
The JSON form is the one of the project's `extract` command.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any, Literal

from graph import cells, errors

Status = Literal["planned", "requested", "ongoing", "done"]
STATUSES: tuple[Status, ...] = ("planned", "requested", "ongoing", "done")
DOC_TYPES = (
    "reply", "approval", "notice", "plan", "measures", "regulation", "opinions", "call", "list", "news", "report",
    "explainer", "other",
)  # fmt: skip
# Origin of a claim that a language model proposed and nobody has confirmed.
PROPOSED = "model"
Scalar = str | int | float | bool
Pairs = tuple[tuple[str, Scalar], ...]


LONGEST_NAME = 1_900  # no store takes longer ones, and one document must not keep the others out


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a document: code point offsets and the piece itself; in a table also the cell that holds it."""

    start: int
    end: int
    text: str
    cell: cells.Cell | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names an entity, with the readable reason why it means that very thing.

    `qualifiers` say what a table's row tells of itself: cited (the source it names), as_of, unchecked.
    """

    span: Span
    reason: str = ""
    qualifiers: Pairs = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the document speaks of. `type` is a node label of the ontology.

    `grounds` are the pieces that properties rest on, as far as a single piece says one (a cell of a table does).
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    properties: Pairs = ()
    grounds: tuple[tuple[str, Span], ...] = ()

    def prop(self, name: str) -> Scalar | None:
        """The property of that name, or None."""
        return dict(self.properties).get(name)


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's statement that subject and object stand in a relation. `time` is ISO 8601, a span as ``2019/2021``."""

    id: str
    subject: str
    predicate: str
    object: str
    status: Status
    quote: Span
    time: str = ""
    stated_by: str | None = None
    cue: str = ""
    origin: str = "rules"
    confidence: float = 0.9
    qualifiers: Pairs = ()


# Kinds of sums: one that is given, a fixed one for whoever qualifies, the most that anybody gets, and how large a fund is.
AWARDED, RATE, CEILING, SIZE = KINDS_OF_SUMS = ("awarded", "rate", "ceiling", "size")


@dataclass(frozen=True, slots=True)
class Grant:
    """One sum of money given, promised or planned. `amount` is in whole yuan, or in units of `currency`."""

    id: str
    amount: int | float
    status: Status
    quote: Span
    fund: str | None = None
    agency: str | None = None
    beneficiary: str | None = None
    currency: str = "CNY"
    amount_from: int | float | None = None
    unit: str | None = None
    year: int | None = None
    projects: int | None = None
    kind: str = AWARDED
    stated_by: str | None = None
    cue: str = ""
    qualifiers: Pairs = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One action that a body says it has done, does or will do."""

    id: str
    status: Status
    quote: Span
    agency: str | None = None
    targets: tuple[str, ...] = ()
    time: str = ""
    cue: str = ""
    stated_by: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page of the source begins in the text. `confidence` (0 to 1) says how well a scanned page was recognised."""

    start: int
    number: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the source: its sheet, its last header row, and the words above each column, from column 1 on."""

    sheet: str
    header: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The source that was read. `issued_by` is an entity id, `date` the signing date (ISO 8601).

    `pages`, in order, are those of a source that has pages, `tables` those that were read by a mapping.
    """

    id: str
    title: str
    doc_type: str
    sha256: str
    number: str | None = None
    issued_by: str | None = None
    date: str | None = None
    language: str = "zh"
    properties: Pairs = ()
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()

    def header(self, cell: cells.Cell) -> str:
        """The words above the cell's column, empty when they are not known."""
        columns = next((t.columns for t in self.tables if t.sheet == cell.sheet and t.header < cell.row), ())
        return columns[cell.column - 1] if cell.column <= len(columns) else ""

    def page(self, offset: int) -> Page | None:
        """The page that holds the offset, None for a source without pages."""
        at = bisect_right(self.pages, offset, key=lambda p: p.start)
        return self.pages[at - 1] if at else None


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell of a table that does not fit, the words above it and its own, and why; the rest of its row stays."""

    cell: cells.Cell
    header: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document. `faults` are what could not be read of its tables."""

    document: Document
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    grants: tuple[Grant, ...] = ()
    measures: tuple[Measure, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file came from: its name in the library (a relative path with /) and what a sidecar says of it.

    `reference`: a table of known facts, which counts as no document that confirms one.
    """

    name: str
    url: str = ""
    publisher: str = ""
    retrieved: str = ""
    licence: str = ""
    url_status: str = ""
    tags: tuple[str, ...] = ()
    invented: bool = False
    reference: bool = False
    note: str = ""


def check(reading: Reading, text: str) -> None:
    """Hold a reading against its text: exact quotes, known ids, closed categories.

    Raises BadReading naming every fault at once.
    """
    ids = {e.id for e in reading.entities} | {reading.document.id}
    faults = [f"{what}: quote or mention is no exact piece of the text" for what, span in _spans(reading)
              if not span.text or text[span.start:span.end] != span.text]  # fmt: skip
    faults += [f"{what}: unknown entity {ref}" for what, ref in _references(reading) if ref not in ids]
    statements: tuple[Claim | Grant | Measure, ...] = (*reading.claims, *reading.grants, *reading.measures)
    faults += [f"{s.id}: unknown status {s.status}" for s in statements if s.status not in STATUSES]
    if reading.document.doc_type not in DOC_TYPES:
        faults.append(f"unknown doc_type {reading.document.doc_type}")
    names = [reading.document.title, reading.document.number or "", *(e.name for e in reading.entities)]
    names += [str(e.prop("doc_no") or "") for e in reading.entities]
    faults += [
        f"{name[:40]}: a name or number has at most {LONGEST_NAME} characters"
        for name in names
        if len(name) > LONGEST_NAME
    ]
    if len(ids) != len(reading.entities) + 1:
        faults.append("two entities share an id")
    if faults:
        raise errors.BadReading(f"{reading.document.title}: " + "; ".join(faults[:20]))


def _spans(reading: Reading) -> Iterable[tuple[str, Span]]:
    for entity in reading.entities:
        yield from ((entity.name, m.span) for m in entity.mentions)
        yield from entity.grounds
    statements: tuple[Claim | Grant | Measure, ...] = (*reading.claims, *reading.grants, *reading.measures)
    for statement in statements:
        yield statement.id, statement.quote


def _references(reading: Reading) -> Iterable[tuple[str, str]]:
    for c in reading.claims:
        yield from ((c.id, ref) for ref in (c.subject, c.object, c.stated_by) if ref)
    for g in reading.grants:
        yield from ((g.id, ref) for ref in (g.fund, g.agency, g.beneficiary, g.stated_by) if ref)
    for m in reading.measures:
        yield from ((m.id, ref) for ref in (m.agency, m.stated_by, *m.targets) if ref)
    if reading.document.issued_by:
        yield reading.document.id, reading.document.issued_by


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON values, keys as in the `extract` command's output. A cell is its address (名单!D5)."""
    faults = [_plain(f) | {"cell": f.cell.address} for f in reading.faults]
    return {
        "document": _plain(reading.document),
        "entities": [_plain(e) | {"mentions": [_mention_json(m) for m in e.mentions]} for e in reading.entities],
        "claims": [_plain(c) for c in reading.claims],
        "grants": [_plain(g) for g in reading.grants],
        "measures": [_plain(m) for m in reading.measures],
    } | ({"faults": faults} if faults else {})


_PAIRS = {"properties", "qualifiers"}
# Parts that few readings have; left out where empty.
_RARE = {"grounds", "tables"}
# Parts that are no plain values in themselves.
_SHAPED = {*_PAIRS, *_RARE, "quote", "pages", "aliases", "targets", "columns"}


@cache
def _parts(kind: Any) -> tuple[tuple[str, ...], tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a type's parts, those that need shaping, and how all are got at once: tables have millions."""
    names = tuple(kind.__dataclass_fields__)
    return names, tuple(name for name in names if name in _SHAPED), attrgetter(*names)


def _plain(thing: Any) -> dict[str, Any]:
    names, shaped, values = _parts(thing.__class__)
    plain = dict(zip(names, values(thing), strict=True))
    for name in shaped:
        if plain[name] or name not in _RARE:
            plain[name] = _value(name, plain[name])
        else:
            del plain[name]
    return plain


def _value(name: str, value: Any) -> Any:
    if name in _PAIRS:
        return dict(value)
    if name == "quote":
        return _span_json(value)
    if name in ("pages", "tables"):
        return [_plain(one) for one in value]
    if name == "grounds":
        return {part: _span_json(span) for part, span in value}
    return list(value)


def _span_json(span: Span) -> dict[str, Any]:
    plain: dict[str, Any] = {"start": span.start, "end": span.end, "text": span.text}
    if span.cell is not None:
        plain["cell"] = span.cell.address
    return plain


def _mention_json(mention: Mention) -> dict[str, Any]:
    plain = _span_json(mention.span)
    plain["reason"] = mention.reason
    if mention.qualifiers:
        plain["qualifiers"] = dict(mention.qualifiers)
    return plain


def from_json(data: Mapping[str, Any]) -> Reading:
    """The reading that `to_json` wrote. Raises BadReading when the form is broken; unknown keys are ignored."""
    try:
        return Reading(
            document=_build(Document, data["document"]),
            entities=tuple(_entity(e) for e in data["entities"]),
            claims=tuple(_build(Claim, c) for c in data["claims"]),
            grants=tuple(_build(Grant, g) for g in data["grants"]),
            measures=tuple(_build(Measure, m) for m in data["measures"]),
            faults=tuple(fault_from_json(f) for f in data.get("faults", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise errors.BadReading(f"not a reading: {error!r}") from error


def _entity(data: Mapping[str, Any]) -> Entity:
    mentions = tuple(
        Mention(_span(m), m.get("reason", ""), tuple(m.get("qualifiers", {}).items())) for m in data["mentions"]
    )
    bare: Entity = _build(Entity, {k: v for k, v in data.items() if k != "mentions"})
    return replace(bare, mentions=mentions)


def fault_from_json(data: Mapping[str, Any]) -> Fault:
    """One of a reading's faults out of its JSON form."""
    return Fault(cells.parse(data["cell"]), data["header"], data["text"], data["reason"])


def _span(data: Mapping[str, Any]) -> Span:
    cell = data.get("cell")
    return Span(data["start"], data["end"], data["text"], cells.parse(cell) if cell else None)


def _build(kind: Any, data: Mapping[str, Any]) -> Any:
    values = {name: data[name] for name in kind.__dataclass_fields__ if name in data}
    for name in _PAIRS & values.keys():
        values[name] = tuple(values[name].items())
    for name in {"aliases", "targets"} & values.keys():
        values[name] = tuple(values[name])
    if "grounds" in values:
        values["grounds"] = tuple((part, _span(span)) for part, span in values["grounds"].items())
    if "pages" in values:
        values["pages"] = tuple(Page(**page) for page in values["pages"])
    if "tables" in values:
        values["tables"] = tuple(Table(t["sheet"], t["header"], tuple(t["columns"])) for t in values["tables"])
    if "quote" in values:
        values["quote"] = _span(values["quote"])
    return kind(**values)
