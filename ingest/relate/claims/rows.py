"""Rows of a list: who stands in the cell behind a project's or platform's name runs it, and a cell with a place alone says where it is."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims.maker import ZONES, Maker

_THINGS = frozenset(("Project", "Platform"))
# The number of the row before the first of its cells.
_FIRST = re.compile(r"(?m)^[ \u3000]*(?:\d{1,4}[.、|])?[ \u3000]*$")
_JOINTS = re.compile(r"[、；;和 \u3000]*")


def state(made: Maker) -> None:
    """甲项目|乙公司、丙大学: each body of the cell right behind the name MANAGES the thing. 甲公司|…|乙市: it lies there."""
    made.rule = "row of a list"
    _places(made)
    for thing in made.view.refs:
        if thing.type in _THINGS and made.text[thing.end : thing.end + 1] == "|":
            start = made.text.rfind("\n", 0, thing.start) + 1
            for body in _bodies(made, thing.end + 1) if _FIRST.fullmatch(made.text, start, thing.start) else []:
                made.add(body.entity, "MANAGES", thing.entity, "done", thing.start, body.end)


_SITED = _THINGS | {"Organization"} | ZONES


def _places(made: Maker) -> None:
    """LOCATED_IN of the first thing of a row in the place that fills one of the cells behind it."""
    for place in (r for r in made.view.refs if r.type == "Region"):
        if made.text[place.start - 1] != "|" or made.text[place.end : place.end + 1] not in ("|", "\n", ""):
            continue
        start = made.text.rfind("\n", 0, place.start) + 1
        row = [r for r in made.view.within(start, place.start, outer=True) if r.type in _SITED]
        if row and made.text[row[0].end] == "|" and _FIRST.fullmatch(made.text, start, row[0].start):
            made.add(row[0].entity, "LOCATED_IN", place.entity, "ongoing", row[0].start, place.end)


def _bodies(made: Maker, at: int) -> list[scene.Ref]:
    """The bodies of the cell that begins there, where it holds nothing else."""
    end = min((i for i in (made.text.find(c, at) for c in "|\n") if i >= 0), default=len(made.text))
    found = [r for r in made.view.within(at, end, outer=True) if r.type == "Organization"]
    for body in found:
        if not _JOINTS.fullmatch(made.text, at, body.start):
            return []
        at = body.end
    return found if made.text[at:end].strip() == "" else []
