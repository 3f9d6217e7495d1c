"""Lists of the lexicon as one pattern each, which looks at the first character before it tries the words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.find import words

_PLAIN = re.compile(r"[一-鿿](?![?*+{])")
_CHOICE = re.compile(r"\(\?:([一-鿿]+(?:\|[一-鿿]+)+)\)(?![?*+{])")
_LOOKS_BACK = re.compile(r"((?:\(\?<[!=][^()|]+\))+)([一-鿿])(?![?*+{])")

_OPENS = re.compile(r"\^[一-鿿](?![?*+{])")


def either(listed: Iterable[str]) -> re.Pattern[str]:
    """The words and patterns, the longest first. Where each begins with a character of its own, those of one character
    stand under it: the engine passes by all places where none of these characters stands."""
    ordered = [begun for word in sorted(dict.fromkeys(listed), key=len, reverse=True) for begun in _begun(word)]
    if not all(map(_PLAIN.match, ordered)):
        return re.compile(f"(?:{'|'.join(ordered)})")
    under: dict[str, list[str]] = {}
    for word in ordered:
        under.setdefault(word[0], []).append(word[1:])
    return re.compile("(?:" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in under.items()) + ")")


def words_of(name: str, *lists: str) -> re.Pattern[str]:
    """The words of these lists of one file of the lexicon."""
    data = words.lexicon(name)
    return either(word for each in lists for word in data[each])


def _begun(word: str) -> list[str]:
    """The pattern as ones that begin with a character, where it begins with a choice of words or looks back first."""
    if choice := _CHOICE.match(word):
        return [first + word[choice.end() :] for first in choice[1].split("|")]
    if back := _LOOKS_BACK.match(word):
        return [back[2] + back[1].replace(")", f"{back[2]})") + word[back.end() :]]
    return [f"{word[1]}(?<={word[:2]}){word[2:]}"] if _OPENS.match(word) else [word]
