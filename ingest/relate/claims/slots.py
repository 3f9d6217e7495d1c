"""What fills a verb's slot: which verb governs a name, and what only looks like its object."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest import scene
from ingest.relate.claims import owned, verbs
from ingest.relate.claims.maker import BODIES, ZONES

_DOERS = BODIES | {"Region", "Person"}
_HELPING = frozenset("支持 大力支持 重点支持 鼓励 推动 促进 指导 引导 助力 扶持 鼓励和支持".split())
# 推动企业建设Z helps whoever is urged, and says nothing of help for Z.
URGING = frozenset("推动 促进 鼓励".split())
_GIVING = frozenset("支持 协助 帮助 大力支持 重点支持 倾斜支持 资助 扶持 补助 奖励 下达".split())
_GROUNDS = frozenset("根据 按照 依据 参照".split())
_AGREEING = frozenset("批准 批复 同意 核准 复函支持 复函同意 函复同意 函复支持 批复支持".split())
# 支持Z争创Y: Y is what Z applies for, and nothing that is helped.
_APPLYING = frozenset(
    "申报 申报创建 争取获批 争创 申建 申报设立 申报建设 申请设立 申请建设 申请创建 联合申报 组织申报".split()
)
_SETTING_UP = frozenset("组建 建设 设立 创建 建立 筹建 新建 打造 成立 开设 升级 共建 开展 布局 联合共建".split())
_NOMINAL = frozenset("建设 管理 运营 创建 实施 申报 服务 开展 设立".split())
_OBLIQUE = re.compile(
    r"(?:依托|面向|向|通过|利用|在|与|和|同|对标|参照|围绕|结合|根据|按照|从|以|被|委托|与国家级)[^，、]{0,3}$"
    # 依托甲、乙: all of a list.
    r"|(?:依托|围绕|结合)[^，；]*[、和及][^，、]{0,3}$"
)
# 支持企业联合A、B攻关: the help is for others than A and B.
_BY_OTHERS = re.compile(
    r"(?:企业|高校|院校|院所|机构|单位|团队|各地|银行|人才)[^，。；、]{0,6}(?:联合|会同|携手|对接|联手|与|和|同)[^，。；]*$"
)
_OWNS = re.compile(
    r"[“《]|企业|高校|单位|院校|范围|内|的|行政|经济|产业|居民|群众|地区生产|科技型|有关|各|优势|区位|国家|可持续|高新"
)
# What stands between a verb and a place that is one of its objects: other objects of a row.
_OBJECTS = re.compile(r"(?:(?![和与及])[一-鿿]{2,6}[、和与及]|[、和与及等])*+")
# What joins two of a row.
JOINT = re.compile(r"[、和与及]|以及")
# 加强与Z的合作: Z is a partner.
_WITH = re.compile(r"与|同(?!意)")
# After a verb these make it describe what follows: 印发的P, 修改后的P.
THAT = ("的", "后的", "了的")
_NEXT = ("和", "与", "及", "以及")
# 支持A建设和B高质量发展: what of the first of a row is helped or built.
_TAIL = re.compile(
    r"[”》）]?的?(?:规划|开发|项目|创新|改革|高质量|转型|提质)*(?:建设|发展|升级|改革|增效)(?=[、和与及])"
)
_LISTED = re.compile(r"[”》）]?[、和及与]?[“《]?")
# 对建成的P给予…: what stands between only describes P. 加强F使用监管 is no help.
_DESCRIBED = re.compile(r"^对.*的$")
# 加大P|对人才的支持力度: P is what helps.
_HELPS_MORE = re.compile(r"对[^，。；\n]{1,30}的?(?:支持|扶持|资助|补助|保障|倾斜|投入|服务)力度")
_OVERSEEN = re.compile(r"(?:项目|资金|的|运行|使用)*(?:使用管理|监督|监管|考核|审计|检查|清理|整顿|规范)")
# 建设创新券服务站: what serves the fund, not the fund.
_OF_FUND = re.compile(r"(?:服务|管理|兑付|申领)?(?:站|平台|系统|机构|网点|窗口|点)")
# 推动企业贯彻P, 允许高校建立M: others do it.
_OTHERS = re.compile(
    r"(?:允许|督促|要求|引导|鼓励|支持|推动|指导|帮助|促进|组织)[^，。；]{0,14}(?:企业|行业|高校|单位|机构|部门|地方|地区|人才|人员|社会力量|各地|组织|院所|学校|银行|示范区|试验区|高新区|开发区|园区|新区|各市|各县|区县)[^，。；]{0,6}$"
)
_OWN_ACTS = frozenset(("MANAGES", "IMPLEMENTS", "ISSUED", "APPLIED_FOR"))
_KIND_OF_HELP = re.compile(r"(?:经费|资金|政策|金融|技术|信贷|智力|专项)(?:支持|资助|补助|扶持|奖励)$")
_COMPOUND = re.compile(
    r"(?:公司|中心|机构|主体|单位|部门|权限|人员|费用|用地|水平|模式|和个人|或者个人|及个人|、个人|成本|经费|条件|难度|力度|标准|目录|对象|范围|期限|额度|比例)"
)
# 争取Z早日落地甲市, 争取Z在甲市布局: what is striven for.
TO_COME = re.compile(
    r"(?:早日|尽早|尽快|顺利|成功|正式|年内|今年|在[^，。；]{2,8})*(?:落地|落户|落子|获批|布局|获得批复|通过)"
)
# 推进Z创建: who does so still strives for Z.
SOUGHT = re.compile(r"[”》）]?的?(?:申报|创建|申建|争创|申办)(?!新)")
# A sum behind the name too, and that it is one: 安排F18亿元, 新设“P”一项.
_CLOSED = re.compile(
    r"$|[、，；。（()）”》“《\s]|和|及|与|或|等|以|并|进行|开展|实现|提升|[\d.]+[万亿]?元|一[项个家只支期]"
)


def governing(text: str, found: list[re.Match[str]], ref: scene.Ref) -> tuple[re.Match[str], verbs.Frame] | None:
    """The verb whose object the ref is: a helping verb before another's doing (支持桂林市建设Z), else the nearest that fits."""
    before = found[: bisect_right(found, ref.start, key=re.Match.end)]
    if not before:
        return None
    nearest = before[-1]
    if (
        len(before) > 1
        and before[-2][0] in _AGREEING
        and verbs.fitting(before[-2][0], ref)
        and _builds(text, before[-2], nearest)
    ):
        return before[-2], verbs.lexicon().by_verb[before[-2][0]][0]
    if len(before) > 1 and before[-2][0] in _AGREEING and _given(text, before[-2], nearest):
        return None
    if nearest[0] not in _GROUNDS and _OBLIQUE.search(text[nearest.end() : ref.start]):
        return None
    if nearest[0] not in _APPLYING:
        for verb in before[:-1]:
            helps = verb[0] in _HELPING and nearest[0] not in ("依托", "向")
            if helps and (frame := verbs.fitting(verb[0], ref)) is not None:
                return _urged(text, verb, frame, nearest, ref)
    frame = verbs.fitting(nearest[0], ref)
    if (
        frame is not None
        and frame.predicate in _OWN_ACTS
        and _OTHERS.search(text[max(0, nearest.start() - 30) : nearest.start()])
    ):
        return None
    return (nearest, frame) if frame is not None else None


# 落实好|刚刚出台的P: what stands between a verb and one that only describes the verb's object.
_DESCRIBES = re.compile(r"(?:好|了)?(?:刚刚|新近|新|已经|已|近期|去年|今年|\d{4}年)*")


def outside(
    text: str, found: list[re.Match[str]], inner: tuple[re.Match[str], verbs.Frame] | None, ref: scene.Ref
) -> tuple[re.Match[str], verbs.Frame] | None:
    """Of 落实刚刚出台的P the verb before the one that only describes P, where P is an object of its own act."""
    if inner is None or not text.startswith(THAT, inner[0].end()):
        return None
    before = [v for v in found if v.end() <= inner[0].start()]
    if not before or not _DESCRIBES.fullmatch(text, before[-1].end(), inner[0].start()):
        return None
    frame = verbs.fitting(before[-1][0], ref)
    return (before[-1], frame) if frame is not None and frame.predicate == "IMPLEMENTS" else None


def _urged(
    text: str, verb: re.Match[str], frame: verbs.Frame, nearest: re.Match[str], ref: scene.Ref
) -> tuple[re.Match[str], verbs.Frame] | None:
    """支持企业建设Z helps Z; 鼓励企业建设Z says only what others shall do, and 推动设立Z what oneself does.

    推动A建设的Z… tells by the way who built Z.
    """
    if verb[0] not in URGING:
        return verb, frame
    told = verb.end() == nearest.start() or text.startswith(THAT, nearest.end())
    own = verbs.fitting(nearest[0], ref) if told else None
    return (nearest, own) if own else None


def _builds(text: str, agreed: re.Match[str], built: re.Match[str]) -> bool:
    """批准甲市组建L: the agreement is to what others will build."""
    return (
        built[0] in _SETTING_UP
        and 0 <= built.start() - agreed.end() <= 30
        and "，" not in text[agreed.end() : built.start()]
    )


def _given(text: str, agreed: re.Match[str], done: re.Match[str]) -> bool:
    """批复同意甲市开展P: what others are allowed to do is no act of who allows it."""
    between = text[agreed.end() : done.start()].removeprefix("同意")
    return 2 <= len(between) <= 30 and "，" not in between


def goes_on(text: str, last: tuple[int, re.Match[str], verbs.Frame], ref: scene.Ref) -> bool:
    """Whether the ref is the next of a list of objects; a region that owns what follows is none (促进甲区与乙市企业合作)."""
    end, verb, frame = last
    tail = _TAIL.match(text, end)
    if ref.type not in frame.objects or not (
        _LISTED.fullmatch(text, end, ref.start) or (tail and _LISTED.fullmatch(text, tail.end(), ref.start))
    ):
        return False
    return ref.type != "Region" or not (
        _OWNS.match(text, ref.end) or (frame.predicate == "SUPPORTS" and verb[0] not in _GIVING)
    )


def is_noun(match: re.Match[str], refs: tuple[scene.Ref, ...]) -> bool:
    """Inside a name, a noun right after one (示范区建设), or the first part of a noun (运营中心, 管理权限)."""
    if match[0] == "管理" and match.string.endswith(("绩效", "目标", "分类", "动态", "风险"), 0, match.start()):
        return True  # 对L实行绩效管理 says nothing of who runs L
    compound = _COMPOUND.match(match.string, match.end()) or _KIND_OF_HELP.search(
        match.string, max(0, match.start() - 2), match.end()
    )
    if compound and not any(r.start == match.end() for r in refs):
        return True
    return any(
        (r.start <= match.start() and match.end() <= r.end)
        or (r.end == match.start() and match[0] in _NOMINAL and r.type not in _DOERS | {"TargetGroup"})
        for r in refs
    )


def blocked(text: str, verb: re.Match[str], frame: verbs.Frame, ref: scene.Ref) -> bool:
    """Too far away, another noun's modifier, or a region that only owns what follows (支持桂林市企业)."""
    if frame.predicate == "MANAGES" and text.endswith("参与", 0, verb.start()):
        return True  # 参与建设Z: others lead
    between = text[verb.end() : ref.start]
    if between.startswith(THAT):
        return len(between) > 12
    if between.startswith("、") or between in _NEXT:
        return True  # 补贴厂房建设、L运维: the verb is a noun, and L another item of the row
    if verb[0] == "加快" and between not in ("", "“"):
        return True
    if _WITH.match(between) or (frame.predicate == "APPROVED" and _becomes(text, verb, between)):
        return True
    if ref.type == "Region":
        if frame.predicate == "SUPPORTS" and (verb[0] not in _GIVING or text[ref.start] in "本全"):
            return True
        if len(between) > 1 and not _OBJECTS.fullmatch(between):
            return True
        return bool(_OWNS.match(text, ref.end))
    if owned.RUNNERS.match(text, ref.end):
        return True
    if ref.type in ZONES and owned.INHABITANTS.match(text, ref.end):
        return True
    if len(between) > 40 or _DESCRIBED.search(text[max(0, verb.start() - 1) : ref.start]):
        return True
    if frame.predicate == "SUPPORTS" and ref.type == "Fund" and _OF_FUND.match(text, ref.end):
        return True
    if frame.predicate == "SUPPORTS" and (owned.OWNED.match(text, ref.end) or _BY_OTHERS.search(between)):
        return True
    if frame.predicate == "SUPPORTS" and (_OVERSEEN.match(text, ref.end) or _HELPS_MORE.match(text, ref.end)):
        return True
    return bool(frame.tails) and not _closes(text, ref, frame)


# 认定L等8家平台|为Z.
_MADE_INTO = re.compile(
    r"(?:[家个项]|平台|中心|基地|园区|单位|企业|实验室|机构|高新区|开发区)为(?:首批|国家级?|省级|市级|第[一二三四五六七八九十]批)?[“]?$"
)


def _becomes(text: str, verb: re.Match[str], between: str) -> bool:
    """L被认定为Z, 将L列为Z: Z is what it becomes, not what is agreed to."""
    ahead = re.search(r"[^，。；\n]*$", text[max(0, verb.start() - 60) : verb.start()])
    return (
        verb[0].endswith("为")
        or bool(_MADE_INTO.search(between))
        or (between.startswith("为") and bool(ahead and re.search(r"[被将把]", ahead[0])))
    )


def opened(text: str, ref: scene.Ref) -> int:
    """Where the ref begins, with the quotation mark right before it."""
    return ref.start - text.startswith("“", ref.start - 1)


def row_before(
    text: str, refs: Sequence[scene.Ref], at: int, last: re.Pattern[str], joint: re.Pattern[str]
) -> list[scene.Ref]:
    """The refs that follow each other up to `at`: `last` is what may stand behind the last of them, `joint` between two."""
    row: list[scene.Ref] = []
    for ref in reversed(refs):
        if ref.end > at:
            continue
        if not (joint if row else last).fullmatch(text, ref.end, at):
            break
        row.insert(0, ref)
        at = ref.start
    return row


def row_of_last(text: str, refs: Sequence[scene.Ref], joint: re.Pattern[str]) -> list[scene.Ref]:
    """The last of the refs, and those that are joined to it one after another."""
    return [*row_before(text, refs[:-1], refs[-1].start, joint, joint), refs[-1]] if refs else []


def row_from(text: str, first: scene.Ref, refs: Sequence[scene.Ref]) -> list[scene.Ref]:
    """The first, and those of the refs that are joined to it one after another."""
    row = [first]
    for ref in refs:
        if ref.start >= row[-1].end and JOINT.fullmatch(text, row[-1].end, ref.start):
            row.append(ref)
    return row


def _closes(text: str, ref: scene.Ref, frame: verbs.Frame) -> bool:
    """Whether the ref ends its noun phrase, or only one of the frame's tails follows."""
    at = ref.end
    while text[at : at + 1] in ("”", "》", "）"):
        at += 1
    if frame.predicate == "APPLIED_FOR" and TO_COME.match(text, at):
        return True
    line = text[at : at + 16].split("\n", 1)[0]
    for _ in range(5):
        if _CLOSED.match(line):
            return True
        tail = max((t for t in frame.tails if line.startswith(t)), key=len, default="")
        if not tail or tail.endswith(("至", "到")):
            return bool(tail)  # 规模至50亿元: a sum follows
        line = line[len(tail) :]
    return False


def runs(text: str, ref: scene.Ref, verb: re.Match[str]) -> bool:
    """Whether a fronted thing itself is managed (将F统一管理, 把L建设成…, 对F的管理), not something of it (对F中的项目进行管理)."""
    if text[ref.end : verb.start()] == "的":
        return bool(_CLOSED.match(text, verb.end()))
    taken = text[ref.start - 1 : ref.start] in "将把" and verb.start() - ref.end <= 6
    return text[ref.end : ref.end + 1] not in ("的", "中", "内") and (taken or bool(_CLOSED.match(text, verb.end())))
