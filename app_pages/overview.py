"""The start page: what to do first, what the graph holds, covers and lacks, where documents disagree, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app_pages import (
    add,
    alone,
    ask,
    data,
    disagreements,
    ledger,
    ledger_data,
    map_chart,
    nav,
    overview_data,
    texts,
    widgets,
)
from app_pages.overview_data import Coverage, Quality
from app_pages.widgets import el
from graph import ontology, stores

SHOWN = 6
# The ways into the graph that a newcomer is shown.
_WAYS = ("explore", "map", "timeline", "money", "ledger", "compare")


def show() -> None:
    """Draw the page."""
    widgets.show_stale()
    widgets.show(el("main", _hero(), _ways(), *_holdings(), cls="page"), "main")
    add.show_upload()


def leaf() -> widgets.El:
    """What the graph holds, for a page that draws it itself."""
    return alone.alone(el("main", *_holdings(), cls="page"))


def _holdings() -> list[widgets.El]:
    counts = data.the_store().counts()
    coverage, quality = overview_data.load()
    columns = el(
        "div",
        el("div", _newest(), _promises(), _quality(quality), cls="column"),
        el("div", _conflicts(), _coverage(coverage), cls="column"),
        cls="columns even",
    )
    return [_tiles(counts, quality.documents), _kinds(counts), columns]


def _hero() -> widgets.El:
    return el(
        "div",
        el("h1", texts.say("app.about")),
        el("p", texts.say("overview.lead")),
        widgets.search_box("large"),
        ask.box("large"),
        ask.examples(),
        cls="hero",
    )


def _ways() -> widgets.El:
    """What one can do here, each in a line."""
    cards = [
        el("a", el("strong", texts.say(f"nav.{page}")), el("span", texts.say(f"overview.way.{page}")), cls="way-in", href=nav.href(page))
        for page in _WAYS
    ]  # fmt: skip
    return el("div", *cards, cls="ways-in")


def _tiles(counts: stores.Counts, papers: int) -> widgets.El:
    vocabulary = ontology.load()
    numbers = {
        "documents": (papers, nav.href("documents")),
        "things": (
            sum(n for label, n in counts.nodes.items() if not vocabulary.labels[label].evidence),
            nav.href("search"),
        ),
        "facts": (sum(n for name, n in counts.edges.items() if name in vocabulary.facts), nav.href("explore")),
        "conflicts": (len(disagreements.load()), nav.href("ledger", view="conflicts")),
        "promises": (len(ledger_data.load()), nav.href("ledger")),
    }
    return el("div", *(_tile(name, number, address) for name, (number, address) in numbers.items()), cls="tiles")


def _tile(name: str, number: int, address: str) -> widgets.El:
    inside = (el("strong", f"{number:,}"), el("span", texts.say(f"overview.tile.{name}")))
    return el("a", *inside, href=address, cls="tile") if address else el("div", *inside, cls="tile")


def _kinds(counts: stores.Counts) -> widgets.El:
    chips = [
        el("a", widgets.mark(name), texts.kind(name), el("small", f"{counts.nodes[name]:,}"), cls="chip", href=nav.href("search", kind=name))
        for name, label in ontology.load().labels.items()
        if not label.evidence and counts.nodes.get(name)
    ]  # fmt: skip
    return el("div", *chips, cls="chips", label=texts.say("overview.holds"))


def _newest() -> widgets.El:
    documents = [p for p in data.papers() if not p.source.reference]
    papers = sorted(documents, key=lambda p: (p.date or "", p.ingested), reverse=True)[:SHOWN]
    issuers = widgets.spoken(p.issuer or "" for p in papers)
    rows = [
        el(
            "li",
            el("a", el("bdi", widgets.clip(p.title, 90)), cls="title", href=nav.href("reader", doc=p.document)),
            el("div", el("span", texts.genre(p.doc_type), cls="badge"), el("small", p.date or texts.say("fact.no_time")),
               el("small", widgets.clip(issuers.get(p.issuer or "", ""), 60)),
               widgets.invented_chip() if p.source.invented else None, cls="notes"),
        )
        for p in papers
    ]  # fmt: skip
    more = el("a", texts.say("overview.all_documents"), " →", href=nav.href("documents"), cls="more")
    return widgets.section(texts.say("overview.newest"), el("ul", *rows, cls="papers"), more)


def _conflicts() -> widgets.El:
    sides = disagreements.load()[:4]
    found = list(map(ledger.conflict, sides)) or [el("p", texts.say("overview.no_conflicts"), cls="quiet")]
    return widgets.section(texts.say("overview.conflicts"), *found)


def _promises() -> widgets.El:
    today = date.today().isoformat()
    found = overview_data.due(today, SHOWN)
    names = data.things(key for one in found for key in (*one.bodies, *one.things))
    body = (
        el("ul", *(ledger.promise_item(one, names, today) for one in found))
        if found
        else el("p", texts.say("overview.no_due"), cls="quiet")
    )
    more = el("a", texts.say("overview.all_promises"), " →", href=nav.href("ledger"), cls="more")
    return widgets.section(texts.say("overview.due"), body, more)


# ---- coverage and quality -------------------------------------------------------------------------------------------


def _coverage(found: Coverage) -> widgets.El:
    """What the collection has and lacks; what is absent is only not in these documents."""
    places = {map_chart.short_name(code): n for code, n in found.provinces.items()}
    rows = [
        *_pair("overview.cover.provinces", _counted(places, 10)),
        *_pair("overview.cover.no_provinces", _listed(map(map_chart.short_name, found.absent))),
        *_pair("overview.cover.elsewhere", str(found.elsewhere) if found.elsewhere else ""),
        *_pair("overview.cover.years", _counted(dict(sorted(found.years.items(), reverse=True)), 10)),
        *_pair("overview.cover.no_years", _listed(reversed(found.gaps))),
        *_pair("overview.cover.genres", _counted({texts.genre(name): n for name, n in found.genres.items()}, 12)),
        *_pair("overview.cover.no_genres", _listed(map(texts.genre, found.unread))),
    ]
    map_link = el("a", texts.say("overview.on_map"), " →", href=nav.href("map", shape="provinces"), cls="more")
    absent = el("p", "ⓘ ", texts.say("overview.absent"), cls="absent")
    return widgets.section(texts.say("overview.coverage"), el("dl", *rows), absent, map_link)


def _quality(found: Quality) -> widgets.El:
    names = ("undated", "unsigned", "silent", "failed", "checked")
    rows = [
        part for name in names for part in _pair(f"overview.quality.{name}", _share(getattr(found, name), found, name))
    ]
    return widgets.section(texts.say("overview.quality"), el("dl", *rows))


def _share(count: int, found: Quality, name: str) -> str:
    return f"{count} / {found.documents}" if name in ("undated", "unsigned", "silent") else str(count)


def _pair(key: str, value: str) -> list[widgets.Kid]:
    return [el("dt", texts.say(key)), el("dd", value)] if value else []


def _counted(counts: Mapping[str, int], most: int) -> str:
    """Names with their counts, the largest first unless they are years, with how many more there are."""
    ordered = (
        list(counts.items())
        if all(name.isdigit() for name in counts)
        else sorted(counts.items(), key=lambda pair: -pair[1])
    )
    rest = [texts.say("overview.more", n=len(ordered) - most)] if len(ordered) > most else []
    return texts.listed([*(texts.say("overview.counted", name=name, n=n) for name, n in ordered[:most]), *rest])


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    rest = [texts.say("overview.more", n=len(found) - 12)] if len(found) > 12 else []
    return texts.listed([*found[:12], *rest])
