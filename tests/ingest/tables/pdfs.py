"""PDF files with ruled tables, written out by hand: Chinese by a font that every reader of PDF knows, so none is embedded."""

from __future__ import annotations

from collections.abc import Sequence

SIZE, HIGH, TOP = 10, 36, 700
Rows = Sequence[Sequence[str]]


def page(
    lines: Sequence[str], rows: Rows, edges: Sequence[int], open_below: frozenset[tuple[int, int]] = frozenset()
) -> str:
    """What a page draws: lines of text above a table whose columns lie between the edges. Text in a cell may have several
    lines; the cells in `open_below` (row and column, from 0) have no rule under them, as merged ones."""
    said = [_text(edges[0], 800 - 20 * i, line) for i, line in enumerate(lines)]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            said += [
                _text(edges[c] + 3, TOP - HIGH * r - 12 * (i + 1), line) for i, line in enumerate(cell.split("\n"))
            ]
    rules = [_rule(edges[0], TOP, edges[-1], TOP)]
    for r, row in enumerate(rows):
        below = TOP - HIGH * (r + 1)
        rules += [_rule(edges[c], below, edges[c + 1], below) for c in range(len(row)) if (r, c) not in open_below]
        rules += [_rule(edge, below + HIGH, edge, below) for edge in edges]
    return "\n".join((*rules, *said))


def _text(x: int, y: int, text: str) -> str:
    return f"BT /F {SIZE} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" if text else ""


def _rule(x0: int, y0: int, x1: int, y1: int) -> str:
    return f"{x0} {y0} m {x1} {y1} l S"


def book(pages: Sequence[str]) -> bytes:
    """A PDF file of pages of A4."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>",
    ]
    for i, drawn in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream")
    out, starts = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n".encode()
