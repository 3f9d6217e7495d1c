"""How charts look: colours that stand out on light and on dark, and fonts that have Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, WenQuanYi Micro Hei, sans-serif"


_ON_PAPER = ContextVar("on_paper", default=False)


@contextmanager
def on_paper() -> Iterator[None]:
    """Draw for white paper meanwhile, however the page looks."""
    before = _ON_PAPER.set(True)
    try:
        yield
    finally:
        _ON_PAPER.reset(before)


def is_dark() -> bool:
    """Whether what is drawn stands on dark: the page's theme, unless it is drawn for paper."""
    return not _ON_PAPER.get() and st.context.theme.type == "dark"


def ink() -> str:
    """The colour of words in charts."""
    return "#e6ebf0" if is_dark() else "#1c2733"


def paper() -> str:
    """The colour of what charts stand on; a rim of it around words keeps them apart from what they lie on."""
    return "#171e25" if is_dark() else "#ffffff"


def soft() -> str:
    """The colour of what stands behind: grids, axes, ribbons."""
    return "#4a5866" if is_dark() else "#b9c4cf"


def warn() -> str:
    """The colour of what disagrees; a sign stands beside it."""
    return "#ff8f86" if is_dark() else "#b3261e"


def bright(colour: str) -> str:
    """A colour (#rrggbb) as it stands out on what is drawn on: on dark a third of the way to white."""
    if not is_dark():
        return colour
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{part + (255 - part) // 3:02x}" for part in parts)


def plain(text: str) -> str:
    """A text in which a chart's templates find no blank to fill.

    Streamlit draws no chart at all in which a text begins like an address that runs (javascript:); a sign without width
    before it makes it none.
    """
    filled = text.replace("{", "｛").replace("}", "｝")
    return f"\u200b{filled}" if ":" in filled else filled
