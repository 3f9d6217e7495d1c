"""The texts file: complete in both languages, nothing asked for that is missing, nothing kept that nobody asks for."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from app_pages import texts
from graph import ontology, plain
from tests.app import running

WORDS = plain.load((running.ROOT / "app_pages" / "texts.yaml").read_text("utf-8"))
SOURCES = "\n".join(
    p.read_text("utf-8") for p in [*(running.ROOT / "app_pages").rglob("*.py"), running.ROOT / "app.py"]
)


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_text_is_there_in_both_languages_with_the_same_blanks(key: str) -> None:
    assert set(WORDS[key]) == {"zh", "en"}
    assert _blanks(WORDS[key]["zh"]) == _blanks(WORDS[key]["en"])


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 more passage"), (2, "2 more passages"), ("1,200", "1,200 more passages")]
)
def test_one_thing_is_told_in_the_singular(n: int | str, said: str) -> None:
    with texts.speaking("en"):
        assert texts.say("fact.others", n=n) == said


@pytest.mark.parametrize(
    ("low", "high", "zh", "en"),
    [
        (25_300_000, 25_300_000, "2530万元", "CNY 25.3 million"), (20_300_000, 25_300_000, "2030万元—2530万元", "CNY 20.3—25.3 million"),
        (8e8, 1.2e9, "8亿元—12亿元", "CNY 800 million—1.2 billion"), (300, 500, "300元—500元", "CNY 300—500"),
    ],
)  # fmt: skip
def test_sums_and_what_lies_between_two(low: float, high: float, zh: str, en: str) -> None:
    with texts.speaking("zh"):
        assert texts.money(low, most=high) == zh
    with texts.speaking("en"):
        assert texts.money(low, most=high) == en


@pytest.mark.parametrize(("code", "zh"), [("CNY", "人民币"), ("USD", "美元"), ("EUR", "EUR")])
def test_a_currency_has_a_name_or_its_code(code: str, zh: str) -> None:
    with texts.speaking("zh"):
        assert texts.currency(code) == zh


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("文件是空的 / the file is empty", "文件是空的", "the file is empty"),
        ("缺少列名 / no column\n缺少金额 / no sum", "缺少列名\n缺少金额", "no column\nno sum"),
        ("only English, as kept by an older version",) * 3,
    ],
)
def test_what_is_said_in_both_languages_is_told_in_one(words: str, zh: str, en: str) -> None:
    with texts.speaking("zh"):
        assert texts.own(words) == zh
    with texts.speaking("en"):
        assert texts.own(words) == en


def test_every_text_that_a_page_asks_for_is_there() -> None:
    asked = set(re.findall(r'texts\.say\(\s*"([^"]+)"', SOURCES))
    assert asked <= set(WORDS)


def test_no_text_is_left_over() -> None:
    families = set(re.findall(r'f"([a-z.]+)\.\{', SOURCES)) | {"in", "currency"}
    left = [key for key in WORDS if f'"{key}"' not in SOURCES and key.rpartition(".")[0] not in families]
    assert left == []


def test_every_fact_has_a_name_as_seen_from_its_object() -> None:
    vocabulary = ontology.load()
    assert {f"in.{name}" for name in vocabulary.facts} <= set(WORDS)


def test_every_property_that_a_page_shows_has_a_name() -> None:
    shown = {name for label in ontology.load().labels.values() if not label.evidence for name in label.properties}
    assert shown - {"lon", "lat", "doc_no"} <= {key.removeprefix("property.") for key in WORDS}


def test_english_texts_hold_no_chinese() -> None:
    assert [key for key, words in WORDS.items() if re.search("[\u4e00-\u9fff]", words["en"])] == ["language.zh"]
