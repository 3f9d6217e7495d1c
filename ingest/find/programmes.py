"""National programmes and funds by the names that the reference table knows, whatever words they hold (中央引导地方科技发展资金)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest import reference
from ingest.find import kinds, words

_KINDS = {"programme": "Programme", "fund": "Fund"}
# 863计划, 国家社科基金: names that only the nation's own have; a province may have its 重点研发计划 or its 星火计划 too.
_NATIONAL = re.compile(r"\d|国家|中央|引导地方")
_OWNERS = ("省", "市", "区", "县")
# 国家自然科学基金|委员会, 科技创新2030|—新一代人工智能.
_GOES_ON = re.compile(r"委员会|[—－-]")


def find(text: str) -> Iterator[kinds.Found]:
    """Every mention, its full name as the composed form; what a province or a city calls so is its own."""
    for start, end, (label, name) in _known().find(text):
        if text[start - 1 : start] in _OWNERS or _GOES_ON.match(text, end):
            continue
        yield kinds.Found(
            start, end, label, text[start:end], composed=name, note="quoted", reason="known national programme or fund"
        )


@cache
def _known() -> words.Matcher:
    table = {
        form: (_KINDS[one.kind], one.name)
        for one in reference.programmes()
        if one.kind in _KINDS
        for form in filter(_NATIONAL.search, (one.name, *one.short))
    }
    return words.Matcher(table)
