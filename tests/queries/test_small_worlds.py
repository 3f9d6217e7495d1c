"""Questions that the samples do not answer, on graphs made for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import queries
from graph import evidence, fold, library, stores
from tests import factories

Ask = Callable[..., list[dict[str, object]]]
PROPOSAL = factories.entity("Proposal", "第1号建议")
ZONE, PARK = (
    factories.entity("DemonstrationZone", "桂林国家可持续发展议程创新示范区"),
    factories.entity("DevelopmentZone", "柳州国家高新技术产业园区"),
)
OFFICE = factories.entity("Agency", "广西壮族自治区科学技术厅")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def answer(name: str, *held: library.Held, **params: object) -> list[dict[str, object]]:
        store = stores.open_store(tmp_path, writable=True)
        store.write(fold.fold(held))
        return queries.ask(store, name, params).dicts()

    return answer


def test_what_was_asked_and_is_not_spoken_of_again_is_not_answered(ask: Ask) -> None:
    said = (
        ("第1号建议", "ASKS", "桂林国家可持续发展议程创新示范区", "requested"), ("第1号建议", "ASKS", "柳州国家高新技术产业园区", "requested"),
        ("广西壮族自治区科学技术厅", "SUPPORTS", "柳州国家高新技术产业园区", "ongoing"),
    )  # fmt: skip
    made = factories.reading("答复", PROPOSAL, ZONE, PARK, OFFICE, facts=said)
    answers = evidence.Claim(
        "c-answers", made.document.id, "REPLIES_TO", PROPOSAL.id, "done", evidence.Span(0, 4, "text")
    )
    rows = ask("asked_not_answered", factories.held("a", replace(made, claims=(*made.claims, answers))))
    assert [(row["proposal"], row["asked"]) for row in rows] == [("第1号建议", "桂林国家可持续发展议程创新示范区")]


def test_evidence_outlives_its_page(ask: Ask) -> None:
    gone = factories.held(
        "a",
        factories.reading(
            "通知",
            OFFICE,
            ZONE,
            facts=(("广西壮族自治区科学技术厅", "SUPPORTS", "桂林国家可持续发展议程创新示范区", "done"),),
        ),
    )
    kept = factories.held("b", factories.reading("方案", OFFICE))
    gone = replace(gone, source=replace(gone.source, url="https://example.org/a", url_status="gone"))
    (row,) = ask("lost_sources", gone, kept)
    assert (row["document"], row["url"], row["quote"]) == ("通知", "https://example.org/a", "广西壮族")


def test_what_a_body_approved_is_who_approved_it_turned_round(ask: Ask) -> None:
    facts = [(OFFICE.name, "APPROVED", thing.name, "done") for thing in (ZONE, PARK)]
    held = factories.held("a", factories.reading("批复", OFFICE, ZONE, PARK, facts=facts))
    rows = ask("approved_by", held, agency=OFFICE.name)
    assert [row["thing"] for row in rows] == [ZONE.name, PARK.name]
    for row in rows:
        (back,) = ask("who_approved", held, thing=row["thing"])
        assert back == {"body": OFFICE.name} | row


@pytest.mark.parametrize(("years", "found"), [(("2019", "2020", "2021"), 1), (("2019", "2021", "2022"), 0)])
def test_only_years_in_a_row_count_as_repeated(ask: Ask, years: tuple[str, ...], found: int) -> None:
    facts = (("广西壮族自治区科学技术厅", "SUPPORTS", "桂林国家可持续发展议程创新示范区", "planned"),)
    held = [
        factories.held(y, factories.reading(f"计划{y}", OFFICE, ZONE, facts=facts, date=f"{y}-03-01")) for y in years
    ]
    assert len(ask("repeated_promises", *held)) == found


def test_figures_that_disagree_count_once_in_a_ranking(ask: Ask) -> None:
    city, fund = factories.entity("Region", "桂林市"), factories.entity("Fund", "广西创新驱动发展专项资金")
    bureau = factories.entity("Agency", "广西壮族自治区财政厅")
    quote = evidence.Span(0, 4, "拨付资金")
    held = [
        factories.held(speaker.name, factories.reading(speaker.name, city, fund, speaker, grants=(
            evidence.Grant(f"g-{speaker.name}", amount, "done", quote, fund.id, None, city.id, year=2020, stated_by=speaker.id),)))
        for speaker, amount in ((OFFICE, 25_300_000), (bureau, 20_300_000))
    ]  # fmt: skip
    (row,) = ask("cities_by_support", *held, year=2020)
    assert (row["region"], row["low"], row["high"], row["contested"]) == ("桂林市", 20_300_000, 25_300_000, 2)


@pytest.fixture
def tabled() -> tuple[library.Held, library.Held]:
    """A reference table of two zones, and a document that knows one of them and a third."""
    city, first, second, third = (
        factories.entity("Region", "桂林市", code="450300"),
        *(factories.entity("HighTechZone", f"{name}高新技术产业开发区") for name in ("桂林", "柳州", "玉林")),
    )
    rows = tuple((zone.name, "LOCATED_IN", city.name, "ongoing") for zone in (first, second))
    table = factories.held(
        "reference/a.csv", factories.reading("名单", city, first, second, facts=rows, date="2026-01-01")
    )
    table = replace(table, source=replace(table.source, reference=True))
    said = factories.reading(
        "答复", city, first, third, facts=(rows[0], (third.name, "LOCATED_IN", city.name, "ongoing"))
    )
    return table, factories.held("b", said)


@pytest.mark.parametrize("region", [None, "桂林市"])
def test_what_a_table_says_and_no_document_confirms(ask: Ask, tabled: tuple, region: str | None) -> None:
    rows = ask("gaps_unconfirmed", *tabled, region=region)
    assert [(row["subject"], row["relation"], row["object"], row["document"]) for row in rows] == [
        ("柳州高新技术产业开发区", "LOCATED_IN", "桂林市", "名单")
    ]
    assert ask("gaps_unconfirmed", *tabled, region="南宁市") == []


def test_zones_that_no_table_knows(ask: Ask, tabled: tuple) -> None:
    rows = ask("gaps_unknown", *tabled, kind=None)
    assert [(row["zone"], row["documents"], row["names"]) for row in rows] == [("玉林高新技术产业开发区", 1, ["答复"])]


def test_what_documents_name_comes_first_and_a_class_of_zones_is_no_zone(ask: Ask, tabled: tuple) -> None:
    table, _ = tabled
    listed = replace(
        factories.entity("DemonstrationZone", "某湾国家自主创新示范区"), properties=(("kind", "国家自主创新示范区"),)
    )
    whole = factories.entity("DemonstrationZone", "国家自主创新示范区")
    named = factories.entity("HighTechZone", "柳州高新技术产业开发区")
    rows = replace(table, reading=replace(table.reading, entities=(*table.reading.entities, listed)))
    said = factories.held("b", factories.reading("答复", whole, named))
    assert ask("gaps_unknown", rows, said, kind=None) == []
    assert [(row["named"], row["subject"]) for row in ask("gaps_unconfirmed", rows, said, region=None)] == [
        (1, "柳州高新技术产业开发区"), (0, "桂林高新技术产业开发区")
    ]  # fmt: skip


def test_tables_are_no_news(ask: Ask, tabled: tuple) -> None:
    assert {row["document"] for row in ask("new_since", *tabled, since="2000-01-01")} == {"答复"}
