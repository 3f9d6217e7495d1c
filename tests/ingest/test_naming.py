"""English names of what has a Chinese one only: put together where every piece is known, else none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest import naming, reference
from ingest.naming import places

TABLES = Path(reference.__file__).parent
BODIES = {
    "湖北省科学技术厅": "Hubei Department of Science and Technology",
    "柳州市财政局": "Liuzhou Finance Bureau",
    "柳州市鱼峰区财政局": "Finance Bureau of Yufeng District, Liuzhou",
    "广西壮族自治区地方金融监督管理局": "Guangxi Local Financial Supervision Bureau",
    "广西壮族自治区人民政府国有资产监督管理委员会": "Guangxi State-owned Assets Supervision and Administration Commission",
    "福建省药品监督管理局": "Fujian Drug Administration",
    "广安市文化广电旅游局": "Guang'an Bureau of Culture, Radio, Television and Tourism",
    "某县教育体育局": None,
    "临桂区教育体育局": "Lingui District Education and Sports Bureau",
    "安徽省人民政府办公厅": "General Office of the Anhui People's Government",
    "蚌埠市人民政府": "Bengbu People's Government",
    "吉林市人民政府": "Jilin City People's Government",
    "吉林省人民政府": "Jilin People's Government",
    "河北省人民代表大会常务委员会办公厅": "General Office of the Standing Committee of the Hebei People's Congress",
    "中国共产党长春市委员会组织部": "Organization Department of the Changchun Committee of the Communist Party of China",
    "中共台州市委": "Taizhou Committee of the Communist Party of China",
    "中国人民政治协商会议辽宁省委员会": "Liaoning Committee of the Chinese People's Political Consultative Conference",
    "辽宁省高级人民法院": "Liaoning High People's Court",
    "中国人民银行": "People's Bank of China",
    "中国人民银行南宁中心支行": "People's Bank of China, Nanning Central Sub-branch",
    "中国证券监督管理委员会广西监管局": "China Securities Regulatory Commission, Guangxi Bureau",
    "国家税务总局河北省税务局": "State Taxation Administration, Hebei Tax Bureau",
    "国家海洋局东海分局": None,  # a sea, not the county of that name
    "福清海关": "Fuqing Customs",
    "宁波国家高新技术产业开发区管理委员会": "Ningbo National High-tech Industrial Development Zone Administrative Committee",
    "西安高新技术产业开发区科技创新局": "Bureau of Science, Technology and Innovation of the Xi'an High-tech Industrial Development Zone",
    "国家计划委员会": "State Planning Commission",
    "科技部门": None,
    "各区县政府": None,
    "自治区科技厅": None,
    "四川省财政厅驻成都某某办事处": None,
}
ZONES = {
    "桂林高新技术产业开发区": "Guilin High-tech Industrial Development Zone",
    "武汉东湖新技术开发区": "Wuhan Donghu New Technology Development Zone",
    "太原国家高新技术产业开发区": "Taiyuan National High-tech Industrial Development Zone",
    "阿克苏阿拉尔高新技术产业开发区": "Aksu Aral High-tech Industrial Development Zone",
    "合芜蚌国家自主创新示范区": "Hefei-Wuhu-Bengbu National Independent Innovation Demonstration Zone",
    "福厦泉国家自主创新示范区厦门片区": "Xiamen Area of the Fuzhou-Xiamen-Quanzhou National Independent Innovation Demonstration Zone",
    "浙江省湖州市绿色金融改革创新试验区": "Huzhou Green Finance Reform and Innovation Pilot Zone, Zhejiang",
    "江西省赣江新区绿色金融改革创新试验区": "Ganjiang New Area Green Finance Reform and Innovation Pilot Zone, Jiangxi",
    "甘肃省兰州新区绿色金融改革创新试验区": "Lanzhou New Area Green Finance Reform and Innovation Pilot Zone, Gansu",
    "浙江舟山群岛新区": "Zhejiang Zhoushan Archipelago New Area",
    "中国（广西）自由贸易试验区": "China (Guangxi) Pilot Free Trade Zone",
    "河北雄安新区": "Hebei Xiong'an New Area",
    "国家自主创新示范区": "National Independent Innovation Demonstration Zone",
    "高新技术产业开发区": None,
    "量子信息未来产业科技园": None,
    "川渝高竹新区": None,
}
PLACES = {
    "重庆市": "Chongqing", "厦门市": "Xiamen", "六安市": "Lu'an", "蚌埠市": "Bengbu", "蚌山区": "Bengshan District", "亳州市": "Bozhou",
    "东莞市": "Dongguan", "乐山市": "Leshan", "乐清市": "Yueqing", "乐亭县": "Laoting County", "民乐县": "Minle County", "长治市": "Changzhi",
    "长子县": "Zhangzi County", "陕西省": "Shaanxi", "山西省": "Shanxi", "德阳市": "Deyang", "漯河市": "Luohe", "什邡市": "Shifang",
    "闵行区": "Minhang District", "花都区": "Huadu District", "都匀市": "Duyun", "洪洞县": "Hongtong County", "六合区": "Luhe District",
    "崆峒区": "Kongtong District", "宕昌县": "Tanchang County", "朝阳区": "Chaoyang District", "万柏林区": "Wanbailin District",
    "神农架林区": "Shennongjia Forestry District", "六枝特区": "Liuzhi Special District", "井陉矿区": "Jingxing Mining District",
    "管城回族区": "Guancheng District", "东乡族自治县": "Dongxiang County", "津市市": "Jinshi", "芒市": "Mangshi", "忠县": "Zhongxian County",
    "乌鲁木齐市": "Urumqi", "呼和浩特市": "Hohhot", "拉萨市": "Lhasa", "霍尔果斯市": "Horgos", "西藏自治区": "Xizang", "吉林市": "Jilin City",
    "佛山市南海区": "Nanhai District, Foshan", "平果县": "Pingguo County", "长三角": "Yangtze River Delta", "青岛西海岸新区": "Qingdao West Coast New Area",
    "墨脱县": None, "贫困地区": None, "主城区": None, "老街省": None, "各县市": None,
}  # fmt: skip
OTHERS = {
    ("Person", "王芳"): "Wang Fang",
    ("Person", "曾培炎"): "Zeng Peiyan",
    ("Person", "顾长青"): None,
    ("Person", "汪经理"): None,
    ("Person", "旦增罗布"): None,
    ("Meeting", "广西壮族自治区十三届人大五次会议"): "5th Session of the 13th Guangxi People's Congress",
    (
        "Meeting",
        "河南省第十一届人民代表大会常务委员会第二十一次会议",
    ): "21st Meeting of the Standing Committee of the 11th Henan People's Congress",
    (
        "Meeting",
        "上海市政协十三届五次会议",
    ): "5th Session of the 13th Shanghai Committee of the Chinese People's Political Consultative Conference",
    ("Meeting", "中国共产党第二十次全国代表大会"): "20th National Congress of the Communist Party of China",
    ("Meeting", "全国科技大会"): None,
    ("Proposal", "第2023208号代表建议"): "Deputies' Proposal No. 2023208",
    ("Programme", "国家重点研发计划"): "National Key R&D Programme",
    ("Fund", "广西创新驱动发展专项资金"): "Guangxi Special Fund for Innovation-driven Development",
    (
        "Fund",
        "合芜蚌国家自主创新示范区专项资金",
    ): "Special Fund for the Hefei-Wuhu-Bengbu National Independent Innovation Demonstration Zone",
    ("Fund", "四川省高新区发展引导资金"): "Sichuan Guidance Fund for the Development of High-tech Zones",
    ("Fund", "绿色金融奖补资金"): None,
    ("Fund", "一般性转移支付"): None,
    (
        "Mechanism",
        "西安国家自主创新示范区建设联席会议制度",
    ): "Joint Meeting System for the Xi'an National Independent Innovation Demonstration Zone",
    ("Document", "国家级新区名单"): "National New Areas",
    ("Document", "国务院关于促进国家高新技术产业开发区高质量发展的若干意见"): None,
    ("Policy", "国务院关于促进国家高新技术产业开发区高质量发展的若干意见"): None,
}
CASES = [
    *(("Agency", *case) for case in BODIES.items()),
    *(("HighTechZone", *case) for case in ZONES.items()),
    *(("Region", *case) for case in PLACES.items()),
    *((*key, english) for key, english in OTHERS.items()),
]


@pytest.mark.parametrize(("label", "chinese", "english"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_name_is_put_together_only_where_all_of_it_is_known(label: str, chinese: str, english: str | None) -> None:
    assert naming.english(label, chinese) == english


def test_every_province_and_city_has_an_english_name_of_latin_letters() -> None:
    cities = [one for one in reference.regions() if one.level != "county"]
    wrong = {
        one.name: found for one in cities if not re.fullmatch("[A-ZÜa-zü' ]{3,}", found := str(places.region(one.name)))
    }
    assert not wrong and len(cities) > 360


def test_every_high_tech_zone_of_the_tables_has_one() -> None:
    assert [one.name for one in reference.high_tech_zones() if naming.english("HighTechZone", one.name) is None] == []


def test_every_central_body_of_the_tables_has_one() -> None:
    bodies = [one.name for one in reference.agencies() if not one.pattern and one.level.startswith("国家")]
    assert [name for name in bodies if naming.english("Agency", name) is None] == [] and len(bodies) > 50


def test_every_reference_table_has_an_english_title() -> None:
    titles = re.findall(r"title: ([^,]+)", "".join(p.read_text("utf-8") for p in TABLES.glob("*.mapping.yaml")))
    assert [title for title in titles if naming.english("Document", title) is None] == [] and len(titles) == 10
