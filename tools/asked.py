"""Writes queries/match/asked.txt: how the sentences of tests/queries are asked, for a new one to be held against."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from graph import build, library, stores
from ingest import pipeline
from queries import match
from queries.match import likeness, sentence

ROOT = Path(__file__).resolve().parents[1]
# Sets that only measure are no examples.
APART = ("asked_tenth", "asked_eleventh")


def main() -> None:
    """One line for each sentence: its question, or that it has none, and its tokens."""
    with tempfile.TemporaryDirectory() as folder:
        known = _names(Path(folder))
    lines = sorted(set(_lines(known)))
    (ROOT / "queries" / "match" / "asked.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _names(folder: Path) -> match.Names:
    """The names of the sample graph, which the sentences speak of."""
    with library.open_library(folder) as held:
        pipeline.ingest(held, [ROOT / "ingest" / "samples"])
        store = stores.open_store(folder, writable=True)
        build.build(held, store)
    names = match.of_store(store)
    store.close()
    return names


def _lines(known: match.Names) -> Iterator[str]:
    for path in sorted((ROOT / "tests" / "queries").glob("asked*.yaml")):
        if path.stem in APART:
            continue
        cases = yaml.safe_load(path.read_text("utf-8"))
        asked = [(case["text"], case["query"]) for lang in ("zh", "en") for case in cases[lang]]
        for text, question in [*asked, *((text, likeness.NOTHING) for text in cases["declined"])]:
            said = sentence.read(text, known, date(2026, 11, 27))[0]
            yield "\t".join([question, *sorted(likeness.tokens(said))])


if __name__ == "__main__":
    main()
