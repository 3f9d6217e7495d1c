"""Names in varied surroundings: every name of a sentence is found, with its kind, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from tests.ingest.constructions import names


@pytest.mark.parametrize("case", list(names.cases()), ids=lambda case: f"{case.table}: {case.text[:24]}")
def test_names_in_their_surroundings(case: names.Case) -> None:
    assert names.read(case) == (set(), set())
