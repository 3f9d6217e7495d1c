"""The start page: what the graph holds, the newest documents, where they disagree and what is planned next."""

from __future__ import annotations

from app_pages import add, ask, data, nav, texts, widgets
from app_pages.widgets import el
from graph import ontology, stores

SHOWN = 6
_SUM = ("Agency", "DemonstrationZone", "HighTechZone", "DevelopmentZone", "Policy", "Fund")


def show() -> None:
    """Draw the page."""
    counts = data.the_store().counts()
    widgets.show_stale()
    columns = el(
        "div",
        el("div", _newest(), _promises(), cls="column"),
        el("div", _conflicts(), cls="column"),
        cls="columns even",
    )
    foot = el("p", texts.say("overview.absent"), cls="foot")
    widgets.show(
        el(
            "main",
            _hero(),
            _tiles(counts, sum(not p.source.reference for p in data.papers())),
            _kinds(counts),
            columns,
            foot,
            cls="page",
        ),
        "main",
    )
    add.show_upload()


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


def _tiles(counts: stores.Counts, papers: int) -> widgets.El:
    vocabulary = ontology.load()
    numbers = {
        "documents": (papers, nav.href("documents")),
        "things": (
            sum(n for label, n in counts.nodes.items() if not vocabulary.labels[label].evidence),
            nav.href("search"),
        ),
        "facts": (sum(n for name, n in counts.edges.items() if name in vocabulary.facts), nav.href("explore")),
        "conflicts": (counts.edges.get("CONFLICTS_WITH", 0), nav.href("ledger", view="conflicts")),
        "promises": (data.promise_count(), nav.href("ledger")),
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
    rows = [
        el(
            "li",
            el("a", el("bdi", widgets.clip(p.title, 90)), cls="title", href=nav.href("reader", doc=p.document)),
            el("div", el("span", texts.genre(p.doc_type), cls="badge"), el("small", p.date or texts.say("fact.no_time")),
               el("small", widgets.clip(p.issuer or "", 40)),
               widgets.invented_chip() if p.source.invented else None, cls="notes"),
        )
        for p in papers
    ]  # fmt: skip
    more = el("a", texts.say("overview.all_documents"), " →", href=nav.href("documents"), cls="more")
    return widgets.section(texts.say("overview.newest"), el("ul", *rows, cls="papers"), more)


def _conflicts() -> widgets.El:
    grants = [widgets.grant_conflict(one, two) for one, two in data.contested_grants(4)]
    title = texts.say("conflict.claims")
    claims = [
        widgets.conflict(widgets.claim_quote(one), widgets.claim_quote(two), title)
        for one, two in data.contested_claims(4)
    ]
    found = [*grants, *claims][:4] or [el("p", texts.say("overview.no_conflicts"), cls="quiet")]
    return widgets.section(texts.say("overview.conflicts"), *found)


def _promises() -> widgets.El:
    found = data.promises(SHOWN)
    body = (
        el("ul", *map(widgets.measure_item, found))
        if found
        else el("p", texts.say("overview.no_promises"), cls="quiet")
    )
    return widgets.section(texts.say("overview.promises"), body)
