"""Who receives an English sum, and from whom."""

from __future__ import annotations

import re

from ingest import scene, values
from ingest.english.clauses import Act
from ingest.english.subjects import ACTORS
from ingest.find.edges import ZONES

_NAMED = ZONES | {"Region", "Organization", "Platform", "Project", "Programme"}
_TO = re.compile(
    r"^[^.;]{0,60}?\b(?:to(?! be )|for|in|into|support(?:s|ing)?|towards?) (?:the |a |an |each |up to )?(?:[\w-]+ ){0,3}$"
)
_DIRECT = re.compile(r"\b(?:to|for|support) (?:the )?$")
# The Hub received $5 million from the Department: who stands before is given to, who stands behind gives.
_RECEIVED = re.compile(
    r"\b(?:receives?|received|secured|won|obtained|(?:be|been|was|were) (?:awarded|granted|allocated|given|provided|offered)) (?:with )?"
    r"(?:an? (?:(?:[\w-]+ ){1,3}(?:of|worth) )?)?(?:up to |about |approximately |nearly |over |more than |some |additional )?$"
)


def receiver(view: scene.Scene, amount: values.Amount) -> str | None:
    """Who received the sum: the first that the sentence names before it, and no one where another word gives."""
    text = view.shadow.text
    if not _RECEIVED.search(text, max(0, amount.start - 40), amount.start):
        return None
    start = max(text.rfind(". ", 0, amount.start), text.rfind("\n", 0, amount.start)) + 1
    before = view.within(start, amount.start, outer=True)
    classes = [r.entity for r in before if r.type == "TargetGroup"]
    return next((r.entity for r in before if r.type in _NAMED), classes[-1] if classes else None)


# a $12 million grant from the Foundation
_FROM = re.compile(r"(?: [\w-]+){0,5}? (?:from|awarded by|provided by|granted by|through|under) (?:the )?")


def giver(view: scene.Scene, amount: values.Amount, end: int) -> str | None:
    """Who gives what somebody received: the body behind from."""
    led = _FROM.match(view.shadow.text, amount.end, end)
    bodies = (r for r in view.within(amount.end, end, outer=True) if r.type in ACTORS)
    return next((r.entity for r in bodies if led and r.start == led.end()), None)


# raises the budget to RMB 3 billion, and to launch the Programme
_NEXT_AIM = re.compile(r",? and to [a-z]+ ")


# supports the Hub with $3 million
_WITH = re.compile(
    r"(?:’s|'s)?[^.;]{0,60} with (?:up to |about |approximately |nearly |over |more than |an? (?:additional )?|another )?"
)


def beneficiary(view: scene.Scene, amount: values.Amount, end: int, act: Act | None) -> str | None:
    """The first named thing that to, for or support leads in after the sum, else the one class there; or what is supported with it."""
    refs = view.within(amount.end, end, outer=True)
    text = view.shadow.text
    if act is not None and act.end < amount.start and not act.passive:
        helped = next((r for r in view.within(act.end, amount.start, outer=True) if r.type in _NAMED), None)
        if helped and helped.start - act.end < 6 and _WITH.fullmatch(text, helped.end, amount.start):
            return helped.entity
    end = next((m.start() for m in _NEXT_AIM.finditer(text, amount.end, end)), end)
    named = [r for r in refs if r.type in _NAMED and r.start < end and _TO.match(text[amount.end : r.start])
             and (r.type != "Region" or _DIRECT.search(text[amount.end : r.start]))]  # fmt: skip
    classes = list(dict.fromkeys(r.entity for r in refs if r.type == "TargetGroup"))
    if not named and not classes:  # For leading talents, funding of … will be provided
        start = max(text.rfind(mark, 0, amount.start) for mark in (". ", "; ", "\n"))
        classes = list(
            dict.fromkeys(
                r.entity for r in view.within(max(start, 0), amount.start, outer=True) if r.type == "TargetGroup"
            )
        )
    return named[0].entity if named else classes[0] if len(classes) == 1 else None
