"""The tables of a file, whatever holds them: the sheets of a workbook or CSV, or the tables inside a document."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from graph import errors, evidence
from ingest import loaders
from ingest.tables import files, grid, inside, reasons


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file and the tables in it; `inside` says that they stand in a document. `hidden` are the sheets left out."""

    text: str
    grids: list[grid.Grid]
    inside: bool = False
    hidden: tuple[files.Sheet, ...] = ()


def opened(name: str, data: bytes, wanted: Container[str] = ()) -> Opened:
    """The tables of a file; of hidden sheets those only whose names are wanted. Raises UnreadableFile where it has none."""
    raw = loaders.Raw(evidence.Source(name), data)
    if not raw.is_table:
        text = loaders.load(raw).text
        return Opened(text, inside.grids(name, data, text), True)
    sheets = files.sheets(name, data)
    hidden = tuple(one for one in sheets if one.hidden and one.name not in wanted)
    seen = [one for one in sheets if one not in hidden]
    if not seen:
        raise errors.UnreadableFile(name, reasons.HIDDEN)
    return Opened(*grid.lay_out(seen), hidden=hidden)
