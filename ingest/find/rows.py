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
    """Things named in cells, from each header down to the next one or to a line that is no row; projects of lists and calls."""
    for header in _HEADER.finditer(text) if "|" in text else ():
        roles = [_role(cell) for cell in header[0].split("|")]
        if any(roles):
            yield from _rows(text, header.end() + 1, roles)
    yield from _listed(text)
    for match in _NUMBERED.finditer(text):
        yield kinds.Found(*match.span("name"), "Project", match["name"], note="cell", reason="numbered project")


# A list of projects says so above its rows; each row has the project's name first.
_LIST_OF_PROJECTS = re.compile(
    r"(?m)^[^\n|。；]{0,40}(?:项目|课题)[^\n|。；]{0,8}(?:清单|名单|一览表|安排表|汇总表|明细表|表)(?:（[^）\n]*）)?$"
)
_FIRST_CELL = re.compile(r"(?m)^(?P<number>\d{1,3})[.、|](?P<name>[^|\n]{6,60})(?=\|)")
_BETWEEN = re.compile(r"[^\n]{0,40}\n")
# 项目3：…关键技术研究: an item of a call or of a plan.
_NUMBERED = re.compile(
    r"(?m)^[ 　]*(?:项目|课题)[ 　]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[：:.、][ 　]*(?P<name>[^\n，。；：]{6,60})(?=$|[，。；])"
)


def _listed(text: str) -> Iterator[kinds.Found]:
    """The first cells of numbered rows under the title of a list of projects."""
    for title in _LIST_OF_PROJECTS.finditer(text) if "|" in text else ():
        first = _FIRST_CELL.search(text, title.end())
        # A line or two may tell the unit and the head of the columns.
        if first is None or len(_BETWEEN.findall(text, title.end(), first.start())) > _HEAD_LINES:
            continue
        while first:
            if _WHOLE["Project"].fullmatch(first["name"]) and not _BODY_OR_FIRM.search(first["name"]):
                yield kinds.Found(
                    *first.span("name"), "Project", first["name"], note="cell", reason="row of a list of projects"
                )
            end = text.find("\n", first.end())
            first = _FIRST_CELL.match(text, end + 1) if end > 0 else None


_HEAD_LINES = 4
_BODY_OR_FIRM = re.compile(
    r"(?:厅|局|委|委员会|政府|公司|集团|大学|学院|厂|医院|研究所|合作社|高新区|开发区|园区|产业园)$"
)


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
