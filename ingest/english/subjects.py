"""Who acts in an English clause: the subject of a verb, and the body that a passive names."""

from __future__ import annotations

import re

from ingest import scene
from ingest.find.edges import ZONES

ACTORS = frozenset(("Agency", "Organization", "Mechanism"))
_SUBJECTS = ZONES | {"Programme", "Platform", "Fund", "Policy", "Project", "Region"}
_BEFORE_OBJECT = re.compile(
    r"(?:of|to|by|with|from|in|under|for|at|within|between|on|through|than|via|including|as|into|about|among|per)(?: (?:the|a|an|its|any|each))?(?: [a-z-]+)? ?$"
)
_AND = re.compile(r"(?: \([^)]{1,40}\))?(?: of [A-Z]\w+)?,?(?: (?:and|as well as|together with))?(?: the| its)? ")


def subjects(view: scene.Scene, start: int, upto: int) -> list[scene.Ref]:
    """The refs that may be the subject of a verb at `upto`: the first that no preposition leads in, and those joined to it."""
    text = view.shadow.text
    refs = [r for r in view.within(start, upto, outer=True) if r.type in ACTORS | _SUBJECTS]
    for i, ref in enumerate(refs):
        if _BEFORE_OBJECT.search(text[max(start, ref.start - 30) : ref.start]) or _owns(text, ref):
            continue
        row = [ref]
        for following in refs[i + 1 :]:
            between = text[row[-1].end : following.start]
            if between == " (":
                continue
            if not _AND.fullmatch(between):
                break
            row.append(following)
        if all(r.type in ACTORS for r in row) or row[0].type not in ACTORS:
            return row
        return [r for r in row if r.type in ACTORS]
    return []


def _owns(text: str, ref: scene.Ref) -> bool:
    """The agency’s …: the owner is not the subject."""
    return text[ref.end : ref.end + 2] in ("’s", "'s")


# established by the …, co-funded in equal parts by both …
_BY = re.compile(r"(?: [a-z-]+ly)?(?: in [^,.;]{2,40})? (?:by|through|via) (?:both )?(?:the |an? |its )?")


def by(view: scene.Scene, stop: int, end: int, kinds: frozenset[str] = ACTORS) -> scene.Ref | None:
    """The first thing of these kinds that a passive names as its doer: established by the …"""
    match = _BY.match(view.shadow.text, stop, end)
    if match is None:
        return None
    at = match.end()
    return next((r for r in view.within(at, end, outer=True) if r.type in kinds and r.start - at <= 2), None)


def owner_of_passive(view: scene.Scene, start: int, at: int) -> tuple[scene.Ref, ...]:
    """What a passive without its verb is said of: right before it, behind a comma, or before 'is a … fund' delivered by."""
    before = view.within(start, at, outer=True)
    text = view.shadow.text
    near = tuple(r for r in before if _APART.fullmatch(text, r.end, at))
    if near:
        return near[-1:]
    told = [r for r in before if r.type in _SUBJECTS | ACTORS]
    if told and (
        _IS_A.fullmatch(text, told[0].end, at)
        or (told[0].start - start < 5 and _ASIDES.fullmatch(text, told[0].end, at))
    ):
        return tuple(told[:1])
    return ()


_ASIDES = re.compile(r"(?: \([^)]{1,40}\))?, [^;]{2,120} and ")
_APART = re.compile(r"[”\"]?(?: \([^)]{1,40}\))?,? ?(?:now |currently |also |jointly |[a-z]+ly )?")
_IS_A = re.compile(r"(?: \([^)]{1,40}\))?,? (?:is|are|was|were|will be|shall be) (?:a|an|the) [^,;]{2,90} ")


def adjacent(text: str, subject: tuple[scene.Ref, ...], start: int, at: int) -> bool:
    """A bare past or present form counts only right behind its subject: the agency launched, which also funds."""
    if subject:
        between = text[subject[-1].end : at]
        if re.fullmatch(
            r"(?: \([^)]{1,40}\))?(?: (?:of|in|at|from) [A-Z]\w+)?,?(?: (?:is|are|shall be|will be|today|also|has|jointly|now|then|and|in \d{4}|on [A-Z]\w+ \d{1,2}|[a-z]+ly),?){0,3} ?",
            between,
        ):
            return True
        if re.fullmatch(r",[^,;.]{2,80}, ", between):
            return True
    return bool(
        re.search(
            r"(?:^|[ ,])(?:it|we|they|which|that|who)(?: (?:also|now|already|[a-z]+ly))? $",
            text[start:at],
            re.IGNORECASE,
        )
    )
