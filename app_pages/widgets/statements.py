"""Statements as pages show them: quotes that open their place, claims, facts with all their words, actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app_pages import data, nav, texts
from app_pages.widgets.elements import SHOWN, El, Kid, clip, el, fold, joined, others
from app_pages.widgets.things import (
    called,
    contested_chip,
    invented_chip,
    reference_chip,
    spoken_of,
    status_chip,
    thing_link,
    unchecked_chip,
)
from graph import ontology


def source_link(place: data.Place) -> El:
    """The document of a quote, opened at the quote."""
    address = nav.href("reader", doc=place.document, at=f"{place.start}-{place.end}")
    title = called("Document", place.title) if place.reference else place.title
    return el(
        "span",
        el("a", el("bdi", clip(title, 60)), cls="source", href=address, title=texts.say("fact.open")),
        el("small", place.date) if place.date else None,
        invented_chip() if place.invented else None,
        reference_chip() if place.reference else None,
        cls="from",
    )


def quote(place: data.Place, *notes: Kid, statement: str = "") -> El:
    """A quote with its document; the words open the document at that place, a link the statement's own page."""
    more = el("a", texts.say("fact.statement"), href=nav.href("claim", id=statement), cls="cite") if statement else None
    return el("div", words(place), el("div", *notes, source_link(place), more, cls="notes"), cls="quote")


def words(place: data.Place) -> El:
    """The words of a quote, leading to their place in the document."""
    address = nav.href("reader", doc=place.document, at=f"{place.start}-{place.end}")
    return el("a", f"“{clip(place.quote, 400)}”", cls="words", href=address, title=texts.say("fact.open"))


def speaker(name: str) -> El | None:
    """Who says so."""
    who = spoken_of(name)
    hover = name if who != name else None
    return el("span", texts.say("fact.stated", who=clip(who, 60)), cls="speaker", title=hover) if name else None


def cue(words: str) -> El | None:
    """The words that show the status."""
    return el("span", texts.say("fact.cue", cue=clip(words, 30)), cls="time") if words else None


def time(since: str, until: str) -> El | None:
    """A time or a span of time."""
    shown = texts.period(since, until)
    return el("span", shown, cls="time") if shown else None


def claim_quote(claim: data.Claim) -> El:
    """One statement with status, time, speaker and words."""
    return quote(
        claim.place, status_chip(claim.status), cue(claim.cue), time(claim.since, claim.until), speaker(claim.speaker),
        statement=claim.id,
    )  # fmt: skip


def fact_item(fact: data.Fact) -> El:
    """A fact: the other thing, status, time, and the words of every claim, one shown and the others folded."""
    head = el(
        "div", thing_link(fact.other), status_chip(fact.status), time(fact.since, fact.until),
        el("small", texts.say("fact.documents", n=fact.documents)) if fact.documents > 1 else None,
        contested_chip() if fact.contested else None, unchecked_chip() if fact.unchecked else None, cls="head",
    )  # fmt: skip
    if fact.contested:
        return el("li", head, history(fact), *map(claim_quote, fact.claims), cls="fact contested-fact")
    # Status and time of the first stand in the head.
    first = [quote(one.place, cue(one.cue), speaker(one.speaker), statement=one.id) for one in fact.claims[:1]]
    return el("li", head, history(fact), *first, others(list(map(claim_quote, fact.claims[1:]))), cls="fact")


def history(fact: data.Fact) -> El | None:
    """How the status went from document to document, where it changed."""
    steps: list[data.Claim] = []
    for claim in sorted(_furthest(fact.claims), key=lambda c: (c.place.date, c.id)):
        if not steps or steps[-1].status != claim.status:
            steps.append(claim)
    if len(steps) < 2:
        return None
    stops = [
        el("a", el("small", claim.place.date or texts.say("fact.no_time")), status_chip(claim.status), cls="step",
           href=nav.href("claim", id=claim.id), title=clip(claim.place.title, 80)) for claim in steps
    ]  # fmt: skip
    return el("div", *joined(stops), cls="history", label=texts.say("fact.history"))


def _furthest(claims: Iterable[data.Claim]) -> Iterable[data.Claim]:
    """For each document the claim whose status is furthest: what one document says has no order in time."""
    order = list(ontology.load().statuses)
    found: dict[str, data.Claim] = {}
    for claim in claims:
        known = found.get(claim.place.document)
        if not known or order.index(claim.status) > order.index(known.status):
            found[claim.place.document] = claim
    return found.values()


def fact_groups(facts: Sequence[data.Fact], most: int = data.MOST_FACTS, rest: str = "") -> list[El]:
    """Facts by relationship kind and direction, the first of a group shown and the others folded; of more than `most` the
    last ones stand at the address `rest`."""
    groups: dict[tuple[str, bool], list[data.Fact]] = {}
    order = {name: place for place, name in enumerate(ontology.load().relations)}
    for fact in sorted(facts, key=lambda f: (order.get(f.predicate, 99), f.incoming)):
        symmetric = ontology.load().relations[fact.predicate].symmetric
        groups.setdefault((fact.predicate, fact.incoming and not symmetric), []).append(fact)
    return [_fact_group(name, incoming, found, most, rest) for (name, incoming), found in groups.items()]


def _fact_group(name: str, incoming: bool, facts: Sequence[data.Fact], most: int, address: str) -> El:
    arrow = "←" if incoming else "→"
    title = el("h3", el("span", arrow, cls="arrow"), texts.relation(name, incoming), el("small", str(len(facts))))
    items = [fact_item(fact) for fact in facts[:most]]
    left = len(facts) - len(items)
    last = el("a", texts.say("entity.more", n=left), " →", cls="more", href=address) if left else None
    folded = [el("ul", *items[SHOWN:]), last]
    rest = fold(texts.say("entity.more", n=len(facts) - SHOWN), folded) if len(facts) > SHOWN else None
    return el("section", title, el("ul", *items[:SHOWN]), rest, cls="group")


def _measure(measure: data.Measure) -> El:
    when = time(*measure.time.partition("/")[::2])
    return el(
        "li",
        quote(
            measure.place,
            status_chip(measure.status),
            cue(measure.cue),
            when,
            speaker(measure.speaker),
            statement=measure.id,
        ),
        cls="measure",
    )


def measure_list(measures: Sequence[data.Measure]) -> list[El]:
    """Actions, some shown and the rest folded."""
    items = list(map(_measure, measures))
    rest = (
        [fold(texts.say("entity.more", n=len(items) - SHOWN), [el("ul", *items[SHOWN:])])] if len(items) > SHOWN else []
    )
    return [el("ul", *items[:SHOWN]), *rest]
