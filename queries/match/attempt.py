"""One way of asking one question held against a sentence: what it fills, from which words, and how much that weighs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import queries
from queries.match import lexicon, likeness, names, offsets, sentence


@dataclass(slots=True)
class Try:
    """One way of asking one question, held against one way to take the sentence apart."""

    query: queries.Query
    said: sentence.Sentence
    known: names.Names
    params: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    used: list[tuple[int, int, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    score: float = 0.0
    cut: bool = False  # names taken without the words around them that other names have

    def take(self, param: queries.Param, value: Any, shown: str, span: tuple[int, int], weight: float) -> None:
        """Fill a parameter."""
        self.params[param.name], self.shown[param.name] = value, shown
        self.used.append((*span, param.name))
        self.score += weight

    def is_all(self) -> bool:
        """Whether the sentence is one name and nothing else; a name alone asks for what is known of it."""
        names_said = [f.end - f.start for f in self.said.named]
        return len(names_said) == 1 and len(self.said.folded.strip()) - names_said[0] < 3

    def free(self, span: tuple[int, int]) -> bool:
        """Whether no parameter was filled from these words."""
        return offsets.apart(span, [(start, end) for start, end, param in self.used if param])


def by_name_only(way: str) -> bool:
    """Whether a way of asking is just to name a thing."""
    return way.startswith("@") and " " not in way


@cache
def vocabulary(query: str) -> frozenset[str]:
    """Every concept in the ways to ask a question."""
    tokens = (t.lstrip("?") for way in queries.get(query).ask for t in way.split() if "@" not in t)
    return frozenset(name for token in tokens for name in token.split("|"))


def burden(rest: Iterable[str]) -> float:
    """How much words weigh that nothing explains: a word in English one, a character in Chinese less than a half."""
    return sum(map(_weight, rest))


def unheard(rest: Iterable[str], learnt: likeness.Learnt) -> float:
    """How much of them weighs that no sentence asked before holds."""
    return sum(_weight(word) * (1 - learnt.heard(word.strip("'-&"))) for word in rest)


def _weight(word: str) -> float:
    return (0.3 if len(word) == 1 else 0.4 * len(word)) if lexicon.HAN.match(word) else 1.0
