"""The console in real Chromium, in both languages: editor, completion, parameters, ways to show, faults, own questions."""

from __future__ import annotations

import re

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from tests.app import running

ZONE = "桂林市国家可持续发展议程创新示范区"


def _open(page: sync_api.Page, base: str, view: str = "console", **params: str) -> None:
    page.goto(running.address(base, view, **params))
    running.settle(page)
    if view == "console":
        page.wait_for_function("globalThis.__console && document.body")


def _write(page: sync_api.Page, text: str) -> None:
    page.wait_for_function("globalThis.__console")
    page.evaluate("text => { __console.write(text); __console.focus(); }", text)


def _run(page: sync_api.Page, text: str) -> None:
    _write(page, text)
    page.keyboard.press("Control+Enter")


def test_ctrl_enter_runs_and_a_reload_keeps_it(page: sync_api.Page, base: str) -> None:
    _open(page, base)
    _run(
        page,
        "MATCH (n:Agency) WHERE n.name CONTAINS '科学技术厅'\nRETURN n.name AS name, n.degree AS degree ORDER BY name",
    )
    expect(page.locator(".table tbody tr").first).to_contain_text("科学技术厅")
    page.reload()
    running.settle(page)
    expect(page.locator(".table tbody tr").first).to_contain_text("科学技术厅")
    page.wait_for_function("globalThis.__console && __console.read().includes('科学技术厅')")


@pytest.mark.parametrize(
    ("typed", "wanted"), [("示范", "DemonstrationZone"), ("Demo", "DemonstrationZone"), ("tech", "HighTechZone")]
)
def test_completion_knows_both_languages(page: sync_api.Page, base: str, typed: str, wanted: str) -> None:
    _open(page, base)
    _write(page, "")
    page.keyboard.type("MATCH (z:")
    page.keyboard.insert_text(typed)
    page.keyboard.press("Control+Space")
    option = page.locator(".cm-tooltip-autocomplete li").first
    expect(option).to_contain_text(wanted)
    option.click()
    page.wait_for_function("wanted => __console.read().includes(`MATCH (z:${wanted}`)", arg=wanted)


def test_the_ways_to_show_rows(page: sync_api.Page, base: str) -> None:
    _open(page, base)
    _run(page, "MATCH (a:Agency)-[r:SUPPORTS]->(z:DemonstrationZone) RETURN a, r, z, a.degree AS degree LIMIT 5")
    page.wait_for_function("globalThis.__graph && __graph.edges().length > 0")
    tabs = page.locator(".tabs .chip")
    tabs.nth(0).click()
    expect(page.locator(".table .thing").first).to_be_visible()
    tabs.nth(2).click()
    expect(page.locator("[data-testid=stVegaLiteChart]")).to_be_visible()
    tabs.nth(3).click()
    expect(page.locator("[data-testid=stCode]")).to_contain_text('"source"')


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("zh", "MATCH (n:Agency\nRETURN n", "第 2 行第 1 列"), ("en", "MATCH (n:Agency\nRETURN n", "Line 2, column 1"),
        ("zh", "MATCH (n)\nDETACH DELETE n", "只允许读取"), ("en", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "only reading"),
        ("en", "MATCH (n) RETURN m.name", "no variable called m"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_the_users_language(page: sync_api.Page, base: str, lang: str, text: str, said: str) -> None:
    _open(page, base, lang=lang)
    _run(page, text)
    expect(page.locator(".fault")).to_contain_text(said)
    expect(page.locator(".table")).to_have_count(0)


def test_a_fault_is_marked_while_typing(page: sync_api.Page, base: str) -> None:
    _open(page, base)
    _write(page, "MATCH (n:Agency\nRETURN n")
    expect(page.locator(".cm-lintRange-error")).to_have_text("RETURN")
    _write(page, "MATCH (n:Agency|Region)\nRETURN type(n)")
    expect(page.locator(".cm-lintRange-error")).to_have_count(0)


def test_parameters_are_asked_for(page: sync_api.Page, base: str) -> None:
    _open(page, base)
    _run(page, "MATCH (n {name: $name}) RETURN n.name AS name, $most AS most")
    expect(page.locator(".warning")).to_contain_text("$name")
    page.get_by_label("$name").fill("国务院")
    page.get_by_label("$most").fill("3")
    page.get_by_label("$most").press("Enter")
    expect(page.locator(".table tbody tr")).to_have_count(1)
    expect(page.locator(".table tbody")).to_contain_text("国务院")
    page.wait_for_url("**p.most=3**")
    page.reload()
    running.settle(page)
    expect(page.locator(".table tbody")).to_contain_text("国务院")
    expect(page.get_by_label("$name")).to_have_value("国务院")
    page.get_by_label("$most").fill("4")
    page.locator(".console .run").click()
    expect(page.locator(".table tbody")).to_contain_text("4")
    expect(page.get_by_label("$name")).to_have_value("国务院")
    page.wait_for_url("**p.most=4**")


def test_what_was_run_comes_back_from_the_history(page: sync_api.Page, base: str) -> None:
    _open(page, base)
    for number in (11, 12):
        _run(page, f"RETURN {number} AS number")
        expect(page.locator(".table tbody")).to_contain_text(str(number))
    page.locator(".history summary").click()
    expect(page.locator(".past")).to_have_text(["RETURN 12 AS number", "RETURN 11 AS number"])
    page.locator(".past").nth(1).click()
    page.wait_for_function("__console.read() === 'RETURN 11 AS number'")


def test_a_query_is_kept_beside_the_library_and_taken_out_with_a_way_back(page: sync_api.Page, base: str) -> None:
    _open(page, base, lang="en")
    _run(page, "MATCH (n {name: $name}) RETURN n.name AS name")
    page.get_by_label("$name").fill("国务院")
    page.get_by_label("$name").press("Enter")
    # The answer draws the page anew: a fold that was opened before would close again, and what was typed there be lost.
    expect(page.locator(".table tbody tr")).to_have_count(1)
    running.settle(page)
    page.get_by_text("Save as a question of mine").click()
    page.get_by_label("Name", exact=True).fill("Named <b>so</b>")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("My questions →").click()
    # Until the next view is whole, the last one's heading stands beside it.
    expect(page.locator("h1", has_text="Console")).to_have_count(0)
    running.headed(page, "Named <b>so</b>")
    page.get_by_text("Use the example").click()
    expect(page.locator(".table tbody tr")).to_have_count(1)
    mine = page.locator("nav.menu a", has_text="Named <b>so</b>")
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("status")).to_contain_text("“Named <b>so</b>” was taken out")
    expect(mine).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    running.headed(page, "Named <b>so</b>")
    expect(mine).to_have_count(1)
    page.get_by_role("button", name="Delete").click()
    expect(mine).to_have_count(0)


def test_the_query_behind_a_view_opens(page: sync_api.Page, base: str, zone: str) -> None:
    _open(page, base, "entity", id=zone)
    page.locator(".behind").click()
    page.wait_for_function("globalThis.__console && __console.read().includes('MATCH')")
    page.locator(".console .run").click()
    expect(page.locator(".table tbody tr").first).to_be_visible()
    _open(page, base, "explore", id=zone)
    expect(page.locator(".panel .behind")).to_have_attribute("href", re.compile("page=console"))
    _open(page, base, "questions", name="who_supports", **{"p.zone": zone})
    page.locator("[data-testid=stExpander] summary").click()
    page.locator(".behind").click()
    page.locator(".console .run").click()
    expect(page.locator(".table tbody tr").first).to_be_visible()


@pytest.mark.parametrize(
    "text", ["RETURN '<img src=x onerror=window.__hit=9>' AS x", "RETURN '![x](http://198.51.100.7/p.png)' AS x"]
)
def test_what_comes_back_is_text(page: sync_api.Page, base: str, text: str) -> None:
    _open(page, base, text=text, run="1")
    expect(page.locator(".table tbody tr")).to_have_count(1)
    assert page.locator(".sheet img").count() == 0
