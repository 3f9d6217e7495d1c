"""Damaged documents end in a checked reading or in one of the project's errors, soon: a seeded sample of tests.ingest.damage."""

from __future__ import annotations

import time

import pytest

from graph import errors, evidence
from ingest import loaders, reading
from tests.ingest import damage

SAMPLE = (482, *range(20_000, 20_060))  # 482: five thousand sums in one sentence
ROWS = range(0, 240, 10)


@pytest.fixture(scope="module")
def sources() -> list[str]:
    return damage.texts()


def test_the_sources_are_chinese_and_english(sources: list[str]) -> None:
    languages = {reading.read(text, "0" * 64, "source").document.language for text in sources}
    assert languages == {"zh", "en"}


def test_damaged_documents_end_in_a_reading_or_a_clear_error(sources: list[str]) -> None:
    ends, slow = set(), []
    for seed in SAMPLE:
        begin = time.process_time()
        ends.add(damage.outcome(damage.damage(seed, sources)))
        spent = time.process_time() - begin
        slow += [(seed, spent)] if spent > damage.LIMIT else []
    assert not slow
    assert ends == {"reading", "error"}


def test_long_rows_end_in_a_reading_soon() -> None:
    slow = []
    for seed in ROWS:
        begin = time.process_time()
        assert damage.outcome(damage.long_row(seed)) == "reading"
        spent = time.process_time() - begin
        slow += [(seed, spent)] if spent > damage.LIMIT else []
    assert not slow


def test_the_same_seed_damages_the_same_way(sources: list[str]) -> None:
    assert damage.damage(7, sources) == damage.damage(7, sources)
    assert damage.long_row(7) == damage.long_row(7)


def test_a_megabyte_in_one_line_is_refused_with_the_reason(sources: list[str]) -> None:
    for text in (sources[0], next(text for text in sources if "的" in text)):
        file = damage.megabyte(text)
        begin = time.process_time()
        with pytest.raises(errors.UnreadableFile, match="one line of 1,000,000 characters"):
            loaders.load(loaders.Raw(evidence.Source(file.name), file.data))
        assert time.process_time() - begin < damage.LIMIT
