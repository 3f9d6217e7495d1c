"""What a saved view draws, whichever page it is of: a graph, or a chart or a table read from its address; to take along or to tell with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app_pages import (
    charts,
    compare,
    console,
    figures,
    grids,
    ledger_grid,
    maps,
    marks,
    money,
    nav,
    offline,
    questions,
    saved,
    take,
    timeline,
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
    return offline.charted(view.name, text, chart.plate) if chart else _table(view, text)


def ask(view: saved.View) -> None:
    """Open the question as which file a saved view shall leave."""
    graph, chart = _graph(view), _chart(view)
    if graph:
        take.ask(graph.name, graph.address, graph.places)
    elif chart and chart.plate().marks:
        take.ask_chart(view.name, chart.figure, chart.plate)
    else:
        take.ask_page(view.name, _table(view, view.note))


def _graph(view: saved.View) -> saved.View | None:
    """The graph that a view shows: its own or, of a thing's own page, that around the thing."""
    address = {"page": ("explore",), "id": view.address.get("id", ())} if view.page == "entity" else view.address
    return replace(view, address=address) if figures.can(address) else None


def _table(view: saved.View, text: str) -> offline.Step:
    """The table of a view, or its name and text where it has none any more: what it asks may be refused or be gone."""
    if view.page not in _TABLES:
        return offline.Step(view.name, text)
    try:
        with nav.at(view.address):
            return offline.tabled(view.name, text, _TABLES[view.page])
    except errors.QueryError:
        return offline.Step(view.name, text)


def _chart(view: saved.View) -> _Kept | None:
    page = _CHARTS.get(view.page)
    return _Kept(page, view.address) if page else None
