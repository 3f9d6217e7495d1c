"""The evidence model: JSON and back, and what a reading may not say."""

from __future__ import annotations

import pytest

from graph import errors, evidence, ids
from tests import factories

A = factories.entity("Agency", "某省科学技术厅", region="620000")
Z = factories.entity("DemonstrationZone", "某示范区")
MADE = factories.reading("答复", A, Z, facts=((A.name, "SUPPORTS", Z.name, "ongoing", "2019/2021"),))


def test_json_and_back() -> None:
    assert evidence.from_json(evidence.to_json(MADE)) == MADE


@pytest.mark.parametrize("broken", [{}, {"document": 3}, {"document": {}, "entities": [{}]}])
def test_a_broken_form_is_refused(broken: dict) -> None:
    with pytest.raises(errors.BadReading):
        evidence.from_json(broken)


def test_a_quote_must_be_a_piece_of_the_text() -> None:
    with pytest.raises(errors.BadReading, match="no exact piece"):
        evidence.check(MADE, "另一段文字")


def test_ids_fold_widths_and_keep_kinds_apart() -> None:
    assert ids.fold_text("桂政发[2019]48号") == ids.fold_text("桂政发〔２０１９〕48号")
    assert ids.node("Region", "450300") == "Region/450300"
    assert ids.document("甘科发〔2021〕1号", None, "甲", None, "x") != ids.document(
        "甘科发〔2021〕2号", None, "甲", None, "x"
    )
