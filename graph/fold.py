"""Folding: all readings and judgements into nodes and edges, the same bytes for the same input on any machine."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph import evidence, instruments, judgements, ontology, promises, sameness, statements, words

if TYPE_CHECKING:
    from graph import library

Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A thing or a statement; `id` is unique in the graph, `label` one of the ontology's."""

    id: str
    label: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes, named by their ids; at most one of a type between them."""

    source: str
    type: str
    target: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and edges, sorted by id."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """A graph, and the fact edges that the ontology does not allow and that were left out, in words."""

    graph: Graph
    left_out: tuple[str, ...] = ()


def fold(
    held: Iterable[library.Held],
    decided: Iterable[judgements.Judgement] = (),
    scheme: instruments.Scheme | None = None,
) -> Graph:
    """The graph of all readings under the judgements in force, measures classed by `scheme` (the project's own if None)."""
    return folded(held, decided, scheme).graph


def folded(
    held: Iterable[library.Held],
    decided: Iterable[judgements.Judgement] = (),
    scheme: instruments.Scheme | None = None,
) -> Folded:
    """The graph, with what had to be left out of it."""
    rows = sorted(held, key=lambda h: h.source.name)
    return _Folder(rows, judgements.standing(decided), scheme or instruments.load()).run()


# 贵厅, 全市 and zone mean nothing alone, 贵州, 本溪 and 全国人大 do.
_HEADS = "厅|局|省|市|区|县|委|办|会|部|院|行|司|所|校|园|园区|片区|高新区|示范区|试验区|自治区|地区|单位|公司|规划|方案|办法|意见|通知|条例"
_GENERIC = re.compile(
    r"^(?:[我本该其你贵全](?:"
    + _HEADS
    + r")|[我该其你].{0,3}|示范区|试验区|高新区|开发区|新区|园区|基金|资金|平台|中心|计划|项目|政策|办法|意见|通知|方案|自治区|省政府|市政府)$|^[a-z]+$"
)
_LONGEST_NAME = 120  # characters; English names of zones and programmes run to more than eighty
# What a statement's node tells of its qualifiers.
_TOLD = frozenset(("role", "cited", "as_of", "unchecked", "cells"))


@dataclass
class _Thing:
    """A node in the making."""

    id: str
    label: str
    name: str
    aliases: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    props: dict[str, Value] = field(default_factory=dict)
    ranks: dict[str, tuple[bool, bool, str]] = field(default_factory=dict)
    fullness: tuple[bool, bool, int, str] = (False, False, 0, "")
    confirmed: bool = False

    def call(self, name: str, fullness: tuple[bool, bool, int, str]) -> None:
        """Take a name over if it is fuller than the one so far; a reference table's is the fullest."""
        if fullness > self.fullness:
            self.name, self.fullness = name, fullness

    def learn(self, name: str, value: Value, rank: tuple[bool, bool, str]) -> None:
        """Take a property over unless a better source gave it: its own document, a reference table, then the newest."""
        if name not in self.props or rank > self.ranks[name]:
            self.props[name], self.ranks[name] = value, rank


class _Folder:
    """Folds one set of readings."""

    def __init__(
        self, held: Sequence[library.Held], decided: Sequence[judgements.Judgement], scheme: instruments.Scheme
    ) -> None:
        self.held, self.scheme = held, scheme
        self.decided = decided
        self.things: dict[str, _Thing] = {}
        same = sameness.identify(held, decided)
        self.ids, self.posts = same.ids, same.posts
        self.edges: dict[tuple[str, str, str], dict[str, Value]] = {}
        self.nodes: dict[str, Node] = {}
        self.said: dict[str, statements.Said] = {}
        self.mentions: dict[tuple[str, str], words.Mentioned] = {}
        self.grants: dict[str, tuple[evidence.Grant, str, str, str | None, str | None, str]] = {}
        self.left_out: set[str] = set()
        self.kinds: dict[str, set[str]] = defaultdict(set)
        self.verdicts = {j.left: j for j in decided if not j.right}

    def run(self) -> Folded:
        """All steps in order."""
        for index, held in enumerate(self.held):
            self._document(index, held)
        self._mentions()
        self._facts()
        self._claim_conflicts()
        self._grant_conflicts()
        self._fulfilments()
        self._lives()
        self._drop_misleading()
        for thing in self.things.values():
            self.nodes[thing.id] = Node(thing.id, thing.label, self._thing_props(thing))
        self._put_off()
        edges = tuple(
            Edge(s, t, o, {"start": "", "end": "", **p})
            for (s, t, o), p in sorted(self.edges.items())
            if s in self.nodes and o in self.nodes
        )
        return Folded(Graph(tuple(self.nodes[k] for k in sorted(self.nodes)), edges), tuple(sorted(self.left_out)))

    # -- documents ---------------------------------------------------------------------------------------------

    def _document(self, index: int, held: library.Held) -> None:
        reading, doc = held.reading, held.reading.document
        if doc.id not in self.nodes:
            self.nodes[doc.id] = Node(doc.id, "Document", self._document_props(held))
        for e in reading.entities:
            if e.type != "Document":
                self._thing(index, e, held)
        for c in reading.claims:
            self._claim(index, c, held)
        for g in reading.grants:
            if not self._rejected(g.id):
                self._grant(index, g, held)
        own = next((self.ids[(index, e.id)] for e in reading.entities if e.prop("self")), None)
        for m in reading.measures:
            if not self._rejected(m.id):
                self._measure(index, m, held, own)

    def _document_props(self, held: library.Held) -> dict[str, Value]:
        doc, source = held.reading.document, held.source
        issuer = next((e.name for e in held.reading.entities if e.id == doc.issued_by), "")
        props: dict[str, Value] = {
            "name": doc.title, "doc_type": doc.doc_type, "doc_no": doc.number, "date": doc.date, "issuer": issuer or None,
            "language": doc.language, "sha256": doc.sha256, "file": source.name, "url": source.url or None,
            "publisher": source.publisher or None, "retrieved": source.retrieved or None, "licence": source.licence or None,
            "url_status": source.url_status or None, "tags": source.tags or None, "invented": source.invented, "reference": source.reference, "note": source.note or None, "documents": 1,
        }  # fmt: skip
        return {k: v for k, v in props.items() if v is not None}

    def _thing(self, index: int, e: evidence.Entity, held: library.Held) -> None:
        document, table = held.reading.document, held.source.reference
        identity = self.ids[(index, e.id)]
        thing = self.things.setdefault(identity, _Thing(identity, identity.partition("/")[0], e.name))
        thing.call(e.name, (table and e.name != e.prop("doc_no"), *_fullness(e.name)))
        surfaces = {m.span.text for m in e.mentions} - {str(e.prop("code"))} | set(e.aliases) | {e.name}
        thing.aliases |= {_one_line(s) for s in surfaces if 2 <= len(s) <= _LONGEST_NAME and not _GENERIC.match(s)}
        if not table:
            thing.documents.add(document.id)
        for name, value in e.properties:
            if name != "self":
                thing.learn(name, value, (bool(e.prop("self")), table, document.date or ""))
        if post := self.posts.get((index, e.id)):
            thing.learn("role", post, (False, table, document.date or ""))
        self.mentions.setdefault((document.id, identity), words.Mentioned()).take(e)

    def _mentions(self) -> None:
        """Which documents name a thing, how often, in which words, and why each of the words means it."""
        for (document, thing), said in self.mentions.items():
            self._edge(document, "MENTIONS", thing, said.props())
            if not (said.count and said.unchecked):
                self.things[thing].confirmed = True

    def _drop_misleading(self) -> None:
        """An alias that is another thing's name misleads: 桂林 for its zone, 国家自主创新示范区 for one of them.

        In its document the word meant the thing, and the MENTIONS edge says so; in the graph it names the other.
        """
        places = {n for t in self.things.values() if t.label == "Region" for n in (t.name, *t.aliases)}
        named = {(t.label, t.name): t.id for t in self.things.values()}
        for thing in self.things.values():
            others = {a for a in thing.aliases if named.get((thing.label, a), thing.id) != thing.id}
            thing.aliases -= others if thing.label == "Region" else others | places

    def _thing_props(self, thing: _Thing) -> dict[str, Value]:
        allowed = ontology.load().labels[thing.label].properties
        props: dict[str, Value] = {"name": thing.name, "documents": len(thing.documents)}
        aliases = tuple(sorted(thing.aliases - {thing.name}))
        english = ontology.load().target_groups.get(thing.name) if thing.label == "TargetGroup" else None
        english = english or max(
            (a for a in aliases if _LATIN.search(a) and not _HAN.search(a)), key=_fullness, default=None
        )
        if english and _HAN.search(thing.name):
            props["name_en"] = english
        if aliases:
            props["aliases"] = aliases
        if not thing.confirmed:
            props["unchecked"] = True
        if self.kinds.get(thing.id):
            props["instruments"] = tuple(sorted(self.kinds[thing.id]))
        return props | {k: v for k, v in sorted(thing.props.items()) if k in allowed}

    def _edge(self, source: str, kind: str, target: str, props: Mapping[str, Value] | None = None) -> None:
        self.edges.setdefault((source, kind, target), dict(props or {}))

    def _global(self, index: int, local: str | None, document: str) -> str | None:
        if local is None:
            return None
        return self.ids.get((index, local)) or (document if local.startswith("Document/") else None)

    def _speaker(self, index: int, local: str | None, held: library.Held) -> tuple[str, str]:
        name = next((e.name for e in held.reading.entities if e.id == local), "")
        return self._global(index, local, held.reading.document.id) or "", name

    # -- statements --------------------------------------------------------------------------------------------

    def _claim(self, index: int, claim: evidence.Claim, held: library.Held) -> None:
        doc = held.reading.document
        verdict = self.verdicts.get(claim.id)
        if self._rejected(claim.id):
            return
        if verdict is not None and verdict.verdict == "correct":
            claim = replace(claim, **{k: v for k, v in verdict.correction if k in ("status", "time", "predicate")})  # type: ignore[arg-type]
        subject, target = self._global(index, claim.subject, doc.id), self._global(index, claim.object, doc.id)
        if subject is None or target is None or claim.id in self.said:
            return
        speaker, speaker_name = self._speaker(index, claim.stated_by, held)
        start, end = statements.span(claim.time)
        self.said[claim.id] = statements.Said(
            claim, subject, target, doc.id, start if held.source.reference else doc.date or "", speaker, speaker_name,
            verdict.verdict if verdict else "", held.source.reference,
        )  # fmt: skip
        props: dict[str, Value] = {
            "name": f"{claim.predicate}: {claim.quote.text[:40]}", "predicate": claim.predicate, "status": claim.status, "cue": claim.cue,
            "start": start, "end": end, "confidence": claim.confidence, "origin": claim.origin, "stated_by": speaker_name,
            **words.of(claim.quote, doc),
        }  # fmt: skip
        props.update({name: value for name, value in claim.qualifiers if name in _TOLD})
        if not self.said[claim.id].unchecked:
            props.pop("unchecked", None)
        if verdict is not None:
            props["judgement"] = verdict.verdict
        self.nodes[claim.id] = Node(claim.id, "Claim", props)
        self._edge(claim.id, "SUBJECT", subject)
        self._edge(claim.id, "OBJECT", target)
        self._attribute(claim.id, speaker, doc.id)

    def _rejected(self, statement: str) -> bool:
        verdict = self.verdicts.get(statement)
        return verdict is not None and verdict.verdict == "reject"

    def _attribute(self, statement: str, speaker: str, document: str) -> None:
        if speaker:
            self._edge(statement, "STATED_BY", speaker)
        self._edge(statement, "STATED_IN", document)

    def _grant(self, index: int, g: evidence.Grant, held: library.Held) -> None:
        doc = held.reading.document
        fund, agency, beneficiary = (self._global(index, x, doc.id) for x in (g.fund, g.agency, g.beneficiary))
        speaker, speaker_name = self._speaker(index, g.stated_by, held)
        props: dict[str, Value] = {
            "name": f"{g.amount:,.0f} {g.currency}", "amount": float(g.amount), "amount_from": _float(g.amount_from), "currency": g.currency,
            "unit": g.unit, "year": g.year, "projects": g.projects, "kind": g.kind, "status": g.status, "stated_by": speaker_name,
            "contested": False, **words.of(g.quote, doc), **{name: value for name, value in g.qualifiers if name in _TOLD},
        }  # fmt: skip
        self.nodes[g.id] = Node(g.id, "Grant", {k: v for k, v in props.items() if v is not None})
        self.grants.setdefault(g.id, (g, doc.id, speaker, fund, beneficiary, doc.date or ""))
        for source, kind, target in (
            (fund, "FINANCES", g.id),
            (agency, "AWARDED", g.id),
            (g.id, "BENEFITS", beneficiary),
        ):
            if source and target:
                self._edge(source, kind, target)
        self._attribute(g.id, speaker, doc.id)

    def _measure(self, index: int, m: evidence.Measure, held: library.Held, own: str | None) -> None:
        doc = held.reading.document
        speaker, speaker_name = self._speaker(index, m.stated_by, held)
        props: dict[str, Value] = {
            "name": m.quote.text[:40], "status": m.status, "cue": m.cue, "time": m.time, "stated_by": speaker_name,
            **words.of(m.quote, doc),
        }  # fmt: skip
        shown = self._instruments(m)
        if shown:
            props["instruments"], props["instrument_cues"] = tuple(s.id for s in shown), tuple(s.cue for s in shown)
        self.nodes[m.id] = Node(m.id, "Measure", props)
        agency = self._global(index, m.agency, doc.id)
        if agency:
            self._edge(agency, "UNDERTAKES", m.id)
        if own:
            self._edge(own, "CONTAINS", m.id)
            self.kinds[own].update(s.id for s in shown)
        for target in m.targets:
            known = self._global(index, target, doc.id)
            if known:
                self._edge(m.id, "CONCERNS", known)
        self._attribute(m.id, speaker, doc.id)

    def _instruments(self, m: evidence.Measure) -> tuple[instruments.Shown, ...]:
        """By the words of the measure, unless a person has classed it."""
        verdict = self.verdicts.get(m.id)
        given = dict(verdict.correction).get("instruments") if verdict is not None else None
        if given is not None:
            return tuple(instruments.Shown(one, "") for one in str(given).split(";") if one)
        return instruments.classify(self.scheme, m.quote.text)

    # -- facts -------------------------------------------------------------------------------------------------

    def _groups(self) -> dict[tuple[str, str, str], list[statements.Said]]:
        symmetric = {name for name, r in ontology.load().relations.items() if r.symmetric}
        groups: dict[tuple[str, str, str], list[statements.Said]] = defaultdict(list)
        for one in self.said.values():
            ends = (one.subject, one.object)
            if one.claim.predicate in symmetric:
                ends = (min(ends), max(ends))
            groups[(ends[0], one.claim.predicate, ends[1])].append(one)
        return groups

    def _facts(self) -> None:
        """One edge for each subject, predicate and object over all its claims."""
        for (subject, predicate, target), row in sorted(self._groups().items()):
            labels = [self.things[x].label if x in self.things else "Document" for x in (subject, target)]
            if subject == target or not ontology.load().allows(labels[0], predicate, labels[1]):
                self.left_out.add(f"{subject} -{predicate}-> {target}")
                continue
            best = statements.standing(row)
            start, end = statements.when(best, row)
            self._edge(subject, predicate, target, {
                "status": best.claim.status, "start": start, "end": end, "claims": tuple(sorted(s.claim.id for s in row)),
                "documents": len({s.document for s in row if not s.reference}), "quote": best.claim.quote.text,
                "stated_by": best.speaker_name, "contested": False, **({"unchecked": True} if all(s.unchecked for s in row) else {}),
            })  # fmt: skip

    def _contest(self, first: str, second: str) -> None:
        first, second = sorted((first, second))
        self._edge(first, "CONFLICTS_WITH", second)
        for one in (first, second):
            node = self.nodes[one]
            if node.label == "Grant":
                self.nodes[one] = Node(node.id, node.label, {**node.properties, "contested": True})

    def _claim_conflicts(self) -> None:
        """Claims that cannot both hold, and the facts that rest on them."""
        codes = {t.id: str(t.props["code"]) for t in self.things.values() if t.label == "Region" and "code" in t.props}
        for pair in statements.conflicts(self._groups(), codes):
            self._contest(*(said.claim.id for said in pair))
            for said in pair:
                fact = self.edges.get((said.subject, said.claim.predicate, said.object))
                if fact is not None:
                    fact["contested"] = True

    def _grant_conflicts(self) -> None:
        """Fund, beneficiary and year known and equal, both awarded, speakers and amounts different."""
        groups: dict[tuple[str, str, int], list[evidence.Grant]] = defaultdict(list)
        for g, _doc, _speaker, fund, beneficiary, _date in self.grants.values():
            if fund and beneficiary and g.year and g.kind == "awarded" and g.status == "done":
                groups[(fund, beneficiary, g.year)].append(g)
        for row in groups.values():
            for i, first in enumerate(row):
                for second in row[i + 1 :]:
                    speakers = {self.grants[x.id][2] for x in (first, second)}
                    if (
                        len(speakers) == 2
                        and "" not in speakers
                        and first.amount != second.amount
                        and first.currency == second.currency
                    ):
                        self._contest(first.id, second.id)

    def _lives(self) -> None:
        """When each policy was issued and repealed, out of the facts, where its own text does not say it."""
        for act, part in (("ISSUED", "date_issued"), ("REPEALS", "date_repealed")):
            dates: dict[str, list[str]] = defaultdict(list)
            for key, props in self.edges.items():
                if key[1] == act and props["status"] == "done":
                    dates[key[2]].append(str(props["start"]))
            for policy, found in dates.items():
                if (date := _exact(found)) and part not in self.things[policy].props:
                    self.things[policy].props[part] = date

    def _put_off(self) -> None:
        """How many years running a thing is planned, on the edges from the plans to it."""
        for key, years in promises.years_running(self.nodes.values(), self.edges).items():
            self.edges[key]["years_running"] = years

    def _fulfilments(self) -> None:
        """A later claim that a promised or requested thing is done carries out the promise."""
        by_object: dict[str, list[statements.Said]] = defaultdict(list)
        for one in self.said.values():
            by_object[one.object].append(one)
        for row in by_object.values():
            promises = [s for s in row if s.claim.status in ("planned", "requested")]
            for promise in promises:
                for later in row:
                    if statements.fulfils(promise, later):
                        self._edge(later.claim.id, "FULFILS", promise.claim.id)


def _exact(dates: Iterable[str]) -> str:
    """The earliest date, as exact as any source gives it: of 2019, 2019-11 and 2020 it is 2019-11."""
    known = sorted(filter(None, dates))
    return max((d for d in known if d.startswith(known[0])), key=len) if known else ""


_HAN, _LATIN = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[A-Za-z]{3}")


def _one_line(name: str) -> str:
    """A surface form without line breaks; Chinese has no spaces either, which a PDF or a web page may put in."""
    return ("" if _HAN.search(name) else " ").join(name.split())


def _fullness(name: str) -> tuple[bool, int, str]:
    """Of a thing's names the Chinese ones come first, then the longest: 桂林市 before Guilin, whichever document names it."""
    return bool(_HAN.search(name)), len(name), name


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)
