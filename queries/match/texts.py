"""The words of a sentence that may fill a text: part of a name, a place, a kind of thing, any word that was quoted."""

from __future__ import annotations

from collections.abc import Iterator

import queries
from graph import ontology
from queries.match import attempt, lexicon, sentence

# What words ask for things of one kind; 园区 and zones may be of several.
_KINDS = {"body": "Agency", "policy": "Policy", "hightech": "HighTechZone", "platform": "Platform", "city": "Region"}

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
    """The kind of thing that is asked about, out of those that the parameter takes."""
    wanted = {concept: label for concept, label in _KINDS.items() if not param.kind or label in param.kind}
    networks = {w.start for w in made.said.words if w.concept == "network"}
    for word in made.said.words:
        said = made.said.folded[word.start : word.end]
        if networks & {word.end, word.end + 1}:  # 政策网络 is no policy
            continue
        concept = "body" if word.concept == "who" and lexicon.load().concepts["body"].search(said) else word.concept
        if concept in wanted:
            yield word.start, word.end, wanted[concept]


def none(made: attempt.Try, param: queries.Param) -> _Texts:
    """For a text of which no words of a sentence are told to be it."""
    return iter(())


OF = {"part": _parts, "any": _any, "place": _places, "label": _labels}
