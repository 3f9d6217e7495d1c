"""Lists of the lexicon as one pattern each, which looks at the first character before it tries the words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[一-鿿]")


def either(listed: Iterable[str]) -> re.Pattern[str]:
    """The words and patterns, the longest first. Where all begin with a character of their own, most places are spared the words."""
    ordered = sorted(set(listed), key=len, reverse=True)
    body = "|".join(ordered)
    if all(_PLAIN.match(w) for w in ordered):
        first = "".join(sorted({w[0] for w in ordered}))
        return re.compile(f"(?=[{first}])(?:{body})")
    return re.compile(body)
