"""What is coordinated in the name of a regime, a trial or a group: 建立甲、乙有偿取得制度, 成立甲和乙工作领导小组."""

from __future__ import annotations

import re

# How far before the last part the verb may stand.
_REACH = 40
_SET_UP = re.compile(
    r"(?P<verb>建立健全|建立|通过|深化|设立|健全|完善|实行|推行|开展|构建|扩大|推进)"
    r"(?P<part>[一-鿿]{2,14}(?:(?:以及|[、和与及])[一-鿿]{2,14}){0,2})(?:以及|[和与及、])$"
)
_CARRIED = re.compile(r"(?P<verb>实施|启动|开展|推进)(?P<part>[一-鿿]{2,14}(?:、[一-鿿]{2,14})?)[和与及、]$")
_TASK = re.compile(r"(?P<verb>成立|设立|组建|组成的|建立|负责的|牵头的)[一-鿿]{2,24}(?:以及|[和与及])$")
_HEAD_BEFORE = re.compile(
    r"(?:机制|制度|清单|名单|(?<![机体控研编限])制(?![度造订定品])|体系|平台|建设|工作|改革|试点|计划|行动|中心|基地|政策|办法|措施|服务|的|发展|工程|专项)"
)


def of_group(text: str, begin: int) -> int | None:
    """Where a group's task begins: all that is coordinated behind the verb that sets the group up."""
    task = _TASK.search(text, max(0, begin - _REACH), begin)
    return task.end("verb") if task else None


def of_regime(text: str, begin: int, counted: bool) -> int:
    """建立煤炭探矿权、采矿权有偿取得制度: after a verb that sets something up, both parts belong to its name."""
    match = (_CARRIED if counted else _SET_UP).search(text, max(0, begin - _REACH), begin)
    return match.end("verb") if match and not _HEAD_BEFORE.search(match["part"]) else begin
