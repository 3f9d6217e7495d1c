"""Names of a graph written in pinyin: guizhengfa for 桂政发, Qinchuangyuan for 秦创原."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# A syllable has an initial or none, vowels, and n, ng, r or nothing behind them; some that match are no syllables.
_SYLLABLES = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]{1,3}(?:ng|n|r)?)+")


@cache
def _readings(character: str) -> frozenset[str]:
    """How a character may be read, without tones, ü as v and as u; nothing for what is no Chinese character."""
    # Its table is large, and needed only where a sentence has Latin words that nothing else explains.
    from pypinyin import Style, pinyin

    if not "\u3400" <= character <= "\u9fff":
        return frozenset()
    read = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=True)[0]
    plain = {unicodedata.normalize("NFC", one) for one in read}
    return frozenset(one.replace("ü", u) for one in plain for u in "uv")


def possible(letters: str) -> bool:
    """Whether letters may be pinyin at all, which their shape tells of most English words without any name or table.

    >>> possible("qinchuangyuan"), possible("council")
    (True, False)
    """
    return _SYLLABLES.fullmatch(letters) is not None


def length(letters: str, name: str) -> int:
    """How many characters at the beginning of a name the letters spell, all letters used; 0 where they spell none.

    >>> length("qinchuangyuan", "秦创原创新驱动平台"), length("qinchuang", "秦岭")
    (3, 0)
    """
    if not name:
        return 0
    for reading in _readings(name[0]):
        if letters == reading:
            return 1
        if letters.startswith(reading) and (more := length(letters[len(reading) :], name[1:])):
            return 1 + more
    return 0


def begins(letters: str, characters: str) -> bool:
    """Whether letters may begin with these characters, each spelt whole."""
    if not characters:
        return True
    starts = (reading for reading in _readings(characters[0]) if letters.startswith(reading))
    return any(begins(letters[len(reading) :], characters[1:]) for reading in starts)
