"""Sums in the columns of a list inside a text: the unit stands once, above it (单位：万元, 金额（万元）), a gift in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph import evidence, ids
from ingest import scene, values
from ingest.relate.grants import receivers

_UNIT = re.compile(r"单位[：:][ \u3000]*(?:人民币)?(?P<unit>亿元|万元|千元|元)")
_MONEY = r"(?:资助|补助|奖补|奖励|补贴|安排|下达|拨付|支持|立项)?(?:金额|经费|资金|额度|数额|资助额?|补助|奖补)"
# The last column of a header, which may bring the unit itself.
_LAST = re.compile(rf"[|\s]{_MONEY}[^|\s（(]{{0,6}}(?:[（(](?P<unit>亿元|万元|千元|元)[）)])?[|\s]*$")
# 省级资助1500: the cell says itself what it holds.
_LABELLED = re.compile(
    r"(?:资助|补助|奖补|奖励|补贴|安排|下达|拨付|支持)(?:金额|经费|资金|额)?[：: ]?(?P<sum>\d[\d,]*(?:\.\d+)?)(?![\d.%年])"
)
_CELL = re.compile(r"(?:[|\s]|(?<=[一-鿿）)]))(?P<sum>\d[\d,]*(?:\.\d+)?)[|\s]*$")
# A line of column heads holds no figure.
_HEADER = re.compile(r"[^\d|]+(?:\|[^\d|]+){1,12}")
_TOTAL = re.compile(r"[|\s]*(?:合计|总计|小计|共计|序号)")
# A list of what is given, not of what one may get.
_DEALT = re.compile(r"安排|分配|下达|拨付|清单|名单|明细|立项|计划表|一览表|汇总表|结果")
_YEAR = re.compile(r"(20\d{2})年")


class _Row(NamedTuple):
    """A row with its sum in yuan, where it stands, and the year of the list."""

    start: int
    end: int
    amount: int
    year: int | None


def find(view: scene.Scene, document: str, fund: str | None) -> list[evidence.Grant]:
    """The gift of each row; `fund` is what the document as a whole gives out."""
    return [_grant(view, document, fund, row) for row in _rows(view)]


def _rows(view: scene.Scene) -> Iterator[_Row]:
    unit, last, heading = 0, False, ""
    lines = [line.span() for line in re.finditer(r"[^\n]+", view.shadow.text)]
    for index, (start, end) in enumerate(lines):
        line = view.shadow.text[start:end]
        said, header = _UNIT.search(line), _LAST.search(line)
        if written := said["unit"] if said else header and header["unit"]:
            above = [view.shadow.text[slice(*at)] for at in lines[max(0, index - 2) : index + 1]]
            heading = "".join(above) + _title(view)
            unit = values.UNITS[written.removesuffix("元")] if _DEALT.search(heading) else 0
            last = True
        elif unit and _HEADER.fullmatch(line):
            last = header is not None
        elif line.endswith("。"):
            unit = 0
        elif unit and not _TOTAL.match(line):
            cell = _LABELLED.search(line) or (_CELL.search(line) if last else None)
            if cell and (figure := float(cell["sum"].replace(",", ""))):
                year = _YEAR.search(heading)
                yield _Row(start, end, round(figure * unit), int(year[1]) if year else None)


def _title(view: scene.Scene) -> str:
    return view.shadow.text[slice(*view.outline.title)] if view.outline.title else ""


def _grant(view: scene.Scene, document: str, fund: str | None, row: _Row) -> evidence.Grant:
    named = [r for r in view.within(row.start, row.end, outer=True) if r.type in receivers.NAMED]
    receiver = named[0].entity if named else None
    quote = view.shadow.span(row.start, row.end)
    return evidence.Grant(
        id=ids.statement("g", document, str(row.amount), receiver or "", fund or "", quote.text), amount=row.amount, status="done",
        quote=quote, fund=fund, agency=view.speaker(row.start), beneficiary=receiver, currency="CNY", amount_from=None, unit=None,
        year=row.year, projects=None, kind="awarded", cue="", stated_by=view.stated_by(row.start),
    )  # fmt: skip
