"""Clauses with who acts, when, and with which status: the ground on which claims, grants and measures rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import scene
from ingest.clauses import behind
from ingest.clauses.clause import Clause
from ingest.clauses.state import State
from ingest.clauses.under import below

__all__ = ["Clause", "below", "split"]

# A colon between figures is a ratio (1：2).
_MARKS = re.compile(r"[“《（([〔”》）)\]〕，；;：](?!(?<=\d：)\d)")


def split(view: scene.Scene) -> tuple[Clause, ...]:
    """All clauses of the body in order, with agent, status and time carried over where the text leaves them out."""
    text = view.shadow.text
    found: list[Clause] = []
    state = State(view)
    for index, sentence in enumerate(view.outline.sentences):
        state.open(sentence)
        begin = state.charges.start(sentence)
        if begin > sentence.start:
            found.append(state.read(sentence.start, begin, index, sentence))
            state.resume(sentence)
        for start, end in _pieces(text, begin, sentence.end):
            found.append(state.read(start, end, index, sentence))
    return tuple(behind.told(text, found))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces between commas, semicolons and colons that stand outside quotes and brackets."""
    begin, depth = start, 0
    for match in _MARKS.finditer(text, start, end):
        char, at = match[0], match.start()
        if char in "“《（([〔":
            depth += 1
        elif char in "”》）)]〕":
            depth = max(0, depth - 1)
        elif depth == 0:
            if at > begin:
                yield begin, at
            begin = at + 1
    if end > begin:
        yield begin, end - 1 if text[end - 1] in "。！？" else end
