"""Centres and exchanges that act are bodies: 委托某市生产力促进中心受理, 会同某某产品交易所举办; what is built or used is a platform."""

from __future__ import annotations

import re

from ingest.find import kinds

_CENTRES = (
    "服务中心", "促进中心", "保护中心", "推广中心", "信息中心", "发展中心", "交易中心", "转移中心", "评价中心", "检测中心", "指导中心",
    "运营中心", "交易所", "研究中心", "计算中心", "服务站", "托管交易中心",
)  # fmt: skip
_ASKED = re.compile(r"(?:委托|会同|联合|邀同|协同|联手|设在|[，。；、（\n]由|^由)$")
_ACTS = re.compile(
    r"(?:、[一-鿿]{4,16}(?:中心|所|站|院|公司|协会)){0,2}(?:（[一-鿿]{2,20}）)?(?:具体|统一|统筹|分别)?(?:负责|牵头|承担|受理|承办|主办|受托|会同|组织|签署|主持|(?:联合|携手)(?!实验|研发|体))"
)


def told(text: str, one: kinds.Found) -> kinds.Found:
    """The candidate as a body where it is asked to do something or does it, else as it was."""
    if one.type != "Platform" or one.bare or not one.head.endswith(_CENTRES):
        return one
    if _ASKED.search(text, max(0, one.start - 4), one.start) or _ACTS.match(text, one.end):
        return one._replace(type="Organization", reason="centre that acts")
    return one
