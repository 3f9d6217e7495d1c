"""Search by name, alias, number or words, and browsing by kind."""

from __future__ import annotations

from collections.abc import Sequence

from app_pages import alone, data, english_names, map_data, nav, remarks, texts, widgets
from app_pages.widgets import el
from graph import ontology
from graph import search as search_room

LIMIT = 60
_QUOTED = ("Claim", "Grant", "Measure")


def show() -> None:
    """Draw the page for the words or the kind in the address."""
    words, label = _asked()
    title, *rest = _body()
    widgets.show(el("main", title, _filter(words, label), *rest, cls="page narrow"), "main")


def leaf() -> widgets.El:
    """The same for a page that draws it itself."""
    return alone.alone(el("main", *_body(), cls="page narrow"))


def _asked() -> tuple[str, str]:
    """The words and the kind in the address."""
    label = nav.param("kind")
    return nav.param("q").strip(), label if label in _kinds() else ""


def _body() -> list[widgets.El]:
    words, label = _asked()
    return _found(words, label) if words else _browse(label)


def _kinds() -> list[str]:
    return [name for name, label in ontology.load().labels.items() if not label.evidence or name == "Document"]


def _filter(words: str, label: str) -> widgets.El:
    counts = data.the_store().counts().nodes
    chips = [
        el("a", widgets.mark(name), texts.kind(name), cls="chip", href=nav.href("search", q=words, kind=name),
           current="true" if name == label else None)
        for name in _kinds() if counts.get(name)
    ]  # fmt: skip
    everything = el(
        "a", texts.say("search.all"), cls="chip", href=nav.href("search", q=words), current=None if label else "true"
    )
    return el("div", everything, *chips, cls="chips", label=texts.say("search.browse"))


def _found(words: str, label: str) -> list[widgets.El]:
    hits = [*data.the_library().search(words, limit=LIMIT, labels=(label,) if label else ())]
    held = {hit.id for hit in hits}
    named = [one for one in english_names.matching(words, label, LIMIT) if one.id not in held]
    hits += [search_room.Hit(one.id, one.label, one.name, "", 0.0) for one in named]
    shown = widgets.clip(words, 60)
    remarked = remarks.matching(words)
    if not hits and not remarked:
        return [widgets.notice(texts.say("search.none", words=shown), texts.say("search.none_help"))]
    known = data.things(hit.id for hit in hits)
    things = [_hit(hit, known.get(hit.id)) for hit in hits if hit.label not in _QUOTED]
    said = _said(hits)
    title = el("h1", texts.say("search.found", words=shown, n=len(things) + len(said)))
    parts = (("search.things", things), ("search.words", said))
    sections = (
        widgets.section(texts.say(key), el("ul", *rows, cls="results"), count=len(rows)) for key, rows in parts if rows
    )
    noted = [widgets.section(texts.say("search.remarks"), *remarked)] if remarked else []
    return [title, *noted, *sections]


def _said(hits: Sequence[search_room.Hit]) -> list[widgets.El]:
    """Quotes that match, each place once however many statements rest on it."""
    quoted = data.statements(hit.id for hit in hits if hit.label in _QUOTED)
    places = {(place.document, place.start): (status, who, place)
              for status, who, place in (quoted[hit.id] for hit in hits if hit.id in quoted)}  # fmt: skip
    return [_quoted(*found) for found in places.values()]


def _quoted(status: str, speaker: str, place: data.Place) -> widgets.El:
    return el("li", widgets.quote(place, widgets.status_chip(status), widgets.speaker(speaker)), cls="wide")


def _hit(hit: search_room.Hit, known: data.Thing | None) -> widgets.El:
    thing = known or data.Thing(hit.id, hit.label, hit.name)
    why = texts.say("search.matched", words=widgets.clip(hit.matched, 80)) if hit.matched not in ("", hit.name) else ""
    return _row(thing, why)


def _row(thing: data.Thing, why: str = "") -> widgets.El:
    links = el("small", texts.say("links", n=thing.degree)) if thing.degree else None
    return el(
        "li",
        widgets.thing_link(thing),
        el("span", texts.kind(thing.label), cls="badge"),
        links,
        el("small", why, cls="why") if why else None,
    )


def _on_map(label: str) -> widgets.El:
    """The way to the map of a kind, where the map has that kind by itself."""
    measure = next(
        (name for name, kind in map_data.ZONES.items() if kind == label), "policies" if label == "Policy" else ""
    )
    link = el("a", texts.say("overview.on_map"), " →", cls="more", href=nav.href("map", measure=measure))
    return el("p", link if measure else None)


def _browse(label: str) -> list[widgets.El]:
    if label:
        things = data.of_kind(label, LIMIT)
        title = texts.say("search.top", kind=texts.kind(label), n=len(things))
        return [el("h1", title), _on_map(label), el("ul", *map(_row, things), cls="results")]
    groups = [(name, data.of_kind(name, 6)) for name in _kinds() if name != "Document"]
    cards = [
        el(
            "section",
            el("h3", widgets.kind_chip(name)),
            el("ul", *(el("li", widgets.thing_link(t, 60)) for t in things)),
            cls="card",
        )
        for name, things in groups
        if things
    ]
    return [el("h1", texts.say("search.browse")), el("div", *cards, cls="cards")]
