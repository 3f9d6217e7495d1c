"""Claims from English verbs: each frame with its doer and with what the verb acts on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from ingest import scene
from ingest.english import subjects
from ingest.english.clauses import Act, appropriates
from ingest.english.rows import AND
from ingest.english.subjects import ACTORS
from ingest.find import words
from ingest.relate.claims.maker import Maker

TOOLS = frozenset(("Fund", "Programme", "Platform", "Mechanism"))
_OBLIQUE = re.compile(
    r"\b(?:under|pursuant to|accordance with|by|with|from|through|part of|within|(?<!such )as|via|before|after|against|than|using|between|among)"
    r"(?: (?:the|a|an|its|any|each|this))?(?: [a-z-]+)? ?$"
)
_INDIRECT = re.compile(
    r"\b(?:to|for|in|on|into|at|across)(?: (?:the|a|an|its|any|each|at least \w+))?(?: [a-z-]+){0,2} ?$"
)
# A, B and C; A, including B
_GOES_ON = re.compile(rf"(?:{AND.pattern})|,? (?:including|such as|namely|notably|among them) (?:the |an? )?")
_RELATIVE = re.compile(r", (?:which|who|where|whose)\b")
_PLACED = re.compile(r"\b(?:in|across|throughout|at|outside|of)(?: (?:the|a|an|its))?(?: [a-z-]+){0,2} ?$")
# a program to be known as the …: what follows is the object's own name.
_KNOWN_AS = re.compile(r"\b(?:known as|called|named|entitled) (?:the )?[“\"]?$")
_NOUN_OF = re.compile(
    r"\b(?:establishment|development|creation|implementation|construction|launch|operation|planning|work|activities|delivery) of (?:the |a |an )?$"
)


@dataclass(frozen=True)
class _Frame:
    predicate: str
    subjects: frozenset[str]
    objects: frozenset[str]


@cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    """Verb → its frames."""
    table: dict[str, list[_Frame]] = {}
    for row in words.lexicon("english")["frames"]:
        frame = _Frame(
            row["predicate"], frozenset(row.get("subjects", ("Agency", "Organization"))), frozenset(row["objects"])
        )
        for verb in row["verbs"]:
            table.setdefault(verb, []).append(frame)
    return {verb: tuple(frames) for verb, frames in table.items()}


def acted(made: Maker, acts: Sequence[Act], own: str | None) -> None:
    """What each act says, as far as its clause or the next act in it reaches."""
    for clause, group in groupby(acts, key=lambda a: a.clause):
        row = [] if appropriates(made.text, clause) else list(group)
        for i, act in enumerate(row):
            if not act.negated:
                reach = row[i + 1].start if i + 1 < len(row) else clause[1]
                _frame(made, act, reach, row[i - 1] if i else None)
                _repealed(made, act, own)


def _frame(made: Maker, act: Act, reach: int, before: Act | None) -> None:
    for frame in _frames().get(act.verb, ()):
        subjects = _who(made, act, frame, before)
        for target in _objects(made, act, frame, reach):
            if frame.predicate == "IMPLEMENTS" and made.view.entities[target.entity].prop("self"):
                continue
            made.rule = f"{frame.predicate} {act.verb}"
            status = "requested" if frame.predicate == "APPLIED_FOR" and act.status == "done" else act.status
            for subject in subjects:
                made.add(
                    subject,
                    frame.predicate,
                    target.entity,
                    status,
                    *act.clause,
                    time=act.time,
                    cue=act.cue or _verb(made, act),
                )


def _repealed(made: Maker, act: Act, own: str | None) -> None:
    """X is hereby repealed: by the text that says so."""
    if act.passive and act.agent is None and any(f.predicate == "REPEALS" for f in _frames().get(act.verb, ())):
        for ref in (r for r in act.subject if r.type == "Policy"):
            made.rule = f"REPEALS {act.verb}"
            made.add(own, "REPEALS", ref.entity, "done", *act.clause, cue=_verb(made, act))


def _verb(made: Maker, act: Act) -> str:
    return made.view.shadow.text[act.start : act.end]


def _who(made: Maker, act: Act, frame: _Frame, before: Act | None) -> list[str]:
    """The agent and those joined to it; for a purpose (a fund to support …) the tool that the act before it made."""
    if act.passive:
        return doers(made, act, frame.subjects | ACTORS)
    partner = _partner(made, act)
    tool = _tool(made, act, before) if before else None
    if tool is not None and tool.type in frame.subjects:
        return [tool.entity]
    named = [r.entity for r in act.subject if r.type in frame.subjects]
    if named and act.own:
        return [*named, *partner]
    return [act.agent, *partner] if act.agent else []


# A, together with B, oversees; A works with B to run
_TOGETHER = re.compile(
    r"\b(?:together|jointly|along|works?|working|worked|partners?|partnered|teams? up|cooperates?|collaborates?|joins? (?:hands|forces)) with (?:the )?$"
)
_THEN = re.compile(r",? (?:to )?(?:jointly |also |will |has |have )*")


def _partner(made: Maker, act: Act) -> list[str]:
    """The body that acts with the subject, named right before the verb."""
    before = [r for r in made.view.within(act.clause[0], act.start, outer=True) if r.type in ACTORS]
    if not before or not _THEN.fullmatch(made.text, before[-1].end, act.start):
        return []
    last = before[-1]
    return [last.entity] if last.entity != act.agent and _TOGETHER.search(made.text, act.clause[0], last.start) else []


def doers(made: Maker, act: Act, kinds: frozenset[str]) -> list[str]:
    """managed by A and B, co-funded by the Fund: those that the passive names."""
    first = subjects.by(made.view, act.end, act.clause[1], kinds)
    if first is None:
        return [act.agent] if act.agent else []
    listed = [r for r in made.view.within(first.start, act.clause[1], outer=True) if r.type in kinds]
    row: list[scene.Ref] = []
    for ref in listed:
        if row and not AND.fullmatch(made.text, row[-1].end, ref.start):
            break
        row.append(ref)
    return [r.entity for r in row]


def _tool(made: Maker, act: Act, before: Act) -> scene.Ref | None:
    """The named fund or programme right before "to support": it helps, not only its maker."""
    lead = made.text[max(act.clause[0], act.start - 10) : act.start]
    if not re.search(r"(?:to|that|which|,)(?: will)? $", lead):
        return None
    near = [r for r in made.view.within(before.end, act.start, outer=True) if r.type in TOOLS]
    return near[-1] if near and act.start - near[-1].end < 40 else None


def _objects(made: Maker, act: Act, frame: _Frame, reach: int) -> Iterator[scene.Ref]:
    """What the verb acts on: in the passive its subject, else the names in its reach that no other preposition leads in."""
    text = made.view.shadow.text
    if act.passive:
        yield from (r for r in act.subject if r.type in frame.objects)
        return
    aside = _RELATIVE.search(text, act.end, reach)
    reach = aside.start() if aside else reach
    taken: list[scene.Ref] = []
    for ref in made.view.within(act.end, reach, outer=True):
        lead = text[max(act.end, ref.start - 48) : ref.start]
        joined = bool(taken) and bool(_GOES_ON.fullmatch(text, taken[-1].end, ref.start))
        placed = (
            _INDIRECT.search(lead) if frame.predicate != "SUPPORTS" else ref.type == "Region" and _PLACED.search(lead)
        )
        oblique = _OBLIQUE.search(lead) or (placed and not _NOUN_OF.search(lead))
        oblique = oblique and not _KNOWN_AS.search(lead)
        if not joined and (oblique or text[ref.end : ref.end + 2] in ("’s", "'s")):
            continue
        if taken and not joined and frame.predicate != "SUPPORTS":
            return
        if ref.type in frame.objects:
            taken.append(ref)
            yield ref
