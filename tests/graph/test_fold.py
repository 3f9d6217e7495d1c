"""Folding: sameness, statuses, conflicts and promises, the same for any order of files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import errors, evidence, fold, judgements
from tests import factories

STD = factories.entity("Agency", "广西壮族自治区科学技术厅")
FIN = factories.entity("Agency", "广西壮族自治区财政厅")
GOV = factories.entity("Agency", "国务院")
ZONE = factories.entity("DemonstrationZone", "桂林国家可持续发展议程创新示范区")
FUND = factories.entity("Fund", "广西创新驱动发展专项资金")


def edge(graph: fold.Graph, kind: str) -> fold.Edge:
    return next(e for e in graph.edges if e.type == kind)


def says(
    title: str, date: str | None, status: str, predicate: str = "SUPPORTS", who: evidence.Entity = STD, time: str = ""
):
    return factories.held(
        title, factories.reading(title, who, ZONE, date=date, facts=((who.name, predicate, ZONE.name, status, time),))
    )


@pytest.mark.parametrize(
    ("name", "rows", "status"),
    [
        ("the newest document stands", (says("a", "2020-01-01", "ongoing"), says("b", "2021-01-01", "done")), "done"),
        ("an undated document is the oldest", (says("a", None, "done"), says("b", "2021-01-01", "ongoing")), "ongoing"),
        (
            "a plan after a deed undoes nothing",
            (says("a", "2020-01-01", "done"), says("b", "2021-01-01", "planned")),
            "done",
        ),
    ],
)
def test_status_that_stands(name: str, rows: tuple, status: str) -> None:
    assert edge(fold.fold(rows), "SUPPORTS").properties["status"] == status, name


def approves(title: str, who: evidence.Entity, status: str = "done", date: str = "2020-01-01", time: str = ""):
    """`who` says in a document of `date` that the State Council approved the zone."""
    fact = (GOV.name, "APPROVED", ZONE.name, status, time, who.name)
    things = (GOV, ZONE) if who == GOV else (GOV, who, ZONE)
    return factories.held(title, factories.reading(title, *things, date=date, facts=(fact,)))


def grant(title: str, amount: int, speaker: evidence.Entity, year: int = 2020):
    made = factories.reading(title, STD, FIN, ZONE, FUND)
    one = evidence.Grant(
        f"g-{title}",
        amount,
        "done",
        evidence.Span(0, 4, "text"),
        FUND.id,
        speaker.id,
        ZONE.id,
        year=year,
        stated_by=speaker.id,
    )
    return factories.held(title, evidence.Reading(made.document, made.entities, grants=(one,)))


@pytest.mark.parametrize(
    ("name", "rows", "conflicts"),
    [
        ("two speakers, two figures", (grant("a", 25_300_000, STD), grant("b", 20_300_000, FIN)), 1),
        ("one speaker's two figures", (grant("a", 25_300_000, STD), grant("b", 20_300_000, STD)), 0),
        ("two speakers, one figure", (grant("a", 25_300_000, STD), grant("b", 25_300_000, FIN)), 0),
        ("two years", (grant("a", 25_300_000, STD), grant("b", 20_300_000, FIN, 2021)), 0),
    ],
)
def test_figures_that_disagree(name: str, rows: tuple, conflicts: int) -> None:
    graph = fold.fold(rows)
    assert [e.type for e in graph.edges].count("CONFLICTS_WITH") == conflicts, name
    assert sum(bool(n.properties.get("contested")) for n in graph.nodes if n.label == "Grant") == 2 * conflicts


def test_an_approval_fulfils_an_application() -> None:
    graph = fold.fold(
        (
            says("a", "2019-11-01", "requested", "APPLIED_FOR"),
            says("b", "2022-07-10", "done", "APPROVED", GOV, "2022-07"),
        )
    )
    assert [e.type for e in graph.edges].count("FULFILS") == 1


def test_a_number_makes_one_policy_of_two_names() -> None:
    full = factories.entity("Policy", "关于支持广西桂林市的若干政策", doc_no="桂政发〔2019〕48号")
    short = factories.entity("Policy", "支持广西桂林若干政策", doc_no="桂政发〔2019〕48号")
    bare = factories.entity("Policy", "关于支持广西桂林市的若干政策")
    rows = [factories.held(t, factories.reading(t, p)) for t, p in (("a", full), ("b", short), ("c", bare))]
    policies = [n for n in fold.fold(rows).nodes if n.label == "Policy"]
    assert [n.id for n in policies] == ["Policy/桂政发〔2019〕48号"]
    assert policies[0].properties["aliases"] == ("支持广西桂林若干政策",)


def test_people_decide_sameness_and_rejection() -> None:
    other = factories.entity("Agency", "广西科技厅")
    rows = [says("a", "2020-01-01", "done"), says("b", "2021-01-01", "done", who=other)]
    same = judgements.Judgement("same", STD.id, "赵", "2026-01-01", "简称", other.id)
    assert len([n for n in fold.fold(rows, [same]).nodes if n.label == "Agency"]) == 1
    claim = rows[0].reading.claims[0].id
    reject = judgements.Judgement("reject", claim, "赵", "2026-01-01", "误读")
    assert claim not in {n.id for n in fold.fold(rows, [reject]).nodes}


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_files_changes_nothing(order: list[str]) -> None:
    made = {
        "a": says("a", "2020-01-01", "planned"), "b": says("b", "2021-01-01", "done"), "c": grant("c", 1, STD), "d": grant("d", 2, FIN),
    }  # fmt: skip
    assert fold.fold([made[k] for k in order]) == fold.fold(list(made.values()))


@pytest.mark.parametrize(
    ("name", "rows", "conflicts"),
    [
        ("two dates of one approval", (approves("a", GOV, time="2018-02"), approves("b", STD, time="2018-03-01")), 1),
        ("a month and a day in it", (approves("a", GOV, time="2018-02"), approves("b", STD, time="2018-02-13")), 0),
        ("still applied for after it was done", (approves("a", GOV, time="2018-02"), approves("b", STD, "requested", "2019-06-01")), 1),
        ("applied for before it was done", (approves("a", GOV, time="2018-02"), approves("b", STD, "requested", "2017-06-01")), 0),
        ("one speaker corrects himself", (approves("a", GOV, time="2018-02"), approves("b", GOV, time="2018-03-01")), 0),
    ],
)  # fmt: skip
def test_claims_that_cannot_both_hold(name: str, rows: tuple, conflicts: int) -> None:
    graph = fold.fold(rows)
    assert [e.type for e in graph.edges].count("CONFLICTS_WITH") == conflicts, name
    assert edge(graph, "APPROVED").properties["contested"] is bool(conflicts)


def test_a_promised_text_that_another_body_issued_is_fulfilled() -> None:
    text = factories.entity("Policy", "广西绿色金融评价细则")
    promise = factories.reading("a", STD, text, date="2020-01-01", facts=((STD.name, "ISSUED", text.name, "planned"),))
    deed = factories.reading(
        "b", FIN, text, date="2021-01-01", facts=((FIN.name, "ISSUED", text.name, "done", "2020-12"),)
    )
    graph = fold.fold([factories.held("a", promise), factories.held("b", deed)])
    assert edge(graph, "FULFILS").source == deed.claims[0].id


def test_a_policy_knows_when_it_was_issued_and_repealed() -> None:
    old, new = (
        factories.entity("Policy", "广西科技计划管理办法（2016年）"),
        factories.entity("Policy", "广西科技计划管理办法（2022年）"),
    )
    told = factories.reading("a", STD, old, date="2018-01-01", facts=((STD.name, "ISSUED", old.name, "done", "2016"),))
    own = factories.reading(
        "b", STD, new, old, date="2022-03-01",
        facts=((STD.name, "ISSUED", new.name, "done", "2022-03-01"), (new.name, "REPEALS", old.name, "done", "2022-03-01"),
               (STD.name, "ISSUED", old.name, "done", "2016-05")),
    )  # fmt: skip
    nodes = {
        n.properties["name"]: n.properties
        for n in fold.fold([factories.held("a", told), factories.held("b", own)]).nodes
    }
    assert (nodes[old.name]["date_issued"], nodes[old.name]["date_repealed"]) == ("2016-05", "2022-03-01")
    assert nodes[new.name]["date_issued"] == "2022-03-01"
    assert "date_repealed" not in nodes[new.name]


def test_a_policys_own_text_knows_its_properties_best() -> None:
    own = factories.entity("Policy", "广西创新券管理办法", date_expiry="2025-12-31", self=True)
    told = factories.entity("Policy", "广西创新券管理办法", date_expiry="2024-12-31")
    rows = [
        factories.held(t, factories.reading(t, p, date=d))
        for t, p, d in (("a", own, "2023-01-01"), ("b", told, "2024-01-01"))
    ]
    for order in (rows, rows[::-1]):
        assert next(n for n in fold.fold(order).nodes if n.label == "Policy").properties["date_expiry"] == "2025-12-31"


def decides(verdict: str, left: str, right: str = "", **correction: str) -> judgements.Judgement:
    return judgements.Judgement(verdict, left, "赵", "2026-01-01", "核对原文", right, tuple(correction.items()))


def test_not_same_keeps_apart_what_a_number_or_a_chain_would_join() -> None:
    full = factories.entity("Policy", "广西若干政策措施", doc_no="桂政发〔2019〕48号")
    bare = factories.entity("Policy", "广西若干政策措施")
    rows = [factories.held(t, factories.reading(t, p)) for t, p in (("a", full), ("b", bare))]
    apart = decides("not_same", "Policy/桂政发〔2019〕48号", bare.id)
    assert {n.id for n in fold.fold(rows, [apart]).nodes if n.label == "Policy"} == {
        bare.id,
        "Policy/桂政发〔2019〕48号",
    }
    three = [factories.entity("Agency", name) for name in ("国家甲局", "国家乙局", "国家丙局")]
    row = [factories.held("a", factories.reading("a", *three))]
    chain = [decides("not_same", three[0].id, three[2].id), decides("same", three[0].id, three[1].id),
             decides("same", three[1].id, three[2].id)]  # fmt: skip
    assert len([n for n in fold.fold(row, chain).nodes if n.label == "Agency"]) == 2


def test_two_numbers_of_one_name_stay_apart_and_brackets_do_not_matter() -> None:
    made = [factories.entity("Policy", "广西实施细则", **props) for props in (
        {"doc_no": "桂科发〔2020〕1号"}, {"doc_no": "桂科发[2020]1号"}, {"doc_no": "桂科发〔2021〕9号"}, {})]  # fmt: skip
    rows = [factories.held(str(i), factories.reading(str(i), p)) for i, p in enumerate(made)]
    policies = {n.id for n in fold.fold(rows).nodes if n.label == "Policy"}
    assert policies == {"Policy/桂科发〔2020〕1号", "Policy/桂科发〔2021〕9号", "Policy/广西实施细则"}


def test_a_rejected_sum_is_gone_and_a_correction_shows() -> None:
    graph = fold.fold([grant("a", 25_300_000, STD)], [decides("reject", "g-a")])
    assert not [n for n in graph.nodes if n.label == "Grant"]
    row = says("a", "2020-01-01", "planned")
    corrected = fold.fold([row], [decides("correct", row.reading.claims[0].id, status="done", time="2020")])
    assert (edge(corrected, "SUPPORTS").properties["status"], edge(corrected, "SUPPORTS").properties["start"]) == (
        "done",
        "2020",
    )
    with pytest.raises(errors.LibraryError, match="cannot be corrected"):
        decides("correct", "c-1", status="finished")


def test_an_unknown_speaker_disagrees_with_nobody() -> None:
    said = grant("b", 20_300_000, FIN)
    silent = replace(said.reading.grants[0], stated_by=None)
    row = factories.held("b", replace(said.reading, grants=(silent,)))
    assert "CONFLICTS_WITH" not in {e.type for e in fold.fold([grant("a", 25_300_000, STD), row]).edges}


def test_what_was_approved_before_it_was_asked_for_fulfils_nothing() -> None:
    asked = says("a", "2019-11-01", "requested", "APPLIED_FOR")
    earlier = says("b", "2022-07-10", "done", "APPROVED", GOV, "2018-02")
    assert "FULFILS" not in {e.type for e in fold.fold((asked, earlier)).edges}


@pytest.mark.parametrize(
    ("surface", "kept"),
    [
        ("贵州", True),
        ("本溪", True),
        ("全国人大", True),
        ("贵厅", False),
        ("我区", False),
        ("全市", False),
        ("该示范区", False),
        ("Department of Science", True),
        ("zone", False),
    ],
)
def test_aliases_are_names_and_no_pointing_words(surface: str, kept: bool) -> None:
    thing = replace(STD, mentions=(evidence.Mention(evidence.Span(0, len(surface), surface)),))
    node = next(n for n in fold.fold([factories.held("a", factories.reading("a", thing))]).nodes if n.id == STD.id)
    assert (surface in (node.properties.get("aliases") or ())) is kept
    assert "DepartmentofScience" not in (node.properties.get("aliases") or ())


def test_an_alias_that_names_another_thing_is_none() -> None:
    """A list with a shared head calls a zone by its city alone; a text may call one zone of a class by the class."""
    city = evidence.Entity("Region/绵阳市", "Region", "绵阳市", ("绵阳",))
    zone = evidence.Entity("HighTechZone/绵阳高新区", "HighTechZone", "绵阳高新区", ("绵阳", "科技高新区", "绵高新"))
    other = evidence.Entity("HighTechZone/科技高新区", "HighTechZone", "科技高新区")
    graph = fold.fold([factories.held("a", factories.reading("a", city, zone, other))])
    aliases = {n.properties["name"]: n.properties.get("aliases") for n in graph.nodes if n.label != "Document"}
    assert aliases == {"绵阳市": ("绵阳",), "绵阳高新区": ("绵高新",), "科技高新区": None}


def test_a_thing_named_in_two_languages_keeps_both_names() -> None:
    rows = [
        factories.held(n, factories.reading(n, factories.entity("Region", n, code="450300")))
        for n in ("Guilin", "桂林市")
    ]
    for order in (rows, rows[::-1]):
        node = next(n for n in fold.fold(order).nodes if n.label == "Region")
        assert (node.properties["name"], node.properties["name_en"]) == ("桂林市", "Guilin")


def test_mentions_of_one_thing_under_two_names_add_up() -> None:
    number, spot = "桂政发〔2019〕48号", (evidence.Mention(evidence.Span(0, 2, "te")),)
    pair = [replace(factories.entity("Policy", n, doc_no=number), mentions=spot) for n in ("若干政策甲", "若干政策乙")]
    assert edge(fold.fold([factories.held("a", factories.reading("a", *pair))]), "MENTIONS").properties["count"] == 2


def test_a_document_keeps_the_words_that_it_uses_and_why_they_mean_the_thing():
    words = (
        evidence.Mention(evidence.Span(0, 2, "我厅"), "the speaker"),
        evidence.Mention(evidence.Span(5, 8, "科技厅")),
    )
    office = replace(factories.entity("Agency", "广西壮族自治区科学技术厅"), mentions=words)
    graph = fold.fold([factories.held("a", factories.reading("答复", office))])
    (edge,) = (e for e in graph.edges if e.type == "MENTIONS")
    assert (edge.properties["surfaces"], edge.properties["reasons"]) == (("我厅", "科技厅"), ("the speaker", ""))
    assert edge.properties["count"] == 2
