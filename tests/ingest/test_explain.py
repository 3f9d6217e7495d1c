"""Explanations: each sentence with its names, reasons, and the frame that made each claim."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

import cli
from ingest import explain

FOLDER = Path(__file__).parent / "english" / "documents"


def test_a_sentence_shows_names_reasons_and_the_frame() -> None:
    sentences = explain.explain(FOLDER / "strategy.txt")
    fund = next(s for s in sentences if s.text.startswith("The fund is managed"))
    assert ("fund", "Fund", "Strength in Places Fund") in {(n.text, n.type, n.name) for n in fund.names}
    assert next(n.reason for n in fund.names if n.text == "fund") == "fund: the nearest fund named before"
    made = {(s.what, s.status, s.rule) for s in fund.said}
    assert ("UK Research and Innovation MANAGES Strength in Places Fund", "ongoing", "MANAGES manage") in made


def test_sentences_are_pieces_of_the_text() -> None:
    path = FOLDER / "press.txt"
    text = path.read_text("utf-8")
    sentences = explain.explain(path)
    assert sentences and all(text[s.start : s.end] == s.text for s in sentences)


def test_the_command_prints_frames_with_their_cues() -> None:
    result = CliRunner().invoke(cli.app, ["explain", str(FOLDER / "strategy.txt")])
    assert result.exit_code == 0
    assert "MANAGES launch" in result.output
