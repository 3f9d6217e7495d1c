"""Learns how questions are asked, from said.yaml and the sentences of tests/queries, and writes it to queries/match/asked.txt."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy import sparse

from graph import build, library, stores
from ingest import pipeline
from queries import match
from queries.match import likeness, sentence

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "queries" / "match" / "asked.txt"
SAID = ROOT / "queries" / "match" / "said.yaml"
_PENALTY = 0.1  # of the squares of the weights: chosen by leaving each set out in turn
_STEPS = 100
_KEPT = 0.1  # smaller weights are left out

Asked = tuple[frozenset[str], str]  # the tokens of a sentence, and its question


def main() -> None:
    """Write the file; a test holds it up to date."""
    with tempfile.TemporaryDirectory() as folder:
        FILE.write_text(made(names(Path(folder))), "utf-8")


def names(folder: Path) -> match.Names:
    """The names of the sample graph, which the sentences speak of."""
    with library.open_library(folder) as held:
        pipeline.ingest(held, [ROOT / "ingest" / "samples"])
        store = stores.open_store(folder, writable=True)
        build.build(held, store)
    found = match.of_store(store)
    store.close()
    return found


def made(known: match.Names) -> str:
    """The text of the file: sentences and questions; then each token, how many sentences hold it, and its weights."""
    return learnt([asked for taken in sets(known).values() for asked in taken])


def sets(known: match.Names) -> dict[str, list[Asked]]:
    """The sentences of said.yaml and of each set, taken apart."""
    said = yaml.safe_load(SAID.read_text("utf-8"))
    texts = {"said": [(text.format_map(said["names"]), question) for question, text in _said(said)]}
    for name, listed in cases().items():
        texts[name] = [(case["text"], case["query"]) for lang in ("zh", "en") for case in listed[lang]]
        texts[name] += [(text, likeness.NOTHING) for text in listed["declined"]]
    day = date(2026, 11, 27)
    return {
        name: [(likeness.tokens(sentence.read(text, known, day)[0]), question) for text, question in listed]
        for name, listed in texts.items()
    }


def cases() -> dict[str, dict[str, Any]]:
    """The sets of tests/queries: under `zh` and `en` sentences with what they mean, under `declined` those that mean nothing."""
    files = sorted((ROOT / "tests" / "queries").glob("asked*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in files}


def _said(said: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    yield from ((question, text) for question, texts in said["asked"].items() for text in texts)
    yield from ((likeness.NOTHING, text) for text in said["nothing"])


def learnt(asked: Sequence[Asked]) -> str:
    """The model of these sentences, as text."""
    holding = Counter(token for tokens, _ in asked for token in tokens)
    telling = {token: likeness.telling(len(asked), often) for token, often in holding.items()}
    order, questions = sorted(holding), sorted({question for _, question in asked})
    vectors = _vectors([likeness.shares(tokens, telling) for tokens, _ in asked], order)
    chosen = np.array([questions.index(question) for _, question in asked])
    weights = np.rint(likeness.HUNDREDTHS * _fitted(vectors, np.eye(len(questions))[chosen])).astype(int)
    least = _KEPT * likeness.HUNDREDTHS
    lines = ["\t".join([str(len(asked)), *questions])]
    for token, row in zip(order, weights, strict=True):
        kept = [f"{number}:{weight}" for number, weight in enumerate(row) if abs(weight) >= least]
        lines.append("\t".join([token, str(holding[token]), *kept]))
    return "\n".join(lines) + "\n"


def _vectors(rows: Sequence[dict[str, float]], order: Sequence[str]) -> sparse.csr_array:
    """Sentences × tokens."""
    column = {token: number for number, token in enumerate(order)}
    places = [(row, column[token], share) for row, shares in enumerate(rows) for token, share in sorted(shares.items())]
    at, to, values = zip(*places, strict=True)
    return sparse.csr_array((values, (at, to)), shape=(len(rows), len(order)))


def _fitted(vectors: sparse.csr_array, wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tokens × questions: the least cross-entropy with a penalty, by Nesterov's accelerated gradient with restarts."""
    back = vectors.T.tocsr()
    length = 1 / (sparse.linalg.svds(vectors, k=1, return_singular_vectors=False, rng=0)[0] ** 2 / 2 + _PENALTY)
    weights = ahead = np.zeros((vectors.shape[1], wanted.shape[1]))
    pace = 1.0
    for _ in range(_STEPS):
        sums = vectors @ ahead
        raised = np.exp(sums - sums.max(axis=1, keepdims=True))
        slope = back @ (raised / raised.sum(axis=1, keepdims=True) - wanted) + _PENALTY * ahead
        moved = ahead - length * slope
        pace_next = 1.0 if ((moved - weights) * slope).sum() > 0 else (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = moved + (pace - 1) / pace_next * (moved - weights)
        weights, pace = moved, pace_next
    return weights


if __name__ == "__main__":
    main()
