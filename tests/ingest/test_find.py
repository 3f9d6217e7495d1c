"""Names by grammar: each case is a clause in our own words and what must be found in it."""

from __future__ import annotations

import pytest

from ingest import find
from ingest.find import places

CASES = [
    (
        "agency by level, function, form",
        "请省科技厅、市发展改革委和县财政局办理",
        "Agency",
        {"省科技厅", "市发展改革委", "县财政局"},
    ),
    (
        "agency with its place",
        "江西省工业和信息化厅会同赣州市商务局",
        "Agency",
        {"江西省工业和信息化厅", "赣州市商务局"},
    ),
    ("ministry and State Council", "经国务院批准，科技部印发", "Agency", {"国务院", "科技部"}),
    ("branch of the central bank", "人民银行兰州中心支行参加", "Agency", {"人民银行兰州中心支行"}),
    ("government and party", "报请省政府同意，省委高度重视", "Agency", {"省政府", "省委"}),
    ("management committee of a zone", "兰州高新区管委会负责", "Agency", {"兰州高新区管委会"}),
    ("departments in general are no body", "各级财政部门和有关部门要配合", "Agency", set()),
    ("zone after a verb", "支持兰白国家自主创新示范区建设", "DemonstrationZone", {"兰白国家自主创新示范区"}),
    (
        "list that shares its head",
        "依托兰州、白银等2家国家高新区",
        "HighTechZone",
        {"兰州国家高新区", "白银国家高新区"},
    ),
    ("fund with a level word", "统筹省级科技成果转化专项资金支持企业", "Fund", {"省级科技成果转化专项资金"}),
    ("title in brackets", "印发《甘肃省促进科技成果转化条例》", "Policy", {"甘肃省促进科技成果转化条例"}),
    ("nickname of a policy", "出台“兰州人才20条”", "Policy", {"兰州人才20条"}),
    ("quoted programme", "启动“陇原青年英才”计划", "Programme", {"“陇原青年英才”计划"}),
    (
        "fund that somebody sets up",
        "设立高端装备专项资金和海洋产业发展基金",
        "Fund",
        {"高端装备专项资金", "海洋产业发展基金"},
    ),
    ("fund of so large a sum", "组建总规模30亿元的绿色建材产业基金", "Fund", {"绿色建材产业基金"}),
    (
        "branch of a fund, told by its place",
        "已设立赣州子基金，由宜春市产业基金出资",
        "Fund",
        {"赣州子基金", "宜春市产业基金"},
    ),
    ("money of a budget is no fund", "统筹各级财政科技资金，安排专项资金", "Fund", set()),
    (
        "lines of a budget",
        "科技三项费用包括新产品试制费和中间试验费",
        "Fund",
        {"科技三项费用", "新产品试制费", "中间试验费"},
    ),
    (
        "programmes that somebody carries out",
        "实施乡村产业质量提升行动、农业服务创新提升工程",
        "Programme",
        {"乡村产业质量提升行动", "农业服务创新提升工程"},
    ),
    ("works in general are no programme", "推进重点工程、改造工程", "Programme", set()),
    ("national trial keeps its scope", "开展全国外汇管理便利化改革试点", "Programme", {"全国外汇管理便利化改革试点"}),
    ("group that somebody forms", "市政府成立试点工作专班", "Mechanism", {"试点工作专班"}),
    ("who confers with whom", "建立部省会商制度和厅市会商机制", "Mechanism", {"部省会商制度", "厅市会商机制"}),
    (
        "office that gives a regime its name",
        "推行首席技术官制度、首席专家负责制",
        "Mechanism",
        {"首席技术官制度", "首席专家负责制"},
    ),
    ("list by its name in quotation marks", "建立鼓励创新的“正面清单”", "Mechanism", {"正面清单"}),
    ("numbered joint meeting is a meeting", "经管委会第4次联席会议审议", "Mechanism", set()),
    (
        "verb that begins a zone's name",
        "批准设立赣南承接产业转移示范区",
        "DemonstrationZone",
        {"赣南承接产业转移示范区"},
    ),
    ("verb between government and zone", "所在地政府支持荆门高新区发展", "HighTechZone", {"荆门高新区"}),
    ("part of a zone", "落户高新区临港分园和长春航空城", "DevelopmentZone", {"高新区临港分园", "长春航空城"}),
    ("branch of a bank", "引导中国农业银行甘肃省分行放贷", "Organization", {"中国农业银行甘肃省分行"}),
    (
        "institute with a conjunction in its name",
        "委托兰州绿色经济与可持续发展研究院承担",
        "Organization",
        {"兰州绿色经济与可持续发展研究院"},
    ),
    ("commission of the party", "经省委全面深化改革委员会审议", "Agency", {"省委全面深化改革委员会"}),
    ("arrangement is no bureau", "符合全省产业发展总体布局", "Agency", set()),
    ("bureaus of each place go on", "各设区市、县（市、区）财政局、科技局", "Agency", set()),
    (
        "fund with a conjunction in its name",
        "用好甘肃省成果转化与创业投资基金",
        "Fund",
        {"甘肃省成果转化与创业投资基金"},
    ),
    ("fund of a level", "在省级科技专项资金中安排奖补", "Fund", {"省级科技专项资金"}),
    ("programme of a level", "近年立项能源领域省级科技计划项目", "Programme", {"省级科技计划"}),
    ("programme that heads an item", "——数字农业重大专项：支持测产", "Programme", {"数字农业重大专项"}),
    (
        "zones that are counted after their names",
        "兰州高新区、白银高新区两家入选",
        "HighTechZone",
        {"兰州高新区", "白银高新区"},
    ),
    ("platform whose scope is the country", "完善全国一体化粮食交易平台", "Platform", {"全国一体化粮食交易平台"}),
    (
        "laboratory with a conjunction in its name",
        "组建隧道健康与安全重点实验室",
        "Platform",
        {"隧道健康与安全重点实验室"},
    ),
    (
        "title that proposes a plan is a policy",
        "根据《中共甘肃省委关于制定五年规划的建议》",
        "Policy",
        {"中共甘肃省委关于制定五年规划的建议"},
    ),
    (
        "firms that everybody knows",
        "组织华为、比亚迪等企业",
        "Organization",
        {"华为技术有限公司", "比亚迪股份有限公司"},
    ),
    ("engineer is no programme", "引进工程师100名", "Programme", set()),
    ("proposal by number", "关于第0412号建议的答复", "Proposal", {"第0412号建议"}),
    (
        "composed function",
        "由县自然资源和规划局、县文化广电旅游局负责",
        "Agency",
        {"县自然资源和规划局", "县文化广电旅游局"},
    ),
    ("function that no list knows", "（牵头单位：市经济合作局）", "Agency", {"市经济合作局"}),
    ("a body of each place is a class", "各市、县财政局和直辖市人民政府", "Agency", set()),
    ("department of one place", "市科技主管部门应当会同市财政部门", "Agency", {"市科技主管部门", "市财政部门"}),
    ("office of a body", "报市公安局城东分局备案", "Agency", {"市公安局城东分局"}),
    (
        "conjunction is no county",
        "市发展改革委和县财政局会同县商务局",
        "Agency",
        {"市发展改革委", "县财政局", "县商务局"},
    ),
    (
        "congress with its term",
        "湖南省第十三届人民代表大会常务委员会通过",
        "Agency",
        {"湖南省第十三届人民代表大会常务委员会"},
    ),
    ("party committee and office", "省委宣传部、中共宁乡市委", "Agency", {"省委宣传部", "中共宁乡市委"}),
    (
        "committees that share their tail",
        "岳麓园区、宁乡经开区管委会",
        "Agency",
        {"岳麓园区管委会", "宁乡经开区管委会"},
    ),
    ("signing is no office", "由市长签署并部署", "Agency", set()),
    ("articles are no part of a name", "第三条长沙高新区应当服务企业", "HighTechZone", {"长沙高新区"}),
    ("verbs before a zone", "管委会领导湘江新区建设", "DevelopmentZone", {"湘江新区"}),
    (
        "brackets inside a zone's name",
        "在中国（湖南）自由贸易试验区内",
        "DevelopmentZone",
        {"中国（湖南）自由贸易试验区"},
    ),
    ("several zones are a class", "创建现代农业示范区10个", "DemonstrationZone", set()),
    ("a class of platforms", "建设各类科技服务平台", "Platform", set()),
    ("proper name before a laboratory", "依托岳麓山实验室开展研究", "Platform", {"岳麓山实验室"}),
    ("event noun before a head", "成立长沙市智能制造工程建设领导小组", "Mechanism", {"长沙市智能制造工程建设领导小组"}),
    ("subsidy in its heading", "三、创业场地补贴\n给予补贴", "Fund", {"创业场地补贴"}),
    ("a sum is no fund", "给予最高50万元资助", "Fund", set()),
    ("fund that needs no modifier", "争取中央预算内投资支持", "Fund", {"中央预算内投资"}),
    (
        "plenums that share their head",
        "省委十一届八次、九次全会精神",
        "Meeting",
        {"省委十一届八次全会", "省委十一届九次全会"},
    ),
    ("session of a congress", "经市七届人大五次会议审议", "Meeting", {"市七届人大五次会议"}),
    ("persons before their office", "周明远副主席、刘建平院士出席", "Person", {"周明远", "刘建平"}),
    (
        "roster",
        "组长：周明远市政府副市长\n成员：刘建平市财政局副局长李玉兰市水利局副局长孙立新市科技局副局长",
        "Person",
        {"周明远", "刘建平", "李玉兰", "孙立新"},
    ),
    ("list of quoted programmes", "举办“才聚三湘”“湘江论剑”等品牌活动", "Programme", {"才聚三湘", "湘江论剑"}),
    (
        "number inside the title",
        "《关于支持创业的若干措施（湘政发〔2020〕4号）》",
        "Policy",
        {"关于支持创业的若干措施", "湘政发〔2020〕4号"},
    ),
    ("financial trades in a list", "引导银行、证券、保险等机构", "TargetGroup", {"银行", "证券", "保险"}),
    ("known organisation", "与中科院共建", "Organization", {"中国科学院"}),
    ("budget line by what it pays for", "安排湖泊保护资金，动员社会资金和闲置资金", "Fund", {"湖泊保护资金"}),
    ("whose money it is names no fund", "按照市级财政专项资金和省财政资金管理", "Fund", set()),
    (
        "subsidy that the text comes back to",
        "符合条件的给予房租补贴。领取房租补贴满三年的，不再发给交通补贴",
        "Fund",
        {"房租补贴"},
    ),
    ("described mechanism", "健全人才流动机制，完善采砂管理制度", "Mechanism", set()),
    (
        "device with a name",
        "建立湖泊水域协调制度，推行科技特派员制度",
        "Mechanism",
        {"湖泊水域协调制度", "科技特派员制度"},
    ),
    ("office of a leading group", "由湖区保护工作领导小组办公室汇总", "Agency", {"湖区保护工作领导小组办公室"}),
    ("a place tries something out", "支持海南省试点发展，在自贸试验区试点", "Programme", set()),
    ("a class of platforms", "鼓励科研平台、仿真平台开放", "Platform", set()),
    ("sign of a province before a name", "支持在京量子信息国家实验室建设", "Platform", {"量子信息国家实验室"}),
    ("creating is a doing", "创新湖泊资源保护专项资金使用方式", "Fund", {"湖泊资源保护专项资金"}),
    ("a district is no park", "天津市滨海新区搭建平台", "DevelopmentZone", set()),
    (
        "a report on a zone",
        "常务委员会报告湖州市生态文明先行示范区建设",
        "DemonstrationZone",
        {"湖州市生态文明先行示范区"},
    ),
    ("sub-office before a verb", "由市生态环境局城东监管局配合核查", "Agency", {"市生态环境局城东监管局"}),
    ("uniformed body", "县消防救援大队参加", "Agency", {"县消防救援大队"}),
    ("customs house in a row", "市商务局、钱江海关、市税务局", "Agency", {"市商务局", "钱江海关", "市税务局"}),
    ("office of a ministry", "中国银保监会办公厅印发通知", "Agency", {"中国银保监会办公厅"}),
    ("whose plan it is", "入选中央“千湖计划”", "Programme", {"中央“千湖计划”"}),
    (
        "title inside a title",
        "《省委贯彻〈国务院关于加强湖泊保护的决定〉的意见》",
        "Policy",
        {"省委贯彻〈国务院关于加强湖泊保护的决定〉的意见"},
    ),
    ("department of a zone", "报备东湖保税港区金融局。", "Agency", {"东湖保税港区金融局"}),
    ("committee of an area", "由长沙市湘江地区开发建设管理委员会负责", "Agency", {"长沙市湘江地区开发建设管理委员会"}),
    ("area of a committee", "长沙市湘江地区开发建设管理委员会负责", "DevelopmentZone", {"长沙市湘江地区"}),
    ("the youth league is no party committee", "会同团市委办理", "Agency", set()),
    ("a ministry's name inside another word", "召开环境保护部际联席会议", "Agency", set()),
    ("a report to a group", "将进展情况报省湖泊保护领导小组办公室", "Agency", {"省湖泊保护领导小组办公室"}),
    ("a kind of firm", "培育大型煤炭企业集团和外省商会", "Organization", set()),
    ("works of a place", "命名仙居县万惠酿造厂", "Organization", {"仙居县万惠酿造厂"}),
    ("a meeting each year is none", "每年召开一次湖泊保护工作座谈会", "Meeting", set()),
    ("civil affairs bureau", "由市民政局和市政府外办负责", "Agency", {"市民政局", "市政府外办"}),
    ("youth league", "会同团市委办理", "Organization", {"团市委"}),
    ("subsidy that somebody gets", "可以申领渔民培训补贴，按比例给予适当补贴", "Fund", {"渔民培训补贴"}),
    ("platforms of a level", "支持国家级和市级湖泊水质研究中心建设", "Platform", set()),
    ("who works together", "推广“企业+农户”等模式", "Mechanism", set()),
    (
        "a zone inside a zone",
        "位于天津自贸试验区（东疆保税港区）",
        "DevelopmentZone",
        {"天津自贸试验区", "东疆保税港区"},
    ),
    (
        "annexes by title",
        "附件：\n1.长沙市湖泊保护实施细则\n2.完善湖泊保护的具体办法\n",
        "Policy",
        {"长沙市湖泊保护实施细则"},
    ),
    ("a government's prize is no government", "获得长沙市政府质量奖", "Agency", set()),
    ("public service of a place", "由县公路养护中心负责", "Organization", {"县公路养护中心"}),
    ("reforms tried in a zone", "推进自贸试验区改革试点任务", "Programme", set()),
    ("fund that another goes into", "渔民分险基金并入渔业担保贷款基金", "Fund", {"渔民分险基金", "渔业担保贷款基金"}),
    ("stations of a kind", "建立院士工作站和博士后科研工作站", "Platform", set()),
    ("students of schools", "面向高等学校、技工院校在校学生发放", "TargetGroup", {"大学生"}),
    ("graduates and their schools", "支持高等院校应届毕业生，走进高等院校", "TargetGroup", {"大学生", "高校"}),
    ("schools beside students", "支持高校和大学生创业", "TargetGroup", {"大学生", "高校"}),
    (
        "regimes by what they settle",
        "健全茶园巨灾再保险制度，完善林权有偿取得制度",
        "Mechanism",
        {"茶园巨灾再保险制度", "林权有偿取得制度"},
    ),
    ("shared risks by whose they are", "建立茶叶银担风险分担机制", "Mechanism", {"茶叶银担风险分担机制"}),
    ("a mechanism only described", "建立风险分担机制，完善储备制度，健全再保险制度", "Mechanism", set()),
    ("target groups", "对科技型中小企业和高校给予支持", "TargetGroup", {"科技型中小企业", "高校"}),
]


@pytest.mark.parametrize(("name", "text", "kind", "expected"), CASES, ids=[c[0] for c in CASES])
def test_found(name: str, text: str, kind: str, expected: set[str]) -> None:
    named = [f for f in find.find(text) if f.type == kind and not f.bare]
    outer = [f for f in named if not any(o is not f and o.start <= f.start and f.end <= o.end for o in named)]
    assert {f.composed or f.text for f in outer} == expected, name


PLACES = [
    ("full and short names", "湖南省长沙市与株洲合作", {"湖南省", "长沙市", "株洲"}),
    ("county after its city", "支持长沙市浏阳建设园区", {"长沙市", "浏阳"}),
    ("list of counties", "以荣昌、永川、合川等区县为重点", {"荣昌", "永川", "合川"}),
    ("common word is no county", "加强公安、民政、资源等部门协作", set()),
    ("words across a seam", "医保定点机构创新乡村治理", set()),
    ("verb and county", "会同县财政局办理", set()),
    ("a doubtful name hides no sure one", "推广河池市经验", {"河池市"}),
    ("sign of a province", "在沪企业与川渝合作", {"沪", "川", "渝"}),
    ("university of a place's name", "与中山大学合作", set()),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_places(text: str, wanted: set[str]) -> None:
    assert {text[h.start : h.end] for h in places.find(text)} == wanted


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("（甘政发〔2020〕12号）", "甘政发〔2020〕12号"), ("（甘政办发[2020]12号）", "甘政办发〔2020〕12号"),
        ("根据国函（2018）31号文件", "国函〔2018〕31号"), ("（国家发展改革委令第9号）", "国家发展改革委令第9号"), ("兰科发【2021】8 号", "兰科发〔2021〕8号"),
    ],
)  # fmt: skip
def test_document_numbers(text: str, number: str) -> None:
    assert [f.number for f in find.find(text) if f.number] == [number]
