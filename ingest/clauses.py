"""Clauses with who acts, when, and with which status: the ground on which claims, grants and measures rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph import evidence
from ingest import scene, values
from ingest.find import words

_PROVISIONS = frozenset("measures notice plan opinions regulation approval call".split())
_ACTORS = frozenset(("Agency", "Organization"))
_ADVERB = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十百]+条|(?:一|二|三|四|五|六|七|八|九|十)是|首先|其次|同时|并且|并|此外|另外|目前|近年来|其中|未来|接下来|下一步|近[一-鿿\d]年来|据|经|由|为|在|自|按|根据|按照|以|对|将|于|[，、；：\s“”（）\d.]|\d{4}年|\d{1,2}月|\d{1,2}日|今年|去年|以来|起)*"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at start:end of the shadow text. `agent` is the entity that acts, `own` whether the clause names it."""

    start: int
    end: int
    sentence: int
    section: int
    status: evidence.Status
    cue: str = ""
    agent: str | None = None
    own: bool = False
    time: str = ""
    hedge: str = ""
    negated: bool = False
    heading: bool = False
    refs: tuple[scene.Ref, ...] = ()


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = words.lexicon("status")
    order = ("negated", "requested", "planned", "ongoing", "done")
    return tuple(
        (name, re.compile("|".join(sorted(map(re.escape, data[name]), key=len, reverse=True)))) for name in order
    )


def split(view: scene.Scene) -> tuple[Clause, ...]:
    """All clauses of the body in order, with agent, status and time carried over where the text leaves them out."""
    text = view.shadow.text
    found: list[Clause] = []
    state = _State(view)
    for index, sentence in enumerate(view.outline.sentences):
        state.open(sentence)
        for start, end in _pieces(text, sentence.start, sentence.end):
            clause = state.read(start, end, index, sentence)
            found.append(clause)
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces between commas, semicolons and colons that stand outside quotes and brackets."""
    begin, depth = start, 0
    for i in range(start, end):
        char = text[i]
        if char in "“《（(":
            depth += 1
        elif char in "”》）)":
            depth = max(0, depth - 1)
        elif depth == 0 and char in "，；：;":
            if i > begin:
                yield begin, i
            begin = i + 1
    if end > begin:
        yield begin, end - 1 if text[end - 1] in "。！？" else end


class _State:
    """What is carried from clause to clause: the acting body, the governing status, the time."""

    def __init__(self, view: scene.Scene) -> None:
        self.view, self.text = view, view.shadow.text
        self.default: evidence.Status = "planned" if view.outline.doc_type in _PROVISIONS else "ongoing"
        self.section = -1
        self.agent: str | None = view.author
        self.status: evidence.Status | None = None
        self.cue = ""
        self.time = ""
        self.section_status: evidence.Status | None = None

    def open(self, sentence: scene.Sentence) -> None:
        """A new sentence: section changes reset the agent, headings set the section's status."""
        if sentence.section != self.section:
            self.section = sentence.section
            self.agent = self.view.speaker(sentence.start)
            self.section_status = self._heading_status(sentence.section)
            self.carry = ""
        elif "\n" in self.text[self.last : sentence.start]:
            self.carry = ""
            self.agent = self.view.speaker(sentence.start)
        elif self.agent in self.view.entities and self.view.entities[str(self.agent)].type == "Organization":
            self.agent = self.view.speaker(sentence.start)
        self.last = sentence.end
        self.time = self.carry
        self.status = None
        piece = self.text[sentence.start : sentence.start + 12]
        if re.match(r"(?:下一步|接下来|未来|今后|下一阶段)", piece):
            self.section_status = "planned"
            self.agent = self.view.speaker(sentence.start)
        if re.match(r"近[一-鿿\d]年来", piece):
            times = values.find_dates(self.text, sentence.start, sentence.start + 8, self.view.outline.date)
            self.carry = times[0].iso if times else ""
            self.time = self.carry

    carry = ""
    last = 0

    def _heading_status(self, index: int) -> evidence.Status | None:
        for section in self.view.outline.ancestry(self.view.outline.sections[index]):
            head = self.text[section.start : section.head_end]
            if section.index and len(head) < 60 and any(w in head for w in words.lexicon("status")["planned_headings"]):
                return "planned"
        return None

    def read(self, start: int, end: int, index: int, sentence: scene.Sentence) -> Clause:
        """One clause: its own subject, status and time, else those carried over."""
        piece = self.text[start:end]
        refs = tuple(self.view.within(start, end))
        agent, own = self._agent(start, end, refs)
        times = values.find_dates(self.text, start, end, self.view.outline.date)
        outside = [
            t
            for t in times
            if not any(r.type == "Policy" and r.start <= t.start < r.end for r in refs)
            and self.text[t.start] not in "“十"
        ]
        if outside:
            self.time = outside[0].iso
        status, cue, negated = self._status(piece, bool(outside), outside)
        hedge = re.search(r"同等条件下?|尽可能|原则上|视情|酌情|适当|条件成熟|符合条件|在[^，]{2,14}基础上", piece)
        return Clause(
            start,
            end,
            index,
            sentence.section,
            status,
            cue,
            agent,
            own,
            self.time,
            hedge[0] if hedge else "",
            negated,
            sentence.heading,
            refs,
        )

    def _agent(self, start: int, end: int, refs: tuple[scene.Ref, ...]) -> tuple[str | None, bool]:
        lead = _ADVERB.match(self.text, start, end)
        after = lead.end() if lead else start
        for ref in refs:
            if (
                ref.type in _ACTORS
                and ref.start <= after + 1
                and not self._genitive(ref)
                and not self._object_of(ref, start)
            ):
                self.agent = ref.entity
                return ref.entity, True
            if ref.start > after + 1:
                break
        passive = re.search(r"由", self.text[start:end])
        if passive:
            at = start + passive.end()
            for ref in refs:
                if (
                    ref.type in _ACTORS
                    and ref.start <= at + 8
                    and ref.start >= at
                    and self.text[at : ref.start].count("的") == 0
                ):
                    return ref.entity, True
        return self.agent, False

    def _genitive(self, ref: scene.Ref) -> bool:
        return self.text[ref.end : ref.end + 1] in ("的", "有") and self.text[ref.end : ref.end + 4] != "有关"

    def _object_of(self, ref: scene.Ref, start: int) -> bool:
        return bool(re.search(r"(?:经|向|对|据|与|和|按|按照|遵照|根据|以|在|为|征求)$", self.text[start : ref.start]))

    def _status(self, piece: str, dated: bool, times: list[values.Time]) -> tuple[evidence.Status, str, bool]:
        bare = re.sub(r"《[^》]*》|“[^”]*”", "", piece)
        negated = _cues()[0][1].search(bare)
        for name, pattern in _cues()[1:]:
            match = pattern.search(bare)
            if match and not (match[0] == "将" and self._fronts(bare)) and not self._noun(bare, match):
                governed = self.status == "planned" or self.section_status == "planned"
                if name == "ongoing" and governed and not match[0].startswith(("已", "正")):
                    return "planned", self.cue, bool(negated)
                self.status = name  # type: ignore[assignment]
                self.cue = match[0]
                own: evidence.Status = name  # type: ignore[assignment]
                if name in ("requested",) and self.section_status == "planned":
                    own = "planned"
                if name == "done" and self.section_status == "planned" and not re.search(r"已|了", bare):
                    own = "planned"
                return own, match[0], bool(negated)
        if self.section_status:
            return self.section_status, "", bool(negated)
        if self.status in ("planned",):
            return "planned", self.cue, bool(negated)
        if self.status == "requested":
            return "ongoing", "", bool(negated)
        if self.view.outline.doc_type in _PROVISIONS:
            standing = any(w in bare for w in words.lexicon("status")["standing"])
            return ("ongoing" if standing else "planned"), "", bool(negated)
        signed = self.view.outline.date or "9999"
        if (
            dated
            and times
            and times[0].iso[:7] <= signed[:7]
            and (times[0].iso[:4] < signed[:4] or len(times[0].iso) > 4)
        ):
            self.status = "done"
            return "done", self.text[times[0].start : times[0].end], bool(negated)
        if self.status == "done" and re.search(
            r"\d+(?:项|家|个|万元|亿元)|^(?:并)?(?:设立|成立|建成|启动|组建|投入运营)", bare
        ):
            return "done", self.cue, bool(negated)
        if self.time and "/" not in self.time and self.status == "done":
            return "done", self.cue, bool(negated)
        return self.default, "", bool(negated)

    @staticmethod
    def _fronts(piece: str) -> bool:
        after = piece.partition("将")[2]
        return any(verb in after for verb in words.lexicon("status")["fronting"]) and not re.match(
            r"(?:积极|继续|进一步|加|会|在)", after
        )

    def _noun(self, piece: str, match: re.Match[str]) -> bool:
        """计划 in 科技计划, 努力 as an adverb, 同意 in 经…同意 are no cue of the act itself."""
        word, before = match[0], piece[: match.start()]
        if word == "持续" and before.endswith("可"):
            return True
        if word == "报请" and re.search(r"出台|印发|批准了|同意", piece[match.end() :]):
            return True
        if word == "计划":
            return not re.match(r"(?:在|于|到|用|[一二三四五\d]+年|投入|建设|安排|争取)", piece[match.end() :]) or bool(
                re.search(r"[科研发技才项程]$", before)
            )
        if word in (
            "批复",
            "批准",
            "同意",
            "印发",
            "出台",
            "确定",
            "成功",
            "完成",
            "建成",
            "下达",
            "获批",
            "拨付",
            "先后",
            "累计",
            "实际",
        ):
            if self.view.outline.doc_type in _PROVISIONS and word not in ("同意", "批复", "批准", "印发", "出台"):
                return True
            return bool(re.search(r"(?:争取|申请|报请|拟|将|可|对)[^，]{0,12}$", before)) and word not in (
                "出台",
                "印发",
            )
        return False


def refine(clause: Clause, **changes: object) -> Clause:
    """A copy with changes, for those who know more of one clause."""
    return replace(clause, **changes)  # type: ignore[arg-type]
