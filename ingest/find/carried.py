"""Programmes whose names hold doings: 实施营商环境|对标提升|行动 begins behind the verb that carries the programme out."""

from __future__ import annotations

import re

from ingest.find import edges

_CARRIED = re.compile(
    r"(?:深入实施|组织实施|持续实施|实施|启动|深入开展|组织开展|开展|深入推进|推进)(?:了|好)?(?:新一轮)?(?P<part>[一-鿿]{5,18})$"
)
_HEADS = ("行动", "行动计划", "计划", "工程")
# 推进老旧小区改造提升|工程: works in general.
_WORKS = ("改造", "整治", "提升", "修复", "安装", "更新")
# Who acts, or what joins and describes: the verb's object is no single name then.
_NOT = re.compile(
    r"对(?![标接口])|[的了和与及或等在为将向由把以各其并]|[一二三四五六七八九十百\d]+[项批个类]|^(?:企业|园区|高校|单位|部门|机构|地方|院所|重点|重大|一批|若干|全市|全省|全区|全县)|实施|启动|开展|推进|项目|方案|条件|建设$"
)


def begin(text: str, at: int, start: int, end: int) -> int:
    """Where the programme begins whose name was read back to `at`: behind its verb, where only words of one name stand between."""
    if not text.endswith(_HEADS, start, end):
        return at
    carried = _CARRIED.search(text, max(0, start - 26), start)
    if carried is None or carried.start("part") >= at:
        return at
    part = carried["part"]
    if text.endswith("工程", start, end) and part.endswith(_WORKS):
        return at
    doing = part[:2] in edges.verbs() or part[:2] in edges.stops() or _NOT.search(part)
    return at if doing or edges.own_characters(part) < 2 else carried.start("part")
