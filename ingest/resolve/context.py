"""Where a document speaks from: its province, city and county, and the level of its signer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest import reference, scene
from ingest.find import places
from ingest.find.kinds import Found

# Provinces that are cities, and those that call themselves 区.
MUNICIPALITIES = frozenset(("110000", "120000", "310000", "500000"))
_AUTONOMOUS = frozenset(("150000", "450000", "540000", "640000", "650000"))


@dataclass(frozen=True)
class Context:
    """Codes of the province, city and county that a document speaks from; empty where it stands above them."""

    province: str = ""
    municipal: str = ""
    county: str = ""

    def region(self, word: str) -> str:
        """The code that 省, 市, 区, 县 or 自治区 stands for in this document, empty if unknown."""
        if word.endswith(("自治区", "省")):
            return self.province
        if word.endswith(("市", "州", "盟")):
            county = places.by_code().get(self.county)
            if county and county.name.endswith("市"):
                return self.county
            return self.municipal or (self.province if self.province in MUNICIPALITIES else "")
        if word.endswith("区") and self.province in _AUTONOMOUS and not self.county:
            return self.province
        return self.county

    @property
    def here(self) -> str:
        """The code of the division that the document itself belongs to."""
        return self.county or self.municipal or self.province


def of_document(text: str, outline: scene.Outline, found: list[Found]) -> Context:
    """From the signer's, the title's or the addressee's place, else the number, else the place named most."""
    regions = [f for f in found if f.type == "Region" and f.place is not None and f.place.code]
    if _national(outline, found):
        return Context()
    spans = [*outline.signers, *filter(None, (outline.title,))]
    for start, end in spans:
        place = _deepest([f for f in regions if start <= f.start and f.end <= end])
        if place:
            return at(place)
    if not spans:
        # A text without a title or signer says in its first line who speaks.
        first = len(text) - len(text.lstrip())
        line = text[first:].partition("\n")[0]
        place = _deepest([f for f in regions if first <= f.start and f.end <= first + len(line)])
        if place and "：" not in line and any(f.start == first for f in regions):
            return at(place)
    stem = _stem_place(outline.number)
    if stem:
        return at(stem)
    if outline.addressees:
        place = _deepest([f for f in regions if outline.addressees[0] <= f.start and f.end <= outline.addressees[1]])
        if place:
            return at(place)
    return _most_named(text, regions)


def _deepest(inside: list[Found]) -> places.Place | None:
    """The last of the places that stand one right after the other from the first on (深圳市坪山区)."""
    chosen = None
    for f in inside:
        if chosen is not None and f.start != chosen.end:
            break
        chosen = f
    return chosen.place if chosen else None


def _national(outline: scene.Outline, found: list[Found]) -> bool:
    """Whether a national body signs, or begins the title or the number's stem."""
    spans = [*outline.signers, *((outline.title[0], outline.title[0] + 30) for _ in [0] if outline.title)]
    signs = any(
        f.note == "national" and s <= f.start and f.end <= e and f.start - s <= 2 for f in found for s, e in spans
    )
    return signs or bool(outline.number and re.match(r"国(?:发|办|函|科|令|发改)|财|发改|工信部|教", outline.number))


def _stem_place(number: str | None) -> places.Place | None:
    if not number:
        return None
    sign = next((p for p in reference.provinces() if number[0] in p.signs), None)
    return places.by_code().get(sign.code) if sign else None


_LOCAL = re.compile(r"[我本全](?:市|县|旗|区(?!域|间|块|位|别|划|分))")


def _most_named(text: str, regions: list[Found]) -> Context:
    counts: Counter[str] = Counter()
    for f in regions:
        if f.place and f.note != "ambiguous":
            counts[f.place.province] += 1
    if not counts:
        return Context()
    province = max(counts, key=lambda c: (counts[c], c))
    spoken = {word[1:] for word in _LOCAL.findall(text)} - ({"区"} if province in _AUTONOMOUS else set())
    own = Counter(
        f.place.code
        for f in regions
        if f.place and f.note != "ambiguous" and f.place.province == province and f.place.name[-1] in spoken
    )
    inner = places.by_code().get(max(own, key=lambda c: (own[c], c))) if own else None
    return at(inner) if inner and inner.level != "provincial" else Context(province)


def at(place: places.Place) -> Context:
    """The context of what speaks from that division."""
    if place.level == "provincial":
        return Context(place.code)
    if place.level == "municipal":
        return Context(place.province, place.code)
    parent = places.by_code().get(place.parent)
    municipal = place.parent if parent is not None and parent.level == "municipal" else ""
    return Context(place.province, municipal, place.code)
