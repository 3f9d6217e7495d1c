"""The store that remembers: asked once, forgotten when written, and never more than it may keep."""

from __future__ import annotations

import pytest

from graph import errors, stores
from graph.stores import remembered
from tests.graph import worlds

NAMES = "MATCH (n) RETURN n.id AS id ORDER BY id"
ONE = "MATCH (n {id: $id}) RETURN n.name AS name"


class Counted:
    """A store that tells how often it was asked."""

    def __init__(self, store: stores.Store) -> None:
        self.kind, self.write, self.close, self._store, self.asked = store.kind, store.write, store.close, store, 0

    def run(self, *given) -> stores.Table:
        self.asked += 1
        return self._store.run(*given)

    def counts(self) -> stores.Counts:
        self.asked += 1
        return self._store.counts()


@pytest.fixture
def asked(tmp_path):
    counted = Counted(stores.open_store(tmp_path, writable=True))
    counted.write(worlds.small())
    yield counted
    counted.close()


@pytest.fixture
def keys(asked) -> list[str]:
    return [row[0] for row in asked.run(NAMES).rows]


def test_the_same_question_is_asked_once(asked, keys) -> None:
    store, before = remembered.RememberedStore(asked), asked.asked
    first, again = store.run(ONE, {"id": keys[0]}), store.run(ONE, {"id": keys[0]})
    assert first == again == asked._store.run(ONE, {"id": keys[0]})
    assert asked.asked == before + 1
    assert store.counts() is store.counts()
    assert asked.asked == before + 2


@pytest.mark.parametrize(
    "other",
    [(ONE, {"id": "nobody"}, None), (ONE, {"id": ["nobody"]}, None), (NAMES, None, 1), (NAMES, None, None)],
    ids=["parameter", "list", "limit", "text"],
)
def test_other_questions_are_others(asked, keys, other) -> None:
    store = remembered.RememberedStore(asked)
    store.run(ONE, {"id": keys[0]})
    before = asked.asked
    assert store.run(*other) == asked._store.run(*other)
    assert asked.asked == before + 1


def test_what_was_used_last_stays(asked, keys) -> None:
    store = remembered.RememberedStore(asked, most=4)
    first, second, third = ({"id": key} for key in keys[:3])
    for params in (first, second, first, third):
        store.run(ONE, params)
    before = asked.asked
    store.run(ONE, first)
    assert asked.asked == before
    store.run(ONE, second)
    assert asked.asked == before + 1


def test_a_graph_written_anew_is_asked_anew(asked) -> None:
    store = remembered.RememberedStore(asked)
    held = store.run(NAMES), store.counts()
    store.write(worlds.small())
    before = asked.asked
    assert (store.run(NAMES), store.counts()) == held
    assert asked.asked == before + 2


def test_an_error_is_not_remembered(asked) -> None:
    store = remembered.RememberedStore(asked)
    for _ in range(2):
        before = asked.asked
        with pytest.raises(errors.QueryError):
            store.run("MATCH (n RETURN n")
        assert asked.asked == before + 1
