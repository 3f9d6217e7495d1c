"""Candidates for sameness: pairs of things of one kind whose names are alike, for a person to decide on."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from graph import ids, known

# Pieces of names that so many things share tell nothing.
_COMMON = 80
_ALIKE = 0.72
_SHORTEST = 4
_LONGEST_PLACE = 12
# A name that fits things of so many regions names their kind.
_KIND_OF = 3
_NUMERAL = re.compile(r"\d+|[一二三四五六七八九十]+(?=[届次期批])")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]$")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as far as its names go. `number` is its document number or division code, `region` the code of its region,
    `level` its administrative level, each empty where it has none; `tables` are the reference tables that name it, `links`
    says how much hangs on it."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    number: str = ""
    region: str = ""
    level: str = ""
    tables: frozenset[str] = frozenset()
    links: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one: ids in order, how alike they are (0 to 1), and why: alias, part or letters."""

    left: str
    right: str
    score: float
    why: str


def pairs(things: Iterable[Named], decided: Set[frozenset[str]] = frozenset()) -> tuple[Pair, ...]:
    """Pairs that nobody has decided on: the more alike first, and of those the ones on which more hangs. What `_apart` says
    keeps two things apart, and so does a name that only says their kind."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for thing in things:
        groups[thing.label].append(thing)
    places = {
        ids.fold_text(name): one.number or one.id for one in groups["Region"] for name in (one.name, *one.aliases)
    }
    found = [
        pair
        for group in groups.values()
        for pair in _of_kind(group, places)
        if frozenset((pair.left, pair.right)) not in decided
    ]
    links = {thing.id: thing.links for group in groups.values() for thing in group}
    return tuple(
        sorted(
            found, key=lambda p: (-round(p.score, 1), -min(links[p.left], links[p.right]), -p.score, p.left, p.right)
        )
    )


def _of_kind(things: Sequence[Named], regions: Mapping[str, str]) -> list[Pair]:
    places = {thing.id: thing.region or _place(thing.name, regions) for thing in things}
    found = [pair for one, two, pair in _alike(things) if not _apart(one, two, places[one.id], places[two.id])]
    fits: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        for one, two in ((pair.left, pair.right), (pair.right, pair.left)):
            if places[two] and not places[one]:
                fits[one].add(places[two])
    kinds = {key for key, around in fits.items() if len(around) >= _KIND_OF}
    return [pair for pair in found if not {pair.left, pair.right} & kinds]


def _alike(things: Sequence[Named]) -> Iterator[tuple[Named, Named, Pair]]:
    by_id = {thing.id: thing for thing in things}
    grams = {thing.id: _grams(thing.name) for thing in things}
    holders: dict[str, list[str]] = defaultdict(list)
    for key, own in grams.items():
        for gram in own:
            holders[gram].append(key)
    weight = {gram: math.log(1 + len(things) / len(keys)) for gram, keys in holders.items()}
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if len(keys) <= _COMMON:
            shared.update(combinations(sorted(keys), 2))
    bearers = Counter(name for thing in things for name in _names(thing))
    total = {key: sum(weight[g] for g in own) for key, own in grams.items()}
    for one, two in shared:
        both = sum(weight[g] for g in grams[one] & grams[two])
        pair = _judge(by_id[one], by_id[two], 2 * both / (total[one] + total[two]), bearers)
        if pair:
            yield by_id[one], by_id[two], pair


def _apart(one: Named, two: Named, here: str, there: str) -> bool:
    """Whether something says that two are not one: numbers in their names or of their documents, regions of which neither
    lies in the other, one table that has a row for each, for texts the kind at the end of their titles, and for bodies
    their level, any other region, or that one is a part of the other (国务院办公厅 of 国务院), or that
    tables know both, whose names of bodies are whole (国家计划委员会, 国家卫生和计划生育委员会)."""
    if (one.number and two.number) or _numbers(one.name) != _numbers(two.name) or one.tables & two.tables:
        return True
    elsewhere = bool(here and there) and not known.near(here, there)
    if one.label == "Agency":
        if one.tables and two.tables:
            return True
        short, long = sorted((one.name, two.name), key=len)
        other_level = bool(one.level and two.level) and one.level != two.level
        return (
            elsewhere
            or other_level
            or (bool(here and there) and here != there)
            or (short != long and long.startswith(short))
        )
    return elsewhere or (one.label == "Policy" and _text_kind(one.name) != _text_kind(two.name))


def _text_kind(title: str) -> str:
    """The last word of a Chinese title, which says what kind of text it is (条例, 规划, 请示); empty for others."""
    end = _BRACKETED.sub("", title)[-2:]
    return "" if end.isascii() else end


def _place(name: str, places: Mapping[str, str]) -> str:
    """The smallest region whose name stands before a name, by its code or else its id: 湖州 of
    浙江省湖州市绿色金融改革创新试验区; empty where none does."""
    rest, found = ids.fold_text(name), ""
    while end := next((n for n in range(min(len(rest) - 1, _LONGEST_PLACE), 1, -1) if rest[:n] in places), 0):
        rest, found = rest[end:], places[rest[:end]]
    return found


def _grams(name: str) -> set[str]:
    text = ids.fold_text(name)
    return {text[i : i + 2] for i in range(len(text) - 1)} or {text}


def _judge(one: Named, two: Named, alike: float, bearers: Counter[str]) -> Pair | None:
    scopes = {one.id.partition("@")[2], two.id.partition("@")[2]}
    if len(scopes) == 2 and "" not in scopes and one.label != "Person":
        return None  # 县人民政府 of two regions: the rules keep them apart; a person may move to another
    left, right = sorted((one.id, two.id))
    if _share_name(one, two, bearers):
        return Pair(left, right, round(0.9 + alike / 10, 3), "alias")
    short, long = sorted((ids.fold_text(one.name), ids.fold_text(two.name)), key=len)
    if len(short) >= _SHORTEST and short[0] == long[0] and _within(short, long) and alike > 0.2:
        return Pair(left, right, round(0.7 + alike / 10, 3), "part")
    return Pair(left, right, round(alike, 3), "letters") if alike >= _ALIKE else None


def _numbers(name: str) -> list[str]:
    return _NUMERAL.findall(ids.fold_text(name))


def _names(thing: Named) -> set[str]:
    """Its names without those of a few letters, and without single English words, which are offices and kinds (Secretary)."""
    said = (
        thing.name,
        *(name for name in thing.aliases if not (name.isascii() and name.isalpha() and not name.isupper())),
    )
    return {text for text in map(ids.fold_text, said) if len(text) >= _SHORTEST}


def _share_name(one: Named, two: Named, bearers: Counter[str]) -> bool:
    """Whether one goes by the other's name, or both go by a name that no third has and that is no mere piece of theirs (办法)."""
    full = {ids.fold_text(one.name), ids.fold_text(two.name)}
    return any(
        name in full or (bearers[name] == 2 and not all(name in other for other in full))
        for name in _names(one) & _names(two)
    )


def _within(short: str, long: str) -> bool:
    """Whether the short name's letters stand in the long one in their order, as 桂林高新区 in 桂林国家高新技术产业开发区."""
    letters = iter(long)
    return all(letter in letters for letter in short)
