"""The table of hostile and harmless texts, each by group and name, with its parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph import plain

FILE = Path(__file__).with_name("hostile.yaml")


@dataclass(frozen=True)
class Case:
    """A text with its parameters; FILE and HOST in it are still to be filled in."""

    group: str
    name: str
    text: str
    params: dict[str, Any]

    def at(self, canary: Path, host: str) -> tuple[str, dict[str, Any]]:
        """The text and parameters with the canary's path and the listener's address."""

        def fill(value: Any) -> Any:
            return value.replace("FILE", str(canary)).replace("HOST", host) if isinstance(value, str) else value

        return fill(self.text), {key: fill(value) for key, value in self.params.items()}


def load(*groups: str) -> list[Case]:
    """The cases of these groups."""
    return [case for group in groups for case in _cases(group)]


def names() -> list[str]:
    """All groups."""
    return list(_tables())


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return dict(plain.load(FILE.read_text("utf-8")))


def _cases(group: str) -> Iterator[Case]:
    for name, body in _tables()[group].items():
        if isinstance(body, str):
            yield Case(group, name, body, {})
        elif "parts" in body:
            yield Case(group, name, "".join(piece * times for piece, times in body["parts"]), {})
        else:
            yield Case(group, name, body["text"], body["params"])
