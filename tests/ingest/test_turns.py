"""Who speaks: under a title, in an interview, quoted in the news, and the outlet that tells it; in our own words."""

from __future__ import annotations

import pytest

from ingest import clauses, resolve, scene, shadow, structure


def read(text: str) -> scene.Scene:
    made = shadow.clean(text)
    return resolve.resolve(made, structure.outline(made))


def heard(view: scene.Scene, words: str) -> str | None:
    """Who states what stands at these words."""
    who = view.stated_by(view.shadow.text.index(words))
    return view.entities[who].name if who else None


REPORT = """政府工作报告
——2022年2月15日在遵义市第六届人民代表大会第一次会议上
{line}

一、2021年工作回顾
设立遵义市科技成果转化资金。
二、2022年重点工作
支持遵义高新区建设公共技术服务平台。
"""
REPORTERS = [
    ("the mayor under the title", "遵义市人民政府市长　黄某伟", "遵义市人民政府"),
    ("an office of the party besides", "遵义市人民政府党组书记、市长　黄某伟", "遵义市人民政府"),
]


@pytest.mark.parametrize(("line", "author"), [c[1:] for c in REPORTERS], ids=[c[0] for c in REPORTERS])
def test_who_gives_a_report_is_its_author(line: str, author: str) -> None:
    view = read(REPORT.format(line=line))
    assert view.author and view.entities[view.author].name == author
    assert view.outline.date == "2022-02-15"


def test_a_report_of_a_place_is_its_governments() -> None:
    view = read("2021年遵义市政府工作报告\n\n一、2020年工作回顾\n建成科技企业孵化器3家。\n")
    assert view.author and view.entities[view.author].name == "遵义市人民政府"


def test_a_heading_gives_the_year_of_the_work_under_it() -> None:
    view = read(REPORT.format(line="遵义市人民政府市长　黄某伟"))
    told = {view.shadow.text[c.start : c.end][:2]: (c.status, c.time) for c in clauses.split(view)}
    assert told["设立"][1] == "2021"
    assert told["支持"] == ("planned", "2022")


NEWS = """贵阳建设大数据安全示范区

贵阳日报讯（记者 李某）9月3日，贵阳市召开大数据安全工作会。贵阳市建成公共服务平台。

贵阳市科技局党组书记、局长王立新表示，下一步，该局将设立大数据安全专项资金。

贵阳市财政局有关负责人介绍，已安排补助资金。清华大学教授周明表示，示范区建设很有意义。
"""
NEWS_CASES = [
    ("the outlet tells what nobody says", "贵阳市建成", "贵阳日报"),
    ("the head of a body speaks for it", "将设立大数据", "贵阳市科学技术局"),
    ("somebody without a name", "已安排补助", "贵阳市财政局"),
]


@pytest.mark.parametrize(("words", "who"), [c[1:] for c in NEWS_CASES], ids=[c[0] for c in NEWS_CASES])
def test_news_say_who_said_it(words: str, who: str) -> None:
    assert heard(read(NEWS), words) == who


def test_an_outlet_does_nothing_of_what_it_tells() -> None:
    view = read(NEWS.replace("贵阳市建成", "建成"))
    outlets = {e.id for e in view.entities.values() if e.name == "贵阳日报"}
    assert outlets
    assert not outlets & {agent for clause in clauses.split(view) for agent in clause.agents}


INTERVIEW = """科技创新券怎么用？——对话遵义市科技局局长王立新

主持人：今天请到的是遵义市科技局局长王立新。创新券是什么？
王立新：我局设立了科技创新券。企业可以用它购买服务。
主持人：还有什么打算？
王局长：明年将扩大支持范围。
"""


@pytest.mark.parametrize("words", ["设立了科技", "将扩大支持"])
def test_in_an_interview_the_one_who_answers_speaks_for_the_body(words: str) -> None:
    assert heard(read(INTERVIEW), words) == "遵义市科学技术局"


def test_a_surname_that_is_rare_speaks_as_well() -> None:
    assert (
        heard(read(INTERVIEW.replace("王立新", "隋立新").replace("王局长", "隋局长")), "设立了科技")
        == "遵义市科学技术局"
    )


def test_our_bureau_in_an_interview_is_that_body() -> None:
    view = read(INTERVIEW)
    at = view.shadow.text.index("我局设立")
    assert {view.entities[r.entity].name for r in view.within(at, at + 2)} == {"遵义市科学技术局"}


PASSED_ON = """安徽省科学技术厅关于省政协第320号提案的答复

王明委员：

您提出的第320号提案收悉，现答复如下：

安徽省财政厅反馈，今年设立种业专项资金。我厅将设立种业奖。

安徽省教育厅还表示：支持高校建设种业平台。下步建设种业学院。
据安徽省林业局介绍，林业平台已建成。

建议由安徽省水利厅说明，水利平台未列入。

安徽省科学技术厅
2022年6月1日
"""
PASSING = [
    ("反馈", "设立种业专项资金", "安徽省财政厅"), ("我厅 ends it", "设立种业奖", "安徽省科学技术厅"), ("还表示", "支持高校", "安徽省教育厅"),
    ("the whole paragraph", "建设种业学院", "安徽省教育厅"), ("据…介绍", "林业平台", "安徽省林业局"), ("in a sentence about it", "水利平台", "安徽省科学技术厅"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "who"), [c[1:] for c in PASSING], ids=[c[0] for c in PASSING])
def test_what_a_letter_passes_on_is_said_by_the_other_body(words: str, who: str) -> None:
    assert heard(read(PASSED_ON), words) == who


EXPLAINERS = [
    ("the drafter", "某政策由青岛市人民政府印发。青岛市科学技术局起草了《青岛市种业办法》。", "青岛市科学技术局"),
    ("before the issuer", "青岛市人民政府印发《青岛市种业办法》。青岛市科学技术局会同青岛市财政局制定了《青岛市种业办法》。", "青岛市科学技术局"),
    ("else the issuer", "青岛市人民政府近日印发《青岛市种业办法》。", "青岛市人民政府"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), [c[1:] for c in EXPLAINERS], ids=[c[0] for c in EXPLAINERS])
def test_an_explainer_without_a_signature_is_by_the_maker_of_what_it_explains(text: str, who: str) -> None:
    view = read(f"《青岛市种业办法》政策解读\n\n一、制定的背景是什么？\n{text}\n二、主要内容\n支持种业。\n")
    assert view.author and view.entities[view.author].name == who
