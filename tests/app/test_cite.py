"""Citations: whatever words a document holds, programs that read BibTeX and RIS find the entry and its fields."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app_pages import cite

SOURCE = cite.Source(
    "c-1", "某市扶持办法", "某市财政局", "某财〔2020〕1号", "2020-05-06", "某市政府网", "https://example.org/a", "2026-01-02",
    False, "补助不超过10%", "某市科技局",
)  # fmt: skip
WORDS = st.text(
    st.sampled_from('甲{}\\"%$&#_~^@, =\n\r\u2028a1') | st.characters(exclude_categories=["Cs"]), max_size=30
)


def test_a_citation_says_document_number_date_and_words() -> None:
    assert cite.text(SOURCE) == (
        "某市财政局. 某市扶持办法：某财〔2020〕1号[EB/OL]. 2020-05-06[2026-01-02]. https://example.org/a. “补助不超过10%”（某市科技局）"
    )
    assert "  number = {某财〔2020〕1号},\n" in cite.bibtex(SOURCE) and r"10\%" in cite.bibtex(SOURCE)
    assert cite.ris(SOURCE).startswith("TY  - GOVDOC\r\nID  - c-1\r\nTI  - 某市扶持办法\r\n")


@pytest.mark.parametrize("field", ["title", "issuer", "number", "publisher", "url", "quote", "speaker"])
@given(words=WORDS)
def test_no_word_of_a_document_ends_its_entry_or_begins_a_field(field: str, words: str) -> None:
    one = replace(SOURCE, **{field: words})
    entry = cite.bibtex(one).rstrip("\n")
    depths = list(accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in entry))
    assert depths[-1] == 0 and min(depths[len("@misc{") - 1 : -1]) > 0
    assert all(re.match("  [a-z]+ = {.*},$", line) for line in entry.split("\n")[1:-1])
    lines = cite.ris(one).split("\r\n")
    assert (lines[0], lines[-2:]) == ("TY  - GOVDOC", ["ER  - ", ""])
    assert all(re.match("[A-Z][A-Z0-9]  - [^\r\n]+$", line) for line in lines[1:-2])
