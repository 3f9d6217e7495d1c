"""The app's own questions to the store, one Cypher text a file."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def text(name: str) -> str:
    """The Cypher text of that name."""
    return resources.files(__package__).joinpath(f"{name}.cypher").read_text("utf-8")
