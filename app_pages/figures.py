"""A figure: the graph of a view as it is drawn, with a numbered note for each link: its words, document, number and date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app_pages import cite, data, picture, saved, scene, texts, widgets

MOST_SAID = 6
_GAP = 150


@dataclass(frozen=True, slots=True)
class Note:
    """What one drawn link rests on. `link` is its edge in the picture; contested links give every statement."""

    number: int
    link: Mapping[str, Any]
    source: str
    target: str
    said: tuple[cite.Source, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as the graph component takes it, where its things stand, and what its filter lets through."""

    title: str
    drawn: Mapping[str, Any]
    places: saved.Places
    nodes: Sequence[Mapping[str, Any]]
    edges: Sequence[Mapping[str, Any]]
    notes: Sequence[Note]


def can(address: Mapping[str, Sequence[str]]) -> bool:
    """Whether that address shows a graph that can be taken along."""
    key = next(iter(address.get("id", ())), "")
    return address.get("page", ("",))[0] == "explore" and bool(key) and bool(data.things([key]))


def make(title: str, address: Mapping[str, Sequence[str]], places: saved.Places) -> Figure:
    """The figure of a view of the graph, in the page's language; the address must be one that `can` be drawn."""
    made = scene.of(address)
    drawn = picture.make(made, next(iter(address.get("filter", ())), ""))
    nodes, edges = picture.shown(drawn)
    return Figure(title, drawn, _placed(drawn["nodes"], nodes, places), nodes, edges, _notes(made, nodes, edges))


def _placed(
    every: Iterable[Mapping[str, Any]], nodes: Iterable[Mapping[str, Any]], places: saved.Places
) -> saved.Places:
    """Where each thing stands; those that were not drawn when the view was saved stand in rows below."""
    known = {node["id"]: places[node["id"]] for node in every if node["id"] in places}
    left = min((x for x, _, _ in known.values()), default=0.0)
    low = max((y for _, y, _ in known.values()), default=-_GAP) + _GAP
    fresh = [node["id"] for node in nodes if node["id"] not in known]
    return known | {key: (left + i % 8 * _GAP, low + i // 8 * 100, False) for i, key in enumerate(fresh)}


# ---- notes ----------------------------------------------------------------------------------------------------------


def _notes(made: scene.Scene, nodes: Iterable[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]]) -> list[Note]:
    """One note a link, in the order of the names of what they join."""
    names = {node["id"]: widgets.with_chinese(node["name"], node.get("own") or node["name"]) for node in nodes}
    rests = {link.id: link.claims for link in made.links}
    said = _said(key for edge in edges for key in rests.get(edge["id"], ()))
    ordered = sorted(
        (edge for edge in edges if edge["type"]), key=lambda e: (names[e["source"]], e["name"], names[e["target"]])
    )
    return [
        _note(number, edge, names, [said[key] for key in rests.get(edge["id"], ()) if key in said])
        for number, edge in enumerate(ordered, 1)
    ]


def _note(number: int, edge: Mapping[str, Any], names: Mapping[str, str], said: Sequence[cite.Source]) -> Note:
    """Of a link on which all agree the newest statement speaks for the others."""
    ordered = sorted(said, key=lambda one: (one.date, one.key), reverse=True)
    kept = ordered[: MOST_SAID if edge["contested"] else 1]
    return Note(number, edge, names[edge["source"]], names[edge["target"]], tuple(kept), len(ordered) - len(kept))


def _said(keys: Iterable[str]) -> dict[str, cite.Source]:
    papers = {paper.document: paper for paper in data.papers()}
    claims = data.claims_by_id(set(keys))
    return {key: cite.of(key, one.place, one.speaker, papers.get(one.place.document)) for key, one in claims.items()}


def heading(note: Note) -> str:
    """What a link says, in one line: A —supports→ B (done, 2018)."""
    told = [texts.status(str(note.link["status"])) if note.link["status"] else "",
            texts.period(str(note.link["since"]), str(note.link["until"]))]  # fmt: skip
    about = texts.say("figure.about", about=texts.listed(part for part in told if part)) if any(told) else ""
    sign = "⚠ " if note.link["contested"] else ""
    ends = [widgets.clip(name, 60) for name in (note.source, note.target)]
    return f"{sign}{ends[0]} —{note.link['name']}→ {ends[1]}{about}"


def sentences(note: Note) -> list[str]:
    """What a note says after its heading: each statement as a citation after GB/T 7714 with its words."""
    more = [texts.say("figure.more", n=note.more)] if note.more else []
    return [widgets.clip(cite.text(one), 700) for one in note.said] + more


def kinds(figure: Figure) -> dict[str, list[Mapping[str, Any]]]:
    """The shown nodes by kind, most first: the lines of a legend."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for node in figure.nodes:
        found[str(node["label"])].append(node)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))
