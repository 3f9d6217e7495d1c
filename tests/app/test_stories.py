"""Stories as files: what was put in order comes back, and steps move as they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app_pages import stories
from graph import errors

LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ABC = stories.Story("序", tuple(stories.Step(view, f"说{view}") for view in "abc"), "甲", "2026-01-02")


@settings(deadline=None)
@given(LINE, st.lists(st.builds(stories.Step, LINE, LINE), max_size=4).map(tuple))
def test_a_story_comes_back_from_its_file(name: str, steps: tuple[stories.Step, ...]) -> None:
    story = stories.Story(name, steps, "甲", "2026-01-02")
    assert stories.parse(stories.to_text(story)) == story


@pytest.mark.parametrize(
    ("changed", "order"),
    [
        (ABC.moved(0, 1), "bac"),
        (ABC.moved(2, -1), "acb"),
        (ABC.moved(0, -1), "abc"),
        (ABC.moved(2, 1), "abc"),
        (ABC.moved(7, 1), "abc"),
        (ABC.without(1), "ac"),
        (ABC.without(9), "abc"),
    ],
)
def test_steps_move_and_go(changed: stories.Story, order: str) -> None:
    assert "".join(step.view for step in changed.steps) == order
    assert all(step.text == f"说{step.view}" for step in changed.steps)


def test_one_step_gets_another_text() -> None:
    assert [step.text for step in ABC.told(1, "新").steps] == ["说a", "新", "说c"]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"name": "x"}', '{"name": "x", "steps": [3]}', '{"name": "x", "steps": [{}]}']
)
def test_what_is_no_story_is_told_and_hides_no_other(tmp_path: Path, text: str) -> None:
    key = stories.save(tmp_path, "好", "甲")
    stories.keep(tmp_path, key, ABC)
    (tmp_path / stories.FOLDER / "bad.json").write_text(text, "utf-8")
    found, wrong = stories.load(tmp_path)
    assert found == {key: ABC}
    assert len(wrong) == 1
    stories.delete(tmp_path, key)
    assert stories.get(tmp_path, key) is None


def test_a_story_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(errors.LibraryError):
        stories.save(tmp_path, " ", "甲")
