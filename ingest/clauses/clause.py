"""A clause: its piece of the text with who acts, when, and with which status."""

from __future__ import annotations

from typing import NamedTuple

from graph import evidence
from ingest import scene


class Clause(NamedTuple):
    """A clause at start:end of the shadow text.

    `agent` is the entity that acts, `agents` all that act together, `own` whether the clause names them itself
    (an own clause without agent has only bodies of no one name). `hedge` is a condition or a hedge in its words.
    `charged` says that a charge behind the paragraph makes the agent act, `helpers` are the bodies that it names after the first.
    `provision` says that it lays down what shall be, as a policy's clauses do outside the sections that look back.
    `refs` are all names in it, `outer` those that no other name there holds.
    """

    start: int
    end: int
    sentence: int
    section: int
    status: evidence.Status
    cue: str = ""
    agent: str | None = None
    own: bool = False
    time: str = ""
    hedge: str = ""
    negated: bool = False
    heading: bool = False
    refs: tuple[scene.Ref, ...] = ()
    outer: tuple[scene.Ref, ...] = ()
    agents: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    charged: bool = False
    provision: bool = False
