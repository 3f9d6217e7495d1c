"""Signs of Chinese texts in the one form that rules know, however they were typed: stops, brackets, quotes, titles.

Every function keeps each character's place, so offsets stay what they are.
"""

from __future__ import annotations

import re

# Han ( Han ) is one bracket whichever way it is typed; in figures and English it stays as it is.
_OPEN = re.compile(r"\((?:(?<=[一-鿿”》）]\()(?=[^()\n]*\))|(?=[一-鿿][^()\n]*\)))")
_CLOSE = re.compile(r"\)(?:(?<=[一-鿿”》）]\))|(?=[一-鿿，。；：、]))")
# So are the stops beside Han: many pages are kept with all their signs in half width.
_STOPS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_STOP = re.compile(r"[,;:?!](?:(?<=[一-鿿”》）].)|(?=[一-鿿“《（]))")
_CORNERS = str.maketrans("「」『』", "“”‘’")
_QUOTE = re.compile('[“”"]')
# <甲办法>, <<甲办法>>; what stands for nothing is dropped with the invisible marks.
_NOTHING = "\u200b"
_TITLED = re.compile(r"<(<?)([“一-鿿][^<>\n]{2,80})>(>?)")


def fold(text: str) -> str:
    """The text with quotes, titles, brackets and stops as officialese is printed."""
    text = _TITLED.sub(_title, _quoted(text))
    return _STOP.sub(lambda stop: _STOPS[stop[0]], _CLOSE.sub("）", _OPEN.sub("（", text)))


def _title(typed: re.Match[str]) -> str:
    return f"《{_NOTHING * len(typed[1])}{typed[2]}{_NOTHING * len(typed[3])}》"


def _quoted(text: str) -> str:
    """Quotes open and close in turn where a line has straight ones, or as many as never close."""
    return "\n".join(map(_in_turn, text.translate(_CORNERS).split("\n")))


def _in_turn(line: str) -> str:
    opened, closed, straight = line.count("“"), line.count("”"), line.count('"')
    if not straight and (opened == closed or (opened + closed) % 2):
        return line
    signs = iter("“”" * len(line))
    return _QUOTE.sub(lambda _: next(signs), line)
