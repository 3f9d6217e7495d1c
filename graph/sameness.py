"""Sameness across documents: which entities of which readings are one node, by number, code, name and region.

A node's id is a function of its own name and, for names that every region has, of the region whose document speaks,
so it is the same in any library and in any order. Where the name does not settle it, two nodes stay two until a person
says that they are the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from graph import evidence, ids, judgements, known, ontology, plain, posts

if TYPE_CHECKING:
    from graph import library


@dataclass(frozen=True, slots=True)
class Home:
    """Whose voice a document has: its region's scope (empty for national bodies) and the places that it names."""

    scope: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sameness:
    """Global ids by the reading's index and the entity's id in it, the pairs of ids that people keep apart, and the posts
    of persons, by the same keys as the ids."""

    ids: Mapping[tuple[int, str], str]
    apart: frozenset[frozenset[str]] = field(default_factory=frozenset)
    posts: Mapping[tuple[int, str], str] = field(default_factory=dict)


def identify(held: Sequence[library.Held], decided: Iterable[judgements.Judgement] = ()) -> Sameness:
    """The global id of every entity of every reading, first by rule, then by people's judgements in force."""
    decided = tuple(decided)
    apart = frozenset(frozenset((j.left, j.right)) for j in decided if j.verdict == "not_same")
    homes = [_home(h) for h in held]
    numbers = _numbers(held, homes)
    split = frozenset((j.left, j.right) for j in decided if j.verdict == "split")
    same = _judged(decided, apart)
    table = _table_names(held, homes)
    found: dict[tuple[int, str], str] = {}
    offices: dict[tuple[int, str], str] = {}
    for index, (one, home) in enumerate(zip(held, homes, strict=True)):
        told = _posts(one, home)
        offices |= {(index, person): post for person, post in told.items()}
        for e in one.reading.entities:
            own = ids.node(e.type, _short(e.name), told[e.id]) if e.id in told else key(e, home, numbers)
            meant = table.meant(own)
            if meant is not None and frozenset((own, meant)) not in apart:
                own = meant
            alone = _title_key(e.name, home) if e.type == "Policy" else ids.node(e.type, e.name)
            if not e.prop("doc_no") and frozenset((own, alone)) in apart:
                own = alone
            node = same.get(own, own)
            if (node, one.reading.document.id) in split:
                other = judgements.parted(node, one.reading.document.id)
                node = same.get(other, other)
            found[(index, e.id)] = node
    return Sameness(found, apart, offices)


def _posts(held: library.Held, home: Home) -> dict[str, str]:
    """The posts of a document's persons: of one name and one post is one person, wherever the document comes from."""
    bodies = {
        e.id: key(e, home).partition("/")[2] for e in held.reading.entities if e.type in ("Agency", "Organization")
    }
    return posts.held_by(held.text, held.reading, bodies)


def neighbours(label: str) -> tuple[str, ...]:
    """The kinds that a reference table may give to what a document calls by this one.

    >>> neighbours("Fund")
    ('Programme',)
    """
    return tuple(kind for group in _words()["wavering"] if label in group for kind in group if kind != label)


def _table_names(held: Sequence[library.Held], homes: Sequence[Home]) -> known.Names:
    """The names that things have in reference tables."""
    rows: list[tuple[str, known.Bearer]] = []
    places: dict[str, str] = {}
    for one, home in zip(held, homes, strict=True):
        if not one.source.reference:
            continue
        where = _places(one.reading)
        places |= {
            _short(e.name): str(e.prop("code")) for e in one.reading.entities if e.type == "Region" and e.prop("code")
        }
        for e in one.reading.entities:
            own, codes = key(e, home), where.get(e.id, frozenset())
            rows += [
                (key(replace(e, name=name), home), known.Bearer(own, name == e.name, codes))
                for name in (e.name, *e.aliases)
            ]
    return known.names(_words()["wavering"], rows, places)


def _places(reading: evidence.Reading) -> dict[str, frozenset[str]]:
    """The codes of the regions where the things of a reading lie."""
    codes = {e.id: str(e.prop("code")) for e in reading.entities if e.prop("code")}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        if claim.predicate == "LOCATED_IN" and claim.object in codes:
            found[claim.subject].add(codes[claim.object])
    return {thing: frozenset(held) for thing, held in found.items()}


def key(e: evidence.Entity, home: Home = Home(""), numbers: Mapping[str, set[str]] | None = None) -> str:
    """The id of an entity by rule. `numbers` are the document numbers known for each policy title's key.

    >>> key(evidence.Entity("x", "HighTechZone", "桂林国家高新技术产业开发区"))
    'HighTechZone/桂林高新区'

    What a text in another language names is the same thing by its Chinese name (`name_zh`), where the reading gives one.
    """
    if e.prop("name_zh"):
        e = replace(e, name=str(e.prop("name_zh")), properties=tuple(p for p in e.properties if p[0] != "name_zh"))
    if e.type == "Policy":
        return _policy(e, home, numbers or {})
    if e.type == "Region":
        return ids.node(e.type, str(e.prop("code") or e.name))
    if e.type in ontology.load().zones:
        local = e.type in _words()["local"] and not _placed(e.name, home)
        return ids.node(e.type, _zone(e.name), home.scope if local else "")
    if e.type == "Agency":
        local = not e.prop("region") and _words()["agency_end"].search(e.name) and not _placed(e.name, home)
        return ids.node(e.type, e.name, home.scope if local else "")
    if e.type in _words()["local"]:
        return ids.node(e.type, _short(e.name), "" if _placed(e.name, home) else home.scope)
    return ids.node(e.type, e.name)


# 我区 and 全省 are places only where they stand.
_PRONOUNS = "我本全该其"


@cache
def _words() -> dict[str, Any]:
    data = plain.load(resources.files("graph.ontology").joinpath("sameness.yaml").read_text("utf-8"))
    return {
        "head": re.compile(rf"^(?P<place>[一-鿿]{{2,3}}?)(?:{data['division']})(?=[一-鿿]{{2}}|$)"),
        "province": re.compile(data["provinces"]),
        "rank": re.compile(rf"(?<=[一-鿿]{{2}})(?:{data['rank']})"),
        "kinds": [(short, re.compile(rf"(?:{long})")) for short, long in data["kinds"].items()],
        "national": re.compile(data["national"]),
        "title_head": re.compile(rf"^(?:{data['title_head']})"),
        "title_common": re.compile(data["title_common"]),
        "telling": int(data["telling"]),
        "local": frozenset(data["local"]),
        "wavering": data["wavering"],
        "agency_end": re.compile(rf"(?:{data['agency_endings']})$"),
    }


def _short(name: str) -> str:
    """The name with its leading place in the short form: 广西壮族自治区… and 广西… are one."""
    head: re.Pattern[str] = _words()["head"]
    return head.sub(r"\g<place>", name, count=1)


def _zone(name: str) -> str:
    """A zone's name with place and kind in their short forms, the rank after a place left out."""
    words = _words()
    for short, long in words["kinds"]:
        name = long.sub(short, name)
    rank: re.Pattern[str] = words["rank"]
    return rank.sub("", _short(name), count=1)


def _placed(name: str, home: Home) -> bool:
    """Whether a name says whose it is: a rank or a region above the provinces, a place, or a quoted name of its own."""
    words = _words()
    telling = words["national"].search(name[:12]) or words["head"].match(name) or words["province"].match(name)
    return bool(telling) or "“" in name or name.startswith(home.places)


def _title(name: str) -> str:
    words = _words()
    bare = words["title_head"].sub("", ids.fold_text(name), count=1)
    return _short(bare) if len(bare) >= 4 else ids.fold_text(name)


def _policy(e: evidence.Entity, home: Home, numbers: Mapping[str, set[str]]) -> str:
    """By document number, by the one number known for its title, else by title; a title that tells little is local."""
    if e.prop("doc_no"):
        return ids.node(e.type, ids.fold_text(str(e.prop("doc_no"))))
    own = _title_key(e.name, home)
    known = numbers.get(own, set())
    return ids.node(e.type, next(iter(known))) if len(known) == 1 else own


def _title_key(name: str, home: Home) -> str:
    title = _title(name)
    telling = len(_words()["title_common"].sub("", title)) >= _words()["telling"]
    law = title.endswith(("法", "法典"))
    inside = _words()["province"].search(title) or any(place in title for place in home.places)
    placed = inside or _placed(title, home) or "“" in name
    return ids.node("Policy", title, "" if telling or law or placed else home.scope)


def _numbers(held: Sequence[library.Held], homes: Sequence[Home]) -> dict[str, set[str]]:
    """The document numbers with which each title is seen."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, home in zip(held, homes, strict=True):
        for e in one.reading.entities:
            if e.type == "Policy" and e.prop("doc_no"):
                for name in (e.name, *e.aliases):
                    found[_title_key(name, home)].add(ids.fold_text(str(e.prop("doc_no"))))
    return found


def _home(held: library.Held) -> Home:
    """The issuer's region; a document whose issuer is not known is a region of its own, so that nothing merges by chance.

    A reference table without one speaks of the whole country.
    """
    reading = held.reading
    issuer = next((e for e in reading.entities if e.id == reading.document.issued_by), None)
    alone = "" if held.source.reference else ids.digest(reading.document.id, length=6)
    scope = str(issuer.prop("region") or "") if issuer is not None else alone
    names = {n for e in reading.entities if e.type == "Region" for n in (e.name, _short(e.name), *e.aliases)}
    return Home(scope, tuple(sorted(n for n in names if len(n) >= 2 and n[0] not in _PRONOUNS)))


def _judged(decided: Sequence[judgements.Judgement], apart: frozenset[frozenset[str]]) -> dict[str, str]:
    """Ids that people called the same, each to the smallest of its group; a pair kept apart is never joined by others."""
    group: dict[str, str] = {}

    def root(x: str) -> str:
        while group.get(x, x) != x:
            x = group[x]
        return x

    for one in decided:
        if one.verdict == "same":
            first, second = sorted((root(one.left), root(one.right)))
            members = [{x for x in {*group, one.left, one.right} if root(x) == side} for side in (first, second)]
            if not any(frozenset((a, b)) in apart for a in members[0] for b in members[1]):
                group.setdefault(first, first)
                group[second] = first
    return {x: root(x) for x in group}
