"""The parts of measures: each clause with what it does in its sentence, and where its own words begin."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest import clauses, scene
from ingest.relate.measures import kinds
from ingest.relate.measures.kinds import MARK, Kind

Clause = clauses.Clause
_NAMELESS = frozenset(("TargetGroup", "Region", "Person"))
_FIRST = re.compile(
    r"(?:[，、：\s]|[一二三四五六七八九十]是(?:要)?|首先|其次|最后|同时|此外|另外|其中|下一步|接下来|未来|今后|目前|当前|为此|因此|期间|并且|以及|与此同时|近年来|近[一-鿿\d]{1,3}年来|今年|去年|明年|"
    r"(?:自|从|到|至|于)?\d{4}(?:[—\-–至]\d{4})?年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|初|上半年|下半年|以前|以来|起|前|间)?(?=[，一-鿿])|“十[一二三四五]五”(?:时期|期间|末)?)+"
)
_NAMES_BODIES = re.compile(r"(?:、|和|及|以及|与|会同|联合|等(?:部门|单位|有关部门)?|\d?[一-鿿]?(?:家|部门))*")
_SUBJECT_OR_MODAL = re.compile(r"要|应|须|[我本该全][省市区县州厅局委]")


class Part(NamedTuple):
    """A clause with what it does in its sentence. `core` is where its own words begin."""

    clause: Clause
    kind: Kind
    core: int
    named: frozenset[str]
    led: bool
    modal: bool = False


def make(view: scene.Scene, clause: Clause) -> Part:
    mark = MARK.match(view.shadow.text, clause.start, clause.end)
    begin = mark.end() if mark else clause.start
    core, led = _core(view, clause, begin)
    kind = kinds.of(view, clause, begin, core, led)
    things = [r.entity for r in clause.outer if r.type not in _NAMELESS and r.entity != clause.agent]
    modal = core > clause.start and bool(_SUBJECT_OR_MODAL.search(view.shadow.text, clause.start, core))
    return Part(clause, kind, core, frozenset(things), led, modal)


def _core(view: scene.Scene, clause: Clause, begin: int) -> tuple[int, bool]:
    """Where the clause's own words begin: after marks, connectives, time, the acting bodies and adverbs; and whether it names those."""
    text, known, led = view.shadow.text, kinds.word_patterns(), False
    match = _FIRST.match(text, begin, clause.end)
    at = match.end() if match else begin
    for ref in clause.refs:
        if ref.type in ("Agency", "Organization") and at <= ref.start <= at + 1 and clause.own:
            at, led = ref.end, True
            joined = _NAMES_BODIES.match(text, at, clause.end)
            at = joined.end() if joined else at
    for pattern in (_FIRST, known["subjects"]):
        match = pattern.match(text, at, clause.end)
        at = match.end() if match and match.end() < clause.end - 1 else at
    while (match := known["adverbs"].match(text, at, clause.end)) and match.end() < clause.end - 1:
        at = match.end()
    return at, led
