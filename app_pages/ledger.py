"""The ledger: promises and what became of them, statements that disagree side by side, what was asked and not answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

import streamlit as st

import queries
from app_pages import data, disagreements, filters, ledger_data, nav, texts, where, widgets
from app_pages.ledger_data import Promise, Saying
from app_pages.widgets import el
from graph import divisions, ontology

AT_ONCE = 30
MOST = 2000
_BECAME = ("kept", "later", "silent")
_TIMING = ("past", "open", "none")
_DIFFERENCES = ("amount", "date", "status")


def show() -> None:
    """Draw the part of the ledger that the address names."""
    parts = {"promises": _show_promises, "conflicts": _show_conflicts, "unanswered": _show_unanswered}
    views = {name: texts.say(f"ledger.{name}") for name in parts}
    title = widgets.page_name(texts.say("nav.ledger"), texts.say("ledger.lead"))
    widgets.show(el("main", title, filters.tabs("view", views, texts.say("nav.ledger")), cls="page"), "main")
    parts[filters.value("view", views) or "promises"]()


# ---- promises -------------------------------------------------------------------------------------------------------


def _show_promises() -> None:
    promised, today = ledger_data.load(), date.today().isoformat()
    if not promised:
        widgets.show(widgets.notice(texts.say("overview.no_promises"), texts.say("overview.absent")), "ledger")
        return
    found = _filtered(promised, today)
    shown = found[: filters.number("n", AT_ONCE, MOST)]
    known = data.things(key for one in shown for key in (*one.bodies, *one.things))
    told = "ledger.count" if len(found) < len(promised) else "ledger.all"
    count = el("p", texts.say(told, n=f"{len(found):,}", all=f"{len(promised):,}"), cls="quiet")
    more = el(
        "a",
        texts.say("ledger.more", n=len(found) - len(shown)),
        cls="button quiet",
        href=nav.here(n=len(shown) + AT_ONCE * 2),
    )
    rows = el("ul", *(promise_item(one, known, today) for one in shown), cls="ledger")
    nothing = None if found else widgets.notice(texts.say("ledger.no_match"), texts.say("overview.absent"))
    widgets.show(el("div", count, nothing or rows, more if len(found) > len(shown) else None), "ledger")


def _filtered(promised: Sequence[Promise], today: str) -> list[Promise]:
    """The promises that pass the filters, which are drawn here."""
    choices = _choices(promised)
    for column, (name, (label, options)) in zip(st.columns(len(choices)), choices.items(), strict=True):
        with column:
            filters.choose(name, label, options, texts.say("filter.all"))
    return passing(promised, today)


def passing(promised: Sequence[Promise], today: str) -> list[Promise]:
    """The promises that pass the filters of the address, those still due first and of them the soonest, those without a time last."""
    atlas = where.load()
    region, body, became, due, genre = (filters.value(name, known) for name, (_, known) in _choices(promised).items())
    found = [
        one for one in promised
        if (not region or atlas.inside(one.bodies, region)) and (not body or body in one.bodies)
        and became in ("", one.became) and due in ("", one.timing(today)) and genre in ("", one.first.genre)
    ]  # fmt: skip
    ordered = sorted(found, key=lambda one: one.due)
    open_, past, none = ([one for one in ordered if one.timing(today) == timing] for timing in ("open", "past", "none"))
    return [*open_, *reversed(past), *none]


def _choices(promised: Sequence[Promise]) -> dict[str, tuple[str, dict[str, str]]]:
    """What the list can be filtered by, with its label and its options."""
    return {
        "region": (texts.say("filter.region"), _regions(promised, where.load())),
        "body": (texts.say("filter.body"), _bodies(promised)),
        "became": (texts.say("ledger.outcome"), {key: texts.say(f"ledger.became.{key}") for key in _BECAME}),
        "due": (texts.say("ledger.due"), {key: texts.say(f"ledger.timing.{key}") for key in _TIMING}),
        "genre": (texts.say("documents.genre"), _genres(promised)),
    }


def _regions(promised: Sequence[Promise], atlas: where.Map) -> dict[str, str]:
    codes = {code for one in promised for code in atlas.of(one.bodies)}
    codes |= {divisions.province(code) for code in codes}
    return {code: widgets.name_of(atlas.regions[code].thing) for code in sorted(codes) if code in atlas.regions}


def _bodies(promised: Sequence[Promise]) -> dict[str, str]:
    counts = Counter(key for one in promised for key in one.bodies)
    known = data.things(counts)
    return {
        key: f"{widgets.clip(widgets.name_of(known[key]), 50)} ({n})" for key, n in counts.most_common() if key in known
    }


def _genres(promised: Sequence[Promise]) -> dict[str, str]:
    return {name: texts.genre(name) for name, _ in Counter(one.first.genre for one in promised).most_common()}


def promise_item(one: Promise, known: dict[str, data.Thing], today: str) -> widgets.El:
    """One promise with its words, its due time, where it is repeated and what became of it."""
    who = [widgets.thing_link(known[key], 60) for key in one.bodies if key in known]
    about = [widgets.thing_link(known[key], 60) for key in one.things[:4] if key in known]
    head = el(
        "div", widgets.status_chip(one.first.status), _due(one, today),
        *(who or [el("span", texts.say("ledger.nobody"), cls="quiet")]),
        el("span", "→", cls="arrow") if about else None, *about, cls="head",
    )  # fmt: skip
    words = widgets.quote(
        one.first.place, widgets.cue(one.first.cue), widgets.speaker(one.first.speaker), statement=one.first.id
    )
    again = (
        widgets.fold(texts.say("ledger.repeated", n=len(one.repeated)), map(_said, one.repeated))
        if one.repeated
        else None
    )
    return el("li", head, words, again, _became(one), cls=f"promise {one.became}")


def _due(one: Promise, today: str) -> widgets.El:
    if not one.due:
        asked = one.first.status == "requested" and one.first.time
        return el(
            "span", texts.say("ledger.asked", when=asked) if asked else texts.say("ledger.timing.none"), cls="time"
        )
    over = one.timing(today) == "past" and one.became == "silent"
    late = el("span", "※ ", texts.say("ledger.past_silent"), cls="late") if over else None
    return el("span", el("span", texts.say("ledger.until", when=one.due), cls="due"), late, cls="notes")


def _became(one: Promise) -> widgets.El:
    if one.became == "silent":
        return el("p", "○ ", texts.say("ledger.became.silent"), cls="outcome quiet")
    found, sign = (one.kept, "✓") if one.kept else (one.later, "→")
    title = el("span", f"{sign} ", texts.say(f"ledger.became.{one.became}"), cls="outcome-name")
    rest = [*found[1:], *(one.later if one.kept else ())]
    return el("div", title, _said(found[0]), widgets.others(list(map(_said, rest))), cls="outcome")


def _said(one: Saying) -> widgets.El:
    return widgets.quote(one.place, widgets.status_chip(one.status), widgets.speaker(one.speaker), statement=one.id)


# ---- conflicts ------------------------------------------------------------------------------------------------------


def _show_conflicts() -> None:
    found = disagreements.load()
    counts = Counter(map(disagreements.kind_of, found))
    kinds = {"all": texts.say("search.all")} | {
        kind: _difference(kind, counts[kind]) for kind in _DIFFERENCES if counts[kind]
    }
    cards = [conflict(sides) for sides in differing()[:MOST]]
    nothing = widgets.notice(texts.say("overview.no_conflicts"), texts.say("ledger.conflict_rule"))
    head = [
        filters.tabs("kind", kinds, texts.say("ledger.conflicts")),
        el("p", texts.say("ledger.never_summed"), cls="quiet"),
    ]
    widgets.show(el("div", *(head if found else [nothing]), *cards), "ledger")


def differing() -> Sequence[disagreements.Sides]:
    """The disagreements of the kind that the address names, or all of them where it names none that there is."""
    found = disagreements.load()
    return [sides for sides in found if disagreements.kind_of(sides) == nav.param("kind")] or found


def _difference(kind: str, count: int) -> str:
    name = texts.say(f"ledger.differ.{kind}")
    return f"{name} {count}"


def conflict(sides: disagreements.Sides) -> widgets.El:
    """Two sides that cannot both hold, beside one another; over claims stands what they are about, and in what they differ."""
    sums = [[one for one in same if isinstance(one, data.Grant)] for same in sides]
    if all(sums):
        return widgets.grant_conflict(sums[0], sums[1])
    claims = [[one for one in same if isinstance(one, data.Claim)] for same in sides]
    one, two = claims[0][0], claims[1][0]
    ends = data.things((one.subject, one.object))
    about = [widgets.thing_link(ends[key], 60) for key in (one.subject, one.object) if key in ends]
    relation = el("span", texts.relation(one.predicate), cls="verb")
    kind = disagreements.kind_of(sides)
    parts = (texts.status(one.status), texts.status(two.status)) if kind == "status" else (one.since, two.since)
    note = texts.say(f"ledger.difference.{kind}", one=parts[0], two=parts[1])
    card = widgets.conflict(_told(claims[0]), _told(claims[1]), texts.say("conflict.claims"), note)
    return el("section", el("h3", *about[:1], " ", relation, " ", *about[1:], cls="about"), card)


def _told(same: Sequence[data.Claim]) -> widgets.El:
    first, *rest = map(widgets.claim_quote, same)
    return el("div", first, widgets.others(rest))


# ---- asked and not answered -----------------------------------------------------------------------------------------


def _show_unanswered() -> None:
    rows = queries.ask(data.the_store(), "asked_not_answered", limit=MOST).dicts()
    said = data.statements(row["claim"] for row in rows)
    known = data.by_name(row["asked"] for row in rows)
    parts = [
        widgets.section(widgets.clip(proposal, 120), el("ul", *(_asked(row, said, known) for row in found)))
        for proposal, found in groupby(rows, key=lambda row: str(row["proposal"]))
    ]
    nothing = widgets.notice(texts.say("ledger.no_unanswered"), texts.say("ledger.unanswered_rule"))
    widgets.show(el("div", *(parts or [nothing])), "ledger")


def _asked(
    row: dict[str, object], said: dict[str, tuple[str, str, data.Place]], known: dict[str, data.Thing]
) -> widgets.El:
    name, claim = str(row["asked"]), str(row["claim"])
    thing = widgets.thing_link(known[name], 60) if name in known else el("bdi", widgets.clip(name, 60))
    reply = (
        texts.say("ledger.reply", name=widgets.clip(str(row["reply"]), 80))
        if row["reply"]
        else texts.say("ledger.no_reply")
    )
    kind = str(row["kind"])
    badge = el("span", texts.kind(kind), cls="badge") if kind in ontology.load().labels else None
    return el(
        "li", el("div", thing, badge, cls="head"),
        widgets.quote(said[claim][2], widgets.speaker(said[claim][1]), statement=claim) if claim in said else None,
        el("p", reply, cls="outcome quiet"), cls="promise",
    )  # fmt: skip
