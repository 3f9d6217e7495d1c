"""Posts: which office of which body a person holds, where the text has both right before the name (科学技术部|部长|某某)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph import evidence

# An office as it stands between a body and a name, with those that go before it (党组书记、厅长).
_OFFICE = re.compile(
    r"(?:[一-鿿]{0,8}(?:书记|主任|部长|主席)、)*"
    r"((?!的|和|与|及|同|向|对|由|委托|会同)[一-鿿]{0,6}?(?:[省市县区州部厅局处科院校行会]长|书记|主任|主席|总理|秘书长|董事长|总裁|总经理|行长|巡视员))[ 　]?"
)
_LONGEST = 24


def held_by(text: str, reading: evidence.Reading, bodies: Mapping[str, str]) -> dict[str, str]:
    """The post of each person of a reading that has one, by the person's id; `bodies` names bodies so that no two share one.

    Who is told with several posts has the first of them in the order of their names, whatever the order in the text.
    """
    persons = [(m.span.start, e.id) for e in reading.entities if e.type == "Person" for m in e.mentions]
    ends = {m.span.end: bodies[e.id] for e in reading.entities if persons and e.id in bodies for m in e.mentions}
    found: dict[str, set[str]] = {}
    for start, person in persons:
        for end in range(max(0, start - _LONGEST), start):
            office = _OFFICE.fullmatch(text, end, start) if end in ends else None
            if office:
                found.setdefault(person, set()).add(ends[end] + office[1])
    return {person: min(posts) for person, posts in found.items()}
