"""The commands on tables, from a spreadsheet alone to its graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from graph import errors
from ingest.tables import reasons
from tests.ingest.tables import sheets, test_inside
from tests.ingest.tables.test_reading import AWARDS, MAPPING


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(cli.app, [str(one) for one in arguments])
    if isinstance(done.exception, errors.PolicyGraphError):
        raise done.exception
    return done.exit_code, done.output


def test_from_a_spreadsheet_to_its_graph(tmp_path: Path) -> None:
    table, library = tmp_path / "补助.xlsx", tmp_path / "lib"
    table.write_bytes(sheets.awards())
    code, told = run("map", "init", table, "--json")
    assert (code, json.loads(told)["tables"][0]["rows"]) == (0, {"record": 4, "total": 3, "note": 1})
    code, told = run("map", "check", table, "--json")
    assert (code, json.loads(told)["sums"], json.loads(told)["faults"]) == (0, 6, [])
    code, told = run("ingest", table, "--library", library, "--build", "--json")
    assert (code, json.loads(told)["new"]) == (0, ["补助.xlsx"])
    asked = "MATCH (g:Grant)-[:BENEFITS]->(o) WHERE o.name STARTS WITH '武汉' RETURN g.sheet, g.row, g.column ORDER BY g.column"
    code, told = run("query", "--cypher", asked, "--library", library, "--json")
    assert json.loads(told) == [
        {"g.sheet": "附件1", "g.row": 6, "g.column": 6},
        {"g.sheet": "附件1", "g.row": 6, "g.column": 7},
    ]


def test_check_and_status_list_the_cells_that_do_not_fit(tmp_path: Path) -> None:
    table, library = tmp_path / "拨款.csv", tmp_path / "lib"
    table.write_text(AWARDS.replace("北海,", "北海城,"), "utf-8")
    mapping = tmp_path / "other.yaml"
    mapping.write_text(MAPPING, "utf-8")
    code, told = run("map", "check", table, "--mapping", mapping, "--json")
    assert code == 3
    assert [(c["row"], c["column"], c["text"]) for c in json.loads(told)["faults"]] == [
        (10, "E 金额", "另定"),
        (12, "A", "4"),
    ]
    assert [(c["row"], c["text"], c["reason"]) for c in json.loads(told)["doubts"]] == [
        (10, "北海城", reasons.NO_PLACE)
    ]
    run("ingest", table, "--mapping", mapping, "--library", library)
    _, told = run("status", "--library", library, "--json")
    assert [(c["file"], c["row"]) for c in json.loads(told)["cells"]] == [("拨款.csv", 10), ("拨款.csv", 12)]


def test_a_draft_writes_over_nothing_unless_told(tmp_path: Path) -> None:
    table = tmp_path / "拨款.csv"
    table.write_text(AWARDS, "utf-8")
    run("map", "init", table)
    with pytest.raises(errors.PolicyGraphError, match="--force"):
        run("map", "init", table)
    assert run("map", "init", table, "--force")[0] == 0


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    (tmp_path / "拨款.csv").write_text(AWARDS, "utf-8")
    (tmp_path / "plain.csv").write_text("1,2\n3,4\n", "utf-8")
    with pytest.raises(errors.UnreadableFile, match=r"map init 拨款\.csv"):
        run("map", "check", tmp_path / "拨款.csv")
    with pytest.raises(errors.UnreadableFile, match="no header was found"):
        run("map", "init", tmp_path / "plain.csv")
    with pytest.raises(errors.UnreadableFile, match="cannot be opened"):
        run("map", "init", tmp_path / "none.csv")


def test_a_document_with_tables_goes_the_same_way(tmp_path: Path) -> None:
    page, library = tmp_path / "公示.html", tmp_path / "lib"
    page.write_text(test_inside.LISTS, "utf-8")
    code, told = run("map", "init", page)
    assert code == 0 and "共 4 个表，1 个没有起草 / 4 tables, 1 not in the draft" in " ".join(told.split())
    code, told = run("map", "check", page, "--json")
    assert (code, json.loads(told)["sums"], json.loads(told)["faults"]) == (0, 2, [])
    code, told = run("ingest", page, "--library", library, "--json")
    assert (code, json.loads(told)["new"]) == (0, ["公示.html"])
    (tmp_path / "公示.xlsx").write_bytes(b"no workbook at all")
    with pytest.raises(errors.UnreadableFile, match="whatever its name says"):
        run("map", "init", tmp_path / "公示.xlsx")
