"""Claims: frames, approvals, provisions, names, money and citations, each in a module of its own."""

from __future__ import annotations

import re

from graph import evidence
from ingest import clauses, scene
from ingest.clauses import actors, charged
from ingest.relate.claims import (
    adopted,
    approvals,
    belongs,
    carriers,
    charges,
    citing,
    contents,
    daughters,
    ending,
    enrolled,
    frames,
    funds,
    giving,
    grounds,
    handed,
    inside,
    listed,
    members,
    names,
    nominal,
    paying,
    places,
    proposals,
    provisions,
    recognised,
    requests,
    rows,
    targets,
    together,
    wholes,
)
from ingest.relate.claims.maker import Maker

# 感谢您对我市工作的支持 states nothing.
_THANKS = re.compile(
    r"\s*(?:再次|最后|衷心|真诚|诚挚|非常|特此|谨此|在此|我们|我局|我委|我厅|，)*(?:表示)?(?:衷心|诚挚)?(?:感谢|谢谢|欢迎您)"
)


def find_claims(
    view: scene.Scene,
    found: tuple[clauses.Clause, ...],
    document: str,
    own: str | None,
    grants: tuple[evidence.Grant, ...] = (),
    measures: tuple[evidence.Measure, ...] = (),
) -> tuple[evidence.Claim, ...]:
    """All claims of a document. `document` is its id, `own` the policy entity that the document itself is, if any.

    The order decides which rule's words stand where two state the same: letters and approvals, verbs, provisions, names.
    """
    made = Maker(view, document, own, provisions=view.outline.prescribes)
    made.preamble = provisions.preamble(made, found)
    opened = proposals.opening(made, found)
    proposals.state(made, found, opened)
    approvals.state(made, found)
    for index, clause in enumerate(found):
        if not clause.heading and clause.sentence not in opened:
            _clause(made, found, index)
    charges.brackets(made)
    charges.lines(made)
    provisions.state(made, found)
    ending.replaces(made, found)
    grounds.grounded(made, found)
    targets.state(made, found)
    names.state(made)
    provisions.shown_again(made, found)
    recognised.by_title(made)
    requests.by_title(made)
    rows.state(made)
    enrolled.state(made)
    listed.state(made)
    members.beside(made)
    daughters.of_the_mother(made)
    wholes.by_names(made)
    wholes.sections(made)
    funds.from_grants(made, grants)
    targets.from_grants(made, grants)
    targets.from_measures(made, measures)
    citing.state(made)
    return tuple(sorted(made.found.values(), key=lambda c: (c.quote.start, c.id)))


def _clause(made: Maker, found: tuple[clauses.Clause, ...], index: int) -> None:
    clause = found[index]
    if charged.at(made.text, clause.start, len(made.text)) or _THANKS.match(made.text, clause.start):
        return
    before = found[max(0, index - 3) : index]
    giving.fronted_before(made, clause, before)
    charges.state(made, clause, before)
    giving.each(made, clause, before)
    giving.headed(made, clause, before)
    if not clause.refs:
        if len(clause.agents) > 1 and actors.both(made.text, clause.start, clause.end):
            together.state(made, clause)
        return
    if not funds.founded(made, clause, before):
        frames.state(made, clause, before)
    giving.state(made, clause)
    giving.allotted(made, clause)
    giving.beside(made, clause, before)
    paying.state(made, clause, before)
    carriers.state(made, clause, before)
    handed.state(made, clause, before)
    nominal.state(made, clause)
    recognised.state(made, clause, before)
    requests.state(made, clause, before)
    adopted.state(made, clause)
    proposals.told(made, clause)
    funds.state(made, clause, before)
    wholes.state(made, clause, before, found[index + 1 : index + 4])
    contents.state(made, clause, before)
    members.state(made, clause, before)
    belongs.state(made, clause)
    inside.state(made, clause, before, found[index + 1 : index + 4])
    places.state(made, clause, before, found[index + 1 : index + 4])
