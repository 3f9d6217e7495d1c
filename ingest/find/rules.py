"""What each label asks of the modifiers before its heads, as heads.yaml says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ingest.find import words

# A label whose names always need a place (own: 99 in heads.yaml).
NEVER = 99


@dataclass(frozen=True, slots=True)
class Rule:
    """What a label asks of the modifiers before its heads (see heads.yaml)."""

    min: int
    own: int
    placed: bool
    weak: frozenset[str]
    loose: frozenset[str]
    alone: frozenset[str]
    long: int
    whole: dict[str, int]
    only: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    governed: re.Pattern[str] | None = None
    only_governed: frozenset[str] = frozenset()
    least: int = NEVER
    least_own: int = 0
    least_whole: int = 0
    brief: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    described: dict[str, int] = field(default_factory=dict)
    never: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def load() -> tuple[words.Matcher, dict[str, Rule]]:
    """The matcher of all heads with their labels, and the rule of each label."""
    data = words.lexicon("heads")
    table = {head: label for label, body in data.items() for head in reversed(body["heads"])}
    return words.Matcher(table), {label: _rule(body) for label, body in data.items()}


def _rule(body: dict[str, Any]) -> Rule:
    governed = body.get("governed", {})
    return Rule(
        body["min"],
        body["own"],
        body.get("placed", False),
        frozenset(body.get("weak", ())),
        frozenset(body.get("loose", ())),
        frozenset(body.get("alone", ())),
        body.get("long", 0),
        body.get("whole", {}),
        {head: tuple(told) for head, told in body.get("only", {}).items()},
        {head: tuple(told) for head, told in body.get("after", {}).items()},
        _governing(governed["verbs"], body["heads"]) if governed else None,
        frozenset(governed.get("heads", ())),
        governed.get("least", NEVER),
        governed.get("own", 0),
        governed.get("whole", 0),
        frozenset(governed.get("brief", ())),
        frozenset(body.get("known", ())),
        frozenset(body.get("classes", ())),
        body.get("described", {}),
        {head: tuple(told) for head, told in body.get("never", {}).items()},
    )


@cache
def groups() -> tuple[str, ...]:
    """How names of mechanisms end that are groups of people: 某某领导小组, 某某联席会议."""
    return tuple(words.lexicon("heads")["Mechanism"]["groups"])


def _governing(verbs: list[str], heads: list[str]) -> re.Pattern[str]:
    """A verb right before the name, a sum or another name under the same verb between them (设立20亿元的, 实施甲行动和)."""
    told, other = words.any_of(verbs), "|".join(heads)
    return re.compile(
        rf"(?:{told})了?(?:好|一批|新一轮)?(?:{_SUM}|(?:[^，。；：、和]{{2,24}}(?:{other})(?:以及|[、和与及])){{1,3}})?$"
    )


_SUM = r"(?:总?规模|首期|每年|不低于|不少于|约|为|达|总额)*\d[\d.]*[万亿]?元(?:左右|以上)?的?(?:规模的?)?"
