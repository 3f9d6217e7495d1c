"""Whom a tool is for by how it is used: L面向企业开放, F重点投向X, X可申请F, F由X申报, 面向X的F, 将X纳入M."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import actors, patterns
from ingest.relate.claims import slots
from ingest.relate.claims.maker import SETS_UP, Clause, Maker

_TOOLS = frozenset(("Fund", "Programme", "Mechanism", "Platform"))
# What a policy says when it tells whom it is for.
_APPLIES = re.compile(r"[”》]?(?:主要|重点|仅)*(?:适用于|惠及|面向|服务于)")
_MANNER = (
    r"(?:主要|重点|优先|专门|专项|现|现已|已|累计|全部|只|仅|单独|特别是|将|免费|积极|直接|用于|安排|先后|等|以及|走廊内|园区内|区域内|辖区内|区内|县内|内|外|各类|广大|符合条件的|省内|市内|全省|全市"
    r"|处于|处在|引进|培养|培育|吸引|奖励|资助|支持|补助|[\d一二三四五六七八九十百千万]+(?:余|多)?(?:家|户|名|个|位))*"
)
# What may stand right before the class and only narrows it.
_NARROW = (
    r"(?:[^，。；、的]{2,16}的)?(?:高层次|高端|青年|优秀|急需紧缺|紧缺|重点|海外|本土|创新|创业|规模以上|规上|成长型|创新型|工业|制造业|农业|骨干|拔尖|领军)*"
    r"(?:(?!推动|引导|促进|带动|支持|鼓励|开展|建设|合作|联合|相关|参与)[一-鿿]){0,6}"
)
# Other classes before this one, and behind it. Joints are characters of names too, so that a row has many readings: it is
# bounded, and no item begins with one.
_ITEM = r"(?![和与及])[一-鿿]{2,8}"
_LIST = rf"(?:{_ITEM}(?:、[和与及]?|[和与及])){{0,10}}"
_MORE = rf"(?:(?:、[和与及]?|[和与及]){_ITEM}){{0,10}}"
_OFFICE = r"[”》]?(?:的)?(?:支持|扶持|资助|补助|奖励|申报|申请|服务|适用|受益|受理|评选|认定)(?:对象|主体|单位|范围)(?:主要|包括|涵盖|为|是|限于|仅限)+"

_TAKES = re.compile(_MORE + r"(?:等)?(?:牵头|独立|单独|联合|组织)*(?:申报|申请|承担|承接|参加)")
_FACING = re.compile(r"(?:面向|针对|支持|服务|惠及|扶持|资助)[^，。；的]{0,16}$")
_WHOSE = re.compile(_MORE + r"(?:等)?(?:发展|创新)?的(?:“|《)?")


# 设立规模5亿元的F，由A管理，投资X: not what F brings others to do.
_INSTEAD = re.compile(r"[；;]|通过|引导|鼓励")

# 对X给予F.
_GRANTED = re.compile(_MORE + r"(?:等)?，?(?:可|按规定|按标准|一次性)*(?:给予|发放|拨付|兑现)[“《]?")

# 面向X编制《P》.
_MADE_FOR = re.compile(
    _MORE + r"(?:等)?[^，。；的]{0,6}?(?:编制|制定|出台|印发|发布|推出|设立|开设|实施|开展|举办|建立|打造)了?[“《]?"
)
# 给予X“F1”“F2”等支持: the tools stand right behind whom they are given.
_HANDED = re.compile(r"(?:给予|发放|发给)[^，。；的]{0,10}$")
_QUOTED = re.compile(r"[“《]?(?:[^，。；“”]{1,12}[”》][、和]?[“《])*")

_GIVING = frozenset(("Fund", "Programme"))
# Before a class that may get something, and behind it.
_EACH = re.compile(r"(?:[^，。；、]{2,16}的|对|凡是?|单个|单家|单户|每个|每家|每户|同一|入选|各类|有关|其中)*+")
_MAY = re.compile(
    _MORE + r"(?:每年度?|每个?项目|年度|累计|最多|最高|均|都|按规定|还|一次性)*(?:可以?|能够?|有权|(?=限领))"
    r"(?:按规定|据此|凭此|免费|优先|最高|累计|一次性)*(?:获得?|限领|限报|最多领|领取|领用|申领|申请|享受|得到|抵扣|使用|兑付)"
)


@cache
def _behind_tool() -> re.Pattern[str]:
    """Between a tool and the class that it is for."""
    uses = patterns.words_of("targets", "uses").pattern
    told = rf"[”》]?{_MANNER}(?:{uses}){_MANNER}{_LIST}|{_OFFICE}{_LIST}"
    return re.compile(rf"(?:{told}){_NARROW}|(?P<by>[”》]?(?:项目)?(?:由|仅?限){_LIST}{_NARROW})")


@cache
def _behind_class() -> re.Pattern[str]:
    """Between a class and the tool that it may use."""
    users = patterns.words_of("targets", "users").pattern
    return re.compile(
        rf"{_MORE}(?:{users}|(?:尽数|全部|统一|及时|均|都|一并)*(?:纳入|列入|收进|录入|收入|归入|编入))[“《]?"
    )


def tools(made: Maker, clause: Clause, group: scene.Ref) -> list[scene.Ref]:
    """The tools of the clause that are for the class at `group`."""
    named = [
        r
        for r in clause.outer
        if r.type in _TOOLS or (r.type == "Policy" and (_APPLIES.match(made.text, r.end) or r.start >= group.end))
    ]
    told = [r for r in named if _is_for(made.text, clause, r, group)]
    row = slots.row_of_last(made.text, [r for r in named if r.end <= told[0].end], slots.JOINT) if told else []
    return [*(r for r in row if r.type == told[0].type and r not in told), *told]


def entitled(made: Maker, found: tuple[Clause, ...], index: int, group: scene.Ref) -> scene.Ref | None:
    """The tool that the sentences just before are about, where the clause says what the class may get: F规模3亿元。企业可获….

    None where those sentences name several tools, or where the clause names one itself.
    """
    clause = found[index]
    if (
        not _EACH.fullmatch(made.text, clause.start, group.start)
        or clause.negated
        or not _MAY.match(made.text, group.end, clause.end)
    ):
        return None
    line = made.text.rfind("\n", 0, clause.start)
    near = [c for c in found[max(0, index - 6) : index] if c.start > line and clause.sentence - c.sentence <= 1]
    for row in ([c for c in near if c.sentence == clause.sentence], near):
        named = [r for c in (*row, clause) for r in c.outer if r.type in _GIVING]
        if named:
            return named[0] if len({r.entity for r in named}) == 1 and named[0].end <= clause.start else None
    return None


# X可享受M, X按规定纳入M: in a clause of its own behind what it tells of the class.
_ENTITLED = re.compile(
    r"(?:并|均|都|也|还)?(?:可以?|能够?|优先|直接|自动|按规定|及时)+(?:申请|申报|享受|获得|纳入|列入|进入|使用|领取)[“《]?"
)
_SUBJECT = re.compile(r"(?:[^，。；、]{2,16}的|对|凡是?|各类|有关|其中|在[^，。；]{2,12}工作的)*[^，。；的]{0,6}")
_CHOOSES = re.compile(r"(?:遴选|筛选|评选|选定|认定|推荐|摸排|择优选择)[^，。；]*$")
_ENTERS = re.compile(r"(?:并|全部|统一|一并|及时|择优)*(?:纳入|列入|录入|进入)[“《]?")


def entered(made: Maker, found: tuple[Clause, ...], index: int, group: scene.Ref) -> scene.Ref | None:
    """遴选X20家，纳入M: the pool or list into which the class is chosen."""
    clause, after = found[index], found[index + 1] if index + 1 < len(found) else None
    if after is None or after.sentence != clause.sentence or clause.negated:
        return None
    chosen = _CHOOSES.search(made.text, clause.start, group.start) is not None
    said = _ENTERS.match(made.text, after.start, after.end) if chosen else None
    if said is None and _SUBJECT.fullmatch(made.text, clause.start, group.start):
        said = _ENTITLED.match(made.text, after.start, after.end)
    at = (said.end() - 1, said.end()) if said else ()  # a quotation mark may be part of the name
    return next((r for r in after.outer if r.start in at and r.type in _TOOLS), None)


# 从F中给予…, 所需资金从F列支; 对…的企业，…: whom it is paid to.
_FROM = re.compile(r"从[“《]?$")
_PAID = re.compile(r"[”》]?(?:中|里)?(?:按规定|一次性|统一|予以|统筹|专项)*(?:给予|列支|安排|支付|支出|解决|发放)")
_PAYEE = re.compile(r"(?:对|给予|发给)[^，；。\n]*$")


def paid(made: Maker, found: tuple[Clause, ...], index: int, group: scene.Ref) -> list[scene.Ref]:
    """对X，按规定从F中给予…: the fund that the sentence pays the class from."""
    clause, text = found[index], made.text
    if clause.negated or not _PAYEE.search(text, clause.start, group.start):
        return []
    row = [c for c in found[index : index + 6] if c.sentence == clause.sentence]
    funds = (r for c in row for r in c.outer if r.type == "Fund" and r.start >= group.end)
    return [r for r in funds if _FROM.search(text, clause.start, r.start) and _PAID.match(text, r.end)][:1]


# 出台《P》，明确对X给予…: what the sentence says of a class after the policy that it names is what the policy lays down.
_LAYS_DOWN = re.compile(r"(?:执行|推行|推出|用好|出台|制定|修订|印发|实施|兑现|落实|发布)了?(?:新的)?[“《]?$")
_LAID = re.compile(
    r"(?:其中|明确|规定|提出|按规定|分别|并|将)*(?:对|为|向|给予|赋予|惠及|支持|鼓励)(?:[^，。；]{0,24}的)?(?:[^，。；、的]{0,8})$"
)


def laid_down(made: Maker, found: tuple[Clause, ...], index: int, group: scene.Ref) -> scene.Ref | None:
    """The policy of another that an earlier clause of the sentence issues or carries out, where this one tells what it does for the class."""
    clause, text = found[index], made.text
    if clause.own or clause.negated or not _LAID.match(text[clause.start : group.start]):
        return None
    row = [c for c in found[max(0, index - 3) : index] if c.sentence == clause.sentence]
    named = [r for c in row for r in c.outer if r.type in _TOOLS | {"Policy"}]
    if len({r.entity for r in named}) != 1 or named[0].type != "Policy" or named[0].entity == made.own:
        return None
    return named[0] if _LAYS_DOWN.search(text, row[0].start, named[0].start) else None


# 用好F，向X倾斜: F is what the sentence is about though a verb stands before it.
_USES = re.compile(
    r"(?:进一步|继续|充分|积极|深入|扎实|大力|全面)*(?:组织实施|实施|开展|启动|推行|推出|发行|用好|用足|发挥好?|统筹|利用|运用)[“《]?$"
)


# 总规模5亿元的F由A组建，投向X.
_SIZE = re.compile(r"(?:总?规模|首期规模?|注册资本|总额)(?:达|为)?\d[\d.]*[万亿]?元的[“]?$")
_BUILDS = re.compile(r"(?:建立|建成|建设|打造|组建|搭建|设立|创办|开设)了?[“《]?$")


def carried(made: Maker, found: tuple[Clause, ...], index: int, group: scene.Ref) -> scene.Ref | None:
    """F规模20亿元，由A管理，重点投向X: the tool that the sentence is about, where a later clause only says whom it serves."""
    clause = found[index]
    said = _behind_tool().fullmatch(made.text, clause.start, group.start)
    if said is None or said["by"] or clause.own or clause.negated:
        return None
    row = [c for c in found[max(0, index - 6) : index] if c.sentence == clause.sentence]
    row = [c for c in row if "；" not in made.text[c.start : clause.start]]
    founded = [
        r
        for c in row
        for r in c.outer
        if (r.type == "Fund" and SETS_UP.search(made.text, c.start, r.start))
        or (r.type == "Platform" and _BUILDS.search(made.text, c.start, r.start))
    ]
    if founded and not _INSTEAD.search(made.text, founded[-1].end, group.start):
        return founded[-1]
    head = row[0] if row else None
    first = head.outer[0] if head and head.outer else None
    if head is None or first is None:
        return None
    begin = _USES.search(made.text, head.start, first.start) or _SIZE.search(made.text, head.start, first.start)
    at = begin.start() if begin else slots.opened(made.text, first)
    opens = actors.lead().fullmatch(made.text, head.start, at)
    kinds = _TOOLS | {"Policy"} if _BENEFITS.search(said[0]) else _TOOLS
    return first if first.type in kinds and (opens or first.start - head.start <= 1) else None


_BENEFITS = re.compile(r"惠及|受益")


def _is_for(text: str, clause: Clause, tool: scene.Ref, group: scene.Ref) -> bool:
    if clause.negated or "不" in text[min(tool.end, group.end) : max(tool.start, group.start)]:
        return False
    if tool.end <= group.start:
        said = _behind_tool().fullmatch(text, tool.end, group.start)
        if said is None:
            return False
        return not said["by"] or _TAKES.match(text, group.end, clause.end) is not None
    if tool.start < group.end:
        return False
    between = text[group.end : tool.start]
    if _GRANTED.fullmatch(between):
        return _PAYEE.search(text, clause.start, group.start) is not None
    facing = _FACING.search(text, clause.start, group.start)
    if facing and _MADE_FOR.fullmatch(between):
        return True
    if _HANDED.search(text, clause.start, group.start) and _QUOTED.fullmatch(between):
        return True
    return bool(_behind_class().fullmatch(between)) or bool(facing and _WHOSE.fullmatch(between))


# 专题1：“P”。欢迎X申报: what the line of a call says of whom it wants.
_HEADS_LINE = re.compile(
    r"[ \u3000]*(?:(?:专题|方向|专项|榜单|课题|任务|类别)?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[：:、.． \u3000]|[（(][一二三四五六七八九十\d]{1,2}[）)])[ \u3000]*“?"
)
_CLOSES = re.compile(r"[”》]?[。：:（(]")
_ASKED = re.compile(r"(?:也可与|面向|支持|鼓励|欢迎|由|限|向|引导|组织|扶持|补助|奖励|对)[^，。；]{0,24}$")
# Characters within which the name that heads a line ends.
_NAME = 80
_APPLY = re.compile(
    rf"{_MORE}(?:等)?[^，。；]{{0,6}}?(?:牵头|独立|单独|联合|均|可)*(?:申报|申请|承担|揭榜|参与|结对|发榜)"
)


def called(made: Maker, clause: Clause, group: scene.Ref) -> scene.Ref | None:
    """The fund or programme that heads the line, where the clause says who is to apply for it or is helped by it."""
    start = made.text.rfind("\n", 0, clause.start) + 1
    head = _HEADS_LINE.match(made.text, start, clause.end)
    if head is None:
        return None
    begins = head.end() - 1
    tool = next(
        (r for r in made.view.within(begins, min(group.start, begins + _NAME), outer=True) if r.start <= begins + 1),
        None,
    )
    if tool is None or tool.type not in _GIVING or not _CLOSES.match(made.text, tool.end) or clause.negated:
        return None
    asked = _ASKED.search(made.text, clause.start, group.start) or _APPLY.match(made.text, group.end, clause.end)
    return tool if asked else None
