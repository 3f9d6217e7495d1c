"""Acts in English sentences: each verb group with its subject, voice, status and time, carried from lead-ins to listed items."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph import evidence
from ingest import scene
from ingest.english import outline, subjects, values, verbs, voice
from ingest.english.subjects import ACTORS
from ingest.find import words

_PRONOUN = re.compile(r"^(?:[^,]{0,40}, )?(?:It|We|They|it|we|they)\b")
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.,() ]{2,40},? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?(?:\([^)]{1,20}\) ?)?[—–-]+ ?"
)
# the Laboratory, which will be run by
_WHICH = re.compile(r",? (?:which|that) (?:[a-z]+ ){0,4}$")
_IT = re.compile(r"(?:[Ii]t|[Tt]hey) ")
# A date that something is counted from is not when it happens: 180 days after November 15, 2021.
_DEADLINE = re.compile(r"\b(?:days?|months?|years?) (?:after|before|from)[^,;]{0,14}$|\bas of $|\bprior to $")
# The Secretary shall, in coordination with …, establish: what stands between modal and verb is set aside.
_ASIDE = re.compile(r"\b(shall|may|will|must|has|have), [^,;]{2,140}, $")
# The purposes of the program are to: what follows is what it is for, no act.
_PURPOSES = re.compile(r"\b(?:purpose|goal|objective|aim)s? (?:of|for)\b[^.;]*\b(?:is|are|shall be)\b")
_MAY = re.compile(r"\b((?:is|are) (?:authorized|directed)), [^,;]{2,140}, to $")
# It drafts plans and, together with the Bureau, oversees the fund.
_AND_ASIDE = re.compile(r"\band, [^,;]{2,140}, $")
_ASIDE_WINDOW, _MODAL_WINDOW, _WHICH_WINDOW = 200, 42, 60


@dataclass(frozen=True, slots=True)
class Act:
    """A verb group at start:end in the clause at `clause`. `verb` is the lemma; `subject` the refs that act or, in the
    passive, are acted on; `agent` who acts. `main` marks the group that carries the clause, `heading` a heading's."""

    start: int
    end: int
    clause: tuple[int, int]
    verb: str
    passive: bool
    status: evidence.Status
    cue: str
    agent: str | None = None
    subject: tuple[scene.Ref, ...] = ()
    main: bool = False
    own: bool = False
    negated: bool = False
    time: str = ""


_APPROPRIATION = re.compile(r"\b[Tt]here (?:is|are) (?:hereby )?authorized\b")


def appropriates(text: str, clause: tuple[int, int]) -> bool:
    """Whether a clause only authorizes money: There are authorized to be appropriated …."""
    return _APPROPRIATION.search(text, *clause) is not None


@dataclass
class _Lead:
    """A line that goes on in the items below it: who acts, with which status, and whether the items are acts."""

    level: int
    agent: str | None
    status: evidence.Status
    cue: str
    acts: bool


def split(view: scene.Scene) -> tuple[Act, ...]:
    """All acts of the body in order."""
    reader = _Reader(view)
    found: list[Act] = []
    for sentence in view.outline.sentences:
        if sentence.heading:
            reader.leads.clear()
            continue
        found += reader.sentence(sentence)
    return tuple(found)


class _Reader:
    """Reads sentence by sentence; lead-ins and the last agent are carried over."""

    def __init__(self, view: scene.Scene) -> None:
        self.view, self.text = view, view.shadow.text
        self.leads: list[_Lead] = []
        statute = outline.is_statute(view.outline)
        self.author = None if statute else view.author
        self.last = self.author
        self.topic: tuple[scene.Ref, ...] = ()
        self.provisions = view.outline.doc_type in words.lexicon("english")["provisions"] and not statute

    def sentence(self, sentence: scene.Sentence) -> list[Act]:
        """The acts of one sentence: its clauses between semicolons, each with its main verb group and what hangs on it."""
        label = outline.LABEL.match(self.text, sentence.start, sentence.end)
        level = outline.level(label)
        while self.leads and (self.leads[-1].level >= level or not label):
            self.leads.pop()
        dateline = _DATELINE.match(self.text, sentence.start, sentence.end)
        start = label.end() if label else dateline.end() if dateline else sentence.start
        found: list[Act] = []
        for a, b in _clauses(self.text, start, sentence.end):
            found += self._clause(a, b, found)
        self._lead(sentence, level, found)
        self.topic = self._topic(start, sentence.end, found)
        return found

    def _topic(self, start: int, end: int, found: list[Act]) -> tuple[scene.Ref, ...]:
        """What the sentence is about: the subject of its first act, or the thing that it begins with."""
        told = next((a.subject for a in found if a.subject), ())
        opening = tuple(r for r in self.view.within(start, end, outer=True)[:1] if r.start - start < 5)
        return told or opening or (self.topic if _PRONOUN.match(self.text[start:end]) else ())

    def _lead(self, sentence: scene.Sentence, level: int, found: list[Act]) -> None:
        """A line without an end mark, or with a colon, leads items in."""
        piece = self.text[sentence.start : sentence.end].rstrip()
        if piece[-1] in ".;!?”)" or piece.endswith((" and", " or", ",")):
            return
        bare = re.search(
            r"\b(?:shall|will|may|must|should|is to|are to|responsible for|to|by)[:—–-]*$", piece
        ) or re.search(r"\b(?:following|as follows|actions?|measures|steps|we will|priorities)[:—–-]*$", piece)
        main = next((a for a in found if a.main), None)
        status, cue, agent = (main.status, main.cue, main.agent) if main else ("planned", "", None)
        if bare and (main is None or main.agent is None):
            agent = self._agent_before(sentence.start, sentence.end)
            status, cue = self._modal(sentence.start, sentence.end)
        self.leads.append(_Lead(level, agent, status, cue, bool(bare) and not _PURPOSES.search(piece)))

    def _agent_before(self, start: int, end: int) -> str | None:
        refs = subjects.subjects(self.view, start, end)
        actors = [r for r in refs if r.type in ACTORS]
        return actors[0].entity if actors else self.leads[-1].agent if self.leads else self.last

    def _modal(self, start: int, end: int) -> tuple[evidence.Status, str]:
        for name, pattern in voice.cues():
            match = pattern.search(self.text, start, end)
            if match:
                return name, match[0]
        return "planned", ""

    # -- clauses ---------------------------------------------------------------------------------------------

    def _clause(self, start: int, end: int, earlier: list[Act]) -> list[Act]:
        found: list[Act] = []
        time = self._time(start, end)
        for group in verbs.groups(self.view, start, end):
            act = self._act(group, found, earlier)
            if act is not None:
                found.append(replace(act, time=time))
        return found

    def _time(self, start: int, end: int) -> str:
        inside = [r for r in self.view.within(start, end) if r.type == "Policy"]
        times = [t for t in values.find_dates(self.text, start, end) if not any(r.start <= t.start < r.end for r in inside)
                 and not _DEADLINE.search(self.text, max(start, t.start - 24), t.start)]  # fmt: skip
        return times[0].iso if times else ""

    # -- one act ---------------------------------------------------------------------------------------------

    def _act(self, group: verbs.Group, found: list[Act], earlier: list[Act]) -> Act | None:
        before = self._before(group)
        near = re.findall(r"[A-Za-z’'-]+", before.lower())[-5:]
        last = next((w for w in reversed(near) if not voice.is_adverb(w)), "")
        if group.form == "base" and group.verb.split()[0] in verbs.UNCHANGED and last in verbs.BE:
            group = group._replace(form="en")
        shape = voice.shape(near, group.form, self.text[group.end : group.end + 16])
        finite = self._finite(group, shape, before, found, earlier) if shape else None
        return finite or self._listed_act(group, found) or self._hanging(group, last, found)

    def _before(self, group: verbs.Group) -> str:
        """The words right before a verb group, without what is set aside among them."""
        before = _MAY.sub(r"\1 to ", self.text[max(group.clause[0], group.start - _ASIDE_WINDOW) : group.start])
        if before.endswith(", "):
            before = _AND_ASIDE.sub("and ", _ASIDE.sub(r"\1 ", before))
        return before[-_MODAL_WINDOW:]

    def _finite(
        self,
        group: verbs.Group,
        shape: tuple[bool, evidence.Status, str],
        before: str,
        found: list[Act],
        earlier: list[Act],
    ) -> Act | None:
        """A verb group with its own voice and status; None where a bare form stands apart from any subject."""
        (start, _), at = group.clause, group.start
        passive, status, cue = shape
        subject = tuple(subjects.subjects(self.view, start, at))
        if led := _WHICH.search(self.text, max(start, at - _WHICH_WINDOW), at):
            subject = tuple(r for r in self.view.within(start, at, outer=True) if r.end == led.start())[:1] or subject
        if passive and not subject and _IT.match(self.text, start, at):
            subject = next((a.subject for a in reversed(earlier) if a.subject), self.topic)
        plural = group.form != "base" or len(subject) > 1 or cue
        if not cue and not passive and not (plural and subjects.adjacent(self.text, subject, start, at)):
            return None
        agent, own = self._agent(group, subject, passive, found or earlier)
        negated = bool(voice.negated().search(before[-24:])) or bool(re.match(r"No\b|None\b", self.text[start:at]))
        main = not any(a.main and not a.negated for a in found) or status == "planned"
        if cue == "be":
            main, status = False, found[-1].status if found else status
        return Act(*group[:4], passive, status, cue, agent, subject, main, own, negated)

    def _listed_act(self, group: verbs.Group, found: list[Act]) -> Act | None:
        """An item below a lead-in, or a provision that begins with its verb: Support enterprises in …"""
        lead = self.leads[-1] if self.leads else None
        first = not found and not re.search(r"[a-z]", self.text[group.clause[0] : group.start])
        if not first or group.form not in ("base", "ing"):
            return None
        if lead is not None and lead.acts and lead.agent is not None:
            return Act(*group[:4], False, lead.status, lead.cue, lead.agent, main=True, own=True)
        if group.form == "base" and self.text[group.start].isupper() and self.provisions:
            return Act(*group[:4], False, "planned", "", lead.agent if lead else self.author, main=True)
        return None

    def _hanging(self, group: verbs.Group, last: str, found: list[Act]) -> Act | None:
        """Infinitives, gerunds, coordinated verbs and reduced passives take over what the act before them has."""
        form, (start, end) = group.form, group.clause
        main = next((a for a in reversed(found) if a.cue != "by"), None)
        if form in ("ed", "en") and re.match(
            r"(?: [a-z]+ly)? (?:by|through|under|pursuant)\b", self.text[group.end : group.end + 20]
        ):
            subject = subjects.owner_of_passive(self.view, start, group.start)
            if not subject and last in ("and", "or") and found and (found[-1].passive or not found[-1].agent):
                subject = found[-1].subject  # is funded by A and managed by B
            named = subjects.by(self.view, group.end, end)
            to_be = "to be" in self.text[group.start - 6 : group.start]
            status: evidence.Status = "planned" if main and main.status == "planned" and to_be else "ongoing"
            return Act(*group[:4], True, status, "by", named.entity if named else None, subject)
        if main is None:
            return self._purpose(group, last)
        coordinated = (form == "base" and last in ("and", "or", "to")) or (
            form == "ing" and last not in voice.DETERMINERS
        )
        same = form in ("ed", "s") and last == "and" and not main.passive
        if coordinated or same:
            goes_on = last == "and" and main.main
            return Act(
                *group[:4], False, main.status, main.cue, main.agent, main.subject, goes_on, main.own, main.negated
            )
        return None

    def _purpose(self, group: verbs.Group, last: str) -> Act | None:
        """An item that says a purpose (to support …) hangs on the lead-in above it."""
        lead = self.leads[-1] if self.leads else None
        if lead is not None and lead.agent is not None and group.form == "base" and last in ("to", ""):
            return Act(*group[:4], False, lead.status, lead.cue, lead.agent)
        return None

    # -- who acts --------------------------------------------------------------------------------------------

    def _agent(
        self, group: verbs.Group, subject: tuple[scene.Ref, ...], passive: bool, found: list[Act]
    ) -> tuple[str | None, bool]:
        if passive:
            named = subjects.by(self.view, group.end, group.clause[1])
            return (named.entity, True) if named else (None, False)
        actors = [r for r in subject if r.type in ACTORS]
        if actors:
            self.last = actors[0].entity
            return actors[0].entity, True
        if subject:
            return None, True
        lead_in = self.text[group.clause[0] : group.start]
        if _PRONOUN.match(lead_in):
            we = re.search(r"\b[Ww]e\b", lead_in)
            if not we and self.topic and not any(r.type in ACTORS for r in self.topic):
                return None, True  # the zone lies in the west. It forms the core of …
            return (self.author if we else self.last), True
        if found and re.match(r"(?:and |or )?(?:shall|will|may|has|have|is|also)\b", lead_in.lstrip(" ,")):
            return found[-1].agent, found[-1].own
        lead = self.leads[-1] if self.leads else None
        if lead is not None and re.match(r"(?:shall|will|may|has|have)\b", lead_in.strip()):
            return lead.agent, True
        return None, False


_CUT = re.compile(
    r"; (?:and |or )?|,? (?:said|says|added|noted|stated|confirmed)(?: that)? (?=[A-Zt])|, (?:and|but|while|whereas) (?=(?:it|they|we|the|[A-Z])[^,;]{0,60}? (?:will|shall|may|has|have|is|are)\b)"
)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pieces between semicolons and before a conjunction that brings a subject of its own."""
    found, begin = [], start
    for match in _CUT.finditer(text, start, end):
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, end))
    return [(a, b) for a, b in ((a, _trim(text, a, b)) for a, b in found) if b - a > 2]


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " .;," and not text.endswith(("Ltd.", "Inc.", "Corp.", "Co."), start, end):
        end -= 1
    return end
