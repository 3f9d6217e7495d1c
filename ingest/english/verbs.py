"""Verb groups in English clauses: every form of the verbs that the lexicon lists, and any word right after a modal."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ingest import scene
from ingest.find import words

BE = frozenset("is are was were be been being".split())
HAVE = frozenset("has have had having".split())
_IRREGULAR = {"set": "set", "build": "built", "lead": "led", "run": "ran", "give": "gave", "make": "made", "begin": "began", "find": "found",
              "hold": "held", "bring": "brought", "cut": "cut", "seek": "sought", "oversee": "oversaw", "draw": "drew", "grow": "grew",
              "take": "took", "write": "wrote", "undertake": "undertook"}  # fmt: skip
_PARTICIPLE = {
    "give": "given",
    "run": "run",
    "oversee": "overseen",
    "draw": "drawn",
    "grow": "grown",
    "take": "taken",
    "write": "written",
    "undertake": "undertaken",
}
# is run by: verbs whose participle is their base
UNCHANGED = frozenset("run set cut put".split())
_TOKEN = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_TO = re.compile(r" to\b|, [^,;]{2,140}, to\b")
_MODALS = frozenset("shall may will must should".split())


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Inflected form → (lemma, form): base, s, ed, en or ing. Lemmas of several words hold their first word's forms."""
    lemmas = {v for f in words.lexicon("english")["frames"] for v in f["verbs"]} | set(words.lexicon("english")["acts"])
    table: dict[str, tuple[str, str]] = {}
    for lemma in sorted(lemmas, key=len):
        first, _, rest = lemma.partition(" ")
        tail = f" {rest}" if rest else ""
        for form, name in _forms(first):
            table.setdefault(form + tail, (lemma, name))
    table["responsible for"] = ("be responsible for", "s")
    return table


def _forms(verb: str) -> list[tuple[str, str]]:
    stem = verb[:-1] if verb.endswith("e") else verb
    doubles = re.search(r"[^aeiou][aeiou][bdgmnpt]$", verb) and (len(verb) <= 4 or verb.endswith("mit"))
    double = verb + verb[-1] if doubles else stem
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = double + "ed"
    past = _IRREGULAR.get(verb, past)
    return [(verb, "base"), (third, "s"), (past, "ed"), (_PARTICIPLE.get(verb, past), "en"), (double + "ing", "ing")]


@cache
def _longest() -> dict[str, int]:
    """The most words of a form that begins with a word."""
    longest: dict[str, int] = {}
    for form in lexicon():
        said = _TOKEN.findall(form)
        longest[said[0]] = max(len(said), longest.get(said[0], 0))
    return longest


class Group(NamedTuple):
    """A verb at start:end in the clause at `clause`: its lemma, and in which form it stands there."""

    start: int
    end: int
    clause: tuple[int, int]
    verb: str
    form: str


def groups(view: scene.Scene, start: int, end: int) -> list[Group]:
    """Verbs of the lexicon outside names, and any word right after a modal."""
    text = view.shadow.text
    covered = [(r.start, r.end) for r in view.within(start, end) if r.type != "TargetGroup"]
    tokens = [(m.start(), m.end(), m[0].lower()) for m in _TOKEN.finditer(text, start, end)]
    found, skip = [], start
    for i, (a, b, word) in enumerate(tokens):
        if a < skip or any(s <= a < e for s, e in covered) or (text[a].isupper() and a > start):
            continue
        entry, stop = _entry(text, tokens, i)
        if entry and i and word in ("authorized", "directed") and tokens[i - 1][2] in BE and _TO.match(text, b, end):
            continue  # is authorized to award: no act of authorizing
        if entry is None and i and _after_modal(tokens, i):
            entry, stop = (word, "base"), b
        if entry is not None:
            found.append(Group(a, stop, (start, end), *entry))
            skip = stop
    return found


def _entry(text: str, tokens: list[tuple[int, int, str]], i: int) -> tuple[tuple[str, str] | None, int]:
    for width in range(min(_longest().get(tokens[i][2], 0), len(tokens) - i), 0, -1):
        a, b = tokens[i][0], tokens[i + width - 1][1]
        entry = lexicon().get(text[a:b].lower())
        if entry is not None:
            return entry, b
    return None, 0


def _after_modal(tokens: list[tuple[int, int, str]], i: int) -> bool:
    word = tokens[i][2]
    if word in BE or word in HAVE or word in ("not", "also", "be"):
        return False
    back = [t[2] for t in tokens[max(0, i - 3) : i]]
    while back and (back[-1].endswith("ly") or back[-1] in ("also", "be", "not", "each")):
        back.pop()
    return bool(back) and back[-1] in _MODALS and word not in ("continue",)
