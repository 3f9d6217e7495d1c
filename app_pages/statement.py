"""One statement by itself: its words in their place, how to cite it, what contradicts it, and a person's decision on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app_pages import alone, cells, cite, data, decisions, nav, reader, remarks, texts, widgets
from app_pages.widgets import el
from graph import evidence, judgements, ontology

_AROUND = 90


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, sum or measure as far as this page tells of it; a claim has two ends."""

    id: str
    label: str
    predicate: str
    status: str
    cue: str
    since: str
    until: str
    speaker: str
    place: data.Place
    ends: tuple[data.Thing, ...]


def show() -> None:
    """Draw the statement in the address."""
    found = find(nav.param("id"))
    if found is None:
        _show_absent(nav.param("id"))
        return
    decisions.show_rebuild("statement.rebuild")
    remarks.show(found.id, _head(found))
    widgets.show(el("main", _body(found), cls="page below"), "main")
    _show_decision(found)


def leaf() -> widgets.El | None:
    """The statement in the address, if there is one, with what is known of its document, for a page that draws it itself."""
    found = find(nav.param("id"))
    if found is None:
        return None
    return alone.alone(el("main", _head(found), _body(found, _document(found.place.document)), cls="page"))


def _body(found: Statement, document: widgets.El | None = None) -> widgets.El:
    words = el("div", _words(found), document, _conflicts(found), cls="column")
    return el("div", words, el("aside", *_citations(found), cls="column"), cls="columns")


def _document(key: str) -> widgets.El | None:
    """The document by its title with genre, issuer, number, date and where it is from."""
    held = data.held(key)
    if held is None:
        return None
    about = el("dl", *reader.about(held, data.nodes_of(held.reading)), cls="facts-line")
    title = el("p", el("strong", el("bdi", held.reading.document.title)))
    return widgets.section(texts.say("grid.document"), title, about)


def find(key: str) -> Statement | None:
    """The statement of that id, if it is in the graph."""
    rows = data.ask("statement", id=key) if key[:2] in ("c-", "g-", "m-") else []
    if not rows:
        return None
    row = rows[0]
    ends = tuple(_end(row, end) for end in ("subject", "object") if row[end])
    since, _, until = str(row["time"] or "").partition("/")
    return Statement(
        row["id"], row["label"], row["predicate"] or "", row["status"] or "", row["cue"] or "", row["since"] or since,
        row["until"] or until, row["stated_by"] or "", data.place(row), ends,
    )  # fmt: skip


def _end(row: dict[str, Any], end: str) -> data.Thing:
    return data.Thing(row[end], row[f"{end}_kind"], row[f"{end}_name"] or row[end], row[f"{end}_en"])


def _show_absent(key: str) -> None:
    """A rejected statement is in no graph; the decision is told, and can be taken back here."""
    known = decisions.about(key) if key else None
    if known is None:
        widgets.show(widgets.notice(texts.say("statement.missing"), texts.say("entity.missing_help")), "main")
        return
    widgets.show(el("main", el("h1", texts.say("statement.rejected")), decision(known), cls="page narrow"), "main")
    decisions.show_rebuild("statement.rebuild")
    _show_withdraw(known)


# ---- what it says ---------------------------------------------------------------------------------------------------


def _head(found: Statement) -> widgets.El:
    known = decisions.about(found.id)
    return el(
        "div", el("div", widgets.kind_chip(found.label), cls="notes"), el("h1", *_said(found)),
        el("div", widgets.status_chip(found.status), widgets.cue(found.cue), widgets.time(found.since, found.until),
           widgets.speaker(found.speaker), cls="notes"),
        decision(known) if known else None, cls="title-block statement",
    )  # fmt: skip


def _said(found: Statement) -> Iterator[widgets.Kid]:
    if len(found.ends) == 2:
        yield widgets.thing_link(found.ends[0])
        yield el("span", f" {texts.relation(found.predicate)} ", cls="verb")
        yield widgets.thing_link(found.ends[1])
    elif found.label == "Grant":
        grant = data.grants([found.id])[0]
        yield widgets.amount(grant)
        yield widgets.flow(grant)
    else:
        yield texts.kind(found.label)


def _words(found: Statement) -> widgets.El:
    """The quote with the text around it."""
    held, place = data.held(found.place.document), found.place
    before = held.text[max(0, place.start - _AROUND) : place.start] if held else ""
    after = held.text[place.end : place.end + _AROUND] if held else ""
    words = el(
        "p", f"…{before}" if before else None, el("mark", place.quote), f"{after}…" if after else None, cls="context"
    )
    row = cells.row_of(held, found.id) if held else None
    return widgets.section(texts.say("statement.words"), words, el("div", widgets.source_link(place), cls="notes"), row)


def _conflicts(found: Statement) -> widgets.El | None:
    others = [find(row["id"]) for row in data.ask("conflicts_of", id=found.id)]
    rows = [
        widgets.quote(one.place, widgets.status_chip(one.status), widgets.time(one.since, one.until), widgets.speaker(one.speaker),
                      statement=one.id) for one in others if one
    ]  # fmt: skip
    return widgets.section(texts.say("conflict.claims"), *rows, count=len(rows)) if rows else None


def _citations(found: Statement) -> Iterator[widgets.El]:
    source = cite.source(found.id, found.place, found.speaker)
    yield el("h2", texts.say("cite.title"))
    for name, form in (("GB/T 7714", cite.text), ("BibTeX", cite.bibtex), ("RIS", cite.ris)):
        words = form(source)
        head = el("h3", name, el("button", texts.say("cite.copy"), cls="small copy", copy=words, type="button"))
        yield el("section", head, el("pre", words), cls="citation")


# ---- deciding -------------------------------------------------------------------------------------------------------


def decision(one: judgements.Judgement) -> widgets.El:
    """A decision in words: verdict, correction, author, date, reason."""
    parts = [texts.term(part, str(value)) for part, value in one.correction]
    return el(
        "p", el("strong", texts.say(f"verdict.{one.verdict}")), " ", texts.listed(parts),
        el("small", f" {widgets.clip(one.author, 40)} · {one.date[:10]} "), el("bdi", widgets.clip(one.reason, 300)), cls="decision",
    )  # fmt: skip


def _show_decision(found: Statement) -> None:
    """Accept, reject or correct, with the change shown before it is recorded."""
    known = decisions.about(found.id)
    with st.container(border=True, key="decision"):
        st.markdown(f"##### {texts.say('statement.decide')}")
        verdicts = ["accept", "reject", *(["correct"] if found.label == "Claim" else [])]
        verdict = st.radio(
            texts.say("statement.verdict"), verdicts, horizontal=True, label_visibility="collapsed", key=f"verdict.{found.id}",
            format_func=lambda name: texts.say(f"verdict.{name}"),
        )  # fmt: skip
        correction = _correction(found) if verdict == "correct" else ()
        widgets.show(_preview(found, verdict, correction), "decision.preview")
        _show_signature(found, verdict, correction)
    if known:
        _show_withdraw(known)


def _correction(found: Statement) -> evidence.Pairs:
    """What is to be changed; only what differs from the reading."""
    first, second, third = st.columns(3)
    status = first.selectbox(
        texts.say("statement.status"), evidence.STATUSES, format_func=texts.status, key=f"status.{found.id}",
        index=evidence.STATUSES.index(found.status) if found.status in evidence.STATUSES else 0,
    )  # fmt: skip
    facts = list(ontology.load().facts)
    predicate = second.selectbox(
        texts.say("statement.predicate"), facts, format_func=texts.relation, key=f"predicate.{found.id}",
        index=facts.index(found.predicate) if found.predicate in facts else 0,
    )  # fmt: skip
    now = found.since if found.since == found.until or not found.until else f"{found.since}/{found.until}"
    time = third.text_input(texts.say("statement.time"), now, key=f"time.{found.id}")
    pairs = (("status", status, found.status), ("predicate", predicate, found.predicate), ("time", time.strip(), now))
    return tuple((part, str(new)) for part, new, old in pairs if new != old)


def _preview(found: Statement, verdict: str, correction: evidence.Pairs) -> widgets.El:
    old = {"status": found.status, "predicate": found.predicate, "time": texts.period(found.since, found.until)}
    changes = [
        el("li", texts.say(f"statement.{part}"), "：", el("del", texts.term(part, old[part]) or "—"), " → ",
           el("strong", texts.term(part, str(value)) or "—")) for part, value in correction
    ]  # fmt: skip
    return el(
        "div", el("p", texts.say(f"statement.will.{verdict}"), cls="quiet"), el("ul", *changes) if changes else None
    )


def _show_signature(found: Statement, verdict: str, correction: evidence.Pairs) -> None:
    first, second, third = st.columns([2, 5, 2], vertical_alignment="bottom")
    author = first.text_input(texts.say("review.author"), decisions.author(), key="decision.author")
    reason = second.text_input(texts.say("review.reason"), key=f"reason.{found.id}")
    ready = bool(author.strip() and reason.strip() and (verdict != "correct" or correction))
    if third.button(texts.say("review.record"), type="primary", width="stretch", key="decision.record"):
        if not ready:
            st.warning(texts.say("review.incomplete"))
            return
        decisions.decide(verdict, author.strip(), reason.strip(), found.id, correction=correction)
        st.rerun()


def _show_withdraw(known: judgements.Judgement) -> None:
    if st.button(texts.say("review.withdraw"), key="decision.withdraw"):
        keys = (known.left, known.right) if known.right else (known.left,)
        decisions.decide("withdraw", decisions.author() or known.author, texts.say("review.withdrawn"), *keys)
        st.rerun()
