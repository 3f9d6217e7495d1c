"""Choosing the question that a sentence means: every way in which each question is asked, weighed against the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import queries
from graph import ontology
from queries.match import lexicon, names, sentence

SURE = 0.9  # what the words must weigh for an answer
NEAR = 0.5  # what they must weigh for an offer
OFFERED = 4
_NAMED, _GUESSED, _TIMED = 1.0, 0.4, 0.6
_SHORTER = 0.4  # what names count less that are taken without the words around them
_UNUSED_NAME, _UNUSED_TIME, _LIGHT = 0.7, 0.7, 0.4
_CUES = frozenset("who when whether howmuch most only has other later".split())


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
    `words` (too much that is not understood) or `question` (no question of the library); `unknown` holds such words.
    """

    text: str
    choice: Choice | None
    alternatives: tuple[Choice, ...]
    why: str = ""
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class _Try:
    """One way of asking one question, held against one way to take the sentence apart."""

    query: queries.Query
    said: sentence.Sentence
    known: names.Names
    params: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    used: list[tuple[int, int, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    score: float = 0.0

    def take(self, param: queries.Param, value: Any, shown: str, span: tuple[int, int], weight: float) -> None:
        """Fill a parameter."""
        self.params[param.name], self.shown[param.name] = value, shown
        self.used.append((*span, param.name))
        self.score += weight

    def free(self, span: tuple[int, int]) -> bool:
        """Whether no parameter was filled from these words."""
        return all(span[1] <= start or span[0] >= end for start, end, param in self.used if param)


def understand(text: str, known: names.Names, today: date | None = None) -> Understood:
    """The question that a sentence means, the others that it may mean, or why it is not known."""
    ways = sentence.read(text[:500], known, today or date.today())
    tries = sorted(
        (t for n, way in enumerate(ways) for t in _tries(way, known, n * _SHORTER)),
        key=lambda t: (-t.score, t.query.name),
    )
    whole = [t for t in tries if not t.missing]
    best = next(iter(whole), None)
    why, unknown = _doubt(ways, best, tries)
    choice = _choice(best) if best and not why else None
    offered = () if why == "outside" else _alternatives(tries, choice, best)
    return Understood(text, choice, offered, why, unknown)


def _doubt(ways: Sequence[sentence.Sentence], best: _Try | None, tries: Sequence[_Try]) -> tuple[str, tuple[str, ...]]:
    """Why the sentence is not to be answered; empty where it is."""
    if any(way.outside for way in ways[:1]):
        return "outside", ()
    likely = best or next(iter(tries), None)
    rest = tuple(sentence.left(likely.said if likely else ways[0], [u[:2] for u in likely.used] if likely else ()))
    strange = tuple(word for word in rest if _names_something(word, ways[0]))
    if strange:
        return "name", strange
    if best is None or best.score < SURE:
        return ("name" if likely and likely.missing and rest else "question"), rest
    return ("words", rest) if _burden(rest) > _bearable(best) else ("", ())


def _bearable(best: _Try) -> float:
    """How much may stay unexplained: more where a name was understood, one word at most elsewhere."""
    if any(param for *_, param in best.used):
        return 0.7 + 0.3 * best.score
    return 1.05 if best.score > 1.15 else 0.85


def _names_something(word: str, said: sentence.Sentence) -> bool:
    """Whether words that are not understood look like the name of something: a place, a body, a capitalised word."""
    if word in lexicon.all_places() or (lexicon.HAN.match(word) and _ends_like_a_name(word)):
        return True
    at = said.folded.find(word)
    return at > 0 and word.isalpha() and said.text[at].isupper() and not said.text.istitle() and not said.text.isupper()


def _ends_like_a_name(word: str) -> bool:
    return any(word.endswith(end) and len(word) > len(end) + 1 for end in ("省", "市", "县", *lexicon.load().heads))


def _burden(rest: Sequence[str]) -> float:
    return sum((0.3 if len(w) == 1 else 0.4 * len(w)) if lexicon.HAN.match(w) else 1.0 for w in rest)


# ---- one try --------------------------------------------------------------------------------------------------------


@cache
def _vocabulary(query: str) -> frozenset[str]:
    """Every concept in the ways to ask a question."""
    tokens = (t.lstrip("?") for way in queries.get(query).ask for t in way.split() if "@" not in t)
    return frozenset(name for token in tokens for name in token.split("|"))


def _tries(said: sentence.Sentence, known: names.Names, handicap: float) -> Iterator[_Try]:
    for query in queries.load().values():
        for way in query.ask:
            made = _Try(query, said, known, score=-handicap)
            if _concepts(made, way.split()):
                _fill(made, [token[1:] for token in way.split() if token.startswith("@")])
                _weigh(made)
                yield made


def _concepts(made: _Try, way: Sequence[str]) -> bool:
    """Weigh the concepts that a way of asking needs; False where one does not show."""
    shown = {word.concept for word in made.said.words}
    weights = lexicon.load().weights
    for token in (t for t in way if not t.startswith("@")):
        hit = [name for name in token.lstrip("?").split("|") if name in shown]
        if not hit and not token.startswith("?"):
            return False
        made.score += (0.5 if token.startswith("?") else 1.0) * max((weights[name] for name in hit), default=0.0)
    words = _vocabulary(made.query.name) & shown
    made.used += [(w.start, w.end, "") for w in made.said.words if w.concept in words]
    return True


def _fill(made: _Try, wanted: Sequence[str]) -> None:
    """Fill what the way of asking needs first, then what the question takes besides."""
    params = made.query.params
    for param in sorted(params, key=lambda p: (p.name not in wanted, p.type == "string")):
        filled = _FILL.get(param.type, _fill_text)(made, param)
        if not filled and (param.name in wanted or not (param.optional or param.default is not None)):
            made.missing.append(param.name)
    if {"first", "second"} <= made.params.keys() and made.params["first"] == made.params["second"]:
        made.missing.append("second")


def _fill_node(made: _Try, param: queries.Param) -> bool:
    for found in made.said.named:
        fit = next((m for m in found.meant if m.thing.label in param.kind), None)
        if fit and made.free((found.start, found.end)):
            made.take(param, fit.thing.id, fit.thing.name, (found.start, found.end), _NAMED - fit.misfit / 2)
            return True
    if param.optional:
        return False
    for found in made.said.named:
        region = next((m.thing for m in found.meant if m.thing.label == "Region"), None)
        there = made.known.at_place(region, param.kind) if region and made.free((found.start, found.end)) else ()
        if there:
            made.take(param, there[0].thing.id, there[0].thing.name, (found.start, found.end), _GUESSED)
            return True
    return False


def _fill_date(made: _Try, param: queries.Param) -> bool:
    for time in made.said.times:
        value = time.until if param.name == "until" else time.since
        if value:
            made.take(param, value, value, (time.start, time.end), _TIMED)
            made.used[-1] = (time.start, time.end, "") if param.name == "since" and time.until else made.used[-1]
            return True
    return False


def _fill_number(made: _Try, param: queries.Param) -> bool:
    if param.name == "years":
        if made.said.count:
            number, *span = made.said.count
            made.take(param, number, str(number), (span[0], span[1]), _TIMED)
        return bool(made.said.count)
    time = next((t for t in made.said.times if (t.since or t.until)[:4] == (t.until or t.since)[:4]), None)
    if time:
        year = (time.since or time.until)[:4]
        made.take(param, int(year), year, (time.start, time.end), _TIMED)
    return time is not None


def _fill_text(made: _Try, param: queries.Param) -> bool:
    for start, end, value in _TEXTS.get(param.words, _no_texts)(made, param):
        if made.free((start, end)):
            made.take(param, value, value, (start, end), _TIMED)
            return True
    return False


_FILL = {"node": _fill_node, "date": _fill_date, "integer": _fill_number}


# What words ask for things of one kind; 园区 and zones may be of several.
_KINDS = {"body": "Agency", "policy": "Policy", "hightech": "HighTechZone", "platform": "Platform", "city": "Region"}

# ---- texts ----------------------------------------------------------------------------------------------------------

_Texts = Iterator[tuple[int, int, str]]


def _spoken(made: _Try) -> _Texts:
    """Pieces that may be a word to look for: quoted, named, in English with its Chinese, or not understood."""
    mine = _vocabulary(made.query.name)
    cues = {(w.start, w.end) for w in made.said.words if w.concept in mine}
    yield from (piece for piece in _pieces(made, mine) if piece[:2] not in cues)


def _pieces(made: _Try, mine: frozenset[str]) -> _Texts:
    said = made.said
    for start, end in said.quotes:
        gloss = lexicon.load().english.get(said.folded[start:end])
        yield start, end, gloss[0] if gloss else said.said(start, end)
    for start, end, piece in said.glosses:
        yield start, end, piece[0]
    for found in said.named:
        yield found.start, found.end, said.said(found.start, found.end)
    for term in lexicon.load().terms.finditer(said.folded):
        start, end = _grown(made, *term.span())
        yield start, end, said.said(start, end)
    for word in sentence.left(said, [span[:2] for span in made.used]):
        at = said.folded.find(word)
        yield at, at + len(word), said.said(at, at + len(word))
    for shown in sorted(said.words, key=lambda w: w.start):
        if shown.concept not in mine and shown.concept in lexicon.load().nouns:
            yield shown.start, shown.end, said.said(shown.start, shown.end)


def _grown(made: _Try, start: int, end: int) -> tuple[int, int]:
    """A term with what stands before it unexplained, where names hold both together: 自主 before 创新."""
    said = made.said
    taken = {n for w in said.words for n in range(w.start, w.end)} - set(range(start, end))
    first = next((n + 1 for n in range(start - 1, -1, -1) if n in taken or not lexicon.HAN.match(said.folded[n])), 0)
    labels = tuple(ontology.load().labels)
    longer = (n for n in range(max(first, start - 6), start) if made.known.part_of(said.folded[n:end], labels))
    return next(longer, start), end


def _parts(made: _Try, param: queries.Param) -> _Texts:
    """Words that names of the parameter's kinds hold; all kinds where it has none."""
    labels = param.kind or tuple(name for name, label in ontology.load().labels.items() if not label.evidence)
    for start, end, value in _spoken(made):
        term = lexicon.load().terms.fullmatch(value)
        head = next((h for h in lexicon.load().heads if value.endswith(h)), "")
        if head and not term and lexicon.load().terms.fullmatch(value[: -len(head)]):
            end, value = end - len(head), value[: -len(head)]
        if len(value) > 1 and (term or made.known.part_of(lexicon.fold(value), labels)):
            yield start, end, value


def _any(made: _Try, param: queries.Param) -> _Texts:
    """A quoted word, one in Chinese among English, or the words that nothing else explains."""
    taken = {(w.start, w.end) for w in made.said.words if w.concept in ("meaning", "word")}
    mine = [piece for piece in _spoken(made) if lexicon.HAN.search(piece[2]) and piece[:2] not in taken]
    yield from mine
    for word in made.said.words:
        if lexicon.HAN.search(made.said.folded[word.start]) and word.concept in (
            "zone",
            "hightech",
            "body",
            "platform",
        ):
            yield word.start, word.end, made.said.said(word.start, word.end)


def _places(made: _Try, param: queries.Param) -> _Texts:
    for found in made.said.named:
        region = next((m.thing for m in found.meant if m.thing.label == "Region"), None)
        if region:
            yield found.start, found.end, lexicon.place(region.name)


def _labels(made: _Try, param: queries.Param) -> _Texts:
    """The kind of thing that is asked about, out of those that the parameter takes."""
    wanted = {concept: label for concept, label in _KINDS.items() if not param.kind or label in param.kind}
    for word in made.said.words:
        said = made.said.folded[word.start : word.end]
        concept = "body" if word.concept == "who" and lexicon.load().concepts["body"].search(said) else word.concept
        if concept in wanted:
            yield word.start, word.end, wanted[concept]


def _no_texts(made: _Try, param: queries.Param) -> _Texts:
    return iter(())


_TEXTS = {"part": _parts, "any": _any, "place": _places, "label": _labels}


# ---- weighing -------------------------------------------------------------------------------------------------------


def _weigh(made: _Try) -> None:
    """Take off for what the sentence says and the question has no place for."""
    mine, weights = _vocabulary(made.query.name), lexicon.load().weights
    used = [span[:2] for span in made.used]
    for found in made.said.named:
        if all(found.end <= start or found.start >= end for start, end in used):
            made.score -= _UNUSED_NAME
    for time in made.said.times:
        if all(time.end <= start or time.start >= end for start, end in used):
            made.score -= _UNUSED_TIME
    spans = {(w.start, w.end): weights[w.concept] for w in made.said.words if w.concept not in _CUES}
    for (start, end), weight in spans.items():
        if all(end <= s or start >= e for s, e in used):
            made.score -= 0.8 * max(0.0, weight - _LIGHT)
    made.score -= 0.1 * _burden(sentence.left(made.said, used))
    made.score = round(made.score - 0.8 * len(made.missing) - 0.01 * len(mine), 3)


def _choice(made: _Try) -> Choice:
    spans = sorted(set(made.used))
    names_used = [span for span in spans if span[2]]
    cues = [
        span for span in spans
        if not span[2] and not any(s <= span[0] and span[1] <= e for s, e, _ in names_used)
    ]  # fmt: skip
    used = [Used(made.said.said(start, end), param) for start, end, param in sorted([*names_used, *cues])]
    return Choice(made.query.name, made.params, made.shown, tuple(dict.fromkeys(used)), made.score, tuple(made.missing))


def _alternatives(tries: Sequence[_Try], choice: Choice | None, best: _Try | None) -> tuple[Choice, ...]:
    """Other readings: other things of the same name first, then other questions, each once."""
    offered = list(_namesakes(best)) if choice and best else []
    seen = {choice.query} if choice else set()
    for made in tries:
        if made.query.name not in seen and made.score >= NEAR:
            seen.add(made.query.name)
            offered.append(_choice(made))
    return tuple(offered[:OFFERED])


def _namesakes(best: _Try) -> Iterator[Choice]:
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
