"""What claims say once their ends are nodes: which of them stands, which carries out which, and which cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph import evidence, known

_ORDER = {status: rank for rank, status in enumerate(evidence.STATUSES)}
# What happens to a thing once: a second date for it, or a plan for it after it is done, contradicts.
_ONCE = ("ISSUED", "APPROVED")


@dataclass(frozen=True)
class Said:
    """A claim with the global ids of its ends, its document's id and date, and the speaker's node and name.

    A row of a reference table (`reference`) has no day on which it was said: its `date` is when what it tells happened.
    """

    claim: evidence.Claim
    subject: str
    object: str
    document: str
    date: str
    speaker: str
    speaker_name: str
    verdict: str = ""
    reference: bool = False

    @property
    def unchecked(self) -> bool:
        """Whether it is a row or a proposal that nobody has confirmed."""
        return bool(dict(self.claim.qualifiers).get("unchecked")) and not self.verdict

    @property
    def proposed(self) -> bool:
        """Whether a model proposed it and no person has accepted or corrected it."""
        return self.claim.origin == evidence.PROPOSED and not self.verdict


def span(time: str) -> tuple[str, str]:
    """Start and end of a time: 2019/2021, or one date that is both."""
    start, _, end = time.partition("/")
    return start, end or start


def standing(row: Sequence[Said]) -> Said:
    """The claim whose status stands: the newest document's, in one document the furthest; a plan after a deed undoes nothing.

    A model's proposals stand only where nothing else is said.
    """
    row = [s for s in row if not s.proposed] or row
    deeds = [s for s in row if s.claim.status == "done"]
    best = max(row, key=lambda s: (s.date, _ORDER[s.claim.status], s.claim.time, s.claim.id))
    if deeds and best.claim.status == "planned":
        return max(deeds, key=lambda s: (s.date, s.claim.time, s.claim.id))
    return best


def when(best: Said, row: Sequence[Said]) -> tuple[str, str]:
    """Start and end of a fact: as the standing claim says, or of an act that happens once as another says of its being done."""
    if best.claim.time or best.claim.predicate not in _ONCE or best.claim.status != "done":
        return span(best.claim.time)
    told = [s for s in row if s.claim.status == "done" and s.claim.time]
    return span(max(told, key=lambda s: (s.date, s.claim.id)).claim.time) if told else ("", "")


def fulfils(promise: Said, later: Said) -> bool:
    """Whether a later document says done what an earlier one promised or asked for."""
    if (
        promise.proposed
        or later.proposed
        or later.claim.status != "done"
        or not promise.date
        or later.date <= promise.date
        or later.document == promise.document
    ):
        return False
    if later.claim.time and later.claim.time[:4] < promise.date[:4]:
        return False
    same_act = later.claim.predicate == promise.claim.predicate
    if same_act and (later.subject == promise.subject or promise.claim.predicate in _ONCE):
        return True
    return promise.claim.predicate == "APPLIED_FOR" and later.claim.predicate == "APPROVED"


def conflicts(
    groups: Mapping[tuple[str, str, str], Sequence[Said]], codes: Mapping[str, str]
) -> Iterator[tuple[Said, Said]]:
    """Pairs of claims that cannot both hold. `groups` are claims by their ends, `codes` those of regions by their node."""
    for (_subject, predicate, _object), row in groups.items():
        if predicate in _ONCE:
            yield from ((a, b) for a, b in combinations(row, 2) if _apart(a, b) and _disagree(a, b))
    yield from _elsewhere(groups, codes)


def _apart(first: Said, second: Said) -> bool:
    """Whether two voices speak: two known bodies, or a document and a reference table. A proposal has no voice."""
    if first.proposed or second.proposed:
        return False
    if first.reference != second.reference:
        return True
    return bool(first.speaker and second.speaker) and first.speaker != second.speaker


def _disagree(first: Said, second: Said) -> bool:
    """Whether two claims on one act cannot both hold: two dates of it, or still open at a day when it is said to be done."""
    statuses = {first.claim.status, second.claim.status}
    if statuses == {"done"}:
        times = (first.claim.time, second.claim.time)
        return all(t and "/" not in t for t in times) and not _agree(*times)
    done, other = (first, second) if first.claim.status == "done" else (second, first)
    since = done.claim.time or done.date
    still = other.claim.status in ("planned", "requested") and not other.claim.time
    return "done" in statuses and still and bool(since) and bool(other.date) and _before(since, other.date)


def _agree(first: str, second: str) -> bool:
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def _before(first: str, second: str) -> bool:
    """Whether a date, as far as it goes, lies before the other: 2019-11 is before 2019-12-05, not before 2019-11-05."""
    return first[: len(second)] < second[: len(first)]


def _elsewhere(
    groups: Mapping[tuple[str, str, str], Sequence[Said]], codes: Mapping[str, str]
) -> Iterator[tuple[Said, Said]]:
    """A document puts a thing where no region of the reference tables for it is, holds that place or lies in it."""
    where: dict[str, list[tuple[str, Said]]] = {}
    for (subject, predicate, target), row in groups.items():
        if predicate == "LOCATED_IN" and target in codes:
            where.setdefault(subject, []).extend((codes[target], s) for s in row)
    for placed in where.values():
        tables = [(code, s) for code, s in placed if s.reference]
        for code, said in placed:
            holds = said.claim.status in ("ongoing", "done") and not said.reference and not said.proposed
            if holds and tables and not any(known.near(code, other) for other, _ in tables):
                yield said, tables[0][1]
