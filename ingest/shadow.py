"""The shadow text: a cleaned copy of a document in which rules look, with a map back to the original offsets."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from itertools import pairwise

from ingest import flat, language, scene, signs

_WIDE = {chr(0xFF10 + i): str(i) for i in range(10)}
_WIDE |= {chr(0xFF21 + i): chr(ord("A") + i) for i in range(26)}
_WIDE |= {chr(0xFF41 + i): chr(ord("a") + i) for i in range(26)}
_WIDE |= {"﹝": "〔", "﹞": "〕", "［": "[", "］": "]", "．": ".", "％": "%", "｜": "|", "│": "|", "＋": "+", "－": "-"}
_WIDE |= {"\u00a0": " ", "\t": " ", "\u2028": "\n", "\u2029": "\n", "\x0c": "\n", "\x0b": "\n", "\x85": "\n"}
_WIDE |= {chr(code): " " for code in (*range(0x2000, 0x200B), 0x202F, 0x205F)}
_DROPPED = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r"
_WIDE_MARKS = re.compile(f"[{re.escape(''.join(_WIDE))}]")
# Here and elsewhere a pattern that scans a whole text begins with a character of its own and looks back over it: so the
# engine passes by all places where none such stands, which is several times faster than to look back first.
# Marks that nobody reads: invisible ones, the # and ** of Markdown, the rest of a long run of spaces.
_MARKS = re.compile(
    rf"(?m)[{_DROPPED}#* \u3000](?:(?<=[{_DROPPED}])|(?<=^#)#{{0,5}} *|(?<=\*)\*|(?<=[ \u3000]{{9}})[ \u3000]*)"
)
_HAN = r"[一-鿿，。；：、！？“”《》〈〉（）〔〕—…]"
_NEAR_HAN = re.compile(
    rf"[ \u3000](?:(?<={_HAN}.)[ \u3000]*|[ \u3000]*(?={_HAN})|(?<=[一-鿿].)[ \u3000]*(?=\d)|"
    r"(?<=\d.)[ \u3000]*(?=[一-鿿])|(?<=第\d.)[ \u3000]*(?=\d[ \u3000]*[条章款项]))"
)
# Rows of a table: with tabs between the cells, numbered with two or more spaces, or numbered under a header that is.
_TABBED = re.compile(r"(?m)^[^\t\n]*[^\t\n ](?:\t+[^\t\n]+){2,}$")
_ROW = re.compile(r"(?m)^[ \u3000]*(?:\d{1,4}|序号)(?:[ \u3000]{2,}[^ \u3000\n]+){2,}[ \u3000]*$")
_HEADED = re.compile(
    r"(?m)^[ \u3000]*序号(?:[ \u3000][^ \u3000\n]+){2,}[ \u3000]*\n(?:[ \u3000]*\d{1,4}[ \u3000][^\n]+(?:\n|$))+"
)
# Numbered rows of a list whose columns one wide space keeps apart, and runs of lines of three columns or more.
_CELL = r"[^ \u3000\n。；]"
_LISTED = re.compile(
    rf"(?m)^[ \u3000]*\d{{1,3}}[.、][ \u3000]*{_CELL}{{4,}}(?:(?: {{2,}}|\u3000+){_CELL}{{2,}}){{2,}}[ \u3000]*$|"
    rf"(?:^[ \u3000]*\d{{1,3}}[.、][ \u3000]*{_CELL}{{4,}}(?: {{2,}}|\u3000+){_CELL}{{4,}}[ \u3000]*(?:\n|$)){{2,}}|"
    rf"(?:^{_CELL}{{2,}}(?:(?: {{2,}}|\u3000+){_CELL}{{2,}}){{2,}}[ \u3000]*(?:\n|$)){{3,}}"
)
# What sets two of them apart.
_APART = re.compile(r" (?<=[^ \u3000\n] ) |\u3000(?<=[^ \u3000\n]\u3000)")
_WIDE_GAP = re.compile(r"(?<=[^ \u3000\n.、])(?:\u3000| (?= ))(?=[ \u3000]*[^ \u3000\n])")
_GAP = re.compile(r"(?<=[^ \u3000])[ \u3000](?=[ \u3000]+[^ \u3000\n])")
# 王 明 is one cell.
_SINGLE_GAP = re.compile(
    r"(?m)(?<=[^ \u3000\n])[ \u3000](?=[^ \u3000\n])(?!(?<=[ \u3000][一-鿿][ \u3000])[一-鿿](?:[ \u3000]|$))"
)
# — 3 —, 第3页 共9页: the number of a page, on a line of its own.
_PAGE = re.compile(
    r"(?m)^[ \u3000]*(?:[—–－-]{1,2} ?\d{1,3} ?[—–－-]{1,2}|第 ?\d{1,3} ?页(?:[ ，,/]*共 ?\d{1,3} ?页)?)[ \u3000]*(?:\n|$)"
)
_NUMBER_LINE = re.compile(r" *[一-鿿]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\d{1,5}号 *")
# Between the list of annexes and a date stands who signs.
_ANNEX = re.compile(r" *附件[：:\d]")
_SIGNED = re.compile(r"\n *\d{4}年\d{1,2}月\d{1,2}日 *(?:\n|$)")
_ENDING = frozenset("。！？；：:.!?;”》）)")
_STARTS = re.compile(
    r"第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|"
    r"\d+[.．、|]|[-*#•●|]|附件|关于|抄送|[（(]\d{4}年"
)

# 银行、⏎保险: no paragraph ends in a comma, whatever stands between the lines.
_OPEN_LINE = re.compile(rf"[一-鿿”》）][、，](?P<gap>\n+)(?!{_STARTS.pattern})(?=[一-鿿“《])")


def clean(raw: str) -> scene.Shadow:
    """The shadow of a text: widths folded, invisible marks and stray spaces dropped, lines broken mid-sentence joined.

    A text without line breaks gets them where officialese begins a paragraph. Every other shadow character is one
    original character or its half-width form, so quotes map back exactly.
    """
    tabbed = _TABBED.sub(lambda row: re.sub(r"(?<=\S)\t", "|", row[0]), raw) if "\t" in raw else raw
    text = _WIDE_MARKS.sub(lambda mark: _WIDE[mark[0]], tabbed)
    english = language.of(text) == "en"
    text = text if english else signs.fold(text)
    text, origin = _drop(text, array("l", range(len(raw))), (m.span() for m in _MARKS.finditer(text)))
    if english:
        return scene.Shadow(raw, _unwrapped(text).replace("\u3000", " "), origin + array("l", (len(raw),)))
    text, origin = _drop(text, origin, (m.span() for m in _PAGE.finditer(text)))
    text = _ROW.sub(lambda row: _GAP.sub("|", row[0]), text)
    text = _LISTED.sub(lambda rows: _WIDE_GAP.sub("|", rows[0]), text) if _APART.search(text) else text
    text = flat.open_gaps(_HEADED.sub(lambda table: _SINGLE_GAP.sub("|", table[0]), text))
    text, origin = _drop(text, origin, (m.span() for m in _NEAR_HAN.finditer(text)))
    text, origin = _drop(text, origin, (m.span("gap") for m in _OPEN_LINE.finditer(text)))
    text, origin = _drop(text, origin, _joins(text))
    text, origin = _insert(text, origin, flat.breaks(text))
    return scene.Shadow(raw, text.replace("\u3000", " "), origin + array("l", (len(raw),)))


def _unwrapped(text: str) -> str:
    """English lines broken mid-sentence become one: the break is as good as a space."""
    letters = list(text)
    for start, end in _joins(text):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _drop(text: str, origin: array[int], spans: Iterable[tuple[int, int]]) -> tuple[str, array[int]]:
    """Text and origins without the spans, which are in order."""
    pieces: list[str] = []
    kept = array("l")
    at = 0
    for start, end in spans:
        pieces.append(text[at:start])
        kept += origin[at:start]
        at = end
    if not pieces:
        return text, origin
    return "".join(pieces) + text[at:], kept + origin[at:]


def _insert(text: str, origin: array[int], places: list[int]) -> tuple[str, array[int]]:
    """Line breaks before those places; each has the origin of the character that follows it."""
    pieces: list[str] = []
    grown = array("l")
    at = 0
    for place in places:
        pieces += (text[at:place], "\n")
        grown += origin[at:place]
        grown.append(origin[place])
        at = place
    return "".join(pieces) + text[at:], grown + origin[at:]


def _joins(text: str) -> list[tuple[int, int]]:
    """Line breaks inside a sentence: a line as long as most, without closing punctuation, that goes on in the next."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    widths = sorted(end - start for start, end in lines if end - start > 10)
    full = widths[int(len(widths) * 0.75)] if widths else 0
    # Wrapped text has many lines of about one width; a few short lines are a head or a list.
    if not 15 <= full <= 90 or sum(0.8 * full <= width <= 1.2 * full for width in widths) < 3:
        return []
    joins = []
    for (start, end), (after, stop) in pairwise(lines):
        following = text[after : after + 12]
        if end - start < max(15, 0.8 * full) or text[end - 1] in _ENDING or text.count("\n", end, after) > 1:
            continue
        if _NUMBER_LINE.fullmatch(text, after, stop) or (_ANNEX.match(text, start) and _SIGNED.match(text, stop)):
            continue
        if not _STARTS.match(following.lstrip()) and following[:1] not in ("\u3000", " ") and stop - after >= 2:
            joins.append((end, after))
    return joins
