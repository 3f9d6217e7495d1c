"""Policy instruments: which kind of instrument a measure is, by the words that show it.

The scheme is data: the project's own (`graph/ontology/instruments.yaml`), or a library's `instruments.yaml` in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from graph import errors, ontology, plain

FILE = "instruments.yaml"
# A clause that shows more than this many kinds is named by the first of them in the scheme's order.
MOST = 3


@dataclass(frozen=True, slots=True)
class Instrument:
    """One kind of instrument: names, group and side by their keys, and the pattern that shows it.

    `beyond` marks a kind that the taxonomy named in the scheme does not have.
    """

    id: str
    zh: str
    en: str
    group: str
    side: str
    cues: re.Pattern[str]
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """A classification: its kinds in order of precedence, and what their groups and sides are called."""

    name: str
    instruments: tuple[Instrument, ...]
    groups: Mapping[str, ontology.Term]
    sides: Mapping[str, ontology.Term]

    def get(self, id: str) -> Instrument | None:
        """The kind of that id, None if the scheme has none."""
        return next((i for i in self.instruments if i.id == id), None)


@dataclass(frozen=True, slots=True)
class Shown:
    """An instrument that a measure shows, and the words that show it (empty when a person decided)."""

    id: str
    cue: str


def load(folder: Path | None = None) -> Scheme:
    """The scheme of a library's folder where it has one, else the project's. Raises BadOntology for a broken file."""
    own = folder / FILE if folder else None
    if own is not None and own.exists():
        return _scheme(str(own), own.read_text("utf-8-sig"))
    return _scheme(f"graph/ontology/{FILE}", resources.files(ontology).joinpath(FILE).read_text("utf-8"))


@lru_cache(maxsize=4)
def _scheme(name: str, text: str) -> Scheme:
    try:
        data = plain.load(text)
        groups, sides = ({k: ontology.Term(**v) for k, v in data[part].items()} for part in ("groups", "sides"))
        kinds = tuple(_instrument(key, body) for key, body in data["instruments"].items())
        scheme = Scheme(str(data["name"]), kinds, groups, sides)
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, re.error) as error:
        raise errors.BadOntology(f"{name}: {str(error).splitlines()[0]}") from error
    for one in scheme.instruments:
        if one.group not in groups or one.side not in sides:
            raise errors.BadOntology(f"{name}: {one.id} is of the unknown group {one.group} or side {one.side}")
    return scheme


def _instrument(key: str, body: Mapping[str, Any]) -> Instrument:
    rest = {name: value for name, value in body.items() if name != "cues"}
    return Instrument(id=key, cues=re.compile("|".join(body["cues"]), re.IGNORECASE), **rest)


def classify(scheme: Scheme, text: str) -> tuple[Shown, ...]:
    """The kinds that a measure's words show, in the scheme's order of precedence, at most `MOST`; empty when none does.

    >>> [s.id for s in classify(load(), "对企业购买保险给予贷款贴息")]
    ['loans_credits']
    """
    shown: list[Shown] = []
    for kind in scheme.instruments:
        match = kind.cues.search(text)
        if match:
            shown.append(Shown(kind.id, match[0]))
    return tuple(shown[:MOST])
