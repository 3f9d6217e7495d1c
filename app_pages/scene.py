"""What the graph view draws: a first thing and the steps taken from it, replayed from the address that holds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from app_pages import data

UNASKED, ASKED = 300, 1500
BOUNDS = (10, 25, 100, 1000)
FEW = 25
FARTHEST = 6
MOST_PATHS = 5
ANY = "*"
_VERBS = ("open", "add", "hide", "path")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a person: `open` a thing (at most so many neighbours, along `way`), `add`, `hide`, or join by `path`.

    `way` is ``*``, or ``>MANAGES`` for what the thing manages, ``<MANAGES`` for who manages it.
    """

    verb: str
    keys: tuple[str, ...]
    most: int = FEW
    way: str = ANY

    def __str__(self) -> str:
        keys = "\t".join(self.keys)
        return f"open {self.most} {self.way} {keys}" if self.verb == "open" else f"{self.verb} {keys}"


def parse(text: str) -> Step | None:
    """The step that an address holds; None for what is none. Ids hold no tabs: they are printable."""
    verb, _, rest = text.partition(" ")
    if verb not in _VERBS or not rest:
        return None
    if verb != "open":
        keys = tuple(key for key in rest.split("\t") if key)
        return Step(verb, keys) if verb != "path" or len(keys) == 2 else None
    most, _, rest = rest.partition(" ")
    way, _, key = rest.partition(" ")
    return Step(verb, (key,), min(int(most), BOUNDS[-1]), way) if key and most.isdigit() else None


@dataclass(frozen=True, slots=True)
class Reach:
    """A neighbour with the fact that leads to it."""

    predicate: str
    incoming: bool
    thing: data.Thing

    @property
    def way(self) -> str:
        """The relationship and its direction as a step names them."""
        return f"{'<' if self.incoming else '>'}{self.predicate}"


@dataclass(frozen=True, slots=True)
class Link:
    """A fact edge between two shown things, with who says so where."""

    source: str
    predicate: str
    target: str
    status: str
    contested: bool
    since: str
    until: str
    who: tuple[str, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Names the edge in the graph view and in addresses."""
        return f"{self.source}|{self.predicate}|{self.target}"


@dataclass
class Scene:
    """What is drawn. `rest` holds what found no room, by the thing it belongs to and its kind; `met` the asked links,
    `joined` those of the last path."""

    seed: str
    most: int
    things: dict[str, data.Thing] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    neighbours: Mapping[str, int] = field(default_factory=dict)
    rest: dict[tuple[str, str], list[data.Thing]] = field(default_factory=lambda: defaultdict(list))
    met: set[tuple[str, str, str]] = field(default_factory=set)
    joined: set[tuple[str, str, str]] = field(default_factory=set)
    cut: tuple[str, int, int] | None = None
    no_path: tuple[str, str] | None = None

    def left(self) -> int:
        """How many things found no room."""
        return len({thing.id for things in self.rest.values() for thing in things})


def of(address: Mapping[str, Sequence[str]]) -> Scene:
    """The scene that the parameters of an address tell of: its first thing, the steps, how much and which links."""
    steps = [step for step in map(parse, address.get("step", ())) if step]
    return make(
        address["id"][0], steps, ASKED if any(address.get("many", ())) else UNASKED, any(address.get("only", ()))
    )


def make(seed: str, steps: Sequence[Step], most: int = UNASKED, only: bool = False) -> Scene:
    """Replay the steps from a thing and its nearest neighbours; `only` draws no link but those asked for."""
    scene = Scene(seed, most, data.things([seed]))
    for step in (Step("open", (seed,)), *steps):
        _TAKE[step.verb](scene, step)
    found = between(scene.things)
    if only:
        found = [link for link in found if (link.source, link.predicate, link.target) in scene.met]
    scene.links = tuple(
        sorted({link.id: link for link in found if link.source != link.target}.values(), key=lambda x: x.id)
    )
    scene.neighbours = neighbour_counts(scene.things)
    return scene


def _open(scene: Scene, step: Step) -> None:
    key = step.keys[0]
    if key not in scene.things:
        return
    found = [r for r in reach(key) if step.way in (ANY, r.way) and r.thing.id != key]
    waiting = {thing.id for (near, _), things in scene.rest.items() if near == key for thing in things}
    fresh = list({r.thing.id: r.thing for r in found if r.thing.id not in {*scene.things, *waiting}}.values())
    wanted, room = fresh[: step.most], max(0, scene.most - len(scene.things))
    scene.things |= {thing.id: thing for thing in wanted[:room]}
    for thing in wanted[room:]:
        scene.rest[key, thing.label].append(thing)
    scene.met |= {_edge(key, r) for r in found if r.thing.id in scene.things}
    scene.cut = (key, len(fresh), len(wanted)) if len(fresh) > len(wanted) else None


def _edge(key: str, found: Reach) -> tuple[str, str, str]:
    ends = (found.thing.id, key) if found.incoming else (key, found.thing.id)
    return ends[0], found.predicate, ends[1]


def _add(scene: Scene, step: Step) -> None:
    fresh = {key: thing for key, thing in data.things(step.keys).items() if key not in scene.things}
    scene.things |= dict(list(fresh.items())[: max(0, ASKED - len(scene.things))])


def _hide(scene: Scene, step: Step) -> None:
    for key in step.keys:
        if key != scene.seed:
            scene.things.pop(key, None)


def _path(scene: Scene, step: Step) -> None:
    found = paths(*step.keys)
    scene.joined = set()
    scene.things |= data.things({key for path in found for key in path} - scene.things.keys())
    scene.no_path = None if found else (step.keys[0], step.keys[1])
    pairs = {pair for path in found for pair in pairwise(path)}
    for one in between({key for pair in pairs for key in pair}):
        if (one.source, one.target) in pairs or (one.target, one.source) in pairs:
            scene.joined.add((one.source, one.predicate, one.target))
    scene.met |= scene.joined


_TAKE = {"open": _open, "add": _add, "hide": _hide, "path": _path}


# ---- asking the store -----------------------------------------------------------------------------------------------


def reach(key: str) -> list[Reach]:
    """Every neighbour of a thing with the fact that leads to it, best connected first."""
    rows = data.ask("reach", limit=data.MOST_FACTS, id=key, types=data.facts_of_ontology())
    found = [Reach(row["predicate"], bool(row["incoming"]), data.thing(row)) for row in rows]
    return sorted(found, key=lambda r: (-r.thing.degree, r.thing.id, r.predicate, r.incoming))


def between(keys: Iterable[str]) -> list[Link]:
    """The facts that join these things."""
    rows = data.ask("between", ids=sorted(keys), types=data.facts_of_ontology())
    said = sources(key for row in rows for key in row["claims"] or ())
    return [_link(row, [said[key] for key in row["claims"] or () if key in said]) for row in rows]


def _link(row: Mapping[str, Any], said: Sequence[tuple[str, str, str]]) -> Link:
    return Link(
        str(row["source"]), str(row["predicate"]), str(row["target"]), str(row["status"] or ""), bool(row["contested"]),
        str(row["since"] or ""), str(row["until"] or ""), tuple(sorted({who for who, _, _ in said if who})),
        tuple(sorted({(document, title) for _, document, title in said})), tuple(row["claims"] or ()),
    )  # fmt: skip


def sources(keys: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Speaker, document and its title of claims by their ids."""
    rows = data.ask("sources", ids=sorted(set(keys)))
    return {row["id"]: (row["who"] or "", row["document"], row["title"] or "") for row in rows}


def neighbour_counts(keys: Iterable[str]) -> dict[str, int]:
    """How many neighbours each of these things has."""
    rows = data.ask("neighbour_counts", ids=sorted(keys), types=data.facts_of_ontology())
    return {row["id"]: row["neighbours"] for row in rows}


def ways(found: Iterable[Reach], shown: Iterable[str]) -> list[tuple[str, int, int]]:
    """The preview of an expansion: each way with how many things lie along it and how many of them are not drawn."""
    drawn = set(shown)
    ends: dict[str, set[str]] = defaultdict(set)
    for one in found:
        ends[one.way].add(one.thing.id)
    counts = Counter({way: len(keys) for way, keys in ends.items()})
    return [(way, number, len(ends[way] - drawn)) for way, number in counts.most_common()]


def paths(first: str, second: str) -> list[tuple[str, ...]]:
    """The shortest chains of facts between two things, at most five, those through less connected things first."""
    before: dict[str, set[str]] = {first: set()}
    degrees: dict[str, int] = {}
    layer = {first}
    for _ in range(FARTHEST):
        fresh: dict[str, set[str]] = defaultdict(set)
        for row in data.ask("frontier", ids=sorted(layer), types=data.facts_of_ontology()):
            degrees[row["far"]] = row["degree"]
            if row["far"] not in before:
                fresh[row["far"]].add(row["near"])
        before |= fresh
        layer = set(fresh)
        if second in before or not layer:
            break
    found = _chains(second, before) if second in before else []
    return sorted(found, key=lambda p: (sum(degrees.get(key, 0) for key in p[1:-1]), p))[:MOST_PATHS]


def _chains(end: str, before: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    """All chains back to where the search began, bounded: a hub has thousands."""
    found: list[tuple[str, ...]] = []
    open_ends: list[tuple[str, ...]] = [(end,)]
    while open_ends and len(found) < 200:
        chain = open_ends.pop()
        earlier = before[chain[0]]
        if not earlier:
            found.append(chain)
        open_ends += [(key, *chain) for key in sorted(earlier)]
    return found
