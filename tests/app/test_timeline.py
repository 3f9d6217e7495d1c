"""The timeline: what a date may mean, how events keep apart, and the page in a browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import timeline_data
from tests.app import running


def event(key: str, since: str, until: str = "", body: str = "a") -> timeline_data.Event:
    return timeline_data.Event(key, "policy", key, "done", since, until, (body,), (), ())


@pytest.mark.parametrize(
    ("since", "until", "span"),
    [
        ("2019", "", ("2019-01-01", "2019-12-31")),
        ("2020-02", "", ("2020-02-01", "2020-02-29")),
        ("2019-11-05", "", ("2019-11-05", "2019-11-05")),
        ("2021", "2025", ("2021-01-01", "2025-12-31")),
        ("2021-03-01", "2023-06", ("2021-03-01", "2023-06-30")),
    ],
)
def test_a_time_is_all_the_days_that_it_may_mean(since: str, until: str, span: tuple[str, str]) -> None:
    first, last = event("e", since, until).span
    assert (first.isoformat(), last.isoformat()) == span


@pytest.mark.parametrize("text", ["", "去年", "2019-13", "2019-02-30", "0021", "9999"])
def test_what_is_no_date(text: str) -> None:
    assert not timeline_data.is_date(text)


_DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(_DAYS, st.integers(0, 2000), st.sampled_from("abcde")), max_size=40))
def test_no_event_lies_on_another(drawn: list[tuple[date, int, str]]) -> None:
    events = [
        event(str(i), day.isoformat(), date.fromordinal(day.toordinal() + length).isoformat(), body)
        for i, (day, length, body) in enumerate(drawn)
    ]
    lanes, placed = timeline_data.slots(events, lambda e: e.bodies[0], 3)
    assert len(placed) == len(events)
    assert len([lane for lane in lanes if lane]) <= 3
    rows: dict[tuple[str, int], list[tuple[date, date]]] = {}
    for slot in placed:
        rows.setdefault((slot.lane, slot.row), []).append(slot.event.span)
    for spans in rows.values():
        spans.sort()
        assert all(one[1] < two[0] for one, two in pairwise(spans))


def test_the_fullest_lanes_stay_and_the_rest_share_one() -> None:
    events = [
        event("1", "2019", body="a"),
        event("2", "2020", body="a"),
        event("3", "2020", body="b"),
        event("4", "2020", body=""),
    ]
    lanes, placed = timeline_data.slots(events, lambda e: e.bodies[0], 1)
    assert lanes == ["a", ""]
    assert {slot.event.key for slot in placed if slot.lane == ""} == {"3", "4"}


def test_a_crowd_of_one_lane_and_time_is_one_event_that_keeps_all_words() -> None:
    crowd = [replace(event(f"a{i}", "2012"), statements=(f"c{i}", "c0")) for i in range(4)]
    others = [event("b", "2012", body="b"), event("c", "2013"), replace(event("d", "2012"), status="planned")]
    *alone, one = timeline_data.gathered([*others, *crowd], lambda e: e.bodies[0])
    assert alone == others
    assert one.names == ("a0", "a1", "a2", "a3")
    assert one.statements == ("c0", "c1", "c2", "c3")
    assert one.span == crowd[0].span
    assert timeline_data.gathered(crowd[1:], lambda e: e.bodies[0]) == crowd[1:]


def test_what_is_contested_and_what_is_not_are_two_crowds_in_one_lane() -> None:
    crowd = [event(f"a{i}", "2012") for i in range(4)]
    contested = [replace(one, key=f"b{i}", contested=True) for i, one in enumerate(crowd)]
    found = timeline_data.gathered([*crowd, *contested], lambda e: e.bodies[0])
    _, placed = timeline_data.slots(found, lambda e: e.bodies[0], 3)
    assert [(slot.event.contested, slot.row) for slot in placed] == [(False, 0), (True, 1)]
    assert len({slot.event.key for slot in placed}) == 2


@pytest.mark.parametrize(
    ("opened", "full", "signs"),
    [("", {"a": 40}, 3), ("b", {"a": 40}, 3), ("a", {}, 40)],
    ids=["told by years", "another is open", "open"],
)
def test_a_full_lane_tells_its_events_by_years_until_it_is_opened(
    opened: str, full: dict[str, int], signs: int
) -> None:
    crowd = [event(f"{i:02}", f"20{18 + i % 3}-0{1 + i % 9}-1{i % 7}") for i in range(40)]
    lanes, placed = timeline_data.slots([*crowd, event("z", "1990", body="b")], lambda e: e.bodies[0], 3, 3, opened)
    own = [slot for slot in placed if slot.lane == "a"]
    assert lanes == ["a", "b"]
    assert timeline_data.folded(placed) == full
    assert len(own) == signs
    assert sorted(name for slot in own for name in slot.event.names or (slot.event.name,)) == [e.name for e in crowd]


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sign_opens_its_words_and_stays_in_the_address(page: sync_api.Page, base: str, lang: str) -> None:
    page.goto(running.address(base, "timeline", lang=lang, what="policy"))
    running.settle(page)
    sign = page.locator('[data-testid="stVegaLiteChart"] path[aria-roledescription="point"]').nth(2)
    sign.wait_for(state="attached")
    sign.click(force=True)
    page.wait_for_url("**pick=**")
    expect(page.locator(".beside .words").first).to_be_visible()
    page.reload()
    running.settle(page)
    page.locator(".beside .words").first.click()
    page.wait_for_selector(".paper .hit")
