"""The stories of the library: begun, put in order, told, taken along as one file, taken out."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app_pages import data, decisions, kept, nav, offline, saved, saving, stories, take, telling, texts, widgets
from app_pages.widgets import el
from graph import errors


def show(views: Mapping[str, saved.View]) -> None:
    """Draw the one that the address opens for editing, else all of them."""
    key = nav.param("edit")
    story = stories.get(data.folder(), key)
    if story:
        _show_editor(key, story, views)
        return
    found, wrong = stories.load(data.folder())
    none = widgets.notice(texts.say("story.none"), texts.say("story.none_help"))
    cards = [_card(one, story) for one, story in found.items()] or [none]
    pressed = widgets.show(el("div", *saving.faults(wrong), *cards, cls="page narrow below"), "stories")
    if pressed:
        _act(pressed, views)
    _show_new()


def _card(key: str, story: stories.Story) -> widgets.El:
    signed = " · ".join(
        part for part in (texts.say("story.steps", n=len(story.steps)), story.author, story.date[:10]) if part
    )
    start = telling.address(key, story, 1) if story.steps else ""
    buttons = [
        el("a", texts.say("story.tell"), cls="button", href=start) if start else None,
        el("a", texts.say("story.edit"), cls="button quiet", href=nav.href("present", what="stories", edit=key)),
        el("button", texts.say("present.link"), cls="small copy", copy=nav.absolute(start), type="button")
        if start
        else None,
        el("button", f"⤓ {texts.say('take.html')}", cls="small", act=f"take {key}", type="button") if start else None,
        el("button", texts.say("present.delete"), cls="small", act=f"delete {key}", type="button"),
    ]
    name = el("h3", el("bdi", widgets.clip(story.name, 120), cls="title"))
    return el("article", name, el("small", el("bdi", signed)), el("div", *buttons, cls="buttons"), cls="kept-view")


def _show_new() -> None:
    with st.form("story.new", border=False, clear_on_submit=True):
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        name = left.text_input(texts.say("story.new"), max_chars=saving.NAMED, key="story.name")
        if right.form_submit_button(texts.say("story.begin"), width="stretch"):
            try:
                key = stories.save(data.folder(), name, decisions.author())
            except errors.LibraryError as error:
                saving.tell(error)
                return
            nav.go(nav.href("present", what="stories", edit=key))
            st.rerun()


def _act(pressed: str, views: Mapping[str, saved.View]) -> None:
    verb, _, key = pressed.partition(" ")
    story = stories.get(data.folder(), key)
    if story and verb == "delete":
        st.dialog(texts.say("present.delete"))(_delete)(key, story)
    elif story and verb == "take":
        st.dialog(texts.say("take.html"))(_take)(story, views)


def _delete(key: str, story: stories.Story) -> None:
    widgets.show(el("p", texts.say("story.sure"), " ", el("strong", el("bdi", widgets.clip(story.name)))), "story.sure")
    if st.button(texts.say("present.delete"), type="primary", key="story.deleted"):
        stories.delete(data.folder(), key)
        st.rerun()


def _take(story: stories.Story, views: Mapping[str, saved.View]) -> None:
    st.caption(texts.say("story.take_about"))
    steps = [kept.step(views[step.view], step.text) for step in story.steps if step.view in views]
    page = offline.page(story.name, steps, texts.lang())
    st.download_button(
        texts.say("take.html"),
        page,
        f"{take.file_name(story.name)}.html",
        "text/html",
        on_click="ignore",
        key="story.take",
    )


# ---- putting one in order -------------------------------------------------------------------------------------------


def _show_editor(key: str, story: stories.Story, views: Mapping[str, saved.View]) -> None:
    head = el("h2", el("bdi", widgets.clip(story.name, 120)))
    back = el("a", texts.say("story.all"), cls="more", href=nav.href("present", what="stories"))
    tell = el("a", texts.say("story.tell"), cls="button", href=telling.address(key, story, 1)) if story.steps else None
    rows = [_row(place, step, views.get(step.view), len(story.steps)) for place, step in enumerate(story.steps)]
    body = el("ul", *rows, cls="steps") if rows else el("p", texts.say("story.empty"), cls="quiet")
    pressed = widgets.show(
        el("div", back, head, body, el("div", tell, cls="buttons"), cls="page narrow below"), "story.editor"
    )
    if pressed:
        _change(key, story, pressed)
    _show_add(key, story, views)


def _row(place: int, step: stories.Step, view: saved.View | None, number: int) -> widgets.El:
    buttons = [
        el("button", "↑", cls="small", act=f"up {place}", type="button", label=texts.say("story.up"))
        if place
        else None,
        el("button", "↓", cls="small", act=f"down {place}", type="button", label=texts.say("story.down"))
        if place < number - 1
        else None,
        el("button", texts.say("story.text"), cls="small", act=f"text {place}", type="button"),
        el("button", texts.say("present.delete"), cls="small", act=f"drop {place}", type="button"),
    ]
    return el(
        "li", el("strong", f"{place + 1}. ", el("bdi", widgets.clip(view.name if view else texts.say("story.lost"), 100))),
        el("p", el("bdi", widgets.clip(step.text, 400)), cls="note") if step.text else None, el("div", *buttons, cls="buttons"),
        cls="kept-view",
    )  # fmt: skip


def _change(key: str, story: stories.Story, pressed: str) -> None:
    verb, _, given = pressed.partition(" ")
    place = int(given)
    if verb == "text":
        st.dialog(texts.say("story.text"))(_tell)(key, story, place)
        return
    changed = story.without(place) if verb == "drop" else story.moved(place, -1 if verb == "up" else 1)
    stories.keep(data.folder(), key, changed)
    st.rerun()


def _tell(key: str, story: stories.Story, place: int) -> None:
    text = st.text_area(
        texts.say("story.text"), story.steps[place].text, max_chars=2000, key=f"story.text.{place}", height=160
    )
    if st.button(texts.say("present.save_it"), type="primary", key="story.told"):
        stories.keep(data.folder(), key, story.told(place, text.strip()))
        st.rerun()


def _show_add(key: str, story: stories.Story, views: Mapping[str, saved.View]) -> None:
    if not views:
        widgets.show(widgets.notice(texts.say("present.none"), texts.say("present.none_help")), "story.no_views")
        return
    with st.form("story.add", clear_on_submit=True):
        chosen = st.selectbox(
            texts.say("story.view"),
            list(views),
            key="story.view",
            format_func=lambda one: widgets.clip(views[one].name, 80),
        )
        text = st.text_area(texts.say("story.text"), max_chars=2000, key="story.new_text", height=96)
        if st.form_submit_button(texts.say("story.add"), type="primary") and chosen:
            step = stories.Step(str(chosen), text.strip())
            stories.keep(data.folder(), key, stories.Story(story.name, (*story.steps, step), story.author, story.date))
            st.rerun()
