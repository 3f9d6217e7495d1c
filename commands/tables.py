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
FileArgument = Annotated[
    Path,
    typer.Argument(
        help="A table (xlsx, csv, tsv), or a document with tables (html, docx, pdf, md). 表格，或带表格的文档"
    ),
]
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
    """Draft a mapping from the headers and values of tables, and show what was understood. 起草列对应文件。"""
    from ingest.tables import draft

    made = draft.draft(file.name, _bytes(file))
    place = target or file.with_name(f"{file.stem}.mapping.yaml")
    if place.exists() and not force:
        raise errors.PolicyGraphError(
            f"已经有了，要覆盖就加 --force / is there already; --force writes over it: {place}"
        )
    place.write_text(made.text, "utf-8")
    if as_json:
        typer.echo(json.dumps(_drafted(made) | {"file": str(place)}, ensure_ascii=False, indent=1))
        return
    for part in made.parts:
        _tell_part(part)
    if made.left:
        found = sum(len(part.sheets) for part in made.parts) + len(made.left)
        left = [{"表 table": one.sheet, "开头 begins": one.words[:40], "原因 reason": one.reason} for one in made.left]
        printing.print_rows(
            left, False, f"共 {found} 个表，{len(left)} 个没有起草 / {found} tables, {len(left)} not in the draft"
        )
    printing.out.print(
        printing.escape(f"已写入 written: {place}\n改好后运行 correct it, then run: policy-graph map check {file}"),
        soft_wrap=True,
    )


def _drafted(made: draft.Draft) -> dict[str, Any]:
    return {
        "tables": [
            {"sheets": part.sheets, "header": part.header, "rows": dict(part.rows), "columns": _columns(part)}
            for part in made.parts
        ],
        "left": [{"sheet": one.sheet, "begins": one.words, "reason": one.reason} for one in made.left],
    }


def _tell_part(part: draft.Part) -> None:
    sheets = "、".join(filter(None, part.sheets))
    header = f"表头所在行 / header: row {', '.join(map(str, part.header))}"
    printing.print_rows(_columns(part), False, printing.escape(f"{sheets}  {header}".strip()))
    printing.out.print(f"行 rows: {_kinds(part.rows)}", soft_wrap=True)


def _columns(part: draft.Part) -> list[dict[str, Any]]:
    return [
        {
            "列 column": c.letters,
            "表头 header": c.header,
            "例 example": c.example[:40],
            "理解为 understood as": _role(c.role),
        }
        for c in part.columns
    ]


def _role(role: str) -> str:
    """What a column holds, in both languages."""
    from ingest.tables import roles

    return f"{roles.name_zh(role)} {role}" if role else "-"


def _kinds(kinds: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{count} {_ROWS[kind]} {kind}" for kind, count in kinds)


_ROWS = {
    "record": "数据行", "empty": "空行", "header": "表头", "continued": "续表", "total": "合计", "section": "分组标题", "note": "注释",
    "other table": "另一个表",
}  # fmt: skip


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
        header = ", ".join(map(str, sheet.header)) or "无 none"
        printing.out.print(
            printing.escape(f"{name}表头 header: {header}; 行 rows: {_kinds(sheet.rows)}"), soft_wrap=True
        )
    read = found.reading
    counts = (("事物 things", read.entities), ("事实 claims", read.claims), ("金额 sums", read.grants))
    printing.out.print(", ".join(f"{len(listed)} {what}" for what, listed in counts))
    for title, faults in (("does not fit / 读不了", found.faults), ("taken as written / 照原样", found.doubts)):
        if faults:
            printing.print_rows([_line(f) for f in faults[:_MOST_SHOWN]], False, f"{title}: {len(faults)}")
    if not found.faults:
        printing.out.print("every row fits / 每一行都读得了")


def _line(fault: evidence.Fault) -> dict[str, str]:
    """A cell as a line of four columns, which fits a narrow window."""
    told = cell(fault)
    row = f"{told['sheet']} {told['row']}".strip()
    return {"行 row": row, "列 column": told["column"], "原因 reason": told["reason"], "原文 text": told["text"]}


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
        raise errors.UnreadableFile(str(file), f"打不开 / cannot be opened: {error.strerror}") from error
