"""English documents of seven kinds in our own words (their facts are not true), and what a careful reader finds in each."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from graph import evidence
from ingest import reading

FOLDER = Path(__file__).parent / "documents"
DOCUMENTS = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}


@cache
def read(name: str) -> evidence.Reading:
    text = DOCUMENTS[name]
    made = reading.read(text, sha256(text.encode()).hexdigest(), name)
    evidence.check(made, text)
    return made


def names(made: evidence.Reading) -> dict[str | None, str]:
    return {e.id: e.name for e in made.entities} | {None: ""}


HEADS = [
    ("press", "news", "2024-07-02", "Economic Development Administration", None),
    ("measures", "measures", "2022-03-15", "Guilin Municipal Bureau of Science and Technology", None),
    ("strategy", "plan", "2023-05-09", "Department for Business and Trade", None),
    ("eu", "regulation", None, "", "Regulation (EU) 2021/695"),
    ("page", "other", None, "", None),
    ("statute", "regulation", None, "", "42 U.S.C. 19999"),
    ("review", "other", "2023-07-12", "Department for Coastal Affairs", None),
]


@pytest.mark.parametrize(("name", "genre", "date", "issuer", "number"), HEADS)
def test_genre_date_issuer_and_number(name: str, genre: str, date: str | None, issuer: str, number: str | None) -> None:
    made = read(name)
    doc = made.document
    assert (doc.language, doc.doc_type, doc.date, names(made)[doc.issued_by], doc.number) == (
        "en",
        genre,
        date,
        issuer,
        number,
    )


FACTS = [
    ("review", "European Regional Development Fund", "SUPPORTS", "Lyngvik Ocean Tech Park", "ongoing"),
    ("review", "Lyngvik Ocean Tech Park", "LOCATED_IN", "Lyngvik", "ongoing"),
    ("review", "Nordlys BioWorks", "MANAGES", "Ocean Valley Hub", "ongoing"),
    ("review", "Joint Research Centre", "MANAGES", "Lyngvik Data Portal", "ongoing"),
    ("review", "Seabed UK Agency", "PART_OF", "UK Research and Innovation", "ongoing"),
    ("review", "Fjordvekst", "COOPERATES_WITH", "Oslo University of Technology", "ongoing"),
    ("review", "Harbour New Area", "PART_OF", "China (Shanghai) Pilot Free Trade Zone", "ongoing"),
    ("review", "China (Shanghai) Pilot Free Trade Zone", "LOCATED_IN", "Shanghai", "ongoing"),
    ("review", "Government of Korea", "APPROVED", "Ulsan Hydrogen Regulation-Free Zone", "done"),
    ("press", "Economic Development Administration", "SUPPORTS", "Prairie Biomanufacturing Tech Hub", "done"),
    ("press", "Kansas State University", "MANAGES", "Prairie Biomanufacturing Tech Hub", "ongoing"),
    ("press", "Prairie Biomanufacturing Tech Hub", "LOCATED_IN", "Kansas", "ongoing"),
    ("press", "Tech Hubs Program", "BASED_ON", "CHIPS and Science Act", "done"),
    ("press", "Economic Development Administration", "MANAGES", "Build to Scale Program", "ongoing"),
    ("press", "Build to Scale Program", "TARGETS", "中小企业", "ongoing"),
    ("press", "Economic Development Administration", "COOPERATES_WITH", "National Science Foundation", "ongoing"),
    ("measures", "Guilin Investment Group", "MANAGES", "Guilin Technology Transfer Fund", "planned"),
    ("measures", "Guilin Finance Bureau", "MANAGES", "Guilin Sci-tech Innovation Voucher Program", "planned"),
    ("measures", "Guilin Finance Bureau", "COOPERATES_WITH", "Guilin Municipal Bureau of Science and Technology", "planned"),
    ("measures", "Guilin High-tech Zone", "LOCATED_IN", "Guilin", "ongoing"),
    ("strategy", "UK Research and Innovation", "MANAGES", "Strength in Places Fund", "ongoing"),
    ("strategy", "Department for Business and Trade", "APPROVED", "Liverpool City Region Investment Zone", "done"),
    ("strategy", "Department for Business and Trade", "MANAGES", "Teesside Freeport", "planned"),
    ("strategy", "Department for Business and Trade", "SUPPORTS", "Teesside Hydrogen Hub", "planned"),
    ("strategy", "Northern Powerhouse Innovation Strategy", "BASED_ON", "UK Innovation Strategy", "done"),
    ("strategy", "Henry Royce Institute", "PART_OF", "University of Manchester", "ongoing"),
    ("strategy", "Department for Business and Trade", "ISSUED", "Northern Powerhouse Innovation Strategy", "done"),
    ("eu", "Council of the European Union", "ISSUED", "Regulation (EU) 2021/695", "done"),
    ("eu", "European Commission", "IMPLEMENTS", "Horizon Europe", "planned"),
    ("eu", "Regulation (EU) 2021/695", "REPEALS", "Regulation (EU) No 1291/2013", "done"),
    ("page", "China Torch Program", "SUPPORTS", "Wuhan East Lake High-tech Development Zone", "ongoing"),
    ("page", "Ministry of Finance", "ISSUED", "Administrative Measures for Technology Business Incubators", "done"),
    ("page", "Hubei Provincial Department of Science and Technology", "APPLIED_FOR", "Yichang High-tech Zone", "requested"),
    ("page", "Wuhan East Lake High-tech Development Zone", "LOCATED_IN", "Wuhan", "ongoing"),
    ("statute", "National Science Foundation", "MANAGES", "Lakeside Innovation Network", "planned"),
    ("pilot", "Department of Commerce", "MANAGES", "Coastal Rebuild Pilot Program", "planned"),
    ("pilot", "Department of Commerce", "MANAGES", "Seaport Program to Stimulate Trade", "planned"),
    ("pilot", "Committee on Appropriations", "PART_OF", "Senate", "ongoing"),
    ("pilot", "Committee on Fisheries", "PART_OF", "House of Representatives", "ongoing"),
    ("statute", "National Science Foundation", "COOPERATES_WITH", "Department of Energy", "planned"),
    ("statute", "Committee on Commerce, Science, and Transportation", "PART_OF", "Senate", "ongoing"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "subject", "predicate", "target", "status"), FACTS)
def test_claims_with_their_status(name: str, subject: str, predicate: str, target: str, status: str) -> None:
    made = read(name)
    named = names(made)
    assert (subject, predicate, target, status) in {
        (named[c.subject], c.predicate, named[c.object], c.status) for c in made.claims
    }


SUMS = [
    ("press", {(52_000_000, "USD", "awarded", "done", "Economic Development Administration", "Prairie Biomanufacturing Tech Hub")}),
    ("measures", {
        (100_000, "CNY", "awarded", "planned", "Guilin Municipal Bureau of Science and Technology", "高新技术企业"),
        (500_000_000, "CNY", "size", "planned", "Guilin Municipal Bureau of Science and Technology", ""),
        (2_000_000, "CNY", "ceiling", "planned", "Guilin Municipal Bureau of Science and Technology", ""),
    }),
    ("strategy", {
        (1_200_000_000, "GBP", "awarded", "done", "Government", ""),
        (75_000_000, "GBP", "ceiling", "planned", "Department for Business and Trade", "Teesside Hydrogen Hub"),
    }),
    ("review", {
        (21_000_000, "USD", "awarded", "done", "", "Ocean Valley Hub"),
        (660_000_000, "GBP", "size", "ongoing", "British Business Bank", "企业"),
    }),
    ("page", {(2_300_000_000, "CNY", "awarded", "done", "", "初创企业")}),
    ("statute", {
        (5_000_000, "USD", "ceiling", "planned", "", ""),
        (250_000_000, "USD", "size", "planned", "National Science Foundation", ""),
    }),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), SUMS)
def test_sums_with_kind_giver_and_receiver(name: str, expected: set[tuple[object, ...]]) -> None:
    made = read(name)
    named = names(made)
    assert {
        (g.amount, g.currency, g.kind, g.status, named[g.agency], named[g.beneficiary]) for g in made.grants
    } == expected


def test_items_below_a_shall_are_measures_of_their_own() -> None:
    made = read("statute")
    acts = [(m.quote.text, names(made)[m.agency], m.status) for m in made.measures]
    assert ("award grants to institutions of higher education", "National Science Foundation", "planned") in acts
    assert len(acts) == 3


def test_powers_are_measures_and_purposes_are_none() -> None:
    made = read("pilot")
    acts = [(names(made)[m.agency], m.quote.text) for m in made.measures]
    assert [quote.split(" the Secretary is ")[-1][:28] for who, quote in acts if who == "Department of Commerce"] == [
        "The Secretary is authorized ", "authorized, on the applicati", "The Secretary shall establis", "consult with the committees ",
        "submit a plan for the progra", "award not more than half of ",
    ]  # fmt: skip
    assert all(who for who, _quote in acts)


def test_a_word_means_what_the_text_gave_it_to_in_the_subsection() -> None:
    of = {(m.span.text, e.name) for e in read("pilot").entities for m in e.mentions}
    assert ("program", "Seaport Program to Stimulate Trade") in of
    assert ("program", "Inland Program to Stimulate Research") not in of


def test_a_bare_head_that_opens_a_sentence_goes_on_with_the_topic() -> None:
    of = {(m.span.text, e.name) for e in read("pilot").entities for m in e.mentions}
    assert ("Committee", "Seaport Coordinating Committee") in of


def test_what_a_term_means_names_no_beneficiary_and_no_place() -> None:
    assert not {e.name for e in read("pilot").entities} & {"大学生", "Alaska"}


def test_what_somebody_will_receive_is_a_plan() -> None:
    raw = "Harbour fund opens\n\n12 May 2022\n\nThe University of Lyngvik will receive up to £500,000 to expand its labs.\n"
    (grant,) = reading.read(raw, "0" * 64).grants
    assert (grant.status, grant.kind) == ("planned", "ceiling")


def test_conditions_and_refusals_are_no_measures() -> None:
    quotes = [m.quote.text for name in DOCUMENTS for m in read(name).measures]
    assert not [q for q in quotes if "may not exceed" in q or "No additional" in q or "come into force" in q]


def test_office_holders_stand_for_their_bodies() -> None:
    made = read("statute")
    mentions = {e.name: {m.span.text for m in e.mentions} for e in made.entities if e.type == "Agency"}
    assert mentions["National Science Foundation"] == {"Director"}
    assert mentions["Department of Energy"] == {"Secretary of Energy"}


def test_a_cited_section_and_the_document_of_that_section_are_one_number() -> None:
    cited = next(e for e in read("statute").entities if e.prop("doc_no") == "15 U.S.C. 3722a")
    assert cited.type == "Policy"


def test_chinese_places_carry_their_codes() -> None:
    made = read("measures")
    assert next(e.prop("code") for e in made.entities if e.name == "Guilin") == "450300"


@pytest.mark.parametrize(
    ("raw", "doc_type", "title", "date"),
    [
        ("City rolls out action plan for clusters\n\nCHANGSHA, May 14, 2024 (Agency) -- The city will build a park.\n", "news", "City rolls out action plan for clusters", "2024-05-14"),
        ("New plan wins praise\n\nUpdated: 2023-06-05 09:12\n\nThe city will build a park.\n", "news", "New plan wins praise", "2023-06-05"),
        ("DEPARTMENT FOR SCIENCE AND TECHNOLOGY\n\nNational Quantum Strategy\n\nMarch 2023\n\nThe government will act.\n", "plan", "National Quantum Strategy", "2023-03"),
    ],
    ids=["a dateline", "a verb in the headline", "a letterhead in capitals"],
)  # fmt: skip
def test_heads(raw: str, doc_type: str, title: str, date: str) -> None:
    made = reading.read(raw, "0" * 64).document
    assert (made.doc_type, made.title, made.date) == (doc_type, title, date)
