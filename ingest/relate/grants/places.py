"""Sums in their places: the clause and the segment of each, and whether its words say that somebody gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ingest import scene, values
from ingest.find import words

_JOINERS = re.compile(r"(?:[/／][一-鿿]{1,3})?[、，和及与或]{0,2}(?:分别|各)?(?:为|是|最高)?")
# What a list of sums leaves when the sums are taken out: 1000元/人、5000元/人标准给予….
_SUMS = re.compile(r"[/／][户项人家年亩件个次]|[、和及]|\d[\d,.]*(?:万|亿)?元")
_STANDARD = re.compile(r"(?:奖励|补贴|补助|资助|扶持)(?:标准|金额|额度)[：:][^：:]*$")
_PART = re.compile(r"[、，]?(?:其中|首期(?:规模)?(?=$)|另外?|分别|再|各|含|实缴)|、|[^，；。]{0,16}分别")
# 最高5万元，山区可提高至10万元: more of the same for some.
_MORE = re.compile(r"[、，]?[^，；。]{0,14}可以?(?:再)?(?:提高|上浮|放宽|增加|达)[到至]?$")
# A further tier of a promise in the same sentence: 新获批市级中心的，200万元; B类，15万元; 创业团队为5万元.
_TIER = re.compile(r"(?:[^，。；：\d（）()]|[（(][^（()）]{1,16}[）)]){1,24}(?:的?[，：]|的?为|的)")
# A heading over rates (三、补贴标准), and a rate that says for what unit (每人每月1500元, 100元/亩).
_RATES = re.compile(r"(?:奖励|补贴|补助|资助|扶持)(?:的)?(?:标准|金额|额度)")
_EACH = re.compile(r"每[一-鿿]{1,6}$|按每[一-鿿]{1,6}$")
_OF_RATE = re.compile(r"(?:[/／][一-鿿\w²㎡]{1,3})?的?标准，")
# 支持项目12项，合计3亿元; 已投甲、乙两个项目，金额各800万元: the sum of what the clause before says.
_SUMMED = re.compile(
    r"[，、]?(?:当年|全年|前期|[一二三四五两]年)?(?:金额|总额|额度|合计|共计|总计|累计|共|计|各|均|分别|为|达)+$"
)
_INVESTED = re.compile(r"投(?:资|向|给|了)?[“《一-鿿]")
# Characters in which an article has said that something is given before it bounds the gift.
_ARTICLE = 160
_SIZED = re.compile(r"基金|资金池|(?:补偿|引导|扶持|专项)资金")
_LENT = re.compile(r"贷款|授信|担保|融资|投资")
# After 以上: it is a gift all the same (300万元以上奖励).
_GIFT = re.compile(r"的?(?:一次性)?(?:资金|配套|财政)?(?:奖励|支持|补助|补贴|资助|扶持)(?![^，。；]{0,5}\d)")
# 年度资助总额低于1万元的，…: a condition by its verb of comparing.
_COMPARES = re.compile(r"(?:低于|高于|超过|达到|达|不足|未满|满)(?:\s*)$")
_OPENS = re.compile(r"\s*(?:[（(]含[^（()）]{0,6}[）)])?\s*的(?:[，。；\s]|企业|项目|单位)")
# 由50万元提高至100万元: the second is given, the first no more.
_GROWS = r"(?:[/／]?[一-鿿]{0,3})(?:提高|增加|上调|调整|扩大|提升|增至|提至)"
_OLD = re.compile(_GROWS)
_RAISED = re.compile(rf"(?:由|从)[^，。；]{{0,14}}\d[\d.,]*(?:万|亿)?元{_GROWS}(?:到|至|为)?[^，。；\d]{{0,6}}$")


# 1. 实验室建设经费：25000万元: a line of an account of how money is dealt out.
_LABEL = re.compile(
    r"[ \u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+|[①-⑳]|[-—•·]+)?[ \u3000]*(?P<label>[^，。；：\n]{2,40})[：:]$"
)
_DEALS_OUT = re.compile(
    r"(?:资金|经费|预算|补助|专项|奖补|项目)[^，。；\n]{0,16}(?:安排|分配|下达|拨付|计划|明细|构成|使用|兑现)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A sum in its sentence: `lead` is what stands between the sum before it (or its clause's start) and it."""

    sum: values.Amount
    sentence: scene.Sentence
    segment: tuple[int, int]
    clause: tuple[int, int]
    lead: int


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """Lists of lexicon/money.yaml as one alternation, longest first."""
    listed = [word for name in names for word in words.lexicon("money")[name]]
    plain = [w if "(?" in w else re.escape(w) for w in listed]
    return re.compile(words.any_of(plain))


@cache
def _measured() -> re.Pattern[str]:
    """A word that says what the sum measures, right before it, with adverbs and verbs of growth between."""
    between = f"(?:{pattern('between').pattern}|[（）\\d.%、])*"
    return re.compile(rf"(?:{pattern('measures').pattern}){between}$")


@cache
def _results() -> re.Pattern[str]:
    """What turns the sum into a loan, an investment or a result: right after it, a loan also behind its own words."""
    gifts = "奖|补|贴息|资助|支持|扶持"
    return re.compile(
        rf"(?:的)?(?:{pattern('results').pattern})(?!贴息|补贴|补助|风险|奖|扶持|支持)"
        rf"|(?:(?!{gifts})[^，。；]){{0,14}}贷款(?!贴息|风险|担保)"
    )


@cache
def _threshold() -> re.Pattern[str]:
    """以上, 以下 and their like behind a sum, with all the sums that they bound."""
    return re.compile(rf"(?:\s*(?:{pattern('threshold').pattern}|[（(]?含[）)]?|[、至\-—]|\d[\d,.]*(?:万|亿)?美?元))+")


def find(text: str, sentence: scene.Sentence, sums: list[values.Amount], i: int) -> Place:
    """Where the i-th sum of a sentence stands."""
    at, end = sums[i].start, sums[i].end
    cut = max((text.rfind(c, sentence.start, at) for c in "；;"), default=-1)
    stop = min((p for p in (text.find(c, end, sentence.end) for c in "；;") if p >= 0), default=sentence.end)
    segment = (max(cut + 1, sentence.start), stop)
    comma = max(text.rfind(c, segment[0], at) for c in "，：")
    close = min((p for p in (text.find(c, end, stop) for c in "，。") if p >= 0), default=stop)
    clause = (max(comma + 1, segment[0]), close)
    return Place(sums[i], sentence, segment, clause, max(clause[0], sums[i - 1].end if i else 0))


_NAMED = frozenset(
    ("DemonstrationZone", "HighTechZone", "DevelopmentZone", "Region", "Organization", "Platform", "Project")
)


def head(view: scene.Scene) -> tuple[int, int]:
    """Where the title stands, or the first line of a text whose title was not told."""
    if view.outline.title:
        return view.outline.title
    text = view.shadow.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return (start, end) if 0 < end - start <= 60 else (start, start)


class Judge:
    """Tells the sums of one document that somebody gives from those that only measure something."""

    def __init__(self, view: scene.Scene) -> None:
        self.view, self.text = view, view.shadow.text
        self.provisions = view.outline.prescribes
        self.deals_out = not self.provisions and bool(_DEALS_OUT.search(self.text, *head(view)))

    def label(self, place: Place) -> tuple[int, int] | None:
        """What a line of an account gives the sum for, where the document is one: 实验室建设经费：25000万元."""
        line = self.text.rfind("\n", 0, place.sum.start) + 1
        said = _LABEL.match(self.text, line, place.sum.start) if self.deals_out else None
        return said.span("label") if said else None

    def behind(self, place: Place) -> scene.Ref | None:
        """The named thing in whose brackets the sum stands: X（600万元）."""
        start, end = place.sum.start - 1, place.sum.end
        if self.text[start] not in "（(" or self.text[end : end + 1] not in "）)":
            return None
        return next(
            (r for r in self.view.within(max(0, start - 40), start) if r.end == start and r.type in _NAMED), None
        )

    def is_part(self, place: Place) -> bool:
        """A sum that goes on from the one before: 100万元、50万元和20万元; 其中2020年2.61亿元; A、B分别为…"""
        lead = self.text[place.lead : place.sum.start]
        more = _MORE.fullmatch(lead) and not self.threshold(place)
        return bool(_JOINERS.fullmatch(lead) or _PART.match(lead) or more)

    def tier(self, place: Place) -> bool:
        """A sum with nothing before it but for whom it is, behind the semicolon after a promise: …；获批省级的，200万元."""
        start, end = place.segment[0], place.sum.start
        return (
            self.text[start - 1] in "；;" and bool(_TIER.fullmatch(self.text, start, end)) and not self.threshold(place)
        )

    def measures(self, place: Place) -> bool:
        """Whether a word before the sum says what it measures: 产值, 贷款, 注册资本."""
        return bool(_measured().search(self.text[place.lead : place.sum.start]))

    def threshold(self, place: Place) -> bool:
        """300万元以上的企业 and 总额低于1万元的 are conditions; 给予300万元以上奖励 is none."""
        tail = self.text[place.sum.end : place.clause[1] + 1]
        if "控制在" in self.text[place.lead : place.sum.start]:
            return False
        bound = _threshold().match(tail)
        if bound and pattern("threshold").search(bound[0]):
            return not _GIFT.match(tail, bound.end())
        lead = self.text[place.lead : place.sum.start]
        return bool(_COMPARES.search(lead) and _OPENS.match(tail)) and "给予" not in lead

    def given(self, place: Place) -> bool:
        """Whether somebody gives this sum, by the words of its clause; a condition, a result, a measure is no gift."""
        lead, tail = self.text[place.lead : place.sum.start], self.text[place.sum.end : place.clause[1]]
        if self.label(place) or (self.deals_out and self.behind(place)):
            return True
        if self.threshold(place) or _results().match(tail):
            return False
        if self._summed(place, lead):
            return True
        if self.measures(place) and not self._fund_ends(place):
            return False
        if _OLD.match(self.text, place.sum.end, place.clause[1]):
            return False
        if raised := _RAISED.search(self.text, place.clause[0], place.sum.start):
            return self._says_so(replace(place, lead=place.clause[0]), self.text[place.clause[0] : raised.start()], "")
        if self._says_so(place, lead, _SUMS.sub("", tail)[:12]) or self._rated(place, lead):
            return True
        earlier = self.text[place.segment[0] : place.lead]
        if pattern("funds").search(lead) and (pattern("giving").search(earlier) or place.lead > place.clause[0]):
            return bool(pattern("giving").search(earlier))
        rate = place.sum.kind == "ceiling" or pattern("rate").search(lead) or re.search(r"奖(?!励|金|补)|标准", lead)
        if not rate or _LENT.search(lead):
            return place.sum.kind == "size" and bool(_SIZED.search(self.text, place.segment[0], place.sum.start))
        if self.provisions and (
            pattern("funds").search(lead) or (place.sum.kind == "ceiling" and self._promised(place))
        ):
            return True
        return bool(pattern("giving").search(earlier))

    def _summed(self, place: Place, lead: str) -> bool:
        """合计3亿元 behind the clause that says what is given for, 金额各800万元 behind what a fund invested in."""
        if not _SUMMED.fullmatch(lead) or place.lead > place.clause[0]:
            return False
        start = self.text.rfind("，", place.segment[0], place.clause[0] - 1) + 1 or place.segment[0]
        if pattern("giving").search(self.text, start, place.clause[0]):
            return True
        pays = any(r.type == "Fund" for r in self.view.within(place.segment[0], place.clause[0]))
        return pays and bool(_INVESTED.search(self.text, start, place.clause[0]))

    def _promised(self, place: Place) -> bool:
        """Whether the article of a policy has spoken of a gift before a bound: …，给予补助；其他企业减半，封顶200万元."""
        return bool(pattern("giving").search(self.text, max(0, place.clause[0] - _ARTICLE), place.clause[0]))

    def _says_so(self, place: Place, lead: str, behind: str) -> bool:
        """A fund or a word of giving stands before the sum, or such a word right behind it."""
        if any(r.type == "Fund" for r in self.view.within(place.lead, place.sum.start)):
            return True
        if pattern("giving").search(lead) or pattern("giving").search(behind):
            return True
        if _STANDARD.search(self.text[place.segment[0] : place.clause[0]]):
            return True
        return bool(pattern("spending").search(lead)) and self._public(place)

    def _rated(self, place: Place, lead: str) -> bool:
        """按每平方米100元的标准，给予…, and a rate for a unit under a heading of rates."""
        if not _EACH.search(lead) and "每" not in lead:
            return False
        ahead = self.text[place.sum.end : place.sum.end + 40]
        if _EACH.search(lead) and _OF_RATE.match(ahead) and pattern("giving").search(ahead.split("。")[0]):
            return True
        sections = self.view.outline.ancestry(self.view.outline.sections[place.sentence.section])
        return any(
            s.index and s.head_end - s.start < 40 and _RATES.search(self.text, s.start, s.head_end) for s in sections
        )

    def _fund_ends(self, place: Place) -> bool:
        """中央预算内投资8600万元: the measuring word is the end of a fund's name."""
        return any(
            r.type == "Fund" and place.sum.start - r.end <= 2 for r in self.view.within(place.lead, place.sum.start)
        )

    def _public(self, place: Place) -> bool:
        """Whether it is public money: by its words, or a body spends it and no firm."""
        lead = self.text[place.segment[0] : place.sum.start]
        if re.search(r"企业[^，。；]{0,8}(?:投入|支出|筹|承担|拿出)|社会(?:资本|力量)", lead):
            return False
        refs = self.view.within(place.clause[0], place.sum.start)
        organised = any(r.type == "Organization" for r in refs)
        if pattern("public").search(lead) or (any(r.type == "Agency" for r in refs) and not organised):
            return True
        spoken = self.view.speaker(place.sum.start)
        return (
            bool(spoken) and self.view.entities[spoken or ""].type == "Agency" and not self.provisions and not organised
        )
