"""Approvals told in passing: Z自A批复以来, Z获A批准, 经A批复组建, A决定建设Z, and titles of letters (A关于设立Z的批复)."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims.maker import ZONES, Clause, Maker

_APPROVABLE = ZONES | {"Platform", "Project", "Fund", "Policy"}
_VERB = r"(?:正式|联合|原则)?(?:批复|批准|核准|复函|发文)?(?:批复|批准|核准|同意|认定|授牌|命名)(?:设立|建设|组建|创建|成立|升级|筹建)?"
# Behind the body: 自国务院批复以来, 获国务院批准(建设), 由我厅批复组建.
_WHEN = r"(?:于|去年|今年|\d{4}年|\d{1,2}月|\d{1,2}日)*"
_SINCE = re.compile(_WHEN + _VERB + r"(?:以来|之后|后|以后|至今|$|[，。；）)]|的|更名为|升级为)")
# Y获A批复建设Z: what follows at once is what was agreed to.
_GRANTS = re.compile(_WHEN + _VERB + r"(?:了|更名为|升级为)?[“《]?")
# L是A批准建设的省实验室.
_IS = re.compile(r"(?:是|系|为|属于?)(?:首批|第[一二三四五六七八九十]批)?(?:由|经)?$")
# A批复其升格为省级中心.
_OF_IT = re.compile(_WHEN + r"(?:正式)?(?:批复|批准|同意|认定|核准)其")
# A认定L等5家单位为…, A将L认定为…, A批准L升级为….
_CALLS = re.compile(r"(?P<verb>同意|批准|批复|认定|确认|命名|确定)[“《]?$")
_NAMED_SO = re.compile(
    r"[”》]?(?:[、和与及][^，。；]{2,60}?)?(?:等[^，。；为]{0,14})?(?:更名|升级|升格|提升|晋升|扩区|调整)?为"
)
_TAKES = re.compile(r"[将把][“《]?$")
_SO = re.compile(
    r"[”》]?(?:[、和与及][^，。；]{2,60}?)?(?:等[^，。；]{0,14})?(?:正式)?(?P<verb>认定|确定|命名|评定|批准|核定|列|授牌)为"
)
_MANY = r"(?:等(?:[一二三四五六七八九十\d]{1,2}(?:个|家)?)?(?:部门|部委|单位)?)?"
_BEFORE = re.compile(
    r"(?:自[^，。；]{0,16}|获得?|得到|经|由|被|[（(](?:于)?(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?|于\d{4}年[^，。；]{0,6}获)$"
)
_GOT = re.compile(r"(?:获得?|得到|经|被)$")
_YET = re.compile(r"争取|力争|申请|申报|待|拟|将|须|应|可|报|推动|有望|需|未|后(?:方可|才|再)")
_DECIDES = re.compile(
    r"(?:会议|常务会议|全会)?(?:研究)?决定(?:在[^，。；]{1,30})?(?:设立|建设|建立|创建)[^，、《]{0,6}$"
)
_IT = re.compile(
    r"^(?:该|此|上述)(?:项目|平台|中心|实验室|示范区|试验区|园区|基地|规划|方案|政策)|^(?:并|并已|已|现已)(?:经|获)|^(?:于|去年|今年|同年|\d{4}年|\d{1,2}月|\d{1,2}日)*获"
)
_LETTER = re.compile(r"关于(?:同意)?(?:批准)?[^〈《》〉]{0,6}(?:设立|建设|建立|认定|创建)[^〈《》〉]{0,4}$")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """APPROVED of what the clause tells was agreed to, by the body that it names."""
    made.rule = "recognised"
    text = made.text
    for body in (r for r in clause.outer if r.type == "Agency"):
        rest = re.compile(_MANY).match(text, body.end)
        end, lead = rest.end() if rest else body.end, text[clause.start : body.start]
        said = _SINCE.match(text, end, clause.end + 1)
        told = (_BEFORE.search(lead) or _IS.search(lead)) and not clause.negated
        if said and told and not _YET.search(text[clause.start : said.end()]):
            _add(made, clause, body, _thing(made, clause, body, before))
        _granted(made, clause, body, end)
        if _OF_IT.match(text, end, clause.end) and not clause.negated and clause.status != "planned":
            _add(made, clause, body, _named_last(made, clause, before))
        decided = next((r for r in clause.outer if r.type in ZONES and r.start > body.end), None)
        if decided and body.start - clause.start < 16 and _DECIDES.search(text, body.end, decided.start):
            _add(made, clause, body, decided)
    _called(made, clause)


def _granted(made: Maker, clause: Clause, body: scene.Ref, end: int) -> None:
    """Y获A批复建设Z."""
    said = _GRANTS.match(made.text, end, clause.end)
    got = _GOT.search(made.text, clause.start, body.start)
    thing = next((r for r in clause.outer if said and r.start == said.end() and r.type in _APPROVABLE), None)
    if got and thing and said and not clause.negated and not _YET.search(made.text[clause.start : said.end()]):
        _add(made, clause, body, thing)


def _called(made: Maker, clause: Clause) -> None:
    """A认定L为…, A将L认定为…: the agencies that do so, in their own clause."""
    if clause.negated or clause.status in ("planned", "requested") or not (clause.own or made.provisions):
        return
    for thing in (r for r in clause.outer if r.type in _APPROVABLE and r.entity != made.own):
        calls = _CALLS.search(made.text, clause.start, thing.start)
        takes = _TAKES.search(made.text, clause.start, thing.start)
        said = (calls and _NAMED_SO.match(made.text, thing.end, clause.end)) or (
            takes and _SO.match(made.text, thing.end, clause.end)
        )
        if not said:
            continue
        for body in clause.agents:
            made.add(body, "APPROVED", thing.entity, "done", clause.start, clause.end, time=clause.time, cue="认定")


def _named_last(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> scene.Ref | None:
    named = [r for c in before if c.sentence == clause.sentence for r in c.outer]
    return next((r for r in reversed(named) if r.type in _APPROVABLE and r.entity != made.own), None)


def _add(made: Maker, clause: Clause, body: scene.Ref, thing: scene.Ref | None) -> None:
    if thing is not None:
        start = thing.start if thing.start < clause.start and clause.end - thing.start < 120 else clause.start
        made.add(body.entity, "APPROVED", thing.entity, "done", start, clause.end, time=clause.time, cue="批复")


def _thing(made: Maker, clause: Clause, body: scene.Ref, before: tuple[Clause, ...]) -> scene.Ref | None:
    """What stands before the body in the clause; for 该项目经… and 已获… what the clauses before it were about."""
    own = [r for r in clause.outer if r.type in _APPROVABLE and r.end <= body.start and r.entity != made.own]
    if own:
        return own[-1]
    if not _IT.match(made.text[clause.start : clause.end]) and not made.text.startswith(("系", "是"), clause.start):
        return None
    near = [c for c in before if c.sentence == clause.sentence]
    named = [r for c in near for r in c.outer if r.type in _APPROVABLE and r.entity != made.own]
    return named[0] if named else None


def by_title(made: Maker) -> None:
    """《A关于设立Z的批复》: A approved Z."""
    made.rule = "recognised"
    for title in made.view.refs:
        if (
            title.type != "Policy"
            or title.entity == made.own
            or not made.text[title.start : title.end].rstrip("》").endswith("批复")
        ):
            continue
        inside = made.view.within(title.start, title.end)
        bodies = [r for r in inside if r.type == "Agency"]
        zone = next((r for r in inside if r.type in ZONES), None)
        if bodies and zone and _LETTER.search(made.text, bodies[0].end, zone.start):
            year = re.search(r"〔(\d{4})〕", str(made.view.entities[title.entity].prop("doc_no") or ""))
            spot = made.around(title)
            made.add(bodies[0].entity, "APPROVED", zone.entity, "done", *spot, time=year[1] if year else "", cue="批复")
