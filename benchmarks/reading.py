"""How fast documents are read on one core, file to reading and by stage, beside plain word tagging of the same text."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from pathlib import Path

from ingest import clauses, language, loaders, reading, resolve, shadow, structure

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = 2_600


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Processor seconds of the fastest of several rounds: what others do on the machine counts as little as can be."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def read_files(folder: Path) -> list[object]:
    """Every file of the folder, loaded and read."""
    texts = (loaders.load(raw).text for raw in loaders.find_files([folder]))
    return [reading.read(text, "0" * 64) for text in texts]


def stages(texts: list[str]) -> dict[str, float]:
    """Seconds of each stage of reading by itself."""
    shadows = [shadow.clean(t) for t in texts]
    outlines = [structure.outline(s) for s in shadows]
    scenes = [resolve.resolve(s, o) for s, o in zip(shadows, outlines, strict=True)]
    return {
        "shadow": timed(lambda: [shadow.clean(t) for t in texts]),
        "outline": timed(lambda: [structure.outline(s) for s in shadows]),
        "find and resolve": timed(lambda: [resolve.resolve(s, o) for s, o in zip(shadows, outlines, strict=True)]),
        "clauses": timed(lambda: [clauses.split(s) for s in scenes]),
    }


def taggers() -> dict[str, Callable[[str], object]]:
    """Tools that only cut a text into words and tag each with its part of speech (benchmarks/requirements.txt)."""
    jieba, jiagu = importlib.import_module("jieba.posseg"), importlib.import_module("jiagu")
    return {"jieba.posseg": jieba.lcut, "jiagu.pos": lambda text: jiagu.pos(jiagu.seg(text))}


def main() -> None:
    """Print the whole, its stages as shares of it, and the taggers' speed, all of one run."""
    corpus = ROOT.parent / "shared" / "corpus"
    folder = corpus if corpus.is_dir() else ROOT / "ingest" / "samples"
    texts = [loaders.load(raw).text for raw in loaders.find_files([folder])]
    chinese = [t for t in texts if language.of(t) == "zh"]
    whole = timed(lambda: read_files(folder))
    print(
        f"{len(texts)} documents, {sum(map(len, texts))} characters; documents of {DOCUMENT} characters a second and core:"
    )
    print(f"  {'file to reading':18} {sum(map(len, texts)) / whole / DOCUMENT:6.0f}   ({whole:.2f} s)")
    for name, tag in taggers().items():
        seconds = timed(lambda tag=tag: [tag(t) for t in chinese], rounds=1)  # type: ignore[misc]
        print(f"  {name:18} {sum(map(len, chinese)) / seconds / DOCUMENT:6.0f}   (tags only, Chinese texts)")
    for name, seconds in stages(texts).items():
        print(f"    {name:18} {seconds / whole:6.1%}")


if __name__ == "__main__":
    main()
