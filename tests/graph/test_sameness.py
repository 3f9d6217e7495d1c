"""Sameness across documents: what one name means everywhere, and what only in the region whose document speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph import evidence, judgements, library, sameness
from tests import factories

GUANGXI = factories.entity("Agency", "广西壮族自治区人民政府", region="450000")
SICHUAN = factories.entity("Agency", "四川省人民政府", region="510000")
COUNCIL = factories.entity("Agency", "国务院")
GUILIN = factories.entity("Region", "桂林市", code="450300")


def node_of(kind: str, name: str, speaker: evidence.Entity = GUANGXI, **props: str) -> str:
    """The node of a thing that a document of `speaker` names beside 桂林市."""
    thing = factories.entity(kind, name, **props)
    row = factories.held(name, factories.reading(f"{speaker.name}{name}", speaker, GUILIN, thing, issuer=speaker))
    return sameness.identify([row]).ids[(0, thing.id)]


SAME = {
    "a high-tech zone by long and short name": (("HighTechZone", "桂林国家高新技术产业开发区"), ("HighTechZone", "桂林高新区")),
    "a zone with and without 市": (("DevelopmentZone", "桂林市经济技术开发区"), ("DevelopmentZone", "桂林国家级经开区")),
    "a demonstration zone with and without rank": (
        ("DemonstrationZone", "桂林市国家可持续发展议程创新示范区"), ("DemonstrationZone", "桂林可持续发展议程创新示范区")),
    "a fund by long and short region": (("Fund", "广西壮族自治区创新驱动发展专项资金"), ("Fund", "广西创新驱动发展专项资金")),
    "a law with and without the country": (("Policy", "中华人民共和国科学技术进步法"), ("Policy", "科学技术进步法")),
    "a title with and without its issuer": (
        ("Policy", "广西壮族自治区人民政府关于促进桂林市绿色金融改革若干措施"), ("Policy", "关于促进桂林市绿色金融改革若干措施")),
    "a congress of the party": (("Meeting", "二十大"), ("Meeting", "二十大")),
    "a title with a quoted name": (("Policy", "“数据要素×”行动计划"), ("Policy", "“数据要素×”行动计划")),
    "a number in two kinds of brackets": (
        ("Policy", "甲", {"doc_no": "桂政发〔2019〕48号"}), ("Policy", "乙", {"doc_no": "桂政发[2019]48号"})),
}  # fmt: skip


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_node_whoever_speaks(pair: tuple) -> None:
    first, second = (node_of(kind, name, **dict(*more)) for kind, name, *more in pair)
    assert first == second
    elsewhere = node_of(*pair[0][:2], SICHUAN, **dict(*pair[0][2:]))
    assert elsewhere == first


LOCAL = {
    "a mechanism that every region has": ("Mechanism", "科技创新工作领导小组"),
    "a fund without a place": ("Fund", "创新驱动发展专项资金"),
    "a plan whose title tells nothing": ("Policy", "专项行动实施方案"),
    "a department without its place": ("Agency", "财政厅"),
    "a zone without a place": ("DemonstrationZone", "绿色金融改革创新示范区"),
}


@pytest.mark.parametrize(("kind", "name"), LOCAL.values(), ids=LOCAL)
def test_a_name_that_every_region_has_is_its_speakers(kind: str, name: str) -> None:
    here, there, above = (node_of(kind, name, speaker) for speaker in (GUANGXI, SICHUAN, COUNCIL))
    assert len({here, there, above}) == 3


APART = {
    "two levels of one task": (("DemonstrationZone", "桂林绿色金融改革创新示范区"), ("DemonstrationZone", "桂林绿色金融改革创新试验区")),
    "two kinds of zone": (("HighTechZone", "桂林高新区"), ("DevelopmentZone", "桂林经开区")),
    "the trial text and the final one": (("Policy", "桂林市科技计划管理办法（试行）"), ("Policy", "桂林市科技计划管理办法")),
    "two numbers of one title": (
        ("Policy", "桂林市实施细则", {"doc_no": "市科〔2020〕1号"}), ("Policy", "桂林市实施细则", {"doc_no": "市科〔2021〕9号"})),
}  # fmt: skip


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_what_must_not_merge(pair: tuple) -> None:
    first, second = (node_of(kind, name, **dict(*more)) for kind, name, *more in pair)
    assert first != second


def test_documents_of_unknown_issuers_share_no_local_name() -> None:
    fund = factories.entity("Fund", "专项扶持资金")
    rows = [factories.held(name, factories.reading(name, fund)) for name in ("a", "b")]
    found = sameness.identify(rows).ids
    assert found[(0, fund.id)] != found[(1, fund.id)]


def table(*things: evidence.Entity, lies: tuple[tuple[str, str], ...] = ()) -> library.Held:
    """A reference table that names the things and says where zones lie."""
    said = tuple((zone, "LOCATED_IN", place, "ongoing") for zone, place in lies)
    held = factories.held("reference/zones.csv", factories.reading("国家园区名单", *things, facts=said))
    return replace(held, source=replace(held.source, reference=True))


def named(kind: str, name: str, *aliases: str, **props: str) -> evidence.Entity:
    return replace(factories.entity(kind, name, **props), aliases=aliases)


DONGHU = named("HighTechZone", "武汉东湖新技术开发区", "东湖高新区")
SUZHOU = named("HighTechZone", "苏州工业园区", "苏州工业园")
BEIBU = named("DemonstrationZone", "北部湾国家自主创新示范区", "北部湾自创区", "国家自主创新示范区")
MINDONG = named("DemonstrationZone", "闽东国家自主创新示范区", "闽东自创区", "国家自主创新示范区")
SPECIAL = named("Programme", "国家科技重大专项", "科技重大专项")
TORCH, P863 = named("Programme", "火炬计划"), named("Programme", "国家高技术研究发展计划", "863计划")
WUHAN, HUBEI, CHUAN = (
    factories.entity("Region", name, code=code)
    for name, code in (("武汉市", "420100"), ("湖北省", "420000"), ("四川省", "510000"))
)
KNOWN = table(
    DONGHU, SUZHOU, BEIBU, MINDONG, SPECIAL, TORCH, P863, WUHAN, HUBEI, CHUAN, GUILIN,
    lies=((DONGHU.name, WUHAN.name), (BEIBU.name, GUILIN.name)),
)  # fmt: skip

MEANS = {
    "a short form": ("HighTechZone", "东湖高新区", GUANGXI, "HighTechZone/武汉东湖新技术开发区"),
    "a name with its province before it": ("HighTechZone", "湖北省武汉东湖新技术开发区", GUANGXI, "HighTechZone/武汉东湖新技术开发区"),
    "a name with another province before it": (
        "HighTechZone", "四川省东湖高新区", GUANGXI, "HighTechZone/四川东湖高新区"),
    "a name of a neighbouring kind": ("DevelopmentZone", "苏州工业园", GUANGXI, "HighTechZone/苏州工业园区"),
    "a short form that tells no place, said where the zone lies": (
        "DemonstrationZone", "北部湾自创区", GUANGXI, "DemonstrationZone/北部湾自主创新示范区"),
    "the same said elsewhere": ("DemonstrationZone", "北部湾自创区", SICHUAN, "DemonstrationZone/北部湾自创区@510000"),
    "a form that two zones share": ("DemonstrationZone", "国家自主创新示范区", COUNCIL, "DemonstrationZone/国家自主创新示范区"),
    "a full name without a place": ("Programme", "火炬计划", GUANGXI, "Programme/火炬计划"),
    "a short form with a number in it": ("Programme", "863计划", GUANGXI, "Programme/国家高技术研究发展计划"),
    "a short form that provinces use for their own": ("Programme", "科技重大专项", GUANGXI, "Programme/科技重大专项@450000"),
    "the same said by the centre": ("Programme", "科技重大专项", COUNCIL, "Programme/国家科技重大专项"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "speaker", "node"), MEANS.values(), ids=MEANS)
def test_a_name_means_the_one_thing_that_a_reference_table_calls_so(
    kind: str, name: str, speaker: evidence.Entity, node: str
) -> None:
    thing = factories.entity(kind, name)
    row = factories.held("a", factories.reading("答复", speaker, thing, issuer=speaker))
    assert sameness.identify([KNOWN, row]).ids[(1, thing.id)] == node


def test_people_outrank_a_reference_table() -> None:
    thing = factories.entity("DevelopmentZone", "苏州工业园")
    row = factories.held("a", factories.reading("答复", GUANGXI, thing, issuer=GUANGXI))
    no = judgements.Judgement(
        "not_same", "DevelopmentZone/苏州工业园", "张", "2026-11-27", "两处", "HighTechZone/苏州工业园区"
    )
    assert sameness.identify([KNOWN, row], [no]).ids[(1, thing.id)] == "DevelopmentZone/苏州工业园"


def test_a_document_that_means_another_thing_has_a_node_of_its_own() -> None:
    thing = factories.entity("Platform", "桂林创新中心")
    rows = [factories.held(t, factories.reading(t, GUANGXI, thing, issuer=GUANGXI)) for t in ("甲", "乙")]
    node, document = sameness.identify(rows).ids[(0, thing.id)], rows[1].reading.document.id
    split = judgements.Judgement("split", node, "张", "2026-11-28", "另一个中心", document)
    found = sameness.identify(rows, [split]).ids
    own = judgements.parted(node, document)
    assert (found[(0, thing.id)], found[(1, thing.id)]) == (node, own)
    assert own != node and found[(1, GUANGXI.id)] == found[(0, GUANGXI.id)]
    other = judgements.Judgement("same", own, "张", "2026-11-28", "同一个", "Platform/漓江实验室")
    assert sameness.identify(rows, [split, other]).ids[(1, thing.id)] == min(own, "Platform/漓江实验室")
