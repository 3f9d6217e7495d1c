"""Measures: what a body says it has done, does or will do, one for each group of clauses with one aim."""

from __future__ import annotations

import re
from itertools import groupby

from graph import evidence, ids
from ingest import clauses as clause_room
from ingest import scene

_ACTION = re.compile(
    r"支持|推动|推进|建设|打造|创建|设立|建立|完善|健全|加强|加快|加大|实施|落实|贯彻|统筹|利用|开展|申报|申请|争取|批准|批复|同意|印发|出台|发布|制定|制订|修订|编制|起草|会同|联合|协调|指导|引导|鼓励|促进|"
    r"优化|强化|深化|探索|启动|布局|下达|安排|拨付|设置|推荐|牵头|负责|组织|召开|举办|给予|奖励|补助|资助|培育|引进|扩大|放宽|畅通|搭建|构建|提供|推广|整合|改革|创新|简化|规范|监督|督促|管理|投入|出资|服务|报送|上报|呈报|依托|保障|"
    r"提升|提高|规划|集聚|汇聚|聚焦|发挥|学习|参加|开辟|拓展|做好|细化|研究|修改|废止|停止|合作|共建|协助|纳入|列入|兑现|挂牌|赋予|扶持|严格|压减|取消|下放|受理|认定|评选|考核|评价|宣传|培训|培养|吸引|减免|降低|补贴|确定|推行|建成|完成|优先"
)
_NOT = re.compile(
    r"^(?:感谢|专此|特此|此复|以上|现答复|现将|您|你们?提出|收悉|经共同研究|综合答复|附件|联系|抄送|本(?:办法|条例|措施|政策|规定|细则|方案)(?:自|由|所称|适用|有效)|.{0,12}(?:收悉|如下)$|自.{4,14}起(?:施行|实施|执行)|有效期)"
)
_STATE = re.compile(r"(?:位于|面积|四至|增长|达到|占比?|同比|位居|名列|总量|属于|具有|存在|包括|分为|是指|共\d+)")
_CONDITION = re.compile(
    r"^(?:申报|申请)(?:单位|企业|人|项目|条件|主体)|^(?:应当?|须|需)(?:具备|符合|满足|同时)|条件[：:]?$"
)


def find_measures(
    view: scene.Scene, found: tuple[clause_room.Clause, ...], document: str
) -> tuple[evidence.Measure, ...]:
    """Actions by clause groups: a new group begins with a new agent, status or own aim; headings are none."""
    made: dict[str, evidence.Measure] = {}
    for _sentence, row in groupby(found, key=lambda c: c.sentence):
        for group in _groups(view, [c for c in row if not c.heading]):
            measure = _measure(view, group, document)
            if measure is not None:
                made.setdefault(measure.id, measure)
    return tuple(sorted(made.values(), key=lambda m: m.quote.start))


def _groups(view: scene.Scene, row: list[clause_room.Clause]) -> list[list[clause_room.Clause]]:
    """Clauses of one sentence that belong to one action."""
    text = view.shadow.text
    groups: list[list[clause_room.Clause]] = []
    if _opening(view, row):
        return groups
    for clause in row:
        piece = text[clause.start : clause.end].strip()
        if _NOT.search(piece) or _CONDITION.search(piece) or _named_only(view, clause):
            continue
        if _VAGUE.search(piece):
            continue
        acts = bool(_ACTION.search(re.sub(r"《[^》]*》|“[^”]*”", "", piece)))
        last = groups[-1] if groups else None
        if last is None or _breaks(view, last, clause, acts):
            groups.append([clause])
        else:
            last.append(clause)
    return groups


_GREETING = re.compile(r"(?:答复|函复|函告|复函|回复|批复|通知|报告|反馈|说明)(?:意见)?(?:并[^，]{2,8})?如下$")
_VAGUE = re.compile(
    r"(?:相关|有关|以下|如下|[一二三四五六七八九十\d]+(?:个|项)?(?:方面|件|项))(?:的)?(?:工作|事|任务|措施|举措)(?:开展)?$"
)


def _opening(view: scene.Scene, row: list[clause_room.Clause]) -> bool:
    """The sentence that opens a letter: it says what came in and that the answer follows."""
    text = view.shadow.text
    return any(_GREETING.search(text[c.start : c.end].rstrip("：。")) for c in row[-1:]) or any(
        "收悉" in text[c.start : c.end] for c in row
    )


def _breaks(view: scene.Scene, last: list[clause_room.Clause], clause: clause_room.Clause, acts: bool) -> bool:
    """A clause opens a new action when it acts itself and has an agent, status, semicolon or named thing of its own."""
    text = view.shadow.text
    piece = text[clause.start : clause.end]
    if not any(_acts(view, c) for c in last) or _carries_on(text[last[-1].start : last[-1].end], piece):
        return False
    if text[clause.start - 1 : clause.start] in "；;":
        return True
    if not acts:
        return False
    if clause.own and clause.agent != last[-1].agent:
        return True
    if clause.status != last[-1].status:
        return True
    if re.match(r"(?:[一二三四五六七八九十]是|并|同时|此外|另外)", piece):
        return len(piece) > 12 or piece[0] != "并"
    named = [
        r
        for r in view.within(clause.start, clause.end, outer=True)
        if r.type not in ("TargetGroup", "Region", "Person")
    ]
    held = [
        r
        for c in last
        for r in view.within(c.start, c.end, outer=True)
        if r.type not in ("TargetGroup", "Region", "Person")
    ]
    fresh = {r.entity for r in named} - {r.entity for r in held}
    length = clause.end - last[0].start
    return bool(fresh and held) or length > 60


_ISSUE = re.compile(r"^(?:先后|并|已|再)*(?:印发|出台|发布|制定)")
_DOING = re.compile(r"^(?:并)?(?:申报|参加|参与|建设|设立|举办|创建|打造|开展)")
_HELP = re.compile(r"^(?:积极|大力|重点)?(?:支持|鼓励|引导|推动|指导)")
_LOCATIVE = re.compile(
    r"^(?:\d{4}年)?(?:在|按照?|根据|依据|以|随着|围绕|通过)[^，]{4,}(?:中|上|下|基础上|方面|为依托|要求|精神)$"
)


def _carries_on(before: str, piece: str) -> bool:
    """印发A，出台B is one action; so is 支持X参加A，申报B."""
    return bool((_ISSUE.match(before) and _ISSUE.match(piece)) or (_HELP.match(before) and _DOING.match(piece)))


def _named_only(view: scene.Scene, clause: clause_room.Clause) -> bool:
    """A clause that is nothing but a body's name: a signature, or the lead-in of its words."""
    return any(r.type == "Agency" and clause.end - clause.start - (r.end - r.start) <= 2 for r in clause.refs)


def _acts(view: scene.Scene, clause: clause_room.Clause) -> bool:
    piece = view.shadow.text[clause.start : clause.end]
    if _LOCATIVE.match(re.sub(r"“[^”]*”", "", piece)):
        return False
    return bool(_ACTION.search(re.sub(r"《[^》]*》|“[^”]*”", "", piece)))


def _measure(view: scene.Scene, group: list[clause_room.Clause], document: str) -> evidence.Measure | None:
    acting = [c for c in group if _acts(view, c)]
    if not acting:
        return None
    text = view.shadow.text
    start, end = group[0].start, group[-1].end
    lead = re.match(r"(?:[一二三四五六七八九十]是(?:要)?|同时|此外|另外|其中|下一步|接下来|未来|目前)", text[start:end])
    if lead and end - start > len(lead[0]) + 6:
        start += len(lead[0])
    piece = text[start:end]
    if end - start < 6 or (
        _STATE.search(piece) and not re.search(r"支持|资助|设立|下达|出台|印发|建设|给予|将|奖励", piece)
    ):
        return None
    main = acting[0]
    agent = None if re.match(r"(?:国务院|各级|各地)?有关(?:部门|方面|单位)", piece) else main.agent
    targets = _targets(view, start, end, agent)
    quote = view.shadow.span(start, end)
    identity = ids.statement("m", document, agent or "", main.status, ids.fold_text(quote.text))
    status = (
        max((c.status for c in acting), key=("planned", "requested", "ongoing", "done").index)
        if main.status != "planned"
        else "planned"
    )
    return evidence.Measure(identity, status, quote, agent, targets, main.time, main.cue, view.speaker(start))


def _targets(view: scene.Scene, start: int, end: int, agent: str | None) -> tuple[str, ...]:
    """The named things that the clauses act on, each once, the agent itself and groups inside names left out."""
    found: dict[str, None] = {}
    text = view.shadow.text
    for ref in view.within(start, end, outer=True):
        if ref.entity == agent or ref.type in ("Person", "Proposal"):
            continue
        if ref.type == "TargetGroup" and re.search(r"由$|、$", text[max(start, ref.start - 1) : ref.start]) and False:
            continue
        found[ref.entity] = None
    return tuple(found)
