"""Names by head noun and modifiers: zones, parks, funds, programmes, platforms, mechanisms, organisations, policies.

A head noun is found first; the name is read backwards from it to the nearest word that cannot stand inside a name.
What then says only which class it is (科技成果转化平台) is handed on as bare: resolving may know which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.find import kinds, lists, places, words
from ingest.find.kinds import Ground

ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))
_ANAPHORIC = ZONES | {"Fund", "Mechanism", "Platform", "Programme"}
_HARD = frozenset('，。；：！？\n、《》〈〉|｜\t ,.;:!?…【】[]<>{}"*_=+')
_OPEN, _CLOSE = "“‘（(", "”’）)"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a label asks of the modifiers before its heads (see heads.yaml)."""

    min: int
    own: int
    placed: bool
    weak: frozenset[str]
    loose: frozenset[str]
    alone: frozenset[str]
    long: int


@cache
def _heads() -> tuple[words.Matcher, dict[str, _Rule]]:
    data = words.lexicon("heads")
    table = {head: label for label, body in data.items() for head in reversed(body["heads"])}
    rules = {
        label: _Rule(
            body["min"],
            body["own"],
            body.get("placed", False),
            frozenset(body.get("weak", ())),
            frozenset(body.get("loose", ())),
            frozenset(body.get("alone", ())),
            body.get("long", 0),
        )
        for label, body in data.items()
    }
    return words.Matcher(table), rules


def find(ground: Ground, bodies: list[kinds.Found]) -> list[kinds.Found]:
    """Names made of modifiers and a head noun, lists that share a head spread out."""
    matcher, rules = _heads()
    reader = _Reader(ground, bodies)
    found: list[kinds.Found] = []
    for start, end, label in matcher.find(ground.text):
        if not _continues(ground.text, start, end, label):
            one = reader.read(start, end, label, rules[label])
            if one is not None:
                found.extend(lists.spread(ground, one, start))
    return found


@cache
def _tails(head: str) -> re.Pattern[str] | None:
    """What may not follow a head: what is listed for that head alone, and for every head that ends so."""
    listed = words.lexicon("tails")
    tails = [t for key, found in listed.items() if key == f"={head}" or head.endswith(key) for t in found]
    return re.compile("|".join(tails)) if tails else None


def _continues(text: str, start: int, end: int, label: str) -> bool:
    """Whether the head goes on into another word (计划生育, 工程师, 大学生)."""
    tail = _tails(text[start:end])
    if tail is not None and tail.match(text, end):
        return True
    return label == "Organization" and text[end : end + 1] == "生"


# A label whose names always need a place (own: 99 in heads.yaml).
_NEVER = 99
# Words of talk at the left of a name; what of them belongs to the name stands in `leading` of the lexicon too.
_COUNTS = (
    r"(?:19|20)\d{2}年度?|等?(?:\d+(?:[—－～~-]\d+)?|[一二三四五六七八九十两几多数]+)(?:个|家|项|批|支|大类?|类|所|座|处|只|期|轮|次(?!性))(?!·|[一-鿿]?工程)|\d+(?=绿|国|省)|"
    r"\d+(?:\.\d+)?(?:万|亿)?(?:元|亩|户|人|吨|只|头)级?(?=[一-鿿])|第[一二三四五六七八九十]+批"
)
_TALK = (
    "“?十[一二三四五]五”?(?:期间|时期)?|各项|项(?!目)|各?部门(?=“)|全国|全区|全省|全市|全县|我区|我省|我市|我县|本市|本省|本区|本县|本地|我|各类|各级|各|现有|已有|原有|相应|具体|重点|重大|主要|优质|特色|高端|高水平|高质量|专业化|综合性|"
    "一流|多层次|市场化|年度|首批|首个|其他|其它|这些|那些|该|此|本|的|区域性|跨区域|示范性|国家级?、省级?|国内外?|国际|境内外|境外|区内外?|省内外?|市内外?|企业|-|—|年(?!产)"
)


@cache
def _leading() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words.lexicon("boundaries")
    verbs = "|".join(sorted(data["leading"], key=len, reverse=True))
    over = "|".join(sorted(data["over_zones"], key=len, reverse=True))
    return re.compile(rf"(?:{_COUNTS}|{_TALK}|{verbs})+"), re.compile(rf"(?:{_COUNTS}|{_TALK}|{verbs}|{over})+")


_LEVEL_ONLY = re.compile(
    r"[省市区县]?(?:国家级?|自治区级?|省级?|市级|县级|区级|省部级|地方|国家和省级?|省级以上|市级以上|国家、省级?|国家级和省级)+"
)
_MARKED = re.compile(r"[“”0-9A-Za-z·－—-]")
_MARKED_ZONE = re.compile(r"[“”A-Za-z·]")
_LEVELLED = re.compile(
    r"(?:示范区|试验区|高新区|开发区|自创区|自贸区|新区|科技城|合作区|国家级?(?=[一-鿿]{6})|自治区|省(?!级|部)|市(?!级|场)|县(?!级|域)|国家(?!级)|中国|中央|全国|[一-鿿]{2,4}国家)"
)
# 省级科技计划专项资金 names one fund; 省级示范园区 is a class.
_LEVELLED_FUND = re.compile(r"(?:国家|省|市|区|县|自治区)级")
# A count or 等 right after the head, and each, several or other before it: a class.
_COUNTED = re.compile(r"(?:约|达到?)?(?:\d+|[一二三四五六七八九十百两]+)(?:[—-]\d+)?(?:多|余)?(?:个|家|所|座|处|项|批)")
_SEVERAL = re.compile(
    r"(?:各类|各级|各种|各个|一批|若干|多个|其他|相关|有关|此类|类似|知名|符合条件的|上述|任何|单个|每个|不同|(?:\d+|[一二三四五六七八九十百两几多]+)(?:余|多)?(?:个|家|所|批|类))$"
)


class _Reader:
    """Reads names of one text backwards from their heads."""

    def __init__(self, ground: Ground, bodies: list[kinds.Found]) -> None:
        self.ground, self.text, self.flags = ground, ground.text, ground.flags
        self.inner = {i for h in ground.hits for i in range(h.start + 1, h.end)}
        self.body_ends = {b.end for b in bodies}

    def read(self, start: int, end: int, label: str, rule: _Rule) -> kinds.Found | None:
        """The name whose head is text[start:end], bare where it says a class only; None where it says nothing."""
        quoted = self._quoted(start, end, label)
        if quoted is not None:
            return quoted
        begin, head = self._begin(start, end, label), self.text[start:end]
        modifier = self.text[begin:start]
        if self._is_other(begin, start, end, label):
            return None
        if head in rule.alone and (begin == start or not self._placed(begin, start, label)):
            return self._named(start, _closing(self.text, end), label, head, "unplaced", "head that names one thing")
        if head in _GRANTED and modifier:
            return self._granted(begin, end, head, modifier)
        if self._says_a_class(modifier):
            return self._bare(begin if modifier and label in ZONES else start, end, label, head)
        if _LEVEL_ONLY.fullmatch(modifier):
            return kinds.Found(begin, end, label, self.text[begin:end], head=head, bare=True, note="class")
        placed = self._placed(begin, start, label) or (label == "Fund" and bool(_LEVELLED_FUND.match(modifier)))
        if not self._is_name(modifier, head, placed, rule) or self._class_of(begin, end, placed):
            return self._bare(begin, end, label, head)
        note = "" if placed else "unplaced"
        return self._named(begin, _closing(self.text, end), label, head, note, "modifiers and head noun")

    def _named(self, begin: int, end: int, label: str, head: str, note: str, reason: str) -> kinds.Found:
        return kinds.Found(begin, end, label, self.text[begin:end], head=head, note=note, reason=reason)

    def _quoted(self, start: int, end: int, label: str) -> kinds.Found | None:
        """A quotation that ends with the head is a name as a whole, unless it begins with a verb."""
        match = _QUOTED.search(self.text, max(0, end - 30), end) if self.text[end : end + 1] == "”" else None
        if match is None or match.start("name") >= start or self.flags[match.start("name") + 2]:
            return None
        return self._named(match.start("name"), end, label, self.text[start:end], "quoted", "quoted name")

    def _begin(self, start: int, end: int, label: str) -> int:
        """Where the name begins, without the talk before it."""
        begin = self._trimmed(self._left(start, label), start, label)
        joined = self.text[begin - 1 : begin] in _JOINTS
        if joined and (label == "Mechanism" or self.text.endswith("试点", start, end)):
            return self._coordinated(begin)
        if label == "Fund" and "中央" in self.text[begin + 1 : start]:
            return self.text.index("中央", begin + 1)
        if label in ZONES or label == "Project":
            return self._from_place(self._after_inner_verb(begin, start), start)
        if label in ("Organization", "Platform", "Fund"):
            place = self._from_place(begin, start)
            # Only talk before the place is cut off: 海亮有机农业仙居有限公司 keeps its own words.
            return place if own_characters(self.text[begin:place]) == 0 else begin
        return begin

    def _is_other(self, begin: int, start: int, end: int, label: str) -> bool:
        """本办法, 市人民政府规划 (a doing) and 浦东新区 (a division) are no names of this kind."""
        if label == "Policy":
            return "本" in self.text[begin:start][:4] or start in self.body_ends
        hit = self.ground.ends.get(end)
        return label in ZONES and hit is not None and hit.full and hit.start <= begin

    def _says_a_class(self, modifier: str) -> bool:
        levelled = _LEVELLED.match(modifier) or _LEVELLED_FUND.match(modifier)
        return not modifier or modifier in _verbs() or (_only_common(modifier) and not levelled)

    def _granted(self, begin: int, end: int, head: str, modifier: str) -> kinds.Found | None:
        """A subsidy is named where a heading names it; elsewhere 补贴 is a doing."""
        if head == "补贴" and own_characters(modifier) >= 4 and not _PAID.search(modifier):
            return kinds.Found(begin, end, "Fund", self.text[begin:end], head=head, note="unplaced", reason="subsidy with a name of its own")  # fmt: skip
        heading = _HEADS_A_LINE.search(self.text, max(0, begin - 12), begin) and _ENDS_A_HEADING.match(self.text, end)
        if not heading or len(modifier) < 3 or _PAID.search(modifier):
            return None
        return kinds.Found(begin, end, "Fund", self.text[begin:end], head=head, note="unplaced", reason="heading that names a subsidy")  # fmt: skip

    def _bare(self, begin: int, end: int, label: str, head: str) -> kinds.Found | None:
        if label not in _ANAPHORIC:
            return None
        return kinds.Found(begin, end, label, self.text[begin:end], head=head, bare=True)

    def _is_name(self, modifier: str, head: str, placed: bool, rule: _Rule) -> bool:
        if (head == "资金" and _SOME_MONEY.search(modifier)) or (head == "规划" and own_characters(modifier) < 2):
            return False
        if placed:
            return True
        if head in rule.loose:
            return len(modifier) >= 3
        # Of 青年|英才计划 the head's first word counts too.
        own = own_characters(modifier + head[:-2])
        if head in rule.weak or rule.own >= _NEVER:
            return False
        if _PROPER.fullmatch(modifier) and own_characters(modifier) == len(modifier):
            return True
        if len(modifier) < rule.min:
            return False
        return own >= rule.own or bool(rule.long and len(modifier) >= rule.long)

    def _class_of(self, begin: int, end: int, placed: bool) -> bool:
        """One of several: 5个…示范区, 各类…平台, …基地10个."""
        several = _SEVERAL.search(self.text, max(0, begin - 8), begin)
        return bool(several or _COUNTED.match(self.text, end)) and not (placed and several and "等" in several[0])

    def _placed(self, begin: int, start: int, label: str) -> bool:
        """Whether the modifiers hold a place, a body, a level word that means a region, a quotation or (zones aside) a figure."""
        if any(begin < h.end <= start and h.start >= begin for h in self._near(begin, start)):
            return True
        marked = _MARKED_ZONE if label in ZONES else _MARKED
        if marked.search(self.text, begin, start) or _LEVELLED.match(self.text, begin):
            return True
        return any(begin < e <= start for e in self.body_ends)

    def _near(self, begin: int, start: int) -> Iterator[places.Hit]:
        return (self.ground.ends[e] for e in range(begin + 1, start + 1) if e in self.ground.ends)

    def _left(self, start: int, label: str) -> int:
        """Read back from the head to where the name begins."""
        text, i, floor = self.text, start, max(0, start - 40)
        nominal = _nominal().search(text, max(0, start - 4), start)
        if (
            nominal
            and self.flags[start]
            and not self.flags[nominal.start()]
            and "一" <= text[nominal.start() - 1 : nominal.start()] <= "鿿"
            and text[nominal.start() - 1] not in "地得着了再"
        ):
            i = nominal.start()
        while i > floor:
            if self.flags[i] and i not in self.inner:
                return i
            char = text[i - 1]
            if char in _CLOSE:
                opening = text.rfind(_OPEN[_CLOSE.index(char)], max(0, i - 26), i - 1)
                outside = label in ZONES and char == "”" and i != start
                if opening < 0 or outside or (char in "）)" and _NUMERAL.fullmatch(text, opening + 1, i - 1)):
                    return i
                i = opening
                continue
            if char in _OPEN or char in _HARD:
                return i
            i -= 1
        return i

    def _trimmed(self, begin: int, start: int, label: str) -> int:
        """Without the counts, levels of talk, verbs and adjectives that go before a name."""
        if label == "Policy" and self.text.startswith(("全国", "国家", "“十"), begin):
            return begin
        match = _leading()[label in ZONES].match(self.text, begin, start)
        # Where nothing would be left, the last word is the modifier: 国际|合作计划 keeps 合作.
        if match and begin < match.end() < start:
            begin = match.end()
        return begin if label == "Programme" else self._after_verbs(begin, start)

    def _after_verbs(self, begin: int, start: int) -> int:
        """Without the verbs whose object the name is (认识促进综合保税区)."""
        while (
            start - begin >= 2 and self.text[begin : begin + 2] in _verbs() and self.text[begin + 2] not in _NOUN_ENDS
        ):
            begin += 2
        return begin

    def _coordinated(self, begin: int) -> int:
        """建立煤炭探矿权、采矿权有偿取得制度: after a verb that sets something up, both parts belong to its name."""
        match = _SET_UP.search(self.text, max(0, begin - 24), begin)
        return match.end("verb") if match and not _HEAD_BEFORE.search(match["part"]) else begin

    def _after_inner_verb(self, begin: int, start: int) -> int:
        """A zone's name holds no verb (公益人士担任|生态文明先行示范区)."""
        return max((i + 2 for i in range(begin, start - 1) if self.text[i : i + 2] in _verbs()), default=begin)

    def _from_place(self, begin: int, start: int) -> int:
        """A zone's name begins at its last place where only talk stands before it (科技支撑桂林…示范区)."""
        inside = [h.start for h in self._near(begin, start) if h.start >= begin]
        last = max(inside, default=begin)
        while (outer := self.ground.ends.get(last)) is not None and outer.start >= begin:
            last = outer.start
        if self.text[last - 2 : last] == "中国":
            last -= 2
        return begin if self.text[last - 1 : last] in ("（", "(", "—", "-", "·") else last


# Subsidies are named by what they are for; a sum or a doing in front is no name (最高50万元资助, 申领补贴).
_GRANTED = frozenset(("资助", "补贴", "奖励", "后补助"))
_PAID = re.compile(
    r"\d|元|最高|给予|申请|申领|连续|享受|发放|按照|不超过|一定|相应|以下|同等|所得|再次|获得|领取|市场|单笔"
)
_SOME_MONEY = re.compile(r"\d|元|一些|筹|社会|倾斜|投入|剩余|流动|外来|回收")
_QUOTED = re.compile(r"“(?P<name>[^“”，。；：\n]{3,28})$")
# 采矿权, 报告书: with these the verb is the beginning of a noun.
_NOUN_ENDS = frozenset("权证费税款金率者员法地点站所量价书单卡师")
_JOINTS = ("和", "与", "及", "、")
_SET_UP = re.compile(r"(?P<verb>建立健全|建立|设立|健全|完善|实行|推行|开展|构建)(?P<part>[一-鿿]{3,14})[和与及、]$")
_HEAD_BEFORE = re.compile(
    r"(?:机制|制度|体系|平台|建设|工作|改革|试点|计划|行动|中心|基地|政策|办法|措施|服务|[的和与及]|发展)"
)
_HEADS_A_LINE = re.compile(r"(?:^|\n)[ 　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?)?[ 　]*(?:一次性)?$")
_ENDS_A_HEADING = re.compile(r"[ 　]*(?:\n|$|[：:。（])")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words.lexicon("verbs")["verbs"])


@cache
def _nominal() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.lexicon('boundaries')['nominal'])})$")


# A park or zone without a place may have a proper name before its head (枣山园区), but not words of classes.
_PROPER = re.compile(r"[一-鿿]{2,4}")
_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{1,3}")


@cache
def _common() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words.lexicon("common")["words"], key=len, reverse=True)))


@lru_cache(maxsize=4096)
def own_characters(modifier: str) -> int:
    """How many characters of the modifiers are not words of classes: 煤炭可持续发展 has 5, 科技创新 none."""
    return len(_common().sub("", modifier))


def _only_common(modifier: str) -> bool:
    return len(modifier) <= 4 and own_characters(modifier) == 0


_ADDED = re.compile(r"（[一-鿿]{2,8}）(?![一-鿿]*简称)")
_NO_NAME = re.compile(r"简称|下称|统称|以下|不含|含|包括|试行|暂行|如|即|详见|附件|名单|牵头|责任|市级|省级")


def _closing(text: str, end: int) -> int:
    """A bracketed addition right after the head belongs to the name: 实验室（珠海）."""
    match = _ADDED.match(text, end)
    return match.end() if match and not _NO_NAME.search(match[0]) else end
