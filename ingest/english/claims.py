"""Claims from English acts: frames with their slots, joining words between two names, and what names say by themselves."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph import evidence
from ingest import scene
from ingest.english import outline
from ingest.english.clauses import Act
from ingest.english.subjects import ACTORS
from ingest.find import words
from ingest.relate.claims.maker import Maker

_ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))
_TOOLS = frozenset(("Fund", "Programme", "Platform", "Mechanism"))
_AND = re.compile(r",? (?:and |or |as well as )?(?:the |its |a |an )?|, ?|\)? and (?:the )?")
_OBLIQUE = re.compile(
    r"\b(?:under|pursuant to|accordance with|by|with|from|through|part of|within|(?<!such )as|via|before|after|against|than|using|between|among)"
    r"(?: (?:the|a|an|its|any|each|this))?(?: [a-z-]+)? ?$"
)
_INDIRECT = re.compile(
    r"\b(?:to|for|in|on|into|at|across)(?: (?:the|a|an|its|any|each|at least \w+))?(?: [a-z-]+){0,2} ?$"
)
_RELATIVE = re.compile(r", (?:which|who|where|whose)\b")
_PLACED = re.compile(r"\b(?:in|across|throughout|at|outside|of)(?: (?:the|a|an|its))?(?: [a-z-]+){0,2} ?$")
# the Committee on Trade of the Senate and …: the Senate belongs to the body before it.
_HELD = re.compile(r" of (?:the )?")
# a program to be known as the …: what follows is the object's own name.
_KNOWN_AS = re.compile(r"\b(?:known as|called|named|entitled) (?:the )?[“\"]?$")
_NOUN_OF = re.compile(
    r"\b(?:establishment|development|creation|implementation|construction|launch|operation|planning|work|activities|delivery) of (?:the |a |an )?$"
)
_APPROPRIATION = re.compile(r"\b[Tt]here (?:is|are) (?:hereby )?authorized\b")
_OPENING = 12


@dataclass(frozen=True)
class _Frame:
    predicate: str
    subjects: frozenset[str]
    objects: frozenset[str]


@dataclass(frozen=True)
class _Link:
    predicate: str
    pattern: re.Pattern[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    inverse: bool


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


@cache
def _links() -> tuple[_Link, ...]:
    """Joining words between two names, an auxiliary and an article aside."""
    made = []
    for row in words.lexicon("english")["links"]:
        listed = words.any_of(map(re.escape, row["words"]))
        pattern = re.compile(
            rf",? ?(?:which |that )?(?:is |are |was |were |will be |has been )?(?:[a-z]+ly )?(?:{listed})(?: the| an?| each| its)? "
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
    return re.compile(rf"\b(?:{listed}) ")


def find_claims(
    view: scene.Scene, acts: Sequence[Act], document: str, own: str | None, grants: Sequence[evidence.Grant] = ()
) -> tuple[evidence.Claim, ...]:
    """All claims of an English document. `own` is the policy that the document itself is, if any."""
    made = Maker(view, document, own)
    starts = [a.start for a in acts]
    for i, act in enumerate(acts):
        if not act.negated and not _APPROPRIATION.search(view.shadow.text, *act.clause):
            reach = acts[i + 1].start if i + 1 < len(starts) and acts[i + 1].clause == act.clause else act.clause[1]
            _frame(made, act, reach, acts[:i])
            _repealed(made, act, own)
    for sentence in view.outline.sentences:
        if not sentence.heading:
            _linked(made, sentence)
            _partners(made, sentence, acts)
            _targets(made, sentence, own)
            _owned(made, sentence)
    made.rule = "grants"
    for grant in grants:
        if grant.beneficiary and view.entities[grant.beneficiary].type != "TargetGroup":
            for source in (grant.fund, grant.agency):
                made.put(
                    source,
                    "SUPPORTS",
                    grant.beneficiary,
                    grant.status,
                    grant.quote,
                    grant.stated_by,
                    str(grant.year or ""),
                    grant.cue,
                )
    _own_policy(made, own)
    _names(made)
    return tuple(sorted(made.found.values(), key=lambda c: (c.quote.start, c.id)))


# -- frames --------------------------------------------------------------------------------------------------


def _frame(made: Maker, act: Act, reach: int, earlier: Sequence[Act]) -> None:
    for frame in _frames().get(act.verb, ()):
        subjects = _who(made, act, frame, earlier)
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


def _who(made: Maker, act: Act, frame: _Frame, earlier: Sequence[Act]) -> list[str]:
    """The agent and those joined to it; for a purpose (a fund to support …) the tool that the act before it made."""
    if act.passive:
        return [act.agent, *_row_after(made, act)] if act.agent else []
    tool = _tool(made, act, earlier)
    if tool is not None and tool.type in frame.subjects:
        return [tool.entity]
    named = [r.entity for r in act.subject if r.type in frame.subjects]
    if named and act.own:
        return named
    return [act.agent] if act.agent else []


def _row_after(made: Maker, act: Act) -> list[str]:
    """managed by A and B: B too."""
    text = made.view.shadow.text
    actors = [r for r in made.view.within(act.end, act.clause[1], outer=True) if r.type in ACTORS]
    row: list[scene.Ref] = []
    for ref in actors:
        if row and not _AND.fullmatch(text, row[-1].end, ref.start):
            break
        row.append(ref)
    return [r.entity for r in row if r.entity != act.agent]


def _tool(made: Maker, act: Act, earlier: Sequence[Act]) -> scene.Ref | None:
    """The named fund or programme right before "to support": it helps, not only its maker."""
    before = made.view.shadow.text[max(act.clause[0], act.start - 10) : act.start]
    if not re.search(r"(?:to|that|which|,)(?: will)? $", before) or not earlier or earlier[-1].clause != act.clause:
        return None
    near = [r for r in made.view.within(earlier[-1].end, act.start, outer=True) if r.type in _TOOLS]
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
        joined = bool(taken) and bool(_AND.fullmatch(text, taken[-1].end, ref.start))
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


# -- joining words -------------------------------------------------------------------------------------------


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
                _join(made, link, _row(text, refs, left, -1), _row(text, refs, right, 1), left, right)
                break


def _row(text: str, refs: Sequence[scene.Ref], ref: scene.Ref, step: int) -> list[scene.Ref]:
    """The ref and those of its kind joined to it by commas and 'and', backwards or forwards."""
    row, at = [ref], refs.index(ref) + step
    while 0 <= at < len(refs) and refs[at].type == ref.type:
        first, second = (refs[at], row[-1]) if step < 0 else (row[-1], refs[at])
        held = step < 0 and at > 0 and _HELD.fullmatch(text, refs[at - 1].end, refs[at].start)
        if held or not _AND.fullmatch(text, first.end, second.start):
            break
        row.append(refs[at])
        at += step
    return row


def _join(
    made: Maker, link: _Link, lefts: list[scene.Ref], rights: list[scene.Ref], left: scene.Ref, right: scene.Ref
) -> None:
    start, end = min(r.start for r in lefts), right.end
    cue = made.view.shadow.text[left.end : right.start].strip(" ,")
    status: evidence.Status = "done" if link.predicate in ("BASED_ON", "REPEALS") else "ongoing"
    made.rule = f"{link.predicate} {cue}"
    wide = rights if link.inverse or link.predicate == "APPLIES_TO" else [right]
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
        for ref in _row(text, after, after[0], 1):
            made.add(first, "COOPERATES_WITH", ref.entity, status, *_spot(sentence, acting), cue=match[0].strip())


def _author(view: scene.Scene) -> str | None:
    return None if outline.is_statute(view.outline) else view.author


def _spot(sentence: scene.Sentence, acting: Sequence[Act]) -> tuple[int, int]:
    return acting[0].clause if acting else (sentence.start, sentence.end)


def _targets(made: Maker, sentence: scene.Sentence, own: str | None) -> None:
    """A class that is helped: by the tool named before it in the sentence, else by the policy that the document is."""
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for ref in (r for r in refs if r.type == "TargetGroup"):
        tools = [r for r in refs if r.type in _TOOLS and r.end <= ref.start and ref.start - r.end < 160]
        subject = tools[-1].entity if tools else own
        made.rule = "targets"
        made.add(subject, "TARGETS", ref.entity, "ongoing" if tools else "planned", *_around(made.view, sentence, ref))


def _around(view: scene.Scene, sentence: scene.Sentence, ref: scene.Ref) -> tuple[int, int]:
    """The piece of the sentence between semicolons that holds the ref."""
    text = view.shadow.text
    start = max(text.rfind(";", sentence.start, ref.start) + 1, sentence.start)
    end = text.find(";", ref.end, sentence.end)
    return start, end if end >= 0 else sentence.end


def _owned(made: Maker, sentence: scene.Sentence) -> None:
    """The Ministry’s Strategy: the owner issued it."""
    text = made.view.shadow.text
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for left, right in itertools.pairwise(refs):
        if (
            left.type in ("Agency", "Organization")
            and right.type == "Policy"
            and re.fullmatch(r"[’']s? (?:[a-z]+ ){0,2}", text[left.end : right.start])
        ):
            made.rule = "ISSUED ’s"
            made.add(left.entity, "ISSUED", right.entity, "done", left.start, right.end, cue="’s")


# -- the document and its names ------------------------------------------------------------------------------


def _own_policy(made: Maker, own: str | None) -> None:
    """Issued by its author on its date; based on what its opening names; helping the thing that its heading names."""
    view = made.view
    if own is None or view.outline.title is None:
        return
    made.rule = "provisions"
    made.add(view.author, "ISSUED", own, "done", *view.outline.title, time=view.outline.date or "")
    text = view.shadow.text
    for ref in view.within(*view.outline.title):
        if ref.type in ("Platform", "Programme", "Fund"):
            made.add(own, "SUPPORTS", ref.entity, "planned", *view.outline.title, cue="named in the heading")
    if outline.is_statute(view.outline):
        return
    grounds = re.compile(
        r"\b(?:pursuant to|in accordance with|to implement|in order to implement|under|based on|in line with) (?:the )?$",
        re.IGNORECASE,
    )
    for sentence in view.outline.sentences[:_OPENING]:
        for ref in view.within(sentence.start, sentence.end, outer=True):
            if ref.type in ("Policy", "Meeting") and grounds.search(text, sentence.start, ref.start):
                made.add(own, "BASED_ON", ref.entity, "done", sentence.start, sentence.end)


def _names(made: Maker) -> None:
    """A zone lies in the place that its name begins with; a policy or fund is about the zone, else the region, in its name."""
    view, made.rule = made.view, "names"
    for entity in view.entities.values():
        where = [r for r in view.refs if r.entity == entity.id]
        longest = max(where, key=lambda r: r.end - r.start)
        inside = [r for r in view.within(longest.start, longest.end) if r.entity != entity.id]
        regions = [r for r in inside if r.type == "Region"]
        if entity.type in _ZONES | {"Platform"}:
            # China (Shanghai) Pilot Free Trade Zone lies in the place in brackets.
            bracketed = [r for r in regions if view.shadow.text[r.start - 1] == "(" and r.start > longest.start]
            for region in _first(bracketed or (r for r in regions if r.start == longest.start)):
                made.add(entity.id, "LOCATED_IN", region.entity, "ongoing", longest.start, longest.end, confidence=0.7)
        if entity.type in ("Policy", "Fund"):
            zones = [r for r in inside if r.type in _ZONES]
            for spot in _first(zones or regions):
                made.add(entity.id, "APPLIES_TO", spot.entity, "ongoing", longest.start, longest.end, confidence=0.7)


def _first(refs: Iterable[scene.Ref]) -> list[scene.Ref]:
    return list(refs)[:1]
