"""How English texts say what a body does: one sentence each (its facts are not true), and the claim that it makes."""

from __future__ import annotations

import pytest

from graph import evidence
from ingest import reading


def read(sentence: str) -> evidence.Reading:
    return reading.read(f"Lakeside innovation page\n\n{sentence}\n", "0" * 64)


SAID = [
    ("a passive beside a passive", "The Lakeshore Energy Programme is funded by the Scottish Government and managed by the Lakeshore Growth Agency.",
     ("Lakeshore Growth Agency", "MANAGES", "Lakeshore Energy Programme", "ongoing")),
    ("a fund pays", "The Lakeshore Energy Programme is co-funded by the European Regional Development Fund.",
     ("European Regional Development Fund", "SUPPORTS", "Lakeshore Energy Programme", "ongoing")),
    ("a passive behind a comma", "The Lakeshore Quantum Hub, led by the Lakeshore Research Institute, opened.",
     ("Lakeshore Research Institute", "MANAGES", "Lakeshore Quantum Hub", "ongoing")),
    ("is a fund delivered by", "The Lakeshore Growth Fund is a £30 million competitive fund delivered by the Ministry of Growth.",
     ("Ministry of Growth", "MANAGES", "Lakeshore Growth Fund", "ongoing")),
    ("shall be responsible for", "The Office of Lakes shall be responsible for administering the Lakeshore Jobs Program.",
     ("Office of Lakes", "MANAGES", "Lakeshore Jobs Program", "ongoing")),
    ("established within", "There is established within the Department of Lakes an Office of Shores.", ("Office of Shores", "PART_OF", "Department of Lakes", "ongoing")),
    ("a body’s body", "The Department of Lakes’s Shore Administration met.", ("Shore Administration", "PART_OF", "Department of Lakes", "ongoing")),
    ("a pact", "The Department of Lakes signed a strategic cooperation agreement with Lakeshore University.",
     ("Department of Lakes", "COOPERATES_WITH", "Lakeshore University", "done")),
    ("what a pact is for", "The Department of Lakes signed an agreement with Lakeshore University to jointly build the Lakeshore Data Park.",
     ("Department of Lakes", "MANAGES", "Lakeshore Data Park", "done")),
    ("both sign", "The Department of Lakes and the Ministry of Growth have signed a memorandum of understanding.",
     ("Department of Lakes", "COOPERATES_WITH", "Ministry of Growth", "done")),
    ("co-found", "Lakeshore University and Acme Co., Ltd. have co-founded the Joint Laboratory of Speech.",
     ("Lakeshore University", "COOPERATES_WITH", "Acme Co., Ltd", "done")),
    ("including", "In 2023, the Department of Lakes designated 31 Tech Hubs, including the Prairie Lake Tech Hub.",
     ("Department of Lakes", "APPROVED", "Prairie Lake Tech Hub", "done")),
    ("with the approval", "Nanning High-tech Zone was upgraded with the approval of the State Council in 1992.",
     ("State Council", "APPROVED", "Nanning High-tech Zone", "done")),
    ("is home to", "Nanning High-tech Zone is home to the Nanning Software Park.", ("Nanning Software Park", "PART_OF", "Nanning High-tech Zone", "ongoing")),
    ("areas of a free trade zone", "The Anhui Free Trade Zone consists of the Hefei Area and the Wuhu Area.", ("Wuhu Area", "PART_OF", "Anhui Free Trade Zone", "ongoing")),
    ("several places", "The Lakeshore Energy Hub in Alabama, Idaho and Vermont opened.", ("Lakeshore Energy Hub", "LOCATED_IN", "Vermont", "ongoing")),
    ("is rolled out", "The Lakeshore Measures were rolled out by the Ministry of Growth.", ("Ministry of Growth", "ISSUED", "Lakeshore Measures", "done")),
    ("a fund and its ground", "The Lakeshore Growth Fund was set up under the Lakes Act 2022.", ("Lakeshore Growth Fund", "BASED_ON", "Lakes Act 2022", "done")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim"), [case[1:] for case in SAID], ids=[case[0] for case in SAID])
def test_a_sentence_says(sentence: str, claim: tuple[str, str, str, str]) -> None:
    made = read(sentence)
    named = {e.id: e.name for e in made.entities}
    assert claim in {(named[c.subject], c.predicate, named[c.object], c.status) for c in made.claims}


NOT_SAID = [
    ("a class of platforms", "The Department of Lakes awarded $9 million to four Tech Hubs in Alabama.", "Tech Hubs"),
    ("a day", "The Department of Lakes on Monday issued a plan.", "Department of Lakes on Monday"),
    ("an adjective", "The Lakeshore Hub is an EDA-designated Tech Hub.", "EDA-designated Tech Hub"),
]


@pytest.mark.parametrize(("sentence", "name"), [case[1:] for case in NOT_SAID], ids=[case[0] for case in NOT_SAID])
def test_a_sentence_names_no_such_thing(sentence: str, name: str) -> None:
    assert name not in {e.name for e in read(sentence).entities}


PAID = [
    ("received from", "Purdue University received a $12.5 million grant from the National Science Foundation.",
     (12_500_000, "awarded", "done", "National Science Foundation", "Purdue University")),
    ("supported with", "The Department of Lakes supports the Vermont Gallium Hub with $3 million.",
     (3_000_000, "awarded", "ongoing", "Department of Lakes", "Vermont Gallium Hub")),
    ("to each", "The Department of Lakes offers subsidies of up to 5 million yuan to each new high-tech enterprise.",
     (5_000_000, "ceiling", "ongoing", "Department of Lakes", "高新技术企业")),
    ("a class that will receive", "Start-ups that settle in the park will receive a reward of 200,000 yuan.", (200_000, "awarded", "planned", "", "初创企业")),
    ("shall be", "A grant awarded under the Lakes Program shall be in an amount of not more than $750,000.", (750_000, "ceiling", "planned", "", "")),
    ("made available to", "Of the amounts available, $10,000,000 shall be made available to the Shore Administration.",
     (10_000_000, "size", "planned", "Shore Administration", "")),
    ("million for", "The Department of Lakes has allocated €3.5 million for start-ups.", (3_500_000, "awarded", "done", "Department of Lakes", "初创企业")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "grant"), [case[1:] for case in PAID], ids=[case[0] for case in PAID])
def test_a_sentence_pays(sentence: str, grant: tuple[int, str, str, str, str]) -> None:
    made = read(sentence)
    named = {e.id: e.name for e in made.entities} | {None: ""}
    assert [(g.amount, g.kind, g.status, named[g.agency], named[g.beneficiary]) for g in made.grants] == [grant]


def test_items_below_an_authorization_are_sums_of_its_body() -> None:
    made = read(
        "There are authorized to be appropriated to the Department of Lakes—\n\n(1) $50,000,000 for fiscal year 2023;\n\n(2) $75,000,000 for fiscal year 2024."
    )
    named = {e.id: e.name for e in made.entities} | {None: ""}
    assert [(g.amount, g.year, named[g.agency]) for g in made.grants] == [
        (50_000_000, 2023, "Department of Lakes"),
        (75_000_000, 2024, "Department of Lakes"),
    ]


MEANT = [
    ("a government by its level", "The province of Anhui grew. Anhui is large. The provincial government runs the Lake Hub.", "Anhui Provincial People's Government"),
    ("a zone without words of its name", "Nanning National High-tech Industrial Development Zone grew. Nanning High-tech Zone runs well.",
     "Nanning National High-tech Industrial Development Zone"),
    ("a department turned", "The Commerce Department acts.", "Department of Commerce"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), [case[1:] for case in MEANT], ids=[case[0] for case in MEANT])
def test_what_a_short_form_means(sentence: str, name: str) -> None:
    made = read(sentence)
    kinds = ("Agency", "HighTechZone")
    assert [e.name for e in made.entities if e.type in kinds] == [name]
