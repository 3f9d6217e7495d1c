"""How many sentences of each set in tests/queries are understood by what is learnt from the others: the set left out."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import queries
from queries import match
from queries.match import likeness
from tools import asked

TODAY = date(2026, 11, 27)  # of all sets: last year is the one before

Case = Mapping[str, Any]  # a sentence with the question and the parameters that it should be taken for


def main() -> None:
    """Print understood of all, in Chinese and in English, and declined of all, a line a set."""
    parser = argparse.ArgumentParser(prog="python -m tools.understood", description=__doc__)
    parser.add_argument("sets", nargs="*", help="only these sets: asked_tenth")
    parser.add_argument("--show", action="store_true", help="show the sentences that are not understood")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        known = asked.names(Path(folder))
    held, texts = asked.sets(known), asked.cases()
    totals = dict.fromkeys(("zh", "en", "declined"), (0, 0))
    for name in given.sets or texts:
        wrong = failures(texts[name], known, without(name, held))
        counts = {part: (len(texts[name][part]) - len(wrong[part]), len(texts[name][part])) for part in totals}
        totals = {part: (totals[part][0] + counts[part][0], totals[part][1] + counts[part][1]) for part in totals}
        _tell(name, counts)
        for line in (line for part in totals if given.show for line in wrong[part]):
            sys.stdout.write(f"    {line}\n")
    _tell("together", totals)


def without(name: str, held: Mapping[str, Sequence[asked.Asked]]) -> likeness.Learnt:
    """What is learnt from all sets but one."""
    others = [one for other, taken in held.items() if other != name for one in taken]
    return likeness.read(asked.learnt(others))


def _tell(name: str, counts: Mapping[str, tuple[int, int]]) -> None:
    shares = (f"{part} {right}/{of} ({right / of:.1%})" for part, (right, of) in counts.items())
    sys.stdout.write("  ".join([f"{name:18}", *shares]) + "\n")


def failures(
    texts: Mapping[str, Sequence[Any]], known: match.Names, learnt: likeness.Learnt | None = None
) -> dict[str, list[str]]:
    """The sentences of a set that are taken otherwise, with what they are taken for; and those taken that should not be."""
    wrong = {lang: list(_mistaken(texts[lang], known, learnt)) for lang in ("zh", "en")}
    found = ((text, match.understand(text, known, TODAY, learnt).choice) for text in texts["declined"])
    return wrong | {"declined": [f"{text} → {choice.query} {got(choice)}" for text, choice in found if choice]}


def _mistaken(cases: Sequence[Case], known: match.Names, learnt: likeness.Learnt | None) -> Iterator[str]:
    for case in cases:
        found = match.understand(case["text"], known, TODAY, learnt)
        taken = (found.choice.query, got(found.choice)) if found.choice else (found.why, found.unknown)
        if taken != (case["query"], wanted(known, case["query"], case["params"])):
            yield f"{case['text']} ({case['query']} {case['params']}) → {taken[0]} {taken[1]}"


def wanted(known: match.Names, query: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters as names of things; a name that the graph writes otherwise is the thing whose name it holds."""
    kinds = {p.name: p.kind for p in queries.get(query).params if p.type == "node"}
    filled = {name: value for name, value in params.items() if value != _default(query, name)}
    return {name: _thing(known, value, kinds[name]) if name in kinds else value for name, value in filled.items()}


def _thing(known: match.Names, name: str, kinds: tuple[str, ...]) -> str:
    found = [m.thing.name for f in known.written(name) for m in f.meant if m.thing.label in kinds]
    return name if name in found or not found else found[-1]


def _default(query: str, name: str) -> Any:
    return next(p.default for p in queries.get(query).params if p.name == name)


def got(choice: match.Choice) -> dict[str, Any]:
    """The parameters of a choice that are not the usual ones, things by their names."""
    kinds = {p.name: p.type for p in queries.get(choice.query).params}
    return {
        name: choice.shown[name] if kinds[name] == "node" else value for name, value in choice.params.items()
        if value != _default(choice.query, name)
    }  # fmt: skip


if __name__ == "__main__":
    main()
