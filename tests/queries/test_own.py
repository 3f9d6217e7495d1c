"""A person's own questions: kept, found again, and never asked otherwise than typed text is."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import build, errors, library, stores
from queries import own
from tests import factories

TEXT = "// who\nMATCH (n {name: $name})\nRETURN n.name AS name, n.id AS `编号`\nLIMIT $most"


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    name = own.save(tmp_path, "某机构的编号", TEXT, ("name", "编号"), {"name": "国务院", "most": 3})
    found, wrong = own.load(tmp_path)
    assert wrong == ()
    query = found[name]
    assert (query.title_zh, query.question_en) == ("某机构的编号", "某机构的编号")
    assert [(p.name, p.type) for p in query.params] == [("name", "string"), ("most", "integer")]
    assert query.example == {"name": "国务院", "most": 3}
    assert query.text == TEXT.partition("\n")[2]


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("../../etc/passwd", "etc_passwd"), ("a/b\\c", "a_b_c"), (".hidden", "hidden"), ("x: [1, 2]\ny: !!python", "x_1_2_y_python"),
        ("长" * 300, "长" * own.LONGEST),
    ],
)  # fmt: skip
def test_a_title_is_no_path_and_no_markup(tmp_path: Path, title: str, stem: str) -> None:
    assert own.save(tmp_path, title, "RETURN 1 AS one", ("one",), {}) == own.PREFIX + stem
    assert [file.name for file in tmp_path.rglob("*.cypher")] == [f"{stem}.cypher"]
    assert next(iter(own.load(tmp_path)[0].values())).title_zh == " ".join(title.split())


@pytest.mark.parametrize(
    ("title", "text", "error"),
    [
        ("", "RETURN 1 AS one", errors.BadParameter), ("///", "RETURN 1 AS one", errors.BadParameter),
        ("twice", "RETURN 1 AS one", errors.BadParameter), ("write", "CREATE (n:X) RETURN n", errors.QueryRefused),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(tmp_path: Path, title: str, text: str, error: type[Exception]) -> None:
    own.save(tmp_path, "twice", "RETURN 2 AS two", ("two",), {})
    with pytest.raises(error):
        own.save(tmp_path, title, text, ("one",), {})
    assert len(own.load(tmp_path)[0]) == 1


def test_what_is_taken_out_can_be_put_back(tmp_path: Path) -> None:
    name = own.save(tmp_path, "twice", "RETURN 2 AS two", ("two",), {})
    kept = own.find(tmp_path, name)
    assert kept and own.find(tmp_path, "twice") == kept
    source = own.remove(tmp_path, name)
    assert own.find(tmp_path, name) is None
    own.put_back(tmp_path, name, source)
    assert own.find(tmp_path, name) == kept


@pytest.mark.parametrize("name", ["mine:none", "mine:../outside", "mine:*", "mine:"])
def test_only_a_question_that_is_there_is_taken_out(tmp_path: Path, name: str) -> None:
    own.save(tmp_path, "twice", "RETURN 2 AS two", ("two",), {})
    (tmp_path / "outside.cypher").write_text("RETURN 1", "utf-8")
    with pytest.raises(errors.BadParameter):
        own.remove(tmp_path, name)
    assert len(list(tmp_path.rglob("*.cypher"))) == 2


def test_what_is_put_back_overwrites_nothing(tmp_path: Path) -> None:
    name = own.save(tmp_path, "twice", "RETURN 2 AS two", ("two",), {})
    source = own.remove(tmp_path, name)
    own.save(tmp_path, "twice", "RETURN 3 AS three", ("three",), {})
    with pytest.raises(errors.BadParameter):
        own.put_back(tmp_path, name, source)
    assert own.load(tmp_path)[0][name].text == "RETURN 3 AS three"


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / own.FOLDER).mkdir()
    (tmp_path / own.FOLDER / "broken.cypher").write_text("RETURN 1", "utf-8")
    found, wrong = own.load(tmp_path)
    assert found == {}
    assert "broken.cypher" in wrong[0]


def test_own_questions_pass_the_guard_and_run_apart(tmp_path: Path) -> None:
    with library.open_library(tmp_path) as held:
        source = factories.held("a", factories.reading("通知", factories.entity("Agency", "国务院")))
        store = stores.open_store(tmp_path, writable=True)
        held.put(source.source, source.text.encode(), source.text, source.reading, "test")
        build.build(held, store)
        store.close()
    name = own.save(tmp_path, "编号", TEXT, ("name", "编号"), {"name": "国务院", "most": 1})
    query = own.load(tmp_path)[0][name]
    table = own.ask(str(tmp_path), query, {"name": "国务院", "most": "1"}, 10)
    assert table.dicts()[0]["name"] == "国务院"
    (tmp_path / own.FOLDER / "编号.cypher").write_text(
        (tmp_path / own.FOLDER / "编号.cypher").read_text("utf-8").replace("MATCH (n {name: $name})", "MATCH (n {name: $name}) SET n.x = 1"), "utf-8"
    )  # fmt: skip
    with pytest.raises(errors.QueryRefused):
        own.ask(str(tmp_path), own.load(tmp_path)[0][name], {"name": "国务院", "most": "1"}, 10)
