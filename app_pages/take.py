"""Taking a graph or a chart along: as SVG, PNG or PDF with its evidence as footnotes, or as a page that opens offline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from app_pages import charts, drawing, figure_files, figures, marks, offline, saved, saving, texts

_FEW = 40  # notes that may stand below a chart
_MIME = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "html": "text/html"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken along: the figure, its pages for a PDF, what is in it in words, and other files by their ending."""

    svg: str
    pages: Sequence[str]
    counted: str
    more: Mapping[str, bytes]


Make = Callable[[str, bool], Taken]  # the title, and whether there are notes


def ask(title: str, address: Mapping[str, Sequence[str]], places: saved.Places) -> None:
    """Open the question as which file the graph of a view shall leave."""
    _ask(title, partial(_graph, address, places))


def show_button(title: str, make: Callable[[bool], charts.Chart], plate: Callable[[], marks.Plate]) -> None:
    """The button that opens the same question for the chart of this page. `make` is told whether notes are wanted; `plate`
    is the chart for a page that draws it itself."""
    if st.button(
        f"⤓ {texts.say('take.button')}", key="take.chart", help=texts.say("take.chart_about"), width="stretch"
    ):
        _ask(title, partial(_chart, make, plate))


def _ask(title: str, make: Make) -> None:
    st.dialog(texts.say("take.title"), width="medium")(_form)(title, make)


def _form(title: str, make: Make) -> None:
    name = st.text_input(texts.say("take.heading"), title, max_chars=saving.NAMED, key="take.title").strip() or title
    notes = st.checkbox(texts.say("take.notes"), value=True, key="take.notes")
    with st.spinner(texts.say("take.drawing")):
        taken = make(name, notes)
    if not figure_files.has_chinese():
        st.warning(texts.say("take.no_font"))
    files: dict[str, bytes | Callable[[], bytes]] = {
        "svg": taken.svg.encode(),
        "png": partial(figure_files.png, taken.svg),
        "pdf": partial(figure_files.pdf, taken.pages),
        **taken.more,
    }
    st.caption(taken.counted)
    for column, (kind, content) in zip(st.columns(len(files)), files.items(), strict=True):
        column.download_button(
            texts.say(f"take.{kind}"), content, f"{file_name(name)}.{kind}", _MIME[kind], on_click="ignore", key=f"take.{kind}",
            width="stretch",
        )  # fmt: skip
    st.caption(texts.say("take.slow"))


def _graph(address: Mapping[str, Sequence[str]], places: saved.Places, name: str, notes: bool) -> Taken:
    figure = figures.make(name, address, places)
    svg = drawing.draw(figure, notes)
    alone = offline.step(saved.View(name, {key: tuple(values) for key, values in address.items()}, places=places), "")
    counted = texts.say("take.counted", n=len(figure.nodes), m=len(figure.edges))
    pages = list(drawing.pages(figure)) if notes else [svg]
    return Taken(svg, pages, counted, {"html": offline.page(name, [alone], texts.lang())})


def _chart(make: Callable[[bool], charts.Chart], plate: Callable[[], marks.Plate], name: str, notes: bool) -> Taken:
    """A long list of evidence would make of a picture a strip: then it stands in PDF and HTML only, and the picture has names."""
    chart = make(notes)
    long = len(chart.notes) > _FEW and notes
    svg = charts.draw(name, make(False) if long else chart, notes and not long)
    counted = texts.say("take.chart_long" if long else "take.chart_counted", n=len(chart.notes))
    page = offline.page(name, [offline.charted(name, "", plate)], texts.lang())
    return Taken(svg, list(charts.pages(name, chart)) if notes else [svg], counted, {"html": page})


def file_name(title: str) -> str:
    """A title as the name of a file."""
    return re.sub(r"[^\w-]+", "-", title)[:60].strip("-") or "figure"
