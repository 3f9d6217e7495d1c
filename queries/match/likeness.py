"""How much a sentence is asked like others before it: naive Bayes over its words, its concepts and the kinds of its names."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from queries.match import sentence

NOTHING = "-"  # stands in the table for what no question answers
_KINDS = {"DemonstrationZone": "Zone", "HighTechZone": "Zone", "DevelopmentZone": "Zone", "Organization": "Agency"}
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s)$")
_AGAINST = -1.0  # the most that one word speaks against a question: few sentences of each are known
_SHARPNESS = 3.0  # words of one sentence depend on each other; by this much the belief is less sure than their sum


@dataclass(frozen=True, slots=True)
class _Learnt:
    """Sentences of each question, how many of them hold each token, and how many of all do."""

    sentences: Mapping[str, int]
    holding: Mapping[str, Mapping[str, int]]
    everywhere: Mapping[str, int]


def of(said: sentence.Sentence) -> dict[str, float]:
    """The belief in each question, together 1, with NOTHING for a sentence that no question answers."""
    known, here = _learnt(), tokens(said)
    scores = {question: _score(known, question, here) / _SHARPNESS for question in known.sentences}
    most = max(scores.values())
    shares = {question: math.exp(score - most) for question, score in scores.items()}
    return {question: share / sum(shares.values()) for question, share in shares.items()}


def tokens(said: sentence.Sentence) -> frozenset[str]:
    """What tells how a sentence is asked; names and times count by their kind alone."""
    kinds = [_KINDS.get(f.meant[0].thing.label, f.meant[0].thing.label) for f in said.named]
    bare = list(said.folded)
    for start, end in [*((f.start, f.end) for f in said.named), *((t.start, t.end) for t in said.times)]:
        bare[start:end] = "@" + "\0" * (end - start - 1)
    shown = ["@Time" for _ in said.times] + [f"@{kind}" for kind in kinds] + [f"@{len(kinds)}"]
    return frozenset([*shown, *(f"={word.concept}" for word in said.words), *_words("".join(bare).replace("\0", ""))])


def _words(bare: str) -> Iterator[str]:
    """Chinese by characters and pairs of them, English by words without their endings and pairs of them."""
    for run in re.findall(r"[\u3400-\u9fff@]+", bare):
        yield from run.replace("@", "")
        yield from _pairs(f"^{run}$")
    english = [_ENDING.sub("", word) for word in re.findall(r"[a-z]+", bare)]
    yield from english
    yield from (f"{first}_{second}" for first, second in itertools.pairwise(english))


def _pairs(run: str) -> Iterable[str]:
    return (run[at : at + 2] for at in range(len(run) - 1))


@cache
def _learnt() -> _Learnt:
    """Out of asked.txt: a sentence a line, its question and its tokens."""
    sentences: Counter[str] = Counter()
    holding: dict[str, Counter[str]] = defaultdict(Counter)
    text = resources.files(__package__).joinpath("asked.txt").read_text("utf-8")
    for line in text.splitlines():
        question, *held = line.split("\t")
        sentences[question] += 1
        holding[question].update(held)
    everywhere: Counter[str] = Counter()
    for counted in holding.values():
        everywhere.update(counted)
    return _Learnt(sentences, holding, everywhere)


def _score(known: _Learnt, question: str, here: Iterable[str]) -> float:
    """Log-odds of a question against all, each token smoothed by one sentence of the average kind."""
    own, counted = known.sentences[question], known.holding[question]
    total = sum(known.sentences.values())
    score = 0.5 * math.log(own)
    for token in here:
        if often := known.everywhere.get(token):
            share = often / total
            score += max(_AGAINST, math.log((counted.get(token, 0) + share) / (own + 1) / share))
    return score
