"""Chinese names of what an English text calls by its English name, and one node for both."""

from __future__ import annotations

import pytest

from graph import evidence, fold, library
from ingest import reading
from ingest.english import chinese

BODIES = {
    "State Council": "国务院",
    "The Ministry of Science and Technology": "科学技术部",
    "Department of Finance of Guangxi": "广西壮族自治区财政厅",
    "Sichuan Provincial Department of Science and Technology": "四川省科学技术厅",
    "Mianyang Municipal Bureau of Finance": "绵阳市财政局",
    "Beijing Municipal Commission of Development and Reform": "北京市发展和改革委员会",
    "Anhui Provincial People’s Government": "安徽省人民政府",
    "People's Government of Hefei": "合肥市人民政府",
    "Department of Science and Technology": "",
    "Department of Finance of Bavaria": "",
    "Department of Canals of Guangxi": "",
}
ZONES = {
    "Guilin National Innovation Demonstration Zone for the Sustainable Development Agenda": "桂林国家可持续发展议程创新示范区",
    "Hefei High-tech Industrial Development Zone": "合肥高新技术产业开发区",
    "Cambridge High-tech Industrial Development Zone": "",
}


@pytest.mark.parametrize(("english", "name"), BODIES.items())
def test_a_body_has_its_chinese_name(english: str, name: str) -> None:
    assert chinese.body(english) == name


@pytest.mark.parametrize(("english", "name"), ZONES.items())
def test_a_zone_has_its_chinese_name(english: str, name: str) -> None:
    assert chinese.zone(english) == name


def held(name: str, text: str) -> library.Held:
    return library.Held(evidence.Source(name), text, reading.read(text, name.ljust(64, "0"), name))


def test_both_languages_meet_in_one_node() -> None:
    chinese_text = (
        "四川省科学技术厅关于支持绵阳高新技术产业开发区的通知\n\n四川省科学技术厅支持绵阳高新技术产业开发区建设。\n\n"
        "四川省科学技术厅\n2022年3月4日\n"
    )
    english_text = (
        "Sichuan supports Mianyang\n\n12 May 2022\n\nThe Sichuan Provincial Department of Science and Technology supports "
        "the Mianyang High-tech Industrial Development Zone. The zone lies in Mianyang.\n"
    )
    graph = fold.fold([held("a", chinese_text), held("b", english_text)])
    found = {n.properties["name"]: n.properties for n in graph.nodes if n.label in ("Agency", "HighTechZone")}
    assert set(found) == {"四川省科学技术厅", "绵阳高新技术产业开发区"}
    assert all(p["documents"] == 2 for p in found.values())
    assert found["四川省科学技术厅"]["name_en"] == "Sichuan Provincial Department of Science and Technology"


def test_a_ministry_of_another_country_stays_its_own() -> None:
    text = "Support for regions\n\nThe Ministry of Finance supports the region of Bavaria with a new programme.\n"
    bodies = [e for e in reading.read(text, "0" * 64).entities if e.type == "Agency"]
    assert bodies
    assert all(e.prop("name_zh") is None for e in bodies)
