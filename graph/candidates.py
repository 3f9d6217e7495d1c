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
_NUMERAL = re.compile(r"\d+|[一二三四五六七八九十]+(?=[届次期批])")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as far as its names go; `number` is its document number or division code, empty where it has none."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one: ids in order, how alike they are (0 to 1), and why: alias, part or letters."""

    left: str
    right: str
    score: float
    why: str


def pairs(things: Iterable[Named], decided: Set[frozenset[str]] = frozenset()) -> tuple[Pair, ...]:
    """Pairs that nobody has decided on, most alike first. Different numbers in names or of documents keep two apart, and
    so do the names of different regions before them."""
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
    return tuple(sorted(found, key=lambda p: (-p.score, p.left, p.right)))


def _of_kind(things: Sequence[Named], places: Mapping[str, str]) -> Iterator[Pair]:
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
    total = {key: sum(weight[g] for g in own) for key, own in grams.items()}
    for one, two in shared:
        both = sum(weight[g] for g in grams[one] & grams[two])
        pair = _judge(by_id[one], by_id[two], 2 * both / (total[one] + total[two]))
        if pair and not _elsewhere(_place(by_id[one].name, places), _place(by_id[two].name, places)):
            yield pair


def _elsewhere(one: str, two: str) -> bool:
    """Whether two regions are known and neither lies in the other."""
    return bool(one and two) and not known.near(one, two)


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


def _judge(one: Named, two: Named, alike: float) -> Pair | None:
    if (one.number and two.number) or _numbers(one.name) != _numbers(two.name):
        return None
    scopes = {one.id.partition("@")[2], two.id.partition("@")[2]}
    if len(scopes) == 2 and "" not in scopes:  # 县人民政府 of two regions: the rules keep them apart
        return None
    left, right = sorted((one.id, two.id))
    if _names(one) & _names(two):
        return Pair(left, right, round(0.9 + alike / 10, 3), "alias")
    short, long = sorted((ids.fold_text(one.name), ids.fold_text(two.name)), key=len)
    if len(short) >= _SHORTEST and short[0] == long[0] and _within(short, long) and alike > 0.2:
        return Pair(left, right, round(0.7 + alike / 10, 3), "part")
    return Pair(left, right, round(alike, 3), "letters") if alike >= _ALIKE else None


def _numbers(name: str) -> list[str]:
    return _NUMERAL.findall(ids.fold_text(name))


def _names(thing: Named) -> set[str]:
    return {text for text in map(ids.fold_text, (thing.name, *thing.aliases)) if len(text) >= _SHORTEST}


def _within(short: str, long: str) -> bool:
    """Whether the short name's letters stand in the long one in their order, as 桂林高新区 in 桂林国家高新技术产业开发区."""
    letters = iter(long)
    return all(letter in letters for letter in short)
