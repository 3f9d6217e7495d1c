"""Scans: words, pages and how sure they are, from a picture of our own text."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from graph import errors, evidence, fold, library
from ingest import loaders, pipeline

PAGES = (
    (
        "桂林市科学技术局关于发放创新券的通知",
        "2022年桂林市科学技术局安排科技创新券专项资金300万元",
        "支持科技型中小企业购买科技服务。",
    ),
    ("桂林市科学技术局将会同市财政局开展绩效评价。", "桂林市科学技术局", "2022年5月16日"),
)


def scan(pages: tuple[tuple[str, ...], ...] = PAGES) -> bytes:
    """A PDF that holds pictures only."""
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", ":lang=zh-cn"], capture_output=True, text=True, check=True
    ).stdout
    font = ImageFont.truetype(found, 44)
    drawn = []
    for lines in pages:
        page = Image.new("L", (1500, 700), "white")
        for i, line in enumerate(lines):
            ImageDraw.Draw(page).text((80, 80 + 110 * i), line, fill="black", font=font)
        drawn.append(page)
    out = io.BytesIO()
    drawn[0].save(out, "PDF", save_all=True, append_images=drawn[1:], resolution=200)
    return out.getvalue()


def load(data: bytes) -> loaders.Text:
    return loaders.load(loaders.Raw(evidence.Source("scan.pdf"), data))


def test_a_scan_is_recognised_page_by_page() -> None:
    loaded = load(scan())
    assert "安排科技创新券专项资金300万元" in loaded.text
    assert [page.number for page in loaded.pages] == [1, 2]
    assert loaded.text[loaded.pages[1].start :].startswith("桂林市科学技术局将会同")
    assert all(page.confidence is not None and 0.6 < page.confidence <= 1 for page in loaded.pages)


def test_the_evidence_names_page_and_confidence(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan())
    with library.open_library(tmp_path / "library") as held:
        pipeline.ingest(held, [tmp_path / "scan.pdf"])
        nodes = fold.fold(held.held()).nodes
    grant = next(n.properties for n in nodes if n.label == "Grant")
    assert (grant["amount"], grant["page"]) == (3_000_000, 1)
    assert 0.6 < float(str(grant["page_confidence"])) <= 1
    assert 2 in {n.properties["page"] for n in nodes if n.label == "Measure"}


def test_an_empty_scan_and_a_missing_tesseract_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    empty, written = scan((("",),)), scan()
    with pytest.raises(errors.UnreadableFile, match="no words were recognised"):
        load(empty)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(errors.UnreadableFile, match="tesseract-ocr-chi-sim"):
        load(written)
