"""Which names are alike enough to ask a person, and which are not."""

from __future__ import annotations

import pytest

from graph import candidates
from graph.candidates import Named

FILLER = [
    Named(f"x{i}", "Agency", f"{place}省科学技术厅")
    for i, place in enumerate("湖南 湖北 河南 河北 山东 山西 广东 江西".split())
]
CASES = {
    "a shared alias": (
        "桂林国家可持续发展议程创新示范区",
        ("可持续发展示范区",),
        "桂林创新示范区",
        ("可持续发展示范区",),
        "alias",
    ),
    "a short form": ("桂林高新区", (), "桂林国家高新技术产业开发区", (), "part"),
    "one letter apart": ("广西创新驱动发展专项资金", (), "广西创新驱动发展专项基金", (), "letters"),
    "other meetings": ("自治区十三届人大四次会议", (), "自治区十三届人大五次会议", (), None),
    "other numbers": ("第2021574号代表建议", (), "第2022316号代表建议", (), None),
    "other provinces": ("陕西省科学技术厅", (), "山西省科学技术厅", (), None),
    "nothing shared": ("桂林市", (), "国务院", (), None),
}


@pytest.mark.parametrize("name", CASES)
def test_pairs(name: str) -> None:
    left, left_names, right, right_names, why = CASES[name]
    things = [Named("a", "Agency", left, left_names), Named("b", "Agency", right, right_names), *FILLER]
    found = [pair for pair in candidates.pairs(things) if (pair.left, pair.right) == ("a", "b")]
    assert [pair.why for pair in found] == ([why] if why else [])


def test_regions_before_names_keep_two_apart() -> None:
    kind = "国家可持续发展议程创新示范区"
    places = [
        Named(code, "Region", f"{name}市", (name,))
        for code, name in (("431000", "郴州"), ("330500", "湖州"), ("430000", "湖南"), ("430300", "湘潭"))
    ]
    named = [
        Named(f"z{i}", "Zone", f"{place}{kind}")
        for i, place in enumerate(("郴州市", "湖州市", "郴州", "湖南郴州", "湖南湘潭"))
    ]
    found = {(pair.left, pair.right) for pair in candidates.pairs([*places, *named])}
    assert found == {("z0", "z2"), ("z0", "z3"), ("z2", "z3")}


def test_a_city_holds_no_city_whose_code_begins_as_its_own() -> None:
    cities = [
        Named(f"Region/{code}", "Region", name, (), code) for code, name in (("431000", "郴州"), ("431100", "永州"))
    ]
    zones = [Named(f"z{i}", "Zone", f"{city.name}市国家可持续发展议程创新示范区") for i, city in enumerate(cities)]
    assert candidates.pairs(zones)
    assert not candidates.pairs([*cities, *zones])


def test_what_was_decided_and_other_kinds_are_not_asked() -> None:
    one, two = Named("a", "Fund", "广西创新驱动发展专项资金"), Named("b", "Fund", "广西创新驱动发展专项基金")
    assert candidates.pairs([one, two])
    assert not candidates.pairs([one, two], {frozenset(("a", "b"))})
    assert not candidates.pairs([one, Named("b", "Platform", two.name)])
    assert not candidates.pairs(
        [Named("a", "Policy", one.name, number="1"), Named("b", "Policy", two.name, number="2")]
    )
