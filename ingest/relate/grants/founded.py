"""The fund that a sum goes into: 切块3000万元，设立F; A基金出资6亿元，会同B发起F."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.grants.places import Place

_FOUNDS = re.compile(
    r"(?:设立|发起|组建|建立|成立|合组|用于|共建)(?:了|总?规模|首期|[一-鿿]{0,2}[\d.]+亿元的?)*(?=[^，。；]{0,12}$)"
)
# A fund that pays is named right before its deed: 引导基金出资6亿元.
_PAYS = re.compile(r"(?:已|将|拟|共|首期|分别|各|再|优先)*(?:出资|认缴|实缴|注资|跟投|投入|参股)[^，。；\d]{0,6}$")


_EARLIER = re.compile(r"(?:设立|发起|组建|建立|成立|合组)[^，。；]{0,4}$")
_SHORT = re.compile(r"[一-鿿]{0,2}基金$")


def find(view: scene.Scene, place: Place) -> str | None:
    """The fund that the clauses behind the sum say is founded with it."""
    text, end = view.shadow.text, place.segment[1]
    for ref in view.within(place.sum.end, end, outer=True):
        before = text[place.sum.end : ref.start]
        if ref.type == "Fund" and "，" in before and _FOUNDS.search(before):
            return ref.entity
    return None


def fed(view: scene.Scene, place: Place) -> str | None:
    """The fund into which another one pays: founded behind the sum, or in the clauses before it."""
    text, start = view.shadow.text, place.segment[0]
    earlier = (r for r in view.within(start, place.lead, outer=True) if r.type == "Fund")
    return find(view, place) or next((r.entity for r in earlier if _EARLIER.search(text[start : r.start])), None)


def payer(view: scene.Scene, place: Place) -> str | None:
    """The fund that pays the sum into another one, by its name or by the end of it (引导基金出资)."""
    said = _PAYS.search(view.shadow.text, place.lead, place.sum.start)
    near = view.within(place.lead, said.start(), outer=True) if said else []
    if said and near and near[-1].end == said.start():
        return near[-1].entity if near[-1].type == "Fund" else None
    short = _SHORT.search(view.shadow.text, place.lead, said.start()) if said else None
    if not short or len(short[0]) <= 2:
        return None
    named = [r for r in view.refs if r.type == "Fund" and r.end <= place.segment[0]]
    return next((r.entity for r in reversed(named) if view.entities[r.entity].name.endswith(short[0])), None)
