"""Measures: what a body says it has done, does or will do, one for each group of clauses with one aim."""

from __future__ import annotations

import re
from itertools import groupby

from graph import evidence, ids
from ingest import scene
from ingest.find import words
from ingest.relate.measures import groups
from ingest.relate.measures.parts import MARK, Clause, Part, prescribes


def find_measures(view: scene.Scene, found: tuple[Clause, ...], document: str) -> tuple[evidence.Measure, ...]:
    """Actions by clause groups: a new group begins with a new agent, status or own aim; headings are none."""
    made: dict[str, evidence.Measure] = {}
    silent = _silent_sections(view)
    for _sentence, row in groupby(found, key=lambda c: c.sentence):
        clauses = [c for c in row if _speaks(view, c) and c.section not in silent]
        for group in groups.of_sentence(view, clauses):
            measure = _measure(view, group, document)
            if measure is not None:
                made.setdefault(measure.id, measure)
    return tuple(sorted(made.values(), key=lambda m: m.quote.start))


def _silent_sections(view: scene.Scene) -> frozenset[int]:
    """Sections whose heading, or that of a section around them, says that nobody acts there."""
    heads = words.lexicon("verbs_of_action")["silent_headings"]
    text, silent = view.shadow.text, set()
    for section in view.outline.sections[1:]:
        head = text[section.start : section.head_end]
        if section.parent in silent or (len(head) < 30 and any(word in head for word in heads)):
            silent.add(section.index)
    return frozenset(silent)


def _speaks(view: scene.Scene, clause: Clause) -> bool:
    """A heading is no act, but an approval's numbered sentence that is nothing else is one."""
    return not clause.heading or bool(_GRANTED.match(view.shadow.text, clause.start, clause.end))


_GRANTED = re.compile(r"[一二三四五六七八九十]{1,3}、(?:原则)?(?:同意|批准|核准)")


def _measure(view: scene.Scene, group: list[Part], document: str) -> evidence.Measure | None:
    parts = groups.trimmed(group, prescribes(view))
    acting = [p for p in parts if p.kind == "act"] or [p for p in parts if p.kind == "aim"]
    acting = acting or (parts[-1:] if prescribes(view) else [])
    if not acting or (acting[0].kind == "aim" and not prescribes(view) and not acting[0].named):
        return None
    start, end = _begin(view, parts[0]), parts[-1].clause.end
    if end - start < 6:
        return None
    main = acting[0].clause
    agent = _agent([p.clause for p in acting])
    quote = view.shadow.span(start, end)
    status = _status([p.clause for p in acting])
    identity = ids.statement("m", document, agent or "", status, ids.fold_text(quote.text))
    helpers = [h for p in acting for h in p.clause.helpers if h != agent]
    targets = tuple(dict.fromkeys((*_targets(view, start, end, agent), *helpers)))
    return evidence.Measure(identity, status, quote, agent, targets, main.time, main.cue, view.speaker(start))


def _begin(view: scene.Scene, part: Part) -> int:
    """The quote begins after marks and connectives, and keeps subject, time and adverbs."""
    text, at = view.shadow.text, part.clause.start
    for pattern in (MARK, _CONNECTIVE):
        match = pattern.match(text, at, part.clause.end)
        at = match.end() if match else at
    return at


_CONNECTIVE = re.compile(
    r"(?:[，、：\s]|[一二三四五六七八九十]是(?:要)?|首先|其次|最后|同时|此外|另外|其中|与此同时|下一步|接下来|未来|今后|目前|当前|为此|因此|并且|并(?![网购轨]))+"
)


def _status(acting: list[Clause]) -> evidence.Status:
    """The furthest status of the acts, unless the first is a plan."""
    order: tuple[evidence.Status, ...] = ("planned", "requested", "ongoing", "done")
    return "planned" if acting[0].status == "planned" else max((c.status for c in acting), key=order.index)


def _agent(acting: list[Clause]) -> str | None:
    """Who acts first; where only bodies of no name begin and the giver comes later, the giver."""
    first, later = acting[0], next((c.agent for c in acting[1:] if c.agent and not c.own), None)
    return later if first.own and first.agent is None else first.agent


def _targets(view: scene.Scene, start: int, end: int, agent: str | None) -> tuple[str, ...]:
    """The named things that the clauses act on, each once, the agent itself left out."""
    found: dict[str, None] = {}
    for ref in view.within(start, end, outer=True):
        itself = ref.type == "Region" and view.shadow.text[ref.start] in "全本我"
        if ref.entity != agent and not itself and ref.type not in ("Person", "Proposal"):
            found[ref.entity] = None
    return tuple(found)
