"""Taking a graph or a chart along: as SVG, PNG or PDF with its evidence as footnotes, or as a page that opens offline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from app_pages import charts, drawing, figure_files, figures, marks, offline, saved, saving, texts

_FEW = 40  # notes that may stand below a chart
_MIME = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "html": "text/html"}


Content = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken along: files by their ending, made when they are wanted, and what is in them in words."""

    files: Mapping[str, Content]
    counted: str


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
        ask_chart(title, make, plate)


def ask_chart(title: str, make: Callable[[bool], charts.Chart], plate: Callable[[], marks.Plate]) -> None:
    """Open the same question for a chart."""
    _ask(title, partial(_chart, make, plate))


def ask_page(title: str, step: offline.Step) -> None:
    """Open the same question for a view without a drawing: its table, the page itself, or name and note alone leave as a page."""
    _ask(title, partial(_page, step), drawn=False)


def _ask(title: str, make: Make, drawn: bool = True) -> None:
    st.dialog(texts.say("take.title"), width="medium")(_form)(title, make, drawn)


def _form(title: str, make: Make, drawn: bool) -> None:
    """The form; whether there are notes is asked of a drawing only."""
    heading = texts.say("take.heading" if drawn else "take.page_heading")
    name = st.text_input(heading, title, max_chars=saving.NAMED, key="take.title").strip() or title
    notes = drawn and st.checkbox(texts.say("take.notes"), value=True, key="take.notes")
    with st.spinner(texts.say("take.drawing")):
        taken = make(name, notes)
    if "png" in taken.files and not figure_files.has_chinese():
        st.warning(texts.say("take.no_font"))
    st.caption(taken.counted)
    for column, (kind, content) in zip(st.columns(len(taken.files)), taken.files.items(), strict=True):
        column.download_button(
            texts.say(f"take.{kind}"), content, f"{file_name(name)}.{kind}", _MIME[kind], on_click="ignore", key=f"take.{kind}",
            width="stretch",
        )  # fmt: skip
    if "png" in taken.files:
        st.caption(texts.say("take.slow"))


def _graph(address: Mapping[str, Sequence[str]], places: saved.Places, name: str, notes: bool) -> Taken:
    figure = figures.make(name, address, places)
    svg = drawing.draw(figure, notes)
    alone = offline.step(saved.View(name, {key: tuple(values) for key, values in address.items()}, places=places), "")
    counted = texts.say("take.counted", n=len(figure.nodes), m=len(figure.edges))
    return Taken(_files(svg, list(drawing.pages(figure)) if notes else [svg], name, alone), counted)


def _chart(make: Callable[[bool], charts.Chart], plate: Callable[[], marks.Plate], name: str, notes: bool) -> Taken:
    """A long list of evidence would make of a picture a strip: then it stands in PDF and HTML only, and the picture has names."""
    chart = make(notes)
    long = len(chart.notes) > _FEW and notes
    svg = charts.draw(name, make(False) if long else chart, notes and not long)
    counted = texts.say("take.chart_long" if long else "take.chart_counted", n=len(chart.notes))
    pages = list(charts.pages(name, chart)) if notes else [svg]
    return Taken(_files(svg, pages, name, offline.charted(name, "", plate)), counted)


def _page(step: offline.Step, name: str, notes: bool) -> Taken:
    page = offline.page(name, [replace(step, name=name)], texts.lang())
    opens = any(row.entries for grid in step.grids.values() for row in grid.rows)
    kind = "table_opens" if opens else "table" if step.grids else "leaf" if step.leaves else "undrawn"
    return Taken({"html": page}, texts.say(f"take.{kind}"))


def _files(svg: str, pages: Sequence[str], name: str, step: offline.Step) -> dict[str, Content]:
    """The drawing as files; pixels and pages take time and are made when wanted."""
    png, pdf = partial(figure_files.png, svg), partial(figure_files.pdf, pages)
    return {"svg": svg.encode(), "png": png, "pdf": pdf, "html": offline.page(name, [step], texts.lang())}


def file_name(title: str) -> str:
    """A title as the name of a file."""
    return re.sub(r"[^\w-]+", "-", title)[:60].strip("-") or "figure"
