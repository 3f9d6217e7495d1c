"""The header: brand, search box, language, the ways to save what is shown and to take it along, and the pages in their groups."""

from __future__ import annotations

from collections.abc import Sequence

from app_pages import data, kept, nav, saved, saving, telling, texts, widgets
from app_pages.widgets import el

# Pages with a button of their own that takes along what they draw.
_TAKING = ("explore", "map", "timeline", "money")


def show() -> None:
    """Draw it, the same on every page but in a story; when the person wants to keep the view or to take it along, ask how."""
    if nav.param("story") and not data.is_empty() and telling.show():
        return
    brand = el(
        "a", el("i", cls="logo"), texts.say("app.name"), cls="brand", href=nav.href(nav.HOME), title=texts.say("app.about")
    )  # fmt: skip
    search = widgets.search_box("small") if nav.current() != nav.HOME else el("span", cls="grow")
    bar = el("div", brand, search, *_buttons(), _language_switch(), cls="bar")
    menu = el("nav", *(_menu_group(name, pages) for name, pages in nav.GROUPS.items()), label=texts.say("nav.label"))
    pressed = widgets.show(el("header", bar, menu, cls=f"top {texts.lang()}"), "header")
    if pressed == "take":
        kept.ask(saved.View(saving.suggestion(nav.address()), nav.address()))
    elif pressed:
        saving.ask(pressed)


def _buttons() -> list[widgets.El]:
    """The button that keeps this view, which brings along where the graph has its things, and the one that takes it along."""
    if nav.current() == "present" or data.is_empty():
        return []
    keep = el(
        "button", "☆ ", texts.say("present.save"), cls="small keep", act="save", also="places", type="button",
        title=texts.say("present.save_about"),
    )  # fmt: skip
    take = el(
        "button", "⤓ ", texts.say("take.button"), cls="small keep", act="take", type="button", title=texts.say("take.page_about")
    )  # fmt: skip
    return [keep] if nav.current() in _TAKING else [keep, take]


def _menu_group(name: str, pages: Sequence[str]) -> widgets.El:
    links = [
        el("a", texts.say(f"nav.{page}"), href=nav.href(page), current="page" if page == nav.current() else None)
        for page in pages
    ]
    title = el("span", texts.say(f"nav.group.{name}"), cls="group-name") if name != "start" else None
    return el("div", title, *links, cls="menu-group")


def _language_switch() -> widgets.El:
    here = texts.lang()
    both = [
        el("span", texts.say(f"language.{code}"), cls="on", current="true", lang=code)
        if code == here
        else el("a", texts.say(f"language.{code}"), href=nav.other_language(), lang=code)
        for code in ("zh", "en")
    ]
    return el("div", *both, cls="language", label=texts.say("language"), role="group")
