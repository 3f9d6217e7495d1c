"""What the words above a column say that it holds, out of the lexicon's list of header words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph import ids
from ingest.find import words


@dataclass(frozen=True, slots=True)
class Role:
    """What a column holds; `exact` when its words are the very ones of the lexicon, not only end in them."""

    name: str
    exact: bool


@cache
def _words() -> dict[str, str]:
    return {_bare(word): role for role, listed in words.lexicon("tables")["headers"].items() for word in listed}


def name_zh(role: str) -> str:
    """What a role is called in Chinese."""
    return str(words.lexicon("tables")["role_names"][role])


def _bare(text: str) -> str:
    return re.sub(r"[\s.:：_-]", "", ids.fold_text(text))


_BRACKETS = re.compile(r"[（(\[【][^（(）)\]】]*[）)\]】]")
# 机构名称 Agency, 金额/Amount: the languages of a header.
_PIECES = re.compile(r"[/／|\n]|(?<=[一-鿿）)])\s+(?=[A-Za-z(（])|(?<=[A-Za-z.)])\s+(?=[一-鿿])")


@lru_cache(maxsize=4096)
def match(header: str) -> Role | None:
    """The role of a header: of the words that it equals or ends in the longest, in any of its languages and rows.

    >>> match("项目承担单位"), match("资助金额（万元）")
    (Role(name='holder', exact=False), Role(name='amount', exact=True))
    """
    # Of the rows of a header the last is the closest: 经费安排/项目数 counts projects.
    last = _bare(header.rpartition("/")[2])
    if last in _words():
        return Role(_words()[last], True)
    ranked = sorted((rank for form in _forms(header) for rank in _ranks(form)), reverse=True)
    return Role(ranked[0][2], ranked[0][0]) if ranked else None


def _forms(header: str) -> list[str]:
    pieces = [header, *_PIECES.split(header)]
    return list(
        dict.fromkeys(_bare(form) for piece in pieces for form in (piece, _BRACKETS.sub("", piece)) if form.strip())
    )


def _ranks(form: str) -> list[tuple[bool, int, str]]:
    """Whether the whole form is a word of the lexicon, how long the word is, and its role."""
    known = _words()
    ends = [form[i:] for i in range(1, len(form) - 1)]
    # An English word is met whole: the head of a phrase is its last word, in the singular or plural.
    if not re.search("[一-鿿]", form):
        ends = [end for end in ends if len(end) > 3]
    found = [(True, len(form), known[form])] if form in known else []
    return found + [(False, len(end), known[end]) for end in ends if end in known]
