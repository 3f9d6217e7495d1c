"""The command line as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import cli
from queries import own
from tests.app import running

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "ingest" / "samples"


def run(*args: object) -> subprocess.CompletedProcess[str]:
    """The command in this process, which spares starting Python for each."""
    words, out, err = [str(arg) for arg in args], StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["policy-graph", *words])
        with pytest.raises(SystemExit) as left:
            cli.main()
    return subprocess.CompletedProcess(words, int(left.value.code or 0), out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "library"
    assert run("ingest", SAMPLES, "--library", folder).returncode == 0
    assert run("build", "--library", folder).returncode == 0
    return folder


def test_a_second_ingest_changes_nothing_and_says_so(place: Path) -> None:
    again = run("ingest", SAMPLES, "--library", place)
    assert again.returncode == 0
    assert "nothing has changed" in again.stdout


def test_rows_as_json(place: Path) -> None:
    rows = json.loads(run("query", "figures_that_disagree", "--json", "--library", place).stdout)
    assert {(r["first_amount"], r["second_amount"]) for r in rows} >= {(25_300_000.0, 20_300_000.0)}


def test_status_and_stats(place: Path) -> None:
    status = json.loads(run("status", "--json", "--library", place).stdout)
    assert status["graph_up_to_date"] is True
    assert len(status["documents"]) >= 12
    kinds = {r["kind"]: r["count"] for r in json.loads(run("stats", "--json", "--library", place).stdout)}
    assert kinds["Document"] == len(status["documents"])


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("query", "no_such"), "no question called"), (("query", "who_supports"), "needs zone"),
        (("query", "--cypher", "MATCH (n) DETACH DELETE n"), "only reading"), (("remove", "none.txt"), "no document named"),
        (("ingest", "/no/such/folder"), "no such file"),
    ],
)  # fmt: skip
def test_errors_are_one_line_and_exit_non_zero(place: Path, args: tuple[str, ...], says: str) -> None:
    done = run(*args, "--library", place)
    assert done.returncode == 1
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_no_library_says_what_to_do(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("policy-graph")), "status", "--library", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "policy-graph ingest" in " ".join(done.stderr.split())


def test_the_app_asks_a_new_user_nothing_before_it_starts(tmp_path: Path) -> None:
    port = running.free_port()
    command = [
        str(Path(sys.executable).with_name("policy-graph")),
        "app",
        "--port",
        str(port),
        "--library",
        str(tmp_path),
    ]
    new = os.environ | {"HOME": str(tmp_path), "BROWSER": "true"}  # no settings of Streamlit's, no browser to open
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=new, **quiet) as process:
        try:
            running.wait(port, process)
        finally:
            process.terminate()


def test_extract_writes_readings_and_refuses_two_of_one_stem(tmp_path: Path) -> None:
    first = SAMPLES / "guangxi-2021-keji-dafu.txt"
    twin = tmp_path / "guangxi-2021-keji-dafu.md"
    twin.write_text("x", "utf-8")
    assert run("extract", first, "--out", tmp_path / "out").returncode == 0
    reading = json.loads((tmp_path / "out" / "guangxi-2021-keji-dafu.json").read_text("utf-8"))
    assert set(reading) >= {"document", "entities", "claims", "grants", "measures"}
    assert json.loads(run("extract", first).stdout) == reading
    assert run("extract", first, twin, "--out", tmp_path / "out").returncode == 1


@pytest.mark.parametrize(
    ("form", "name"), [("jsonl", "g.jsonl"), ("csv", "g"), ("graphml", "g.graphml"), ("turtle", "g.ttl")]
)
def test_export(place: Path, tmp_path: Path, form: str, name: str) -> None:
    assert run("export", "--format", form, "--out", tmp_path / name, "--library", place).returncode == 0
    assert (tmp_path / name).exists()


def test_analyse(place: Path) -> None:
    found = json.loads(run("analyse", "--json", "--library", place).stdout)
    assert found["hubs"]
    assert found["communities"]


def test_ingest_and_build_in_one_go_print_one_json(tmp_path: Path) -> None:
    done = run("ingest", SAMPLES / "guangxi-2021-keji-dafu.txt", "--build", "--json", "--library", tmp_path / "library")
    report = json.loads(done.stdout)
    assert len(report["new"]) == report["build"]["documents"] == 1


def test_rows_that_are_too_wide_are_printed_one_under_another(place: Path) -> None:
    text = "MATCH (d:Document) RETURN d.name AS a, d.file AS b, d.sha256 AS c, d.sha256 AS d, d.nothing AS e LIMIT 2"
    lines = run("query", "--cypher", text, "--library", place).stdout.splitlines()
    assert [line.split(" ")[0] for line in lines if not line.startswith(" ")] == ["1/2", *"abcd", "2/2", *"abcd"]


def test_own_cypher_takes_numbers(place: Path) -> None:
    text = "MATCH (a:Agency) RETURN a.name AS name ORDER BY name LIMIT $k"
    rows = json.loads(run("query", "--cypher", text, "--param", "k=2", "--json", "--library", place).stdout)
    assert len(rows) == 2


def test_own_questions_are_listed_and_asked_as_what_is_typed(place: Path) -> None:
    text = "MATCH (a:Agency {name: $name}) RETURN a.name AS name"
    own.save(place, "一个机构", text, ("name",), {"name": "国务院"})
    unsafe = (place / own.FOLDER / "一个机构.cypher").read_text("utf-8").replace(text, "MATCH (n) DETACH DELETE n")
    (place / own.FOLDER / "unsafe.cypher").write_text(unsafe, "utf-8")
    listed = json.loads(run("query", "--list", "--json", "--library", place).stdout)
    assert [row["name"] for row in listed if row["own"]] == ["mine:unsafe", "mine:一个机构"]
    asked = run("query", "一个机构", "name=国务院", "--json", "--library", place)
    assert json.loads(asked.stdout) == [{"name": "国务院"}]
    refused, typed = (run("query", *words, "--library", place) for words in
                      (("unsafe", "name=国务院"), ("--cypher", "MATCH (n) DETACH DELETE n")))  # fmt: skip
    assert refused.returncode == 1 and refused.stderr == typed.stderr and "Delete" in refused.stderr


def test_reference_tables_are_loaded_once_and_replaced_with_what_that_changes(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    first, again = (json.loads(run("reference", "load", "--json", "--library", folder).stdout) for _ in range(2))
    assert first["new"] == again["same"] and not again["new"]
    table = (ROOT / "ingest" / "reference" / "provinces.csv").read_text("utf-8")
    newer = tmp_path / "provinces.csv"
    newer.write_text(table.replace("北京市,京,", "北京市,京;燕,", 1), "utf-8")
    seen = run("reference", "update", newer, "--dry-run", "--library", folder)
    assert (
        seen.returncode == 0
        and "北京市（110000）" in seen.stdout
        and "京 → 京;燕" in seen.stdout
        and "1 改动 changed, 33 未变 the same" in seen.stdout
    )
    done = json.loads(run("reference", "update", newer, "--json", "--library", folder).stdout)
    assert [(c["row"], c["after"]) for c in done["changed"]] == [("北京市（110000）", "京;燕")]
    assert "1 自己的表 replaced by your own" in run("reference", "load", "--library", folder).stdout
