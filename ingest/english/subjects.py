"""Who acts in an English clause: the subject of a verb, and the body that a passive names."""

from __future__ import annotations

import re

from ingest import scene

ACTORS = frozenset(("Agency", "Organization", "Mechanism"))
_SUBJECTS = frozenset(
    ("Programme", "Platform", "Fund", "Policy", "Project", "DemonstrationZone", "HighTechZone", "DevelopmentZone")
)
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


def by(view: scene.Scene, stop: int, end: int) -> str | None:
    """The body that a passive names: established by the …"""
    match = re.match(
        r"(?: [a-z]+ly)?(?: in [^,.;]{2,40})? by (?:both )?(?:the |an? |its )?", view.shadow.text[stop:end]
    )
    if match is None:
        return None
    at = stop + match.end()
    actors = [r for r in view.within(at, end, outer=True) if r.type in ACTORS and r.start - at <= 2]
    return actors[0].entity if actors else None


def adjacent(text: str, subject: tuple[scene.Ref, ...], start: int, at: int) -> bool:
    """A bare past or present form counts only right behind its subject: the agency launched, which also funds."""
    if subject:
        between = text[subject[-1].end : at]
        if re.fullmatch(
            r"(?: \([^)]{1,40}\))?(?: of [A-Z]\w+)?,?(?: (?:today|also|has|jointly|now|then|and|in \d{4}|on [A-Z]\w+ \d{1,2}|[a-z]+ly),?){0,3} ?",
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
