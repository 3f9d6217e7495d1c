"""Writes queries/match/asked.txt: how the sentences of tests/queries are asked, for a new one to be held against."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import yaml

from graph import build, library, stores
from ingest import pipeline
from queries import match
from queries.match import likeness, sentence

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "queries" / "match" / "asked.txt"
# Sets that only measure are no examples.
APART = ("asked_tenth", "asked_eleventh")


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
    """One line for each sentence: its question, or that it has none, and its tokens."""
    lines = set()
    for path in sorted((ROOT / "tests" / "queries").glob("asked*.yaml")):
        if path.stem in APART:
            continue
        cases = yaml.safe_load(path.read_text("utf-8"))
        asked = [(case["text"], case["query"]) for lang in ("zh", "en") for case in cases[lang]]
        for text, question in [*asked, *((text, likeness.NOTHING) for text in cases["declined"])]:
            said = sentence.read(text, known, date(2026, 11, 27))[0]
            lines.add("\t".join([question, *sorted(likeness.tokens(said))]))
    return "\n".join(sorted(lines)) + "\n"


if __name__ == "__main__":
    main()
