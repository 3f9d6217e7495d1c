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
     ("Lakeshore University", "COOPERATES_WITH", "Acme Co., Ltd.", "done")),
    ("including", "In 2023, the Department of Lakes designated 31 Tech Hubs, including the Prairie Lake Tech Hub.",
     ("Department of Lakes", "APPROVED", "Prairie Lake Tech Hub", "done")),
    ("with the approval", "Nanning High-tech Zone was upgraded with the approval of the State Council in 1992.",
     ("State Council", "APPROVED", "Nanning High-tech Zone", "done")),
    ("is home to", "Nanning High-tech Zone is home to the Nanning Software Park.", ("Nanning Software Park", "PART_OF", "Nanning High-tech Zone", "ongoing")),
    ("areas of a free trade zone", "The Anhui Free Trade Zone consists of the Hefei Area and the Wuhu Area.", ("Wuhu Area", "PART_OF", "Anhui Free Trade Zone", "ongoing")),
    ("an aside behind and", "The Lake Science Bureau drafts plans and, together with the Lake Finance Bureau, oversees the Lake Special Fund.",
     ("Lake Science Bureau", "MANAGES", "Lake Special Fund", "ongoing")),
    ("a partner acts too", "Lakeshore University works with Anhui University to run the Luyang Innovation Incubator.",
     ("Anhui University", "MANAGES", "Luyang Innovation Incubator", "ongoing")),
    ("a passive far behind its subject", "Hefei Seed Fund, set up in 2022 with a size of RMB 500 million and managed by Hefei Investment Group, invests.",
     ("Hefei Investment Group", "MANAGES", "Hefei Seed Fund", "ongoing")),
    ("it, of a zone", "Hefei High-tech Zone lies in the west. It forms the core of the Hefei-Wuhu National Demonstration Zone.",
     ("Hefei High-tech Zone", "PART_OF", "Hefei-Wuhu National Demonstration Zone", "ongoing")),
    ("joined places", "Wuhu and Hefei share the Hefei-Wuhu National Demonstration Zone.", ("Hefei-Wuhu National Demonstration Zone", "LOCATED_IN", "Wuhu", "ongoing")),
    ("it is operated by", "The Lake Voice Center was built in 2021; it is operated by iFLYTEK Co., Ltd.", ("iFLYTEK Co., Ltd.", "MANAGES", "Lake Voice Center", "ongoing")),
    ("with the support", "With the support of the Ministry of Finance, the Lake Voice Center was built in Hefei High-tech Zone in 2021.",
     ("Ministry of Finance", "SUPPORTS", "Lake Voice Center", "done")),
    ("built in a zone", "The Lake Voice Center was built in Hefei High-tech Zone in 2021.", ("Lake Voice Center", "LOCATED_IN", "Hefei", "ongoing")),
    ("within a zone", "Within the China (Anhui) Pilot Free Trade Zone, the Hefei Area is large.",
     ("Hefei Area", "PART_OF", "China (Anhui) Pilot Free Trade Zone", "ongoing")),
    ("the city", "Hefei grows. The city is also part of the Lake Innovation Corridor.", ("Hefei", "PART_OF", "Lake Innovation Corridor", "ongoing")),
    ("a place applies", "Hefei will apply to the Ministry of Finance for a national green finance reform pilot zone.",
     ("Hefei", "APPLIED_FOR", "national green finance reform pilot zone", "planned")),
    ("the plan rests on", "- Action Plan for Lakes in Hefei (2024-2026), released by the Hefei Finance Bureau. The plan was drawn up in line with the Anhui Provincial 14th Five-Year Plan.",
     ("Action Plan for Lakes in Hefei (2024-2026)", "BASED_ON", "Anhui Provincial 14th Five-Year Plan", "done")),
    ("revised to replace", "- Lake Measures of Hefei, revised in June 2024 to replace the Interim Lake Rules.", ("Lake Measures of Hefei", "REPEALS", "Interim Lake Rules", "done")),
    ("the document applies to", "- Lake Measures of Hefei, issued in May 2023. The document applies to enterprises and universities.",
     ("Lake Measures of Hefei", "TARGETS", "高校", "ongoing")),
    ("firms may apply for", "Small and medium-sized technology firms may apply for innovation vouchers.", ("innovation vouchers", "TARGETS", "科技型中小企业", "ongoing")),
    ("jointly established by", "The Lake Institute was jointly established by the Ministry of Finance and Anhui University.",
     ("Ministry of Finance", "COOPERATES_WITH", "Anhui University", "done")),
    ("under the programme", "Under the Lake R&D Programme, the Hefei Science Bureau awarded RMB 186 million to 74 projects.",
     ("Hefei Science Bureau", "MANAGES", "Lake R&D Programme", "done")),
    ("a project in quotation marks", "The project “Quantum Computer Control”, undertaken by Origin Quantum (Hefei) Co., Ltd., began.",
     ("Origin Quantum (Hefei) Co., Ltd.", "MANAGES", "Quantum Computer Control", "ongoing")),
    ("a relative clause", "Liuzhou is striving to build the Lake Automobile Laboratory, which will be jointly run by Acme Co., Ltd. and Lake University.",
     ("Lake University", "MANAGES", "Lake Automobile Laboratory", "planned")),
    ("set up by", "The Lake Growth Fund was set up by the Lake Finance Bureau.", ("Lake Finance Bureau", "MANAGES", "Lake Growth Fund", "done")),
    ("boards act jointly", "Enterprise Singapore and the Economic Development Board jointly administer the Startup SG Equity scheme.",
     ("Enterprise Singapore", "COOPERATES_WITH", "Economic Development Board", "ongoing")),
    ("delivered through", "The Lake Growth Program is funded by the Ministry of Finance and delivered through the Office of Shores.",
     ("Office of Shores", "MANAGES", "Lake Growth Program", "ongoing")),
    ("established in a year under", "The Lake Growth Program was established in 2019 under the Lakes Act 2015.",
     ("Lake Growth Program", "BASED_ON", "Lakes Act 2015", "done")),
    ("a ministry of policies", "The Ministry for Economic Affairs and Climate Action finances the Lake programme.",
     ("Ministry for Economic Affairs and Climate Action", "SUPPORTS", "Lake programme", "ongoing")),
    ("a place behind its body", "The Lake Institute for Solar Systems in Freiburg coordinates the HyTech project.",
     ("Lake Institute for Solar Systems", "MANAGES", "HyTech project", "ongoing")),
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
    ("the same sum in another currency", "The Department of Lakes will invest 2 billion yuan ($290 million) in science.",
     (2_000_000_000, "awarded", "planned", "Department of Lakes", "")),
    ("a sum to projects", "The Department of Lakes awarded RMB 186 million to 74 projects.", (186_000_000, "awarded", "done", "Department of Lakes", "")),
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
    ("a zone beside firms", "A firm is Lake (Anhui) Display Co., Ltd. Within Wuhu, it grows with Wuhu High-tech Zone.", "Wuhu High-tech Zone"),
    ("a government of a city of a county", "Kunshan grows. The city government acts. Ganzhou grows. The municipal government runs.", "Ganzhou Municipal People's Government"),
    ("a department turned", "The Commerce Department acts.", "Department of Commerce"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), [case[1:] for case in MEANT], ids=[case[0] for case in MEANT])
def test_what_a_short_form_means(sentence: str, name: str) -> None:
    made = read(sentence)
    kinds = ("Agency", "HighTechZone")
    assert [e.name for e in made.entities if e.type in kinds] == [name]


def test_what_a_class_can_have_and_what_a_place_will_do_are_plans_of_nobody() -> None:
    made = read("Hefei grows.\n\nLeading talents can receive a grant of RMB 1 million. The city plans to build a park.")
    assert [(m.agency, m.status, m.quote.text[:8]) for m in sorted(made.measures, key=lambda m: m.quote.start)] == [
        (None, "planned", "Leading "),
        (None, "planned", "The city"),
    ]


def test_what_provisions_give_their_issuer_gives() -> None:
    raw = (
        "Lake Measures of Hefei\n\nIssued by: Hefei Finance Bureau\nDate: April 2, 2024\n\n"
        "1. Support shall be given to the construction of the Lake Chip Platform.\n\n2. For leading talents, funding of 5 million yuan will be provided.\n\n"
        "Applications close on 30 June 2025.\n"
    )
    made = reading.read(raw, "0" * 64)
    named = {e.id: e.name for e in made.entities}
    assert made.document.date == "2024-04-02"
    assert [(named[g.agency or ""], named[g.beneficiary or ""]) for g in made.grants] == [
        ("Hefei Finance Bureau", "人才")
    ]
    assert ("Hefei Finance Bureau", "SUPPORTS", "Lake Chip Platform") in {
        (named[c.subject], c.predicate, named[c.object]) for c in made.claims
    }
