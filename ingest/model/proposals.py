"""From a model's answer to additions to a reading: found in the text letter by letter and allowed, or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph import evidence, ids, ontology
from ingest.model import asking
from ingest.model.asking import Piece

CONFIDENCE = 0.4
LONGEST_NAME, LONGEST_QUOTE = 80, 300  # characters; a name is no sentence, a quote no paragraph
_UNCHECKED = ("unchecked", True)


def added(reading: evidence.Reading, text: str, piece: Piece, answer: Mapping[str, Any], name: str) -> evidence.Reading:
    """The reading with what of the answer holds; what the rules say already is left as they say it."""
    things = tuple(_entities(reading, text, piece, _rows(answer, "entities"), name))
    grown = replace(reading, entities=(*reading.entities, *things))
    claims = tuple(_claims(grown, text, piece, _rows(answer, "claims"), name))
    used = {end for c in claims for end in (c.subject, c.object)}
    kept = tuple(e for e in things if e.id in used or _names_its_kind(e))
    return replace(reading, entities=(*reading.entities, *kept), claims=(*reading.claims, *claims))


def _rows(answer: Mapping[str, Any], part: str) -> Iterator[dict[str, str]]:
    """Well-formed rows only: an endpoint may not hold the model to the schema."""
    rows = answer.get(part)
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and all(isinstance(value, str) for value in row.values()):
            yield row


def _entities(
    reading: evidence.Reading, text: str, piece: Piece, rows: Iterable[dict[str, str]], model: str
) -> Iterator[evidence.Entity]:
    known = set(_names(reading))
    for row in rows:
        label, name = row.get("type", ""), row.get("name", "")
        start = text.find(name, *piece)
        if (
            label not in asking.labels()
            or not 2 <= len(name) <= LONGEST_NAME
            or "\n" in name
            or start < 0
            or name in known
        ):
            continue
        known.add(name)
        span = evidence.Span(start, start + len(name), name)
        why = evidence.Mention(span, f"proposed by {model}, found in the text letter by letter", (_UNCHECKED,))
        yield evidence.Entity(f"{evidence.PROPOSED}-{ids.digest(label, name, length=8)}", label, name, mentions=(why,))


def _names(reading: evidence.Reading) -> dict[str, evidence.Entity]:
    """Every name, alias and surface of the reading's entities; the first that bears one keeps it."""
    found: dict[str, evidence.Entity] = {}
    for entity in reading.entities:
        for name in (entity.name, *entity.aliases, *(m.span.text for m in entity.mentions)):
            found.setdefault(name, entity)
    return found


def _claims(
    reading: evidence.Reading, text: str, piece: Piece, rows: Iterable[dict[str, str]], model: str
) -> Iterator[evidence.Claim]:
    known = _names(reading)
    stated = {(c.subject, c.predicate, c.object) for c in reading.claims}
    for row in rows:
        subject, target = known.get(row.get("subject", "")), known.get(row.get("object", ""))
        quote = _found(text, piece, row.get("quote", ""))
        if subject is None or target is None or quote is None or row.get("status") not in evidence.STATUSES:
            continue
        key = (subject.id, row.get("predicate", ""), target.id)
        if key in stated or not _holds(subject, key[1], target, quote):
            continue
        stated.add(key)
        identity = ids.statement(
            "c", reading.document.id, evidence.PROPOSED, *key, row["status"], ids.fold_text(quote.text)
        )
        yield evidence.Claim(
            identity, subject.id, key[1], target.id, row["status"], quote,  # type: ignore[arg-type]
            stated_by=reading.document.issued_by, origin=evidence.PROPOSED, confidence=CONFIDENCE,
            qualifiers=(_UNCHECKED, ("model", model)),
        )  # fmt: skip


def _found(text: str, piece: Piece, quote: str) -> evidence.Span | None:
    start = text.find(quote, *piece) if 4 <= len(quote) <= LONGEST_QUOTE else -1
    return evidence.Span(start, start + len(quote), quote) if start >= 0 else None


def _holds(subject: evidence.Entity, predicate: str, target: evidence.Entity, quote: evidence.Span) -> bool:
    """The ontology allows it, and the quote names both ends, or one of them where the other was named before."""
    if subject.id == target.id or not ontology.load().allows(subject.type, predicate, target.type):
        return False
    ends = [_first(end, quote) for end in (subject, target)]
    return "in" in ends and all(ends)


def _first(entity: evidence.Entity, quote: evidence.Span) -> str:
    """Whether the quote names the entity, or only what stands before it does."""
    spans = [m.span for m in entity.mentions]
    if any(quote.start <= s.start and s.end <= quote.end for s in spans) or entity.name in quote.text:
        return "in"
    return "before" if any(s.start < quote.start for s in spans) else ""


def _names_its_kind(entity: evidence.Entity) -> bool:
    """A thing of which nothing is claimed is worth a node when it is no mere class."""
    return entity.type not in ("TargetGroup", "Region")
