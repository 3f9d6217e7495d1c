"""Sums of money as pages show them: the way each runs, and figures that disagree side by side."""

from __future__ import annotations

from collections.abc import Sequence

from app_pages import data, disagreements, texts
from app_pages.widgets.elements import SHOWN, El, el, fold, joined, others
from app_pages.widgets.statements import quote, speaker
from app_pages.widgets.things import status_chip, thing_link
from graph import evidence


def amount(grant: data.Grant) -> str:
    """The sum in words: from–to, per unit, with its kind."""
    per = " " + texts.say("grant.per", unit=grant.unit) if grant.unit else ""
    return texts.money(grant.amount_from or grant.amount, grant.currency, grant.amount) + per


def _card(grant: data.Grant) -> El:
    """One sum: amount, year, status, speaker, the way it runs, and its words."""
    notes = [
        str(grant.year) if grant.year else "",
        texts.say("grant.projects", n=grant.projects) if grant.projects else "",
    ]
    kind = texts.say(f"grant.kind.{grant.kind}") if grant.kind != evidence.AWARDED else ""
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
    return el("div", *joined(stops), cls="flow")


def conflict(one: El, two: El, title: str, note: str = "") -> El:
    """Two statements that disagree, side by side."""
    head = el(
        "div",
        el("span", f"⚠ {title}", cls="contested"),
        el("span", note, cls="difference") if note else None,
        cls="head",
    )
    return el("div", head, el("div", one, two, cls="sides"), cls="conflict")


def grant_conflict(ones: Sequence[data.Grant], twos: Sequence[data.Grant]) -> El:
    """Two figures for one sum, each with all that tell it."""
    one, two, note = ones[0], twos[0], ""
    if one.currency == two.currency:
        note = texts.say("conflict.difference", amount=texts.money(abs(one.amount - two.amount), one.currency))
    return conflict(_told(ones), _told(twos), texts.say("conflict.title"), note)


def _told(same: Sequence[data.Grant]) -> El:
    rest = [quote(one.place, speaker(one.speaker), statement=one.id) for one in same[1:]]
    return el("div", _card(same[0]), others(rest))


def grant_list(grants: Sequence[data.Grant]) -> list[El]:
    """Sums of money; those that disagree stand side by side, and each stands once."""
    known = {grant.id: grant for grant in grants}
    pairs = sorted({(min(g.id, o), max(g.id, o)) for g in grants for o in g.conflicts if o in known})
    paired = {key for pair in pairs for key in pair}
    apart = disagreements.of_sums((known[one], known[two]) for one, two in pairs)
    cards = [_card(grant) for grant in grants if grant.id not in paired]
    rest = [fold(texts.say("entity.more", n=len(cards) - SHOWN), cards[SHOWN:])] if len(cards) > SHOWN else []
    return [grant_conflict(ones, twos) for ones, twos in apart] + cards[:SHOWN] + rest
