"""Measures: one for each group of clauses with one aim, and what is none."""

from __future__ import annotations

import pytest

from ingest import reading
from tests.ingest import stage

CASES: list[tuple[str, str, str, list[str]]] = [
    ("prose: one for each status", "reply", "我厅已设立种子基金，正在制定细则。", ["我厅已设立种子基金", "正在制定细则"]),
    ("prose: one for each actor", "reply", "我厅实施春苗计划，财政厅安排专项经费。", ["我厅实施春苗计划", "财政厅安排专项经费"]),
    ("prose: an aim stays with its act", "reply", "我厅加强对各类创新主体的业务指导，提升服务水平。", ["我厅加强对各类创新主体的业务指导，提升服务水平"]),
    ("prose: creed is none", "reply", "坚持以科学发展观为指导，我厅实施春苗计划。", ["我厅实施春苗计划"]),
    ("prose: who runs what is set up", "reply", "我厅设立种子基金，由丙公司受托管理。", ["我厅设立种子基金，由丙公司受托管理"]),
    ("prose: what is told of it behind", "reply", "我厅启动建设中试平台，一期用地1800亩。", ["我厅启动建设中试平台，一期用地1800亩"]),
    ("prose: a standing fact is none", "reply", "湖滨高新区位于湖边，面积十平方公里。", []),
    ("a provision is its sentence", "measures", "一、完善数据目录，建立核查机制，提升供给质量。", ["完善数据目录，建立核查机制，提升供给质量"]),
    ("a provision keeps its subject", "regulation", "第三条 详细规划，由教育厅组织编制，报省政府审批。", ["详细规划，由教育厅组织编制，报省政府审批"]),
    ("a condition belongs to its gift", "measures", "一、对首次上规的企业，按规定给予20万元奖励。", ["对首次上规的企业，按规定给予20万元奖励"]),
    ("a provision parts at a semicolon", "measures", "一、培育骨干企业，给予资金奖励；支持高校建设中试平台。", ["培育骨干企业，给予资金奖励", "支持高校建设中试平台"]),
    ("a provision parts where help stands anew", "measures", "一、鼓励高校设立种子基金，鼓励企业建设中试平台。", ["鼓励高校设立种子基金", "鼓励企业建设中试平台"]),
    ("the preamble is none", "measures", "为加快科技创新，促进产业发展，制定如下措施。\n一、实施春苗计划，支持高校。", ["实施春苗计划，支持高校"]),
    ("a charge in brackets is none", "measures", "简化申报手续，压缩办理时间。（教育厅负责）", ["简化申报手续，压缩办理时间"]),
    ("what leads in a list of acts is none", "reply", "我们紧扣科技创新，主要做了以下工作：财政厅下达经费。", ["财政厅下达经费"]),
    ("what a notice does by itself, without its purpose", "notice", "为加强成果转化，促进产业发展，根据《创新条例》，经省政府同意，现将名单予以公布。", ["经省政府同意，现将名单予以公布"]),
    ("what is founded with consent", "notice", "为加强组织领导，经省政府同意，成立协调小组。", ["经省政府同意，成立协调小组"]),
    ("what is issued, whatever goes before", "notice", "为促进成果转化，在落实好《创新条例》基础上，现将本策印发给你们。", ["现将本策印发给你们"]),
    ("consent is one", "approval", "一、同意设立湖滨高新区。", ["同意设立湖滨高新区"]),
    ("conditions for applicants are none", "measures", "二、申报条件\n申报单位须具有法人资格，建立健全财务制度。", []),
    ("items behind bullets", "regulation", "第三条 教育厅履行下列职责：\n- （一）受理各类申请。\n- （二）编制年度资金预算。\n第四条 本条例自公布之日起施行。", ["受理各类申请", "编制年度资金预算"]),
    ("listed cases are none", "measures", "有下列情形之一的，不予资助：\n（一）隐瞒真实情况的；\n（二）拒绝配合检查的。", []),
    ("tiers are one promise", "measures", "一、对本市高校，首次获奖的，最高奖励20万元；再次获奖的，最高奖励50万元。", ["对本市高校，首次获奖的，最高奖励20万元；再次获奖的，最高奖励50万元"]),
    ("gifts to different ones part", "measures", "一、对高校获奖的，奖励20万元；对中小企业获奖的，奖励50万元。", ["对高校获奖的，奖励20万元", "对中小企业获奖的，奖励50万元"]),
    ("a vague act stays in its sentence", "notice", "一、财政厅要会同教育厅，加强统筹协调，对执行情况进行督促检查。", ["财政厅要会同教育厅，加强统筹协调，对执行情况进行督促检查"]),
    ("an end in 条件 is no condition", "measures", "一、合理设置机构准入条件，逐步扩大服务范围。", ["合理设置机构准入条件，逐步扩大服务范围"]),
    ("a creed with its modal stays", "notice", "一、要践行绿色发展理念，开展环境治理。", ["要践行绿色发展理念，开展环境治理"]),
    ("what is issued in a field is no term", "measures", "率先在数据安全方面出台系列标准。", ["率先在数据安全方面出台系列标准"]),
    ("a reporter's question is none", "reply", "记者：高校如何设立种子基金？\n我厅支持高校设立种子基金。", ["我厅支持高校设立种子基金"]),
    ("what is allowed is one", "measures", "一、允许高校以技术作价入股，设立种子基金。", ["允许高校以技术作价入股，设立种子基金"]),
    ("an attached file is none", "measures", "附表\n政策清单解读.pdf", []),
    ("the first sentence of an article", "regulation", "第三条 省政府设立种子基金。教育厅负责管理。", ["省政府设立种子基金", "教育厅负责管理"]),
    ("what will be done about a topic", "reply", "该问题将根据实际情况统筹考虑。", ["该问题将根据实际情况统筹考虑"]),
    ("a paragraph's first sentence that says who should", "notice", "一、教育厅要编制年度方案。财政厅要安排资金。", ["教育厅要编制年度方案", "财政厅要安排资金"]),
    ("a heading on a line of its own that names a body", "reply", "一、教育厅大力推进资源共享。\n近期开放仪器三百台。", []),
    ("an item with nothing but a charge under it", "measures", "1. 建设中试平台。（牵头单位：教育厅）\n2. 设立种子基金。", ["建设中试平台", "设立种子基金"]),
    ("a ratio in it", "measures", "一、补助资金由省、市按2：1分担。", ["补助资金由省、市按2：1分担"]),
    ("conditions under conditions are none", "measures", "第三条 平台应符合以下条件：\n（一）基本条件。\n1. 制度健全，开展合作。\n第四条 对平台给予支持。", ["对平台给予支持"]),
    ("what a term means is none", "measures", "一、骨干企业主要指开展研发活动、建有实验室的企业。", []),
    ("to whom it is sent is none", "notice", "各市人民政府，省政府各部门：\n一、财政厅要安排资金。", ["财政厅要安排资金"]),
    ("the last item before a letter closes", "reply", "（一）建设中试平台。\n（二）设立种子基金。\n感谢您对科技工作的关心。", ["建设中试平台", "设立种子基金"]),
    ("who handles a proposal is none", "reply", "该件由我厅与财政厅分别办理，教育厅协助办理。", []),
    ("how figures grew is none", "reply", "全市科技贷款余额由10亿元增加到30亿元，较上年多增5亿元。", []),
    ("what is said of a proposal is none", "reply", "建议很有针对性。", []),
    ("a proposal is what the act is about", "reply", "对建立联盟的建议，我厅将研究制定方案。", ["对建立联盟的建议，我厅将研究制定方案"]),
    ("a heading that runs into its text", "reply", "做优平台体系。我厅推动建设中试平台。", ["我厅推动建设中试平台"]),
    ("a numbered line over its text", "reply", "（一）强化支撑，加快转型升级。\n我厅支持湖滨高新区。", ["我厅支持湖滨高新区"]),
    ("a charge on everybody is none", "measures", "推行联合办理。（教育厅牵头，各地区按职责分工负责）", ["推行联合办理"]),
    ("how long a trial lasts is none", "approval", "一、同意设立湖滨高新区。试点期为5年，自批复之日起计算。", ["同意设立湖滨高新区"]),
    ("a row of columns is none", "notice", "一、财政厅要安排资金。\n教育厅　总投资6000　省级资助1500\n联系人：综合处", ["财政厅要安排资金"]),
    ("what somebody is granted is one", "reply", "中试平台被教育厅认定为省级平台。", ["中试平台被教育厅认定为省级平台"]),
    ("what is handed out is one", "notice", "现将《试点方案》印发给你们，请认真执行。", ["现将《试点方案》印发给你们，请认真执行"]),
    ("esteem is none", "notice", "省政府高度重视湖泊保护。\n一、财政厅要安排资金。", ["财政厅要安排资金"]),
    ("what a thing is to others is none", "measures", "渔港建设是扩大内需的重要举措。\n一、设立种子基金。", ["设立种子基金"]),
    ("what is amiss is none", "measures", "部分地方守法意识薄弱，乱挖问题突出。\n一、设立种子基金。", ["设立种子基金"]),
    ("what it is good for is none", "measures", "有利于推动渔业发展，增加渔民收入。\n一、设立种子基金。", ["设立种子基金"]),
    ("cells of a table are none", "measures", "一、设立种子基金。\n二、种类\n| 环节 | 推广智能养殖，提升效率 |", ["设立种子基金"]),
    ("who takes part until when is none", "measures", "设立种子基金。\n参与部门：省级部门，各市政府\n完成时限：2019年7月底前，以后每年持续实施", ["设立种子基金"]),
    ("what offices are punished for is none", "regulation", "第三条 机关有下列行为之一的，由上级责令改正，对直接负责的主管人员给予处分：\n（一）批准新建化工项目的。\n（二）未及时受理举报的。", []),
    ("what money is for is none", "regulation", "第三条 省政府设立种子基金。种子基金用于下列活动：\n（一）关键技术研究与攻关。\n（二）中试平台建设和运行。", ["省政府设立种子基金"]),
    ("to what a rule applies is none", "regulation", "第三条 省内的渔业养殖和捕捞活动，适用本条例。\n第四条 省政府设立种子基金。", ["省政府设立种子基金"]),
    ("what a scheme is is none", "measures", "湾长制是由沿岸各级负责人分段管护海湾、共同治理岸线的管理制度。\n一、设立种子基金。", ["设立种子基金"]),
    ("what a scheme is not is none", "measures", "“零碳村”并不是没有排放，而是一种生活理念，需要长期探索。\n一、设立种子基金。", ["设立种子基金"]),
    ("a case stays with what it asks for", "regulation", "第三条 改革涉及省政府权限的，省政府应当支持高校先行先试。", ["改革涉及省政府权限的，省政府应当支持高校先行先试"]),
    ("the title of an annex is none", "measures", "一、设立种子基金。\n附件1\n渔业企业智能养殖应用指南\n二、实施春苗计划。", ["设立种子基金", "实施春苗计划"]),
    ("a body with any deed", "reply", "财政厅把额度折成积分，与考核挂钩。", ["财政厅把额度折成积分，与考核挂钩"]),
    ("what a body has gained is none", "reply", "财政厅也取得了许多成功经验。", []),
    ("somebody of a body is none", "reply", "财政厅副厅长在场。丙公司的大厅灯火通明。", []),
    ("no deed behind a place where it is", "reply", "在省政府统筹指导下，财政厅作为主管。", []),
    ("after an approval is a term", "reply", "待国务院批准后，我厅将组织实施春苗计划。", ["待国务院批准后，我厅将组织实施春苗计划"]),
]  # fmt: skip


@pytest.mark.parametrize(("doc_type", "raw", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_measures(doc_type: str, raw: str, expected: list[str]) -> None:
    assert [m.quote.text for m in stage.measured(raw, doc_type)] == expected


def test_who_acts_on_what() -> None:
    (found,) = stage.measured("财政厅将会同教育厅支持湖滨高新区实施春苗计划。")
    assert (found.agency, found.status, found.cue) == ("财政厅", "planned", "将")
    assert set(found.targets) == {"教育厅", "湖滨高新区", "春苗计划"}


def test_a_firm_that_meets_a_condition_is_not_the_giver() -> None:
    (found,) = stage.measured("企业建设中试平台的，按投资额的10%给予补助。", "measures")
    assert found.agency == "科技厅"


ACTING = [
    ("who grants what the subject gets", "湖滨高新区获教育厅批准建设中试平台。", "教育厅"),
    ("who receives is not the giver", "丙公司承担的项目获资助500万元。", "科技厅"),
]


@pytest.mark.parametrize(("raw", "agency"), [a[1:] for a in ACTING], ids=[a[0] for a in ACTING])
def test_the_giver_acts(raw: str, agency: str) -> None:
    (found,) = stage.measured(raw)
    assert found.agency == agency


def test_a_speaking_place_is_no_target() -> None:
    (found,) = stage.measured("一、对全省高校给予支持，建设中试平台。", "measures")
    assert set(found.targets) == {"高校", "中试平台"}


NO_TARGETS = [
    ("a place that acts itself", "甲市还对高校给予支持，建设中试平台。", "甲市"),
    ("a place in a longer name", "财政厅支持甲市“星光”小镇建设中试平台。", "甲市"),
    ("a class that is founded", "支持高校在园区办企业，建设中试平台。", "企业"),
]


@pytest.mark.parametrize(("raw", "name"), [n[1:] for n in NO_TARGETS], ids=[n[0] for n in NO_TARGETS])
def test_what_is_no_target(raw: str, name: str) -> None:
    assert [name for m in stage.measured(raw) if name in m.targets] == []


GRANTED = [
    ("who lets a class do something", "高校转化成果的，可以自主定价。", "省政府"),
    ("nobody where a class must do it", "高校应当加强成果转化。", None),
]


@pytest.mark.parametrize(("raw", "agency"), [g[1:] for g in GRANTED], ids=[g[0] for g in GRANTED])
def test_who_lays_it_down_grants_it(raw: str, agency: str | None) -> None:
    (found,) = stage.measured(f"第三条 {raw}", "regulation", "省政府")
    assert found.agency == agency


STATUSES = [
    ("a procedure stands", "measures", "科技厅对申请材料进行初审，并向社会公示。", "ongoing"),
    ("a promise is a plan", "measures", "一、对首次挂牌的企业，给予20万元奖励。", "planned"),
    ("what has been done in a plan's time is done", "measures", "财政厅已设立种子基金。", "done"),
    ("a title is given by saying so", "notice", "授予丙公司先进单位称号。", "done"),
    ("what a case threatens is a plan", "measures", "对弄虚作假的单位，取消其申报资格。", "planned"),
    ("to examine and approve is a procedure", "measures", "财政厅每年审核批复年度预算。", "ongoing"),
    ("what a decision does is done", "notice", "国务院决定设立江湖示范区。", "done"),
]


@pytest.mark.parametrize(("doc_type", "raw", "status"), [s[1:] for s in STATUSES], ids=[s[0] for s in STATUSES])
def test_status_in_provisions(doc_type: str, raw: str, status: str) -> None:
    (found,) = stage.measured(raw, doc_type)
    assert found.status == status


TARGETS = [
    ("a doer is none", "reply", "该方案由教育厅审核，我厅支持高校实施春苗计划。", {"高校", "春苗计划"}),
    ("where others are", "reply", "我厅支持甲市企业实施春苗计划。", {"春苗计划"}),
    ("a class inside another noun", "reply", "我厅支持高校项目和中试平台。", {"中试平台"}),
    ("who consents", "reply", "经省政府同意，我厅设立种子基金。", {"省政府", "种子基金"}),
    ("whose wish is only a term", "reply", "按照省政府批示，我厅设立种子基金。", {"种子基金"}),
    ("the tool it is done by", "reply", "通过种子基金，我厅支持湖滨高新区。", {"种子基金", "湖滨高新区"}),
    ("a class that is founded", "reply", "我厅支持高校创办中小企业。", {"高校"}),
    ("whom all serves", "reply", "我厅建立以中小企业为主体的创新体系，建设中试平台。", {"中试平台"}),
    (
        "what a letter agrees to",
        "approval",
        "一、同意湖滨高新区建设江湖示范区。\n二、省政府要加强组织领导，健全工作机制。",
        {"湖滨高新区", "江湖示范区"},
    ),
    (
        "a letter that names another thing",
        "approval",
        "一、同意湖滨高新区建设江湖示范区。\n二、科技厅要组织实施春苗计划。",
        {"春苗计划"},
    ),
    ("a class among factors", "reply", "我厅推动高校、资金、信息向湖滨高新区集聚。", {"湖滨高新区"}),
    (
        "a class that is left out",
        "reply",
        "我厅支持湖滨高新区内单位（不含高校）建设中试平台。",
        {"湖滨高新区", "中试平台"},
    ),
    ("who is reported to", "reply", "我厅将向国务院报告春苗计划进展。", {"国务院", "春苗计划"}),
    ("where it took place", "reply", "财政厅与丙公司在乙市签署协议。", {"丙公司"}),
    ("a place that acts", "reply", "乙市承诺支持高校。", {"高校"}),
    ("a class inside a register", "reply", "我厅建立高校名录，支持春苗计划。", {"春苗计划"}),
    ("a place in a list", "reply", "我厅支持甲市、乙市实施春苗计划。", {"甲市", "乙市", "春苗计划"}),
]


@pytest.mark.parametrize(("doc_type", "raw", "wanted"), [t[1:] for t in TARGETS], ids=[t[0] for t in TARGETS])
def test_targets(doc_type: str, raw: str, wanted: set[str]) -> None:
    assert set(stage.measured(raw, doc_type)[-1].targets) == wanted


TALENTS = [
    ("help to them", "支持人才创业", True), ("what is done to them in general", "完善人才评价机制", False),
    ("technical talents", "支持科技人才创业", True), ("their house", "建设人才公寓", False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "meant"), [c[1:] for c in TALENTS], ids=[c[0] for c in TALENTS])
def test_whether_talents_are_meant(words: str, meant: bool) -> None:
    read = reading.read(f"安徽省科学技术厅关于种业的通知\n\n各市科技局：\n\n一、省科技厅将{words}。\n", "0" * 64)
    names = {e.id: e.name for e in read.entities}
    assert ("人才" in {names[t] for m in read.measures for t in m.targets}) == meant
