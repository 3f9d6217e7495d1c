"""A page as it leaves the app: its elements without what leads into the app or asks it; a name shows what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app_pages import texts, widgets

_ASKING = {"form", "input", "select", "textarea"}
# Links that say no more than where they lead.
_LEADING = {"more", "cite", "button", "small"}


def alone(tree: widgets.El) -> widgets.El:
    """The page with what of it means something in a file by itself."""
    return replace(_inside(tree), cls=f"{tree.cls} alone")


def _inside(tree: widgets.El) -> widgets.El:
    return replace(tree, kids=tuple(part for kid in tree.kids for part in _kept(kid)))


def _kept(kid: widgets.El | str) -> Iterator[widgets.El | str]:
    if isinstance(kid, str):
        yield kid
        return
    given = dict(kid.attributes)
    leads = given.get("href", "").startswith("./")
    if kid.tag in _ASKING or "act" in given or (leads and _LEADING & set(kid.cls.split())):
        return
    inside = _inside(kid)
    if inside.kids or not kid.kids:
        yield _unlinked(inside, given) if leads else inside


def _unlinked(link: widgets.El, given: dict[str, str]) -> widgets.El:
    """A link into the app as plain words, or as a button where it is a name that the file knows statements of."""
    without = {"href", *(["title"] if given.get("title") == texts.say("fact.open") else [])}
    left = {key: value for key, value in given.items() if key not in without}
    return widgets.el("span", *link.kids, cls=link.cls, **left, **({"role": "button"} if "of" in given else {}))
