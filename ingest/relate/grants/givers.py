"""Who gives a sum by a phrase of its own: 由A从F中兑付, 由A再给20万元."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.grants.places import Place

_BY = re.compile(
    r"由(?P<who>[^，。；：\n]{2,30}?)(?:从[^，。；]{2,30}?(?:中|里)?|再|另行?|统一|一次性|按规定|按标准|予以|负责|全额|直接)*"
    r"(?:给|兑付|兑现|拨付|列支|承担|安排|支付|发放|奖励|补助|补贴|资助|负担)"
)
_NEAR = 60


def find(view: scene.Scene, place: Place) -> str | None:
    """The body of the phrase nearest before the sum in its segment, else of one shortly behind it; None where there is none."""
    said = list(_BY.finditer(view.shadow.text, *place.segment))
    before = [m for m in said if m.end() <= place.sum.start][-1:]
    behind = [m for m in said if 0 <= m.start() - place.sum.end <= _NEAR][:1]
    for match in before or behind:
        bodies = [r for r in view.within(*match.span("who"), outer=True) if r.type == "Agency"]
        return bodies[0].entity if bodies else None
    return None
