"""What begins to be is one thing, and what a named body builds: 合成生物公共服务平台揭牌, 某公司与某大学共建的中试基地."""

from __future__ import annotations

import re

from ingest.find import edges

_KINDS = frozenset(("Platform", "Project", "DevelopmentZone", "Fund"))
_BEGINS = re.compile(
    r"(?:正式|成功|顺利|已经?|将|年内|年底前?|[上下]半年|[于在][^，。；]{2,10})?"
    r"(?:揭牌|挂牌|成立|投用|投入使用|投入运[营行]|建成|竣工|投产|开工|落户|落成|上线|封顶|通过(?:专家)?(?:验收|论证)|启动建设|揭幕|开园|启用)"
    r"(?!的|后|率|时|手续|申请|报告|条件)"
)
# 加快某某配套项目建设，力争三季度开工; 引进某某项目，总投资18亿元: what has its own dates or its own cost.
_COSTS = re.compile(
    r"(?:建设)?(?:，|（)(?:(?:计划|预计|项目)?总投资|计划投资|总?概算|投资\d|(?:力争|预计|计划|确保)[^，。；]{0,10}(?:开工|投产|竣工|建成|投用))"
)
# 某某基金总规模10亿元, 是某管委会出资设立的: a fund that has a size or a founder.
_FOUNDED = re.compile(r"(?:总?规模|首期|(?:是|由)[^，。；]{2,24}(?:出资|设立|发起))")
# 依托某研究所建设的, 由某集团牵头组建的: what a body has made is one thing too.
_MADE_BY = re.compile(
    r"(?:依托|由)[^，。；、]{4,30}?(?:牵头|联合|共同|投资|自主)*(?:建设|组建|共建|打造|建立|设立|创建|承建|运营|建成)的(?:大型)?$"
)
# 某市人民政府合作建设, 某大学在某高新区设立: a body of its own name does it, not a class of bodies.
_BODY = r"(?<![高支各类知名企业业研等型干上合作共级多和与])[一-鿿）](?:有限公司|集团|大学|研究院|研究所|科学院|人民政府|管委会|高新区|开发区|新区)"
_MADE = re.compile(
    rf"{_BODY}(?:(?:与|和|同|联合|会同|在)[^，。；]{{2,20}})?(?:牵头|联合|共同|合作|自主|投资|启动|筹备)*(?:共建|合建|建设|组建|建立|设立|打造|创建|建成)(?:的|了)?(?:大型)?$"
)
# Characters before the head that such a name has at least.
_LEAST = 4


def tells(text: str, begin: int, start: int, end: int, label: str) -> bool:
    """Whether the name begin:end with its head at `start` says more than a class, and what goes before or follows happens to one thing only."""
    if label not in _KINDS or start - begin < _LEAST or not edges.own_characters(text[begin:start]):
        return False
    if label == "Fund" and _FOUNDED.match(text, end):
        return True
    if _BEGINS.match(text, end) or (label in ("Platform", "Project") and _COSTS.match(text, end)):
        return True
    return label == "Platform" and any(made.search(text, max(0, begin - 40), begin) for made in (_MADE_BY, _MADE))
