"""Present: the saved views, to open, send, rename, take along and take out; and the stories that show them in order."""

from __future__ import annotations

import streamlit as st

from app_pages import data, filters, kept, nav, saved, saving, story_list, texts, widgets
from app_pages.widgets import el
from graph import errors


def show() -> None:
    """Draw the list of saved views, or the stories where the address names them."""
    views, wrong = saved.load(data.folder())
    shelves = {"views": texts.say("present.views"), "stories": texts.say("present.stories")}
    told = filters.value("what", shelves) == "stories"
    head = [
        el("h1", texts.say("nav.present")),
        el("p", texts.say("story.lead" if told else "present.lead"), cls="quiet"),
        filters.tabs("what", shelves, texts.say("nav.present")),
    ]
    if told:
        widgets.show(el("main", *head, cls="page narrow"), "main")
        story_list.show(views)
        return
    none = widgets.notice(texts.say("present.none"), texts.say("present.none_help"))
    body = [_card(key, view) for key, view in views.items()] or [none]
    pressed = widgets.show(el("main", *head, *saving.faults(wrong), *body, cls="page narrow"), "main")
    if pressed:
        _act(pressed)


def _card(key: str, view: saved.View) -> widgets.El:
    address = nav.restored(view.address, saved=key)
    page = view.page if view.page in nav.PAGES else nav.HOME
    signed = " · ".join(part for part in (view.author, view.date[:10]) if part)
    buttons = [
        el("a", texts.say("present.open"), cls="button", href=address),
        el("button", texts.say("present.link"), cls="small copy", copy=nav.absolute(address), type="button"),
        el("button", f"⤓ {texts.say('take.button')}", cls="small", act=f"take {key}", type="button"),
        el("button", texts.say("present.rename"), cls="small", act=f"rename {key}", type="button"),
        el("button", texts.say("present.delete"), cls="small", act=f"delete {key}", type="button"),
    ]
    new = " new" if key == nav.param("new") else ""
    return el(
        "article", el("h3", el("a", el("bdi", widgets.clip(view.name, 120)), href=address, cls="title"),
                      el("span", texts.say(f"nav.{page}"), cls="badge")),
        el("p", el("bdi", widgets.clip(view.note, 600)), cls="note") if view.note else None,
        el("small", el("bdi", widgets.clip(signed, 120))) if signed else None,
        el("div", *buttons, cls="buttons"), cls=f"kept-view{new}",
    )  # fmt: skip


# ---- what can be done with one --------------------------------------------------------------------------------------


def _act(pressed: str) -> None:
    verb, _, key = pressed.partition(" ")
    view = saved.get(data.folder(), key)
    if view and verb == "take":
        kept.ask(view)
    elif view and verb in _FORMS:
        st.dialog(texts.say(f"present.{verb}"))(_FORMS[verb])(key, view)


def _rename(key: str, view: saved.View) -> None:
    name = st.text_input(texts.say("present.name"), view.name, max_chars=saving.NAMED, key=f"present.name.{key}")
    note = st.text_area(texts.say("present.note"), view.note, max_chars=2000, key=f"present.note.{key}", height=96)
    if st.button(texts.say("present.save_it"), type="primary", key="present.renamed"):
        try:
            saved.rename(data.folder(), key, name, note.strip())
        except errors.LibraryError as error:
            saving.tell(error)
            return
        st.rerun()


def _delete(key: str, view: saved.View) -> None:
    widgets.show(
        el("p", texts.say("present.sure"), " ", el("strong", el("bdi", widgets.clip(view.name)))), "present.sure"
    )
    if st.button(texts.say("present.delete"), type="primary", key="present.deleted"):
        saved.delete(data.folder(), key)
        st.rerun()


_FORMS = {"rename": _rename, "delete": _delete}
