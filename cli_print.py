"""What the commands print with: the two consoles, rows as a table or as JSON, and text as text."""

from __future__ import annotations

import json
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

out, err = Console(), Console(stderr=True)


def escape(text: str) -> str:
    """Text from documents is never markup."""
    return text.replace("[", "\\[")


def rows(listed: list[dict[str, Any]], as_json: bool, title: str = "") -> None:
    """Print rows as a table with the first row's columns, or as JSON."""
    if as_json:
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    table = Table(title=title or None, show_lines=False)
    for column in listed[0] if listed else ():
        table.add_column(column, overflow="fold")
    for row in listed:
        table.add_row(*(escape(_text(value)) for value in row.values()))
    out.print(table if listed else "no rows / 没有结果")


def _text(value: object) -> str:
    if value is None:
        return ""
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
