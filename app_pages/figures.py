"""Figures as trees of drawn elements: shown in a sheet, where their parts are links, and written out as SVG, PNG or PDF."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from app_pages.widgets import El, Kid, el

FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif'
INK, SOFT, RULE = "#1c2733", "#5a6874", "#d5dce3"
# Okabe and Ito's palette, told apart also without red and green.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7B5EA7", "#8C6D46")
DASH = {"solid": "", "dashed": "7 5", "dotted": "2 3", "dash-dot": "9 3 2 3"}
_LINKS = {"href", "act", "at", "jump", "copy", "label", "role", "title"}


def shape(tag: str, *kids: Kid, **attributes: str | float | None) -> El:
    """A drawn element; numbers are rounded to a tenth, underscores in names stand for hyphens."""
    texts = {key.replace("_", "-"): _number(value) for key, value in attributes.items() if value is not None}
    cls = texts.pop("cls", "")
    return el(tag, *kids, cls=cls, **texts)


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"


def drawing(width: float, height: float, *kids: Kid, label: str, cls: str = "figure") -> El:
    """The frame of a figure, in its own units; `label` is what a screen reader says."""
    return shape(
        "svg", shape("title", label), *kids, viewBox=f"0 0 {width:g} {height:g}", role="img", label=label, cls=cls
    )


def words(x: float, y: float, text: str, size: float = 12, **attributes: str | float | None) -> El:
    """A line of text at a place."""
    return shape("text", text, x=x, y=y, font_size=size, **{"fill": INK, **attributes})


def wide(text: str, size: float = 12) -> float:
    """About how wide a text is drawn: Chinese characters are square, others a little over half as wide."""
    return sum(size if ord(c) > 0x2E7F else size * 0.56 for c in text)


def fit(text: str, room: float, size: float = 12) -> str:
    """As much of a text as has room."""
    if wide(text, size) <= room:
        return text
    while text and wide(text, size) > room - size:
        text = text[:-1]
    return f"{text}…"


def svg_text(figure: El, notes: Iterable[str] = ()) -> str:
    """A figure as a file of its own, white behind it, with numbered notes below. Links into the app are left out."""
    box = dict(figure.attributes)["viewBox"].split()
    width, height = float(box[2]), float(box[3])
    lines = [line for note in notes for line in _lines(note, width - 24)]
    below = "".join(
        f'<text x="12" y="{height + 18 + 15 * i:g}" font-size="11" fill="{SOFT}">{escape(_clean(line))}</text>'
        for i, line in enumerate(lines)
    )
    tall = height + (15 * len(lines) + 22 if lines else 0)
    inside = "".join(_written(kid) for kid in figure.kids)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {tall:g}" width="{width:g}" height="{tall:g}" '
        f"font-family={quoteattr(FONT)}>"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{inside}{below}</svg>'
    )


def _lines(text: str, room: float) -> list[str]:
    """A note broken into lines that have room."""
    lines, line = [], ""
    for letter in text:
        if wide(line + letter, 11) > room:
            lines.append(line)
            line = "    "
        line += letter
    return [*lines, line]


def _written(one: El | str) -> str:
    if isinstance(one, str):
        return escape(_clean(one))
    tag = "g" if one.tag == "a" else one.tag
    attributes = "".join(f" {key}={quoteattr(_clean(value))}" for key, value in one.attributes if key not in _LINKS)
    return f"<{tag}{attributes}>{''.join(map(_written, one.kids))}</{tag}>"


def _clean(text: str) -> str:
    """XML has no place for control characters."""
    return "".join(c for c in text if c.isprintable() or c in "\t\n")
