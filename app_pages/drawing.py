"""Draws a figure as SVG that a journal takes: real text, status by line style, numbered links, legend, notes below."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app_pages import figures, ink, room, sheets, texts
from graph import ontology

LETTER = 11.5
Point = tuple[float, float]
_LINE = "#8A98A5"
_FEW = 45
_STEP = 34
# Where along a line its words may stand: the middle first.
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of a thing in lines, how they are anchored at `x`, and the box that they take."""

    lines: Sequence[str]
    anchor: str
    x: float
    box: sheets.Box


def draw(figure: figures.Figure, notes: bool) -> str:
    """The figure with its legend and, if wanted, its notes, as an SVG file."""
    parts, box = _drawn(figure, notes)
    return sheets.frame(parts, box, box[2:])


def _drawn(figure: figures.Figure, notes: bool) -> tuple[list[str], sheets.Box]:
    """What is drawn, and what of the plane it takes."""
    free = room.Room()
    labels = _labels(figure, free)
    left, top, right, bottom = _bounds(figure, labels)
    sheet = sheets.Sheet(left=left, wide=max(sheets.LEAST, right - left))
    first = sheet.title(figure.title, top)
    lines, said = _edges(figure, free)
    sheet.parts += [*lines, *said, *_nodes(figure, labels)]
    sheet.low = bottom
    sheet.legend(_legend(figure))
    if notes:
        sheet.notes(_noted(figure))
    return sheet.parts, sheet.box(first)


def pages(figure: figures.Figure) -> Iterator[str]:
    """The figure on a page of A4 as it lies best, then its notes on further pages."""
    parts, box = _drawn(figure, notes=False)
    yield sheets.page(parts, box)
    yield from sheets.note_pages(_noted(figure))


# ---- the graph ------------------------------------------------------------------------------------------------------


def size_of(node: Mapping[str, Any]) -> float:
    """How wide a thing is drawn, as in look.js."""
    return 44.0 if node["seed"] else 22 + min(18, 3.2 * math.log2(1 + node["degree"]))


def _box_of(figure: figures.Figure, node: Mapping[str, Any]) -> sheets.Box:
    x, y, _ = figure.places[node["id"]]
    half = size_of(node) / 2
    return x - half, y - half, x + half, y + half


def _labels(figure: figures.Figure, free: room.Room) -> dict[str, _Label]:
    """Names by the ids of their things: below, else above or beside them, where no thing and no other name lies."""
    free.take(*(_box_of(figure, node) for node in figure.nodes))
    first = sorted(figure.nodes, key=lambda node: (not node["seed"], -node["degree"], node["id"]))
    return {node["id"]: free.best(_around(node, _box_of(figure, node)), lambda label: [label.box]) for node in first}


def _around(node: Mapping[str, Any], box: sheets.Box) -> list[_Label]:
    """The places that a thing's name may take around it."""
    lines, (left, top, right, bottom) = _name(node), box
    wide, high = max([ink.width(line, LETTER) for line in lines], default=0), 1.2 * LETTER * len(lines)
    x, above, beside = (left + right) / 2, top - high - 4, (top + bottom - high) / 2
    return [
        _Label(lines, "middle", x, (x - wide / 2, bottom + 2, x + wide / 2, bottom + 2 + high)),
        _Label(lines, "middle", x, (x - wide / 2, above, x + wide / 2, above + high)),
        _Label(lines, "start", right + 5, (right + 5, beside, right + 5 + wide, beside + high)),
        _Label(lines, "end", left - 5, (left - 5 - wide, beside, left - 5, beside + high)),
    ]


def _name(node: Mapping[str, Any]) -> list[str]:
    name = ink.clean(str(node["name"]))
    wide = any(ink.width(letter, 1) == 1 for letter in name)
    kept = name if len(name) <= (24 if wide else 48) else name[: 23 if wide else 47] + "…"
    return ink.wrap(kept, 12 * LETTER if wide else 140, LETTER)


def _bounds(figure: figures.Figure, labels: Mapping[str, _Label]) -> sheets.Box:
    """What the things take with their names: left, top, right, bottom."""
    boxes = [*(_box_of(figure, node) for node in figure.nodes), *(label.box for label in labels.values())]
    ends = list(zip(*boxes, strict=True))
    return min(ends[0]), min(ends[1]), max(ends[2]), max(ends[3]) + 8


def _nodes(figure: figures.Figure, labels: Mapping[str, _Label]) -> Iterator[str]:
    """The signs of all things, then their names, so that no sign hides one."""
    for node in figure.nodes:
        x, y, pinned = figure.places[node["id"]]
        edge = (
            {"stroke": sheets.INK, "stroke_width": 3}
            if node["seed"]
            else {"stroke": sheets.INK if pinned else "#ffffff", "stroke_width": 1.5}
        )
        yield ink.shape(node["shape"], x, y, size_of(node), fill=node["colour"], **edge)
    for node in figure.nodes:
        label = labels[node["id"]]
        for row, line in enumerate(label.lines):
            yield ink.write(
                label.x, label.box[1] + LETTER * (0.95 + 1.2 * row), line, LETTER, text_anchor=label.anchor, fill=sheets.INK,
                font_weight="bold" if node["seed"] else None, **ink.HALO,
            )  # fmt: skip


def _edges(figure: figures.Figure, free: room.Room) -> tuple[list[str], list[str]]:
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
            drawn.append(_edge(figure, edge, bend, sizes, numbers.get(edge["id"]), free))
    return [line for line, _ in drawn], [said for _, said in drawn]


def _edge(
    figure: figures.Figure, edge: Mapping[str, Any], bend: float, sizes: Mapping[str, float], number: int | None,
    free: room.Room,
) -> tuple[str, str]:  # fmt: skip
    """A line bent so far to one side, with its arrow; and its name and number."""
    (x1, y1, _), (x2, y2, _) = (figure.places[edge[end]] for end in ("source", "target"))
    far = math.hypot(x2 - x1, y2 - y1) or 1.0
    cx, cy = (x1 + x2) / 2 - bend * (y2 - y1) / far, (y1 + y2) / 2 + bend * (x2 - x1) / far
    sx, sy, _ = _toward(x1, y1, cx, cy, sizes[edge["source"]] / 2 + 1)
    tx, ty, turn = _toward(x2, y2, cx, cy, sizes[edge["target"]] / 2 + 2)
    colour = sheets.CONFLICT if edge["contested"] else _LINE
    path = ink.tag(
        "path", d=f"M{ink.number(sx)} {ink.number(sy)}Q{ink.number(cx)} {ink.number(cy)} {ink.number(tx)} {ink.number(ty)}",
        fill="none", stroke=colour, stroke_width=2.4 if edge["contested"] else 1.5, stroke_dasharray=ink.DASHES.get(edge["line"]),
    )  # fmt: skip
    name = edge["name"] if len(figure.edges) <= _FEW else ""
    said = " ".join(part for part in ("⚠" if edge["contested"] else "", name, f"[{number}]" if number else "") if part)
    places = [_along((sx, sy), (cx, cy), (tx, ty), share) for share in _ALONG]
    at = free.best(places, lambda place: _under(said, *place))
    return path + ink.arrow(tx, ty, turn + math.pi, 9, colour), _on_line(said, *at, edge["contested"])


def _along(start: Point, bent: Point, end: Point, share: float) -> tuple[float, float, float]:
    """The point at that share of a bent line (a quadratic Bézier curve), and the direction of the line there."""
    rest = 1 - share
    x, y = (
        rest * rest * a + 2 * rest * share * b + share * share * c for a, b, c in zip(start, bent, end, strict=True)
    )
    dx, dy = (rest * (b - a) + share * (c - b) for a, b, c in zip(start, bent, end, strict=True))
    return x, y, math.atan2(dy, dx)


def _under(words: str, x: float, y: float, turn: float) -> list[sheets.Box]:
    """What words along a line take, as small squares beside one another."""
    half = LETTER / 2 - 1
    wide = ink.width(words, LETTER - 2.5)
    count = max(1, round(wide / (2 * half)))
    steps = [wide * ((i + 0.5) / count - 0.5) for i in range(count)]
    middles = [(x + step * math.cos(turn), y + step * math.sin(turn)) for step in steps]
    return [(a - half, b - half, a + half, b + half) for a, b in middles]


def _toward(x: float, y: float, to_x: float, to_y: float, far: float) -> tuple[float, float, float]:
    """The point so far from one point toward another, and that direction."""
    turn = math.atan2(to_y - y, to_x - x)
    return x + far * math.cos(turn), y + far * math.sin(turn), turn


def _on_line(words: str, x: float, y: float, turn: float, contested: bool) -> str:
    degrees = (math.degrees(turn) + 90) % 180 - 90
    return ink.write(
        x, y + 3, words, LETTER - 2.5, text_anchor="middle", fill=sheets.CONFLICT if contested else sheets.SOFT,
        transform=f"rotate({ink.number(degrees)} {ink.number(x)} {ink.number(y)})", **ink.HALO,
    )  # fmt: skip


# ---- legend and notes -----------------------------------------------------------------------------------------------


def _legend(figure: figures.Figure) -> Iterator[sheets.Sign]:
    """Line styles with their statuses, and shapes with their kinds."""
    terms = ontology.load().statuses
    used = {str(edge["status"]) for edge in figure.edges}
    for name, term in reversed(terms.items()):
        if name in used:
            line = ink.tag(
                "path", d="M0 -4h26", stroke=sheets.SOFT, stroke_width=2, stroke_dasharray=ink.DASHES.get(term.line)
            )
            yield line, 32.0, texts.status(name)
    if any(edge["contested"] for edge in figure.edges):
        conflict = ink.tag("path", d="M0 -4h26", stroke=sheets.CONFLICT, stroke_width=2.4)
        yield conflict, 32.0, f"⚠ {texts.say('explore.contested')}"
    for label, nodes in figures.kinds(figure).items():
        yield ink.shape(nodes[0]["shape"], 6, -4, 12, fill=nodes[0]["colour"]), 17.0, texts.kind(label)


def _noted(figure: figures.Figure) -> list[sheets.Noted]:
    return [sheets.Noted(note.number, figures.heading(note), figures.sentences(note)) for note in figure.notes]
