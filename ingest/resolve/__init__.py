"""Resolving: which thing each candidate means, its fullest name, and the readable reason.

Candidates of one meaning become one entity: same name, short and full form, number and title, 我厅 and the signer,
a bare 示范区 and the nearest fitting zone before it. Each pass is one module; they share a board.
"""

from __future__ import annotations

from ingest import find, scene
from ingest.resolve import (
    aliases,
    anaphora,
    assembly,
    authors,
    bodies,
    lifetimes,
    names,
    regions,
    sameness,
    texts,
    turns,
)
from ingest.resolve.board import Board

__all__ = ["resolve"]

_PASSES = (
    regions.resolve_regions,
    bodies.resolve_bodies,
    authors.resolve_author,
    texts.resolve_texts,
    names.resolve_names,
    turns.resolve_turns,
    texts.resolve_own_policy,
    aliases.resolve_short_forms,
    sameness.merge_short_names,
    anaphora.resolve_anaphors,
    lifetimes.resolve_lifetimes,
)


def resolve(shadow: scene.Shadow, outline: scene.Outline) -> scene.Scene:
    """The scene of a document: its entities with every place that names them."""
    board = Board(shadow, outline, find.find(shadow.text))
    for resolve_pass in _PASSES:
        resolve_pass(board)
    return assembly.scene_of(board)
