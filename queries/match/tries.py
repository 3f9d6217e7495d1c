"""Trying every way in which each question is asked: the concepts that it needs, the blanks filled, what is left over."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import queries
from queries.match import attempt, lexicon, likeness, names, offsets, sentence, texts

_NAMED, _GUESSED, _TIMED = 1.0, 0.4, 0.6
_SHOWN = 0.5  # what the concepts count beside all that is said
_LIKELY = 0.05  # the belief that does without the concepts
_LIKE = 0.3  # and what it counts for itself
_MOST, _LEAST = 4.0, -4.0  # the most that the belief in a question speaks for it and against it
_DOUBT = 0.01  # no belief is surer than this
_UNUSED_NAME, _UNUSED_TIME, _LIGHT = 0.7, 0.7, 0.4
_CUES = frozenset("who when whether howmuch most only has other later".split())


def of(said: sentence.Sentence, known: names.Names, learnt: likeness.Learnt, handicap: float) -> Iterator[attempt.Try]:
    """Every way of asking whose concepts show in the sentence, with its blanks filled as far as the words go."""
    liked = learnt.beliefs(said)
    for query in queries.load().values():
        odds = _odds(liked, query.name)
        for way in query.ask:
            made = attempt.Try(query, said, known, score=-handicap, cut=handicap > 0)
            if _concepts(made, way.split()) and (not attempt.by_name_only(way) or made.is_all()):
                wanted = [token[1:] for token in way.split() if token.startswith("@")]
                _finish(made, wanted, _MOST if attempt.by_name_only(way) else odds)
                yield made
        if liked[query.name] > _LIKELY and not made.is_all():
            made = attempt.Try(query, said, known, score=-handicap, cut=handicap > 0)
            _concepts(made, ())
            _finish(made, (), odds + _LIKE)
            yield made


def _odds(liked: Mapping[str, float], question: str) -> float:
    """Log-odds of a question against having no answer."""
    return max(_LEAST, math.log((liked[question] + _DOUBT) / (liked[likeness.NOTHING] + _DOUBT)))


def _finish(made: attempt.Try, wanted: Sequence[str], odds: float) -> None:
    """Fill the blanks and weigh all that is said."""
    _fill(made, wanted)
    _weigh(made)
    made.score = round(made.score + odds, 3)


def _concepts(made: attempt.Try, way: Sequence[str]) -> bool:
    """Weigh the concepts that a way of asking needs; False where one does not show."""
    shown = {word.concept for word in made.said.words}
    weights = lexicon.load().weights
    for token in (t for t in way if not t.startswith("@")):
        hit = [name for name in token.lstrip("?").split("|") if name in shown]
        if not hit and not token.startswith("?"):
            return False
        made.score += (
            _SHOWN * (0.5 if token.startswith("?") else 1.0) * max((weights[name] for name in hit), default=0.0)
        )
    words = attempt.vocabulary(made.query.name) & shown
    made.used += [(w.start, w.end, "") for w in made.said.words if w.concept in words]
    return True


def _fill(made: attempt.Try, wanted: Sequence[str]) -> None:
    """Fill what the way of asking needs first, then what the question takes besides."""
    params = made.query.params
    for param in sorted(params, key=lambda p: (p.name not in wanted, p.type == "string")):
        filled = _FILL.get(param.type, _fill_text)(made, param)
        if not filled and (param.name in wanted or not (param.optional or param.default is not None)):
            made.missing.append(param.name)
    if {"first", "second"} <= made.params.keys() and made.params["first"] == made.params["second"]:
        made.missing.append("second")


def _fill_node(made: attempt.Try, param: queries.Param) -> bool:
    for found in _in_order(made):
        fit = next((m for m in found.meant if m.thing.label in param.kind), None)
        if fit and made.free((found.start, found.end)) and not _in_class(made, found):
            weight = _GUESSED if _mere_kind(made.said.folded[found.start : found.end]) else _NAMED - fit.misfit / 2
            made.take(param, fit.thing.id, fit.thing.name, (found.start, found.end), weight)
            return True
    if param.optional:
        return False
    for found in made.said.named:
        region = found.region()
        there = made.known.at_place(region, param.kind) if region and made.free((found.start, found.end)) else ()
        if there:
            made.take(param, there[0].thing.id, there[0].thing.name, (found.start, found.end), _GUESSED)
            return True
    return False


def _in_order(made: attempt.Try) -> Sequence[names.Found]:
    """The names of the sentence; where only one thing is asked about, places last, as they are often but part of its name."""
    asked = [param for param in made.query.params if param.type == "node"]
    if len(asked) > 1:
        return made.said.named
    return sorted(made.said.named, key=lambda found: found.meant[0].thing.label == "Region")


def _in_class(made: attempt.Try, found: names.Found) -> bool:
    """Whether a name is only a piece of the word for a class: enterprises in kinds of enterprises."""
    classes = [(word.start, word.end) for word in made.said.words if word.concept == "group"]
    return any(offsets.inside((found.start, found.end), span) for span in classes)


@lru_cache(maxsize=1024)
def _mere_kind(words: str) -> bool:
    """Whether a name is also the word for a kind of thing: 企业 are a group of beneficiaries, and what any sentence may mention."""
    known = lexicon.load()
    return any(known.concepts[noun].fullmatch(words) for noun in known.nouns)


def _fill_date(made: attempt.Try, param: queries.Param) -> bool:
    for time in made.said.times:
        value = time.until if param.name == "until" else time.since
        if value:
            made.take(param, value, value, (time.start, time.end), _TIMED)
            made.used[-1] = (time.start, time.end, "") if param.name == "since" and time.until else made.used[-1]
            return True
    return False


def _fill_number(made: attempt.Try, param: queries.Param) -> bool:
    if param.name == "years":
        if made.said.count:
            number, *span = made.said.count
            made.take(param, number, str(number), (span[0], span[1]), _TIMED)
        return bool(made.said.count)
    time = next((t for t in made.said.times if t.since[:4] == t.until[:4]), None)
    if time:
        year = time.since[:4]
        made.take(param, int(year), year, (time.start, time.end), _TIMED)
    return time is not None


def _fill_text(made: attempt.Try, param: queries.Param) -> bool:
    for start, end, value in texts.OF.get(param.words, texts.none)(made, param):
        if made.free((start, end)):
            made.take(param, value, value, (start, end), _TIMED)
            return True
    return False


_FILL = {"node": _fill_node, "date": _fill_date, "integer": _fill_number}


def _weigh(made: attempt.Try) -> None:
    """Take off for what the sentence says and the question has no place for."""
    mine, weights = attempt.vocabulary(made.query.name), lexicon.load().weights
    used = [span[:2] for span in made.used]
    unnamed = [f for f in made.said.named if offsets.apart((f.start, f.end), used)]
    made.score -= _UNUSED_NAME * sum(
        not made.known.bodies.fullmatch(made.said.folded, f.start, f.end)
        and not _mere_kind(made.said.folded[f.start : f.end]) for f in unnamed
    )  # fmt: skip
    made.score -= _UNUSED_TIME * sum(offsets.apart((t.start, t.end), used) for t in made.said.times)
    spans = {(w.start, w.end): weights[w.concept] for w in made.said.words if w.concept not in _CUES}
    made.score -= sum(0.8 * max(0.0, weight - _LIGHT) for span, weight in spans.items() if offsets.apart(span, used))
    made.score -= 0.1 * attempt.burden(sentence.left(made.said, used))
    made.score = round(made.score - 0.8 * len(made.missing) - 0.01 * len(mine), 3)
