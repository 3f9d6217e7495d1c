"""Choosing the question that a sentence means, with other readings; or saying why it is not known."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.match import attempt, lexicon, likeness, names, sentence, tries

# Scores are log-odds of a question against having no answer, with what its words and names weigh; these were set by leaving
# each set of asked sentences out in turn.
SURE = -1.2  # for an answer
_NEAR = 2.0  # how much worse than the answer an offer beside it may be
_LIKELY = -2.0  # for an offer where there is no answer
_BEARABLE = 2.5  # how much may stay that no sentence ever asked holds
_BEARABLE_CUT = 0.2  # and how much of it where a name was cut short
_ALIKE = 0.75  # from here on a word may be a name misspelt (Ratcliff and Obershelp's measure)
OFFERED = 4
_SHORTER = 0.8  # what names count less that are taken without the words around them


@dataclass(frozen=True, slots=True)
class Used:
    """Words of the sentence and what they were taken for: a parameter, or (`param` empty) what is asked."""

    words: str
    param: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its parameters. `params` holds what to ask with (ids of things), `shown` their names."""

    query: str
    params: Mapping[str, Any]
    shown: Mapping[str, str]
    used: tuple[Used, ...]
    score: float
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence was taken for: `choice` is None where that is not known, and `why` says why.

    `why` is `outside` (asks for what no graph of documents holds), `name` (names something that is not in the graph),
    `words` (too much that is not understood) or `question` (no question of the library); `unknown` holds such words,
    `corrected` the sentence with names of the graph in the place of one that is written much alike.
    """

    text: str
    choice: Choice | None
    alternatives: tuple[Choice, ...]
    why: str = ""
    unknown: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def understand(
    text: str, known: names.Names, today: date | None = None, learnt: likeness.Learnt | None = None
) -> Understood:
    """The question that a sentence means by what was learnt, the others that it may mean, or why it is not known."""
    learnt = learnt or likeness.shipped()
    ways = sentence.read(text[:500], known, today or date.today())
    tried = sorted(
        (t for n, way in enumerate(ways) for t in tries.of(way, known, learnt, n * _SHORTER)),
        key=lambda t: (-t.score, t.query.name),
    )
    whole = [t for t in tried if not t.missing]
    best = next(iter(whole), None)
    why, unknown = _doubt(ways, best, tried, learnt)
    choice = _choice(best) if best and not why else None
    offered = () if why == "outside" else _alternatives(tried, choice, best)
    corrected = _corrected(text, unknown, known) if why == "name" else ()
    return Understood(text, choice, offered, why, _whole(text, unknown), corrected)


def _corrected(text: str, unknown: Sequence[str], known: names.Names) -> tuple[str, ...]:
    """The sentence with a word that names nothing made a name of the graph that is written much alike."""
    folded = lexicon.fold(text)
    return tuple(
        text[: folded.find(word)] + written + text[folded.find(word) + len(word) :]
        for word in unknown[:1] if word in folded and len(word) > 3
        for written in difflib.get_close_matches(word, known.words, 2, _ALIKE)
    )  # fmt: skip


def _whole(text: str, unknown: Sequence[str]) -> tuple[str, ...]:
    """Words that are not understood, as they stand: pieces with one or two characters between them are one word."""
    folded = lexicon.fold(text)
    joined: list[str] = []
    for word in unknown:
        both = joined and re.search(f"{re.escape(joined[-1])}[\u3400-\u9fff]{{0,2}}{re.escape(word)}", folded)
        joined[-1:] = [both[0]] if both else [*joined[-1:], word]
    return tuple(joined)


def _doubt(
    ways: Sequence[sentence.Sentence], best: attempt.Try | None, tried: Sequence[attempt.Try], learnt: likeness.Learnt
) -> tuple[str, tuple[str, ...]]:
    """Why the sentence is not to be answered; empty where it is."""
    if any(way.outside for way in ways[:1]):
        return "outside", ()
    likely = best or next(iter(tried), None)
    rest = tuple(sentence.left(likely.said if likely else ways[0], [u[:2] for u in likely.used] if likely else ()))
    strange = tuple(word for word in rest if _names_something(word, ways[0]))
    if strange:
        return "name", strange
    unheard = attempt.unheard(rest, learnt)
    if best is None or best.score - unheard < SURE:
        return ("name" if likely and likely.missing and rest else "question"), rest
    return ("words", rest) if unheard > (_BEARABLE_CUT if best.cut else _BEARABLE) else ("", ())


def _names_something(word: str, said: sentence.Sentence) -> bool:
    """Whether words that are not understood look like the name of something: a place, a body, a capitalised word."""
    if "〔" in word or word in lexicon.all_places() or (lexicon.HAN.match(word) and _ends_like_a_name(word)):
        return True
    at = said.folded.find(word)
    return at > 0 and word.isalpha() and said.text[at].isupper() and not said.text.istitle() and not said.text.isupper()


def _ends_like_a_name(word: str) -> bool:
    return any(word.endswith(end) and len(word) > len(end) + 1 for end in ("省", "市", "县", *lexicon.load().heads))


def _choice(made: attempt.Try) -> Choice:
    spans = sorted(set(made.used))
    names_used = [span for span in spans if span[2]]
    cues = [
        span for span in spans
        if not span[2] and not any(s <= span[0] and span[1] <= e for s, e, _ in names_used)
    ]  # fmt: skip
    used = [Used(made.said.said(start, end), param) for start, end, param in sorted([*names_used, *cues])]
    return Choice(made.query.name, made.params, made.shown, tuple(dict.fromkeys(used)), made.score, tuple(made.missing))


def _alternatives(tried: Sequence[attempt.Try], choice: Choice | None, best: attempt.Try | None) -> tuple[Choice, ...]:
    """Other readings: other things of the same name first, then other questions, each once."""
    offered = list(_namesakes(best)) if choice and best else []
    seen = {choice.query} if choice else set()
    for made in tried:
        least = max(_LIKELY, best.score - _NEAR) if choice and best else _LIKELY
        if made.query.name not in seen and made.score >= least:
            seen.add(made.query.name)
            offered.append(_choice(made))
    return tuple(offered[:OFFERED])


def _namesakes(best: attempt.Try) -> Iterator[Choice]:
    """The same question about the next best thing that the words may name."""
    for param in best.query.params:
        if param.name not in best.params or param.type != "node":
            continue
        start, end = next(span[:2] for span in best.used if span[2] == param.name)
        found = next(f for f in best.said.named if (f.start, f.end) == (start, end))
        others = [m.thing for m in found.meant if m.thing.label in param.kind and m.thing.id != best.params[param.name]]
        for thing in others[:2]:
            whole = _choice(best)
            yield Choice(
                whole.query, {**whole.params, param.name: thing.id}, {**whole.shown, param.name: thing.name}, whole.used,
                whole.score,
            )  # fmt: skip
