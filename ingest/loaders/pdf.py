"""PDF to text: running heads and page numbers dropped, broken lines joined to paragraphs, pages kept count of."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2

from graph import errors, evidence
from ingest.loaders import furniture, ocr

_PAGE_NUMBER = re.compile(r"^\s*(?:第\s*)?[-—–]?\s*\d{1,4}\s*[-—–]?(?:\s*/\s*\d+)?\s*(?:页)?(?:\s*共\s*\d+\s*页)?\s*$")
_MOST_PAGES = 2000


def load(name: str, data: bytes) -> tuple[str, tuple[evidence.Page, ...]]:
    """The text of all pages and where each begins; a scan is recognised if Tesseract is there.

    Raises UnreadableFile for a broken or locked file, and for a scan that cannot be recognised.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "locked with a password" if "password" in str(error).lower() else f"a broken PDF ({error})"
        raise errors.UnreadableFile(name, reason) from error
    try:
        if len(document) > _MOST_PAGES:
            raise errors.UnreadableFile(name, f"more than {_MOST_PAGES} pages")
        pages = [_page(document, i) for i in range(len(document))]
        scores: list[float | None] = [None] * len(pages)
        if not any(line.strip() for page in pages for line in page):
            pages, scores = ocr.recognise(name, document)
    except pypdfium2.PdfiumError as error:
        raise errors.UnreadableFile(name, f"a broken PDF ({error})") from error
    finally:
        document.close()
    return _assembled(pages, scores)


def _assembled(pages: list[list[str]], scores: list[float | None]) -> tuple[str, tuple[evidence.Page, ...]]:
    """One text out of the pages' lines, running lines dropped and paragraphs joined, and where each page begins in it."""
    joined, first = _join(_without_running(pages))
    whole = "\n".join(joined)
    kept = furniture.strip(whole)
    cut = whole.find(kept)
    starts = [min(max(at - cut, 0), len(kept)) for at in first]
    return kept, tuple(evidence.Page(at, i + 1, scores[i]) for i, at in enumerate(starts))


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


def _without_running(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and lines that return at the edge of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        body = [line for line in page if line.strip()]
        edges.update({_shape(line) for line in (*body[:2], *body[-2:])})
    running = {line for line, count in edges.items() if count >= 3 and count > 0.5 * len(pages)}
    kept = []
    for page in pages:
        body = [line for line in page if line.strip()]
        last = len(body) - 2
        kept.append([
            line for i, line in enumerate(body)
            if not _PAGE_NUMBER.match(line) and not ((i < 2 or i >= last) and _shape(line) in running)
        ])  # fmt: skip
    return kept


_BEGINS = re.compile(
    r"(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]\D|附件)"
)


_OPEN_TITLE = re.compile(r"《[^》。；：]{0,60}$")


def _join(pages: list[list[str]]) -> tuple[list[str], list[int]]:
    """A line that is nearly full and ends in no stop, or inside a title, goes on in the next. With it, where each
    page's first line begins in the joined lines (a line break between each two)."""
    widths = sorted(len(line.strip()) for page in pages for line in page)
    full = widths[int(len(widths) * 0.8)] if widths else 0
    joined: list[str] = []
    starts: list[int] = []
    length, open_line = 0, False
    for page in pages:
        for i, body in enumerate([line.strip() for line in page] or [""]):
            goes_on = not body or (open_line and bool(joined) and not _BEGINS.match(body))
            gap = _gap(joined[-1], body) if goes_on and joined else "\n" if joined else ""
            if i == 0:
                starts.append(length + len(gap))
            if not body:
                continue
            if goes_on:
                joined[-1] += gap + body
            else:
                joined.append(body)
            length += len(gap + body)
            open_line = _unfinished(body, full) or bool(_OPEN_TITLE.search(joined[-1]))
    return joined, starts


def _gap(before: str, after: str) -> str:
    return " " if re.search(r"[A-Za-z,]$", before) and re.match(r"[A-Za-z]", after) else ""


def _unfinished(line: str, full: int) -> bool:
    return len(line) >= 0.85 * full and full >= 12 and not re.search(r"[。！？；：.!?;:]$", line)
