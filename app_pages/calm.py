"""One calm message for whatever goes wrong on a page, in the user's language; what nobody foresaw goes to the log too."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from app_pages import texts, widgets
from graph import errors

_ABOUT = (
    (errors.StoreError, "error.store"),
    (errors.QueryError, "error.query"),
    (errors.LibraryError, "error.library"),
    (errors.PolicyGraphError, "error.help"),
)


def calm(show: Callable[[], None]) -> None:
    """Draw a page; an error becomes a notice that says what to do instead of half a page and silence."""
    try:
        show()
    except errors.PolicyGraphError as error:
        _tell(next(key for kind, key in _ABOUT if isinstance(error, kind)), str(error))
    except Exception as error:
        logging.getLogger("policy_graph").exception("a page failed")
        _tell("error.unforeseen", f"{type(error).__name__}: {error}")


def _tell(about: str, details: str) -> None:
    widgets.show(widgets.notice(texts.say("error.title"), texts.say(about)), "error")
    st.text(texts.own(details))
