"""Text and shapes as SVG: real text in named fonts, wrapped by how wide Chinese and Latin letters are."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

FONT = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', 'Noto Sans', Arial, sans-serif"
# What XML cannot hold, and marks that would turn the letters around them.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069\u200e\u200f]"
)
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u2014\u2026\u201c\u201d]"
)
# What is never parted: a word or a Chinese letter with the marks that open before it and close behind it.
_PIECE = re.compile(
    r"\s|[“‘（《〈〔【「『]*(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’]+|.)[，。、；：？！…”’）》〉〕】」』]*",
    re.DOTALL,
)
# Corners on the unit square around the middle; other shapes are an ellipse or a box with round corners.
CORNERS: Mapping[str, Sequence[tuple[float, float]]] = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle": ((0, -1), (1, 0.9), (-1, 0.9)),
    "hexagon": ((-0.5, -1), (0.5, -1), (1, 0), (0.5, 1), (-0.5, 1), (-1, 0)),
    "pentagon": ((0, -1), (1, -0.2), (0.6, 1), (-0.6, 1), (-1, -0.2)),
    "octagon": ((-0.4, -1), (0.4, -1), (1, -0.4), (1, 0.4), (0.4, 1), (-0.4, 1), (-1, 0.4), (-1, -0.4)),
    "tag": ((-1, -0.9), (0.4, -0.9), (1, 0), (0.4, 0.9), (-1, 0.9)),
    "rectangle": ((-1, -0.9), (1, -0.9), (1, 0.9), (-1, 0.9)),
}
# White around letters, so that they can be read on lines.
HALO = {"paint_order": "stroke", "stroke": "#ffffff", "stroke_width": 3, "stroke_linejoin": "round"}
DASHES = {"dashed": "7 5", "dotted": "2 3", "dash-dot": "9 3 2 3"}


def tag(name: str, body: str = "", /, **attributes: object) -> str:
    """An element; `_` in names of attributes stands for `-`, and attributes without a value are left out."""
    kept = "".join(
        f" {key.replace('_', '-')}={quoteattr(number(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{kept}>{body}</{name}>" if body else f"<{name}{kept}/>"


def number(value: object) -> str:
    """A number with at most two decimals, or a text as it is."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def fit(text: str) -> str:
    """A text without what XML cannot hold and without marks of direction."""
    return _UNFIT.sub("", text)


def clean(words: str) -> str:
    """Words that XML can hold, without marks of direction, on one line."""
    return re.sub(r"\s+", " ", fit(words)).strip()


def write(x: float, y: float, words: str, size: float, **attributes: object) -> str:
    """One line of text."""
    return tag("text", escape(clean(words)), x=x, y=y, font_size=size, **attributes)


def width(words: str, size: float) -> float:
    """About how wide words are: Chinese letters are square, others a little over half as wide."""
    wide = len(_WIDE.findall(words))
    return size * (wide + 0.57 * (len(words) - wide))


def wrap(words: str, room: float, size: float) -> list[str]:
    """Words in lines that fit; Chinese breaks anywhere but before a closing mark and behind an opening one, other words at
    spaces unless one alone is too long."""
    lines, line = [], ""
    for piece in _PIECE.findall(clean(words)):
        if line and width(line + piece, size) > room:
            lines.append(line.rstrip())
            line = ""
        while width(piece, size) > room:
            fits = max(1, int(room / size))
            lines.append(piece[:fits])
            piece = piece[fits:]
        line += piece if line or not piece.isspace() else ""
    return [*lines, line.rstrip()] if line.strip() else lines


def shape(kind: str, x: float, y: float, size: float, **attributes: object) -> str:
    """A thing's sign, so wide, around a point."""
    half = size / 2
    if kind in CORNERS:
        points = " ".join(f"{number(x + half * a)},{number(y + half * b)}" for a, b in CORNERS[kind])
        return tag("polygon", points=points, **attributes)
    if kind == "ellipse":
        return tag("circle", cx=x, cy=y, r=half, **attributes)
    return tag("rect", x=x - half, y=y - half, width=size, height=size, rx=size / 6, **attributes)


def arrow(x: float, y: float, turn: float, size: float, colour: str) -> str:
    """An arrow's head whose tip is at a point; `turn` is its direction in radians."""
    sides = [(x - size * math.cos(turn + side), y - size * math.sin(turn + side)) for side in (-0.42, 0.42)]
    points = " ".join(f"{number(a)},{number(b)}" for a, b in ((x, y), *sides))
    return tag("polygon", points=points, fill=colour)
