"""The automatic numbers of a Word document: what Word prints before a paragraph though its text does not hold it.

Follows ECMA-376 part 1, 17.9 (numbering definitions): a paragraph names a list and a level, itself or through its
style; each level counts on, and starts anew after a paragraph of a higher level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST = 9999
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _chinese(n: int) -> str:
    # Slow to import, and few documents number their paragraphs so.
    import cn2an

    return str(cn2an.an2cn(n, "low"))


def _roman(n: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (n // value)
        n %= value
    return written


def _letter(n: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


# Names of formats: ECMA-376 part 1, 17.18.59 (ST_NumberFormat). What is not here is written in figures.
_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: its format, its text with %1…%9 for the counts, and its first count."""

    format: str
    text: str
    start: int


class Numbers:
    """Counts the lists of one document; ask for each paragraph once, in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        abstract = (
            {}
            if numbering is None
            else {_id(a, "abstractNumId"): _levels(a) for a in numbering.iter(f"{W}abstractNum")}
        )
        self.lists: dict[str, dict[int, _Level]] = {}
        for num in () if numbering is None else numbering.iter(f"{W}num"):
            base = num.find(f"{W}abstractNumId")
            levels = abstract.get(_id(base, "val"), {}) if base is not None else {}
            self.lists[_id(num, "numId")] = levels | _overrides(num, levels)
        self.styles = {} if styles is None else {_id(s, "styleId"): s for s in styles.iter(f"{W}style")}
        self.counts: dict[str, dict[int, int]] = {}

    def before(self, paragraph: etree._Element) -> str:
        """What Word prints before the paragraph, empty for one without a number or with a bullet."""
        found = self._place(paragraph)
        if found is None:
            return ""
        name, depth = found
        levels = self.lists.get(name, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(name, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return "" if level.format in ("bullet", "none") else _written(level, levels, counts)

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, else its style's, else those of the style it rests on."""
        depth: int | None = None
        for props in self._properties(paragraph):
            level, name = props.find(f"{W}numPr/{W}ilvl"), props.find(f"{W}numPr/{W}numId")
            if depth is None and level is not None:
                depth = _whole(_id(level, "val"), 0)
            if name is not None:
                return None if _id(name, "val") == "0" else (_id(name, "val"), depth or 0)
        return None

    def _properties(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """What is said of the paragraph: by itself, then by its style and the styles below."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return
        yield own
        named, seen = _id(own.find(f"{W}pStyle"), "val"), set[str]()
        while named in self.styles and named not in seen:
            seen.add(named)
            style = self.styles[named]
            yield from style.findall(f"{W}pPr")
            named = _id(style.find(f"{W}basedOn"), "val")


def _id(element: etree._Element | None, name: str) -> str:
    return "" if element is None else str(element.get(f"{W}{name}") or "")


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _levels(holder: etree._Element) -> dict[int, _Level]:
    return {_whole(_id(lvl, "ilvl"), 0): _level(lvl) for lvl in holder.findall(f"{W}lvl")}


def _level(element: etree._Element) -> _Level:
    form, text, start = (_id(element.find(f"{W}{part}"), "val") for part in ("numFmt", "lvlText", "start"))
    return _Level(form or "decimal", text[:60], _whole(start, 1))


def _overrides(num: etree._Element, levels: dict[int, _Level]) -> dict[int, _Level]:
    """A list may change levels of the definition that it rests on, or only where they start."""
    changed = {}
    for one in num.findall(f"{W}lvlOverride"):
        depth = _whole(_id(one, "ilvl"), 0)
        own, start = one.find(f"{W}lvl"), one.find(f"{W}startOverride")
        if own is not None:
            changed[depth] = _level(own)
        elif start is not None and depth in levels:
            changed[depth] = _Level(levels[depth].format, levels[depth].text, _whole(_id(start, "val"), 1))
    return changed


def _written(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def count(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        form = levels[depth].format if depth in levels else "decimal"
        number = min(counts.get(depth, levels[depth].start if depth in levels else 1), _MOST)
        return _FORMATS.get(form, str)(number) if number > 0 else str(number)

    return re.sub(r"%([1-9])", count, level.text)
