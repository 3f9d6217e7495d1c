"""What begins to be is one thing: 合成生物公共服务平台揭牌, 某某二期项目竣工 name what a longer name alone would not."""

from __future__ import annotations

import re

from ingest.find import edges

_KINDS = frozenset(("Platform", "Project", "DevelopmentZone", "Fund"))
_BEGINS = re.compile(
    r"(?:正式|成功|顺利|已经?|将|年内|年底前?|[上下]半年|[于在][^，。；]{2,10})?"
    r"(?:揭牌|挂牌|成立|投用|投入使用|投入运[营行]|建成|竣工|投产|开工|落户|落成|上线|封顶|通过(?:专家)?(?:验收|论证)|启动建设|揭幕|开园|启用)"
    r"(?!的|后|率|时|手续|申请|报告|条件)"
)
# 依托某研究所建设的, 由某集团牵头组建的: what a body has made is one thing too.
_MADE_BY = re.compile(
    r"(?:依托|由)[^，。；、]{4,30}?(?:牵头|联合|共同|投资|自主)*(?:建设|组建|共建|打造|建立|设立|创建|承建|运营|建成)的(?:大型)?$"
)
# Characters before the head that such a name has at least.
_LEAST = 4


def tells(text: str, begin: int, start: int, end: int, label: str) -> bool:
    """Whether the name begin:end with its head at `start` says more than a class, and what goes before or follows happens to one thing only."""
    if label not in _KINDS or start - begin < _LEAST or not edges.own_characters(text[begin:start]):
        return False
    return _BEGINS.match(text, end) is not None or (
        label == "Platform" and _MADE_BY.search(text, max(0, begin - 40), begin) is not None
    )
