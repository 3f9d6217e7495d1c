"""People's decisions: data with author, date and reason, reversible, that outlive a re-ingest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations

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
    """The judgements in force: the last one by date on each matter, none where the last one withdraws.

    By date and not by place in the journal, so that a colleague's file may be taken in at any time.
    """
    last: dict[tuple[str, str], Judgement] = {}
    for one in sorted(judgements, key=lambda j: j.date):
        last.pop(one.about, None)
        last[one.about] = one
    return tuple(j for j in last.values() if j.verdict != "withdraw")


# ---- as a file ------------------------------------------------------------------------------------------------------


def to_lines(judgements: Iterable[Judgement]) -> str:
    """One JSON object a line, by date: a file that a team can keep in git and merge line by line."""
    ordered = sorted(judgements, key=lambda j: (j.date, j.left, j.right, j.author, j.verdict))
    rows = (asdict(one) | {"correction": dict(one.correction)} for one in ordered)
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def from_lines(text: str) -> tuple[Judgement, ...]:
    """The judgements in such a file. Raises LibraryError naming the line that is wrong."""
    found = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
                pairs = tuple((str(key), str(value)) for key, value in dict(row.pop("correction", {})).items())
                found.append(Judgement(**{str(key): str(value) for key, value in row.items()}, correction=pairs))
            except (ValueError, TypeError, AttributeError, errors.LibraryError) as error:
                raise errors.LibraryError(f"line {number} is no judgement: {error}") from error
    return tuple(found)


# ---- agreement ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two authors agree: matters that both judged, how many alike, and Cohen's kappa (None where undefined)."""

    one: str
    two: str
    matters: int
    alike: int
    kappa: float | None


def agreement(judgements: Iterable[Judgement]) -> tuple[Agreement, ...]:
    """Each two authors' agreement on what both judged, by their last verdicts on it.

    Kappa after Cohen, A coefficient of agreement for nominal scales (1960): (observed - expected) / (1 - expected).
    """
    verdicts: dict[str, dict[tuple[str, str], str]] = {}
    for one in sorted(judgements, key=lambda j: j.date):
        verdicts.setdefault(one.author, {})[one.about] = one.verdict
    found = []
    for first, second in combinations(sorted(verdicts), 2):
        both = sorted(verdicts[first].keys() & verdicts[second].keys())
        pairs = [(verdicts[first][about], verdicts[second][about]) for about in both]
        if pairs:
            found.append(Agreement(first, second, len(pairs), sum(a == b for a, b in pairs), _kappa(pairs)))
    return tuple(found)


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    number = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    observed = sum(a == b for a, b in pairs) / number
    expected = sum(left[name] * right[name] for name in left) / number**2
    return None if expected == 1 else round((observed - expected) / (1 - expected), 3)
