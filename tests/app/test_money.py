"""Money: sums told apart, figures that disagree never summed, and the page with its ribbons in a browser."""

from __future__ import annotations

import csv
import io

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import data, downloads, look, money_data
from tests.app import running

FUND, GIVER, OTHER, ZONE = (
    data.Thing(key, label, key)
    for key, label in (("f", "Fund"), ("a", "Agency"), ("b", "Agency"), ("z", "DemonstrationZone"))
)
PLACE = data.Place("words", 0, 5, "Document/1", "title", "2021-01-01", False)


def grant(
    key: str, amount: float, giver: data.Thing | None = GIVER, year: int | None = 2020, conflicts: tuple[str, ...] = (),
    kind: str = "awarded", status: str = "done", fund: data.Thing | None = FUND,
) -> data.Grant:  # fmt: skip
    sides = [(thing,) if thing else () for thing in (fund, giver, ZONE)]
    return data.Grant(key, amount, None, "CNY", "", year, None, kind, status, "", PLACE, *sides, conflicts)


def drawn(*grants: data.Grant) -> list[tuple[str, float, bool]]:
    return [(r.key, r.amount, r.contested) for r in money_data.ribbons(money_data.sums(grants))]


@pytest.mark.parametrize(
    ("grants", "wanted"),
    [
        pytest.param([grant("1", 10)], [("0:f>1:a", 10, False), ("1:a>2:z", 10, False)], id="one sum, two ribbons"),
        pytest.param(
            [grant("1", 10), grant("2", 7, year=2021)], [("0:f>1:a", 17, False), ("1:a>2:z", 17, False)], id="two years add up"
        ),
        pytest.param(
            [grant("1", 10), grant("2", 10)], [("0:f>1:a", 10, False), ("1:a>2:z", 10, False)], id="told twice, drawn once"
        ),
        pytest.param(
            [grant("1", 25, conflicts=("2",)), grant("2", 20, OTHER, conflicts=("1",))],
            [("0:f>1:a|b", 20, True), ("1:a|b>2:z", 20, True)],
            id="figures that disagree: the lower one, marked, not summed",
        ),
        pytest.param([grant("1", 10, None)], [("0:f>2:z", 10, False)], id="no giver named"),
        pytest.param([grant("1", 10, None, fund=None)], [], id="one end only"),
        pytest.param(
            [grant("1", 10, year=None), grant("2", 10, year=None)],
            [("0:f>1:a", 20, False), ("1:a>2:z", 20, False)],
            id="without a year two sums may be two",
        ),
    ],
)  # fmt: skip
def test_ribbons(grants: list[data.Grant], wanted: list[tuple[str, float, bool]]) -> None:
    assert drawn(*grants) == wanted


@pytest.mark.parametrize(
    ("kind", "status", "sort"),
    [
        ("awarded", "done", "given"),
        ("awarded", "ongoing", "given"),
        ("awarded", "planned", "planned"),
        ("rate", "done", "rate"),
        ("ceiling", "planned", "ceiling"),
        ("size", "done", "size"),
    ],
)
def test_sorts_of_money_stay_apart(kind: str, status: str, sort: str) -> None:
    assert money_data.sort_of(grant("1", 1, kind=kind, status=status)) == sort


def test_money_that_comes_back_draws_no_circle() -> None:
    back = grant("1", 10)
    there = data.Grant("2", 5, None, "CNY", "", 2020, None, "awarded", "done", "", PLACE, (), (ZONE,), (GIVER,), ())
    keys = {r.key for r in money_data.ribbons(money_data.sums([back, there]))}
    assert keys == {"0:f>1:a", "1:a>2:z", "1:z>2:a"}


def test_a_stop_opens_all_its_sums() -> None:
    ribbons = money_data.ribbons(money_data.sums([grant("1", 10), grant("2", 7, year=2021)]))
    assert len(money_data.picked(ribbons, "2:z")) == 2
    assert money_data.picked(ribbons, "2:nothing") == []


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "\t=1", "=HYPERLINK(\"x\")"])  # fmt: skip
def test_csv_reads_as_chinese_and_runs_no_formula(name: str) -> None:
    raw = downloads.csv_bytes(["资金", name], [[name, 1.5]])
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0][0] == "资金"
    assert rows[1] == ["'" + name, "1.5"]


@pytest.mark.parametrize("name", ["javascript:alert(1)", "JavaScript:x", " vbscript:x", "{b}：{c}", "桂林市"])
def test_a_name_in_a_chart_is_neither_an_address_that_runs_nor_a_blank(name: str) -> None:
    shown = look.plain(name)
    assert not shown.lower().strip().startswith(("javascript:", "vbscript:"))
    assert "{" not in shown
    assert shown.translate({ord("｛"): "{", ord("｝"): "}", 0x200B: None}) == name


# ---- in the browser -------------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_ribbon_opens_its_words_and_stays_in_the_address(page: sync_api.Page, base: str, lang: str) -> None:
    page.goto(running.address(base, "money", lang=lang, year="2020"))
    running.settle(page)
    ribbon = page.locator('[data-testid="stEChartsChart"] path').nth(2)
    ribbon.wait_for(state="attached")
    ribbon.click(force=True)
    page.wait_for_url("**pick=**")
    panel = page.locator(".beside .grant")
    expect(panel.first).to_be_visible()
    said = panel.first.locator(".words").inner_text()
    page.reload()
    running.settle(page)
    expect(panel.first.locator(".words")).to_have_text(said)
    panel.first.locator(".words").click()
    page.wait_for_selector(".paper .hit")


@pytest.mark.browser
def test_both_figures_stand_in_the_panel_and_the_table(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "money", year="2020", pick="0:Fund/广西创新驱动发展专项资金"))
    running.settle(page)
    expect(page.locator(".beside .conflict").first).to_contain_text("相差 500万元")
    expect(page.locator('[data-testid="stEChartsChart"]')).to_contain_text("2030万元—2530万元")
    expect(page.locator(".money-table tr", has=page.locator(".contested"))).to_have_count(3)
    with page.expect_download() as got:
        page.get_by_text("下载 CSV").click()
    rows = list(csv.reader(io.StringIO(got.value.path().read_bytes().decode("utf-8-sig"))))
    assert len(rows) == page.locator(".money-table tbody tr").count() + 1


@pytest.mark.browser
def test_ceilings_are_no_flow(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "money", sort="ceiling"))
    running.settle(page)
    expect(page.locator(".money-table tbody tr").first).to_be_visible()
    expect(page.locator('[data-testid="stEChartsChart"]')).to_have_count(0)
