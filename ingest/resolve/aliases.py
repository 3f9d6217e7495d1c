"""Short forms that the text gives itself: （以下简称“新区”）, （国发〔2004〕20号，以下简称《决定》）, 称之为“科技城20条”."""

from __future__ import annotations

import re

from graph import ids
from ingest.resolve.board import Board, Draft

_GIVEN = re.compile(
    r"[（(](?P<between>[^（()）\n]{0,30}[，,；;])?(?:以下|下文|后文)?(?:统称|简称|合称|下称|称)(?:为)?[：:]?[“\"《]?(?P<brief>[^”\"》（()）\n]{2,20})[”\"》]?[）)]"
)
_CALLED = re.compile(r"(?:称之为|又称|被称为|俗称|即|简称|也称)“([^”]{3,16})”")
# （以下简称两区一县）: a short form for all of the list, not for its last.
_COUNTS = re.compile(
    r"[两二三四五六七八九](?:[省市区县州地镇方园院校所](?![一-鿿]{2})|[省市区县州][一二两三四五六七八九])"
)
_OPENERS = "》”〉 ）)"


def resolve_short_forms(board: Board) -> None:
    """Every later place where a given short form stands names its owner."""
    for match in _GIVEN.finditer(board.text):
        owner = _owner(board, match.start())
        if owner is not None and not _COUNTS.match(match["brief"]):
            _give(board, owner, match["brief"], match.start("brief"))
    for match in _CALLED.finditer(board.text):
        _nickname(board, match)
    _second_names(board)


def _second_names(board: Board) -> None:
    """甬江实验室（浙江省新材料实验室）: a platform in brackets right behind another, and alone there, is its second name."""
    for (start, end, kind), draft in list(board.at.items()):
        if kind == "Platform" and board.text[start - 1 : start] == "（" and board.text[end : end + 1] == "）":
            first = next((d for (_s, e, k), d in board.at.items() if k == kind and e == start - 1), None)
            if first is not None and first is not draft:
                board.merge(draft, first)


def _owner(board: Board, bracket: int) -> Draft | None:
    """What is named right before the bracket, or before another bracket that stands between."""
    position = bracket
    while position > 0 and board.text[position - 1] in _OPENERS:
        if board.text[position - 1] in "）)":
            opening = max(board.text.rfind("（", 0, position), board.text.rfind("(", 0, position))
            if opening < 0 or position - opening > 60 or board.ending(position):
                break
            position = opening
        else:
            position -= 1
    return board.ending(position)


def _give(board: Board, owner: Draft, brief: str, start: int) -> None:
    nick = board.at.get((start, start + len(brief), owner.type)) or board.drafts.get((owner.type, ids.fold_text(brief)))
    if nick is not None and nick is not owner and (nick.name == brief or owner.type == "Agency"):
        board.merge(nick, owner)
    taken = [(s, e) for (s, e, _k) in board.at if e - s > len(brief)]
    for again in re.finditer(re.escape(brief), board.text[start:]):
        s, e = start + again.start(), start + again.end()
        if not any(a <= s and e <= b for a, b in taken):
            board.refer(s, e, owner, f"short form given for {owner.name}")


def _nickname(board: Board, match: re.Match[str]) -> None:
    nick = board.at.get((match.start(1), match.end(1), "Policy"))
    before = board.before(match.start(), ("Policy",), lambda d: d is not nick)
    near = before and max(e for _, e, _r in before.refs if e <= match.start())
    if nick is not None and before is not None and near and match.start() - near < 60:
        board.merge(nick, before)
