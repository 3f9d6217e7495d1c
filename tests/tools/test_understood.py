"""The ask box is measured on sentences that it did not learn from."""

from __future__ import annotations

import pytest

from queries.match import likeness
from tools import asked, understood

HELD = {
    "first": [(frozenset({"alpha"}), "hubs"), (frozenset({"alpha", "beta"}), "hubs")],
    "second": [(frozenset({"gamma"}), "lost_sources"), (frozenset({"beta"}), likeness.NOTHING)],
}


@pytest.mark.parametrize(("left_out", "heard"), [("first", ["beta", "gamma"]), ("second", ["alpha", "beta"])])
def test_nothing_is_learnt_from_the_set_left_out(left_out: str, heard: list[str]) -> None:
    made = understood.without(left_out, HELD)
    assert [word for word in ("alpha", "beta", "gamma") if made.heard(word)] == heard


def test_a_sentence_fails_by_its_question_its_parameters_or_being_taken_at_all(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    known = asked.names(tmp_path_factory.mktemp("samples"))
    cases = {
        "zh": [
            {"text": "桂林和柳州有什么共同点", "query": "in_common", "params": {"first": "桂林市", "second": "柳州市"}},
            {"text": "谁批准了绿色金融方案", "query": "who_cites", "params": {}},
        ],
        "en": [{"text": "who funds the Guilin zone", "query": "who_supports", "params": {}}],
        "declined": ["今天天气怎么样", "桂林有哪些示范区"],
    }  # fmt: skip
    wrong = understood.failures(cases, known)
    assert [len(wrong[part]) for part in ("zh", "en", "declined")] == [1, 1, 1]
    assert "zones_of_city" in wrong["declined"][0]
