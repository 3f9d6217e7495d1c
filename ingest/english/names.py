"""Names in English text by grammar: capitals with small words between, the head that tells the kind, references to statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.english import phrases, told, vocabulary
from ingest.english.candidates import Name

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
    r"\b[Tt]hese (?:Measures|Rules|Opinions|Guidelines|Provisions|Regulations|Policies)\b|"
    r"\b(?:[Tt]his|[Tt]he present) (?:[Ss]ection|Act|Strategy|Plan|Framework|Order|Regulation|Notice|Roadmap|Measures|White Paper|Law|Agreement)\b"
)


# For leading talents, funding will be provided
_FOR = re.compile(r"(?:^|[.;] |\n)(?:Article \d+ |\(?\w{1,3}[.)] )?For (?:[a-z-]+,? ){0,2}$")
# What a term means helps nobody.
_DEFINITION = re.compile(r"[Tt]he term [“\"][^”\"]+[”\"] (?:means|has the meaning)")


def find(text: str, pieces: list[tuple[int, int]], own_title: str = "") -> list[Name]:
    """Every candidate in the pieces of the shadow text, sorted by start, longer first; candidates may nest.

    `own_title` is the number of the code's title that the text belongs to (15 for “this title”).
    """
    found: list[Name] = []
    for start, end in pieces:
        found += _statutes(text, start, end, own_title)
        found += phrases.phrases(text, start, end)
        found += _regions(text, start, end)
        found += _listed(text, start, end)
        found += told.told(text, start, end)
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
    groups, _group_of, helps = vocabulary.groups()
    if _DEFINITION.search(text, start, end):
        return
    for match in groups.finditer(text, start, end):
        each = vocabulary.EACH.search(text, max(start, match.start() - 40), match.start())
        if vocabulary.is_one(match[0]) and not each:
            continue
        before = each.start() if each else match.start()
        opens = _FOR.search(text, max(0, before - 40), before)
        helped = (
            opens
            or helps.search(text, max(start, before - 90), before)
            or vocabulary.HELPED.match(text, match.end(), end)
        )
        if helped:
            yield Name(
                match.start(),
                match.end(),
                "TargetGroup",
                match[0],
                key=vocabulary.group_of(match[0]),
            )
    for match in _PERSON.finditer(text, start, end):
        if not any(word.lower() in vocabulary.heads() for word in match["name"].split()):
            yield Name(*match.span("name"), "Person", match["name"])
