"""The frames: which verbs claim which predicate between whom and what, read from lexicon/frames.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph import plain
from ingest import scene
from ingest.clauses import patterns


@dataclass(frozen=True)
class Frame:
    """One predicate with the verbs that state it and its slots (see lexicon/frames.yaml)."""

    predicate: str
    verbs: frozenset[str]
    objects: frozenset[str]
    subject: str = "agent"
    passive: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    fronted: bool = False
    tails: tuple[str, ...] = ()
    unless: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Patterns of all verbs, and the frames by verb."""

    verbs: re.Pattern[str]
    by_verb: dict[str, tuple[Frame, ...]]
    by_passive: dict[str, tuple[Frame, ...]]


@cache
def lexicon() -> Lexicon:
    """All frames, with patterns of their verbs, the longest first."""
    rows = plain.load(resources.files("ingest.lexicon").joinpath("frames.yaml").read_text("utf-8"))
    frames = [
        Frame(
            r["predicate"], frozenset(r["verbs"]), frozenset(r["objects"]), r.get("subject", "agent"), frozenset(r.get("passive", ())),
            frozenset(r.get("relative", ())), r.get("fronted", False), tuple(r.get("tails", ())), r.get("unless", ""),
        )
        for r in rows
    ]  # fmt: skip
    verbs = {v for f in frames for v in f.verbs}
    passive = {v for f in frames for v in f.passive}
    return Lexicon(
        patterns.either(verbs),
        {v: tuple(f for f in frames if v in f.verbs) for v in verbs},
        {v: tuple(f for f in frames if v in f.passive) for v in passive},
    )


def fitting(verb: str, ref: scene.Ref) -> Frame | None:
    """The first frame of the verb whose object slot takes the ref."""
    return next((f for f in lexicon().by_verb[verb] if ref.type in f.objects), None)
