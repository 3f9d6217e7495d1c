"""The ledger as a table for a page that draws it itself: promises, disagreements, or what was asked and not answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import queries
from app_pages import data, disagreements, grids, ledger, ledger_data, nav, texts, widgets
from app_pages.grids import Grid, Row
from app_pages.ledger_data import Promise
from app_pages.marks import Entry


def grid() -> Grid:
    """The part of the ledger that the address names, as it is filtered there."""
    return {"conflicts": _conflicts, "unanswered": _unanswered}.get(nav.param("view"), _promises)()


def _promises() -> Grid:
    promised, today = ledger_data.load(), date.today().isoformat()
    found = ledger.passing(promised, today)
    shown = found[: ledger.MOST]
    things = data.things(key for one in shown for key in (*one.bodies, *one.things))
    heads = grids.heads("filter.body", "grid.about", "grid.status", "ledger.due", "ledger.outcome", "grid.document")
    note = texts.say("ledger.count", n=f"{len(shown):,}", all=f"{len(promised):,}")
    return Grid(heads, [_promise(one, things) for one in shown], note)


def _promise(one: Promise, things: dict[str, data.Thing]) -> Row:
    became = texts.say(f"ledger.became.{one.became}")
    after = [
        (texts.say("ledger.repeated", n=len(one.repeated)), one.repeated),
        (texts.say("ledger.became.kept"), one.kept),
        (texts.say("ledger.became.later"), one.later),
    ]
    entries = [Entry("", (one.first.id,)), *(Entry(head, [each.id for each in said]) for head, said in after if said)]
    who = _names(one.bodies, things) or texts.say("ledger.nobody")
    return Row([who, _names(one.things, things), texts.status(one.first.status), one.due, became, one.first.place.title], entries)  # fmt: skip


def _names(keys: Iterable[str], things: dict[str, data.Thing]) -> str:
    return texts.listed(widgets.both(things[key]) for key in keys if key in things)


def _conflicts() -> Grid:
    shown = ledger.differing()[: ledger.MOST]
    things = data.things(
        key
        for sides in shown
        for same in sides
        for one in same
        if isinstance(one, data.Claim)
        for key in (one.subject, one.object)
    )
    heads = grids.heads("grid.about", "grid.differ", "grid.one", "grid.other")
    rows = [_conflict(sides, things) for sides in shown]
    return Grid(heads, rows, texts.say("ledger.never_summed"))


def _conflict(sides: disagreements.Sides, things: dict[str, data.Thing]) -> Row:
    kind, one = disagreements.kind_of(sides), sides[0][0]
    if isinstance(one, data.Grant):
        about = texts.listed(
            widgets.both(thing) for thing in dict.fromkeys((*one.funds, *one.agencies, *one.beneficiaries))
        )
    else:
        about = f"{_names([one.subject], things)} {texts.relation(one.predicate)} {_names([one.object], things)}"
    cells = [_side(kind, same[0]) for same in sides]
    return Row(
        [about, texts.say(f"ledger.differ.{kind}"), *cells], [Entry("", [each.id for each in same]) for same in sides]
    )


def _side(kind: str, one: data.Grant | data.Claim) -> grids.Cell:
    """What one of the two says where they differ."""
    if isinstance(one, data.Grant):
        return widgets.amount(one), one.amount
    return texts.status(one.status) if kind == "status" else one.since


def _unanswered() -> Grid:
    rows = queries.ask(data.the_store(), "asked_not_answered", limit=ledger.MOST).dicts()
    names = widgets.spoken(str(row["asked"]) for row in rows)
    heads = grids.heads("grid.proposal", "grid.asked", "grid.kind", "grid.reply")
    made = [
        Row([str(row["proposal"]), names.get(str(row["asked"]), ""), texts.kind(str(row["kind"])), str(row["reply"] or texts.say("ledger.no_reply"))],
            [Entry("", [str(row["claim"])])]) for row in rows
    ]  # fmt: skip
    return Grid(heads, made, texts.say("ledger.unanswered_rule"))
