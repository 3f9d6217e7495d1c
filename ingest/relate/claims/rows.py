"""Rows of a list: who stands in the cells behind a project's or platform's name runs it, and a cell with a place alone says where it is."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.relate.claims.maker import ZONES, Maker

_THINGS = frozenset(("Project", "Platform"))
# The number of the row before the first of its cells.
_FIRST = re.compile(r"(?m)^[ \u3000]*(?:\d{1,4}[.、|])?[ \u3000]*$")
_YEAR = re.compile(r"(20\d{2})年")
# Of the cell of a name the words that tell what kind of row it is.
_TAIL = re.compile(r"(?:建设|项目|工程|提升工程|平台|（[^|\n）]{1,12}）)?\|")
_JOINTS = re.compile(r"[、；;和 \u3000]*")


def state(made: Maker) -> None:
    """甲项目|乙公司、丙大学: each body of the cell right behind the name MANAGES the thing. 甲公司|…|乙市: it lies there."""
    made.rule = "row of a list"
    _places(made)
    title = made.view.outline.title
    years = set(_YEAR.findall(made.text, *title)) if title else set()
    year = years.pop() if len(years) == 1 else ""
    for thing in made.view.refs:
        tail = _TAIL.match(made.text, thing.end) if thing.type in _THINGS else None
        if tail:
            start = made.text.rfind("\n", 0, thing.start) + 1
            # A project has been given to whoever carries it; a platform is run from then on.
            status: evidence.Status = "done" if thing.type == "Project" else "ongoing"
            for body in _bodies(made, tail.end()) if _FIRST.fullmatch(made.text, start, thing.start) else []:
                made.add(body.entity, "MANAGES", thing.entity, status, thing.start, body.end,
                         time=year if status == "done" else "")  # fmt: skip


# 某某实验室建设| fills its cell too.
_ENDS_CELL = re.compile(r"[一-鿿]{0,4}\|")
# Characters in which a cell, and a row, has come to its end.
_LONGEST_CELL, _LONGEST_ROW = 80, 800
_SITED = _THINGS | {"Organization"} | ZONES


def _places(made: Maker) -> None:
    """LOCATED_IN of the first thing of a row in the place that fills one of the cells behind it."""
    for place in (r for r in made.view.refs if r.type == "Region"):
        floor = max(0, place.start - _LONGEST_CELL)
        cell = max(made.text.rfind("|", floor, place.start), made.text.rfind("\n", floor, place.start))
        if cell < 0 or made.text[cell] != "|":
            continue
        wider = [r for r in made.view.within(cell + 1, place.start, outer=True) if r.type == "Region"]
        fills = (wider[-1].end if wider else cell + 1) == place.start
        if not fills or made.text[place.end : place.end + 1] not in ("|", "\n", ""):
            continue
        far = max(0, place.start - _LONGEST_ROW)
        start = max(far, made.text.rfind("\n", far, place.start) + 1)
        for thing in (r for r in made.view.within(start, place.start) if r.type in _SITED):
            if _ENDS_CELL.match(made.text, thing.end) and _FIRST.fullmatch(made.text, start, thing.start):
                made.add(thing.entity, "LOCATED_IN", place.entity, "ongoing", thing.start, place.end)


def _bodies(made: Maker, at: int) -> list[scene.Ref]:
    """The bodies of the cells that begin there and hold nothing else: who carries it, then who builds it with them."""
    found: list[scene.Ref] = []
    while True:
        end = min((i for i in (made.text.find(c, at) for c in "|\n") if i >= 0), default=len(made.text))
        row = [r for r in made.view.within(at, end, outer=True) if r.type == "Organization"]
        rest = "".join(
            made.text[a:b] for a, b in zip([at, *(r.end for r in row)], [*(r.start for r in row), end], strict=True)
        )
        if not row or not _JOINTS.fullmatch(rest):
            return found
        found += row
        if made.text[end : end + 1] != "|":
            return found
        at = end + 1
