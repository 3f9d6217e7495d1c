"""What is carried from clause to clause: the acting bodies, the governing status, the time."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene, values
from ingest.clauses import actors, charged, governments, headings, items, plans, times
from ingest.clauses import status as status_room
from ingest.clauses.clause import Clause
from ingest.clauses.under import below

_AHEAD = re.compile(r"下一步|接下来|未来|今后|下一阶段")
# A provision that looks back: 改革开放以来，…; 近年来，….
_PAST = re.compile(r"[^，。]{0,24}(?:以来|近年来|多年来)，")
# What parties do at an event.
_SIGNED = re.compile(r"签署|签订|签约|揭牌|达成|共建(?!的)|授牌")
_ITEM = re.compile(r"(?:[-•·●▪◆] *)?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])")
_LISTS = re.compile(r"(?:下列|以下|如下|职责(?=[^，。]{0,6}$))[^，。]{0,12}$")
# Under a heading of duties the holder of an office, who is no body: 2.县级河长：….
_OFFICE = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．] ?)[一-鿿、]{2,12}?(?:长|员|人|主任)(?:主要)?(?:职责)?[：:]"
)
_HOLDERS = frozenset(("Agency", "Organization", "Mechanism"))
# 现将有关事项通知如下: what the sentence tells besides is over.
_NOTIFIES = re.compile(r"现[就将][^，。]{2,20}(?:通知|通告|公告|函告|说明)如下")
_GOES_ON = re.compile(r"\d+(?:项|家|个|万元|亿元)|^(?:并)?(?:设立|成立|建成|启动|组建|投入运营)")
# Things whose names are made of words that elsewhere are cues.
_SOMETHING = "某物"
_NAMED = frozenset("Fund Programme Platform Mechanism Project Organization".split())


class State:
    """What the clauses read so far leave to the next one; `open` takes a sentence, `read` each clause of it."""

    def __init__(self, view: scene.Scene) -> None:
        self.view, self.text = view, view.shadow.text
        self.prescribes = self.provisions = view.outline.prescribes
        self.default: evidence.Status = "planned" if self.provisions else "ongoing"
        self.section, self.last, self.heading = -1, 0, False
        self.headings = headings.Headings(view)
        self.agents: tuple[str, ...] = ()
        self.generic = self.public = self.passive = False
        self.before: tuple[str, ...] = ()
        self.status: evidence.Status | None = None
        self.cue, self.times = "", times.Times(view)
        self.section_status: evidence.Status | None = None
        self.charges = charged.Charges(view)
        self.helpers: tuple[str, ...] = ()
        self.charged: tuple[str, ...] = ()
        self.lead = items.Lead()
        self.duties = self.past = self.agreed = False
        self.listed: tuple[str, ...] = ()
        self.listing, self.on_duty = "", False
        self.plans = plans.Plans(view)
        self.year = ""
        self.together: list[tuple[str, ...]] = []
        self.told: evidence.Status = self.default

    def open(self, sentence: scene.Sentence) -> None:
        """A new sentence: a new section or paragraph brings its speaker back, a heading sets the section's status."""
        if sentence.section != self.section:
            self.section = sentence.section
            under = self.headings.over(sentence.section)
            planned = under.ahead or (self.plans.over(sentence.section) and not under.over)
            self.section_status, self.told = "planned" if planned else None, "done" if under.over else self.default
            self.duties, self.year = under.duties, under.year
            self.provisions = self.prescribes and not under.over
            self._return_to_speaker(sentence)
        elif "\n" in self.text[self.last : sentence.start]:
            self._return_to_speaker(sentence)
        elif self.generic or self.passive or self._kind() == "Organization" or plans.intends(self.text, sentence):
            self._speak(sentence.start)
        self.heading = self._heads(sentence)
        self._lead(sentence.start)
        self._list(sentence)
        self._office(sentence)
        self._charge(sentence)
        self.last, self.status = sentence.end, None
        self.times.open(sentence, self.plans.year or self.year)
        self.past = bool(_PAST.match(self.text, sentence.start, sentence.end))
        self.notifies = bool(_NOTIFIES.search(self.text, sentence.start, sentence.end))
        self.promises = False
        if _AHEAD.match(self.text, sentence.start):
            self.section_status = "planned"
            self._speak(sentence.start)
        if not self.prescribes and self.plans.opened(sentence):
            self.section_status = "planned"

    def _list(self, sentence: scene.Sentence) -> None:
        """The items under X履行下列职责： have X for their subject, however they are set."""
        self.on_duty = False
        if self.listing and _ITEM.match(self.text, sentence.start):
            self.agents, self.generic = self.listed, not self.listed
            self.on_duty = self.listing == "duties"
        elif self.text[sentence.end - 1] not in "：:" and sentence.end - sentence.start > 6:
            self.listed, self.listing = (), ""

    def _office(self, sentence: scene.Sentence) -> None:
        """Under duties an item that begins with the holder of an office is nobody's that the text names."""
        label = _OFFICE.match(self.text, sentence.start, sentence.end) if self.duties else None
        named = self.view.within(sentence.start, label.end()) if label else []
        if label and not any(r.type in _HOLDERS for r in named):
            self.agents, self.generic, self.public = (), True, True

    def _charge(self, sentence: scene.Sentence) -> None:
        """（A、B负责） behind a paragraph says who acts in it, up to the charge before."""
        self.helpers = self.charged = ()
        if (bodies := self.charges.of(sentence)) is not None:
            self.agents, self.helpers, self.generic = bodies[:1], bodies[1:], not bodies
            self.charged = bodies[:1]

    def resume(self, sentence: scene.Sentence) -> None:
        """After a charge on what stands before: whoever is charged with the sentence itself, else the speaker."""
        self._speak(sentence.start)
        self._charge(sentence)

    def _return_to_speaker(self, sentence: scene.Sentence) -> None:
        self.times.paragraph()
        self._speak(sentence.start)

    def _speak(self, position: int) -> None:
        speaker = governments.answers_for(self.view, self.view.speaker(position))
        self.agents, self.generic, self.passive = (speaker,) if speaker else (), False, False

    def _kind(self) -> str:
        known = self.agents and self.agents[0] in self.view.entities
        return self.view.entities[self.agents[0]].type if known else ""

    def _lead(self, start: int) -> None:
        """二是… begins with whoever acted before 一是…."""
        if items.opens_later(self.text, start):
            self.agents, self.generic, self.public = self.lead.agents, self.lead.generic, self.lead.public
            self.passive = False
        else:
            self.lead = items.Lead(self.agents, self.generic, self.public)

    def read(self, start: int, end: int, index: int, sentence: scene.Sentence) -> Clause:
        """One clause: its own subject, status and time, else those carried over."""
        if start > sentence.start and items.opens(self.text, start):
            self._lead(start)
        piece = self.text[start:end]
        inside = self.view.within(start, end)
        refs, outer = tuple(inside), tuple(scene.outermost(inside))
        before = self.agents
        own = self._act(start, end, outer, piece)
        other = own and not set(before) & set(self.agents)
        coming = self.provisions or bool(self.section_status)
        dated = self.times.read(start, end, refs, sentence, coming, other)
        bare = status_room.bare(self._unnamed(start, end, outer))
        if own and self.text[start - 1] in "；;" and not self.prescribes and status_room.happened(bare):
            self.status = None  # 双方将共建L；A与B签订协议: another has done something else
        status, cue = self._status(bare, dated)
        if status == "done" and self.times.ahead(self.times.now):
            status = "planned"  # 2031年上半年，各市印发方案: it is told before it happens
        self.agreed = self.section == 0 and status_room.agreed(piece)
        time = self.times.of(status == "planned", signed=status == "done" and _SIGNED.search(bare) is not None)
        return Clause(
            start, end, index, sentence.section, status, cue, self.agents[0] if self.agents else None, own, time,
            status_room.hedge(piece), status_room.negated(bare), self.heading, refs, outer, self.agents, () if own and self.agents != self.charged else self.helpers,
            charged=bool(self.charged) and self.agents[:1] == self.charged, provision=self.provisions,
        )  # fmt: skip

    def _unnamed(self, start: int, end: int, outer: tuple[scene.Ref, ...]) -> str:
        """The clause with a blank for each name in it, whose words tell nothing of what happens (未来产业基金, 成果转化行动)."""
        piece, at = "", start
        for ref in outer:
            if ref.type in _NAMED and ref.start >= at:
                piece, at = piece + self.text[at : ref.start] + _SOMETHING, ref.end
        return piece + self.text[at:end]

    def _heads(self, sentence: scene.Sentence) -> bool:
        """Whether the sentence is a heading: in provisions a numbered line without a full stop over more text is one,
        and a numbered sentence with nothing under it is none."""
        if not self.provisions:
            return sentence.heading
        section = self.view.outline.sections[sentence.section]
        closed = self.text[sentence.end - 1] in "。；;：:！？"
        if sentence.heading:
            return not closed or below(self.view, sentence) is not None
        line = self.text[sentence.end : sentence.end + 1] in ("\n", "") and sentence.end - sentence.start <= 60
        opens = line and not closed and sentence.start <= section.start + 1 and section.index > 0
        return opens and below(self.view, sentence) is not None

    def _act(self, start: int, end: int, outer: tuple[scene.Ref, ...], piece: str) -> bool:
        if self.passive and self.text[start - 1] in "；;":
            self.agents, self.passive = self.before, False
        found = actors.find(self.view, start, end, outer)
        if self.charged and (found.purse or (found.generic and not status_room.obliges(piece))):
            found = actors.Actors(self.charged, named=True)
        if both := self._both(start, end):
            found = actors.Actors(both, named=True)
        # A row before a colon is whom a letter is sent to.
        if (row := actors.joined(self.text, outer)) and self.text[end : end + 1] not in ("：", ":"):
            self.together.append(row)
        if found.named:
            if found.passive and not self.passive:
                self.before = self.agents
            self.agents, self.generic, self.public = found.bodies, found.generic, found.public
            self.passive = found.passive
        if _LISTS.search(piece) and (self.agents or self._lists_duties(piece, end)):
            self.listed, self.listing = self.agents, "duties" if self._lists_duties(piece, end) else "list"
        if found.named:
            return True
        if self.generic and not self.public and self.provisions and actors.pattern("giving").search(piece):
            self._speak(start)
        return False

    def _both(self, start: int, end: int) -> tuple[str, ...]:
        """Whom 双方, 两市, 双方科技厅 mean: the row of bodies named last, of those whose names end so."""
        said = actors.both(self.text, start, end) if self.together else None
        if said is None:
            return ()
        ends = {"委": "委员会"}.get(said["form"] or "", said["form"] or "")
        rows = [r for r in self.together if all(self.view.entities[b].name.endswith(ends) for b in r)]
        return rows[-1] if rows else ()

    def _lists_duties(self, piece: str, end: int) -> bool:
        """Whether the clause opens a list of standing duties: X履行下列职责：."""
        return "职责" in piece and self.text[end : end + 1] in ("：", ":")

    def _status(self, bare: str, dated: list[values.Time]) -> tuple[evidence.Status, str]:
        shown = status_room.cue(bare, self.provisions) or (status_room.founded(bare) if self.agreed else None)
        if shown:
            return self._shown(*shown, bare)
        if self.section_status:
            return self.section_status, ""
        if self.status == "planned":
            return "planned", self.cue
        if self.status == "requested":
            return "ongoing", ""
        if self.provisions:
            if dated and self.times.past(dated[0].iso) and status_room.happened(bare) and "的" not in bare:
                return "done", ""
            if self.notifies and status_room.happened(bare):
                return "done", ""
            if self.status == "done" and self.cue.endswith("决定"):
                return "done", self.cue
            self.past = self.past or "是指" in bare
            return (
                "ongoing" if self.past or self.duties or self.on_duty or status_room.stands(bare) else "planned"
            ), ""
        if dated and self.times.past(dated[0].iso):
            self.status = "done"
            return "done", self.text[dated[0].start : dated[0].end]
        if self.status == "done" and (_GOES_ON.search(bare) or (self.times.now and "/" not in self.times.now)):
            return "done", self.cue
        promised, self.promises = self.promises, status_room.conditional(bare)
        return ("done" if status_room.happened(bare) and not promised else self.told), ""

    def _shown(self, name: evidence.Status, word: str, bare: str) -> tuple[evidence.Status, str]:
        """A cue of its own, unless a plan governs it: 将…定期召开 is planned."""
        ahead = self.section_status == "planned"
        if (
            name == "ongoing"
            and (ahead or self.status == "planned")
            and not word.startswith(("已", "正", "一直", "始终"))
        ):
            return "planned", self.cue
        if name == "requested" and self.status == "planned" and not word.startswith(("已", "正")):
            return "planned", self.cue
        self.status, self.cue = name, word
        if ahead and (name == "requested" or (name == "done" and not re.search(r"已|了", bare))):
            return "planned", word
        return name, word
