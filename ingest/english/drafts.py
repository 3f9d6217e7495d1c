"""Things of an English text in the making: kept by kind and key, given short forms, and merged where two are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from graph import evidence
from ingest.english import vocabulary
from ingest.find import words


@dataclass
class Draft:
    """An entity in the making."""

    type: str
    name: str
    head: str = ""
    refs: dict[tuple[int, int], str] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    props: dict[str, evidence.Scalar] = field(default_factory=dict)


@cache
def _prefixes() -> re.Pattern[str]:
    listed = words.any_of(map(re.escape, words.lexicon("english")["prefixes"]))
    return re.compile(rf"^(?:(?:the|{listed})(?:[’']s)? )+", re.IGNORECASE)


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    table = words.lexicon("english")["offices"]
    return tuple(sorted(table.items(), key=lambda row: -len(row[0])))


# Commerce Department, Finance Ministry
_TURNED = re.compile(r"(?P<what>[A-Z][a-z]+) (?P<form>Department|Ministry)$")


def body_of(name: str) -> str:
    """The body that an office-holder's or a turned name stands for: Secretary of Commerce, Commerce Department → Department of Commerce."""
    turned = _TURNED.match(name)
    if turned and turned["what"] not in vocabulary.regions()[1]:
        return f"{turned['form']} of {turned['what']}"
    for office, body in _offices():
        if name.startswith(office + " "):
            return str(body).format(name[len(office) + 1 :])
    return name


def without_prefix(name: str) -> str:
    """A body's name without its article and country."""
    return _prefixes().sub("", name)


def key_of(name: str) -> str:
    """What makes two names one: no article, no country before a body, the last word singular, any case."""
    bare = without_prefix(name)
    parts = re.sub(r"[“”\"’']", "", bare).lower().split()
    return " ".join([*parts[:-1], vocabulary.singular(parts[-1])]) if parts else name.lower()


# What the name of a zone may leave out.
_LOOSE = {
    "HighTechZone": re.compile(
        r"\b(?:national(?:[- ]level)?|state-level|new|industr(?:y|ial|ies)|development|technology)\b", re.IGNORECASE
    ),
    "DevelopmentZone": re.compile(r"^China |\b(?:pilot|national(?:-level)?)\b|[()]", re.IGNORECASE),
}


class Drafts:
    """All drafts of one text. A merged draft stays reachable under the key of the one that is gone."""

    def __init__(self, text: str) -> None:
        """Begin with none."""
        self.text = text
        self.table: dict[tuple[str, str], Draft] = {}
        self.bound: dict[str, Draft] = {}

    def __iter__(self) -> Iterator[Draft]:
        """Each draft once."""
        return iter({id(d): d for d in self.table.values()}.values())

    def get(self, kind: str, key: str, name: str, head: str = "") -> Draft:
        """The draft of a kind under a key, made where there is none."""
        return self.table.setdefault((kind, key), Draft(kind, name, head))

    def ending(self, at: int) -> Draft | None:
        """The longest thing whose name ends right there."""
        fits = [(s, d) for d in self.table.values() for s, e in d.refs if e == at]
        return min(fits, key=lambda f: f[0])[1] if fits else None

    def starting(self, at: int) -> Draft | None:
        """The longest thing whose name begins right there."""
        fits = [(e, d) for d in self.table.values() for s, e in d.refs if s == at]
        return max(fits, key=lambda f: f[0])[1] if fits else None

    def bind(self, short: str, draft: Draft | None) -> None:
        """Give a short form to what it stands for, everywhere in the text."""
        if draft is None or draft.type in ("Region", "TargetGroup"):
            return
        self.bound[short.lower()] = draft
        if short.lower() in vocabulary.heads():
            return
        draft.aliases.add(short)
        for hit in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w])", self.text):
            other = next((d for d in self if (hit.start(), hit.end()) in d.refs), None)
            if other is not None and other is not draft:
                self.merge(other, draft)
            draft.refs.setdefault((hit.start(), hit.end()), f"{short}: short for {draft.name}")

    def merge(self, gone: Draft, kept: Draft) -> None:
        """Make one of two, under the kept one's name."""
        for key in [k for k, d in self.table.items() if d is gone]:
            self.table[key] = kept
        kept.refs.update({at: reason for at, reason in gone.refs.items() if at not in kept.refs})
        kept.aliases |= {gone.name, *gone.aliases}
        self.bound = {k: kept if d is gone else d for k, d in self.bound.items()}

    def merge_zones(self) -> None:
        """Nanning High-tech Zone is Nanning National High-tech Industrial Development Zone."""
        known: dict[tuple[str, str], Draft] = {}
        for draft in [d for d in self if d.type in _LOOSE]:
            key = (draft.type, " ".join(_LOOSE[draft.type].sub(" ", draft.name).lower().split()))
            other = known.setdefault(key, draft)
            if other is not draft:
                short, long = sorted((other, draft), key=lambda d: len(d.name))
                self.merge(short, long)
                known[key] = long

    def merge_tails(self) -> None:
        """A shorter name that is the tail of exactly one longer name of its kind means that one."""
        listed = {id(d): d for d in self.table.values() if d.type not in ("Region", "TargetGroup", "Person", "Policy")}
        keys = {i: key_of(d.name) for i, d in listed.items()}
        for i, draft in listed.items():
            if len(keys[i].split()) < 2:
                continue
            longer = [d for j, d in listed.items() if d.type == draft.type and keys[j].endswith(" " + keys[i])
                      and not _divided(d.name, draft.name) and _plural(draft.name) <= _plural(d.name)]  # fmt: skip
            if len(longer) == 1:
                self.merge(draft, longer[0])


def _plural(name: str) -> bool:
    last = name.split()[-1].lower()
    return vocabulary.singular(last) != last


def _divided(longer: str, shorter: str) -> bool:
    """Office of X is no tail of … Department Office of X where 'of' stands before: Bank of A and A are two."""
    before = longer[: len(longer) - len(shorter)].rstrip().lower()
    return before.endswith((" of", " for", " and", " on", " of the", ","))
