"""People's decisions: data with author, date and reason, reversible, that outlive a re-ingest."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from graph import errors, evidence, ontology

REMARKS = ("tag", "untag", "note")
VERDICTS = ("same", "not_same", "unsure", "split", "accept", "reject", "correct", "withdraw", *REMARKS)
LONGEST_TAG = 60


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `left` and `right` are node ids for same, not_same and unsure; `left` is a statement id otherwise.

    `split` says that the document `right` means another thing by the node `left`: what it says is then of a node of its own.

    `correction` holds the corrected parts for `correct`: status, time or predicate of a claim, or the `instruments` of a
    measure (ids of the scheme in force, split by `;`, empty for none).

    Remarks change nothing in the graph: `left` is then the id of anything. `correction` holds the `tag` that an author puts
    on it or takes off it; a note's text is its `reason`, and an author's empty note takes that author's last one back.
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
            raise errors.LibraryError(
                f"没有 {self.verdict} 这种判断 / unknown verdict {self.verdict}; one of {', '.join(VERDICTS)}"
            )
        known = {"status": evidence.STATUSES, "predicate": ontology.load().facts}
        for part, value in self.correction:
            if part not in ("time", "instruments", "tag") and value not in known.get(part, ()):
                raise errors.LibraryError(
                    f"不能把 {part} 改为 {value} / a claim's {part} cannot be corrected to {value}"
                )
        if self.verdict in ("tag", "untag") and not 0 < len(self.tag) <= LONGEST_TAG:
            raise errors.LibraryError(f"标签要有 1 到 {LONGEST_TAG} 个字 / a tag has 1 to {LONGEST_TAG} characters")

    @property
    def is_remark(self) -> bool:
        """Whether it is a tag or a note, which leaves the graph as it is."""
        return self.verdict in REMARKS

    @property
    def tag(self) -> str:
        """The tag that it puts on or takes off."""
        return str(dict(self.correction).get("tag", ""))

    @property
    def about(self) -> tuple[str, str]:
        """What it decides on: the two things, in one order, or the statement."""
        left, right = sorted((self.left, self.right)) if self.right else (self.left, "")
        return left, right

    @property
    def matter(self) -> tuple[str, ...]:
        """What it has the last word on: what it is about; of a remark, this author's note on it or this very tag of theirs."""
        return (*self.about, self.author, self.tag) if self.is_remark else self.about


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions in force: the last one by date on each matter, none where the last one withdraws; no remarks.

    By date and not by place in the journal, so that a colleague's file may be taken in at any time.
    """
    return tuple(one for one in _last(judgements) if not one.is_remark and one.verdict != "withdraw")


def remarks(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The tags and notes in force, oldest first: each author's own, until that author takes them back."""
    return tuple(one for one in _last(judgements) if one.verdict == "tag" or (one.verdict == "note" and one.reason))


def _last(judgements: Iterable[Judgement]) -> Iterable[Judgement]:
    last: dict[tuple[str, ...], Judgement] = {}
    for one in sorted(judgements, key=lambda j: j.date):
        last.pop(one.matter, None)
        last[one.matter] = one
    return last.values()


def one_with(key: str, judgements: Iterable[Judgement]) -> frozenset[str]:
    """All ids of things that decisions in force have made one with this one, its own among them."""
    pairs = [{one.left, one.right} for one in standing(judgements) if one.verdict == "same"]
    known: set[str] = {key}
    while grown := [pair for pair in pairs if pair & known and not pair <= known]:
        known.update(*grown)
    return frozenset(known)


def parted(key: str, document: str) -> str:
    """The id of what a document means by a node, where people say that it means another thing.

    >>> parted("Platform/创新中心", "Document/桂政发〔2019〕48号-1a2b3c")
    'Platform/创新中心@桂政发〔2019〕48号-1a2b3c'
    """
    return f"{key}@{document.removeprefix('Document/')}"


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
                raise errors.LibraryError(
                    f"第 {number} 行不是判断记录 / line {number} is no judgement: {error}"
                ) from error
    return tuple(found)
