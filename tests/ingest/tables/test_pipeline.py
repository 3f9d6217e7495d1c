"""Tables in the library: beside their mapping, through one that is given, without one, and again."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph import errors, fold, library
from ingest import pipeline
from ingest.tables import reasons
from tests.ingest.tables.test_reading import AWARDS, MAPPING


@pytest.fixture
def held(tmp_path: Path):
    with library.open_library(tmp_path / "lib") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "表格"
    place.mkdir()
    (place / "拨款.csv").write_text(AWARDS, "utf-8")
    (place / "拨款.mapping.yaml").write_text(MAPPING, "utf-8")
    (place / "metadata.csv").write_text("file,publisher\n拨款.csv,某厅\n", "utf-8")
    return place


def amounts(held: library.Library, name: str = "表格/拨款.csv") -> list[float]:
    return [grant.amount for grant in held.get(name).reading.grants]


def test_a_table_is_taken_in_and_what_does_not_fit_is_listed(held: library.Library, folder: Path) -> None:
    report = pipeline.ingest(held, [folder])
    assert (report.new, report.failed) == (("表格/拨款.csv",), ())
    assert [words for _, words in report.warnings] == [
        f"行 row 10, 列 column E (金额): {reasons.NO_SUM}: '另定'",
        f"行 row 12, 列 column A: {reasons.same_row(11)}: '4'",
    ]
    assert [(name, fault.cell.address) for name, fault in held.faults()] == [
        ("表格/拨款.csv", "E10"),
        ("表格/拨款.csv", "A12"),
    ]
    (entry,) = held.documents()
    assert (entry.issuer, entry.source.publisher, entry.grants, entry.faults) == (
        "广西壮族自治区科学技术厅",
        "某厅",
        3,
        2,
    )


def test_the_same_rows_again_change_nothing_and_a_changed_cell_or_mapping_replaces(
    held: library.Library, folder: Path
) -> None:
    pipeline.ingest(held, [folder])
    version = held.version()
    assert pipeline.ingest(held, [folder]).same == ("表格/拨款.csv",)
    assert held.version() == version
    (folder / "拨款.csv").write_text(AWARDS.replace("300,", "310,"), "utf-8")
    assert pipeline.ingest(held, [folder]).changed == ("表格/拨款.csv",)
    assert amounts(held) == [12005000, 3100000, 500000]
    (folder / "拨款.mapping.yaml").write_text(MAPPING.replace("金额,", "金额, unit: 元,"), "utf-8")
    assert pipeline.ingest(held, [folder]).changed == ("表格/拨款.csv",)
    assert amounts(held) == [1200.5, 310, 500000]


def test_a_table_without_a_mapping_says_what_to_do(held: library.Library, folder: Path) -> None:
    (folder / "拨款.mapping.yaml").unlink()
    ((name, reason),) = pipeline.ingest(held, [folder]).failed
    assert (name, "map init" in reason) == ("表格/拨款.csv", True)
    assert [q.name for q in held.quarantined()] == ["表格/拨款.csv"]


def test_a_mapping_may_be_given_and_a_faulty_one_is_named_with_its_lines(held: library.Library, folder: Path) -> None:
    other = folder.with_name("other.yaml")
    (folder / "拨款.mapping.yaml").rename(other)
    assert pipeline.ingest(held, [folder / "拨款.csv"], mapping=other).new == ("拨款.csv",)
    other.write_text(MAPPING.replace("type: Region", "type: Place"), "utf-8")
    ((_, reason),) = pipeline.ingest(held, [folder / "拨款.csv"], mapping=other).failed
    assert "line 4: entities.city.type: Place is no kind of thing" in reason
    assert reason.startswith("第 4 行，entities.city.type：没有 Place 这个类别")
    assert amounts(held, "拨款.csv") == [12005000, 3000000, 500000]
    with pytest.raises(errors.UnreadableFile, match="the mapping cannot be read"):
        pipeline.ingest(held, [folder], mapping=folder / "none.yaml")


def test_a_table_in_an_archive_finds_its_mapping(held: library.Library, folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as package:
        for file in folder.iterdir():
            package.write(file, f"2021/{file.name}")
    assert pipeline.ingest(held, [tmp_path / "all.zip"]).new == ("all.zip/2021/拨款.csv",)


def test_undated_tables_of_one_name_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    mapping = "entities: {holder: {type: Organization, name: 承担单位}}\n"
    for year, name in (("2023", "长沙甲公司"), ("2024", "长沙乙公司")):
        folder = tmp_path / "表" / year
        folder.mkdir(parents=True)
        (folder / "名单.csv").write_text(f"承担单位,所在地\n{name},长沙市\n", "utf-8")
        (folder / "名单.mapping.yaml").write_text(mapping, "utf-8")
    with library.open_library(tmp_path / "lib") as held:
        pipeline.ingest(held, [tmp_path / "表"])
        found = fold.fold(held.held())
    files = {n.id: n.properties["file"] for n in found.nodes if n.label == "Document"}
    named = {(files[e.source], e.target) for e in found.edges if e.type == "MENTIONS"}
    assert named == {
        ("表/2023/名单.csv", "Organization/长沙甲公司"),
        ("表/2024/名单.csv", "Organization/长沙乙公司"),
    }


def test_a_sum_for_nobody_is_kept_and_listed(tmp_path: Path) -> None:
    (tmp_path / "表.csv").write_text("承担单位,金额（万元）\n长沙甲公司,3\n,4\n", "utf-8")
    given = "entities: {it: {type: Organization, name: 承担单位}, fund: {type: Fund, name: =某某专项资金}}\n"
    (tmp_path / "表.mapping.yaml").write_text(
        given + "grants: [{amount: 金额, fund: fund, beneficiary: it}]\n", "utf-8"
    )
    with library.open_library(tmp_path / "lib") as held:
        pipeline.ingest(held, [tmp_path / "表.csv"])
        made = held.get("表.csv").reading
    assert [g.amount for g in made.grants] == [30_000, 40_000]
    assert [(f.cell.address, f.reason) for f in made.faults] == [("B3", reasons.NO_RECEIVER)]
