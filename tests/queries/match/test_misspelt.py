"""Words misspelt by one letter are put right; right words and names stay."""

from __future__ import annotations

import pytest

from queries.match import misspelt, names

KNOWN = names.Names([(names.Thing("p", "Platform", "tomorrow platform", 1), ("polices",))])
NONE = names.Names([])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("money recieved in 2021", "money received in 2021"),
        ("Goverment money", "government money"),
        ("polices without a number", "policies without a number"),
        ("who is responsable", "who is responsible"),
        ("what do docuuments say", "what do documents say"),
        ("who won the world cup", "who won the world cup"),
        ("claims that nobody confirms", "claims that nobody confirms"),
        ("what does Goverment mean", "what does Goverment mean"),
        ("a plain word, heard of", "a plain word, heard of"),
    ],
)
def test_only_what_is_misspelt_is_mended(written: str, meant: str) -> None:
    assert misspelt.mend(written, NONE) == meant


def test_a_name_of_the_graph_is_right() -> None:
    assert misspelt.mend("who cites polices", KNOWN) == "who cites polices"
