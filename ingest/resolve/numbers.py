"""Issuers by document number: which place's which body writes under a stem (深坪府规, 粤府办, 津农委)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import reference
from ingest.find import places, words
from ingest.resolve.board import Board
from ingest.resolve.context import MUNICIPALITIES
from ingest.resolve.names import full_place

# What of a stem says the kind of letter, not who writes: 发, 函, 规, 字.
_KINDS = re.compile(r"(?:发|函|规|字|通|文|审批|联)+$")
_ORGANS = (
    (re.compile(r"(?:政办|府办|政府办|政府办公厅|政府办公室)"), "人民政府办"),
    (re.compile(r"(?:政府|政|府)$"), "人民政府"),
    (re.compile(r"(?:人大常|人常|常)"), "人民代表大会常务委员会"),
)


def issuer(board: Board, stem: str) -> str:
    """The full name of the body that writes under the stem, empty where the document does not tell.

    The first characters are signs of places, of a province or of a place that the text names; the rest is the
    government, its office, the standing committee or a department by its short function.
    """
    known = next((s.body for s in reference.stems() if s.stem in (stem, _KINDS.sub("", stem))), "")
    if known:
        return known.removeprefix("中华人民共和国")
    for place, rest in _placed(board, stem):
        if (name := _organ(place, rest)) or (name := _department(board, place, rest)):
            return name
    return ""


def _placed(board: Board, stem: str) -> Iterator[tuple[places.Place, str]]:
    """The places that the stem may begin with, the innermost first, and what stands after each."""
    named = {f.place.code: f.place for f in board.found if f.type == "Region" and f.place and f.place.code}
    signed = places.of_sign(stem[:1])
    for place in (*named.values(), *signed):
        core = reference.core(place.name)
        taken = len(core) if stem.startswith(core) else 1 if stem[0] == core[0] or place in signed else 0
        rest = stem[taken:]
        if taken and rest:
            inner = (p for p in named.values() if p.parent == place.code and reference.core(p.name)[0] == rest[0])
            yield from ((p, rest[1:]) for p in inner)
            yield place, rest


def _organ(place: places.Place, rest: str) -> str:
    for pattern, organ in _ORGANS:
        if pattern.match(_KINDS.sub("", rest) or rest):
            form = ("公厅" if place.level == "provincial" else "公室") if organ.endswith("办") else ""
            return full_place(place) + organ + form
    return ""


def _department(board: Board, place: places.Place, rest: str) -> str:
    """The body of that place and function which the text names, else the usual form at that level."""
    functions: dict[str, str] = words.lexicon("bodies")["functions"]
    brief = max((f for f in functions if rest.startswith(f)), key=len, default="")
    if not brief:
        return ""
    name = full_place(place) + functions[brief]
    named = [d.name for d in board.distinct("Agency") if re.fullmatch(rf"{name}(?:厅|局|委员会)", d.name)]
    if len(named) == 1:
        return named[0]
    if rest[len(brief) :].startswith("委"):
        return f"{name}委员会"
    return name + ("厅" if place.level == "provincial" and place.code not in MUNICIPALITIES else "局")
