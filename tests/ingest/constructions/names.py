"""Tables of names in varied surroundings (names_*.yaml): reads them, and counts what a reading finds of them.

`python -m tests.ingest.constructions.names` shows recall and precision of each table by halves; `--errors` lists what went wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import plain
from ingest import reading

HERE = Path(__file__).parent
# Kinds that a case lists in full; bodies of the state, regions (but in their own table), classes of beneficiary may stand unmarked.
LISTED = frozenset(
    ("Organization", "Platform", "Programme", "Fund", "Person", "Mechanism", "Project", "Meeting", "DevelopmentZone",
     "HighTechZone", "DemonstrationZone", "Policy")
)  # fmt: skip
_NAME = re.compile(r"\[(?P<name>[^\[\]|]+)(?:\|(?P<kind>\w+))?\]")
# A case is read as the body of a note under a title that names nothing.
_TITLE = "情况说明\n\n"

Name = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One sentence with the names that it holds, as (kind, name)."""

    table: str
    group: str
    text: str
    names: frozenset[Name]

    @property
    def half(self) -> str:
        """Rules are made from one half of each table; the other tells whether they hold."""
        return ("tune", "held")[zlib.crc32(self.text.encode()) % 2]


def cases(folder: Path = HERE) -> Iterator[Case]:
    """All cases of all tables."""
    for path in sorted(folder.glob("names_*.yaml")):
        data = plain.load(path.read_text("utf-8"))
        for group, lines in data["cases"].items():
            for line in lines.splitlines():
                names = {(m["kind"] or data["kind"], m["name"]) for m in _NAME.finditer(line)}
                yield Case(path.stem.removeprefix("names_"), group, _NAME.sub(r"\g<name>", line), frozenset(names))


def read(case: Case) -> tuple[set[Name], set[Name]]:
    """What the reading missed of the case, and what it names that the case does not; what lies inside a name is neither."""
    made = reading.read(_TITLE + case.text + "\n", "0" * 64)
    found = {(e.type, m.span.text) for e in made.entities for m in e.mentions if m.span.start >= len(_TITLE)}
    extra = {
        (kind, name)
        for kind, name in found - case.names
        if (kind in LISTED or (kind, case.table) == ("Region", "region"))
        and not any(name != outer and name in outer for _kind, outer in case.names & found)
    }
    return set(case.names - found), extra


def main() -> None:
    """Recall and precision by table and half."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--errors", choices=("tune", "held", "all"))
    parser.add_argument("--table")
    parser.add_argument("--folder", type=Path, default=HERE)
    args = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    for case in cases(args.folder):
        if args.table and case.table != args.table:
            continue
        missed, extra = read(case)
        for table in (case.table, "~ all"):
            counts[table, case.half, "said"] += len(case.names)
            counts[table, case.half, "missed"] += len(missed)
            counts[table, case.half, "extra"] += len(extra)
        if (missed or extra) and args.errors in (case.half, "all"):
            sys.stdout.write(f"{case.table} {case.text}\n    missed {sorted(missed)}  extra {sorted(extra)}\n")
    for table, half in sorted({(t, h) for t, h, _what in counts}):
        said, lost, more = (counts[table, half, what] for what in ("said", "missed", "extra"))
        hit = said - lost
        recall, precision = hit / max(1, said), hit / max(1, hit + more)
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        sys.stdout.write(
            f"{table:14} {half:5} names {said:4}  recall {recall:.3f}  precision {precision:.3f}  F1 {f1:.3f}\n"
        )


if __name__ == "__main__":
    main()
