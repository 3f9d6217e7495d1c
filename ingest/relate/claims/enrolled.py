"""Approvals by a list: a letter that publishes who is recognised approves each platform and zone that a line of its list names."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims import provisions
from ingest.relate.claims.maker import ZONES, Maker

_PUBLISHES = re.compile(
    r"关于(?:[^\n，。]{0,4}?)(?:公布|认定|确定|命名|备案|批准|同意|新建|组建)[^。]*(?:名单|认定|备案|通知|公告|决定)"
)
_NO_LIST = re.compile(r"公示|拟|申报|推荐|征集|撤销|取消|组织|开展|办法|细则|指南|方案|规则|条件|意见|项目|资金|人才")
# Before the thing on its line: number, province; and behind it.
_FIRST = re.compile(
    r"[ \u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,4}[）)]?[.、|]?)?[ \u3000]*(?:[一-鿿]{2,8}[省市区][：:])?[ \u3000“]*"
)
_ENDS = frozenset("|\n，（(；。 \u3000”")
_LIST = 2


def state(made: Maker) -> None:
    """APPROVED by the issuers of what the lines of the list begin with."""
    title = made.text[slice(*made.view.outline.title)].replace("\n", "") if made.view.outline.title else ""
    if not _PUBLISHES.search(title) or _NO_LIST.search(title):
        return
    items = [r for r in made.view.refs if (r.type == "Platform" or r.type in ZONES) and _opens_line(made.text, r)]
    made.rule = "enrolled"
    if len({r.entity for r in items}) < _LIST:
        return
    issuers = provisions.issuers(made.view)
    for item in items:
        for issuer in issuers:
            made.add(
                issuer,
                "APPROVED",
                item.entity,
                "done",
                item.start,
                item.end,
                time=made.view.outline.date or "",
                cue="名单",
            )


def _opens_line(text: str, ref: scene.Ref) -> bool:
    """Whether the name opens an item: only a number or a province stands before it on its line."""
    start = text.rfind("\n", 0, ref.start) + 1
    return bool(_FIRST.fullmatch(text, start, ref.start)) and text[ref.end : ref.end + 1] in _ENDS
