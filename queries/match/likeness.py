"""How much a sentence is asked like others before it: multinomial logistic regression over its words, concepts and kinds of names."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from queries.match import lexicon, offsets, sentence

NOTHING = "-"  # stands among the questions for what none of them answers
_KINDS = {"DemonstrationZone": "Zone", "HighTechZone": "Zone", "DevelopmentZone": "Zone", "Organization": "Agency"}
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s)$")
HUNDREDTHS = 100  # the file's weights are whole numbers of them


@dataclass(frozen=True, slots=True)
class Learnt:
    """The model: its questions, how much each token tells at all, and what it speaks for and against by their numbers."""

    questions: tuple[str, ...]
    telling: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[int, float], ...]]

    def beliefs(self, said: sentence.Sentence) -> dict[str, float]:
        """The belief in each question, together 1, with NOTHING for a sentence that no question answers."""
        sums = dict.fromkeys(range(len(self.questions)), 0.0)
        for token, share in shares(tokens(said), self.telling).items():
            for number, weight in self.weights.get(token, ()):
                sums[number] += share * weight
        most = max(sums.values())
        raised = {self.questions[number]: math.exp(value - most) for number, value in sums.items()}
        whole = sum(raised.values())
        return {question: value / whole for question, value in raised.items()}

    def heard(self, word: str) -> float:
        """How much of a word the earlier sentences hold: its pairs of characters in Chinese, its stem in English."""
        pieces = [_ENDING.sub("", word)] if word.isascii() else list(_pairs(word) if len(word) > 1 else word)
        return sum(piece in self.telling for piece in pieces) / len(pieces)


@cache
def shipped() -> Learnt:
    """What was learnt from all sentences, out of asked.txt."""
    return read(resources.files(__package__).joinpath("asked.txt").read_text("utf-8"))


def read(text: str) -> Learnt:
    """A model from its text: the number of sentences and the questions; then a token a line, how many hold it, its weights."""
    first, *lines = text.splitlines()
    sentences, *questions = first.split("\t")
    told: dict[str, float] = {}
    weights: dict[str, tuple[tuple[int, float], ...]] = {}
    for line in lines:
        token, holding, *held = line.split("\t")
        told[token] = telling(int(sentences), int(holding))
        pairs = (pair.split(":") for pair in held)
        weights[token] = tuple((int(number), int(weight) / HUNDREDTHS) for number, weight in pairs)
    return Learnt(tuple(questions), told, weights)


def shares(here: Iterable[str], telling: Mapping[str, float]) -> dict[str, float]:
    """Tokens with what they tell, as a vector of length 1, so that long sentences count no more than short ones."""
    told = {token: telling[token] for token in here if token in telling}
    length = math.sqrt(sum(value * value for value in told.values())) or 1.0
    return {token: value / length for token, value in told.items()}


def telling(sentences: int, holding: int) -> float:
    """What a token tells (inverse document frequency): the more, the fewer of all sentences hold it."""
    return math.log(1 + sentences / holding)


def tokens(said: sentence.Sentence) -> frozenset[str]:
    """What tells how a sentence is asked; names and times count by their kind alone."""
    kinds = [_KINDS.get(f.meant[0].thing.label, f.meant[0].thing.label) for f in said.named]
    spans = [*((f.start, f.end) for f in said.named), *((t.start, t.end) for t in said.times)]
    elsewhere = [m.span() for m in lexicon.any_place().finditer(said.folded) if offsets.apart(m.span(), spans)]
    bare = list(said.folded)
    for start, end in [*spans, *elsewhere]:
        bare[start:end] = "@" + "\0" * (end - start - 1)
    shown = ["@Time" for _ in said.times] + [f"@{kind}" for kind in kinds] + [f"@{len(kinds)}"]
    shown += ["@Elsewhere" for _ in elsewhere]
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
