"""The genre of a document by its title or its opening, and whether the document lays down what shall be."""

from __future__ import annotations

import re

from ingest.find import words


def _patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((genre, re.compile("|".join(told))) for genre, told in words.lexicon("structure")[name].items())


_TYPES = _patterns("genres")
# What the opening of a text without a title says that it is.
_OPENINGS = _patterns("openings")
_PROVISIONS = frozenset("measures notice plan opinions regulation approval call".split())
# What explains a policy tells what it lays down; who answers journalists tells more.
_EXPLAINS = re.compile(r"解读|图解|问答$|[读看]懂|[一二三四五六七八九十\d]问(?!题)")
_PRESCRIBES = re.compile(
    r"(?:制定|提出|作出|出台)(?:如下|以下|本)|(?:本|此)(?:办法|条例|规定|措施|政策|意见|细则|方案)|(?:补贴|奖励|资助|支持)(?:标准|条件|对象)[：:]"
)


def of(title: str, text: str) -> str:
    """The genre: that of what a notice hands out, that of the title, else what the opening shows; or other."""
    bare = re.sub(r"[（(][^）)]{0,16}[）)]$", "", title)
    inner = re.search(r"印发《?(.{4,60}?)》?(?:及相关配套文件|等[一-鿿\d]{1,8})?的?通知$", bare)
    if inner:
        return next((name for name, pattern in _TYPES if pattern.search(inner[1])), "notice")
    for name, pattern in _TYPES:
        if bare and pattern.search(bare):
            return name
    if re.search(r"收悉[，。；].{0,40}(?:答复|函复|函告)", text[:800]):
        return "reply"
    return next((name for name, pattern in _OPENINGS if pattern.search(text, 0, 1500)), "other")


def prescribes(genre: str, title: str, text: str) -> bool:
    """Whether the document lays down what shall be: by its genre, or by its words where it shows no genre."""
    if genre in _PROVISIONS:
        return True
    if genre == "explainer" and _EXPLAINS.search(title):
        return True
    return genre in ("other", "explainer") and bool(_PRESCRIBES.search(text))
