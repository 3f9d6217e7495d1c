"""Saved views as files: what was kept comes back, names may be anything, and what is no view is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app_pages import saved
from graph import errors
from tests.app import hostile

LINE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
PLACE = st.tuples(*[st.floats(-9e4, 9e4).map(lambda x: round(x, 1))] * 2, st.booleans())


@settings(deadline=None)
@given(
    LINE, st.dictionaries(LINE, st.lists(LINE, max_size=3).map(tuple), max_size=4), LINE, st.dictionaries(LINE, PLACE)
)
def test_a_view_comes_back_from_its_file(name: str, address: dict, note: str, places: dict) -> None:
    view = saved.View(name, address, note, "甲", "2026-01-02", places)
    assert saved.parse(saved.to_text(view)) == view


@pytest.mark.parametrize("name", [name for name in hostile.TEXTS if any(c.isalnum() for c in name)])
def test_any_name_makes_a_file_in_the_folder_and_nowhere_else(tmp_path: Path, name: str) -> None:
    key = saved.save(tmp_path, saved.View(name, {"page": ("map",)}))
    assert [file.name for file in tmp_path.rglob("*.json")] == [f"{key}.json"]
    assert saved.load(tmp_path)[0][key].name == name


def test_two_views_of_one_name_are_two_and_a_new_name_keeps_the_link(tmp_path: Path) -> None:
    one, two = (saved.save(tmp_path, saved.View("桂林", {"page": (page,)})) for page in ("map", "money"))
    saved.rename(tmp_path, two, "桂林的 钱", "核过")
    assert {key: (v.name, v.page) for key, v in saved.load(tmp_path)[0].items()} == {
        one: ("桂林", "map"), two: ("桂林的 钱", "money")
    }  # fmt: skip
    saved.delete(tmp_path, one)
    assert list(saved.load(tmp_path)[0]) == [two]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "name: x", '{"name": "x"}', '{"name": "x", "address": 3}', '{"name": "x", "address": {"page": 3}}'],
)
def test_what_is_no_view_is_told_and_hides_no_other(tmp_path: Path, text: str) -> None:
    good = saved.save(tmp_path, saved.View("好", {"page": ("map",)}))
    (tmp_path / saved.FOLDER / "bad.json").write_text(text, "utf-8")
    found, wrong = saved.load(tmp_path)
    assert list(found) == [good]
    assert len(wrong) == 1 and wrong[0].startswith("bad.json")


@pytest.mark.parametrize("key", ["../library", "", "none", "a/b"])
def test_a_key_reads_no_other_file(tmp_path: Path, key: str) -> None:
    saved.save(tmp_path, saved.View("a", {"page": ("map",)}))
    (tmp_path / "library.json").write_text(saved.to_text(saved.View("x", {})), "utf-8")
    assert saved.get(tmp_path, key) is None


def test_a_name_without_letters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.LibraryError):
        saved.save(tmp_path, saved.View("  …", {}))


def test_positions_that_are_none_are_left_out() -> None:
    given = {
        "a": [1, 2.25, 1],
        "b": ["x", 1, 0],
        "c": [1, 2],
        "d": None,
        "e": [float("inf"), 0, 0],
        "f": [float("nan"), 0, 0],
    }
    assert saved.places(given) == {"a": (1.0, 2.2, True)}
    assert saved.places(["a"]) == {}
