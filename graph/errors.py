"""Every error that this project raises on purpose, in one tree.

PolicyGraphError
├── UnreadableFile      a file cannot be read: it is quarantined, the rest goes on
├── BadMapping          a table's mapping does not say what it must; the text names line and field
├── BadReading          a reading or its JSON form breaks the contract
├── ModelError          the optional language model gives no usable answer; the rules' reading stands
├── BadOntology         the ontology's own files contradict themselves
├── LibraryError        the library folder cannot be used
│   └── UnknownDocument no document of that id or name in the library
├── StoreError          the graph store cannot be used
├── QueryError          a query cannot be answered
│   ├── UnknownQuery    no library query of that name
│   ├── BadParameter    a parameter is missing or of the wrong kind
│   ├── QueryRefused    the guard refuses the text
│   └── QueryTimeout    the clock ended the query
└── MissingTool         something outside Python is not installed
"""

from __future__ import annotations

from collections.abc import Sequence


class PolicyGraphError(Exception):
    """Base of every error raised on purpose; its text names the thing, the reason and what to do."""


class UnreadableFile(PolicyGraphError):
    """A file cannot be read. `name` is the file, `reason` says why in a few words."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class BadMapping(PolicyGraphError):
    """The mapping of a table cannot be used. `faults` are all that is wrong with it, each with line and field; `reason` has
    each on a line of its own."""

    def __init__(self, name: str, faults: Sequence[str]) -> None:
        super().__init__(f"{name}: " + "; ".join(faults))
        self.name = name
        self.faults = tuple(faults)
        self.reason = "\n".join(faults)


class BadReading(PolicyGraphError):
    """A reading or its JSON form breaks the contract."""


class ModelError(PolicyGraphError):
    """The optional language model gives no usable answer; what the rules read stands."""


class BadOntology(PolicyGraphError):
    """The ontology's own files contradict themselves."""


class LibraryError(PolicyGraphError):
    """The library folder cannot be used."""


class UnknownDocument(LibraryError):
    """No document of that id or name is in the library."""


class StoreError(PolicyGraphError):
    """The graph store cannot be used."""


class QueryError(PolicyGraphError):
    """A query cannot be answered."""


class UnknownQuery(QueryError):
    """No library query has that name."""


class BadParameter(QueryError):
    """A query's parameter is missing or of the wrong kind."""


class QueryRefused(QueryError):
    """The guard refuses the text of a query."""


class QueryTimeout(QueryError):
    """The clock ended the query."""


class MissingTool(PolicyGraphError):
    """Something outside Python is not installed; the text says how to get it."""
