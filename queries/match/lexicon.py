"""What the words of a question mean, out of lexicon.yaml: concepts, matters outside the graph, short forms, fillers."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from graph import plain

HAN = re.compile(r"[\u3400-\u9fff]")
_AROUND = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")  # what a pattern only looks at
_AFTER = re.compile(r"\(\?: [^()]*\)\??")  # words that may follow
_ENDINGS = re.compile(r"(?P<stem>[a-z]+)\(\?:(?P<endings>[a-z|]+)\)(?!\?)")  # agenc(?:y|ies)
_BRACKETS = {
    "﹝": "〔",
    "﹞": "〕",
    "[": "〔",
    "]": "〕",
    "【": "〔",
    "】": "〕",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The file, compiled. `english` and `short` hold what is written → what a name holds instead."""

    concepts: dict[str, re.Pattern[str]]
    weights: dict[str, float]
    nouns: frozenset[str]
    kinds: dict[str, re.Pattern[str]]
    outside: dict[str, re.Pattern[str]]
    unless: dict[str, frozenset[str]]
    matter: re.Pattern[str]
    polite: re.Pattern[str]
    spelled: dict[str, str]
    filler: re.Pattern[str]
    stops: frozenset[str]
    short: dict[str, str]
    division: re.Pattern[str]
    heads: frozenset[str]
    english: dict[str, tuple[str, ...]]
    abroad: frozenset[str]
    areas: frozenset[str]
    terms: re.Pattern[str]
    own: re.Pattern[str]
    words: frozenset[str]


@cache
def load() -> Lexicon:
    """The lexicon, read once a process."""
    data = plain.load(resources.files(__package__).joinpath("lexicon.yaml").read_text("utf-8"))
    return Lexicon(
        {name: _either(body) for name, body in data["concepts"].items()},
        {name: float(body.get("weight", 1.0)) for name, body in data["concepts"].items()},
        frozenset(name for name, body in data["concepts"].items() if body.get("noun")),
        {label: _either(body) for label, body in data["kinds"].items()},
        {name: _either(body) for name, body in data["outside"].items()},
        {name: frozenset(body["unless"]) for name, body in data["outside"].items() if "unless" in body},
        re.compile(data["matter"]),
        _either(data["polite"]),
        data["spelled"],
        re.compile(any_of(data["fillers"]["zh"].split("|"))),
        frozenset(data["fillers"]["en"].split()),
        data["short"],
        re.compile(f"(?:{data['division']})$"),
        frozenset(data["heads"].split("|")),
        {fold(key): tuple(value.split("|")) for key, value in (data["english"] | data["areas"]).items()},
        frozenset(data["abroad"]),
        frozenset(word for value in data["areas"].values() for word in value.split("|")),
        _terms(data["english"].values(), frozenset(data["heads"].split("|"))),
        re.compile(f"[我本该](?:{any_of([*data['heads'].split('|'), *'省市区县州院校'])})"),
        frozenset(_english_words(data)),
    )


def _english_words(data: dict[str, Any]) -> Iterator[str]:
    """The English words that the file writes out; of patterns those that are whole once their endings are put to them."""
    bodies = [*data["concepts"].values(), *data["kinds"].values(), *data["outside"].values()]
    patterns = [_ENDINGS.sub(_with_endings, _AFTER.sub("", body["en"])) for body in bodies]
    whole = [piece for text in patterns for piece in text.split("|") if re.fullmatch(r"[a-z' ]+(?:s\?)?", piece)]
    yield from (
        word for text in (*whole, *data["english"], data["fillers"]["en"]) for word in re.findall("[a-z]{4,}", text)
    )


def _with_endings(match: re.Match[str]) -> str:
    return "|".join(match["stem"] + ending for ending in match["endings"].split("|"))


def _terms(glosses: Iterable[str], heads: frozenset[str]) -> re.Pattern[str]:
    """Terms of the subject in Chinese, the longer first; what is only the head of a name is none."""
    words = {word for gloss in glosses for word in gloss.split("|")} - heads
    return re.compile(any_of(w for w in words if len(w) > 1))


def any_of(listed: Iterable[str]) -> str:
    """Words or patterns as alternatives of one pattern, the longest first, so that none hides a longer one."""
    return "|".join(sorted(listed, key=len, reverse=True))


def _either(body: dict[str, str]) -> re.Pattern[str]:
    """Chinese words anywhere, English ones as whole words; a star after a letter is any ending."""
    english = _longest_first(re.sub(r"(?<=[a-z])(?<!\\w)\*", r"\\w*", body["en"].lower()))
    chinese = _longest_first(body["zh"].lower()).replace("的", "[的得地]")  # typed for one another
    return re.compile(f"(?P<zh>{chinese})|(?<![a-z0-9])(?:{english})(?![a-z0-9])")


def _longest_first(pattern: str) -> str:
    """The alternatives of a pattern, the longer before the shorter, so that 没有提到 is found before 没有."""
    pieces = [""]
    depth = 0
    for char in pattern:
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += char
    return "|".join(sorted(pieces, key=lambda piece: len(_AROUND.sub("", piece)), reverse=True))


@cache
def _simplified() -> dict[int, int]:
    """Traditional characters by the simplified ones (ICU's Hant-Hans; those outside GB 2312 that stand for one in it)."""
    return str.maketrans(*resources.files(__package__).joinpath("traditional.txt").read_text("utf-8").split())


def fold(text: str) -> str:
    """Widths, case, brackets and traditional characters evened out, character by character, so that offsets stay."""
    text = text.translate(_simplified())
    folded = (unicodedata.normalize("NFKC", _BRACKETS.get(c, c)).lower() for c in text)
    return "".join(_BRACKETS.get(f, f) if len(f) == 1 else c for f, c in zip(folded, text, strict=True))


def spell_out(text: str) -> str:
    """A sentence with the words that people shorten in writing, in full.

    >>> spell_out("whats the finance dept up to")
    'what is the finance department up to'
    """
    known = load().spelled
    written = any_of(map(re.escape, known))
    return re.sub(rf"(?i)(?<![\w'/])(?:{written})(?![\w'])", lambda m: known[m[0].lower()], text)


@cache
def explains(word: str) -> bool:
    """Whether a folded English word has a meaning here: a concept, a matter outside, a gloss, a place, a mere filler."""
    known = load()
    if word in known.stops or word in known.english or word.removesuffix("s") in known.english or word in all_places():
        return True
    return any(shown.fullmatch(word) for shown in (*known.concepts.values(), *known.outside.values(), known.polite))


def shorten(text: str) -> str:
    """A folded name with its long-winded parts in their short form."""
    for long, brief in load().short.items():
        text = text.replace(long, brief)
    return text


def place(name: str) -> str:
    """A region's name without the word for its division, where enough is left.

    >>> place("桂林市"), place("广西壮族自治区"), place("沙县")
    ('桂林', '广西', '沙县')
    """
    brief = load().division.sub("", name)
    return brief if len(brief) > 1 else name


@cache
def _places() -> tuple[dict[str, str], ...]:
    """Provinces and cities: code, name, and English names with `;` between them."""
    text = resources.files(__package__).joinpath("places.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def english_places() -> dict[str, tuple[str, ...]]:
    """English names of provinces and cities by their code (GB/T 2260); pinyin by the usual spelling."""
    return {row["adcode"]: tuple(row["english"].split(";")) for row in _places()}


def initials(written: str) -> tuple[str, ...]:
    """What Chinese calls several cities at once, by their first characters; nothing where one is no city.

    >>> initials("hefei-wuhu-bengbu")
    ('合芜蚌',)
    """
    names = [_chinese_places().get(part, "") for part in written.split("-")]
    return ("".join(name[0] for name in names),) if len(names) > 1 and all(names) else ()


@cache
def _chinese_places() -> dict[str, str]:
    return {fold(name): row["name"] for row in _places() for name in row["english"].split(";")}


@cache
def all_places() -> frozenset[str]:
    """Names of provinces, cities and countries in both languages, folded, whether or not a graph holds them."""
    chinese = {form for row in _places() for form in (row["name"], place(row["name"]))}
    return frozenset(chinese | _chinese_places().keys() | load().abroad)


@cache
def any_place() -> re.Pattern[str]:
    """Any province, city or country, the longer names first; English ones as whole words."""
    chinese = any_of(form for form in all_places() if HAN.search(form))
    english = any_of(re.escape(form) for form in all_places() if not HAN.search(form))
    return re.compile(f"{chinese}|(?<![a-z])(?:{english})(?![a-z])")
