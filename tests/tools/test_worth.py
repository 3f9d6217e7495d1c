"""What reference tables are worth: the shared gold reads no worse with them than without, and the page says what was measured."""

from __future__ import annotations

import pytest

from tools import worth


@pytest.mark.shared
def test_the_shared_gold_reads_no_worse_with_reference_tables_than_without() -> None:
    with_all, without = worth.report(), worth.report("--without-reference", "facts")
    for part in worth.PARTS:
        assert with_all[part]["f1"] >= without[part]["f1"], part
    for detail in worth.DETAILS:
        assert with_all[detail] >= without[detail], detail


def test_the_page_holds_a_row_for_each_run() -> None:
    made = worth.PAGE.read_text("utf-8").partition(worth.BEGIN)[2].partition(worth.END)[0]
    assert [line.split(" | ")[0].strip("| ") for line in made.splitlines()[2:]] == list(worth.RUNS)
