"""Frames the app: the pages, the header on each of them, and one calm message for whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from app_pages import (
    add,
    calm,
    compare,
    console,
    data,
    documents,
    entity,
    explore,
    header,
    ledger,
    maps,
    money,
    nav,
    overview,
    present,
    questions,
    reader,
    review,
    search,
    statement,
    texts,
    timeline,
)

HERE = Path(__file__).parent / "app_pages"
SHOW: dict[str, Callable[[], None]] = {
    "overview": overview.show, "search": search.show, "explore": explore.show, "documents": documents.show,
    "questions": questions.show, "review": review.show, "entity": entity.show, "reader": reader.show,
    "claim": statement.show, "ledger": ledger.show,
    "money": money.show, "timeline": timeline.show, "map": maps.show, "compare": compare.show,
    "console": console.show, "present": present.show,
}  # fmt: skip


def main() -> None:
    """Draw the page that the address names, in its language: that is asked thousands of times a page."""
    st.set_page_config(page_icon=str(HERE / "favicon.png"), layout="wide")
    with texts.speaking(texts.lang()):
        chosen = st.navigation([_page(nav.current())], position="hidden")
        st.html(HERE / "style.css")
        if texts.lang() == "en":
            st.html("<style>:root { --quotes: 'Latin quotes'; }</style>")
        header.show()
        chosen.run()


def _page(name: str) -> st.Page:
    return st.Page(_view(name), title=f"{texts.say(f'nav.{name}')} · {texts.say('app.name')}", default=True)


def _view(name: str) -> Callable[[], None]:
    """The page as a function.

    Streamlit tells pages apart by the function's name: as all share one, a new view is drawn in place of the last.
    """

    def view() -> None:
        calm.calm(lambda: (add.show_empty if data.is_empty() else SHOW[name])())

    return view


main()
