"""Acts told by a noun: 抓好P的落实, 负责F的日常管理, 加大对L的支持力度 (lexicon/nominal.yaml)."""

from __future__ import annotations

import re
from functools import cache

from graph import evidence
from ingest.clauses import patterns
from ingest.find import words
from ingest.relate.claims import owned, together
from ingest.relate.claims.maker import Clause, Maker

_ENDS = r"(?=$|[，。；、）)\s]|和|与|并|力度|工作|到位|见效|等)"
# 负责F的预算编制、业务管理: other acts of a row before the one that tells.
_ITEMS = r"(?:(?<=的)(?:[一-鿿]{2,6}[、和与及]){1,3}[一-鿿]{0,2})?"


@cache
def _constructions() -> tuple[tuple[str, frozenset[str], re.Pattern[str], re.Pattern[str]], ...]:
    """By predicate: the kinds of things it is said of (none: of all), what stands before the thing, and what behind it."""
    data = words.lexicon("nominal")
    between = patterns.either(data["between"]).pattern
    return tuple(
        (
            predicate,
            frozenset(row.get("objects", ())),
            re.compile(rf"{patterns.either(row['light']).pattern}(?:好|了)?(?:对|关于)?[《“]?$"),
            re.compile(rf"[》”]?(?:{between})*{_ITEMS}{patterns.either(row['acts']).pattern}{_ENDS}"),
        )
        for predicate, row in data["predicates"].items()
    )


@cache
def office() -> str:
    """What an office does, as the pattern of a clause's end: 负责日常运营, 履行出资人职责, 受托管理."""
    data = words.lexicon("nominal")["offices"]
    heads, manner, duties, alone = (patterns.either(data[k]).pattern for k in ("heads", "manner", "duties", "alone"))
    return rf"(?:{heads}(?:{manner})*{duties}(?:管理|工作|职责)?|{alone}(?:工作)?)"


def state(made: Maker, clause: Clause) -> None:
    """What whoever acts does with the things between such a verb and such a noun."""
    if clause.negated:
        return
    for ref in clause.outer:
        for predicate, kinds, light, act in _constructions():
            if kinds and ref.type not in kinds:
                continue
            done = act.match(made.text, ref.end, clause.end)
            said = light.search(made.text, clause.start, ref.start) if done else None
            if not said or not done or owned.belongs(made.text, ref):
                continue
            made.rule = f"{predicate} {said[0]}…{done[0]}"
            asks = predicate == "APPLIED_FOR" and clause.status != "planned"
            status: evidence.Status = "requested" if asks else clause.status
            for subject in together.doers(made, clause, said.start()) or clause.agents:
                made.add(subject, predicate, ref.entity, status, clause.start, clause.end, time=clause.time, cue=clause.cue or done[0])  # fmt: skip
