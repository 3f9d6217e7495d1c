"""Searching on English pages by the names that these show: every word that was typed begins a word of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import streamlit as st

from app_pages import data, texts, widgets

_WORD = re.compile(r"[a-z0-9']+")
_SMALL = frozenset(("the", "of", "and", "for", "in"))


def matching(words: str, label: str, most: int) -> list[data.Thing]:
    """The things of that kind (any, if it is empty) whose English names hold these words, best connected first."""
    wanted = [word for word in _WORD.findall(words.lower()) if word not in _SMALL]
    if texts.lang() != "en" or not wanted:
        return []
    fits = (thing for own, thing in _names(str(data.target()), data.the_library().built()) if _holds(own, wanted))
    return [thing for thing in fits if label in ("", thing.label)][:most]


def _holds(own: tuple[str, ...], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in own) for one in wanted)


@st.cache_resource(show_spinner=False, max_entries=2)
def _names(where: str, built: str | None) -> list[tuple[tuple[str, ...], data.Thing]]:
    return list(_each())


def _each() -> Iterator[tuple[tuple[str, ...], data.Thing]]:
    """The words of every English name that is not the thing's own."""
    for thing in map(data.thing, data.ask("may_be_english")):
        name = widgets.english(thing)
        if name and name != thing.name:
            yield tuple(_WORD.findall(name.lower())), thing
