"""Where a name begins: read backwards from its head, without counts, talk and verbs that go before names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ingest.find import conjuncts, joined, places, rules, words
from ingest.find.kinds import Ground

ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))
_HARD = frozenset('，。；：！？\n、《》〈〉|｜\t ,.;:!?…【】[]<>{}"*_=+')
_OPEN, _CLOSE = "“‘（(", "”’）)"
# Words of talk at the left of a name; what of them belongs to the name stands in `leading` of the lexicon too.
_COUNTS = (
    r"(?:19|20)\d{2}年度?|\d{1,2}月\d{1,2}日|\d{1,2}[月日](?=[一-鿿]{4})|等?(?:\d+(?:[—－～~-]\d+)?|[一二三四五六七八九十两几多数]+)(?:个|家|项|批|支|大类?|类|所|座|处|只|期|轮|次(?!性))(?!·|[一-鿿]?工程)|\d+(?=绿|国|省)|\d+条(?!·)|"
    r"\d+(?:\.\d+)?(?:万|亿)?(?:元|亩|户|人|吨|只|头)(?:级|左右)?的?(?:规模的?)?(?=[一-鿿“])|第[一二三四五六七八九十]+批"
)
_TALK = (
    "“?十[一二三四五]五”?(?:期间|时期)?|各项|项(?!目)|各?部门(?=“)|全国|全区|全省|全市|全县|我区|我省|我市|我县|本市|本省|本区|本县|本地|我|各类|各级|各|本批|报(?=[省市区县]|自治区|[一-鿿]{2,3}[省市区县])|现有|已有|原有|相应|具体|重点(?!研发|产业|实验室|工程|领域|项目|行业|企业)|重大|主要|优质|特色|高端|高水平|高质量|专业化|综合性|"
    "一流|最大|最强|最优|最高|最美|领先|多层次|市场化|年度|首批|首个|其他|其它|这些|那些|该|此|本(?![源草溪])|的|区域性|跨区域|示范性|国家级?、省级?|国内外?|国际|境内外|境外|区内外?|省内外?|市内外?|(?<=支持|鼓励|引导|推动|帮助|组织)企业|-|—|年(?!产)"
)


@cache
def _leading() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words.lexicon("boundaries")
    verbs = words.any_of(data["leading"])
    over = words.any_of(data["over_zones"])
    return re.compile(rf"(?:{_COUNTS}|{_TALK}|{verbs})+"), re.compile(rf"(?:{_COUNTS}|{_TALK}|{verbs}|{over})+")


class Edges:
    """Left edges of names in one text."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.text, self.flags = ground, ground.text, ground.flags
        self.inner = {i for h in ground.hits for i in range(h.start + 1, h.end)}

    def begin(self, start: int, end: int, label: str) -> int:
        """Where the name begins, without the talk before it."""
        if self.text.endswith(rules.groups(), start, end) and (led := self._led(start)) is not None:
            return led
        begin = self._at_taken_place(self._trimmed(self._left(start, label), start, label), start)
        if label == "Organization" and (row := _ROW.match(self.text, begin, start)):
            begin = row.end()
        made = label == "Mechanism" or self.text.endswith("试点", start, end)
        if self.text[begin - 1 : begin] in _JOINTS and (whole := self._whole(begin, start, end, label)) is not None:
            return whole
        if label in _SIZED and (size := _SIZE.search(self.text, max(0, begin - 5), start)):
            begin = max(begin, size.end())
        if made:
            begin = self._after_its_doing(begin, start)
        if label == "Mechanism":
            begin = max((m.end() for m in _SENT.finditer(self.text, begin, start)), default=begin)
        if label == "Fund" and "中央" in self.text[begin + 1 : start]:
            return self.text.index("中央", begin + 1)
        if label in ZONES or label == "Project":
            return self._from_place(self._after_inner_verb(begin, start), start)
        if label in ("Organization", "Fund") or self.text.endswith(_RESEARCH, start, end):
            begin = self._paired(begin, start, label)
        if (
            label in _DONE
            and (doing := _DOING.search(self.text, max(0, begin - 6), begin))
            and doing["what"] in stops()
        ):
            begin -= 2
        if label in _JOINED and (begin < start or label == "Platform"):
            begin = conjuncts.begin(self.ground, begin)
        if label in ("Organization", "Platform", "Fund"):
            begin = self._governed_place(begin, start)
            place = self._from_place(begin, start)
            # Only talk before the place is cut off: 海亮有机农业仙居有限公司 keeps its own words.
            before = self.text[begin:place]
            return place if own_characters(before) == 0 or _CALLED_SO.search(before) else begin
        return begin

    def _whole(self, begin: int, start: int, end: int, label: str) -> int | None:
        """Where the name of a regime, a trial or a group begins whose last part was read; None for other things."""
        group = self.text.endswith(rules.groups(), start, end)
        if group and (task := joined.of_group(self.text, begin)) is not None:
            return task
        counted = label == "Programme" and _SEVERAL.search(self.text, begin, start) is not None
        made = label == "Mechanism" or self.text.endswith("试点", start, end)
        return joined.of_regime(self.text, begin, counted) if made or counted else None

    def near(self, begin: int, start: int) -> Iterator[places.Hit]:
        return (self.ground.ends[e] for e in range(begin + 1, start + 1) if e in self.ground.ends)

    def _left(self, start: int, label: str) -> int:
        """Read back from the head to where the name begins."""
        text, i, floor = self.text, start, max(0, start - 40)
        nominal = _nominal(label).search(text, max(0, start - 4), start)
        if nominal and self._is_nominal(nominal, start, label):
            i = nominal.start()
        while i > floor:
            if self.flags[i] and i not in self.inner and not self._is_quoted_doing(i, label):
                return i
            char = text[i - 1]
            if label in ZONES and text[i - 4 : i].isdigit():
                return i
            # A firm's name ends with its form, and a quotation that ends a sentence is none of what comes next.
            owner = label in _OWNED and text.startswith("集团", i - 2) and start - i >= 4
            if owner or text.startswith("有限公司", i - 4) or (char == "”" and text[i - 2] in "。！？"):
                return i
            if char in _CLOSE:
                opening = text.rfind(_OPEN[_CLOSE.index(char)], max(0, i - 26), i - 1)
                outside = label in ZONES and char == "”" and i != start
                if opening < 0 or outside or (char in "）)" and _NUMERAL.fullmatch(text, opening + 1, i - 1)):
                    return i
                i = opening
                continue
            # 省实验室—市级|实验室: a row of classes, each with its head.
            if char in "—－" and text[i - 2] in "室心园器":
                return i
            if char in _OPEN or (char in _HARD and not (label == "Programme" and _in_figure(text, i - 1))):
                return i
            i -= 1
        return i

    def _led(self, start: int) -> int | None:
        """市推进旧城改造|领导小组: a group whose level or place stands before the verb that tells its task."""
        led = _TASKED.search(self.text, max(0, start - 26), start)
        if led is None:
            return None
        hit = self.ground.ends.get(led.end("level"))
        begin = self._outermost(hit.start, 0) if hit is not None and hit.full else led.start()
        free = begin == 0 or self.flags[begin] or not "一" <= self.text[begin - 1] <= "鿿"
        return begin if free else None

    def _after_its_doing(self, begin: int, start: int) -> int:
        """平果县创新|采矿用地制度: what a place does is no part of the name of what it makes."""
        places_ = (h.end for h in self.near(begin, start) if h.full and h.end < start)
        return max((m.end() for e in places_ if (m := _MAKING.match(self.text, e, start))), default=begin)

    def _is_nominal(self, match: re.Match[str], start: int, label: str) -> bool:
        """城市更新保护|基金: the word before the head is a noun after a noun of its own, no verb."""
        if label in ZONES and match[0][-2:] in words.lexicon("boundaries")["never_over_zones"]:
            return False
        before = self.text[match.start() - 1 : match.start()]
        noun = "一" <= before <= "鿿" and before not in "得着了再" and not self._is_adverb(match.start())
        return bool(self.flags[start]) and not self.flags[match.start()] and (noun or before == "”")

    def _is_quoted_doing(self, end: int, label: str) -> bool:
        """“甲乙”联合|检测中心: right behind a quotation the doing belongs to what is called so."""
        return label in _NATIONWIDE and self.text[end - 3] == "”" and self.text[end - 2 : end] in _nouns(label)

    def _is_adverb(self, end: int) -> bool:
        """扎实地|推进试点, but 基地|建设基金."""
        return self.text[end - 1] == "地" and self.text[end - 2] not in "基园土草林耕产属高驻湿用实山"

    def _trimmed(self, begin: int, start: int, label: str) -> int:
        """Without the counts, levels of talk, verbs and adjectives that go before a name."""
        if label == "Policy" and self.text.startswith(("全国", "国家", "“十"), begin):
            return begin
        if label in _NATIONWIDE and _OF_ALL.match(self.text, begin) and start - begin >= 6:
            return begin
        match = _leading()[label in ZONES].match(self.text, begin, start)
        # Where nothing would be left, the last word is the modifier: 国际|合作计划 keeps 合作.
        if match and begin < match.end() < start:
            begin = self._before_quality(begin, match.end(), start, label)
        if label in _COMMON_THERE and self.text[begin - 1 : begin] in ("我", "本") and self.text[begin] in "省市县区州":
            begin += 1  # 我市|工业园区, 我省|行业协会: those of the place, none by name
        begin = self._after_sign(begin, start)
        if label == "Platform" and (doing := _LEVEL_DOES.match(self.text, begin, start)):
            begin = doing.end()
        if match := _MAKING.match(self.text, begin, start):
            begin = match.end()
        return begin if label == "Programme" else self._after_verbs(begin, start)

    def _before_quality(self, begin: int, end: int, start: int, label: str) -> int:
        """大型|仪器开放共享基金: an adjective of what the name speaks of, not of the thing itself."""
        if label == "Fund" and (quality := _QUALITY.search(self.text, begin, end)):
            return quality.start()
        large = label in _OF_LARGE and start - end >= 4 and _LARGE.search(self.text, begin, end)
        return end - 2 if large else end

    def _after_sign(self, begin: int, start: int) -> int:
        """在京|国家实验室: the sign of a province says where, and is no part of the name."""
        return begin + 1 if _STAYING.match(self.text, begin - 1, start) else begin

    def _after_verbs(self, begin: int, start: int) -> int:
        """Without the verbs whose object the name is (认识促进综合保税区)."""
        while start - begin >= 2 and self.text[begin : begin + 2] in verbs() and self.text[begin + 2] not in _NOUN_ENDS:
            if _compounds().match(self.text, begin):
                break
            begin += 2
        return begin

    def _paired(self, begin: int, start: int, label: str) -> int:
        """湖州绿色金融与|可持续发展研究院: what a place begins and a noun ends goes on over the conjunction."""
        if self.text[begin - 1 : begin] not in _PAIRING or begin == start or self._starts_anew(begin, start):
            return begin
        first = self._left(begin - 1, "Organization")
        hits = self.ground.hits_within(first, begin - 1)
        part = self.text[hits[-1].end : begin - 1] if hits else ""
        governed = part[-2:] in stops()
        named = not governed and 2 <= len(part) <= 12 and hits[-1].end - hits[-1].start > 1 and not _WHOLE.search(part)
        if not hits and label == "Platform":
            first = self._trimmed(first, begin - 1, label)
            return first if 2 <= begin - 1 - first <= 14 and not _WHOLE.search(self.text, first, begin - 1) else begin
        return self._outermost(hits[-1].start, first) if named else begin

    def _starts_anew(self, begin: int, start: int) -> bool:
        """合肥某公司与|上海某研究院: a place after the conjunction begins a name of its own."""
        return any(h.start == begin for h in self.near(begin, start)) or _ANEW.match(self.text, begin) is not None

    def _governed_place(self, begin: int, start: int) -> int:
        """四川省财政厅扶持|天府实验室: a place right behind a verb that has things for its object begins their name."""
        inside = (h.start for h in self.near(begin, start) if h.start >= begin + 4)
        return max((at for at in inside if _governing().search(self.text, begin, at)), default=begin)

    def _at_taken_place(self, begin: int, start: int) -> int:
        """运营权归|武汉某公司, 过|山东省某计划: a place right behind a word that takes an object begins the object's name."""
        taken = (
            h.start for h in self.near(begin, start) if h.end - h.start > 1 and _TAKING.match(self.text, h.start - 1)
        )
        return max((at for at in taken if at > begin), default=begin)

    def _outermost(self, begin: int, floor: int) -> int:
        """Where the outermost of the places begins that stand right before one another (浙江省|湖州市)."""
        while (outer := self.ground.ends.get(begin)) is not None and outer.start >= floor:
            begin = outer.start
        return begin

    def _after_inner_verb(self, begin: int, start: int) -> int:
        """A zone's name holds no verb (公益人士担任|生态文明先行示范区)."""
        cuts = (
            i + 2
            for i in range(begin, start - 1)
            if (self.text[i : i + 2] in verbs() or _REPORTS.match(self.text, i))
            and not (_inside().match(self.text, i) or _compounds().match(self.text, i))
        )
        return max(cuts, default=begin)

    def _from_place(self, begin: int, start: int) -> int:
        """A zone's name begins at its last place where only talk stands before it (科技支撑桂林…示范区)."""
        inside = [h.start for h in self.near(begin, start) if h.start >= begin]
        last = self._outermost(max(inside, default=begin), begin)
        if self.text[last - 2 : last] == "中国":
            last -= 2
        return begin if self.text[last - 1 : last] in ("（", "(", "—", "-", "·") else last


def _in_figure(text: str, at: int) -> bool:
    """Whether the dot at that offset is part of a figure (“强基”3.0计划)."""
    return text[at] == "." and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


# 2|绵阳某设备公司: the number of a row.
_ROW = re.compile(r"\d{1,4}(?=[一-鿿]{4})")
_JOINED = frozenset(("Fund", "Programme", "Platform"))
_PAIRING = ("和", "与", "及")
_ANEW = re.compile(r"国家|中国|全国|自治区|[省市县区](?![一-鿿]?级)")
# 重大科研项目补助费, 高端装备专项资金: in names of funds the adjective tells what they are for.
_QUALITY = re.compile(r"(?:重大|重点|高端|特色|优质|高质量)$")
# 大型|透平装备中试基地.
_OF_LARGE = frozenset(("Platform", "Fund", "Project"))
_LARGE = re.compile(r"[大中]型$")
# 全国一体化算力网络, 全国海关通关改革试点: their scope belongs to their name.
_NATIONWIDE = frozenset(("Programme", "Platform", "Mechanism"))
_OF_ALL = re.compile(r"全国(?!最|知名|领先|一流|首|重要|性)")
# 某某投资集团|智慧交通实验室: whose it is, no part of its name.
_OWNED = frozenset(("Platform", "Project"))
# 资源与|环境野外研究站: what research is done on is often two things.
_RESEARCH = ("实验室", "研究站", "观测站", "研究中心", "技术创新中心")
# 法人特派员|甲市某公司: what a firm is called before its name.
_CALLED_SO = re.compile(r"(?:特派员|企业|法人|单位|代表|客户|用户|供应商|服务商|运营商|机构)$")
# Verbs and prepositions of one character; what ends in one and is a noun (交通, 自治) goes on, and no place follows it.
_TAKING = re.compile(r"(?<!面)向|(?<!金)属|[为归于入过至给由予到照自把将让使被经按]")
_COMMON_THERE = ZONES | {"Organization"}
_STAYING = re.compile(
    r"[在驻来赴入][京津沪渝冀豫云滇黔陇辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤川藏琼华](?![京津沪渝冀豫皖鲁苏浙赣鄂粤川藏琼]|宁|北|南|东|西|市|省|林[省市])"
)
# 创新财政支农资金投入方式: at the beginning these are doings, unless they make one word with what follows.
_MAKING = re.compile(
    r"(?:创新(?!驱动|创业|型|人才|能力|平台|中心|资源|券|成果|团队|主体|产品|企业|链|体系|发展|药|示范|要素|引领|文化|联合|载体|基地|创造|大赛|服务|方法|政策|环境|研究|战略|工程|与|和|、|谷|港|城|区|园|街|岛)|"
    r"改革(?!开放|创新|发展|试点|先行)|开发(?!区|性|银行|利用)|发展(?!和?改革|基金|计划|资金)|征收|聚力|探索)(?=[一-鿿]{3})"
)
# 将实施情况报|省…领导小组: what is sent to somebody is no part of the name.
_SENT = re.compile(r"[报送经向](?=(?:自治区|省|市|县|区|国务院)[一-鿿]{2})|报告(?=[一-鿿]{4})")
# 市推进|科技创新中心 is what the city does.
_LEVEL_DOES = re.compile(r"[省市县区](?:推进|促进|加快|支持|推动)")
_TASKED = re.compile(
    r"(?P<level>自治区|省|市|县|区|州|国务院)(?:推进|促进|加快|支持|落实|深化|统筹|推动|实施|应对|创建|打击|保障)(?![一-鿿]*(?:成立|设立|组建|建立))[一-鿿]{2,18}$"
)
_REPORTS = re.compile(r"报告|报备|规划(?!和|建设|与)|适应|打造")
# 采矿权, 报告书: with these the verb is the beginning of a noun.
_NOUN_ENDS = frozenset("权证费税款金率者员法地点站所量价书单卡师")
# 1000万只|肉兔产业园, 新（改）建100万亩|柑橘基地: how large it is to be.
_SIZED = ZONES | {"Platform", "Project"}
_SIZE = re.compile(
    r"\d[\d.]*(?:[—－～~-]\d[\d.]*)?[百千万亿]*(?:只|头|亩|吨|羽|尾|株|平方米|公里)(?:级|以上|规模)*(?:的)?"
)
_JOINTS = ("和", "与", "及", "、")
# 实施|提升全民数字素养行动计划: between the verb that carries it out and its words, what it does is part of its name.
_DONE = frozenset(("Programme", "Mechanism"))
_DOING = re.compile(
    r"(?:实施|启动|开展|建立)(?P<what>(?!实施|启动|开展|组织|推进|推动|深化|扩大开放|健全|完善|统筹|好)[一-鿿]{2})$"
)
# 甲、乙|两个产业链提升行动 is one programme for both.
_SEVERAL = re.compile(r"[两三四五六七八九]个")
# 南昌大学和|某公司: the first part is a name by itself.
_WHOLE = re.compile(
    r"(?:大学|学院|院|所|公司|集团|厂|行|会|局|委|厅|部|办|府|中心|实验室|基地|平台|区|园|城|县|市|省|医院|站|库|企业|企|产业|工程|计划|级)$"
)
_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{1,3}")


@cache
def verbs() -> frozenset[str]:
    return frozenset(words.lexicon("verbs")["verbs"])


@cache
def _governing() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.lexicon('boundaries')['governing'])})$")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile("|".join(words.lexicon("boundaries")["inside_zones"]))


@cache
def stops() -> frozenset[str]:
    """Words that end a name on its left."""
    return frozenset(words.lexicon("boundaries")["verbs"])


@cache
def _compounds() -> re.Pattern[str]:
    """Longer words of which a verb is the beginning (衔接推进, 建设项目)."""
    return re.compile(words.any_of(w for w in words.lexicon("boundaries")["kept"] if len(w) > 3))


@cache
def _nominal(label: str) -> re.Pattern[str]:
    data = words.lexicon("boundaries")
    listed = (*data["nominal"], *data["nominal_in"].get(label, ()))
    return re.compile(rf"(?:{'|'.join(listed)}){{1,2}}$")


@cache
def _nouns(label: str) -> frozenset[str]:
    data = words.lexicon("boundaries")
    return frozenset((*data["nominal"], *data["nominal_in"].get(label, ()), "联合"))


@cache
def _common() -> re.Pattern[str]:
    return re.compile(words.any_of(words.lexicon("common")["words"]))


@lru_cache(maxsize=4096)
def own_characters(modifier: str) -> int:
    """How many characters of the modifiers are not words of classes: 煤炭可持续发展 has 5, 科技创新 none."""
    return len(_common().sub("", modifier))
