"""Golden readings hold against the ontology, and their words are still where they were."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import golden

CHECK = golden.CORPUS.parent / "eval" / "check_gold.py"


@pytest.mark.shared
@pytest.mark.parametrize("group", golden.SETS)
def test_golden_readings_hold_against_the_ontology(group: str, tmp_path: Path) -> None:
    for kind in ("gold", "docs"):
        (tmp_path / kind).mkdir()
    for stem in golden.stems(group):
        gold = golden.unpacked(group, stem)
        (tmp_path / "gold" / f"{stem}.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
        (tmp_path / "docs" / f"{stem}.txt").write_bytes(golden.document(stem, gold.get("until")).encode())
    done = subprocess.run(
        [sys.executable, str(CHECK), "gold", "docs"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_document_is_both_tuned_on_and_held() -> None:
    tuned, held = {*golden.stems("dev"), *golden.stems("written")}, set(golden.stems("held"))
    assert tuned and held
    assert not tuned & held


def test_words_become_places_and_come_back() -> None:
    gold = {"entities": [{"id": "a", "name": "市科技局", "mentions": ["科技局"]}], "measures": [{"quote": "设立基金"}]}
    kept = json.loads(golden.packed(gold, "市科技局将设立基金。"))
    assert kept["entities"][0]["mentions"] == [[1, 4]]
    assert kept["measures"] == [{"quote": [5, 9]}]
    with pytest.raises(ValueError, match="not in the text"):
        golden.packed({"measures": [{"quote": "设立银行"}]}, "市科技局将设立基金。")
