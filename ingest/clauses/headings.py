"""What the headings over a section say of the acts told under them: yet to be done, over, standing duties, the year."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest import scene
from ingest.clauses import status

# Characters of a line that heads a list though nothing numbers it (明年工作计划：).
SHORT = 20
_YEAR = re.compile(r"20\d{2}(?=年)")
_YEAR_OF_WORK = re.compile(r"(20\d{2})年[^。，]{0,12}(?:工作|任务|回顾|总结|安排|打算|重点)")
# Under such a heading a plan looks back (第一节 发展基础, 一、“十三五”时期取得的成效); 夯实发展基础 is what it means to do.
_LOOKS_BACK = re.compile(
    r"(?:[第一二三四五六七八九十\d]+[章节篇]?|[（）().、．\s])*(?:“?十[一二三四五]五”?(?:时期|期间)?)?(?:[一-鿿]{0,8}?(?:的|主要|取得))?"
    r"(?:[一-鿿]{2,6})?(?:发展|工作|建设|创新|现有|良好|主要)(?:基础|成就|成效|成绩|现状|回顾)\s*"
)
_MEANS = re.compile(r"[夯筑巩加提打增强奠]")


class Said(NamedTuple):
    """`ahead`: what stands there is yet to be done; `duties`: it is standing duties (第二章 管理职责).

    `over`: it was done (第一节 发展基础, in a report 2023年工作回顾); in a report also `year`: the one that the heading names.
    """

    ahead: bool
    duties: bool
    over: bool = False
    year: str = ""


class Headings:
    """The headings of one text."""

    def __init__(self, view: scene.Scene) -> None:
        self.outline, self.text = view.outline, view.shadow.text
        self.ahead_from = _year_ahead(view.outline, self.text)

    def over(self, index: int) -> Said:
        """What the headings over the section of that index say together."""
        sections = (s for s in self.outline.ancestry(self.outline.sections[index]) if s.index)
        heads = [self.text[s.start : s.head_end] for s in sections]
        ahead, duties = any(map(self._is_ahead, heads)), any(map(status.duties, heads))
        if self.outline.doc_type != "report":
            back = any(map(_looks_back, heads))
            return Said(ahead and not back, duties, back)
        years = [m[1] for m in map(_YEAR_OF_WORK.search, heads) if m]
        return Said(ahead, duties, any(map(status.looks_back, heads)), years[0] if years else "")

    def _is_ahead(self, head: str) -> bool:
        year = _YEAR_OF_WORK.search(head) if len(head) <= 2 * SHORT else None
        coming = year is not None and year[1] >= self.ahead_from and not status.looks_back(head)
        return coming or status.plans_ahead(head)


def _looks_back(head: str) -> bool:
    return _LOOKS_BACK.fullmatch(head) is not None and not _MEANS.search(head)


def _year_ahead(outline: scene.Outline, text: str) -> str:
    """The first year whose tasks are still ahead: the one after that of the title, or that of the date where it is earlier."""
    titled = _YEAR.findall(text, *outline.title) if outline.title else []
    return min(str(int(min(titled)) + 1) if titled else "9999", (outline.date or "9999")[:4])
