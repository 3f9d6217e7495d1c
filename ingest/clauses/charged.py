"""Charges: where the text charges bodies with what stands before, （A、B负责） or 责任单位：A、B."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from ingest import scene
from ingest.clauses import actors

_BODIES = frozenset(("Agency", "Organization"))
# How far behind a sentence its charge may stand.
_FAR = 600
_INSIDE = r"(?:[^（()）】\]〕\n：:]|（[^（）\n]{0,30}）)"
CHARGE = re.compile(
    r"[（(【\[〔](?:[^（()）】\]〕\n]{0,8}(?:单位|部门)[：:](?P<listed>(?:[^（()）】\]〕\n]|（[^（）\n]{0,30}）){2,200})|(?P<plain>"
    + _INSIDE
    + r"{2,200}?)"
    r"(?:等)?(?:有关部门|部门)?(?:按(?:照)?职责分工)?(?:分别|共同|具体)?(?:负责|牵头|指导|配合|参与|落实)(?:落实|实施)?(?:[。；，](?:列|排)[^（()）\n]{2,30})?)[）)】\]〕]"
    r"|(?:^|(?<=[\n。；]))[ \u3000]*(?:责任|牵头|主办|负责)(?:单位|部门)[：:](?P<line>[^\n。]{2,120})"
)

# What a charge begins with.
_CHARGE_OPENS = frozenset("（(【[〔责牵主负 \u3000")


@lru_cache(maxsize=2)
def everywhere(text: str) -> tuple[re.Match[str], ...]:
    """All charges of a text, which two rooms ask for."""
    return tuple(CHARGE.finditer(text))


def at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The charge that begins there, if there is one, which the first character tells of most places."""
    return CHARGE.match(text, start, end) if text[start : start + 1] in _CHARGE_OPENS else None


def _named(view: scene.Scene) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where the text charges bodies with what stands before: （A、B负责）, 责任单位：A、B; start, end and their entities, none where only （各部门负责） is said."""
    found = []
    for match in everywhere(view.shadow.text):
        group = match.lastgroup or "plain"
        refs = view.within(*match.span(group), outer=True)
        named = (r for r in refs if r.type in _BODIES and not actors.pattern("others").match(view.shadow.text, r.end))
        bodies = tuple(dict.fromkeys(r.entity for r in named))
        if bodies or _ANYBODY.search(match[0]):
            found.append((match.start(), match.end(), bodies))
    return found


# A charge on nobody by name: （各地区、各部门负责）.
_ANYBODY = re.compile(r"各(?:地|有关|相关|部门|单位|市|县|区|省|级)|(?:有关|相关)(?:部门|单位)")


class Charges:
    """The charges of a text, asked for sentence by sentence."""

    def __init__(self, view: scene.Scene) -> None:
        self.text, self.found = view.shadow.text, _named(view)

    def of(self, sentence: scene.Sentence) -> tuple[str, ...] | None:
        """Whom the charge behind the sentence's paragraph names; none for one on nobody by name, None where there is no charge."""
        index = bisect_left(self.found, (self.start(sentence), 0, ()))
        if index == len(self.found):
            return None
        position, _, bodies = self.found[index]
        between = self.text[sentence.end : position] if position > sentence.end else ""
        apart = "\n" in between and between.strip()  # another paragraph lies between
        return None if apart or len(between) >= _FAR or (sentence.heading and between) else bodies

    def start(self, sentence: scene.Sentence) -> int:
        """Where the sentence itself begins, when a charge on what stands before it opens its line: （A负责）推广…."""
        index = bisect_left(self.found, (sentence.start, 0, ()))
        opens = index < len(self.found) and self.found[index][0] == sentence.start
        end = self.found[index][1] if opens else sentence.start
        return end if end < sentence.end - 1 else sentence.start
