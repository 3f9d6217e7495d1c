"""PDF to text: running heads and page numbers dropped, broken lines joined to paragraphs, pages kept count of."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import pypdfium2

from graph import errors, evidence
from ingest.loaders import furniture, ocr, reasons

_PAGE_NUMBER = re.compile(r"^\s*(?:第\s*)?[-—–]?\s*\d{1,4}\s*[-—–]?(?:\s*/\s*\d+)?\s*(?:页)?(?:\s*共\s*\d+\s*页)?\s*$")
_BARE = re.compile(r"\d{1,4}")
_MOST_PAGES = 2000
# What PDFium puts for a hyphen at which a word is broken.
_HYPHEN = "\ufffe"
_LINE = re.compile(r"[^\r\n]+")


class _Line(NamedTuple):
    """A line as the page has it, and which of the page's characters is its first."""

    raw: str
    at: int = 0

    @property
    def text(self) -> str:
        return self.raw.replace(_HYPHEN, "").rstrip()


def load(name: str, data: bytes) -> tuple[str, tuple[evidence.Page, ...]]:
    """The text of all pages and where each begins; a scan is recognised if Tesseract is there.

    Raises UnreadableFile for a broken or locked file, and for a scan that cannot be recognised.
    """
    document = opened(name, data)
    try:
        pages = _pages(document)
        scores: list[float | None] = [None] * len(pages)
        if not any(line.text.strip() for page in pages for line in page):
            recognised, scores = ocr.recognise(name, document)
            pages = [[_Line(line) for line in page] for page in recognised]
    except pypdfium2.PdfiumError as error:
        raise errors.UnreadableFile(name, reasons.bad_pdf(error)) from error
    finally:
        document.close()
    text, _, starts = _assembled(pages)
    return text, tuple(evidence.Page(at[0], i + 1, scores[i]) for i, at in enumerate(starts))


def opened(name: str, data: bytes) -> pypdfium2.PdfDocument:
    """The file, to be closed by whoever asked. Raises UnreadableFile for a broken, locked or endless one."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = reasons.LOCKED if "password" in str(error).lower() else reasons.bad_pdf(error)
        raise errors.UnreadableFile(name, reason) from error
    if len(document) > _MOST_PAGES:
        document.close()
        raise errors.UnreadableFile(name, reasons.many_pages(_MOST_PAGES))
    return document


def places(document: pypdfium2.PdfDocument) -> list[dict[int, int]]:
    """For each page, where its characters stand in the text that `load` gives, by their number on the page.

    Characters of dropped lines are left out.
    """
    text, kept, starts = _assembled(_pages(document))
    found: list[dict[int, int]] = []
    for lines, begins in zip(kept, starts, strict=True):
        found.append({})
        for line, begin in zip(lines, begins, strict=False):
            at = begin
            for number, char in enumerate(line.raw.strip(), line.at + len(line.raw) - len(line.raw.lstrip())):
                if char != _HYPHEN:
                    found[-1] |= {number: at} if text[at : at + 1] == char else {}
                    at += 1
    return found


def _pages(document: pypdfium2.PdfDocument) -> list[list[_Line]]:
    return [_page(document, i) for i in range(len(document))]


def _assembled(pages: list[list[_Line]]) -> tuple[str, list[list[_Line]], list[list[int]]]:
    """One text out of the pages' lines, running lines dropped and paragraphs joined; which lines of each page were kept,
    and where each of them begins in the text (for a page without any, where it would)."""
    kept = _without_running(pages)
    joined, starts = _join([[line.text.strip() for line in page] for page in kept])
    whole = "\n".join(joined)
    text = furniture.strip(whole)
    cut = whole.find(text)
    return text, kept, [[min(max(at - cut, 0), len(text)) for at in page] for page in starts]


def _page(document: pypdfium2.PdfDocument, index: int) -> list[_Line]:
    page = document[index]
    try:
        piece = page.get_textpage()
        try:
            return [_Line(match[0], match.start()) for match in _LINE.finditer(piece.get_text_range())]
        finally:
            piece.close()
    finally:
        page.close()


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _without_running(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Drop empty lines, and at the edges page numbers and lines that return there on most pages."""
    bodies = [[line for line in page if line.text.strip()] for page in pages]
    edges = Counter(shape for body in bodies for shape in {_shape(line.text) for line in (*body[:2], *body[-2:])})
    running = {line for line, count in edges.items() if count >= 3 and count > 0.5 * len(pages)}
    shift = _shift(bodies)
    return [
        [line for i, line in enumerate(body) if not _runs(line.text, 2 <= i < len(body) - 2, running, page + shift)]
        for page, body in enumerate(bodies)
    ]


def _shift(bodies: list[list[_Line]]) -> int:
    """By how much the numbers alone at the edges of most pages are ahead of the pages' own; 1 where they tell nothing."""
    votes: Counter[int] = Counter()
    for page, body in enumerate(bodies):
        edge = {line.text.strip() for line in (*body[:2], *body[-2:])}
        votes.update({int(text) - page for text in edge if _BARE.fullmatch(text)})
    shift, count = votes.most_common(1)[0] if votes else (1, 0)
    return shift if count > 1 and 2 * count > len(bodies) else 1


def _runs(text: str, inside: bool, running: set[str], number: int) -> bool:
    """Whether a line is of the page, not of the text. A number by itself that is not the page's is a cell of a table."""
    if inside:
        return False
    return (
        text.strip() == str(number)
        if _BARE.fullmatch(text.strip())
        else bool(_PAGE_NUMBER.match(text)) or _shape(text) in running
    )


_BEGINS = re.compile(
    r"(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]\D|附件)"
)


_OPEN_TITLE = re.compile(r"《[^》。；：]{0,60}$")


def _join(pages: list[list[str]]) -> tuple[list[str], list[list[int]]]:
    """A line that is nearly full and ends in no stop, or inside a title, goes on in the next. With it, where each line of
    each page begins in the joined lines (a line break between each two), and where an empty page would."""
    widths = sorted(len(line) for page in pages for line in page)
    full = widths[int(len(widths) * 0.8)] if widths else 0
    joined: list[str] = []
    starts: list[list[int]] = []
    length, open_line = 0, False
    for page in pages:
        starts.append([])
        for body in page or [""]:
            goes_on = not body or (
                open_line and bool(joined) and not _BEGINS.match(body) and not _row(joined[-1], body)
            )
            gap = _gap(joined[-1], body) if goes_on and joined else "\n" if joined else ""
            starts[-1].append(length + len(gap))
            if not body:
                continue
            if goes_on:
                joined[-1] += gap + body
            else:
                joined.append(body)
            length += len(gap + body)
            open_line = _unfinished(body, full) or bool(_OPEN_TITLE.search(joined[-1]))
    return joined, starts


def _row(before: str, after: str) -> bool:
    """Whether a line begins a row of a table: a number by itself, under a row that ends in one."""
    return before[-1:].isdigit() and re.match(r"\d+ ", after) is not None


def _gap(before: str, after: str) -> str:
    return " " if re.search(r"[A-Za-z,]$", before) and re.match(r"[A-Za-z]", after) else ""


def _unfinished(line: str, full: int) -> bool:
    return len(line) >= 0.85 * full and full >= 12 and not re.search(r"[。！？；：.!?;:]$", line)
