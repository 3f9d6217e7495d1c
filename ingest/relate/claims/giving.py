"""Help by a noun: 对Z给予支持, 给予Z资金支持, 为Z提供服务, 向Z倾斜; and things that help by themselves (《P》惠及Z)."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import actors
from ingest.relate.claims import owned, slots
from ingest.relate.claims.maker import ZONES, Clause, Maker, just_before, same_part

_HELPED = ZONES | {"Organization", "Project", "Platform", "Programme", "Region"}
# 某专题…，重点服务Z: how the sentence goes on with what its tool does.
_TOOL_GOES_ON = re.compile(
    r"\s*(?:并|已|将|累计|先后|年内|全年|截至[^，。；]{2,8}|重点|优先|定向|主要|专门|专项|全部|集中|对口|全力)*(?:支持|服务|用于|投向|投资|投出|满足|扶持|资助|保障|帮带|帮扶|赋能|助力|参股|领投|跟投)"
)
_TOOLS = frozenset(("Policy", "Fund", "Programme", "Platform"))
_HELP = "(?:支持|扶持|资助|倾斜|补助|奖励|补贴|指导|服务|保障|帮助|支撑|便利|照顾)"
# Before and behind the helped thing.
_TO = re.compile(r"(?:对于?|向|(?<![作认成称列视因])为|给|予)[“《（]?$")
_GIVEN = re.compile(
    rf"[^，。；]{{0,24}}?(?:给予|予以|提供|实行|实施|享受|加强|加大)[^，。；]{{0,16}}?{_HELP}(?!对象|标准|范围|资格|条件|的[^，。；])"
)
_GIFT = re.compile(rf"[^，。；]{{0,14}}?{_HELP}(?!对象|标准|范围|资格|条件|的[^，。；])")
# 为Z捐建L, 向Z捐赠…: gifts told by a verb of their own.
_DONATES = re.compile(
    r"(?:等?(?:地|单位)?)(?:无偿|免费|专门|出资)*(?:捐建|援建|捐赠|捐资|捐助|援助|划拨|代建|输送|投资|注资|增资|拨付)"
)
_LEANS = re.compile(r"(?:(?:进行|作)?(?:重点|适当|优先)?倾斜|(?:重点|优先)?(?:布局|集聚|集中)$)")
_OBLIQUE = re.compile(r"(?:[在从以按经对为将把于由用据]|通过|依托|利用|根据|按照)[《“]?$")
# Between a tool and what it says or does.
_SAYS = re.compile(
    r"[”》）]?(?:(?:（[^）]{2,30}）)|中|里|主要|重点|直接|明确|提出|规定|将|已|有|还|专门|专项|\d{1,3}[条项]|[一二三四五六七八九十两多]+[条项]|的?[一-鿿]{0,4}(?:条款|内容|资金)|积极|全力|大力|优先|用于|旨在|投向|对于?|向|为)*"
)


def state(made: Maker, clause: Clause) -> None:
    """SUPPORTS of the things to which the clause says that help is given."""
    made.rule = "giving"
    for ref in clause.outer:
        if (
            ref.type not in _HELPED
            or ref.entity in clause.agents
            or made.text[ref.start] in "本全"
            or owned.owns(made.text, ref)
        ):
            continue
        before, after = made.text[max(clause.start, ref.start - 3) : ref.start], made.text[ref.end : clause.end]
        to = _TO.search(before)
        if to and (
            (_GIFT if to[0].startswith("予") else _GIVEN).match(after)
            or (to[0][0] in "向对" and _LEANS.match(after))
            or (to[0][0] in "为向给" and _DONATES.match(after))
        ):
            for giver in givers(made, clause, ref.start):
                made.add(giver, "SUPPORTS", ref.entity, clause.status, clause.start, clause.end, time=clause.time, cue=clause.cue)  # fmt: skip


# A安排Z建设经费500万元.
_ALLOTS = re.compile(r"(?:安排|下达|拨付|拨给|切块|划拨|预拨|补助|落实)了?[“]?$")
_ALLOTTED = re.compile(r"[^，。；]{0,12}(?:经费|资金|补助|专项)[^，。；]{0,8}?[\d.]+[万亿]?元")
# 优先安排, 统筹考虑Z需要.
_CARES = re.compile(r"(?:统筹考虑|优先保障|优先满足|优先考虑|统筹支持|足额保障|优先安排)[“]?$")
# L得到P资助.
_GOT = re.compile(r"(?:获得?|得到了?|受到?|争取到|入选)[“《]?$")
_FROM_TOOL = re.compile(r"[”》]?[^，。；]{0,8}?(?:资助|支持|扶持|补助|奖补|立项)")


def allotted(made: Maker, clause: Clause) -> None:
    """A安排Z建设经费, A统筹考虑Z需要; L得到P资助."""
    if clause.negated:
        return
    made.rule = "giving allotted"
    text = made.text
    for ref in (r for r in clause.refs if r.type in _HELPED and not (r.type == "Region" and r not in clause.outer)):
        told = _ALLOTS.search(text, clause.start, ref.start) and _ALLOTTED.match(text, ref.end, clause.end)
        cares = ref in clause.outer and _CARES.search(text, clause.start, ref.start) and not owned.owns(text, ref)
        if not told and not cares:
            continue
        purses = [r.entity for r in clause.outer if r.type == "Fund" and r.start <= ref.start and ref.end < r.end]
        for giver in (*_public(made, clause), *purses):
            made.add(
                giver, "SUPPORTS", ref.entity, clause.status, clause.start, clause.end, time=clause.time, cue="安排"
            )
    _goes_on(made, clause)
    for tool in (r for r in clause.outer if r.type in ("Fund", "Programme")):
        got = _GOT.search(text, clause.start, tool.start) and _FROM_TOOL.match(text, tool.end, clause.end)
        things = [r for r in clause.outer if r.type in _KINDS and r.end < tool.start]
        if got and things and clause.status != "planned":
            made.add(tool.entity, "SUPPORTS", things[0].entity, "done", clause.start, clause.end, time=clause.time)


# 每家资助50万元, 分别给予奖励: each of those whom the clauses before named.
_EACH = re.compile(
    r"[^，。；]{0,20}?(?:每[家个项户所校院人]|各(?=奖|补|资|给|支|\d)|分别|每单位)[^，。；]{0,14}?(?:给予|予以|奖励|资助|补助|奖补|支持|补贴|扶持|不超过|最高|\d)"
)
_GIVES = re.compile(r"给予|予以|奖励|资助|补助|奖补|支持|补贴|扶持|经费")
# 每项: each project, and not each body.
_PROJECT = re.compile(r"[^，。；]{0,20}?每(?:个?项|人)")
_KINDS = ZONES | {"Organization", "Platform", "Project"}


def _goes_on(made: Maker, clause: Clause) -> None:
    """某专题…，重点服务Z、Y: the tool with which the sentence began helps the row right behind the verb."""
    first = clause.outer[0] if clause.outer and made.head else None
    if made.head is None or first is None or not _TOOL_GOES_ON.fullmatch(made.text, clause.start, first.start):
        return
    for ref in slots.row_from(made.text, first, [r for r in clause.outer if r.type == first.type]):
        if ref.type in _HELPED and not owned.owns(made.text, ref):
            made.add(
                made.head.entity, "SUPPORTS", ref.entity, clause.status, clause.start, clause.end, time=clause.time
            )


# L…，奖励60万元; L，一次性给予建设经费100万元: in a policy, of the thing that the sentence began with.
_HEADED = re.compile(
    r"(?:对其|再|还|可|按[^，。；]{2,30}?|由[^，。；]{2,16}?|一次性|分别|每年|连续[一二三四五六七八九十\d]{1,2}年|最高|[^，。；]{2,10}?财政按[^，。；]{2,30}?)*"
    r"(?:给予|予以|奖励|资助|补助|奖补|配套|获得?[^，。；]{0,6}(?:资助|补助|支持|经费))"
)


def headed(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """L对外服务收入每满1000万元，奖励60万元: whoever lays it down helps L, with which the sentence began."""
    same = [c for c in before if c.sentence == clause.sentence]
    first = same[0].outer[0] if same and same[0].outer else None
    if not made.provisions or first is None or first.type not in _KINDS or clause.negated or not made.view.author:
        return
    begin = slots.opened(made.text, first)
    opens = actors.lead().fullmatch(made.text, same[0].start, begin)
    told = _HEADED.match(made.text, clause.start, clause.end) and re.search(r"\d", made.text[clause.start : clause.end])
    others = any(r.type in _KINDS | {"TargetGroup"} for c in (*same[1:], clause) for r in c.outer)
    acts = made.text.startswith(("进行", "申报", "提交", "申请"), first.end)
    if opens and told and not others and not acts and not owned.owns(made.text, first):
        made.rule = "giving headed"
        made.add(
            made.view.author,
            "SUPPORTS",
            first.entity,
            clause.status,
            first.start,
            clause.end,
            time=clause.time,
            cue="给予",
        )


def each(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """A、B入选，每家给予50万元: the row that the clause before tells of is helped, each of it."""
    last = just_before(clause, before)
    row = _row(made, [r for r in last.outer if r.type in _KINDS]) if last and len(last.outer) > 1 else []
    if last is None or not row or clause.negated or any(r.type in _HELPED for r in clause.outer):
        return
    told = _EACH.match(made.text, clause.start, clause.end) and _GIVES.search(made.text, clause.start, clause.end)
    projects = _PROJECT.match(made.text, clause.start, clause.end) if told else None
    if not told or (projects and "分别" not in made.text[last.start : last.end]):
        return
    made.rule = "giving each"
    for giver in _public(made, clause):
        for one in row:
            made.add(giver, "SUPPORTS", one.entity, clause.status, row[0].start, clause.end, time=clause.time, cue="每")


def _row(made: Maker, named: list[scene.Ref]) -> list[scene.Ref]:
    """The first row of two or more of one kind."""
    for at, first in enumerate(named):
        row = slots.row_from(made.text, first, [ref for ref in named[at + 1 :] if ref.type == first.type])
        if len(row) > 1:
            return row
    return []


def _public(made: Maker, clause: Clause) -> tuple[str, ...]:
    """Who acts in the clause, where a public body; else who speaks."""
    acting = tuple(a for a in clause.agents if made.kind(a) == "Agency")
    return acting or tuple(filter(None, (made.view.author,)))


# 在A的支持下，Y建成: whom the clause behind is about is helped.
_UNDER = re.compile(
    r"在(?P<who>[^，。；]{2,60}?)的?(?:大力|有力|鼎力|关心|资金|政策|经费|和|与|、|帮助|指导)*(?:支持|帮助|扶持|资助|指导)下$"
)
# 印发《P》，其中4条惠及Z: P helps Z.
OF_TEXT = re.compile(
    r"其中(?:有|的)?[\d一二三四五六七八九十两]+[条项款](?:举措|措施|政策|条款)?[^，。；]{0,6}?(?:惠及|支持|用于|服务)"
)
# 安排资金，用于Z建设.
_SPENT = re.compile(r"(?:并|专项|专门|主要|重点|全部|统筹)*(?:用于|支持|投入)(?:支持|推动|推进|保障|补助)?[“]?")
_MONEY = re.compile(r"(?:安排|落实|拨付|下达|投入|筹措|筹集|统筹|切块|争取)[^，。；]{0,24}(?:资金|经费|元|补助|投资)")


def beside(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """Help that the clause before tells: 在A的支持下，Y…; 安排资金，用于Z建设."""
    last = just_before(clause, before)
    first = next((r for r in clause.outer if r.type in _HELPED), None)
    if last is None or first is None or clause.negated:
        return
    made.rule = "giving beside"
    text_of = [r for r in last.outer if r.type == "Policy" and OF_TEXT.match(made.text, clause.start, first.start)]
    for policy in text_of[-1:]:
        made.add(policy.entity, "SUPPORTS", first.entity, clause.status, policy.start, clause.end, cue="惠及")
    said = _UNDER.search(made.text, last.start, last.end)
    opened = slots.opened(made.text, first)
    if said and actors.lead().fullmatch(made.text, clause.start, opened) and first.type != "Region":
        for body in (r for r in last.outer if r.type == "Agency" and said.start("who") <= r.start < said.end("who")):
            status = "ongoing" if clause.status == "planned" else clause.status
            made.add(body.entity, "SUPPORTS", first.entity, status, last.start, clause.end)
    spent = _SPENT.fullmatch(made.text, clause.start, first.start) and not owned.owns(made.text, first)
    if spent and _MONEY.search(made.text, last.start, last.end):
        for giver in _public(made, clause):
            made.add(giver, "SUPPORTS", first.entity, clause.status, last.start, clause.end, time=clause.time)


def head(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> scene.Ref | None:
    """The fund, programme or platform that the sentence began with, where no body stands between it and the clause."""
    same = same_part(made.text, clause, before)
    first = same[0].outer[0] if same and same[0].outer else None
    if first is None or first.type not in _TOOLS - {"Policy"} or any(c.own for c in (*same, clause)):
        return None
    begin = slots.opened(made.text, first)
    opens = actors.lead().fullmatch(made.text, same[0].start, begin)
    return first if opens and not _OBLIQUE.search(made.text, same[0].start, begin) else None


def tool_carried(made: Maker, clause: Clause, verb: re.Match[str]) -> scene.Ref | None:
    """Of 某专题…，重点服务Z the tool with which the sentence began."""
    said = _TOOL_GOES_ON.match(made.text, clause.start, clause.end) if made.head else None
    return made.head if said and verb.start() < said.end() <= verb.end() + 1 else None


def givers(made: Maker, clause: Clause, before: int) -> tuple[str, ...]:
    """The tool that the clause begins with, else whoever acts in it."""
    tool = tool_at_head(made, clause, before)
    return (tool.entity,) if tool else clause.agents


def tool_at_head(made: Maker, clause: Clause, verb: int) -> scene.Ref | None:
    """The policy, fund, programme or platform that is the subject of what stands there: 《P》明确支持Z, L为Z提供服务."""
    ahead = [r for r in clause.outer if r.end <= verb]
    first = next((r for r in ahead if r.type in _TOOLS), None)
    begin = first.start - made.text.startswith(("《", "“"), first.start - 1) if first else 0
    if first is None or not actors.lead().fullmatch(made.text, clause.start, begin):
        return None
    if _OBLIQUE.search(made.text, clause.start, begin):
        return None
    same = [r for r in ahead if r.entity == first.entity]
    return first if _SAYS.fullmatch(made.text, same[-1].end, verb) else None


def fronted_before(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """对X承担的项目，单项资助…: whom the clause before puts in front is helped."""
    last = just_before(clause, before)
    if last is None or not made.text.startswith("对", last.start):
        return
    if re.search(r"资助|补助|奖励|支持|补贴", made.text[clause.start : clause.end]):
        for ref in last.outer:
            if ref.type in ZONES | {"Organization", "Platform", "Project"}:
                made.rule = "SUPPORTS 对…"
                made.add(clause.agent, "SUPPORTS", ref.entity, clause.status, last.start, clause.end, time=clause.time)  # fmt: skip
