"""What finding works on and what it hands on: the ground of a text, and pieces of it that may name a thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ingest.find import places


@dataclass(frozen=True)
class Ground:
    """A shadow text with its places and its boundaries: `flags[i]` is 1 where a name may begin at offset i."""

    text: str
    hits: list[places.Hit]
    flags: bytearray

    @cached_property
    def ends(self) -> dict[int, places.Hit]:
        """Places by the offset where they end."""
        return {h.end: h for h in self.hits}

    def hits_within(self, start: int, end: int) -> list[places.Hit]:
        """Places inside start:end, in order."""
        found = (self.ends[e] for e in range(start + 1, end + 1) if e in self.ends)
        return [h for h in found if h.start >= start]


class Found(NamedTuple):
    """A candidate name at start:end of the shadow text.

    `head` is where its head noun begins; `composed` is the full form where a list shares its head
    (桂林、南宁…等4家国家高新区 gives 南宁国家高新区); `bare` marks a head without a modifier of its own (示范区),
    which only resolving can say the meaning of. `number` is a document number, `place` a division,
    `candidates` the divisions where several have the name.
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
    candidates: tuple[places.Place, ...] = ()
    reason: str = ""
    note: str = ""
