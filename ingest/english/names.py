"""Names in English text by grammar: capitals with small words between, the head that tells the kind, references to statutes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ingest.find import words

_WORD = re.compile(r"United States of America|U\.[KS]\.|[A-Z]\.(?= [A-Z][a-z])|[A-Za-z0-9À-ž](?:[\w&+’'./–-]*[\w+])?|&")
_STATUTE = re.compile(
    r"(?:[Ss]ections?|§) (?P<number>\d[\w–-]{0,12})(?:\(\w{1,4}\))*(?: (?:or|and) (?P<second>\d[\w–-]{0,12})(?:\(\w{1,4}\))*)? of "
    r"(?:title (?P<title>\d{1,2})|this title)|"
    r"(?P<usc>\d{1,2}) U\.S\.C\. (?P<uscnumber>\d[\w–-]{0,12})|(?P<law>Public Law \d{2,3}[-–]\d{1,4})|"
    r"(?P<eu>(?:Regulation|Directive|Decision) \((?:EU|EC)\) (?:No )?\d{2,4}/\d{2,4})"
)
_PERSON = re.compile(
    r"\b(?:Secretary|Director|Minister|President|Governor|Commissioner|Chair|Chairman|Mayor|Premier|Dr|Mr|Ms|Mrs|Prof|Professor|Senator|"
    r"Administrator|Sir|Dame|Lord)\.? (?P<name>[A-Z][a-z’'-]+(?: [A-Z]\.?)?(?: [A-Z][a-z’'-]+){1,2})(?![a-z])"
)
_QUOTED = re.compile(r"[“\"](?P<inner>[A-Z][^“”\"\n]{2,90})[”\"]")
_OWN = re.compile(
    r"\b(?:[Tt]his|[Tt]he present) (?:[Ss]ection|Act|Strategy|Plan|Framework|Order|Regulation|Notice|Roadmap|Measures|White Paper|Law|Agreement)\b"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate at start:end. `head` is the head word in lower case; `bare` marks a head alone (the Secretary).

    `number` is a statute's number (15 U.S.C. 3722a); `key` the canonical form where a table gives one, `code` a region's code.
    """

    start: int
    end: int
    type: str
    text: str
    head: str = ""
    bare: bool = False
    number: str = ""
    key: str = ""
    code: str = ""
    level: str = ""


@cache
def heads() -> dict[str, str]:
    """Head → kind, plurals included."""
    table: dict[str, str] = {}
    for kind, listed in words.lexicon("english")["heads"].items():
        for head in listed:
            for form in (head, plural(head)):
                table.setdefault(form, kind)
    return table


def plural(word: str) -> str:
    """hub → hubs, facility → facilities, laboratory → laboratories."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def singular(word: str) -> str:
    """hubs → hub, laboratories → laboratory; a word that ends in ss stays."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _function_words() -> frozenset[str]:
    return frozenset(str(w) for w in words.lexicon("english")["function_words"])


@cache
def regions() -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    """Pattern of all written forms, and form → (name, code, level)."""
    text = resources.files("ingest.reference").joinpath("regions_en.csv").read_text("utf-8")
    table = {}
    for row in csv.DictReader(text.splitlines()):
        for form in (row["name"], *filter(None, row["also"].split(";"))):
            table[form] = (row["name"], row["adcode"], row["level"])
    longest = sorted(map(re.escape, table), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w])"), table


@cache
def _known() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {name: kind for kind, names in words.lexicon("english")["known"].items() for name in names}
    longest = sorted(map(re.escape, table), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)"), table


@cache
def _groups() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    lexicon = words.lexicon("english")
    table = {form: group for group, forms in lexicon["groups"].items() for form in forms}
    longest = sorted(map(re.escape, table), key=len, reverse=True)
    helps = "|".join(lexicon["helps"])
    return (
        re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])", re.IGNORECASE), table,
        re.compile(rf"\b(?:{helps}) (?:[\w’'-]+,? (?:and )?){{0,3}}$", re.IGNORECASE),
    )  # fmt: skip


def find(text: str, pieces: list[tuple[int, int]], own_title: str = "") -> list[Name]:
    """Every candidate in the pieces of the shadow text, sorted by start, longer first; candidates may nest.

    `own_title` is the number of the code's title that the text belongs to (15 for “this title”).
    """
    found: list[Name] = []
    for start, end in pieces:
        found += _statutes(text, start, end, own_title)
        found += _phrases(text, start, end)
        found += _regions(text, start, end)
        found += _listed(text, start, end)
    once = {(n.start, n.end): n for n in sorted(found, key=lambda n: bool(n.key or n.number))}
    return _outermost(sorted(once.values(), key=lambda n: (n.start, -n.end)))


def _outermost(found: list[Name]) -> list[Name]:
    """Without the bodies that stand inside another body's name: Parliament in European Parliament."""
    kept: list[Name] = []
    reach = 0
    for name in found:
        if name.type == "Agency":
            if name.end <= reach:
                continue
            reach = name.end
        kept.append(name)
    return kept


def is_body(line: str) -> bool:
    """Whether a line is nothing but the name of a body: a letterhead."""
    found = list(_phrases(line, 0, len(line)))
    return bool(found) and found[0].type == "Agency" and not found[0].bare and len(found[0].text) >= len(line) - 6


def _statutes(text: str, start: int, end: int, own_title: str) -> Iterator[Name]:
    for match in _STATUTE.finditer(text, start, end):
        title = match["title"] or own_title
        if match["number"] and title:
            yield Name(*match.span(), "Policy", match[0], "section", number=f"{title} U.S.C. {_plain(match['number'])}")
            if match["second"]:
                at = match.span("second")
                yield Name(
                    *at, "Policy", text[slice(*at)], "section", number=f"{title} U.S.C. {_plain(match['second'])}"
                )
        elif match["usc"]:
            yield Name(
                *match.span(),
                "Policy",
                match[0],
                "section",
                number=f"{match['usc']} U.S.C. {_plain(match['uscnumber'])}",
            )
        elif match["law"] or match["eu"]:
            yield Name(*match.span(), "Policy", match[0], "law", number=_plain(match[0]))
    for match in _OWN.finditer(text, start, end):
        yield Name(match.start(), match.end(), "Policy", match[0], "own", bare=True)


def _plain(number: str) -> str:
    return number.replace("–", "-")


def _regions(text: str, start: int, end: int) -> Iterator[Name]:
    pattern, table = regions()
    for match in pattern.finditer(text, start, end):
        name, code, level = table[match[0]]
        yield Name(match.start(), match.end(), "Region", match[0], key=name, code=code, level=level)


def _listed(text: str, start: int, end: int) -> Iterator[Name]:
    """Known names, classes of beneficiary that are helped, persons after their office."""
    pattern, table = _known()
    for match in pattern.finditer(text, start, end):
        last = match[0].lower().split()[-1]
        yield Name(
            match.start(),
            match.end(),
            table[match[0]],
            match[0],
            singular(last) if last in heads() else "",
            key=match[0],
        )
    groups, group_of, helps = _groups()
    for match in groups.finditer(text, start, end):
        if helps.search(text, max(start, match.start() - 90), match.start()):
            yield Name(match.start(), match.end(), "TargetGroup", match[0], key=group_of[match[0].lower()])
    for match in _PERSON.finditer(text, start, end):
        if not any(word.lower() in heads() for word in match["name"].split()):
            yield Name(*match.span("name"), "Person", match["name"])


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def _phrases(text: str, start: int, end: int) -> Iterator[Name]:
    """Runs of capitals, cut where the grammar of names ends them, each with the kind its head tells."""
    found = [_Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
    at = 0
    while at < len(found):
        if not _begins(found, at):
            at += 1
            continue
        stop = _Run(text, found, at).end()
        name = _classified(text, found[at:stop])
        if name is not None:
            yield from _officer(text, found[at:stop], name)
            yield from _inner(text, found[at:stop], name)
        at = stop


def _begins(found: list[_Word], at: int) -> bool:
    word = found[at]
    if not word.capital and not re.match(r"\d{1,2}th$", word.text):
        return False
    if word.text.lower() not in _function_words() or word.text == "US":
        return True
    # Under Secretary, but not Under the …; the Build to Scale Program, but not Build a …
    following = found[at + 1] if at + 1 < len(found) else None
    pair = following is not None and f"{word.text} {following.text}".lower() in heads()
    return pair or bool(
        at and found[at - 1].text.lower() == "the" and word.capital and word.text.lower() not in ("the", "act")
    )


class _Run:
    """From the first capital to where its name ends."""

    def __init__(self, text: str, found: list[_Word], first: int) -> None:
        self.text, self.found, self.first = text, found, first
        self.joiners = frozenset(str(j) for j in words.lexicon("english")["joiners"])
        self.listing = frozenset(str(j) for j in words.lexicon("english")["listing"])
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

    def _goes_on(self, word: _Word, at: int) -> bool:
        before = self.found[at - 1].text
        if word.text[0].isdigit():
            return bool(re.fullmatch(r"(?:19|20)\d{2}(?:[-–](?:19|20)?\d{2})?|\d{1,2}\.0|\d{1,2}|5G|6G", word.text))
        if word.text.lower() in _news_verbs() and self._head(at):
            return False
        owner = before.endswith(("’s", "'s")) and before[:-2] not in ("People", "Women", "Children", "King")
        return word.capital and not owner

    def _head(self, upto: int) -> str:
        """The head with which the piece before `upto` ends, empty if it ends with none."""
        return _head_of([w.text for w in self.found[self.first : upto]])[0]

    def _joined(self, at: int, gap: str) -> int:
        """How many words a joiner and what follows it take; 0 where the name ends before it."""
        stop = at
        while stop < len(self.found) and stop - at < 3 and self.found[stop].text in self.joiners:
            if self.text[self.found[stop - 1].end : self.found[stop].start] not in (" ", ", ") or (
                stop > at and self._gap(stop) != " "
            ):
                return 0
            stop += 1
        if stop >= len(self.found) or self._gap(stop) not in (" ", ", "):
            return 0
        joiner = [w.text for w in self.found[at:stop]]
        following = self.found[stop]
        if not (following.capital or re.fullmatch(r"(?:19|20)\d{2}", following.text)):
            return 0
        if gap == ", " or not joiner:
            return self._listed(at, gap, joiner)
        head = self._head(at)
        if joiner == ["the"] and heads().get(self.complement) == "Policy":
            return stop - at + 1
        if joiner[0] in ("and", "&", "the"):
            return stop - at + 1 if self._and(at, stop, head) else 0
        if heads().get(self.complement) == "Policy" and joiner[0] in ("of", "for", "on"):
            return stop - at + 1
        if not head and not self.complement and joiner[0] in ("of", "for", "to", "in"):
            return (
                stop - at + 1
                if self.pointed and len(joiner) == 1 and self._ahead(stop) and not self._region_at(stop)
                else 0
            )
        if joiner[0] in ("of", "for", "on", "to", "in", "at", "with", "de", "du", "la", "del"):
            if joiner[0] in ("in", "at", "with") and not self._named(at):
                return 0
            if joiner[0] == "to" and heads().get(head or self.complement) not in ("Programme", "Policy"):
                return 0
            if self._region_at(stop) and joiner[0] not in ("of", "for"):
                return 0
            named = self._ahead(stop) or _known()[0].match(self.text, self.found[stop].start)
            if (
                joiner == ["of", "the"]
                and named
                and not self._region_at(stop)
                and (singular(head) if head else "") not in _held_by()
            ):
                return 0
            self.complement = head.split()[-1] if head else self.complement
            return stop - at + 1
        return 0

    def _named(self, at: int) -> bool:
        """in, at and with join only where the head stands alone so far (Advances in …), else they lead to a place."""
        return at - self.first == 1

    def _gap(self, at: int) -> str:
        return self.text[self.found[at - 1].end : self.found[at].start]

    def _region_at(self, at: int) -> bool:
        return bool(regions()[0].match(self.text, self.found[at].start))

    def _and(self, at: int, stop: int, head: str) -> bool:
        """'and' joins inside a complement or before the head, unless the next part is a name of its own."""
        ahead = self._ahead(stop)
        if self.complement:
            return not ahead or not self._name_at(stop)
        if head or self._region_alone(at):
            return False
        return bool(ahead)

    def _region_alone(self, at: int) -> bool:
        piece = self.text[self.found[self.first].start : self.found[at - 1].end]
        return bool(regions()[0].fullmatch(piece)) or bool(_known()[0].fullmatch(piece))

    def _ahead(self, at: int) -> str:
        """The head with which the run of capitals that begins at `at` ends, or begins."""
        stop = at
        while stop < len(self.found) and self.found[stop].capital and (stop == at or self._gap(stop) == " "):
            stop += 1
        listed = [w.text for w in self.found[at:stop]]
        if (
            listed
            and listed[0].lower() in heads()
            and stop < len(self.found)
            and self.found[stop].text in ("of", "for", "on")
        ):
            return listed[0].lower()
        return _head_of(listed)[0]

    def _listed(self, at: int, gap: str, joiner: list[str]) -> int:
        """, Science, and Transportation: a list inside the complement of a head that takes one; it must end with and."""
        if gap != ", ":
            return 0
        if not self.complement and not self._head(at):
            return self._before_head(at)
        if self.complement not in self.listing:
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
            if not word.capital or word.text.lower() in self.listing or self._region_at(stop):
                return 0
            stop += 1
        return 0

    def _name_at(self, at: int) -> bool:
        """A name of its own begins there: a region, or several words with a head; a word alone is an item of the list."""
        alone = at + 1 >= len(self.found) or self._gap(at + 1) != " " or not self.found[at + 1].capital
        return self._region_at(at) or (
            bool(self._ahead(at)) and not (alone and self.found[at].text.lower() not in self.listing)
        )

    def _before_head(self, at: int) -> int:
        """Reform, Recovery, and Enforcement Act: a list that ends in the head of a law or a programme."""
        stop, met = at, False
        while stop < len(self.found) and stop - at < 12 and self._gap(stop) in (" ", ", "):
            word = self.found[stop]
            met = met or word.text == "and"
            if met and word.capital and heads().get(word.text.lower()) in ("Policy", "Programme", "Fund", "Agency"):
                return stop - at + 1
            if not word.capital and word.text != "and":
                return 0
            stop += 1
        return 0


@cache
def _news_verbs() -> frozenset[str]:
    return frozenset(words.lexicon("english")["news_verbs"])


@cache
def _held_by() -> frozenset[str]:
    return frozenset(words.lexicon("english")["held_by"])


@cache
def _classes() -> frozenset[str]:
    return frozenset(words.lexicon("english")["classes"])


def _head_of(listed: list[str]) -> tuple[str, int]:
    """The longest head that ends the words (years and numbers after it aside), and how many words follow it."""
    after = 0
    while listed and re.fullmatch(r"[\d–-]+|\d\.0|[IVX]{1,4}", listed[-1]) and len(listed) > 1:
        listed, after = listed[:-1], after + 1
    for width in (5, 4, 3, 2, 1):
        if len(listed) >= width:
            piece = re.sub(r"[’']s$", "", " ".join(listed[-width:]).lower())
            if piece in heads():
                return piece, after
    return "", 0


def kind_of(listed: list[str]) -> tuple[str, str]:
    """Kind and singular head of words of any case: regional clean hydrogen hubs → Platform, hub; empty when they name nothing."""
    head, _after = _head_of(listed)
    return (heads()[head], singular(head)) if head else ("", "")


def _classified(text: str, listed: list[_Word]) -> Name | None:
    """The name that a run makes: the head before its first of/for/on, else the last word's."""
    while listed and listed[-1].text.lower() in ("and", "of", "for", "the", "in", "on", "to"):
        listed = listed[:-1]
    if not listed:
        return None
    start, end = listed[0].start, listed[-1].end
    piece = re.sub(r"[’']s?$", "", text[start:end])
    end = start + len(piece)
    first = next(
        (i for i, w in enumerate(listed) if i and w.text in ("of", "for", "on", "to", "in", "at", "with")), len(listed)
    )
    head, _after = _head_of([w.text for w in listed[:first]])
    if not head:
        head, _after = _head_of([w.text for w in listed])
    if not head:
        return None
    kind = heads()[head]
    if kind == "Region" and singular(head) in ("state", "region", "valley", "delta") and len(listed) == 1:
        return None
    alone = piece.lower() == head
    single = singular(head)
    if alone and (head != single or single not in _bare() or not _pointed(text, start)):
        return None
    if piece in _classes() or (kind in ("Agency", "Organization") and head != single):
        return None
    return Name(start, end, kind, piece, single, bare=alone)


@cache
def _bare() -> frozenset[str]:
    return frozenset(str(w) for w in words.lexicon("english")["bare"])


def _pointed(text: str, start: int) -> bool:
    """A bare head counts after the, this, said or such: the Secretary."""
    before = text[max(0, start - 6) : start].lower()
    return bool(re.search(rf"\b(?:{'|'.join(words.lexicon('english')['pointers'])}) $", before))


def _officer(text: str, listed: list[_Word], name: Name) -> Iterator[Name]:
    """Minister for Science Ada Example said: the last two words are a person where a verb of saying follows."""
    said = re.match(r",? (?:said|says|added|announced|explained|commented|welcomed|signed|opened)\b", text[name.end :])
    if not (said and name.head in _OFFICES and len(listed) >= 5 and all(w.capital for w in listed[-3:])):
        yield name
        return
    office, person = (listed[0], listed[-3]), (listed[-2], listed[-1])
    yield Name(office[0].start, office[1].end, name.type, text[office[0].start : office[1].end], name.head)
    yield Name(person[0].start, person[1].end, "Person", text[person[0].start : person[1].end])


_OFFICES = frozenset("secretary director administrator minister commissioner governor".split())
_ZONES = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))


def _inner(text: str, listed: list[_Word], outer: Name) -> Iterator[Name]:
    """Inside a policy's, programme's or fund's name: the body at its beginning, the zone at its end."""
    if outer.type not in ("Policy", "Programme", "Fund") or outer.bare:
        return
    cuts = [i for i, w in enumerate(listed) if w.text in ("the", "of", "for")]
    for i in reversed(cuts):
        tail = listed[i + 1 :]
        head, _ = _head_of([w.text for w in tail])
        if len(tail) > 1 and tail[0].capital and head and heads()[head] in _ZONES:
            yield Name(tail[0].start, tail[-1].end, heads()[head], text[tail[0].start : tail[-1].end], singular(head))
            break
    for width in range(2, len(listed)):
        if listed[width].text in ("of", "for", "on", "and"):
            return
        head, _ = _head_of([w.text for w in listed[:width]])
        if head and heads()[head] == "Agency":
            piece = re.sub(r"[’']s?$", "", text[listed[0].start : listed[width - 1].end])
            yield Name(listed[0].start, listed[0].start + len(piece), "Agency", piece, singular(head))
            return
