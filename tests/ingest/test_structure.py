"""Outlines: title, number, signers, date, genre, sections with their voices, sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest import scene, shadow, structure


def outlined(raw: str) -> tuple[str, scene.Outline]:
    made = shadow.clean(raw)
    return made.text, structure.outline(made)


REPLY = """某某省科技厅关于省十三届人大四次会议

第2021001号代表建议的答复

张三、李四等6名代表：

你们提出的建议收悉。现答复如下：

一、办理情况

近两年来，我厅做了大量工作。一是加强领导。二是落实经费。

二、某某省财政厅协办意见

2020年安排资金。

三、各单位补充意见

市财政局：2020年支出增长较快，支持了一批项目。

某某省科学技术厅
2021年6月18日
"""


def test_a_name_alone_under_opinions_speaks() -> None:
    text, found = outlined("某函\n一、会办单位意见\n（一）某某省财政厅\n已拨付。\n二、分工\n（一）市财政局\n拨付。\n")
    assert [text[slice(*s.voice)] for s in found.sections if s.voice] == ["某某省财政厅"]


def test_a_reply() -> None:
    text, found = outlined(REPLY)
    assert found.title
    assert (
        text[slice(*found.title)].replace("\n", "") == "某某省科技厅关于省十三届人大四次会议第2021001号代表建议的答复"
    )
    assert (found.doc_type, found.language, found.date) == ("reply", "zh", "2021-06-18")
    assert [text[a:b] for a, b in found.signers] == ["某某省科学技术厅"]
    assert found.addressees and text[slice(*found.addressees)] == "张三、李四等6名代表"


def test_voices_of_sections() -> None:
    text, found = outlined(REPLY)
    assert [text[slice(*s.voice)] for s in found.sections if s.voice] == ["某某省财政厅", "市财政局"]
    lead = next(s for s in found.sections if s.voice and text[slice(*s.voice)] == "市财政局")
    assert text[found.sections[lead.parent or 0].start :].startswith("三、各单位补充意见")


def test_a_line_that_says_whose_opinion_it_is() -> None:
    text, found = outlined("某函\n关于贷款。我局做了工作。\n　　人民银行某市分行的会办意见是：2022年发放贷款。\n")
    assert [text[slice(*s.voice)] for s in found.sections if s.voice] == ["人民银行某市分行"]


def test_firstly_and_secondly_are_no_sections() -> None:
    text, found = outlined(REPLY)
    assert [text[s.start : s.start + 2] for s in found.sections if s.level == 1] == ["一、", "二、", "三、"]
    assert "一是加强领导。" not in [text[s.start : s.end] for s in found.sections]


def test_sentences_and_headings() -> None:
    text, found = outlined(REPLY)
    assert [text[s.start : s.end] for s in found.sentences if s.heading] == [
        "一、办理情况",
        "二、某某省财政厅协办意见",
        "三、各单位补充意见",
    ]
    assert "一是加强领导。" in [text[s.start : s.end] for s in found.sentences]


SENTENCES = [
    ("semicolons hold together", "支持一批；培育一批。", ["支持一批；培育一批。"]),
    ("a stop inside brackets", "印发办法（试行。）并实施。", ["印发办法（试行。）并实施。"]),
    ("a closing quotation", "强调“要加快建设。”会议结束。", ["强调“要加快建设。”", "会议结束。"]),
    ("a word that looks like a field", "来源于财政的资金专款专用。", ["来源于财政的资金专款专用。"]),
    ("a field of the page", "来源：某某网\n工作有序推进。", ["工作有序推进。"]),
    (
        "English abbreviations",
        "Under Sec. 5 of the U.S. Code it may act. It acts.",
        ["Under Sec. 5 of the U.S. Code it may act.", "It acts."],
    ),
]


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in SENTENCES], ids=[c[0] for c in SENTENCES])
def test_sentences(raw: str, wanted: list[str]) -> None:
    text, found = outlined(raw)
    assert [text[s.start : s.end] for s in found.sentences] == wanted


NUMBERS = [
    ("tortoise-shell brackets", "某政发〔2019〕48号", "某政发〔2019〕48号"),
    ("square brackets", "某政发[2019]48号", "某政发〔2019〕48号"),
    ("full round brackets", "某政办函（2019）8号", "某政办函〔2019〕8号"),
    ("lenticular brackets", "某政发【2019】48号", "某政发〔2019〕48号"),
    ("after its field", "发文字号：某政发〔2019〕48号", "某政发〔2019〕48号"),
    (
        "cited in a sentence it is another's",
        "根据《办法》（某政发〔2019〕48号）和有关法律法规的规定，结合本地实际情况办理。",
        None,
    ),
]


@pytest.mark.parametrize(("line", "wanted"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_numbers(line: str, wanted: str | None) -> None:
    _, found = outlined(f"某某市人民政府关于加强园区建设的通知\n{line}\n\n各县人民政府：\n现通知如下。\n")
    assert found.number == wanted


def test_a_number_printed_with_the_file_to_download() -> None:
    _, found = outlined(
        "某某市湖泊保护办法\n\n第一条正文。\n附件：某政发〔2020〕4号关于印发《某某市湖泊保护办法》的通知.pdf\n"
    )
    assert found.number == "某政发〔2020〕4号"


GENRES = [
    ("两部关于同意某省开展试点的复函", "approval"),
    ("关于省政协第12号提案的答复", "reply"),
    ("国务院关于同意某某市建设创新示范区的批复", "approval"),
    ("某某市科技创新促进条例", "regulation"),
    ("某某市人民政府关于印发某某市科技发展规划的通知", "plan"),
    ("某某市支持创新的若干措施", "measures"),
    ("关于加快园区发展的实施意见", "opinions"),
    ("关于组织申报2023年度科技计划项目的通知", "call"),
    ("2023年拟认定高新技术企业公示名单", "list"),
    ("《某某市创新条例》解读", "explainer"),
    ("十问带你读懂某某市创新政策", "explainer"),
    ("2021年政府工作报告", "report"),
    ("关于召开会议的通知", "notice"),
    ("某某市科技专项资金管理办法", "measures"),
    ("某某市关于印发《某某市支持创新若干措施》及相关配套文件的通知", "measures"),
]


@pytest.mark.parametrize(("title", "wanted"), GENRES, ids=[g[0] for g in GENRES])
def test_genres(title: str, wanted: str) -> None:
    _, found = outlined(f"{title}\n\n各有关单位：\n正文在此。\n")
    assert found.doc_type == wanted


OPENINGS = [
    ("a scheme", "为落实会议精神，现制定如下分工方案。一、目标。", "plan"),
    ("an approval", "你单位来函收悉，依照有关规定，批复如下：一、同意。", "approval"),
    ("opinions", "结合本市实际，现提出如下意见。", "opinions"),
    ("rules", "为方便办事，特制定本实施细则。", "measures"),
    ("news", "湖滨高新区跑出加速度\n\n本报讯（记者王某）近日，湖滨高新区新增企业12家。", "news"),
    ("a list", "现将第二批基地名录予以公布。", "list"),
]


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in OPENINGS], ids=[c[0] for c in OPENINGS])
def test_genres_without_a_title(raw: str, wanted: str) -> None:
    assert outlined(raw)[1].doc_type == wanted


TITLES = [
    ("a covering letter hands it out", "各县人民政府：\n现将《某某市湖泊保护办法》印发给你们，请遵照执行。\n", "某某市湖泊保护办法"),
    ("it follows its covering letter", "各县人民政府：\n现将《某某市湖泊保护办法》印发给你们。\n某某市人民政府\n2020年3月5日\n某某市湖泊保护办法\n第一条正文。\n", "某某市湖泊保护办法"),
    ("its kind in a line of its own", "# 某某市促进渔业转型发展\n\n# 实施细则\n\n第一条正文。\n", "某某市促进渔业转型发展实施细则"),
    ("questions and answers without line breaks", "某部有关负责人就湖泊保护答记者问近日，某部印发办法。" + "问答如下。" * 60, "某部有关负责人就湖泊保护答记者问"),
    ("a headline", "# 湖滨高新区跑出加速度\n\n近日，湖滨高新区新增企业12家。\n", "湖滨高新区跑出加速度"),
    ("an addressee is no headline", "各县人民政府：\n\n经研究，命名一批企业。\n", ""),
    ("a numbered heading is no headline", "一、发展成效\n\n全年新增企业12家。\n", ""),
    ("an annexed list is no title", "各县人民政府：\n经研究，命名一批企业。\n附件：某某县企业名单\n某某县人民政府\n2020年3月5日\n", ""),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in TITLES], ids=[c[0] for c in TITLES])
def test_titles(raw: str, wanted: str) -> None:
    text, found = outlined(raw)
    assert (text[slice(*found.title)].replace("\n", "") if found.title else "") == wanted


DATES = [
    ("Chinese numerals", "某某市人民政府\n二〇〇五年三月三日", "2005-03-03"),
    ("a published date falls in", "发布日期：2020-03-05\n正文。", "2020-03-05"),
    ("in brackets under the title", "（2022年4月1日）\n第一条自2022年6月1日起施行。", "2022-04-01"),
    ("when the assembly passed it", "2019年4月2日 某某市人民代表大会常务委员会第三次会议通过\n2019年7月1日 施行\n第一条正文。", "2019-04-02"),
    ("at the end of one long line", "正文很长。" * 60 + "        　　　　某某市人民政府     　　　　二○○五年三月三日", "2005-03-03"),
    ("under a headline", "2022-04-01 来源：某某日报\n近日，某某市召开会议。", "2022-04-01"),
    ("in brackets under a title that lines share", "（2022年8月1日）\n正文。", "2022-08-01"),
    ("beside the number", "某某发〔2022〕6号　　2022年4月1日\n\n为办好某事，制定本方案。", "2022-04-01"),
    ("of a report to an assembly", "某某市政府工作报告\n（2026年1月27日在某某市第八届人民代表大会第五次会议上）\n各位代表：", "2026-01-27"),
    ("none", "正文。", None),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_dates(raw: str, wanted: str | None) -> None:
    assert outlined("某某市工作的通知\n" + raw)[1].date == wanted


HEADS = [
    (
        "the line under a headline",
        "某某厅与某某所签约\n来源：某某日报　2023-05-26 07:14\n\n5月25日，某某厅与某某所签约。\n",
        "2023-05-26",
    ),
    ("the place and day of a wire", "某某会议召开\n本报某某3月8日电（记者 张某）2022年渔业会议召开。\n", "2022-03-08"),
    (
        "under the name of a bulletin",
        "湖区工作简报\n（2022年第3期）\n湖区联席会议办公室编　　2022年8月31日\n\n湖区会议召开。\n",
        "2022-08-31",
    ),
]


@pytest.mark.parametrize(("raw", "wanted"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_news_and_their_days(raw: str, wanted: str) -> None:
    found = outlined(raw)[1]
    assert (found.doc_type, found.date) == ("news", wanted)


@pytest.mark.shared
def test_titles_and_numbers_of_real_documents(shared: Path) -> None:
    """Of titles and numbers that the index knows and the text holds, nine in ten are read."""
    titles, numbers = [], []
    for row in map(json.loads, (shared / "corpus" / "index.jsonl").read_text("utf-8").splitlines()):
        raw = (shared / "corpus" / row["file"]).read_bytes().decode("utf-8")
        bare = "".join(raw.split())
        text, found = outlined(raw)
        title = "".join(text[slice(*found.title)].split()) if found.title else ""
        if "".join(row["title"].split()) in bare:
            wanted = "".join(row["title"].split())
            titles.append(bool(title) and (title in wanted or wanted in title))
        if row.get("doc_number") and row["doc_number"] in bare[:400]:
            numbers.append(found.number == row["doc_number"])
    assert len(titles) > 30 and len(numbers) > 15
    assert sum(titles) / len(titles) >= 0.9
    assert sum(numbers) / len(numbers) >= 0.9


FLAT_PLAN = (
    "某某市人民政府关于印发某某市湖泊保护规划（2021—2025年）的通知某府发〔2021〕9号各区县人民政府：现将《某某市湖泊保护规划（2021—2025年）》印发给你们，请认真执行。"
    "某某市人民政府2021年8月2日某某市湖泊保护规划（2021—2025年）目　录第一章　总体要求第一节　现有基础第二节　工作目标第二章　主要任务第一节　修复水体第二节　管好岸线第三章　组织实施"
    "某某市湖泊保护规划（2021—2025年）为保护湖泊，制定本规划。第一章　总体要求第一节　现有基础近年来水质转好，岸线整洁。第二节　工作目标到2025年，水体全部达标，岸线全部贯通。"
    "第二章　主要任务第一节　修复水体实施清淤工程，恢复水生植被。第二节　管好岸线建立巡查制度，拆除违法建筑。"
)


def test_a_plan_without_line_breaks_is_parted_by_its_contents() -> None:
    text, view = outlined(FLAT_PLAN)
    heads = [text[s.start : s.head_end].strip() for s in view.sections[1:]]
    assert [h for h in heads if heads.count(h) == 2] == [
        "第一章总体要求", "第一节现有基础", "第二节工作目标", "第二章主要任务", "第一节修复水体", "第二节管好岸线",
    ] * 2  # fmt: skip
    sentences = [text[s.start : s.end] for s in view.sentences]
    assert "为保护湖泊，制定本规划。" in sentences and "实施清淤工程，恢复水生植被。" in sentences
