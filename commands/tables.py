"""The commands on tables: policy-graph map init and policy-graph map check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands import printing
from commands.common import SOME_FAILED, JsonOption
from graph import errors

if TYPE_CHECKING:
    from graph import evidence
    from ingest.tables import check, draft

app = typer.Typer(no_args_is_help=True, help="Say which columns of a table are what. 表格的列对应")
FileArgument = Annotated[Path, typer.Argument(help="A table: csv, tsv or xlsx. 表格文件")]
_MOST_SHOWN = 200


@app.command()
def init(
    file: FileArgument,
    target: Annotated[
        Path | None, typer.Option("--out", help="Where to write it; beside the table if left out. 输出文件")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over one that is there. 覆盖已有文件")] = False,
    as_json: JsonOption = False,
) -> None:
    """Draft a mapping from a table's headers and values, and show what was understood. 起草列对应文件。"""
    from ingest.tables import draft

    made = draft.draft(file.name, _bytes(file))
    place = target or file.with_name(f"{file.stem}.mapping.yaml")
    if place.exists() and not force:
        raise errors.PolicyGraphError(f"{place} is there already; --force writes over it")
    place.write_text(made.text, "utf-8")
    if as_json:
        typer.echo(json.dumps({"file": str(place), "header": made.header, "rows": dict(made.rows), "columns": _columns(made)},
                              ensure_ascii=False, indent=1))  # fmt: skip
        return
    printing.print_rows(_columns(made), False, f"header: row {', '.join(map(str, made.header))} / 表头所在行")
    printing.out.print(f"rows / 行: {_kinds(made.rows)}")
    printing.out.print(
        printing.escape(f"written: {place}; correct it, then run: policy-graph map check {file}"), soft_wrap=True
    )


def _columns(made: draft.Draft) -> list[dict[str, Any]]:
    return [
        {"column": c.letters, "header": c.header, "example": c.example[:40], "understood as": c.role or "-"}
        for c in made.columns
    ]


def _kinds(kinds: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in kinds)


@app.command("check")
def check_table(
    file: FileArgument,
    mapping: Annotated[
        Path | None, typer.Option(help="The mapping; the one beside the table if left out. 列对应文件")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Tell row by row what does not fit a mapping, and what comes out of the rest. 检查列对应文件。"""
    from ingest import loaders, tables
    from ingest.tables import check

    given = loaders.read_mapping(mapping) if mapping else loaders.mapping_beside(file)
    found = check.check(file.name, _bytes(file), tables.parse(given.name, given.text))
    if as_json:
        typer.echo(json.dumps(_told(found), ensure_ascii=False, indent=1))
    else:
        _tell(found)
    if found.faults:
        raise typer.Exit(SOME_FAILED)


def _told(found: check.Checked) -> dict[str, Any]:
    read = found.reading
    return {
        "sheets": [{"sheet": s.name, "header": s.header, "rows": dict(s.rows)} for s in found.sheets],
        "things": len(read.entities), "claims": len(read.claims), "sums": len(read.grants),
        "faults": [cell(f) for f in found.faults], "doubts": [cell(f) for f in found.doubts],
    }  # fmt: skip


def _tell(found: check.Checked) -> None:
    for sheet in found.sheets:
        name = f"{sheet.name}: " if sheet.name else ""
        header = ", ".join(map(str, sheet.header)) or "none"
        printing.out.print(printing.escape(f"{name}header in row {header}; {_kinds(sheet.rows)}"), soft_wrap=True)
    read = found.reading
    printing.out.print(f"{len(read.entities)} things, {len(read.claims)} claims, {len(read.grants)} sums of money")
    for title, faults in (("does not fit / 读不了", found.faults), ("taken as written / 照原样", found.doubts)):
        if faults:
            printing.print_rows([cell(f) for f in faults[:_MOST_SHOWN]], False, f"{title}: {len(faults)}")
    if not found.faults:
        printing.out.print("every row fits / 每一行都读得了")


def cell(fault: evidence.Fault) -> dict[str, Any]:
    """A cell that could not be read: its place, the reason and what it says."""
    from graph import cells

    column = f"{cells.letters(fault.cell.column)} {fault.header}".strip()
    return {
        "sheet": fault.cell.sheet,
        "row": fault.cell.row,
        "column": column,
        "reason": fault.reason,
        "text": fault.text[:60],
    }


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise errors.UnreadableFile(str(file), f"cannot be opened: {error.strerror}") from error
