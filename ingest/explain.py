"""Explaining a reading sentence by sentence: what was found, how it was resolved, which frame and cue made each claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph import evidence
from ingest import language, loaders, reading, shadow, structure
from ingest.english import outline as english_outline


@dataclass(frozen=True, slots=True)
class Named:
    """A piece of the sentence that names a thing: its words, the thing's kind and name, and the reason."""

    text: str
    type: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, grant or measure of the sentence in words, with its status, its cue and the rule that made it."""

    what: str
    status: str
    cue: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at start:end of the document's text with what was read from it."""

    start: int
    end: int
    text: str
    names: tuple[Named, ...]
    said: tuple[Said, ...]


def explain(path: Path) -> tuple[Sentence, ...]:
    """Every sentence of the documents in a file, in order. Raises UnreadableFile as reading does."""
    return tuple(s for raw in loaders.find_files([path]) for s in _document(loaders.load(raw).text, raw.source.name))


def _document(text: str, name: str) -> list[Sentence]:
    made = reading.read(text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), Path(name).stem)
    cleaned = shadow.clean(text)
    view = (structure if language.of(text) == "zh" else english_outline).outline(cleaned)
    pieces = [*([view.title] if view.title else []), *((s.start, s.end) for s in view.sentences)]
    spans = [cleaned.span(*piece) for piece in sorted(pieces)]
    return [Sentence(s.start, s.end, s.text, tuple(_names(made, s)), tuple(_said(made, s))) for s in spans]


def _names(made: evidence.Reading, where: evidence.Span) -> Iterable[Named]:
    found = [(m.span.start, Named(m.span.text, e.type, e.name, m.reason)) for e in made.entities for m in e.mentions
             if where.start <= m.span.start and m.span.end <= where.end]  # fmt: skip
    return (named for _, named in sorted(found, key=lambda pair: pair[0]))


def _said(made: evidence.Reading, where: evidence.Span) -> Iterable[Said]:
    """What rests on words that begin in the sentence."""
    names = {e.id: e.name for e in made.entities} | {made.document.id: made.document.title}
    for claim in (c for c in made.claims if where.start <= c.quote.start < where.end):
        rule = str(dict(claim.qualifiers).get("frame", claim.origin))
        yield Said(f"{names[claim.subject]} {claim.predicate} {names[claim.object]}", claim.status, claim.cue, rule)
    for grant in (g for g in made.grants if where.start <= g.quote.start < where.end):
        yield Said(f"{grant.kind}: {grant.amount:,} {grant.currency}", grant.status, grant.cue, "grant")
    for measure in (m for m in made.measures if where.start <= m.quote.start < where.end):
        yield Said(
            f"{names.get(measure.agency or '', '—')}: {measure.quote.text}", measure.status, measure.cue, "measure"
        )
