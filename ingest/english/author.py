"""Who speaks in an English text: its publisher's line, a letterhead, the title's first words, who announces, a statute's Congress."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest import scene

_ANNOUNCING = re.compile(
    r"(?: \([^)]{1,40}\))?,?(?: has| have)?(?: today| yesterday| (?:on )?[A-Z][a-z]+day| this week| last week| recently)?,? (?:announce|launch|publish|unveil|award|release|issue)"
)


def author(text: str, view: scene.Outline, refs: Sequence[scene.Ref], statute: bool) -> str | None:
    """Who speaks: the publisher's line, a letterhead, the title's first words, who announces, a statute's Congress."""
    bodies = [r for r in refs if r.type in ("Agency", "Organization")]
    for start, end in view.signers:
        inside = [r for r in bodies if start <= r.start and r.end <= end]
        if inside:
            return inside[0].entity
    title = view.title or (0, 0)
    if view.doc_type == "news" and (announcer := _announcer(text, bodies, title[1])):
        return announcer
    heads = [r for r in bodies if r.start < title[1] + 200 and _letterhead(text, r, title)]
    if heads:
        return heads[0].entity
    announcer = _announcer(text, bodies, title[1])
    if announcer or not statute:
        return announcer
    return next((r.entity for r in bodies if text[r.start : r.end] == "Congress"), None)


def _announcer(text: str, bodies: Sequence[scene.Ref], after: int) -> str | None:
    """The first body in the opening that announces, launches, publishes or awards."""
    opening = (r for r in bodies if after <= r.start < after + 700)
    return next((r.entity for r in opening if _ANNOUNCING.match(text, r.end)), None)


def _letterhead(text: str, ref: scene.Ref, title: tuple[int, int]) -> bool:
    line_start = text.rfind("\n", 0, ref.start) + 1
    line_end = text.find("\n", ref.end)
    alone = ref.start - line_start <= 6 and (line_end < 0 or line_end - ref.end <= 4)
    return alone or (title[0] <= ref.start <= title[0] + 6)
