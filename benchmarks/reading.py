"""How fast documents are read: characters and documents of 2,600 characters a second on one core, by stage."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from ingest import clauses, loaders, reading, resolve, shadow, structure

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = 2_600


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the fastest of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def main() -> None:
    """Print the whole and its stages, each as a share of the whole of the same run."""
    corpus = ROOT.parent / "shared" / "corpus"
    folder = corpus if corpus.is_dir() else ROOT / "ingest" / "samples"
    texts = [loaders.load(raw).text for raw in loaders.find_files([folder])]
    characters = sum(map(len, texts))
    shadows = [shadow.clean(t) for t in texts]
    outlines = [structure.outline(s) for s in shadows]
    scenes = [resolve.resolve(s, o) for s, o in zip(shadows, outlines, strict=True)]
    whole = timed(lambda: [reading.read(t, "0" * 64) for t in texts])
    stages = {
        "shadow": timed(lambda: [shadow.clean(t) for t in texts]),
        "outline": timed(lambda: [structure.outline(s) for s in shadows]),
        "find and resolve": timed(lambda: [resolve.resolve(s, o) for s, o in zip(shadows, outlines, strict=True)]),
        "clauses": timed(lambda: [clauses.split(s) for s in scenes]),
    }
    print(
        f"{len(texts)} documents, {characters} characters: {whole:.2f} s, {characters / whole / DOCUMENT:.0f} documents of {DOCUMENT} characters a second"
    )
    for name, seconds in stages.items():
        print(f"  {name:18} {seconds / whole:6.1%}")


if __name__ == "__main__":
    main()
