"""Web pages to text: main body, headings and tables in reading order, navigation dropped."""

from __future__ import annotations

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from graph import errors
from ingest.loaders import furniture, reasons

_HAN = re.compile(r"[一-鿿]")
_DEPTH = 2000


def text(name: str, source: str) -> str:
    """The body of a page, its title first where the body lacks it. Raises UnreadableFile when nothing is left."""
    if source.count("<div") > 20 * _DEPTH:
        raise errors.UnreadableFile(name, reasons.NESTED)
    try:
        tree = HTMLTree.parse(source)
    except ValueError as error:
        raise errors.UnreadableFile(name, reasons.bad_page(error)) from error
    if tree.body is None:
        raise errors.UnreadableFile(name, reasons.NO_BODY)
    main = _plain(tree, main_content=True)
    whole = _plain(tree, main_content=False)
    body = furniture.strip(main if _words(main) >= 0.4 * _words(whole) else _fallback(source) or whole)
    title = re.split(r"[_|—-]{1,2}", (tree.title or "").strip())[0].strip()
    if len(title) >= 8 and title not in body[:600]:
        body = f"{title}\n{body}"
    return body


def _plain(tree: HTMLTree, main_content: bool) -> str:
    return str(extract_plain_text(tree, main_content=main_content, preserve_formatting=True, list_bullets=False, alt_texts=False,
                                  links=False, form_fields=False, noscript=False))  # fmt: skip


def _fallback(source: str) -> str:
    """A second opinion where the main body looks too short."""
    import trafilatura

    return str(trafilatura.extract(source, include_tables=True, include_comments=False, favor_recall=True) or "")


def _words(text: str) -> int:
    return len(_HAN.findall(text)) or len(text.split())
