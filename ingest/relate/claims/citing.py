"""Citations: every policy that a text names and of which nothing else is claimed."""

from __future__ import annotations

from ingest.relate.claims.maker import Maker


def state(made: Maker) -> None:
    """CITES from the policy that the document is, else from the document, to the policies with no claim as yet."""
    made.rule = "citing"
    claimed = {end for claim in made.found.values() for end in (claim.subject, claim.object)}
    source = made.own or made.document
    for ref in made.view.refs:
        if ref.type == "Policy" and ref.entity not in claimed and ref.entity != made.own:
            made.add(source, "CITES", ref.entity, "done", *made.around(ref), confidence=0.7)
