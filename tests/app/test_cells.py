"""A statement out of a table on the pages: its cell by sheet, row and column, and its row under the header."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import build, library, stores
from ingest import pipeline
from ingest.tables import draft
from tests.app.test_pages import _run, _words
from tests.ingest.tables import sheets


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "补助.xlsx").write_bytes(sheets.awards())
    (folder / "补助.mapping.yaml").write_text(draft.draft("补助.xlsx", sheets.awards()).text, "utf-8")
    with library.open_library(folder / "library") as held:
        pipeline.ingest(held, [folder / "补助.xlsx"])
        store = stores.open_store(folder / "library", writable=True)
        build.build(held, store)
        store.close()
    return folder / "library"


def test_a_statement_shows_its_cell_and_its_row(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with library.open_library(shelf) as held:
        grant = next(g for g in held.get("补助.xlsx").reading.grants if g.amount == 805_000)
    words = _words(_run(shelf, monkeypatch, "claim", id=grant.id))
    assert "工作表“附件1” 第 6 行 G（补助金额/2021年） 列" in words
    assert {"承担单位", "武汉甲光装备有限公司", "80.5"} <= set(words.split("\n"))
    assert "sheet “附件1”, row 6, column G" in _words(_run(shelf, monkeypatch, "claim", id=grant.id, lang="en"))


def test_the_reader_shows_the_rows_and_where_each_statement_stands(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.open_library(shelf) as held:
        document = held.get("补助.xlsx").reading.document.id
    app = _run(shelf, monkeypatch, "reader", doc=document)
    assert not app.exception
    words = _words(app)
    assert "柑橘采后商品化处理" in words
    assert "工作表“附件1” 第 10 行 F（补助金额/2020年） 列" in words
