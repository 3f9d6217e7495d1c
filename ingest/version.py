"""The version of the rules: it changes with the code and the data that make a reading, so that an upgrade reads again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

# What makes no reading: samples are read, a model's proposals are marked with its own name, English names are only shown.
_ASIDE = frozenset(("samples", "model", "naming", "__pycache__"))
_KINDS = frozenset((".py", ".yaml", ".csv"))


HERE = Path(__file__).parent


@cache
def rules() -> str:
    """The version of the rules that are at work."""
    return of(HERE)


def of(base: Path) -> str:
    """A digest of the code, lexicon and tables in a folder such as this one, the same for the same files anywhere."""
    digest = sha256()
    for path in sorted(_files(base), key=lambda p: p.relative_to(base).as_posix()):
        digest.update(path.relative_to(base).as_posix().encode() + b"\0")
        # A checkout may end lines in its own way.
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return f"rules-{digest.hexdigest()[:12]}"


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in _ASIDE:
            yield from _files(path)
        elif path.suffix in _KINDS:
            yield path
