"""A drawn figure as PNG and PDF: resvg and svg2pdf, which vl-convert brings, with the fonts of the machine embedded."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pypdfium2
import vl_convert

_MOST = 10_000


def png(svg: str, scale: float = 2.0) -> bytes:
    """The figure as pixels, twice as many as it is large, or so many as a picture may be wide and high."""
    wide, high = (float(svg.split(f'{side}="')[1].split('"')[0]) for side in ("width", "height"))
    return vl_convert.svg_to_png(svg, scale=min(scale, _MOST / max(wide, high)))


def pdf(pages: Iterable[str]) -> bytes:
    """Pages of SVG as one PDF with real text; letters come out of the machine's own Chinese font, embedded in part."""
    book = pypdfium2.PdfDocument.new()
    for page in pages:
        book.import_pages(pypdfium2.PdfDocument(vl_convert.svg_to_pdf(page)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
