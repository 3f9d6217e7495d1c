"""What a page carries around a document: navigation above it, and sharing, printing and imprint below it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from graph import plain

_HEAD_LINES = 12
_FOOT_LINES = 40
_SHORT = 60
# 首页 > 政务公开 > 政策文件
_TRAIL = re.compile(r"[^>＞»。，]{1,24}(?:\s*[>＞»]+\s*[^>＞»。，]{1,24})+$")


def strip(text: str) -> str:
    """The text without the page's furniture. What cannot be told from the document's own lines stays.

    >>> strip("首页 > 政策\\n关于示范区的通知\\n各市：请落实。\\n返回顶部\\n关闭")
    '关于示范区的通知\\n各市：请落实。'
    """
    lines = text.split("\n")
    written = [i for i, line in enumerate(lines) if line.strip()]
    start, end = _head(lines, written[:_HEAD_LINES]), _foot(lines, written[-_FOOT_LINES:])
    return "\n".join(lines[start:end]).strip("\n") if start < end else text


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = plain.load(resources.files("ingest.lexicon").joinpath("furniture.yaml").read_text("utf-8"))
    return re.compile(data["place"]), re.compile(data["foot"])


def _head(lines: list[str], written: list[int]) -> int:
    """The line after the last one that says where the page stands, if only short lines are above it."""
    start = 0
    for i in written:
        line = lines[i].strip()
        if _marks()[0].match(line) or _TRAIL.match(line):
            start = i + 1
        elif len(line) > _SHORT:
            break
    return start


def _foot(lines: list[str], written: list[int]) -> int:
    """The first line of the page's own business after which only short lines or more of it follow."""
    end = len(lines)
    for i in reversed(written):
        line = lines[i].strip()
        if _marks()[1].match(line):
            end = i
        elif len(line) > _SHORT or line.endswith(("。", "；")):
            break
    return end
