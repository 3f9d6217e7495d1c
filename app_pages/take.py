"""Taking a graph along: as SVG, PNG or PDF with its evidence as footnotes, or as a page that opens offline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from app_pages import drawing, figure_files, figures, offline, saved, saving, texts

_MIME = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "html": "text/html"}


def ask(title: str, address: Mapping[str, Sequence[str]], places: saved.Places) -> None:
    """Open the question which of them it shall be."""
    st.dialog(texts.say("take.title"), width="medium")(_form)(title, address, places)


def _form(title: str, address: Mapping[str, Sequence[str]], places: saved.Places) -> None:
    name = st.text_input(texts.say("take.heading"), title, max_chars=saving.NAMED, key="take.title").strip() or title
    notes = st.checkbox(texts.say("take.notes"), value=True, key="take.notes")
    figure = figures.make(name, address, places)
    svg = drawing.draw(figure, notes)
    pages = list(drawing.pages(figure)) if notes else [svg]
    alone = offline.step(saved.View(name, {key: tuple(values) for key, values in address.items()}, places=places), "")
    files: dict[str, bytes | Callable[[], bytes]] = {
        "svg": svg.encode(),
        "png": partial(figure_files.png, svg),
        "pdf": partial(figure_files.pdf, pages),
        "html": offline.page(name, [alone], texts.lang()),
    }
    st.caption(texts.say("take.counted", n=len(figure.nodes), m=len(figure.edges)))
    for column, (kind, data) in zip(st.columns(len(files)), files.items(), strict=True):
        column.download_button(
            texts.say(f"take.{kind}"), data, f"{file_name(name)}.{kind}", _MIME[kind], on_click="ignore", key=f"take.{kind}",
            width="stretch",
        )  # fmt: skip
    st.caption(texts.say("take.slow"))


def file_name(title: str) -> str:
    """A title as the name of a file."""
    return re.sub(r"[^\w-]+", "-", title)[:60].strip("-") or "figure"
