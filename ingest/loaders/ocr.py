"""Scans to text: each page drawn and recognised by Tesseract, where it is installed with simplified Chinese."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Iterable
from itertools import groupby
from shutil import which

import pypdfium2

from graph import errors
from ingest.loaders import reasons

HOW = "apt-get install tesseract-ocr tesseract-ocr-chi-sim"
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_MOST_PAGES = 300
_SECONDS_A_PAGE = 120
# Tesseract sets Chinese characters apart; Chinese writing does not.
_BETWEEN_HAN = re.compile(
    r"(?<=[一-鿿，。；：、！？“”《》（）〔〕]) (?=[一-鿿，。；：、！？“”《》（）〔〕\d])|(?<=\d) (?=[一-鿿，。；：、！？”》）〕])"
)


def languages() -> frozenset[str]:
    """The languages that the installed Tesseract knows, none where it is not installed."""
    if which("tesseract") is None:
        return frozenset()
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout
    return frozenset(line.strip() for line in listed.splitlines()[1:])


def recognise(name: str, document: pypdfium2.PdfDocument) -> tuple[list[list[str]], list[float | None]]:
    """The lines of each page, and how sure they are (0 to 1; None for an empty page). Raises UnreadableFile."""
    if "chi_sim" not in languages():
        raise errors.UnreadableFile(name, reasons.scan(HOW))
    if len(document) > _MOST_PAGES:
        raise errors.UnreadableFile(name, reasons.long_scan(_MOST_PAGES))
    read = [_recognised(name, _drawn(document, i)) for i in range(len(document))]
    if not any(lines for lines, _ in read):
        raise errors.UnreadableFile(name, reasons.NO_WORDS)
    return [lines for lines, _ in read], [score for _, score in read]


def _drawn(document: pypdfium2.PdfDocument, index: int) -> bytes:
    page = document[index]
    try:
        out = io.BytesIO()
        page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True).to_pil().save(out, "PNG")
        return out.getvalue()
    finally:
        page.close()


def _recognised(name: str, picture: bytes) -> tuple[list[str], float | None]:
    command = ["tesseract", "stdin", "stdout", "-l", "chi_sim+eng", "--dpi", str(_DOTS_PER_INCH), "tsv"]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS_A_PAGE, check=True)
    except subprocess.TimeoutExpired as error:
        raise errors.UnreadableFile(name, reasons.slow_page(_SECONDS_A_PAGE)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise errors.UnreadableFile(name, reasons.no_recognition(error)) from error
    rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [r for r in rows if (r["text"] or "").strip() and float(r["conf"]) >= 0]
    place = ("block_num", "par_num", "line_num")
    lines = [_spaced(w["text"] for w in line) for _, line in groupby(words, key=lambda w: [w[p] for p in place])]
    length = sum(len(w["text"]) for w in words)
    score = sum(float(w["conf"]) * len(w["text"]) for w in words) / (100 * length) if length else None
    return lines, None if score is None else round(score, 3)


def _spaced(words: Iterable[str]) -> str:
    return _BETWEEN_HAN.sub("", " ".join(words))
