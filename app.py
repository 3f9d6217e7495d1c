"""Frames the app: the pages, the header on each of them, and one calm message for whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from app_pages import (
    add,
    data,
    documents,
    entity,
    explore,
    nav,
    overview,
    questions,
    reader,
    review,
    search,
    statement,
    texts,
    widgets,
)
from graph import errors

HERE = Path(__file__).parent / "app_pages"
SHOW: dict[str, Callable[[], None]] = {
    "overview": overview.show, "search": search.show, "explore": explore.show, "documents": documents.show,
    "questions": questions.show, "review": review.show, "entity": entity.show, "reader": reader.show,
    "claim": statement.show,
}  # fmt: skip


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_icon=str(HERE / "favicon.png"), layout="wide")
    chosen = st.navigation([_page(nav.current())], position="hidden")
    st.html(HERE / "style.css")
    widgets.show_header()
    chosen.run()


def _page(name: str) -> st.Page:
    return st.Page(_guarded(name), title=f"{texts.say(f'nav.{name}')} · {texts.say('app.name')}", default=True)


def _guarded(name: str) -> Callable[[], None]:
    """The page with its errors told in the user's language.

    Streamlit tells pages apart by the function's name: as all share one, a new view is drawn in place of the last.
    """

    def view() -> None:
        try:
            if data.is_empty():
                add.show_empty()
            else:
                SHOW[name]()
        except errors.PolicyGraphError as error:
            _show_error(error)

    return view


def _show_error(error: errors.PolicyGraphError) -> None:
    kinds = (
        (errors.StoreError, "error.store"),
        (errors.QueryError, "error.query"),
        (errors.LibraryError, "error.library"),
    )
    about = next((texts.say(key) for kind, key in kinds if isinstance(error, kind)), texts.say("error.help"))
    widgets.show(widgets.notice(texts.say("error.title"), about), "error")
    st.text(str(error))


main()
