"""Approvals told in passing: Z自A批复以来, Z获A批准, 经A批复组建, A决定建设Z, and titles of letters (A关于设立Z的批复)."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims.maker import APPROVABLE, ZONES, Clause, Maker, just_before, shown_from

_VERB = r"(?:正式|联合|原则)?(?:批复|批准|核准|复函|发文)?(?:批复|批准|核准|同意|认定|授牌|命名|授予)(?:设立|建设|组建|创建|成立|升级|筹建)?"
# Behind the body: 自国务院批复以来, 获国务院批准(建设), 由我厅批复组建.
_WHEN = r"(?:于|去年|今年|\d{4}年|\d{1,2}月|\d{1,2}日)*"
_SINCE = re.compile(
    _WHEN + _VERB + r"(?:以来|之后|后|以后|至今|$|[，。；）)]|的|为(?=[国省市区县]家?级)|更名为|升级为)"
)
# Y获A批复建设Z: what follows at once is what was agreed to.
_BATCH = r"(?:首批|第[一二三四五六七八九十\d]{1,3}批|全国首个|全国)?(?![国省市区县]家?级)[“《]?"
_GRANTS = re.compile(
    rf"{_WHEN}(?:{_VERB}(?:了|更名为|升级为|为|成为)?|(?:正式|批复)?(?:列|评|确定|评定|选|遴选|批准)为){_BATCH}"
)
# A确定甲市为Z, A将甲市列为Z: the designation Z.
_MADE_Z = re.compile(
    rf"(?:(?:[将把](?P<who>[^，。；]{{2,40}}?)(?:正式)?(?:认定|确定|命名|评定|批准|核定|列|授牌)|(?:确定|认定|批准|同意|命名)(?P<it>[^，。；]{{2,40}}?))为|[将把](?P<into>[^，。；]{{2,40}}?)(?:列入|纳入)){_BATCH}$"
)
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
# A同意将L升级为…, 为L授牌, 将L纳入省级中试平台管理.
_LETS = re.compile(r"(?:同意|批准|批复)[将把][“《]?$")
_PLAQUE = re.compile(r"(?:为|向|给)[“《]?$")
_GIVES_PLAQUE = re.compile(r"[”》]?(?:等[^，。；]{0,14})?(?:正式|现场)?(?:授牌|揭牌授牌|颁发牌匾|颁牌|授予)")
_ENROLS = re.compile(
    r"[”》]?(?:等[^，。；]{0,14})?(?:正式)?(?:纳入|列入)[^，。；]{0,16}(?:管理|序列|名单|名录|行列|目录|管理体系|培育库)"
)
# A公布名单，L入选; L入选A公布的名单.
_INTO_ITS = re.compile(r"(?:入选|列入|纳入|跻身|进入|入围|获评|被评为)了?$")
_ITS_LIST = re.compile(
    r"(?:\d{4}年度?|首批|公布的|发布的|认定的|第[一二三四五六七八九十\d]{1,3}批|[^，。；、]){0,24}?(?:名单|名录|目录|榜单|序列|行列)"
)
_PUBLISHES = re.compile(
    r"(?:公布|发布|印发|下发|公告|确定)[^，。；]{0,40}(?:名单|名录|榜单|结果|通知|公告|目录)[”》]?$"
)
_GETS_IN = re.compile(
    r"[”》]?(?:[、和与及][^，。；]{2,40}?)?(?:等[^，。；]{0,14})?(?:成功|双双|榜上有名|[0-9一二三四五六七八九十]{1,3}家|均|位列其中|正式|顺利)*(?:入选|上榜|在列|入围|榜上有名|位列其中|获批|获得认定)"
)
_SO = re.compile(
    r"[”》]?(?:[、和与及][^，。；]{2,60}?)?(?:等[^，。；]{0,14})?(?:正式)?(?P<verb>认定|确定|命名|评定|批准|核定|列|授牌)为"
)
_MANY = re.compile(r"(?:等(?:[一二三四五六七八九十\d]{1,2}(?:个|家)?)?(?:部门|部委|单位)?)?")
_BEFORE = re.compile(
    r"(?:自[^，。；]{0,16}|获得?|得到|经|由|被|[（(](?:于)?(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?|于\d{4}年[^，。；]{0,6}获)$"
)
_GOT = re.compile(r"(?:获得?|得到|经|被)$")
_YET = re.compile(r"争取|力争|申请|申报|待|拟|将|须|应|可|报|推动|有望|需|未|后(?:方可|才|再)")
_DECIDES = re.compile(
    r"(?:会议|常务会议|全会)?(?:研究)?决定(?:在[^，。；]{1,30})?(?:设立|建设|建立|创建)[^，、《]{0,6}$"
)
_IT = re.compile(
    r"^(?:该|此|上述)(?:项目|平台|中心|实验室|示范区|试验区|园区|基地|规划|方案|政策)|^(?:并|并已|已|现已)(?:经|获)|^(?:于|去年|今年|同年|\d{4}年|\d{1,2}月|\d{1,2}日)*(?:获|经)"
)
# A印发批复，同意L升级为…: the letter is the agency's.
_ANSWERS = re.compile(r"(?:批复|复函|函复|发文|下文|发函|致函|来函|行文|文件)$")
_ON = re.compile(
    r"(?:印发|下发)?《?关于(?:同意|批准|批复|认定)(?:同意)?[^，。；]{0,10}?(?:建设|设立|组建|筹建|创建|成立|认定|批准)?[“]?"
)
_LETTER_ENDS = re.compile(
    r"[”]?[^，。；]{0,10}?的?(?:批复|通知|复?函|决定|公告)(?:下发|印发|发布|要求|明确|》|$|[，。；（〔])"
)
_CONSENT = re.compile(
    r"批复[》”]?$|关于(?:同意|批准|认定|命名|公布)[^《》]*(?:通知|函|复函|决定|公告|意见)[》”]?$", re.DOTALL
)
_PASSED = re.compile(r"(?:于|去年|今年|同年|\d{4}年|\d{1,2}月|\d{1,2}日)*经")
_LETTER = re.compile(r"关于(?:同意)?(?:批准)?[^〈《》〉]{0,6}(?:设立|建设|建立|认定|创建)[^〈《》〉]{0,4}$")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """APPROVED of what the clause tells was agreed to, by the body that it names."""
    made.rule = "recognised"
    text = made.text
    for body in (r for r in clause.outer if r.type == "Agency"):
        rest = _MANY.match(text, body.end)
        end, lead = rest.end() if rest else body.end, text[clause.start : body.start]
        said = _SINCE.match(text, end, clause.end + 1)
        told = (_BEFORE.search(lead) or _IS.search(lead)) and not clause.negated
        if said and told and not _YET.search(text[clause.start : said.end()]):
            _add(made, clause, body, _thing(made, clause, body, before))
        _granted(made, clause, body, end)
        _by_paper(made, clause, body)
        _designated(made, clause, body)
        if _INTO_ITS.search(lead) and _ITS_LIST.match(text, body.end, clause.end) and not clause.negated:
            listed = [r for r in clause.outer if r.end <= body.start and (r.type == "Platform" or r.type in ZONES)]
            if clause.status in ("done", "ongoing"):
                _add(made, clause, body, listed[-1] if listed else None)
        if _OF_IT.match(text, end, clause.end) and not clause.negated and clause.status != "planned":
            _add(made, clause, body, _named_last(made, clause, before))
        decided = next((r for r in clause.outer if r.type in ZONES and r.start > body.end), None)
        if decided and body.start - clause.start < 16 and _DECIDES.search(text, body.end, decided.start):
            _add(made, clause, body, decided)
    _called(made, clause, before)
    _listed(made, clause, before)


def _granted(made: Maker, clause: Clause, body: scene.Ref, end: int) -> None:
    """Y获A批复建设Z."""
    said = _GRANTS.match(made.text, end, clause.end)
    got = _GOT.search(made.text, clause.start, body.start)
    thing = next((r for r in clause.outer if said and r.start == said.end() and r.type in APPROVABLE), None)
    if got and thing and said and not clause.negated and not _YET.search(made.text[clause.start : said.end()]):
        _add(made, clause, body, thing)


def _designated(made: Maker, clause: Clause, body: scene.Ref) -> None:
    """A确定甲市为Z, A将甲市列为Z: Z is what A agreed to, where it is a place that becomes it."""
    if not clause.own or body.entity not in clause.agents or clause.negated or clause.status == "planned":
        return
    for thing in (r for r in clause.outer if r.type == "DemonstrationZone" and r.start > body.end):
        said = _MADE_Z.search(made.text, body.end, thing.start)
        who = next((said.span(part) for part in ("who", "it", "into") if said and said[part]), (0, 0))
        inside = [r for r in clause.outer if who[0] <= r.start and r.end <= who[1]]
        if inside and all(r.type == "Region" for r in inside):
            _add(made, clause, body, thing)


def _by_paper(made: Maker, clause: Clause, body: scene.Ref) -> None:
    """A关于批准建设L的通知: the title of a letter that stands without marks."""
    for thing in (r for r in clause.outer if r.type in APPROVABLE - {"Policy"} and r.start > body.end):
        if _ON.fullmatch(made.text, body.end, thing.start) and _LETTER_ENDS.match(made.text, thing.end, clause.end):
            _add(made, clause, body, thing)


def _called(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """A认定L为…, A将L认定为…: the agencies that do so, in their own clause."""
    last = just_before(clause, before)
    answers = last and last.own and _ANSWERS.search(made.text, last.start, last.end)
    if clause.negated or clause.status in ("planned", "requested") or not (clause.own or made.provisions or answers):
        return
    for thing in (r for r in clause.outer if r.type in APPROVABLE and r.entity != made.own):
        calls = _CALLS.search(made.text, clause.start, thing.start)
        takes = _TAKES.search(made.text, clause.start, thing.start)
        lets = _LETS.search(made.text, clause.start, thing.start)
        said = (
            ((calls or lets) and _NAMED_SO.match(made.text, thing.end, clause.end))
            or (takes and _SO.match(made.text, thing.end, clause.end))
            or (clause.own and _honours(made, clause, thing, takes is not None))
        )
        if not said:
            continue
        for body in clause.agents:
            made.add(body, "APPROVED", thing.entity, "done", clause.start, clause.end, time=clause.time, cue="认定")


def _honours(made: Maker, clause: Clause, thing: scene.Ref, takes: bool) -> bool:
    """为L授牌, 将L纳入省级中试平台管理: of what an agency recognises."""
    text = made.text
    if thing.type != "Platform" and thing.type not in ZONES:
        return False
    plaque = _PLAQUE.search(text, clause.start, thing.start) and _GIVES_PLAQUE.match(text, thing.end, clause.end)
    return bool(plaque or (takes and _ENROLS.match(text, thing.end, clause.end)))


def _listed(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """A公布名单，L入选: the agencies whose list it is agreed to L."""
    last = just_before(clause, before)
    if last is None or not last.own or clause.negated or not _PUBLISHES.search(made.text, last.start, last.end):
        return
    for thing in (r for r in clause.outer if r.type == "Platform" or r.type in ZONES):
        if _GETS_IN.match(made.text, thing.end, clause.end):
            for body in (a for a in last.agents if made.kind(a) == "Agency"):
                made.add(body, "APPROVED", thing.entity, "done", last.start, clause.end, time=last.time, cue="入选")


def _named_last(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> scene.Ref | None:
    named = [r for c in before if c.sentence == clause.sentence for r in c.outer]
    return next((r for r in reversed(named) if r.type in APPROVABLE and r.entity != made.own), None)


def _add(made: Maker, clause: Clause, body: scene.Ref, thing: scene.Ref | None) -> None:
    if thing is not None:
        start = min(clause.start, shown_from(clause, thing))
        made.add(body.entity, "APPROVED", thing.entity, "done", start, clause.end, time=clause.time, cue="批复")


def _thing(made: Maker, clause: Clause, body: scene.Ref, before: tuple[Clause, ...]) -> scene.Ref | None:
    """What stands before the body in the clause; for 该项目经… and 已获… what the clauses before it were about."""
    own = [r for r in clause.outer if r.type in APPROVABLE and r.end <= body.start and r.entity != made.own]
    if own:
        return own[-1]
    if not _IT.match(made.text[clause.start : clause.end]) and not made.text.startswith(("系", "是"), clause.start):
        return None
    near = [c for c in before if c.sentence == clause.sentence]
    # 依照P，经A同意: what the sentence goes on with was agreed to, and not the text it rests on.
    kinds = APPROVABLE - {"Policy"} if _PASSED.match(made.text, clause.start) else APPROVABLE
    named = [r for c in near for r in c.outer if r.type in kinds and r.entity != made.own]
    return named[0] if named else None


def by_title(made: Maker) -> None:
    """《A关于设立Z的批复》: A approved Z."""
    made.rule = "recognised"
    for title in made.view.refs:
        if title.type != "Policy" or title.entity == made.own or not _CONSENT.search(made.text, title.start, title.end):
            continue
        inside = made.view.within(title.start, title.end)
        bodies = [r for r in inside if r.type == "Agency"]
        zone = next((r for r in inside if r.type in ZONES or r.type == "Platform"), None)
        if bodies and zone and _LETTER.search(made.text, bodies[0].end, zone.start):
            year = re.search(r"〔(\d{4})〕", str(made.view.entities[title.entity].prop("doc_no") or ""))
            spot = made.around(title)
            made.add(bodies[0].entity, "APPROVED", zone.entity, "done", *spot, time=year[1] if year else "", cue="批复")
