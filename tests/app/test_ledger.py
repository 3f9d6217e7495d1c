"""The ledger: which statements are one promise, what became of it, whether its time is over; and the page in a browser."""

from __future__ import annotations

import pytest
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import data, disagreements, ledger_data
from tests.app import running

OFFICE, PLATFORM = "Agency/某市科学技术局", "Platform/某市中试平台"


def saying(
    key: str,
    start: int,
    status: str,
    date: str,
    time: str = "",
    things: tuple[str, ...] = (PLATFORM,),
    document: str = "",
) -> ledger_data.Saying:
    place = data.Place("words", start, start + 10, document or f"Document/{date}", "title", date, False)
    predicate = "UNDERTAKES" if key.startswith("m") else "MANAGES"
    return ledger_data.Saying(key, predicate, (OFFICE,), things, status, "", time, "", "reply", place)


PLAN = saying("m-1", 0, "planned", "2021-03-01", "2021/2023")


def figure(key: str, amount: float, speaker: str = "某市财政局", date: str = "2021-01-01") -> data.Grant:
    place = data.Place(key, 0, 9, f"Document/{key}", "title", date, False)
    return data.Grant(key, amount, None, "CNY", "", 2020, None, "awarded", "done", speaker, place, (), (), (), ())


TOLD, SAME, AGAIN = figure("g-1", 20), figure("g-2", 25, "某市科学技术局"), figure("g-3", 20, date="2020-06-01")


@pytest.mark.parametrize(
    ("pairs", "sides"),
    [
        pytest.param([(TOLD, SAME)], [(["g-1"], ["g-2"])], id="two figures"),
        pytest.param([(TOLD, SAME), (SAME, AGAIN)], [(["g-3", "g-1"], ["g-2"])], id="one of them told by two documents"),
        pytest.param([(TOLD, SAME), (SAME, figure("g-4", 30))], [(["g-1"], ["g-2"]), (["g-2"], ["g-4"])], id="three figures"),
        pytest.param([(TOLD, SAME), (figure("g-5", 20, "某省财政厅"), SAME)], [(["g-1"], ["g-2"]), (["g-5"], ["g-2"])], id="two who tell one figure"),
    ],
)  # fmt: skip
def test_what_two_documents_tell_is_one_disagreement(
    pairs: list[tuple[data.Grant, data.Grant]], sides: list[tuple[list[str], list[str]]]
) -> None:
    assert [tuple([one.id for one in side] for side in found) for found in disagreements.of_sums(pairs)] == sides


def test_statements_of_one_passage_are_one_promise() -> None:
    made = ledger_data.promises(
        [PLAN, saying("c-1", 4, "planned", "2021-03-01"), saying("m-2", 30, "planned", "2021-03-01")], []
    )
    assert [one.first.id for one in made] == ["m-1", "m-2"]


def test_equal_offsets_in_two_documents_are_two_promises() -> None:
    other = saying("m-2", 0, "planned", "2021-03-01", document="Document/other")
    assert len(ledger_data.promises([PLAN, other], [])) == 2


@pytest.mark.parametrize(
    ("after", "fulfilled", "became", "repeated"),
    [
        pytest.param([], [], "silent", 0, id="nothing said since"),
        pytest.param([saying("c-9", 0, "done", "2023-01-01")], [("m-1", "c-9")], "kept", 0, id="carried out"),
        pytest.param([saying("c-9", 0, "ongoing", "2022-01-01")], [], "later", 0, id="under way later"),
        pytest.param([saying("m-9", 0, "planned", "2022-01-01")], [], "silent", 1, id="promised again"),
        pytest.param([saying("c-9", 0, "done", "2020-01-01")], [], "silent", 0, id="done before, which keeps no promise"),
        pytest.param([saying("c-9", 0, "done", "2023-01-01", things=("Platform/别的平台",))], [], "silent", 0, id="another thing"),
    ],
)  # fmt: skip
def test_what_became_of_a_promise(
    after: list[ledger_data.Saying], fulfilled: list[tuple[str, str]], became: str, repeated: int
) -> None:
    first = next(one for one in ledger_data.promises([PLAN, *after], fulfilled) if one.first.id == "m-1")
    assert (first.became, len(first.repeated)) == (became, repeated)


def test_a_class_of_beneficiaries_makes_no_common_matter() -> None:
    wide = ("TargetGroup/企业", "Region/450000")
    sayings = [
        saying("m-1", 0, "planned", "2021-03-01", things=wide),
        saying("c-9", 0, "done", "2022-01-01", things=wide),
    ]
    assert ledger_data.promises(sayings, [])[0].became == "silent"


@pytest.mark.parametrize(
    ("time", "timing"),
    [
        ("", "none"),
        ("2023", "past"),
        ("2024", "open"),
        ("2021/2024-05", "past"),
        ("2024-06-11", "open"),
        ("2024-06-09", "past"),
    ],
)
def test_whether_its_time_is_over(time: str, timing: str) -> None:
    made = ledger_data.promises([saying("m-1", 0, "planned", "2021-03-01", time)], [])
    assert made[0].timing("2024-06-10") == timing


def test_the_time_of_a_request_is_no_due_time() -> None:
    asked = saying("c-1", 0, "requested", "2021-03-01", "2019-11")
    assert ledger_data.promises([asked], [])[0].timing("2024-06-10") == "none"


# ---- in the browser -------------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_filters_stay_in_the_address_and_rows_open_their_words(page: sync_api.Page, base: str, lang: str) -> None:
    page.goto(running.address(base, "ledger", lang=lang, became="kept"))
    running.settle(page)
    rows = page.locator(".ledger .promise")
    expect(rows.first).to_be_visible()
    kept = rows.count()
    expect(page.locator(".ledger .promise.kept")).to_have_count(kept)
    page.reload()
    running.settle(page)
    expect(page.locator(".ledger .promise.kept")).to_have_count(kept)
    expect(rows).to_have_count(kept)
    said = rows.first.locator(".words").first.inner_text().strip("“”")
    rows.first.locator(".words").first.click()
    page.wait_for_selector(".paper .hit")
    assert "".join(page.locator(".paper .hit").all_inner_texts()) == said
    page.go_back()
    rows.first.locator(".cite").first.click()
    expect(page.locator(".context mark")).to_be_visible()


@pytest.mark.browser
def test_a_filter_is_chosen_and_narrows_the_list(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "ledger"))
    running.settle(page)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name="安徽省", exact=True).click()
    page.wait_for_url("**region=340000**")
    running.settle(page)
    expect(page.locator(".ledger .promise").first).to_contain_text("安徽")


@pytest.mark.browser
def test_two_figures_stand_side_by_side_with_their_difference(page: sync_api.Page, base: str) -> None:
    page.goto(running.address(base, "ledger"))
    running.settle(page)
    page.locator("main .chip", has_text="说法不一").click()
    card = page.locator(".conflict", has_text="2530万元").first
    expect(card).to_contain_text("2030万元")
    expect(card.locator(".difference")).to_contain_text("500万元")
    expect(card.locator(".sides .grant .words")).to_have_count(2)
