"""Search: Chinese and English, names before aliases before quotes, the same after a rebuild."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import fold, library
from tests import factories

NODES = (
    ("Agency", "桂林市科学技术局", ("桂林市科技局",), 1),
    ("Region", "桂林市", ("桂林",), 5),
    ("HighTechZone", "桂林国家高新技术产业开发区", ("桂林高新区",), 2),
    ("Organization", "Green Finance Alliance", ("GFA",), 1),
    ("Fund", "科技创新券", (), 3),
)


@pytest.fixture
def held(tmp_path: Path):
    nodes = [fold.Node(f"{label}/{name}", label, {"name": name, "aliases": aliases, "documents": count})
             for label, name, aliases, count in NODES]  # fmt: skip
    nodes.append(fold.Node("c-1", "Claim", {"name": "SUPPORTS", "quote": "我厅支持桂林市建设创新型城市"}))
    with library.open_library(tmp_path) as opened:
        opened.index(fold.Graph(tuple(nodes)))
        yield opened


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("桂林市", "Region/桂林市"),
        ("桂林高新区", "HighTechZone/桂林国家高新技术产业开发区"),
        ("桂林市科技局", "Agency/桂林市科学技术局"),
        ("券", "Fund/科技创新券"),
        ("green fin", "Organization/Green Finance Alliance"),
        ("GFA", "Organization/Green Finance Alliance"),
        ("创新型城市", "c-1"),
        ("《桂林市》", "Region/桂林市"),
    ],
)
def test_best_hit(held: library.Library, words: str, first: str) -> None:
    assert held.search(words)[0].id == first


@pytest.mark.parametrize("words", ["", "  ", "“”", "不存在的词", '" OR *', "a AND (", "NEAR("])
def test_nothing_found_is_an_empty_answer(held: library.Library, words: str) -> None:
    assert held.search(words) == ()


def test_quotes_come_after_names_and_labels_narrow(held: library.Library) -> None:
    hits = [h.id for h in held.search("桂林")]
    assert hits[0] == "Region/桂林市"
    assert hits[-1] == "c-1"
    assert [h.label for h in held.search("桂林", labels=("Agency",))] == ["Agency"]
    assert len(held.search("桂林", limit=2)) == 2


def test_a_document_is_found_by_its_words_once_the_index_is_made(held: library.Library) -> None:
    made = factories.held("a.txt", factories.reading("关于数字乡村的答复"), "正文提到东盟数据港")
    held.put(made.source, b"x", made.text, made.reading, "r1")
    held.index(fold.fold(held.held()))
    assert [h.label for h in held.search("东盟数据港")] == ["Document"]
    assert held.search("桂林") == ()
