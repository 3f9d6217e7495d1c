"""Draws a figure as SVG that a journal takes: real text, status by line style, numbered links, legend, notes below."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from app_pages import figures, ink, sheets, texts
from graph import ontology

LETTER = 11.5
_LINE = "#8A98A5"
_FEW = 45
_STEP = 34


def draw(figure: figures.Figure, notes: bool) -> str:
    """The figure with its legend and, if wanted, its notes, as an SVG file."""
    parts, box = _drawn(figure, notes)
    return sheets.frame(parts, box, box[2:])


def _drawn(figure: figures.Figure, notes: bool) -> tuple[list[str], sheets.Box]:
    """What is drawn, and what of the plane it takes."""
    left, top, right, bottom = _bounds(figure)
    sheet = sheets.Sheet(left=left, wide=max(sheets.LEAST, right - left))
    first = sheet.title(figure.title, top)
    lines, said = _edges(figure)
    sheet.parts += [*lines, *_nodes(figure), *said]
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
            {"stroke": sheets.INK, "stroke_width": 3}
            if node["seed"]
            else {"stroke": sheets.INK if pinned else "#ffffff", "stroke_width": 1.5}
        )
        yield ink.shape(node["shape"], x, y, size, fill=node["colour"], **edge)
        for row, line in enumerate(_label(node)):
            yield ink.write(
                x, y + size / 2 + LETTER * (1.15 + 1.2 * row), line, LETTER, text_anchor="middle", fill=sheets.INK,
                font_weight="bold" if node["seed"] else None, **ink.HALO,
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
    colour = sheets.CONFLICT if edge["contested"] else _LINE
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
