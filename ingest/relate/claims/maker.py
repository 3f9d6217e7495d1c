"""Collecting claims within what the ontology allows: a statement made again in other words is a claim of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph import evidence, ids, ontology
from ingest import clauses, scene

Clause = clauses.Clause
ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))
BODIES = frozenset(("Agency", "Organization"))
# What somebody is in charge of, and what somebody agrees to.
MANAGED = frozenset(("Fund", "Programme", "Platform", "Mechanism", "Project")) | ZONES
APPROVABLE = ZONES | {"Platform", "Project", "Fund", "Policy"}
# Of these a few statements are enough, whatever their status.
_STANDING = {"LOCATED_IN": 2, "APPLIES_TO": 3, "TARGETS": 5, "CITES": 1}

# Characters.
_LONGEST_QUOTE, _LONGEST_HEAD = 120, 40
# The line before an answer: 问：适用哪些对象？
_QUESTION = re.compile(r"[^\n]{0,58}[？?]\s*$")
_TOPICS = frozenset("Fund Programme Platform Mechanism".split())
# Characters of a name that tells which thing is meant.
_TOLD = 5
# 设立规模5亿元的|F: before what is set up.
SETS_UP = re.compile(r"(?:设立|组建|成立|发起)[^，。；]{0,24}$")
_ATTACHED = re.compile(r"附件\s?[：:]")


def office(clause: Clause) -> tuple[evidence.Status, str]:
    """Status and time of an office that the clause tells: it goes on, whenever the thing was set up."""
    return ("ongoing", "") if clause.status == "done" else (clause.status, clause.time)


def standing(clause: Clause) -> evidence.Status:
    """A part is part as long as nobody says that it is yet to be."""
    return "planned" if clause.status == "planned" and clause.cue else "ongoing"


def shown_from(clause: Clause, thing: scene.Ref) -> int:
    """Where a quote begins that is to show the thing too: at the thing, unless it stands too far ahead of the clause's end."""
    return thing.start if clause.end - thing.start < _LONGEST_QUOTE else clause.start


def just_before(clause: Clause, before: Sequence[Clause]) -> Clause | None:
    """The clause right before it, if it is of the same sentence."""
    return before[-1] if before and before[-1].sentence == clause.sentence else None


def same_part(text: str, clause: Clause, before: Sequence[Clause]) -> list[Clause]:
    """The clauses before it in the sentence, up to the last semicolon: what stands behind one is of something else."""
    same = [c for c in before if c.sentence == clause.sentence]
    cuts = [i for i, c in enumerate(same) if text[c.end : c.end + 1] in ("；", ";")]
    return same[cuts[-1] + 1 :] if cuts else same


@dataclass
class Maker:
    """The claims of one document. `document` is its id, `own` the policy entity that the document itself is, if any.

    `provisions`: the document lays down what shall be; `preamble`: its sentences that say why and on what ground;
    `agreed`: the plans that the letter itself agrees to.
    `led` are those who act in the clause at hand where the clause before put them at the head (支持A牵头，联合B组建L).
    `head` is the fund, programme or platform that the sentence began with.
    `rule` is the module or frame at work; it stands in each claim's qualifiers, so that a claim can be explained.
    """

    view: scene.Scene
    document: str
    own: str | None = None
    rule: str = ""
    provisions: bool = False
    preamble: frozenset[int] = frozenset()
    agreed: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    head: scene.Ref | None = None
    found: dict[tuple[str, str, str, str, int], evidence.Claim] = field(default_factory=dict)
    text: str = field(init=False)
    stated: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Keep the shadow text, in which all positions are, at hand."""
        self.text = self.view.shadow.text

    def add(self, subject: str | None, predicate: str, target: str | None, status: evidence.Status, start: int, end: int, *, time: str = "",
            cue: str = "", qualifiers: evidence.Pairs = (), confidence: float = 0.8) -> None:  # fmt: skip
        """State it with the words at start:end, if the ontology allows these ends and the two are not one."""
        quote = self.view.shadow.span(start, end)
        self.put(
            subject, predicate, target, status, quote, self.view.stated_by(start), time, cue, qualifiers, confidence
        )

    def put(self, subject: str | None, predicate: str, target: str | None, status: evidence.Status, quote: evidence.Span, speaker: str | None,
            time: str = "", cue: str = "", qualifiers: evidence.Pairs = (), confidence: float = 0.8) -> None:  # fmt: skip
        """State it with a quote, once for each place; a standing fact once for the document."""
        if not subject or not target or subject == target or not self.allowed(subject, predicate, target):
            return
        key = (subject, predicate, target, status, quote.start)
        known = self.found.get(key)
        if known is not None and (known.time or not time):
            return
        if known is None and self.stated[key[:3]] >= _STANDING.get(predicate, 1 << 30):
            return
        words = ids.fold_text(quote.text)
        identity = ids.statement("c", self.document, subject, predicate, target, status, time, words)
        pairs = (*qualifiers, ("frame", self.rule)) if self.rule else qualifiers
        self.stated[key[:3]] += known is None
        self.found[key] = evidence.Claim(
            identity, subject, predicate, target, status, quote, time, speaker, cue, "rules", confidence, pairs
        )

    def topic(self) -> str | None:
        """The one fund, programme, platform or mechanism that the name of the document's own policy holds: 某某基金管理办法."""
        title = self.view.entities[self.own].name if self.own else ""
        named = [
            e for e in self.view.entities.values() if e.type in _TOPICS and len(e.name) >= _TOLD and e.name in title
        ]
        longest = [e for e in named if not any(e.name in o.name and o is not e for o in named)]
        return longest[0].id if len(longest) == 1 else None

    def titled(self, *kinds: str) -> scene.Ref | None:
        """The one thing of these kinds that the document's title names."""
        title = self.view.outline.title
        named = [r for r in self.view.within(*title, outer=True) if r.type in kinds] if title else []
        return named[0] if len({r.entity for r in named}) == 1 else None

    def heads(self, clause: Clause) -> list[scene.Section]:
        """The short headings that the clause stands under, the innermost first."""
        outline = self.view.outline
        above = outline.ancestry(outline.sections[clause.section])
        return [s for s in above if s.index and s.head_end - s.start <= _LONGEST_HEAD]

    def question(self, clause: Clause) -> str:
        """The question on the line above the clause's, which its line answers; empty where none stands there."""
        line = self.text.rfind("\n", 0, clause.start) + 1
        above = self.text[max(0, line - 60) : line]
        asked = _QUESTION.search(above) if above.rstrip().endswith(("？", "?")) else None
        return asked[0] if asked else ""

    def bearer(self, clause: Clause) -> str | None:
        """The policy whose words the clause is: behind 附件： the one plan that the letter agrees to, else its own."""
        attached = _ATTACHED.search(self.text) if len(self.agreed) == 1 else None
        return self.agreed[0] if attached and clause.end > attached.end() else self.own

    def allowed(self, subject: str, predicate: str, target: str) -> bool:
        """Whether the ontology has such a relationship between things of these kinds; of a text's help only public bodies give,
        and only they and places strive for a designation."""
        if predicate in ("SUPPORTS", "APPLIED_FOR") and self.kind(subject) == "Organization":
            return False
        return ontology.load().allows(self.kind(subject), predicate, self.kind(target))

    def kind(self, entity: str) -> str:
        """The label of an entity; the document itself is a Document."""
        return self.view.entities[entity].type if entity in self.view.entities else "Document"

    def around(self, ref: scene.Ref) -> tuple[int, int]:
        """The clause that holds the ref, as far as 60 characters each side: a quote that shows it."""
        text, start, end = self.text, ref.start, ref.end
        while start > 0 and text[start - 1] not in "，。；：\n！？" and ref.start - start < 60:
            start -= 1
        while end < len(text) and text[end] not in "，。；：\n！？" and end - ref.end < 60:
            end += 1
        return start, end
