"""What stands beside a file about it: NAME.meta.yaml, or its row in the folder's metadata.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from graph import evidence

_FIELDS = ("url", "publisher", "retrieved", "licence", "url_status", "note")


def read(name: str, file: Path) -> tuple[evidence.Source, str]:
    """The source with what its sidecar says, and a warning when the sidecar cannot be read."""
    beside = next(
        (f for f in (file.with_name(file.name + ".meta.yaml"), file.with_name(file.stem + ".meta.yaml")) if f.exists()),
        None,
    )
    table = file.with_name("metadata.csv")
    try:
        if beside is not None:
            data = yaml.safe_load(beside.read_text("utf-8-sig"))
            return _source(name, data if isinstance(data, dict) else {}), "" if isinstance(
                data, dict
            ) else f"{beside.name}: no list of fields"
        if table.exists():
            rows = csv.DictReader(table.read_text("utf-8-sig").splitlines())
            return _source(name, next((r for r in rows if r.get("file") == file.name), {})), ""
    except (OSError, UnicodeDecodeError, yaml.YAMLError, csv.Error) as error:
        return evidence.Source(name), f"{(beside or table).name} cannot be read: {str(error).splitlines()[0]}"
    return evidence.Source(name), ""


def _source(name: str, data: Mapping[str, Any]) -> evidence.Source:
    tags = data.get("tags") or ()
    listed = tags if isinstance(tags, list) else str(tags).replace("；", ";").split(";") if tags else ()
    return evidence.Source(
        name, **{field: str(data.get(field) or "") for field in _FIELDS}, tags=tuple(str(t).strip() for t in listed if str(t).strip()),
        invented=_says_yes(data.get("invented")), reference=_says_yes(data.get("reference")),
    )  # fmt: skip


def _says_yes(value: object) -> bool:
    return str(value or "").strip().lower() in ("true", "yes", "1")
