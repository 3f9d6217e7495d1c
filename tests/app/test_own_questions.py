"""The app's own questions to the store give the same rows on both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from app_pages import cypher, ledger_data
from graph import build, library, stores

ASKED = {
    "said": {"acts": list(ledger_data.ACTS)},
    "fulfilments": {},
    "claims_by_id": {"ids": ["c-00e32c1add1cf3cb"]},
    "contested_claims": {},
    "contested_grants": {},
    "regions": {},
    "lies_in": {},
    "all_grants": {},
    "dated_facts": {},
    "placed": {},
    "cooperations": {},
    "classed": {},
    "may_be_english": {},
}


@pytest.fixture(scope="module")
def server(samples: Path, neo4j_url: str):
    store = stores.open_store(neo4j_url, writable=True)
    with library.open_library(samples) as shelf:
        build.build(shelf, store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def embedded(samples: Path):
    store = stores.open_store(samples)
    yield store
    store.close()


@pytest.mark.neo4j
@pytest.mark.parametrize("name", ASKED)
def test_rows_are_equal_on_both_stores(name: str, server: stores.Store, embedded: stores.Store) -> None:
    ours, theirs = (sorted(map(_plain, s.run(cypher.text(name), ASKED[name]).dicts())) for s in (embedded, server))
    assert ours == theirs


def test_a_claim_has_the_same_parts_however_it_is_asked_for(embedded: stores.Store) -> None:
    """Those of a thing and those by their ids become the same values in the pages."""
    asked = {"claims": {"id": "Region/450000"}, "claims_by_id": {"ids": []}}
    first, second = (set(embedded.run(cypher.text(name), params).columns) for name, params in asked.items())
    assert first == second


def _plain(row: dict[str, object]) -> str:
    """Lists that a question collects have no order of their own."""
    return repr({key: sorted(cell) if isinstance(cell, list) else cell for key, cell in row.items()})
