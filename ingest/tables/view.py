"""A sheet seen through its mapping: the values of one row after another, the conditions that it meets, and its faults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph import cells, evidence
from ingest.tables import head as heads
from ingest.tables import mapping, reasons, rows, values
from ingest.tables.grid import Grid, Piece


class Text(NamedTuple):
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
        # A row is asked for one value many times over, and by several parts of the mapping.
        firsts: dict[mapping.Value, mapping.Value] = {}
        self._first = {id(v): id(firsts.setdefault(v, v)) for v in spec.values()}
        self._values = {id(v): v for v in firsts.values()}
        self._words = {id(v): dict(v.words) for v in spec.values() if v.words}
        self._fixed = {id(v): [Text(v.constant)] for v in firsts.values() if v.constant}
        self._texts: dict[int, list[Text]] = {}
        self._told: dict[tuple[str, str, bool], evidence.Pairs] = {}

    @property
    def naming(self) -> frozenset[int]:
        """The columns that name things."""
        return frozenset(self.columns[e.name.column] for e in self.spec.entities if e.name.column in self.columns)

    def move(self, row: rows.Row) -> None:
        """Go to a row, keeping what stands above for the columns that are filled downwards."""
        self.row = row
        self._texts = self._fixed.copy()
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
        first = self._first[id(value)]
        found = self._texts.get(first)
        if found is None:
            found = self._texts[first] = self._read(self._values[first])
        return found

    def _read(self, value: mapping.Value) -> list[Text]:
        piece = self.piece(value)
        if piece is None:
            return [Text(value.default)] if value.default else []
        if not value.separators and not value.words and value.column != mapping.SECTION:
            start, end = values.bare(piece.text)
            if end - start == len(piece.text):
                return [Text(values.line(piece.text), self.grid.span(piece))]
            return [Text(values.line(piece.text[start:end]), self.grid.span(piece, start, end))]
        own = self._words.get(id(value), {})
        pieces = (
            [rows.heading(piece)[1:]] if value.column == mapping.SECTION else values.split(piece.text, value.separators)
        )
        spans = (self.grid.span(piece, start, end) for start, end in pieces)
        return [Text(own.get(words := values.line(span.text), words), span) for span in spans]

    def text(self, value: mapping.Value | None) -> Text | None:
        """The first value of a cell."""
        found = self.texts(value) if value is not None else None
        return found[0] if found else None

    def time(self, value: mapping.Value | None) -> str:
        """A date as ISO 8601; a cell that is none is a fault."""
        text = self.text(value)
        if text is None:
            return ""
        found = values.iso(text.words)
        if not found:
            self.fault(text, reasons.NO_DATE)
        return found

    def status(self, value: mapping.Value) -> evidence.Status | None:
        """A status; a cell that states none is a fault."""
        text = self.text(value)
        found = values.status(text.words) if text else None
        if text is not None and found is None:
            self.fault(text, reasons.NO_STATUS)
        return found

    def holds(self, conditions: Sequence[mapping.Condition]) -> bool:
        """Whether the row meets all conditions."""
        return not conditions or all(
            all(self._meets(v, wanted) for v, wanted in c.tests) != c.negated for c in conditions
        )

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

    def lose(self) -> None:
        """Note the cells under the header whose text could not be had, sums of others aside."""
        for lost in self.grid.sheet.lost:
            if lost.row > self.head.last and not rows.is_total(self.grid, lost.row):
                cell = cells.Cell(self.grid.sheet.name, lost.row, lost.column)
                header = self.head.columns[lost.column - 1] if lost.column <= len(self.head.columns) else ""
                self.faults.append(evidence.Fault(cell, header, lost.text, lost.reason))

    def told(self, as_of: str) -> evidence.Pairs:
        """What the row tells of itself: the source it cites, the day for which it holds, and whether it is not confirmed."""
        row = self.spec.row
        cited = self.text(row.cited)
        since = (self.time(row.as_of) if row.as_of else "") or as_of
        known = (cited.words if cited else "", since, bool(row.unchecked) and self.holds(row.unchecked))
        # Most rows tell the same: one tuple serves them all.
        told = self._told.get(known)
        if told is None:
            named: zip[tuple[str, evidence.Scalar]] = zip(("cited", "as_of", "unchecked"), known, strict=True)
            told = self._told[known] = tuple((name, value) for name, value in named if value)
        return told
