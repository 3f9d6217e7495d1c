"""Sections of a demonstration zone (某某片区) are demonstration zones like the whole that they follow, or that the text alone is about."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.find.kinds import Found

_SECTION = "片区"
_WHOLES = ("自主创新示范区", "自创区")


def like_their_whole(found: Sequence[Found]) -> list[Found]:
    """The candidates, with the label of the whole on its sections; free trade zones keep theirs, as their sections do."""
    wholes = [f for f in found if f.type == "DemonstrationZone" and f.text.endswith(_WHOLES)]
    if not wholes:
        return list(found)
    ends = {f.end for f in wholes}
    alone = not any(f.type == "DevelopmentZone" and "自由贸易" in f.text for f in found)
    return [
        f._replace(type="DemonstrationZone")
        if f.type == "DevelopmentZone" and f.text.endswith(_SECTION) and (f.start in ends or alone)
        else f
        for f in found
    ]
