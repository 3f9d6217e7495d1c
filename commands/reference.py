"""The commands on reference tables: policy-graph reference load and policy-graph reference update."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from commands.common import DEFAULT, JsonOption, LibraryOption, fields, open_library, progress_bar
from commands.printing import escape, out, print_rows

app = typer.Typer(no_args_is_help=True, help="Tables of known facts beside the documents. 参考表")


@app.command()
def load(library: LibraryOption = DEFAULT, as_json: JsonOption = False) -> None:
    """Put the project's reference tables into the library; what is there stays. 载入参考表。"""
    from ingest.reference import shelf

    with open_library(library, create=True) as held, progress_bar() as progress:
        loaded = shelf.load(held, progress)
    if as_json:
        typer.echo(json.dumps(fields(loaded), ensure_ascii=False, indent=1))
        return
    out.print(
        f"{len(loaded.new)} 新增 new, {len(loaded.changed)} 改动 changed, {len(loaded.same)} 未变 the same, "
        f"{len(loaded.kept)} 自己的表 replaced by your own"
    )
    if loaded.new or loaded.changed:
        out.print("接着运行 now run: policy-graph build")


@app.command()
def update(
    file: Annotated[Path, typer.Argument(help="A newer table, named as the one it replaces. 新的参考表")],
    mapping: Annotated[Path | None, typer.Option(help="Its mapping, if not the old one's. 映射文件")] = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Show what would change only. 只显示变化")] = False,
    library: LibraryOption = DEFAULT,
    as_json: JsonOption = False,
) -> None:
    """Replace a reference table and show which rows are new, gone or changed. 更新参考表并显示变化。"""
    from ingest.reference import shelf

    with open_library(library, create=True) as held:
        found = shelf.update(held, file, mapping, dry)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    rows = [
        {"行 row": row, "变化 change": change} for row, change in (
            *((name, "新增 new") for name in found.added), *((name, "删去 gone") for name in found.gone),
            *((c.row, f"{c.column}: {c.before or '—'} → {c.after or '—'}") for c in found.changed),
        )
    ]  # fmt: skip
    if rows:
        print_rows(rows, False, file.name)
    for what, columns in (("新增列 new columns", found.columns_added), ("没有了的列 columns gone", found.columns_gone)):
        if columns:
            out.print(escape(f"{what}: {', '.join(columns)}"))
    changed = len({c.row for c in found.changed})
    counts = (
        ("新增 new", len(found.added)),
        ("删去 gone", len(found.gone)),
        ("改动 changed", changed),
        ("未变 the same", found.same),
    )
    out.print(", ".join(f"{count} {what}" for what, count in counts))
    if dry:
        out.print("只看不改，文献库没有变 shown only: the library is as it was")
    elif rows or found.columns_added or found.columns_gone:
        out.print("接着运行 now run: policy-graph build")
