"""Addresses inside the app: every view is a link that restores it, and clicks in components lead along such links.

All views live at one path and are told apart by the parameter `page`: below any other path Streamlit's own front end
first asks for its health at a wrong address, which shows as an error in the browser's console.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from app_pages import texts

HOME = "overview"
# What the pages are for: to see, to ask, to check, to keep. The menu shows the groups with their pages.
GROUPS = {
    "start": (HOME,),
    "see": ("explore", "map", "timeline", "money", "compare"),
    "ask": ("search", "questions", "console"),
    "check": ("ledger", "review"),
    "keep": ("documents", "present"),
}
PAGES = (*(page for pages in GROUPS.values() for page in pages), "entity", "reader", "claim")


def href(page: str, language: str | None = None, **params: str | int | list[str] | None) -> str:
    """The relative address of a page with its parameters, in the page's language unless another is asked for."""
    wanted: dict[str, str | int | list[str]] = {"page": page} if page != HOME else {}
    wanted |= {key: value for key, value in params.items() if value is not None and value not in ("", [])}
    if (language or texts.lang()) == "en":
        wanted["lang"] = "en"
    return f"./?{urlencode(wanted, doseq=True)}" if wanted else "./"


def other_language() -> str:
    """This very view in the other language."""
    return href(current(), "zh" if texts.lang() == "en" else "en", **_params())


def here(**changes: str | int | None) -> str:
    """This very view with some of its parameters changed; None takes one out."""
    return href(current(), texts.lang(), **_params() | changes)


def _params() -> dict[str, str | int | list[str] | None]:
    return {key: st.query_params.get_all(key) for key in st.query_params if key not in ("lang", "page")}


def address() -> dict[str, tuple[str, ...]]:
    """The address of this view as parameters with their values, without its saved name and the story that shows it."""
    around = ("saved", "story", "part")
    return {key: tuple(st.query_params.get_all(key)) for key in sorted(st.query_params) if key not in around}


def restored(kept: Mapping[str, Sequence[str]], **more: str) -> str:
    """The relative address that shows a kept view again, in the language that it was kept in."""
    return f"./?{urlencode({**kept, **more}, doseq=True)}"


def absolute(address: str) -> str:
    """A relative address as one that can be sent to a colleague who reaches this server."""
    return f"{(st.context.url or '').partition('?')[0].rstrip('/')}/{address.removeprefix('./')}"


def current() -> str:
    """The page that the address names; the start page where it names none of ours."""
    wanted = param("page")
    return wanted if wanted in PAGES else HOME


def go(target: str) -> None:
    """Make an address of `href` the one being shown."""
    st.query_params.from_dict(parse_qs(urlsplit(target).query))


def param(name: str) -> str:
    """A parameter of the address, or an empty text."""
    kept = _KEPT.get()
    return str(st.query_params.get(name, "")) if kept is None else next(iter(kept.get(name, ())), "")


def params(name: str) -> list[str]:
    """Every value of a parameter of the address."""
    kept = _KEPT.get()
    return st.query_params.get_all(name) if kept is None else list(kept.get(name, ()))


_KEPT: ContextVar[Mapping[str, Sequence[str]] | None] = ContextVar("kept", default=None)


@contextmanager
def at(address: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Read parameters from a kept address meanwhile, to draw its view elsewhere than on its page."""
    before = _KEPT.set(address)
    try:
        yield
    finally:
        _KEPT.reset(before)
