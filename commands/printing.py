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


def print_rows(listed: list[dict[str, Any]], as_json: bool, title: str = "") -> None:
    """Print rows as JSON, as a table with the first row's columns, or, where that is too wide to read, one under another."""
    if as_json:
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    if not listed:
        out.print("no rows / 没有结果")
        return
    table = _table(listed, title)
    if table.columns[4:] and out.measure(table, options=out.options.update(width=10_000)).maximum > out.width:
        _records(listed, title)
    else:
        out.print(table)


def _table(listed: list[dict[str, Any]], title: str) -> Table:
    table = Table(title=title or None, show_lines=False)
    for column in listed[0]:
        table.add_column(column, overflow="fold")
    for row in listed:
        table.add_row(*(escape(_text(value)) for value in row.values()))
    return table


def _records(listed: list[dict[str, Any]], title: str) -> None:
    """Each row as lines of a name and a value; what is empty is left out."""
    for number, row in enumerate(listed, 1):
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in row.items():
            if _text(value):
                grid.add_row(name, escape(_text(value)))
        out.rule(escape(f"{title} {number}/{len(listed)}".strip()), align="left", style="dim")
        out.print(grid)


def _text(value: object) -> str:
    if value is None:
        return ""
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
