"""The commands on the graph as a whole: build, stats, export, analyse."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.common import (
    DEFAULT,
    JsonOption,
    LibraryOption,
    StoreOption,
    fields,
    open_library,
    open_store,
    progress_bar,
)
from commands.printing import err, escape, out, print_rows

if TYPE_CHECKING:
    from graph import build as builder


def build(library: LibraryOption = DEFAULT, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Make the graph from the library. 由文献库构建图谱。"""
    report = run(library, store)
    if as_json:
        typer.echo(json.dumps(fields(report), ensure_ascii=False, indent=1))
    else:
        tell(report)


def run(library: Path, store: str) -> builder.BuildReport:
    from graph import build as builder

    with (
        open_library(library) as held,
        progress_bar() as progress,
        open_store(library, store, writable=True) as opened,
    ):
        return builder.build(held, opened, progress)


def tell(report: builder.BuildReport) -> None:
    out.print(
        f"{report.documents} documents: {report.nodes} nodes, {report.edges} edges, {report.conflicts} conflicts, "
        f"{report.fulfilled} promises fulfilled",
        soft_wrap=True,
    )
    for edge in report.left_out:
        err.print(escape(f"left out, not allowed by the ontology: {edge}"), highlight=False)


def stats(library: LibraryOption = DEFAULT, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Count nodes and edges of the graph. 统计图谱。"""
    with open_store(library, store) as opened:
        counts = opened.counts()
    rows = [{"what": "node", "kind": k, "count": n} for k, n in sorted(counts.nodes.items())]
    print_rows(rows + [{"what": "edge", "kind": k, "count": n} for k, n in sorted(counts.edges.items())], as_json)


def export(
    target: Annotated[Path, typer.Option("--out", help="File to write (a folder for csv and neo4j-import). 输出文件")],
    form: Annotated[str, typer.Option("--format", help="jsonl, csv, graphml, turtle or neo4j-import. 格式")] = "jsonl",
    library: LibraryOption = DEFAULT,
) -> None:
    """Write the graph with its evidence. 导出图谱及证据。"""
    from graph import exports, neo4j_import

    exports.write(_folded(library), form, target)
    out.print(f"written: {target}", soft_wrap=True)
    if form == "neo4j-import":
        out.print(escape(neo4j_import.command(target)), highlight=False, soft_wrap=True)


def analyse(library: LibraryOption = DEFAULT, as_json: JsonOption = False) -> None:
    """Hubs and communities of the graph. 网络分析。"""
    from graph import analytics

    found = analytics.analyse(_folded(library))
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    out.print(f"{found.nodes} things, {found.edges} links, {found.parts} parts")
    print_rows([asdict(hub) for hub in found.hubs], False, "hubs / 枢纽")
    print_rows([asdict(group) for group in found.communities], False, "communities / 社群")


def _folded(library: Path) -> Any:
    from graph import analytics
    from graph import build as builder

    with open_library(library) as held:
        return analytics.measure(builder.folded(held).graph)
