"""What a cell's name means: the full name, region and level of a body, zone or place, by the grammar that reads documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from graph import evidence, ids
from ingest import find as finding
from ingest import scene, shadow
from ingest.find import places, words
from ingest.resolve import bodies, context, names, regions
from ingest.resolve.board import Board, Draft


@dataclass(frozen=True, slots=True)
class Named:
    """What a name in a cell stands for. `known` says that grammar or gazetteer know it."""

    type: str
    name: str
    properties: evidence.Pairs = ()
    known: bool = False


_TITLE = re.compile(r"《(?P<title>[^》]+)》\s*(?:[（(](?P<number>[^（）()]+号)[）)])?")
# Names that the grammar of documents knows how to write in full.
_GRAMMAR = frozenset(
    ("Agency", "DemonstrationZone", "HighTechZone", "DevelopmentZone", "TargetGroup", "Meeting", "Fund", "Programme", "Platform", "Mechanism")
)  # fmt: skip


@lru_cache(maxsize=65536)
def resolve(types: tuple[str, ...], text: str, within: str = "") -> Named:
    """The thing that a name in a cell stands for, where `within` is the code of the region in which the cell speaks.

    Of several types the first whose grammar reads the whole name is meant, else the last.

    >>> resolve(("Agency",), "自治区科技厅", "450000").name
    '广西壮族自治区科学技术厅'
    >>> resolve(("Region",), "桂林").properties
    (('code', '450300'), ('level', 'municipal'))
    """
    for kind in types:
        known = _known(kind, text, within)
        if known is not None:
            return known
    return Named(types[-1], text)


def _known(kind: str, text: str, within: str) -> Named | None:
    if kind == "Region":
        return _region(text, within)
    if kind == "Policy":
        return _policy(text)
    if kind in _GRAMMAR and (kind != "Agency" or _may_be_body(text)):
        draft = _whole(_board(text, within), kind)
        return Named(kind, draft.name, tuple(sorted(draft.props.items())), known=True) if draft else None
    return None


def within(kind: str, text: str) -> list[str]:
    """The things of a kind that a text names, in its order.

    >>> within("Region", "湖北省科技项目安排表"), within("Fund", "安排表")
    (['湖北省'], [])
    """
    found = sorted((start, end, draft.name) for (start, end, one), draft in _board(text, "").at.items() if one == kind)
    return list(dict.fromkeys(name for _, _, name in found))


@cache
def _body_ends() -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = words.lexicon("tables")
    return tuple(data["body_ends"]), tuple(data["no_body_ends"])


def _may_be_body(text: str) -> bool:
    """Whether a name ends as bodies' names do. Most names in a table are of firms, and the grammar takes its time."""
    ends, never = _body_ends()
    return text.endswith(ends) and not text.endswith(never)


def _policy(text: str) -> Named | None:
    match = _TITLE.fullmatch(text)
    if match is None:
        return None
    return Named("Policy", match["title"], (("doc_no", match["number"]),) if match["number"] else (), known=True)


def _board(text: str, within: str) -> Board:
    """The passes of resolving over a text that is nothing but the name."""
    cleaned = shadow.clean(text)
    outline = scene.Outline("other", "zh", (scene.Section(0, 0, None, 0, 0, len(cleaned.text)),), ())
    board = Board(cleaned, outline, finding.find(cleaned.text))
    board.context = speaking_from(within)
    regions.resolve_regions(board)
    bodies.resolve_bodies(board)
    names.resolve_names(board)
    return board


def speaking_from(code: str) -> context.Context:
    """The context of a text that speaks from the region of that code."""
    place = places.by_code().get(code)
    return context.at(place) if place else context.Context()


def _whole(board: Board, kind: str) -> Draft | None:
    """The thing of that kind whose name is the whole text."""
    return board.at.get((0, len(board.text), kind))


# ---- places ----------------------------------------------------------------------------------------------------------


def _region(text: str, within: str) -> Named | None:
    """A division by code, full or short name, with or without its province before it; wider regions by name."""
    place = places.by_code().get(text) or _listed(text, within) or _written(text, within)
    if place is None:
        return None
    held: evidence.Pairs = (("code", place.code), ("level", place.level)) if place.code else ()
    return Named("Region", place.name, held, known=True)


def _listed(text: str, within: str) -> places.Place | None:
    """The only division of that name, or the only one in the region in which the cell speaks."""
    named = places.named(text)
    inside = [p for p in named if within and within in (p.parent, p.province)]
    top = [p for p in named if p.level == named[0].level]
    return next((one[0] for one in (inside, top) if len(one) == 1), None)


def _written(text: str, within: str) -> places.Place | None:
    """A chain of names, the last of which is meant: 广西桂林市, 深圳市南山区."""
    hits = places.find(text)
    if not hits or hits[0].start or hits[-1].end != len(text) or any(a.end != b.start for a, b in pairwise(hits)):
        return None
    return hits[-1].choose(f"{within[:2]}0000" if within else "")


@lru_cache(maxsize=65536)
def region_code(text: str, within: str = "") -> str:
    """The code of the region of that name, empty where it is not known."""
    return str(dict(resolve(("Region",), text, within).properties).get("code", ""))


@lru_cache(maxsize=65536)
def key(named: Named) -> str:
    """The id of a named thing within its reading."""
    props = dict(named.properties)
    return ids.node(named.type, str(props.get("code") or props.get("doc_no") or named.name))
