"""The purse of a place: the finance department that pays where the text names only the money (省级财政安排…, 甲市财政拨付…)."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import governments
from ingest.find.purses import DEEDS

_LEVEL = r"(?P<level>[我本全]?(?:省|市|区|县|州|盟|旗|自治区))?(?:本级|级)?财政"
_DEEDS = f"{DEEDS}|承诺|设立|兑付|统筹"
# At the head of a clause, before what the purse does.
_ACTS = re.compile(rf"{_LEVEL}(?=(?:再|还|已|将|也|首期|每年|统筹|累计|共|先后)*(?:{_DEEDS}|对|按))")
# Anywhere before a sum; what else begins with 财政 is a body, money or a part of another name.
_SPENDS = re.compile(
    rf"{_LEVEL}(?!厅|局|部|所|预算|科技|专项|资金|经费|收入|贡献|支出|补助资金)(?=[^，。；\d厅局]{{0,24}}?(?:{_DEEDS}))"
)


def acting(view: scene.Scene, after: int, end: int) -> str | None:
    """Whose purse acts in a clause whose own words begin at `after`."""
    if view.shadow.text.find("财政", after, end) < 0:
        return None
    place = next((r for r in view.within(after, end) if r.start == after and r.type == "Region"), None)
    said = _ACTS.match(view.shadow.text, place.end if place else after, end)
    return _department(view, said["level"] or "", place) if said else None


def spending(view: scene.Scene, start: int, end: int) -> str | None:
    """Whose purse a clause names before its sum."""
    said = _SPENDS.search(view.shadow.text, start, end)
    if said is None:
        return None
    ends = (said.start(), said.end("level"))
    places = [
        r for r in view.within(start, said.end()) if r.type == "Region" and r.start < said.end() and r.end in ends
    ]
    return _department(view, said["level"] or "", places[-1] if places else None)


def _department(view: scene.Scene, level: str, place: scene.Ref | None) -> str | None:
    """The one finance department of the place, else of the level that is the author's own; none where several fit."""
    provincial = level.endswith(("省", "自治区"))
    if place is None and level and not provincial and not governments.is_own_level(view, level.lstrip("我本全")):
        return None
    forms = ("财政厅",) if provincial else ("财政厅", "财政局")
    code = view.entities[place.entity].prop("code") if place else view.home
    bodies = governments.agencies(view, code, *forms)
    if not bodies and place is None and provincial:
        bodies = [e.id for e in view.entities.values() if e.type == "Agency" and e.name.endswith(forms)]
    return bodies[0] if len(bodies) == 1 else None
