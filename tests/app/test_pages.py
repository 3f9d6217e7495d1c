"""Each page run by itself in both languages: what it shows, what it says when there is nothing, and how fast."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app_pages import nav, widgets
from tests.app import running

DOCUMENT = "guangxi-2021-keji-dafu.txt"


def _run(library: Path, monkeypatch: pytest.MonkeyPatch, page: str, **params: str) -> AppTest:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(library))
    monkeypatch.delenv("POLICY_GRAPH_STORE", raising=False)
    app = AppTest.from_file(str(running.ROOT / "app.py"), default_timeout=180)
    for key, value in ({"page": page} | params).items():
        app.query_params[key] = value
    return app.run()


def _words(app: AppTest) -> str:
    """All text of the sheets, element by element."""
    sheets = [json.loads(element.proto.json) for element in app.get("bidi_component") if element.proto.json]
    return "\n".join(part for sheet in sheets for part in _texts(sheet))


def _texts(tree: Any) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    return [text for kid in tree.get("kids", ()) for text in _texts(kid)] if isinstance(tree, dict) else []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", nav.PAGES)
def test_page_shows_without_a_fault(
    samples: Path, monkeypatch: pytest.MonkeyPatch, page: str, lang: str, zone: str
) -> None:
    app = _run(samples, monkeypatch, page, lang=lang, id=zone, doc=DOCUMENT, q="桂林")
    assert not app.exception
    words = _words(app)
    assert ("现在无法显示" not in words) and ("cannot be shown" not in words)
    assert ("政策图谱" if lang == "zh" else "Policy Graph") in words


@pytest.mark.parametrize("page", nav.PAGES)
def test_without_a_library_every_page_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    app = _run(tmp_path / "none", monkeypatch, page)
    assert not app.exception
    assert "还没有文献" in _words(app)
    assert not (tmp_path / "none").exists()


def test_both_figures_stand_side_by_side(samples: Path, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    words = _words(_run(samples, monkeypatch, "entity", id=zone))
    assert "2530万元" in words
    assert "2030万元" in words
    assert "相差 500万元" in words


def test_english_pages_find_and_call_things_by_their_english_names(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = _words(_run(samples, monkeypatch, "search", q="hubei science technology department", lang="en"))
    assert "Hubei Department of Science and Technology" in words
    words = _words(_run(samples, monkeypatch, "entity", id="Agency/湖北省科学技术厅", lang="en"))
    assert "Hubei Department of Science and Technology" in words and "\n湖北省科学技术厅\n" in words


def test_an_absent_fact_is_told_in_words(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有文献这样说" in _words(_run(samples, monkeypatch, "search", q="不存在的词语组合"))


def test_a_graph_that_is_not_built_is_told_calmly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = running.make_library(tmp_path)
    (library / "graph.kgl").unlink()
    app = _run(library, monkeypatch, "overview")
    assert not app.exception
    assert "policy-graph build" in _words(app)


def test_a_map_without_seats_says_what_to_do(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = _run(samples, monkeypatch, "map", measure="zones")
    assert not app.exception
    assert "policy-graph reference load" in _words(app)


def test_typed_names_stay_typed_in_the_address(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = _run(samples, monkeypatch, "questions", name="who_supports", **{"p.zone": "桂林"})
    assert not app.exception
    assert app.selectbox[0].value == "桂林"


@pytest.mark.parametrize(
    "params", [{"page": "documents"}, {"page": "review", "tab": "journal"}], ids=lambda p: p["page"]
)
def test_every_field_for_files_has_words(
    samples: Path, monkeypatch: pytest.MonkeyPatch, params: dict[str, str]
) -> None:
    app = _run(samples, monkeypatch, **params)
    assert app.get("file_uploader")
    assert any("--upload-button: '从电脑中选'" in style.proto.body for style in app.get("html"))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("示范区（全称）: a", "示范区（全称）: a"),
        ("![x](http://198.51.100.7/p.png)", r"\!\[x\](http://198.51.100.7/p.png)"),
        (":material/home: :red[a]", ":\u200bmaterial/home: :\u200bred\\[a\\]"),
        (r"$x$ `b` a_b", r"\$x\$ \`b\` a\_b"),
    ],
)  # fmt: skip
def test_a_label_is_text_and_no_markdown(words: str, written: str) -> None:
    assert widgets.label(words) == written


def test_what_nobody_foresaw_is_told_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    def page() -> None:
        from app_pages import calm

        calm.calm(lambda: {}["nobody"])

    app = AppTest.from_function(page).run()
    assert not app.exception
    assert "意料之外" in _words(app)
    assert [element.value for element in app.text] == ["KeyError: 'nobody'"]
    assert "Traceback" in caplog.text
