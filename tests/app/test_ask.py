"""The ask box in real Chromium, in both languages: understood, offered otherwise, declined."""

from __future__ import annotations

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from tests.app import running

ZONE = "桂林市国家可持续发展议程创新示范区"


def _open(page: sync_api.Page, base: str, view: str, **params: str) -> None:
    page.goto(running.address(base, view, **params))
    running.settle(page)


@pytest.mark.parametrize(
    ("lang", "sentence", "thing"),
    [
        ("zh", "谁批准了绿色金融方案", "广西壮族自治区绿色金融改革创新实施方案"),
        ("en", "who funds the Guilin zone", "Guilin National Innovation Demonstration Zone"),
    ],
)
def test_a_sentence_is_answered_from_the_start_page(
    page: sync_api.Page, base: str, lang: str, sentence: str, thing: str
) -> None:
    _open(page, base, "overview", lang=lang)
    page.locator(".hero .ask input").fill(sentence)
    page.locator(".hero .ask input").press("Enter")
    expect(page.locator(".understood .thing")).to_contain_text(thing)
    expect(page.locator(".table tbody tr").first).to_be_visible()
    expect(page.locator(".ask.wide input")).to_have_value(sentence)
    page.locator(".table .words").first.click()
    page.wait_for_selector(".paper .hit")


def test_other_readings_can_be_chosen(page: sync_api.Page, base: str) -> None:
    _open(page, base, "questions", q="who funds the Guilin zone", lang="en")
    other = page.locator(".title-block .chips .chip").first
    name = other.inner_text().partition(" · ")[2]
    assert name != ZONE
    other.click()
    expect(page.get_by_role("combobox")).to_have_value(name)


@pytest.mark.parametrize(
    ("lang", "sentence", "why"),
    [
        ("zh", "今天天气怎么样", "没有答案"), ("en", "Which zones are in Tokyo?", "tokyo"),
        ("zh", "<img src=x onerror=window.__hit=9>", "没有"), ("en", "![y](http://198.51.100.7/other.png)", "not understood"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_with_examples_that_work(
    page: sync_api.Page, base: str, lang: str, sentence: str, why: str
) -> None:
    _open(page, base, "questions", q=sentence, lang=lang)
    expect(page.locator(".ask-declined")).to_contain_text(why, ignore_case=True)
    expect(page.locator(".table")).to_have_count(0)
    page.locator(".examples .chip").first.click()
    expect(page.locator(".table tbody tr").first).to_be_visible()
