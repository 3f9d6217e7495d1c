"""Rows of English names: those that commas and 'and' join."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest import scene

AND = re.compile(r",? (?:and |or |as well as )?(?:the |its |a |an )?|, ?|\)? and (?:the )?")
# the Committee on Trade of the Senate and …: the Senate belongs to the body before it.
_HELD = re.compile(r" of (?:the )?")


def row(text: str, refs: Sequence[scene.Ref], ref: scene.Ref, step: int) -> list[scene.Ref]:
    """The ref and those of its kind joined to it by commas and 'and', backwards or forwards."""
    found, at = [ref], refs.index(ref) + step
    while 0 <= at < len(refs) and refs[at].type == ref.type:
        first, second = (refs[at], found[-1]) if step < 0 else (found[-1], refs[at])
        held = step < 0 and at > 0 and _HELD.fullmatch(text, refs[at - 1].end, refs[at].start)
        if held or not AND.fullmatch(text, first.end, second.start):
            break
        found.append(refs[at])
        at += step
    return found
