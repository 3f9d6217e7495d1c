"""Tags and notes of several people on anything: shown and made where it is shown, listed by tag, found by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from app_pages import data, decisions, nav, texts, widgets
from app_pages.widgets import el
from graph import judgements

_LISTED = 200


# ---- on a page ------------------------------------------------------------------------------------------------------


def show(key: str, head: widgets.El) -> None:
    """The head of something's page with its tags and notes, a button to take each of one's own back, and beside the head
    the form to add one."""
    found = decisions.remarks(key)
    left, right = st.columns([6, 1], vertical_alignment="top")
    with left:
        taken = widgets.show(
            el("div", head, _listed_here(found), cls="page"),
            "remarks",
        )
    with right, st.popover(texts.say("remark.add"), width="stretch"):
        _show_form(key)
    for one in found:
        if taken and taken == _act(one):
            _take_back(one)
            st.rerun()


def _listed_here(found: Sequence[judgements.Judgement]) -> widgets.El | None:
    rows = (_remark(one, _back(one)) for one in found)
    return el("div", *rows, cls="remarks", role="group", label=texts.say("remark.title")) if found else None


def _remark(one: judgements.Judgement, back: widgets.El | None = None) -> widgets.El:
    """A tag, which leads to all that bears it, or a note; with its author and time."""
    tag = el("a", f"# {one.tag}", href=nav.href("review", tab="tags", tag=one.tag), cls="tag-name") if one.tag else None
    words = el("bdi", widgets.clip(one.reason, 2_000), cls="note-words") if one.reason else None
    signed = el("small", f"{widgets.clip(one.author, 40)} · {one.date[:16].replace('T', ' ')}")
    return el("div", tag, words, signed, back, cls=f"remark {one.verdict}")


def _back(one: judgements.Judgement) -> widgets.El | None:
    """The button that takes a remark back, on one's own."""
    label = texts.say("remark.take_back", what=widgets.clip(one.tag or one.reason, 40))
    own = one.author == decisions.author()
    return el("button", "×", act=_act(one), cls="small", type="button", label=label, title=label) if own else None


def _act(one: judgements.Judgement) -> str:
    return "\n".join(one.matter)


def _take_back(one: judgements.Judgement) -> None:
    if one.tag:
        decisions.decide("untag", one.author, "", one.left, correction=(("tag", one.tag),))
    else:
        decisions.decide("note", one.author, "", one.left)


def _show_form(key: str) -> None:
    with st.form(f"remark.{key}", border=False, clear_on_submit=True):
        author = st.text_input(texts.say("review.author"), decisions.author(), key=f"remark.author.{key}")
        tag = st.selectbox(
            texts.say("remark.tag"), _tags(judgements.remarks(decisions.journal())), index=None, accept_new_options=True,
            key=f"remark.tag.{key}", placeholder=texts.say("remark.tag_hint"), filter_mode="contains",
        )  # fmt: skip
        note = st.text_area(texts.say("remark.note"), key=f"remark.note.{key}", height=80)
        sent = st.form_submit_button(texts.say("remark.record"), type="primary")
    if sent:
        _add(key, author.strip(), (tag or "").strip(), note.strip())


def _add(key: str, author: str, tag: str, note: str) -> None:
    if not author or not (tag or note):
        st.warning(texts.say("remark.incomplete"))
        return
    if tag:
        correction = (("tag", tag[: judgements.LONGEST_TAG]),)
        decisions.decide("tag", author, "", key, correction=correction)
    if note:
        decisions.decide("note", author, note, key)
    st.rerun()


def _tags(found: Iterable[judgements.Judgement]) -> list[str]:
    """Tags by how many things bear them."""
    uses = {(one.tag, one.left) for one in found if one.tag}
    return [tag for tag, _ in sorted(Counter(tag for tag, _ in uses).items(), key=lambda use: (-use[1], use[0]))]


# ---- lists ----------------------------------------------------------------------------------------------------------


def tab() -> list[widgets.El]:
    """All tags, and what bears the one in the address; all that is remarked on where it names none."""
    found = judgements.remarks(decisions.journal())
    if not found:
        return [widgets.notice(texts.say("remark.none"), texts.say("remark.none_help"))]
    chosen = nav.param("tag")
    chips = [
        el("a", f"# {tag}", el("small", str(len({one.left for one in found if one.tag == tag}))), cls="chip",
           href=nav.href("review", tab="tags", tag=None if tag == chosen else tag), current="true" if tag == chosen else None)
        for tag in _tags(found)
    ]  # fmt: skip
    about = {one.left for one in found if one.tag == chosen or not chosen}
    return [el("div", *chips, cls="chips", label=texts.say("remark.tag")), *listed(found, about)]


def matching(words: str) -> list[widgets.El]:
    """What bears a tag or a note with these words in it."""
    found, wanted = judgements.remarks(decisions.journal()), words.casefold()
    about = {one.left for one in found if wanted in one.tag.casefold() or wanted in one.reason.casefold()}
    return listed(found, about)


def listed(found: Sequence[judgements.Judgement], about: set[str]) -> list[widgets.El]:
    """Things, statements and documents with all remarks on them, the newest first; nothing where there are none."""
    keys = list(dict.fromkeys(one.left for one in reversed(found) if one.left in about))[:_LISTED]
    things, said = data.things(keys), data.statements(keys)
    rows = [
        el("li", _about(key, things, said), *(_remark(one) for one in found if one.left == key), cls="wide")
        for key in keys
    ]
    return [el("ul", *rows, cls="results")] if rows else []


def _about(key: str, things: dict[str, data.Thing], said: dict[str, tuple[str, str, data.Place]]) -> widgets.El:
    if key in said:
        return widgets.quote(said[key][2], widgets.status_chip(said[key][0]), statement=key)
    if key in things:
        return el(
            "div", widgets.thing_link(things[key]), el("span", texts.kind(things[key].label), cls="badge"), cls="notes"
        )
    return el("div", el("bdi", widgets.clip(key)), el("small", texts.say("remark.gone")), cls="notes")
