"""The words that statements and things rest on, as properties in the graph: quote and offsets, page or cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph import evidence

Value = str | int | float | bool | tuple[str, ...] | None


def of(quote: evidence.Span, doc: evidence.Document) -> dict[str, Value]:
    """The words and where they stand; page and its confidence, or sheet, row, column and header, where the source has them."""
    found: dict[str, Value] = {
        "quote": quote.text,
        "quote_start": quote.start,
        "quote_end": quote.end,
        "document": doc.id,
    }
    return found | _page(quote, doc) | _cell(quote, doc)


def _page(quote: evidence.Span, doc: evidence.Document) -> dict[str, Value]:
    page = doc.page(quote.start)
    if page is None:
        return {}
    found: dict[str, Value] = {"page": page.number}
    return found if page.confidence is None else found | {"page_confidence": page.confidence}


def _cell(quote: evidence.Span, doc: evidence.Document) -> dict[str, Value]:
    if quote.cell is None:
        return {}
    cell = quote.cell
    found: dict[str, Value] = {"sheet": cell.sheet, "row": cell.row, "column": cell.column, "header": doc.header(cell)}
    return {name: value for name, value in found.items() if value}


@dataclass
class Mentioned:
    """How a document names a thing: how often, and for each of its words the reason why they mean it.

    In tables also the first cell of each of its words, the cells that its properties rest on, and what the rows say of
    themselves; it is unchecked when all rows are.
    """

    count: int = 0
    reasons: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    grounds: dict[str, str] = field(default_factory=dict)
    told: dict[str, Value] = field(default_factory=dict)
    unchecked: bool = True

    def take(self, e: evidence.Entity) -> None:
        """Take over where the entity is named and what its properties rest on."""
        self.count += len(e.mentions)
        for mention in e.mentions:
            self.reasons.setdefault(mention.span.text, mention.reason)
            if mention.span.cell is not None:
                self.cells.setdefault(mention.span.text, mention.span.cell.address)
            told = dict(mention.qualifiers)
            self.unchecked = self.unchecked and bool(told.pop("unchecked", False))
            self.told = {**told, **self.told}
        self.grounds |= {name: span.cell.address for name, span in e.grounds if span.cell is not None}

    def props(self) -> dict[str, Value]:
        """The properties of the edge from the document to the thing."""
        surfaces = tuple(sorted(self.reasons))
        found: dict[str, Value] = {
            "count": self.count,
            "surfaces": surfaces,
            "reasons": tuple(self.reasons[s] for s in surfaces),
        }
        if self.cells:
            found["cells"] = tuple(self.cells.get(s, "") for s in surfaces)
        if self.grounds:
            found["properties"], found["property_cells"] = tuple(self.grounds), tuple(self.grounds.values())
        if self.count and self.unchecked:
            found["unchecked"] = True
        return found | self.told
