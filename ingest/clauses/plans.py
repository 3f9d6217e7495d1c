"""Intentions: sentences that open a list of what will be done (2024年我们将主攻：…), the sections that they govern, and 拟成立L."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import headings
from ingest.clauses import status as status_room

# A sentence that only opens a list: 下一步将重点做好以下工作：.
_OPENS = re.compile(r"[：:]$")
_YEAR_AHEAD = re.compile(
    r"(?P<year>20\d{2})年[^。；]{0,30}(?:将|要|工作安排|工作计划|工作打算|工作思路|重点工作|主要任务|目标任务)"
)
# The first of a list.
_FIRST = re.compile(r"\s*(?:一、|[（(][一1][）)]|1[.、．])")
_LONGEST = 160
# 拟成立L, not 拟定P.
_INTENDS = re.compile(r"(?:现|特|并)?拟(?![定订人])|(?:特)?恳请")


def intends(text: str, sentence: scene.Sentence) -> bool:
    """Whether the sentence begins with an intention of nobody named, which is the speaker's: 拟成立L."""
    return _INTENDS.match(text, sentence.start, sentence.end) is not None


class Plans:
    """What governs the sections of a text: `opened` takes each sentence, `over` each new section; `year` is the plan's, if it has one."""

    def __init__(self, view: scene.Scene) -> None:
        self.view, self.text = view, view.shadow.text
        self.at: tuple[int, int] | None = None
        self.year = ""

    def opened(self, sentence: scene.Sentence) -> bool:
        """Whether the sentence opens such a list, whose items are planned from then on."""
        piece = self.text[sentence.start : sentence.end]
        if len(piece) > _LONGEST or not _OPENS.search(piece):
            return False
        year, signed = _YEAR_AHEAD.match(piece.lstrip()), self.view.outline.date or ""
        shown = status_room.cue(status_room.bare(piece), False)
        headed = len(piece) <= headings.SHORT and status_room.plans_ahead(piece)
        if headed or (shown and shown[0] == "planned") or (year and signed and year["year"] >= signed[:4]):
            section = self.view.outline.sections[sentence.section]
            self.at = (section.index, section.level)
            self.year = year["year"] if year else ""
            return True
        return False

    def over(self, index: int) -> bool:
        """Whether the section is one of the items under such a sentence: deeper ones, or a list that begins anew behind it."""
        if self.at is None:
            return False
        section = self.view.outline.sections[index]
        if section.index != self.at[0] and section.level <= self.at[1]:
            anew = section.index == self.at[0] + 1 and _FIRST.match(self.text, section.start)
            self.at, self.year = ((section.index, section.level - 1), self.year) if anew else (None, "")
        return self.at is not None
