"""The library's questions as forms made from their headers; answers as tables whose things and words open."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

import queries
from app_pages import ask, data, nav, texts, widgets
from app_pages.widgets import el
from graph import exports, ontology, stores

MOST = 500
_OFFERED = 2000
_MONEY = ("amount", "difference", "total", "sum")

Known = Mapping[str, data.Thing]
Quoted = Mapping[str, tuple[str, str, data.Place]]


def show() -> None:
    """Draw the list of questions and the one in the address, with its answer where its blanks are filled."""
    known, sentence = queries.load(), nav.param("q")
    query = known.get(nav.param("name")) or (None if sentence else next(iter(known.values())))
    left, right = st.columns([2, 9], gap="medium")
    with left:
        widgets.show(_menu(known, query), "questions.menu")
    with right:
        widgets.show(el("div", ask.box("wide", sentence), None if query is None else ask.examples()), "questions.ask")
        if query is None:
            ask.show(sentence, _show_answer)
        else:
            _show_question(query)


def _show_question(query: queries.Query) -> None:
    """Draw one question with its form, and its answer where the blanks are filled."""
    title = el("div", el("h1", _title(query)), el("p", _question(query), cls="quiet"), cls="title-block")
    widgets.show(el("main", title), "questions.title")
    given = {p.name: nav.param(f"p.{p.name}") for p in query.params}
    if query.params:
        _show_form(query, given)
    if all(given[p.name] or p.optional or p.default is not None for p in query.params):
        _show_answer(query, {name: value for name, value in given.items() if value})


def _title(query: queries.Query) -> str:
    return texts.pick(query.title_zh, query.title_en)


def _question(query: queries.Query) -> str:
    return texts.pick(query.question_zh, query.question_en)


def _label(param: queries.Param) -> str:
    return texts.pick(param.zh, param.en)


def _menu(known: Mapping[str, queries.Query], chosen: queries.Query | None) -> widgets.El:
    rows = [
        el("li", el("a", _title(query), title=_question(query), href=nav.href("questions", name=name),
                    current="true" if query is chosen else None))
        for name, query in known.items()
    ]  # fmt: skip
    return el("nav", el("p", texts.say("questions.lead"), cls="quiet"), el("ul", *rows), cls="menu")


# ---- form -----------------------------------------------------------------------------------------------------------


def _show_form(query: queries.Query, given: Mapping[str, str]) -> None:
    with st.form(f"question.{query.name}", border=False):
        columns = st.columns([*(4 for _ in query.params), 1], vertical_alignment="bottom")
        values = {}
        for param, column in zip(query.params, columns, strict=False):
            with column:
                values[param.name] = _field(query, param, given[param.name])
        with columns[-1]:
            sent = st.form_submit_button(texts.say("questions.ask"), type="primary", width="stretch")
    if query.example:
        address = _address(query, query.example)
        widgets.show(el("p", el("a", texts.say("questions.example"), href=address, cls="more")), "questions.example")
    if sent:
        _send(query, values)


def _field(query: queries.Query, param: queries.Param, value: str) -> str | None:
    key = f"question.{query.name}.{param.name}.{value}"
    if param.type != "node":
        default = value or ("" if param.default is None else str(param.default))
        return st.text_input(_label(param), default, key=key)
    options = _options(param.kind, data.the_library().built() or "", texts.lang())
    names = [*([value] if value and value not in options else []), *options]
    return st.selectbox(
        _label(param), names, index=names.index(value) if value else None, accept_new_options=True, key=key,
        format_func=lambda key: options.get(key, key), placeholder=texts.say("search.hint"), filter_mode="contains",
    )  # fmt: skip


@st.cache_data(show_spinner=False, max_entries=64)
def _options(kinds: Sequence[str], built: str, language: str) -> dict[str, str]:
    """The things that a blank takes, by id, best connected first; kept until the graph is built anew."""
    found = [thing for kind in kinds for thing in data.of_kind(kind, _OFFERED)]
    ordered = sorted(found, key=lambda t: (-t.degree, t.id))[:_OFFERED]
    return {t.id: widgets.clip(widgets.name_of(t), 60) for t in ordered}


def _send(query: queries.Query, values: Mapping[str, str | None]) -> None:
    missing = [p for p in query.params if not (values[p.name] or p.optional or p.default is not None)]
    if missing:
        st.warning(texts.say("questions.missing", name=_label(missing[0])))
        return
    nav.go(_address(query, values))
    st.rerun()


def _address(query: queries.Query, values: Mapping[str, Any]) -> str:
    filled = {f"p.{name}": str(value) for name, value in values.items() if value not in (None, "")}
    return nav.href("questions", name=query.name, **filled)


# ---- answer ---------------------------------------------------------------------------------------------------------


def _show_answer(query: queries.Query, given: Mapping[str, str]) -> None:
    table = queries.ask(data.the_store(), query.name, given, limit=MOST)
    if not table.rows:
        widgets.show(widgets.notice(texts.say("questions.empty")), "questions.answer")
    else:
        count = texts.say("questions.cut" if table.truncated else "questions.rows", n=len(table.rows))
        widgets.show(el("div", el("p", count, cls="quiet"), _table(query, table), cls="wide-table"), "questions.answer")
        st.download_button(texts.say("questions.download"), _csv(query, table), f"{query.name}.csv", "text/csv")
    with st.expander(texts.say("questions.cypher")):
        st.code(query.text, language="cypher", wrap_lines=True)


def _headings(query: queries.Query) -> dict[str, str]:
    return {name: en if texts.lang() == "en" else zh for name, zh, en in query.columns}


def _table(query: queries.Query, table: stores.Table) -> widgets.El:
    headings = _headings(query)
    cells = [str(cell) for row in table.rows for value in row for cell in _parts(value) if isinstance(cell, str)]
    known = data.by_name([cell for cell in cells if len(cell) <= 400])
    quoted = data.statements(cell for cell in cells if cell[:2] in ("c-", "g-", "m-"))
    head = el("tr", *(el("th", headings.get(name, name)) for name in _shown(table.columns)))
    rows = [_row(table.columns, row, known, quoted) for row in table.rows]
    return el("table", el("thead", head), el("tbody", *rows), cls="table")


def _shown(columns: Sequence[str]) -> list[str]:
    """The columns that get a place of their own: a claim opens from its quote, an end stands with its start."""
    hidden = {"claim"} if "quote" in columns else set()
    return [name for name in columns if name not in hidden | ({"until"} if "start" in columns else set())]


def _row(columns: Sequence[str], row: Sequence[stores.Cell], known: Known, quoted: Quoted) -> widgets.El:
    values = dict(zip(columns, row, strict=True))
    return el("tr", *(_data(name, values, known, quoted) for name in _shown(columns)))


def _data(name: str, values: Mapping[str, stores.Cell], known: Known, quoted: Quoted) -> widgets.El:
    if name == "quote" and values.get("claim") in quoted:
        return el("td", widgets.words(quoted[values["claim"]][2]), cls="said")
    if name == "start" and "until" in values:
        return el("td", texts.period(values[name], values["until"]), cls="figure")
    plain = isinstance(values[name], int | float) or name in ("status", "date", "kind")
    cls = "figure" if plain else "said" if "quote" in name else ""
    return el("td", *_cell(name, values[name], known, quoted), cls=cls)


def _parts(value: stores.Cell) -> list[stores.Cell]:
    return value if isinstance(value, list) else [value]


def _cell(name: str, value: stores.Cell, known: Known, quoted: Quoted) -> list[widgets.Kid]:
    parts = [_part(name, part, known, quoted) for part in _parts(value) if part is not None]
    return [el("span", part, cls="stop") for part in parts] if len(parts) > 1 else parts


def _part(name: str, value: stores.Cell, known: Known, quoted: Quoted) -> widgets.Kid:
    if isinstance(value, bool):
        return texts.say("questions.yes" if value else "questions.no")
    if isinstance(value, int | float):
        return texts.money(value) if any(word in name for word in _MONEY) else f"{value:.10g}"
    text = str(value)
    if text in quoted:
        place = quoted[text][2]
        address = nav.href("reader", doc=place.document, at=f"{place.start}-{place.end}")
        return el("a", texts.say("fact.open"), href=address, cls="source")
    if name == "status":
        return widgets.status_chip(text)
    if text in known:
        return widgets.thing_link(known[text], 60)
    return _term(text) or el("bdi", widgets.clip(text, 300))


def _term(text: str) -> str | None:
    vocabulary = ontology.load()
    if text in vocabulary.labels:
        return texts.kind(text)
    if text in vocabulary.relations:
        return texts.relation(text)
    return texts.genre(text) if text in vocabulary.doc_types else None


def _csv(query: queries.Query, table: stores.Table) -> bytes:
    """The rows for a spreadsheet: with the mark that lets it read Chinese, and nothing that it takes for a formula."""
    out = io.StringIO()
    headings = _headings(query)
    writer = csv.writer(out)
    writer.writerow([exports.safe_cell(headings.get(name, name)) for name in table.columns])
    writer.writerows([exports.safe_cell(_flat(cell)) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _flat(cell: stores.Cell) -> str | int | float | bool | None:
    return "；".join(str(part) for part in cell) if isinstance(cell, list) else cell
