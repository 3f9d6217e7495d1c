"""What several commands share: their options, the progress bar, and how library and store are opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.printing import err

if TYPE_CHECKING:
    from graph import library, stores
    from graph import progress as progress_room


LibraryOption = Annotated[
    Path, typer.Option("--library", envvar="POLICY_GRAPH_LIBRARY", help="The library's folder. 文献库文件夹")
]
StoreOption = Annotated[
    str,
    typer.Option(
        "--store", envvar="POLICY_GRAPH_STORE", help="bolt://… for Neo4j; empty: in the library. 图数据库地址"
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON. 输出 JSON")]
DEFAULT = Path("library")
SOME_FAILED = 3


@contextmanager
def progress_bar() -> Iterator[progress_room.Progress]:
    """A bar with rate and time left on a terminal, silence elsewhere."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Steps a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def step(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield step


def open_library(path: Path, create: bool = False) -> library.Library:
    """The library in that folder."""
    from graph import library

    return library.open_library(path, create=create)


@contextmanager
def open_store(path: Path, store: str, writable: bool = False) -> Iterator[stores.Store]:
    """The store that the option names, or the one in the library's folder; closed in the end."""
    from graph import stores

    opened = stores.open_store(store or path, writable=writable)
    try:
        yield opened
    finally:
        opened.close()


def fields(report: Any) -> dict[str, Any]:
    """The parts of a report by name, as they are."""
    return {name: getattr(report, name) for name in report.__dataclass_fields__}
