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


TABLE = frozenset(("Document/list",))
APART = {
    "a body and its office": (Named("a", "Agency", "桂林市人民政府"), Named("b", "Agency", "桂林市人民政府办公室")),
    "a ministry and a bureau": (
        Named("a", "Agency", "人力资源和社会保障部", level="national"),
        Named("b", "Agency", "桂林市人力资源和社会保障局", level="municipal"),
    ),
    "bodies of a city and of its district": (
        Named("a", "Agency", "深圳市统计局", region="440300"),
        Named("b", "Agency", "深圳市坪山区统计局", region="440310"),
    ),
    "rows of one table": (
        Named("a", "HighTechZone", "长春高新区", tables=TABLE),
        Named("b", "HighTechZone", "长春净月高新区", tables=TABLE),
    ),
    "bodies that tables know": (
        Named("a", "Agency", "国家计划委员会", tables=TABLE),
        Named("b", "Agency", "国家卫生和计划生育委员会", tables=frozenset(("Document/bodies",))),
    ),
    "a plan and the request for it": (
        Named("a", "Policy", "柳州市工业振兴总体规划（2018—2035年）"),
        Named("b", "Policy", "柳州市工业振兴总体规划（2018—2035年）的请示"),
    ),
    "a piece of both names in common": (
        Named("a", "Mechanism", "防洪工作领导小组", ("工作领导小组",)),
        Named("b", "Mechanism", "扶贫工作领导小组", ("工作领导小组",)),
    ),
    "an office in common": (
        Named("a", "Agency", "Ministry of Mines", ("Secretary",)),
        Named("b", "Agency", "Ministry of Health", ("Secretary",)),
    ),
}


@pytest.mark.parametrize("name", APART)
def test_what_keeps_two_apart(name: str) -> None:
    assert not candidates.pairs(APART[name])


def test_a_name_that_fits_things_of_many_regions_names_their_kind() -> None:
    kind = Named("kind", "Zone", "国家可持续发展议程创新示范区")
    zones = [
        Named(code, "Zone", f"{name}市{kind.name}", region=code)
        for code, name in (("431000", "郴州"), ("330500", "湖州"), ("450300", "桂林"))
    ]
    assert [{pair.left, pair.right} for pair in candidates.pairs([kind, zones[0]])] == [{"kind", "431000"}]
    assert not candidates.pairs([kind, *zones])


def test_of_pairs_that_are_as_much_alike_the_one_on_which_more_hangs_comes_first() -> None:
    bare = [Named(f"{name}{end}", "Fund", name, links=links)
            for name, links in (("甘薯改良专项资金", 1), ("铁路复线引导基金", 5)) for end in "12"]  # fmt: skip
    assert [pair.left for pair in candidates.pairs(bare)] == ["铁路复线引导基金1", "甘薯改良专项资金1"]


def test_what_was_decided_and_other_kinds_are_not_asked() -> None:
    one, two = Named("a", "Fund", "广西创新驱动发展专项资金"), Named("b", "Fund", "广西创新驱动发展专项基金")
    assert candidates.pairs([one, two])
    assert not candidates.pairs([one, two], {frozenset(("a", "b"))})
    assert not candidates.pairs([one, Named("b", "Platform", two.name)])
    assert not candidates.pairs(
        [Named("a", "Policy", one.name, number="1"), Named("b", "Policy", two.name, number="2")]
    )
