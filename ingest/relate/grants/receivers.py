"""Who receives a sum: named after the verb of giving, the class at the head of a condition, inside the fund's name, the topic."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.grants.places import Place

ZONES = ("DemonstrationZone", "HighTechZone", "DevelopmentZone")
NAMED = frozenset((*ZONES, "Region", "Organization", "Platform", "Project"))
_TOPICS = frozenset((*ZONES, "Organization", "Platform", "Project", "TargetGroup"))
_VERBS = re.compile(
    r"为(?=[^，。；]{2,30}(?:提供|发放|兑[现付]|落实|拨付|给予|安排))|支持|资助|补助|奖励|奖补|补贴|下达|拨付|给予|划拨|对|向|给|用于|安排|助力|帮助"
)
_LEAD_IN = re.compile(
    r"(?:[一二三四五六七八九]是|其中|此外|同时|\d{4}年|去年|今年|[（(][一二三四五六七八九十\d]+[）)]|[，“（ ])*"
)
# Before a class at the beginning also what narrows it: 本地商贸服务业|企业.
_OF_KIND = re.compile(rf"(?:{_LEAD_IN.pattern})(?:(?!对|向|给|与|由|和|为|支持|鼓励|引导)[一-鿿]){{0,14}}")
# 下达甲市|中央预算内投资.
_MONEY_OF = re.compile(r"(?:中央|省级|国家|自治区|财政)[^，。；]{0,12}(?:投资|资金|经费|补助|专项)")
_GIVES = re.compile(r"(?:下达|拨付|划拨|给予|安排)了?$")
_ZONE_HEAD = re.compile(r"示范区|试验区|先行区|高新区|新区|科技城|园区")
# A class is the head of a condition when the gift follows it: 对…的企业，给予; …的人才每人奖励; 认定为…企业的，.
_HEADS = re.compile(
    r"(?:[（(][^（()）]{1,24}[）)])?(?:的?[，,：:]|给予|予以|每|分别|一次性|按|再|奖励|补助|资助|补贴|最高)"
)
_OPENS = re.compile(r"对|凡|支持|鼓励|新|每|引进|补贴|奖励|入选|认定|列入")
_EACH = re.compile(r"(?:每|单)(?:个|家|户|名|位)?$")
# 猎头机构为企业引进人才的，给予…: who does it for others gets it.
_FOR_OTHERS = re.compile(r"(?:每)?(?:成功)?(?:为|帮助|协助|服务|引进|孵化|培育)")
_FOR_EACH = re.compile(r"，每[人户家名个位]")
# After a place: it has the gift itself, and is not only where the receivers are (支持甲市建设…, but 支持甲市企业…).
_HAS = re.compile(
    r"(?:[，。；、）)\s\d和与及等各]|的?(?:建设|开展|创建|打造|实施|推进|推动|发展|项目|承担|加快|用于|设立|申报|统筹|改造|完善|引进)"
    r"|市|区|县|人民政府|政府|一次性|奖|补|资|分别|各|在|高新区|开发区|$)"
)


def find(view: scene.Scene, place: Place, after: int, provisions: bool) -> str | None:
    """The receiver of the sum, looked for from `after` on; None when the text names none or several classes."""
    helped = _specific(view, place, _helped(view, after, place, provisions), provisions) or _helped_in_fund(view, place)
    helped = helped or _gets(view, place) or _helped_with_it(view, place) or _topic(view, place)
    return helped or (None if provisions else _set_up(view, place))


# 某某基地入选…名单，获A支持500万元: what stands last before the first verb gets it.
_GETS = re.compile(
    r"，(?:并|还|已|且|先后|累计|共)*(?:获(?:得|批|评)?|到位|拿到|得到|争取到?)[^，。；]{0,24}(?:支持|资助|补助|奖励|补贴|经费|资金)[^，。；]{0,6}$"
)
_PREDICATE = re.compile(r"(?:列入|入选|纳入|获批|通过|被|成功|已|于|入围|跻身|拿下|中标|得到|立项)")
# 与B共建L，市财政首期投入1500万元: money to begin or to run the one thing that the sentence was about.
_TO_RUN = re.compile(
    r"(?:建设|启动|运行|运营|开办|前期|工作)(?:工作)?(?:经费|资金|补助)|首期投入|首批投入|[一二两三四五]年投入|预留"
)


def _gets(view: scene.Scene, place: Place) -> str | None:
    text, start = view.shadow.text, place.segment[0]
    said = _GETS.search(text, start, place.sum.start)
    verb = _PREDICATE.search(text, start, said.start()) if said else None
    before = view.within(start, verb.start(), outer=True) if verb else []
    return (
        before[-1].entity if verb and before and before[-1].type in NAMED and before[-1].end == verb.start() else None
    )


def _set_up(view: scene.Scene, place: Place) -> str | None:
    if not _TO_RUN.search(view.shadow.text, place.clause[0], place.sum.end):
        return None
    before = view.within(place.segment[0], place.clause[0], outer=True)
    things = dict.fromkeys(r.entity for r in before if r.type in ("Platform", "Project", *ZONES))
    return next(iter(things)) if len(things) == 1 else None


# 发放F500万元，重点支持X: the clause behind the sum says whom it helps.
_WITH_IT = re.compile(
    r"[，、](?:重点|主要|专项|用于|专门|优先)*(?:支持|扶持|资助|奖励|补助|惠及|帮助|用于|用在|用以|投向)(?:了)?[^，。；]{0,10}"
)


def _helped_with_it(view: scene.Scene, place: Place) -> str | None:
    said = _WITH_IT.match(view.shadow.text, place.sum.end, place.segment[1])
    near = view.within(said.start(), said.end() + 12, outer=True) if said else []
    fit = [r for r in near if r.type in _TOPICS and r.start <= (said.end() if said else 0)]
    return fit[0].entity if fit else None


def _specific(view: scene.Scene, place: Place, direct: str | None, provisions: bool) -> str | None:
    """The class at the head of the condition, unless something else is named or a narrower class is given to."""
    head = _head(view, place)
    kinds = view.entities
    if direct is None or head is None or kinds[direct].type not in ("TargetGroup", "Region"):
        return direct or head
    if kinds[direct].type == "Region":
        return head if provisions else direct
    return (
        head
        if kinds[head].name.endswith(kinds[direct].name) or not kinds[direct].name.endswith(kinds[head].name)
        else direct
    )


def _head(view: scene.Scene, place: Place) -> str | None:
    """The class for which the condition before the sum is made; none when it stands in a row of classes."""
    text, start = view.shadow.text, place.segment[0]
    refs = [r for r in view.within(start, place.sum.start, outer=True) if r.type == "TargetGroup"]
    for i in range(len(refs) - 1, -1, -1):
        ref = refs[i]
        counted = _EACH.search(text[max(start, ref.start - 3) : ref.start]) or _FOR_EACH.match(text, ref.end)
        if not counted and not (_HEADS.match(text, ref.end) and _OPENS.search(text, start, ref.start)):
            continue
        led = refs[0]
        if (
            i
            and led.entity != ref.entity
            and _LEAD_IN.fullmatch(text, start, led.start)
            and _FOR_OTHERS.match(text, led.end)
        ):
            return led.entity
        joined = (
            i
            and refs[i - 1].entity != ref.entity
            and text[refs[i - 1].end : ref.start] in ("、", "和", "或", "及", "与")
        )
        return None if joined else ref.entity
    return None


# 甲公司承担的|“P”项目: what is borne gets the money.
_BEARS = re.compile(r"(?:牵头|承担|主攻|实施|主持|研发|建设|组建|负责)(?:承担|实施|建设|组建)?的")
_BORNE = re.compile(r"[^，。；]*")


def _topic(view: scene.Scene, place: Place) -> str | None:
    """What the segment begins with: 研究院由两地共建，…; 企业完成…的，给予…."""
    first = view.within(place.segment[0], place.sum.start, outer=True)
    if not first or first[0].type not in _TOPICS:
        return None
    told = _OF_KIND if first[0].type == "TargetGroup" else _LEAD_IN
    borne = _BEARS.match(view.shadow.text, first[0].end)
    if borne and len(first) > 1 and first[1].type in ("Project", "Platform") and first[1].start <= borne.end() + 1:
        first = first[1:]
        told = _BORNE
    return first[0].entity if told.fullmatch(view.shadow.text, place.segment[0], first[0].start) else None


def _helped(view: scene.Scene, after: int, place: Place, provisions: bool) -> str | None:
    text, end = view.shadow.text, place.clause[1]
    for verb in reversed(list(_VERBS.finditer(text, after, end))):
        refs = view.within(verb.end(), end, outer=True)
        near = [r for r in refs if r.start - verb.end() <= 24 and "，" not in text[verb.end() : r.start]]
        near = [r for r in near if r.type != "Region" or _has(text, verb, r, provisions)]
        inside = next((r for r in near if r.type in ZONES and text.startswith(("内", "里", "区内"), r.end)), None)
        near = [r for r in near if r is not inside]
        zones = [r for r in near if r.type in ZONES]
        named = [r for r in near if r.type in NAMED]
        if named and zones and re.search("建设|创建", text[named[0].end : zones[0].start]):
            return zones[0].entity
        classes = list(dict.fromkeys(r.entity for r in near if r.type == "TargetGroup"))
        if named or len(classes) == 1:
            return named[0].entity if named else classes[0]
    return None


def _has(text: str, verb: re.Match[str], region: scene.Ref, provisions: bool) -> bool:
    """In a provision a place has the gift only right after the verb: 对…在甲区设立总部的 is where others are."""
    if text[verb.end() : region.start] == "" and _MONEY_OF.match(text, region.end):
        return True
    if "在" in text[verb.end() : region.start] or (provisions and region.start - verb.end() > 2):
        return False
    return bool(_HAS.match(text, region.end))


def _helped_in_fund(view: scene.Scene, place: Place) -> str | None:
    """下达示范区专项经费, 下达某市中央预算内投资: the fund's own name begins with whom it helps."""
    text = view.shadow.text
    funds = [f for f in view.within(*place.segment) if f.type == "Fund" and f.end <= place.sum.start]
    for fund in reversed(funds):
        inside = view.within(fund.start, fund.end)
        zones = [r for r in inside if r.type in ZONES]
        given = _GIVES.search(text[max(place.segment[0], fund.start - 4) : fund.start])
        first = [r for r in inside if r.type == "Region" and r.start == fund.start and given]
        if zones or first:
            return (zones or first)[-1].entity
        head = _ZONE_HEAD.match(text, fund.start, fund.end)
        earlier = [r for r in view.refs if head and r.type in ZONES and r.end <= fund.start]
        named = [r for r in earlier if head and text[r.start : r.end].endswith(head[0])]
        if named:
            return named[-1].entity
    return None
