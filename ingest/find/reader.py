"""Reading a name backwards from its head noun to where it begins, and whether what was read names one thing."""

from __future__ import annotations

import re

from ingest.find import begun, carried, edges, kinds, places, rules, several, subsidies
from ingest.find.kinds import Ground
from ingest.find.rules import Rule

# Why a head without modifiers is a name.
ALONE = "head that names one thing"
_ANAPHORIC = edges.ZONES | {"Fund", "Mechanism", "Platform", "Programme"}


_LEVEL_ONLY = re.compile(
    r"[省市区县]?(?:国家级?|自治区级?|省级?|市级|县级|区级|省部级|地方|国家和省级?|省级以上|市级以上|国家、省级?|国家级和省级)+"
)
_MARKED = re.compile(r"[“”0-9A-Za-z·－—-]")
_MARKED_ZONE = re.compile(r"[“”A-Za-z·]")
_LEVELLED = re.compile(
    r"(?:示范区|试验区|高新区|开发区|自创区|自贸区|新区|科技城|合作区|中关村|张江|光谷|国家级?(?=[一-鿿]{6})|自治区|首都(?!机场|功能)|省(?!级|部)|市(?![级场外内域])|县(?!级|域)|国家(?!级)|中国(?!特色|式)|中央|全国|[一-鿿]{2,4}国家)"
)
_STATE = re.compile(r"国家(?!级)|中国|全国")
# 省级科技计划专项资金 names one fund; 省级示范园区 is a class.
_LEVELLED_FUND = re.compile(r"(?:国家|省|市|区|县|自治区)级")


class Reader:
    """Reads names of one text backwards from their heads."""

    def __init__(self, ground: Ground, bodies: list[kinds.Found]) -> None:
        self.ground, self.text, self.flags = ground, ground.text, ground.flags
        self.edges = edges.Edges(ground)
        self.body_ends = {b.end for b in bodies}

    def read(self, start: int, end: int, label: str, rule: Rule) -> kinds.Found | None:
        """The name whose head is text[start:end], bare where it says a class only; None where it says nothing."""
        if label in edges.ZONES and _CALLED.match(self.text, end):
            return None
        quoted = self._quoted(start, end, label, rule)
        if quoted is not None:
            return quoted
        begin, head = self._begin(start, end, label, rule), self.text[start:end]
        modifier = self.text[begin:start]
        if label == "DemonstrationZone" and (built := self._built(begin, start, end, head)):
            return built
        if self._is_other(begin, start, end, label) or modifier.endswith(rule.never.get(head, "\n")):
            return None
        if head in rule.alone:
            # 省科技创新券 is the province's own; what the centre gives is the centre's wherever it goes.
            own = self._placed(begin, start, label) and not head.startswith(("中央", "国债", "一般"))
            begin = begin if own else start
            return self._named(begin, _closing(self.text, end), label, head, "unplaced", ALONE)
        if label in _EACH_HAS and self.text[begin - 1 : begin] == "各":
            return None
        if label == "HighTechZone" and (
            modifier.endswith(("全国", "全省", "全市", "全区")) or self._is_province(begin, start)
        ):
            return self._bare(start, end, label, head)
        if label == "Programme" and head.endswith("专项") and begin < start and self._is_source(begin, end):
            return self._named(begin, end, "Fund", head, "unplaced", "line of a budget that is paid from")
        if head in rule.known and _LEVEL_ONLY.fullmatch(modifier):
            return self._named(begin, end, label, head, "unplaced", "level and head that names one thing")
        if head in subsidies.HEADS and modifier:
            begin = subsidies.begins(self.text, begin, end)
            return self._granted(begin, end, head, self.text[begin:start])
        return self._by_modifiers(begin, start, end, label, rule)

    def _begin(self, start: int, end: int, label: str, rule: Rule) -> int:
        """Where the name begins: behind a partner of an organisation, and with the level before a head that needs no more."""
        begin = self.edges.begin(start, end, label)
        begin = carried.begin(self.text, begin, start, end) if label == "Programme" else begin
        begin = self._behind_partner(begin, start) if label == "Organization" else begin
        level = _LEVEL_BEFORE.search(self.text, begin, start) if self.text[start:end] in rule.known else None
        return level.start() if level else begin

    def _by_modifiers(self, begin: int, start: int, end: int, label: str, rule: Rule) -> kinds.Found | None:
        """A name where the modifiers before the head single one thing out, else the bare head of a class."""
        modifier, head = self.text[begin:start], self.text[start:end]
        governed = self._governed(begin, start, head, label, rule)
        if (self._says_a_class(modifier) and not governed) or (
            label == "Programme" and head in _TRIED and self._is_doing(modifier, start)
        ):
            return self._bare(begin if modifier and label in edges.ZONES else start, end, label, head)
        if _LEVEL_ONLY.fullmatch(modifier):
            return kinds.Found(begin, end, label, self.text[begin:end], head=head, bare=True, note="class")
        placed = self._placed(begin, start, label) or (label == "Fund" and bool(_LEVELLED_FUND.match(modifier)))
        if not (governed or self._is_name(begin, start, head, label, placed, rule)) or several.tells(
            self.edges, begin, end, label, placed
        ):
            return self._bare(begin, end, label, head)
        note = "" if placed else "unplaced"
        return self._named(begin, _closing(self.text, end), label, head, note, "modifiers and head noun")

    def _named(self, begin: int, end: int, label: str, head: str, note: str, reason: str) -> kinds.Found:
        return kinds.Found(begin, end, label, self.text[begin:end], head=head, note=note, reason=reason)

    def _behind_partner(self, begin: int, start: int) -> int:
        """省人民政府同|中国科学院: a body before the joining word is no part of the name."""
        ends = (e for e in range(begin + 1, start - 1) if e in self.body_ends and self.text[e] in "同与和")
        return max(ends, default=begin - 1) + 1

    def _quoted(self, start: int, end: int, label: str, rule: Rule) -> kinds.Found | None:
        """A quotation that ends with the head is a name as a whole, unless it begins with a verb."""
        match = _QUOTED.search(self.text, max(0, end - 30), end) if self.text[end : end + 1] == "”" else None
        if match is None or self.flags[match.start("name") + 2]:
            return None
        if len(match["name"]) <= 4 and _LIKENED.search(self.text, max(0, match.start() - 24), match.start()):
            return None
        if _CHAIN.search(match["name"]) or _SLOGAN.search(match["name"]):
            return None
        if match.start("name") >= start and self.text[start:end] not in rule.known:
            made = label == "Mechanism" and self.text[start:end] not in rule.alone
            return self._quoted_head(match.start(), end, label) if made else None
        begin = self._whose(match.start()) if label == "Programme" else None
        if begin is not None:
            return self._named(begin, end + 1, label, self.text[start:end], "quoted", "whose it is and quoted name")
        return self._named(match.start("name"), end, label, self.text[start:end], "quoted", "quoted name")

    def _quoted_head(self, quote: int, end: int, label: str) -> kinds.Found | None:
        """科研经费“包干制”: words of its own before a quotation that is nothing but a head."""
        begin = self.edges.begin(quote, end, label)
        if edges.own_characters(self.text[begin:quote]) < 2 or _TRIED_OUT.match(self.text, end + 1):
            return None
        return self._named(begin, end + 1, label, self.text[quote + 1 : end], "quoted", "modifiers and quoted head")

    def _whose(self, quote: int) -> int | None:
        """中央“千人计划”, 浦东新区“百人计划”: where the owner right before the quotation begins."""
        hit = self.ground.ends.get(quote)
        if hit is not None:
            return hit.start
        return quote - 2 if self.text[quote - 2 : quote] in ("中央", "国家") else None

    def _is_other(self, begin: int, start: int, end: int, label: str) -> bool:
        """本办法, 市人民政府规划 (a doing) and 浦东新区 (a division) are no names of this kind."""
        if label == "Policy":
            return "本" in self.text[begin:start][:4] or start in self.body_ends
        if label == "Mechanism" and (
            _TURN.search(self.text, begin, start) or self._is_of_a_committee(begin, start, end)
        ):
            return True
        if label == "Organization" and _KIND_OF_FIRM.search(self.text, begin, end):
            return True
        if label == "Platform" and self.text.endswith(("计划”", "行动”", "工程”"), begin, start):
            return True
        if self.text[start:end] in _RANKED and self._is_of_a_province(begin, start):
            return True
        hit = self.ground.ends.get(end)
        # 国务院自由贸易试验区|工作联席会议 is the council's, the zone is none of it.
        governing = self.text.startswith("国务院", begin)
        return label in edges.ZONES and (governing or (hit is not None and hit.full))

    def _is_of_a_committee(self, begin: int, start: int, end: int) -> bool:
        """全国某某标准化技术委员会|人工智能芯片工作组 belongs to the committee."""
        before = self.text[max(0, begin - 3) : start]
        return self.text.endswith("工作组", start, end) and ("委员会" in before or "标委" in before)

    def _is_of_a_province(self, begin: int, start: int) -> bool:
        """河南省|高新区: all of a province; a province that is a city, or has the name of one, may have the one."""
        hit = self.ground.ends.get(start)
        if hit is None or hit.start != begin or self.text[begin:start] in ("吉林", "海南"):
            return False
        return all(p.level == "provincial" and not p.name.endswith("市") for p in hit.places)

    def _is_province(self, begin: int, start: int) -> bool:
        """河北省|高新技术产业开发区: those of the province, none by name."""
        hit = self.ground.ends.get(start)
        return hit is not None and hit.start == begin and hit.full and self.text[start - 1] == "省"

    def _says_a_class(self, modifier: str) -> bool:
        levelled = _LEVELLED.match(modifier) or _LEVELLED_FUND.match(modifier)
        if _PERIOD.fullmatch(modifier):
            return True
        return not modifier or modifier in edges.verbs() or (_only_common(modifier) and not levelled)

    def _is_doing(self, modifier: str, start: int) -> bool:
        """支持海南省|试点发展: a place or a zone right before the head tries something out."""
        return start in self.ground.ends or modifier.endswith((*_ZONE_ENDS, "授权")) or bool(_TRIES.search(modifier))

    def _governed(self, begin: int, start: int, head: str, label: str, rule: Rule) -> bool:
        """设立智能制造专项资金, 实施质量提升行动: what somebody sets up or carries out by so long a name is one thing."""
        if label == "Programme" and start - begin >= 4 and self._is_item(begin, start, head):
            return True
        if begun.tells(self.text, begin, start, start + len(head), label):
            return True
        if label in _SHORTENED and start - begin >= 4 and _SHORT_FORM.match(self.text, start + len(head)):
            return True
        if (rule.only_governed and head not in rule.only_governed) or start - begin < rule.described.get(head, 0):
            return False
        if (
            self.text[begin] in "和与及"
            or rule.governed is None
            or start - begin < (2 if head in rule.brief else rule.least)
            or start - begin + len(head) < rule.least_whole
            or edges.own_characters(self.text[begin:start]) < rule.least_own
            or _PLAIN_MONEY.fullmatch(self.text, begin, start)
        ):
            return False
        if _LEVEL_ONLY.match(self.text, begin, start) and label == "Programme":
            return False
        return rule.governed.search(self.text, max(0, begin - 60), begin) is not None

    def _built(self, begin: int, start: int, end: int, head: str) -> kinds.Found | None:
        """重庆市建设|绿色金融改革创新试验区 is the zone of the place that builds it."""
        place = self.ground.ends.get(begin - 2) if self.text[begin - 2 : begin] == "建设" else None
        own = start - begin >= 4 and not self._placed(begin, start, "DemonstrationZone")
        if place is None or place.places[0].level == "wider" or not own:
            return None
        called = self.text[place.start : place.end] + self.text[begin:end]
        return kinds.Found(begin, end, "DemonstrationZone", self.text[begin:end], head=head, composed=called,
                           reason="zone that a place builds")  # fmt: skip

    def _is_source(self, begin: int, end: int) -> bool:
        """从科技金融专项中列支: what is paid from is money."""
        return self.text[begin - 1 : begin] in ("从", "在", "由") and _PAID_FROM.match(self.text, end) is not None

    def _is_item(self, begin: int, start: int, head: str) -> bool:
        """——数字经济重大专项：支持…: an item of a list that is headed by a programme."""
        colon = self.text[start + len(head) : start + len(head) + 1] in ("：", ":")
        return colon and subsidies.heads_a_line(self.text, begin)

    def _granted(self, begin: int, end: int, head: str, modifier: str) -> kinds.Found | None:
        told = subsidies.told(self.text, begin, end, head, modifier)
        return self._named(begin, end, "Fund", head, *told) if told else None

    def _bare(self, begin: int, end: int, label: str, head: str) -> kinds.Found | None:
        if label not in _ANAPHORIC:
            return None
        return kinds.Found(begin, end, label, self.text[begin:end], head=head, bare=True)

    def _is_name(self, begin: int, start: int, head: str, label: str, placed: bool, rule: Rule) -> bool:
        modifier = self.text[begin:start]
        if label in _PLAIN_KINDS and head not in _BRANCHES and not _PLACED_WORDS.sub("", self._unplaced(begin, start)):
            return False
        if head == "资金" and _SOME_MONEY.search(modifier):
            return False
        if head == "规划" and (edges.own_characters(modifier) < 2 or _PLANNING.search(modifier)):
            return False
        if placed and head in rule.classes and self._is_of_a_region(begin, start):
            return False
        if head in rule.only and not modifier.endswith(rule.only[head]):
            return False
        if placed:
            return True
        if head in rule.loose:
            return len(modifier) >= (2 if head.endswith("费") else 3)
        if (head in rule.after and not modifier.endswith(rule.after[head])) or self._is_brief(modifier + head, rule):
            return False
        if head in rule.after and len(modifier) >= 6:
            return True
        # Of 青年|英才计划 the head's first word counts too.
        own = edges.own_characters(modifier + head[:-2])
        if head in rule.after and len(modifier) >= 4 and own >= 1:
            return True
        if head in rule.weak or rule.own >= rules.NEVER:
            return head in ("分行", "支行") and "银行" in modifier
        if label in edges.ZONES and (places.is_pair(modifier) or places.is_side(modifier)):
            return True
        if _PROPER.fullmatch(modifier) and edges.own_characters(modifier) == len(modifier):
            return True
        if len(modifier) < rule.min:
            return False
        return own >= rule.own or bool(rule.long and len(modifier) >= rule.long)

    def _is_of_a_region(self, begin: int, start: int) -> bool:
        """山东省|重点实验室, 县现代农业|示范基地: a place and words of classes; what is 国家 there may be the one."""
        rest = _PLACED_WORDS.sub("", self._unplaced(begin, start))
        return "国家" not in self.text[begin:start] and len(rest) <= 4 and not edges.own_characters(rest)

    def _unplaced(self, begin: int, start: int) -> str:
        """The modifiers without the places among them."""
        text, at = "", begin
        for hit in self.edges.near(begin, start):
            if hit.start >= at:
                text, at = text + self.text[at : hit.start], hit.end
        return text + self.text[at:start]

    def _is_brief(self, name: str, rule: Rule) -> bool:
        return any(name.endswith(head) and len(name) < least for head, least in rule.whole.items())

    def _placed(self, begin: int, start: int, label: str) -> bool:
        """Whether the modifiers hold a place, a body, a level word that means a region, a quotation or (zones aside) a figure."""
        if any(begin < h.end <= start and h.start >= begin for h in self.edges.near(begin, start)):
            return True
        marked = _MARKED_ZONE if label in edges.ZONES or label == "Fund" else _MARKED
        levelled = _STATE if label == "Policy" else _LEVELLED
        if label == "DevelopmentZone" and self.text.startswith("国家级", begin):
            return False  # 国家级旅游度假区 is a rank that many parks have
        if marked.search(self.text, begin, start) or levelled.match(self.text, begin):
            return True
        return label not in edges.ZONES and not self.body_ends.isdisjoint(range(begin + 1, start + 1))


# Of these every province has several.
_RANKED = frozenset(
    (
        "高新区",
        "高新技术产业开发区",
        "高新技术产业园区",
        "高新技术开发区",
        "经开区",
        "经济技术开发区",
        "经济开发区",
        "开发区",
        "综合保税区",
    )
)
# 甲乙战略性互联互通示范项目（以下简称互联项目）: what gets a short form is one thing.
_SHORTENED = frozenset(("Fund", "Programme", "Project", "Mechanism"))
_SHORT_FORM = re.compile(r"[（(](?:以下|下)?简称")
_TRIED_OUT = re.compile(r"(?:改革)?试点|改革|专项|管理|方式")
# 第9次…联席会议 is a meeting.
# “专利进园区”活动 names what is done there.
_CALLED = re.compile(r"”(?:活动|行动|计划|工程|大赛|专项)")
# 同步规划: a doing.
_PLANNING = re.compile(r"(?:同步|统筹|科学|整体|超前|提前|重新|统一|高标准|高水平|高起点)$")
_TURN = re.compile(r"第(?:\d+|[一二三四五六七八九十]+)次")
# 深圳市市级财政专项资金, 全国大型水库: nothing but whose or how large it is.
_PLAIN_KINDS = frozenset(("Fund", "Project"))
_PLACED_WORDS = re.compile(r"自治区|省级?|市级?|区级?|县级?|国家级?|全国|本级|财政|大型|中型|小型")
# 衡阳子基金, 湖州市产业基金: told by their place alone.
_BRANCHES = frozenset(("子基金", "母基金", "产业基金", "科创基金", "天使基金", "科创贷", "科技贷", "人才贷", "积分贷"))
_TRIED = frozenset(("试点", "改革试点", "行动", "计划", "工程", "专项"))
_ZONE_ENDS = ("试验区", "示范区", "先行区", "开发区", "高新区", "新区")
# 示范区先行|试点
_TRIES = re.compile(r"区(?:先行|率先|先试)$")
# 各领域改革试点, 各行业协会: each has its own.
_EACH_HAS = frozenset(("Organization", "Programme", "Mechanism"))
# 大型煤炭企业集团, 县（区）科学技术协会: a kind of firm, a body of each place.
_KIND_OF_FIRM = re.compile(r"企业集团|[省市县区](?:（|、)(?:自治区|[市县区])|外省")
# 近年立项大数据领域|省级科技计划
_LEVEL_BEFORE = re.compile(r"(?:国家|自治区|省|市|区|县)(?:本?级)?$")
# 财政科技专项资金, 各级财政资金: money of a budget, no line of it.
_PLAIN_MONEY = re.compile(
    r"(?:财政|科技|专项|各级|本级|[省市县区]级|地方|中央|政府|政府性|政策性|产业|相关|配套|年度|企业|社会|引导|扶持|奖励|补助|投资|项目|工作|必要|适当|一定|比例|市场化|财政性|(?:最高|最多|不超过|不低于|不少于|约|近|共)*\d[\d.]*[万亿]?元)+"
)
_PAID_FROM = re.compile(r"中?(?:列支|安排(?!“|[^，。；]{0,16}项目)|兑付|支出|支付|解决|承担)")
_PERIOD = re.compile(
    r"(?:\d{2,4}年度?|第?[一二三四五六七八九十\d]+[期批次轮]|[一两三]次|(?:最高|最多|不超过|不低于|不少于|约|近|共)*\d[\d.]*[万亿]?元|(?:\d+|[两三几])[只支个家项]|前期|后期|下一步)+"
)
_SOME_MONEY = re.compile(r"\d|元|一些|筹|社会|倾斜|投入|剩余|流动|外来|回收")
# 建设成为群众的“放心工程”: what something is likened to.
_LIKENED = re.compile(r"(?:成为|建成|打造成|办成|作为)[^，。；：]{0,20}$")
# “企业+农户”, “实验室—基地”: several things in a row.
_CHAIN = re.compile(r"\+|(?:室|心|地|台|园|区|器|业)[—－-]")
# “保基本、建机制”, “三网一平台”: slogans.
_SLOGAN = re.compile(r"、|^[一两二三四五六七八九十][一-鿿]{1,2}(?:[一两二三四五六七八九十][一-鿿]{1,3})+$")
_QUOTED = re.compile(r"“(?P<name>[^“”，。；：\n]{3,28})$")


# A park or zone without a place may have a proper name before its head (枣山园区), but not words of classes.
_PROPER = re.compile(r"[一-鿿]{2,4}")


def _only_common(modifier: str) -> bool:
    modifier = _BRACKETS.sub("", modifier)
    return len(modifier) <= 4 and edges.own_characters(modifier) == 0


_BRACKETS = re.compile(r"[（）()]")
_ADDED = re.compile(r"（(?:[一-鿿]{2,8}|筹)）(?![一-鿿]*简称)")
# 硬科技发展基金|二期 is a fund of its own, 某光源|二期 a facility.
_IN_PARTS = ("基金", "光源", "装置")
_PART_OF_FUND = re.compile(r"[一二三四]期(?!限|间)")
_NO_NAME = re.compile(
    r"(?<!赛)[区园]）|简称|下称|统称|以下|不含|含|包括|试行|暂行|如|即|详见|附件|名单|牵头|责任|市级|省级"
)


def _closing(text: str, end: int) -> int:
    """A bracketed addition right after the head belongs to the name: 实验室（珠海）."""
    later = _PART_OF_FUND.match(text, end) if text.startswith(_IN_PARTS, end - 2) else None
    if later:
        return later.end()
    match = _ADDED.match(text, end)
    return match.end() if match and not _NO_NAME.search(match[0]) else end
