"""Rarer verbs read as the common ones that rules know, so that each rule holds for all words of its meaning."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache

from ingest import scene
from ingest.find import words

_TO_NAMES = re.compile("[了出]?[《“]?")


def common(view: scene.Scene) -> scene.Scene:
    """The scene with common verbs in its shadow; each is as long as the one it stands for, so every place stays the same.

    Names keep their words, and quotes are the original's anyway.
    """
    text = view.shadow.text
    starts = {ref.start for ref in view.refs}
    named = bytearray(len(text))
    for ref in view.refs:
        named[ref.start : ref.end] = b"\1" * (ref.end - ref.start)
    pieces: list[str] = []
    at = 0
    for match in _rare().finditer(text):
        kind, word = _meant()[match[0]]
        if any(named[match.start() : match.end()]) or (
            kind == "before_names" and not _leads(text, match.end(), starts)
        ):
            continue
        pieces += (text[at : match.start()], word)
        at = match.end()
    if not pieces:
        return view
    return dataclasses.replace(view, shadow=dataclasses.replace(view.shadow, text="".join(pieces) + text[at:]))


def _leads(text: str, end: int, starts: set[int]) -> bool:
    behind = _TO_NAMES.match(text, end)
    return any(place in starts for place in range(end, (behind.end() if behind else end) + 1))


@cache
def _meant() -> dict[str, tuple[str, str]]:
    """What each rarer verb stands for: when it holds, and the common verb."""
    return {verb: (kind, word) for kind, word, rare in _rows() for verb in words.bare(rare)}


@cache
def _rare() -> re.Pattern[str]:
    """The rarer verbs; the first look, at a character alone, spares most places the row of them."""
    listed = [pattern for _, _, rare in _rows() for pattern in rare]
    first = "".join(sorted({verb[0] for verb in _meant()}))
    return re.compile(f"(?=[{first}])(?:{'|'.join(listed)})")


def _rows() -> Iterator[tuple[str, str, list[str]]]:
    for kind, listed in words.lexicon("synonyms").items():
        for word, rare in listed.items():
            yield kind, word, rare
