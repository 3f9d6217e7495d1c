"""Rows of an answer as a table whose things and words open, and as files for a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app_pages import data, downloads, grids, marks, nav, texts, widgets
from app_pages.widgets import el
from graph import evidence, ontology, stores

_MONEY = {"amount", "difference", "total", "sum", "low", "high"}
_AT_ONCE = 3  # parts of a cell that stand open; the others fold
_STATEMENTS = ("Claim", "Grant", "Measure")

Known = Mapping[str, data.Thing]
Quoted = Mapping[str, tuple[str, str, data.Place]]


def table(table: stores.Table, headings: Mapping[str, str]) -> widgets.El:
    """Rows whose things open their page and whose words open their place in the document."""
    known, quoted = _known(table), _quoted(table)
    shown = _shown(table)
    head = el("tr", *(el("th", headings.get(name, name)) for name in shown))
    rows = [_row(shown, dict(zip(table.columns, row, strict=True)), known, quoted) for row in table.rows]
    return el("table", el("thead", head), el("tbody", *rows), cls="table")


def grid(table: stores.Table, headings: Mapping[str, str]) -> grids.Grid:
    """The same rows for a page that draws them itself; each opens the statements that it names."""
    known, quoted = _known(table), _quoted(table)
    shown = [name for name in _shown(table) if name != "claim"]
    rows = []
    for row in table.rows:
        values = dict(zip(table.columns, row, strict=True))
        keys = list(dict.fromkeys(key for value in row for key in map(_key, _parts(value)) if key in quoted))
        entries = [marks.Entry("", keys)] if keys else []
        rows.append(grids.Row([_written(name, values, known, quoted) for name in shown], entries))
    note = texts.say("questions.cut", n=len(table.rows)) if table.truncated else ""
    return grids.Grid([headings.get(name, name) for name in shown], rows, note)


def _written(name: str, values: Mapping[str, stores.Cell], known: Known, quoted: Quoted) -> grids.Cell:
    value, words = values[name], grids.written(_data(name, values, known, quoted))
    return (words, value) if isinstance(value, int | float) and not isinstance(value, bool) else words


def _key(part: stores.Cell) -> str:
    """The id of a statement, or of a node that may be one."""
    return str(part.get("id")) if isinstance(part, dict) else str(part)


def _known(table: stores.Table) -> Known:
    """The things that cells name."""
    return data.by_name(part for part in _all_parts(table) if isinstance(part, str) and len(part) <= 400)


def _quoted(table: stores.Table) -> Quoted:
    """The statements whose ids stand in cells."""
    return data.statements(key for key in map(_key, _all_parts(table)) if key[:2] in ("c-", "g-", "m-"))


def _all_parts(table: stores.Table) -> Iterator[stores.Cell]:
    return (part for row in table.rows for value in row for part in _parts(value))


def _shown(table: stores.Table) -> list[str]:
    """The columns that get a place of their own: not those that no row fills, nor what stands with another one.

    A claim opens from its quote, who says so in which document stands below it, and an end stands with its start.
    """
    columns = set(table.columns)
    hidden = ({"claim"} if "quote" in columns else set()) | ({"until"} if "start" in columns else set())
    hidden |= {"document", "said_by"} if {"quote", "claim"} <= columns else set()
    filled = {name for name, *cells in zip(table.columns, *table.rows, strict=True) if any(c not in (None, "", []) for c in cells)}  # fmt: skip
    return [name for name in table.columns if name not in hidden and name in filled]


def _row(shown: Sequence[str], values: Mapping[str, stores.Cell], known: Known, quoted: Quoted) -> widgets.El:
    return el("tr", *(_data(name, values, known, quoted) for name in shown))


def _data(name: str, values: Mapping[str, stores.Cell], known: Known, quoted: Quoted) -> widgets.El:
    if name == "quote" and "claim" in values:
        claim = values["claim"]
        words = [widgets.words(quoted[claim][2])] if claim in quoted else _cell(name, values[name], known, quoted)
        return el("td", *words, *_sources(values, known, quoted), cls="said")
    if name == "start" and "until" in values:
        return el("td", texts.period(values[name], values["until"]), cls="figure")
    plain = isinstance(values[name], int | float) or name in ("status", "date", "kind")
    cls = "figure" if plain else "said" if "quote" in name else ""
    return el("td", *_cell(name, values[name], known, quoted), cls=cls)


def _sources(values: Mapping[str, stores.Cell], known: Known, quoted: Quoted) -> list[widgets.El]:
    """Who says so, and in which document."""
    said, document = (
        _cell(name, values[name], known, quoted) if values.get(name) else [] for name in ("said_by", "document")
    )
    before, _, after = texts.say("fact.stated", who="\0").partition("\0")
    lines = ([before, *said, after] if said else [], document)
    return [el("div", *line, cls="source") for line in lines if line]


def _parts(value: stores.Cell) -> list[stores.Cell]:
    return value if isinstance(value, list) else [value]


def _cell(name: str, value: stores.Cell, known: Known, quoted: Quoted) -> list[widgets.Kid]:
    parts = [_part(name, part, known, quoted) for part in _distinct(value) if part is not None]
    if len(parts) < 2:
        return parts
    stops = [el("span", part, cls="stop") for part in parts]
    folded = stops[_AT_ONCE:]
    more = (
        el("details", el("summary", texts.say("questions.more", n=len(folded))), *folded) if len(folded) > 1 else None
    )
    return [*(stops[:_AT_ONCE] if more else stops), more]


def _distinct(value: stores.Cell) -> list[stores.Cell]:
    """The parts of a cell; what a list says more than once stands once."""
    parts = _parts(value)
    return list(dict.fromkeys(parts)) if all(isinstance(part, str) for part in parts) else parts


def _part(name: str, value: stores.Cell, known: Known, quoted: Quoted) -> widgets.Kid:
    if isinstance(value, bool):
        return texts.say("questions.yes" if value else "questions.no")
    if isinstance(value, int | float):
        return texts.money(value) if not _MONEY.isdisjoint(name.lower().split("_")) else f"{value:.10g}"
    if isinstance(value, dict):
        return _element(value)
    text = str(value)
    if text in quoted:
        place = quoted[text][2]
        address = nav.href("reader", doc=place.document, at=f"{place.start}-{place.end}")
        return el("a", texts.say("fact.open"), href=address, cls="source")
    if name == "status":
        return widgets.status_chip(text)
    if name == "kind" and text in evidence.KINDS_OF_SUMS:
        return texts.say(f"grant.kind.{text}")
    if text in known:
        return widgets.thing_link(known[text], 60)
    return _term(text) or el("bdi", widgets.clip(text, 300))


def _element(value: Mapping[str, Any]) -> widgets.Kid:
    """A node as a link to its page, a relationship by its name; other maps as they are."""
    if "label" in value and "id" in value:
        name = str(value.get("name") or value.get("quote") or value["id"])
        thing = data.Thing(str(value["id"]), str(value["label"]), name, value.get("name_en"))
        if value["label"] in _STATEMENTS:
            return el("a", widgets.clip(name, 120), cls="words", href=nav.href("claim", id=thing.id))
        return widgets.thing_link(thing, 60)
    if "type" in value and "source" in value:
        return el("span", f"— {texts.relation(str(value['type']))} →", cls="arrow")
    return el("bdi", widgets.clip(json.dumps(value, ensure_ascii=False), 300))


def _term(text: str) -> str | None:
    vocabulary = ontology.load()
    if text in vocabulary.labels:
        return texts.kind(text)
    if text in vocabulary.relations:
        return texts.relation(text)
    return texts.genre(text) if text in vocabulary.doc_types else None


def show_files(name: str, table: stores.Table, headings: Mapping[str, str]) -> None:
    """Offer the rows as files for a spreadsheet."""
    known = _known(table) if texts.lang() == "en" else {}
    rows = [[_flat(cell, known) for cell in row] for row in table.rows]
    downloads.show(name, [headings.get(column, column) for column in table.columns], rows)


def _flat(cell: stores.Cell, known: Known) -> str | int | float | bool | None:
    if isinstance(cell, list):
        return "；".join(str(_flat(part, known)) for part in cell)
    if isinstance(cell, dict):
        return str(cell)
    return widgets.both(known[cell]) if isinstance(cell, str) and cell in known else cell
