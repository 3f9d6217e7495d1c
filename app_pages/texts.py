"""What the app says, in Chinese and English, out of texts.yaml; names of kinds and relations come from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from typing import Literal

import streamlit as st

from app_pages import data
from graph import instruments, ontology, plain

Lang = Literal["zh", "en"]


@cache
def _words() -> dict[str, dict[str, str]]:
    return dict(plain.load(resources.files(__package__).joinpath("texts.yaml").read_text("utf-8")))


_SPOKEN: ContextVar[Lang | None] = ContextVar("spoken", default=None)


def lang() -> Lang:
    """The language of the page: Chinese unless the address says English."""
    return _SPOKEN.get() or ("en" if st.query_params.get("lang") == "en" else "zh")


@contextmanager
def speaking(language: Lang) -> Iterator[None]:
    """Say everything in that language meanwhile, whatever the address says."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def say(key: str, **values: object) -> str:
    """The words of that key in the page's language."""
    return _words()[key][lang()].format(**{name: _Blank(value) for name, value in values.items()})


class _Blank(str):
    """What fills a blank of a text: {n} writes it, and {n:thing|things} is the word that goes with that number."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        one, choice, more = spec.partition("|")
        return (one if self == "1" else more) if choice else super().__format__(spec)


def kind(label: str) -> str:
    """The name of a node label."""
    known = ontology.load().labels.get(label)
    return pick(known.zh, known.en) if known else label


def relation(name: str, incoming: bool = False) -> str:
    """The name of a relationship type, as seen from its subject or, `incoming`, from its object."""
    passive = f"in.{name}"
    if incoming and passive in _words():
        return say(passive)
    known = ontology.load().relations.get(name)
    return pick(known.zh, known.en) if known else name


def property_name(name: str) -> str:
    """The name of a node property, where it has one."""
    key = f"property.{name}"
    return say(key) if key in _words() else ""


def status(name: str) -> str:
    """The name of a status."""
    return _term(ontology.load().statuses, name)


def genre(name: str) -> str:
    """The name of a document's genre."""
    return _term(ontology.load().doc_types, name)


def level(name: str) -> str:
    """The name of an administrative level."""
    return _term(ontology.load().levels, name)


def instrument(key: str) -> str:
    """The name of a policy instrument."""
    known = instruments.load(data.folder()).get(key)
    return pick(known.zh, known.en) if known else key


def listed(parts: Iterable[str]) -> str:
    """Several names in one line."""
    return (", " if lang() == "en" else "、").join(parts)


def _term(terms: dict[str, ontology.Term], name: str) -> str:
    return pick(terms[name].zh, terms[name].en) if name in terms else name


def pick(zh: str, en: str) -> str:
    """The one of two texts that is in the page's language."""
    return en if lang() == "en" else zh


def own(words: str) -> str:
    """What errors say in both languages, Chinese first (`文件是空的 / the file is empty`), in the page's language, line by line."""
    both = (line.partition(" / ") for line in words.split("\n"))
    return "\n".join(pick(zh, en or zh) for zh, _, en in both)


def term(part: str, value: str) -> str:
    """A corrected part's value in words."""
    if part == "instruments":
        return listed(instrument(key) for key in value.split(";") if key)
    return status(value) if part == "status" else relation(value) if part == "predicate" else value


def currency(code: str) -> str:
    """The name of a currency; of one that the app has no name for its code."""
    known = _words().get(f"currency.name.{code}")
    return known[lang()] if known else code


def money(amount: float, currency: str = "CNY", most: float | None = None) -> str:
    """A sum, or from one to another, as people write it: 2530万元, 2030万元—12.5亿元; CNY 20.3—25.3 million."""
    ends = list(dict.fromkeys((amount, amount if most is None else most)))
    if lang() == "en":
        (first, size), *rest = (_scaled(end, ((1e9, " billion"), (1e6, " million"))) for end in ends)
        last, unit = rest[0] if rest else (first, size)
        return f"{currency} {first}{'' if size == unit else size}{f'—{last}' if rest else ''}{unit}"
    word = _words()["currency.CNY"]["zh"] if currency == "CNY" else f" {currency}"
    return "—".join("".join(_scaled(end, ((1e8, "亿"), (1e4, "万")))) + word for end in ends)


def _scaled(amount: float, steps: tuple[tuple[float, str], ...]) -> tuple[str, str]:
    for size, word in steps:
        if abs(amount) >= size:
            return f"{round(amount / size, 4):.10g}", word
    return f"{amount:.10g}", ""


def period(since: str | None, until: str | None) -> str:
    """A time or a span of time, as far as it is known."""
    ends = [end for end in (since, until) if end]
    return ends[0] if len(set(ends)) == 1 else "—".join(ends)
