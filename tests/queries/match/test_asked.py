"""Sentences as people type them: the right question with the right names, or the plain word that it is not known."""

from __future__ import annotations

import pytest

import queries
from queries import match
from tools import asked, understood

SETS = asked.cases()
# One in so many may be taken otherwise, where it is not ten.
WRONG = {"asked_eleventh": 5}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> match.Names:
    """The names of the sample graph."""
    return asked.names(tmp_path_factory.mktemp("samples"))


def test_sentences_to_hold_others_against_are_up_to_date(known: match.Names) -> None:
    assert asked.FILE.read_text("utf-8") == asked.made(known), "run python -m tools.asked"


@pytest.mark.parametrize("name", SETS)
def test_sentences_pick_question_and_parameters(known: match.Names, name: str) -> None:
    wrong = understood.failures(SETS[name], known)
    for lang in ("zh", "en"):
        assert len(wrong[lang]) <= len(SETS[name][lang]) // WRONG.get(name, 10), wrong[lang]
    assert len(wrong["declined"]) <= len(SETS[name]["declined"]) // 20, wrong["declined"]


def test_every_question_can_be_asked(known: match.Names) -> None:
    found = {case["query"] for cases in SETS.values() for lang in ("zh", "en") for case in cases[lang]}
    assert all(query.ask for query in queries.load().values())
    assert queries.load().keys() == found


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("facts on Northwestern Polytechnical (西北工业大学)", "evidence_of_view", ["西北工业大学"]),
        ("哪些文件提到过国函(2022)69号", "who_cites", ["国函〔2022〕69号"]),
        ("不同文件里本厅各指谁", "meanings_of_word", ["本厅"]),
        ("does 'our province' mean one place only", "meanings_of_word", ["我省"]),
        ("key players of the policy network", "hubs", []),
        ("which kinds of enterprises have policies of their own", "policies_for_firm_types", []),
        ("new since 1 March 2022", "new_since", ["2022-03-01"]),
        ("development zones that the reference tables do not know", "gaps_unknown", ["DevelopmentZone"]),
        ("哪些试验区在参考表里查不到", "gaps_unknown", ["DemonstrationZone"]),
        ("文献提到的示范区、高新区，哪些不在参考表里", "gaps_unknown", []),
        ("哪些平台是网络的枢纽", "hubs", ["Platform"]),
        ("广西和四川在养老上的做法有什么不同", "compare_provinces", ["广西壮族自治区", "四川省", "养老"]),
        ("为了写课题报告需要了解：谁批准了绿色金融方案", "who_approved", ["广西壮族自治区绿色金融改革创新实施方案"]),
        ("For our seminar paper, who cites 国函〔2022〕69号?", "who_cites", ["国函〔2022〕69号"]),
        ("My supervisor wants to know which agencies are the hubs", "hubs", ["Agency"]),
    ],
)
def test_names_are_known_however_they_are_written(known: match.Names, text: str, query: str, shown: list[str]) -> None:
    choice = match.understand(text, known, understood.TODAY).choice
    assert choice is not None
    assert (choice.query, list(choice.shown.values())) == (query, shown)


def test_what_was_understood_is_shown_by_its_words(known: match.Names) -> None:
    choice = match.understand("谁批准了绿色金融方案", known, understood.TODAY).choice
    assert choice is not None
    assert {(u.words, u.param) for u in choice.used} == {("谁", ""), ("批准", ""), ("绿色金融方案", "thing")}


@pytest.mark.parametrize(
    ("text", "why", "unknown"),
    [
        ("今天天气怎么样", "outside", ()),
        ("桂林和巴黎有什么共同点", "name", ("巴黎",)),
        ("上海有哪些示范区", "name", ("上海",)),
        ("Which zones are in Tokyo?", "name", ("tokyo",)),
        ("越南有哪些示范区", "name", ("越南",)),
        ("专项资金要等多久才到账", "outside", ()),
        ("谁反对设立桂林示范区", "outside", ()),
        ("呼呼呼", "question", ("呼呼呼",)),
        ("国发〔2099〕9号由谁发布", "name", ("国发〔2099〕9号",)),
        ("谁批准了量子计算方案", "name", ("量子计算方案",)),
        ("谁批评了桂林示范区", "question", ()),
        ("谁支持桂林示范区呼呼呼呼呼呼呼", "words", ("呼呼呼呼呼呼呼",)),
        ("", "question", ()),
    ],
)
def test_why_a_sentence_is_declined(known: match.Names, text: str, why: str, unknown: tuple[str, ...]) -> None:
    found = match.understand(text, known, understood.TODAY)
    assert (found.choice, found.why) == (None, why)
    assert set(unknown) <= set(found.unknown)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("which zones does Gulin have", ("which zones does guilin have",)),
        ("which zones does Tokyo have", ()),
        ("上海有哪些示范区", ()),
    ],
)
def test_a_name_written_much_like_one_of_the_graph_is_offered(
    known: match.Names, text: str, corrected: tuple[str, ...]
) -> None:
    assert match.understand(text, known, understood.TODAY).corrected == corrected


@pytest.mark.parametrize("text", ["西北工业大学", "桂林示范区？"])
def test_a_name_alone_asks_for_what_is_known_of_it(known: match.Names, text: str) -> None:
    choice = match.understand(text, known, understood.TODAY).choice
    assert choice is not None
    assert choice.query == "evidence_of_view"


def test_other_things_of_that_name_are_offered(known: match.Names) -> None:
    found = match.understand("who funds the Guilin zone", known, understood.TODAY)
    assert found.choice is not None
    others = {a.shown["zone"] for a in found.alternatives if a.query == "who_supports"}
    assert "桂林国家高新技术产业开发区" in others
    assert found.choice.shown["zone"] not in others


@pytest.mark.parametrize(
    "text",
    [
        "谁" * 5_000,
        "桂林" * 2_000,
        "who " * 3_000,
        "((((((",
        "\u202e谁批准\u0000",
        "2021-2021-2021-13-99",
        "'\"“”《》" * 50,
    ],
)
def test_no_sentence_is_too_odd(known: match.Names, text: str) -> None:
    assert match.understand(text, known, understood.TODAY).text == text
