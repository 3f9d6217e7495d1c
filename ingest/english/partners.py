"""Who works with whom in English: together with, a pact with, both have signed, jointly established by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph import evidence
from ingest import scene
from ingest.english import frames, outline, rows
from ingest.english.clauses import Act
from ingest.find import words
from ingest.relate.claims.maker import BODIES, Maker

# A and B have signed an agreement, jointly run, have agreed to
_JOINT = re.compile(
    r"\b(?:jointly|together)\b|\bagree[ds]?\b|"
    r"\b(?:sign|signed|signs|inked|ink|reached|struck|conclud\w+|entered into) (?:an?|the|their) [^,.;]{0,60}?(?:agreement|deal|memorandum|pact|contract|MoU)\b(?![^,.;]{0,30} with)"
)
_JOINTLY = re.compile(r"\bjointly $")
_TOGETHER_VERB = re.compile(
    r"co-?(?=found|host|lead|manage|fund|finance|sponsor|organi|develop|establish)|collaborate|cooperate|partner"
)


@cache
def _together() -> re.Pattern[str]:
    listed = words.any_of(map(re.escape, words.lexicon("english")["together"]))
    pacts = words.any_of(map(re.escape, words.lexicon("english")["pacts"]))
    return re.compile(rf"\b(?:{listed}|(?:{pacts})s?(?: [a-z]+){{0,2}} with) ")


def joined(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """All bodies of a sentence that work with one another."""
    _partners(made, sentence, acts)
    _joint(made, sentence, acts)


def _partners(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """A works with B: the body before the words, or who acts in the clause, and every body in the row after them."""
    text = made.view.shadow.text
    for match in _together().finditer(text, sentence.start, sentence.end):
        after = [r for r in made.view.within(match.end(), sentence.end, outer=True) if r.type in BODIES]
        if not after or after[0].start - match.end() > 24 or re.search(r"[.;]", text[match.end() : after[0].start]):
            continue
        acting = [a for a in acts if a.clause[0] <= match.start() <= a.clause[1] and a.agent]
        before = [r for r in made.view.within(sentence.start, match.start(), outer=True) if r.type in BODIES]
        first = before[-1].entity if before else acting[0].agent if acting else _author(made.view)
        status: evidence.Status = acting[-1].status if acting else "ongoing"
        made.rule = f"COOPERATES_WITH {match[0].strip()}"
        for ref in rows.row(text, after, after[0], 1):
            made.add(first, "COOPERATES_WITH", ref.entity, status, *_spot(sentence, acting), cue=match[0].strip())


def _joint(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """A and B have signed an agreement, jointly run or co-found: the first works with the others of its row."""
    for act in (a for a in acts if sentence.start <= a.start < sentence.end and not a.negated):
        bodies = [r for r in act.subject if r.type in BODIES]
        first = bodies[0] if bodies else None
        near = made.text[first.end if first else act.start : act.end + 90]
        if act.passive and _JOINTLY.search(made.text, max(act.clause[0], act.start - 12), act.start):
            row = frames.doers(made, act, BODIES)
            made.rule = f"COOPERATES_WITH jointly {act.verb}"
            for other in row[1:]:
                made.add(row[0], "COOPERATES_WITH", other, act.status, *act.clause, cue="jointly")
        if first and len(bodies) > 1 and not act.passive and (_TOGETHER_VERB.match(act.verb) or _JOINT.search(near)):
            made.rule = f"COOPERATES_WITH {act.verb}"
            for body in bodies[1:]:
                made.add(first.entity, "COOPERATES_WITH", body.entity, act.status, *act.clause, cue=act.cue or act.verb)


def _author(view: scene.Scene) -> str | None:
    return None if outline.is_statute(view.outline) else view.author


def _spot(sentence: scene.Sentence, acting: Sequence[Act]) -> tuple[int, int]:
    return acting[0].clause if acting else (sentence.start, sentence.end)
