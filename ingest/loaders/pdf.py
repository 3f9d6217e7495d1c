"""PDF to text: running heads and page numbers dropped, broken lines joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2

from graph import errors
from ingest.loaders import furniture

_PAGE_NUMBER = re.compile(r"^\s*(?:第\s*)?[-—–]?\s*\d{1,4}\s*[-—–]?(?:\s*/\s*\d+)?\s*(?:页)?(?:\s*共\s*\d+\s*页)?\s*$")
_MOST_PAGES = 2000


def text(name: str, data: bytes) -> str:
    """The text of all pages. Raises UnreadableFile for a broken or locked file and for a scan without text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "locked with a password" if "password" in str(error).lower() else f"a broken PDF ({error})"
        raise errors.UnreadableFile(name, reason) from error
    try:
        if len(document) > _MOST_PAGES:
            raise errors.UnreadableFile(name, f"more than {_MOST_PAGES} pages")
        pages = [_page(document, i) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise errors.UnreadableFile(name, f"a broken PDF ({error})") from error
    finally:
        document.close()
    if not any(line.strip() for page in pages for line in page):
        raise errors.UnreadableFile(name, "a scan without a text layer; run it through OCR first")
    return furniture.strip("\n".join(_join(_without_running(pages))))


def _page(document: pypdfium2.PdfDocument, index: int) -> list[str]:
    page = document[index]
    try:
        piece = page.get_textpage()
        try:
            return [
                line.rstrip() for line in piece.get_text_range().replace("\r\n", "\n").replace("\ufffe", "").split("\n")
            ]
        finally:
            piece.close()
    finally:
        page.close()


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _without_running(pages: list[list[str]]) -> list[str]:
    """Drop page numbers, and lines that return at the edge of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        body = [line for line in page if line.strip()]
        edges.update({_shape(line) for line in (*body[:2], *body[-2:])})
    running = {line for line, count in edges.items() if count >= 3 and count > 0.5 * len(pages)}
    kept = []
    for page in pages:
        body = [line for line in page if line.strip()]
        for i, line in enumerate(body):
            at_edge = i < 2 or i >= len(body) - 2
            if not _PAGE_NUMBER.match(line) and not (at_edge and _shape(line) in running):
                kept.append(line)
    return kept


def _join(lines: list[str]) -> list[str]:
    """A line that is nearly full and ends in no stop, or inside a title, goes on in the next."""
    widths = sorted(len(line.strip()) for line in lines)
    full = widths[int(len(widths) * 0.8)] if widths else 0
    joined: list[str] = []
    open_line = False
    for line in lines:
        body = line.strip()
        begins = re.match(
            r"(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]\D|附件)",
            body,
        )
        if open_line and joined and not begins:
            gap = " " if re.search(r"[A-Za-z,]$", joined[-1]) and re.match(r"[A-Za-z]", body) else ""
            joined[-1] += gap + body
        else:
            joined.append(body)
        unfinished = len(body) >= 0.85 * full and full >= 12 and not re.search(r"[。！？；：.!?;:]$", body)
        open_line = unfinished or joined[-1].count("《") > joined[-1].count("》")
    return joined
