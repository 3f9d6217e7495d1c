"""Where English names begin and end, and of which kind they are."""

from __future__ import annotations

import pytest

from ingest.english import names, vocabulary

NAMES = [
    ("a verb of a headline", "Department of Energy Awards Grants", [("Agency", "Department of Energy")]),
    ("a government behind a ministry", "the Ministry of Energy and the Jiangsu government", [("Agency", "Ministry of Energy"), ("Region", "Jiangsu")]),
    ("a person runs it", "is led by Ada Example", []),
    ("complement with a list", "the Committee on Commerce, Science, and Transportation met", [("Agency", "Committee on Commerce, Science, and Transportation")]),
    ("two bodies", "the Ministry of Finance and the Ministry of Science and Technology",
     [("Agency", "Ministry of Finance"), ("Agency", "Ministry of Science and Technology")]),
    ("two platforms", "Regional Innovation Engines and Translation Accelerators", [("Platform", "Regional Innovation Engines"), ("Platform", "Translation Accelerators")]),
    ("and before the head", "the Science and Technology Framework", [("Policy", "Science and Technology Framework")]),
    ("a list before the head", "the Reform, Recovery, and Enforcement Act of 1989", [("Policy", "Reform, Recovery, and Enforcement Act of 1989")]),
    ("owner", "the Department of Commerce’s Economic Development Administration",
     [("Agency", "Department of Commerce"), ("Agency", "Economic Development Administration")]),
    ("office", "the Under Secretary of Commerce for Standards and Technology", [("Agency", "Under Secretary of Commerce for Standards and Technology")]),
    ("an article behind what a plan is for", "the Action Plan for Building an Open Island Economy", [("Policy", "Action Plan for Building an Open Island Economy")]),
    ("small words first", "the Strength in Places Fund", [("Fund", "Strength in Places Fund")]),
    ("a sentence's first word", "Each Translation Accelerator shall", [("Platform", "Translation Accelerator")]),
    ("classes name nobody", "Tribal Colleges or Universities and national laboratories", []),
    ("a program of a body", "Innovation Program of the National Science Foundation", [("Programme", "Innovation Program"), ("Agency", "National Science Foundation")]),
    ("a class with words of its own before the firms", "advice for small and medium-sized local businesses", [("TargetGroup", "small and medium-sized local businesses")]),
    ("a head in lower case", "runs the Launchpad programme and the Federal program", [("Programme", "Launchpad programme")]),
    ("two adjectives of one noun", "the Directorate-General for Regional and Urban Policy", [("Agency", "Directorate-General for Regional and Urban Policy")]),
    ("a firm by its form", "by iFlytek Co., Ltd. and Acme Robotics, Inc. of", [("Organization", "iFlytek Co., Ltd."), ("Organization", "Acme Robotics, Inc.")]),
    ("what is given to whom", "the Accelerator Fund Competition to the Office of Investment", [("Programme", "Accelerator Fund Competition"), ("Agency", "Office of Investment")]),
    ("rules for a place", "the Measures for Supporting Transfer in Hefei", [("Policy", "Measures for Supporting Transfer in Hefei"), ("Region", "Hefei")]),
    ("years behind a plan", "the Action Plan for Lakes in Hefei (2024-2026) and", [("Policy", "Action Plan for Lakes in Hefei (2024-2026)"), ("Region", "Hefei")]),
    ("words that and makes one", "the Measures for the Administration of Science and Technology Innovation Vouchers",
     [("Policy", "Measures for the Administration of Science and Technology Innovation Vouchers")]),
    ("quoted words", "the “Science Island” Start-up Programme", [("Programme", "“Science Island” Start-up Programme")]),
    ("a fund in lower case", "a science and technology innovation fund of funds is", [("Fund", "science and technology innovation fund of funds")]),
    ("institutes that are one body", "the Hefei Institutes of Physical Science", [("Organization", "Hefei Institutes of Physical Science"), ("Region", "Hefei")]),
    ("an owner with and", "the Institute of Standards and Technology’s Extension Partnership",
     [("Organization", "Institute of Standards and Technology"), ("Programme", "Extension Partnership")]),
    ("a law's section", "section 201(a) of title 15", [("Policy", "section 201(a) of title 15")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(n.type, n.text) for n in names.find(text, [(0, len(text))]) if not n.bare] == expected


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("hubs", "hub"),
        ("facilities", "facility"),
        ("business", "business"),
        ("campus", "campus"),
        ("branches", "branch"),
    ],
)
def test_singular(many: str, one: str) -> None:
    assert vocabulary.singular(many) == one
