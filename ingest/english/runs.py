"""Runs of capitals in English text: where a name begins, which small words it joins, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.english import vocabulary


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        first = self.text[0]
        return first.isupper() or (first in '“"' and self.text[1].isupper())


def begins(found: list[Word], at: int) -> bool:
    word = found[at]
    if not word.capital and not word.text.islower() and _INNER_CAPITAL.match(word.text):
        return True
    if not word.capital and not re.match(r"\d{1,2}th$", word.text):
        return False
    if word.text.lower() not in vocabulary.words_of("function_words") or word.text == "US":
        return True
    # Under Secretary, but not Under the …; the Build to Scale Program, but not Build a …
    following = found[at + 1] if at + 1 < len(found) else None
    pair = following is not None and f"{word.text} {following.text}".lower() in vocabulary.heads()
    return pair or bool(
        at and found[at - 1].text.lower() == "the" and word.capital and word.text.lower() not in ("the", "act")
    )


# the Plan for Quantum Industry in Hefei (2024-2026)
_YEARS = re.compile(r" \((?:19|20)\d{2}")
# Words that 'and' always makes one of.
_PAIRS = frozenset(
    tuple(pair.split(" and "))
    for pair in (
        "Science and Technology|Research and Development|Development and Reform|Economic and Technological|Industry and Information|"
        "Science and Innovation|Culture and Tourism|Innovation and Entrepreneurship|Small and Medium|Small and Medium-sized"
    ).split("|")
)
# Heads that end what a ministry is for: the Ministry for Economic Affairs and Climate Action.
_WEAK = frozenset("action policy market markets mission network networks base research innovation".split())
# iFlytek, eBay
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]\w+$")
_LONGEST_HEAD = 12  # words: a head of up to five, years and numbers after it
_PREPOSITIONS = frozenset("of for on to in at with de du la del".split())


class Run:
    """From the first capital to where its name ends."""

    def __init__(self, text: str, found: list[Word], first: int) -> None:
        self.text, self.found, self.first = text, found, first
        self.complement = ""
        self.pointed = text[max(0, found[first].start - 4) : found[first].start].lower() == "the "

    def end(self) -> int:
        at = self.first + 1
        while at < len(self.found):
            gap = self.text[self.found[at - 1].end : self.found[at].start]
            if gap == " " and self._goes_on(self.found[at], at):
                at += 1
                continue
            step = self._joined(at, gap)
            if not step:
                break
            at += step
        return at

    def _goes_on(self, word: Word, at: int) -> bool:
        before = self.found[at - 1].text
        if word.text[0].isdigit():
            return bool(
                re.fullmatch(
                    r"(?:19|20)\d{2}(?:[-–](?:19|20)?\d{2})?|\d{1,2}\.0|\d{1,2}(?:st|nd|rd|th)?|5G|6G", word.text
                )
            )
        if word.text.lower() in vocabulary.words_of("news_verbs") and (self._head(at) or self.complement):
            return False
        owner = before.endswith(("’s", "'s")) and before[:-2] not in ("People", "Women", "Children", "King")
        return word.capital and not owner

    def _head(self, upto: int) -> str:
        """The head with which the piece before `upto` ends, empty if it ends with none."""
        return vocabulary.head_of([w.text for w in self.found[max(self.first, upto - _LONGEST_HEAD) : upto]])[0]

    def _joined(self, at: int, gap: str) -> int:
        """How many words a joiner and what follows it take; 0 where the name ends before it."""
        stop = self._joiner_end(at)
        if stop is None:
            return 0
        joiner = [w.text for w in self.found[at:stop]]
        if gap == ", " or not joiner:
            return self._listed(at, gap)
        head = self._head(at)
        if self._joins(at, stop, joiner, head):
            return stop - at + 1
        return 0

    def _joiner_end(self, at: int) -> int | None:
        """Where up to three small words end that a capital or a year follows; None where none does."""
        stop = at
        while stop < len(self.found) and stop - at < 3 and self.found[stop].text in vocabulary.words_of("joiners"):
            if self._gap(stop) not in (" ", ", ") or (stop > at and self._gap(stop) != " "):
                return None
            stop += 1
        if stop >= len(self.found) or self._gap(stop) not in (" ", ", "):
            return None
        following = self.found[stop]
        if following.text.lower() in vocabulary.words_of("calendar"):
            return None  # the Department of Finance on Monday
        return stop if following.capital or re.fullmatch(r"(?:19|20)\d{2}", following.text) else None

    def _joins(self, at: int, stop: int, joiner: list[str], head: str) -> bool:
        """Whether the small words between two parts make one name of them."""
        law = vocabulary.heads().get(self.complement) == "Policy"
        if joiner in (["a"], ["an"]):  # the Action Plan for Building an Open Economy
            return law and self.found[at - 1].text.endswith("ing")
        if joiner == ["the"] and law:
            return True
        if joiner == ["and", "the"] and self._region_at(stop):
            return False  # the Ministry of Energy and the Bavarian government
        if joiner[0] in ("and", "&", "the"):
            return self._and(at, stop, head)
        if law and joiner[0] in ("of", "for", "on"):
            return True
        if not head and not self.complement and joiner[0] in ("of", "for", "to", "in"):
            ahead = self.pointed and len(joiner) == 1 and self._ahead(stop)
            return bool(ahead) and not self._region_at(stop)
        return joiner[0] in _PREPOSITIONS and self._leads_on(at, stop, joiner, head)

    def _leads_on(self, at: int, stop: int, joiner: list[str], head: str) -> bool:
        """Whether a preposition after a head begins its complement, which is then what later joiners go by."""
        if joiner == ["in"] and self._for_a_place(at, stop, head):
            return True
        if joiner[0] in ("in", "at", "with") and not self._named(at):
            return False
        if joiner[0] == "to" and len(joiner) > 1:
            return False  # delegates the Competition to the Office
        if joiner[0] == "to" and vocabulary.heads().get(head or self.complement) not in ("Programme", "Policy"):
            return False
        if self._region_at(stop) and joiner[0] not in ("of", "for"):
            return False
        if joiner == ["on", "the"] and vocabulary.heads().get(head) == "Organization":
            return False  # works with the Society on the …
        if joiner == ["of", "the"] and self._name_of_its_own(stop) and not self._held(head):
            return False
        self.complement = head.split()[-1] if head else self.complement
        return True

    def _for_a_place(self, at: int, stop: int, head: str) -> bool:
        """Measures for Supporting Technology Transfer in Hefei: the place belongs to the name of rules that say what for."""
        law = vocabulary.heads().get(self.complement or head) == "Policy"
        if not (law and self._region_at(stop)):
            return False
        dated = _YEARS.match(self.text, self.found[stop].end)
        return bool(dated) or any(w.text.endswith("ing") for w in self.found[self.first : at])

    def _name_of_its_own(self, stop: int) -> bool:
        named = self._ahead(stop) or vocabulary.known()[0].match(self.text, self.found[stop].start)
        return bool(named) and not self._region_at(stop)

    def _held(self, head: str) -> bool:
        return bool(head) and vocabulary.singular(head) in vocabulary.words_of("held_by")

    def _named(self, at: int) -> bool:
        """in, at and with join only where the head stands alone so far (Advances in …), else they lead to a place."""
        return at - self.first == 1

    def _gap(self, at: int) -> str:
        return self.text[self.found[at - 1].end : self.found[at].start]

    def _region_at(self, at: int) -> bool:
        return bool(vocabulary.regions()[0].match(self.text, self.found[at].start))

    def _and(self, at: int, stop: int, head: str) -> bool:
        """'and' joins inside a complement or before the head, unless the next part is a name of its own."""
        if (self.found[at - 1].text, self.found[stop].text) in _PAIRS:
            return bool(self.complement or head) or bool(self._ahead(stop))
        ahead = self._ahead(stop)
        if self.complement:
            weak = self.complement in vocabulary.words_of("listing") and ahead in _WEAK
            return not ahead or weak or not self._name_at(stop) or self._shares_noun(at)
        if head or self._region_alone(at):
            return False
        return bool(ahead)

    def _shares_noun(self, at: int) -> bool:
        """Directorate-General for Regional and Urban Policy: two adjectives of one noun."""
        alone = self.found[at - 2].text in _PREPOSITIONS
        return alone and self.found[at - 1].text.endswith(("al", "ic", "ary", "ive"))

    def _region_alone(self, at: int) -> bool:
        piece = self.text[self.found[self.first].start : self.found[at - 1].end]
        return bool(vocabulary.regions()[0].fullmatch(piece)) or bool(vocabulary.known()[0].fullmatch(piece))

    def _ahead(self, at: int) -> str:
        """The head with which the run of capitals that begins at `at` ends, or begins."""
        stop = at
        while stop < len(self.found) and self.found[stop].capital and (stop == at or self._gap(stop) == " "):
            stop += 1
            if self.found[stop - 1].text.endswith(("’s", "'s")):
                break
        listed = [w.text for w in self.found[at:stop]]
        if (
            listed
            and listed[0].lower() in vocabulary.heads()
            and stop < len(self.found)
            and self.found[stop].text in ("of", "for", "on")
        ):
            return listed[0].lower()
        return vocabulary.head_of(listed)[0]

    def _listed(self, at: int, gap: str) -> int:
        """, Science, and Transportation: a list inside the complement of a head that takes one; it must end with and."""
        if gap != ", ":
            return 0
        if not self.complement and not self._head(at):
            return self._before_head(at)
        if self.complement not in vocabulary.words_of("listing"):
            return 0
        stop = at
        while stop < len(self.found) and self._gap(stop) in (" ", ", ") and stop - at < 16:
            word = self.found[stop]
            if word.text == "and":
                last = stop + 1
                if last >= len(self.found) or not self.found[last].capital or self._name_at(last):
                    return 0
                while last < len(self.found) and self.found[last].capital and (self._gap(last) == " "):
                    last += 1
                return last - at
            if not word.capital or word.text.lower() in vocabulary.words_of("listing") or self._region_at(stop):
                return 0
            stop += 1
        return 0

    def _name_at(self, at: int) -> bool:
        """A name of its own begins there: a region, or several words with a head; a word alone is an item of the list."""
        alone = at + 1 >= len(self.found) or self._gap(at + 1) != " " or not self.found[at + 1].capital
        return self._region_at(at) or (
            bool(self._ahead(at)) and not (alone and self.found[at].text.lower() not in vocabulary.words_of("listing"))
        )

    def _before_head(self, at: int) -> int:
        """Reform, Recovery, and Enforcement Act: a list that ends in the head of a law or a programme."""
        stop, met = at, False
        while stop < len(self.found) and stop - at < 12 and self._gap(stop) in (" ", ", "):
            word = self.found[stop]
            met = met or word.text == "and"
            if (
                met
                and word.capital
                and vocabulary.heads().get(word.text.lower()) in ("Policy", "Programme", "Fund", "Agency")
            ):
                return stop - at + 1
            if not word.capital and word.text != "and":
                return 0
            stop += 1
        return 0
