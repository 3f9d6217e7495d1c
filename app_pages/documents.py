"""The list of documents with genre, issuer, date, number and what was read from each; files that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages import add, data, downloads, grids, nav, texts, widgets
from app_pages.widgets import el
from graph import library

_ALL = "*"  # no file's name
_NUMBERS = ("entities", "claims", "grants", "measures")
_UNBROKEN = 20  # letters of a number that stand in one line
_COLUMNS = ("date", "title", "genre", "issuer", "number", *_NUMBERS)


def show() -> None:
    """Draw the page, of one genre where the address names one."""
    papers, tables = _held()
    genre = nav.param("genre")
    shown = _of_genre(papers)
    widgets.show_stale()
    title = el("h1", texts.say("documents.count", n=len(shown)))
    known = widgets.section(texts.say("document.reference"), _table(tables), count=len(tables)) if tables else None
    body = el("main", title, _filter(papers, genre), _table(shown), known, _quarantine(), cls="page")
    wanted = widgets.show(body, "main")
    if wanted:
        add.retry([one.name for one in data.the_library().quarantined() if wanted in (_ALL, one.name)])
        st.button(texts.say("documents.retried"), type="primary")
    _show_files(shown)
    add.show_upload()


def grid() -> grids.Grid:
    """The documents of the genre in the address as a table for a page that draws it itself, with where they came from."""
    shown = _of_genre(_held()[0])
    issuers = widgets.spoken(paper.issuer or "" for paper in shown)
    most = None if any(paper.source.url for paper in shown) else -1  # a column that nothing fills stays out
    return grids.Grid(_heads()[:most], [_line(paper, issuers, most) for paper in shown])


def _line(paper: library.Entry, issuers: Mapping[str, str], most: int | None) -> grids.Row:
    title = f"{paper.title}\n{texts.say('document.invented')}" if paper.source.invented else paper.title
    words = (paper.date or "", title, texts.genre(paper.doc_type), _issuer(paper, issuers), paper.number or "")
    counts = [getattr(paper, name) for name in _NUMBERS]
    cells: list[grids.Cell] = [*words, *((str(count), float(count)) for count in counts), paper.source.url]
    return grids.Row(cells[:most])


def _held() -> tuple[list[library.Entry], list[library.Entry]]:
    """The documents and the reference tables, the newest first."""
    held = sorted(data.papers(), key=lambda p: (p.date or "", p.name), reverse=True)
    return [p for p in held if not p.source.reference], [p for p in held if p.source.reference]


def _of_genre(papers: Sequence[library.Entry]) -> Sequence[library.Entry]:
    genre = nav.param("genre")
    return [p for p in papers if p.doc_type == genre] if genre else papers


def _filter(papers: Sequence[library.Entry], genre: str) -> widgets.El:
    counts = Counter(p.doc_type for p in papers).most_common()
    everything = el(
        "a", texts.say("search.all"), cls="chip", href=nav.href("documents"), current=None if genre else "true"
    )
    chips = [
        el("a", texts.genre(name), el("small", str(n)), cls="chip", href=nav.href("documents", genre=name),
           current="true" if name == genre else None) for name, n in counts
    ]  # fmt: skip
    return el("div", everything, *chips, cls="chips", label=texts.say("documents.filter"))


def _table(papers: Sequence[library.Entry]) -> widgets.El:
    head = el(
        "tr", *(el("th", texts.say(f"documents.{name}"), cls="number" if name in _NUMBERS else "") for name in _COLUMNS)
    )
    issuers = widgets.spoken(paper.issuer or "" for paper in papers)
    return el("table", el("thead", head), el("tbody", *(_row(paper, issuers) for paper in papers)), cls="table many")


def _show_files(papers: Sequence[library.Entry]) -> None:
    """The list as files, with the addresses that the documents came from."""
    issuers = widgets.spoken(paper.issuer or "" for paper in papers)
    rows: list[list[downloads.Cell]] = [
        [
            p.date,
            p.title,
            texts.genre(p.doc_type),
            _issuer(p, issuers),
            p.number,
            *(getattr(p, name) for name in _NUMBERS),
            p.source.url,
        ]
        for p in papers
    ]
    downloads.show("documents", _heads(), rows)


def _issuer(paper: library.Entry, issuers: Mapping[str, str]) -> str:
    """The issuer in the page's language, with its Chinese name for those who look it up there."""
    return widgets.with_chinese(issuers.get(paper.issuer or "", ""), paper.issuer or "")


def _heads() -> list[str]:
    return [*(texts.say(f"documents.{name}") for name in _COLUMNS), "URL"]


def _row(paper: library.Entry, issuers: Mapping[str, str]) -> widgets.El:
    named = widgets.called("Document", paper.title) if paper.source.reference else paper.title
    title = el("a", el("bdi", widgets.clip(named, 120)), href=nav.href("reader", doc=paper.document), cls="title")
    invented = widgets.invented_chip() if paper.source.invented else None
    reference = widgets.reference_chip() if paper.source.reference else None
    issuer, number = issuers.get(paper.issuer or "", ""), paper.number or ""
    return el(
        "tr", el("td", paper.date or "—", cls="date"), el("td", title, invented, reference), el("td", texts.genre(paper.doc_type), cls="short"),
        el("td", el("bdi", widgets.clip(issuer, 60)), title=paper.issuer if issuer != paper.issuer else None),
        el("td", el("bdi", widgets.clip(number, 60)), cls="short" if len(number) <= _UNBROKEN else ""),
        *(el("td", str(getattr(paper, name)), cls="number") for name in _NUMBERS),
    )  # fmt: skip


def _quarantine() -> widgets.El | None:
    found = data.the_library().quarantined()
    if not found:
        return None
    again = texts.say("documents.retry")
    rows = [
        el("tr", el("td", el("bdi", widgets.clip(q.name, 120))), el("td", widgets.clip(texts.own(q.reason), 300), cls="lines"), el("td", q.at[:10], cls="date"),
           el("td", el("button", again, act=q.name, cls="small", type="button", label=f"{again} {widgets.clip(q.name, 60)}")))
        for q in found
    ]  # fmt: skip
    names = ("file", "reason", "date")
    every = el("button", texts.say("documents.retry_all"), act=_ALL, cls="small", type="button")
    head = el("tr", *(el("th", texts.say(f"documents.{name}")) for name in names), el("th", every))
    table = el("table", el("thead", head), el("tbody", *rows), cls="table")
    return widgets.section(texts.say("documents.quarantine"), table, count=len(found))
