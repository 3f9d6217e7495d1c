"""The commands on documents: ingest, extract, explain, status, remove, and people's judgements."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands import building, tables
from commands.common import (
    DEFAULT,
    SOME_FAILED,
    JsonOption,
    LibraryOption,
    StoreOption,
    fields,
    open_library,
    progress_bar,
)
from commands.printing import err, escape, out, print_rows
from graph import errors

if TYPE_CHECKING:
    from ingest import pipeline


ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        envvar="POLICY_GRAPH_MODEL",
        help="http://… of an OpenAI-compatible model that may propose more; its key in POLICY_GRAPH_MODEL_KEY. 模型接口地址",
    ),
]


_MOST_CELLS = 50


class Without(StrEnum):
    """Which reference tables are left out: those of bodies, zones and programmes, or those of regions and numbers too."""

    FACTS = "facts"
    ALL = "all"


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders, globs or zip archives. 文件、文件夹或压缩包")],
    library: LibraryOption = DEFAULT,
    prune: Annotated[
        bool, typer.Option(help="Take out documents of these folders that are gone. 移除已删除的文件")
    ] = False,
    build_too: Annotated[bool, typer.Option("--build", help="Build the graph at once. 随后构建图谱")] = False,
    mapping: Annotated[
        Path | None, typer.Option(help="Mapping of tables that have none beside them. 表格的列对应文件")
    ] = None,
    store: StoreOption = "",
    model_url: ModelOption = "",
    model_name: Annotated[
        str, typer.Option("--model-name", help="Which of its models; the first if empty. 模型名称")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Read documents and tables into the library. 读入文献和表格。"""
    from ingest import model, pipeline

    key = os.environ.get("POLICY_GRAPH_MODEL_KEY", "")
    proposer = model.connect(model_url, model_name, key) if model_url else None
    with open_library(library, create=True) as held, progress_bar() as progress:
        report = pipeline.ingest(held, paths, progress, prune, mapping=mapping, proposer=proposer)
    built = building.run(library, store) if build_too else None
    if as_json:
        more = {"build": fields(built)} if built else {}
        typer.echo(json.dumps(fields(report) | more, ensure_ascii=False, indent=1))
    else:
        _tell_read(report)
        if built:
            building.tell(built)
        elif report.new or report.changed or report.removed:
            out.print("now run: policy-graph build")
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def _tell_read(report: pipeline.Report) -> None:
    counts = {"new": report.new, "changed": report.changed, "unchanged": report.same, "removed": report.removed,
              "failed": report.failed}  # fmt: skip
    out.print(", ".join(f"{len(names)} {word}" for word, names in counts.items()))
    if not (report.new or report.changed or report.removed or report.failed):
        out.print("nothing has changed / 没有变化")
    for name, reason in (*report.failed, *report.warnings):
        err.print(escape(f"{name}: {reason}"), highlight=False, soft_wrap=True)


def extract(
    files: Annotated[list[Path], typer.Argument(help="Files to read. 要读取的文件")],
    folder: Annotated[Path | None, typer.Option("--out", help="Write STEM.json files here. 输出文件夹")] = None,
    without: Annotated[
        Without | None,
        typer.Option(
            "--without-reference", help="Read without reference tables, to see what they are worth. 不用参考表"
        ),
    ] = None,
) -> None:
    """Print the reading of documents, without a library. 输出文献的阅读结果。"""
    from graph import evidence
    from ingest import pipeline
    from ingest.reference import tables as reference

    if without:
        reference.leave_out(reference.FACTS if without is Without.FACTS else reference.names())

    stems = [f.stem for f in files]
    twice = sorted({s for s in stems if stems.count(s) > 1})
    if folder is not None and twice:
        raise errors.PolicyGraphError(
            f"two files of one stem would write one file: {', '.join(twice)}; extract them into different folders"
        )
    failed = False
    for file in files:
        try:
            readings = pipeline.extract(file)
        except errors.PolicyGraphError as error:
            err.print(escape(str(error)), highlight=False)
            failed = True
            continue
        written = [evidence.to_json(r) for r in readings]
        body = written[0] if len(written) == 1 else written
        if folder is None:
            typer.echo(json.dumps(body, ensure_ascii=False, indent=1 if len(files) == 1 else None))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{file.stem}.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), "utf-8")
    if failed:
        raise typer.Exit(1 if len(files) == 1 else SOME_FAILED)


def explain(
    file: Annotated[Path, typer.Argument(help="A file to read. 要读取的文件")], as_json: JsonOption = False
) -> None:
    """Show sentence by sentence what was found, why, and by which frame. 逐句说明读出的内容及其依据。"""
    from ingest import explain as explaining

    sentences = explaining.explain(file)
    if as_json:
        typer.echo(json.dumps([asdict(s) for s in sentences], ensure_ascii=False, indent=1))
        return
    for sentence in sentences:
        out.print(f"[bold]{sentence.start}[/] {escape(sentence.text)}", highlight=False)
        for named in sentence.names:
            line = f"{named.text} → {named.type} {named.name}" + (f" ({named.reason})" if named.reason else "")
            out.print(f"    {escape(line)}", style="cyan", highlight=False)
        for said in sentence.said:
            cue = f", cue {said.cue}" if said.cue else ""
            out.print(f"    {escape(f'{said.what} ({said.status}{cue}; {said.rule})')}", style="green", highlight=False)


def status(library: LibraryOption = DEFAULT, as_json: JsonOption = False) -> None:
    """List documents, what could not be read and why, and whether the graph is up to date. 文献库状况。"""
    with open_library(library) as held:
        documents, bad, faults = held.documents(), held.quarantined(), held.faults()
        fresh = held.built() == held.version()
    if as_json:
        typer.echo(json.dumps({
            "documents": [{"name": d.name, "id": d.document, "title": d.title, "doc_type": d.doc_type, "date": d.date, "number": d.number,
                           "entities": d.entities, "claims": d.claims, "grants": d.grants, "measures": d.measures} for d in documents],
            "quarantined": [{"name": q.name, "reason": q.reason, "at": q.at} for q in bad], "graph_up_to_date": fresh,
            "cells": [{"file": name, **tables.cell(fault)} for name, fault in faults],
        }, ensure_ascii=False, indent=1))  # fmt: skip
        return
    print_rows(
        [{"file": d.name, "title": d.title, "kind": d.doc_type, "date": d.date, "claims": d.claims} for d in documents],
        False,
    )
    if bad:
        print_rows([{"file": q.name, "could not be read because": q.reason} for q in bad], False, "quarantine / 隔离")
    if faults:
        title = f"cells of tables that do not fit / 读不了的单元格: {len(faults)}"
        print_rows([{"file": name, **tables.cell(fault)} for name, fault in faults[:_MOST_CELLS]], False, title)
    out.print("the graph is up to date" if fresh else "the graph is older than the library: run policy-graph build")


def remove(
    names: Annotated[list[str], typer.Argument(help="File names as in status. 文件名")],
    library: LibraryOption = DEFAULT,
) -> None:
    """Take documents and their claims out of the library. 移除文献。"""
    with open_library(library) as held:
        for name in names:
            held.remove(name)
    out.print(f"{len(names)} removed; now run: policy-graph build")


def judgements(
    target: Annotated[Path | None, typer.Option("--out", help="Write all decisions to this file. 导出判断")] = None,
    source: Annotated[Path | None, typer.Option("--take", help="Take in decisions from this file. 导入判断")] = None,
    library: LibraryOption = DEFAULT,
) -> None:
    """Write people's decisions to a file for a team, or take such a file in. 导出或导入判断。"""
    from graph import judgements as room

    with open_library(library) as held:
        if source is not None:
            known = set(held.judgements())
            fresh = [one for one in room.from_lines(source.read_text("utf-8")) if one not in known]
            for one in fresh:
                held.judge(one)
            out.print(f"{len(fresh)} taken in; now run: policy-graph build")
        lines = room.to_lines(held.judgements())
    if target is not None:
        target.write_text(lines, "utf-8")
        out.print(f"written: {target}")
    elif source is None:
        typer.echo(lines, nl=False)
