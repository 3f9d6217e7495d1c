"""The command line: policy-graph ingest, build, query, extract, export, app and what else a folder of documents needs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import cli_tables
from cli_print import err, escape, out
from cli_print import rows as _print
from graph import errors

if TYPE_CHECKING:
    from graph import build as builder
    from graph import library, stores
    from graph import progress as progress_room
    from ingest import pipeline
    from queries import match

app = typer.Typer(no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False,
                  help="A knowledge graph of regional innovation policy, read from documents.\n\n从文献读出的区域创新政策知识图谱。")  # fmt: skip

app.add_typer(cli_tables.app, name="map")

LibraryOption = Annotated[
    Path, typer.Option("--library", envvar="POLICY_GRAPH_LIBRARY", help="The library's folder. 文献库文件夹")
]
StoreOption = Annotated[
    str,
    typer.Option(
        "--store", envvar="POLICY_GRAPH_STORE", help="bolt://… for Neo4j; empty: in the library. 图数据库地址"
    ),
]
ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        envvar="POLICY_GRAPH_MODEL",
        help="http://… of an OpenAI-compatible model that may propose more; its key in POLICY_GRAPH_MODEL_KEY. 模型接口地址",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON. 输出 JSON")]
DEFAULT = Path("library")
SOME_FAILED = 3


def main() -> None:
    """Run the command line; every error of ours ends in one line on standard error and a non-zero exit."""
    try:
        app()
    except errors.PolicyGraphError as error:
        err.print(f"[red]error[/red] {escape(' '.join(str(error).split()))}", highlight=False, soft_wrap=True)
        sys.exit(1)


@contextmanager
def _progress() -> Iterator[progress_room.Progress]:
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


def _library(path: Path, create: bool = False) -> library.Library:
    from graph import library

    return library.open_library(path, create=create)


def _store(path: Path, store: str, writable: bool = False) -> stores.Store:
    from graph import stores

    return stores.open_store(store or path, writable=writable)


@app.command()
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
    with _library(library, create=True) as held, _progress() as progress:
        report = pipeline.ingest(held, paths, progress, prune, mapping=mapping, proposer=proposer)
    built = _build(library, store) if build_too else None
    if as_json:
        more = {"build": _fields(built)} if built else {}
        typer.echo(json.dumps(_fields(report) | more, ensure_ascii=False, indent=1))
    else:
        _tell_read(report)
        if built:
            _tell_built(built)
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


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Files to read. 要读取的文件")],
    folder: Annotated[Path | None, typer.Option("--out", help="Write STEM.json files here. 输出文件夹")] = None,
) -> None:
    """Print the reading of documents, without a library. 输出文献的阅读结果。"""
    from graph import evidence
    from ingest import pipeline

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


@app.command()
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


@app.command()
def build(library: LibraryOption = DEFAULT, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Make the graph from the library. 由文献库构建图谱。"""
    report = _build(library, store)
    if as_json:
        typer.echo(json.dumps(_fields(report), ensure_ascii=False, indent=1))
    else:
        _tell_built(report)


def _build(library: Path, store: str) -> builder.BuildReport:
    from graph import build as builder

    with _library(library) as held, _progress() as progress:
        opened = _store(library, store, writable=True)
        try:
            return builder.build(held, opened, progress)
        finally:
            opened.close()


def _tell_built(report: builder.BuildReport) -> None:
    out.print(
        f"{report.documents} documents: {report.nodes} nodes, {report.edges} edges, {report.conflicts} conflicts, "
        f"{report.fulfilled} promises fulfilled",
        soft_wrap=True,
    )
    for edge in report.left_out:
        err.print(escape(f"left out, not allowed by the ontology: {edge}"), highlight=False)


def _fields(report: Any) -> dict[str, Any]:
    return {name: getattr(report, name) for name in report.__dataclass_fields__}


@app.command()
def query(
    name: Annotated[str | None, typer.Argument(help="A question of the library; none: list them. 问题名称")] = None,
    params: Annotated[list[str] | None, typer.Argument(help="name=value. 参数")] = None,
    cypher: Annotated[str | None, typer.Option("--cypher", help="Own Cypher, reading only. 自写查询")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help="name=value for --cypher; JSON values allowed. 参数")
    ] = None,
    limit: Annotated[int, typer.Option(help="At most so many rows. 最多行数")] = 1000,
    timeout: Annotated[float, typer.Option(help="Seconds for --cypher. 秒数")] = 10.0,
    library: LibraryOption = DEFAULT,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Ask a question of the library, or run own Cypher. 提问或运行查询。"""
    import queries

    if cypher is not None:
        from queries import guard, worker

        guard.check(cypher)
        table = worker.run(store or str(library), cypher, _typed(param or []), timeout=timeout, rows=limit)
    elif name is None:
        _print([{"name": q.name, "问题": q.question_zh, "question": q.question_en, "params": ", ".join(p.name for p in q.params)}
                for q in queries.load().values()], as_json)  # fmt: skip
        return
    else:
        known = queries.get(name)
        given = queries.check(known, _pairs(params or []))
        opened = _store(library, store)
        try:
            table = opened.run(known.text, given, limit=limit)
        finally:
            opened.close()
    _print([dict(zip(table.columns, row, strict=True)) for row in table.rows], as_json)


@app.command()
def ask(
    sentence: Annotated[str, typer.Argument(help="A question in Chinese or English. 用中文或英文提问")],
    limit: Annotated[int, typer.Option(help="At most so many rows. 最多行数")] = 100,
    library: LibraryOption = DEFAULT,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Answer a sentence, or say that it is not understood. 用一句话提问。"""
    import queries
    from queries import match

    opened = _store(library, store)
    try:
        found = match.understand(sentence, match.of_store(opened))
        choice = found.choice
        table = queries.ask(opened, choice.query, choice.params, limit) if choice else None
    finally:
        opened.close()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows] if table else []
    if as_json:
        typer.echo(json.dumps(_understood(found) | {"rows": rows}, ensure_ascii=False, indent=1))
        return
    _tell_understood(found)
    if table:
        _print(rows, False)


def _understood(found: match.Understood) -> dict[str, Any]:
    choice = found.choice
    return {
        "asked": found.text, "understood": choice is not None, "query": choice.query if choice else None,
        "params": dict(choice.shown) if choice else {}, "ids": dict(choice.params) if choice else {},
        "words": [asdict(used) for used in choice.used] if choice else [], "why": found.why, "unknown": list(found.unknown),
        "alternatives": [{"query": a.query, "params": dict(a.shown), "missing": list(a.missing)} for a in found.alternatives],
    }  # fmt: skip


_WHY = {
    "outside": "文献图谱里没有这类内容 / this is not what a graph of documents can tell",
    "name": "图谱里没有这个名称 / not in the graph",
    "words": "有的词没有看懂 / some words are not understood",
    "question": "没有找到对应的问题 / no question of the library fits",
}


def _tell_understood(found: match.Understood) -> None:
    import queries

    if found.choice:
        query = queries.get(found.choice.query)
        out.print(f"[bold]{escape(query.question_zh)} / {escape(query.question_en)}[/]", highlight=False)
        for used in found.choice.used:
            meant = f" → {used.param} = {found.choice.shown[used.param]}" if used.param else ""
            out.print(escape(f"  “{used.words}”{meant}"), highlight=False)
    else:
        unknown = f": {', '.join(found.unknown)}" if found.unknown else ""
        out.print(escape(f"{_WHY[found.why]}{unknown}"), highlight=False)
    for other in found.alternatives:
        query = queries.get(other.query)
        filled = " ".join(f"{name}={value}" for name, value in other.shown.items())
        out.print(
            escape(f"  ? {query.title_zh} / {query.title_en}  ({other.query} {filled})"), style="dim", highlight=False
        )


def _pairs(given: list[str]) -> dict[str, Any]:
    pairs = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals:
            raise errors.BadParameter(f"{one!r} is no name=value")
        pairs[key] = value
    return pairs


def _typed(given: list[str]) -> dict[str, Any]:
    """Own Cypher declares no kinds, so 2 and 2.5 are numbers; "2" in quotation marks stays a text."""
    return {key: _literal(value) for key, value in _pairs(given).items()}


def _literal(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


@app.command()
def stats(library: LibraryOption = DEFAULT, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Count nodes and edges of the graph. 统计图谱。"""
    opened = _store(library, store)
    try:
        counts = opened.counts()
    finally:
        opened.close()
    rows = [{"what": "node", "kind": k, "count": n} for k, n in sorted(counts.nodes.items())]
    _print(rows + [{"what": "edge", "kind": k, "count": n} for k, n in sorted(counts.edges.items())], as_json)


@app.command()
def status(library: LibraryOption = DEFAULT, as_json: JsonOption = False) -> None:
    """List documents, what could not be read and why, and whether the graph is up to date. 文献库状况。"""
    with _library(library) as held:
        documents, bad, faults = held.documents(), held.quarantined(), held.faults()
        fresh = held.built() == held.version()
    if as_json:
        typer.echo(json.dumps({
            "documents": [{"name": d.name, "id": d.document, "title": d.title, "doc_type": d.doc_type, "date": d.date, "number": d.number,
                           "entities": d.entities, "claims": d.claims, "grants": d.grants, "measures": d.measures} for d in documents],
            "quarantined": [{"name": q.name, "reason": q.reason, "at": q.at} for q in bad], "graph_up_to_date": fresh,
            "cells": [{"file": name, **cli_tables.cell(fault)} for name, fault in faults],
        }, ensure_ascii=False, indent=1))  # fmt: skip
        return
    _print(
        [{"file": d.name, "title": d.title, "kind": d.doc_type, "date": d.date, "claims": d.claims} for d in documents],
        False,
    )
    if bad:
        _print([{"file": q.name, "could not be read because": q.reason} for q in bad], False, "quarantine / 隔离")
    if faults:
        title = f"cells of tables that do not fit / 读不了的单元格: {len(faults)}"
        _print([{"file": name, **cli_tables.cell(fault)} for name, fault in faults[:_MOST_CELLS]], False, title)
    out.print("the graph is up to date" if fresh else "the graph is older than the library: run policy-graph build")


_MOST_CELLS = 50


@app.command()
def remove(
    names: Annotated[list[str], typer.Argument(help="File names as in status. 文件名")],
    library: LibraryOption = DEFAULT,
) -> None:
    """Take documents and their claims out of the library. 移除文献。"""
    with _library(library) as held:
        for name in names:
            held.remove(name)
    out.print(f"{len(names)} removed; now run: policy-graph build")


reference_app = typer.Typer(no_args_is_help=True, help="Tables of known facts beside the documents. 参考表")
app.add_typer(reference_app, name="reference")


@reference_app.command("load")
def reference_load(library: LibraryOption = DEFAULT, as_json: JsonOption = False) -> None:
    """Put the project's reference tables into the library; what is there stays. 载入参考表。"""
    from ingest.reference import shelf

    with _library(library, create=True) as held, _progress() as progress:
        loaded = shelf.load(held, progress)
    if as_json:
        typer.echo(json.dumps(_fields(loaded), ensure_ascii=False, indent=1))
        return
    out.print(
        f"{len(loaded.new)} new, {len(loaded.changed)} changed, {len(loaded.same)} unchanged, "
        f"{len(loaded.kept)} replaced by tables of your own"
    )
    if loaded.new or loaded.changed:
        out.print("now run: policy-graph build")


@reference_app.command("update")
def reference_update(
    file: Annotated[Path, typer.Argument(help="A newer table, named as the one it replaces. 新的参考表")],
    mapping: Annotated[Path | None, typer.Option(help="Its mapping, if not the old one's. 映射文件")] = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Show what would change only. 只显示变化")] = False,
    library: LibraryOption = DEFAULT,
    as_json: JsonOption = False,
) -> None:
    """Replace a reference table and show which rows are new, gone or changed. 更新参考表并显示变化。"""
    from ingest.reference import shelf

    with _library(library, create=True) as held:
        found = shelf.update(held, file, mapping, dry)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    rows = [{"row": key, "change": "new"} for key in found.added] + [
        {"row": key, "change": "gone"} for key in found.gone
    ]
    rows += [{"row": c.row, "change": f"{c.column}: {c.before or '—'} → {c.after or '—'}"} for c in found.changed]
    if rows:
        _print(rows, False)
    changed = len({c.row for c in found.changed})
    out.print(f"{len(found.added)} new, {len(found.gone)} gone, {changed} changed, {found.same} the same")
    if rows and not dry:
        out.print("now run: policy-graph build")


def _folded(library: Path) -> Any:
    from graph import analytics
    from graph import build as builder

    with _library(library) as held:
        return analytics.measure(builder.folded(held).graph)


@app.command()
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


@app.command()
def analyse(library: LibraryOption = DEFAULT, as_json: JsonOption = False) -> None:
    """Hubs and communities of the graph. 网络分析。"""
    from graph import analytics

    found = analytics.analyse(_folded(library))
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    out.print(f"{found.nodes} things, {found.edges} links, {found.parts} parts")
    _print([asdict(hub) for hub in found.hubs], False, "hubs / 枢纽")
    _print([asdict(group) for group in found.communities], False, "communities / 社群")


@app.command()
def judgements(
    target: Annotated[Path | None, typer.Option("--out", help="Write all decisions to this file. 导出判断")] = None,
    source: Annotated[Path | None, typer.Option("--take", help="Take in decisions from this file. 导入判断")] = None,
    library: LibraryOption = DEFAULT,
) -> None:
    """Write people's decisions to a file for a team, or take such a file in. 导出或导入判断。"""
    from graph import judgements as room

    with _library(library) as held:
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


@app.command("app")
def run_app(
    port: Annotated[int, typer.Option(help="Port on this machine. 端口")] = 8501,
    headless: Annotated[bool, typer.Option("--headless", help="Open no browser. 不打开浏览器")] = False,
    library: LibraryOption = DEFAULT,
    store: StoreOption = "",
) -> None:
    """Open the app. 打开应用。"""
    file = Path(__file__).resolve().parent / "app.py"
    env = (
        os.environ | {"POLICY_GRAPH_LIBRARY": str(library.resolve())} | ({"POLICY_GRAPH_STORE": store} if store else {})
    )
    command = [sys.executable, "-m", "streamlit", "run", str(file), "--server.port", str(port), "--server.address", "localhost",
               "--server.headless", str(headless).lower(), "--browser.gatherUsageStats", "false"]  # fmt: skip
    os.chdir(file.parent)
    os.execvpe(sys.executable, command, env)


@app.command()
def doctor(library: LibraryOption = DEFAULT, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """What is missing and how to get it. 检查环境。"""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("library", lambda: _check_library(library)), ("graph", lambda: _check_graph(library, store)),
        ("CJK font", _check_font), ("Tesseract (scans)", _check_tesseract), ("Chromium (tests)", lambda: _check_program("chromium", "apt-get install chromium")),
        ("Java 17 (Neo4j tests)", lambda: _check_program("java", "apt-get install openjdk-17-jre-headless")),
        ("Maven (Neo4j tests)", lambda: _check_program("mvn", "apt-get install maven")),
    ]  # fmt: skip
    checks[2:2] = [("Neo4j settings", lambda: _check_server(store))] if "://" in store else []
    rows = []
    for name, check in checks:
        try:
            rows.append({"what": name, "ok": True, "note": check()})
        except errors.PolicyGraphError as error:
            rows.append({"what": name, "ok": False, "note": str(error)})
    _print(rows, as_json)
    if not all(r["ok"] for r in rows[:2]):
        raise typer.Exit(1)


def _check_library(path: Path) -> str:
    with _library(path) as held:
        return f"{len(held.documents())} documents, {len(held.quarantined())} in quarantine"


def _check_graph(path: Path, store: str) -> str:
    opened = _store(path, store)
    try:
        nodes, edges = opened.counts().total
    finally:
        opened.close()
    return f"{nodes} nodes, {edges} edges"


def _check_server(store: str) -> str:
    from graph.stores import hardened

    opened = _store(Path(), store)
    try:
        unsafe = [finding for finding in hardened.findings(opened) if not finding.safe]
    finally:
        opened.close()
    if unsafe:
        lines = "; ".join(finding.line for finding in unsafe)
        raise errors.StoreError(f"unsafe: write into neo4j.conf and restart (docs/neo4j.md): {lines}")
    return "hardened"


def _check_program(name: str, how: str) -> str:
    from shutil import which

    found = which(name)
    if not found:
        raise errors.MissingTool(f"not found; get it with: {how}")
    return "found"


def _check_tesseract() -> str:
    from ingest.loaders import ocr

    if "chi_sim" not in ocr.languages():
        raise errors.MissingTool(f"scans cannot be recognised; to have them read: {ocr.HOW}")
    return "simplified Chinese"


def _check_font() -> str:
    import subprocess
    from shutil import which

    if which("fc-list") is None:
        return "cannot be told here (fc-list is not installed)"
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False).stdout
    if not listed.strip():
        raise errors.MissingTool("no Chinese font; get one with: apt-get install fonts-noto-cjk")
    return listed.splitlines()[0]


if __name__ == "__main__":
    main()
