"""Lines of a document that are no prose: rows of columns, of a table's cells, of an address book."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from ingest import clauses, scene

Kind = Literal["columns", "cell", "prose"]


def in_columns(view: scene.Scene, clause: clauses.Clause) -> bool:
    """Whether the clause stands in a row of a table, in whose cells no body is named, or of an address book."""
    starts, kinds = _lines(view.shadow.raw)
    line = kinds[bisect_right(starts, view.shadow.origin[clause.start]) - 1]
    return line == "columns" or (line == "cell" and not any(r.type == "Agency" for r in clause.refs))


@lru_cache(maxsize=1)
def _lines(raw: str) -> tuple[list[int], list[Kind]]:
    """Where each line of the document begins, and of what kind it is."""
    lines = raw.split("\n")
    return [0, *accumulate(len(line) + 1 for line in lines[:-1])], [_kind(line) for line in lines]


def _kind(line: str) -> Kind:
    if _CONTACT.match(line) or (len(line) <= _ROW and _COLUMNS.match(line)):
        return "columns"
    return "cell" if _CELL.match(line) else "prose"


_CELL = re.compile(r"\s*\|")
# Columns set apart by spaces and without a full stop, and the longest line in which they stand.
_COLUMNS = re.compile(r"[^。；]*[^\s。；][　 ]+[^\s。；]+[　 ]+(?:省级|市级)?[一-鿿]*\d[\d.]*[^。；]{0,6}$")
_ROW = 400
_CONTACT = re.compile(
    r" *(?:(?:牵头|参与|配合|责任|协办|承担)(?:单位|部门)|完成(?:时限|时间)|时间节点|联系人|联系电话|联系方式|地址|邮编|传真|电话|电子邮箱|抄送|报|送|抄报)[：:]"
)
