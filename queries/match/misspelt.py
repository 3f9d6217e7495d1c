"""English words that are misspelt by one letter, as the lists of the ask box write them: recieved, goverment, polices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from string import ascii_lowercase

from queries.match import lexicon, names

_WORD = re.compile(r"(?<![\w'-])[A-Za-z]{7,}(?![\w'-])")
_LONG = 8  # letters from which on one may be too many or another: of fewer, too many such words are right
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ly", "")


def mend(text: str, known: names.Names) -> str:
    """A sentence with such words put right where only one word is meant; names, and words with a capital inside it, stay."""
    return _WORD.sub(lambda match: _mended(match, known), text)


def _mended(match: re.Match[str], known: names.Names) -> str:
    word = match[0].lower()
    if (match[0][0].isupper() and match.start()) or word in known.forms or lexicon.explains(word) or _right(word):
        return match[0]
    near = set(_near(word)) & _listed()
    return near.pop() if len(near) == 1 else match[0]


def _right(word: str) -> bool:
    """Whether a word is listed, in this form or another: confirms beside confirm."""
    stems = {word.removesuffix(ending) for ending in _ENDINGS}
    return any(stem + ending in _listed() for stem in stems for ending in _ENDINGS)


def _near(word: str) -> Iterator[str]:
    """Every word that differs by one letter left out, put in, exchanged with the next or, in long words, taken for another."""
    for at in range(1, len(word) + 1):  # hardly anybody mistakes the first letter
        before, after = word[:at], word[at:]
        if len(word) >= _LONG or before[-1:] == after[:1]:
            yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        yield from (before + letter + after for letter in ascii_lowercase)
        if len(word) >= _LONG:
            yield from (before + letter + after[1:] for letter in ascii_lowercase)


@cache
def _listed() -> frozenset[str]:
    """The words of the lexicon and of the ways to ask."""
    said = resources.files(__package__).joinpath("said.yaml").read_text("utf-8")
    return lexicon.load().words | frozenset(re.findall(r"[a-z]{4,}", said.lower()))
