"""Lists under the name of a whole: a line that only names a programme or fund, and the items under it that name its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import scene
from ingest.relate.claims.maker import Maker

_WHOLES = frozenset(("Programme", "Fund"))
# Before the name on the line of the whole, and on the lines of its parts.
_HEAD = re.compile(
    r"[ \u3000]*(?:专栏[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])?[ \u3000|：:]*[“《]?"
)
_ITEM = re.compile(
    r"[ \u3000]*(?:——|—|[-·•●▪◆]|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|(?:专题|方向|专项|类别)[一二三四五六七八九十\d]{1,3}[：:、.．])[ \u3000]*[“《]?"
)
_CLOSES = re.compile(r"[”》]?(?:项目|工程)?[：:]?[ \u3000]*(?=\n|$)")
_TELLS = re.compile(r"[”》]?(?:[：:。（(，]|[ \u3000]*(?:\n|$))")


def state(made: Maker) -> None:
    """PART_OF of the items that stand right under the line of their whole."""
    made.rule = "listed"
    for whole in (r for r in made.view.refs if r.type in _WHOLES):
        start = made.text.rfind("\n", 0, whole.start) + 1
        closes = _CLOSES.match(made.text, whole.end)
        if closes and _HEAD.fullmatch(made.text, start, whole.start):
            for part in _items(made, whole, closes.end() + 1):
                made.add(part.entity, "PART_OF", whole.entity, "ongoing", *made.around(part))


def _items(made: Maker, whole: scene.Ref, at: int) -> Iterator[scene.Ref]:
    """The things of the whole's kind that head the items from there on."""
    while at < len(made.text):
        end = made.text.find("\n", at)
        end = len(made.text) if end < 0 else end
        item = _ITEM.match(made.text, at, end)
        if not item:
            return
        first = next((r for r in made.view.within(item.end(), end, outer=True) if r.start == item.end()), None)
        if first and first.type == whole.type and _TELLS.match(made.text, first.end):
            yield first
        at = end + 1
