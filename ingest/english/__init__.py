"""English documents (statutes, strategies, programme pages, news): the same scene and readings as for Chinese ones."""

from __future__ import annotations

from graph import evidence
from ingest import scene
from ingest.english import claims, clauses, grants, measures, resolve

__all__ = ["relate", "resolve_scene"]


def resolve_scene(shadow: scene.Shadow) -> scene.Scene:
    """The scene of an English document: outline, things, who speaks."""
    return resolve.resolve(shadow)


def relate(
    view: scene.Scene, document: str, own: str | None
) -> tuple[tuple[evidence.Claim, ...], tuple[evidence.Grant, ...], tuple[evidence.Measure, ...]]:
    """Claims, grants and measures of a scene. `own` is the policy that the document itself is, if any."""
    acts = clauses.split(view)
    sums = grants.find_grants(view, acts, document)
    return claims.find_claims(view, acts, document, own, sums), sums, measures.find_measures(view, acts, document)
