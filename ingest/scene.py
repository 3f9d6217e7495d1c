"""What the reading rooms hand to one another: the outline of a document and the things that it names.

All positions here are in the shadow text (`Shadow.text`), the cleaned copy of the document; `Shadow.span` turns
them into quotes of the original. Only readings leave the package, and those hold original offsets only.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from graph import evidence

Speaker = TypeVar("Speaker")


@dataclass(frozen=True)
class Shadow:
    """A cleaned copy of a document's text. `origin[i]` is the original offset of shadow character i; one entry more
    than characters, so that ends map too."""

    raw: str
    text: str
    origin: array[int]

    def span(self, start: int, end: int) -> evidence.Span:
        """The original piece behind shadow[start:end]; the piece ends right after its last character's origin."""
        first = self.origin[start]
        last = self.origin[end - 1] + 1 if end > start else first
        return evidence.Span(first, last, self.raw[first:last])


@dataclass(frozen=True)
class Section:
    """A headed part. `level` 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）, also 第…章/条; 0 is the document itself (index 0).

    start:head_end is the heading line or the numbered lead-in, head_end:end the body, subsections included.
    `voice` is the piece that names who speaks in it (四、自治区财政厅协办意见; 市财政局：…), or None for the author.
    """

    index: int
    level: int
    parent: int | None
    start: int
    head_end: int
    end: int
    voice: tuple[int, int] | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence of the body, without its line break, in the deepest section that holds it."""

    start: int
    end: int
    section: int
    heading: bool = False


@dataclass(frozen=True)
class Outline:
    """The structure of a document. Pairs are start and end in the shadow text.

    `prescribes` says that the document lays down what shall be, as a policy does.
    """

    doc_type: str
    language: str
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    title: tuple[int, int] | None = None
    number: str | None = None
    number_at: tuple[int, int] | None = None
    date: str | None = None
    date_at: tuple[int, int] | None = None
    signers: tuple[tuple[int, int], ...] = ()
    addressees: tuple[int, int] | None = None
    body: tuple[int, int] = (0, 0)
    prescribes: bool = False

    def section_at(self, position: int) -> Section:
        """The deepest section that holds the position."""
        section = self.sections[max(0, bisect_right(self._section_starts, position) - 1)]
        while not section.start <= position < section.end and section.parent is not None:
            section = self.sections[section.parent]
        return section if section.start <= position < section.end else self.sections[0]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [s.start for s in self.sections]

    def ancestry(self, section: Section) -> Iterator[Section]:
        """The section and those that hold it, innermost first."""
        current: Section | None = section
        while current is not None:
            yield current
            current = self.sections[current.parent] if current.parent is not None else None


class Ref(NamedTuple):
    """One place that names an entity. Refs may nest: a zone inside a policy's title keeps its own ref."""

    start: int
    end: int
    entity: str
    type: str
    reason: str = ""


@dataclass(frozen=True)
class Scene:
    """A document whose things are found and resolved: what relating works on.

    `author` is the entity that signs the document, `voices` maps a section's index to the entity that speaks in it,
    `turns` are pieces in which a text that nobody signs quotes somebody, in order. `teller` is the outlet of a news
    text: what it says is stated by it, but it does none of it.
    """

    shadow: Shadow
    outline: Outline
    entities: dict[str, evidence.Entity]
    refs: tuple[Ref, ...]
    author: str | None = None
    voices: dict[int, str] = field(default_factory=dict)
    turns: tuple[tuple[int, int, str], ...] = ()
    teller: str | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [r.start for r in self.refs]

    def within(self, start: int, end: int, outer: bool = False) -> list[Ref]:
        """The refs that lie inside start:end, in order; with `outer`, only those that no other ref there holds."""
        low = bisect_left(self._starts, start)
        high = bisect_right(self._starts, end, low) if start <= end else low
        inside = [r for r in self.refs[low:high] if r.end <= end] if low < high else []
        return outermost(inside) if outer else inside

    def speaker(self, position: int) -> str | None:
        """Who speaks at that place and means itself by we: whose turn it is, the innermost section's speaker, else the author."""
        turn = turn_at(self.turns, position) if self.turns else None
        return turn if turn is not None else self._heard[self.outline.section_at(position).index]

    @cached_property
    def _heard(self) -> list[str | None]:
        """Who speaks in each section by itself: its own voice, else that of the section around it, else the author."""
        around = (self.outline.ancestry(section) for section in self.outline.sections)
        return [next((self.voices[s.index] for s in row if s.index in self.voices), self.author) for row in around]

    @property
    def home(self) -> evidence.Scalar | None:
        """The code of the author's region."""
        return self.entities[self.author].prop("region") if self.author else None

    def stated_by(self, position: int) -> str | None:
        """Who says what stands at that place: the speaker, else the outlet that tells it."""
        return self.speaker(position) or self.teller


def turn_at(turns: Sequence[tuple[int, int, Speaker]], position: int) -> Speaker | None:
    """Whose turn it is at that place, of pieces (start, end, speaker) in order."""
    at = bisect_right(turns, position, key=itemgetter(0)) - 1
    return turns[at][2] if at >= 0 and position < turns[at][1] else None


def outermost(inside: list[Ref]) -> list[Ref]:
    """Those that no longer one holds, of refs in order of their start, the longer first."""
    if len(inside) < 2:
        return inside
    kept, reach, at, longest = [], -1, -1, -1
    for ref in inside:
        if ref.start != at:
            reach, at, longest = max(reach, longest), ref.start, ref.end
        if ref.end > reach and ref.end == longest:
            kept.append(ref)
    return kept
