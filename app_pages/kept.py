"""What a saved view draws, whichever page it is of: a graph, or a chart, a table or the page itself; to take along or to tell with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app_pages import (
    charts,
    compare,
    console,
    documents,
    figures,
    grids,
    ledger_grid,
    maps,
    marks,
    money,
    nav,
    offline,
    overview,
    questions,
    reader,
    review,
    review_grid,
    saved,
    search,
    statement,
    take,
    timeline,
    widgets,
)
from graph import errors


class _Page(Protocol):
    """A page that draws the chart that the address asks for."""

    def figure(self, notes: bool) -> charts.Chart:
        """It on white."""

    def plate(self) -> marks.Plate:
        """It for a page that draws it itself."""


_CHARTS: Mapping[str, _Page] = {"map": maps, "timeline": timeline, "money": money}
_TABLES: Mapping[str, Callable[[], grids.Grid | None]] = {
    "ledger": ledger_grid.grid, "compare": compare.grid, "questions": questions.grid, "console": console.grid,
    "documents": documents.grid, "review": review_grid.grid,
}  # fmt: skip
_LEAVES: Mapping[str, Callable[[], widgets.El | None]] = {
    "reader": reader.leaf, "claim": statement.leaf, "search": search.leaf, "overview": overview.leaf, "review": review.leaf,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Kept:
    """The chart of a page as a kept address asks for it."""

    page: _Page
    address: Mapping[str, Sequence[str]]

    def figure(self, notes: bool) -> charts.Chart:
        with nav.at(self.address):
            return self.page.figure(notes)

    def plate(self) -> marks.Plate:
        with nav.at(self.address):
            return self.page.plate()


def step(view: saved.View, text: str) -> offline.Step:
    """A saved view as a step of a file that is opened without the app."""
    graph, chart = _graph(view), _chart(view)
    if graph:
        return offline.step(graph, text)
    return offline.charted(view.name, text, chart.plate) if chart else _page(view, text)


def ask(view: saved.View) -> None:
    """Open the question as which file a saved view shall leave."""
    graph, chart = _graph(view), _chart(view)
    if graph:
        take.ask(graph.name, graph.address, graph.places)
    elif chart and chart.plate().marks:
        take.ask_chart(view.name, chart.figure, chart.plate)
    else:
        take.ask_page(view.name, _page(view, view.note))


def _graph(view: saved.View) -> saved.View | None:
    """The graph that a view shows: its own or, of a thing's own page, that around the thing."""
    address = {"page": ("explore",), "id": view.address.get("id", ())} if view.page == "entity" else view.address
    return replace(view, address=address) if figures.can(address) else None


def _page(view: saved.View, text: str) -> offline.Step:
    """The table or the page of a view, or its name and text where it has none any more: what it asks may be refused or be gone."""
    try:
        with nav.at(view.address):
            made = offline.tabled(view.name, text, _TABLES.get(view.page, _nothing))
            return made if made.grids else offline.leafed(view.name, text, _LEAVES.get(view.page, _nothing))
    except errors.QueryError:
        return offline.Step(view.name, text)


def _nothing() -> None:
    """What a view has that is not drawn so."""


def _chart(view: saved.View) -> _Kept | None:
    page = _CHARTS.get(view.page)
    return _Kept(page, view.address) if page else None
