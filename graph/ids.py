"""Ids made from content: the same thing gets the same id on any machine and in any order.

Nodes have readable ids (``Agency/广西壮族自治区科学技术厅``, ``Policy/桂政发〔2019〕48号``, ``Region/450300``);
claims, grants and measures have a short hash of what makes them the same statement. Offsets never enter an id,
so that people's judgements on a claim outlive a re-ingest of a slightly changed file.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

STATEMENTS = {"Claim": "c", "Grant": "g", "Measure": "m"}
_WIDTH = {ord("﹝"): "〔", ord("﹞"): "〕", ord("["): "〔", ord("]"): "〕", ord("【"): "〔", ord("】"): "〕"}
_DROP = dict.fromkeys(map(ord, "《》〈〉“”\"'‘’ \t\r\n\u3000\u200b\ufeff"))
_FOLD = {**_WIDTH, **_DROP}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_FOLD).lower()


# Beside Chinese characters, which fold to themselves, these fold one by one: a text of no others needs no normal form.
_SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "\n\u3000，。、；：？！（）《》“”‘’〔〕【】—…·％"
_ALONE = {char: _folded(char) for char in _SIGNS}
_OTHERS = re.compile(f"[^一-鿿{re.escape(_SIGNS)}]")
_CHANGED = re.compile(f"[{re.escape(''.join(char for char, folded in _ALONE.items() if folded != char))}]")


@lru_cache(maxsize=8192)
def fold_text(text: str) -> str:
    """Fold widths, quotes and spaces so that one name written twice compares equal (NFKC, then brackets)."""
    return _folded(text) if _OTHERS.search(text) else _CHANGED.sub(lambda match: _ALONE[match[0]], text)


def digest(*parts: str, length: int = 16) -> str:
    """Hex SHA-256 of the parts, cut to `length` characters. Parts are kept apart by a unit separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def node(label: str, key: str, scope: str = "") -> str:
    """Id of a node: label, its key (name, number or code) and, for names that mean nothing alone, a scope.

    >>> node("Region", "450300")
    'Region/450300'
    """
    whole = unicodedata.normalize("NFC", key)
    shown = whole if whole.isprintable() else "".join(c for c in whole if c.isprintable())
    clean = shown.strip().replace("/", "∕")
    return f"{label}/{clean}@{scope}" if scope else f"{label}/{clean}"


def document(number: str | None, issuer: str | None, title: str, date: str | None, sha256: str) -> str:
    """Id of a source document from the fewest stable fields: number and title; else issuer, title, date; else bytes."""
    if number:
        return f"Document/{fold_text(number)}-{digest(fold_text(number), fold_text(title), length=6)}"
    if title and date:
        return f"Document/{digest(issuer or '', fold_text(title), date)}"
    return f"Document/{digest(sha256)}"


def statement(kind: str, *parts: str) -> str:
    """Id of a claim, grant or measure: a hash of its defining parts, prefixed by its kind (``c``, ``g`` or ``m``)."""
    return f"{kind}-{digest(*parts)}"


def pattern(label: str) -> str:
    """A regular expression that the ids of all nodes of the label match as a whole, and hardly anybody else's.

    >>> import re
    >>> bool(re.fullmatch(pattern("Region"), node("Region", "450300")))
    True
    >>> bool(re.fullmatch(pattern("Claim"), statement("c", "x"))), bool(re.fullmatch(pattern("Claim"), "7"))
    (True, False)
    """
    kind = STATEMENTS.get(label)
    return f"{label}/.+|{kind}-.+" if kind else f"{label}/.+"
