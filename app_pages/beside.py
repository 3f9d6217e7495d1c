"""Files that people keep beside the library, one JSON each in a folder, for a team to have in git: read, written, named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from graph import errors

LONGEST = 60


class Dated(Protocol):
    """What a file holds: whatever it is, it has a date."""

    @property
    def date(self) -> str:
        """When it was kept, as ISO 8601."""
        ...


Kept = TypeVar("Kept", bound=Dated)
Parse = Callable[[str], Kept]


def load(folder: Path, parse: Parse[Kept]) -> tuple[dict[str, Kept], tuple[str, ...]]:
    """What the files of a folder hold by key, newest first, and what is wrong with files that are none."""
    found, wrong = {}, []
    for file in sorted(folder.glob("*.json")):
        try:
            found[file.stem] = parse(file.read_text("utf-8"))
        except (errors.LibraryError, UnicodeDecodeError, OSError) as error:
            wrong.append(f"{file.name}: {error}")
    return dict(sorted(found.items(), key=lambda pair: pair[1].date, reverse=True)), tuple(wrong)


def get(folder: Path, key: str, parse: Parse[Kept]) -> Kept | None:
    """What the file of that key holds, if there is one that can be read."""
    # Looked for among the files that are there: a key comes out of an address, and makes no path.
    file = next((file for file in folder.glob("*.json") if file.stem == key), None)
    try:
        return parse(file.read_text("utf-8")) if file else None
    except (errors.LibraryError, UnicodeDecodeError, OSError):
        return None


def stem(name: str) -> str:
    """A name as a file may have it; empty for a name without letters."""
    return re.sub(r"[^\w-]+", "_", name.strip())[:LONGEST].strip("_")


def new_key(folder: Path, name: str) -> str:
    """A key for a name that no file of the folder has yet. Raises LibraryError for a name without letters."""
    first = stem(name)
    if not first:
        raise errors.LibraryError("请给出名称 / a name is needed")
    keys = (first, *(f"{first}-{number}" for number in range(2, 1000)))
    free = next((key for key in keys if not (folder / f"{key}.json").exists()), None)
    if free is None:
        raise errors.LibraryError(f"同名太多：{name} / too many of this name: {name}")
    return free


def write(folder: Path, key: str, text: str) -> None:
    """Write a file whole or not at all. Raises LibraryError where the folder cannot be written to."""
    file = folder / f"{key}.json"
    fresh = file.with_suffix(".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, "utf-8")
        fresh.replace(file)
    except OSError as error:
        raise errors.LibraryError(f"无法写入 {folder} / cannot write to {folder}: {error}") from error


def in_lines(value: Any, depth: int = 2) -> str:
    """JSON with a line for each entry down to that depth, which version control can tell apart."""
    if not depth or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    pad, end = "  " * (3 - depth), "  " * (2 - depth)
    if isinstance(value, dict):
        rows = [f"{json.dumps(key, ensure_ascii=False)}: {in_lines(one, depth - 1)}" for key, one in value.items()]
        return "{\n" + ",\n".join(pad + row for row in rows) + f"\n{end}}}" + ("\n" if depth == 2 else "")
    return "[\n" + ",\n".join(pad + in_lines(one, depth - 1) for one in value) + f"\n{end}]"
