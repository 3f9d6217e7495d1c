"""Tables: a spreadsheet and a mapping that says what its columns mean become the same kind of reading as a document."""

from __future__ import annotations

from collections.abc import Sequence

from graph import cells, evidence
from ingest.tables.mapping import parse
from ingest.tables.reading import Read, read, read_inside

__all__ = ["Read", "in_words", "parse", "read", "read_inside", "told"]

_MOST_TOLD = 20


def told(faults: Sequence[evidence.Fault]) -> list[str]:
    """Cells that do not fit, in words: row, column, reason; a long list is cut and says so."""
    lines = [in_words(fault) for fault in faults[:_MOST_TOLD]]
    more = len(faults) - len(lines)
    return [*lines, f"还有 {more} 处 / and {more} more: policy-graph map check FILE"] if more else lines


def in_words(fault: evidence.Fault) -> str:
    """One cell that does not fit, in words."""
    sheet = f"工作表 sheet {fault.cell.sheet}, " if fault.cell.sheet else ""
    column = f" ({fault.header})" if fault.header else ""
    place = f"{sheet}行 row {fault.cell.row}, 列 column {cells.letters(fault.cell.column)}{column}"
    return f"{place}: {fault.reason}: {fault.text[:40]!r}"
