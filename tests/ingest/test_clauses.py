"""Clauses: who acts, with which status, and when."""

from __future__ import annotations

import pytest

from ingest import clauses, resolve, shadow, structure
from tests.ingest import stage


def acts(raw: str, doc_type: str = "reply", author: str = "科技厅") -> list[clauses.Clause]:
    """The clauses of the text itself, without addressee, signature and date."""
    view = stage.stage(raw, doc_type, author)
    begin = view.shadow.text.index(raw[:6])
    return [c for c in clauses.split(view) if begin <= c.start < begin + len(raw)]


WHO = [
    ("the speaker where nobody is named", "我们支持甲市。", ["科技厅"]),
    ("the body at the beginning", "财政厅下达资金。", ["财政厅"]),
    ("a body keeps acting in the clauses that follow", "财政厅制定办法，安排资金。", ["财政厅", "财政厅"]),
    ("all bodies of a row", "财政厅、教育厅联合印发《试点方案》。", ["财政厅+教育厅"]),
    ("the doer of a passive", "具体工作由教育厅承担。", ["教育厅"]),
    ("both are the two that were named together last", "财政厅与教育厅签订协议，双方将建设园区。", ["财政厅+教育厅", "财政厅+教育厅"]),
    ("bodies of no name are nobody", "有关部门要加强指导。", [""]),
    ("a body's unnamed departments are nobody", "国务院有关部门要加强指导。", [""]),
    ("a region acts by its government", "甲市要落实资金。甲市人民政府已答复。", ["甲市人民政府", "甲市人民政府"]),
    ("the object of a preposition does not act", "向财政厅报告。", ["科技厅"]),
    ("a body that only describes does not act", "国务院批准设立的园区享受优惠。", ["科技厅"]),
    (
        "a region behind 由 acts by its government",
        "资金由甲市筹集。甲市人民政府已答复。",
        ["甲市人民政府", "甲市人民政府"],
    ),
    ("a lower level's government is that of each", "区人民政府应当编制方案。", [""]),
    ("an office that acts under somebody is nobody", "园区管理机构在财政厅的指导下，负责具体事务。", ["", ""]),
    ("a genitive does not act", "财政厅的意见已经采纳。", ["科技厅"]),
    ("a body behind words that describe it", "对口支援甲市的财政厅、教育厅已来函。", ["财政厅+教育厅"]),
    ("what is described but does not act", "支持转制后的丙公司发展。", ["科技厅"]),
    ("a region that acts is not the speaker", "甲市大力推进改革。", [""]),
    ("a region acts by its government where the text names one", "乙市探索新路。甲市大力推进改革。甲市人民政府已答复。", ["", "甲市人民政府", "甲市人民政府"]),
    ("another place that opens the sentence acts in it, whatever the verb", "甲市放宽准入，助推开放。", ["", ""]),
    ("where a place only owns or holds what acts, it does not", "甲市的企业增多。", ["科技厅"]),
    ("a zone that acts is not the speaker", "湖滨高新区应当建立制度。", [""]),
    ("we are who speaks, whoever acted before", "教育厅已答复。我们将支持甲市。", ["教育厅", "科技厅"]),
    ("what is taken somewhere does not act", "将教育厅纳入联席会议。", ["科技厅"]),
    (
        "an item goes back to who acts in the lead-in",
        "我们办三件事：一是建设中试平台，由丙公司牵头；二是联合高校攻关。三是由教育厅评估；四是办好丁全会。",
        ["科技厅", "科技厅", "丙公司", "科技厅", "教育厅", "科技厅"],
    ),
    ("a bullet before the subject", "-财政厅安排资金。", ["财政厅"]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), [w[1:] for w in WHO], ids=[w[0] for w in WHO])
def test_who_acts(raw: str, expected: list[str]) -> None:
    assert ["+".join(c.agents) for c in acts(raw)] == expected


def test_a_charge_in_brackets_says_who_acts_before_it() -> None:
    first, *_ = acts("完善服务体系。（财政厅、教育厅负责）\n推进试点。", "measures")
    assert (first.agents, first.helpers) == (("财政厅",), ("教育厅",))


def test_a_charge_may_stand_in_square_brackets_and_hold_brackets() -> None:
    first, *_ = acts("完善服务体系。\n〔财政厅、教育厅和各区县（自治县，下同）政府具体负责〕\n推进试点。", "measures")
    assert (first.agents, first.helpers) == (("财政厅",), ("教育厅",))


def test_a_charge_may_name_who_leads_and_who_helps_with_brackets_inside() -> None:
    first, *_ = acts(
        "完善服务体系。〔牵头单位：财政厅，责任单位：教育厅，各县（市、区）人民政府〕\n推进试点。", "measures"
    )
    assert (first.agents, first.helpers) == (("财政厅",), ("教育厅",))


CHARGED = [
    ("who only pays", "财政对高校给予补助。（教育厅负责）\n财政厅已答复。", ("教育厅",)),
    ("bodies of no name", "各地发放补贴。（教育厅负责）", ("教育厅",)),
    ("but not of what bodies of no name shall do", "各地应当发放补贴。（教育厅负责）", ()),
]


@pytest.mark.parametrize(("raw", "agents"), [c[1:] for c in CHARGED], ids=[c[0] for c in CHARGED])
def test_who_is_charged_acts_rather_than(raw: str, agents: tuple[str, ...]) -> None:
    assert acts(raw, "measures")[0].agents == agents


def test_a_charge_that_opens_a_line_does_not_act_in_it() -> None:
    found = acts("完善服务体系。\n（财政厅指导）推进试点。\n（教育厅负责）\n", "measures")
    assert [c.agent for c in found][::2] == ["财政厅", "教育厅"]


def test_the_items_of_a_list_have_the_subject_of_its_lead() -> None:
    found = acts("教育厅履行下列职责：\n（一）制定规划；\n（二）组织评估。\n\n推进改革。", "regulation")
    assert [c.agent for c in found] == ["教育厅", "教育厅", "教育厅", "科技厅"]


def test_common_nouns_before_a_modal_are_nobody_in_provisions() -> None:
    (found,) = acts("市科学技术、财政部门应当建立机制。", "regulation")
    assert (found.agent, found.own) == (None, True)


def test_the_departments_of_a_government_act_each_for_itself() -> None:
    (found,) = acts("市、县（区）人民政府教育、科技等主管部门应当建立机制。", "regulation")
    assert (found.agent, found.own) == (None, True)


def test_the_holder_of_an_office_is_no_body() -> None:
    found = acts("一、各级河长职责\n1.县级河长：组织研究目标，协调解决问题。\n2.镇级河长：负责巡查。\n", "measures")
    assert {c.agent for c in found if not c.heading} == {None}


def test_authorities_help_themselves_and_receivers_bring_the_giver_back() -> None:
    assert [c.agent for c in acts("有关部门要主动对接，支持湖滨高新区。", "measures")] == [None, None]
    assert [c.agent for c in acts("企业首次上规的，给予奖励。", "measures")] == [None, "科技厅"]


STATUS = [
    ("a decision in a notice is done", "notice", "决定撤销种子基金。", ["done"]),
    ("what a notice hands down is done", "notice", "本次共下达资金2亿元。", ["done"]),
    ("so much a year is a rate", "notice", "按每家每年100万元给予支持。", ["planned"]),
    ("what others may issue is planned", "notice", "甲市可结合实际出台办法。", ["planned"]),
    ("将 after a consent fronts the object", "approval", "同意将两个园区整合。", ["done"]),
    ("a group is founded in time", "notice", "成立由省长任组长的协调小组。", ["planned"]),
    (
        "a plan that leads on governs what follows",
        "reply",
        "明年，我厅将抓好三件大事：\n实施春苗计划。",
        ["planned", "planned", "planned"],
    ),
    ("done by 已", "reply", "我厅已设立种子基金。", ["done"]),
    ("planned by 将", "reply", "我厅将设立种子基金。", ["planned"]),
    ("a line that plans ahead", "reply", "明年工作计划：\n——引进外国专家六十人次。", ["planned", "planned"]),
    (
        "a plan governs what follows, also 定期",
        "reply",
        "下一步，我厅将加强指导，定期召开会议。",
        ["planned", "planned", "planned"],
    ),
    ("ongoing by 正在", "reply", "我厅正在研究方案。", ["ongoing"]),
    (
        "three in one sentence",
        "reply",
        "我厅已印发《试点方案》，正在制定细则，明年将开展评估。",
        ["done", "ongoing", "planned"],
    ),
    ("what was started is done", "reply", "丙公司推出种子基金。", ["done"]),
    ("what is started every year goes on", "reply", "丙公司每年推出种子基金。", ["ongoing"]),
    ("正确 is no cue", "reply", "我厅正确处理各方关系。", ["ongoing"]),
    ("a perfective is done", "reply", "财政厅研究提出了办理意见。", ["done"]),
    ("给予了 after 对 is done", "reply", "我厅对湖滨高新区已给予了支持。", ["done"]),
    ("出台 in a modifier is no cue", "measures", "落实国家出台的各项政策。", ["planned"]),
    ("上报的 is a modifier", "reply", "财政厅上报的《试点方案》已经国务院批准。", ["done"]),
    ("核准 in a row of procedures is no act", "measures", "加强项目的审批、核准、备案协调。", ["planned"]),
    ("批准 in a case is no act", "regulation", "批准在保护区内新建工厂的，依法处理。", ["planned", "planned"]),
    ("批准后 is a condition", "measures", "经国务院批准后实施。", ["planned"]),
    ("持续 in a provision is a manner", "measures", "持续优化营商环境。", ["planned"]),
    ("a standing duty in a provision", "regulation", "教育厅负责日常工作。", ["ongoing"]),
    ("a provision that looks back", "measures", "近年来，财政厅实施春苗计划。", ["ongoing", "ongoing"]),
    ("an application under a plan is planned", "reply", "我厅将研究方案，并上报国务院。", ["planned", "planned"]),
    ("a definition stands", "regulation", "种子基金是指列入预算，用于支持甲市的资金。", ["ongoing", "ongoing"]),
    ("what someone should do is planned in a letter too", "reply", "财政厅应当及时拨付资金。", ["planned"]),
    ("请你 asks for what is to come", "reply", "请你省抓好落实。", ["planned"]),
    ("应用 is no duty", "reply", "我厅推广应用新技术。", ["ongoing"]),
    ("请 asks whoever follows for what is to come", "reply", "请财政厅安排经费。", ["planned"]),
    ("in 聘请 it asks for nothing", "reply", "我厅聘请专家三十名。", ["ongoing"]),
    ("what is made known is out", "reply", "现将名单予以公布。", ["done"]),
    ("who is founded with consent exists", "notice", "经省政府同意，成立协调小组。", ["planned", "done"]),
    ("a promise on a condition", "reply", "财政厅待验收合格后给予奖励。", ["planned"]),
    ("always is ongoing", "reply", "我厅将研究办法，一直支持甲市。", ["planned", "ongoing"]),
    ("a sum a year is no standing duty", "measures", "设立每年3亿元种子基金。", ["planned"]),
    ("a heading of plans", "reply", "三、明年工作安排\n财政厅安排资金。", ["planned", "planned"]),
    (
        "items under a list of plans",
        "reply",
        "2022年，我们将主攻三件事：\n——设立种子基金。",
        ["planned", "planned", "planned"],
    ),
    ("a signing is over", "reply", "财政厅与丙公司签订协议。", ["done"]),
    ("a number of things done is over", "reply", "教育厅选派科技副总200名。", ["done"]),
    ("so many a year are not over", "reply", "教育厅每年选派科技副总200名。", ["ongoing"]),
    ("the tasks of the year ahead", "reply", "三、2022年重点任务\n支持甲市。", ["planned", "planned"]),
    (
        "a list begun anew under a plan",
        "reply",
        "二、抓平台。\n设立中试平台。\n2022年，我们将抓好两件事：\n一、抓园区。\n支持湖滨高新区。\n二、抓人才。\n支持高校。",
        ["ongoing", "ongoing", "planned", "planned", "planned", "planned", "planned", "planned"],
    ),
    ("what is over in a provision", "notice", "财政厅对原办法进行了修订。", ["done"]),
    ("completed as a condition", "measures", "对完成了改造的企业给予支持。", ["planned"]),
    (
        "the bettering of a procedure is no duty",
        "measures",
        "一、优化审批流程。\n推行联合办理。",
        ["planned", "planned"],
    ),
    ("将 in a modifier", "reply", "甲市将共同出资的种子基金已投资项目。", ["done"]),
    ("将把 is ahead", "reply", "财政厅将把甲市纳入试点。", ["planned"]),
    ("an approval that is given up is no duty", "measures", "取消开办茶馆的审批。", ["planned"]),
    ("a filing that a reform tries is no duty", "measures", "试行药膏备案管理。", ["planned"]),
    ("what is filed with a body is a duty", "regulation", "年度方案报财政厅备案。", ["ongoing"]),
    ("虚拟 and 模拟 hold no plan", "reply", "我厅开发了模拟驾驶和虚拟仿真课程。", ["done"]),
    ("a deposit for a term is no habit", "measures", "允许丙公司办理定期存款。", ["planned"]),
    ("what fits the circumstances is not over", "reply", "财政厅结合实际探索路径。", ["ongoing"]),
    ("what a letter hands over is no plan", "reply", "现将情况函复如下：教育厅支持甲市。", ["ongoing", "ongoing"]),
    ("what is handed out is done", "notice", "现将《试点方案》印发给你们。", ["done"]),
    ("told with a date to come", "notice", "2024年上半年，甲市人民政府印发《试点方案》。", ["planned", "planned"]),
    ("what bodies have to do", "reply", "财政厅、教育厅要加强指导。我们要抓好落实。", ["planned", "planned"]),
    ("what matters is no duty", "reply", "教育厅要求高校报送方案。", ["ongoing"]),
    ("what is to be issued apart", "reply", "财政厅会同教育厅另行印发《试点方案》。", ["planned"]),
    ("a sum each year in a letter of approval", "approval", "甲市每年安排不低于2亿元资金。", ["planned"]),
    ("an assessment every other year", "measures", "教育厅每两年对平台开展一次评估。", ["ongoing"]),
    ("an office that a provision gives", "measures", "财政厅代表政府履行出资人职责。", ["ongoing"]),
    ("who bears it in a provision", "measures", "经费由甲市全额承担。", ["ongoing"]),
    ("what the text itself is has been made", "measures", "科技厅会同教育厅制定本办法。", ["done"]),
    ("what a notice tells besides", "notice", "科技厅启动项目申报工作，现将有关事项通知如下。", ["done", "planned"]),
    (
        "a promise to whoever qualifies is no gift",
        "reply",
        "对首次上市的企业，财政厅给予一次性奖励1000万元。",
        ["ongoing", "ongoing"],
    ),
    ("who acts along in what is over", "reply", "教育厅牵头，联合丙公司，建成中试平台。", ["done", "done", "done"]),
    ("rated by somebody", "reply", "教育厅将中试平台评为优秀。", ["ongoing"]),
    ("done by another behind a plan", "reply", "双方将建设园区；财政厅与丙公司签订协议。", ["planned", "done"]),
    ("what is joined to what is over", "approval", "财政厅组织专家考察，并出具了意见。", ["done", "done"]),
    ("what is begun by saying so", "notice", "现启动项目申报工作。", ["done"]),
    ("whose papers have been handed in", "reply", "园区申报材料今年2月递交教育厅。", ["requested"]),
    ("a decision does what it says", "notice", "省政府决定，授予丙公司称号。", ["done", "done"]),
]


@pytest.mark.parametrize(("doc_type", "raw", "expected"), [s[1:] for s in STATUS], ids=[s[0] for s in STATUS])
def test_status(doc_type: str, raw: str, expected: list[str]) -> None:
    assert [c.status for c in acts(raw, doc_type)] == expected


def test_negation_and_hedges_are_kept() -> None:
    (denied,) = acts("种子基金尚未设立。")
    (hedged,) = acts("我厅将在同等条件下支持湖滨高新区。")
    assert denied.negated
    assert (hedged.hedge, hedged.status) == ("同等条件下", "planned")


def test_a_year_counts_and_one_inside_a_plan_does_not() -> None:
    dated, plan = acts("2020年下达资金。"), acts("编制“十四五”规划。")
    assert (dated[0].time, plan[0].time) == ("2020", "")


def test_the_items_of_a_list_of_duties_stand_and_are_their_bearers() -> None:
    found = acts("主管部门履行下列职责：\n（一）编制规划；\n（二）开展评估。", "regulation")
    assert [(c.agent, c.status) for c in found[1:]] == [(None, "ongoing"), (None, "ongoing")]


def test_a_purse_is_the_finance_department_of_its_place() -> None:
    assert [c.agent for c in acts("省级财政安排资金。财政厅负责拨付。")] == ["财政厅", "财政厅"]


def test_a_charge_may_say_who_leads() -> None:
    first, *_ = acts("完善服务体系。（财政厅、教育厅等负责。列第一位者为牵头单位，下同）\n推进试点。", "measures")
    assert first.agent == "财政厅"


def test_a_charge_on_all_departments_names_nobody() -> None:
    assert acts("推进改革。（各地区、各部门负责）\n", "measures")[0].agent is None


def test_the_year_of_a_list_of_plans_reaches_its_items() -> None:
    *_, item = acts("2022年，我们将主攻三件事：\n——设立种子基金。")
    assert (item.time, item.status) == ("2022", "planned")


NEWS = """科技厅与丙公司签约
来源：某某日报　2023-05-26 07:14

5月25日，科技厅与丙公司在甲市签署协议。

会后，教育厅与丙公司签订协议。财政厅支持甲市。
"""


def test_what_is_signed_in_the_news_is_of_its_day() -> None:
    cleaned = shadow.clean(NEWS)
    split = clauses.split(resolve.resolve(cleaned, structure.outline(cleaned)))
    told = {cleaned.text[c.start : c.end]: (c.status, c.time) for c in split}
    assert told["教育厅与丙公司签订协议"] == ("done", "2023-05-25")
    assert told["财政厅支持甲市"][1] == ""


REPORT = """2023年工作报告
——2024年1月9日在全市工作会议上
长沙市科学技术局局长　周某某

一、2023年工作回顾
（一）强化平台支撑。
建设湘江实验室。正在筹建湘绣中心。
二、2024年工作安排
实施湘江英才计划。
"""


def test_a_report_is_done_under_what_it_looks_back_on_and_planned_under_what_it_means_to_do() -> None:
    cleaned = shadow.clean(REPORT)
    split = clauses.split(resolve.resolve(cleaned, structure.outline(cleaned)))
    told = {cleaned.text[c.start : c.end]: (c.status, c.time) for c in split}
    assert told["建设湘江实验室"] == ("done", "2023")
    assert told["正在筹建湘绣中心"] == ("ongoing", "2023")
    assert told["实施湘江英才计划"] == ("planned", "2024")


PLAN = """湖南省科技创新规划

湖南省人民政府
2021年6月18日

一、发展基础
改革试点全面完成。
二、夯实发展基础
实施湘江英才计划。
"""


def test_a_plan_is_done_under_the_heading_of_what_it_rests_on() -> None:
    cleaned = shadow.clean(PLAN)
    split = clauses.split(resolve.resolve(cleaned, structure.outline(cleaned)))
    told = {cleaned.text[c.start : c.end]: (c.status, c.provision) for c in split}
    assert told["改革试点全面完成"] == ("done", False)
    assert told["实施湘江英才计划"] == ("planned", True)


MONTHS = [
    ("what is told in June happened in the September before", "9月，科技厅召开了会议。", ("2020-09", "done")),
    ("what is still to come does not", "9月，科技厅将召开会议。", ("2021-09", "planned")),
    ("nor does what is due", "科技厅力争9月底前召开会议。", ("2021-09", "planned")),
]


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in MONTHS], ids=[c[0] for c in MONTHS])
def test_months_without_a_year(raw: str, wanted: tuple[str, str]) -> None:
    last = acts(raw)[-1]
    assert (last.time, last.status) == wanted


TIMES = [
    ("a time before all else governs its sentence", "2020年，财政厅安排资金；教育厅制定方案。", ["2020", "2020", "2020"]),
    ("so does one behind an opening", "据了解，2020年以来，财政厅安排资金；教育厅制定方案。", ["", "2020/2021", "2020/2021", "2020/2021"]),
    ("and one before a list", "2020年我们办好两件事：一是制定方案；二是建设园区。", ["2020", "2020", "2020"]),
    ("one inside a clause goes on with its doer", "财政厅2020年制定方案，设立种子基金。", ["2020", "2020"]),
    ("and ends with it", "财政厅2020年制定方案，教育厅予以协助。", ["2020", ""]),
    ("or with a semicolon", "财政厅2020年制定方案；安排资金。", ["2020", ""]),
    ("what a figure is held against", "与上年度相比，财政厅增加投入。", ["", ""]),
    ("which figure is meant", "财政厅把投入由去年的10亿元提高到12亿元。", [""]),
    ("which projects are meant", "财政厅启动2022年度项目申报。", [""]),
    ("when the term ends", "财政厅与丙公司的协议有效期至2025年。", [""]),
    ("a span in a name", "3月5日，财政厅签署合作协议（2021—2025年）。", ["2021-03-05", "2021-03-05"]),
    ("a time told behind", "财政厅修订方案，于3月5日印发。", ["2021-03-05", "2021-03-05"]),
    ("a term told behind", "我厅将建设中试平台，力争2022年底前投入使用。", ["2022", "2022"]),
    ("a term of somebody else", "我厅将建设中试平台，丙公司2022年底前投入使用。", ["", "2022"]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in TIMES], ids=[c[0] for c in TIMES])
def test_times(raw: str, wanted: list[str]) -> None:
    assert [c.time for c in acts(raw)] == wanted
