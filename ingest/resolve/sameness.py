"""Sameness: the short and the long form of one name become one entity; what must stay apart stays apart."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest import reference
from ingest.find import places
from ingest.resolve.board import ZONES, Board, Draft

_APART = frozenset(("Region", "Agency", "Person", "TargetGroup", "Meeting", "Proposal"))
# 市级天使投资基金 is 珠海市天使投资基金 in 珠海's own text.
_OF_LEVEL = re.compile(r"(?P<level>自治区|省|市|县|区)级(?P<rest>.{4,})")
_LEVEL = re.compile(r"国家级|省级|市级|自治区级")


def merge_short_names(board: Board) -> None:
    """One long name only that a short one shortens: then they are the same."""
    _funds(board)
    for kind in dict.fromkeys(d.type for d in board.drafts.values()):
        if kind in _APART:
            continue
        drafts = sorted(board.distinct(kind), key=lambda d: len(d.name))
        for i, brief in enumerate(drafts):
            longer = [d for d in drafts[i + 1 :] if shortens(brief, d)]
            longest = [d for d in longer if not any(o is not d and shortens(d, o) for o in longer)]
            if len(longest) == 1:
                board.merge(brief, longest[0])


def _funds(board: Board) -> None:
    """X专项 beside X专项资金 is the fund by its short name."""
    for draft in board.distinct("Programme"):
        fund = board.known("Fund", draft.name + "资金")
        if fund is not None:
            board.merge(draft, fund)


def shortens(brief: Draft, full: Draft) -> bool:
    """Whether the first name is a short form of the second: same head, its characters in order, no other place or level."""
    a, b = core(brief.name), core(full.name)
    if brief.type == "Policy":
        return _shortens_title(brief, full, a, b)
    # 某某计划（高层次引进人才） is what the plan is called where one of its lines is meant.
    if a == b or _ADDED.sub("", full.name) == brief.name:
        return True
    if brief.type in ZONES and a[-3:] != b[-3:]:
        return False
    if brief.type == "HighTechZone":
        return inside(a.replace("国家", ""), b) and a[:2] in b[:5] and _only_wider(a, b)
    # 河北|雄安新区: what stands before is the place that holds it.
    if brief.type in ZONES and len(a) >= 4 and b.endswith(a) and b.removesuffix(a) in _place_names():
        return True
    if brief.type == "Fund" and b.endswith("子基金") and not a.endswith("子基金"):
        return False
    if a[-2:] != b[-2:] and not b.startswith(a):
        return False
    # 某某创新中心|网络服务平台, 某某研究中心|南宁分中心 are things of their own.
    if brief.type == "Platform" and b.startswith(a) and len(b) - len(a) > _TAIL:
        return False
    here, there = _placed(brief), _placed(full)
    if here and there and not here <= there:
        return False
    levelled = _OF_LEVEL.fullmatch(a) if brief.type == "Fund" else None
    if levelled and b.endswith(levelled["level"] + levelled["rest"]) and here <= there:
        return True
    if _LEVEL.search(a) and not _LEVEL.search(b):
        return False
    if b.endswith(a):
        return len(a) >= (4 if brief.type == "Fund" else 5)
    return inside(a, b) and len(a) >= 5 and (len(a) >= 0.6 * len(b) or bool(here))


# What the full name of a high-tech zone has besides: its level, its focus, the place above it.
_WIDER = re.compile(r"(?:国家级?|省级|自治区级|市级|级|省|市|自治区|自主创新|农业|综合)*")


def _only_wider(a: str, b: str) -> bool:
    """Whether what the longer name has besides the shorter one names no other place (青岛|蓝谷|高新区)."""
    at = b.find(a[:2])
    rest = b[:at]
    tail = iter(a[2:])
    wanted = next(tail, "")
    for char in b[at + 2 :]:
        if char == wanted:
            wanted = next(tail, "")
        else:
            rest += char
    return bool(_WIDER.fullmatch(rest)) or _WIDER.sub("", rest, count=1) in _place_names() or rest in _place_names()


def _shortens_title(brief: Draft, full: Draft, a: str, b: str) -> bool:
    if brief.props.get("doc_no") and full.props.get("doc_no"):
        return brief.props["doc_no"] == full.props["doc_no"]
    if a == b:
        return True
    # 某省园区考核评价管理办法 is none of 某省园区管理办法: what a title leaves out stands before it.
    a, b = (_MARK.sub("", title) for title in (a, b))
    return len(a) >= 8 and b.endswith(a) and len(a) >= 0.6 * len(b)


_MARK = re.compile(r"[^\w]")


@lru_cache(maxsize=1)
def _place_names() -> frozenset[str]:
    regions = [r for r in reference.regions() if r.level != "county"]
    return frozenset(form for r in regions for form in (r.name, *r.short))


def _placed(draft: Draft) -> frozenset[str]:
    return _codes(draft.name)


@lru_cache(maxsize=8192)
def _codes(name: str) -> frozenset[str]:
    return frozenset(p.code for h in places.find(name) for p in h.places[:1])


_CORE = re.compile(
    r"[《》“”\"（）()·\s]|关于|的(?=若干|通知|意见|办法|请示)|(?<=[一-鿿]{2})市(?=国家|可持续|高新|建设)|建设(?=国家)"
)


# How much longer than its short form a name may be at its end.
_TAIL = 3
_ADDED = re.compile(r"（[^（）]{2,12}）$")
_TRIAL = re.compile(r"[（(](?:试行|暂行|修订|修正|修订稿|征求意见稿|节选|摘要|[\d—－-]+年)[）)]$")


@lru_cache(maxsize=8192)
def core(name: str) -> str:
    """The letters of a name that distinguish it."""
    bare = _TRIAL.sub("", name)
    return _CORE.sub("", bare).replace("科创", "科技创新").replace("高新区", "高新技术产业开发区")


def inside(short: str, long: str) -> bool:
    """Whether the characters of the short form stand in the long one in order."""
    position = 0
    for char in short:
        position = long.find(char, position) + 1
        if position == 0:
            return False
    return True
