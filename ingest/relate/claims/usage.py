"""Whom a tool is for by how it is used: L面向企业开放, F重点投向X, X可申请F, F由X申报, 面向X的F, 将X纳入M."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import patterns
from ingest.find import words
from ingest.relate.claims.maker import Clause, Maker

_TOOLS = frozenset(("Fund", "Programme", "Mechanism", "Platform"))
_MANNER = r"(?:主要|重点|优先|专门|专项|已|累计|将|免费|积极|直接|用于|等|以及|内|外|各类|广大|符合条件的|省内|市内|全省|全市)*"
_LIST = r"(?:[一-鿿]{2,8}[、和与及])*"
_OFFICE = r"[”》]?(?:的)?(?:支持|扶持|资助|补助|奖励|申报|申请|服务|适用|受益)(?:对象|主体|单位|范围)(?:主要|包括|为|是|限于)+"

_TAKES = re.compile(r"(?:[、和与及][一-鿿]{2,8})*(?:等)?(?:牵头|独立|单独|联合|组织)*(?:申报|申请|承担|承接|参加)")
_FACING = re.compile(r"(?:面向|针对|支持|服务|惠及|扶持|资助)[^，。；的]{0,16}$")
_WHOSE = re.compile(r"(?:[、和与及][一-鿿]{2,8})*(?:等)?(?:发展|创新)?的(?:“|《)?")


@cache
def _behind_tool() -> re.Pattern[str]:
    """Between a tool and the class that it is for."""
    uses = patterns.either(words.lexicon("targets")["uses"]).pattern
    return re.compile(rf"[”》]?{_MANNER}(?:{uses}){_MANNER}{_LIST}|{_OFFICE}{_LIST}|(?P<by>[”》]?(?:项目)?由{_LIST})")


@cache
def _behind_class() -> re.Pattern[str]:
    """Between a class and the tool that it may use."""
    users = patterns.either(words.lexicon("targets")["users"]).pattern
    return re.compile(rf"(?:[、和与及][一-鿿]{{2,8}})*(?:{users}|纳入|列入)[“《]?")


def tools(made: Maker, clause: Clause, group: scene.Ref) -> list[scene.Ref]:
    """The tools of the clause that are for the class at `group`."""
    return [r for r in clause.outer if r.type in _TOOLS and _is_for(made.text, clause, r, group)]


def _is_for(text: str, clause: Clause, tool: scene.Ref, group: scene.Ref) -> bool:
    if clause.negated or "不" in text[min(tool.end, group.end) : max(tool.start, group.start)]:
        return False
    if tool.end <= group.start:
        said = _behind_tool().fullmatch(text, tool.end, group.start)
        if said is None:
            return False
        return not said["by"] or _TAKES.match(text, group.end, clause.end) is not None
    if tool.start < group.end:
        return False
    between = text[group.end : tool.start]
    facing = _FACING.search(text, clause.start, group.start)
    return bool(_behind_class().fullmatch(between)) or bool(facing and _WHOSE.fullmatch(between))
