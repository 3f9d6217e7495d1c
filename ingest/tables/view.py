"""A sheet seen through its mapping: the values of one row after another, the conditions that it meets, and its faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph import cells, evidence
from ingest.tables import head as heads
from ingest.tables import mapping, rows, values
from ingest.tables.grid import Grid, Piece


@dataclass(frozen=True, slots=True)
class Text:
    """One value of a row: its words, what was printed and, unless it is a constant, where the cell holds it."""

    words: str
    span: evidence.Span | None = None


class View:
    """The current row of a sheet under a mapping; `faults` are the cells so far that do not fit."""

    def __init__(self, grid: Grid, head: heads.Head, spec: mapping.Table) -> None:
        self.grid, self.head, self.spec = grid, head, spec
        self.columns = {name: column for name in spec.columns() if (column := head.find(name)) is not None}
        self.faults: list[evidence.Fault] = []
        self.row = rows.Row(0, "record")
        self._down = frozenset(v.column for v in spec.values() if v.down)
        self._above: dict[str, Piece] = {}
        self._words = {id(v): dict(v.words) for v in spec.values() if v.words}
        # A row is asked for one value many times over.
        self._texts: dict[int, list[Text]] = {}

    @property
    def naming(self) -> frozenset[int]:
        """The columns that name things."""
        return frozenset(self.columns[e.name.column] for e in self.spec.entities if e.name.column in self.columns)

    def move(self, row: rows.Row) -> None:
        """Go to a row, keeping what stands above for the columns that are filled downwards."""
        self.row = row
        self._texts.clear()
        for name in self._down & self.columns.keys():
            piece = self.grid.piece(row.number, self.columns[name])
            if not values.is_empty(piece.text):
                self._above[name] = piece

    def piece(self, value: mapping.Value) -> Piece | None:
        """The filled cell of a value's column in this row, or above it where the mapping says so."""
        if value.column == mapping.SECTION:
            return self.row.section
        if value.down:
            return self._above.get(value.column)
        column = self.columns.get(value.column)
        found = self.grid.piece(self.row.number, column) if column else None
        return found if found is not None and not values.is_empty(found.text) else None

    def texts(self, value: mapping.Value | None) -> list[Text]:
        """The values of a cell, or the constant, each in the words that the mapping has for it."""
        if value is None:
            return []
        found = self._texts.get(id(value))
        if found is None:
            found = self._texts[id(value)] = self._read(value)
        return found

    def _read(self, value: mapping.Value) -> list[Text]:
        if value.constant:
            return [Text(value.constant)]
        piece = self.piece(value)
        if piece is None:
            return [Text(value.default)] if value.default else []
        own = self._words.get(id(value))
        pieces = (
            [rows.heading(piece)[1:]] if value.column == mapping.SECTION else values.split(piece.text, value.separators)
        )
        texts = [Text(piece.text[s:e], self.grid.span(piece, s, e)) for s, e in pieces]
        return [Text(own.get(t.words, t.words), t.span) for t in texts] if own else texts

    def text(self, value: mapping.Value | None) -> Text | None:
        """The first value of a cell."""
        found = self.texts(value)
        return found[0] if found else None

    def time(self, value: mapping.Value | None) -> str:
        """A date as ISO 8601; a cell that is none is a fault."""
        text = self.text(value)
        if text is None:
            return ""
        found = values.iso(text.words)
        if not found:
            self.fault(text, "no date that can be read")
        return found

    def status(self, value: mapping.Value) -> evidence.Status | None:
        """A status; a cell that states none is a fault."""
        text = self.text(value)
        found = values.status(text.words) if text else None
        if text is not None and found is None:
            self.fault(text, "no status that is known: say under `values` what it means")
        return found

    def holds(self, conditions: Iterable[mapping.Condition]) -> bool:
        """Whether the row meets all conditions."""
        return all(all(self._meets(v, wanted) for v, wanted in c.tests) != c.negated for c in conditions)

    def _meets(self, value: mapping.Value, wanted: tuple[str, ...]) -> bool:
        piece = self.piece(value)
        text = piece.text if piece else ""
        return text in wanted or ("*" in wanted and bool(text))

    def header(self, span: evidence.Span) -> str:
        """The words above the column of a cell."""
        column = span.cell.column if span.cell else 0
        return self.head.columns[column - 1] if 0 < column <= len(self.head.columns) else ""

    def fault(self, text: Text, reason: str) -> None:
        """Note a cell that does not fit; the rest of its row stays."""
        if text.span is not None and text.span.cell is not None:
            self.faults.append(evidence.Fault(text.span.cell, self.header(text.span), text.words, reason))

    def row_fault(self, reason: str) -> None:
        """Note a row that does not fit."""
        line = self.grid.line(self.row.number)
        column = next((i + 1 for i, text in enumerate(line) if text), 1)
        cell = cells.Cell(self.grid.sheet.name, self.row.number, column)
        self.faults.append(evidence.Fault(cell, "", line[column - 1] if line else "", reason))

    def told(self, as_of: str) -> evidence.Pairs:
        """What the row tells of itself: the source it cites, the day for which it holds, and whether it is not confirmed."""
        row = self.spec.row
        cited = self.text(row.cited)
        since = (self.time(row.as_of) if row.as_of else "") or as_of
        told: list[tuple[str, evidence.Scalar]] = [("cited", cited.words)] if cited else []
        told += [("as_of", since)] if since else []
        told += [("unchecked", True)] if row.unchecked and self.holds(row.unchecked) else []
        return tuple(told)
