"""The sample documents are all marked as written for this project, and of several genres and file types."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import ingest

FOLDER = Path(ingest.__file__).parent / "samples"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), strict=True))


def marked() -> dict[str, dict[str, str]]:
    return {row["file"]: row for row in table((FOLDER / "metadata.csv").read_text("utf-8"))}


def files() -> set[str]:
    return {path.name for path in FOLDER.iterdir() if path.name != "metadata.csv"}


def documents() -> set[str]:
    """The loose files and the members of the archives."""
    archives = {name for name in files() if name.endswith(".zip")}
    return (files() - archives) | {member for name in archives for member in zipfile.ZipFile(FOLDER / name).namelist()}


def test_every_document_is_marked_and_no_mark_is_left_over() -> None:
    assert files() == set(marked())
    assert len(documents()) >= 12


def test_every_mark_says_what_is_invented_under_which_licence() -> None:
    for name, row in marked().items():
        assert row["invented"] in ("true", "false"), name
        assert "本项目" in row["note"] and "/" in row["note"], name
        assert row["licence"] == "MIT" and row["retrieved"], name


def test_several_file_types_and_one_old_encoding() -> None:
    assert {Path(name).suffix for name in documents()} == {".txt", ".md", ".html", ".docx", ".pdf"}
    undecodable = [path.name for path in FOLDER.glob("*.txt") if not utf8(path.read_bytes())]
    assert undecodable == ["guangxi-2021-keji-dafu.txt"]
    assert "2530万元" in (FOLDER / undecodable[0]).read_bytes().decode("gb18030")


def utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
