"""Golden readings: names and facts, with words as offsets into the documents.

Most are of real documents beside the project, which belong to their publishers: quotes and mentions are kept as
[start, end] and come back with the text. Others are of documents written for this project in the manner of genres that
those lack; their texts are in `texts/`, their facts invented. `dev/` and `written/` may be tuned on; `held/` only
measures: whoever writes rules neither reads nor scores it. It holds documents of both kinds.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
TEXTS = HERE / "texts"
SETS = ("dev", "held", "written")
PARTS = ("entities", "claims", "grants", "measures")


def stems(group: str) -> list[str]:
    """The documents of a set that have a golden reading."""
    return sorted(path.stem for path in (HERE / group).glob("*.json"))


def document(stem: str, until: int | None = None) -> str:
    """The text that a golden reading speaks of: of a long document only the characters before `until`, where a chapter ends.

    Raises FileNotFoundError where it is not beside the project.
    """
    written = TEXTS / f"{stem}.txt"
    return (written if written.exists() else CORPUS / f"{stem}.txt").read_bytes().decode()[:until]


def packed(gold: dict[str, Any], text: str) -> str:
    """A golden reading with offsets for words, one thing a line. Raises ValueError for a quote not in the text."""
    part = {"until": gold["until"]} if "until" in gold else {}
    head = {"date": gold.get("date")} | part | {"sha256": sha256(text.encode()).hexdigest()}
    lines = [f'"{key}": {_line(value)}' for key, value in head.items()]
    for part in PARTS:
        items = [_mapped(item, lambda words: _place(words, text)) for item in gold.get(part, ())]
        lost = [item for item in items if not item.get("quote", True)]
        if lost:
            raise ValueError(f"{part}: a quote is not in the text: {lost[0]}")
        rows = ",\n  ".join(map(_line, items))
        lines.append(f'"{part}": [\n  {rows}\n ]' if rows else f'"{part}": []')
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def unpacked(group: str, stem: str) -> dict[str, Any]:
    """A golden reading in the scorer's form. Raises ValueError when the document is another than the one annotated."""
    kept = json.loads((HERE / group / f"{stem}.json").read_text("utf-8"))
    text = document(stem, kept.get("until"))
    if kept.pop("sha256") != sha256(text.encode()).hexdigest():
        raise ValueError(f"{stem}: the document is not the one that was annotated")
    for part in PARTS:
        kept[part] = [_mapped(item, lambda at: text[slice(*at)]) for item in kept[part]]
    return {"doc": stem} | kept


def _mapped(item: dict[str, Any], turn: Any) -> dict[str, Any]:
    """The item with its quote and its mentions turned."""
    changed = {key: turn(item[key]) for key in ("quote",) if key in item}
    if "mentions" in item:
        changed["mentions"] = [turned for m in item["mentions"] if (turned := turn(m))]
    return item | changed


def _place(words: str, text: str) -> list[int] | None:
    """A name may be written in several ways of which a document shows some; None for one that it does not."""
    start = text.find(words)
    return [start, start + len(words)] if start >= 0 else None


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
