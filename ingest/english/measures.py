"""Measures in English: the clause in which a body says what it has done, does or will do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from graph import evidence, ids
from ingest import scene
from ingest.english import outline, vocabulary
from ingest.english.clauses import Act, appropriates
from ingest.find import words

_NO_TARGET = frozenset(("Region", "TargetGroup", "Person"))
# In determining what may be awarded, the Secretary shall: the acts are in the items below.
_LEADS_IN = re.compile(r"\b(?:shall|may|will|must)$")


def find_measures(view: scene.Scene, acts: Sequence[Act], document: str) -> tuple[evidence.Measure, ...]:
    """One measure for each clause whose main act is a body's own; states, refusals and applicants' duties are none."""
    found: dict[str, evidence.Measure] = {}
    for clause, group in groupby(acts, key=lambda a: a.clause):
        listed = list(group)
        main = next((a for a in listed if a.main), None)
        if main is None or not _is_measure(view, main):
            continue
        measure = _measure(view, clause, main, document)
        found.setdefault(measure.id, measure)
    _for_classes(view, document, found)
    return tuple(found.values())


def _for_classes(view: scene.Scene, document: str, found: dict[str, evidence.Measure]) -> None:
    """Firms may apply for vouchers: what a class can have is a plan of nobody in particular."""
    taken = [(m.quote.start, m.quote.end) for m in found.values()]
    for sentence in (s for s in view.outline.sentences if not s.heading and _offers(view, s)):
        span = view.shadow.span(sentence.start, sentence.end)
        if any(start < span.end and span.start < end for start, end in taken):
            continue
        named = view.within(sentence.start, sentence.end, outer=True)
        targets = dict.fromkeys(r.entity for r in named if r.type not in ("Region", "Person"))
        identity = ids.statement("m", document, "", "planned", ids.fold_text(span.text))
        found.setdefault(identity, evidence.Measure(id=identity, status="planned", quote=span, agency=None, targets=tuple(targets),
                         time="", cue="", stated_by=view.speaker(sentence.start)))  # fmt: skip


# How far from its beginning the class stands with which a sentence opens.
_OPENS = 30


def _offers(view: scene.Scene, sentence: scene.Sentence) -> bool:
    """Whether a sentence opens with a class and goes on with what it can have."""
    opening = view.within(sentence.start, sentence.end)
    classes = (r for r in opening if r.type == "TargetGroup" and r.start - sentence.start < _OPENS)
    return any(vocabulary.HELPED.match(view.shadow.text, r.end, sentence.end) for r in classes)


def _is_measure(view: scene.Scene, main: Act) -> bool:
    """Whether a body acts: by name, by lead-in, or as the author of a text that provides (a fund will be set up)."""
    states = words.lexicon("english")["states"]
    if main.cue and main.status == "planned" and not main.negated and _of_a_place(main):
        return True
    if main.negated or main.verb in states or appropriates(view.shadow.text, main.clause):
        return False
    if main.verb == "be responsible for" and outline.is_statute(view.outline):
        return False
    if main.agent is None and _LEADS_IN.search(view.shadow.text, *main.clause):
        return False
    if main.agent is not None:
        return bool(main.subject) or not main.passive
    if main.status != "planned" or view.outline.doc_type not in words.lexicon("english")["provisions"]:
        return False
    return main.passive or not (main.subject or outline.is_statute(view.outline))


def _of_a_place(main: Act) -> bool:
    """Hefei will build …: a place acts, and no body is named."""
    return not main.passive and bool(main.subject) and all(r.type == "Region" for r in main.subject)


def _measure(view: scene.Scene, clause: tuple[int, int], main: Act, document: str) -> evidence.Measure:
    quote = view.shadow.span(*clause)
    nobody = outline.is_statute(view.outline) or _of_a_place(main)
    agent = main.agent or (None if nobody else view.author)
    targets = dict.fromkeys(r.entity for r in view.within(*clause, outer=True) if r.type not in _NO_TARGET and r.entity != agent and
                            not (r.type == "Policy" and not _issued(main)))  # fmt: skip
    return evidence.Measure(
        id=ids.statement("m", document, agent or "", main.status, ids.fold_text(quote.text)), status=main.status, quote=quote,
        agency=agent, targets=tuple(targets), time=main.time, cue=main.cue, stated_by=view.speaker(clause[0]),
    )  # fmt: skip


def _issued(main: Act) -> bool:
    """A policy is acted on only where the verb says so; elsewhere it is what the act rests on."""
    return main.verb in (
        "issue",
        "publish",
        "release",
        "adopt",
        "implement",
        "carry out",
        "revise",
        "amend",
        "repeal",
        "draft",
        "formulate",
    )
