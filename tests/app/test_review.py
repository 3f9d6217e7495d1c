"""Deciding in the app that one thing is two, with a preview, and taking it back; test_wide makes two things one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages import candidate_list, data, texts
from graph import candidates, judgements
from tests.app.test_pages import _run, _words


@pytest.fixture
def copy(samples: Path, tmp_path: Path) -> Path:
    """A library of the samples to decide on."""
    return Path(shutil.copytree(samples, tmp_path / "library"))


def _decide(app: AppTest, verdict: str) -> AppTest:
    next(r for r in app.radio if str(r.key).startswith("verdict.")).set_value(verdict)
    app.text_input(key="decision.author").set_value("张")
    next(t for t in app.text_input if str(t.key).startswith("reason.")).set_value("核对原文")
    app.button(key="decision.record").click().run()
    return app.button(key="review.rebuild").click().run()


@pytest.mark.parametrize(
    ("key", "told"),
    [("Fund/一般性转移支付@450000", "广西壮族自治区"), ("Policy/某办规〔2021〕2号", "某办规〔2021〕2号"),
     ("Fund/一般性转移支付", ""), ("Person/张三@ecbc63", "")],
    ids=["its region", "its number", "a name alone", "a sign that no reader knows"],
)  # fmt: skip
def test_things_of_one_name_are_told_apart(samples: Path, monkeypatch: pytest.MonkeyPatch, key: str, told: str) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(samples))
    with texts.speaking("zh"):
        assert candidate_list.apart(data.Thing(key, "Fund", "名")) == told


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ("ab cd", {"a": "ab", "c": "cd"}),
        ("ab cd ac", {"a": "ab ac", "c": "cd"}),
        ("ab cb bd", {"b": "ab cb bd"}),
        ("ab bc cd", {"b": "ab bc", "c": "cd"}),
    ],
    ids=["none in two", "one in two", "on whichever side", "a chain"],
)
def test_pairs_of_one_thing_stand_together(pairs: str, groups: dict[str, str]) -> None:
    found = candidate_list.grouped(candidates.Pair(left, right, 1.0, "alias") for left, right in pairs.split())
    assert {hub: " ".join(p.left + p.right for p in group) for hub, group in found} == groups


def test_a_document_is_parted_from_a_thing_and_joined_again(
    copy: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    def papers() -> list[str]:
        return [paper.id for paper in data.papers_of(zone)]

    app = _run(copy, monkeypatch, "entity", id=zone)
    before = papers()
    assert "说的是另一个？" in _words(app) and len(before) > 1
    paper = before[0]
    app = _run(copy, monkeypatch, "review", left=zone, right=paper)
    _, _, goes = _words(app).partition(f"{len(before) - 1} 篇文献留下")
    assert {one.id for one in data.papers_of(zone) if one.title in goes} == {paper}
    app = _decide(app, "split")
    assert not app.exception and "图中已分成两个" in _words(app)
    assert papers() == [key for key in before if key != paper]
    assert [one.id for one in data.papers_of(judgements.parted(zone, paper))] == [paper]
    app.button(key="review.withdraw").click().run()
    app.button(key="review.rebuild").click().run()
    assert not app.exception and papers() == before
