"""Resolving: which thing a name means, its fullest name, and what must stay apart; in our own words."""

from __future__ import annotations

import pytest

from ingest import resolve, scene, shadow, structure

HEAD = "湖南省科学技术厅关于某事的通知\n\n各有关单位：\n"
FOOT = "\n湖南省科学技术厅\n2021年6月18日\n"


def read(body: str, head: str = HEAD, foot: str = FOOT) -> scene.Scene:
    made = shadow.clean(head + body + foot)
    return resolve.resolve(made, structure.outline(made))


def means(view: scene.Scene, words: str) -> set[tuple[str, str]]:
    """Labels and names of what the words mean where they stand first in the body."""
    at = view.shadow.text.index(words)
    refs = [r for r in view.refs if (r.start, r.end) == (at, at + len(words))]
    return {(r.type, view.entities[r.entity].name) for r in refs}


NAMES = [
    ("level word by the document's place", "由省财政厅拨付。", "省财政厅", ("Agency", "湖南省财政厅")),
    ("short function", "请省发改委研究。", "省发改委", ("Agency", "湖南省发展和改革委员会")),
    ("ministry", "报科技部备案。", "科技部", ("Agency", "科学技术部")),
    ("local namesake of a national body", "会同林业局办理。", "林业局", ("Agency", "湖南省林业局")),
    ("branch of the central bank", "人行长沙中心支行参加。", "人行长沙中心支行", ("Agency", "中国人民银行长沙中心支行")),
    ("department goes by its body", "省财政厅下达。省财政部门监督。", "省财政部门", ("Agency", "湖南省财政厅")),
    ("the purse of the province", "省财政每年拿出500万元。", "省财政", ("Agency", "湖南省财政厅")),
    ("the purse of a city", "长沙市财政贴息200万元。", "长沙市财政", ("Agency", "长沙市财政局")),
    ("the author", "我厅将实施。", "我厅", ("Agency", "湖南省科学技术厅")),
    ("the province", "我省企业较多。", "我省", ("Region", "湖南省")),
    ("high-tech zone in full", "长沙市高新区发展较快。", "长沙市高新区", ("HighTechZone", "长沙高新技术产业开发区")),
    ("office of a government by a short name", "由省政府办印发。", "省政府办", ("Agency", "湖南省人民政府办公室")),
    ("state assets by a short name", "由国资委监管。", "国资委", ("Agency", "湖南省人民政府国有资产监督管理委员会")),
    ("office of a party committee", "省委编办核定编制。", "省委编办", ("Agency", "中共湖南省委机构编制委员会办公室")),
    ("youth league in full", "会同团省委办理。", "团省委", ("Organization", "中国共产主义青年团湖南省委员会")),
    ("local tax bureau", "市税务局和长沙市税务局办理。", "长沙市税务局", ("Agency", "国家税务总局长沙市税务局")),
    ("title inside a title", "落实《省委贯彻〈国务院关于加强湖泊保护的决定〉的意见》。", "国务院关于加强湖泊保护的决定", ("Policy", "国务院关于加强湖泊保护的决定")),
    ("a notice goes by what it hands out", "按照《湖南省人民政府关于印发〈湖南省湖泊保护规划〉的通知》办理。", "湖南省人民政府关于印发〈湖南省湖泊保护规划〉的通知", ("Policy", "湖南省湖泊保护规划")),
    ("zone with its province", "洞庭新区发展较快。建设湖南洞庭新区。", "洞庭新区", ("DevelopmentZone", "湖南洞庭新区")),
    ("free trade zone as the State Council names it", "湖南自贸试验区出台措施。", "湖南自贸试验区", ("DevelopmentZone", "中国（湖南）自由贸易试验区")),
    ("a shared head", "株洲、湘潭等2家国家高新区增长。", "株洲", ("HighTechZone", "株洲国家高新技术产业开发区")),
    ("committee of a zone named before", "长沙高新区增长较快。由高新区管委会负责。", "高新区管委会", ("Agency", "长沙高新技术产业开发区管理委员会")),
    ("committee of the one zone", "长沙高新区增长较快。管委会负责。", "管委会", ("Agency", "长沙高新技术产业开发区管理委员会")),
    ("committee in full", "长沙高新区管委会负责。", "长沙高新区管委会", ("Agency", "长沙高新技术产业开发区管理委员会")),
    ("party congress", "贯彻党的十九大精神。", "党的十九大", ("Meeting", "中国共产党第十九次全国代表大会")),
    ("plenum", "贯彻十九届五中全会精神。", "十九届五中全会", ("Meeting", "中国共产党第十九届中央委员会第五次全体会议")),
    ("local plenum", "落实省委十一届八次全会精神。", "省委十一届八次全会", ("Meeting", "中共湖南省委十一届八次全会")),
    ("democratic party", "民革湖南省委提出提案。", "民革湖南省委", ("Organization", "中国国民党革命委员会湖南省委员会")),
    ("bureau of a commission", "由湖南证监局负责。", "湖南证监局", ("Agency", "中国证券监督管理委员会湖南监管局")),
    ("mass organisation", "会同省科协开展活动。", "省科协", ("Organization", "湖南省科学技术协会")),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "wanted"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_full_names(body: str, words: str, wanted: tuple[str, str]) -> None:
    assert wanted in means(read(body), words)


def test_a_text_that_nobody_signs_speaks_from_the_county_that_it_calls_its_own() -> None:
    view = read("我县科技下田，威宁自治县与毕节市合作。县科技局要建立制度。", head="", foot="")
    assert [e.name for e in view.entities.values() if e.type == "Agency"] == ["威宁彝族回族苗族自治县科学技术局"]


SHORT_FORMS = [
    ("given in brackets", "设立湘江智能制造示范基地（以下简称“湘江基地”）。湘江基地面向企业。", "湘江基地面向", "湘江智能制造示范基地"),
    ("given after the number", "根据《湖南省科技创新条例》（湘政发〔2020〕4号，以下简称《条例》）办理。《条例》规定如下。", "条例》规定", "湖南省科技创新条例"),
    ("nearest zone", "建设长株潭国家自主创新示范区。示范区由三市组成。", "示范区由", "长株潭国家自主创新示范区"),
    ("trial text and final name", "印发《湖南省科技计划管理办法（试行）》。按《湖南省科技计划管理办法》执行。", "湖南省科技计划管理办法》执", "湖南省科技计划管理办法（试行）"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "wanted"), [c[1:] for c in SHORT_FORMS], ids=[c[0] for c in SHORT_FORMS])
def test_short_forms(body: str, words: str, wanted: str) -> None:
    view = read(body)
    at = view.shadow.text.index(words)
    named = {view.entities[r.entity].name for r in view.refs if r.start == at}
    assert wanted in named


APART = [
    ("two levels of one name", "国家级绿色金融改革创新试验区和湖南省绿色金融改革创新示范区。", "DemonstrationZone", 2),
    ("treasury and bureau of finance", "省财政厅安排，省地方金融监管局实施。", "Agency", 2),
    ("a nickname and its number", "长沙市人民政府印发“科创18条”（长政发〔2022〕9号），兑现“科创18条”。", "Policy", 1),
    ("two numbers of one title", "《省科技计划管理办法》（湘科发〔2018〕1号）废止，执行《省科技计划管理办法》（湘科发〔2020〕2号）。", "Policy", 2),
    ("a title with words that another has not", "依据《长沙市科技园区考核评价管理办法》，修订《长沙市科技园区管理办法》。", "Policy", 2),
    ("a title without its place", "编制《长沙市新一代人工智能发展规划》，《新一代人工智能发展规划》已经公布。", "Policy", 1),
    ("scheme and its approval", "批复了《长沙科技城建设实施方案》，见《关于长沙科技城建设实施方案的批复》。", "Policy", 2),
    ("centre and its portal", "湖南国际科技创新中心和湖南国际科技创新中心网络服务平台。", "Platform", 2),
    ("centre and its branch", "国家杂交水稻工程研究中心和国家杂交水稻工程研究中心怀化分中心。", "Platform", 2),
    ("a city's zone and the zone of a place in it", "长沙高新区与长沙星沙高新技术产业开发区。", "HighTechZone", 2),
    ("a zone with its province before it", "长沙高新区即湖南长沙高新技术产业开发区。", "HighTechZone", 1),
    ("funds of two cities", "长沙市天使投资基金和株洲市天使投资基金。", "Fund", 2),
]  # fmt: skip


@pytest.mark.parametrize(("body", "kind", "count"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_stays_apart(body: str, kind: str, count: int) -> None:
    view = read(body)
    named = [e for e in view.entities.values() if e.type == kind and not e.prop("self") and e.id != view.author]
    assert len(named) == count


def test_a_bare_zone_among_many_means_none() -> None:
    view = read("一、甲项\n支持浙江自贸试验区。\n二、乙项\n支持福建自贸试验区。\n三、丙项\n自贸试验区应当开放。\n")
    at = view.shadow.text.index("自贸试验区应当")
    assert not [r for r in view.refs if r.start == at]


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("湖南省设立湘江种子基金。该基金投向早期项目。", "湘江种子基金"),
        ("我厅印发《湖南省科技计划管理办法》。该基金投向早期项目。", None),
    ],
    ids=["named before", "nothing of the kind named"],
)
def test_that_thing(body: str, meant: str | None) -> None:
    view = read(body)
    at = view.shadow.text.index("该基金")
    names = [view.entities[r.entity].name for r in view.refs if r.start == at]
    assert (names[0].endswith(meant) if names else False) == bool(meant)


@pytest.mark.parametrize("head", ["国务院同意再建五个园区\n\n2022年7月15日 来源：某某日报\n"], ids=["a headline"])
def test_who_stands_in_a_headline_is_no_author(head: str) -> None:
    assert read("近日，湖南省新增园区五个。", head, "").author is None


def test_a_department_that_answers_journalists_speaks_of_its_ministry_as_we() -> None:
    head = "教育部评估司有关负责人就《关于加强评估工作的意见》答记者问\n\n"
    view = read(
        "近日，教育部印发《关于加强评估工作的意见》。教育部评估司有关负责人回答了提问。\n答：我部将跟踪落实。", head, ""
    )
    at = view.shadow.text.index("我部")
    assert [view.entities[r.entity].name for r in view.refs if r.start == at] == ["教育部"]


ANOTHER = [
    ("a mechanism of other words", "建立湘江流域生态补偿协调机制。", "完善利益共享", "机制。"),
    ("one of a kind that is yet to be", "建设湘江智能制造服务平台。", "搭建", "平台，汇聚数据。"),
    ("money of no line", "设立湘江保护专项资金。", "加大", "资金投入。"),
]


@pytest.mark.parametrize(("named", "before", "bare"), [c[1:] for c in ANOTHER], ids=[c[0] for c in ANOTHER])
def test_a_bare_tool_behind_words_of_its_own_is_another(named: str, before: str, bare: str) -> None:
    view = read(named + before + bare)
    at = view.shadow.text.index(before) + len(before)
    assert not [r for r in view.refs if r.start == at]


def test_a_short_form_that_counts_is_not_for_the_last_of_its_list() -> None:
    view = read("范围包括长沙市、株洲市、湘潭市（以下简称三市）。三市应当合作。")
    at = view.shadow.text.index("三市应当")
    assert not [r for r in view.refs if r.start == at]


def test_what_the_title_names_keeps_its_short_form_behind_words_of_its_own() -> None:
    view = read("本办法支持园区。每年编制专项资金预算。", head="湖南省湘江保护专项资金管理办法\n\n")
    at = view.shadow.text.index("专项资金预算")
    assert [view.entities[r.entity].name for r in view.refs if (r.start, r.end) == (at, at + 4)] == [
        "湖南省湘江保护专项资金"
    ]


def test_every_ref_has_a_reason() -> None:
    view = read("我厅会同省财政厅支持长沙高新区。该区发展较快。")
    assert view.refs
    assert all(r.reason for r in view.refs)


LIVES = [
    ("from its issue, for years", "本办法自印发之日起施行，有效期3年。", {"date_effective": "2021-06-18", "date_expiry": "2024-06-17"}),
    ("from a day", "本办法自2021年8月1日起施行，有效期至2025年12月31日。", {"date_effective": "2021-08-01", "date_expiry": "2025-12-31"}),
    ("days after its issue", "本办法自发布之日起30日后施行。", {"date_effective": "2021-07-18"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), [c[1:] for c in LIVES], ids=[c[0] for c in LIVES])
def test_a_policys_life(body: str, wanted: dict[str, str]) -> None:
    own = next(e for e in read(body, head="湖南省科技计划管理办法\n\n").entities.values() if e.prop("self"))
    assert {name: own.prop(name) for name in wanted} == wanted


def test_what_it_repeals_ends() -> None:
    view = read("本办法自印发之日起施行。《湖南省科技经费管理办法》同时废止。", head="湖南省科技计划管理办法\n\n")
    old = next(e for e in view.entities.values() if e.name == "湖南省科技经费管理办法")
    assert (old.prop("in_force"), old.prop("date_repealed")) == ("repealed", "2021-06-18")


AUTHORS = [
    ("who signs between the annexes and the date", "各乡镇：\n" + "湖南省的园区应当加强管理并完善各项工作机制。\n" * 4
     + "附件：2013年湖南省农业龙头企业名单和分布情况一览\n湖南省科学技术厅\n2013年10月9日\n", "湖南省科学技术厅"),
    ("signature", HEAD + "正文。" + FOOT, "湖南省科学技术厅"),
    ("number's prefix", "关于某事的通知\n湘政发〔2020〕4号\n\n各单位：\n正文。\n", "湖南省人民政府"),
    ("who passed a regulation", "长沙市科技条例\n\n2020年1月2日长沙市第十五届人民代表大会常务委员会第三次会议通过\n\n第一条正文。\n", "长沙市人民代表大会常务委员会"),
    ("a district's office by its number", "关于某事的通知\n深坪府办规〔2020〕4号\n\n各街道办事处：\n坪山区的企业可以申请。\n", "坪山区人民政府办公室"),
    ("a province's office by its number", "关于某事的通知\n粤府办〔2020〕4号\n\n各单位：\n正文。\n", "广东省人民政府办公厅"),
    ("a city's department by its number", "关于某事的通知\n穗人社规字〔2020〕4号\n\n各单位：\n正文。\n", "广州市人力资源和社会保障局"),
    ("the office that hands out what its government agreed to", "各市人民政府，省人民政府各组成部门：\n《湖南省湖泊保护办法》已经省人民政府同意，现印发给你们。\n", "湖南省人民政府办公厅"),
    ("who explains it", "结合实际，特制定本细则。\n一、对象\n企业。\n二、其他\n本细则自发布之日起施行，由长沙市湘江地区开发建设管理委员会负责解释。\n", "长沙市湘江地区开发建设管理委员会"),
    ("the government of the place in the title", "长沙市科技专项资金管理办法\n\n第一条为规范管理，制定本办法。\n", "长沙市人民政府"),
    ("the assembly of the place in a statute's title", "长沙市科技创新条例\n\n第一条为促进创新，制定本条例。\n", "长沙市人民代表大会常务委员会"),
    ("the party committee at the head of the title", "中共长沙县委 长沙县人民政府\n关于支持产业的实施意见\n\n为支持产业，制定本意见。\n", "中国共产党长沙县委员会"),
    ("whose head gives a report", "2023年工作报告\n——2024年1月9日在全市科技工作会议上\n长沙市科学技术局局长　周某某\n\n一、2023年工作回顾\n湖南省支持园区。\n", "长沙市科学技术局"),
    ("the assembly whose session passed a regulation", "长沙市创新条例\n（2020年1月2日长沙市第十五届人民代表大会第三次会议通过）\n第一条正文。\n", "长沙市人民代表大会"),
    ("the government whose assembly hears a report", "政府工作报告\n——2024年1月9日在长沙市第十六届人民代表大会第四次会议上\n\n一、2023年工作回顾\n支持园区。\n", "长沙市人民政府"),
    ("who sent it round, under its title", "长沙市支持人才若干措施\n\n（2023年7月2日会议通过，长沙市科学技术局、长沙市财政局以长科发〔2023〕15号印发）\n\n第一条　正文。\n", "长沙市科学技术局"),
    ("whose meeting passed it, under its title", "长沙湘江实验区若干措施\n\n（2023年7月2日长沙湘江实验区管理委员会第9次主任办公会议审议通过）\n\n一、支持园区。\n", "长沙湘江实验区管理委员会"),
    ("who signs in the line of the last sentence", "李某某同志：来信收到。现将情况函复如下：一、支持园区。请继续抓好落实。湖南省科学技术厅 2021年6月18日\n", "湖南省科学技术厅"),
    ("who edits a bulletin", "湖南自主创新示范区工作简报\n第4期\n湖南自主创新示范区建设领导小组办公室编　2022年12月20日\n\n长沙市推进试点。\n", "湖南自主创新示范区建设领导小组办公室"),
    ("who makes a table", "湖南自贸试验区经验清单\n\n制表单位：湖南自贸试验区工作办公室　制表日期：2022年9月30日\n\n案例1\n长沙海关参加。\n", "湖南自贸试验区工作办公室"),
    ("who contributes the text, behind it", "走进园区\n\n园区隶属于湖南省。\n\n（供稿：长沙市科学技术局　2024年10月）\n", "长沙市科学技术局"),
    ("an institution that no grammar knows", "关于某事的通知\n\n各单位：\n正文。\n\n湖南省农业事业发展中心\n2021年6月18日\n", "湖南省农业事业发展中心"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in AUTHORS], ids=[c[0] for c in AUTHORS])
def test_authors(text: str, wanted: str) -> None:
    view = read(text, head="", foot="")
    assert view.author and view.entities[view.author].name == wanted


def test_the_government_of_the_place_is_one_body_with_the_one_that_the_text_names() -> None:
    text = "长沙市岳麓区科技专项资金管理办法\n\n第一条为规范管理，制定本办法。\n第二条资金安排由区政府审定。\n"
    view = read(text, head="", foot="")
    bodies = [e for e in view.entities.values() if e.type == "Agency"]
    assert [e.name for e in bodies] == ["长沙市岳麓区人民政府"]
    assert view.author == bodies[0].id
    assert "区政府" in {m.span.text for m in bodies[0].mentions}


def test_a_districts_bodies_carry_its_city_where_the_text_writes_both() -> None:
    head, foot = "长沙市岳麓区人民政府关于某事的通知\n\n各单位：\n", "\n长沙市岳麓区人民政府\n2021年6月18日\n"
    view = read("由区财政局、区委政法委负责。", head, foot)
    names = {e.name for e in view.entities.values() if e.type == "Agency"}
    assert names == {"长沙市岳麓区人民政府", "长沙市岳麓区财政局", "中共长沙市岳麓区委政法委员会"}


def test_an_earlier_text_of_the_same_title_is_another_policy() -> None:
    head = "长沙市人民政府关于印发《长沙市湖泊保护办法》的通知\n长政发〔2021〕9号\n\n各单位：\n"
    view = read("《长沙市湖泊保护办法》（长政发〔2018〕3号）废止。", head)
    numbers = {e.prop("doc_no") for e in view.entities.values() if e.type == "Policy"}
    assert numbers == {"长政发〔2021〕9号", "长政发〔2018〕3号"}


def test_a_short_form_that_the_text_gives_means_nothing_nearer() -> None:
    view = read("绵阳科技城新区（以下简称“新区”）是省级新区；绵阳国家高新区部分区域划入新区，体制不变。")
    at = view.shadow.text.index("划入新区") + 2
    assert [view.entities[r.entity].name for r in view.refs if (r.start, r.end) == (at, at + 2)] == ["绵阳科技城新区"]
