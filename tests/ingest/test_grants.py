"""Grants: who gives what to whom out of what, and which sums are none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph import evidence
from ingest import clauses, reading, scene, shadow, structure
from ingest.relate import grants

THINGS = {
    "科技厅": "Agency", "财政局": "Agency", "创新专项资金": "Fund", "示范区": "DemonstrationZone", "甲市": "Region", "乙市": "Region",
    "某大学": "Organization", "研究院": "Platform", "高新技术企业": "TargetGroup", "某公司": "Organization", "企业": "TargetGroup",
    "人才": "TargetGroup", "高校": "TargetGroup", "院所": "TargetGroup", "安居补贴": "Fund", "种子基金": "Fund",
}  # fmt: skip


def read(raw: str, doc_type: str = "reply", date: str = "2021-06-18") -> tuple[evidence.Grant, ...]:
    """The grants of a text whose things are those of THINGS; the author is 科技厅."""
    title = {
        "reply": "科技厅关于建议的答复",
        "measures": "甲市若干措施",
        "subsidy": "甲市安居补贴实施细则",
        "account": "科技厅2020年创新专项资金安排情况报告",
    }[doc_type]
    year, month, day = (int(part) for part in date.split("-"))
    made = shadow.clean(f"{title}\n\n{raw}\n\n科技厅\n{year}年{month}月{day}日\n")
    refs = [
        scene.Ref(m.start(), m.end(), name, kind) for name, kind in THINGS.items() for m in re.finditer(name, made.text)
    ]
    refs = [
        r for r in refs if not any(o.start <= r.start and r.end <= o.end and o.type == r.type and o != r for o in refs)
    ]
    entities = {name: evidence.Entity(name, kind, name) for name, kind in THINGS.items()}
    view = scene.Scene(made, structure.outline(made), entities, tuple(sorted(refs, key=lambda r: r.start)), "科技厅")
    return grants.find_grants(view, clauses.split(view), "Document/test")


NONE = [
    ("an output", "2020年甲市生产总值达到300亿元。"),
    ("a turnover", "全年实现主营业务收入超过20亿元。"),
    ("a loan", "累计发放贷款5亿元。"),
    ("what firms invest", "项目总投资3亿元。"),
    ("research spending of society", "全社会研发投入121亿元。"),
    ("a percentage", "按照投入的20%给予补助。"),
    ("a deposit", "履约保证金按600元/平方米交纳。"),
    ("a firm's stake", "某公司出资3000万元，占股六成。"),
    ("a loan with its purpose", "符合条件的可给予最高不超过80万元的创业担保贷款。"),
    ("a condition by its verb", "单户年度资助总额低于1万元的，不予受理。"),
    ("a bound on loans after a promise", "对企业给予贴息补助，贷款最高额度为10万元。"),
    ("a bound on those who got money", "获得扶持资金70万元（含）以上的企业应当接受审计。"),
]


@pytest.mark.parametrize("text", [n[1] for n in NONE], ids=[n[0] for n in NONE])
def test_no_grant(text: str) -> None:
    assert read(text) == ()


def test_fund_giver_beneficiary_year_projects() -> None:
    (found,) = read("2020年，我厅从创新专项资金中支持示范区项目6项，资助经费1200万元。")
    assert (found.fund, found.agency, found.beneficiary) == ("创新专项资金", "科技厅", "示范区")
    assert (found.amount, found.year, found.projects) == (12_000_000, 2020, 6)
    assert (found.status, found.kind, found.currency) == ("done", "awarded", "CNY")
    assert "资助经费1200万元" in found.quote.text


def test_a_part_takes_over_what_its_whole_has() -> None:
    whole, part = read("2018年至2020年通过创新专项资金支持甲市项目80项、资金3亿元，其中2020年30项、1.2亿元。")
    assert (whole.amount, whole.year, whole.projects) == (300_000_000, None, 80)
    assert (part.amount, part.year, part.projects) == (120_000_000, 2020, 30)
    assert part.fund == whole.fund == "创新专项资金"
    assert part.beneficiary == whole.beneficiary == "甲市"


def test_names_and_sums_pair_off() -> None:
    found = read("2020年下达创新专项资金900万元，甲市、乙市分别为500万元和400万元。")
    assert [(g.amount, g.beneficiary, g.fund, g.year) for g in found[1:]] == [
        (5_000_000, "甲市", "创新专项资金", 2020),
        (4_000_000, "乙市", "创新专项资金", 2020),
    ]


def test_each_of_several_promised_sums() -> None:
    found = read("对通过认定的单位，分别给予100万元、50万元和20万元奖励。", "measures")
    assert [g.amount for g in found] == [1_000_000, 500_000, 200_000]
    assert {g.status for g in found} == {"planned"} and {g.kind for g in found} == {"rate"}


def test_a_threshold_is_none() -> None:
    (found,) = read("对年销售收入2000万元以上的高新技术企业，最高给予80万元支持。", "measures")
    assert (found.amount, found.kind, found.status, found.beneficiary) == (
        800_000,
        "ceiling",
        "planned",
        "高新技术企业",
    )


def test_a_range_and_a_unit() -> None:
    (found,) = read("每户给予5万元至30万元补助。", "measures")
    assert (found.amount, found.amount_from, found.unit) == (300_000, 50_000, "户")


def test_promised_and_arrived() -> None:
    promised, arrived = read("研究院由两地共建，市财政承诺投入15亿元，目前已到位11亿元。")
    assert [promised.status, arrived.status] == ["planned", "done"]
    assert promised.beneficiary == arrived.beneficiary == "研究院"
    assert promised.agency is None


def test_the_reporting_body_speaks() -> None:
    _, told = read("2020年下达甲市创新专项资金800万元。据乙市统计，上述资金2020年实际到位700万元。")
    assert (told.amount, told.fund, told.agency, told.stated_by) == (7_000_000, "创新专项资金", None, "乙市")


def test_equal_sums_have_ids_of_their_own() -> None:
    found = read("对首次获奖的，分别给予10万元、10万元奖励。", "measures")
    assert len({g.id for g in found}) == 2


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["guangxi-reply-2021574", "reply-sichuan", "reply-guangdong-zhuhai", "sichuan-guangan-innovation-policy"]
)
def test_sums_of_the_evaluation_documents(shared: Path, name: str) -> None:
    raw = (shared / "eval" / "docs" / f"{name}.txt").read_bytes().decode("utf-8")
    gold = json.loads((shared / "eval" / "gold" / f"{name}.json").read_text("utf-8"))["grants"]
    found = reading.read(raw, "0" * 64, name).grants
    wanted = sorted(g["amount"] for g in gold if not g.get("optional"))
    amounts = [g.amount for g in found]
    assert all(amounts.count(a) >= wanted.count(a) for a in wanted)
    assert set(amounts) <= {g["amount"] for g in gold}
    for grant in found:
        assert raw[grant.quote.start : grant.quote.end] == grant.quote.text


SUMS = [
    ("each rate for each person", "对取得职称的人才，按1000元/人、5000元/人标准给予一次性奖励。", [1_000, 5_000]),
    ("a standard after a colon", "补贴标准：10000元。", [10_000]),
    ("a scale of prizes", "补贴标准：一等奖20万元，二等奖15万元，优胜奖5万元。", [200_000, 150_000, 50_000]),
    ("a bare 奖", "对成功创建驰名商标的企业，分别奖50万元、20万元。", [500_000, 200_000]),
]


@pytest.mark.parametrize(("text", "amounts"), [s[1:] for s in SUMS], ids=[s[0] for s in SUMS])
def test_promised_sums(text: str, amounts: list[int]) -> None:
    found = read(text, "measures")
    assert [g.amount for g in found] == amounts
    assert {g.status for g in found} == {"planned"}


RECEIVERS = [
    ("far from 对, before the comma", "对把自有专利用到新的生产线上并形成行业标准和地方标准的企业，每项给予奖励5万元。", ["企业"]),
    ("a status that is won", "对新认定为高新技术企业的，给予企业10万元奖励。", ["高新技术企业"]),
    ("each firm", "引进设备的，每个企业补助不超过8万元。", ["企业"]),
    ("who begins the sentence", "企业完成上市的，补助100万元。", ["企业"]),
    ("tiers of one promise", "对本市企业，首次挂牌的，补助20万元；转板上市的，补助50万元。", ["企业", "企业"]),
    ("two classes are no single one", "对高校、院所，每项给予奖励5万元。", [None]),
    ("a place that others are in", "对在甲市设立总部的，给予奖励5万元。", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [r[1:] for r in RECEIVERS], ids=[r[0] for r in RECEIVERS])
def test_who_receives(text: str, wanted: list[str | None]) -> None:
    assert [g.beneficiary for g in read(text, "measures")] == wanted


UNITS = [
    ("a person each month", "每人每月补贴800元。", "人"),
    ("a square metre", "装修补助最高900元/㎡。", "平方米"),
    ("a firm", "给予单个企业最高9万元资助。", "户"),
    ("a year is none", "每年最高奖励30万元。", None),
]


@pytest.mark.parametrize(("text", "unit"), [u[1:] for u in UNITS], ids=[u[0] for u in UNITS])
def test_what_one_sum_is_for(text: str, unit: str | None) -> None:
    assert [g.unit for g in read(text, "measures")] == [unit]


def test_rates_under_a_heading_of_rates_come_from_the_fund_of_the_title() -> None:
    found = read("一、补贴标准\n（一）甲类人才，每人每月1600元；\n（二）乙类人才，每人每月900元。", "subsidy")
    assert [(g.amount, g.fund, g.beneficiary, g.unit) for g in found] == [
        (1_600, "安居补贴", "人才", "人"),
        (900, "安居补贴", "人才", "人"),
    ]


def test_the_fund_is_named_behind_the_promise() -> None:
    (found,) = read("对新上规的企业，每户奖励3万元。所需资金从创新专项资金中列支。", "measures")
    assert found.fund == "创新专项资金"


def test_a_rate_and_its_ceiling() -> None:
    found = read("新购厂房的，按每平方米600元的标准，给予最高90万元补助。", "measures")
    assert [(g.amount, g.kind, g.unit) for g in found] == [(600, "rate", "平方米"), (900_000, "ceiling", None)]


def test_a_policy_gives_no_year_by_a_condition() -> None:
    (found,) = read("上年度首次上规的企业，给予5万元奖励。", "measures")
    assert (found.year, found.agency) == (None, "科技厅")


def test_the_lines_of_an_account_are_sums_out_of_the_fund_of_its_title_in_its_year() -> None:
    found = read("资金安排如下：\n1. 研究院运行：300万元。\n2. 其他：20万元。", "account")
    assert [(g.amount, g.fund, g.beneficiary, g.year) for g in found] == [
        (3_000_000, "创新专项资金", "研究院", 2020),
        (200_000, "创新专项资金", None, 2020),
    ]


def test_a_sum_in_brackets_is_for_the_name_before_it() -> None:
    found = read("平台配套：900万元，涉及某大学（600万元）、某公司（300万元）。", "account")
    assert [(g.amount, g.beneficiary) for g in found[1:]] == [(6_000_000, "某大学"), (3_000_000, "某公司")]


def test_the_fund_is_drawn_on_behind_the_sum() -> None:
    (found,) = read("对新上规的企业，每户奖励3万元，从创新专项资金中列支。", "measures")
    assert found.fund == "创新专项资金"


def test_the_fund_of_the_heading() -> None:
    (found,) = read("一、安居补贴\n对新引进的人才，每人给予5万元。", "measures")
    assert found.fund == "安居补贴"


def test_a_sum_for_every_year_is_a_standing_rate() -> None:
    (found,) = read("财政局每年给予研究院稳定支持经费200万元。")
    assert (found.kind, found.status, found.year) == ("rate", "ongoing", None)


# Sums with giver, fund, receiver, year, projects, kind and status as far as a case is about them.
TOLD = [
    ("each giver before its own sum", "种子基金首期规模8亿元，其中财政局出资2亿元，科技厅出资1亿元。", "reply",
     [{"amount": 800_000_000}, {"amount": 200_000_000, "agency": "财政局"}, {"amount": 100_000_000, "agency": "科技厅"}]),
    ("the first instalment of a fund", "种子基金总规模50亿元，首期规模10亿元。", "reply",
     [{"amount": 5_000_000_000, "kind": "size"}, {"amount": 1_000_000_000, "kind": "size"}]),
    ("a rate that was raised", "将某公司的研发补助上限由50万元提高至100万元。", "reply", [{"amount": 1_000_000, "kind": "ceiling"}]),
    ("so many projects", "财政局对12个项目给予1800万元支持。", "reply", [{"amount": 18_000_000, "kind": "awarded", "projects": 12, "status": "done"}]),
    ("what was striven for and got", "全年共争取创新专项资金1.2亿元。", "reply", [{"amount": 120_000_000, "status": "done"}]),
    ("an odd sum", "财政局拨付研究院项目经费300余万元，另支持某大学2亿多元。", "reply", [{"amount": 3_000_000}, {"amount": 200_000_000}]),
    ("what measures say was given", "一、财政局已下达创新专项资金3亿元。", "measures", [{"amount": 300_000_000, "kind": "awarded", "status": "done"}]),
    ("the unit above a list", "2023年项目经费安排表\n单位：万元\n研究院 1200\n示范区 3000\n合计 4200", "reply",
     [{"amount": 12_000_000, "beneficiary": "研究院", "year": 2023}, {"amount": 30_000_000, "beneficiary": "示范区"}]),
    ("the unit in the head of a column", "2022年度立项清单\n承担单位|推荐单位|资助金额（万元）\n某大学|甲市|500.5", "reply",
     [{"amount": 5_005_000, "beneficiary": "某大学", "year": 2022}]),
    ("columns of other sums", "2022年度立项清单\n单位：万元\n研究院 总投资6000 省级资助1500", "reply", [{"amount": 15_000_000, "beneficiary": "研究院"}]),
    ("a list that says what one may get", "奖励标准\n单位：万元\n研究院 1200", "reply", []),
    ("paid out by a body named behind it", "对某大学给予最高20万元补贴，由财政局从创新专项资金中兑付。", "measures", [{"amount": 200_000, "agency": "财政局"}]),
    ("given once more by another body", "验收合格的，由财政局再给30万元奖励，合计奖励60万元。", "reply",
     [{"amount": 300_000, "agency": "财政局"}, {"amount": 600_000, "agency": "财政局"}]),
    ("what is put on a list gets it", "甲市与某公司共建的研究院列入首批名单，获财政局经费支持500万元。", "reply", [{"amount": 5_000_000, "beneficiary": "研究院"}]),
    ("helped by the clause behind", "今年发放创新专项资金500万元，重点支持企业购买设备。", "reply", [{"amount": 5_000_000, "beneficiary": "企业"}]),
    ("a class with what narrows it", "本地茶叶加工企业首次上规模的，一次性奖励20万元。", "measures", [{"amount": 200_000, "beneficiary": "企业"}]),
    ("money of the province to a place", "2020年下达甲市省级补助资金8600万元。", "reply", [{"amount": 86_000_000, "beneficiary": "甲市"}]),
    ("this batch is of the year of the letter", "本批项目共安排创新专项资金1200万元。", "reply", [{"amount": 12_000_000, "year": 2021}]),
    ("of so many projects some", "在立项的42个项目中，有15个由某大学承担，财政局资助经费3860万元。", "reply", [{"amount": 38_600_000, "projects": 15}]),
    ("a reward on a list", "榜一：磁钢研制（出题方：某公司；榜金1200万元）。", "reply", [{"amount": 12_000_000}]),
    ("tiers behind semicolons", "获批国家级中心的，奖励1000万元；获批省级中心的，300万元；B类为50万元。", "measures",
     [{"amount": 10_000_000}, {"amount": 3_000_000, "kind": "rate"}, {"amount": 500_000, "status": "planned"}]),
    ("capped behind the sum", "企业可申请种子基金跟投，以300万元为限。", "measures", [{"amount": 3_000_000, "kind": "ceiling"}]),
    ("kept within a bound", "财政补助总额控制在900万元以内。", "measures", [{"amount": 9_000_000, "kind": "ceiling"}]),
    ("a bound after the promise", "1. 高新技术企业按5%补助。\n2. 其他企业减半，封顶20万元。", "measures", [{"amount": 200_000, "kind": "ceiling"}]),
    ("what a fund invested in", "种子基金已投甲、乙两个项目，金额各80万元和60万元。", "reply", [{"amount": 800_000}, {"amount": 600_000}]),
    ("summed up behind the gift", "财政局从创新专项资金中贴补保费的六成，当年计86万元。", "reply", [{"amount": 860_000, "fund": "创新专项资金"}]),
    ("further shares in an account", "研发项目：600万元。含揭榜项目2项200万元。", "account", [{"amount": 6_000_000}, {"amount": 2_000_000, "projects": 2}]),
    ("a fund that another one pays into", "创新专项资金出资6亿元，会同某公司发起种子基金。", "reply", [{"fund": "创新专项资金", "beneficiary": "种子基金"}]),
    ("the fund that is cut out of another", "财政局从创新专项资金中切块3000万元，设立种子基金。", "reply", [{"fund": "种子基金", "agency": "财政局"}]),
    ("helped behind the sum though another begins", "某公司放款3亿元，财政局贴息200万元，惠及企业42户。", "reply", [{"agency": "财政局", "beneficiary": "企业"}]),
    ("classes inside a zone", "科技厅为示范区内新设企业提供每家最高100万元的落户补助。", "reply", [{"beneficiary": "企业"}]),
    ("a promise outside a policy", "凡取得证书的，奖励20万元。", "reply", [{"kind": "rate", "status": "planned"}]),
    ("every year", "财政局每年列支创新专项资金500万元。", "reply", [{"kind": "rate", "status": "ongoing"}]),
    ("paid out behind the sum", "研究院首笔补助600万元已于1月拨付。", "measures", [{"status": "done"}]),
    ("grown", "争取创新专项资金3亿元，增长18%。", "reply", [{"status": "done"}]),
    ("a part of the year of its whole", "2020年安排创新专项资金300万元，其中甲市200万元。", "reply", [{"year": 2020}, {"year": 2020}]),
    ("a plan by its name is no planning", "财政局兑现“春苗计划”资助300万元。", "reply", [{"status": "done"}]),
    ("of the year under review", "2020年，企业增多。全年兑现奖补200万元。", "reply", [{"year": 2020}]),
    ("what each got", "某大学、某公司分得640万元和180万元。", "reply", [{"amount": 6_400_000, "beneficiary": "某大学"}, {"beneficiary": "某公司"}]),
    ("what has come in", "财政局首笔经费200万元同月到账。", "reply", [{"amount": 2_000_000}]),
    ("what each may draw", "高新技术企业凭登记编号，每户领取1万元。", "measures", [{"amount": 10_000, "status": "planned"}]),
    ("what a fund has put in", "种子基金已向32个项目投出2.3亿元。", "reply", [{"amount": 230_000_000, "fund": "种子基金"}]),
    ("money to begin with", "科技厅与某大学共建研究院，财政局首期投入1500万元。", "reply", [{"beneficiary": "研究院"}]),
    ("paid out for a class", "财政局为428家高新技术企业兑付奖补1.36亿元。", "reply", [{"beneficiary": "高新技术企业"}]),
    ("so many projects behind the sum", "2020年创新专项资金投向甲市2.06亿元、61项。", "reply", [{"amount": 206_000_000, "projects": 61}]),
    ("what is borne gets it", "某大学牵头的研究院入围名单，获国拨资金4200万元。", "reply", [{"beneficiary": "研究院"}]),
    ("a column of something else", "2022年度企业名单\n单位：万元\n企业名称|年度营收\n某公司|1200", "reply", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "wanted"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_what_a_sum_is_told_with(text: str, kind: str, wanted: list[dict[str, object]]) -> None:
    found = read(text, kind)
    assert [{key: getattr(g, key) for key in w} for g, w in zip(found, wanted, strict=True)] == wanted
