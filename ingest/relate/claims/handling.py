"""Who handles a proposal: who leads and who helps in answering it, as the opening of the reply says."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims import slots
from ingest.relate.claims.maker import Clause, Maker

_ROLE = re.compile(
    r"(?P<lead>主办|承办|牵头(?:办理|答复|研究办理|[）)])|独立办理|单独办理|独办)"
    r"|(?P<help>协办|会办|分办)|(?P<way>协助|配合|协同|参与|会同|共同|联合|分别)(?:办理|答复)"
)
_WAYS = {**dict.fromkeys(("会同", "共同", "联合"), "会办"), "分别": "分办"}
# Whoever handles it together with the author leads too.
_JOINTLY = frozenset(("会同", "共同", "联合", "分别"))
_OPINION = re.compile(r"(?:单位|部门)?的?意见")
_ROW = re.compile(
    r"(?:作为|[、和与及]|以及|等?[一二三四五六七八九十两\d]*(?:家|个)?(?:有关|相关)?(?:单位|部门)?|负责|为|分别|共同|一并|同时)?"
)
_NAMED = re.compile(r"(?:单位|部门)?(?:[：:]|为|是)")
_JOINT = re.compile(r"[、和与及\s]|以及")
_PARTNERS = re.compile(
    r"(?:会同|经与|并与|与)(?P<row>[^，。；]{2,120}?)(?:等[^，。；]{0,10}(?:部门|单位))?(?:进行|共同|认真|联合|充分)*(?:了)?(?:研究|办理|商议|协商|会商|答复|函复|回复)"
)
_PARTS = re.compile(r"(?:会办|协办|分办|配合)(?:单位|部门)?(?:的)?(?:办理)?(?:意见|情况)")
_WORKED = re.compile(r"研究|办理|答复|函复|函告|回复|牵头")
_ANSWERS = re.compile(r"收悉|答复|函告|办理")


def state(made: Maker, opened: list[Clause], proposal: str) -> None:
    """HANDLES of all bodies that the opening clauses give a part, and of the author, who leads where nobody else does."""
    lead = False
    for clause in opened:
        for role in _ROLE.finditer(made.text, clause.start, clause.end):
            word = "主办" if role["lead"] else role["help"] or _WAYS.get(role["way"], "协办")
            for body in _bodies(made, clause, role, word):
                own = body.entity == made.view.author
                _add(made, body, proposal, clause, "主办" if own and role["way"] in _JOINTLY else word)
                lead = lead or word == "主办" or own
        partners = _PARTNERS.search(made.text, clause.start, clause.end)
        for body in _agencies(made, *partners.span("row")) if partners else []:
            _add(made, body, proposal, clause, "会办")
    for body in _voices(made):
        made.add(body.entity, "HANDLES", proposal, "done", body.start, body.end, qualifiers=(("role", "会办"),))
    if not lead and made.view.author and opened:
        for clause in _said(made, opened):
            made.add(
                made.view.author, "HANDLES", proposal, "done", clause.start, clause.end, qualifiers=(("role", "主办"),)
            )


def _said(made: Maker, opened: list[Clause]) -> list[Clause]:
    """The clauses that show who answers though none names a leader: the one that says what came in, the one that says what was done with it."""
    first = next((c for c in opened if _ANSWERS.search(made.text, c.start, c.end)), opened[0])
    worked = (c for c in opened if c.start > first.start and _WORKED.search(made.text, c.start, c.end))
    return [first, *list(worked)[:1]]


def part(verb: str) -> str:
    """The role that the verb gives whoever does it: 主办, 会办, 协办, 分办."""
    return next((role for role in ("协办", "会办", "分办") if role in verb), "协办" if "协助" in verb else "主办")


def _voices(made: Maker) -> list[scene.Ref]:
    """The bodies that head the parts of an opinion of those who help: 会办单位意见：（一）A…, （二）B…."""
    outline, found = made.view.outline, list[scene.Ref]()
    for section in outline.sections:
        heads = [s for s in outline.ancestry(section) if s.index and s.head_end - s.start < 40]
        helped = any(_PARTS.search(made.text, s.start, s.head_end) for s in heads)
        body = next(iter(_agencies(made, section.start, section.head_end)), None)
        if helped and body and len(made.text[section.start : body.start].strip()) <= 4:
            found.append(body)
    return [b for b in found if b.entity != made.view.author]


def _add(made: Maker, body: scene.Ref, proposal: str, clause: Clause, role: str) -> None:
    made.add(body.entity, "HANDLES", proposal, "done", clause.start, clause.end, cue=role, qualifiers=(("role", role),))


def _agencies(made: Maker, start: int, end: int) -> list[scene.Ref]:
    return [r for r in made.view.within(start, end, outer=True) if r.type == "Agency"]


def _bodies(made: Maker, clause: Clause, role: re.Match[str], word: str) -> list[scene.Ref]:
    """The bodies in a row right before the role (A、B协办), right behind it (会办单位：A、B), or all before 会办意见."""
    row = slots.row_before(made.text, _agencies(made, clause.start, role.start()), role.start(), _ROW, _ROW)
    named = _NAMED.match(made.text, role.end())
    if not row and named:
        return _listed(made, named.end())
    if not row and word != "主办" and _OPINION.match(made.text, role.end()):
        return _agencies(made, clause.start, role.start())
    return row


def _listed(made: Maker, at: int) -> list[scene.Ref]:
    """The bodies of a list that begins there."""
    row: list[scene.Ref] = []
    for ref in _agencies(made, at, at + 200):
        if not (_JOINT.fullmatch(made.text, at, ref.start) if row else ref.start <= at + 1):
            break
        row.append(ref)
        at = ref.end
    return row
