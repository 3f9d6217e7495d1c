"""Voice and status of an English verb group by the words before it: shall, has, is being, was … by."""

from __future__ import annotations

import re
from functools import cache

from graph import evidence
from ingest.english.verbs import BE, HAVE
from ingest.find import words

DETERMINERS = frozenset("the a an its their this that these those such each every any all some of for no".split())

_ADVERBS = frozenset(
    "also not today now further hereby already first then since once later soon thus again together".split()
)


@cache
def cues() -> tuple[tuple[evidence.Status, re.Pattern[str]], ...]:
    """Words of a status, in the order in which they are asked."""
    table = words.lexicon("english")["status"]
    order: tuple[evidence.Status, ...] = ("requested", "ongoing", "planned")
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, table[name]))})\b", re.IGNORECASE)) for name in order
    )


@cache
def negated() -> re.Pattern[str]:
    """Words that deny."""
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, words.lexicon('english')['status']['negated']))})\b", re.IGNORECASE
    )


def is_adverb(word: str) -> bool:
    """Whether a word may stand inside a verb group."""
    return word in _ADVERBS or (word.endswith("ly") and word not in ("likely", "apply", "supply", "july"))


def shape(near: list[str], form: str, after: str) -> tuple[bool, evidence.Status, str] | None:
    """Voice and status of a finite verb group by the words before it; None for what is no finite group."""
    tail = [w for w in near if not is_adverb(w)]
    last = tail[-1] if tail else ""
    joined = " ".join(tail[-4:])
    cue = next(((n, m) for n, p in cues() for m in [_last_cue(p, joined)] if m), None)
    if form in ("ed", "en") and last in BE:
        if last in ("be", "being"):
            return (
                True,
                ("planned" if last == "be" else "ongoing"),
                cue[1] if cue and joined.endswith(f"{cue[1].lower()} {last}") else last,
            )
        return True, ("ongoing" if last in ("is", "are") else "done"), last
    if form in ("ed", "en") and last in HAVE:
        return False, "done", last
    if form == "base" and cue and (joined.endswith(cue[1].lower())):
        return False, cue[0], cue[1]
    if form == "ing" and last in ("is", "are"):
        return False, "ongoing", last
    if form == "ing" and last == "been":
        return False, "ongoing", last
    if form == "base" and last not in DETERMINERS and last != "to":
        return False, "ongoing", ""
    if form == "s" and last not in DETERMINERS:
        return False, "ongoing", ""
    if form == "ed" and not re.match(r" (?:by|under|pursuant|in accordance|in (?:sub|para)|with|through)\b", after):
        return False, "done", ""
    return None


def _last_cue(pattern: re.Pattern[str], joined: str) -> str:
    hits = list(pattern.finditer(joined))
    return hits[-1][0] if hits else ""
