"""The shadow text: a cleaned copy of a document in which rules look, with a map back to the original offsets."""

from __future__ import annotations

import re
from array import array

from ingest import scene

_WIDE = {chr(0xFF10 + i): str(i) for i in range(10)}
_WIDE |= {chr(0xFF21 + i): chr(ord("A") + i) for i in range(26)} | {chr(0xFF41 + i): chr(ord("a") + i) for i in range(26)}
_WIDE |= {"﹝": "〔", "﹞": "〕", "［": "[", "］": "]", "．": ".", "％": "%", "＋": "+", "－": "-", "\u00a0": " ", "\u3000": " ", "\t": " "}
_WIDE |= {chr(code): " " for code in (*range(0x2000, 0x200B), 0x202F, 0x205F)}
_DROPPED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r")
_HAN = r"[一-鿿，。；：、！？“”《》〈〉（）〔〕—…]"
_NEAR_HAN = re.compile(rf"(?<={_HAN}) +| +(?={_HAN})|(?<=[一-鿿]) +(?=\d)|(?<=\d) +(?=[一-鿿])")
_ENDING = frozenset("。！？；：:.!?;”》）)")
_HEADING = re.compile(r"(?:第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|[-*#•●]|附件|关于)")


def clean(raw: str) -> scene.Shadow:
    """The shadow of a text: widths folded, invisible marks and stray spaces dropped, lines broken mid-sentence joined.

    Every shadow character is one original character or its half-width form, so quotes map back exactly.
    """
    chars, origin = [], array("l")
    for index, char in enumerate(raw):
        if char not in _DROPPED:
            chars.append(_WIDE.get(char, char))
            origin.append(index)
    text = "".join(chars)
    keep = bytearray(b"\1" * len(text))
    for match in _NEAR_HAN.finditer(text):
        keep[match.start() : match.end()] = bytes(match.end() - match.start())
    for start, end in _joins(text):
        keep[start:end] = bytes(end - start)
    kept = [i for i in range(len(text)) if keep[i]]
    mapped = array("l", (origin[i] for i in kept))
    mapped.append(len(raw))
    return scene.Shadow(raw, "".join(text[i] for i in kept), mapped)


def _joins(text: str) -> list[tuple[int, int]]:
    """Line breaks inside a sentence: a long line without closing punctuation that goes on in the next."""
    lines = list(re.finditer(r"[^\n]*\n", text))
    widths = sorted(len(m[0].strip()) for m in lines if len(m[0].strip()) > 10)
    full = widths[int(len(widths) * 0.75)] if widths else 0
    joins = []
    for here, after in zip(lines, [*lines[1:], None], strict=False):
        body = here[0].rstrip()
        following = text[here.end() : after.end() if after else len(text)]
        stripped = following.strip()
        if not stripped or not body.strip() or not full or full > 90:
            continue
        long_enough = len(body.strip()) >= 0.8 * full and len(body.strip()) >= 15
        if long_enough and body[-1] not in _ENDING and not _HEADING.match(stripped) and not following.startswith("  "):
            joins.append((here.start() + len(body), here.end() + len(following) - len(following.lstrip(" "))))
    return joins
