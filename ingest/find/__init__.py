"""Finding: pieces of the text that may name a thing, by grammar and lexicon. Finding never decides meaning."""

from __future__ import annotations

from ingest.find import (
    areas,
    bodies,
    edges,
    firms,
    kinds,
    lists,
    meetings,
    names,
    national,
    offices,
    others,
    persons,
    places,
    programmes,
    purses,
    quotations,
    rows,
    sections,
    titles,
    units,
    words,
)
from ingest.find.kinds import Found, Ground

__all__ = ["Found", "find"]


def find(text: str) -> list[Found]:
    """Every candidate in the shadow text, sorted by start, longer first; candidates may nest."""
    hits = places.find(text)
    here = {h.start for h in hits}
    # 吉林省长春市 names no 省长 of 吉林.
    people = [p for p in persons.find(text) if p.start not in here]
    ground = Ground(text, hits, _after_names(words.boundaries(text), people))
    titled = [*titles.titles(text), *titles.numbers(text)]
    agencies = [*bodies.find(ground), *offices.departments(ground)]
    named = sections.like_their_whole(names.find(ground, agencies))
    zones = [f for f in named if f.type in edges.ZONES]
    firmed = [*named, *national.associations(ground, bodies.lead)]
    found = [
        *titled,
        *(titles.annexed(text, frozenset(here)) if "附件" in text else ()),
        *titles.unquoted(text, _cover(len(text), titled)),
        *lists.bodies(ground, agencies),
        *national.committees(ground, zones),
        *national.executives(ground, zones),
        *offices.of_zones(ground, zones),
        *purses.find(ground),
        *firmed,
        *quotations.find(ground, named),
        *programmes.find(text),
        *firms.find(ground, firmed),
        *firms.moved(ground, firmed),
        *others.find(text),
        *people,
        *meetings.find(ground),
        *rows.find(text),
        *_regions(ground),
        *areas.find(ground),
    ]
    once = {(f.start, f.end, f.type, f.bare, f.composed): f for f in units.join(ground, found)}
    return sorted(once.values(), key=lambda f: (f.start, -f.end))


def _after_names(flags: bytearray, people: list[Found]) -> bytearray:
    """A body may begin right after a person's name (王某某市财政局副局长)."""
    for person in people:
        flags[person.end] = 1
    return flags


def _cover(length: int, found: list[Found]) -> bytearray:
    taken = bytearray(length + 1)
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return taken


def _regions(ground: Ground) -> list[Found]:
    return [
        kinds.Found(
            h.start, h.end, "Region", ground.text[h.start : h.end], place=h.places[0], candidates=h.places,
            reason="gazetteer", note="" if len(h.places) == 1 else "ambiguous",
        )
        for h in ground.hits
    ]  # fmt: skip
