"""Cells of tables inside a text: what a cell names where the words above its column say what the column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.find import kinds, words

# A header has at least three columns with lines between them; 环节|场景|方案 names none of our things.
_HEADER = re.compile(r"(?m)^(?!\d)[^\n|]{1,12}(?:\|[^\n|]{1,16}){2,}$")
_ROLES = {"project": "Project", "platform": "Platform", "holder": "Organization"}
_BODY = re.compile(r"(?:厅|局|委|委员会|管委会|政府|办公室|办事处)$")
_WHOLE = {
    "Person": re.compile(r"[一-鿿·]{2,4}"),
    "Platform": re.compile(r"[一-鿿A-Za-z0-9（）“”·—-]{5,40}"),
    # What is called a laboratory or a team among projects is none.
    "Project": re.compile(r".{6,60}(?<!实验室)(?<!孵化器)(?<!研究院)(?<!中心)(?<!平台)(?<!基地)(?<!团队)"),
}
_HOLDER = re.compile(r"[^、；;|\s]{3,40}")


@cache
def _columns() -> dict[str, str]:
    """Words above columns to the kind of thing that stands below."""
    headers = words.lexicon("tables")["headers"]
    known = {word: _ROLES.get(role, "") for role, listed in headers.items() for word in listed}
    return known | dict.fromkeys(words.lexicon("persons")["columns"], "Person")


def find(text: str) -> Iterator[kinds.Found]:
    """Things named in cells, from each header down to the next one or to a line that is no row."""
    for header in _HEADER.finditer(text) if "|" in text else ():
        roles = [_role(cell) for cell in header[0].split("|")]
        if any(roles):
            yield from _rows(text, header.end() + 1, roles)


def _role(cell: str) -> str:
    bare = re.sub(r"[（(][^（()）]*[)）]|\s", "", cell)
    ends = (_columns()[bare[i:]] for i in range(max(0, len(bare) - 1)) if bare[i:] in _columns())
    return next(ends, "")


def _rows(text: str, at: int, roles: list[str]) -> Iterator[kinds.Found]:
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        cells = text[at:end].split("|")
        # A line without cells may head a group of rows.
        if len(cells) == len(roles):
            yield from _cells(at, cells, roles)
        elif len(cells) > 1 or end == at:
            return
        at = end + 1


def _cells(at: int, cells: list[str], roles: list[str]) -> Iterator[kinds.Found]:
    for cell, role in zip(cells, roles, strict=True):
        for start, called in _named(cell, role):
            yield kinds.Found(at + start, at + start + len(called), role, called, note="cell", reason="cell of a table")
        at += len(cell) + 1


def _named(cell: str, role: str) -> Iterator[tuple[int, str]]:
    """What a cell names with its offset in it: several bodies may stand in one."""
    if role == "Organization":
        yield from ((m.start(), m[0]) for m in _HOLDER.finditer(cell) if not _BODY.search(m[0]))
    elif role and _WHOLE[role].fullmatch(cell.strip()):
        yield len(cell) - len(cell.lstrip()), cell.strip()
