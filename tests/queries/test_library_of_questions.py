"""The questions: well-formed headers, portable text, answers on samples and reference tables, equal on both stores."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import queries
from graph import build, errors, library, stores
from ingest import pipeline
from ingest.reference import shelf
from queries import guard

# What nothing in the samples answers: no proposal's demands and no lost page stand in them.
UNANSWERED = {"asked_not_answered", "lost_sources"}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory):
    with library.open_library(tmp_path_factory.mktemp("samples")) as opened:
        shelf.load(opened)
        pipeline.ingest(opened, [Path(__file__).parents[2] / "ingest" / "samples"])
        yield opened


@pytest.fixture(scope="module")
def embedded(held: library.Library):
    store = stores.open_store(held.path, writable=True)
    build.build(held, store)
    store.close()
    reader = stores.open_store(held.path)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def server(held: library.Library, embedded: stores.Store, neo4j_url: str):
    store = stores.open_store(neo4j_url, writable=True)
    build.build(held, store)
    yield store
    store.close()


@pytest.mark.parametrize("name", queries.load())
def test_headers_and_portable_text(name: str) -> None:
    query = queries.load()[name]
    used = set(re.findall(r"\$(\w+)", query.text))
    assert used == {p.name for p in query.params}
    returned = query.text.rpartition("RETURN")[2]
    assert re.findall(r"AS (\w+)", returned) == [c[0] for c in query.columns]
    assert not re.search(r"\.(?:type|label|title)\b|percentileCont|COLLECT \{|SHORTEST ", query.text)
    guard.check(query.text)
    assert query.theme in queries.THEMES


def test_there_are_forty_questions() -> None:
    assert len(queries.load()) >= 40


@pytest.mark.parametrize("name", sorted(queries.load().keys() - UNANSWERED))
def test_every_question_has_an_answer_in_the_samples(name: str, embedded: stores.Store) -> None:
    assert queries.ask(embedded, name, queries.get(name).example).rows


@pytest.mark.neo4j
@pytest.mark.parametrize("name", queries.load())
def test_rows_are_equal_on_both_stores(name: str, embedded: stores.Store, server: stores.Store) -> None:
    ours, theirs = (queries.ask(store, name, queries.get(name).example) for store in (embedded, server))
    assert (ours.columns, ours.rows) == (theirs.columns, theirs.rows)


@pytest.mark.parametrize(
    ("name", "params", "error"),
    [
        ("who_supports", {}, errors.BadParameter), ("who_supports", {"zone": 3}, errors.BadParameter),
        ("who_supports", {"zone": "x", "more": "y"}, errors.BadParameter), ("nothing", {}, errors.UnknownQuery),
    ],
)  # fmt: skip
def test_wrong_parameters_say_what_is_wrong(
    name: str, params: dict, error: type[Exception], embedded: stores.Store
) -> None:
    with pytest.raises(error, match=r"zone|nothing"):
        queries.ask(embedded, name, params)


def test_words_with_a_comma_and_no_quotes_are_refused() -> None:
    source = Path(queries.__file__).with_name("cities_by_support.cypher").read_text("utf-8")
    with pytest.raises(errors.QueryError, match="low: words with a comma need quotes"):
        queries.parse("ranked", source.replace('"amount, low"', "amount, low"))
