"""Drafted mappings: what is understood of three spreadsheets, how few edits they need, and that each fact has its cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from graph import cells, evidence, fold
from ingest.tables import draft, mapping, reading
from tests import factories
from tests.ingest.tables import sheets

MOST_EDITS = 3


@dataclass(frozen=True)
class Case:
    """A spreadsheet, the edits that its drafted mapping needs, and the cells that carry facts."""

    file: str
    make: Callable[[], bytes]
    edits: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    blank: frozenset[str] = frozenset()


CASES = [
    Case(
        "补助.xlsx", sheets.awards, (
            ("  # publisher: 谁的表 whose voice the table is", "  publisher: 湖北省科学技术厅"),
            ("  # date: 2021-12-31", "  date: 2021-12-20"),
        ), tuple(sheets.AWARDS_FACTS), frozenset(sheets.AWARDS_BLANK),
    ),
    Case(
        "名录.xlsx", sheets.zones, (
            ("  # publisher: 谁的表 whose voice the table is", "  publisher: 广西壮族自治区科学技术厅"),
        ), tuple(sheets.ZONES_FACTS),
    ),
    Case(
        "directory.csv", sheets.directory, (
            ("  # publisher: 谁的表 whose voice the table is", "  publisher: 陕西省科学技术厅"),
            ("title: directory", "title: 陕西省科技管理机构名录"),
        ), tuple(sheets.DIRECTORY_FACTS),
    ),
]  # fmt: skip
IDS = [case.file for case in CASES]


def edited(case: Case) -> str:
    text = draft.draft(case.file, case.make()).text
    for old, new in case.edits:
        assert text.count(old) == 1, f"{old} in\n{text}"
        text = text.replace(old, new)
    return text


def read(case: Case) -> reading.Read:
    made = reading.read(case.file, case.make(), mapping.parse(case.file, edited(case)))
    evidence.check(made.reading, made.text)
    return made


def graph_of(case: Case) -> fold.Graph:
    made = read(case)
    return fold.fold([factories.held(case.file, made.reading, made.text)])


def area(written: str) -> set[str]:
    """All cells of an area of one row: B6:D6 → B6, C6, D6."""
    first, _, last = written.partition(":")
    start, end = cells.parse(first), cells.parse(last)
    return {cells.Cell("", start.row, column).address for column in range(start.column, end.column + 1)}


def evidenced(graph: fold.Graph) -> set[str]:
    """Every cell that a claim, a sum, a naming or a property in the graph rests on, without its sheet."""
    found: list[str] = []
    for node in graph.nodes:
        found += str(node.properties.get("cells", "")).split()
    for edge in graph.edges:
        for name in ("cells", "property_cells"):
            found += edge.properties.get(name, ()) if edge.type == "MENTIONS" else ()  # type: ignore[arg-type]
    return {address.rpartition("!")[2] for address in found}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_draft_needs_few_edits_and_every_cell_with_a_fact_is_in_the_graph(case: Case) -> None:
    assert len(case.edits) <= MOST_EDITS
    wanted = {cell for written in case.facts for cell in area(written)} - case.blank
    assert wanted - evidenced(graph_of(case)) == set()
    assert read(case).reading.faults == ()


def test_sums_of_the_awards_are_counted_once() -> None:
    grants = [n.properties for n in graph_of(CASES[0]).nodes if n.label == "Grant"]
    assert sum(float(str(g["amount"])) for g in grants) == (215 + 1320.5) * 10_000
    by_cell = {
        f"{cells.letters(int(str(g['column'])))}{g['row']}": (g["amount"], g["year"], g["header"]) for g in grants
    }
    assert by_cell == {
        "F6": (1_200_000, 2020, "补助金额/2020年"), "G6": (805_000, 2021, "补助金额/2021年"),
        "G7": (12_000_000, 2021, "补助金额/2021年"), "F9": (600_000, 2020, "补助金额/2020年"),
        "F10": (350_000, 2020, "补助金额/2020年"), "G10": (400_000, 2021, "补助金额/2021年"),
    }  # fmt: skip


def facts(case: Case) -> set[tuple[str, str, str, str]]:
    made = read(case).reading
    names = {e.id: e.name for e in made.entities}
    return {(names[c.subject], c.predicate, names[c.object], c.time) for c in made.claims}


def test_merged_cells_hold_for_all_their_rows() -> None:
    assert ("北斗授时芯片工程化", "LOCATED_IN", "武汉市", "") in facts(CASES[0])
    assert ("宜昌市科学技术局", "MANAGES", "柑橘采后商品化处理", "") in facts(CASES[0])


def test_the_list_of_zones_has_levels_from_its_headings_and_no_row_twice() -> None:
    zones = {e.name: e for e in read(CASES[1]).reading.entities if e.type == "HighTechZone"}
    assert {name: zone.prop("level") for name, zone in zones.items()} == {
        "南宁高新技术产业开发区": "national", "桂林高新技术产业开发区": "national",
        "来宾高新技术产业开发区": "provincial", "钦州高新技术产业开发区": "provincial",
    }  # fmt: skip
    assert zones["钦州高新技术产业开发区"].aliases == ("钦州高新区", "钦州高新园")
    assert zones["南宁高新技术产业开发区"].prop("doc_no") == "国函〔1992〕169号"
    assert {
        ("国务院", "APPROVED", "南宁高新技术产业开发区", "1992-11"),
        ("广西壮族自治区人民政府", "APPROVED", "来宾高新技术产业开发区", "2018-07-02"),
        ("钦州高新技术产业开发区", "LOCATED_IN", "钦州市", ""),
    } <= facts(CASES[1])


def test_the_directory_has_both_languages_and_its_parents() -> None:
    agency = next(n for n in graph_of(CASES[2]).nodes if n.properties["name"] == "西安市科学技术局")
    assert agency.properties["name_en"] == "Xi'an Municipal Bureau of Science and Technology"
    assert ("西安某科技大市场", "PART_OF", "西安市科学技术局", "") in facts(CASES[2])
    claim = next(c for c in read(CASES[2]).reading.claims if c.object == "Agency/陕西省人民政府")
    assert dict(claim.qualifiers) == {"cited": "厅官网", "as_of": "2024-03-01", "cells": "G2 B2"}


def test_a_draft_tells_what_it_understood() -> None:
    made = draft.draft("补助.xlsx", sheets.awards())
    (part,) = made.parts
    assert [(c.letters, c.role) for c in part.columns] == [
        ("A", "serial"), ("B", "project"), ("C", "holder"), ("D", "region"), ("E", "recommender"), ("F", "amount"),
        ("G", "amount"), ("H", ""),
    ]  # fmt: skip
    assert (part.header, dict(part.rows)) == ((4, 5), {"record": 4, "total": 3, "note": 1})
    assert re.search(r"not used: 备注", made.text)
