"""Telling a story: in place of the header a bar with the step's text; arrow keys lead from view to view."""

from __future__ import annotations

import streamlit as st

from app_pages import data, nav, saved, stories, texts, widgets
from app_pages.widgets import el


def address(key: str, story: stories.Story, part: int) -> str:
    """Where a step of a story is shown (the first is 1): its saved view, with the story around it."""
    view = saved.get(data.folder(), story.steps[part - 1].view)
    kept = view.address if view else {"page": ("present",)}
    return nav.restored(kept, saved=story.steps[part - 1].view, story=key, part=str(part))


def show() -> bool:
    """Draw the bar where the address tells a story; whether it does."""
    key = nav.param("story")
    story = stories.get(data.folder(), key)
    if story is None or not story.steps:
        return False
    given = nav.param("part")
    part = min(max(int(given), 1), len(story.steps)) if given.isdigit() and len(given) < 5 else 1
    step = story.steps[part - 1]
    view = saved.get(data.folder(), step.view)
    head = el(
        "div", el("strong", el("bdi", widgets.clip(story.name, 80))), el("span", f"{part} / {len(story.steps)}", cls="count"),
        el("span", cls="grow"), _turn(key, story, part - 1, "back", "ArrowLeft PageUp"), _turn(key, story, part + 1, "next", "ArrowRight PageDown"),
        el("button", texts.say("story.full"), cls="small", act="fullscreen", hotkey="f", type="button"),
        el("a", texts.say("story.end"), cls="small", href=nav.href("present", what="stories"), hotkey="Escape"), cls="bar",
    )  # fmt: skip
    name = view.name if view else texts.say("story.lost")
    text = el("p", el("bdi", widgets.clip(step.text, 2000)), cls="told") if step.text else None
    # A property reaches into the sheets, where the pages' own names are.
    st.html("<style>:root { --untold: none; }</style>")
    widgets.show(el("header", head, el("h1", el("bdi", widgets.clip(name, 120))), text, cls="story"), "header")
    return True


def _turn(key: str, story: stories.Story, part: int, name: str, keys: str) -> widgets.El:
    """The way to the step before or after, if there is one."""
    if not 1 <= part <= len(story.steps):
        return el("span", texts.say(f"story.{name}"), cls="small off")
    return el("a", texts.say(f"story.{name}"), cls="small", href=address(key, story, part), hotkey=keys)
