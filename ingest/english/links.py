"""Claims from joining words between two English names: part of, located in, with, the owner’s."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph import evidence
from ingest import scene
from ingest.english import outline, rows, values
from ingest.english.clauses import Act
from ingest.find import words
from ingest.relate.claims.maker import Maker

# There is established within the Department of Commerce an Office of …
_WITHIN = re.compile(r"\b(?:established|created|set up|formed|placed),? (?:with)?in (?:the )?$")
# A and B have signed an agreement, jointly run, have agreed to
_JOINT = re.compile(
    r"\b(?:jointly|together)\b|\bagree[ds]?\b|"
    r"\b(?:sign|signed|signs|conclud\w+|entered into) (?:an?|the|their) [^,.;]{0,60}?(?:agreement|memorandum|pact|contract|MoU)\b(?![^,.;]{0,30} with)"
)
_TOGETHER_VERB = re.compile(
    r"co-?(?=found|host|lead|manage|fund|finance|sponsor|organi|develop|establish)|collaborate|cooperate|partner"
)


# upgraded with the approval of the State Council
_APPROVAL = re.compile(r"\b(?:with|upon|after|following|under|received|won|gained|obtained|granted|secured) (?:the )?(?:formal |official |final |prior )?"
                       r"(?:approval|consent|endorsement|permission|recognition) (?:of|from|by) (?:the )?")  # fmt: skip
_APPROVABLE = frozenset(
    ("DemonstrationZone", "HighTechZone", "DevelopmentZone", "Platform", "Project", "Policy", "Fund")
)


@dataclass(frozen=True)
class _Link:
    predicate: str
    pattern: re.Pattern[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    inverse: bool


@cache
def _links() -> tuple[_Link, ...]:
    """Joining words between two names, an auxiliary and an article aside."""
    made = []
    for row in words.lexicon("english")["links"]:
        listed = words.any_of(map(re.escape, row["words"]))
        pattern = re.compile(
            rf",? ?(?:which |that )?(?:is |are |was |were |(?:will |shall |may )be |(?:has|have) been )?(?:[a-z]+ly )?(?:{listed})(?: the| an?| each| its)? "
        )
        made.append(
            _Link(
                row["predicate"],
                pattern,
                frozenset(row["subjects"]),
                frozenset(row["objects"]),
                bool(row.get("inverse")),
            )
        )
    return tuple(made)


@cache
def _together() -> re.Pattern[str]:
    listed = words.any_of(map(re.escape, words.lexicon("english")["together"]))
    pacts = words.any_of(map(re.escape, words.lexicon("english")["pacts"]))
    return re.compile(rf"\b(?:{listed}|(?:{pacts})s?(?: [a-z]+){{0,2}} with) ")


def linked(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """Everything that joining words of a sentence say."""
    _linked(made, sentence)
    _partners(made, sentence, acts)
    _joint(made, sentence, acts)
    _approvals(made, sentence)
    _owned(made, sentence)


def _linked(made: Maker, sentence: scene.Sentence) -> None:
    text = made.view.shadow.text
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for left, right in itertools.pairwise(refs):
        for link in _links():
            if (
                left.type in link.subjects
                and right.type in link.objects
                and link.pattern.fullmatch(text, left.end, right.start)
            ):
                _join(made, link, rows.row(text, refs, left, -1), rows.row(text, refs, right, 1), left, right)
                break


def _join(
    made: Maker, link: _Link, lefts: list[scene.Ref], rights: list[scene.Ref], left: scene.Ref, right: scene.Ref
) -> None:
    start, end = min(r.start for r in lefts), right.end
    cue = made.view.shadow.text[left.end : right.start].strip(" ,")
    status: evidence.Status = "done" if link.predicate in ("BASED_ON", "REPEALS") else "ongoing"
    made.rule = f"{link.predicate} {cue}"
    listed = link.predicate == "LOCATED_IN" and " and " in made.text[right.start : rights[-1].end]
    wide = rights if link.inverse or listed or link.predicate == "APPLIES_TO" else [right]
    for one in lefts if link.predicate != "LOCATED_IN" else [left]:
        for other in wide:
            subject, target = (other, one) if link.inverse else (one, other)
            made.add(subject.entity, link.predicate, target.entity, status, start, max(end, other.end), cue=cue)


def _partners(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """A works with B: the body before the words, or who acts in the clause, and every body in the row after them."""
    text = made.view.shadow.text
    for match in _together().finditer(text, sentence.start, sentence.end):
        after = [
            r for r in made.view.within(match.end(), sentence.end, outer=True) if r.type in ("Agency", "Organization")
        ]
        if not after or after[0].start - match.end() > 24 or re.search(r"[.;]", text[match.end() : after[0].start]):
            continue
        acting = [a for a in acts if a.clause[0] <= match.start() <= a.clause[1] and a.agent]
        before = [
            r
            for r in made.view.within(sentence.start, match.start(), outer=True)
            if r.type in ("Agency", "Organization")
        ]
        first = before[-1].entity if before else acting[0].agent if acting else _author(made.view)
        status: evidence.Status = acting[-1].status if acting else "ongoing"
        made.rule = f"COOPERATES_WITH {match[0].strip()}"
        for ref in rows.row(text, after, after[0], 1):
            made.add(first, "COOPERATES_WITH", ref.entity, status, *_spot(sentence, acting), cue=match[0].strip())


def _joint(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """A and B have signed an agreement, jointly run or co-found: the first works with the others of its row."""
    for act in (a for a in acts if sentence.start <= a.start < sentence.end and not a.negated):
        bodies = [r for r in act.subject if r.type in ("Agency", "Organization")]
        first = bodies[0] if bodies else None
        near = made.text[first.end if first else act.start : act.end + 90]
        if first and len(bodies) > 1 and not act.passive and (_TOGETHER_VERB.match(act.verb) or _JOINT.search(near)):
            made.rule = f"COOPERATES_WITH {act.verb}"
            for other in bodies[1:]:
                made.add(
                    first.entity, "COOPERATES_WITH", other.entity, act.status, *act.clause, cue=act.cue or act.verb
                )


def _approvals(made: Maker, sentence: scene.Sentence) -> None:
    """Upgraded with the approval of the State Council: what the sentence is about is approved."""
    for match in _APPROVAL.finditer(made.text, sentence.start, sentence.end):
        bodies = [r for r in made.view.within(match.end(), sentence.end, outer=True) if r.start == match.end()]
        things = [r for r in made.view.within(sentence.start, sentence.end, outer=True) if r.type in _APPROVABLE]
        made.rule = "APPROVED with the approval of"
        for body in (b for b in bodies if b.type == "Agency" and things):
            times = values.find_dates(made.text, match.end(), sentence.end)
            made.add(body.entity, "APPROVED", things[0].entity, "done", sentence.start, sentence.end,
                     time=times[0].iso if times else "", cue=match[0].strip())  # fmt: skip


def _author(view: scene.Scene) -> str | None:
    return None if outline.is_statute(view.outline) else view.author


def _spot(sentence: scene.Sentence, acting: Sequence[Act]) -> tuple[int, int]:
    return acting[0].clause if acting else (sentence.start, sentence.end)


def _owned(made: Maker, sentence: scene.Sentence) -> None:
    """The Ministry’s Strategy: the owner issued it; the Department’s Administration: it is part of the owner."""
    text = made.view.shadow.text
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for left, right in itertools.pairwise(refs):
        between = text[left.end : right.start]
        if left.type in ("Agency", "Organization") and re.fullmatch(r"[’']s? (?:[a-z]+ ){0,2}", between):
            made.rule = "’s"
            if right.type == "Policy":
                made.add(left.entity, "ISSUED", right.entity, "done", left.start, right.end, cue="’s")
            elif right.type == left.type == "Agency":
                made.add(right.entity, "PART_OF", left.entity, "ongoing", left.start, right.end, cue="’s")
        if right.type == "Agency" == left.type and re.fullmatch(r",? (?:an?|the) ", between):
            lead = _WITHIN.search(text, sentence.start, left.start)
            made.rule = "within"
            made.add(
                right.entity, "PART_OF", left.entity if lead else None, "ongoing", left.start, right.end, cue="within"
            )
