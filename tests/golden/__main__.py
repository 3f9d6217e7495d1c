"""Golden readings at the command line: score ours against a set, or take annotated files in.

python -m tests.golden score dev|held|written [--errors 50]
python -m tests.golden take dev|held|written FOLDER    (files in the form of ../shared/eval/gold)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from graph import evidence
from ingest import reading
from tests import golden

SCORER = golden.CORPUS.parent / "eval" / "score.py"


def main(job: str, group: str, *rest: str) -> int:
    """Do the job; returns the exit code."""
    if group not in golden.SETS or job not in ("score", "take"):
        sys.exit(__doc__)
    return _score(group, rest) if job == "score" else _take(group, Path(rest[0]))


def _take(group: str, folder: Path) -> int:
    (golden.HERE / group).mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = golden.packed(gold, golden.document(path.stem, gold.get("until")))
        (golden.HERE / group / path.name).write_text(text, "utf-8")
    return 0


def _score(group: str, options: tuple[str, ...]) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        for stem in golden.stems(group):
            _prepare(Path(scratch), group, stem)
        command = [sys.executable, str(SCORER), "--gold", "gold", "--docs", "docs", "--pred", "pred", *options]
        return subprocess.run(command, cwd=scratch, check=False).returncode


def _prepare(folder: Path, group: str, stem: str) -> None:
    gold = golden.unpacked(group, stem)
    text = golden.document(stem, gold.get("until"))
    made = reading.read(text, sha256(text.encode()).hexdigest(), stem)
    for kind, name, content in (
        ("gold", f"{stem}.json", json.dumps(gold, ensure_ascii=False)),
        ("docs", f"{stem}.txt", text),
        ("pred", f"{stem}.json", json.dumps(evidence.to_json(made), ensure_ascii=False)),
    ):
        (folder / kind).mkdir(exist_ok=True)
        (folder / kind / name).write_bytes(content.encode())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 2 else main("", ""))
