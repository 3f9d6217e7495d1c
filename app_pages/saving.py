"""The question for name and note with which what is shown is kept, with the positions of the graph."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from app_pages import data, decisions, nav, saved, texts, widgets
from app_pages.widgets import el
from graph import errors

NAMED = 120


def ask(pressed: str) -> None:
    """Open the question. `pressed` is what the header's button sent: a word, then positions as JSON."""
    try:
        places = saved.places(json.loads(pressed.partition(" ")[2] or "{}"))
    except ValueError:
        places = {}
    st.dialog(texts.say("present.save"))(_form)(nav.address(), places if nav.current() == "explore" else {})


def _form(address: dict[str, tuple[str, ...]], places: saved.Places) -> None:
    name = st.text_input(texts.say("present.name"), suggestion(address), max_chars=NAMED, key="saving.name")
    note = st.text_area(texts.say("present.note"), max_chars=2000, key="saving.note", height=96)
    author = st.text_input(texts.say("review.author"), decisions.author(), max_chars=80, key="saving.author")
    if st.button(texts.say("present.save_it"), type="primary", key="saving.save"):
        view = saved.View(" ".join(name.split()), address, note.strip(), author.strip(), places=places)
        try:
            key = saved.save(data.folder(), view)
        except errors.LibraryError as error:
            tell(error)
            return
        link = el("a", texts.say("present.all"), " →", href=nav.href("present", new=key), cls="button")
        widgets.show(el("div", el("p", texts.say("present.kept")), el("div", link, cls="buttons")), "saving.kept")


def suggestion(address: dict[str, tuple[str, ...]]) -> str:
    """The page's name, and the thing or the document that is looked at."""
    page = texts.say(f"nav.{nav.current()}")
    found = data.things((*address.get("id", ()), *address.get("doc", ()))[:1])
    names = [widgets.name_of(thing) for thing in found.values()]
    return widgets.clip(" · ".join([*names, page]), NAMED)


def faults(wrong: Sequence[str]) -> list[widgets.El]:
    """Files beside those that were kept which cannot be read."""
    named = (line.partition(": ") for line in wrong)
    return [el("p", f"⚠ {name}: {widgets.clip(texts.own(why), 300)}", cls="quiet") for name, _, why in named]


def tell(error: errors.PolicyGraphError) -> None:
    """Say what went wrong, in the page's language where the error has both."""
    widgets.show(widgets.warning(texts.own(str(error))), "saving.wrong")
