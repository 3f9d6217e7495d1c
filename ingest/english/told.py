"""English names without a telling head, by what is said of them: located in, led by, a company in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.english import vocabulary
from ingest.english.candidates import Name

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


def told(text: str, start: int, end: int) -> Iterator[Name]:
    """Names without a telling head, by what is said of them: where something lies, who runs it, what somebody is."""
    for match in _BRACKETED_ZONE.finditer(text, start, end):
        yield Name(*match.span(), "DevelopmentZone", match[0], match[0].lower().split()[-1])
    if text.find(" Area", start, end) >= 0 and ("Free Trade" in text or "FTZ" in text):
        yield from _areas(text, start, end)
    yield from _in_lower_case(text, start, end)
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


_AREA = re.compile(r" (?:Port )?(?:Area|Subzone|Section)\b")


def _areas(text: str, start: int, end: int) -> Iterator[Name]:
    """the Hefei Area, in a text about a free trade zone."""
    for place in vocabulary.regions()[0].finditer(text, start, end):
        area = _AREA.match(text, place.end())
        if area:
            yield Name(place.start(), area.end(), "DevelopmentZone", text[place.start() : area.end()], "area")


# a science and technology innovation fund of funds, a national artificial intelligence innovation pilot zone, innovation vouchers
_MODIFIERS = r"(?:[a-z][a-z&-]+ (?:and )?){2,6}"
_LOWER = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|as) (?:[\d,.]+[ -](?:million|billion)-(?:yuan|dollar|euro|pound) )?"
    rf"(?:(?P<fund>{_MODIFIERS}(?:fund of funds|guidance fund|seed fund|investment fund|development fund|industry fund|special fund))|"
    rf"(?P<zone>(?:national|provincial) {_MODIFIERS}(?:pilot|demonstration|experimental) zone|"
    rf"(?:pilot|demonstration|experimental) zone for [a-z]+(?: (?:and )?[a-z]+){{1,5}}?(?: reform| innovation| development)))\b"
)
_ZONE_FOR = ("pilot zone for", "demonstration zone for", "experimental zone for")
_VOUCHERS = re.compile(r"\b(?:science and technology )?(?:innovation|research|technology|service) vouchers?\b")
_PROJECT = re.compile(r"\b[Pp]roject,? [“\"](?P<name>[A-Z][^“”\"\n]{4,90})[”\"]")
# What begins with a verb or a particle is no name.
_NO_MODIFIER = frozenset(
    "of to in for from by with set up new first second total own or other such more same one this that which will".split()
)


def _holds(text: str, start: int, end: int, *said: str) -> bool:
    return any(text.find(word, start, end) >= 0 for word in said)


def _in_lower_case(text: str, start: int, end: int) -> Iterator[Name]:
    """Funds and zones that texts about China describe without capitals, vouchers, and projects in quotation marks."""
    lower = _LOWER.finditer(text, start, end) if _holds(text, start, end, " fund", " zone") else ()
    for match in lower:
        group = "fund" if match["fund"] else "zone"
        if match[group].startswith(_ZONE_FOR) or not _NO_MODIFIER & set(match[group].split()[:-3]):
            kind = "Fund" if match["fund"] else "DemonstrationZone"
            yield Name(*match.span(group), kind, match[group], group)
    vouchers = _VOUCHERS.finditer(text, start, end) if _holds(text, start, end, " voucher") else ()
    for match in vouchers:
        yield Name(
            *match.span(), "Fund", match[0], "voucher", key="innovation vouchers" if "innovation" in match[0] else ""
        )
    for match in _PROJECT.finditer(text, start, end):
        yield Name(*match.span("name"), "Project", match["name"], "project")


def _is_headless(piece: str) -> bool:
    """Whether no word of it is a head of names, a known name or a word that only begins a sentence."""
    listed = piece.split()
    plain = listed[0].lower() not in vocabulary.words_of("function_words")
    return (
        plain
        and not any(word.lower() in vocabulary.heads() for word in listed)
        and not vocabulary.known()[0].match(piece)
    )
