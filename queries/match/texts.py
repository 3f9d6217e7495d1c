"""The words of a sentence that may fill a text: part of a name, a place, a kind of thing, any word that was quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

import queries
from graph import ontology
from queries.match import attempt, lexicon, offsets, sentence

_AND = re.compile(r"[、,，和与及或 ]+|,? (?:and|or) ")

_Texts = Iterator[tuple[int, int, str]]


def _spoken(made: attempt.Try) -> _Texts:
    """Pieces that may be a word to look for: quoted, named, in English with its Chinese, or not understood."""
    mine = attempt.vocabulary(made.query.name)
    cues = {(w.start, w.end) for w in made.said.words if w.concept in mine}
    yield from (piece for piece in _pieces(made, mine) if piece[:2] not in cues)


def _pieces(made: attempt.Try, mine: frozenset[str]) -> _Texts:
    said = made.said
    for start, end in said.quotes:
        gloss = lexicon.load().english.get(said.folded[start:end])
        yield start, end, gloss[0] if gloss else said.said(start, end)
    for start, end, piece in said.glosses:
        yield start, end, piece[0]
    for found in sorted(said.named, key=lambda f: f.region() is not None):
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


def _grown(made: attempt.Try, start: int, end: int) -> tuple[int, int]:
    """A term with what stands before it unexplained, where names hold both together: 自主 before 创新."""
    said = made.said
    taken = {n for w in said.words for n in range(w.start, w.end)} - set(range(start, end))
    first = next((n + 1 for n in range(start - 1, -1, -1) if n in taken or not lexicon.HAN.match(said.folded[n])), 0)
    labels = tuple(ontology.load().labels)
    longer = (n for n in range(max(first, start - 6), start) if made.known.part_of(said.folded[n:end], labels))
    return next(longer, start), end


def _parts(made: attempt.Try, param: queries.Param) -> _Texts:
    """Words that names of the parameter's kinds hold; all kinds where it has none."""
    labels = param.kind or tuple(name for name, label in ontology.load().labels.items() if not label.evidence)
    for start, end, value in _spoken(made):
        term = lexicon.load().terms.fullmatch(value)
        head = next((h for h in lexicon.load().heads if value.endswith(h)), "")
        if head and not term and lexicon.load().terms.fullmatch(value[: -len(head)]):
            end, value = end - len(head), value[: -len(head)]
        if len(value) > 1 and not _kind_only(value) and (term or made.known.part_of(lexicon.fold(value), labels)):
            yield start, end, value


def _free(made: attempt.Try, param: queries.Param) -> _Texts:
    """Words that names hold; else the matter that is told (在养老方面) or a word in Chinese that nothing else explains."""
    yield from _parts(made, param)
    for matter in lexicon.load().matter.finditer(made.said.folded):
        yield *matter.span("in"), made.said.said(*matter.span("in"))
    here = lexicon.all_places() - lexicon.load().abroad
    for word in sentence.left(made.said, [span[:2] for span in made.used]):
        if len(word) > 1 and lexicon.HAN.match(word) and word not in here:
            at = made.said.folded.find(word)
            yield at, at + len(word), made.said.said(at, at + len(word))


def _kind_only(value: str) -> bool:
    """Whether a word is only a kind of many things; 高新区 is one that policies aim at."""
    known = lexicon.load()
    return value in known.heads and not known.concepts["hightech"].fullmatch(value)


def _any(made: attempt.Try, param: queries.Param) -> _Texts:
    """What a document calls its own (我厅, 本市), a quoted word, one in Chinese among English, or what nothing else explains."""
    for own in lexicon.load().own.finditer(made.said.folded):
        yield *own.span(), made.said.said(*own.span())
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


def _places(made: attempt.Try, param: queries.Param) -> _Texts:
    for found in made.said.named:
        if region := found.region():
            yield found.start, found.end, lexicon.place(region.name)


def _labels(made: attempt.Try, param: queries.Param) -> _Texts:
    """The kind of thing that is asked about, out of those that the parameter takes; none where several are told together."""
    folded = made.said.folded
    networks = {w.start for w in made.said.words if w.concept == "network"}
    told = [k for k in _kinds(folded, param) if not networks & {k[1], k[1] + (folded[k[1] : k[1] + 1] == " ")}]
    for kind in sorted(told):  # without those of 政策网络
        if not any(_joined(folded, kind, other) for other in told):
            yield kind


def _kinds(folded: str, param: queries.Param) -> _Texts:
    """The kinds of things that a sentence tells by their words, the longer word before one inside it."""
    patterns = lexicon.load().kinds.items()
    told = [(*m.span(), label) for label, pattern in patterns for m in pattern.finditer(folded)]
    spans = {kind[:2] for kind in told}
    for kind in told:
        wanted = not param.kind or kind[2] in param.kind
        if wanted and not any(offsets.inside(kind[:2], span) for span in spans):
            yield kind


def _joined(folded: str, kind: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether another kind stands beside one: 示范区、高新区和平台."""
    first, last = sorted((kind, other))
    return kind[2] != other[2] and bool(_AND.fullmatch(folded[first[1] : last[0]]))


def none(made: attempt.Try, param: queries.Param) -> _Texts:
    """For a text of which no words of a sentence are told to be it."""
    return iter(())


OF = {"part": _parts, "free": _free, "any": _any, "place": _places, "label": _labels}
