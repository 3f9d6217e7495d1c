"""A question as it is taken apart: names of the graph, concepts, times, quotations, and what remains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from queries.match import dates, lexicon, misspelt, names, offsets, spelling

_QUOTED = re.compile(r"[\"“”《「『'](?P<in>[^\"“”》」』']{2,60})[\"“”》」』'](?![a-z])")
_BRIDGE = re.compile(r"(?: |-|'s |of |the |and |for )*")
_ABOUT = re.compile(r"(?: |on |for |about |the )*")  # behind a kind of text: opinions on, rules for
_EXAMPLE = re.compile(r"(?:比如|例如|譬如|such as|e\.g\.)[^\"“”「」]{0,4}[\"“「][^\"“”「」]{1,30}[\"”」]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff\d〔〕（）()·-]+")
_NUMBER = re.compile(r"[\u3400-\u9fff]{2,8}〔\d{4}〕\d+号")
_ROUND = re.compile(r"(?<=[\u3400-\u9fff])\((\d{4})\)(?=\d+号)")  # a number of a document in round brackets
_GLOSSED = re.compile(
    r"(?:\w[\w'&-]* ){0,1}\w[\w'&-]*\??(?= ?\($)|(?:[A-Z][\w'&-]* (?:of |and |for |the )*){0,7}[A-Z][\w'&-]*\??(?= ?\($)"
)
_LEFT = re.compile(r"[\u3400-\u9fff]+|[a-z][a-z'&-]*|\d+")


@dataclass(frozen=True, slots=True)
class Word:
    """Words that show a concept, by their offsets."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One way to take a question apart. `glosses` are English words with the Chinese that they stand for."""

    text: str
    folded: str
    named: tuple[names.Found, ...]
    words: tuple[Word, ...]
    times: tuple[dates.Time, ...]
    count: tuple[int, int, int] | None
    quotes: tuple[tuple[int, int], ...]
    glosses: tuple[tuple[int, int, names.Piece], ...]
    outside: tuple[str, ...]

    def said(self, start: int, end: int) -> str:
        """The words at these offsets as they were typed."""
        return self.text[start:end].strip()


def read(text: str, known: names.Names, today: date) -> list[Sentence]:
    """The ways to take a question apart: with names described by their parts, and with written names only."""
    text = misspelt.mend(spelling.years(lexicon.spell_out(" ".join(text.split()))), known)
    text = spelling.latin(text, known)
    folded = lexicon.load().polite.sub(lambda m: " " * len(m[0]), lexicon.fold(text))
    folded = _ROUND.sub(r"〔\1〕", folded)
    quotes = tuple(match.span("in") for match in _QUOTED.finditer(folded))
    glosses = tuple(_glosses(folded))
    written = list(known.written(folded))
    described = [*_composed(folded, known), *_described(folded, known, written, glosses)]
    ways = [_explained(text, _longest(some)) for some in ([*described, *written], written)]
    made = []
    for found in ways if ways[0] != ways[1] else ways[:1]:
        spans = [*((f.start, f.end) for f in found), *(m.span() for m in _NUMBER.finditer(folded))]
        times = tuple(t for t in dates.find(folded, today) if not any(s <= t.start < e for s, e in spans))
        words = tuple(_words(folded, found, known))
        outside = tuple(_outside(folded, found, words))
        outside += tuple("forecast" for time in times if time.since[:4] > str(today.year))
        made.append(Sentence(text, folded, found, words, times, dates.count(folded), quotes, glosses, outside))
    return made


def _longest(found: Iterable[names.Found]) -> tuple[names.Found, ...]:
    """The longest names that do not overlap; what the same words may mean in several ways comes together."""
    spans: dict[tuple[int, int], list[names.Meant]] = {}
    for one in found:
        spans.setdefault((one.start, one.end), []).extend(one.meant)
    kept: list[names.Found] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if offsets.apart((start, end), ((k.start, k.end) for k in kept)):
            kept.append(names.Found(start, end, names.ranked(spans[start, end])))
    return tuple(f for f in sorted(kept, key=lambda f: f.start) if not _only_qualifies(f, kept))


def _explained(text: str, found: Sequence[names.Found]) -> tuple[names.Found, ...]:
    """Names without those inside the English that a name in brackets explains: University (西北工业大学)."""
    english = _english(text, found)
    return tuple(f for f in found if offsets.apart((f.start, f.end), english))


def _only_qualifies(found: names.Found, others: Sequence[names.Found]) -> bool:
    """Whether a class of beneficiary stands right before the name that it is part of: 企业 before 白名单制度."""
    return found.meant[0].thing.label == "TargetGroup" and any(o.start == found.end for o in others)


# ---- names by their parts -------------------------------------------------------------------------------------------


def _edges(folded: str) -> tuple[set[int], set[int]]:
    """Where a described name may not begin and not end: at words that show what is asked, heads of names apart."""
    known = lexicon.load()
    acts = (pattern for name, pattern in known.concepts.items() if name not in known.nouns)
    spans = [m.span() for pattern in acts for m in pattern.finditer(folded) if m["zh"] and m[0] not in known.heads]
    return {n for start, end in spans for n in range(start, end)}, {
        n + 1 for start, end in spans for n in range(start, end)
    }


def _composed(folded: str, known: names.Names) -> Iterator[names.Found]:
    """Chinese descriptions, the longest at each place."""
    starts, ends = _edges(folded)
    for run in _HAN_RUN.finditer(folded):
        at = run.start()
        while at < run.end() - 2:
            stop = min(run.end(), at + names.LONGEST)
            sizes = (end for end in range(stop, at + 2, -1) if at not in starts and end not in ends)
            end, meant = next(((e, m) for e in sizes if (m := known.composed(folded[at:e]))), (at + 1, ()))
            if meant:
                yield names.Found(at, end, meant)
            at = end


def _glosses(folded: str) -> Iterator[tuple[int, int, names.Piece]]:
    """English words of the lexicon, the longest at each place."""
    english = lexicon.load().english
    at = 0
    tokens = [match.span() for match in re.finditer(r"[a-z&]+(?:'s?(?![a-z]))?|[a-z]+(?:-[a-z]+)+", folded)]
    spans = [(s, e) for i, (s, _) in enumerate(tokens) for _, e in tokens[i : i + 5]]
    for start, end in sorted(spans, key=lambda span: (span[0], span[0] - span[1])):
        piece = english.get(folded[start:end]) or _singular(folded[start:end]) or lexicon.initials(folded[start:end])
        if start >= at and piece:
            yield start, end, piece
            at = end


def _singular(word: str) -> names.Piece:
    """What several of something are in Chinese; a mere kind in the plural names no one thing."""
    piece = lexicon.load().english.get(word.removesuffix("s"), ())
    return () if _only_kind(piece) else piece


def _described(
    folded: str, known: names.Names, written: Sequence[names.Found], glosses: Sequence[tuple[int, int, names.Piece]]
) -> Iterator[names.Found]:
    """English descriptions: runs of places, Chinese words and glossed words, the longest that fits a name."""
    parts = [*glosses, *((f.start, f.end, _as_piece(f)) for f in written)]
    parts.sort(key=lambda part: (part[0], part[0] - part[1]))  # a gloss before a written name of the same words
    chosen: list[tuple[int, int, names.Piece]] = []
    for part in parts:
        if not chosen or part[0] >= chosen[-1][1]:
            chosen.append(part)
    at = 0
    while at < len(chosen):
        run = [chosen[at]]
        for part in chosen[at + 1 :]:
            between, last = folded[run[-1][1] : part[0]], run[-1][2]
            if not _BRIDGE.fullmatch(between) and not (_only_kind(last) and _ABOUT.fullmatch(between)):
                break
            run.append(part)
        while len(run) > 1 and _only_kind(run[0][2]) and "of" not in folded[run[0][1] : run[1][0]]:
            at += 1
            del run[0]  # a verb (funds, plans) or a kind by itself: in English the kind stands last
        used = 1
        for size in range(len(run), 0, -1):
            meant = _fitting(known, [piece for _, _, piece in run[:size]])
            if meant:
                yield names.Found(run[0][0], run[size - 1][1], meant)
                used = size
                break
        at += used


def _only_kind(piece: names.Piece) -> bool:
    return all(part in lexicon.load().heads for part in piece)


def _fitting(known: names.Names, pieces: Sequence[names.Piece]) -> tuple[names.Meant, ...]:
    """Several pieces may be anywhere in a name; one alone must be all of it, or an area with which it begins."""
    if len(pieces) > 1:
        return known.described(pieces)
    if _only_kind(pieces[0]):
        return ()
    exact = [m for part in pieces[0] for m in known.forms.get(part, ()) if lexicon.HAN.search(part)]
    return names.ranked(exact) or known.beginning([part for part in pieces[0] if part in lexicon.load().areas])


def _as_piece(found: names.Found) -> names.Piece:
    brief = (lexicon.shorten(lexicon.fold(m.thing.name)) for m in found.meant)
    return tuple(dict.fromkeys(lexicon.place(name) for name in brief))


# ---- concepts -------------------------------------------------------------------------------------------------------


def _words(folded: str, found: Sequence[names.Found], known: names.Names) -> Iterator[Word]:
    """Concepts where they show, the longer word before the shorter, names before the words inside them."""
    shown = [
        Word(name, *match.span()) for name, pattern in lexicon.load().concepts.items() for match in pattern.finditer(folded)
        if match.end() > match.start()
    ]  # fmt: skip
    shown += [Word("body", *match.span()) for match in known.bodies.finditer(folded)]
    spans = {(w.start, w.end) for w in shown} | {(f.start, f.end) for f in found}
    for word in shown:
        if not any(offsets.inside((word.start, word.end), span) for span in spans) and not _cut(word, found):
            yield word


def _cut(word: Word, found: Sequence[names.Found]) -> bool:
    """Whether a name that is longer overlaps the word."""
    return any(
        f.start < word.end and word.start < f.end and f.end - f.start > word.end - word.start for f in found
    )  # fmt: skip


def _outside(folded: str, found: Sequence[names.Found], words: Sequence[Word]) -> Iterator[str]:
    """What the sentence asks for that no graph of documents holds; why figures differ is answered by the figures."""
    known, shown = lexicon.load(), {word.concept for word in words}
    longer = [*((f.start, f.end + 1) for f in found), *((w.start, w.end) for w in words)]
    for name, pattern in known.outside.items():
        if known.unless.get(name, frozenset()) & shown:
            continue
        if any(not any(offsets.inside(match.span(), span) for span in longer) for match in pattern.finditer(folded)):
            yield name


def _english(text: str, found: Iterable[names.Found]) -> list[tuple[int, int]]:
    """The English before names that stand in brackets, which explain it."""
    return [gloss.span() for one in found if (gloss := _GLOSSED.search(text[: one.start]))]


def left(sentence: Sentence, used: Iterable[tuple[int, int]]) -> list[str]:
    """The words that nothing explains: no name, no concept, no time, no filler."""
    chars = list(sentence.folded)
    spans = [*used, *((w.start, w.end) for w in sentence.words), *((f.start, f.end) for f in sentence.named)]
    for start, end in [*spans, *((t.start, t.end) for t in sentence.times)]:
        chars[start:end] = " " * (end - start)
    for start, end in _english(sentence.text, sentence.named):
        chars[start:end] = " " * (end - start)
    for match in _EXAMPLE.finditer(sentence.folded):
        chars[match.start() : match.end()] = " " * len(match[0])
    known = lexicon.load()
    elsewhere = [m for known_as in (_NUMBER, lexicon.any_place()) for m in known_as.finditer("".join(chars))]
    for match in elsewhere:
        chars[match.start() : match.end()] = " " * len(match[0])
    rest = known.filler.sub(lambda m: " " * len(m[0]), "".join(chars))
    words = [match[0] for match in elsewhere]
    return words + [word for word in _LEFT.findall(rest) if word.strip("'-&") not in known.stops and word.strip("'-&")]
