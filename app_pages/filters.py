"""Filters of a page: what is chosen stands in the address, so that back, reload and a shared link keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages import nav, texts, widgets
from app_pages.widgets import el

# What a new choice makes meaningless: the picked thing, what is edited and how many rows were asked for.
_FORGOTTEN: dict[str, str | int | None] = {"pick": None, "n": None, "edit": None}


def tabs(name: str, options: Mapping[str, str], label: str) -> widgets.El:
    """The parts of a page as links; the first is shown where the address names none."""
    chosen = value(name, options) or next(iter(options))
    links = [
        el("a", text, cls="chip", href=nav.here(**_FORGOTTEN | {name: key if key != next(iter(options)) else None}),
           current="true" if key == chosen else None) for key, text in options.items()
    ]  # fmt: skip
    return el("div", *links, cls="chips", label=label)


def value(name: str, options: Mapping[str, str]) -> str:
    """What the address chooses out of the options, or an empty text."""
    return nav.param(name) if nav.param(name) in options else ""


def choose(name: str, label: str, options: Mapping[str, str], everything: str = "") -> str:
    """A list to choose one from or, where `everything` has words for it, none; returns the key of the chosen."""
    chosen = value(name, options)
    keys: Sequence[str] = ["", *options] if everything else list(options)
    key = f"filter.{nav.current()}.{name}.{chosen}.{texts.lang()}"
    st.selectbox(
        label, keys, index=keys.index(chosen) if chosen in keys else 0, key=key, filter_mode="contains",
        format_func=lambda one: options.get(one, everything), on_change=_changed, args=(name, key),
    )  # fmt: skip
    return chosen or keys[0]


def chosen(name: str, options: Mapping[str, str], everything: bool = False) -> str:
    """What such a list has chosen, without drawing it: the first option or, where it may be none, an empty text."""
    return value(name, options) or ("" if everything else next(iter(options), ""))


def _changed(name: str, key: str) -> None:
    nav.go(nav.here(**_FORGOTTEN | {name: st.session_state[key] or None}))


def number(name: str, default: int, most: int) -> int:
    """A number in the address, within its bounds."""
    given = nav.param(name)
    return min(max(int(given), 1), most) if given.isdigit() and len(given) < 7 else default
