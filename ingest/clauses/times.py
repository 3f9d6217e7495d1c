"""When what a clause tells happened or is due: the time that it names, one that governs its sentence, the day of a news item."""

from __future__ import annotations

import re

from ingest import scene, values

_BACK = re.compile(r"近[一-鿿\d]年来")
# Cheap words of which every time holds one.
_DATED = re.compile(r"年|“十|期间|月(?<=\d月)")
_MONTH = re.compile(r"\d{1,2}月")
_COMING = re.compile(r"[将拟前起]|计划|预计|力争|争取|定于|底|期间|下一步")
# Characters of a full date.
_DAY = 10
# What a time that governs may have before it, and behind it up to the comma: （一）截至|2023年|底，.
_LEAD = re.compile(
    r"\s*(?:【[^】]*】|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s?|[一二三四五六七八九十]是|[—\-·]{1,2})?(?:自|从|到|至|在|于|截至|早在|其中|目前)?"
)
_ADVERB = re.compile(r"(?:[上中下]旬|[初底末前]|以[来前]|起|来|[期之]?间|内|[上下]半年|第?[一二三四]季度|度|全年)?")
# 较上年增长, 比2020年提高, 与上年度比较: what a figure is held against.
_AGAINST = re.compile(r"[较比]于?$")
_BESIDE, _COMPARED = re.compile(r"[与同和]$"), re.compile(r"度?(?:末|底|同期)?(?:相比|比较|持平|基本持平)")
# 去年的10.5亿元: which figure is meant; 2024年度项目: which projects.
_OF_SOMETHING = re.compile(
    r"度?的(?:[^，。；]{0,6}\d|[《“])|度[^，。；\d]{0,10}(?:项目|课题|专项|计划|预算|名单|指南|任务)"
)
# 有效期至2027年底, 延续执行至2025年: the end of something.
_LASTS = re.compile(r"(?:有效期|执行|延续|延长|顺延|持续|保留)[^，。；]{0,4}[至到]$")
# 合作协议（2023—2027年）: part of a name.
_TITLED = re.compile(r"(?:协议|规划|计划|方案|纲要|行动|意见|备忘录|工程)[》”]?[（(]$")


class Times:
    """The times of one text: `open` takes each sentence, `read` each clause of it; `now` is the time of the clause read last."""

    def __init__(self, view: scene.Scene) -> None:
        self.text, self.signed = view.shadow.text, view.outline.date or ""
        self.news = view.outline.doc_type == "news"
        self.now = self.governing = self.carried = self.event = ""
        self.lent = False

    def open(self, sentence: scene.Sentence, year: str) -> None:
        """A sentence begins with what its paragraph or its section brings: 近三年来，…, the year of a heading."""
        if _BACK.match(self.text, sentence.start):
            times = values.find_dates(self.text, sentence.start, sentence.start + 8, self.signed)
            self.carried = times[0].iso if times else ""
        self.now = self.governing = self.carried or year
        self.lent = False

    def paragraph(self) -> None:
        """A new paragraph: what the one before carried is over."""
        self.carried = ""

    def read(
        self, start: int, end: int, refs: tuple[scene.Ref, ...], sentence: scene.Sentence, coming: bool, other: bool
    ) -> list[values.Time]:
        """The clause's own times; `now` is the first of them, else what is carried on.

        `coming` says that the clause is of plans, `other` that somebody else acts in it than in the one before.
        """
        if self.text[start - 1] in "：:":
            self.governing = self.now
        elif other or self.text[start - 1] in "；;":
            self.now, self.lent = self.governing, False
        if not _DATED.search(self.text, start, end):
            return []
        found = values.find_dates(self.text, start, end, self.signed)
        own = [t for t in found if self._is_own(t, start, end, refs)]
        if own:
            self.now, self.lent = own[0].iso, False
            if not coming and self._of_last_year(own[0], sentence):
                self.now = f"{int(self.now[:4]) - 1}{self.now[4:]}"
            if self._opens(own[0], start, end):
                self.governing = self.now
            # What a news item goes on to tell of happened on the day with which it begins.
            if self.news and not self.event and len(self.now) == _DAY:
                self.event = self.now
        return own

    def of(self, planned: bool, signed: bool) -> str:
        """The time of the clause read last: of what is signed the event's, which what is planned at it does not share."""
        if signed and not planned and not self.now and self.event:
            self.now, self.lent = self.event, True
        return "" if planned and self.lent else self.now

    def ahead(self, iso: str) -> bool:
        """Whether a time begins after the document's own year, or in it after its day."""
        begins, signed = iso.split("/")[0], self.signed
        return bool(signed) and (begins[:4] > signed[:4] or begins[: len(signed)] > signed[: len(begins)])

    def past(self, iso: str) -> bool:
        """Whether a time is over for who signs."""
        signed = self.signed or "9999"
        return iso[:7] <= signed[:7] and (iso[:4] < signed[:4] or len(iso) > 4)

    def _is_own(self, time: values.Time, start: int, end: int, refs: tuple[scene.Ref, ...]) -> bool:
        """Whether the time is that of the clause, and not part of a name, of what is compared or of what is spoken of."""
        if any(r.type == "Policy" and r.start <= time.start < r.end for r in refs) or self.text[time.start] in "“十":
            return False
        before = self.text[max(start, time.start - 12) : time.start]
        if _AGAINST.search(before) or _TITLED.search(before) or _OF_SOMETHING.match(self.text, time.end, end):
            return False
        if _BESIDE.search(before) and _COMPARED.match(self.text, time.end, end):
            return False
        return not _LASTS.search(before)

    def _of_last_year(self, time: values.Time, sentence: scene.Sentence) -> bool:
        """Whether a month without a year, later than that of signing, is last year's: in February 9月，市政府出台…."""
        told = self.ahead(time.iso) and _MONTH.match(self.text, time.start)
        return bool(told) and not _COMING.search(self.text, sentence.start, sentence.end)

    def _opens(self, time: values.Time, start: int, end: int) -> bool:
        """Whether the time is all that its clause says, and governs what follows in the sentence."""
        leads = _LEAD.fullmatch(self.text, start, time.start) is not None
        return leads and _ADVERB.fullmatch(self.text, time.end, end) is not None and self.text.startswith("，", end)
