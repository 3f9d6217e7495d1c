"""The pipeline end to end: idempotent, replacing, quarantining, going on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph import evidence, library
from ingest import pipeline, reading, version

REPLY = """某省科学技术厅关于省十三届人大四次会议第512号建议答复的函

李明代表：

您提出的建议收悉，现答复如下。2020年，四川省科学技术厅下达绵阳市专项资金3000万元。

四川省科学技术厅
2021年9月9日
"""


def test_reading_texts_waits_for_nothing_that_only_other_files_need():
    told = (
        "import sys, ingest.pipeline; print(*{'openpyxl', 'numpy', 'cn2an', 'charset_normalizer'} & set(sys.modules))"
    )
    assert not subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def held(tmp_path: Path):
    with library.open_library(tmp_path / "lib") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "docs"
    place.mkdir()
    (place / "good.txt").write_text(REPLY, "utf-8")
    (place / "bad.pdf").write_bytes(b"%PDF-1.7 rubbish")
    return place


def test_a_bad_file_is_named_and_the_rest_goes_on(held: library.Library, folder: Path) -> None:
    report = pipeline.ingest(held, [folder])
    assert report.new == ("docs/good.txt",)
    assert [name for name, _ in report.failed] == ["docs/bad.pdf"]
    assert [q.name for q in held.quarantined()] == ["docs/bad.pdf"]


def test_twice_changes_nothing(held: library.Library, folder: Path) -> None:
    pipeline.ingest(held, [folder])
    version = held.version()
    report = pipeline.ingest(held, [folder])
    assert (report.new, report.changed, report.same) == ((), (), ("docs/good.txt",))
    assert held.version() == version


def test_a_changed_file_replaces_its_own_claims_and_prune_takes_out_what_is_gone(
    held: library.Library, folder: Path
) -> None:
    pipeline.ingest(held, [folder])
    (folder / "good.txt").write_text(REPLY.replace("3000万元", "4000万元"), "utf-8")
    assert pipeline.ingest(held, [folder]).changed == ("docs/good.txt",)
    assert [g.amount for g in held.get("docs/good.txt").reading.grants] == [40_000_000]
    (folder / "good.txt").unlink()
    assert pipeline.ingest(held, [folder], prune=True).removed == ("docs/good.txt",)
    assert held.documents() == ()


def test_a_fault_in_the_rules_stops_one_document_only(held: library.Library, folder: Path) -> None:
    def read(text: str, digest: str, name: str) -> evidence.Reading:
        if "3000万元" in text:
            raise KeyError("a fault")
        return reading.read(text, digest, name)

    (folder / "other.txt").write_text(REPLY.replace("3000万元", "5000万元"), "utf-8")
    report = pipeline.ingest(held, [folder], read=read)
    assert report.new == ("docs/other.txt",)
    assert any("internal error" in reason for name, reason in report.failed if name == "docs/good.txt")
    again = pipeline.retry(held, ["docs/good.txt", "docs/bad.pdf"])
    assert (again.new, [name for name, _ in again.failed]) == (("docs/good.txt",), ["docs/bad.pdf"])
    assert [q.name for q in held.quarantined()] == ["docs/bad.pdf"]


@pytest.mark.shared
def test_the_corpus_reads_without_an_error(corpus: library.Library) -> None:
    assert corpus.quarantined() == ()
    assert len(corpus.documents()) == 106


def test_an_upgrade_of_the_rules_reads_again(held: library.Library, folder: Path) -> None:
    """Documents carry the version by which they were read; one that is not today's reads the same bytes anew."""
    pipeline.ingest(held, [folder])
    kept = held.get("docs/good.txt")
    original = (folder / "good.txt").read_bytes()
    held.put(kept.source, original, kept.text, kept.reading, "rules-of-yesterday")
    assert pipeline.ingest(held, [folder]).changed == ("docs/good.txt",)
    assert pipeline.ingest(held, [folder]).same == ("docs/good.txt",)


def test_the_version_of_the_rules_follows_their_files(tmp_path: Path) -> None:
    """The same files give the same version elsewhere; a changed word of the lexicon gives another."""
    versions = []
    for place, words in (("one", None), ("two", None), ("three", "# another line\n")):
        shutil.copytree(version.HERE, tmp_path / place / "ingest", ignore=shutil.ignore_patterns("samples"))
        if words:
            with (tmp_path / place / "ingest" / "lexicon" / "money.yaml").open("a", encoding="utf-8") as file:
                file.write(words)
        versions.append(version.of(tmp_path / place / "ingest"))
    assert versions[0] == versions[1] == version.rules() != versions[2]
