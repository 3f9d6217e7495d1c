"""Small readings made in a line, for tests that need some rather than a document."""

from __future__ import annotations

from typing import Any

from graph import evidence, ids, library


def entity(kind: str, name: str, **props: Any) -> evidence.Entity:
    """An entity with its name as id."""
    return evidence.Entity(ids.node(kind, name), kind, name, properties=tuple(props.items()))


def reading(
    title: str,
    *things: evidence.Entity,
    date: str | None = "2021-06-18",
    facts: tuple[tuple[Any, ...], ...] = (),
    issuer: evidence.Entity | None = None,
    **parts: Any,
) -> evidence.Reading:
    """A reading of a document by `issuer` that says `facts`: (subject, predicate, object, status[, time]) by name."""
    by_name = {t.name: t.id for t in things}
    doc = evidence.Document(
        ids.document(None, "x", title, date, title), title, "reply", ids.digest(title, length=64), date=date,
        issued_by=issuer.id if issuer else None,
    )  # fmt: skip
    claims = tuple(_claim(doc.id, by_name, *fact) for fact in facts)
    return evidence.Reading(doc, things, claims, **parts)


def _claim(
    doc: str,
    by_name: dict[str, str],
    subject: str,
    predicate: str,
    target: str,
    status: str,
    time: str = "",
    speaker: str = "",
) -> evidence.Claim:
    quote = evidence.Span(0, 4, f"{subject}{predicate}{target}"[:4])
    identity = ids.statement("c", doc, subject, predicate, target, status, time)
    return evidence.Claim(
        identity, by_name[subject], predicate, by_name[target], status, quote, time, by_name.get(speaker or subject)
    )  # type: ignore[arg-type]


def held(name: str, made: evidence.Reading, text: str = "text") -> library.Held:
    """A reading as the library gives it."""
    return library.Held(evidence.Source(name), text, made)
