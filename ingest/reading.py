"""From the text of one document to its reading: outline, scene, clauses, claims, grants, measures."""

from __future__ import annotations

from dataclasses import replace

from graph import evidence, ids
from ingest import clauses, resolve, shadow, structure
from ingest.relate import claims, grants, measures

READER = "rules-1"


def read(text: str, sha256: str, name: str = "") -> evidence.Reading:
    """Read one document. `name` stands in for a title that the text does not show.

    Every quote and mention of the result is an exact piece of `text`.
    """
    view = resolve.resolve(*_outlined(text))
    outline = view.outline
    title = (
        "".join(view.shadow.text[slice(*outline.title)].split("\n"))
        if outline.title
        else name or view.shadow.text.strip()[:40]
    )
    issuer = view.entities[view.author].name if view.author else None
    document = evidence.Document(
        id=ids.document(outline.number, issuer, title, outline.date, sha256), title=title, doc_type=outline.doc_type, sha256=sha256,
        number=outline.number, issued_by=view.author, date=outline.date, language=outline.language,
    )  # fmt: skip
    own = next((e.id for e in view.entities.values() if e.prop("self")), None)
    found = clauses.split(view)
    sums = grants.find_grants(view, found, document.id)
    reading = evidence.Reading(
        document=document,
        claims=claims.find_claims(view, found, document.id, own, sums),
        grants=sums,
        measures=measures.find_measures(view, found, document.id),
    )
    return replace(reading, entities=_kept(view.entities, reading))


def _outlined(text: str):  # type: ignore[no-untyped-def]
    cleaned = shadow.clean(text)
    return cleaned, structure.outline(cleaned)


def _kept(entities: dict[str, evidence.Entity], reading: evidence.Reading) -> tuple[evidence.Entity, ...]:
    """All entities, in order of their first mention."""
    return tuple(sorted(entities.values(), key=lambda e: (e.mentions[0].span.start if e.mentions else 0, e.id)))
