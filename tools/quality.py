"""Writes docs/quality.md: scores by set, kind and genre, and the most frequent kinds of error with what would mend them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph import evidence
from ingest import reading
from tests import golden
from tools import shared
from tools.shared import EVAL, ROOT

PARTS = ("entities", "claims", "grants", "measures")
DETAILS = (
    "names", "status", "time", "speaker", "evidence", "grant parts", "grant status", "measure status", "measure agency",
    "measure targets", "grounded",
)  # fmt: skip
MOST, LONGEST_NAME = 20, 30
TUNED = ("shared", "dev", "written")
ABOUT = {
    "shared": "shared gold, tuned on",
    "dev": "corpus documents that we annotated, tuned on (`tests/golden/dev`)",
    "held": "documents of the corpus and written ones, kept from those who write rules (`tests/golden/held`)",
    "written": "documents written for this project in the manner of further genres, tuned on (`tests/golden/written`)",
}
MENDS = {
    "entity-": "a head or a modifier in `lexicon/heads.yaml`, or a rule in `ingest/find`",
    "entity+": "a boundary or a class that means no one, in `lexicon/boundaries.yaml` and `heads.yaml`",
    "claim-": "a frame or a verb in `lexicon/frames.yaml`, or a module in `ingest/relate/claims`",
    "claim+": "what only looks like a slot, in `ingest/relate/claims/slots.py` and `lexicon/actors.yaml`",
    "grant-": "words of giving in `lexicon/money.yaml`",
    "grant+": "thresholds and incomes in `lexicon/money.yaml`",
    "measure-": "where one aim ends, in `lexicon/groups.yaml` and `ingest/relate/measures`",
    "measure+": "headings, conditions and definitions in `lexicon/groups.yaml`",
}


@dataclass(frozen=True)
class Case:
    """A document with its gold, both as the scorer reads them."""

    name: str
    text: bytes
    gold: bytes


@dataclass(frozen=True)
class Scored:
    """The scorer's report and its list of errors: document, what, kind, name."""

    report: dict[str, Any]
    errors: tuple[tuple[str, ...], ...]
    documents: int


def main() -> None:
    """Read the documents that have gold, score them by set and by genre, write the page."""
    shared.need()
    sets_of = {"shared": _shared()} | {group: tuple(_golden(group)) for group in golden.SETS}
    genres: dict[str, list[Case]] = defaultdict(list)
    for case in (case for name in TUNED for case in sets_of[name]):
        genres[_read(case).document.doc_type].append(case)
    sets = {name: score(cases) for name, cases in sets_of.items()}
    by_genre = {genre: score(cases) for genre, cases in sorted(genres.items())}
    (ROOT / "docs" / "quality.md").write_text(page(sets, by_genre), "utf-8")


def _shared() -> tuple[Case, ...]:
    paths = sorted((EVAL / "gold").glob("*.json"))
    return tuple(Case(p.stem, (EVAL / "docs" / f"{p.stem}.txt").read_bytes(), p.read_bytes()) for p in paths)


def _golden(group: str) -> Iterator[Case]:
    for stem in golden.stems(group):
        gold = golden.unpacked(group, stem)
        text = golden.document(stem, gold.get("until"))
        yield Case(stem, text.encode(), json.dumps(gold, ensure_ascii=False).encode())


def _read(case: Case) -> evidence.Reading:
    return reading.read(case.text.decode(), sha256(case.text).hexdigest(), case.name)


def score(cases: Sequence[Case]) -> Scored:
    """The scorer's report on our readings of these documents."""
    with tempfile.TemporaryDirectory() as scratch:
        for case in cases:
            pred = json.dumps(evidence.to_json(_read(case)), ensure_ascii=False).encode()
            for kind, ending, content in (
                ("gold", "json", case.gold),
                ("docs", "txt", case.text),
                ("pred", "json", pred),
            ):
                folder = Path(scratch) / kind
                folder.mkdir(exist_ok=True)
                (folder / f"{case.name}.{ending}").write_bytes(content)
        command = [sys.executable, str(EVAL / "score.py"), "--gold", "gold", "--docs", "docs", "--pred", "pred"]
        report, listing = (_output([*command, *more], scratch) for more in (["--json"], ["--errors", "9999"]))
    rows = (tuple(line.split("\t")) for line in listing.splitlines())
    return Scored(json.loads(report), tuple(row for row in rows if len(row) == 4), len(cases))


def _output(command: list[str], folder: str) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def page(sets: dict[str, Scored], by_genre: dict[str, Scored]) -> str:
    """The whole page. `sets` are shared, dev and written, which were tuned on, and held, which was not."""
    return "\n".join((*_head(sets), *_kinds(sets["shared"]), *_genres(by_genre), *_errors(sets))) + "\n"


def _head(sets: dict[str, Scored]) -> Iterator[str]:
    yield "# Quality"
    yield ""
    yield "Made by `make quality`. F1 pooled over all documents of a set, and in brackets the mean over its documents."
    yield ""
    yield "| set | documents | " + " | ".join(PARTS) + " |"
    yield "| --- " * 6 + "|"
    for name, scored in sets.items():
        cells = (f"{scored.report[p]['f1']:.2f} ({scored.report[p]['mean f1']:.2f})" for p in PARTS)
        yield f"| {ABOUT[name]} | {scored.documents} | " + " | ".join(cells) + " |"
    yield ""
    yield "| of what was found, right | " + " | ".join(sets) + " |"
    yield "| --- " * (len(sets) + 1) + "|"
    for detail in DETAILS:
        yield f"| {detail} | " + " | ".join(_share(s.report[detail]) for s in sets.values()) + " |"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _kinds(scored: Scored) -> Iterator[str]:
    yield from ("", "## By kind, on the shared gold", "", "| | precision | recall | F1 | in the gold |")
    yield "| --- | --- | --- | --- | --- |"
    for part in PARTS:
        yield _row(f"**{part}**", scored.report[part])
        if part in ("entities", "claims"):
            yield from (_row(kind, one) for kind, one in scored.report[part]["by"].items())


def _row(name: str, one: dict[str, Any]) -> str:
    return f"| {name} | {one['precision']:.2f} | {one['recall']:.2f} | {one['f1']:.2f} | {one['gold']} |"


def _genres(by_genre: dict[str, Scored]) -> Iterator[str]:
    yield from ("", "## By genre, on what was tuned on", "")
    yield "| genre | documents | " + " | ".join(f"{part} F1" for part in PARTS) + " |"
    yield "| --- " * 6 + "|"
    for genre, scored in by_genre.items():
        cells = (f"{s['f1']:.2f}" if (s := scored.report[part])["gold"] else "–" for part in PARTS)
        yield f"| {genre} | {scored.documents} | " + " | ".join(cells) + " |"


def _errors(sets: dict[str, Scored]) -> Iterator[str]:
    """The most frequent kinds of error of all sets, with examples from those that were tuned on."""
    yield from (
        "",
        "## Most frequent kinds of error",
        "",
        "+ is read and not in the gold, - is in the gold and not read.",
        "",
    )
    yield from ("| error | kind | times | for example | what would mend it |", "| --- | --- | --- | --- | --- |")
    errors = [row for scored in sets.values() for row in scored.errors]
    shown = [row for name in TUNED if name in sets for row in sets[name].errors]
    counts = Counter((what, _kind(what, kind)) for _, what, kind, _ in errors)
    for (what, kind), times in counts.most_common(MOST):
        example = next((_short(n) for _, w, k, n in shown if kind and (w, k) == (what, kind)), "")
        yield f"| {what} | {kind} | {times} | {example} | {_mend(what, kind, errors)} |"


def _kind(what: str, kind: str) -> str:
    return kind if what.startswith(("entity", "claim")) else ""


def _short(name: str) -> str:
    return " → ".join(piece[:LONGEST_NAME] for piece in name.split(" → ")).replace("|", " ")


def _mend(what: str, kind: str, errors: Sequence[tuple[str, ...]]) -> str:
    """Where to mend it; of claims that are missed or wrong, how many only follow from a thing that is."""
    part, sign = what[:-1], what[-1]
    where = MENDS[what]
    if part != "claim":
        return where
    things = {(document, name) for document, w, _, name in errors if w == f"entity{sign}"}
    mine = [(d, n) for d, w, k, n in errors if (w, k) == (what, kind)]
    follow = sum(any((d, end) in things for end in name.split(" → ")) for d, name in mine)
    return f"{where}; {follow} of {len(mine)} follow from a thing that is {'missed' if sign == '-' else 'wrong'}"


if __name__ == "__main__":
    main()
