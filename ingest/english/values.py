"""Sums and dates in English text: $6.5 billion, £500m, RMB 3 billion; 12 March 2021, fiscal years 2023 through 2027."""

from __future__ import annotations

import datetime
import re

from ingest import values

_NUMBER = r"\d{1,3}(?: \d{3}){2,5}|\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_SIGNS = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", "RMB": "CNY", "CNY": "CNY",
          "USD": "USD", "EUR": "EUR", "GBP": "GBP"}  # fmt: skip
_NAMES = {"dollars": "USD", "us dollars": "USD", "u.s. dollars": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "yuan": "CNY",
          "rmb": "CNY", "renminbi": "CNY", "yuan rmb": "CNY"}  # fmt: skip
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9,
           "trillion": 10**12}  # fmt: skip
_SCALE = r"thousand|million|billion|trillion|bn|mn"
_SIGN = r"US\$|A\$|C\$|[$€£¥￥]|RMB|CNY|USD|EUR|GBP"
_AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN}) ?(?:(?P<low>{_NUMBER})(?: ?(?P<lowscale>{_SCALE}|[mkb]\b))? ?(?:-|–|—|to) ?(?:{_SIGN})? ?)?"
    rf"(?P<num>{_NUMBER})(?:[ -]?(?P<scale>(?:{_SCALE})\b|[mkb]\b))?|"
    rf"(?P<num2>{_NUMBER})(?:[ -](?P<scale2>{_SCALE}))?[ -](?P<name>(?:US |U\.S\. )?dollars|euros?|pounds|yuan(?: RMB)?|RMB|renminbi)\b",
    re.IGNORECASE,
)


_SECOND_SIGN = re.compile(rf"(?:{_SIGN}) ?\d", re.IGNORECASE)


def find_amounts(text: str, start: int, end: int) -> list[values.Amount]:
    """Sums of money in text[start:end] in whole units of their currency; of a range the upper end, `lower` the other."""
    found = []
    for match in _AMOUNT.finditer(text, start, end):
        number, scale = match["num"] or match["num2"], (match["scale"] or match["scale2"] or "").lower()
        if match["lowscale"] and not scale and not _SECOND_SIGN.search(match[0], 2):
            # awarded $186 million to 74 projects
            value, upto = _sum(match["low"], match["lowscale"].lower()), match.end("lowscale")
            found.append(values.Amount(match.start(), upto, value, _SIGNS[match["sign"].upper()], None))
            continue
        value = _sum(number, scale)
        lower = _sum(match["low"], (match["lowscale"] or scale).lower()) if match["low"] else None
        currency = _SIGNS[match["sign"].upper()] if match["sign"] else _NAMES[match["name"].lower()]
        if value:
            lower = lower if lower is not None and lower < value else None
            found.append(values.Amount(match.start(), match.end(), value, currency, lower))
    return _ranges(text, found)


def _ranges(text: str, found: list[values.Amount]) -> list[values.Amount]:
    """between £50m and £70m is one sum with a lower end."""
    kept: list[values.Amount] = []
    for one in found:
        low = kept[-1] if kept else None
        if (
            low
            and text[low.end : one.start] == " and "
            and text.endswith("between ", 0, low.start)
            and low.value < one.value
        ):
            kept[-1] = values.Amount(low.start, one.end, one.value, one.currency, low.value)
        else:
            kept.append(one)
    return kept


def _sum(number: str, scale: str) -> int:
    return round(float(re.sub("[, ]", "", number)) * _SCALES.get(scale, 1))


_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
_MONTH += r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_YEAR = r"(?:19|20)\d{2}"
_TIME = re.compile(
    rf"(?P<y4>{_YEAR})-(?P<m4>\d{{2}})-(?P<d4>\d{{2}})(?!\d)|"
    rf"(?P<from>{_YEAR})(?:[-–/]| ?(?:to|through|until|and) )(?P<upto>{_YEAR}|\d{{2}}(?!\d))|"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format('m1')},? (?P<y1>{_YEAR})|"
    rf"{_MONTH.format('m2')} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?, ?(?P<y2>{_YEAR})|"
    rf"{_MONTH.format('m3')},? (?P<y3>{_YEAR})|"
    rf"(?P<plan>1[0-5])th Five-Year Plan|(?<![\d,.$€£-])(?P<year>{_YEAR})(?![\w%]|[-.,]\d)"
)


def find_dates(text: str, start: int, end: int) -> list[values.Time]:
    """Times in text[start:end] as ISO 8601, a span as 2023/2027."""
    found = []
    for match in _TIME.finditer(text, start, end):
        iso = _iso(match)
        if iso:
            found.append(values.Time(match.start(), match.end(), iso))
    return found


def _iso(match: re.Match[str]) -> str:
    if match["from"]:
        upto = match["upto"] if len(match["upto"]) == 4 else match["from"][:2] + match["upto"]
        return f"{match['from']}/{upto}" if upto > match["from"] else match["from"]
    if match["plan"]:
        first = 2001 + 5 * (int(match["plan"]) - 10)
        return f"{first}/{first + 4}"
    if match["year"]:
        return match["year"]
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y3", "m3", ""), ("y4", "m4", "d4")):
        if match[year]:
            return _real(int(match[year]), _month(match[month]), int(match[day]) if day else None)
    return ""


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.rstrip(".").lower()[:3]))


def _real(year: int, month: int, day: int | None) -> str:
    """The date as far as the calendar has it."""
    try:
        written = datetime.date(year, month, day or 1).isoformat()
    except ValueError:
        return str(year)
    return written if day else written[:7]
