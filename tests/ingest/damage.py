"""Damaged documents by seed: truncated, doubled, in the wrong encoding, full of brackets, one line of a megabyte, look-alikes.

`python -m tests.ingest.damage 5000` reads that many, and a long row for every tenth; each must end in a checked reading or in
one of the project's own errors within five seconds of the processor's time. Two numbers are the first seed and the one behind
the last, to read them in slices.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph import errors, evidence
from ingest import loaders, reading
from tests.ingest import rows

LIMIT = 5.0
MEGABYTE = 1_000_000
SAMPLES = Path(loaders.__file__).parents[1] / "samples"
ENGLISH = Path(__file__).parent / "english" / "documents"
_MARKS = "“”《》〈〉（）()[]【】〔〕「」『』\"'‘’，。；：、！？,.;:-—…·"
_ALIKE = dict(
    zip(
        "一工人口日月大小子aceopxyABEKMHOPCTX(),.:;0123",
        "⼀⼯⼈⼝⽇⽉⼤⼩⼦асеорхуАВЕКМНОРСТХ（），。：；０１２３",
        strict=True,
    )
)
_UNSEEN = "\u200b\u200d\ufeff\u202e\u00ad\u3000\u00a0\t\x0b\x0c\x85\u2028\ud7ff\ufffe\x00"
_PIECES = (
    "（",
    "《",
    "、",
    "“",
    "of the ",
    "and ",
    "第一条",
    "市",
    "关于",
    "1,",
    "2021年",
    "万元",
    "section 1 of ",
    "$1,",
    "A. ",
    "\n",
    "的",
    "Committee on ",
)
_CODECS = ("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "big5", "latin-1", "cp1252", "shift-jis")


@dataclass(frozen=True)
class Damaged:
    """A damaged file: the kind of damage, its name and its bytes."""

    kind: str
    name: str
    data: bytes


def texts() -> list[str]:
    """The undamaged ones: our samples, Chinese and English, and the English test documents."""
    return [loaders.load(raw).text for raw in loaders.find_files([SAMPLES, ENGLISH])]


def damage(seed: int, sources: list[str]) -> Damaged:
    """The damaged document of that seed: one or two kinds of damage to one of the sources."""
    chance = random.Random(seed)
    kind = chance.choice(sorted(_KINDS))
    text = chance.choice(sources)
    if chance.random() < 0.3:
        text = _KINDS["brackets"](chance, text)
    return Damaged(kind, f"{seed}.txt", _bytes(chance, kind, _KINDS[kind](chance, text)))


def _bytes(chance: random.Random, kind: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    if kind == "encoding":
        return text.encode(chance.choice(_CODECS), "replace")
    if kind == "mixed up":
        return data.decode(chance.choice(("gb18030", "latin-1", "big5")), "replace").encode()
    if kind == "truncated":
        return data[chance.randrange(len(data)) : chance.randrange(len(data)) or None]
    if kind == "flipped":
        flipped = bytearray(data)
        for _ in range(chance.randrange(1, 60)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        return bytes(flipped)
    return data


def _inserted(chance: random.Random, text: str, alphabet: str, most: int) -> str:
    letters = list(text)
    for _ in range(chance.randrange(1, most)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(alphabet))
    return "".join(letters)


def _alike(chance: random.Random, text: str) -> str:
    share = chance.random()
    return "".join(_ALIKE.get(c, c) if chance.random() < share else c for c in text)


def _one_line(chance: random.Random, text: str) -> str:
    line = text.replace("\n", chance.choice(("", " ", "，")))
    size = chance.choice((10_000, 10_000, 40_000, 100_000))
    return (line * (size // max(1, len(line)) + 1))[:size]


def _repeated(chance: random.Random, text: str) -> str:
    piece = chance.choice(_PIECES)
    at = chance.randrange(len(text))
    return text[:at] + piece * chance.choice((50, 500, 5_000)) + text[at:]


def _shuffled(chance: random.Random, text: str) -> str:
    pieces = text.split(chance.choice(("。", "\n", " ", "，")))
    chance.shuffle(pieces)
    return chance.choice(("。", "\n", " ", "")).join(pieces)


_KINDS: dict[str, Callable[[random.Random, str], str]] = {
    "truncated": lambda chance, text: text,
    "doubled": lambda chance, text: text[: chance.randrange(len(text))] + text * chance.randrange(1, 4),
    "encoding": lambda chance, text: text,
    "mixed up": lambda chance, text: text,
    "flipped": lambda chance, text: text,
    "brackets": lambda chance, text: _inserted(chance, text, _MARKS, 200),
    "unseen": lambda chance, text: _inserted(chance, text, _UNSEEN, 200),
    "look-alikes": _alike,
    "one line": _one_line,
    "repeated": _repeated,
    "shuffled": _shuffled,
    "spaced": lambda chance, text: "".join(c + " " * (chance.random() < 0.2) for c in text),
    "broken": lambda chance, text: "".join(c + "\n" * (chance.random() < 0.05) for c in text),
}


def outcome(file: Damaged) -> str:
    """reading or error, after the reading was held against its text. Anything else that happens is raised."""
    try:
        text = loaders.load(loaders.Raw(evidence.Source(file.name), file.data)).text
        made = reading.read(text, sha256(file.data).hexdigest(), file.name)
    except errors.PolicyGraphError:
        return "error"
    evidence.check(made, text)
    return "reading"


def megabyte(text: str) -> Damaged:
    """One line of a million characters, out of a text."""
    line = text.replace("\n", " ")
    return Damaged("megabyte", "megabyte.txt", (line * (MEGABYTE // len(line) + 1))[:MEGABYTE].encode())


def long_row(seed: int) -> Damaged:
    """The long row of that seed as a file."""
    return Damaged("long row", f"row-{seed}.txt", rows.long_row(seed).encode())


def files(start: int, stop: int) -> Iterator[Damaged]:
    """The damaged documents of those seeds, and a long row for every tenth."""
    sources = texts()
    for seed in range(start, stop):
        yield damage(seed, sources)
        if seed % 10 == 0:
            yield long_row(seed)


def main(start: int, stop: int) -> None:
    """Read the files of those seeds; print the outcomes and the slowest, and raise on the first that goes wrong."""
    ends, slowest = Counter[tuple[str, str]](), (0.0, "")
    for file in files(start, stop):
        begin = time.process_time()
        ends[file.kind, outcome(file)] += 1
        slowest = max(slowest, (time.process_time() - begin, file.name))
    lines = [f"{kind:12} {end:8} {number}" for (kind, end), number in sorted(ends.items())]
    total = f"{ends.total()} documents, slowest {slowest[0]:.2f} s ({slowest[1]})"
    sys.stdout.write("\n".join([*lines, total]) + "\n")
    if slowest[0] > LIMIT:
        sys.exit(f"slower than {LIMIT} s")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] or [5000]
    main(*given if len(given) > 1 else (0, given[0]))
