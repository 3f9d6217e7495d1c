"""What a text tells of approvals in passing: 经X同意，A印发P, P已经X批准, X已批示同意, 经X批准，B设立F."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims import slots
from ingest.relate.claims.maker import APPROVABLE, Clause, Maker, just_before

_AGREED = re.compile(
    r"(?:领导同志|领导)?(?P<said>已)?(?:第[一二三四五六七八九十\d]{1,4}次会议)?(?:正式|原则|联合|发文|下文|印发)*(?:批示|审议|研究|审查|审核|会议)?(?:批准|同意|审定|批复|函复|复函|核准|审议通过|审议(?=[，）]))"
)
_YET = re.compile(r"争取|力争|尚未|未获|有望|(?:拟|待|须|需|应)[^，]{0,4}$")
# 省政府常务会议审议并原则通过《P》.
_PASSES = re.compile(
    r"[^，。；《》]{0,24}?(?:会议|全会|会)(?:研究|听取|审议|讨论|并|正式|原则|一致)*(?:通过|同意|审定|批准)了?(?:关于)?(?:设立|建设|组建|成立|筹建)?[《“]?"
)
_CONGRESS = re.compile(r"人大|人民代表大会|常委会|常务委员会|政协")
_AND_THEN = re.compile(r"(?:并|已|并已)经")
_SAID = re.compile(r"已|批示")
_CONDITION = re.compile(r"的|后|之日|时|设立|建设|印发")
_ISSUES = re.compile(r"(?:印发|出台|发布|公布|制定|实施|转发)[^，]{0,8}$|(?:将|把)[^，]{0,4}$")
_IS_OUT = re.compile(
    r"》?(?:[（(][^）)]{2,24}[）)])?(?:现|已|正式|于|近日|日前|\d{4}年|\d{1,2}月|\d{1,2}日)*(?:印发|出台|发布|公布|实施|施行)"
)
_JOINED = re.compile(r"[”》]?[、和与及]?[“《]?")
_FOUNDS = re.compile(r"(?:设立|组建|成立|建立|创建)了?[“《]?$")
# 经A批准，由B牵头的|L获批.
_BUILT_BY = re.compile(r"(?:由)?[^，。；]{2,30}(?:牵头|建设|组建|承担|申报|依托|承建|筹建)的[“]?")
_IS_SET_UP = re.compile(
    r"[”》]?(?:等[^，。；]{0,8})?(?:正式|先后|相继|陆续|于|已|得以|成功|\d{4}年|\d{1,2}月|\d{1,2}日|在[^，。；]{2,10}?)*(?:设立|成立|组建|建立|升级|升格|晋升|扩区|更名|获批|启动|揭牌|挂牌|立项|开工|落户|落地|建设|跻身|成为|列入|纳入|入选|晋级|获评|被认定为|被列为)"
)
_SPEAKS = re.compile(
    r"(?:现|特)?提出(?:以下|如下|本)|现(?:就|将|印发|予|提出|结合|发布|公布|通知)|如下|印发给你们|制定[本以如]|决定"
)
_BETWEEN_TITLES = re.compile(r"[》、和与及]*《?")


def told(made: Maker, clause: Clause, before: tuple[Clause, ...], after: tuple[Clause, ...]) -> None:
    """经X同意，A印发P; P已经X批准; X已批示同意 of what was just named; 经X同意，现就… of this policy itself."""
    for body, policy in passed(made, clause) if not clause.negated and clause.status != "planned" else ():
        made.add(body.entity, "APPROVED", policy.entity, "done", clause.start, clause.end, time=clause.time, cue="通过")
    bodies = _approvers(made, clause)
    if not bodies:
        return
    row = [c for c in (clause, *after) if c.sentence == clause.sentence]
    things = _named_before(made, clause, bodies[0], before) or _issued_after(made, row)
    # 经省政府同意，我厅于2023年4月印发P: the consent is of that time too.
    time = clause.time or next((c.time for c in row if c.status == "done" and c.time), "")
    for body in bodies:
        for end, ref in things:
            made.add(
                body.entity,
                "APPROVED",
                ref.entity,
                "done",
                min(clause.start, ref.start),
                end,
                time=time,
                cue="同意",
            )
        itself = any(r.entity == made.own and r.end <= bodies[0].start for r in clause.outer)
        if (itself or not things) and _of_this(made, clause, row):
            made.add(body.entity, "APPROVED", made.own, "done", clause.start, row[-1].end,
                     time=clause.time, cue="同意")  # fmt: skip


def passed(made: Maker, clause: Clause) -> list[tuple[scene.Ref, scene.Ref]]:
    """省政府常务会议审议通过P, 研究同意设立F: the body whose session it was, with what the session agreed to. Congresses make laws themselves."""
    things = [r for r in clause.outer if r.type in APPROVABLE and r.entity != made.own]
    bodies = [r for r in clause.refs if r.type == "Agency" and not _CONGRESS.search(made.text, r.start, r.end)]
    ends = ((body, said.end()) for body in bodies if (said := _PASSES.match(made.text, body.end, clause.end)))
    return [(body, t) for body, end in ends for first in things if first.start == end
            for t in slots.row_from(made.text, first, things)]  # fmt: skip


def _approvers(made: Maker, clause: Clause) -> list[scene.Ref]:
    """The bodies that the clause says agreed: 经A、B同意, A已批示同意. An approval yet to come is none."""
    text, row = made.text, _session(clause) or _last_row(made, clause)
    act = _AGREED.match(text, row[-1].end) if row else None
    if act is None or _CONDITION.match(text, act.end()) or clause.status in ("requested",):
        return []
    lead = text[clause.start : row[0].start]
    if re.search(r"(?:^|已|，)报[^，]*$", lead) and "已" not in lead and "经" not in lead:
        return []
    if _YET.search(lead):
        return []
    if re.search(r"(?:经|获得?)[\d年月日]*$", lead):
        return row
    finished = not made.text[act.end() : clause.end].strip("）) ") and (
        act["said"] or re.fullmatch(r"[（(\d年月日\s]*", lead)
    )
    return row[-1:] if finished else []


def _session(clause: Clause) -> list[scene.Ref]:
    """X第三次会议批准, X常务会议审议通过: X, when the clause names a session of it before the act."""
    meetings = [r for r in clause.outer if r.type == "Meeting"]
    inside = [
        r
        for r in clause.refs
        if meetings and r.type == "Agency" and meetings[0].start < r.end and r.start < meetings[0].end
    ]
    return [inside[0]._replace(end=meetings[0].end)] if inside else []


def _last_row(made: Maker, clause: Clause) -> list[scene.Ref]:
    """The agencies joined to the last one of the clause: 市委、市政府."""
    agencies = [r for r in clause.outer if r.type == "Agency" and r.entity != made.view.author]
    return slots.row_of_last(made.text, agencies, slots.JOINT)


def _named_before(
    made: Maker, clause: Clause, body: scene.Ref, before: tuple[Clause, ...]
) -> list[tuple[int, scene.Ref]]:
    """The policy or zone that stands before the body in its clause, else the policy named last, where the clause names none."""
    own = [r for r in clause.outer if r.type in APPROVABLE and r.end <= body.start and r.entity != made.own]
    if own:
        return [(clause.end, r) for r in _row_of_titles(made, own)]
    last = just_before(clause, before)
    if last and _AND_THEN.match(made.text, clause.start):
        return [(clause.end, r) for r in last.outer if r.type == "Policy"][-1:]
    if "经" in made.text[clause.start : body.start] or not _SAID.search(made.text, body.end, clause.end):
        return []
    named = [r for c in before for r in c.outer if r.type == "Policy"]
    return [(clause.end, named[-1])] if named else []


def _row_of_titles(made: Maker, things: list[scene.Ref]) -> list[scene.Ref]:
    """The last of the things, and the titles joined to it: 《P》《Q》等5个方案."""
    return slots.row_of_last(made.text, things, _BETWEEN_TITLES)


def _issued_after(made: Maker, row: list[Clause]) -> list[tuple[int, scene.Ref]]:
    """The policies that the sentence says were issued then, and what was set up; what it only grounds itself on is none."""
    issued = [
        (c.end, r)
        for c in row
        for r in c.outer
        if r.type == "Policy"
        and (
            _ISSUES.search(made.text[c.start : r.start])
            or (r.start <= c.start + 1 and _IS_OUT.match(made.text, r.end, c.end))
        )
    ]
    return issued + [(c.end, r) for c in row[1:2] for r in (*_set_up(made, c), *_founded(made, c))]


def _set_up(made: Maker, clause: Clause) -> list[scene.Ref]:
    """经A同意，L、M先后组建: the things at the head of the clause, joined to one another, before the verb that sets them up."""
    row: list[scene.Ref] = []
    for ref in (r for r in clause.outer if r.type in APPROVABLE - {"Policy"}):
        opens = ref.start <= clause.start + 1 or _BUILT_BY.fullmatch(made.text, clause.start, ref.start)
        if not (_JOINED.fullmatch(made.text, row[-1].end, ref.start) if row else opens):
            break
        row.append(ref)
    return row if row and _IS_SET_UP.match(made.text, row[-1].end, clause.end) else []


def _founded(made: Maker, clause: Clause) -> list[scene.Ref]:
    """经A批准，B设立F: what the clause behind the approval goes on to set up."""
    things = (r for r in clause.outer if r.type in APPROVABLE - {"Policy"})
    return [r for r in things if _FOUNDS.search(made.text, clause.start, r.start)][:1]


def _of_this(made: Maker, clause: Clause, row: list[Clause]) -> bool:
    """Whether the sentence stands in the preamble and goes on to the policy itself, or is a line under its title."""
    if clause.start > made.view.outline.body[0] + 600:
        return False
    return len(row) == 1 or any(_SPEAKS.search(made.text, c.start, c.end) for c in row[1:])
