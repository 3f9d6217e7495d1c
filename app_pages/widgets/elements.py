"""Elements of a sheet, and the plain ones that every page is put together from. Text from documents goes into elements
as text and is never markup: the sheet component writes it with textContent, so that no name or quote needs escaping and
none can inject anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import streamlit as st

from app_pages import data, graph_view, nav, texts

LONGEST = 160
_WIDE = "\u2e80"  # where the blocks of Chinese signs begin
SHOWN = 6


@dataclass(frozen=True, slots=True)
class El:
    """An element of a sheet: tag, class, attributes and what it holds."""

    tag: str
    cls: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    kids: tuple[El | str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The element as the sheet component takes it."""
        kids = [kid if isinstance(kid, str) else kid.plain() for kid in self.kids]
        return {"tag": self.tag, "cls": self.cls, **dict(self.attributes), "kids": kids}


Kid = El | str | None


def el(tag: str, *kids: Kid, cls: str = "", **attributes: str | None) -> El:
    """An element; kids that are None and attributes without a value are left out."""
    kept = tuple((key, value) for key, value in attributes.items() if value)
    return El(tag, cls, kept, tuple(kid for kid in kids if kid is not None and kid != ""))


def show(tree: El, key: str, on_act: Callable[[str], None] | None = None) -> str | None:
    """Draw a sheet; returns the value of a button that was pressed in it, which `on_act` gets before anything is drawn."""
    return graph_view.show_sheet(tree.plain(), key, on_act)


def clip(text: str, most: int = LONGEST) -> str:
    """At most so many Chinese characters of a text; of Latin letters, which are half as wide, twice as many."""
    room = 2 * most
    if len(text) * 2 <= room:
        return text
    ends = accumulate(1 if char < _WIDE else 2 for char in text[:room])
    fits = sum(end <= room for end in ends)
    return text if fits == len(text) else text[: fits - 1] + "…"


def search_box(cls: str) -> El:
    """The search field; what is sent leads to the search page."""
    words = nav.param("q") if nav.current() == "search" else ""
    field = el(
        "input",
        type="search",
        name="q",
        value=words,
        placeholder=texts.say("search.hint"),
        label=texts.say("search.hint"),
    )
    return el(
        "form", field, el("button", texts.say("search.go"), type="submit"), cls=f"search {cls}", role="search",
        act=nav.href("search"),
    )  # fmt: skip


def fold(title: str, items: Iterable[Kid]) -> El:
    """Items behind a line that opens them."""
    return el("details", el("summary", title), *items)


def others(items: Sequence[Kid]) -> El | None:
    """The other passages that say the same, behind a line that tells how many there are; nothing where there are none."""
    return fold(texts.say("fact.others", n=len(items)), items) if items else None


def joined(stops: Sequence[El]) -> list[Kid]:
    """Stops with arrows between them; an arrow stays with the stop that it leads to."""
    return [stops[0], *(el("span", el("span", "→", cls="arrow"), stop, cls="onward") for stop in stops[1:])]


def page_name(title: str, lead: str) -> El:
    """The name of a page and what it is for; a story has its own."""
    return el("div", el("h1", title), el("p", lead, cls="quiet"), cls="title-block page-name")


def section(title: str, *kids: Kid, count: int | None = None) -> El:
    """A titled part of a page."""
    number = el("small", str(count)) if count is not None else None
    return el("section", el("h2", title, number), *kids, cls="part")


def notice(title: str, about: str = "") -> El:
    """A calm message in the middle of a page."""
    return el("div", el("h2", title), el("p", about) if about else None, cls="notice")


def warning(words: str) -> El:
    """What went wrong, in words that may hold anybody's text; Streamlit's own warnings would read them as Markdown."""
    return el("p", "⚠ ", words, cls="warning", role="alert")


def label(words: str) -> str:
    """Words as the label of one of Streamlit's fields, which reads labels as Markdown and fetches images named there.

    Its icons (:streamlit:) are looked for after signs were escaped; a sign without width keeps them apart.
    """
    return re.sub(r":(?=\w)", ":\u200b", re.sub(r"([\\`*_\[\]<>$~!#|])", r"\\\1", words))


def show_stale() -> None:
    """Say that the graph is older than the library, where it is."""
    if data.is_stale():
        st.info(texts.say("stale"))


def behind(address: str) -> El:
    """The way from a view to the query behind it, open in the console."""
    return el("a", texts.say("console.behind"), " →", cls="more behind", href=address)
