"""Runs of capitals in English text as candidates, each with the kind that its head tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.english import runs, vocabulary
from ingest.english.candidates import Name
from ingest.find import words
from ingest.find.edges import ZONES

_WORD = re.compile(r"United States of America|U\.[KS]\.|[A-Z]\.(?= [A-Z][a-z])|[A-Za-z0-9À-ž](?:[\w&+’'./–-]*[\w+])?|&")


def phrases(text: str, start: int, end: int) -> Iterator[Name]:
    """Runs of capitals, cut where the grammar of names ends them, each with the kind its head tells."""
    found = [runs.Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
    at = 0
    while at < len(found):
        if not runs.begins(found, at):
            at += 1
            continue
        stop = runs.Run(text, found, at).end()
        listed = _with_quoted(text, _after_adjective(found[at:stop]))
        name = _firm(text, listed) or _classified(text, listed)
        wider = _with_lower_head(text, found, at, stop, name)
        if wider is not None:
            yield wider
            stop += 1
        elif name is not None:
            yield from _officer(text, listed, name)
            yield from _inner(text, listed, name)
        reach = name.end if name is not None else 0
        while stop < len(found) and found[stop].start < reach:
            stop += 1
        at = stop


# an EDA-designated Tech Hub: the adjective is no piece of the name.
_ADJECTIVE = re.compile(
    r".-(?:designated|led|funded|backed|based|supported|sponsored|approved|run|owned|wide|certified|affiliated)$"
)
# Acme, Inc.; Acme (Anhui) Display Co., Ltd.
_FIRM = re.compile(
    r"(?: \([A-Z][a-z]+\)(?: [A-Z][\w&-]*){0,5}? (?:Co\b|Company\b|Group\b))?(?:(?<=Co)\.?)?"
    r",? (?:Ltd|Limited|Inc|Incorporated|LLC|L\.L\.C|Corp|Co|GmbH|AG|S\.A|PLC|LP|Pty Ltd)\b\.?"
)


def _after_adjective(listed: list[runs.Word]) -> list[runs.Word]:
    while len(listed) > 1 and _ADJECTIVE.search(listed[0].text):
        listed = listed[1:]
    return listed


_QUOTED = re.compile(r"[“\"][^“”\"\n]{2,40}[”\"] $")


def _with_quoted(text: str, listed: list[runs.Word]) -> list[runs.Word]:
    """“Science Island” Start-up Programme: the quoted words belong to the name."""
    first = listed[0]
    quoted = _QUOTED.search(text, max(0, first.start - 44), first.start)
    return [runs.Word(quoted.start(), first.end, text[quoted.start() : first.end]), *listed[1:]] if quoted else listed


def _firm(text: str, listed: list[runs.Word]) -> Name | None:
    """A firm by its form: Anhui Innovation Investment Co., Ltd; Acme, Inc."""
    form = _FIRM.match(text, listed[-1].end)
    if form is None:
        return None
    start, end = listed[0].start, form.end()
    return Name(start, end, "Organization", text[start:end], "company")


def _with_lower_head(text: str, found: list[runs.Word], at: int, stop: int, name: Name | None) -> Name | None:
    """A name with its head in lower case: the Launchpad programme. A body's, a place's or a text's programme is none of them."""
    head = found[stop] if stop < len(found) else None
    if (
        head is None
        or head.text not in vocabulary.words_of("lower_heads")
        or text[found[stop - 1].end : head.start] != " "
    ):
        return None
    kind = vocabulary.heads()[head.text]
    start, end = found[at].start, head.end
    piece = text[start : found[stop - 1].end]
    whose = all(word.text.lower() in vocabulary.words_of("whose") for word in found[at:stop]) or piece.endswith(
        ("’s", "'s", "’", "'")
    )
    opens = at == 0 or text[found[at - 1].end : start] != " "
    if whose or (stop - at == 1 and opens) or (name is not None and name.type in _OF_THEIR_OWN | {kind}):
        return None
    if vocabulary.regions()[0].fullmatch(piece) or vocabulary.known()[0].fullmatch(piece):
        return None
    return Name(start, end, kind, text[start:end], head.text)


_OF_THEIR_OWN = frozenset(("Agency", "Organization", "Region", "Policy", "Person", "Meeting"))


# the Action Plan (2024-2026), the Measures (for Trial Implementation)
_EDITION = re.compile(
    r" \((?:(?:19|20)\d{2}(?: ?[-–—/] ?(?:19|20)?\d{2})?|(?:for )?[Tt]rial(?: [Ii]mplementation)?|[Ii]nterim|[Dd]raft(?: for Comments?)?|[Rr]evised)\)"
)


def _classified(text: str, listed: list[runs.Word]) -> Name | None:
    """The name that a run makes: the head before its first of/for/on, else the last word's."""
    while listed and listed[-1].text.lower() in ("and", "of", "for", "the", "in", "on", "to"):
        listed = listed[:-1]
    if not listed:
        return None
    start, end = listed[0].start, listed[-1].end
    piece = re.sub(r"[’']s?$", "", text[start:end])
    end = start + len(piece)
    edition = _EDITION.match(text, end)
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
    if alone and (head != single or single not in vocabulary.words_of("bare") or not _pointed(text, start)):
        return None
    if head != single and kind in _COUNTED and _NUMBER_OF.search(text, max(0, start - 16), start):
        return None  # awards to four Tech Hubs: a class with no one meant
    if piece in vocabulary.words_of("classes") or (
        kind in ("Agency", "Organization") and head != single and not _plural_body(listed, head)
    ):
        return None
    if edition and kind in ("Policy", "Programme"):
        end, piece = edition.end(), text[start : edition.end()]
    return Name(start, end, kind, piece, single, bare=alone)


def _plural_body(listed: list[runs.Word], head: str) -> bool:
    """Hefei Institutes of Physical Science: one body."""
    said = [w.text.lower() for w in listed]
    if vocabulary.known()[0].match(" ".join(w.text for w in listed)):
        return False
    return (
        head == "institutes"
        and 0 < said.index("institutes") < len(said) - 2
        and said[said.index("institutes") + 1] == "of"
    )


_COUNTED = ZONES | {"Platform"}
_NUMBER_OF = re.compile(
    r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|several|many|other|more|additional|new) (?:new |additional |such )?$"
)


def _pointed(text: str, start: int) -> bool:
    """A bare head counts after the, this, said or such: the Secretary."""
    return bool(_pointers().search(text[max(0, start - 6) : start].lower()))


@cache
def _pointers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.any_of(words.lexicon('english')['pointers'])}) $")


_SAYS = re.compile(r",? (?:said|says|added|announced|explained|commented|welcomed|signed|opened)\b")


def _officer(text: str, listed: list[runs.Word], name: Name) -> Iterator[Name]:
    """Minister for Science Ada Example said: the last two words are a person where a verb of saying follows."""
    titled = name.head in vocabulary.words_of("officers") and len(listed) >= 5 and all(w.capital for w in listed[-3:])
    if not (titled and _SAYS.match(text, name.end)):
        yield name
        return
    office, person = (listed[0], listed[-3]), (listed[-2], listed[-1])
    yield Name(office[0].start, office[1].end, name.type, text[office[0].start : office[1].end], name.head)
    yield Name(person[0].start, person[1].end, "Person", text[person[0].start : person[1].end])


def _inner(text: str, listed: list[runs.Word], outer: Name) -> Iterator[Name]:
    """Inside a policy's, programme's or fund's name: the body at its beginning, the zone at its end."""
    if outer.type not in ("Policy", "Programme", "Fund") or outer.bare:
        return
    cuts = [i for i, w in enumerate(listed) if w.text in ("the", "of", "for")]
    for i in reversed(cuts):
        tail = listed[i + 1 :]
        head, _ = vocabulary.head_of([w.text for w in tail])
        if len(tail) > 1 and tail[0].capital and head and vocabulary.heads()[head] in ZONES:
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


def is_body(line: str) -> bool:
    """Whether a line is nothing but the name of a body: a letterhead."""
    found = list(phrases(line, 0, len(line)))
    return bool(found) and found[0].type == "Agency" and not found[0].bare and len(found[0].text) >= len(line) - 6
