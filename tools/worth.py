"""Measures what the reference tables are worth to reading and writes it into docs/reference.md: the shared gold, read with and without them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools import shared
from tools.shared import EVAL, ROOT

PAGE = ROOT / "docs" / "reference.md"
RUNS = {
    "with all tables": (),
    "without bodies, zones, programmes": ("--without-reference", "facts"),
    "without any table, regions included": ("--without-reference", "all"),
}
PARTS = ("entities", "claims", "grants", "measures")
DETAILS = ("names", "status", "time", "speaker", "measure agency")
BEGIN = "<!-- made by python -m tools.worth -->\n"
END = "<!-- end -->\n"


def main() -> None:
    """Read the documents that have gold once for each run, score them, write the table."""
    shared.need()
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    table = page({name: report(*options) for name, options in RUNS.items()})
    PAGE.write_text(f"{before}{BEGIN}{table}{END}{after}", "utf-8")


def report(*options: str) -> dict[str, Any]:
    """The scorer's report on the shared gold, as `policy-graph extract` reads it with those options."""
    files = [EVAL / "docs" / f"{gold.stem}.txt" for gold in sorted((EVAL / "gold").glob("*.json"))]
    with tempfile.TemporaryDirectory() as pred:
        _output("-m", "cli", "extract", *files, "--out", pred, *options)
        told = _output(EVAL / "score.py", "--json", "--gold", EVAL / "gold", "--docs", EVAL / "docs", "--pred", pred)
    found: dict[str, Any] = json.loads(told)
    return found


def _output(*arguments: str | Path) -> str:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def page(reports: dict[str, dict[str, Any]]) -> str:
    """The reports as a table, a run a row: F1 of each part, then the share of what was found that is right."""
    lines = [f"| read | {' | '.join((*PARTS, *DETAILS))} |", f"| --- {'| --- ' * len((*PARTS, *DETAILS))}|"]
    for name, one in reports.items():
        cells = [f"{one[part]['f1']:.3f}" for part in PARTS] + [f"{one[detail]:.3f}" for detail in DETAILS]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
