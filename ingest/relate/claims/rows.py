"""Rows of a list of projects or platforms: who stands in the cell behind a thing's name runs it."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims.maker import Maker

_THINGS = frozenset(("Project", "Platform"))
# The number of the row before the first of its cells.
_FIRST = re.compile(r"(?m)^[ \u3000]*(?:\d{1,4}[.、|])?[ \u3000]*$")
_JOINTS = re.compile(r"[、；;和 \u3000]*")


def state(made: Maker) -> None:
    """甲项目|乙公司、丙大学: each body of the cell right behind the name MANAGES the thing."""
    made.rule = "row of a list"
    for thing in made.view.refs:
        if thing.type in _THINGS and made.text[thing.end : thing.end + 1] == "|":
            start = made.text.rfind("\n", 0, thing.start) + 1
            for body in _bodies(made, thing.end + 1) if _FIRST.fullmatch(made.text, start, thing.start) else []:
                made.add(body.entity, "MANAGES", thing.entity, "done", thing.start, body.end)


def _bodies(made: Maker, at: int) -> list[scene.Ref]:
    """The bodies of the cell that begins there, where it holds nothing else."""
    end = min((i for i in (made.text.find(c, at) for c in "|\n") if i >= 0), default=len(made.text))
    found = [r for r in made.view.within(at, end, outer=True) if r.type == "Organization"]
    for body in found:
        if not _JOINTS.fullmatch(made.text, at, body.start):
            return []
        at = body.end
    return found if made.text[at:end].strip() == "" else []
