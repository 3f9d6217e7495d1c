"""Values in the text: sums of money in whole yuan, dates and spans as ISO 8601, relative times anchored to the signing."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = dict(zip("〇○零O０一二三四五六七八九", "00000123456789", strict=True))
_UNITS = {"亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "万": 10_000, "千": 1000, "": 1}
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
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
AMOUNT = re.compile(
    rf"(?:(?P<low>{_NUMBER})(?P<lowunit>亿|千万|百万|万|千)?元?(?:—|-|~|～|至|到|－|–))?(?P<num>{_NUMBER})(?P<unit>亿|千万|百万|万|千)?(?P<cur>元|美元|欧元|港元|港币|英镑|日元)(?!/)"
)
_CEILING = re.compile(r"(?:最高|不超过|不高于|上限|至多|最多)[^，。；\d]{0,12}$")
_SIZE = re.compile(r"(?:规模|总规模|注册资本)[^，。；\d]{0,6}$")
_PER = re.compile(r"每(?:个|家|项|户|人|名|平方米|年|月|件|亩|台|辆)")


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
    found = []
    for match in AMOUNT.finditer(text, start, end):
        value = _sum(match["num"], match["unit"] or "")
        lower = _sum(match["low"], match["lowunit"] or match["unit"] or "") if match["low"] else None
        before = text[max(start, match.start() - 16) : match.start()]
        kind = "ceiling" if _CEILING.search(before) else "size" if _SIZE.search(before) else ""
        found.append(Amount(match.start(), match.end(), value, _CURRENCY[match["cur"]], lower, kind))
    return found


def _sum(number: str, unit: str) -> int:
    return round(float(number.replace(",", "")) * _UNITS[unit])


_YEAR = r"(?:(?:19|20)\d{2})"
_TIME = re.compile(
    rf"(?P<y1>{_YEAR})年?(?:(?P<m1>\d{{1,2}})月)?(?:—|-|－|–|至|到|~|～)(?P<y2>{_YEAR})年(?:(?P<m2>\d{{1,2}})月)?|"
    rf"(?P<y>{_YEAR})年(?:(?P<m>\d{{1,2}})月)?(?:(?P<d>\d{{1,2}})日)?|"
    r"“?(?P<plan>十[一二三四五]?)五”?(?:规划|计划|期间|时期|”)|“(?P<plan2>十[一二三四五])五”|"
    r"(?P<rel>去年|前年|今年|明年|本年度|上年度?)(?:(?P<relm>\d{1,2})月)?|近(?P<n>[一二两三四五六七八九十\d]+)年(?:来|内)?"
)
_PLANS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_SHIFT = {"去年": -1, "前年": -2, "今年": 0, "明年": 1, "本年度": 0, "上年": -1, "上年度": -1}
_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def find_dates(text: str, start: int, end: int, signed: str | None) -> list[Time]:
    """Times in text[start:end]; relative ones count from the year of `signed` and are left out when it is unknown."""
    found = []
    for match in _TIME.finditer(text, start, end):
        written = _iso_of(match, int(signed[:4]) if signed else None)
        if written:
            found.append(Time(match.start(), match.end(), written))
    return found


def _iso_of(match: re.Match[str], year: int | None) -> str:
    if match["y1"]:
        return f"{iso(match['y1'], match['m1'])}/{iso(match['y2'], match['m2'])}"
    if match["y"]:
        return iso(match["y"], match["m"], match["d"])
    plan = match["plan"] or match["plan2"]
    if plan:
        first = _PLANS.get(plan)
        return f"{first}/{first + 4}" if first else ""
    if year is None:
        return ""
    if match["rel"]:
        return iso(str(year + _SHIFT[match["rel"]]), match["relm"])
    count = int(match["n"]) if match["n"].isdigit() else _COUNTS.get(match["n"], 0)
    return f"{year - count}/{year}" if count else ""
