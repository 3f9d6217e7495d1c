"""The pages on documents beside reference tables: tables are told apart, and what nobody confirmed is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app_pages import texts
from graph import build, library, stores
from ingest.reference import shelf
from tests.app import running
from tests.app.test_pages import _run, _words


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = running.make_library(tmp_path_factory.mktemp("known"))
    with library.open_library(folder) as held:
        shelf.load(held)
        store = stores.open_store(folder, writable=True)
        build.build(held, store)
        store.close()
    return folder


def test_tables_are_no_documents_on_the_start_page(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = _words(_run(known, monkeypatch, "overview")).splitlines()
    newest = words[words.index("最新文献") : words.index("全部文献")]
    assert "16" in words and len(newest) > 6
    assert not [line for line in newest if line.startswith("国家高新技术产业开发区名单")]


def test_tables_stand_apart_in_the_list(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = _words(_run(known, monkeypatch, "documents"))
    assert "16 篇文献" in words
    assert words.index("国务院关于同意桂林市建设国家可持续发展议程创新示范区的批复") < words.index(
        "国家高新技术产业开发区名单"
    )


def test_a_remembered_year_is_shown_as_unchecked(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = _words(_run(known, monkeypatch, "entity", id="HighTechZone/桂林高新区")).splitlines()
    assert "1991" in words and "未核实" in words and "参考表" in words


def test_successors_are_shown_with_their_dates(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = _words(_run(known, monkeypatch, "entity", id="Agency/中国银行保险监督管理委员会")).splitlines()
    assert words.index("国家金融监督管理总局") < words.index("2023-03", words.index("国家金融监督管理总局"))
    assert "承接者" in words and "中国银行业监督管理委员会" in words


@pytest.mark.parametrize(("lang", "region"), [("zh", "桂林市"), ("en", "Guilin")])
def test_a_number_of_documents_is_the_same_beside_the_list_and_a_region_has_its_name(
    known: Path, monkeypatch: pytest.MonkeyPatch, zone: str, lang: texts.Lang, region: str
) -> None:
    words = _words(_run(known, monkeypatch, "entity", id=zone, lang=lang)).splitlines()
    names = ("property.documents", "entity.documents", "entity.tables", "property.region")
    with texts.speaking(lang):
        words = words[words.index(texts.say("entity.properties")) :]
        count, papers, tables, where = (words[words.index(texts.say(name)) + 1] for name in names)
    assert (count, tables, where) == (papers, "1", region)
