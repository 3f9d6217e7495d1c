"""The one type that finding hands on: a piece of the shadow text that may name a thing."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.find import places


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate name at start:end of the shadow text.

    `head` is where its head noun begins; `composed` is the full form where a list shares its head
    (桂林、南宁…等4家国家高新区 gives 南宁国家高新区); `bare` marks a head without a modifier of its own (示范区),
    which only resolving can say the meaning of. `number` is a document number, `place` a division.
    """

    start: int
    end: int
    type: str
    text: str
    head: str = ""
    composed: str = ""
    bare: bool = False
    number: str = ""
    place: places.Place | None = None
    reason: str = ""
    note: str = ""
