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


# 甲委员去年提交的第1号提案; 第1号提案由甲委员提出.
_PUT_IN = re.compile(
    r"(?:等)?(?:[\d一二三四五六七八九十两]{1,3}[名位])?(?:代表|委员)?(?:们)?(?:[去今]年|在[^，。；]{2,24}上|\d{4}年)*(?:联名|领衔|联合)?(?:提交|提出|递交)的(?:关于[^，。；]{2,40}?的?)?(?:《[^》]{2,60}》)?[（(]?$"
)
_PUT_IN_BY = re.compile(r"[）)]?(?:是|系)?由$")
_PUTS = re.compile(
    r"(?:等)?(?:[\d一二三四五六七八九十两]{1,3}[名位])?(?:代表|委员)?(?:联名|领衔|联合)?(?:提交|提出|递交)"
)


def told(made: Maker, clause: Clause) -> None:
    """SUBMITTED of a proposal that the clause tells of with who put it in."""
    givers = [r for r in clause.outer if r.type in ("Person", "Organization")]
    made.rule = "proposals"
    for proposal in (r for r in clause.outer if r.type == "Proposal"):
        for one in givers:
            before = one.end <= proposal.start and _PUT_IN.fullmatch(made.text, one.end, proposal.start)
            behind = (
                one.start >= proposal.end
                and _PUT_IN_BY.fullmatch(made.text, proposal.end, one.start)
                and _PUTS.match(made.text, one.end, clause.end)
            )
            if before or behind:
                made.add(
                    one.entity,
                    "SUBMITTED",
                    proposal.entity,
                    "done",
                    clause.start,
                    clause.end,
                    time=clause.time,
                    cue="提出",
                )


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
