"""How far two people agree in their decisions and in their tags, beyond chance: Cohen's kappa for each two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from graph import judgements

Matter = TypeVar("Matter")
Category = TypeVar("Category")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two authors agree: matters that both judged, how many alike, how many only one of them judged.

    `kappa` is None where it is undefined. `tag` names the tag that it is about; it is empty for all tags at once and for decisions.
    """

    one: str
    two: str
    matters: int
    alike: int
    alone: int
    kappa: float | None
    tag: str = ""


def on_decisions(made: Iterable[judgements.Judgement]) -> tuple[Agreement, ...]:
    """Each two authors' agreement on what both judged, by their own last verdicts on it that they have not withdrawn."""
    verdicts: dict[str, dict[tuple[str, ...], str]] = {}
    for one in sorted(made, key=lambda j: j.date):
        if not one.is_remark:
            verdicts.setdefault(one.author, {})[one.about] = one.verdict
    kept = {who: {about: name for about, name in own.items() if name != "withdraw"} for who, own in verdicts.items()}
    return tuple(_agreement(one, two, pairs, alone) for one, two, pairs, alone in _pairs(kept))


def on_tags(made: Iterable[judgements.Judgement]) -> tuple[Agreement, ...]:
    """Each two authors' agreement in tagging: of all tags at once, then tag by tag.

    What is counted are the things that both have tagged. All tags at once: the category of a thing is the set of tags that
    an author gave it. Tag by tag: whether the author gave it this tag or not. A thing that only one of them tagged says
    nothing about agreement, for nobody knows whether the other looked at it: it is told in `alone` and stays out of kappa.
    """
    tagged: dict[str, dict[str, frozenset[str]]] = {}
    for one in judgements.remarks(made):
        if one.tag:
            own = tagged.setdefault(one.author, {})
            own[one.left] = own.get(one.left, frozenset()) | {one.tag}
    return tuple(found for one, two, pairs, alone in _pairs(tagged) for found in _by_tag(one, two, pairs, alone))


def _by_tag(
    one: str, two: str, pairs: Sequence[tuple[frozenset[str], frozenset[str]]], alone: int
) -> Iterator[Agreement]:
    yield _agreement(one, two, pairs, alone)
    for tag in sorted({tag for left, right in pairs for tag in left | right}):
        yield _agreement(one, two, [(tag in left, tag in right) for left, right in pairs], alone, tag)


def _pairs(
    given: Mapping[str, Mapping[Matter, Category]],
) -> Iterator[tuple[str, str, list[tuple[Category, Category]], int]]:
    """Each two authors who share a matter: their categories of what they share, and how many matters only one of them has."""
    for one, two in combinations(sorted(given), 2):
        left, right = given[one], given[two]
        shared = [(left[matter], right[matter]) for matter in left if matter in right]
        if shared:
            yield one, two, shared, len(left.keys() ^ right.keys())


def _agreement(one: str, two: str, pairs: Sequence[tuple[Hashable, Hashable]], alone: int, tag: str = "") -> Agreement:
    return Agreement(one, two, len(pairs), sum(a == b for a, b in pairs), alone, kappa(pairs), tag)


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two coders' nominal categories, one pair a unit, to three places; None where chance alone agrees fully.

    J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37-46:
    (observed - expected) / (1 - expected), expected from the shares with which each coder uses each category.
    """
    number = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    observed = sum(a == b for a, b in pairs) / number
    expected = sum(left[name] * right[name] for name in left) / number**2
    return None if expected == 1 else round((observed - expected) / (1 - expected), 3)
