"""Subsidies by what they are for: in a heading, in many words, where somebody gets them, or where the text comes back to them."""

from __future__ import annotations

import re
from functools import cache

from ingest.find import edges, words

# A sum or a doing in front is no name (最高50万元资助, 申领补贴).
HEADS = frozenset(("奖补", "资助", "补贴", "津贴", "贴息", "补助", "奖励", "后补助"))


def told(text: str, begin: int, end: int, head: str, modifier: str) -> tuple[str, str] | None:
    """Note and reason of the subsidy text[begin:end], None where it names nothing; `granted` waits for a second mention."""
    if len(modifier) < 2 or _PAID.search(modifier):
        return None
    if heads_a_line(text, begin) and _ENDS_A_HEADING.match(text, end) and len(modifier) >= 3:
        return "unplaced", "heading that names a subsidy"
    own = edges.own_characters(modifier)
    if head == "奖励" or _PAYEE.search(modifier):
        return None
    if head in ("补贴", "津贴") and own >= 4:
        return "unplaced", "subsidy with a name of its own"
    if head in ("补贴", "津贴", "贴息") and modifier != "贷款" and _PAYS.search(text, max(0, begin - 6), begin):
        return "unplaced", "subsidy that somebody gets"
    return ("granted", "subsidy") if own >= 2 or len(modifier) >= 4 else None


def begins(text: str, begin: int, end: int) -> int:
    """Where the subsidy begins: with all of the heading that it is, and behind whom it is given to (给予企业|岗位补贴)."""
    line = _NUMBER.match(text, text.rfind("\n", 0, begin) + 1)
    if line and 0 < begin - line.end() <= _ADJECTIVE and _ENDS_A_HEADING.match(text, end):
        return begin if _does().match(text, line.end()) else line.end()
    taker = _TAKER.match(text, begin, end) if _PAYS.search(text, max(0, begin - 6), begin) else None
    return taker.end() if taker else begin


@cache
def _does() -> re.Pattern[str]:
    """What a heading does (实施|某某奖补), or where it counts (第三章|租金资助)."""
    return re.compile(rf"第|{words.any_of(words.lexicon('boundaries')['verbs'])}")


def heads_a_line(text: str, begin: int) -> bool:
    """Whether nothing but a number or a dash stands before it in its line."""
    return _HEADS_A_LINE.search(text, max(0, begin - 12), begin) is not None


_PAID = re.compile(
    r"\d|元|最高|给予|申请|申领|连续|享受|发放|按照|当年|第.年|一次(?!性)|单个|单项|资金|年度|分期|不超过|一定|相应|以下|同等|所得|再次|获得|领取|市场|单笔"
)
_PAYS = re.compile(r"(?:给予|享受|申请|申领|领取|获得|发放|落实)(?:的)?$")
_TAKER = re.compile(r"(?:用人单位|企业|单位|个人|机构|创业者|申请人|劳动者|毕业生|农户)(?=[一-鿿]{4})")
_NUMBER = re.compile(r"[ 　]*[—•●-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?[ 　]*")
# Characters of an adjective that a heading has before the name (优秀|创业项目资助).
_ADJECTIVE = 4
_PAYEE = re.compile(
    r"(?:企业|单位|个人|机构|项目|人|者|户|人员|一次性|适当|相应|比例|直接|一方|事后|交叉|重复|无偿|后|财政|政府|综合|全额|差额|稳定|同等)$"
)
_HEADS_A_LINE = re.compile(
    r"(?:^|\n)[ 　]*[—•●-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?)?[ 　]*(?:一次性)?$"
)
_ENDS_A_HEADING = re.compile(r"[ 　]*(?:\n|$|[：:。（])")
