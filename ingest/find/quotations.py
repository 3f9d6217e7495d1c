"""Names that are nothing but a quotation, of the kind that their list tells: “村村通”等电商平台, “甲工程”“乙行动”“银税互动”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ingest.find import kinds, words
from ingest.find.kinds import Ground

_QUOTE = re.compile(r"“(?P<name>[^“”，。；：！？、+\n]{2,18}(?<![日节周]))”")
# Between two quotations of one list stands nothing, or a joint.
_JOINT = re.compile(r"(?:、|以及|和|与|及)?")


def find(ground: Ground, named: list[kinds.Found]) -> Iterator[kinds.Found]:
    """Quotations in lists whose kind the noun behind the list tells, or a name beside them in the list."""
    text = ground.text
    begun = {f.start: f for f in named if not f.bare}
    starts = sorted(begun)
    for run in _runs(text):
        inside = starts[bisect_left(starts, run[0].start()) : bisect_left(starts, run[-1].end())]
        known = {start: begun[start] for start in inside}
        told = _told(text, run[-1].end()) or _beside(known, run)
        for quote in run if told else ():
            if not any(quote.start() <= start < quote.end() for start in known):
                start, end = quote.span("name")
                yield kinds.Found(
                    start, end, told, quote["name"], note="quoted", reason="quotation in a list of its kind"
                )


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Quotations that stand in one list."""
    run: list[re.Match[str]] = []
    for quote in _QUOTE.finditer(text):
        if run and not _JOINT.fullmatch(text, run[-1].end(), quote.start()):
            yield run
            run = []
        run.append(quote)
    if run:
        yield run


def _told(text: str, end: int) -> str:
    """The kind that the noun behind the list tells."""
    match = _behind().match(text, end)
    kind = _kinds()[match["head"]] if match else ""
    return kind if match and (kind != "Project" or match["counted"]) else ""


def _beside(known: dict[int, kinds.Found], run: list[re.Match[str]]) -> str:
    """The kind of a name that is a whole quotation of the list."""
    whole = {quote.start("name"): quote.end("name") for quote in run}
    told = {f.type for start, f in known.items() if whole.get(start) == f.end} & set(_kinds().values())
    return told.pop() if len(run) > 1 and len(told) == 1 else ""


@cache
def _kinds() -> dict[str, str]:
    """Nouns behind lists, with the kind of thing that they are called for."""
    return {head: label for label, body in words.lexicon("heads").items() for head in body.get("listed", ())}


@cache
def _behind() -> re.Pattern[str]:
    count = r"(?:\d+|[一二两三四五六七八九十几多]+)?(?:个|项|大|家|类|批)?"
    return re.compile(
        rf"(?:等{count}|(?P<counted>[两三四五六七八九十\d]+(?:个|项|大|类)))[^，。；：、“”\n]{{0,12}}?(?P<head>{words.any_of(_kinds())})(?!化|型|性|企业|公司|人才)"
    )
