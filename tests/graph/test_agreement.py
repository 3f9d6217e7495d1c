"""Agreement of two people: Cohen's kappa against figures worked out by hand, of decisions and of tags."""

from __future__ import annotations

import pytest

from graph import agreement
from graph.judgements import Judgement


def _decided(verdict: str, author: str, date: str, left: str) -> Judgement:
    return Judgement(verdict, left, author, date, "理由", "Agency/乙")


CASES = {
    "full agreement": ((("same", "same"), ("not_same", "not_same")), 1.0),
    "as good as chance": ((("same", "same"), ("same", "not_same"), ("not_same", "same"), ("not_same", "not_same")), 0.0),
    # Cohen (1960): 0.5 observed, 0.375 expected.
    "beyond chance": ((("same", "same"), ("same", "same"), ("not_same", "same"), ("same", "unsure")), -0.143),
    "undefined": ((("same", "same"),), None),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_kappa(name: str) -> None:
    pairs, kappa = CASES[name]
    made = [
        _decided(verdict, author, f"2026-01-0{i + 1}", f"Agency/{i}")
        for i, pair in enumerate(pairs) for author, verdict in zip(("a", "b"), pair, strict=True)
    ]  # fmt: skip
    (found,) = agreement.on_decisions(made)
    assert (found.matters, found.kappa) == (len(pairs), kappa)


def test_what_was_withdrawn_is_no_longer_compared() -> None:
    made = [
        _decided("same", "a", "1", "Agency/1"),
        _decided("same", "b", "2", "Agency/1"),
        _decided("withdraw", "b", "3", "Agency/1"),
    ]
    assert agreement.on_decisions(made) == ()


def _tagged(given: dict[str, str], author: str) -> list[Judgement]:
    return [Judgement("tag", thing, author, "2026-01-01", "", correction=(("tag", tag),))
            for thing, tags in given.items() for tag in tags.split()]  # fmt: skip


def test_tags_are_compared_on_what_both_tagged_all_at_once_and_one_by_one() -> None:
    one = _tagged({"c-1": "金融", "c-2": "金融", "c-3": "人才", "c-4": "人才 金融", "c-5": "金融"}, "a")
    two = _tagged({"c-1": "金融", "c-2": "人才", "c-3": "人才", "c-4": "金融 人才", "c-6": "人才"}, "b")
    found = {each.tag: each for each in agreement.on_tags([*one, *two])}
    assert {(each.matters, each.alike, each.alone) for each in found.values()} == {(4, 3, 2)}
    # All: shares 2:1:1 against 1:2:1 of four, so 5/16 by chance: (3/4 - 5/16) / (11/16). One tag: 3:1 against 2:2, so 1/2.
    assert {tag: each.kappa for tag, each in found.items()} == {"": 0.636, "金融": 0.5, "人才": 0.5}


def test_who_tagged_nothing_that_another_tagged_is_compared_with_nobody() -> None:
    assert agreement.on_tags([*_tagged({"c-1": "金融"}, "a"), *_tagged({"c-2": "金融"}, "b")]) == ()
