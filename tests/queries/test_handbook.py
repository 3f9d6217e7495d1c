"""Examples of the primers run on the sample graph, and each question has its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import queries
from graph import stores
from queries import guard
from tools import questions

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = {
    f"{name} {number}": text
    for name in ("cypher.zh.md", "cypher.en.md")
    for number, text in enumerate(re.findall(r"```cypher\n(.*?)```", (DOCS / name).read_text("utf-8"), re.S))
}
ANSWER = "样例文献"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> stores.Store:
    return questions.sample(tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_an_example_has_an_answer(text: str, store: stores.Store) -> None:
    guard.check(text)
    assert store.run(text).rows


def test_both_primers_show_the_same_examples() -> None:
    texts = list(EXAMPLES.values())
    assert texts[: len(texts) // 2] == texts[len(texts) // 2 :]


def test_pages_are_those_of_the_questions(store: stores.Store) -> None:
    """Question, parameters and text word for word; the answer, which changes with every word that is read, by its head."""
    made = questions.pages(store)
    assert {file.name for file in questions.FOLDER.glob("*.md")} == made.keys()
    for name, text in made.items():
        kept = (questions.FOLDER / name).read_text("utf-8")
        assert kept.partition(ANSWER)[0] == text.partition(ANSWER)[0], f"{name}: run make docs"


def test_every_page_with_an_answer_names_its_columns() -> None:
    for query in queries.load().values():
        text = (questions.FOLDER / f"{query.name}.md").read_text("utf-8")
        head = " | ".join(f"{zh} · {en}" for _, zh, en in query.columns)
        assert head in text or "没有答案" in text, query.name
