"""The evidence model: JSON and back, and what a reading may not say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import cells, errors, evidence, fold, ids
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


@pytest.mark.parametrize("part", ["name", "doc_no"])
def test_a_name_or_number_that_no_store_takes_is_refused(part: str) -> None:
    text = "长" * (evidence.LONGEST_NAME + 1)
    one = factories.entity("Policy", "办法")
    long = replace(one, name=text) if part == "name" else replace(one, properties=(("doc_no", text),))
    made = factories.reading("答复", long)
    with pytest.raises(errors.BadReading, match="at most"):
        evidence.check(made, made.document.title)


def test_ids_fold_widths_and_keep_kinds_apart() -> None:
    assert ids.fold_text("桂政发[2019]48号") == ids.fold_text("桂政发〔２０１９〕48号")
    assert ids.node("Region", "450300") == "Region/450300"
    assert ids.document("甘科发〔2021〕1号", None, "甲", None, "x") != ids.document(
        "甘科发〔2021〕2号", None, "甲", None, "x"
    )


ADDRESSES = [
    ("the first cell of a file with one table", cells.Cell("", 1, 1), "A1"),
    ("the last column of one letter", cells.Cell("", 12, 26), "Z12"),
    ("a column of two letters", cells.Cell("名单", 5, 28), "名单!AB5"),
    ("a sheet with marks in its name", cells.Cell("a!b 2021", 3, 2), "a!b 2021!B3"),
]


@pytest.mark.parametrize(("cell", "address"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES])
def test_a_cell_is_written_as_spreadsheets_do(cell: cells.Cell, address: str) -> None:
    assert cell.address == address
    assert cells.parse(address) == cell


@given(st.integers(1, 16384), st.integers(1, 1_048_576), st.text(max_size=31))
def test_addresses_and_back(column: int, row: int, sheet: str) -> None:
    assert cells.parse(cells.Cell(sheet, row, column).address) == cells.Cell(sheet, row, column)


@pytest.mark.parametrize("broken", ["", "5", "A", "A0", "名单!", "a5"])
def test_what_is_no_address_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        cells.parse(broken)


TEXT = "名称\t级别\n某示范区\t省级"
ROW = (("cited", "某公报"), ("unchecked", True))


def in_cells() -> evidence.Reading:
    """A table of two columns: a zone and its level."""
    name, level = (
        evidence.Span(6, 10, "某示范区", cells.Cell("", 2, 1)),
        evidence.Span(11, 13, "省级", cells.Cell("", 2, 2)),
    )
    zone = replace(
        Z, mentions=(evidence.Mention(name, "名称", ROW),), properties=(("level", "provincial"),), grounds=(("level", level),)
    )  # fmt: skip
    document = replace(MADE.document, tables=(evidence.Table("", 1, ("名称", "级别")),))
    grant = evidence.Grant("g-1", 5, "done", name, beneficiary=Z.id, qualifiers=ROW)
    return evidence.Reading(document, (zone,), grants=(grant,))


def test_cells_and_what_rows_tell_survive_json() -> None:
    made = in_cells()
    evidence.check(made, TEXT)
    assert evidence.from_json(json.loads(json.dumps(evidence.to_json(made)))) == made
    assert made.document.header(cells.Cell("", 2, 2)) == "级别"
    assert made.document.header(cells.Cell("", 1, 2)) == ""


def test_what_a_property_rests_on_must_be_a_piece_of_the_text() -> None:
    with pytest.raises(errors.BadReading, match="no exact piece"):
        evidence.check(in_cells(), TEXT.replace("省级", "市级"))


def test_the_graph_tells_cells_and_rows() -> None:
    graph = fold.fold([factories.held("名单.csv", in_cells(), TEXT)])
    (grant,) = (n.properties for n in graph.nodes if n.label == "Grant")
    assert (grant["row"], grant["column"], grant["header"], grant["cited"], grant["unchecked"]) == (
        2,
        1,
        "名称",
        "某公报",
        True,
    )
    (named,) = (e.properties for e in graph.edges if e.type == "MENTIONS")
    assert named["cells"] == ("A2",)
    assert (named["properties"], named["property_cells"]) == (("level",), ("B2",))
    assert (named["cited"], named["unchecked"]) == ("某公报", True)
