"""Policy instruments: each kind is shown by words, people may decide otherwise, and a library may bring its own scheme."""

from __future__ import annotations

import pytest

from graph import build, errors, evidence, fold, instruments, judgements, library, ontology
from tests import factories

CASES = {
    "向科技型企业发放创新券": "innovation_vouchers",
    "落实研发费用加计扣除政策": "corporate_tax_relief",
    "设立信贷风险补偿资金池": "guarantees_risk_sharing",
    "设立可持续发展子基金": "equity_financing",
    "对购置设备的贷款给予贴息": "loans_credits",
    "政府采购向首台套产品倾斜": "procurement",
    "发布一批应用场景清单": "application_scenarios",
    "支持企业开拓国际市场": "trade_markets",
    "举办创新创业大赛": "prizes",
    "资助博士后进站": "fellowships",
    "支持科研人员离岗创业": "labour_mobility",
    "试行职务科技成果权属混合所有制": "intellectual_property",
    "参与制定国际标准": "standards_certification",
    "布局建设省级重点实验室": "research_infrastructure",
    "建设技术转移信息平台": "information_services",
    "组建产学研创新联合体": "networking",
    "建立技术转移服务体系": "extension_advisory",
    "保障重点项目用地": "land_premises",
    "放宽新业态准入": "emerging_regulation",
    "简化审批流程": "administrative_simplification",
    "申报创建国家自主创新示范区": "zone_designation",
    "定期召开联席会议": "coordination_bodies",
    "每年开展绩效评价": "policy_intelligence",
    "组织政策宣讲": "outreach",
    "对新认定的高新技术企业给予50万元奖励": "grants_business",
    "组织实施重点研发计划": "project_grants_public",
    "加大一般性转移支付力度": "institutional_funding",
    "编制科技创新规划": "strategies",
    "深化科技体制改革": "governance_reform",
    "shall award grants to consortia": "networking",
    "may provide technical assistance": "extension_advisory",
}


@pytest.mark.parametrize(("words", "kind"), CASES.items(), ids=CASES.values())
def test_words_show_the_kind(words: str, kind: str) -> None:
    shown = instruments.classify(instruments.load(), words)
    assert shown[0].id == kind
    assert shown[0].cue in words


def test_words_that_show_nothing_are_not_classed() -> None:
    assert instruments.classify(instruments.load(), "统筹城乡协调发展") == ()


def test_every_kind_is_named_in_both_languages() -> None:
    scheme = instruments.load()
    assert all(i.zh and i.en for i in scheme.instruments)
    assert {i.side for i in scheme.instruments} == set(scheme.sides) == {"supply", "environment", "demand"}


def row() -> library.Held:
    policy = factories.entity("Policy", "广西若干措施", self=True)
    measure = evidence.Measure("m-1", "planned", evidence.Span(0, 10, "支持科研人员离岗创业"))
    return factories.held("a", factories.reading("a", policy, measures=(measure,)), "支持科研人员离岗创业")


def test_a_policy_has_the_instruments_of_its_measures() -> None:
    nodes = {n.label: n.properties for n in fold.fold([row()]).nodes}
    assert nodes["Measure"]["instruments"] == nodes["Policy"]["instruments"] == ("labour_mobility",)
    assert nodes["Measure"]["instrument_cues"] == ("离岗创业",)


def test_a_person_decides() -> None:
    decided = judgements.Judgement(
        "correct", "m-1", "赵", "2026-01-01", "按课题组口径", correction=(("instruments", "networking"),)
    )
    assert next(n for n in fold.fold([row()], [decided]).nodes if n.label == "Measure").properties["instruments"] == (
        "networking",
    )


def test_a_librarys_own_scheme_takes_the_place_of_ours(tmp_path) -> None:
    (tmp_path / instruments.FILE).write_text(
        "name: 课题组\nsides: {a: {zh: 甲, en: A}}\ngroups: {g: {zh: 组, en: group}}\n"
        "instruments: {people: {zh: 人, en: people, group: g, side: a, cues: [人员]}}\n", "utf-8")  # fmt: skip
    with library.open_library(tmp_path) as held:
        one = row()
        held.put(one.source, b"a", one.text, one.reading, "r")
        measure = next(n for n in build.folded(held).graph.nodes if n.label == "Measure")
    assert measure.properties["instruments"] == ("people",)


@pytest.mark.parametrize("text", ["name: x", "[", "name: x\nsides: {}\ngroups: {}\ninstruments: {a: {zh: 甲, en: A, group: g, side: s, cues: ['(']}}",
                                  "name: x\nsides: {}\ngroups: {}\ninstruments: {a: {zh: 甲, en: A, group: g, side: s, cues: [甲]}}"])  # fmt: skip
def test_a_broken_scheme_is_named(text: str, tmp_path) -> None:
    (tmp_path / instruments.FILE).write_text(text, "utf-8")
    with pytest.raises(errors.BadOntology, match="instruments"):
        instruments.load(tmp_path)


def test_the_ontology_knows_the_properties() -> None:
    labels = ontology.load().labels
    assert "instruments" in labels["Measure"].properties
    assert "instruments" in labels["Policy"].properties
