"""The sheet that a figure stands on: its title, the rows of its legend, its numbered evidence, and the frame of an SVG file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app_pages import ink, texts

MARGIN = 36
NOTE = 10.0
LEAST = 720.0
INK, SOFT, CONFLICT = "#22303C", "#5A6874", "#B3261E"
A4 = (595.0, 842.0)  # points
Box = tuple[float, float, float, float]
Sign = tuple[str, float, str]  # a line of a legend: what is drawn, how far behind it the words begin, the words
_EDGE = 48


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry of the list of evidence: its number, what is said, and each statement as a citation with its words."""

    number: int
    heading: str
    said: Sequence[str]

    def lines(self, room: float) -> list[tuple[float, str, bool]]:
        """The entry as lines with their indents; the heading is bold."""
        said = [line for words in self.said for line in ink.wrap(words, room - 24, NOTE)]
        head = ink.wrap(f"[{self.number}] {self.heading}", room, NOTE)
        return [*((0.0, line, True) for line in head), *((24.0, line, False) for line in said)]


@dataclass
class Sheet:
    """What is drawn so far, and how far it reaches; `low` is where the next line goes."""

    parts: list[str] = field(default_factory=list)
    left: float = 0.0
    wide: float = LEAST
    low: float = 0.0

    def line(self, words: str, size: float = NOTE, indent: float = 0.0, **attributes: object) -> None:
        """Write one line below what is there."""
        self.low += size * 1.5
        self.parts.append(ink.write(self.left + indent, self.low, words, size, **{"fill": INK} | attributes))

    def title(self, words: str, top: float) -> float:
        """Write a title that ends above a drawing whose upper edge is at `top`; returns where the title begins."""
        lines = ink.wrap(words, self.wide, 16)
        first = self.low = top - 18 - 24 * len(lines)
        for line in lines:
            self.line(line, 16, font_weight="bold")
        return first

    def legend(self, signs: Iterable[Sign]) -> None:
        """Write signs and their words in rows; a sign and its words are never parted."""
        self.low += 26
        x = 0.0
        for sign, indent, words in signs:
            wide = indent + ink.width(words, NOTE) + 18
            if x and x + wide > self.wide:
                x, self.low = 0.0, self.low + 18
            body = sign + ink.write(indent, 0, words, NOTE, fill=INK)
            place = f"translate({ink.number(self.left + x)} {ink.number(self.low)})"
            self.parts.append(ink.tag("g", body, transform=place))
            x += wide

    def notes(self, noted: Iterable[Noted]) -> None:
        """Write the list of evidence below what is there."""
        self.low += 14
        self.line(texts.say("figure.notes"), 12, font_weight="bold")
        for one in noted:
            self.note(one.lines(self.wide))
        self.line(texts.say("figure.absent"), 9, fill=SOFT)

    def note(self, lines: Iterable[tuple[float, str, bool]]) -> None:
        """Write the lines of one entry."""
        for indent, words, bold in lines:
            self.line(words, NOTE, indent, font_weight="bold" if bold else None)

    def box(self, first: float) -> Box:
        """What the sheet takes of the plane with its margins, where it begins at `first`."""
        return self.left - MARGIN, first - MARGIN, self.wide + 2 * MARGIN, self.low - first + 2 * MARGIN


def frame(parts: Iterable[str], box: Box, size: tuple[float, float]) -> str:
    """A whole SVG file on white; `box` is what is seen of the drawing, `size` how large it is by itself."""
    x, y, wide, high = box
    ground = ink.tag("rect", x=x, y=y, width=wide, height=high, fill="#ffffff")
    return ink.tag(
        "svg", "\n".join(["", ground, *parts, ""]), xmlns="http://www.w3.org/2000/svg", width=float(size[0]), height=float(size[1]),
        viewBox=" ".join(ink.number(float(part)) for part in box), font_family=ink.FONT,
    )  # fmt: skip


def page(parts: Iterable[str], box: Box) -> str:
    """A drawing on a page of A4 as it lies best."""
    return frame(parts, box, (A4[1], A4[0]) if box[2] > box[3] else A4)


def note_pages(noted: Iterable[Noted]) -> Iterator[str]:
    """A list of evidence on pages of A4; an entry that is no longer than a page is not parted."""
    wide, high = A4
    sheet = Sheet(left=_EDGE, wide=wide - 2 * _EDGE, low=_EDGE)
    sheet.line(texts.say("figure.notes"), 13, font_weight="bold")
    for one in noted:
        lines = one.lines(sheet.wide)
        if sheet.low + 1.5 * NOTE * min(len(lines), 40) > high - 60:
            yield frame(sheet.parts, (0, 0, wide, high), A4)
            sheet = Sheet(left=_EDGE, wide=wide - 2 * _EDGE, low=_EDGE)
        sheet.note(lines)
    sheet.line(texts.say("figure.absent"), 9, fill=SOFT)
    yield frame(sheet.parts, (0, 0, wide, high), A4)
