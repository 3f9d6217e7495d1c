"""The command line: policy-graph and its commands, which live in commands/."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands import building, documents, health, questions, reference, tables
from commands.common import DEFAULT, LibraryOption, StoreOption
from commands.printing import err, escape
from graph import errors

app = typer.Typer(no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False,
                  help="A knowledge graph of regional innovation policy, read from documents.\n\n从文献读出的区域创新政策知识图谱。")  # fmt: skip


def main() -> None:
    """Run the command line; every error of ours ends in one line on standard error and a non-zero exit."""
    try:
        app()
    except errors.PolicyGraphError as error:
        err.print(f"[red]error[/red] {escape(' '.join(str(error).split()))}", highlight=False, soft_wrap=True)
        sys.exit(1)


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


app.command()(documents.ingest)
app.command()(documents.extract)
app.command()(documents.explain)
app.command()(building.build)
app.command()(questions.query)
app.command()(questions.ask)
app.command()(building.stats)
app.command()(documents.status)
app.command()(documents.remove)
app.command()(building.export)
app.command()(building.analyse)
app.command()(documents.judgements)
app.command("app")(run_app)
app.command()(health.doctor)
app.add_typer(tables.app, name="map")
app.add_typer(reference.app, name="reference")

if __name__ == "__main__":
    main()
