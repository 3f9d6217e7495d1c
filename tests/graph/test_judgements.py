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


# ---- remarks --------------------------------------------------------------------------------------------------------


def _tagged(tag: str, author: str, date: str, left: str = A, verdict: str = "tag") -> Judgement:
    return Judgement(verdict, left, author, date, "", correction=(("tag", tag),))


def _noted(words: str, author: str, date: str, left: str = A) -> Judgement:
    return Judgement("note", left, author, date, words)


REMARKS = {
    "two authors' tags stand beside each other": ([_tagged("金融", "张", "1"), _tagged("金融", "李", "2")], 2),
    "an author may give several tags": ([_tagged("金融", "张", "1"), _tagged("人才", "张", "2")], 2),
    "a tag given twice is one": ([_tagged("金融", "张", "1"), _tagged("金融", "张", "2")], 1),
    "a tag is taken off by its author only": ([_tagged("金融", "张", "1"), _tagged("金融", "李", "2", verdict="untag")], 1),
    "and may be given again": ([_tagged("金融", "张", d, verdict=v) for d, v in (("1", "tag"), ("2", "untag"), ("3", "tag"))], 1),
    "the last note stands": ([_noted("初稿", "张", "1"), _noted("定稿", "张", "2"), _noted("另见", "李", "1")], 2),
    "an empty note takes it back": ([_noted("初稿", "张", "1"), _noted("", "张", "2")], 0),
    "a decision does not end a tag": ([_tagged("金融", "张", "1"), Judgement("reject", A, "张", "2", "误读")], 1),
}  # fmt: skip


@pytest.mark.parametrize("name", REMARKS)
def test_remarks_in_force(name: str) -> None:
    made, number = REMARKS[name]
    assert len(judgements.remarks(made)) == number
    assert judgements.remarks(judgements.from_lines(judgements.to_lines(made))) == judgements.remarks(made)


def test_remarks_are_no_decisions_on_the_graph() -> None:
    accepted = Judgement("accept", A, "张", "1", "核对过")
    assert judgements.standing([accepted, _tagged("金融", "张", "2"), _noted("存疑", "张", "3")]) == (accepted,)


@pytest.mark.parametrize("tag", ["", "长" * (judgements.LONGEST_TAG + 1)])
def test_a_tag_has_a_name_that_fits(tag: str) -> None:
    with pytest.raises(errors.LibraryError, match="tag"):
        _tagged(tag, "张", "1")


def test_what_was_made_one_is_one_over_several_steps_and_until_withdrawn() -> None:
    made = [
        _decided("same", "张", "1"),
        _decided("same", "张", "2", B, "Agency/丙"),
        _decided("not_same", "张", "3", A, "Agency/丁"),
    ]
    assert judgements.one_with(A, made) == {A, B, "Agency/丙"}
    assert judgements.one_with(A, [*made, _decided("withdraw", "张", "4")]) == {A}
