"""Citations of a statement: its document with number, date and words, as text, BibTeX and RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app_pages import data
from graph import library

# BibTeX counts braces whether or not a backslash stands before them, so those of a text are named.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{c: "\\" + c for c in "$&#%_"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation says of a document and of the words in it."""

    key: str
    title: str
    issuer: str
    number: str
    date: str
    publisher: str
    url: str
    retrieved: str
    invented: bool
    quote: str
    speaker: str


def source(statement: str, place: data.Place, speaker: str) -> Source:
    """What there is to cite of a statement, from the library's list of documents."""
    return of(statement, place, speaker, next((p for p in data.papers() if p.document == place.document), None))


def of(statement: str, place: data.Place, speaker: str, paper: library.Entry | None) -> Source:
    """What there is to cite of a statement whose document stands so in the library's list."""
    if paper is None:
        return Source(statement, place.title, "", "", place.date, "", "", "", place.invented, place.quote, speaker)
    return Source(
        statement, paper.title, paper.issuer, paper.number or "", paper.date or "", paper.source.publisher, paper.source.url,
        paper.source.retrieved, paper.source.invented, place.quote, speaker,
    )  # fmt: skip


def text(one: Source) -> str:
    """One line after GB/T 7714, the words and the speaker after it."""
    issuer = f"{one.issuer}. " if one.issuer else ""
    number = f"：{one.number}" if one.number else ""
    where = "EB/OL" if one.url else "Z"
    when = f". {one.date}" if one.date else ""
    read = f"[{one.retrieved}]" if one.retrieved and one.url else ""
    url = f". {one.url}" if one.url else ""
    said = f"（{one.speaker}）" if one.speaker and one.speaker != one.issuer else ""
    mark = "【虚构示例】" if one.invented else ""
    return f"{mark}{issuer}{one.title}{number}[{where}]{when}{read}{url}. “{_line(one.quote)}”{said}"


def bibtex(one: Source) -> str:
    """An @misc entry; what TeX would take for a command is escaped."""
    fields = {
        "title": f"{{{_tex(one.title)}}}", "author": f"{{{_tex(one.issuer)}}}" if one.issuer else "", "number": _tex(one.number),
        "year": one.date[:4], "date": one.date, "publisher": _tex(one.publisher), "url": _line(one.url).replace("{", "%7B").replace("}", "%7D"), "urldate": one.retrieved,
        "note": _tex(_note(one)),
    }  # fmt: skip
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{one.key},\n{body}}}\n"


def ris(one: Source) -> str:
    """A RIS record of a governmental document."""
    fields = (
        ("TY", "GOVDOC"), ("ID", one.key), ("TI", one.title), ("AU", one.issuer), ("M1", one.number), ("PY", one.date[:4]),
        ("DA", one.date.replace("-", "/")), ("PB", one.publisher), ("UR", one.url), ("Y2", one.retrieved.replace("-", "/")),
        ("N1", _note(one)),
    )  # fmt: skip
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in fields if _line(value)) + "ER  - \r\n"


def _note(one: Source) -> str:
    mark = "虚构示例 / invented sample. " if one.invented else ""
    said = f" ({one.speaker})" if one.speaker else ""
    return f"{mark}“{_line(one.quote)}”{said}"


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _tex(words: str) -> str:
    return "".join(_TEX.get(c, c) for c in _line(words))
