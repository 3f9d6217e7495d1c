"""Claims: what verbs, approvals, provisions, names and letters state; each case in words of our own."""

from __future__ import annotations

import pytest

from tests.ingest import stage

Fact = tuple[str, str, str, str]

STATED: list[tuple[str, str, str, Fact]] = [
    # frames
    ("a verb with its object", "reply", "财政厅设立种子基金。", ("财政厅", "MANAGES", "种子基金", "ongoing")),
    ("the doer right before the verb", "reply", "报请省政府出台了《试点方案》。", ("省政府", "ISSUED", "《试点方案》", "done")),
    ("a passive with the thing before it", "reply", "种子基金由丙公司管理。", ("丙公司", "MANAGES", "种子基金", "ongoing")),
    ("a passive in the next clause", "reply", "《试点方案》已经完成，由省政府于2020年发布。", ("省政府", "ISSUED", "《试点方案》", "done")),
    ("X是A出资设立的", "reply", "种子基金是丙公司出资设立的。", ("丙公司", "MANAGES", "种子基金", "done")),
    ("a relative tells what is done", "measures", "按照国务院印发的《试点方案》办理。", ("国务院", "ISSUED", "《试点方案》", "done")),
    ("a fronted object", "reply", "我厅将对湖滨高新区给予支持。", ("科技厅", "SUPPORTS", "湖滨高新区", "planned")),
    ("help before another's doing", "reply", "我厅支持甲市建设江湖示范区。", ("科技厅", "SUPPORTS", "江湖示范区", "ongoing")),
    ("the second of a list", "reply", "我厅支持湖滨高新区、江南高新区建设。", ("科技厅", "SUPPORTS", "江南高新区", "ongoing")),
    ("the second of a row of subjects", "measures", "财政厅、教育厅要实施春苗计划。", ("教育厅", "IMPLEMENTS", "春苗计划", "planned")),
    ("a partner is a co-issuer", "reply", "财政厅会同教育厅印发《试点方案》。", ("教育厅", "ISSUED", "《试点方案》", "done")),
    ("a partner co-operates", "reply", "我厅将会同财政厅、教育厅开展调研。", ("科技厅", "COOPERATES_WITH", "教育厅", "planned")),
    ("a row that issues together co-operates", "reply", "财政厅和教育厅联合印发《试点方案》。", ("财政厅", "COOPERATES_WITH", "教育厅", "done")),
    ("an application", "reply", "甲市人民政府正在申报江湖示范区。", ("甲市人民政府", "APPLIED_FOR", "江湖示范区", "requested")),
    ("quoted names in a row", "reply", "我厅组织开展“春苗计划”“秋实计划”等活动。", ("科技厅", "MANAGES", "春苗计划", "ongoing")),
    ("a duty of everyday management", "regulation", "财政厅负责种子基金的日常管理工作。", ("财政厅", "MANAGES", "种子基金", "ongoing")),
    ("a fronted thing is built into something", "reply", "我厅把中试平台建成区域枢纽。", ("科技厅", "MANAGES", "中试平台", "done")),
    ("who is in charge by a standing phrase", "regulation", "财政厅是种子基金的主管部门。", ("财政厅", "MANAGES", "种子基金", "ongoing")),
    ("who carries out a policy by a standing phrase", "regulation", "教育厅为《试点方案》的实施部门。", ("教育厅", "IMPLEMENTS", "《试点方案》", "ongoing")),
    ("who houses a group's office", "notice", "协调小组办公室设在财政厅。", ("财政厅", "MANAGES", "协调小组", "ongoing")),
    ("help for what the heading is about", "reply", "一、关于湖心隧道建设问题\n财政厅将尽快研究，并给予适当支持。", ("财政厅", "SUPPORTS", "湖心隧道", "planned")),
    ("who does it together", "reply", "我厅将与财政厅共同支持湖滨高新区。", ("财政厅", "SUPPORTS", "湖滨高新区", "planned")),
    ("each of a row assists", "regulation", "财政厅、教育厅配合科技厅核查。", ("教育厅", "COOPERATES_WITH", "科技厅", "planned")),
    ("a duty under a heading of duties", "regulation", "第二章 管理职责\n第三条 财政厅安排资金。财政厅配合教育厅核查。", ("财政厅", "COOPERATES_WITH", "教育厅", "ongoing")),
    ("who leads and who helps in brackets", "measures", "一、完善制度。\n（财政厅牵头，教育厅配合）\n二、支持高校。", ("财政厅", "COOPERATES_WITH", "教育厅", "planned")),
    ("an office in the standing phrase of who is in charge", "regulation", "第三条 加强管理。种子基金归口财政厅管理。", ("财政厅", "MANAGES", "种子基金", "ongoing")),
    ("a passive with two verbs", "reply", "中试平台由丙公司负责组织实施。", ("丙公司", "MANAGES", "中试平台", "ongoing")),
    ("each of a row that leads", "reply", "种子基金由教育厅、财政厅牵头负责。", ("教育厅", "MANAGES", "种子基金", "ongoing")),
    ("what a body leads", "reply", "丙公司牵头的中试平台，进展顺利。", ("丙公司", "MANAGES", "中试平台", "ongoing")),
    ("help by a noun", "reply", "我厅对湖滨高新区给予资金支持。", ("科技厅", "SUPPORTS", "湖滨高新区", "ongoing")),
    ("help given before its object", "reply", "我厅将给予湖滨高新区经费补助。", ("科技厅", "SUPPORTS", "湖滨高新区", "planned")),
    ("a platform that serves", "reply", "中试平台为湖滨高新区提供技术服务。", ("中试平台", "SUPPORTS", "湖滨高新区", "ongoing")),
    ("a policy that helps by its own clauses", "reply", "《试点方案》有4条直接惠及湖滨高新区。", ("《试点方案》", "SUPPORTS", "湖滨高新区", "ongoing")),
    ("money that goes to a zone", "reply", "财政厅将种子基金优先投向湖滨高新区。", ("种子基金", "SUPPORTS", "湖滨高新区", "planned")),
    ("powers given to a zone", "measures", "一、赋予湖滨高新区更大自主权。\n二、支持高校。", ("科技厅", "SUPPORTS", "湖滨高新区", "planned")),
    ("a body that is put forward", "reply", "我厅推荐丙公司申报中试平台。", ("科技厅", "SUPPORTS", "丙公司", "ongoing")),
    ("who is helped to act with another", "reply", "我厅支持丙公司与教育厅共建中试平台。", ("丙公司", "COOPERATES_WITH", "教育厅", "ongoing")),
    ("whose strength is used acts with others", "measures", "一、发挥丙公司龙头作用，联合教育厅开展攻关。", ("丙公司", "COOPERATES_WITH", "教育厅", "planned")),
    ("bodies that are helped to found together", "reply", "我厅支持丙公司、教育厅组建中试平台。", ("丙公司", "COOPERATES_WITH", "教育厅", "ongoing")),
    ("with whom a thing is built", "reply", "我厅将与教育厅合办中试平台。", ("教育厅", "MANAGES", "中试平台", "planned")),
    ("whose standing office it is", "reply", "丙公司管理的种子基金2020年扩大规模。", ("丙公司", "MANAGES", "种子基金", "ongoing")),
    ("who is helped to apply", "reply", "我厅将支持甲市申报江湖示范区。", ("甲市", "APPLIED_FOR", "江湖示范区", "planned")),
    ("what one strives to bring in", "reply", "我厅争取中试平台落地。", ("科技厅", "APPLIED_FOR", "中试平台", "planned")),
    ("a fund that a fund sets up", "reply", "种子基金出资5亿元，联合丙公司设立了春苗子基金。", ("春苗子基金", "PART_OF", "种子基金", "done")),
    ("the partner in a fund that a fund sets up", "reply", "种子基金出资5亿元，联合丙公司设立了春苗子基金。", ("丙公司", "MANAGES", "春苗子基金", "done")),
    ("who is entrusted with it", "reply", "我厅委托丙公司承担中试平台的日常运营。", ("丙公司", "MANAGES", "中试平台", "ongoing")),
    ("a list of who is charged", "reply", "中试平台——责任单位：教育厅、财政厅；", ("财政厅", "MANAGES", "中试平台", "ongoing")),
    ("a region as partner is its government", "reply", "我厅将会同甲市推进工作。甲市人民政府已答复。", ("科技厅", "COOPERATES_WITH", "甲市人民政府", "planned")),
    # approvals
    ("an approval on its date", "approval", "一、同意设立湖滨高新区。", ("省政府", "APPROVED", "湖滨高新区", "done")),
    ("a plan agreed in principle", "approval", "一、原则同意《江湖规划》。", ("省政府", "APPROVED", "《江湖规划》", "done")),
    ("a theme between consent and zone", "approval", "一、同意甲市以治水为主题，建设江湖示范区。", ("省政府", "APPROVED", "江湖示范区", "done")),
    ("where the approved zone lies", "approval", "一、同意甲市以治水为主题，建设江湖示范区。", ("江湖示范区", "LOCATED_IN", "甲市", "ongoing")),
    ("who had asked for it", "approval", "你市《关于审批江湖示范区的请示》收悉。\n一、同意设立江湖示范区。", ("甲市人民政府", "APPLIED_FOR", "江湖示范区", "requested")),
    ("the plan that the request names", "approval", "你们《关于报送江湖规划的请示》收悉。\n一、原则同意《江湖规划》。", ("甲市人民政府", "APPLIED_FOR", "《江湖规划》", "requested")),
    ("who sent the request in", "approval", "教育厅商有关部门报送的《江湖规划》收悉。\n一、同意《江湖规划》。", ("教育厅", "APPLIED_FOR", "《江湖规划》", "requested")),
    ("who must see to it", "approval", "一、同意设立江湖示范区。\n二、甲市人民政府要加强组织领导。", ("甲市人民政府", "MANAGES", "江湖示范区", "planned")),
    ("who guides supports", "approval", "一、同意设立江湖示范区。\n二、教育厅要加强对江湖示范区的指导。", ("教育厅", "SUPPORTS", "江湖示范区", "planned")),
    ("consent before issue", "reply", "经省政府同意，我厅印发《试点方案》。", ("省政府", "APPROVED", "《试点方案》", "done")),
    ("P已经X批准", "reply", "《试点方案》已经国务院批准。", ("国务院", "APPROVED", "《试点方案》", "done")),
    ("both of a row consent", "notice", "经国务院、省政府同意，现就有关事项通知如下。", ("国务院", "APPROVED", "本策", "done")),
    ("each of the plans that are handed out is agreed to", "notice", "《试点方案》《江湖规划》等方案已经省政府同意，现印发给你们。", ("省政府", "APPROVED", "《试点方案》", "done")),
    ("a meeting agrees to what was just named", "reply", "我厅起草了《试点方案》，并经2020年3月省政府同意。", ("省政府", "APPROVED", "《试点方案》", "done")),
    ("the consent to what others will build", "reply", "批准甲市组建中试平台。", ("科技厅", "APPROVED", "中试平台", "done")),
    ("since when a zone is agreed to", "reply", "江湖示范区自2014年国务院批复以来，成效明显。", ("国务院", "APPROVED", "江湖示范区", "done")),
    ("a zone that got its consent", "reply", "2014年，江湖示范区获国务院批准设立。", ("国务院", "APPROVED", "江湖示范区", "done")),
    ("this project got the consent of several", "reply", "湖心隧道已于去年开工，该项目经国务院等四部委复函同意。", ("国务院", "APPROVED", "湖心隧道", "done")),
    ("a decision to have a zone built", "reply", "2017年，国务院会议决定在甲市建设江湖示范区。", ("国务院", "APPROVED", "江湖示范区", "done")),
    ("who carries a platform", "reply", "中试平台2021年获教育厅批准建设，依托单位是丙公司。", ("丙公司", "MANAGES", "中试平台", "ongoing")),
    ("the zone made of others, and not one of them", "approval", "一、同意将湖滨高新区整合，设立江南高新区。", ("省政府", "APPROVED", "江南高新区", "done")),
    ("a zone that goes into another", "approval", "一、同意将湖滨高新区整合，设立江南高新区。", ("湖滨高新区", "PART_OF", "江南高新区", "ongoing")),
    ("help that names nothing else", "approval", "一、同意设立江湖示范区。\n二、教育厅要加强指导，在项目布局上给予支持。", ("教育厅", "SUPPORTS", "江湖示范区", "planned")),
    ("whose office it is", "approval", "一、同意设立江湖示范区。\n二、教育厅要切实负起归口管理之责。", ("教育厅", "MANAGES", "江湖示范区", "planned")),
    # provisions
    ("each of the plans that are handed out", "notice", "《试点方案》《江湖规划》等方案已经省政府同意，现印发给你们。", ("科技厅", "ISSUED", "《试点方案》", "done")),
    ("the issuer", "measures", "一、支持高校。", ("科技厅", "ISSUED", "本策", "done")),
    ("the ground", "measures", "根据《创新条例》，制定本措施。\n一、支持高校。", ("本策", "BASED_ON", "《创新条例》", "done")),
    ("the second ground of a list", "measures", "为贯彻落实《创新条例》《江湖规划》，制定本措施。\n一、支持高校。", ("本策", "BASED_ON", "《江湖规划》", "done")),
    ("the body right before a title", "measures", "落实国务院《创新条例》要求。", ("国务院", "ISSUED", "《创新条例》", "done")),
    ("the first of many before a title", "reply", "根据财政厅等3部门《试点方案》，推进工作。", ("财政厅", "ISSUED", "《试点方案》", "done")),
    ("the policy that a title carries out", "reply", "我厅起草了贯彻《创新条例》的意见。", ("贯彻《创新条例》的意见", "BASED_ON", "《创新条例》", "done")),
    ("what another policy rests on", "reply", "《江湖规划》以新理念为指导，深入贯彻丁全会精神。", ("《江湖规划》", "BASED_ON", "丁全会", "done")),
    ("what a plan that is told of rests on", "reply", "按照《创新条例》要求，财政厅制定《试点方案》。", ("《试点方案》", "BASED_ON", "《创新条例》", "done")),
    ("what a zone rests on", "reply", "《江湖规划》是江湖示范区建设的基本依据。", ("江湖示范区", "BASED_ON", "《江湖规划》", "done")),
    ("where the policy's grounds lie", "measures", "结合甲市实际，制定本措施。\n一、支持高校。", ("本策", "APPLIES_TO", "甲市", "ongoing")),
    ("where a trial is held", "measures", "二、先在甲市、乙市开展试点。", ("本策", "APPLIES_TO", "乙市", "ongoing")),
    ("the places of a trial", "approval", "一、原则同意《江湖规划》。\n二、试点范围为甲市、乙市。本策有效。", ("《江湖规划》", "APPLIES_TO", "乙市", "ongoing")),
    ("the places of the trial in the title", "trial", "二、选择甲市、乙市进行试点。", ("湿地税试点", "APPLIES_TO", "乙市", "ongoing")),
    ("the ground of a plan that is attached", "approval", "原则同意《江湖规划》。本策有效。\n附件：《江湖规划》\n根据《创新条例》，制定本规划。", ("《江湖规划》", "BASED_ON", "《创新条例》", "done")),
    ("the ground of the letter itself", "approval", "根据《创新条例》，原则同意《江湖规划》。本策有效。\n附件：《江湖规划》", ("本策", "BASED_ON", "《创新条例》", "done")),
    ("a plan tried in places", "reply", "春苗计划先在甲市、乙市试点。", ("春苗计划", "APPLIES_TO", "乙市", "ongoing")),
    ("whom a line says it is for", "measures", "补贴对象：毕业五年内的中小企业。", ("本策", "TARGETS", "中小企业", "planned")),
    ("a case that a place heads", "notice", "3.甲市积极推进春苗计划。", ("春苗计划", "APPLIES_TO", "甲市", "ongoing")),
    ("a zone in a case that a place heads", "notice", "4.甲市创新机制，扎实打造江湖示范区。", ("江湖示范区", "LOCATED_IN", "甲市", "ongoing")),
    ("a territory", "regulation", "第一条 本条例适用于甲市。", ("本策", "APPLIES_TO", "甲市", "ongoing")),
    ("what is repealed", "measures", "三、《试点方案》同时废止。", ("本策", "REPEALS", "《试点方案》", "done")),
    ("what another policy takes the place of", "reply", "《创新条例》同日施行，《试点方案》不再执行。", ("《创新条例》", "REPEALS", "《试点方案》", "done")),
    ("what a revision takes the place of", "reply", "科技厅对《试点方案》进行修订，形成《创新条例》。", ("《创新条例》", "REPEALS", "《试点方案》", "done")),
    ("a class that is helped", "measures", "一、支持中小企业发展。", ("本策", "TARGETS", "中小企业", "planned")),
    ("a class that receives after a condition", "measures", "一、中小企业首次上规的，给予20万元奖励。", ("本策", "TARGETS", "中小企业", "planned")),
    ("powers handed down to a class", "measures", "一、下放中小企业的自主权限。", ("本策", "TARGETS", "中小企业", "planned")),
    ("a class that is made better off", "measures", "一、让中小企业融资更加便利。", ("本策", "TARGETS", "中小企业", "planned")),
    ("a tool for a class", "reply", "种子基金重点支持中小企业。", ("种子基金", "TARGETS", "中小企业", "ongoing")),
    # parts, places, money, letters
    ("zones out of zones", "reply", "依托湖滨高新区、江南高新区建设江湖示范区。", ("江南高新区", "PART_OF", "江湖示范区", "ongoing")),
    ("cities that carry a zone", "reply", "江湖示范区由甲市、乙市共同承担。", ("江湖示范区", "LOCATED_IN", "乙市", "ongoing")),
    ("what a zone is made of", "reply", "江湖示范区包括湖滨高新区和江南高新区。", ("江南高新区", "PART_OF", "江湖示范区", "ongoing")),
    ("a body of another", "regulation", "教育厅是甲市人民政府的派出机构。", ("教育厅", "PART_OF", "甲市人民政府", "ongoing")),
    ("where a thing lies", "reply", "中试平台已落户甲市。", ("中试平台", "LOCATED_IN", "甲市", "ongoing")),
    ("where a place builds a thing", "reply", "我厅支持甲市、乙市建设中试平台。", ("中试平台", "LOCATED_IN", "甲市", "ongoing")),
    ("a region right before a zone", "reply", "甲市江湖示范区已经建成。", ("江湖示范区", "LOCATED_IN", "甲市", "ongoing")),
    ("a list in brackets behind a zone", "reply", "江湖示范区（甲市、乙市）已经建成。", ("江湖示范区", "LOCATED_IN", "乙市", "ongoing")),
    ("a project in the place named before", "reply", "甲市正在建设湖心隧道。", ("湖心隧道", "LOCATED_IN", "甲市", "ongoing")),
    ("what a region is taken into", "reply", "我厅已将甲市纳入春苗计划。", ("春苗计划", "APPLIES_TO", "甲市", "ongoing")),
    ("by order of a plan", "reply", "对春苗计划，将按《江湖规划》要求继续支持。", ("春苗计划", "BASED_ON", "《江湖规划》", "planned")),
    ("a fund that helps", "reply", "我厅通过种子基金支持湖滨高新区。", ("种子基金", "SUPPORTS", "湖滨高新区", "ongoing")),
    ("what the document answers", "reply", "您提出的建议收悉，现答复如下：\n支持甲市。", ("document", "REPLIES_TO", "第1号建议", "done")),
    ("who helps in answering", "reply", "第1号建议由我厅牵头办理，财政厅协助办理，现答复如下：", ("财政厅", "HANDLES", "第1号建议", "done")),
    ("with whom the answer is worked out", "reply", "第1号建议收悉。经会同财政厅、教育厅认真研究，现答复如下：", ("教育厅", "HANDLES", "第1号建议", "done")),
    ("who helps, in a list behind the word", "reply", "第1号建议收悉。会办单位：财政厅、教育厅。现答复如下：", ("教育厅", "HANDLES", "第1号建议", "done")),
    ("who speaks under the opinion of those who help", "reply", "二、会办单位意见\n（一）财政厅\n安排资金。\n（二）教育厅\n开展调研。", ("教育厅", "HANDLES", "第1号建议", "done")),
    ("the office of the group just named", "reply", "全省成立了协调小组，办公室设在财政厅。", ("财政厅", "MANAGES", "协调小组", "ongoing")),
    ("what is asked", "reply", "您提出的关于支持湖滨高新区的建议收悉，现答复如下：", ("第1号建议", "ASKS", "湖滨高新区", "requested")),
    ("a policy only named", "reply", "《江湖规划》内容丰富。", ("document", "CITES", "《江湖规划》", "done")),
]  # fmt: skip


@pytest.mark.parametrize(("doc_type", "raw", "fact"), [s[1:] for s in STATED], ids=[s[0] for s in STATED])
def test_stated(doc_type: str, raw: str, fact: Fact) -> None:
    author = "省政府" if doc_type == "approval" else "科技厅"
    to = "甲市人民政府" if doc_type == "approval" else ""
    assert fact in stage.facts(raw, doc_type, author, to)


UNSTATED: list[tuple[str, str, str, tuple[str, str, str]]] = [
    ("denied", "reply", "种子基金尚未设立。", ("科技厅", "MANAGES", "种子基金")),
    ("a condition", "measures", "经国务院批准后，印发《试点方案》。", ("国务院", "APPROVED", "《试点方案》")),
    ("grounds of what was agreed", "reply", "经省政府同意，为贯彻落实《创新条例》，我厅开展调研。", ("省政府", "APPROVED", "《创新条例》")),
    ("the modifier of another noun", "reply", "我厅建设江湖示范区展览馆。", ("科技厅", "MANAGES", "江湖示范区")),
    ("what the other side asks for", "reply", "你市请求，省政府支持湖心隧道。", ("省政府", "SUPPORTS", "湖心隧道")),
    ("creed in a policy", "measures", "一、深入贯彻丁全会精神。", ("科技厅", "IMPLEMENTS", "丁全会")),
    ("a passive verb with an object of its own", "measures", "对《试点方案》规定的申请，由甲市人民政府实施审批。", ("甲市人民政府", "IMPLEMENTS", "《试点方案》")),
    ("what stands in the way of oversight is no help", "measures", "加强种子基金的使用监管。", ("科技厅", "SUPPORTS", "种子基金")),
    ("what others are to carry out", "measures", "推动企业贯彻《试点方案》。", ("科技厅", "IMPLEMENTS", "《试点方案》")),
    ("what only describes the thing that is helped", "measures", "对建成投用的中试平台，给予奖励。", ("科技厅", "MANAGES", "中试平台")),
    ("organisations are no organising", "measures", "对在江湖示范区作出贡献的组织和个人给予奖励。", ("科技厅", "MANAGES", "江湖示范区")),
    ("what is done with a thing's firms", "measures", "不得对湖滨高新区企业开展检查。", ("科技厅", "MANAGES", "湖滨高新区")),
    ("a region joined to what is pushed", "measures", "推动江湖示范区与甲市形成合力。", ("科技厅", "SUPPORTS", "甲市")),
    ("creed in a preamble", "measures", "为贯彻落实《创新条例》，制定本措施。\n一、支持高校。", ("科技厅", "IMPLEMENTS", "《创新条例》")),
    ("what another acts on", "regulation", "第二条 财政厅应当根据《创新条例》编制预算。", ("本策", "BASED_ON", "《创新条例》")),
    ("what others are allowed to set up", "measures", "允许企业建立会商机制。", ("科技厅", "MANAGES", "会商机制")),
    ("a region that owns the partner", "reply", "我厅将会同甲市有关部门推进工作。甲市人民政府已答复。", ("科技厅", "COOPERATES_WITH", "甲市人民政府")),
    ("who runs a fund", "measures", "奖励种子基金管理机构。", ("科技厅", "SUPPORTS", "种子基金")),
    ("the title of an article", "measures", "第三条【资助标准】按比例给予种子基金。", ("科技厅", "SUPPORTS", "种子基金")),
    ("firms of a zone", "measures", "支持湖滨高新区企业走出去。", ("科技厅", "SUPPORTS", "湖滨高新区")),
    ("help by money is a noun", "measures", "对符合条件的项目给予种子基金支持。", ("科技厅", "SUPPORTS", "种子基金")),
    ("a place only named beside the trial of the title", "trial", "二、参照甲市做法。", ("湿地税试点", "APPLIES_TO", "甲市")),
    ("the letter on the ground of what it attaches", "approval", "原则同意《江湖规划》。本策有效。\n附件：《江湖规划》\n根据《创新条例》，制定本规划。", ("本策", "BASED_ON", "《创新条例》")),
    ("a wish to amend", "measures", "提出对《试点方案》的修订建议。", ("《试点方案》", "REPEALS", "本策")),
    ("firms that assist", "measures", "对企业主动配合财政厅核查的，给予奖励。", ("科技厅", "COOPERATES_WITH", "财政厅")),
    ("a policy in part", "measures", "不再执行《试点方案》中的限制性规定。", ("本策", "REPEALS", "《试点方案》")),
    ("the consent to a fee is no consent to the city", "approval", "一、同意江湖示范区提高收费标准。", ("省政府", "APPROVED", "江湖示范区")),
    ("who is only worked with", "reply", "我厅加强与湖滨高新区的合作。", ("科技厅", "SUPPORTS", "湖滨高新区")),
    ("who helps does not act with the partner", "reply", "我厅支持丙公司与教育厅共建中试平台。", ("科技厅", "COOPERATES_WITH", "教育厅")),
    ("the partner gives no help", "reply", "我厅支持丙公司与教育厅共建中试平台。", ("教育厅", "SUPPORTS", "中试平台")),
    ("the courts of a zone", "measures", "一、支持湖滨高新区司法机关改革。", ("科技厅", "SUPPORTS", "湖滨高新区")),
    ("firms of a place are served", "measures", "一、为甲市企业提供服务。", ("科技厅", "SUPPORTS", "甲市")),
    ("who leads something else", "reply", "第1号建议收悉，现答复如下：\n种子基金由财政厅牵头。", ("财政厅", "HANDLES", "第1号建议")),
    ("the speaker, where a fund sets up another", "reply", "种子基金出资5亿元，联合丙公司设立了春苗子基金。", ("科技厅", "MANAGES", "春苗子基金")),
    ("a consent that is only sought", "reply", "江湖示范区争取获国务院批准设立。", ("国务院", "APPROVED", "江湖示范区")),
    ("who decides that others build", "reply", "2017年，国务院会议决定在甲市建设江湖示范区。", ("国务院", "MANAGES", "江湖示范区")),
    ("a zone that goes into another is not agreed to", "approval", "一、同意将湖滨高新区整合，设立江南高新区。", ("省政府", "APPROVED", "湖滨高新区")),
    ("a charge in brackets", "measures", "一、简化手续。（负责部门：教育厅，适用范围：江湖示范区）", ("教育厅", "MANAGES", "江湖示范区")),
]  # fmt: skip


@pytest.mark.parametrize(("doc_type", "raw", "fact"), [u[1:] for u in UNSTATED], ids=[u[0] for u in UNSTATED])
def test_unstated(doc_type: str, raw: str, fact: tuple[str, str, str]) -> None:
    author = "省政府" if doc_type == "approval" else "科技厅"
    assert fact not in {f[:3] for f in stage.facts(raw, doc_type, author)}


def test_an_approval_bears_the_date_of_its_letter() -> None:
    (found,) = [c for c in stage.claimed("一、同意设立湖滨高新区。", "approval", "省政府") if c.predicate == "APPROVED"]
    assert (found.time, found.quote.text) == ("2021-06-18", "一、同意设立湖滨高新区")


def test_a_claim_tells_its_frame_and_keeps_the_hedge() -> None:
    (found,) = [c for c in stage.claimed("我厅将在同等条件下支持湖滨高新区。") if c.predicate == "SUPPORTS"]
    assert dict(found.qualifiers) == {"hedge": "同等条件下", "frame": "SUPPORTS 支持"}


def test_a_statement_made_twice_has_two_quotes() -> None:
    found = [c for c in stage.claimed("我厅支持湖滨高新区。\n我厅大力支持湖滨高新区。") if c.predicate == "SUPPORTS"]
    assert [c.quote.text for c in found] == ["我厅支持湖滨高新区", "我厅大力支持湖滨高新区"]


def test_a_relative_takes_no_time_from_what_comes_behind_it() -> None:
    found = [c for c in stage.claimed("与教育厅签订的《试点方案》将延续到2025年。") if c.predicate == "ISSUED"]
    assert {(c.subject, c.time) for c in found} == {("科技厅", ""), ("教育厅", "")}


def test_what_a_notice_hands_out_was_agreed_to_before_its_date() -> None:
    found = [
        c for c in stage.claimed("经省政府同意，现将《试点方案》印发给你们。", "notice") if c.predicate == "APPROVED"
    ]
    assert [(c.object, c.time) for c in found] == [("《试点方案》", "")]


ENDS = [
    ("and not when it was issued itself", "measures", "三、本策自2021年8月1日起施行。2018年印发的《试点方案》同时废止。", "2021-08-01"),
    ("on the day that its letter bears", "measures", "三、本策自印发之日起施行。《试点方案》同时废止。", "2021-06-18"),
    ("in a text that tells of both", "reply", "今年2月，省政府印发《创新条例》，《试点方案》一并失效。", "2021-02"),
]  # fmt: skip


@pytest.mark.parametrize(("doc_type", "raw", "wanted"), [e[1:] for e in ENDS], ids=[e[0] for e in ENDS])
def test_what_is_repealed_ends_when_the_policy_begins(doc_type: str, raw: str, wanted: str) -> None:
    found = [c for c in stage.claimed(raw, doc_type) if c.predicate == "REPEALS"]
    assert [(c.object, c.time) for c in found] == [("《试点方案》", wanted)]


@pytest.mark.parametrize(("office", "wanted"), [("组建单位", "2020-07"), ("依托单位", "")])
def test_who_founds_a_platform_does_so_at_a_time_and_who_carries_it_goes_on(office: str, wanted: str) -> None:
    text = f"中试平台2020年7月获教育厅批准建设，{office}是丙公司。"
    found = {c.subject: c.time for c in stage.claimed(text) if c.predicate == "MANAGES"}
    assert found["丙公司"] == wanted
