"""Values in the text: sums of money in whole units, dates and spans as ISO 8601, anchored to the signing date."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_DIGITS = dict(zip("〇○零O０一二三四五六七八九", "00000123456789", strict=True))
# What stands before 元, and how many it makes of one.
UNITS = {"亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "万": 10_000, "千": 1000, "": 1}
_CURRENCY = {
    "元": "CNY",
    "人民币": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "港元": "HKD",
    "港币": "HKD",
    "英镑": "GBP",
    "日元": "JPY",
}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟两", "一二三四五六七八九十百千二")
_TENS = {"十": 10, "百": 100, "千": 1000}
# Bounded, so that a page of digits costs no more than a page of words.
_NUMBER = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "RMB": "CNY",
    "CNY": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "USD": "USD",
    "EUR": "EUR",
}
_ENGLISH = {"million": 1_000_000, "billion": 1_000_000_000, "thousand": 1000, "": 1}
_HAN_NUMBER = "[一二三四五六七八九十百千两零壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}"
_CURRENCIES = "元|美元|欧元|港元|港币|英镑|日元"
# 300余万元, 2亿多元, but 多元化.
_ODD = "(?:余|多(?!元[化素]))?"
AMOUNT = re.compile(
    rf"(?:(?P<low>{_NUMBER})(?P<lowunit>亿|千万|百万|万|千)?元?(?:—|-|~|～|至|到|－|–))?"
    rf"(?P<num>{_NUMBER}){_ODD}(?P<unit>亿|千万|百万|万|千)?{_ODD}(?P<cur>{_CURRENCIES})|"
    rf"(?P<han>{_HAN_NUMBER})(?P<hanunit>亿|万|)(?P<hancur>{_CURRENCIES})(?![一-鿿]?化)|"
    rf"(?P<sign>[$€£¥￥]|RMB|CNY|USD|EUR) ?(?P<en>{_NUMBER})(?: ?(?P<enunit>million|billion|thousand|万|亿))?|"
    rf"(?P<yuan>{_NUMBER}) (?P<yuanunit>million|billion) (?P<yuancur>yuan|RMB|dollars)|"
    # 分别给予10万、20万和30万元: the row shares the currency of its last sum.
    rf"(?P<row>{_NUMBER})(?P<rowunit>亿|万)(?=(?:[、和或及](?:{_NUMBER})[亿万]){{0,9}}[、和或及](?:{_NUMBER})[亿万](?P<rowcur>{_CURRENCIES}))"
)
# Every sum holds one of these; most sentences hold none.
_MONEY = re.compile(r"元|\$|€|£|¥|￥|港币|英镑|RMB|CNY|USD|EUR|yuan|dollars")
_CEILING = re.compile(r"(?:最高|不超过|不高于|上限|至多|最多|封顶|控制在)[^，。；\d]{0,12}$")
_CAPPED = re.compile(r"(?:封顶|为(?:上)?限)")
_SIZE = re.compile(r"(?:规模|总规模|注册资本)[^，。；\d]{0,6}$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money at start:end of the shadow text: `value` and `lower` in whole units of `currency`."""

    start: int
    end: int
    value: int
    currency: str = "CNY"
    lower: int | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A time at start:end: ISO 8601, a span as 2018/2020."""

    start: int
    end: int
    iso: str


def iso(year: str, month: str | None = None, day: str | None = None) -> str:
    """2021, 6, 18 → 2021-06-18."""
    parts = [year] + [f"{int(p):02d}" for p in (month, day) if p]
    return "-".join(parts)


def _chinese(word: str) -> str:
    """二〇二一 → 2021, 十二 → 12, 三十 → 30."""
    if "十" in word:
        tens, _, ones = word.partition("十")
        return str((int(_DIGITS.get(tens, "1")) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0))
    return "".join(_DIGITS[c] for c in word)


def date_iso(text: str) -> str | None:
    """A written date as ISO 8601: 2021年6月18日 and 二〇〇五年三月三日. None when it is no date."""
    match = re.match(
        r"(\d{4}|[二〇○零一九八七六五四三O０]{4})年(?:(\d{1,2}|[一二三四五六七八九十]+)月)?(?:(\d{1,2}|[一二三四五六七八九十]+)日)?",
        text,
    )
    if not match:
        return None
    parts = [p if p is None or p.isdigit() else _chinese(p) for p in match.groups()]
    return iso(str(parts[0]), parts[1], parts[2])


def find_amounts(text: str, start: int, end: int) -> list[Amount]:
    """Sums of money in text[start:end]. A percentage is none; 100万—500万元 has lower and value."""
    found: list[Amount] = []
    if not _MONEY.search(text, start, end):
        return found
    for match in AMOUNT.finditer(text, start, end):
        before = text[max(start, match.start() - 16) : match.start()]
        size = _SIZE.search(before) or text.startswith("规模", match.end())
        kind = "ceiling" if _CEILING.search(before) or _CAPPED.match(text, match.end()) else "size" if size else ""
        value, lower, currency = _worth(match)
        if value:
            found.append(Amount(match.start(), match.end(), value, currency, lower, kind))
    return found


def _worth(match: re.Match[str]) -> tuple[int, int | None, str]:
    """Value, lower end of a range and currency of a written sum."""
    if match["num"]:
        lower = _sum(match["low"], match["lowunit"] or match["unit"] or "") if match["low"] else None
        value = _sum(match["num"], match["unit"] or "")
        return value, lower if lower is not None and lower < value else None, _CURRENCY[match["cur"]]
    if match["row"]:
        return _sum(match["row"], match["rowunit"]), None, _CURRENCY[match["rowcur"]]
    if match["han"]:
        return han_number(match["han"]) * UNITS[match["hanunit"]], None, _CURRENCY[match["hancur"]]
    if match["en"]:
        unit = match["enunit"] or ""
        return _sum(match["en"], unit), None, _SIGNS[match["sign"]]
    return _sum(match["yuan"], match["yuanunit"]), None, "USD" if match["yuancur"] == "dollars" else "CNY"


def han_number(word: str) -> int:
    """三百五十 → 350, 伍佰 → 500; 0 for what is no number."""
    total, digit = 0, 0
    for char in word.translate(_FORMAL):
        ten = _TENS.get(char)
        if ten:
            total += (digit or 1) * ten
            digit = 0
        else:
            digit = int(_DIGITS[char])
    return total + digit


def _sum(number: str, unit: str) -> int:
    return round(float(number.replace(",", "")) * (UNITS[unit] if unit in UNITS else _ENGLISH[unit]))


_YEAR = r"(?:(?:19|20)\d{2})"
_TIME = re.compile(
    rf"(?P<y1>{_YEAR})年?(?:(?P<m1>\d{{1,2}})月(?:\d{{1,2}}日)?)?(?:—|-|－|–|至|到|~|～)(?P<y2>{_YEAR})年(?:(?P<m2>\d{{1,2}})月(?:\d{{1,2}}日)?)?|"
    r"(?P<cn>[二一][〇○零九][〇○零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?)|"
    rf"(?P<from>{_YEAR})年起[，]?(?:连续|的)?(?P<years>[一二两三四五六七八九十]|\d{{1,2}})年(?!度)(?:内|间|期)?|"
    rf"(?P<since>{_YEAR})年(?:(?P<sincem>\d{{1,2}})月(?:份)?)?以来|"
    rf"(?P<y>{_YEAR})年(?!版)(?:(?P<m>\d{{1,2}})月)?(?:(?P<d>\d{{1,2}})日)?|"
    r"“?(?P<plan>十[一二三四五]?)五”?(?:规划|计划|期间|时期|”)|“(?P<plan2>十[一二三四五])五”|"
    r"(?P<rel>去年|前年|今年|明年|本年度|上年度?|(?<![\d一二两三四五六七八九十几数本今])年(?:内|底前))(?:(?P<relm>\d{1,2})月)?|近(?P<n>[一二两三四五六七八九十\d]+)年(?:来|内)?|"
    r"(?P<same>同年|次年|翌年)(?:(?P<samem>1[0-2]|[1-9])月)?|"
    r"(?<![一-鿿])(?P<back>[二两三四五六七八九十])年来|(?:未来|今后)(?P<next>[二两三四五六七八九十])年|"
    r"(?<![\d年月至到—－–~-])(?P<mon>1[0-2]|0?[1-9])月(?:(?P<day>\d{1,2})日(?!电)|(?=[，。；起于]|$|[上中下]旬|底|末|初|[一-鿿]{2}))"
)
_PLANS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_SHIFT = {"去年": -1, "前年": -2, "今年": 0, "明年": 1, "本年度": 0, "上年": -1, "上年度": -1, "年内": 0, "年底前": 0}
_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def find_dates(text: str, start: int, end: int, signed: str | None) -> list[Time]:
    """Times in text[start:end]; relative ones count from the year of `signed` and are left out when it is unknown."""
    found = []
    for match in _TIME.finditer(text, start, end):
        written = _iso_of(match, _year_about(text, match, signed))
        if written:
            found.append(Time(match.start(), match.end(), written))
    return found


def _year_about(text: str, match: re.Match[str], signed: str | None) -> int | None:
    """The year from which a time without one counts: for a month the last one that its sentence names before it, else that of signing;
    for 同年 the last one that the text names before, if any."""
    if match["same"]:
        told = _NAMED_YEAR.findall(text, max(0, match.start() - _SAME), match.start())
        return int(told[-1]) if told else None
    if match["mon"]:
        floor = max(0, match.start() - 80)
        begin = max(floor, *(text.rfind(mark, floor, match.start()) + 1 for mark in "。；\n"))
        named = _NAMED_YEAR.findall(text, begin, match.start())
        if named:
            return int(named[-1])
    return int(signed[:4]) if signed else None


# Characters before 同年 in which its year is named.
_SAME = 240
_NAMED_YEAR = re.compile(rf"({_YEAR})年(?!版|度)")


def _real(written: str) -> str:
    """The date as far as the calendar has it: 2021-13 is 2021 only."""
    for length in (10, 7):
        if len(written) >= length:
            try:
                datetime.date.fromisoformat(written if length == 10 else written[:7] + "-01")
            except ValueError:
                continue
            return written[:length]
    return written[:4]


def _iso_of(match: re.Match[str], year: int | None) -> str:
    if match["y1"]:
        first, last = iso(match["y1"], match["m1"]), iso(match["y2"], match["m2"])
        return f"{first}/{last}" if first[:7] <= last[: len(first[:7])] else last
    if match["from"]:
        return f"{match['from']}/{int(match['from']) + _count(match['years']) - 1}"
    if match["since"]:
        since = _real(iso(match["since"], match["sincem"]))
        return f"{since}/{year}" if year and year > int(match["since"]) else since
    if match["y"]:
        return _real(iso(match["y"], match["m"], match["d"]))
    if match["cn"]:
        return _real(date_iso(match["cn"]) or "")
    plan = match["plan"] or match["plan2"]
    if plan:
        begins = _PLANS.get(plan)
        return f"{begins}/{begins + 4}" if begins else ""
    if year is None:
        return ""
    if match["same"]:
        return iso(str(year + (match["same"] != "同年")), match["samem"])
    if match["mon"]:
        return _real(iso(str(year), match["mon"], match["day"]))
    if match["rel"]:
        return iso(str(year + _SHIFT[match["rel"]]), match["relm"])
    if match["next"]:
        return f"{year}/{year + _count(match['next']) - 1}"
    count = _count(match["n"] or match["back"])
    return f"{year - count}/{year}" if count else ""


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)
