"""Things as pages show them: their names in the page's language, marks of their kinds, links, and the chips beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app_pages import data, nav, texts
from app_pages.widgets.elements import LONGEST, El, clip, el
from graph import ontology
from ingest import naming
from ingest.english import chinese

_HAN = re.compile("[\u3400-\u9fff]")


def name_of(thing: data.Thing) -> str:
    """The name in the page's language, as far as there is one."""
    return english(thing) or thing.name if texts.lang() == "en" else thing.name


def english(thing: data.Thing) -> str | None:
    """The English name: of a division the one that the tables hold; of others one made in one way for all, so that bodies
    of one kind are not called differently; else what some document says."""
    told = thing.name_en if thing.label == "Region" else None
    return told or (naming.english(thing.label, thing.name) if _HAN.search(thing.name) else None) or thing.name_en


def both(thing: data.Thing) -> str:
    """The name in the page's language with the Chinese one behind it where they differ, so that nobody is misled."""
    return with_chinese(name_of(thing), thing.name)


def own_name(thing: data.Thing) -> str:
    """The thing's own name where the page calls it by another, else nothing."""
    return "" if name_of(thing) == thing.name else thing.name


def own_line(thing: data.Thing) -> El | None:
    """Its own name in a line under the one that the page calls it by, where that is another."""
    own = own_name(thing)
    return el("p", el("bdi", own), cls="quiet") if own else None


def with_chinese(name: str, chinese: str) -> str:
    """A name with its Chinese one behind it, where that is another."""
    return name if name == chinese or not _HAN.search(chinese) else f"{name} ({chinese})"


def spoken(names: Iterable[str]) -> dict[str, str]:
    """Names of things by their Chinese names in the page's language, as far as there are any."""
    kept = {name for name in names if name}
    known = data.by_name(kept) if texts.lang() == "en" and kept else {}
    return {name: name_of(known[name]) if name in known else spoken_of(name) for name in kept}


def called(label: str, name: str, beside: bool = False) -> str:
    """A thing of that kind in the page's language, where only its name is known; `beside`: with the Chinese one behind it."""
    thing = data.Thing("", label, name)
    return both(thing) if beside else name_of(thing)


def spoken_of(speaker: str) -> str:
    """Who speaks, in the page's language, where only the name is known: bodies of China are known by both names."""
    if texts.lang() == "en":
        return naming.speaker(speaker) or speaker
    return speaker if _HAN.search(speaker) else chinese.body(speaker) or speaker


def mark(label: str) -> El:
    """The coloured shape of a kind."""
    known = ontology.load().labels.get(label)
    return el("i", cls=f"mark {known.shape if known else 'ellipse'}", colour=known.colour if known else "#666666")


def kind_chip(label: str) -> El:
    """Shape and name of a kind."""
    return el("span", mark(label), texts.kind(label), cls="kind")


def thing_link(thing: data.Thing, most: int = LONGEST) -> El:
    """A thing's mark and name, leading to its page; a document's leads to the reader."""
    name = name_of(thing)
    return el(
        "a", mark(thing.label), el("bdi", clip(name, most)), cls="thing", href=thing_address(thing), title=_hover(thing)
    )


def thing_address(thing: data.Thing) -> str:
    """Where a thing is shown."""
    return nav.href("reader", doc=thing.id) if thing.label == "Document" else nav.href("entity", id=thing.id)


def _hover(thing: data.Thing) -> str:
    return f"{texts.kind(thing.label)} · {clip(both(thing), 400)}"


def status_chip(name: str) -> El | None:
    """A status in words, with a sample of its line style."""
    if not name:
        return None
    known = ontology.load().statuses.get(name)
    return el("span", el("i", cls=f"line {known.line if known else 'solid'}"), texts.status(name), cls=f"status {name}")


def contested_chip() -> El:
    """The sign that statements disagree."""
    return el("span", "⚠ ", texts.say("fact.contested"), cls="contested")


def invented_chip() -> El:
    """The sign that a document is no real one."""
    return el("span", texts.say("document.invented"), cls="invented", title=texts.say("document.invented_about"))


def reference_chip() -> El:
    """The sign that a source is a reference table."""
    return el("span", texts.say("document.reference"), cls="badge", title=texts.say("document.reference_about"))


def unchecked_chip() -> El:
    """The sign that nothing confirms it."""
    return el("span", texts.say("entity.unchecked"), cls="badge", title=texts.say("entity.unchecked_about"))
