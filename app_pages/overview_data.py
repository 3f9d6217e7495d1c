"""What the collection covers and lacks, and how well it was read: counts by province, year and genre, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app_pages import data, ledger_data, map_data, where
from graph import divisions, library, ontology


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents there are from each province (by code), year and genre. `elsewhere` have no province: national
    bodies, other countries, or an issuer that the text does not name."""

    provinces: dict[str, int]
    years: dict[str, int]
    genres: dict[str, int]
    elsewhere: int

    @property
    def absent(self) -> list[str]:
        """The provinces that no document is from."""
        return [code for code in sorted(map_data.provinces()) if code not in self.provinces]

    @property
    def gaps(self) -> list[str]:
        """The years between the first and the last that no document is from."""
        known = sorted(map(int, self.years))
        return [str(year) for year in range(known[0], known[-1]) if str(year) not in self.years] if known else []

    @property
    def unread(self) -> list[str]:
        """The genres that no document is of; `other` is none to miss."""
        return [name for name in ontology.load().doc_types if name not in self.genres and name != "other"]


def coverage(papers: Iterable[library.Entry], codes_of: Callable[[str], Iterable[str]]) -> Coverage:
    """What documents there are; `codes_of` gives the division codes of an issuer by its name."""
    found = list(papers)
    homes = [{divisions.province(code) for code in codes_of(paper.issuer)} for paper in found]
    return Coverage(
        dict(Counter(code for home in homes for code in home)), dict(Counter(p.date[:4] for p in found if p.date)),
        dict(Counter(p.doc_type for p in found)), sum(not home for home in homes),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quality:
    """How well the documents were read: how many lack a date or an issuer, how many yielded no statement at all, how many
    files could not be read, and how many statements a person has decided on."""

    documents: int
    undated: int
    unsigned: int
    silent: int
    failed: int
    checked: int


def quality(papers: Sequence[library.Entry], failed: int, checked: int) -> Quality:
    """The quality of the readings by what they lack."""
    return Quality(
        len(papers), sum(not p.date for p in papers), sum(not p.issuer for p in papers),
        sum(not (p.claims or p.grants or p.measures) for p in papers), failed, checked,
    )  # fmt: skip


# ---- asking ---------------------------------------------------------------------------------------------------------


def load() -> tuple[Coverage, Quality]:
    """Coverage and quality of the library; tables of reference are no documents."""
    papers = [paper for paper in data.papers() if not paper.source.reference]
    issuers = data.by_name({paper.issuer for paper in papers if paper.issuer})
    atlas, shelf = where.load(), data.the_library()

    def codes_of(issuer: str) -> Iterable[str]:
        return atlas.of([issuers[issuer].id]) if issuer in issuers else ()

    checked = {one.left for one in shelf.judgements() if not one.right}
    return coverage(papers, codes_of), quality(papers, len(shelf.quarantined()), len(checked))


def due(today: str, most: int) -> list[ledger_data.Promise]:
    """The promises with a time: those still to come, soonest first, then those whose time is over with nothing said since."""
    timed = [one for one in ledger_data.load() if one.due and one.became == "silent"]
    to_come = sorted((one for one in timed if one.timing(today) == "open"), key=lambda one: one.due)
    over = sorted((one for one in timed if one.timing(today) == "past"), key=lambda one: one.due, reverse=True)
    return [*to_come, *over][:most]
