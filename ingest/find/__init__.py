"""Finding: pieces of the text that may name a thing, by grammar and lexicon. Finding never decides meaning."""

from __future__ import annotations

from ingest.find import bodies, kinds, names, others, places, titles, words
from ingest.find.kinds import Found

__all__ = ["Found", "find"]


def find(text: str) -> list[Found]:
    """Every candidate in the shadow text, sorted by start, longer first; candidates may nest."""
    hits, flags = places.find(text), words.boundaries(text)
    titled = [*titles.titles(text), *titles.numbers(text)]
    taken = _cover(len(text), titled)
    agencies = bodies.find(text, hits, flags)
    named = names.find(text, hits, flags, agencies)
    committees = bodies.committees(text, named)
    found = [*titled, *titles.unquoted(text, taken), *names.spread_bodies(text, agencies, hits), *committees,
             *named, *others.find(text), *_regions(text, hits)]  # fmt: skip
    once = {(f.start, f.end, f.type, f.bare, f.composed): f for f in found}
    return sorted(once.values(), key=lambda f: (f.start, -f.end))


def _cover(length: int, found: list[Found]) -> bytearray:
    taken = bytearray(length + 1)
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return taken


def _regions(text: str, hits: list[places.Hit]) -> list[Found]:
    return [kinds.Found(h.start, h.end, "Region", text[h.start : h.end], place=h.places[0], reason="gazetteer",
                        note="" if len(h.places) == 1 else "ambiguous") for h in hits]  # fmt: skip
