"""Grants in English: sums that somebody gives, promises or may spend, with kind, giver, fund and beneficiary."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from graph import evidence, ids
from ingest import scene, values
from ingest.english import outline, receivers
from ingest.english import values as english_values
from ingest.english.clauses import Act
from ingest.english.subjects import ACTORS
from ingest.find import words

_APPROPRIATED = re.compile(
    r"(?:authorized to be )?appropriated to (?:the )?$|\b(?:authorized|available) (?:for|to) (?:the )?$|"
    r"\b(?:shall|may|will|must) be (?:made )?(?:available|transferred|provided|allocated|allotted) (?:only )?to (?:the )?$"
)
_AUTHORIZED = re.compile(r"\bauthorized to (?:be appropriated|carry out)|\bappropriat(?:ed|ions?)\b")
_REACH = 600  # characters before and after a sum whose words may say that it is given
_ITEMS = 8  # how far above an item its lead-in may stand, in sentences
_COUNT = re.compile(
    r"(?<![\d,.$£€])\b(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty) (?:[a-z-]+ ){0,2}(?:projects|awards|grants|hubs|proposals|institutes|zones)\b"
)
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
    "thirty": 30,
}
_FLOOR = re.compile(
    r"\b(?:less than|not less than|no less than|at least|more than|over|greater than)(?: an? \w+ of)? ?$"
)
_THRESHOLD = re.compile(r"\b(?:exceeding|exceeds|exceed|(?<!not )(?<!no )less than|below|under)(?: an? \w+ of)? ?$")
_PER = re.compile(r"^(?: per| for each| each| a| to each) (?:[a-z-]+ )?(?P<unit>[a-z]+)\b")


# a £20 million fund for small firms
_FUND_OF_ITS_SIZE = re.compile(r"[ -](?:[a-z-]+ ){0,3}(?:fund|facility|endowment)\b")
# $10,000,000 shall be made available
_SET_APART = re.compile(
    r" (?:shall|may|will|must|are|is) (?:hereby )?(?:be )?(?:made available|available|appropriated|set aside|reserved)\b"
)


# 2 billion yuan ($290 million): the same sum in another currency
_SAME = re.compile(r" ?\((?:about |approximately |around |some |or )?")


@cache
def _any(name: str) -> re.Pattern[str]:
    listed = words.any_of(map(re.escape, words.lexicon("english")["money"][name]))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def find_grants(view: scene.Scene, acts: Sequence[Act], document: str) -> tuple[evidence.Grant, ...]:
    """Every sum of a sentence that speaks of giving; thresholds, incomes and turnovers are none."""
    found: dict[str, evidence.Grant] = {}
    text = view.shadow.text
    for index, sentence in enumerate(view.outline.sentences):
        sums = english_values.find_amounts(text, sentence.start, sentence.end)
        if not sums:
            continue
        # Looked for once: a sentence may hold thousands of sums.
        gives = [m.start() for m in _any("giving").finditer(text, sentence.start, sentence.end)]
        whole = _whole(view, index)
        # (1) $50,000,000 for fiscal year 2023, below a line that gives.
        led = _AUTHORIZED.search(text, whole, sentence.start)
        for i, amount in enumerate(sums):
            if i and _SAME.fullmatch(text, sums[i - 1].end, amount.start):
                continue
            upto = sums[i + 1].start if i + 1 < len(sums) else sentence.end
            if led or _given(view, sentence, amount, gives):
                grant = _grant(view, sentence, whole, amount, upto, acts, document, i)
                found[grant.id] = grant
    return tuple(found.values())


def _clause(view: scene.Scene, sentence: scene.Sentence, at: int) -> tuple[int, int]:
    """The piece of the sentence between semicolons that holds the sum, as far as its words may bear on it."""
    text = view.shadow.text
    first, last = max(sentence.start, at - _REACH), min(sentence.end, at + _REACH)
    start = max(text.rfind(";", first, at) + 1, first)
    end = text.find(";", at, last)
    return start, end if end >= 0 else last


def _given(view: scene.Scene, sentence: scene.Sentence, amount: values.Amount, gives: list[int]) -> bool:
    text = view.shadow.text
    start, end = _clause(view, sentence, amount.start)
    near = text[max(start, amount.start - 60) : amount.start]
    measured = list(_any("measures").finditer(near)) or _any("measures").match(
        text[amount.end : amount.end + 24].lstrip(" -in")
    )
    ceiling = _any("ceiling").search(near[-30:])
    if _THRESHOLD.search(near) and not ceiling:
        return False
    if _FLOOR.search(near) and not ceiling and not _between(gives, amount.end, end):
        return False
    funded = any(r.type == "Fund" for r in view.within(start, end))
    giving = list(_any("giving").finditer(near))
    if measured and not (giving and isinstance(measured, list) and giving[-1].start() > measured[-1].start()):
        return False
    return funded or _between(gives, start, end)


def _between(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _grant(
    view: scene.Scene,
    sentence: scene.Sentence,
    whole: int,
    amount: values.Amount,
    upto: int,
    acts: Sequence[Act],
    document: str,
    order: int,
) -> evidence.Grant:
    start, end = _clause(view, sentence, amount.start)
    act = next((a for a in reversed(acts) if start <= a.start < amount.start), None) or next(
        (a for a in acts if start <= a.start < end), None
    )
    taker = receivers.receiver(view, amount)
    fund, beneficiary = (
        _fund(view, start, end, amount),
        taker or receivers.beneficiary(view, amount, min(upto, end), act),
    )
    kind = _kind(view, whole, amount, fund)
    quote = view.shadow.span(start, _trimmed(view, start, end))
    authorized = bool(_AUTHORIZED.search(view.shadow.text, whole, end))
    times = english_values.find_dates(view.shadow.text, start, end)
    over = taker and not _TO_RECEIVE.search(view.shadow.text, start, amount.start)
    per = _PER.match(view.shadow.text[amount.end : amount.end + 40])
    unit = words.lexicon("english")["money"]["units"].get(per["unit"]) if per else None
    count = _COUNT.search(view.shadow.text, start, end)
    planned = authorized or act is None or _yet(view, act, amount)
    status: evidence.Status = "done" if over else "planned" if planned or act is None else act.status
    received = taker and not _TO_BE_GIVEN.search(view.shadow.text, start, amount.start)
    agency = receivers.giver(view, amount, end) if received else _agency(view, whole, end, act, authorized)
    return evidence.Grant(
        id=ids.statement("g", document, str(amount.value), str(order), ids.fold_text(quote.text)), amount=amount.value,
        status=status, quote=quote, fund=fund, agency=agency,
        beneficiary=beneficiary, currency=amount.currency, amount_from=amount.lower, unit=unit,
        year=int(times[0].iso[:4]) if times and "/" not in times[0].iso else None,
        projects=_number(count[1]) if count and kind == "awarded" else None, kind=kind,
        stated_by=view.speaker(sentence.start), cue=act.cue if act else "",
    )  # fmt: skip


_TO_BE_GIVEN = re.compile(r"\b(?:will|shall|may|can) (?:be|receive)\b")
_TO_RECEIVE = re.compile(r"\b(?:receive|be (?:awarded|granted|allocated|given|provided|offered)) (?:[a-z-]+ ){0,6}$")


def _whole(view: scene.Scene, index: int) -> int:
    """Where the sentence begins that an item goes on: There are authorized to be appropriated to the Secretary (1) $… ."""
    text, sentences = view.shadow.text, view.outline.sentences
    sentence = sentences[index]
    if not re.match(r"\(\w{1,4}\) ", text[sentence.start : sentence.end]):
        return sentence.start
    for earlier in reversed(sentences[max(0, index - _ITEMS) : index]):
        if text[earlier.start : earlier.start + 1] != "(":
            return sentence.start if earlier.heading else earlier.start
    return sentence.start


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def _trimmed(view: scene.Scene, start: int, end: int) -> int:
    while end > start and view.shadow.text[end - 1] in " .;":
        end -= 1
    return end


def _kind(view: scene.Scene, start: int, amount: values.Amount, fund: str | None) -> str:
    """A ceiling by the words before it, a fund's or an appropriation's size, a rate for each unit, else an award."""
    text = view.shadow.text
    if _any("ceiling").search(text, max(start, amount.start - 30), amount.start):
        return "ceiling"
    sized = (
        _any("size").search(text, start, amount.start)
        or _SET_APART.match(text, amount.end)
        or _FUND_OF_ITS_SIZE.match(text, amount.end)
    )
    if sized or (fund and re.match(r" [A-Z]", text[amount.end : amount.end + 2])):
        return "size"
    return "rate" if _PER.match(text[amount.end : amount.end + 40]) else "awarded"


def _fund(view: scene.Scene, start: int, end: int, amount: values.Amount) -> str | None:
    """The fund nearest to the sum in its clause."""
    funds = [r for r in view.within(start, end, outer=True) if r.type == "Fund"]
    return min(funds, key=lambda r: min(abs(r.start - amount.end), abs(amount.start - r.end))).entity if funds else None


def _agency(view: scene.Scene, start: int, end: int, act: Act | None, authorized: bool) -> str | None:
    """Who gives: the body to which the sum is appropriated, else who acts in the clause."""
    for ref in view.within(start, end, outer=True):
        if ref.type in ACTORS and _APPROPRIATED.search(view.shadow.text, start, ref.start):
            return ref.entity
    if authorized:
        return None
    provided = view.outline.doc_type in words.lexicon("english")["provisions"] and not outline.is_statute(view.outline)
    if provided and (act is None or (act.agent is None and act.status == "planned")):
        return view.author  # in a policy's own provisions its issuer gives
    return act.agent if act is not None else None


def _yet(view: scene.Scene, act: Act, amount: values.Amount) -> bool:
    """A grant awarded under this section shall be in an amount of …: the modal behind the act governs the sum."""
    return act.end < amount.start and bool(_MODAL.search(view.shadow.text, act.end, amount.start))


_MODAL = re.compile(r"\b(?:shall|may|will|must) (?:not )?(?:be|exceed|receive|total|amount)\b")
