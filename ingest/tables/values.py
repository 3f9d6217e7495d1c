"""Values in cells: sums of money with the unit of their header, dates, numbers, statuses, and several names in one cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache

from graph import evidence, ontology
from ingest import values
from ingest.find import words

Figure = Callable[[str], float | None]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts: `factor` whole units of `currency`."""

    factor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in whole units of its currency; `lower` is the lower end of a range."""

    value: int | float
    currency: str
    lower: int | float | None = None


@cache
def _empty() -> frozenset[str]:
    return frozenset(words.lexicon("tables")["empty"])


def is_empty(text: str) -> bool:
    """Whether a cell says nothing: blank, —, /, 暂无."""
    return not text or (len(text) < 5 and text.lower() in _empty())


_BREAK = re.compile(r"\s*\n\s*")
_JOINED = re.compile(r"(?:(?<=[^\x00-\x7f])|(?<=\d[,.]))\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")


def line(text: str) -> str:
    """What a cell says whose words stand in several lines, as one: a break beside Chinese or inside a figure is none.

    >>> line("武汉甲光装备\\n有限公司"), line("Example\\nTechnology"), line("1,\\n200")
    ('武汉甲光装备有限公司', 'Example Technology', '1,200')
    """
    return _BREAK.sub(" ", _JOINED.sub("", text)) if "\n" in text else text


@cache
def _name_ends() -> tuple[str, ...]:
    return tuple(words.lexicon("tables")["name_ends"])


def one_line(text: str) -> str:
    """A cell with breaks as one line; whole names that stand below each other become a list.

    >>> one_line("某某纺织大学\\n某某工业研究院"), one_line("武汉甲光装备\\n有限公司")
    ('某某纺织大学、某某工业研究院', '武汉甲光装备有限公司')
    """
    lines = [piece.strip() for piece in text.splitlines() if piece.strip()]
    whole = len(lines) > 1 and all(piece.endswith(_name_ends()) and len(piece) > 4 for piece in lines)
    return "、".join(lines) if whole else line("\n".join(lines))


@cache
def footnotes() -> frozenset[str]:
    """The marks of footnotes."""
    return frozenset(words.lexicon("tables")["footnotes"])


def bare(text: str) -> tuple[int, int]:
    """Where a cell's words begin and end without the marks of footnotes around them.

    >>> bare("某某公司①"), bare("*某某公司"), bare("*")
    ((0, 4), (1, 5), (0, 1))
    """
    marks = footnotes()
    start, end = 0, len(text)
    if not marks.intersection((text[:1], text[-1:])):
        return start, end
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return (start, end) if start < end else (0, len(text))


# ---- sums ------------------------------------------------------------------------------------------------------------


@cache
def units() -> dict[str, Unit]:
    """Units of money by their name as headers write it."""
    data = words.lexicon("tables")
    listed = {name: Unit(*body) for name, body in data["units"].items()}
    abroad = {
        form.format(currency=sign, scale=scale).strip(): Unit(factor, currency)
        for currency, signs in data["currencies"].items()
        for sign in signs
        for scale, factor in data["scales"].items()
        for form in ("{currency} {scale}", "{currency}{scale}", "{scale} {currency}")
    }
    return abroad | listed


@cache
def _unit_pattern() -> re.Pattern[str]:
    names = words.any_of(map(re.escape, units()))
    # In brackets, behind a stroke or a colon, or at the end: 金额（万元）, 金额/万元, 单位：万元.
    return re.compile(
        rf"[（(\[【:：/／,，]\s*(?:单位[:：])?\s*(?P<inner>{names})(?![一-鿿A-Za-z])|(?P<last>{names})$", re.I
    )


# 总额2亿元 states a sum, not the unit of others.
_FIGURE_BEFORE = re.compile(r"\d[\s十百千万亿余]*$")


@lru_cache(maxsize=1024)
def unit_in(header: str) -> str:
    """The unit of money that a header or a caption names, empty where it names none.

    >>> unit_in("资助金额（万元）"), unit_in("单位：亿元"), unit_in("单元"), unit_in("总额2亿元")
    ('万元', '亿元', '', '')
    """
    header = header.strip()
    match = _unit_pattern().search(header)
    if match is None or (
        match["last"] and (header.endswith("单元") or _FIGURE_BEFORE.search(header, 0, match.start()))
    ):
        return ""
    found = (match["inner"] or match["last"]).lower()
    return next(name for name in units() if name.lower() == found)


_FIGURE = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SUM = re.compile(
    rf"(?:约|[¥￥$€])?\s*(?:(?P<low>{_FIGURE})\s*(?:—|-|－|–|~|～|至)\s*)?(?P<high>{_FIGURE})\s*(?P<unit>[^\d\s（(]{{1,6}})?\s*(?:[（(].*[）)])?"
)


@lru_cache(maxsize=65536)
def amount(text: str, unit: str) -> Amount | None:
    """The sum that a cell states; a unit in the cell goes before the column's. None where it is no sum.

    >>> amount("1,250.5", "万元")
    Amount(value=12505000, currency='CNY', lower=None)
    >>> amount("120万元", "元").value, amount("12%", "元")
    (1200000, None)
    """
    text = unicodedata.normalize("NFKC", text)
    match = _SUM.fullmatch(text)
    if match is not None:
        written = match["unit"] or unit
        known = units().get(written) or units().get(written.strip("整"))
        if known is not None:
            low = _whole(match["low"], known.factor) if match["low"] else None
            return Amount(_whole(match["high"], known.factor), known.currency, low)
    found = values.find_amounts(text, 0, len(text))
    return Amount(found[0].value, found[0].currency, found[0].lower) if len(found) == 1 else None


def _whole(figure: str, factor: int) -> int | float:
    exact = Decimal(figure.replace(",", "").replace("，", "")) * factor
    return int(exact) if exact == exact.to_integral_value() else float(exact)


# ---- dates and numbers -----------------------------------------------------------------------------------------------

_PLAIN = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?:\s*[-/.年]\s*(?P<m>\d{1,2})(?:\s*[-/.月]\s*(?P<d>\d{1,2})日?)?)?[年月日.]?(?:[ T]\d\d?:\d\d(?::\d\d)?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
_YEARS = re.compile(r"((?:19|20)\d\d)年?\s*(?:—|-|－|–|~|～|至|到|/)\s*((?:19|20)\d\d)年?度?")
_SERIAL = re.compile(r"[2-6]\d{4}")


@lru_cache(maxsize=65536)
def iso(text: str) -> str:
    """A date or a span of years as ISO 8601, empty where the cell is none.

    >>> iso("2018年2月13日"), iso("2018/2/13"), iso("2018.02"), iso("201802"), iso("2018—2020年"), iso("2018年度")
    ('2018-02-13', '2018-02-13', '2018-02', '2018-02', '2018/2020', '2018')
    """
    bare = unicodedata.normalize("NFKC", text).strip().removesuffix("度").removesuffix("以来").strip()
    years = _YEARS.fullmatch(bare)
    if years:
        return f"{years[1]}/{years[2]}"
    plain = _PLAIN.fullmatch(bare)
    if plain:
        return _real(plain["y"], plain["m"], plain["d"])
    compact = _COMPACT.fullmatch(bare)
    if compact:
        return _real(*compact.groups())
    if _SERIAL.fullmatch(bare):
        # A date as spreadsheets count it: days since the end of 1899.
        return (date(1899, 12, 30) + timedelta(days=int(bare))).isoformat()
    found = values.find_dates(bare, 0, len(bare), None)
    return found[0].iso if len(found) == 1 and found[0].start == 0 and found[0].end >= len(bare) - 1 else ""


@cache
def _undated() -> frozenset[str]:
    return frozenset(words.lexicon("tables")["undated"])


def never(text: str) -> bool:
    """Whether a cell says that a date never comes: 长期有效."""
    return text.lower() in _undated()


def _real(year: str, month: str | None, day: str | None) -> str:
    """The date if the calendar has it, else nothing."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return values.iso(year, month, day)


_NUMBER = re.compile(rf"[-+]?(?:{_FIGURE})")


def number(text: str) -> float | None:
    """The figure in a cell, a unit of counting aside (12个 → 12). None where there is none."""
    match = re.fullmatch(rf"({_NUMBER.pattern})\s*[个项家户人名%年]?", unicodedata.normalize("NFKC", text).strip())
    return float(match[1].replace(",", "").replace("，", "")) if match else None


def year(text: str) -> int | None:
    """The year in a cell: 2021, 2021年度, 2021-06-18."""
    found = iso(text)
    return int(found[:4]) if found and "/" not in found else None


@cache
def _statuses() -> dict[str, evidence.Status]:
    table = words.lexicon("tables")["statuses"]
    return {word.lower(): status for status in evidence.STATUSES for word in (*table[status], status)}


@lru_cache(maxsize=1024)
def status(text: str) -> evidence.Status | None:
    """The status that a cell states, None where it is none that is known."""
    return _statuses().get(text.strip().lower())


@cache
def _levels() -> dict[str, str]:
    terms = ontology.load().levels
    known = {form: name for name, term in terms.items() for form in (name, term.zh, term.zh.removesuffix("级"))}
    return known | dict(words.lexicon("tables")["levels"])


def level(text: str) -> str | None:
    """The administrative level that a cell states, alone or before what is of it. None where it states none.

    >>> level("国家级"), level("省级高新区"), level("省")
    ('national', 'provincial', 'provincial')
    """
    folded = text.strip().lower()
    begins = (name for form, name in _levels().items() if len(form) > 1 and folded.startswith(form))
    return _levels().get(folded) or next(begins, None)


@cache
def _truths() -> dict[str, bool]:
    return {word.lower(): truth for word, truth in words.lexicon("tables")["truths"].items()}


def truth(text: str) -> bool | None:
    """Yes or no: 是, 否, √, true. None where the cell is neither."""
    return _truths().get(text.strip().lower())


# ---- several values in one cell --------------------------------------------------------------------------------------


def split(text: str, separators: str) -> list[tuple[int, int]]:
    """Where the values of a cell stand in it: parted at the separators outside brackets and quotation marks, spaces left out.

    >>> [("甲、乙（丙、丁）")[s:e] for s, e in split("甲、乙（丙、丁）", "、")]
    ['甲', '乙（丙、丁）']
    """
    if not separators or not any(mark in text for mark in separators):
        return [(0, len(text))] if text else []
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "（(《“〔") - (char in "）)》”〕")
        if depth <= 0 and char in separators:
            pieces.append((start, at))
            start = at + 1
    pieces.append((start, len(text)))
    return [trimmed for piece in pieces if (trimmed := _trim(text, *piece))[0] < trimmed[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
