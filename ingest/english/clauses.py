"""Acts in English sentences: each verb group with its subject, voice, status and time, carried from lead-ins to listed items."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph import evidence
from ingest import scene
from ingest.english import outline, values
from ingest.find import words

ACTORS = frozenset(("Agency", "Organization", "Mechanism"))
_SUBJECTS = frozenset(
    ("Programme", "Platform", "Fund", "Policy", "Project", "DemonstrationZone", "HighTechZone", "DevelopmentZone")
)
_IRREGULAR = {"set": "set", "build": "built", "lead": "led", "run": "ran", "give": "gave", "make": "made", "begin": "began", "find": "found",
              "hold": "held", "bring": "brought", "cut": "cut", "seek": "sought", "oversee": "oversaw", "draw": "drew", "grow": "grew",
              "take": "took", "write": "wrote"}  # fmt: skip
_PARTICIPLE = {
    "give": "given",
    "run": "run",
    "oversee": "overseen",
    "draw": "drawn",
    "grow": "grown",
    "take": "taken",
    "write": "written",
}
_TOKEN = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_BEFORE_OBJECT = re.compile(
    r"(?:of|to|by|with|from|in|under|for|at|within|between|on|through|than|via|including|as|into|about|among|per)(?: (?:the|a|an|its|any|each))?(?: [a-z-]+)? ?$"
)
_BE = frozenset("is are was were be been being".split())
_HAVE = frozenset("has have had having".split())
_DETERMINERS = frozenset("the a an its their this that these those such each every any all some of for no".split())
_PRONOUN = re.compile(r"^(?:[^,]{0,40}, )?(?:It|We|They|it|we|they)\b")
_AND = re.compile(r"(?: \([^)]{1,40}\))?(?: of [A-Z]\w+)?,?(?: (?:and|as well as|together with))?(?: the| its)? ")
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.,() ]{2,40},? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?(?:\([^)]{1,20}\) ?)?[—–-]+ ?"
)
# A date that something is counted from is not when it happens: 180 days after November 15, 2021.
_DEADLINE = re.compile(r"\b(?:days?|months?|years?) (?:after|before|from)[^,;]{0,14}$|\bas of $|\bprior to $")
# The Secretary shall, in coordination with …, establish: what stands between modal and verb is set aside.
_ASIDE = re.compile(r"\b(shall|may|will|must|has|have), [^,;]{2,140}, $")
# The purposes of the program are to: what follows is what it is for, no act.
_PURPOSES = re.compile(r"\b(?:purpose|goal|objective|aim)s? (?:of|for)\b[^.;]*\b(?:is|are|shall be)\b")
_MAY = re.compile(r"\b((?:is|are) (?:authorized|directed)), [^,;]{2,140}, to $")
_TO = re.compile(r" to\b|, [^,;]{2,140}, to\b")
_ASIDE_WINDOW, _MODAL_WINDOW = 200, 42


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


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Inflected form → (lemma, form): base, s, ed, en or ing. Lemmas of several words hold their first word's forms."""
    lemmas = {v for f in words.lexicon("english")["frames"] for v in f["verbs"]} | set(words.lexicon("english")["acts"])
    table: dict[str, tuple[str, str]] = {}
    for lemma in sorted(lemmas, key=len):
        first, _, rest = lemma.partition(" ")
        tail = f" {rest}" if rest else ""
        for form, name in _forms(first):
            table.setdefault(form + tail, (lemma, name))
    return table


def _forms(verb: str) -> list[tuple[str, str]]:
    stem = verb[:-1] if verb.endswith("e") else verb
    doubles = re.search(r"[^aeiou][aeiou][bdgmnpt]$", verb) and (len(verb) <= 4 or verb.endswith("mit"))
    double = verb + verb[-1] if doubles else stem
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = double + "ed"
    past = _IRREGULAR.get(verb, past)
    return [(verb, "base"), (third, "s"), (past, "ed"), (_PARTICIPLE.get(verb, past), "en"), (double + "ing", "ing")]


@cache
def _longest() -> dict[str, int]:
    """The most words of a form that begins with a word."""
    longest: dict[str, int] = {}
    for form in lexicon():
        said = _TOKEN.findall(form)
        longest[said[0]] = max(len(said), longest.get(said[0], 0))
    return longest


@cache
def _cues() -> tuple[tuple[evidence.Status, re.Pattern[str]], ...]:
    table = words.lexicon("english")["status"]
    order: tuple[evidence.Status, ...] = ("requested", "ongoing", "planned")
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, table[name]))})\b", re.IGNORECASE)) for name in order
    )


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, words.lexicon('english')['status']['negated']))})\b", re.IGNORECASE
    )


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
        return found

    def _lead(self, sentence: scene.Sentence, level: int, found: list[Act]) -> None:
        """A line without an end mark, or with a colon, leads items in."""
        piece = self.text[sentence.start : sentence.end].rstrip()
        if piece[-1] in ".;!?”)" or piece.endswith((" and", " or", ",")):
            if piece.endswith((" and", " or")) and self.leads:
                return
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
        refs = self._subjects(start, end, start)
        actors = [r for r in refs if r.type in ACTORS]
        return actors[0].entity if actors else self.leads[-1].agent if self.leads else self.last

    def _modal(self, start: int, end: int) -> tuple[evidence.Status, str]:
        for name, pattern in _cues():
            match = pattern.search(self.text, start, end)
            if match:
                return name, match[0]
        return "planned", ""

    # -- clauses ---------------------------------------------------------------------------------------------

    def _clause(self, start: int, end: int, earlier: list[Act]) -> list[Act]:
        groups = self._groups(start, end)
        found: list[Act] = []
        time = self._time(start, end)
        for at, stop, verb, form in groups:
            act = self._act(start, end, at, stop, verb, form, found, earlier)
            if act is not None:
                found.append(replace(act, time=time))
        return found

    def _time(self, start: int, end: int) -> str:
        inside = [r for r in self.view.within(start, end) if r.type == "Policy"]
        times = [t for t in values.find_dates(self.text, start, end) if not any(r.start <= t.start < r.end for r in inside)
                 and not _DEADLINE.search(self.text, max(start, t.start - 24), t.start)]  # fmt: skip
        return times[0].iso if times else ""

    def _groups(self, start: int, end: int) -> list[tuple[int, int, str, str]]:
        """Verbs of the lexicon outside names, and any word right after a modal: (start, end, lemma, form)."""
        covered = [(r.start, r.end) for r in self.view.within(start, end) if r.type != "TargetGroup"]
        tokens = [(m.start(), m.end(), m[0].lower()) for m in _TOKEN.finditer(self.text, start, end)]
        found, skip = [], start
        for i, (a, b, word) in enumerate(tokens):
            if a < skip or any(s <= a < e for s, e in covered) or (self.text[a].isupper() and a > start):
                continue
            entry, stop = self._entry(tokens, i)
            if (
                entry
                and i
                and word in ("authorized", "directed")
                and tokens[i - 1][2] in _BE
                and _TO.match(self.text, b, end)
            ):
                continue  # is authorized to award: no act of authorizing
            if entry is None and i and self._after_modal(tokens, i):
                entry, stop = (word, "base"), b
            if entry is not None:
                found.append((a, stop, *entry))
                skip = stop
        return found

    def _entry(self, tokens: list[tuple[int, int, str]], i: int) -> tuple[tuple[str, str] | None, int]:
        for width in range(min(_longest().get(tokens[i][2], 0), len(tokens) - i), 0, -1):
            a, b = tokens[i][0], tokens[i + width - 1][1]
            entry = lexicon().get(self.text[a:b].lower())
            if entry is not None:
                return entry, b
        return None, 0

    @staticmethod
    def _after_modal(tokens: list[tuple[int, int, str]], i: int) -> bool:
        word = tokens[i][2]
        if word in _BE or word in _HAVE or word in ("not", "also", "be"):
            return False
        back = [t[2] for t in tokens[max(0, i - 3) : i]]
        while back and (back[-1].endswith("ly") or back[-1] in ("also", "be", "not", "each")):
            back.pop()
        return bool(back) and back[-1] in ("shall", "may", "will", "must", "should") and word not in ("continue",)

    # -- one act ---------------------------------------------------------------------------------------------

    def _act(
        self, start: int, end: int, at: int, stop: int, verb: str, form: str, found: list[Act], earlier: list[Act]
    ) -> Act | None:
        before = _MAY.sub(r"\1 to ", self.text[max(start, at - _ASIDE_WINDOW) : at])
        before = _ASIDE.sub(r"\1 ", before)[-_MODAL_WINDOW:]
        near = re.findall(r"[A-Za-z’'-]+", before.lower())[-5:]
        shape = self._shape(near, form, stop)
        if shape is None:
            return self._listed_act(start, end, at, stop, verb, form, found) or self._hanging(
                start, end, at, stop, verb, form, near, found
            )
        passive, status, cue = shape
        subject = tuple(self._subjects(start, at, start))
        plural = form != "base" or len(subject) > 1 or cue
        if not cue and not passive and not (plural and self._adjacent(subject, start, at)):
            return self._listed_act(start, end, at, stop, verb, form, found) or self._hanging(
                start, end, at, stop, verb, form, near, found
            )
        agent, own = self._agent(start, end, at, stop, subject, passive, found or earlier)
        negated = bool(_negated().search(before[-24:])) or bool(re.match(r"No\b|None\b", self.text[start:at]))
        main = not any(a.main and not a.negated for a in found) or status == "planned"
        if cue == "be":
            main, status = False, found[-1].status if found else status
        return Act(at, stop, (start, end), verb, passive, status, cue, agent, subject, main, own, negated)

    def _shape(self, near: list[str], form: str, stop: int) -> tuple[bool, evidence.Status, str] | None:
        """Voice and status of a finite verb group by the words before it; None for what is no finite group."""
        tail = [
            w
            for w in near
            if (w == "likely" or not w.endswith("ly"))
            and w not in ("also", "not", "currently", "jointly", "today", "now", "further")
        ]
        last = tail[-1] if tail else ""
        joined = " ".join(tail[-4:])
        cue = next(((n, m) for n, p in _cues() for m in [self._last_cue(p, joined)] if m), None)
        if form in ("ed", "en") and last in _BE:
            if last in ("be", "being"):
                return (
                    True,
                    ("planned" if last == "be" else "ongoing"),
                    cue[1] if cue and joined.endswith(f"{cue[1].lower()} {last}") else last,
                )
            return True, ("ongoing" if last in ("is", "are") else "done"), last
        if form in ("ed", "en") and last in _HAVE:
            return False, "done", last
        if form == "base" and cue and (joined.endswith(cue[1].lower())):
            return False, cue[0], cue[1]
        if form == "ing" and last in ("is", "are"):
            return False, "ongoing", last
        if form == "ing" and last == "been":
            return False, "ongoing", last
        if form == "base" and last not in _DETERMINERS and last != "to":
            return False, "ongoing", ""
        if form == "s" and last not in _DETERMINERS:
            return False, "ongoing", ""
        if form == "ed" and not re.match(
            r" (?:by|under|pursuant|in accordance|in (?:sub|para)|with|through)\b", self.text[stop : stop + 16]
        ):
            return False, "done", ""
        return None

    @staticmethod
    def _last_cue(pattern: re.Pattern[str], joined: str) -> str:
        hits = list(pattern.finditer(joined))
        return hits[-1][0] if hits else ""

    def _adjacent(self, subject: tuple[scene.Ref, ...], start: int, at: int) -> bool:
        """A bare past or present form counts only right behind its subject: the agency launched, which also funds."""
        if subject:
            between = self.text[subject[-1].end : at]
            if re.fullmatch(
                r"(?: \([^)]{1,40}\))?(?: of [A-Z]\w+)?,?(?: (?:today|also|has|jointly|now|then|and|in \d{4}|on [A-Z]\w+ \d{1,2}|[a-z]+ly),?){0,3} ?",
                between,
            ):
                return True
            if re.fullmatch(r",[^,;.]{2,80}, ", between):
                return True
        return bool(
            re.search(
                r"(?:^|[ ,])(?:it|we|they|which|that|who)(?: (?:also|now|already|[a-z]+ly))? $",
                self.text[start:at],
                re.IGNORECASE,
            )
        )

    def _listed_act(
        self, start: int, end: int, at: int, stop: int, verb: str, form: str, found: list[Act]
    ) -> Act | None:
        """An item below a lead-in, or a provision that begins with its verb: Support enterprises in …"""
        lead = self.leads[-1] if self.leads else None
        first = not found and not re.search(r"[a-z]", self.text[start:at])
        if not first or form not in ("base", "ing"):
            return None
        if lead is not None and lead.acts and lead.agent is not None:
            return Act(at, stop, (start, end), verb, False, lead.status, lead.cue, lead.agent, (), True, True)
        if form == "base" and self.text[at].isupper() and self.provisions:
            return Act(
                at, stop, (start, end), verb, False, "planned", "", lead.agent if lead else self.author, (), True
            )
        return None

    def _hanging(
        self, start: int, end: int, at: int, stop: int, verb: str, form: str, near: list[str], found: list[Act]
    ) -> Act | None:
        """Infinitives, gerunds, coordinated verbs and reduced passives take over what the act before them has."""
        main = next((a for a in reversed(found) if a.cue != "by"), None)
        last = near[-1] if near else ""
        if form in ("ed", "en") and re.match(r" (?:by|under|pursuant)\b", self.text[stop : stop + 10]):
            subject = tuple(r for r in self.view.within(start, at, outer=True) if at - r.end <= 3)
            agent = self._by(stop, end)
            status: evidence.Status = (
                "planned" if main and main.status == "planned" and "to be" in self.text[at - 6 : at] else "ongoing"
            )
            return Act(at, stop, (start, end), verb, True, status, "by", agent, subject)
        if main is None:
            return self._purpose(start, end, at, stop, verb, form, last)
        coordinated = (form == "base" and last in ("and", "or", "to")) or (form == "ing" and last not in _DETERMINERS)
        same = form in ("ed", "s") and last == "and" and not main.passive
        if coordinated or same:
            return Act(at, stop, (start, end), verb, False, main.status, main.cue, main.agent, main.subject, last == "and" and main.main, main.own,
                       main.negated)  # fmt: skip
        return None

    def _purpose(self, start: int, end: int, at: int, stop: int, verb: str, form: str, last: str) -> Act | None:
        """An item that says a purpose (to support …) hangs on the lead-in above it."""
        lead = self.leads[-1] if self.leads else None
        if lead is not None and lead.agent is not None and form == "base" and last in ("to", ""):
            return Act(at, stop, (start, end), verb, False, lead.status, lead.cue, lead.agent)
        return None

    # -- who acts --------------------------------------------------------------------------------------------

    def _subjects(self, start: int, upto: int, clause: int) -> list[scene.Ref]:
        """The refs that may be the subject of a verb at `upto`: the first that no preposition leads in, and those joined to it."""
        refs = [r for r in self.view.within(start, upto, outer=True) if r.type in ACTORS | _SUBJECTS]
        for i, ref in enumerate(refs):
            if _BEFORE_OBJECT.search(self.text[max(clause, ref.start - 30) : ref.start]) or self._owner(ref):
                continue
            row = [ref]
            for following in refs[i + 1 :]:
                between = self.text[row[-1].end : following.start]
                if between == " (":
                    continue
                if not _AND.fullmatch(between):
                    break
                row.append(following)
            if all(r.type in ACTORS for r in row) or row[0].type not in ACTORS:
                return row
            return [r for r in row if r.type in ACTORS]
        return []

    def _owner(self, ref: scene.Ref) -> bool:
        """The agency’s …: the owner is not the subject."""
        return self.text[ref.end : ref.end + 2] in ("’s", "'s")

    def _agent(
        self, start: int, end: int, at: int, stop: int, subject: tuple[scene.Ref, ...], passive: bool, found: list[Act]
    ) -> tuple[str | None, bool]:
        if passive:
            named = self._by(stop, end)
            return (named, True) if named else (None, False)
        actors = [r for r in subject if r.type in ACTORS]
        if actors:
            self.last = actors[0].entity
            return actors[0].entity, True
        if subject:
            return None, True
        if _PRONOUN.match(self.text[start:at]):
            we = re.search(r"\b[Ww]e\b", self.text[start:at])
            return (self.author if we else self.last), True
        if found and re.match(r"(?:and |or )?(?:shall|will|may|has|have|is|also)\b", self.text[start:at].lstrip(" ,")):
            return found[-1].agent, found[-1].own
        lead = self.leads[-1] if self.leads else None
        if lead is not None and re.match(r"(?:shall|will|may|has|have)\b", self.text[start:at].strip()):
            return lead.agent, True
        return None, False

    def _by(self, stop: int, end: int) -> str | None:
        """The body that a passive names: established by the …"""
        match = re.match(r"(?: [a-z]+ly)?(?: in [^,.;]{2,40})? by (?:both )?(?:the |an? |its )?", self.text[stop:end])
        if match is None:
            return None
        at = stop + match.end()
        actors = [r for r in self.view.within(at, end, outer=True) if r.type in ACTORS and r.start - at <= 2]
        return actors[0].entity if actors else None


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
    while end > start and text[end - 1] in " .;,":
        end -= 1
    return end
