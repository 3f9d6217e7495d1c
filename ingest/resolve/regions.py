"""Regions: named divisions, and 我省, 全市, 本县 by where the document speaks from."""

from __future__ import annotations

from ingest.find import areas, places
from ingest.find.kinds import Found
from ingest.resolve.board import Board, Draft


def resolve_regions(board: Board) -> None:
    """Every place name that means one division, and the pronouns of places."""
    regions = [f for f in board.found if f.type == "Region"]
    near = frozenset(f.place.code for f in regions if f.place and f.place.level == "municipal")
    for f in regions:
        if f.note == "pronoun":
            draft = None if f.text[0] in "该其" else region_draft(board, _spoken_of(board, f))
            if draft:
                whose = "that is addressed" if f.text[0] in "你贵" else "the document speaks from"
                board.take(f, draft, f"{f.text}: the region {whose}")
            continue
        if f.note == areas.AREA:
            board.take(f, board.draft("Region", f.composed or f.text))
            continue
        place = _meant(f, board, near)
        made = place and (region_draft(board, place.code) if place.code else board.draft("Region", place.name))
        if made:
            board.take(f, made)


def _spoken_of(board: Board, f: Found) -> str:
    """The code that 我省 or 你省 stands for: of the document's own division, or of the addressee's."""
    if f.text[0] not in "你贵" or board.outline.addressees is None:
        return board.context.region(f.text[1:])
    inside = board.found_within(*board.outline.addressees)
    return next(
        (r.place.code for r in inside if r.type == "Region" and r.place and r.place.name.endswith(f.text[-1])), ""
    )


def region_draft(board: Board, code: str) -> Draft | None:
    """The entity of the division with that code."""
    place = places.by_code().get(code)
    if place is None:
        return None
    draft = board.draft("Region", place.name, f"code:{code}")
    draft.props.update({"code": code, "level": place.level})
    return draft


def _meant(f: Found, board: Board, near: frozenset[str]) -> places.Place | None:
    if len(f.candidates) < 2:
        return f.place
    return places.Hit(f.start, f.end, f.candidates, True).choose(board.context.province, near)
