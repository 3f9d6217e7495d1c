"""Replies: who proposed, who leads and who helps in answering, what the document answers and what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest import scene
from ingest.relate.claims.maker import Clause, Maker

_ROLE = re.compile(r"主办|承办|协办|会办|分办|配合办理")
_OPINION = re.compile(r"(?:办|协办)?(?:单位|部门)?的?意见")
_ROW = re.compile(r"(?:作为|[、和与及]|等?[一二三四五六七八九十\d]*(?:家|个)?|负责)?")
_ANSWERS = re.compile(r"收悉|答复|函告|办理")
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
    _handles(made, [c for c in found if c.end < view.outline.body[0] + 600], proposal)


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


def _handles(made: Maker, opened: list[Clause], proposal: str) -> None:
    lead = False
    for clause in opened:
        for role in _ROLE.finditer(made.text, clause.start, clause.end):
            word = "主办" if role[0] in ("主办", "承办") else role[0]
            for body in _bodies(made, clause, role, word):
                if word == "主办" or body.entity != made.view.author:
                    made.add(body.entity, "HANDLES", proposal, "done", clause.start, clause.end, cue=role[0],
                             qualifiers=(("role", word),))  # fmt: skip
                    lead = lead or word == "主办"
    if not lead and made.view.author and made.view.outline.title and opened:
        first = next((c for c in opened if _ANSWERS.search(made.text, c.start, c.end)), opened[0])
        made.add(made.view.author, "HANDLES", proposal, "done", first.start, first.end, qualifiers=(("role", "主办"),))


def _bodies(made: Maker, clause: Clause, role: re.Match[str], word: str) -> list[scene.Ref]:
    """The bodies in a row right before the role word (A、B协办; 我厅作为承办单位), or all before 会办意见."""
    agencies = [r for r in clause.outer if r.type == "Agency" and r.end <= role.start()]
    row: list[scene.Ref] = []
    at = role.start()
    for ref in reversed(agencies):
        if not _ROW.fullmatch(made.text, ref.end, at):
            break
        row.insert(0, ref)
        at = ref.start
    if not row and word != "主办" and _OPINION.match(made.text, role.start() + 2):
        return [r for r in clause.refs if r.type == "Agency" and r.end <= role.start()]
    return row
