"""Names by head noun and modifiers: zones, parks, funds, programmes, platforms, mechanisms, organisations, policies.

A head noun is found first; the name is read backwards from it to the nearest word that cannot stand inside a name.
What then says only which class it is (科技成果转化平台) is handed on as bare: resolving may know which one is meant.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.find import kinds, lists, reader, words
from ingest.find.kinds import Ground


@cache
def _heads() -> tuple[words.Matcher, dict[str, reader.Rule]]:
    data = words.lexicon("heads")
    table = {head: label for label, body in data.items() for head in reversed(body["heads"])}
    rules = {
        label: reader.Rule(
            body["min"],
            body["own"],
            body.get("placed", False),
            frozenset(body.get("weak", ())),
            frozenset(body.get("loose", ())),
            frozenset(body.get("alone", ())),
            body.get("long", 0),
        )
        for label, body in data.items()
    }
    return words.Matcher(table), rules


def find(ground: Ground, bodies: list[kinds.Found]) -> list[kinds.Found]:
    """Names made of modifiers and a head noun, lists that share a head spread out."""
    matcher, rules = _heads()
    read = reader.Reader(ground, bodies).read
    found: list[kinds.Found] = []
    for start, end, label in matcher.find(ground.text):
        if not _continues(ground.text, start, end, label):
            one = read(start, end, label, rules[label])
            if one is not None:
                found.extend(lists.spread(ground, one, start))
    return found


@cache
def _tails(head: str) -> re.Pattern[str] | None:
    """What may not follow a head: what is listed for that head alone, and for every head that ends so."""
    listed = words.lexicon("tails")
    tails = [t for key, found in listed.items() if key == f"={head}" or head.endswith(key) for t in found]
    return re.compile("|".join(tails)) if tails else None


def _continues(text: str, start: int, end: int, label: str) -> bool:
    """Whether the head goes on into another word (计划生育, 工程师, 大学生)."""
    tail = _tails(text[start:end])
    if tail is not None and tail.match(text, end):
        return True
    return label == "Organization" and text[end : end + 1] == "生"
