"""The words that English names are put together from, as names.yaml and the lexicon hold them, by their Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from graph import plain
from ingest.find import words


@cache
def table(name: str) -> Mapping[str, str]:
    """One of the tables: Chinese to English, what texts are read with first."""
    own = plain.load(resources.files(__package__).joinpath("names.yaml").read_text("utf-8"))[name]
    read: dict[str, str] = {}
    for english, chinese in words.lexicon("bodies_in_english").get(name, {}).items():
        read.setdefault(str(chinese), str(english))
    return {**own, **read}


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """The Chinese words of a table, the longer before those that they end or begin with."""
    return tuple(sorted(table(name), key=lambda word: (-len(word), word)))


@cache
def surnames_that_are_words() -> frozenset[str]:
    """Surnames that are common words too, so that what begins with one may be no name."""
    return frozenset(words.lexicon("persons")["unsure"])
