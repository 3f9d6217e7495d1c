"""Charts that leave the app: a number and its words for each sign, real text, names that never lie on each other, fonts."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app_pages import (
    charts,
    map_data,
    map_figure,
    map_labels,
    map_marks,
    maps,
    marks,
    money,
    money_data,
    nav,
    offline,
    sankey,
    texts,
    timeline,
    timeline_chart,
    timeline_data,
    where,
)
from tests.app import running

Make = Callable[[bool], charts.Chart]


def _map(shape: str, measure: str) -> Make:
    drawn = _drawn(shape, measure)
    return lambda notes: map_figure.make(drawn, notes)


def _drawn(shape: str, measure: str) -> map_figure.Drawn:
    items, flows = map_data.load()
    found = map_data.of_measure(items, measure)
    return map_figure.Drawn(shape, measure, found, flows[:3], _seated(), "450000", [])


def _seated() -> where.Map:
    """The map of the samples, which know codes but no seats, with a seat for each region."""
    atlas = where.load()
    seated = {
        code: replace(r, lon=75.0 + int(code[:2]) / 2, lat=20 + int(code[2:4]) / 4) for code, r in atlas.regions.items()
    }
    return where.Map(seated, atlas.codes)


def _timeline() -> Make:
    lanes, placed = timeline_data.slots(timeline_data.load(), lambda event: event.kind, timeline.MOST_LANES)
    return lambda notes: timeline_chart.figure(lanes, placed, notes)


def _money() -> Make:
    given_ = [one for one in money_data.load() if money_data.sort_of(one) == money_data.GIVEN]
    return lambda notes: sankey.figure(money_data.ribbons(money_data.sums(given_)), notes)


CHARTS: dict[str, Callable[[], Make]] = {
    "places": lambda: _map("points", "policies"), "zones": lambda: _map("points", "hightech"), "tiles": lambda: _map("provinces", "money"),
    "cities": lambda: _map("cities", "zones"), "timeline": _timeline, "money": _money,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _library(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(samples))


@pytest.mark.parametrize("name", CHARTS)
def test_every_note_gives_words_and_the_drawing_has_its_number(name: str) -> None:
    with texts.speaking("zh"):
        chart = CHARTS[name]()(True)
        svg = charts.draw("图", chart, notes=True)
    tree = etree.fromstring(svg.encode())
    assert not {etree.QName(node).localname for node in tree.iter()} & {
        "script",
        "a",
        "image",
        "foreignObject",
        "style",
        "use",
    }
    assert not [key for node in tree.iter() for key in node.attrib if key.startswith("on") or "href" in key]
    assert chart.notes and all(note.said for note in chart.notes)
    assert [note.number for note in chart.notes] == list(range(1, len(chart.notes) + 1))
    written = [node.text or "" for node in tree.iter("{*}text")]
    numbers = {int(found) for words in written for found in re.findall(r"^\d+$|(?<=\[)\d+(?=\]$)", words)}
    room_for_all = name in ("tiles", "cities", "timeline", "money")
    assert numbers >= {note.number for note in chart.notes} if room_for_all else numbers
    said = re.sub(r"\s", "", "".join(written))
    assert all(re.sub(r"\s", "", note.said[0])[-30:] in said for note in chart.notes)


PLATES: dict[str, tuple[Callable[[], marks.Plate], dict[str, tuple[str, ...]]]] = {
    "places": (lambda: map_marks.make(_drawn("points", "policies")), {}), "zones": (lambda: map_marks.make(_drawn("points", "hightech")), {}),
    "tiles": (maps.plate, {"shape": ("provinces",), "measure": ("money",)}), "cities": (maps.plate, {"shape": ("cities",)}),
    "timeline": (timeline.plate, {}), "some of the timeline": (timeline.plate, {"what": ("grant",), "by": ("kind",), "since": ("2020",)}),
    "money": (money.plate, {}), "planned money": (money.plate, {"sort": ("planned",)}),
}  # fmt: skip


@pytest.mark.parametrize("name", PLATES)
def test_every_mark_of_a_kept_view_opens_words_in_both_languages(name: str) -> None:
    make, address = PLATES[name]
    with nav.at(address):
        step = offline.charted(name, "", make)
    for language, plate in step.plates.items():
        known = marks.known(plate.entries)
        opened = {mark["note"] for mark in plate.marks if "note" in mark}
        assert opened == set(range(len(plate.entries))) and opened, language
        assert all(entry.heading and set(entry.statements) & known.keys() for entry in plate.entries)
        places = [mark[side] for mark in plate.marks for side in ("x", "y") if side in mark]
        assert all(-1 <= place <= max(plate.wide, plate.high) + 1 for place in places)


def test_a_kept_address_is_read_as_that_of_the_page() -> None:
    def shown(address: dict[str, tuple[str, ...]]) -> set[str]:
        with nav.at(address), texts.speaking("zh"):
            return {entry.heading for entry in timeline.plate().entries}

    everything, sums, late = shown({}), shown({"what": ("grant",)}), shown({"what": ("grant",), "since": ("2021",)})
    assert late < sums and sums - everything == set()


def test_without_notes_the_drawing_has_no_numbers_and_ends_below_its_legend() -> None:
    with texts.speaking("zh"):
        make = CHARTS["money"]()
        bare, noted = charts.draw("图", make(False), notes=False), charts.draw("图", make(True), notes=True)
    assert "[1]" in noted and "[1]" not in bare
    assert "安徽省财政厅" in bare and "证据" not in bare
    assert float(bare.split('height="')[1].split('"')[0]) < float(noted.split('height="')[1].split('"')[0])


def test_a_kind_of_zone_is_a_measure_of_its_own() -> None:
    items, _ = map_data.load()
    kinds = {
        measure: {one.thing.label for one in map_data.of_measure(items, measure) if one.thing}
        for measure in map_data.ZONES
    }
    assert kinds["hightech"] == {"HighTechZone"} and kinds["demonstration"] == {"DemonstrationZone"}
    assert kinds["zones"] >= kinds["hightech"] | kinds["demonstration"]


# ---- names on the map -----------------------------------------------------------------------------------------------

_LABELS = st.lists(
    st.builds(map_labels.Label, st.floats(0, 560), st.floats(0, 510), st.text("广西a", min_size=1, max_size=9), st.just(10.0),
              dy=st.sampled_from([-13.0, 12.0])), max_size=14)  # fmt: skip


@settings(deadline=None)
@given(_LABELS, st.floats(1, 60))
def test_no_name_lies_on_another_at_any_zoom(labels: list[map_labels.Label], zoom: float) -> None:
    least = map_labels.least_zooms(labels)
    shown = [label for label, since in zip(labels, least, strict=True) if since <= zoom]
    assert not labels or least[0] == 1
    for one, two in combinations(shown, 2):
        aside = abs((one.x - two.x) * zoom + one.dx - two.dx) - (one.wide + two.wide) / 2
        above = abs((one.y - two.y) * zoom + one.dy - two.dy) - (one.high + two.high) / 2
        assert max(aside, above) > -1e-6


def test_a_name_that_has_room_at_once_is_there_at_once() -> None:
    far = [map_labels.Label(100.0 * i, 50.0, "桂林市", 10) for i in range(4)]
    assert map_labels.least_zooms(far) == [1, 1, 1, 1]
    near = map_labels.least_zooms([far[0], map_labels.Label(10, 50, "南宁市", 10)])
    assert near[0] == 1 and near[1] == pytest.approx(far[0].wide / 10)


@pytest.mark.parametrize(
    ("signs", "side"),
    [([], (0, -13)), ([(100.0, 87.0, 5.0)], (0, 13)), ([(100.0, 87.0, 5.0), (100.0, 113.0, 5.0)], (1, 0)),
     ([(100.0, 87.0, 5.0), (100.0, 113.0, 5.0), (125.0, 100.0, 5.0)], (-1, 0))],
    ids=["above where nothing is", "below a sign above", "to the right between two", "to the left where the right is taken"],
)  # fmt: skip
def test_a_name_goes_to_the_side_of_its_point_where_no_sign_is(
    signs: list[tuple[float, float, float]], side: tuple[int, int]
) -> None:
    put = map_labels.beside(map_labels.Label(100.0, 100.0, "广西", 10, dy=-13.0), signs)
    assert (put.dx and math.copysign(1, put.dx), put.dy) == side


# ---- fonts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fonts", [True, False])
def test_a_machine_without_chinese_letters_is_told_apart(tmp_path: Path, fonts: bool) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(f'<?xml version="1.0"?><fontconfig><dir>{tmp_path / "none"}</dir></fontconfig>', "utf-8")
    told = subprocess.run(
        [sys.executable, "-c", "from app_pages import figure_files; print(figure_files.has_chinese())"],
        cwd=running.ROOT, env=os.environ | ({} if fonts else {"FONTCONFIG_FILE": str(config)}), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == str(fonts)
