"""Proposals by number, target groups, things that a quotation names, pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.find import kinds, words

_PROPOSAL = re.compile(
    r"第\s?(\d{2,12}[A-Z]?|[A-Z]?\d{2,10})\s?号\s?(?:[（(][^）)]{1,16}[）)])?\s?(?:代表|人大代表|委员|政协|重点|的)?(?:建议|提案|议案)|第\s?(\d{4,12})\s?号(?=[（(“《关])"
)
_QUOTED = re.compile(
    r"(?P<quotes>“[^“”，。；：\n]{2,24}”[、和]?(?:“[^“”，。；：\n]{2,24}”[、和]?)*)(?:等)?(?P<middle>(?:系列|品牌|专项|重点|主题)*)"
    r"(?P<version>\d\.\d(?:版)?)?(?P<head>计划|试点|行动|工程|专项|机制|平台|方向|活动|奖励|补贴|制度|模式|改革|清单|白名单|名单|(?:评价|考核|培育|指标)体系)"
)
_PERIOD = re.compile(r"“十[一二三四五六]五”")
_INNER = re.compile(r"“([^“”]{2,24})”")
_PRONOUN = re.compile(
    r"(?:我|本|该|贵(?!州)|你)(?:自治区|厅|局|委(?!员|托|派)|办(?!法|理|公)|部(?!分|门|署|级)|省|市(?!场)|区(?!域|间|别|块)|县|州|院|会(?!议|员)|行(?!业|政|为|动))|"
    r"其(?=(?:与|将|在|对|已|正))|全(?:区|省|市|州|县)(?!域)"
)
# 该项目, 该基金, 试点工作: a thing named before, told by its head noun.
_PILOT = re.compile(r"(?<=[推进开展对将动从导织好做次，。、在])(?:本次|改革)?(?P<head>试点)工作")
_THAT = re.compile(
    r"该(?P<head>项目|工程|基金|专项资金|资金|专项|平台|中心|实验室|研究院|系统|园区|试点|计划|行动|公司|集团)(?![一-鿿]{0,2}(?:负责人|类))"
)
# 管委会, 高新区管委会: the committee of a zone that was named before.
_BARE_COMMITTEE = re.compile(
    r"(?:(?<![一-鿿])|(?<=[由经向和与同报]))(?:(?<!、)(?:高新区|经开区|开发区|新区|科技城|保税区|自贸区))?管委会"
)
_KINDS = {
    "计划": "Programme", "试点": "Programme", "行动": "Programme", "工程": "Programme", "专项": "Programme",
    "方向": "Programme", "活动": "Programme", "机制": "Mechanism", "模式": "Mechanism", "制度": "Mechanism",
    "体系": "Mechanism", "改革": "Programme", "清单": "Mechanism", "名单": "Mechanism", "平台": "Platform", "奖励": "Fund", "补贴": "Fund",
}  # fmt: skip


_WHOLE = ("计划", "行动", "工程", "专项")


@cache
def _groups() -> words.Matcher:
    return words.Matcher({form: name for name, forms in words.lexicon("groups").items() for form in forms})


def find(text: str) -> list[kinds.Found]:
    """Everything that needs no ground but the text."""
    return [
        *_projects(text),
        *_topics(text),
        *_funded(text),
        *_programmes(text),
        *_centres(text),
        *_proposals(text),
        *_target_groups(text),
        *_pronouns(text),
        *_quoted(text),
        *_products(text),
    ]


def _quoted(text: str) -> Iterator[kinds.Found]:
    """“科技信贷风险补偿”试点, “甲”“乙”等品牌活动: what a quotation names, by the head after it."""
    for match in _QUOTED.finditer(text):
        if "+" in match["quotes"] or "、" in match["quotes"].replace("”、", ""):
            continue  # “企业+农户”模式 only says who works together, “专、精、特、新”方向 is a slogan
        if _PERIOD.fullmatch(match["quotes"]):
            continue  # “十四五”专项规划 is a plan for five years
        kind, quotes = _KINDS[match["head"][-2:]], list(_INNER.finditer(match["quotes"]))
        if kind != "Programme" and any(quote[1].endswith(_WHOLE) for quote in quotes):
            continue  # “某某英才计划”平台专项: a programme by itself
        if len(quotes) == 1 and not match["middle"] and match["head"] != "方向":
            yield kinds.Found(match.start(), match.end(), kind, match[0], head=match["head"], note="quoted",
                              reason="quotation and head")  # fmt: skip
        else:
            for quote in quotes:
                start = match.start() + quote.start(1)
                yield kinds.Found(start, start + len(quote[1]), kind, quote[1], head=match["head"], note="quoted",
                                  reason="quotation and head")  # fmt: skip


# 国家超级计算无锡中心: the place stands between what a national centre does and its head.
_CENTRE = re.compile(r"国家(?:超级计算|技术转移|海外知识产权纠纷应对指导)[一-鿿]{2,4}?中心")


# 新设“粤港澳联合资助项目” is a line of projects, 承担的“高效压缩机”项目 one of them.
_LINE = re.compile(r"(?:新设|设立|实施|启动|开展|组织)“(?P<name>[^“”，。；+]{4,20}项目)”")
_PROJECT = re.compile(
    r"(?:承担|建设|实施|完成|牵头|申报|主持|参与)的“(?P<name>[^“”，。；+（）]{4,30})”(?:项目|课题)"
    # “某某关键技术”项目列入…, 科技重大专项“某某关键技术”
    r"|“(?P<told>[^“”，。；+（）]{6,30})”(?:项目|课题)(?=(?:成功|已|均|现|顺利|双双|被)*(?:列入|入选|入围|获|通过|立项|纳入|属于|结题|验收|拿下|斩获|摘得|挤进|跻身))"
    r"|(?<=专项|计划|基金|工程)(?:[一-鿿]{0,6}(?:项目|课题))?“(?P<line>[^“”，。；+（）]{6,30}(?<!专项)(?<!计划)(?<!行动)(?<!工程)(?<!方向))”(?!重?点?(?:专项|专题|计划|方向|行动|工程|基金))(?:项目|课题)?"
)


# 入选“某某英才”的, 享受“某某学者”项目经费: who is chosen or paid by it tells that the quotation names a programme.
_TALENT = re.compile(
    r"(?:入选|享受|获得|获评|纳入|列入|荣获|评为|获|申报|给予)(?:过|了)?(?:国家|省|市|区|县)?“"
    r"(?P<name>[^“”，。；+]{2,14}(?:英才|学者|名师|名匠|工匠|精英|才俊|金才|菁英))”"
)
# 办好“院士专家某地行”: what is done under a name of its own.
_ACTIVITY = re.compile(
    r"(?:办好|举办|开展|组织|打造|启动)(?:好|了)?“(?P<name>[^“”，。；+]{4,16}(?:(?<!银)(?<!同)行|路演|讲堂|沙龙|对接会|创业营|训练营))”"
)
_EXPEDITION = re.compile(r"第[一二三四五六七八九十]+次[一-鿿]{2,12}(?:科学考察|科考)(?!队|站|船|项目)")


def _programmes(text: str) -> Iterator[kinds.Found]:
    for pattern, group in ((_TALENT, "name"), (_ACTIVITY, "name"), (_EXPEDITION, 0)):
        for match in pattern.finditer(text):
            start, end = match.span(group)
            yield kinds.Found(
                start, end, "Programme", text[start:end], note="quoted", reason="programme by its own name"
            )


# 专题1：“某某装备”: a line of a call; what else there follows tells what it asks for.
_TOPIC_LINE = re.compile(
    r"(?m:^)[ \u3000]*(?:专题|方向|专项|榜单|课题|任务|主题|领域|板块)(?:[一二三四五六七八九十]{1,2}|\d{1,2})[：:、 \u3000][ \u3000]*“(?P<name>[^“”，。；\n]{2,20})”(?:专题|专项|方向|计划)?"
)


def _topics(text: str) -> Iterator[kinds.Found]:
    for match in _TOPIC_LINE.finditer(text):
        start, end = match.start("name") - 1, match.end()
        yield kinds.Found(start, end, "Programme", text[start:end], head="专题", composed=f"“{match['name']}”专题",
                          note="quoted", reason="line of a call")  # fmt: skip


# 在重大专项中安排“某某关键技术”等项目.
_FUNDED = re.compile(
    r"(?:安排|立项|支持|实施|部署|承担)(?:了)?(?P<names>(?:“[^“”，。；+（）]{6,30}”、?)+)等(?:\d{1,3}[个项])?(?:科技|重大|重点|研发)?(?:项目|课题)"
)


def _funded(text: str) -> Iterator[kinds.Found]:
    for match in _FUNDED.finditer(text):
        for name in _INNER.finditer(match["names"]):
            start = match.start("names") + name.start(1)
            yield kinds.Found(
                start, start + len(name[1]), "Project", name[1], head="项目", note="quoted", reason="quoted project"
            )


def _projects(text: str) -> Iterator[kinds.Found]:
    for pattern, kind in ((_LINE, "Programme"), (_PROJECT, "Project")):
        for match in pattern.finditer(text):
            inner = match.lastgroup or "name"
            start, end = match.span("name") if kind == "Programme" else (match.start(inner) - 1, match.end())
            yield kinds.Found(start, end, kind, text[start:end], head="项目", note="quoted", reason="quoted project")


def _centres(text: str) -> Iterator[kinds.Found]:
    for match in _CENTRE.finditer(text):
        yield kinds.Found(
            match.start(), match.end(), "Platform", match[0], head="中心", reason="national centre in a place"
        )


# “专精特新贷”: a loan that a bank or a fund offers by a name of its own.
_PRODUCT = re.compile(r"“(?P<name>[^“”，。；：\n]{2,8}(?<![即再转信借放])贷)”")


# 另设“某某英才卡”, 开设“科创专板”: what is given to those who qualify, and a board on which firms are listed.
_CARD = re.compile(
    r"(?:设|设立|推出|发放|实行|推行|颁发|发行|升级|持有?)“(?P<name>[^“”，。；：\n]{2,10}(?:卡|码|绿卡))”"
)
_BOARD = re.compile(r"(?:开设|设立|推出|建设|挂牌|登陆|进入)(?:的)?“(?P<name>[^“”，。；：\n]{1,8}(?:板|专区))”")


def _products(text: str) -> Iterator[kinds.Found]:
    for pattern, kind in ((_CARD, "Mechanism"), (_BOARD, "Platform")):
        for match in pattern.finditer(text):
            yield kinds.Found(
                *match.span("name"), kind, match["name"], note="quoted", reason="quotation that its verb tells"
            )
    for match in _PRODUCT.finditer(text):
        yield kinds.Found(
            *match.span("name"), "Fund", match["name"], head="贷", note="quoted", reason="loan by its own name"
        )


def _proposals(text: str) -> Iterator[kinds.Found]:
    for match in _PROPOSAL.finditer(text):
        yield kinds.Found(match.start(), match.end(), "Proposal", match[0], number=match[1] or match[2],
                          reason="number of a proposal")  # fmt: skip


def _target_groups(text: str) -> Iterator[kinds.Found]:
    students = [(m.start(), m.end(), "大学生") for m in _STUDENTS.finditer(text)]
    small = [(m.start(), m.end(), _of_size(m[0])) for m in _SMALL.finditer(text)]
    young = [(m.start(), m.end(), "初创企业") for m in _YOUNG.finditer(text)]
    longer = [*students, *small, *young]
    # 提高|企业 holds no 高企.
    schools = [
        h for h in _groups().find(text.replace("提高", "提□")) if not any(s <= h[0] < e for s, e, _name in longer)
    ]
    for start, end, name in [*schools, *longer, *_financial(text)]:
        if _NO_GROUP.match(text, end):
            continue
        yield kinds.Found(start, end, "TargetGroup", text[start:end], composed=name, reason="class of beneficiary")


# 保险业|务, 创业投资|政策: a line of business, not who is in it.
_NO_GROUP = re.compile(
    r"务|政策|环境|机制|孵化|引导|基金|市场|产品|毕业|证明|标准|服务业|号|教师|师生|老师|院长|公司(?!章程)"
)
# 高等学校、技工院校在校学生: those who study there, not the schools.
_STUDENTS = re.compile(
    r"(?:高校|高等学校|高等院校)(?:[、和及][^，。；、和及\n]{0,8}(?:学校|院校)){0,3}的?"
    r"(?:(?:应届|往届|在校|在读|全日制|本科)[、和及]?)*(?:学生|在校生|毕业生|大学生)"
)
# 中小外贸企业, 小微电子商务企业: what they deal in stands between their size and what they are.
_SMALL = re.compile(r"(?:中小微|中小型?|小微)(?!板)(?:(?![、和与及或的等在为对向是有企])[一-鿿]){2,6}企业(?!家|所得税)")


def _of_size(text: str) -> str:
    """中小型科技企业 are what others call 科技型中小企业."""
    return "科技型中小企业" if text.endswith(("科技企业", "科技型企业")) else "中小企业"


# 种子期、初创期的科技型企业: firms told by how young they are.
_YOUNG = re.compile(
    r"(?:种子期|初创期|初创阶段|早期)(?:(?:、|和|及|或|以及)(?:种子期|初创期|初创阶段|成长期|早期|早中期))*的?"
    r"(?:科技型|科技创新型|科技|创新型|创新|创业)?(?:中小微?|小微)?企业"
)
_FINANCIAL = re.compile(
    r"(?:银行|证券|保险|担保|信托|基金)(?:、(?:银行|证券|保险|担保|信托|基金)){1,5}(?=等|机构|金融)"
)


def _financial(text: str) -> Iterator[tuple[int, int, str]]:
    """银行、证券、保险等金融机构."""
    for match in _FINANCIAL.finditer(text):
        for one in re.finditer(r"银行|证券|保险", match[0]):
            yield match.start() + one.start(), match.start() + one.end(), one[0]


def _pronouns(text: str) -> Iterator[kinds.Found]:
    for match in _PRONOUN.finditer(text):
        kind = "Region" if match[0][-1] in "省市区县州" else "Agency"
        yield kinds.Found(match.start(), match.end(), kind, match[0], bare=True, note="pronoun")
    for match in (*_THAT.finditer(text), *words.where(_PILOT, text, ("试点工作",))):
        yield kinds.Found(match.start(), match.end(), "Thing", match[0], head=match["head"], bare=True, note="pronoun")
    for match in words.where(_BARE_COMMITTEE, text, ("管委会",)):
        yield kinds.Found(match.start(), match.end(), "Agency", match[0], head="管委会", bare=True)
