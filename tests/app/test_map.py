"""The map: which places hold what, tiles without a gap or a double, points on one spot kept apart; and the page itself."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright import sync_api
from playwright.sync_api import expect

from app_pages import data, map_chart, map_data, where
from graph import divisions, errors
from tests.app import running


def region(code: str, lon: float | None, lat: float | None) -> where.Region:
    return where.Region(data.Thing(f"Region/{code}", "Region", code), code, "municipal", lon, lat)


def item(key: str, *codes: str, low: float = 1, high: float = 1) -> map_data.Item:
    return map_data.Item("policies", key, None, frozenset(codes), low, high, ())


@pytest.mark.parametrize(
    ("wide", "narrow", "holds"),
    [
        ("450000", "450305", True),
        ("450300", "450305", True),
        ("450300", "450000", False),
        ("450300", "450400", False),
        ("451000", "451002", True),
        ("110000", "110108", True),
        ("450305", "450305", True),
    ],
)
def test_which_division_holds_which(wide: str, narrow: str, holds: bool) -> None:
    assert divisions.covers(wide, narrow) is holds


def test_a_tile_holds_its_parts_and_a_point_its_own_seat() -> None:
    items = [item("whole", "450000"), item("city", "450300"), item("county", "450305"), item("other", "510100")]
    assert [one.key for one in map_data.inside(items, "450000")] == ["whole", "city", "county"]
    assert [one.key for one in map_data.at(items, "450300")] == ["city", "county"]


ATLAS = where.Map({one.code: one for one in (region("450000", 108.3, 22.8), region("450300", 110.3, 25.3))})


@pytest.mark.parametrize(
    ("codes", "name", "away"),
    [
        (("450300",), "450300：1", False),
        (("450305",), "450300：1 · 其中 1 项属于所辖县（市、区），画在市驻地", True),
        (("451400",), "451400：1 · 画在450000驻地", True),
    ],
    ids=["at its own seat", "a county at its city's", "a city without a seat at its province's"],
)
def test_a_point_says_when_it_does_not_stand_at_its_own_place(codes: tuple[str, ...], name: str, away: bool) -> None:
    (sign,) = map_chart.signs([item("one", *codes)], ATLAS)
    assert (sign["name"], sign["away"]) == (name, away)


def test_figures_that_disagree_make_a_range() -> None:
    assert map_data.total([item("1", low=20, high=25), item("2", low=10, high=10)]) == (30, 35)


def test_every_province_has_one_tile_of_its_own() -> None:
    places = [(row, column) for row, column, _, _ in map_data.provinces().values()]
    assert len(places) == len(set(places)) == 34


_SEATS = st.lists(st.tuples(st.floats(70, 136), st.floats(18, 54)), max_size=30)


@given(_SEATS)
def test_city_tiles_neither_gap_nor_double_and_run_from_north_to_south(seats: list[tuple[float, float]]) -> None:
    regions = [region(f"45{i:02}00", lon, lat) for i, (lon, lat) in enumerate(seats)]
    made = map_data.tiles(regions)
    assert len(set(made.values())) == len(regions)
    for row in range(max((y for y, _ in made.values()), default=0)):
        upper, lower = ([r for r in regions if made[r.code][0] == y] for y in (row, row + 1))
        assert min(r.lat or 0 for r in upper) >= max(r.lat or 0 for r in lower)
        assert [made[r.code][1] for r in sorted(upper, key=lambda r: (r.lon or 0, r.code))] == list(range(len(upper)))


@given(st.integers(1, 60))
def test_points_on_one_spot_are_spread_apart(count: int) -> None:
    spots = map_data.spread({str(i): (110.0, 25.0) for i in range(count)} | {"far": (120.0, 30.0)})
    places = list(spots.values())
    assert spots["far"] == (120.0, 30.0)
    gaps = [math.dist(a, b) for i, a in enumerate(places) for b in places[i + 1 :]]
    assert min(gaps, default=1) > 0.1


def geojson(tmp_path: Path, *shapes: dict[str, object]) -> str:
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps({"features": [{"geometry": shape} for shape in shapes]}), "utf-8")
    return str(path)


SQUARE = [[100.0, 20.0], [101.0, 20.0], [101.0, 21.0], [100.0, 20.0]]


def test_own_boundaries_are_read_from_polygons(tmp_path: Path) -> None:
    path = geojson(
        tmp_path,
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]},
    )
    rings = map_data.boundaries(path)
    assert len(rings) == 3
    assert all(ring[0] == ring[-1] == (100.0, 20.0) for ring in rings)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"features": [{"geometry": {"type": "Polygon"}}]}', '{"features": [{"geometry": {"type": "Polygon", "coordinates": [["a"]]}}]}'])  # fmt: skip
def test_what_is_no_boundary_file_is_a_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.geojson"
    path.write_text(text, "utf-8")
    with pytest.raises(errors.PolicyGraphError, match=r"broken\.geojson"):
        map_data.boundaries(str(path))


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_tile_opens_the_words_behind_it(page: sync_api.Page, base: str, lang: str) -> None:
    page.goto(running.address(base, "map", lang=lang, shape="provinces"))
    running.settle(page)
    tile = page.locator(f'[data-testid="stVegaLiteChart"] path[aria-label^="{"广西" if lang == "zh" else "Guangxi"}"]')
    tile.wait_for(state="attached")
    tile.click(force=True)
    page.wait_for_url("**pick=450000**")
    expect(page.locator(".beside .words").first).to_be_visible()
    page.reload()
    running.settle(page)
    page.locator(".beside .words").first.click()
    page.wait_for_selector(".paper .hit")
