"""The library's questions as forms made from their headers; answers as tables whose things and words open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

import queries
from app_pages import answers, ask, data, grids, nav, texts, widgets
from app_pages.widgets import el
from graph import stores
from queries import match, own

MOST = 500
_OFFERED = 2000
_REMOVED = "questions.removed_one"


def show() -> None:
    """Draw the list of questions and the one in the address, with its answer where its blanks are filled."""
    (mine, wrong), sentence = own.load(data.folder()), nav.param("q")
    known = queries.load() | mine
    query = known.get(nav.param("name")) or (None if sentence else next(iter(known.values())))
    left, right = st.columns([2, 9], gap="medium")
    with left:
        widgets.show(_menu(mine, query, wrong), "questions.menu")
    with right:
        widgets.show(el("div", ask.box("wide", sentence), None if query is None else ask.examples()), "questions.ask")
        _show_removed()
        if query is None:
            ask.show(sentence, _show_answer)
        else:
            _show_question(query)


def _show_question(query: queries.Query) -> None:
    """Draw one question with its form, and its answer where the blanks are filled."""
    mine = query.name.startswith(own.PREFIX)
    title = el(
        "div", el("h1", _title(query)), None if mine else el("p", _question(query), cls="quiet"),
        el("button", texts.say("present.delete"), cls="small", act="delete", type="button") if mine else None,
        cls="title-block",
    )  # fmt: skip
    if widgets.show(el("main", title), "questions.title"):
        _remove(query)
    given = {p.name: nav.param(f"p.{p.name}") for p in query.params}
    if query.params:
        _show_form(query, given)
    if not _missing(query, given):
        _show_answer(query, {name: value for name, value in given.items() if value})


def _remove(query: queries.Query) -> None:
    """Take a person's own question out, and say so where it can be undone."""
    st.session_state[_REMOVED] = (query.name, _title(query), own.remove(data.folder(), query.name))
    nav.go(nav.href("questions", removed=query.name))
    st.rerun()


def _show_removed() -> None:
    """What was taken out just now, with the way to have it back."""
    name, title, source = st.session_state.get(_REMOVED, ("", "", ""))
    if not name or nav.param("removed") != name:
        return
    undo = el("button", texts.say("questions.undo"), cls="small", act="undo", type="button")
    said = el("p", texts.say("questions.removed", name=widgets.clip(title, 80)), " ", undo, cls="quiet", role="status")
    if widgets.show(said, "questions.removed"):
        own.put_back(data.folder(), name, source)
        del st.session_state[_REMOVED]
        nav.go(nav.href("questions", name=name))
        st.rerun()


def _title(query: queries.Query) -> str:
    return texts.pick(query.title_zh, query.title_en)


def _question(query: queries.Query) -> str:
    return texts.pick(query.question_zh, query.question_en)


def _label(param: queries.Param) -> str:
    return widgets.label(texts.pick(param.zh, param.en))


def _menu(mine: Mapping[str, queries.Query], chosen: queries.Query | None, wrong: Sequence[str]) -> widgets.El:
    """The person's own questions, where there are any, then those of the library by theme; a field narrows all of them."""
    hint = texts.say("questions.narrow")
    return el(
        "nav",
        el("p", texts.say("questions.lead"), cls="quiet"),
        el("input", type="search", narrow="menu", placeholder=hint, label=hint, cls="narrow-field"),
        *(_part(theme, known, chosen) for theme, known in _by_theme(mine).items() if known),
        *(el("p", f"⚠ {widgets.clip(line, 200)}", cls="quiet") for line in wrong),
        el("p", el("a", texts.say("console.open"), " →", cls="more", href=nav.href("console"))),
        cls="menu", label=texts.say("questions.lead"),
    )  # fmt: skip


def _by_theme(mine: Mapping[str, queries.Query]) -> dict[str, dict[str, queries.Query]]:
    """Questions by name under what they are about."""
    library = queries.load()
    themes = {
        theme: {name: query for name, query in library.items() if query.theme == theme} for theme in queries.THEMES
    }
    return {"mine": dict(mine), **themes}


def _part(theme: str, known: Mapping[str, queries.Query], chosen: queries.Query | None) -> widgets.El:
    rows = [
        el("li", el("a", _title(query), title=_question(query), href=nav.href("questions", name=name),
                    current="true" if query is chosen else None),
           words=" ".join((query.title_zh, query.title_en, query.question_zh, query.question_en)))
        for name, query in known.items()
    ]  # fmt: skip
    title = texts.say("console.mine") if theme == "mine" else texts.say(f"questions.theme.{theme}")
    shown = theme == "mine" or any(query is chosen for query in known.values())
    head = el("summary", title, el("small", str(len(known))))
    return el("details", head, el("ul", *rows), open="open" if shown else None)


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
    missing = _missing(query, values)
    if missing:
        told = widgets.warning(texts.say("questions.missing", name=texts.pick(missing[0].zh, missing[0].en)))
        widgets.show(told, "questions.missing")
        return
    nav.go(_address(query, values))
    st.rerun()


def _missing(query: queries.Query, values: Mapping[str, str | None]) -> list[queries.Param]:
    """The blanks that must be filled and are not."""
    return [p for p in query.params if not (values.get(p.name) or p.optional or p.default is not None)]


def _address(query: queries.Query, values: Mapping[str, Any]) -> str:
    filled = {f"p.{name}": str(value) for name, value in values.items() if value not in (None, "")}
    return nav.href("questions", name=query.name, **filled)


# ---- answer ---------------------------------------------------------------------------------------------------------


def _show_answer(query: queries.Query, given: Mapping[str, str]) -> None:
    table = _answer(query, given)
    headings = _headings(query)
    if not table.rows:
        widgets.show(
            widgets.notice(texts.say("questions.empty"), texts.say("questions.empty_help")), "questions.answer"
        )
    else:
        count = texts.say("questions.cut" if table.truncated else "questions.rows", n=len(table.rows))
        widgets.show(
            el("div", el("p", count, cls="quiet"), answers.table(table, headings), cls="wide-table"), "questions.answer"
        )
        answers.show_files(query.name, table, headings)
    with st.expander(texts.say("questions.cypher")):
        # Above the text: that grows once it is coloured, and would push the link from under the pointer.
        filled = {f"p.{name}": value for name, value in given.items()}
        widgets.show(widgets.behind(nav.href("console", name=query.name, **filled)), "questions.behind")
        st.code(query.text, language="cypher", wrap_lines=True)


def grid() -> grids.Grid | None:
    """The answer to the question in the address as a table for a page that draws it itself, if there is one."""
    query = (queries.load() | own.load(data.folder())[0]).get(nav.param("name"))
    given = {p.name: nav.param(f"p.{p.name}") for p in query.params} if query else {}
    if nav.param("q") and query is None:
        choice = match.understand(nav.param("q"), ask.names()).choice
        if choice:
            query, given = queries.get(choice.query), {name: str(value) for name, value in choice.params.items()}
    if query is None or _missing(query, given):
        return None
    return answers.grid(_answer(query, {name: value for name, value in given.items() if value}), _headings(query))


def _headings(query: queries.Query) -> dict[str, str]:
    return {name: texts.pick(zh, en) for name, zh, en in query.columns}


def _answer(query: queries.Query, given: Mapping[str, str]) -> stores.Table:
    if query.name.startswith(own.PREFIX):
        return own.ask(str(data.target()), query, given, MOST)
    return queries.ask(data.the_store(), query.name, given, limit=MOST)
