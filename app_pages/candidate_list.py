"""Things that may be one as a list: what several others are like stands once, and a decision can go for all of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app_pages import data, decisions, nav, texts, where, widgets
from app_pages.widgets import el
from graph import candidates, ids

_LISTED = 40

Group = tuple[str, list[candidates.Pair]]


def show() -> list[widgets.El]:
    """The pairs that nobody has decided on, those of one thing together."""
    found = decisions.pairs()
    if not found:
        return [widgets.notice(texts.say("review.none"))]
    known = data.things(key for pair in found[:_LISTED] for key in (pair.left, pair.right))
    shown = [pair for pair in found[:_LISTED] if {pair.left, pair.right} <= known.keys()]
    rows = [
        _row(hub, pair, known, first=pair is group[0]) for hub, group in grouped(shown) for pair in group
    ]  # fmt: skip
    return [el("p", _how_many(len(found), len(shown)), cls="quiet"), el("ul", *rows, cls="pairs")]


def grouped(pairs: Iterable[candidates.Pair]) -> list[Group]:
    """Pairs in their order, but all of a thing that is in several behind its first one; each group with that thing."""
    held = list(pairs)
    counts = Counter(key for pair in held for key in (pair.left, pair.right))
    groups: dict[str, list[candidates.Pair]] = {}
    for pair in held:
        hub = next((key for key in (pair.left, pair.right) if key in groups), "")
        hub = hub or max((pair.left, pair.right), key=lambda key: counts[key])
        groups.setdefault(hub, []).append(pair)
    return list(groups.items())


def namesakes(left: str, right: str) -> Sequence[candidates.Pair]:
    """Where these two bear one name: the other undecided pairs of either whose ends bear it too."""
    near = [pair for pair in decisions.pairs() if {left, right} & {pair.left, pair.right} and {pair.left, pair.right} != {left, right}]  # fmt: skip
    known = data.things([left, right, *(key for pair in near for key in (pair.left, pair.right))])
    names = {key: ids.fold_text(thing.name) for key, thing in known.items()}
    return [pair for pair in near if len({names.get(key, key) for key in (left, right, pair.left, pair.right)}) == 1]


def _how_many(found: int, shown: int) -> str:
    return texts.say("review.first", n=found, shown=shown) if shown < found else texts.say("review.count", n=found)


def _row(hub: str, pair: candidates.Pair, known: dict[str, data.Thing], first: bool) -> widgets.El:
    other = pair.right if pair.left == hub else pair.left
    address = nav.href("review", left=pair.left, right=pair.right)
    return el(
        "li", _end(known[hub]) if first else el("div", cls="again"), el("span", "=?", cls="arrow"), _end(known[other]),
        el("small", texts.say(f"review.why.{pair.why}"), cls="why"), el("a", texts.say("review.compare"), cls="button quiet", href=address),
        cls="" if first else "more-of-it",
    )  # fmt: skip


def _end(thing: data.Thing) -> widgets.El:
    own = widgets.own_name(thing)  # it is the Chinese names that are alike
    notes = (widgets.clip(own, 60), apart(thing), texts.say("links", n=thing.degree))
    return el("div", widgets.thing_link(thing, 60), el("small", " · ".join(filter(None, notes))))


def apart(thing: data.Thing) -> str:
    """What tells a thing apart from others of its name: the number, the region or the post in its id, where there is one."""
    key, _, scope = thing.id.partition("/")[2].partition("@")
    region = where.load().regions.get(scope)
    if region:
        return widgets.name_of(region.thing)
    return key if "〔" in key else scope if thing.label == "Person" and not scope.isascii() else ""
