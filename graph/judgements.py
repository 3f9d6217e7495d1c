"""People's decisions: data with author, date and reason, reversible, that outlive a re-ingest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph import errors, evidence, ontology

VERDICTS = ("same", "not_same", "unsure", "accept", "reject", "correct", "withdraw")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `left` and `right` are node ids for same, not_same and unsure; `left` is a statement id otherwise.

    `correction` holds the corrected parts for `correct`: status, time or predicate of a claim, or the `instruments` of a
    measure (ids of the scheme in force, split by `;`, empty for none).
    """

    verdict: str
    left: str
    author: str
    date: str
    reason: str
    right: str = ""
    correction: evidence.Pairs = ()

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise errors.LibraryError(f"unknown verdict {self.verdict}; one of {', '.join(VERDICTS)}")
        known = {"status": evidence.STATUSES, "predicate": ontology.load().facts}
        for part, value in self.correction:
            if part not in ("time", "instruments") and value not in known.get(part, ()):
                raise errors.LibraryError(f"a claim's {part} cannot be corrected to {value}")

    @property
    def about(self) -> tuple[str, str]:
        """What it decides on: the two things, in one order, or the statement."""
        left, right = sorted((self.left, self.right)) if self.right else (self.left, "")
        return left, right


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements in force: the last one on each matter, none where the last one withdraws."""
    last: dict[tuple[str, str], Judgement] = {}
    for one in judgements:
        last.pop(one.about, None)
        last[one.about] = one
    return tuple(j for j in last.values() if j.verdict != "withdraw")
