"""Word documents to text: paragraphs, automatic numbers, tables row by row, footnotes last, deletions dropped."""

from __future__ import annotations

import zipfile

from lxml import etree

from graph import errors
from ingest.loaders import archive, docx_numbers, reasons

_W = docx_numbers.W
_PART = "word/document.xml"
_LARGEST_PART = 60_000_000


def is_docx(data: bytes) -> bool:
    """Whether a zip holds a Word document."""
    return archive.holds(data, _PART)


def text(name: str, data: bytes) -> str:
    """The text of the document. Raises UnreadableFile for damaged, oversized or hostile files."""
    with archive.checked(name, data) as package:
        body = _parse(name, package, _PART)
        notes, numbering, styles = (
            _parse(name, package, f"word/{part}.xml") if f"word/{part}.xml" in package.namelist() else None
            for part in ("footnotes", "numbering", "styles")
        )
    lines = _blocks(body.find(f"{_W}body"), docx_numbers.Numbers(numbering, styles))
    if notes is not None:
        lines += [_words(p) for p in notes.iter(f"{_W}p") if _words(p).strip()]
    return "\n".join(lines)


def _parse(name: str, package: zipfile.ZipFile, part: str) -> etree._Element:
    try:
        if package.getinfo(part).file_size > _LARGEST_PART:
            raise errors.UnreadableFile(name, reasons.OVERSIZED)
        xml = package.read(part)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise errors.UnreadableFile(name, reasons.bad_word(error)) from error
    if b"<!DOCTYPE" in xml[:4000] or b"<!ENTITY" in xml:
        raise errors.UnreadableFile(name, reasons.ENTITIES)
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise errors.UnreadableFile(name, reasons.bad_word(error)) from error


def _blocks(body: etree._Element | None, numbers: docx_numbers.Numbers) -> list[str]:
    if body is None:
        return []
    lines: list[str] = []
    for block in body:
        if block.tag == f"{_W}p":
            lines.append(numbers.before(block) + _words(block))
        elif block.tag == f"{_W}tbl":
            lines += [
                "\t".join(" ".join(filter(None, _blocks(cell, numbers))) for cell in row.findall(f"{_W}tc"))
                for row in block.findall(f"{_W}tr")
            ]
        elif block.tag == f"{_W}sdt":
            lines += _blocks(block.find(f"{_W}sdtContent"), numbers)
    return lines


def _words(paragraph: etree._Element) -> str:
    """The words of a paragraph, without deleted text and field codes."""
    parts = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if any(a.tag in (f"{_W}del", f"{_W}moveFrom") for a in node.iterancestors()):
            continue
        parts.append((node.text or "") if node.tag == f"{_W}t" else "\t" if node.tag == f"{_W}tab" else "\n")
    return "".join(parts)


def tables(name: str, data: bytes) -> list[list[list[tuple[str, int, bool]]]]:
    """The tables of the document: rows of cells with their words, how many columns they cover, and whether they go on
    from the cell above. Raises UnreadableFile as `text` does."""
    with archive.checked(name, data) as package:
        body = _parse(name, package, _PART)
    return [
        [[_cell(cell) for cell in row.findall(f"{_W}tc")] for row in table.findall(f"{_W}tr")]
        for table in body.iter(f"{_W}tbl")
    ]


def _cell(cell: etree._Element) -> tuple[str, int, bool]:
    wide = cell.find(f"{_W}tcPr/{_W}gridSpan")
    tall = cell.find(f"{_W}tcPr/{_W}vMerge")
    columns = int(wide.get(f"{_W}val", "1")) if wide is not None else 1
    goes_on = tall is not None and tall.get(f"{_W}val", "continue") == "continue"
    return " ".join(_words(p) for p in cell.iter(f"{_W}p")), columns, goes_on
