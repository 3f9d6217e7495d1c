"""Names of central bodies mean the body of the time: in readings of documents with a date."""

from __future__ import annotations

import pytest

from ingest import reading
from ingest.reference import lives

WHEN = [
    ("before the reform", "2016-05-04", "国家新闻出版广电总局"),
    ("after the reform", "2019-01-01", "国家广播电视总局"),
    ("in the month of the reform", "2018-03-20", "国家广播电视总局"),
    ("only the year of the reform is known", "2018", "国家广播电视总局"),
    ("no date", None, "国家广播电视总局"),
]


@pytest.mark.parametrize(("date", "body"), [c[1:] for c in WHEN], ids=[c[0] for c in WHEN])
def test_a_short_name_that_two_bodies_bore(date: str | None, body: str) -> None:
    assert lives.in_office("广电总局", "国家广播电视总局", date) == body


THEN = [
    ("广电总局", 2016, "国家新闻出版广电总局"), ("广电总局", 2020, "国家广播电视总局"),
    ("银监会", 2016, "中国银行业监督管理委员会"), ("银保监会", 2020, "中国银行保险监督管理委员会"),
    ("国家知识产权局", 2016, "国家知识产权局"), ("国家知识产权局", 2024, "国家知识产权局"),
    ("国家卫计委", 2016, "国家卫生和计划生育委员会"), ("金融监管总局", 2024, "国家金融监督管理总局"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "year", "body"), THEN)
def test_a_document_means_the_body_of_its_time(form: str, year: int, body: str) -> None:
    text = f"科技部关于加强协作的通知\n\n各有关单位：\n会同{form}研究办理。\n科技部\n{year}年5月4日\n"
    made = reading.read(text, "0" * 64, "a")
    assert body in [e.name for e in made.entities if any(m.span.text == form for m in e.mentions)]
