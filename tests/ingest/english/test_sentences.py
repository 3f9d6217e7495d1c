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
