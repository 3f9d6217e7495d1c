"""The ask box: which question of the library a sentence means, and which of its words fill which parameter."""

from __future__ import annotations

from queries.match.choose import Choice, Understood, Used, understand
from queries.match.names import Names, of_store

__all__ = ["Choice", "Names", "Understood", "Used", "of_store", "understand"]
