"""Writes docs/quality.md: precision, recall and F1 on the shared gold by kind and genre, and the most frequent kinds of error."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph import evidence
from ingest import reading

ROOT = Path(__file__).resolve().parents[1]
EVAL = ROOT.parent / "shared" / "eval"
# Kept unread until the rest is good; scored once, at the end.
LEFT_OUT = ("reply-anhui", "shaanxi-hightech-zone-recognition", "shanghai-lingang-industry-support")
PARTS = ("entities", "claims", "grants", "measures")
MOST, LONGEST_NAME = 20, 30


def main() -> None:
    """Read the gold's documents, score them as a whole and by genre, write the page."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        genres = {
            path.stem: _prepare(folder, path)
            for path in sorted((EVAL / "gold").glob("*.json"))
            if path.stem not in LEFT_OUT
        }
        whole, errors = _score(folder / "all")
        by_genre = {genre: _score(folder / genre)[0] for genre in sorted(set(genres.values()))}
    (ROOT / "docs" / "quality.md").write_text(_page(len(genres), whole, by_genre, errors), "utf-8")


def _prepare(folder: Path, gold: Path) -> str:
    """Gold, document and prediction under all/ and under the genre read; returns the genre."""
    data = (EVAL / "docs" / f"{gold.stem}.txt").read_bytes()
    made = reading.read(data.decode(), sha256(data).hexdigest(), gold.stem)
    pred = json.dumps(evidence.to_json(made), ensure_ascii=False).encode()
    for group in ("all", made.document.doc_type):
        for kind, name, content in (
            ("gold", gold.name, gold.read_bytes()),
            ("docs", f"{gold.stem}.txt", data),
            ("pred", gold.name, pred),
        ):
            (folder / group / kind).mkdir(parents=True, exist_ok=True)
            (folder / group / kind / name).write_bytes(content)
    return made.document.doc_type


def _score(folder: Path) -> tuple[dict[str, Any], list[list[str]]]:
    command = [sys.executable, str(EVAL / "score.py"), "--gold", "gold", "--docs", "docs", "--pred", "pred"]
    report = subprocess.run([*command, "--json"], cwd=folder, capture_output=True, text=True, check=True).stdout
    listing = subprocess.run(
        [*command, "--errors", "9999"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout
    return json.loads(report), [line.split("\t") for line in listing.splitlines() if line.count("\t") == 3]


def _row(name: str, score: dict[str, Any]) -> str:
    return f"| {name} | {score['precision']:.2f} | {score['recall']:.2f} | {score['f1']:.2f} | {score['gold']} |"


def _page(count: int, whole: dict[str, Any], by_genre: dict[str, dict[str, Any]], errors: list[list[str]]) -> str:
    head = ["| | precision | recall | F1 | in the gold |", "| --- | --- | --- | --- | --- |"]
    lines = ["# Quality", "", f"Made by `make quality` on {count} documents of the shared gold; left out as unread: {', '.join(LEFT_OUT)}.",
             "These documents were looked at while the rules were written, so unseen ones score lower.", "", *head]  # fmt: skip
    for part in PARTS:
        lines.append(_row(f"**{part}**", whole[part]))
        lines += [_row(kind, score) for kind, score in whole[part]["by"].items() if part in ("entities", "claims")]
    lines += [
        "",
        "## By genre",
        "",
        "| genre | documents | " + " | ".join(f"{part} F1" for part in PARTS) + " |",
        "| --- " * 6 + "|",
    ]
    lines += [
        f"| {genre} | {s['documents']} | " + " | ".join(f"{s[part]['f1']:.2f}" for part in PARTS) + " |"
        for genre, s in by_genre.items()
    ]
    lines += ["", "## Most frequent kinds of error", "", "+ is read and not in the gold, - is in the gold and not read.", "",
              "| error | kind | times | for example |", "| --- | --- | --- | --- |"]  # fmt: skip
    examples: dict[tuple[str, str], str] = defaultdict(str)
    counts = Counter((what, kind if what.startswith(("entity", "claim")) else "") for _, what, kind, _ in errors)
    for _, what, kind, name in errors:
        if what.startswith(("entity", "claim")) and not examples[what, kind]:
            examples[what, kind] = " → ".join(piece[:LONGEST_NAME] for piece in name.split(" → "))
    lines += [
        f"| {what} | {kind} | {times} | {examples[what, kind].replace('|', ' ')} |"
        for (what, kind), times in counts.most_common(MOST)
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
