"""The twelve questions: well-formed headers, portable text, answers on the samples, equal on both stores."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import queries
from graph import build, errors, library, stores
from ingest import pipeline
from queries import guard

ZONE = "桂林国家可持续发展议程创新示范区"
ASKED = {
    "who_supports": {"zone": ZONE}, "issued_by": {"agency": "广西壮族自治区人民政府"}, "grounds_of_policy": {"policy": "桂政发〔2019〕48号"},
    "names_of_policy": {"policy": "桂政发〔2019〕48号"}, "zones_of_city": {"region": "桂林市"}, "applied_or_approved": {},
    "money_for_zone": {"zone": ZONE}, "figures_that_disagree": {}, "planned_by": {}, "in_common": {"first": "桂林市", "second": "柳州市"},
    "path_between": {"first": "广西壮族自治区人民政府", "second": "桂林市"},
}  # fmt: skip


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory):
    with library.open_library(tmp_path_factory.mktemp("samples")) as opened:
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


@pytest.mark.parametrize("name", ASKED)
def test_every_question_has_an_answer_in_the_samples(name: str, embedded: stores.Store) -> None:
    assert queries.ask(embedded, name, ASKED[name]).rows


def test_what_a_document_says(held: library.Library, embedded: stores.Store) -> None:
    entry = next(d for d in held.documents() if d.claims)
    assert len(queries.ask(embedded, "what_document_says", {"document": entry.document}).rows) >= 1


@pytest.mark.neo4j
@pytest.mark.parametrize("name", ASKED)
def test_rows_are_equal_on_both_stores(name: str, embedded: stores.Store, server: stores.Store) -> None:
    ours, theirs = (queries.ask(store, name, ASKED[name]) for store in (embedded, server))
    assert ours.columns == theirs.columns
    if name == "path_between":  # of several shortest paths each store may find its own
        assert [r[0] for r in ours.rows] == [r[0] for r in theirs.rows]
    else:
        assert ours.rows == theirs.rows


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
