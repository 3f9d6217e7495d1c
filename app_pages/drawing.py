"""Draws a figure as SVG that a journal takes: real text, status by line style, numbered links, legend, notes below."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app_pages import figures, ink, texts
from graph import ontology

MARGIN = 36
LETTER = 11.5
NOTE = 10.0
LEAST = 720.0
_INK, _SOFT, _LINE, _CONFLICT = "#22303C", "#5A6874", "#8A98A5", "#B3261E"
_HALO = {"paint_order": "stroke", "stroke": "#ffffff", "stroke_width": 3, "stroke_linejoin": "round"}
_FEW = 45
Box = tuple[float, float, float, float]
_STEP = 34


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
        self.parts.append(ink.write(self.left + indent, self.low, words, size, **{"fill": _INK} | attributes))


def draw(figure: figures.Figure, notes: bool) -> str:
    """The figure with its legend and, if wanted, its notes, as an SVG file."""
    parts, box = _drawn(figure, notes)
    return frame(parts, box, box[2:])


def _drawn(figure: figures.Figure, notes: bool) -> tuple[list[str], Box]:
    """What is drawn, and what of the plane it takes."""
    left, top, right, bottom = _bounds(figure)
    sheet = Sheet(left=left, wide=max(LEAST, right - left))
    title = ink.wrap(figure.title, sheet.wide, 16)
    sheet.low = top - 18 - 24 * len(title)
    first = sheet.low
    for words in title:
        sheet.line(words, 16, font_weight="bold")
    lines, said = _edges(figure)
    sheet.parts += [*lines, *_nodes(figure), *said]
    sheet.low = bottom
    _legend(sheet, figure)
    if notes:
        _notes(sheet, figure)
    return sheet.parts, (left - MARGIN, first - MARGIN, sheet.wide + 2 * MARGIN, sheet.low - first + 2 * MARGIN)


def frame(parts: list[str], box: Box, size: tuple[float, float]) -> str:
    """A whole SVG file on white; `box` is what is seen of the drawing, `size` how large it is by itself."""
    x, y, wide, high = box
    ground = ink.tag("rect", x=x, y=y, width=wide, height=high, fill="#ffffff")
    return ink.tag(
        "svg", "\n".join(["", ground, *parts, ""]), xmlns="http://www.w3.org/2000/svg", width=float(size[0]), height=float(size[1]),
        viewBox=" ".join(ink.number(float(part)) for part in box), font_family=ink.FONT,
    )  # fmt: skip


def pages(figure: figures.Figure, wide: float = 595, high: float = 842) -> Iterator[str]:
    """The figure on a page of A4 as it lies best, then its notes on further pages (sizes in points)."""
    parts, box = _drawn(figure, notes=False)
    yield frame(parts, box, (high, wide) if box[2] > box[3] else (wide, high))
    sheet = Sheet(left=48, wide=wide - 96, low=48)
    sheet.line(texts.say("figure.notes"), 13, font_weight="bold")
    for note in figure.notes:
        lines = _note_lines(note, sheet.wide)
        if sheet.low + 1.5 * NOTE * min(len(lines), 40) > high - 60:
            yield frame(sheet.parts, (0, 0, wide, high), (wide, high))
            sheet = Sheet(left=48, wide=wide - 96, low=48)
        for indent, words, bold in lines:
            sheet.line(words, NOTE, indent, font_weight="bold" if bold else None)
    sheet.line(texts.say("figure.absent"), 9, fill=_SOFT)
    yield frame(sheet.parts, (0, 0, wide, high), (wide, high))


# ---- the graph ------------------------------------------------------------------------------------------------------


def size_of(node: Mapping[str, Any]) -> float:
    """How wide a thing is drawn, as in look.js."""
    return 44.0 if node["seed"] else 22 + min(18, 3.2 * math.log2(1 + node["degree"]))


def _label(node: Mapping[str, Any]) -> list[str]:
    name = ink.clean(str(node["name"]))
    wide = any(ink.width(letter, 1) == 1 for letter in name)
    kept = name if len(name) <= (24 if wide else 48) else name[: 23 if wide else 47] + "…"
    return ink.wrap(kept, 12 * LETTER if wide else 140, LETTER)


def _bounds(figure: figures.Figure) -> tuple[float, float, float, float]:
    """What the things take with their names: left, top, right, bottom."""
    boxes = []
    for node in figure.nodes:
        x, y, _ = figure.places[node["id"]]
        half, label = size_of(node) / 2, _label(node)
        side = max([half, *(ink.width(line, LETTER) / 2 for line in label)])
        boxes.append((x - side, y - half, x + side, y + half + 1.25 * LETTER * len(label) + 8))
    ends = list(zip(*boxes, strict=True))
    return min(ends[0]), min(ends[1]), max(ends[2]), max(ends[3])


def _nodes(figure: figures.Figure) -> Iterator[str]:
    for node in figure.nodes:
        x, y, pinned = figure.places[node["id"]]
        size = size_of(node)
        edge = (
            {"stroke": _INK, "stroke_width": 3}
            if node["seed"]
            else {"stroke": _INK if pinned else "#ffffff", "stroke_width": 1.5}
        )
        yield ink.shape(node["shape"], x, y, size, fill=node["colour"], **edge)
        for row, line in enumerate(_label(node)):
            yield ink.write(
                x, y + size / 2 + LETTER * (1.15 + 1.2 * row), line, LETTER, text_anchor="middle", fill=_INK,
                font_weight="bold" if node["seed"] else None, **_HALO,
            )  # fmt: skip


def _edges(figure: figures.Figure) -> tuple[list[str], list[str]]:
    """Lines, and what is written on them; those between the same two things are bent apart."""
    numbers = {note.link["id"]: note.number for note in figure.notes}
    beside: dict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    for edge in figure.edges:
        beside[frozenset((edge["source"], edge["target"]))].append(edge)
    drawn = []
    sizes = {node["id"]: size_of(node) for node in figure.nodes}
    for same in beside.values():
        for place, edge in enumerate(same):
            bend = _STEP * (place - (len(same) - 1) / 2) * (1 if edge["source"] == same[0]["source"] else -1)
            drawn.append(_edge(figure, edge, bend, sizes, numbers.get(edge["id"])))
    return [line for line, _ in drawn], [said for _, said in drawn]


def _edge(
    figure: figures.Figure, edge: Mapping[str, Any], bend: float, sizes: Mapping[str, float], number: int | None
) -> tuple[str, str]:
    """A line bent so far to one side, with its arrow; and its name and number."""
    (x1, y1, _), (x2, y2, _) = (figure.places[edge[end]] for end in ("source", "target"))
    far = math.hypot(x2 - x1, y2 - y1) or 1.0
    cx, cy = (x1 + x2) / 2 - bend * (y2 - y1) / far, (y1 + y2) / 2 + bend * (x2 - x1) / far
    sx, sy, _ = _toward(x1, y1, cx, cy, sizes[edge["source"]] / 2 + 1)
    tx, ty, turn = _toward(x2, y2, cx, cy, sizes[edge["target"]] / 2 + 2)
    colour = _CONFLICT if edge["contested"] else _LINE
    path = ink.tag(
        "path", d=f"M{ink.number(sx)} {ink.number(sy)}Q{ink.number(cx)} {ink.number(cy)} {ink.number(tx)} {ink.number(ty)}",
        fill="none", stroke=colour, stroke_width=2.4 if edge["contested"] else 1.5, stroke_dasharray=ink.DASHES.get(edge["line"]),
    )  # fmt: skip
    name = edge["name"] if len(figure.edges) <= _FEW else ""
    said = " ".join(part for part in ("⚠" if edge["contested"] else "", name, f"[{number}]" if number else "") if part)
    return path + ink.arrow(tx, ty, turn + math.pi, 9, colour), _on_line(said, (x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4,
                                                                      math.atan2(y2 - y1, x2 - x1), edge["contested"])  # fmt: skip


def _toward(x: float, y: float, to_x: float, to_y: float, far: float) -> tuple[float, float, float]:
    """The point so far from one point toward another, and that direction."""
    turn = math.atan2(to_y - y, to_x - x)
    return x + far * math.cos(turn), y + far * math.sin(turn), turn


def _on_line(words: str, x: float, y: float, turn: float, contested: bool) -> str:
    degrees = (math.degrees(turn) + 90) % 180 - 90
    return ink.write(
        x, y + 3, words, LETTER - 2.5, text_anchor="middle", fill=_CONFLICT if contested else _SOFT,
        transform=f"rotate({ink.number(degrees)} {ink.number(x)} {ink.number(y)})", **_HALO,
    )  # fmt: skip


# ---- legend and notes -----------------------------------------------------------------------------------------------


def _legend(sheet: Sheet, figure: figures.Figure) -> None:
    """Line styles with their statuses and shapes with their kinds, in rows; one sign and its words are never parted."""
    terms = ontology.load().statuses
    used = {str(edge["status"]) for edge in figure.edges}
    items = [(ink.tag("path", d="M0 -4h26", stroke=_SOFT, stroke_width=2, stroke_dasharray=ink.DASHES.get(term.line)), 32.0,
              texts.status(name)) for name, term in reversed(terms.items()) if name in used]  # fmt: skip
    if any(edge["contested"] for edge in figure.edges):
        conflict = ink.tag("path", d="M0 -4h26", stroke=_CONFLICT, stroke_width=2.4)
        items.append((conflict, 32.0, f"⚠ {texts.say('explore.contested')}"))
    for label, nodes in figures.kinds(figure).items():
        items.append((ink.shape(nodes[0]["shape"], 6, -4, 12, fill=nodes[0]["colour"]), 17.0, texts.kind(label)))
    sheet.low += 26
    x = 0.0
    for sign, indent, words in items:
        wide = indent + ink.width(words, NOTE) + 18
        if x and x + wide > sheet.wide:
            x, sheet.low = 0.0, sheet.low + 18
        body = sign + ink.write(indent, 0, words, NOTE, fill=_INK)
        sheet.parts.append(
            ink.tag("g", body, transform=f"translate({ink.number(sheet.left + x)} {ink.number(sheet.low)})")
        )
        x += wide


def _notes(sheet: Sheet, figure: figures.Figure) -> None:
    sheet.low += 14
    sheet.line(texts.say("figure.notes"), 12, font_weight="bold")
    for note in figure.notes:
        for indent, words, bold in _note_lines(note, sheet.wide):
            sheet.line(words, NOTE, indent, font_weight="bold" if bold else None)
    sheet.line(texts.say("figure.absent"), 9, fill=_SOFT)


def _note_lines(note: figures.Note, room: float) -> list[tuple[float, str, bool]]:
    """A note as lines with their indents: what the link says, then each statement."""
    said = [line for words in figures.sentences(note) for line in ink.wrap(words, room - 24, NOTE)]
    head = ink.wrap(f"[{note.number}] {figures.heading(note)}", room, NOTE)
    return [*((0.0, line, True) for line in head), *((24.0, line, False) for line in said)]
