"""Items told inside a paragraph (一是…；二是…): each begins with whoever acted before the first of them."""

from __future__ import annotations

import re
from typing import NamedTuple

_FIRST = re.compile(r"[ \u3000]*(?:一是|首先|其一)")
_LATER = re.compile(r"[ \u3000]*(?:[二三四五六七八九十]是|其次|再次|最后|其[二三四五])")

# What these begin with.
_BEGIN = frozenset(" \u3000一二三四五六七八九十首其再最")


def opens(text: str, start: int) -> bool:
    """Whether an item begins there."""
    return text[start] in _BEGIN and bool(_FIRST.match(text, start) or _LATER.match(text, start))


def opens_later(text: str, start: int) -> bool:
    """Whether one of the further items begins there."""
    return text[start] in _BEGIN and _LATER.match(text, start) is not None


class Lead(NamedTuple):
    """Whoever acts in the words that lead in the items."""

    agents: tuple[str, ...] = ()
    generic: bool = False
    public: bool = False
