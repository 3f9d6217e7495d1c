"""Who applies for a designation: places and bodies that are helped to (支持甲市申报Z), and places that do so themselves."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import actors
from ingest.relate.claims import slots
from ingest.relate.claims.maker import BODIES

_DOERS = BODIES | {"Region", "Person"}
_TO_APPLY = re.compile(
    r"等?(?:[一二三四五六七八九十\d]{0,3}(?:家|个)?(?:设区)?[市县区州]?)?(?:积极|联合|共同|牵头|先行|率先|加快|全力|正在|正|已|将|拟|努力|成功|提出|谋划|启动|抓紧|支持|年内|力争|争取|以[^，。；]{2,24}为(?:主体|基础|依托|载体)|向[^，。；、向]{2,14}){0,8}"
)
_HELPS_TO = re.compile(r"(?:支持|协助|推荐|指导|推动|鼓励|帮助|组织|争取[^，。；]{2,10}支持)$")


def applicants(text: str, refs: tuple[scene.Ref, ...], start: int, verb: re.Match[str]) -> list[scene.Ref]:
    """The places or bodies that are helped to apply: 支持甲市、乙市联合申报Z."""
    row = _before_verb(text, refs, verb)
    return row if row and _HELPS_TO.search(text, start, row[0].start) else []


def themselves(text: str, refs: tuple[scene.Ref, ...], start: int, verb: re.Match[str]) -> list[scene.Ref]:
    """The places that apply themselves: 甲市和乙市联合申报Z."""
    row = _before_verb(text, refs, verb)
    places = bool(row) and all(r.type == "Region" for r in row)
    return row if places and actors.lead().fullmatch(text, start, row[0].start) else []


def _before_verb(text: str, refs: tuple[scene.Ref, ...], verb: re.Match[str]) -> list[scene.Ref]:
    """The row of places or bodies right before the verb."""
    doers = [r for r in refs if r.type in _DOERS and not text.endswith("向", 0, r.start)]
    return slots.row_before(text, doers, verb.start(), _TO_APPLY, slots.JOINT)
