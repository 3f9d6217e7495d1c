"""Names in English text by grammar: capitals with small words between, the head that tells the kind, references to statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.english import runs, vocabulary
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
_OWN = re.compile(
    r"\b(?:[Tt]his|[Tt]he present) (?:[Ss]ection|Act|Strategy|Plan|Framework|Order|Regulation|Notice|Roadmap|Measures|White Paper|Law|Agreement)\b"
)


# What a term means helps nobody.
_DEFINITION = re.compile(r"[Tt]he term [“\"][^”\"]+[”\"] (?:means|has the meaning)")


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
        found += _told(text, start, end)
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
    pattern, table = vocabulary.regions()
    for match in pattern.finditer(text, start, end):
        if text.startswith((" Native", "-based"), match.end()):
            continue  # an Alaska Native-serving institution, a United States-based firm
        name, code, level = table[match[0]]
        yield Name(match.start(), match.end(), "Region", match[0], key=name, code=code, level=level)


def _listed(text: str, start: int, end: int) -> Iterator[Name]:
    """Known names, classes of beneficiary that are helped, persons after their office."""
    pattern, table = vocabulary.known()
    for match in pattern.finditer(text, start, end):
        last = match[0].lower().split()[-1]
        yield Name(
            match.start(),
            match.end(),
            table[match[0]],
            match[0],
            vocabulary.singular(last) if last in vocabulary.heads() else "",
            key=match[0],
        )
    groups, group_of, helps = vocabulary.groups()
    if _DEFINITION.search(text, start, end):
        return
    for match in groups.finditer(text, start, end):
        if helps.search(text, max(start, match.start() - 90), match.start()):
            yield Name(
                match.start(),
                match.end(),
                "TargetGroup",
                match[0],
                key=group_of.get(match[0].lower(), vocabulary.SMALL_FIRMS),
            )
    for match in _PERSON.finditer(text, start, end):
        if not any(word.lower() in vocabulary.heads() for word in match["name"].split()):
            yield Name(*match.span("name"), "Person", match["name"])


# The China (Shanghai) Pilot Free Trade Zone: the place stands in brackets.
_BRACKETED_ZONE = re.compile(r"China \([A-Z][a-z]+(?: [A-Z][a-z]+)*\) (?:Pilot )?Free Trade (?:Zone|Port)")
_CAPITALS = r"[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)"
# located in Lyngby: a place that no table knows.
_PLACE = re.compile(
    rf"\b(?:located|based|headquartered|situated|sited) in (?P<name>{_CAPITALS}{{0,2}})(?! [a-z]*(?:’s|'s))"
)
# led by Nordlys BioWorks; Nordlys Vekst, a regional development agency in …
_RUNNER = re.compile(
    rf"\b(?:led|managed|operated|run|hosted|administered|coordinated) by (?:the )?(?P<name>{_CAPITALS}{{1,4}})"
)
_APPOSED = re.compile(
    rf"(?<![\w,] )(?P<name>{_CAPITALS}{{0,3}}), an? (?:[a-z-]+ ){{0,4}}"
    r"(?P<what>agency|company|firm|nonprofit|charity|consortium|organisation|organization|startup|start-up)\b"
)
# Persons have plain names: a firm or a body shows capitals inside its words, or three of them.
_MADE = re.compile(r"[a-z][A-Z]|[A-Z]{2}|&|^\S+ \S+ \S+")


def _told(text: str, start: int, end: int) -> Iterator[Name]:
    """Names without a telling head, by what is said of them: where something lies, who runs it, what somebody is."""
    for match in _BRACKETED_ZONE.finditer(text, start, end):
        yield Name(*match.span(), "DevelopmentZone", match[0], match[0].lower().split()[-1])
    for match in _PLACE.finditer(text, start, end):
        if _is_headless(match["name"]) and not vocabulary.regions()[0].match(match["name"]):
            yield Name(*match.span("name"), "Region", match["name"])
    for match in _RUNNER.finditer(text, start, end):
        if _is_headless(match["name"]) and _MADE.search(match["name"]):
            yield Name(*match.span("name"), "Organization", match["name"])
    for match in _APPOSED.finditer(text, start, end):
        if _is_headless(match["name"]):
            kind = "Agency" if match["what"] == "agency" else "Organization"
            yield Name(*match.span("name"), kind, match["name"])


def _is_headless(piece: str) -> bool:
    """Whether no word of it is a head of names, a known name or a word that only begins a sentence."""
    listed = piece.split()
    plain = listed[0].lower() not in vocabulary.function_words()
    return (
        plain
        and not any(word.lower() in vocabulary.heads() for word in listed)
        and not vocabulary.known()[0].match(piece)
    )


def _phrases(text: str, start: int, end: int) -> Iterator[Name]:
    """Runs of capitals, cut where the grammar of names ends them, each with the kind its head tells."""
    found = [runs.Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
    at = 0
    while at < len(found):
        if not runs.begins(found, at):
            at += 1
            continue
        stop = runs.Run(text, found, at).end()
        name = _classified(text, found[at:stop])
        if name is not None:
            yield from _officer(text, found[at:stop], name)
            yield from _inner(text, found[at:stop], name)
        at = stop


def _classified(text: str, listed: list[runs.Word]) -> Name | None:
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
    head, _after = vocabulary.head_of([w.text for w in listed[:first]])
    if not head:
        head, _after = vocabulary.head_of([w.text for w in listed])
    if not head:
        return None
    kind = vocabulary.heads()[head]
    if kind == "Region" and vocabulary.singular(head) in ("state", "region", "valley", "delta") and len(listed) == 1:
        return None
    alone = piece.lower() == head
    single = vocabulary.singular(head)
    if alone and (head != single or single not in vocabulary.bare() or not _pointed(text, start)):
        return None
    if piece in vocabulary.classes() or (kind in ("Agency", "Organization") and head != single):
        return None
    return Name(start, end, kind, piece, single, bare=alone)


def _pointed(text: str, start: int) -> bool:
    """A bare head counts after the, this, said or such: the Secretary."""
    before = text[max(0, start - 6) : start].lower()
    return bool(re.search(rf"\b(?:{'|'.join(words.lexicon('english')['pointers'])}) $", before))


def _officer(text: str, listed: list[runs.Word], name: Name) -> Iterator[Name]:
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


def _inner(text: str, listed: list[runs.Word], outer: Name) -> Iterator[Name]:
    """Inside a policy's, programme's or fund's name: the body at its beginning, the zone at its end."""
    if outer.type not in ("Policy", "Programme", "Fund") or outer.bare:
        return
    cuts = [i for i, w in enumerate(listed) if w.text in ("the", "of", "for")]
    for i in reversed(cuts):
        tail = listed[i + 1 :]
        head, _ = vocabulary.head_of([w.text for w in tail])
        if len(tail) > 1 and tail[0].capital and head and vocabulary.heads()[head] in _ZONES:
            yield Name(
                tail[0].start,
                tail[-1].end,
                vocabulary.heads()[head],
                text[tail[0].start : tail[-1].end],
                vocabulary.singular(head),
            )
            break
    for width in range(2, len(listed)):
        if listed[width].text in ("of", "for", "on", "and"):
            return
        head, _ = vocabulary.head_of([w.text for w in listed[:width]])
        if head and vocabulary.heads()[head] == "Agency":
            piece = re.sub(r"[’']s?$", "", text[listed[0].start : listed[width - 1].end])
            yield Name(listed[0].start, listed[0].start + len(piece), "Agency", piece, vocabulary.singular(head))
            return
