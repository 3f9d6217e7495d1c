"""What a clause of a measure does in its sentence: an act, its aim, the terms it is done on, how things stand, or nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ingest import clauses, scene
from ingest.clauses import charged, patterns
from ingest.find import words
from ingest.relate.measures import lines

Clause = clauses.Clause
# act: somebody does something; aim: what an act is for; lead: under which terms, before an act;
# formula: creed and general guidance; fact: how things stand; vague: 加强领导, which says nothing by itself;
# none: letters' phrases, conditions, requests.
Kind = Literal["act", "aim", "lead", "formula", "fact", "vague", "none"]


_TITLED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）")


# What a clause that is none begins with, and what it ends with or holds: a pattern tried at one place is soon done.
_NONE_BEGINS = re.compile(
    r"[（(【](?:[^，]{2,80}负责(?:[）)】]|。列.{2,30})?$|(?:责任|负责|牵头|主办)(?:单位|部门))|(?:希望(?:国家|省|市|中央)|(?:对于|关于|对)?(?:您|你们?|您们)(?:所)?(?:提|反映)|感谢|专此|特此|此复|此函|以上|现答复|现将(?![^，。]*(?:印发|下达|发布|公布|转发)(?:给|$))|现就|您|你们?提出|收悉|经共同研究|经研究|综合答复|附件|联系|抄送|请认真|请遵照|请结合|"
    r"本(?:实施|管理)?(?:办法|条例|措施|政策|规定|细则|方案|通知|意见|规划)(?:自|由|所称|适用|有效)|.{0,12}(?:收悉|如下)$|自.{2,16}起(?:正式)?(?:施行|实施|执行)|(?:有效|试点|试用|建设|实施|执行|规划|创建)期(?:限)?(?:为|至|自|暂定)|自[^，]{2,16}起(?:计算|生效)|有效期|所称|下称|以下简称|(?:申报|申请)(?:单位|企业|人|项目|条件|主体)|"
    r"(?:应当?|须|需)(?:具备|符合|满足|同时))|[^，]{0,5}条件$|"
    # Who handles a proposal: 该件由我委牵头办理, 省财政厅协助办理.
    r"(?:此|该|本)(?:件|建议|提案|议案)由[^，]*(?:办|办理|答复|负责)(?:[（(][^（）()]*[）)])?$|[一-鿿]{2,12}[厅局委部办](?:协助办理|协办|会办|主办|分办)$|"
    r"[（(]?\d{4}年\d{1,2}月\d{1,2}日[^，]*(?:通过|批准|公布|修正|修订)[）)]?$"
)
_NONE_ENDS = re.compile(
    r"(?:如下|收悉|以下条件|下列条件|其他条件|基本条件|申报条件|申请条件|认定条件|资格条件|负责解释(?<!不负责解释)|"
    r"适用本(?:办法|条例|措施|政策|规定|细则|方案|意见|指南|指引))$"
)
# The last characters of these, by which a clause that ends otherwise is spared the pattern.
_NONE_LAST = frozenset("下悉件释法例施策定则案见南引")
_FILE = re.compile(r"\.(?:mp[34]|pdf|docx?|xlsx?|wps|et|zip|rar|jpe?g|png)(?![a-z])")


_VAGUE_BEGINS = re.compile(
    r"(?:[一二三四五六七八九十]是)?(?:加强|强化|布局|倾斜|完善|优化|突出|聚焦|推进|深化|加快|健全)[一-鿿]{2,6}$"
)
# What else is vague ends so: a clause that does not is spared the pattern.
_VAGUE_TAILS = ("工作", "事", "任务", "措施", "举措", "开展")
_VAGUE = re.compile(
    r"(?:相关|有关|以下|如下|各项|[一二三四五六七八九十\d]+(?:个|项)?(?:方面|件|项))(?:的)?(?:工作|事|任务|措施|举措)(?:开展)?$"
)


_FORMULA = re.compile(
    r"^(?:学习|落实|贯彻|践行|执行|遵循|把握|树立|高举|增强|做到|牢记|坚持|坚定|恪守|秉持|秉承|贯彻落实|学习贯彻|贯彻实施|落实好)[^，]*"
    r"(?:精神|思想|要求|部署|指示|理念|方针|意识|自信|维护|旗帜|批示|总基调|政策要求|原则|方向|导向)$|^(?:坚持|牢固树立|高举|增强“|坚定“|(?:指导思想)?以[^，]{4,}为(?:指导|统领|遵循|引领|根本|核心|中心|目标|主题|主线|导向|重点|动力|抓手|主攻方向|突破口)$|^(?:牢牢)?(?:把握|不忘|牢记)[^，]*(?:初心|使命|定位)$)"
)


_LEAD_OPENS = re.compile(
    r"(?:为了|为(?:贯彻|落实|推动|推进|促进|加快|加强|规范|进一步|深入|全面|充分|更好|切实|有效|提高|提升|支持|鼓励|做好|保障|实现|解决|营造|完善|认真)|关于|由于|鉴于|随着|凡|待)"
)
# What a term ends with: a clause that does not is spared the pattern.
_LEAD_TAILS = (
    *("要求", "原则", "精神", "规定", "基础上", "方面", "中", "上", "下", "后", "前", "时", "的", "优势", "为依托", "为载体", "为重点", "为契机", "为核心"),
    *("方式", "形式", "实际", "需要", "需求", "思路", "情况", "特点", "职能", "职责分工", "目标和任务", "部署", "起", "以来", "期间", "范围内", "意见"),
    *("批示", "规划", "标准", "程序", "机制", "模式", "建议", "作用", "效应", "功能", "过程中", "批准", "同意", "审定", "核准", "审议", "审议通过", "决定"),
)  # fmt: skip
_LEAD_LAST = frozenset(tail[-1] for tail in _LEAD_TAILS)
_LEAD = re.compile(
    r"^(?:在|按|按照|根据|依据|依照|遵照|围绕|针对|通过|经|对|对于|以|结合|从|自|当|立足|面向|本着|利用|依托|聚焦|坚持|比照|参照)"
    # A thing that is made there is no term of what follows (在…方面出台系列标准).
    r"(?![^，]*(?:出台|制定|建立|设立|形成|编制|完善|健全|构建|推广)[^，]*(?:意见|规划|标准|程序|机制|模式)$)[^，]*"
    r"(?:要求|原则|精神|规定|基础上|方面|中|上|下|后|前|时|(?<!目)的|优势|为依托|为载体|为重点|为契机|为核心|方式|形式|实际|需要|需求|思路|情况|特点|职能|职责分工|目标和任务|部署|起|以来|期间|范围内|意见|建议|批示|规划|标准|程序|机制|模式)$|"
    r"^(?:充分)?发挥[^，]*(?:作用|优势|效应|功能)$|(?:以来|期间|之前|之后|过程中)$|^[^，]{0,24}(?:批准|同意|审定|核准|研究|论证|审议)后$|^经[^，]{2,30}(?:批准|同意|审定|核准|审议|审议通过|(?:研究)?决定)$"
)


_FRONTED = re.compile(
    r"^(?:对|对于|给|将|把|向|由|从|在|通过|用|以|利用|依托|按|按照|根据|依据|为|与|和|同|就|经|围绕|凡|结合|针对|于|到)"
)


_GIVES = re.compile(r"^为[^，]*(?:提供|创造|奠定|搭建|作出|做出|贡献|支撑|保障|打下)")


_RISES = re.compile(
    r"^(?:推动|推进|促进|加快)[^，]*(?:提升|提高|增强|转变|见效|增长|突破|跃升|跨越|实现|落地|结合|匹配|好转)"
)


MARK = re.compile(
    r"(?:[-•·●▪◆] ?)?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十百]+[条章节]|第 ?\d[\d ]{0,4}条)\s*"
)


@cache
def word_patterns() -> dict[str, re.Pattern[str]]:
    """The lists of lexicon/verbs_of_action.yaml that tell kinds, each as one pattern."""
    data = words.lexicon("verbs_of_action")
    return {
        name: patterns.either(data[name])
        for name in ("adverbs", "verbs", "aims", "passive", "facts", "results", "subjects", "nouns")
    }


def of(view: scene.Scene, clause: Clause, begin: int, core: int, led: bool) -> Kind:
    """The kind of a clause whose text begins at `begin` and whose own words begin at `core`; `led`: it names who acts there."""
    text = view.shadow.text
    piece, said = text[clause.start : clause.end].strip(), text[begin : clause.end].strip()
    if (
        clause.end - clause.start < 4
        or _addresses(view, clause)
        or _NONE_BEGINS.match(said)
        or (said[-1:] in _NONE_LAST and _NONE_ENDS.search(said))
        or ("." in said and _FILE.search(said))
        or _only_named(view, clause)
        or ((charge := charged.at(text, clause.start, len(text))) and charge.end() >= clause.end - 1)
        or lines.in_columns(view, clause)
    ):
        return "none"
    if (
        text[clause.start - 1 : clause.start] in ("\n", "")
        and (clause.section == 0 or not MARK.match(piece))
        and _TITLE.search(piece)
        and text[clause.end : clause.end + 1] == "\n"
    ):
        return "none"
    vague = _VAGUE_BEGINS.match(piece) or (piece.endswith(_VAGUE_TAILS) and _VAGUE.search(piece))
    if vague and not (led and "负责" in piece):
        return "vague"
    if text[clause.end : clause.end + 1] in ("：", ":"):
        return "none"
    head = _untitled(text[core : clause.end].strip())
    if _FORMULA.match(head):
        return "formula"
    if (
        _instrument(view, clause, core)
        or _TIME.match(piece)
        or _leads(head)
        or (not led and (core > clause.start or head != piece) and _leads(_untitled(piece)))
    ):
        return "lead"
    return _act_or_fact(view, clause, core, head, led)


def _untitled(piece: str) -> str:
    """The piece with a mark for each title, quotation and bracket."""
    return _TITLED.sub("□", piece) if "《" in piece or "“" in piece or "（" in piece else piece


def _addresses(view: scene.Scene, clause: Clause) -> bool:
    """Whether the clause stands in the line that names to whom the text is sent."""
    to = view.outline.addressees
    return to is not None and to[0] <= clause.start < to[1]


def _leads(words: str) -> bool:
    """Whether a clause only says on which terms something is done."""
    ends = words[-1:] in _LEAD_LAST and words.endswith(_LEAD_TAILS)
    return bool(_LEAD_OPENS.match(words) or (ends and _LEAD.search(words)))


def _instrument(view: scene.Scene, clause: Clause, core: int) -> bool:
    """通过甲省创新专项资金, and no more: the named thing by which what follows is done."""
    by = _BY_MEANS.match(view.shadow.text, core, clause.end)
    return by is not None and any(by.end() <= r.start <= by.end() + 2 and r.end >= clause.end - 1 for r in clause.outer)


_BY_MEANS = re.compile(r"通过|利用|依托|借助")


# Right behind a body: it is only described, or somebody of it is named, and it does nothing.
_DESCRIBED = re.compile(
    r"[的是为有在等内里及级位占和与、〔（(\d]|编|作为|具有|来自|[一-鿿]{0,3}(?:认为|表示|介绍|说|指出|透露|获|受|被|[高低大小多少强弱])"
    r"|[一-鿿]{0,6}(?:长|主任|书记|主席|负责人|人士|教授|专家|委员|代表|记者|领导)"
)
# What a body does has at least so many characters.
_DEED = 5


def _act_or_fact(view: scene.Scene, clause: Clause, core: int, head: str, led: bool) -> Kind:
    known = word_patterns()
    if granter(view, clause):
        return "act"
    if known["facts"].search(head):
        return "fact"
    if "元" in head and clause.provision and GIFT.search(head):
        return "act"
    if _GIVES.match(head) or _RISES.match(head) or known["aims"].match(head):
        return "aim"
    verb = known["verbs"].search(head, nouns.end() if (nouns := known["nouns"].match(head)) else 0)
    if verb and verb.start() == 0:
        return "act"
    if not verb:
        deed = led and clause.own and len(head) >= _DEED and not _DESCRIBED.match(head)
        deed = (
            deed
            and not known["results"].search(head)
            and not _stands_alone(view, clause)
            and not _FRONTED.match(view.shadow.text[clause.start : core])
        )
        return "act" if deed else _without_verb(view, clause, core, head)
    if known["results"].search(head) or (not clause.cue and not clause.provision and _STANDING.search(head)):
        return "fact"
    modal = _MODAL.search(view.shadow.text, clause.start, core) or (not clause.provision and _WILL.match(head))
    if modal or clause.own or _FRONTED.match(head) or _MADE.search(head):
        return "act"
    if clause.cue and clause.status != "ongoing" and clause.refs and not _COPULA.search(head):
        return "act"
    ruled = clause.provision and RULES.search(view.shadow.text, clause.start, clause.end)
    return "act" if ruled and len(head) > 8 else "fact"


def _stands_alone(view: scene.Scene, clause: Clause) -> bool:
    """A line of its own without a stop: an address, a number, who edits the sheet."""
    text = view.shadow.text
    return text[clause.end : clause.end + 1] in ("\n", "") and text[clause.end - 1] != "。"


def granter(view: scene.Scene, clause: Clause) -> str | None:
    """Who grants what the subject gets: 甲平台被教育厅认定为…, 乙中心获教育厅批准."""
    text = view.shadow.text
    for ref in clause.outer:
        before = text[clause.start : ref.start]
        if ref.type == "Agency" and before.endswith(("被", "获", "获得")) and _GRANTS.match(text, ref.end):
            return ref.entity
    return None


_GRANTS = re.compile(r"(?:正式|同意|联合)*(?:批准|批复|认定|确定|授予|列入|列为|纳入|评为|命名|立项|核准)")


def _without_verb(view: scene.Scene, clause: Clause, core: int, head: str) -> Kind:
    """同等条件下优先 acts by its adverb; a fronted piece waits for its verb; what happened to a thing needs a cue."""
    if _FRONTED.match(head) and not _MODAL.search(view.shadow.text, clause.start, core) and "优先" not in head:
        return "lead"
    if _FRONTED.match(head) or head == "优先":
        return "act"
    happened = clause.cue and clause.refs and word_patterns()["passive"].search(head)
    return "act" if happened else "fact"


# A line of its own that is the text's title, though the outline did not know it.
_TITLE = re.compile(
    r"^[^，。；]{2,60}(?:意见|办法|方案|措施|细则|规定|条例|通知|规划|计划|政策|情况|指南|指引)(?:（[^（）]{1,14}）)?$"
)


# A sum that a provision promises: 最高奖励20万元, 每户补助3万元.
GIFT = re.compile(r"(?:给予|奖励|补助|补贴|资助)[^，]{0,10}\d[\d.]*(?:万|亿)?元")


_TIME = re.compile(
    r"(?:(?:\d{4}|今|去|明|近[一-鿿\d]{1,3})年)?(?:来|以来|初|底|末|上半年|下半年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|初|起|前)?$"
)


# What makes a clause of a provision a rule, wherever it stands.
RULES = re.compile(
    r"应|须|必须|不得|原则上|有权|列支|可以|可(?=[自按享在])|(?<![重主首纲摘])要(?![求素])|由[^，]{2,}|受[^，]*保护|免[征缴领]|一律|实行|全额|不再|予以|给予|依法|返还|纳入|用于|按"
)
_MODAL = re.compile(r"要|应|须|将|拟|可|不得|会|已")


# A topic and what will be done about it: 该问题将根据情况统筹考虑.
_WILL = re.compile(r"[^，]{1,12}(?:将|拟)(?=根据|按|按照|结合|统筹|积极|继续|进一步|会同|尽快|适时|认真|在|通过)")


_STANDING = re.compile(r"^由[^，]*(?:管理|运营|负责|组成|构成|共建|共管)$|由[^，]*(?:组成|构成|共同承担)$")


_MADE = re.compile(r"是[^，]*(?:出资|设立|建设|发起|批准|成立)[^，]*的$")


_COPULA = re.compile(r"^[^，]{1,40}?(?:是|为)(?!了)")


_JOINTS = re.compile(r"[、，：:\s“”（）()和与及各等]|以及|有关|部门|单位")


def _only_named(view: scene.Scene, clause: Clause) -> bool:
    """A clause that is nothing but names of bodies: a signature, addressees, or the lead-in of their words."""
    if not clause.outer or not (bodies := [r for r in clause.outer if r.type == "Agency"]):
        return False
    ends = [clause.start, *(r.end for r in bodies)]
    starts = [*(r.start for r in bodies), clause.end]
    return not any(_JOINTS.sub("", view.shadow.text[a:b]) for a, b in zip(ends, starts, strict=True))
