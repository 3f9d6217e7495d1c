"""Stories: saved views in an order, each with a text, as one JSON file each beside the library."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app_pages import beside
from graph import errors

FOLDER = "stories"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the key of a saved view and what is said about it."""

    view: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Steps under a name."""

    name: str
    steps: tuple[Step, ...] = ()
    author: str = ""
    date: str = ""

    def moved(self, place: int, by: int) -> Story:
        """The story with one step so many places further on, as far as there is one."""
        steps = list(self.steps)
        if 0 <= place < len(steps) and 0 <= place + by < len(steps):
            steps.insert(place + by, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def without(self, place: int) -> Story:
        """The story without one step."""
        return replace(self, steps=tuple(step for at, step in enumerate(self.steps) if at != place))

    def told(self, place: int, text: str) -> Story:
        """The story with another text for one step."""
        steps = [replace(step, text=text) if at == place else step for at, step in enumerate(self.steps)]
        return replace(self, steps=tuple(steps))


def load(library: Path) -> tuple[dict[str, Story], tuple[str, ...]]:
    """The stories in a library's folder by key, newest first, and what is wrong with files that are none."""
    return beside.load(library / FOLDER, parse)


def get(library: Path, key: str) -> Story | None:
    """The story of that key, if there is one that can be read."""
    return beside.get(library / FOLDER, key, parse)


def parse(text: str) -> Story:
    """A story from its file's text. Raises LibraryError where it is none."""
    try:
        row = json.loads(text)
        steps = tuple(Step(str(step["view"]), str(step.get("text") or "")) for step in row["steps"])
        return Story(str(row["name"]), steps, str(row.get("author") or ""), str(row.get("date") or ""))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise errors.LibraryError(f"不是讲述 / no story ({error})") from error


def to_text(story: Story) -> str:
    """The file, a line for each step."""
    steps = [{"view": step.view, "text": step.text} for step in story.steps]
    return beside.in_lines({"name": story.name, "author": story.author, "date": story.date, "steps": steps})


def save(library: Path, name: str, author: str) -> str:
    """Begin a new story; returns its key. Raises LibraryError for a name without letters."""
    key = beside.new_key(library / FOLDER, name)
    keep(library, key, Story(" ".join(name.split()), (), author, datetime.now(UTC).isoformat(timespec="seconds")))
    return key


def keep(library: Path, key: str, story: Story) -> None:
    """Write a story as it is now. Raises LibraryError where that cannot be."""
    beside.write(library / FOLDER, key, to_text(story))


def delete(library: Path, key: str) -> None:
    """Take a story out; its views stay."""
    if get(library, key):
        (library / FOLDER / f"{key}.json").unlink(missing_ok=True)
