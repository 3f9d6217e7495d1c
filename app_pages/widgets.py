"""The pieces that pages are put together from. Text from documents goes into elements as text and is never markup:
the sheet component writes it with textContent, so that no name or quote needs escaping and none can inject anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import streamlit as st

from app_pages import data, graph_view, nav, texts
from graph import ontology

LONGEST = 160
_WIDE = "\u2e80"  # where the blocks of Chinese signs begin
SHOWN = 6


@dataclass(frozen=True, slots=True)
class El:
    """An element of a sheet: tag, class, attributes and what it holds."""

    tag: str
    cls: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    kids: tuple[El | str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The element as the sheet component takes it."""
        kids = [kid if isinstance(kid, str) else kid.plain() for kid in self.kids]
        return {"tag": self.tag, "cls": self.cls, **dict(self.attributes), "kids": kids}


Kid = El | str | None


def el(tag: str, *kids: Kid, cls: str = "", **attributes: str | None) -> El:
    """An element; kids that are None and attributes without a value are left out."""
    kept = tuple((key, value) for key, value in attributes.items() if value)
    return El(tag, cls, kept, tuple(kid for kid in kids if kid is not None and kid != ""))


def show(tree: El, key: str, on_act: Callable[[str], None] | None = None) -> str | None:
    """Draw a sheet; returns the value of a button that was pressed in it, which `on_act` gets before anything is drawn."""
    return graph_view.show_sheet(tree.plain(), key, on_act)


def clip(text: str, most: int = LONGEST) -> str:
    """At most so many Chinese characters of a text; of Latin letters, which are half as wide, twice as many."""
    room = 2 * most
    if len(text) * 2 <= room:
        return text
    ends = accumulate(1 if char < _WIDE else 2 for char in text[:room])
    fits = sum(end <= room for end in ends)
    return text if fits == len(text) else text[: fits - 1] + "…"


def search_box(cls: str) -> El:
    """The search field; what is sent leads to the search page."""
    words = nav.param("q") if nav.current() == "search" else ""
    field = el(
        "input",
        type="search",
        name="q",
        value=words,
        placeholder=texts.say("search.hint"),
        label=texts.say("search.hint"),
    )
    return el(
        "form", field, el("button", texts.say("search.go"), type="submit"), cls=f"search {cls}", role="search",
        act=nav.href("search"),
    )  # fmt: skip


# ---- things ---------------------------------------------------------------------------------------------------------


def name_of(thing: data.Thing) -> str:
    """The name in the page's language, as far as there is one."""
    return (texts.lang() == "en" and thing.name_en) or thing.name


def spoken(names: Iterable[str]) -> dict[str, str]:
    """Names of things by their Chinese names in the page's language, as far as the graph has them."""
    kept = {name for name in names if name}
    known = data.by_name(kept) if texts.lang() == "en" and kept else {}
    return {name: name_of(known[name]) if name in known else name for name in kept}


def mark(label: str) -> El:
    """The coloured shape of a kind."""
    known = ontology.load().labels.get(label)
    return el("i", cls=f"mark {known.shape if known else 'ellipse'}", colour=known.colour if known else "#666666")


def kind_chip(label: str) -> El:
    """Shape and name of a kind."""
    return el("span", mark(label), texts.kind(label), cls="kind")


def thing_link(thing: data.Thing, most: int = LONGEST) -> El:
    """A thing's mark and name, leading to its page; a document's leads to the reader."""
    name = name_of(thing)
    return el(
        "a", mark(thing.label), el("bdi", clip(name, most)), cls="thing", href=thing_address(thing), title=_hover(thing)
    )


def thing_address(thing: data.Thing) -> str:
    """Where a thing is shown."""
    return nav.href("reader", doc=thing.id) if thing.label == "Document" else nav.href("entity", id=thing.id)


def _hover(thing: data.Thing) -> str:
    return f"{texts.kind(thing.label)} · {clip(name_of(thing), 400)}"


def status_chip(name: str) -> El | None:
    """A status in words, with a sample of its line style."""
    if not name:
        return None
    known = ontology.load().statuses.get(name)
    return el("span", el("i", cls=f"line {known.line if known else 'solid'}"), texts.status(name), cls=f"status {name}")


def contested_chip() -> El:
    """The sign that statements disagree."""
    return el("span", "⚠ ", texts.say("fact.contested"), cls="contested")


def invented_chip() -> El:
    """The sign that a document is no real one."""
    return el("span", texts.say("document.invented"), cls="invented", title=texts.say("document.invented_about"))


def reference_chip() -> El:
    """The sign that a source is a reference table."""
    return el("span", texts.say("document.reference"), cls="badge", title=texts.say("document.reference_about"))


def unchecked_chip() -> El:
    """The sign that nothing confirms it."""
    return el("span", texts.say("entity.unchecked"), cls="badge", title=texts.say("entity.unchecked_about"))


# ---- statements -----------------------------------------------------------------------------------------------------


def source_link(place: data.Place) -> El:
    """The document of a quote, opened at the quote."""
    address = nav.href("reader", doc=place.document, at=f"{place.start}-{place.end}")
    return el(
        "span",
        el("a", el("bdi", clip(place.title, 60)), cls="source", href=address, title=texts.say("fact.open")),
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
    return el("span", texts.say("fact.stated", who=clip(name, 60)), cls="speaker") if name else None


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
    others = fact.claims[1:]
    first = (
        quote(
            fact.claims[0].place, cue(fact.claims[0].cue), speaker(fact.claims[0].speaker), statement=fact.claims[0].id
        )
        if fact.claims
        else None
    )
    shown = [claim_quote(claim) for claim in fact.claims] if fact.contested else [first]
    folded = (
        None
        if fact.contested or not others
        else fold(texts.say("fact.others", n=len(others)), map(claim_quote, others))
    )
    return el("li", head, history(fact), *shown, folded, cls="fact contested-fact" if fact.contested else "fact")


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
    return el("div", *_joined(stops), cls="history", label=texts.say("fact.history"))


def _furthest(claims: Iterable[data.Claim]) -> Iterable[data.Claim]:
    """For each document the claim whose status is furthest: what one document says has no order in time."""
    order = list(ontology.load().statuses)
    found: dict[str, data.Claim] = {}
    for claim in claims:
        known = found.get(claim.place.document)
        if not known or order.index(claim.status) > order.index(known.status):
            found[claim.place.document] = claim
    return found.values()


def _joined(stops: Sequence[El]) -> list[Kid]:
    """Stops with arrows between them."""
    parts: list[Kid] = [stops[0]]
    for stop in stops[1:]:
        parts += [el("span", "→", cls="arrow"), stop]
    return parts


def fold(title: str, items: Iterable[Kid]) -> El:
    """Items behind a line that opens them."""
    return el("details", el("summary", title), *items)


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


# ---- money and measures ---------------------------------------------------------------------------------------------


def amount(grant: data.Grant) -> str:
    """The sum in words: from–to, per unit, with its kind."""
    per = " " + texts.say("grant.per", unit=grant.unit) if grant.unit else ""
    return texts.money(grant.amount_from or grant.amount, grant.currency, grant.amount) + per


def grant_card(grant: data.Grant) -> El:
    """One sum: amount, year, status, speaker, the way it runs, and its words."""
    notes = [
        str(grant.year) if grant.year else "",
        texts.say("grant.projects", n=grant.projects) if grant.projects else "",
    ]
    kind = texts.say(f"grant.kind.{grant.kind}") if grant.kind in ("rate", "ceiling", "size") else ""
    head = el(
        "div", el("strong", amount(grant), cls="amount"), *(el("span", note, cls="time") for note in (*notes, kind) if note),
        status_chip(grant.status), cls="head",
    )  # fmt: skip
    return el("article", head, flow(grant), quote(grant.place, speaker(grant.speaker), statement=grant.id), cls="grant")


def flow(grant: data.Grant) -> El | None:
    """The way of a sum: fund, giver, beneficiary."""
    stops = [el("span", *(thing_link(one, 60) for one in side), cls="stop")
             for side in (grant.funds, grant.agencies, grant.beneficiaries) if side]  # fmt: skip
    if not stops:
        return None
    return el("div", *_joined(stops), cls="flow")


def conflict(one: El, two: El, title: str, note: str = "") -> El:
    """Two statements that disagree, side by side."""
    head = el(
        "div",
        el("span", f"⚠ {title}", cls="contested"),
        el("span", note, cls="difference") if note else None,
        cls="head",
    )
    return el("div", head, el("div", one, two, cls="sides"), cls="conflict")


def grant_conflict(one: data.Grant, two: data.Grant) -> El:
    """Two figures for one sum."""
    note = ""
    if one.currency == two.currency:
        note = texts.say("conflict.difference", amount=texts.money(abs(one.amount - two.amount), one.currency))
    return conflict(grant_card(one), grant_card(two), texts.say("conflict.title"), note)


def grant_list(grants: Sequence[data.Grant]) -> list[El]:
    """Sums of money; those that disagree stand side by side, and each stands once."""
    known = {grant.id: grant for grant in grants}
    pairs = sorted({(min(g.id, o), max(g.id, o)) for g in grants for o in g.conflicts if o in known})
    paired = {key for pair in pairs for key in pair}
    cards = [grant_card(grant) for grant in grants if grant.id not in paired]
    rest = [fold(texts.say("entity.more", n=len(cards) - SHOWN), cards[SHOWN:])] if len(cards) > SHOWN else []
    return [grant_conflict(known[one], known[two]) for one, two in pairs] + cards[:SHOWN] + rest


def measure_item(measure: data.Measure) -> El:
    """One action with its status and words."""
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
    items = [measure_item(measure) for measure in measures]
    rest = (
        [fold(texts.say("entity.more", n=len(items) - SHOWN), [el("ul", *items[SHOWN:])])] if len(items) > SHOWN else []
    )
    return [el("ul", *items[:SHOWN]), *rest]


def section(title: str, *kids: Kid, count: int | None = None) -> El:
    """A titled part of a page."""
    number = el("small", str(count)) if count is not None else None
    return el("section", el("h2", title, number), *kids, cls="part")


def notice(title: str, about: str = "") -> El:
    """A calm message in the middle of a page."""
    return el("div", el("h2", title), el("p", about) if about else None, cls="notice")


def warning(words: str) -> El:
    """What went wrong, in words that may hold anybody's text; Streamlit's own warnings would read them as Markdown."""
    return el("p", "⚠ ", words, cls="warning", role="alert")


def label(words: str) -> str:
    """Words as the label of one of Streamlit's fields, which reads labels as Markdown and fetches images named there.

    Its icons (:streamlit:) are looked for after signs were escaped; a sign without width keeps them apart.
    """
    return re.sub(r":(?=\w)", ":\u200b", re.sub(r"([\\`*_\[\]<>$~!#|])", r"\\\1", words))


def show_stale() -> None:
    """Say that the graph is older than the library, where it is."""
    if data.is_stale():
        st.info(texts.say("stale"))


def behind(address: str) -> El:
    """The way from a view to the query behind it, open in the console."""
    return el("a", texts.say("console.behind"), " →", cls="more behind", href=address)
