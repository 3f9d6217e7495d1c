"""People's decisions: the last by date stands, a file of them survives the way out and in, agreement is beyond chance."""

from __future__ import annotations

import pytest

from graph import errors, judgements
from graph.judgements import Judgement

A, B = "Agency/甲", "Agency/乙"


def _decided(verdict: str, author: str, date: str, left: str = A, right: str = B) -> Judgement:
    return Judgement(verdict, left, author, date, "理由", right)


def test_the_last_by_date_stands_wherever_it_stands_in_the_journal() -> None:
    late, early = _decided("not_same", "张", "2026-02-01"), _decided("same", "李", "2026-01-01")
    assert judgements.standing([late, early]) == (late,)
    assert judgements.standing([late, early, _decided("withdraw", "张", "2026-03-01", B, A)]) == ()


def test_a_file_gives_back_what_was_written() -> None:
    made = [
        Judgement("correct", "c-1", "张\"三", "2026-01-02", "原文是\n“拟”", correction=(("status", "planned"),)),
        _decided("same", "=李", "2026-01-01"),
    ]  # fmt: skip
    lines = judgements.to_lines(made)
    assert lines.count("\n") == len(made)
    assert judgements.from_lines("\ufeff" + lines) == tuple(reversed(made))


@pytest.mark.parametrize(
    "line", ["{", "[1]", '{"verdict": "maybe"}', '{"verdict": "same", "left": "a", "author": "b", "date": "c", "reason": "d", "x": 1}']
)  # fmt: skip
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(errors.LibraryError, match="line 2"):
        judgements.from_lines(f"\n{line}\n")


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
    (found,) = judgements.agreement(made)
    assert (found.matters, found.kappa) == (len(pairs), kappa)
