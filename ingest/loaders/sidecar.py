"""What stands beside a file about it: NAME.meta.yaml or its row in the folder's metadata.csv, and NAME.mapping.yaml for tables."""

from __future__ import annotations

import csv
from collections.abc import Mapping as Named
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from graph import evidence, plain

_FIELDS = ("url", "publisher", "retrieved", "licence", "url_status", "note")


TABLE = "metadata.csv"
_MAPPING = ".mapping.yaml"


@dataclass(frozen=True, slots=True)
class Mapping:
    """The mapping of a file's tables: the name of its file and what is in it."""

    name: str
    text: str


def mapping(file: Path) -> Mapping | None:
    """The mapping beside a file, NAME.csv.mapping.yaml or NAME.mapping.yaml. Raises OSError or UnicodeDecodeError."""
    for beside in (file.with_name(file.name + _MAPPING), file.with_name(file.stem + _MAPPING)):
        if beside.exists():
            return Mapping(beside.name, beside.read_text("utf-8-sig"))
    return None


def mapping_among(name: str, files: Named[str, bytes]) -> Mapping | None:
    """The mapping of one file of an archive among the others."""
    path = PurePosixPath(name)
    for beside in (f"{name}{_MAPPING}", str(path.with_name(path.stem + _MAPPING))):
        if beside in files:
            return Mapping(beside, files[beside].decode("utf-8-sig", "replace"))
    return None


def read(name: str, file: Path) -> tuple[evidence.Source, str]:
    """The source with what its sidecar says, and a warning when the sidecar cannot be read."""
    beside = next(
        (f for f in (file.with_name(file.name + ".meta.yaml"), file.with_name(file.stem + ".meta.yaml")) if f.exists()),
        None,
    )
    table = file.with_name(TABLE)
    try:
        if beside is not None:
            data = plain.load(beside.read_text("utf-8-sig"))
            return _source(name, data if isinstance(data, dict) else {}), "" if isinstance(
                data, dict
            ) else f"{beside.name}: no list of fields"
        if table.exists():
            rows = csv.DictReader(table.read_text("utf-8-sig").splitlines())
            return _source(name, next((r for r in rows if r.get("file") == file.name), {})), ""
    except (OSError, UnicodeDecodeError, yaml.YAMLError, csv.Error) as error:
        return evidence.Source(name), f"{(beside or table).name} cannot be read: {str(error).splitlines()[0]}"
    return evidence.Source(name), ""


def _source(name: str, data: Named[str, Any]) -> evidence.Source:
    tags = data.get("tags") or ()
    listed = tags if isinstance(tags, list) else str(tags).replace("；", ";").split(";") if tags else ()
    return evidence.Source(
        name, **{field: str(data.get(field) or "") for field in _FIELDS}, tags=tuple(str(t).strip() for t in listed if str(t).strip()),
        invented=_says_yes(data.get("invented")), reference=_says_yes(data.get("reference")),
    )  # fmt: skip


def _says_yes(value: object) -> bool:
    return str(value or "").strip().lower() in ("true", "yes", "1")
