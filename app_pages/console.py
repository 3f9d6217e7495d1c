"""The console: Cypher typed by hand, checked and run apart; its rows as table, graph, chart or JSON; kept as one's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

import queries
from app_pages import answers, console_shows, cypher, data, graph_view, grids, nav, saving, texts, widgets
from app_pages.widgets import el
from graph import errors, ontology, stores
from queries import guard, own, trouble, worker

SECONDS, ROWS = 10, 1000
_IN_ADDRESS = 2000  # longer texts stay in the session: an address of any length is not carried everywhere
_TEXT, _FAULT, _TURN, _CHECKED, _KEPT, _TOLD, _SEED = (
    f"console:{name}" for name in ("text", "fault", "turn", "checked", "kept", "told", "seed")
)
_WORDS = ("label", "run", "keys", "history", "clear")
_START = "MATCH (a:Agency)-[r:SUPPORTS]->(z:DemonstrationZone)\nRETURN a, r, z\nLIMIT 25"
_VIEWS = ("facts", "reach", "mentioned", "grants_of", "measures")
_KEYWORDS = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER BY", "LIMIT", "SKIP", "DISTINCT", "AS", "AND", "OR",
    "NOT", "IN", "IS NULL", "IS NOT NULL", "CONTAINS", "STARTS WITH", "ENDS WITH", "UNION ALL", "CASE", "WHEN", "THEN", "ELSE",
    "END", "DESC", "CALL", "count()", "collect()", "coalesce()", "labels()", "type()", "size()", "sum()", "avg()", "min()",
    "max()", "toString()", "substring()", "shortestPath()",
)  # fmt: skip


def show() -> None:
    """Draw the editor with what the address brings, and the answer to what was run."""
    text, given = _brought()
    head = el("div", el("h1", texts.say("console.title")),
              el("p", texts.say("console.lead", seconds=SECONDS, rows=ROWS), cls="quiet"), cls="title-block")  # fmt: skip
    widgets.show(el("main", head, cls="page"), "console.head")
    fault = st.session_state.get(_FAULT)
    graph_view.show_console(_editor(text, own.params_of(text), fault), "console.editor", _run, _check)
    params = _params(text, given)
    if nav.param("run") and params is not None:
        _tell_address(given, params)
        _answer(text, {name: _literal(value) for name, value in params.items()})


# ---- what the address brings ----------------------------------------------------------------------------------------


def _brought() -> tuple[str, dict[str, Any]]:
    """The text in the editor and its parameters: typed, of a question, or behind one of the app's views."""
    given: dict[str, Any] = {k[2:]: nav.param(k) for k in st.query_params if k.startswith("p.")}
    name, view = nav.param("name"), nav.param("behind")
    if nav.param("text"):
        return nav.param("text"), given
    known = (queries.load() | own.load(data.folder())[0]).get(name)
    if known:
        return known.text, {p.name: p.default if p.default is not None else "" for p in known.params} | given
    if view in _VIEWS:
        given = {"id": nav.param("id"), "types": json.dumps(data.facts_of_ontology()), **given}
        return cypher.text(view).strip(), given
    return str(st.session_state.get(_TEXT) or _START), given


def _run(text: str) -> None:
    """Put what is to be run into the address, so that a reload runs it again; very long texts stay in the session."""
    st.session_state[_TEXT], st.session_state[_FAULT] = text, None
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    given = _brought()[1]
    fields = {name: st.session_state.get(_field(text, name), given.get(name)) for name in own.params_of(text)}
    kept = {name: str(value) for name, value in fields.items() if value not in (None, "")}
    st.session_state[_TOLD] = kept
    written = text if len(text) <= _IN_ADDRESS else ""
    params = {f"p.{name}": value for name, value in kept.items()}
    nav.go(nav.href("console", text=written, run=st.session_state[_TURN], **{"as": nav.param("as")}, **params))


def _check(text: str) -> None:
    st.session_state[_CHECKED] = text


def _checked() -> dict[str, Any] | None:
    """What the guard says to the text as it stands, without running it."""
    text = str(st.session_state.get(_CHECKED) or "")
    try:
        if text.strip():
            guard.check(text)
    except errors.QueryRefused as error:
        found = trouble.explain(text, error)
        fault = {"line": found.line or 1, "column": found.column or 1, "message": _said(found)}
        return {"text": text, "faults": [fault]}
    return {"text": text, "faults": []} if text else None


def _said(found: trouble.Trouble) -> str:
    what = texts.pick(found.zh, found.en)
    return texts.say("console.fault", line=found.line, column=found.column, what=what) if found.line else what


def _editor(text: str, params: tuple[str, ...], fault: trouble.Trouble | None) -> dict[str, Any]:
    return {
        "value": text,
        "stamp": hashlib.sha256(text.encode()).hexdigest(),
        "schema": _schema(texts.lang()) | {"params": [{"name": name} for name in params]},
        "words": {name: texts.say(f"console.{name}") for name in _WORDS},
        "checked": _checked(),
        "fault": {"line": fault.line, "column": fault.column, "turn": st.session_state.get(_TURN, 0)} if fault and fault.line else None,
    }  # fmt: skip


@st.cache_data(show_spinner=False)
def _schema(language: str) -> dict[str, list[dict[str, Any]]]:
    """Labels, relationship types and properties with their names in both languages."""
    known = ontology.load()
    properties = {
        *known.node_properties,
        *known.fact_properties,
        *(p for one in known.labels.values() for p in one.properties),
    }
    return {
        "labels": [_term(one) for one in known.labels.values()],
        "types": [_term(one) for one in known.relations.values()],
        "properties": [_property(name) for name in sorted(properties)],
        "words": [{"name": word} for word in _KEYWORDS],
    }  # fmt: skip


def _term(one: ontology.Label | ontology.Relation) -> dict[str, Any]:
    about, more = texts.pick(one.zh, one.en), texts.pick(one.about_zh, one.about_en)
    return {"name": one.name, "about": about, "also": [one.zh, one.en], "more": more}


def _property(name: str) -> dict[str, Any]:
    about = texts.property_name(name)
    return {"name": name, "about": about, "also": [about] if about else []}


# ---- parameters -----------------------------------------------------------------------------------------------------


def _params(text: str, given: Mapping[str, Any]) -> dict[str, str] | None:
    """Fields for what the text names with a dollar sign; None until all are filled."""
    names = own.params_of(text)
    if not names:
        return {}
    _seed(given)
    widgets.show(el("p", texts.say("console.params"), cls="quiet"), "console.params")
    columns = st.columns(min(len(names), 4))
    values = {}
    for place, name in enumerate(names):
        key = _field(text, name)
        st.session_state.setdefault(key, str(given.get(name, "")))
        with columns[place % len(columns)]:
            values[name] = st.text_input(f"${name}", key=key)
    optional = _optional(nav.param("name"))
    left = [name for name, value in values.items() if value == "" and name not in optional]
    if left and nav.param("run"):
        widgets.show(
            el("p", texts.say("console.fill", names=texts.listed(f"${n}" for n in left)), cls="warning"), "console.fill"
        )
    return None if left else values


def _field(text: str, name: str) -> str:
    """The key of a parameter's field."""
    stamp = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"console.{stamp}.{st.session_state.get(_SEED, 0)}.{name}"


def _seed(given: Mapping[str, Any]) -> None:
    """The fields are new where an address brings other values, and stay where it only tells what was run with them."""
    if st.session_state.get(_TOLD) != given:
        st.session_state[_SEED] = st.session_state.get(_SEED, 0) + 1
        st.session_state[_TOLD] = dict(given)


def _tell_address(given: Mapping[str, Any], values: Mapping[str, str]) -> None:
    """Put the values of a run into the address, once all are there, so that a reload runs it again with them."""
    for name, value in values.items():
        if nav.param(f"p.{name}") != value:
            st.query_params[f"p.{name}"] = value
    st.session_state[_TOLD] = {**given, **values}


def _optional(name: str) -> set[str]:
    known = queries.load().get(name)
    return {param.name for param in known.params if param.optional} if known else set()


def _literal(value: str) -> Any:
    """A number, true, false, null or a list where it is written as in JSON; a text otherwise. Nothing is null."""
    try:
        return json.loads(value) if value else None
    except ValueError:
        return value


# ---- answer ---------------------------------------------------------------------------------------------------------


@st.cache_data(show_spinner=False, max_entries=16, ttl=600)
def _rows(target: str, built: str, text: str, params: str) -> stores.Table:
    """Rows of one run, kept while the ways to show them are tried."""
    guard.check(text)
    return worker.run(target, text, json.loads(params), timeout=SECONDS, rows=ROWS)


def _ran(text: str, params: Mapping[str, Any]) -> stores.Table:
    return _rows(str(data.target()), data.the_library().built() or "", text, json.dumps(params, sort_keys=True))


def _answer(text: str, params: Mapping[str, Any]) -> None:
    try:
        with st.spinner(""):
            table = _ran(text, params)
    except errors.QueryError as error:
        _tell(trouble.explain(text, error))
        return
    if not table.rows:
        widgets.show(widgets.notice(texts.say("console.none")), "console.answer")
        return
    way = nav.param("as") if nav.param("as") in console_shows.WAYS else _natural(table)
    widgets.show(_tabs(way, table), "console.tabs")
    console_shows.WAYS[way](table)
    if way == "table":
        answers.show_files("console", table, {})
    _save(text, table, params)


def grid() -> grids.Grid | None:
    """The rows of the Cypher in the address as a table for a page that draws it itself, if it names all that is asked for."""
    text = nav.param("text")
    given = {name: nav.param(f"p.{name}") for name in own.params_of(text)}
    if not text or not nav.param("run") or "" in given.values():
        return None
    return answers.grid(_ran(text, {name: _literal(value) for name, value in given.items()}), {})


def _natural(table: stores.Table) -> str:
    """A graph where relationships came back, a table otherwise."""
    return "graph" if console_shows.elements(table)[1] else "table"


def _tabs(way: str, table: stores.Table) -> widgets.El:
    links = [
        el("a", texts.say(f"console.{one}"), cls="chip", href=_same(one), current="true" if one == way else None)
        for one in console_shows.WAYS
    ]
    count = texts.say("console.cut" if table.truncated else "console.rows", n=len(table.rows))
    return el("div", *links, el("small", count), cls="chips tabs")


def _same(way: str) -> str:
    kept = {key: nav.param(key) for key in st.query_params if key not in ("lang", "page", "as")}
    return nav.href("console", **kept, **{"as": way})


def _tell(found: trouble.Trouble) -> None:
    """Say what is wrong, and put the cursor there."""
    widgets.show(el("p", f"⚠ {_said(found)}", cls="warning fault", role="alert"), "console.answer")
    if st.session_state.get(_FAULT) != found:
        st.session_state[_FAULT] = found
        st.rerun()


def _save(text: str, table: stores.Table, params: Mapping[str, Any]) -> None:
    with st.expander(texts.say("console.save")), st.form("console.save", border=False, clear_on_submit=True):
        title = st.text_input(texts.say("console.name"), max_chars=own.LONGEST)
        if st.form_submit_button(texts.say("console.keep")):
            _keep(title, text, table, params)
    kept = st.session_state.get(_KEPT)
    if kept and kept[0] == text:
        link = el("a", texts.say("console.mine"), " →", href=nav.href("questions", name=kept[1]))
        widgets.show(el("p", texts.say("console.kept", name=kept[2]), " ", link), "console.kept")


def _keep(title: str, text: str, table: stores.Table, params: Mapping[str, Any]) -> None:
    try:
        st.session_state[_KEPT] = (text, own.save(data.folder(), title, text, table.columns, params), title)
    except errors.QueryError as error:
        saving.tell(error)
