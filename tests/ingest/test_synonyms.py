"""A rarer verb says what the common one says, outside of names."""

from __future__ import annotations

import re

import pytest

from ingest import reading
from ingest.find import words

HEAD = "柳州市人民政府办公室关于2023年创新工作情况的报告\n2024年5月6日\n"
SAID = [
    ("柳州市财政局{}重点实验室专项资金。", "设立", "创设"),
    ("国务院{}柳州高新技术产业开发区升级为国家高新技术产业开发区。", "同意", "准予"),
    ("柳州市科学技术局{}国家技术转移中心柳州分中心建设。", "牵头", "挑头"),
    ("柳州大学与柳州钢铁集团有限公司{}合作协议。", "签订", "缔结"),
    ("柳州市科学技术局{}柳州市财政局出台《柳州市科技创新券管理办法》。", "会同", "携手"),
    ("柳州市科学技术局{}《柳州市科技创新券管理办法》。", "印发", "制发"),
]


def _claims(text: str) -> set[tuple[str, str, str, str]]:
    read = reading.read(HEAD + text, "0" * 64)
    names = {e.id: e.name for e in read.entities}
    return {(names[c.subject], c.predicate, names[c.object], c.status) for c in read.claims if c.subject in names}


@pytest.mark.parametrize(("text", "common", "rare"), SAID)
def test_both_verbs_make_the_same_claims(text: str, common: str, rare: str) -> None:
    meant = _claims(text.format(common))
    assert meant
    assert _claims(text.format(rare)) == meant


def test_names_and_longer_words_keep_their_own() -> None:
    text = HEAD + "东西部帮扶协作专项资金开创设计产业新局面，分管领导作了部署。"
    read = reading.read(text, "0" * 64)
    assert "东西部帮扶协作专项资金" in {e.name for e in read.entities}


def test_each_stands_for_one_of_its_length() -> None:
    assert {len(common) for common in words.lexicon("synonyms")["anywhere"]} == set(map(len, words.rare_verbs()))


@pytest.mark.parametrize("kind", ["anywhere", "before_names"])
def test_each_pattern_says_its_verb_in_plain_characters(kind: str) -> None:
    listed = words.lexicon("synonyms")[kind].values()
    found = [verb for rare in listed for verb in words.bare(rare)]
    assert [verb for verb in found if not re.fullmatch("[一-鿿]{2}", verb)] == []
    assert len(set(found)) == len(found)
