"""A candidate for a name in English text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate at start:end. `head` is the head word in lower case; `bare` marks a head alone (the Secretary).

    `number` is a statute's number (15 U.S.C. 3722a); `key` the canonical form where a table gives one, `code` a region's code.
    """

    start: int
    end: int
    type: str
    text: str
    head: str = ""
    bare: bool = False
    number: str = ""
    key: str = ""
    code: str = ""
    level: str = ""
