"""Which words a fact rests on: each place of the text that a reader would open to see it."""

from __future__ import annotations

import pytest

from graph import evidence
from ingest import reading

PLAN = (
    "湖北省人民政府办公厅关于印发湖北省量子科技发展行动方案的通知\n\n"
    "各市、州、县人民政府：\n\n"
    "现将《湖北省量子科技发展行动方案》印发给你们，请认真贯彻执行。\n\n"
    "湖北省人民政府办公厅\n2023年5月8日\n"
)
RULES = (
    "关于支持武汉东湖新技术开发区发展的若干规定\n\n"
    "第一条 为了加快武汉东湖新技术开发区建设，根据有关法律，制定本条例。\n\n"
    "第二条 开发区应当建设创新平台。\n"
)
REPLY = (
    "安徽省科学技术厅关于省政协第320号提案的答复\n\n"
    "王明委员：\n\n"
    "您提出的《关于支持合肥高新技术产业开发区建设的提案》（第320号）收悉。我厅高度重视，认真进行了研究，现答复如下：\n\n"
    "合肥高新技术产业开发区发展势头良好。\n\n"
    "安徽省科学技术厅\n2022年6月1日\n"
)
SUBSIDY = (
    "黄石市企业研发补贴办法\n\n"
    "第一条 促进企业加大投入。\n\n第二条 引导企业创新。\n\n第三条 支持企业上市。\n\n第四条 鼓励企业引才。\n\n第五条 帮助企业融资。\n\n"
    "第六条 本办法适用于在黄石市注册的企业。\n"
)
CASES = {
    "a plan is handed out: where it holds": (PLAN, "APPLIES_TO", "湖北省", "现将《湖北省量子科技发展行动方案》印发给你们"),
    "a purpose: what the rules are about": (RULES, "APPLIES_TO", "武汉东湖新技术开发区", "第一条 为了加快武汉东湖新技术开发区建设"),
    "a purpose: what the rules help": (RULES, "SUPPORTS", "武汉东湖新技术开发区", "第一条 为了加快武汉东湖新技术开发区建设"),
    "a reply: what came in": (REPLY, "HANDLES", "第320号提案", "您提出的《关于支持合肥高新技术产业开发区建设的提案》（第320号）收悉"),
    "a reply: what was done with it": (REPLY, "HANDLES", "第320号提案", "认真进行了研究"),
    "a zone: in the text, too": (REPLY, "LOCATED_IN", "合肥市", "合肥高新技术产业开发区发展势头良好"),
    "whom it is for: said in so many words, after much help": (SUBSIDY, "TARGETS", "企业", "第六条 本办法适用于在黄石市注册的企业"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_fact_rests_on_these_words(case: tuple[str, str, str, str]) -> None:
    raw, predicate, target, words = case
    assert words in _quotes(raw, predicate, target)


def _quotes(raw: str, predicate: str, target: str) -> list[str]:
    read: evidence.Reading = reading.read(raw, "0" * 64)
    names = {e.id: e.name for e in read.entities}
    return [c.quote.text for c in read.claims if c.predicate == predicate and names.get(c.object) == target]
