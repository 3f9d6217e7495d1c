"""Tables to take along: CSV that a spreadsheet reads as Chinese and in which nothing runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from graph import exports

Cell = str | int | float | bool | None


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as UTF-8 with the byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([exports.safe_cell(name) for name in head])
    writer.writerows([exports.safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
