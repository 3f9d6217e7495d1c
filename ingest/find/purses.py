"""Purses: the finance department that a text names by what it does, and no form (省财政拿出1500万元, 市财政每年安排…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.find import bodies, kinds, words
from ingest.find.kinds import Ground

_FINANCE = "财政"
# What a purse does.
DEEDS = "安排|给予|拿出|切出|出资|投入|拨付|下达|兑现|补助|奖励|奖补|资助|贴息|承担|配套|匹配|列支|注入|支持"
# It pays: what else begins with 财政 is money or a part of another name (财政资金, 财政科技投入, 省级财政).
_PAYS = re.compile(
    rf"财政(?=(?:再|还|已|将|也|就|为此|首期|今年|去年|当年|全年|每年|每人|统筹|累计|共|先后|另|一次性|按[^，。；]{{1,12}})*(?:{DEEDS}|下拨|拨款|补贴))"
)


def find(ground: Ground) -> Iterator[kinds.Found]:
    """The purse of a place or of a level, as a body of that place."""
    text = ground.text
    for match in words.where(_PAYS, text, (_FINANCE,)):
        begin = bodies.lead(ground, match.start())
        if begin is not None and begin < match.start() and text[match.start() - 1] not in "级层":
            yield kinds.Found(begin, match.end(), "Agency", text[begin : match.end()], head=_FINANCE,
                              note=bodies.DEPARTMENT, reason="the purse of a place")  # fmt: skip
