"""The worked example of docs/tables.md does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.tables import mapping, reading

PAGE = (Path(__file__).parents[3] / "docs" / "tables.md").read_text("utf-8")


def example() -> bytes:
    """The table of the example as CSV."""
    block = PAGE.partition("## An example")[2].partition("```")[0]
    lines = [
        line.strip().strip("|").split("|") for line in block.splitlines() if line.startswith("|") and "---" not in line
    ]
    return "\n".join(",".join(cell.strip() for cell in line) for line in lines).encode()


def test_the_example_gives_what_the_page_says() -> None:
    given = re.search(r"```yaml\n(.*?)```", PAGE, re.S)
    assert given
    made = reading.read("补助.csv", example(), mapping.parse("补助.mapping.yaml", given[1])).reading
    (grant,) = made.grants
    assert (grant.amount, grant.year, grant.agency) == (1_200_000, 2020, "Agency/武汉市科学技术局")
    assert {c.predicate for c in made.claims} == {"MANAGES", "LOCATED_IN"}
    assert made.faults == ()


def test_every_field_that_a_mapping_may_have_is_on_the_page() -> None:
    fields = {*mapping._TABLE, *mapping._INFO, *mapping._ENTITY, *mapping._CLAIM, *mapping._GRANT, *mapping._VALUE}
    assert {name for name in fields if name not in PAGE} == set()
