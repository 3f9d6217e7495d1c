"""Claims from joining words between two English names: part of, located in, with, the owner’s."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from graph import evidence
from ingest import scene
from ingest.english import rows
from ingest.find import words
from ingest.relate.claims.maker import BODIES, ZONES, Maker

# There is established within the Department of Commerce an Office of …
_WITHIN = re.compile(r"\b(?:established|created|set up|formed|placed),? (?:with)?in (?:the )?$")


@dataclass(frozen=True)
class _Link:
    predicate: str
    pattern: re.Pattern[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    inverse: bool


_MADE = r"(?:(?:established|created|launched|founded|set up)(?: in (?:19|20)\d{2})?|drawn up|formulated|developed|prepared|issued|made|designed|compiled|adopted|drafted)"


@cache
def _links() -> tuple[_Link, ...]:
    """Joining words between two names, an auxiliary and an article aside."""
    made = []
    for row in words.lexicon("english")["links"]:
        listed = words.any_of(map(re.escape, row["words"]))
        pattern = re.compile(
            rf"(?:, [a-z][^,;]{{2,60}},)?,? ?(?:which |that )?(?:is |are |was |were |(?:will |shall |may )be |(?:has|have) been )?"
            rf"(?:also |now |[a-z]+ly )?(?:{_MADE} )?(?:{listed})(?: the| an?| each| its)? "
        )
        made.append(
            _Link(
                row["predicate"],
                pattern,
                frozenset(row["subjects"]),
                frozenset(row["objects"]),
                bool(row.get("inverse")),
            )
        )
    return tuple(made)


def linked(made: Maker, sentence: scene.Sentence) -> None:
    """Everything that joining words of a sentence say."""
    _linked(made, sentence)
    _owned(made, sentence)


def _linked(made: Maker, sentence: scene.Sentence) -> None:
    text = made.view.shadow.text
    refs = [*_it(made, sentence), *made.view.within(sentence.start, sentence.end, outer=True)]
    for left, right in itertools.pairwise(refs):
        _built_in(made, left, right)
        _inside(made, sentence, left, right)
        for link in _links():
            if (
                left.type in link.subjects
                and right.type in link.objects
                and link.pattern.fullmatch(text, left.end, right.start)
            ):
                _join(made, link, rows.row(text, refs, left, -1), rows.row(text, refs, right, 1), left, right)
                break


def _it(made: Maker, sentence: scene.Sentence) -> list[scene.Ref]:
    """It, at the beginning of a sentence, as what the sentence before is about."""
    if not made.text.startswith("It ", sentence.start):
        return []
    opening = [s for s in made.view.outline.sentences if s.end <= sentence.start][-1:]
    told = [r for s in opening for r in made.view.within(s.start, s.end, outer=True)[:1] if r.start - s.start < 5]
    return [told[0]._replace(start=sentence.start, end=sentence.start + 2)] if told else []


_BUILT_IN = re.compile(
    r",? (?:is|was|were|has been|will be) (?:officially |formally )?(?:built|established|set up|opened|launched|located|inaugurated|founded|unveiled)(?: in \d{4})? in (?:the )?"
)
_PLACED = frozenset(("Platform", "Organization", "Project"))


def _built_in(made: Maker, left: scene.Ref, right: scene.Ref) -> None:
    """The Center was built in Hefei High-tech Zone: it lies in Hefei."""
    if left.type in _PLACED and right.type in ZONES and _BUILT_IN.fullmatch(made.text, left.end, right.start):
        places = [r for r in made.view.within(right.start, right.end) if r.type == "Region"]
        made.rule = "LOCATED_IN a zone"
        made.add(left.entity, "LOCATED_IN", places[0].entity if places else None, "ongoing", left.start, right.end)


# Within the Free Trade Zone, the Hefei Area …
_INSIDE = re.compile(r"(?:With)?[Ii]n(?:side)? (?:the )?$")


def _inside(made: Maker, sentence: scene.Sentence, left: scene.Ref, right: scene.Ref) -> None:
    text = made.text
    if left.type in ZONES and right.type in ZONES and text[left.end : right.start] in (", the ", ", "):
        lead = text[sentence.start : left.start]
        if _INSIDE.fullmatch(lead):
            made.rule = "PART_OF within"
            made.add(right.entity, "PART_OF", left.entity, "ongoing", sentence.start, right.end, cue=lead.strip())


def _join(
    made: Maker, link: _Link, lefts: list[scene.Ref], rights: list[scene.Ref], left: scene.Ref, right: scene.Ref
) -> None:
    start, end = min(r.start for r in lefts), right.end
    cue = made.view.shadow.text[left.end : right.start].strip(" ,")
    status: evidence.Status = "done" if link.predicate in ("BASED_ON", "REPEALS") else "ongoing"
    made.rule = f"{link.predicate} {cue}"
    listed = link.predicate == "LOCATED_IN" and " and " in made.text[right.start : rights[-1].end]
    wide = rights if link.inverse or listed or link.predicate == "APPLIES_TO" else [right]
    for one in lefts if link.predicate != "LOCATED_IN" else [left]:
        for other in wide:
            subject, target = (other, one) if link.inverse else (one, other)
            made.add(subject.entity, link.predicate, target.entity, status, start, max(end, other.end), cue=cue)


def _owned(made: Maker, sentence: scene.Sentence) -> None:
    """The Ministry’s Strategy: the owner issued it; the Department’s Administration: it is part of the owner."""
    text = made.view.shadow.text
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for left, right in itertools.pairwise(refs):
        between = text[left.end : right.start]
        if left.type in BODIES and re.fullmatch(r"[’']s? (?:[a-z]+ ){0,2}", between):
            made.rule = "’s"
            if right.type == "Policy":
                made.add(left.entity, "ISSUED", right.entity, "done", left.start, right.end, cue="’s")
            elif right.type == left.type == "Agency":
                made.add(right.entity, "PART_OF", left.entity, "ongoing", left.start, right.end, cue="’s")
        if right.type == "Agency" == left.type and re.fullmatch(r",? (?:an?|the) ", between):
            lead = _WITHIN.search(text, sentence.start, left.start)
            made.rule = "within"
            made.add(
                right.entity, "PART_OF", left.entity if lead else None, "ongoing", left.start, right.end, cue="within"
            )
