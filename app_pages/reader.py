"""A document's text with coloured mentions that lead to their things; beside it what was read, jumping to its place.

In a file by itself there is no page of a thing to lead to: a mention shows which statements are about its thing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from app_pages import alone, cells, data, nav, remarks, texts, widgets
from app_pages.widgets import el
from graph import evidence, library, ontology

_LINE = re.compile(r"[^\r\n]+")
# A long table is shown in part, around the place that was asked for: a browser cannot hold a hundred thousand rows.
_LONGEST, _AROUND, _MOST_LISTED = 400_000, 100_000, 1_000
Statement = evidence.Claim | evidence.Grant | evidence.Measure


def show() -> None:
    """Draw the document in the address, at the place in the address."""
    held = _held()
    if held is None:
        widgets.show(widgets.notice(texts.say("reader.missing")), "main")
        return
    nodes = data.nodes_of(held.reading)
    remarks.show(held.reading.document.id, _head(held, nodes))
    body = el("div", _text(held, nodes), _statements(held.reading, nodes), cls="reader")
    widgets.show(el("main", body, cls="page below", focus=_place()), "main")


def leaf() -> widgets.El | None:
    """The document in the address, if there is one, for a page that draws it itself."""
    held = _held()
    if held is None:
        return None
    nodes = data.nodes_of(held.reading)
    margin = _statements(held.reading, nodes)
    margin = replace(margin, kids=(_picked(), *margin.kids))
    body = el("div", _text(held, nodes, "reader.legend_alone"), margin, cls="reader")
    return alone.alone(el("main", _head(held, nodes), body, cls="page", focus=_place()))


def _picked() -> widgets.El:
    """Room for the thing whose statements alone are listed, with the way back to all of them."""
    back = el("button", texts.say("reader.all_again"), cls="small", type="button", of="*")
    return el("div", el("strong"), el("small", texts.say("reader.none_of_it")), back, cls="picked off", role="status")


def _held() -> library.Held | None:
    return data.held(nav.param("doc")) if nav.param("doc") else None


def _place() -> str | None:
    at = nav.param("at")
    return at if re.fullmatch(r"\d{1,9}-\d{1,9}", at) else None


# ---- head -----------------------------------------------------------------------------------------------------------


def _head(held: library.Held, nodes: Mapping[str, data.Thing]) -> widgets.El:
    document = held.reading.document
    invented = el("p", widgets.invented_chip(), texts.say("document.invented_about"), cls="warning")
    return el(
        "div", el("a", texts.say("reader.back"), href=nav.href("documents"), cls="more"),
        el("h1", el("bdi", widgets.clip(document.title, 400))), invented if held.source.invented else None,
        el("dl", *about(held, nodes), cls="facts-line"), cls="title-block",
    )  # fmt: skip


def about(held: library.Held, nodes: Mapping[str, data.Thing]) -> Iterator[widgets.El]:
    """What is known of a document, each with its name."""
    document, source = held.reading.document, held.source
    issuer = nodes.get(document.issued_by or "")
    pairs: list[tuple[str, widgets.Kid]] = [
        ("documents.genre", texts.genre(document.doc_type)),
        ("documents.issuer", widgets.thing_link(issuer, 60) if issuer else None),
        ("documents.date", document.date), ("documents.number", document.number),
        ("documents.file", el("bdi", widgets.clip(source.name, 80))),
        ("reader.source", el("a", widgets.clip(source.url, 60), href=source.url) if source.url else None),
        ("reader.publisher", source.publisher), ("reader.retrieved", source.retrieved),
        ("reader.licence", source.licence), ("reader.tags", "、".join(source.tags)), ("reader.note", source.note),
    ]  # fmt: skip
    for key, value in pairs:
        if value:
            yield el("div", el("dt", texts.say(key)), el("dd", value))


# ---- text -----------------------------------------------------------------------------------------------------------


def _text(held: library.Held, nodes: Mapping[str, data.Thing], hint: str = "reader.legend") -> widgets.El:
    kinds = Counter(e.type for e in held.reading.entities for _ in e.mentions if e.id in nodes)
    legend = [
        el("span", widgets.mark(kind), texts.kind(kind), el("small", str(n)), cls="kind")
        for kind, n in kinds.most_common()
    ]
    paper = el("article", *_paragraphs(held, nodes), cls="paper scroll", lang=held.reading.document.language)
    return el("div", el("div", el("span", texts.say(hint), cls="lead"), *legend, cls="legend"), paper)


def _paragraphs(held: library.Held, nodes: Mapping[str, data.Thing]) -> Iterator[widgets.El]:
    """The text line by line. Lines are cut where mentions and quotes begin and end, so that each piece has one look."""
    owners, numbers = _owners(held.reading, nodes), _numbers(nodes)
    cuts, said = sorted(_cuts(held.reading)), _said(held.reading)
    begin, stop = _shown(held.text)
    if (begin, stop) != (0, len(held.text)):
        yield el("p", texts.say("reader.part"), cls="quiet")
    for line in _LINE.finditer(held.text, begin, stop):
        start, end = line.span()
        inner = cuts[bisect_right(cuts, start) : bisect_right(cuts, end - 1)]
        edges = [start, *inner, end]
        yield el("p", *(_piece(held.text, a, b, owners.get(a), a in said, numbers) for a, b in pairwise(edges)))


def _shown(text: str) -> tuple[int, int]:
    """The part of a text to draw, whole lines: all of it, or what lies around the place in the address."""
    if len(text) <= _LONGEST:
        return 0, len(text)
    at = int((_place() or "0").partition("-")[0])
    begin = text.rfind("\n", 0, max(0, at - _AROUND)) + 1
    stop = text.find("\n", at + _AROUND)
    return begin, stop if stop >= 0 else len(text)


def _cuts(reading: evidence.Reading) -> set[int]:
    statements: tuple[Statement, ...] = (*reading.claims, *reading.grants, *reading.measures)
    spans = [m.span for e in reading.entities for m in e.mentions] + [s.quote for s in statements]
    wanted = _place()
    asked = {int(end) for end in wanted.split("-")} if wanted else set()
    return {end for span in spans for end in (span.start, span.end)} | asked


def _owners(reading: evidence.Reading, nodes: Mapping[str, data.Thing]) -> dict[int, data.Thing]:
    """Which thing each piece names, by the piece's start; a mention inside a longer one wins where it stands."""
    cuts = sorted(_cuts(reading))
    mentions = [(m.span, nodes[e.id]) for e in reading.entities if e.id in nodes for m in e.mentions]
    owners: dict[int, data.Thing] = {}
    for span, thing in sorted(mentions, key=lambda m: m[0].start - m[0].end):
        inside = cuts[bisect_right(cuts, span.start - 1) : bisect_right(cuts, span.end - 1)]
        owners.update(dict.fromkeys(inside, thing))
    return owners


def _said(reading: evidence.Reading) -> set[int]:
    """Where pieces begin that some statement rests on; a click on them shows it in the margin."""
    cuts, found = sorted(_cuts(reading)), set[int]()
    statements: tuple[Statement, ...] = (*reading.claims, *reading.grants, *reading.measures)
    for one in statements:
        found.update(cuts[bisect_right(cuts, one.quote.start - 1) : bisect_right(cuts, one.quote.end - 1)])
    return found


def _numbers(nodes: Mapping[str, data.Thing]) -> dict[str, str]:
    """A number for each thing, by which its mentions and the statements about it find each other."""
    return {key: str(number) for number, key in enumerate(dict.fromkeys(thing.id for thing in nodes.values()))}


def _piece(
    text: str, start: int, end: int, owner: data.Thing | None, said: bool, numbers: Mapping[str, str]
) -> widgets.El:
    at, words = f"{start}-{end}", text[start:end].replace("\t", " │ ")
    if owner is None:
        return el("span", words, at=at, cls="said" if said else "")
    colour = ontology.load().labels[owner.label].colour
    title = f"{texts.kind(owner.label)} · {widgets.clip(widgets.name_of(owner), 200)}"
    href, of = widgets.thing_address(owner), numbers[owner.id]
    return el("a", words, at=at, cls="mention", colour=colour, href=href, title=title, of=of)


# ---- what was read --------------------------------------------------------------------------------------------------


def _statements(reading: evidence.Reading, nodes: Mapping[str, data.Thing]) -> widgets.El:
    names = {e.id: widgets.name_of(nodes[e.id]) if e.id in nodes else e.name for e in reading.entities}
    names[reading.document.id] = reading.document.title
    numbers = _numbers(nodes)
    ends = {e.id: numbers[nodes[e.id].id] for e in reading.entities if e.id in nodes}
    parts: list[tuple[str, list[tuple[widgets.El, Statement]]]] = [
        ("reader.claims", [(_claim(c, names), c) for c in reading.claims]),
        ("reader.grants", [(_grant(g, names), g) for g in reading.grants]),
        ("reader.measures", [(_measure(m, names), m) for m in reading.measures]),
    ]
    folded = [_list(key, pairs, reading.document, names, ends) for key, pairs in parts if pairs]
    empty = el("p", texts.say("reader.nothing"), cls="quiet")
    return el("aside", el("h2", texts.say("reader.read")), *(folded or [empty]), cls="margin scroll")


def _list(
    key: str, pairs: Sequence[tuple[widgets.El, Statement]], document: evidence.Document, names: Mapping[str, str], ends: Mapping[str, str]
) -> widgets.El:  # fmt: skip
    ordered = sorted(pairs, key=lambda pair: (pair[1].quote.start, pair[1].id))
    items = [_item(head, one, document, names, _about_what(one, ends)) for head, one in ordered[:_MOST_LISTED]]
    title = el("summary", texts.say(key, n=len(ordered)))
    more = el("p", texts.say("reader.more", n=_MOST_LISTED), cls="quiet") if len(ordered) > _MOST_LISTED else None
    return el("details", title, el("ul", *items), more, open="open" if key == "reader.claims" else None)


def _about_what(one: Statement, ends: Mapping[str, str]) -> str:
    """The numbers of the things that a statement is about."""
    if isinstance(one, evidence.Claim):
        keys: tuple[str | None, ...] = (one.subject, one.object)
    elif isinstance(one, evidence.Grant):
        keys = (one.fund, one.agency, one.beneficiary)
    else:
        keys = (one.agency, *one.targets)
    return " ".join(dict.fromkeys(ends[key] for key in keys if key and key in ends))


def _item(
    head: widgets.El, one: Statement, document: evidence.Document, names: Mapping[str, str], ends: str
) -> widgets.El:
    who = widgets.speaker(names.get(one.stated_by or "", ""))
    time = "" if isinstance(one, evidence.Grant) else texts.period(*one.time.partition("/")[::2])
    cell = one.quote.cell
    place = el("span", cells.address(cell, document.header(cell)), cls="time") if cell else None
    since = el("span", time, cls="time") if time else None
    notes = el("div", widgets.status_chip(one.status), since, place, who, cls="notes")
    words = el("span", f"“{widgets.clip(one.quote.text, 120)}”", cls="words")
    check = el("a", texts.say("fact.statement"), href=nav.href("claim", id=one.id), cls="cite")
    return el(
        "li",
        el("button", head, words, notes, type="button", jump=f"{one.quote.start}-{one.quote.end}"),
        check,
        ends=ends or "-",
    )


def _short(name: str) -> str:
    return widgets.clip(name, 36)


def _claim(claim: evidence.Claim, names: Mapping[str, str]) -> widgets.El:
    subject, end = names.get(claim.subject, ""), names.get(claim.object, "")
    verb = el("em", f" {texts.relation(claim.predicate)} ")
    return el("span", el("bdi", _short(subject)), verb, el("bdi", _short(end)), cls="triple")


def _grant(grant: evidence.Grant, names: Mapping[str, str]) -> widgets.El:
    ends = " → ".join(
        _short(names[key]) for key in (grant.fund, grant.agency, grant.beneficiary) if key and key in names
    )
    year = f" {grant.year}" if grant.year else ""
    return el(
        "span", el("strong", texts.money(grant.amount, grant.currency)), year, el("bdi", f" {ends}"), cls="triple"
    )


def _measure(measure: evidence.Measure, names: Mapping[str, str]) -> widgets.El:
    ends = "、".join(_short(names[key]) for key in measure.targets[:4] if key in names)
    who = _short(names.get(measure.agency or "", "")) or texts.say("fact.unsaid")
    return el("span", el("bdi", who), el("em", " → ") if ends else None, el("bdi", ends), cls="triple")
