"""Replies: who proposed, what the document answers and what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.relate.claims import handling
from ingest.relate.claims.maker import Clause, Maker

_OPENS = re.compile(r"收悉|(?:答复|函复|函告|复函|回复|反馈)如下|你们?(?:在[^，]{2,24})?提出的")
# 你省请求，中央支持…: what follows is asked for, not given.
_ASKED = re.compile(r"(?:您|你们?|代表|委员|你[省市区县厅局])[^，]{0,12}(?:请求|希望|建议|提出|反映|提到)[^，]{0,6}$")
_NOT_ASKED = frozenset(("Person", "Proposal", "Meeting"))


def opening(made: Maker, found: tuple[Clause, ...]) -> set[int]:
    """The sentences of a letter that say what came in and that the answer follows: what they name is asked, not done."""
    if made.view.outline.doc_type != "reply":
        return set()
    limit = made.view.outline.body[0] + 500
    opens = {c.sentence for c in found[:40] if c.end < limit and _OPENS.search(made.text, c.start, c.end)}
    return opens | {c.sentence for c in found if _ASKED.match(made.text, c.start, c.end)}


def state(made: Maker, found: tuple[Clause, ...], opened: set[int]) -> None:
    """SUBMITTED, REPLIES_TO, ASKS and HANDLES of a reply, whose proposal is the first that it names."""
    view = made.view
    proposals = [e for e in view.entities.values() if e.type == "Proposal"]
    if view.outline.doc_type not in ("reply", "other") or not proposals:
        return
    made.rule = "proposals"
    proposal = min(proposals, key=lambda e: e.mentions[0].span.start if e.mentions else 1 << 30).id
    lines = view.outline.addressees
    for ref in view.within(*lines, outer=True) if lines else []:
        if ref.type in ("Person", "Organization") and lines:
            made.add(ref.entity, "SUBMITTED", proposal, "done", *lines, cue="代表")
    if view.outline.doc_type != "reply":
        return
    if view.outline.title:
        made.add(made.document, "REPLIES_TO", proposal, "done", *view.outline.title, time=view.outline.date or "")
    _asks(made, found, opened, proposal)
    handling.state(made, _head(made, found), proposal)


def _head(made: Maker, found: tuple[Clause, ...]) -> list[Clause]:
    """The clauses before the answer itself: as far as …如下, where the letter says so."""
    head = [c for c in found if c.end < made.view.outline.body[0] + 600]
    last = next((i for i, c in enumerate(head) if re.search(r"如下$", made.text[c.start : c.end])), len(head))
    return head[: last + 1]


def _asks(made: Maker, found: Iterable[Clause], opened: set[int], proposal: str) -> None:
    """What the opening and the title of the proposal name."""
    for clause in found:
        if clause.sentence in opened and re.search(r"提出|建议|提案", made.text[clause.start : clause.end]):
            for ref in made.view.within(clause.start, clause.end):
                if (
                    ref.type not in _NOT_ASKED
                    and ref.entity != made.view.author
                    and "关于" in made.text[clause.start : ref.start]
                ):
                    made.add(proposal, "ASKS", ref.entity, "requested", clause.start, clause.end)
