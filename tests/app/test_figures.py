"""Figures that leave the app: every link with its number and words, real text, nothing in names that could act."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pypdfium2
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from PIL import Image, ImageChops

from app_pages import (
    drawing,
    figure_files,
    figures,
    ink,
    marks,
    offline,
    picture,
    room,
    saved,
    sheets,
    take,
    texts,
)
from tests.app import hostile

DRAWN = {"svg", "rect", "text", "path", "polygon", "circle", "g"}
LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.fixture(autouse=True)
def _library(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(samples))


def _figure(key: str, title: str = "图", **more: tuple[str, ...]) -> figures.Figure:
    with texts.speaking("zh"):
        return figures.make(title, {"page": ("explore",), "id": (key,)} | more, {key: (0.0, 0.0, True)})


def _words(svg: str) -> list[str]:
    return [str(node.text) for node in etree.fromstring(svg.encode()).iter("{*}text") if node.text]


def test_every_link_has_its_number_its_words_and_its_document(zone: str) -> None:
    figure = _figure(zone)
    with texts.speaking("zh"):
        words = _words(drawing.draw(figure, notes=True))
    said = "".join(words).replace(" ", "")
    assert [note.number for note in figure.notes] == list(range(1, len(figure.edges) + 1))
    for note in figure.notes:
        assert len([line for line in words if line == f"[{note.number}]" or line.endswith(f" [{note.number}]")]) == 1
        assert note.said[0].date in said and note.said[0].number in said
        assert re.sub(r"\s", "", note.said[0].quote)[:60] in said


def test_a_filter_leaves_its_links_out_of_the_figure(zone: str) -> None:
    whole = _figure(zone)
    kept = _figure(zone, filter=(json.dumps({"off": ["s:planned", "k:Fund"]}),))
    assert {edge["status"] for edge in whole.edges} - {edge["status"] for edge in kept.edges} == {"planned"}
    assert {node["label"] for node in whole.nodes} - {node["label"] for node in kept.nodes} >= {"Fund"}
    assert 0 < len(kept.edges) < len(whole.edges)


@pytest.mark.parametrize(("who", "off"), [("nobody", []), ("", ["s:"])])
def test_a_filter_that_lets_nothing_through_leaves_the_first_thing(zone: str, who: str, off: list[str]) -> None:
    drawn = dict(_figure(zone).drawn) | {"filter": {"off": off, "from": "3000", "to": "", "who": who, "doc": ""}}
    nodes, edges = picture.shown(drawn)
    assert [node["id"] for node in nodes] == [zone]
    assert edges == []


@pytest.fixture(scope="module")
def full_of_harm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.make_library(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_a_hostile_name_is_text_in_figure_and_page(
    full_of_harm: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(full_of_harm))
    key = hostile.node("Agency", name)
    figure = _figure(key, title=name)
    with texts.speaking("zh"):
        svg = drawing.draw(figure, notes=True)
    tree = etree.fromstring(svg.encode())
    assert {etree.QName(node).localname for node in tree.iter()} <= DRAWN
    assert not [a for node in tree.iter() for a in node.attrib if a.startswith("on") or "href" in a]
    assert ink.clean(name)[:10] in "".join(_words(svg))
    page = offline.page(
        name, [offline.step(saved.View(name, {"page": ("explore",), "id": (key,)}), name)], "zh"
    ).decode()
    assert page.count("<script") == page.count("</script>") == 3
    assert "\\u003c" in page or "<" not in name


def test_pixels_are_twice_as_many_and_a_pdf_holds_chinese_as_text(zone: str) -> None:
    figure = _figure(zone, title="桂林市：谁支持")
    with texts.speaking("zh"):
        svg, pages = drawing.draw(figure, notes=True), list(drawing.pages(figure))
    tree = etree.fromstring(svg.encode())
    made = figure_files.png(svg)
    size = Image.open(io.BytesIO(made)).size
    assert size == tuple(pytest.approx(2 * float(tree.get(side)), abs=2) for side in ("width", "height"))
    book = pypdfium2.PdfDocument(figure_files.pdf(pages))
    said = [page.get_textpage().get_text_range() for page in book]
    assert len(said) == len(pages) >= 2
    assert "桂林市：谁支持" in said[0]
    assert "证据" in said[1] and re.search(r"20\d\d-\d\d-\d\d", said[1])


def test_a_picture_is_small_and_no_eye_sees_the_difference(zone: str) -> None:
    with texts.speaking("zh"):
        svg = drawing.draw(_figure(zone), notes=True)
    drawn = vl_convert.svg_to_png(svg, scale=2.0)
    made = figure_files.small(drawn)
    assert len(made) < len(drawn) / 4
    before, after = (Image.open(io.BytesIO(one)).convert("RGB") for one in (drawn, made))
    apart = ImageChops.difference(before, after).convert("L").histogram()
    assert sum(apart[6:]) < 1e-4 * sum(apart) and sum(apart[32:]) == 0


# ---- text -----------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(LINE, st.integers(20, 300))
def test_wrapping_loses_no_letter_and_keeps_to_the_room(words: str, room: int) -> None:
    lines = ink.wrap(words, room, 10)
    assert "".join("".join(lines).split()) == "".join(ink.clean(words).split())
    assert all(ink.width(line, 10) <= room or len(line) <= room / 10 for line in lines)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("甲乙丙，丁", ["甲乙", "丙，丁"]), ("甲乙“丙”丁", ["甲乙", "“丙”", "丁"]), ("甲乙丙》。", ["甲乙", "丙》。"]),
        ("甲 the end", ["甲", "the", "end"]),
    ],
)  # fmt: skip
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(words: str, lines: list[str]) -> None:
    assert ink.wrap(words, 30, 10) == lines


BOX = st.tuples(*[st.integers(0, 60)] * 2).map(lambda at: (at[0], at[1], at[0] + 20.0, at[1] + 10.0))


@given(st.lists(BOX, max_size=4), st.lists(BOX, min_size=1, max_size=4))
def test_words_go_where_nothing_lies_if_there_is_such_a_place(
    taken: list[sheets.Box], places: list[sheets.Box]
) -> None:
    free = room.Room()
    free.take(*taken)
    left, top, right, bottom = free.best(places, lambda box: [box])
    apart = [all(a > t[2] + 5 or c < t[0] - 5 or b > t[3] + 5 or d < t[1] - 5 for t in taken) for a, b, c, d in places]
    if any(apart):
        assert not any(left < t[2] and right > t[0] and top < t[3] and bottom > t[1] for t in taken)


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_a_chart_by_itself_is_a_page_in_which_names_are_text(
    full_of_harm: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("POLICY_GRAPH_LIBRARY", str(full_of_harm))
    signs = [marks.words(1, 2, name, 10), marks.sign(3, 4, 5, "diamond", marks.INK, note=0, name=name)]
    plate = marks.Plate(90, 60, signs, [marks.Entry(name, ())], [("ellipse", marks.SOFT, name)])
    parsed = html.document_fromstring(offline.page(name, [offline.charted(name, name, lambda: plate)], "zh"))
    assert [str(node.tag) for node in parsed.body.iter()] == ["body", "script", "script"]
    assert [key for node in parsed.body.iter() for key in node.attrib] == ["type", "id", "type"]
    content = json.loads(str(parsed.body[0].text))
    assert content["steps"][0]["charts"]["en"]["marks"][1]["name"] == content["title"] == name


@settings(deadline=None)
@given(LINE)
def test_any_text_is_text_in_a_file(words: str) -> None:
    assert etree.fromstring(ink.write(0, 0, words, 10)).text == (ink.clean(words) or None)
    embedded = offline.embed({"words": words})
    assert not re.search("[<>&\u2028\u2029]", embedded)
    assert json.loads(embedded) == {"words": words}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("桂林/示范区: 谁?", "桂林-示范区-谁"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", "figure"),
        ("长" * 99, "长" * 60),
    ],
)
def test_a_title_is_the_name_of_a_file(title: str, name: str) -> None:
    assert take.file_name(title) == name
