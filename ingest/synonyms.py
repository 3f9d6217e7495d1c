"""Rarer verbs read as the common ones that rules know, so that each rule holds for all words of its meaning."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from functools import cache

from ingest import scene
from ingest.find import words

_TO_NAMES = re.compile("[了出]?[《“]?")


def common(view: scene.Scene) -> scene.Scene:
    """The scene with common verbs in its shadow; each is as long as the one it stands for, so every place stays the same.

    Names keep their words, and quotes are the original's anyway.
    """
    text = view.shadow.text
    starts = [ref.start for ref in view.refs]
    named = {ref.start for ref in view.refs}
    pieces: list[str] = []
    at = 0
    for match in _rare().finditer(text):
        kind, word = _kinds()[match.lastgroup or ""]
        if _in_name(view, starts, match) or (kind == "before_names" and not _leads(text, match.end(), named)):
            continue
        pieces += (text[at : match.start()], word)
        at = match.end()
    if not pieces:
        return view
    return dataclasses.replace(view, shadow=dataclasses.replace(view.shadow, text="".join(pieces) + text[at:]))


def _in_name(view: scene.Scene, starts: list[int], match: re.Match[str]) -> bool:
    """Whether a name covers part of the verb. Names may nest, and none is longer than a title may be."""
    at = bisect_right(starts, match.end() - 1)
    return any(ref.end > match.start() for ref in view.refs[max(0, at - 12) : at])


def _leads(text: str, end: int, named: set[int]) -> bool:
    behind = _TO_NAMES.match(text, end)
    return any(place in named for place in range(end, (behind.end() if behind else end) + 1))


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """What each group of the pattern stands for: when it holds, and the common verb."""
    rows = [(kind, word) for kind, listed in words.lexicon("synonyms").items() for word in listed]
    return {f"_{number}": row for number, row in enumerate(rows)}


@cache
def _rare() -> re.Pattern[str]:
    data = words.lexicon("synonyms")
    return re.compile(
        "|".join(f"(?P<{group}>{'|'.join(data[kind][word])})" for group, (kind, word) in _kinds().items())
    )
