"""A drawn figure as PNG and PDF: resvg and svg2pdf, which vl-convert brings, with the fonts of the machine embedded."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache

import pypdfium2
import vl_convert
from PIL import Image

from app_pages import ink, sheets

_MOST = 10_000
_COLOURS = 256


def png(svg: str, scale: float = 2.0) -> bytes:
    """The figure as pixels, twice as many as it is large, or so many as a picture may be wide and high."""
    wide, high = (float(svg.split(f'{side}="')[1].split('"')[0]) for side in ("width", "height"))
    return small(vl_convert.svg_to_png(svg, scale=min(scale, _MOST / max(wide, high))))


def small(drawn: bytes) -> bytes:
    """The same picture in a seventh of the bytes: resvg gives each pixel four bytes and packs them in haste, and a figure on
    white needs no more than a list of colours. Its few hundred, most of them rims of letters, are told by 256."""
    opaque = Image.open(io.BytesIO(drawn)).convert("RGB")
    out = io.BytesIO()
    opaque.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def pdf(pages: Iterable[str]) -> bytes:
    """Pages of SVG as one PDF with real text; letters come out of the machine's own Chinese font, embedded in part."""
    book = pypdfium2.PdfDocument.new()
    for page in pages:
        book.import_pages(pypdfium2.PdfDocument(vl_convert.svg_to_pdf(page)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@cache
def has_chinese() -> bool:
    """Whether this machine has a font for Chinese. Without one every letter that is missing is drawn as the same box, or
    as nothing, so that two different ones look alike."""
    one, two = (vl_convert.svg_to_png(_sample(letter)) for letter in "政策")
    return one != two


def _sample(letter: str) -> str:
    return sheets.frame([ink.write(4, 24, letter, 20)], (0, 0, 32, 32), (32, 32))
