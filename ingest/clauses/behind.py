"""What a clause takes from the one behind it: the time (P进行修订，于2月28日印发), and that it is over (联合B，建成L)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clauses.clause import Clause

# …，于2025年2月28日联合印发; …，力争2025年底前投运: the time of what stands before, by the same body.
_ON = re.compile(r"(?:现|并|已|均|也|将|拟|还)*于(?=\d|今年|去年|明年|年[内底])")
_BY = re.compile(r"(?:并|力争|争取|确保|预计|计划|要|在)*\d{4}年[^，。；]{0,6}前(?![期沿列])")
# 牵头，联手A、B，建成L: only with whom, before what they did.
_WITH = re.compile(r"联合|联手|携手|会同|牵头")
_TAIL = 6
_AND_DID = re.compile(r"并[^，。；]{1,8}了(?!解)")


def told(text: str, found: list[Clause]) -> Iterator[Clause]:
    """The clauses with what the next one of the same doer in their sentence says for them too."""
    time, over = "", False
    later: Clause | None = None
    made = []
    for clause in reversed(found):
        if later is not None and _same_doer(text, clause, later):
            time = "" if clause.time else _time(text, later, time)
            over = (over or later.status == "done") and (_only_with(text, clause) or _goes_with(text, clause, later))
        else:
            time, over = "", False
        if time:
            clause = clause._replace(time=time)
        made.append(clause._replace(status="done") if over else clause)
        later = clause
    return reversed(made)


def _same_doer(text: str, clause: Clause, later: Clause) -> bool:
    """Whether the clause behind goes on in the same sentence without a subject of its own."""
    return later.sentence == clause.sentence and text[clause.end : later.start] == "，" and not later.own


def _time(text: str, later: Clause, lent: str) -> str:
    """The time that the clause behind gives to the one before it: its own if it says so, or what it was given itself."""
    on = _ON.match(text, later.start, later.end) or (
        later.status == "planned" and _BY.match(text, later.start, later.end)
    )
    return later.time if on else lent


def _goes_with(text: str, clause: Clause, later: Clause) -> bool:
    """A组织专家考察，并出具了意见: an act without a cue, joined to one that is over."""
    open_ = not clause.cue and clause.status in ("planned", "ongoing") and not clause.heading
    return open_ and clause.own and _AND_DID.match(text, later.start, later.end) is not None


def _only_with(text: str, clause: Clause) -> bool:
    """Whether the clause says no more than with whom something is done."""
    if clause.status != "ongoing" or clause.cue or clause.provision or not clause.outer:
        return False
    behind = text[clause.outer[-1].end : clause.end]
    return len(behind) <= _TAIL and _WITH.search(text, clause.start, clause.end) is not None
