"""An optional proposer: a language model behind an OpenAI-compatible address adds what the rules did not see, marked as its own.

The rules' reading stands untouched. What the model answers is taken only where the ontology allows it and where its words
are found in the text letter by letter; the rest is dropped. No proposal decides the status of a fact that rules or tables state.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph import evidence
from ingest.model import asking, endpoint, proposals

__all__ = ["Proposer", "connect"]


@dataclass(frozen=True, slots=True)
class Proposer:
    """A model at an address. `name` goes into every proposal and into the version by which a document was read."""

    name: str
    address: endpoint.Endpoint

    def add(self, text: str, reading: evidence.Reading) -> evidence.Reading:
        """The reading with the model's proposals added. Raises ModelError when the endpoint gives no usable answer."""
        grown = reading
        for piece in asking.pieces(text):
            answer = self.address.complete(asking.messages(text, piece, grown), asking.schema())
            grown = proposals.added(grown, text, piece, answer, self.name)
        return grown


def connect(url: str, name: str = "", key: str = "") -> Proposer:
    """The model `name` (the first that is offered, if empty) at `url`. Raises ModelError when nothing answers there."""
    address = endpoint.Endpoint(url.rstrip("/"), key)
    offered = address.models()
    return Proposer(name or offered[0], endpoint.Endpoint(address.url, key, name or offered[0]))
